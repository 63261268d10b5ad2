package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.RulesInForce;
import org.fiscalloop.temporary.TemporaryCheck;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms;
import org.fiscalloop.temporary.TemporaryTerms.Settlement;

/** What holds of temporary payments after every step of any history. */
@Domain(Step.Histories.class)
class TemporaryProperties {
    private static final RulesInForce RULES =
            Walk.RULES.at(World.DIVISION, World.YEAR, World.DAY).orElseThrow();

    @Property(tries = 40)
    void what_was_paid_out_is_charged_repaid_or_left_and_the_books_keep_the_rest_of_every_payment(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            walk.naive.temporaries.payments.values().forEach(naive -> {
                TemporaryPayment payment = walk.find(TemporaryPayment.id(naive.id));
                TemporaryTerms terms = payment.terms();
                long charged = terms.settlements().stream()
                        .filter(part -> part.allotment().isPresent())
                        .mapToLong(part -> Fen.of(part.amount()))
                        .sum();
                assertThat(payment.state()).as(naive.id).isEqualTo(naive.state);
                assertThat(terms.restFen()).as(naive.id).isEqualTo(naive.rest()).isNotNegative();
                assertThat(charged).as(naive.id).isEqualTo(naive.charged);
                assertThat(charged + naive.repaid + terms.restFen())
                        .as(naive.id)
                        .isEqualTo(naive.wasPaidOut() ? Fen.of(terms.amount()) : 0);
                assertThat(sums.memorandum("MZ04")
                                .where(Dimensions.DOCUMENT, naive.id)
                                .debit())
                        .as(naive.id)
                        .isEqualTo(terms.restFen());
            });
        });
    }

    @Property(tries = 40)
    void T_10_what_is_not_cleared_stands_on_the_accounts_of_the_treasury_and_of_the_agencies_on_every_basis(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            long rest = walk.naive.temporaries.payments.values().stream()
                    .mapToLong(NaiveTemporaries.NaiveTemporary::rest)
                    .sum();
            assertThat(sums.treasury("1031", "1033").debit()).isEqualTo(rest);
            assertThat(sums.treasury("7051").debit()).isEqualTo(rest);
            assertThat(sums.agency("2307").credit()).isEqualTo(rest);
        });
    }

    @Property(tries = 40)
    void what_is_approved_and_out_is_within_the_ceiling_and_what_was_above_it_when_it_was_set(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            assertThat(sums.memorandum("MZ01").debit()).isEqualTo(walk.naive.temporaries.ceiling);
            assertThat(sums.memorandum("MZ02").debit()).isEqualTo(walk.naive.temporaries.excess);
            assertThat(sums.memorandum("MZ03", "MZ04").debit())
                    .isEqualTo(walk.naive.temporaries.used())
                    .isLessThanOrEqualTo(sums.memorandum("MZ01", "MZ02").debit());
        });
    }

    @Property(tries = 40)
    void what_is_charged_is_taken_of_an_allotment_that_has_it_and_moves_no_cash(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            if (walk.did(ChargeTemporary.class)) {
                ChargeTemporary charge = (ChargeTemporary) walk.input().body();
                Sums booked = Sums.of(walk.outcome().entries());
                long fen = Fen.of(charge.amount());
                assertThat(booked.treasury("1001", "8041").lines()).isEmpty();
                assertThat(booked.agency("1002").lines()).isEmpty();
                assertThat(booked.allotment("IE04").credit()).isEqualTo(fen);
                assertThat(booked.treasury("5").debit()).isEqualTo(fen);
                assertThat(booked.treasury("7001").debit()).isEqualTo(fen);
                assertThat(booked.agency("6001").credit()).isEqualTo(fen);
                assertThat(Sums.of(walk)
                                .allotment("IE04")
                                .where(Dimensions.ALLOTMENT, charge.allotment().value())
                                .debit())
                        .isNotNegative();
                Settlement last = walk.find(charge.document()).terms().settlements().stream()
                        .reduce((one, other) -> other)
                        .orElseThrow();
                assertThat(last.allotment()).contains(charge.allotment());
            }
        });
    }

    @Property(tries = 40)
    void the_check_shows_every_payment_that_is_out_and_those_that_are_overdue(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        TemporaryCheck.Standing standing =
                walk.loop.read(RULES, reads -> TemporaryCheck.of(World.DIVISION, walk.world.day(), reads));
        var out = walk.naive.temporaries.payments.values().stream()
                .filter(payment -> payment.rest() > 0)
                .toList();
        assertThat(standing.rows())
                .extracting(row -> row.payment().value())
                .containsExactlyInAnyOrderElementsOf(
                        out.stream().map(payment -> payment.id).toList());
        assertThat(standing.overdue())
                .extracting(row -> row.payment().value())
                .containsExactlyInAnyOrderElementsOf(out.stream()
                        .filter(payment -> payment.dueOn.isBefore(walk.world.day()))
                        .map(payment -> payment.id)
                        .toList());
        assertThat(Fen.of(standing.outstanding()))
                .isEqualTo(standing.rows().stream()
                        .mapToLong(row -> Fen.of(row.rest()))
                        .sum());
    }
}
