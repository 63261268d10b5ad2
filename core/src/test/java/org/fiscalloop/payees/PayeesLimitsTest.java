package org.fiscalloop.payees;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Change;
import org.fiscalloop.ledger.Ledger;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;

/** What the books themselves let happen to a payee list, whatever the deciders ask. */
class PayeesLimitsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final RulesInForce RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all())
            .at("310107000", 2024, DAY)
            .orElseThrow();

    private final Ledger ledger = Ledger.of(RULES.books());

    private static Segments document(String number) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, "310107000", Dimensions.AGENCY, "105001", Dimensions.DOCUMENT, number));
    }

    private Decision<ImmutableList<Change>> post(PostingKey key, long fen, Segments... blocks) {
        return ledger.post(
                RULES.plan().book(Posting.of(key, fen, blocks), DAY, DAY).entries());
    }

    @Test
    void no_more_of_a_list_comes_back_than_was_paid_of_it_whichever_details_are_named() {
        ledger.open(Ledgers.MEMORANDUM, "", YearMonth.from(DAY));
        Segments list = document("PL-1");
        for (PostingKey key : ImmutableList.of(PayeesPostings.CONFIRMED, PayeesPostings.NAMED, PayeesPostings.PAID)) {
            assertThat(post(key, 50_000, list).refusals()).isEmpty();
        }
        assertThat(post(PayeesPostings.RETURNED, 30_000, list, document("PL-1/1"))
                        .refusals())
                .isEmpty();

        ImmutableList<Refusal> refused =
                post(PayeesPostings.RETURNED, 20_001, list, document("PL-1/2")).refusals();

        assertThat(refused).extracting(Refusal::code).containsExactly("payees.over-list");
        assertThat(refused.get(0).facts())
                .containsEntry("document", Fact.text("PL-1"))
                .containsEntry("available", Fact.amount(20_000))
                .containsEntry("asked", Fact.amount(20_001))
                .containsEntry("short-by", Fact.amount(1));
        assertThat(post(PayeesPostings.RETURNED, 20_000, list, document("PL-1/2"))
                        .refusals())
                .isEmpty();
    }
}
