package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveContract;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaivePlan;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ContractTerms;
import org.fiscalloop.procurement.ProcurementPlan;

/** From the budget that is marked for it to the last payment, a procurement takes nothing twice, after every step of any history. */
@Domain(Step.Histories.class)
class ProcurementProperties {
    private static long of(Sums sums, String account, String document) {
        return sums.memorandum(account).where(Dimensions.DOCUMENT, document).debit();
    }

    @Property(tries = 40)
    void G1_plans_take_no_more_than_their_budget_line_has_and_the_line_is_marked(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveLine line : all(walk.naive.lines)) {
                Sums of = sums.where(Dimensions.LINE, line.id);
                assertThat(of.memorandum("M35", "M36").debit())
                        .as(line.id)
                        .isBetween(0L, of.allotment("IS").credit())
                        .isEqualTo(walk.naive.planned(line));
                assertThat(walk.naive.planned(line) == 0 || line.isMarked()).isTrue();
            }
        });
    }

    @Property(tries = 40)
    void G2_contracts_come_to_no_more_than_their_plan(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaivePlan plan : all(walk.naive.plans)) {
                long signed = all(walk.naive.contracts).stream()
                        .filter(contract -> contract.plan == plan && contract.state != ContractState.VOIDED)
                        .mapToLong(contract -> Fen.of(
                                walk.find(Contract.id(contract.id)).terms().amount()))
                        .sum();
                assertThat(signed).as(plan.id).isLessThanOrEqualTo(plan.amount);
                assertThat(of(sums, "M35", plan.id))
                        .as(plan.id)
                        .isEqualTo(plan.rest)
                        .isNotNegative();
                assertThat(of(sums, "M36", plan.id))
                        .as(plan.id)
                        .isEqualTo(plan.contracted)
                        .isNotNegative();
                assertThat(walk.find(ProcurementPlan.id(plan.id)).state())
                        .as(plan.id)
                        .isEqualTo(plan.state);
            }
        });
    }

    @Property(tries = 40)
    void G3_supplements_come_to_at_most_a_tenth_of_what_was_signed(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (NaiveContract contract : all(walk.naive.contracts)) {
                ContractTerms terms = walk.find(Contract.id(contract.id)).terms();
                assertThat(terms.supplementedFen() * 10).as(contract.id).isLessThanOrEqualTo(Fen.of(terms.amount()));
                assertThat(terms.supplementedFen()).isEqualTo(contract.supplemented);
            }
        });
    }

    @Property(tries = 40)
    void G4_payments_that_name_a_contract_come_to_no_more_than_it_and_its_supplements(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveContract contract : all(walk.naive.contracts)) {
                Contract found = walk.find(Contract.id(contract.id));
                assertThat(found.state()).as(contract.id).isEqualTo(contract.state);
                long named = all(walk.naive.requests).stream()
                        .filter(request -> walk.find(World.request(request.id))
                                .terms()
                                .contract()
                                .filter(contract.id::equals)
                                .isPresent())
                        .mapToLong(request -> request.state == PaymentState.PAID
                                ? request.refundable
                                : request.holds() ? request.amount : 0)
                        .sum();
                long whole = Fen.of(found.terms().total());
                assertThat(named).as(contract.id).isLessThanOrEqualTo(whole);
                long rest = of(sums, "M41", contract.id);
                assertThat(of(sums, "M43", contract.id) + of(sums, "M44", contract.id))
                        .as(contract.id)
                        .isEqualTo(named);
                assertThat(rest).as(contract.id).isNotNegative();
                if (found.isInForce()) {
                    assertThat(rest + named).as(contract.id).isEqualTo(whole);
                } else {
                    assertThat(rest).as(contract.id).isZero();
                }
            }
        });
    }

    @Property(tries = 40)
    void G5_the_last_payment_needs_acceptance_and_no_more_is_paid_than_was_accepted_or_agreed(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveContract contract : all(walk.naive.contracts)) {
                Contract found = walk.find(Contract.id(contract.id));
                long used = of(sums, "M43", contract.id) + of(sums, "M44", contract.id);
                long payable = of(sums, "M47", contract.id);
                assertThat(payable).as(contract.id).isNotNegative();
                if (found.isInForce()) {
                    assertThat(used + payable)
                            .as(contract.id)
                            .isEqualTo(found.terms().payableFen());
                    assertThat(found.state() == ContractState.ACCEPTED || of(sums, "M41", contract.id) > 0)
                            .as(contract.id)
                            .isTrue();
                } else {
                    assertThat(payable).as(contract.id).isZero();
                }
            }
        });
    }

    @Property(tries = 40)
    void what_was_published_is_known_and_not_from_before_it_was_signed(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (NaiveContract contract : all(walk.naive.contracts)) {
                ContractTerms terms = walk.find(Contract.id(contract.id)).terms();
                assertThat(terms.publication().isPresent()).as(contract.id).isEqualTo(contract.isPublished);
                assertThat(terms.publication().map(told -> told.publishedOn()).orElse(contract.day))
                        .as(contract.id)
                        .isEqualTo(contract.day);
            }
        });
    }

    @Property(tries = 40)
    void what_contracts_keep_of_an_allotment_is_there_and_is_nothing_once_they_have_ended(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                Sums of = sums.where(Dimensions.ALLOTMENT, allotment.id);
                assertThat(of.memorandum("M45").debit())
                        .as(allotment.id)
                        .isEqualTo(allotment.kept)
                        .isBetween(0L, of.allotment("IE04").debit());
            }
            for (NaiveContract contract : all(walk.naive.contracts)) {
                long kept = of(sums, "M45", contract.id);
                assertThat(kept)
                        .as(contract.id)
                        .isEqualTo(contract.reserved())
                        .isBetween(0L, of(sums, "M41", contract.id));
            }
        });
    }
}
