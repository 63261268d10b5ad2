package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.virement.Virement;

/** From budget line to allotment to payment nothing is gained, lost or taken twice, after every step of any history. */
@Domain(Step.Histories.class)
class AllotmentChainProperties {
    @Property(tries = 40)
    void INV_10_sources_are_expenditure_applications_payments_and_carry_over(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            assertThat(sums.allotment("IS").credit())
                    .isEqualTo(sums.allotment("IE", "IA", "IP", "IC").debit());
        });
    }

    @Property(tries = 40)
    void INV_11_what_an_allotment_was_given_is_available_frozen_applied_for_paid_or_handed_on(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                Sums of = sums.allotment().where(Dimensions.ALLOTMENT, allotment.id);
                long source = of.allotment("IS").debit();
                assertThat(of.debit() - source + handedOn(walk, allotment))
                        .as(allotment.id)
                        .isEqualTo(allotment.total());
                assertThat(of.allotment("IS10").credit()).as(allotment.id).isEqualTo(allotment.preIssued);
                for (String account : ImmutableList.of("IE03", "IE04", "IE06", "IA01", "IP", "IC01", "IC02")) {
                    assertThat(of.allotment(account).debit()).as(account).isNotNegative();
                }
            }
        });
    }

    /** What its parts were given by it. */
    private static long handedOn(Walk walk, NaiveAllotment parent) {
        return all(walk.naive.allotments).stream()
                .filter(child -> child.parent.contains(parent))
                .mapToLong(child -> child.own)
                .sum();
    }

    @Property(tries = 40)
    void INV_12_no_allotment_before_its_budget_and_no_payment_before_its_allotment(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveLine line : all(walk.naive.lines)) {
                assertThat(sums.allotment("IE01")
                                .where(Dimensions.LINE, line.id)
                                .debit())
                        .as(line.id)
                        .isNotNegative();
            }
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                Sums of = sums.where(Dimensions.ALLOTMENT, allotment.id);
                assertThat(of.allotment("IP", "IA").debit()).as(allotment.id).isLessThanOrEqualTo(allotment.total());
            }
        });
    }

    @Property(tries = 40)
    void INV_13_a_split_a_return_a_freeze_and_a_virement_change_neither_the_sources_nor_the_sum_of_allotments(
            @ForAll List<Step> steps) {
        Walk.of(steps, new Walk.Watcher() {
            private Sums before = new Sums(ImmutableList.of());

            @Override
            public void before(Walk walk) {
                before = Sums.of(walk);
            }

            @Override
            public void after(Walk walk) {
                boolean isInside = walk.did(SplitAllotment.class)
                        || walk.did(ReduceAllotment.class)
                        || walk.did(FreezeAllotment.class)
                        || walk.did(UnfreezeAllotment.class)
                        || walk.input().body().document().kind().equals(Virement.KIND)
                        || (walk.input().body().document().kind().equals(Allotment.KIND)
                                && walk.outcome().isDone());
                if (isInside) {
                    Sums after = Sums.of(walk);
                    assertThat(budgeted(after, "IS")).isEqualTo(budgeted(before, "IS"));
                    assertThat(budgeted(after, "IE")).isEqualTo(budgeted(before, "IE"));
                    assertThat(after.allotment("IS11").credit()).isZero();
                }
            }

            /** What the budget stands behind: what was issued before it comes and goes with its own source. */
            private long budgeted(Sums sums, String accounts) {
                return sums.allotment(accounts).credit()
                        + (accounts.equals("IS") ? -1 : 1)
                                * sums.allotment("IS10").credit();
            }
        });
    }

    @Property(tries = 40)
    void INV_15_the_parts_of_an_allotment_and_its_rest_are_its_total_and_keep_its_fund_and_division(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                if (!allotment.isExecutable()) {
                    long rest = sums.allotment("IE03")
                            .where(Dimensions.ALLOTMENT, allotment.id)
                            .debit();
                    assertThat(handedOn(walk, allotment) + rest)
                            .as(allotment.id)
                            .isEqualTo(allotment.total());
                }
                for (NaiveAllotment parent : allotment.parent) {
                    Elements own = walk.find(Allotment.id(allotment.id)).terms().elements();
                    Elements of = walk.find(Allotment.id(parent.id)).terms().elements();
                    assertThat(own.fund()).isEqualTo(of.fund());
                    assertThat(own.division()).isEqualTo(of.division());
                }
            }
        });
    }

    @Property(tries = 40)
    void R1_no_more_is_released_than_approved(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveLine line : all(walk.naive.lines)) {
                Sums of = sums.where(Dimensions.LINE, line.id);
                assertThat(of.memorandum("M04").debit())
                        .as(line.id)
                        .isBetween(0L, of.allotment("IS").credit())
                        .isEqualTo(issued(walk, line));
            }
        });
    }

    private static long issued(Walk walk, NaiveLine line) {
        return all(walk.naive.allotments).stream()
                .filter(allotment -> allotment.line == line)
                .mapToLong(allotment -> allotment.vired + (allotment.parent.isEmpty() ? allotment.own : 0))
                .sum();
    }

    /** What is issued before the budget traces to one that is proposed (《预算法》 art. 54). */
    @Property(tries = 40)
    void R4_every_allotment_traces_to_one_appropriated_budget_line(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                Allotment found = walk.find(Allotment.id(allotment.id));
                BudgetLine line = walk.find(found.terms().line());
                if (found.terms().family() == AllotmentFamily.TEMPORARY) {
                    assertThat(line.state()).as(allotment.id).isNotIn(BudgetState.DRAFT, BudgetState.VOIDED);
                } else {
                    assertThat(line.isAppropriated()).as(allotment.id).isTrue();
                }
                found.terms()
                        .parent()
                        .ifPresent(
                                parent -> assertThat(walk.find(parent).terms().line())
                                        .isEqualTo(found.terms().line()));
            }
        });
    }

    @Property(tries = 40)
    void E1_used_and_frozen_are_never_more_than_the_allotment(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                Sums of = sums.where(Dimensions.ALLOTMENT, allotment.id);
                assertThat(of.allotment("IA", "IP", "IE06").debit())
                        .as(allotment.id)
                        .isBetween(0L, allotment.total());
            }
        });
    }

    @Property(tries = 40)
    void E2_available_is_the_amount_less_reduced_frozen_applied_for_and_charged(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                Sums of = sums.where(Dimensions.ALLOTMENT, allotment.id);
                long used = all(walk.naive.requests).stream()
                        .mapToLong(request -> used(walk, request, allotment))
                        .sum();
                long own = allotment.isExecutable() ? allotment.total() : 0;
                assertThat(of.allotment("IE04").debit())
                        .as(allotment.id)
                        .isEqualTo(own - of.allotment("IE06").debit() - used - charged(walk, allotment));
            }
        });
    }

    /** What temporary payments, as they stand in the loop, were charged to an allotment. */
    private static long charged(Walk walk, NaiveAllotment allotment) {
        return walk.naive.temporaries.payments.values().stream()
                .flatMap(naive -> walk.find(TemporaryPayment.id(naive.id)).terms().settlements().stream())
                .filter(settled -> settled.allotment().equals(Optional.of(Allotment.id(allotment.id))))
                .mapToLong(settled -> Fen.of(settled.amount()))
                .sum();
    }

    /** What a request, as it stands in the loop, takes of an allotment: its amount, or what stands there once it is paid. */
    private static long used(Walk walk, NaiveRequest naive, NaiveAllotment allotment) {
        var request = walk.find(World.request(naive.id));
        return switch (request.state()) {
            case DRAFT, PROXY_DRAFT, VOIDED -> 0;
            case PAID -> naive.standing(allotment);
            default -> naive.allotment == allotment ? Fen.of(request.terms().amount()) : 0;
        };
    }

    @Property(tries = 40)
    void E4_parts_and_rest_are_the_whole_and_no_chain_of_parents_comes_back(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                assertThat(handedOn(walk, allotment) + (allotment.isExecutable() ? 0 : allotment.pending))
                        .isEqualTo(allotment.isExecutable() ? 0 : allotment.total());
                Allotment found = walk.find(Allotment.id(allotment.id));
                Set<Id<Allotment>> seen = new HashSet<>();
                Optional<Id<Allotment>> next = Optional.of(Allotment.id(allotment.id));
                while (next.isPresent()) {
                    assertThat(seen.add(next.orElseThrow())).isTrue();
                    Allotment above = walk.find(next.orElseThrow());
                    assertThat(above.fiscalYear()).isEqualTo(found.fiscalYear());
                    assertThat(above.terms().elements().fund())
                            .isEqualTo(found.terms().elements().fund());
                    next = above.terms().parent();
                }
            }
        });
    }

    @Property(tries = 40)
    void E5_the_allotments_of_a_line_and_what_is_unreleased_are_its_current_amount(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveLine line : all(walk.naive.lines)) {
                if (walk.find(new Id<>(BudgetLine.KIND, line.id)).isAppropriated()) {
                    long unreleased = sums.memorandum("M03")
                            .where(Dimensions.LINE, line.id)
                            .debit();
                    assertThat(issued(walk, line) + unreleased).as(line.id).isEqualTo(line.current);
                }
            }
        });
    }

    @Property(tries = 40)
    void E6_nothing_is_paid_from_an_allotment_that_is_not_executable_not_issued_or_anothers(@ForAll List<Step> steps) {
        ImmutableSet<PaymentState> idle =
                ImmutableSet.of(PaymentState.DRAFT, PaymentState.PROXY_DRAFT, PaymentState.VOIDED, PaymentState.PAID);
        Walk.of(steps, walk -> {
            for (NaiveRequest request : all(walk.naive.requests)) {
                var found = walk.find(World.request(request.id));
                PaymentTerms terms = found.terms();
                Allotment allotment = walk.find(terms.allotment());
                assertThat(allotment.terms().flag()).isEqualTo(AllotmentFlag.EXECUTABLE);
                assertThat(allotment.agency()).isEqualTo(terms.agency());
                assertThat(allotment.division()).isEqualTo(terms.division());
                assertThat(allotment.fiscalYear()).isEqualTo(terms.fiscalYear());
                assertThat(idle.contains(found.state()) || allotment.state() == AllotmentState.ISSUED)
                        .as(request.id)
                        .isTrue();
            }
        });
    }

    @Property(tries = 40)
    void E7_what_is_returned_or_void_gives_back_what_it_held_and_nothing_twice(@ForAll List<Step> steps) {
        ImmutableSet<String> back = ImmutableSet.of("RETURN", "RETURN_TO_ENTRY", "WITHDRAW", "VOID");
        Walk.of(steps, new Walk.Watcher() {
            private Sums before = new Sums(ImmutableList.of());
            private ImmutableList<String> held = ImmutableList.of();

            @Override
            public void before(Walk walk) {
                before = Sums.of(walk);
                held = holding(walk);
            }

            @Override
            public void after(Walk walk) {
                if (back.stream().anyMatch(walk::did) && !walk.outcome().isRepeat()) {
                    ImmutableList<String> holds = holding(walk);
                    Sums after = Sums.of(walk);
                    for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                        long given = held.stream()
                                .filter(id -> !holds.contains(id))
                                .map(id -> walk.naive.requests.get(id))
                                .filter(request -> request != null && request.allotment == allotment)
                                .mapToLong(request -> request.amount)
                                .sum();
                        assertThat(applied(before, allotment) - applied(after, allotment))
                                .as(allotment.id)
                                .isEqualTo(given);
                    }
                }
            }

            private long applied(Sums sums, NaiveAllotment allotment) {
                return sums.allotment("IA01")
                        .where(Dimensions.ALLOTMENT, allotment.id)
                        .debit();
            }

            private ImmutableList<String> holding(Walk walk) {
                return all(walk.naive.requests).stream()
                        .filter(request -> {
                            PaymentState state =
                                    walk.find(World.request(request.id)).state();
                            return !state.isDraft() && state != PaymentState.VOIDED && state != PaymentState.PAID;
                        })
                        .map(request -> request.id)
                        .collect(toImmutableList());
            }
        });
    }
}
