package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.opening.OpeningCheckTest.credit;
import static org.fiscalloop.opening.OpeningCheckTest.debit;
import static org.fiscalloop.opening.OpeningFixtures.codes;
import static org.fiscalloop.opening.OpeningFixtures.texts;
import static org.fiscalloop.opening.OpeningFixtures.trail;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.bankcollection.AgreementTerms.Account;
import org.fiscalloop.bankcollection.CollectionAgreement;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.bankcollection.ImmutableAgreementTerms;
import org.fiscalloop.bankcollection.ImmutableDemandTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.ImmutablePayeeDetail;
import org.fiscalloop.payees.ImmutablePayeeListTerms;
import org.fiscalloop.payees.PayeeDetail.Consumption;
import org.fiscalloop.payees.PayeeDetail.Origin;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.settlement.CashTerms;
import org.fiscalloop.settlement.CashTransfer;
import org.fiscalloop.settlement.ImmutableCashTerms;
import org.junit.jupiter.api.Test;

/** What an opening keeps of money between levels, purchases by card and demands of banks is what its documents say. */
class OpeningFollowedTest {
    /** The controls that are seen here. */
    static final ImmutableSet<String> CODES = ImmutableSet.of(
            "opening.cash-ordered",
            "opening.level-accounts",
            "opening.card-consumptions",
            "opening.collection-demands",
            "opening.collection-demands-named");

    private static final LocalDate DAY = OpeningFixtures.DAY;
    private static final String BELOW = "310107100";
    private static final Segments TREASURY = of("").with(Dimensions.FUND, "111");

