package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import java.time.Month;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.cashplan.CashPlanKind;
import org.fiscalloop.cashplan.CashPlanMeasure;
import org.fiscalloop.cashplan.CashPlanState;
import org.fiscalloop.cashplan.CashPlanTerms;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.payment.PaymentState;

/** What plans keep after every step of any history in which allotment and cash plan both control payments. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class CashPlanProperties {
    private static long sum(Sums sums, Dimension dimension, String code, String account) {
        return sums.where(dimension, code).memorandum(account).debit();
    }

    private static Stream<CashPlanTerms> approved(Walk walk, NaiveAllotment allotment) {
        return all(walk.naive.cashPlans).stream()
                .map(plan -> walk.find(CashPlan.id(plan.id)))
                .filter(plan -> plan.state() == CashPlanState.APPROVED)
                .map(CashPlan::terms)
                .filter(terms -> terms.allotment().equals(Allotment.id(allotment.id)));
    }

    private static long counted(CashPlanTerms plan) {
        long fen = Fen.of(plan.granted());
        return plan.kind() == CashPlanKind.REDUCTION ? -fen : fen;
    }

    /** What a request holds or has spent of its allotment. */
    private static long used(NaiveRequest request) {
        return request.state == PaymentState.PAID ? request.refundable : request.holds() ? request.amount : 0;
    }

    /** What of that it has used of an allotment on days up to the end of a month; a correction is of its own day. */
    private static long used(Walk walk, NaiveRequest request, NaiveAllotment allotment, Month until) {
        boolean isOf =
                handedIn(walk, request).filter(on -> on.compareTo(until) <= 0).isPresent();
        if (request.places.isEmpty()) {
            return isOf && request.allotment == allotment ? used(request) : 0;
        }
        return request.places.stream()
                .filter(place -> place.allotment == allotment)
                .filter(place ->
                        place.correction.isEmpty() ? isOf : place.on.getMonth().compareTo(until) <= 0)
                .mapToLong(place -> place.standing)
                .sum();
    }

    /** The month of the day on which a request was handed in last. */
    private static Optional<Month> handedIn(Walk walk, NaiveRequest request) {
        ImmutableList<TrailStep> steps =
                walk.find(World.request(request.id)).trail().steps();
        return steps.reverse().stream()
                .filter(step -> step.action().equals("SUBMIT"))
                .findFirst()
                .map(step -> step.on().getMonth());
    }

    @Property(tries = 60)
    void E2_what_requests_up_to_any_month_have_used_is_no_more_than_was_planned_up_to_it(@ForAll List<Step> steps) {
        Walk.planned(steps, walk -> {
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                for (Month month : Month.values()) {
                    long planned = approved(walk, allotment)
                            .filter(plan -> plan.month().compareTo(month) <= 0)
                            .mapToLong(CashPlanProperties::counted)
                            .sum();
                    long used = all(walk.naive.requests).stream()
                            .mapToLong(request -> used(walk, request, allotment, month))
                            .sum();
                    assertThat(used).as(allotment.id + " " + month).isLessThanOrEqualTo(planned);
                }
            }
        });
    }

    @Property(tries = 40)
    void E2_available_is_also_what_is_planned_and_unspent_and_what_may_still_be_planned(@ForAll List<Step> steps) {
        Walk.planned(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                long available = sums.where(Dimensions.ALLOTMENT, allotment.id)
                        .allotment("IE04", "IE06")
                        .debit();
                long unspent = sum(sums, Dimensions.ALLOTMENT, allotment.id, "M61");
                long planned = approved(walk, allotment)
                        .mapToLong(CashPlanProperties::counted)
                        .sum();
                assertThat(unspent).isBetween(0L, available);
                assertThat(planned - sum(sums, Dimensions.ALLOTMENT, allotment.id, "M62"))
                        .isEqualTo(unspent);
                assertThat(sums.where(Dimensions.ALLOTMENT, allotment.id)
                                .memorandum("M64")
                                .credit())
                        .isEqualTo(planned);
            }
        });
    }

    @Property(tries = 40)
    void E7_what_a_request_has_taken_of_plans_is_what_it_holds_or_has_spent(@ForAll List<Step> steps) {
        Walk.planned(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveRequest request : all(walk.naive.requests)) {
                assertThat(sum(sums, Dimensions.PAYMENT, request.id, "M62"))
                        .as(request.id)
                        .isEqualTo(used(request));
            }
        });
    }

    @Property(tries = 40)
    void a_naive_model_foretells_every_outcome_and_what_is_left_of_every_month(@ForAll List<Step> steps) {
        Walk.planned(steps, walk -> {
            assertThat(walk.surprises)
                    .as("but for what others do to an allotment that is planned, of which their model knows nothing")
                    .allMatch(surprise -> surprise.contains("cash-plan.over-allotment"));
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                Id<Allotment> id = Allotment.id(allotment.id);
                assertThat(months(walk, CashPlanMeasure.LEFT, id)).containsExactly(allotment.unspent);
                assertThat(months(walk, CashPlanMeasure.PLANNED, id)).containsExactly(allotment.planned);
            }
            for (NaiveRequest request : all(walk.naive.requests)) {
                request.taken()
                        .forEach((allotment, months) -> assertThat(Arrays.stream(Month.values())
                                        .mapToLong(month ->
                                                Plans.taken(walk.world, request.id, Allotment.id(allotment.id), month))
                                        .toArray())
                                .containsExactly(months));
            }
        });
    }

    private static long[] months(Walk walk, CashPlanMeasure measure, Id<Allotment> allotment) {
        return Arrays.stream(Month.values())
                .mapToLong(month -> Plans.balance(walk.world, measure, allotment, month))
                .toArray();
    }

    @Example
    void histories_have_enough_that_is_planned_reduced_taken_and_given_back() {
        Set<String> rules = new HashSet<>();
        for (long seed = 1; seed <= 150; seed++) {
            for (Outcome outcome : Walk.planned(Step.some(seed, 250), nobody -> {}).outcomes) {
                outcome.entries().forEach(entry -> rules.add(entry.rule()));
            }
        }
        assertThat(rules).contains("M-61 plan", "M-61 reduce", "M-62 take", "M-62 give back");
    }

    @Property(tries = 20)
    void a_host_over_its_own_tables_gives_the_outcomes_of_the_loop(@ForAll List<Step> steps) {
        Walk walk = Walk.planned(steps, nobody -> {});
        Host host = new Host(Plans.RULES);
        RandomHistory.inputsOf(Plans.open().loop()).forEach(host::take);
        for (int i = 0; i < walk.inputs.size(); i++) {
            assertThat(host.take(walk.inputs.get(i)))
                    .isEqualTo(walk.outcomes.get(i).record());
        }
        assertThat(host.journal()).isEqualTo(RandomHistory.records(walk.loop));
    }

    @Property(tries = 20)
    void replay_gives_the_same_loop_and_verification_finds_no_difference(@ForAll List<Step> steps) {
        Walk walk = Walk.planned(steps, nobody -> {});
        FiscalLoop again = FiscalLoop.open(walk.journal, Plans.RULES);
        assertThat(again.digest()).isEqualTo(walk.loop.digest());
        assertThat(again.balances().kept()).isEqualTo(walk.loop.balances().kept());
        assertThat(walk.loop.verify()).isEmpty();
    }

    @Property(tries = 20)
    void a_division_that_is_opened_elsewhere_has_the_same_plans(@ForAll List<Step> steps) {
        Walk walk = Walk.planned(steps, nobody -> {});
        FiscalLoop opened = FiscalLoop.open(new InMemoryJournal(), Plans.RULES);
        var opening = walk.loop.opening(World.DIVISION, World.YEAR, walk.world.day());
        World.done(opened.ask(
                DoorFixtures.command("opening", "admin", opening.day(), new CommitOpening(opening, Optional.empty()))));
        assertThat(opened.digest()).isEqualTo(walk.loop.digest());
        assertThat(opened.balances().kept()).isEqualTo(walk.loop.balances().kept());
    }

    @Property(tries = 40)
    void limits_of_allotments_hold_under_plans_too(@ForAll List<Step> steps) {
        Walk.planned(
                steps,
                walk -> all(walk.naive.allotments)
                        .forEach(allotment -> assertThat(TwoYears.balance(
                                        walk.world, AllotmentMeasure.AVAILABLE, Dimensions.ALLOTMENT, allotment.id))
                                .isEqualTo(allotment.available)
                                .isNotNegative()));
    }
}
