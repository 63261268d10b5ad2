package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.opening.OpeningCheckTest.credit;
import static org.fiscalloop.opening.OpeningCheckTest.debit;
import static org.fiscalloop.opening.OpeningFixtures.codes;
import static org.fiscalloop.opening.OpeningFixtures.texts;
import static org.fiscalloop.opening.OpeningFixtures.with;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an opening says of debts and cards is what its books say. */
class OpeningHoldingsTest {
    /** The controls that are seen here. */
    static final ImmutableSet<String> CODES = ImmutableSet.of(
            "opening.debt-outstanding",
            "opening.debt-limit",
            "opening.transfer-amount",
            "opening.cash-plans",
            "opening.asset-cards",
            "opening.debt-accounts",
            "opening.asset-accounts",
            "opening.temporary-payments",
            "opening.temporary-ceiling",
            "opening.temporary-accounts",
            "opening.cash-ordered",
            "opening.level-accounts");

    /** The segments of the division and of a document of it. */
    private static Segments of(String document) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, World.DIVISION, Dimensions.YEAR, "2024", Dimensions.DOCUMENT, document));
    }

    @ParameterizedTest
    @CsvSource({
        "debt-outstanding, GENERAL_DEBT_OUTSTANDING, DEBT_FOLLOWED, Z1, at debt:Z1: owed",
        "debt-outstanding, SPECIAL_DEBT_OUTSTANDING, DEBT_FOLLOWED, Z1, at debt:Z1: owed",
        "debt-limit, GENERAL_DEBT_LIMIT, DEBT_FOLLOWED, '', General debt limit",
        "debt-limit, SPECIAL_DEBT_LIMIT, DEBT_FOLLOWED, '', Special debt limit",
        "asset-cards, CARD_COST, ASSETS_FOLLOWED, K1, at asset-card:K1: cost of cards",
        "temporary-payments, TEMPORARY_APPROVED, TEMPORARY_FOLLOWED, Z1, at temporary-payment:Z1: kept as approved",
        "temporary-payments, TEMPORARY_OUTSTANDING, TEMPORARY_FOLLOWED, Z1, at temporary-payment:Z1: kept as out",
        "cash-ordered, CASH_ORDERED, LEVELS_FOLLOWED, D1, at cash-transfer:D1: kept as ordered",
        "temporary-ceiling, TEMPORARY_CEILING, TEMPORARY_FOLLOWED, '', Ceiling of temporary payments"
    })
    void what_is_kept_of_a_document_that_is_not_there_is_refused(
            String control, String account, String contra, String document, String said) {
        OpeningTerms opening = with(
                debit(Ledgers.MEMORANDUM, account, of(document), 5),
                credit(Ledgers.MEMORANDUM, contra, of(document), 5));
        assertThat(codes(opening)).containsExactly("opening." + control);
        assertThat(texts(opening))
                .singleElement()
                .asString()
                .contains(said + " 0.05 = 0.05, but nothing 0.00 = 0.00; the difference is 0.05");
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFERS_IN_FORCE, TRANSFERS_ISSUED, transfer:T1",
        "TRANSFERS_TO_RECEIVE, TRANSFERS_ARRIVED, received-transfer:T1",
        "TRANSFERS_RECEIVED, TRANSFERS_ARRIVED, received-transfer:T1"
    })
    void more_of_a_transfer_than_was_issued_is_refused(String account, String contra, String document) {
        OpeningTerms opening =
                with(debit(Ledgers.MEMORANDUM, account, of("T1"), 5), credit(Ledgers.MEMORANDUM, contra, of("T1"), 5));
        assertThat(codes(opening)).containsExactly("opening.transfer-amount");
        assertThat(texts(opening)).containsExactly("0.05 stands of " + document + ", which was issued for 0.00");
    }

    @Test
    void debts_and_assets_on_accounts_that_no_document_tells_of_warn_for_a_system_may_have_kept_none() {
        Segments agency = of("").with(Dimensions.AGENCY, World.ORGAN).with(Dimensions.FUND, "111");
        Segments treasury = of("").with(Dimensions.FUND, "112");
        var committed = OpeningFixtures.committed(with(
                debit(Ledgers.TREASURY, "LOCAL_GOVERNMENT_BOND_ON_LENDING_RECEIVABLE", treasury, 7_00),
                credit(Ledgers.TREASURY, "LONG_TERM_GOVERNMENT_BONDS_PAYABLE", treasury, 7_00),
                debit(Ledgers.TREASURY, "ADVANCE_APPROPRIATIONS", treasury, 3_00),
                credit(Ledgers.TREASURY, "OTHER_PAYABLES", treasury, 3_00),
                debit(Ledgers.AGENCY, "FIXED_ASSETS", agency, 9_00),
                credit(Ledgers.AGENCY, "OTHER_PAYABLES", agency, 9_00)));
        assertThat(committed.isDone()).isTrue();
        assertThat(committed.warnings())
                .extracting(Refusal::code)
                .containsExactly("opening.debt-accounts", "opening.asset-accounts", "opening.temporary-accounts");
        assertThat(committed.warnings().get(0).text())
                .contains("balance 7.00 = 7.00, but nothing 0.00 = 0.00; the difference is 7.00");
        assertThat(committed.warnings().get(1).text())
                .contains("Fixed assets 9.00 = 9.00, but nothing 0.00 = 0.00; the difference is 9.00");
        assertThat(committed.warnings().get(2).text())
                .contains("balance 3.00 = 3.00, but nothing 0.00 = 0.00; the difference is 3.00");
        assertThat(committed.warnings()).allSatisfy(OpeningFixtures::assertChinese);
    }
}