    /** The segments of the division and of a document of it. */
    private static Segments of(String document) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, World.DIVISION, Dimensions.YEAR, "2024", Dimensions.DOCUMENT, document));
    }

    /** The opening of the tables with documents more. */
    private static OpeningTerms holding(Restored... documents) {
        return ImmutableOpeningTerms.builder()
                .from(OpeningFixtures.opening())
                .addDocuments(documents)
                .build();
    }

    private static OpeningTerms and(OpeningTerms opening, OpenedBalance... more) {
        return ImmutableOpeningTerms.builder().from(opening).addBalances(more).build();
    }

    /** The opening with an amount more on a memorandum account and its contra. */
    private static OpeningTerms kept(OpeningTerms opening, String account, String contra, String document, long fen) {
        return and(
                opening,
                debit(Ledgers.MEMORANDUM, account, of(document), fen),
                credit(Ledgers.MEMORANDUM, contra, of(document), fen));
    }

    // ---- money between levels ---------------------------------------------------------------------------------------

    /** Money of 60 yuan to a division below that is ordered of the treasury. */
    private static Restored ordered() {
        return new Restored(
                CashTransfer.id("D1"),
                ImmutableCashTerms.builder()
                        .division(World.DIVISION)
                        .fiscalYear(World.YEAR)
                        .counterpart(BELOW)
                        .kind(CashTerms.Kind.CASH_ADVANCE)
                        .fund("111")
                        .amount(Fen.money(60_00))
                        .documentNo("财库〔2024〕1号")
                        .build(),
                trail("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE ORDERED"));
    }

    private static OpeningTerms kept(long ordered) {
        return kept(holding(ordered()), "CASH_ORDERED", "LEVELS_FOLLOWED", "D1", ordered);
    }

    @Test
    void money_that_is_ordered_is_kept_as_ordered() {
        assertThat(texts(kept(60_00))).isEmpty();
        assertThat(codes(kept(60_01))).containsExactly("opening.cash-ordered");
        assertThat(texts(kept(60_01)))
                .containsExactly("at cash-transfer:D1: kept as ordered 60.01 = 60.01,"
                        + " but ordered 60.00 = 60.00; the difference is 0.01");
        assertThat(texts(holding(ordered())))
                .containsExactly("at cash-transfer:D1: nothing 0.00 = 0.00,"
                        + " but ordered 60.00 = 60.00; the difference is -60.00");
    }

    private static ImmutableList<Refusal> warned(OpeningTerms opening) {
        var committed = OpeningFixtures.committed(opening);
        assertThat(committed.isDone()).isTrue();
        assertThat(committed.warnings()).allSatisfy(OpeningFixtures::assertChinese);
        return committed.warnings();
    }

    private static OpeningTerms unsettled(long fen) {
        return kept(OpeningFixtures.opening(), "LEVELS_UNSETTLED", "LEVELS_FOLLOWED", BELOW, fen);
    }

    /** The opening whose treasury has sent money to the division below. */
    private static OpeningTerms sent(OpeningTerms opening, long fen) {
        return and(
                opening,
                debit(Ledgers.TREASURY, "CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY", TREASURY, fen),
                credit(Ledgers.TREASURY, "TREASURY_DEPOSITS", TREASURY, fen));
    }

    /** The opening whose treasury has had money from the division above. */
    private static OpeningTerms had(OpeningTerms opening, long fen) {
        return and(
                opening,
                debit(Ledgers.TREASURY, "TREASURY_DEPOSITS", TREASURY, fen),
                credit(Ledgers.TREASURY, "CURRENT_ACCOUNT_WITH_UPPER_LEVEL_TREASURY", TREASURY, fen));
    }

    @Test
    void what_is_not_settled_with_levels_below_and_above_stands_on_the_treasurys_accounts_or_a_warning_says_so() {
        assertThat(warned(sent(unsettled(60_00), 60_00))).isEmpty();
        assertThat(warned(had(sent(unsettled(100_00), 60_00), 40_00))).isEmpty();
        assertThat(warned(had(sent(unsettled(100_01), 60_00), 40_00)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("opening.level-accounts");
                    assertThat(warning.text())
                            .isEqualTo("at between levels: not settled 100.01 = 100.01,"
                                    + " but Current account with lower-level treasury 60.00"
                                    + " + Current account with upper-level treasury 40.00 = 100.00;"
                                    + " the difference is 0.01");
                });
        assertThat(warned(sent(OpeningFixtures.opening(), 60_00)))
                .extracting(Refusal::code)
                .containsExactly("opening.level-accounts");
    }

    // ---- purchases by card ------------------------------------------------------------------------------------------

    private static final Consumption BOUGHT = new Consumption("6283", DAY.minusDays(5), "000123", Fen.money(120_00));

    /** A list that repays 100 yuan of what was bought by card for 120, as far as it went. */
    private static OpeningTerms repaying(String... steps) {
        return holding(new Restored(
                PayeeList.id("PL-1"),
                ImmutablePayeeListTerms.builder()
                        .division(World.DIVISION)
                        .agency(World.ORGAN)
                        .fiscalYear(World.YEAR)
                        .kind("4")
                        .addDetails(ImmutablePayeeDetail.builder()
                                .name("持卡人")
                                .account(BOUGHT.card())
                                .bank("商业银行")
                                .amount(Fen.money(100_00))
                                .consumption(BOUGHT)
                                .build())
                        .build(),
                trail(steps)));
    }

    private static OpeningTerms repaid(OpeningTerms opening, long fen) {
        return kept(opening, "CONSUMPTIONS_REIMBURSED", "LISTS_CONFIRMED", BOUGHT.key(), fen);
    }

    @Test
    void what_was_bought_by_card_is_kept_as_repaid_as_far_as_lists_repay_it() {
        OpeningTerms confirmed = kept(
                repaying("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE CONFIRMED"),
                "LISTS_FREE",
                "LISTS_CONFIRMED",
                "PL-1",
                100_00);
        assertThat(texts(repaid(confirmed, 100_00))).isEmpty();
        assertThat(codes(repaid(confirmed, 100_01))).containsExactly("opening.card-consumptions");
        assertThat(texts(repaid(confirmed, 100_01)))
                .containsExactly("at consumption by card 6283/2024-02-24/000123: repaid 100.01 = 100.01,"
                        + " but payee-list:PL-1 100.00 = 100.00; the difference is 0.01");
        assertThat(texts(repaid(repaying("CREATE DRAFT", "SUBMIT SUBMITTED"), 100_00)))
                .containsExactly("at consumption by card 6283/2024-02-24/000123: repaid 100.00 = 100.00,"
                        + " but nothing 0.00 = 0.00; the difference is 100.00");
    }

    @Test
    void what_came_back_of_a_purchase_by_card_is_not_kept_as_repaid() {
        OpeningTerms paid = kept(
                repaying("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE CONFIRMED", "PAY PAID"),
                "LISTS_PAID",
                "LISTS_CONFIRMED",
                "PL-1",
                70_00);
        OpeningTerms returned = kept(paid, "DETAILS_RETURNED", "LISTS_CONFIRMED", "PL-1/1", 30_00);
        assertThat(texts(repaid(returned, 70_00))).isEmpty();
        assertThat(texts(repaid(returned, 100_00)))
                .containsExactly("at consumption by card 6283/2024-02-24/000123: repaid 100.00 = 100.00,"
                        + " but payee-list:PL-1 70.00 = 70.00; the difference is 30.00");
    }

    @Test
    void no_list_pays_again_what_came_back_of_itself_by_whichever_way() {
        OpeningTerms circle = holding(
                again("PL-1", 1, new Origin(PayeeList.id("PL-2"), 2)),
                again("PL-2", 2, new Origin(PayeeList.id("PL-3"), 1)),
                again("PL-3", 1, new Origin(PayeeList.id("PL-1"), 1)),
                again("PL-4", 1, new Origin(PayeeList.id("PL-1"), 1)));

        assertThat(OpeningFixtures.committed(circle).refusals())
                .filteredOn(refusal -> refusal.code().equals("opening.part-of-itself"))
                .extracting(Refusal::text)
                .containsExactly(
                        "payee-list:PL-1 is above itself: payee-list:PL-1, payee-list:PL-2, payee-list:PL-3",
                        "payee-list:PL-2 is above itself: payee-list:PL-2, payee-list:PL-3, payee-list:PL-1",
                        "payee-list:PL-3 is above itself: payee-list:PL-3, payee-list:PL-1, payee-list:PL-2");
        assertThat(codes(holding(again("PL-1", 1, new Origin(PayeeList.id("PL-1"), 1)))))
                .contains("opening.part-of-itself");
    }

    /** A paid list whose last detail pays again what came back of another. */
    private static Restored again(String number, int details, Origin origin) {
        ImmutablePayeeDetail plain = ImmutablePayeeDetail.builder()
                .name("持卡人")
                .account(BOUGHT.card())
                .bank("商业银行")
                .amount(Fen.money(1_00))
                .consumption(BOUGHT)
                .build();
        return new Restored(
                PayeeList.id(number),
                ImmutablePayeeListTerms.builder()
                        .division(World.DIVISION)
                        .agency(World.ORGAN)
                        .fiscalYear(World.YEAR)
                        .kind("4")
                        .addAllDetails(Collections.nCopies(details - 1, plain))
                        .addDetails(plain.withOrigin(origin))
                        .build(),
                trail("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE CONFIRMED", "PAY PAID"));
    }

    // ---- demands of banks -------------------------------------------------------------------------------------------

    private static final Id<CollectionAgreement> AGREEMENT = CollectionAgreement.id("X1");
    private static final Id<CollectionDemand> DEMAND = CollectionDemand.number("E1");
    private static final Account PAYEE = new Account("供应商", "6222000011112222", "商业银行");

    /** A demand of 20 yuan, as far as it went, and the agreement under which it was raised. */
    private static OpeningTerms demanded(String... steps) {
        return holding(
                new Restored(
                        AGREEMENT,
                        ImmutableAgreementTerms.builder()
                                .division(World.DIVISION)
                                .agency(World.ORGAN)
                                .fiscalYear(World.YEAR)
                                .kind("2")
                                .payerAccount("Z105001")
                                .payee(PAYEE)
                                .bank("商业银行")
                                .firstDay(DAY.minusMonths(1))
                                .build(),
                        trail("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE IN_FORCE")),
                new Restored(
                        DEMAND,
                        ImmutableDemandTerms.builder()
                                .division(World.DIVISION)
                                .agency(World.ORGAN)
                                .fiscalYear(World.YEAR)
                                .agreement(AGREEMENT)
                                .payerAccount("Z105001")
                                .payee(PAYEE)
                                .amount(Fen.money(20_00))
                                .raisedOn(DAY)
                                .remark("2月电费")
                                .build(),
                        trail(steps)));
    }

    private static OpeningTerms became(OpeningTerms opening, String account, long fen) {
        return kept(opening, account, "DEMANDS_RAISED", "E1", fen);
    }

    @Test
    void a_demand_of_a_bank_is_free_paid_or_come_back_as_it_stands() {
        OpeningTerms raised = demanded("RAISE RAISED");
        assertThat(texts(became(raised, "DEMANDS_FREE", 20_00))).isEmpty();
        assertThat(codes(became(raised, "DEMANDS_FREE", 19_99))).containsExactly("opening.collection-demands");
        assertThat(texts(became(raised, "DEMANDS_FREE", 19_99)))
                .containsExactly("at collection-demand:E1: amount 20.00 = 20.00,"
                        + " but free 19.99 = 19.99; the difference is 0.01");

        OpeningTerms paid = became(demanded("RAISE RAISED", "PAY PAID"), "DEMANDS_PAID", 15_00);
        assertThat(texts(became(paid, "DEMANDS_REFUNDED", 5_00))).isEmpty();
        assertThat(texts(became(paid, "DEMANDS_REFUNDED", 5_01)))
                .containsExactly("at paid of collection-demand:E1: amount 20.00 = 20.00,"
                        + " but paid 15.00 + come back 5.01 = 20.01; the difference is -0.01");

        OpeningTerms refunded = demanded("RAISE RAISED", "PAY PAID", "REFUND REFUNDED");
        assertThat(texts(became(refunded, "DEMANDS_REFUNDED", 20_00))).isEmpty();
        assertThat(texts(became(became(refunded, "DEMANDS_REFUNDED", 15_00), "DEMANDS_PAID", 5_00)))
                .containsExactly(
                        "at come back of collection-demand:E1: amount 20.00 = 20.00,"
                                + " but come back 15.00 = 15.00; the difference is 5.00",
                        "at paid of collection-demand:E1: nothing 0.00 = 0.00,"
                                + " but paid 5.00 = 5.00; the difference is -5.00");
    }

    /** The opening whose request R1 of 20 yuan, which is not paid, names the demand. */
    private static OpeningTerms requested(OpeningTerms opening) {
        Stream<Restored> documents = opening.documents().stream()
                .map(whole -> whole.id().equals(World.request("R1"))
                        ? new Restored(
                                whole.id(),
                                ImmutablePaymentTerms.copyOf((PaymentTerms) whole.terms())
                                        .withDemand(Optional.of(DEMAND)),
                                whole.trail())
                        : whole);
        return ImmutableOpeningTerms.builder()
                .from(opening)
                .documents(documents.toList())
                .build();
    }

    @Test
    void a_demand_that_is_named_is_held_by_the_request_that_names_it() {
        OpeningTerms raised = demanded("RAISE RAISED");
        OpeningTerms named = became(raised, "DEMANDS_NAMED", 20_00);
        assertThat(texts(requested(named))).isEmpty();
        assertThat(codes(named)).containsExactly("opening.collection-demands-named");
        assertThat(texts(named))
                .containsExactly("at collection-demand:E1: named 20.00 = 20.00,"
                        + " but nothing 0.00 = 0.00; the difference is 20.00");
        assertThat(texts(requested(became(raised, "DEMANDS_FREE", 20_00))))
                .containsExactly("at collection-demand:E1: nothing 0.00 = 0.00,"
                        + " but request R1 20.00 = 20.00; the difference is -20.00");
    }
}
