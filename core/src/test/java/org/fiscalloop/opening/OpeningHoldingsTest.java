package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.opening.OpeningCheckTest.credit;
import static org.fiscalloop.opening.OpeningCheckTest.debit;
import static org.fiscalloop.opening.OpeningFixtures.codes;
import static org.fiscalloop.opening.OpeningFixtures.texts;
import static org.fiscalloop.opening.OpeningFixtures.trail;
import static org.fiscalloop.opening.OpeningFixtures.with;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.asset.AssetCard;
import org.fiscalloop.asset.AssetClass;
import org.fiscalloop.asset.AssetTerms;
import org.fiscalloop.asset.AssetTerms.Acquisition;
import org.fiscalloop.asset.ImmutableAssetTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.debt.Debt;
import org.fiscalloop.debt.DebtKind;
import org.fiscalloop.debt.DebtTerms.Conditions;
import org.fiscalloop.debt.DebtTerms.DayCount;
import org.fiscalloop.debt.DebtTerms.Issue;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.debt.ImmutableDebtTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.ImmutablePlanTerms;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.fiscalloop.temporary.ImmutableTemporaryTerms;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms;
import org.fiscalloop.temporary.TemporaryTerms.Kind;
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
            "opening.asset-cards",
            "opening.debt-accounts",
            "opening.asset-accounts",
            "opening.temporary-payments",
            "opening.temporary-ceiling",
            "opening.temporary-accounts",
            "opening.temporary-excess",
            "opening.card-depreciation",
            "opening.debt-approved",
            "opening.debt-refinanced",
            "opening.bonds-lent",
            "opening.contract-reserved",
            "opening.procurement-plans");

    private static final LocalDate DAY = OpeningFixtures.DAY;
    private static final Id<Debt> OLD = Debt.id("Z1");
    private static final Id<Debt> NEW = Debt.id("Z2");

    /** The segments of the division and of a document of it. */
    private static Segments of(String document) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, World.DIVISION, Dimensions.YEAR, "2024", Dimensions.DOCUMENT, document));
    }

    @ParameterizedTest
    @CsvSource({
        "debt-outstanding, GENERAL_DEBT_OUTSTANDING, DEBT_FOLLOWED, Z1, at general debt of debt:Z1: owed",
        "debt-outstanding, SPECIAL_DEBT_OUTSTANDING, DEBT_FOLLOWED, Z1, at special debt of debt:Z1: owed",
        "debt-approved, GENERAL_DEBT_APPROVED, DEBT_FOLLOWED, Z1, at general debt of debt:Z1: kept as approved",
        "debt-approved, SPECIAL_DEBT_APPROVED, DEBT_FOLLOWED, Z1, at special debt of debt:Z1: kept as approved",
        "bonds-lent, BOND_TO_LEND, DEBT_FOLLOWED, Z1, at debt:Z1: not lent on",
        "bonds-lent, BOND_RETURNED, DEBT_FOLLOWED, Z1, at debt:Z1: returned by borrowers",
        "contract-payable, CONTRACT_PAYABLE, PAYABLE_BY_CONTRACTS, Z1, at contract:Z1: payable",
        "contract-reserved, RESERVED_FOR_CONTRACTS, CONTRACT_RESERVATIONS, Z1, at contract:Z1: reserved",
        "procurement-plans, PLAN_RESTS, PLANS_FILED, Z1, at filed of procurement-plan:Z1: filed",
        "procurement-plans, PLANS_CONTRACTED, PLANS_FILED, Z1, at filed of procurement-plan:Z1: filed",
        "temporary-excess, TEMPORARY_EXCESS, TEMPORARY_FOLLOWED, '', at ceiling of temporary payments: kept as excess",
        "card-depreciation, CARD_DEPRECIATION, ASSETS_FOLLOWED, K1, at asset-card:K1: depreciated",
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

    /** What else is wrong than what is kept of a document beside it. */
    private static ImmutableList<String> wrong(OpeningTerms opening, String account, String contra, String document) {
        assertThat(texts(opening)).isEmpty();
        return texts(ImmutableOpeningTerms.builder()
                .from(opening)
                .addBalances(
                        debit(Ledgers.MEMORANDUM, account, of(document), 1),
                        credit(Ledgers.MEMORANDUM, contra, of(document), 1))
                .build());
    }

    private static OpeningTerms holding(OpeningTerms opening, EventType.Restored... documents) {
        return ImmutableOpeningTerms.builder()
                .from(opening)
                .addDocuments(documents)
                .build();
    }

    private static ImmutableTemporaryTerms temporary() {
        return ImmutableTemporaryTerms.builder()
                .division(World.DIVISION)
                .agency(World.ORGAN)
                .fiscalYear(World.YEAR)
                .kind(Kind.APPROPRIATED_AHEAD)
                .fund("111")
                .amount(Fen.money(100_00))
                .purpose("抢险救灾")
                .legalBasis("府办〔2024〕1号")
                .dueOn(DAY)
                .build();
    }

    @Test
    void a_payment_to_a_division_below_stands_on_no_account_of_what_agencies_got_ahead() {
        Segments treasury = of("").with(Dimensions.FUND, "111");
        OpeningTerms opening = holding(
                with(
                        debit(Ledgers.TREASURY, "CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY", treasury, 100_00),
                        credit(Ledgers.TREASURY, "TREASURY_DEPOSITS", treasury, 100_00),
                        debit(Ledgers.MEMORANDUM, "TEMPORARY_OUTSTANDING", of("T1"), 100_00),
                        credit(Ledgers.MEMORANDUM, "TEMPORARY_FOLLOWED", of("T1"), 100_00)),
                new EventType.Restored(
                        TemporaryPayment.id("T1"),
                        ImmutableTemporaryTerms.builder()
                                .from(temporary())
                                .kind(Kind.LOWER_LEVEL)
                                .agency("")
                                .lowerDivision("310107100")
                                .paidOut(new TemporaryTerms.PaidOut("S1", DAY, World.YEAR))
                                .build(),
                        trail("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE APPROVED", "DISBURSE ADVANCED")));
        assertThat(codes(opening)).isEmpty();
        assertThat(OpeningFixtures.committed(opening).warnings()).isEmpty();
    }

    @Test
    void no_more_is_above_the_ceiling_of_temporary_payments_than_is_approved_and_out() {
        OpeningTerms opening = holding(
                with(
                        debit(Ledgers.MEMORANDUM, "TEMPORARY_APPROVED", of("T1"), 100_00),
                        credit(Ledgers.MEMORANDUM, "TEMPORARY_FOLLOWED", of("T1"), 100_00),
                        debit(Ledgers.MEMORANDUM, "TEMPORARY_EXCESS", of(""), 100_00),
                        credit(Ledgers.MEMORANDUM, "TEMPORARY_FOLLOWED", of(""), 100_00)),
                new EventType.Restored(
                        TemporaryPayment.id("T1"),
                        temporary(),
                        trail("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE APPROVED")));
        assertThat(wrong(opening, "TEMPORARY_EXCESS", "TEMPORARY_FOLLOWED", ""))
                .containsExactly("at ceiling of temporary payments: kept as excess 100.01 = 100.01,"
                        + " but approved and out above it 100.00 = 100.00; the difference is 0.01");
    }

    private static ImmutableDebtTerms debt(long fen) {
        return ImmutableDebtTerms.builder()
                .division(World.DIVISION)
                .fiscalYear(World.YEAR)
                .kind(DebtKind.GENERAL)
                .use(Use.NEW)
                .name("2024年债券")
                .fund("112")
                .principal(Fen.money(fen))
                .documentNo("财债〔2024〕1号")
                .build();
    }

    /** Of 100 yuan a second bond, which is approved, will repay what it comes to. */
    private static OpeningTerms refinancing(long owed, long fen) {
        return holding(
                with(
                        debit(Ledgers.MEMORANDUM, "GENERAL_DEBT_OUTSTANDING", of("Z1"), owed),
                        credit(Ledgers.MEMORANDUM, "DEBT_FOLLOWED", of("Z1"), owed),
                        debit(Ledgers.MEMORANDUM, "BOND_TO_LEND", of("Z1"), owed),
                        credit(Ledgers.MEMORANDUM, "DEBT_FOLLOWED", of("Z1"), owed),
                        debit(Ledgers.MEMORANDUM, "GENERAL_DEBT_APPROVED", of("Z2"), fen),
                        credit(Ledgers.MEMORANDUM, "DEBT_FOLLOWED", of("Z2"), fen),
                        debit(Ledgers.MEMORANDUM, "GENERAL_DEBT_REFINANCED", of("Z1"), fen),
                        credit(Ledgers.MEMORANDUM, "DEBT_FOLLOWED", of("Z1"), fen)),
                new EventType.Restored(
                        OLD,
                        debt(owed)
                                .withIssue(new Issue(
                                        "F1",
                                        DAY,
                                        Fen.money(owed),
                                        Fen.money(0),
                                        Fen.money(0),
                                        new Conditions(
                                                "2405001",
                                                BigDecimal.ZERO,
                                                0,
                                                DAY,
                                                DAY.plusYears(5),
                                                DayCount.BY_PERIOD))),
                        trail("PLAN DRAFT", "SUBMIT SUBMITTED", "APPROVE APPROVED", "ISSUE OUTSTANDING")),
                new EventType.Restored(
                        NEW,
                        debt(fen).withUse(Use.REFINANCING).withRefinances(new Refinanced(OLD, Fen.money(fen))),
                        trail("PLAN DRAFT", "SUBMIT SUBMITTED", "APPROVE APPROVED")));
    }

    @Test
    void no_more_of_a_debt_is_to_be_refinanced_than_bonds_repay_of_it_and_than_is_owed() {
        assertThat(wrong(refinancing(100_00, 60_00), "GENERAL_DEBT_REFINANCED", "DEBT_FOLLOWED", "Z1"))
                .containsExactly("at general debt of debt:Z1: to be refinanced 60.01 = 60.01,"
                        + " but bonds repay 60.00 = 60.00; the difference is 0.01");
        assertThat(texts(refinancing(50_00, 60_00)))
                .containsExactly("at to be refinanced of general debt of debt:Z1: to be refinanced 60.00 = 60.00,"
                        + " but owed 50.00 = 50.00; the difference is 10.00");
        assertThat(wrong(refinancing(100_00, 60_00), "SPECIAL_DEBT_REFINANCED", "DEBT_FOLLOWED", "Z1"))
                .containsExactly(
                        "at special debt of debt:Z1: to be refinanced 0.01 = 0.01,"
                                + " but nothing 0.00 = 0.00; the difference is 0.01",
                        "at to be refinanced of special debt of debt:Z1: to be refinanced 0.01 = 0.01,"
                                + " but nothing 0.00 = 0.00; the difference is 0.01");
    }

    @Test
    void general_and_special_debt_do_not_stand_for_each_other() {
        OpeningTerms opening = refinancing(100_00, 60_00);
        OpeningTerms shifted = ImmutableOpeningTerms.builder()
                .from(opening)
                .addBalances(
                        debit(Ledgers.MEMORANDUM, "SPECIAL_DEBT_OUTSTANDING", of("Z1"), 1),
                        credit(Ledgers.MEMORANDUM, "GENERAL_DEBT_OUTSTANDING", of("Z1"), 1),
                        debit(Ledgers.MEMORANDUM, "SPECIAL_DEBT_APPROVED", of("Z2"), 1),
                        credit(Ledgers.MEMORANDUM, "GENERAL_DEBT_APPROVED", of("Z2"), 1))
                .build();
        assertThat(texts(shifted))
                .containsExactly(
                        "at general debt of debt:Z1: owed 99.99 = 99.99,"
                                + " but received and not repaid 100.00 = 100.00; the difference is -0.01",
                        "at special debt of debt:Z1: owed 0.01 = 0.01, but nothing 0.00 = 0.00; the difference is 0.01",
                        "at general debt of debt:Z2: kept as approved 59.99 = 59.99,"
                                + " but approved and not received 60.00 = 60.00; the difference is -0.01",
                        "at special debt of debt:Z2: kept as approved 0.01 = 0.01,"
                                + " but nothing 0.00 = 0.00; the difference is 0.01");
    }

    @Test
    void what_is_lent_on_of_a_bond_stands_on_its_lendings() {
        assertThat(wrong(refinancing(100_00, 60_00), "BOND_LENT", "BOND_TO_LEND", "Z1"))
                .containsExactly("at lendings of debt:Z1: lent on 0.01 = 0.01,"
                        + " but nothing 0.00 = 0.00; the difference is 0.01");
        assertThat(wrong(refinancing(100_00, 60_00), "BOND_RETURNED", "DEBT_FOLLOWED", "Z1"))
                .containsExactly("at debt:Z1: not lent on 100.00 + returned by borrowers 0.01 = 100.01,"
                        + " but owed 100.00 = 100.00; the difference is 0.01");
    }

    @Test
    void no_more_of_a_card_is_depreciated_than_it_cost() {
        OpeningTerms opening = holding(
                with(
                        debit(Ledgers.MEMORANDUM, "CARD_COST", of("K1"), 10_00),
                        credit(Ledgers.MEMORANDUM, "ASSETS_FOLLOWED", of("K1"), 10_00),
                        debit(Ledgers.MEMORANDUM, "CARD_DEPRECIATION", of("K1"), 10_00),
                        credit(Ledgers.MEMORANDUM, "ASSETS_FOLLOWED", of("K1"), 10_00)),
                new EventType.Restored(
                        AssetCard.id("K1"),
                        ImmutableAssetTerms.builder()
                                .division(World.DIVISION)
                                .agency(World.ORGAN)
                                .fiscalYear(World.YEAR)
                                .name("服务器")
                                .category("A0201")
                                .assetClass(AssetClass.FIXED_ASSETS)
                                .acquisition(Acquisition.GIFT)
                                .use(AssetTerms.Use.OPERATION)
                                .acquiredOn(DAY)
                                .cost(Fen.money(10_00))
                                .months(72)
                                .build(),
                        trail("REGISTER IN_USE")));
        assertThat(wrong(opening, "CARD_DEPRECIATION", "ASSETS_FOLLOWED", "K1"))
                .containsExactly("at asset-card:K1: depreciated 10.01 = 10.01,"
                        + " but cost 10.00 = 10.00; the difference is 0.01");
    }

    /** A plan of 50 yuan of the first line, as far as it went. */
    private static OpeningTerms planned(String... steps) {
        return holding(
                OpeningFixtures.opening(),
                new EventType.Restored(
                        ProcurementPlan.id("P1"),
                        ImmutablePlanTerms.builder()
                                .elements(World.elements(World.ORGAN, Project.id(World.code(1))))
                                .line(BudgetLine.id("L1"))
                                .name("办公设备")
                                .item("A02010000")
                                .method("1")
                                .amount(Fen.money(50_00))
                                .build(),
                        trail(steps)));
    }

    private static OpeningTerms taken(OpeningTerms opening, long filed, long rest) {
        return ImmutableOpeningTerms.builder()
                .from(opening)
                .addBalances(
                        debit(Ledgers.MEMORANDUM, "PLAN_RESTS", of("P1"), rest),
                        credit(Ledgers.MEMORANDUM, "PLANS_FILED", of("P1"), filed),
                        debit(Ledgers.MEMORANDUM, "DEBT_FOLLOWED", of(""), filed - rest))
                .build();
    }

    @Test
    void a_plan_takes_of_its_line_what_is_contracted_or_not_and_no_more_than_it_comes_to() {
        OpeningTerms filed = planned("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE FILED");
        assertThat(texts(taken(filed, 50_00, 50_00))).isEmpty();
        assertThat(texts(taken(filed, 50_00, 49_00)))
                .containsExactly("at procurement-plan:P1: filed 50.00 = 50.00,"
                        + " but not contracted 49.00 = 49.00; the difference is 1.00");
        assertThat(texts(taken(filed, 50_01, 50_01)))
                .containsExactly("at filed of procurement-plan:P1: filed 50.01 = 50.01,"
                        + " but amount 50.00 = 50.00; the difference is 0.01");
        assertThat(texts(taken(planned("CREATE DRAFT", "SUBMIT SUBMITTED"), 50_00, 50_00)))
                .containsExactly("at filed of procurement-plan:P1: filed 50.00 = 50.00,"
                        + " but nothing 0.00 = 0.00; the difference is 50.00");
    }

    @Test
    void a_detail_that_was_paid_again_had_come_back() {
        assertThat(texts(with(
                        debit(Ledgers.MEMORANDUM, "DETAILS_PAID_AGAIN", of("PL-1/2"), 5),
                        credit(Ledgers.MEMORANDUM, "LISTS_PAID", of("PL-1"), 5))))
                .contains("at detail PL-1/2: come back 0.05 = 0.05, but nothing 0.00 = 0.00; the difference is 0.05");
    }
}
