package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.opening.OpeningFixtures.codes;
import static org.fiscalloop.opening.OpeningFixtures.read;
import static org.fiscalloop.opening.OpeningFixtures.rules;
import static org.fiscalloop.opening.OpeningFixtures.tables;
import static org.fiscalloop.opening.OpeningFixtures.texts;
import static org.fiscalloop.opening.OpeningFixtures.with;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each identity is broken once, and named with the rows of both its sides. */
class OpeningCheckTest {
    private static final Segments L1 = block(Dimensions.LINE, "L1");
    private static final Segments A1 = L1.with(Dimensions.ALLOTMENT, "A1");
    private static final Segments HT1 = Dimensions.of(Dimensions.DIVISION, World.DIVISION)
            .with(Dimensions.AGENCY, World.ORGAN)
            .with(Dimensions.PROJECT, World.code(1).value())
            .with(Dimensions.DOCUMENT, "HT-1");

    private static Segments block(Dimension dimension, String code) {
        return Dimensions.segments(World.elements(World.ORGAN, org.fiscalloop.project.Project.id(World.code(1))))
                .with(dimension, code);
    }

    static OpenedBalance debit(LedgerId ledger, String account, Segments at, long fen) {
        return new OpenedBalance(new Meaning(ledger, account), at, new Balance(fen, 0, 0, 0), Optional.empty());
    }

    static OpenedBalance credit(LedgerId ledger, String account, Segments at, long fen) {
        return new OpenedBalance(new Meaning(ledger, account), at, new Balance(0, 0, fen, 0), Optional.empty());
    }

    private static OpeningTerms edited(String table, String from, String to) {
        return read(tables(table, from, to)).opening();
    }

    /** The opening at the end of another day. */
    private static OpeningTerms onDay(LocalDate day) {
        return ImmutableOpeningTerms.builder()
                .from(OpeningFixtures.opening())
                .day(day)
                .build();
    }

    /** An opening that breaks something, all that it breaks, and what is said of the first. */
    private record Broken(String said, OpeningTerms opening, ImmutableList<String> codes) {}

    private static Broken broken(String said, OpeningTerms opening, String... codes) {
        return new Broken(
                said,
                opening,
                Stream.of(codes).map(code -> "opening." + code).collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<Broken> all() {
        Segments agency = Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION,
                World.DIVISION,
                Dimensions.YEAR,
                "2024",
                Dimensions.AGENCY,
                World.ORGAN,
                Dimensions.FUND,
                "111"));
        Segments treasury = agency.with(Dimensions.FUNCTION, "2010602").with(Dimensions.GOVERNMENT_ECONOMIC, "50201");
        return ImmutableList.of(
                broken(
                        "payment-voucher:V2: its payment 2024-02-26 is before its date 2024-02-27",
                        edited("vouchers.csv", "20240227,SV2,20240228", "20240227,SV2,20240226"),
                        "date-out-of-order"),
                broken(
                        "payment-voucher:V2: the day of the opening 2024-02-29 is before its payment 2024-03-01",
                        edited("vouchers.csv", "20240227,SV2,20240228", "20240227,SV2,20240301"),
                        "date-out-of-order"),
                broken(
                        "payment-voucher:V1: the day of the opening 2024-02-29 is before its date 2024-03-01",
                        edited("vouchers.csv", "V1,20240228", "V1,20240301"),
                        "date-out-of-order"),
                broken(
                        "payment-voucher:V1: its date 2023-12-31 is before the first day of its fiscal year 2024-01-01",
                        edited("vouchers.csv", "V1,20240228", "V1,20231231"),
                        "date-out-of-order"),
                broken(
                        "payment-voucher:V1: the last day of its fiscal year 2024-12-31 is before its date 2025-01-01",
                        edited("vouchers.csv", "V1,20240228", "V1,20250101"),
                        "date-out-of-order"),
                broken(
                        "payment-voucher:V2: the last day of its fiscal year 2024-12-31 is before its payment 2025-01-02",
                        edited("vouchers.csv", "20240227,SV2,20240228", "20240227,SV2,20250102"),
                        "date-out-of-order"),
                broken(
                        "payment-voucher:V3: the day of the opening 2024-02-29 is before its clearing 2024-03-01",
                        edited("vouchers.csv", "SV3,20240227,B1,20240228", "SV3,20240227,B1,20240301"),
                        "date-out-of-order"),
                broken(
                        "opening:310107000/2025-01-01: the last day of its fiscal year 2024-12-31 is before"
                                + " the day of the opening 2025-01-01",
                        onDay(LocalDate.of(2025, 1, 1)),
                        "date-out-of-order"),
                broken(
                        "opening:310107000/2023-12-30: the day of the opening 2023-12-30 is before"
                                + " the eve of the fiscal year 2023-12-31",
                        onDay(LocalDate.of(2023, 12, 30)),
                        "date-out-of-order"),
                broken(
                        "actor:chief: chief would hold allotment.nothing, which no act and no post asks for",
                        edited("actors.csv", "allotment.finance,", "allotment.nothing,"),
                        "unknown-code"),
                broken(
                        "bank-account:310107000/Z105001: 99 is no code of ACC_TYPE 账户类别 in 2024",
                        edited("accounts.csv", "代理银行,21,105001", "代理银行,99,105001"),
                        "unknown-code"),
                broken(
                        "actor:chief names agency:310107000/105009, which the opening does not hold",
                        edited("actors.csv", "allotment.finance,", "allotment.finance,105009"),
                        "names-nothing"),
                broken(
                        "payment-request:R2 names bank-account:310107000/Z9, which the opening does not hold",
                        edited("payment-requests.csv", "V1,30.00,Z105001", "V1,30.00,Z9"),
                        "names-nothing"),
                broken(
                        "debits are 20.00, credits 21.00; the difference is -1.00",
                        edited(
                                "trial-balance.csv",
                                "agency,105002,4001,111,,,,,,20.00",
                                "agency,105002,4001,111,,,,,,21.00"),
                        "unbalanced",
                        "both-incomes"),
                broken(
                        "at allotment:A1: amount 480.00 = 480.00, but Executable allotment of an agency 281.00",
                        edited("allotments.csv", "280.00", "281.00"),
                        "unbalanced",
                        "class-equation",
                        "allotment-amount",
                        "line-released"),
                broken(
                        "at allotment:A0: amount 100.00 = 100.00, but Allocated to department, not yet issued 40.00",
                        edited("allotments.csv", "A2,L1,A0,", "A2,L1,,"),
                        "unbalanced",
                        "class-equation",
                        "allotment-amount",
                        "line-released"),
                broken(
                        "at 2024 line L1: ",
                        with(
                                debit(Ledgers.ALLOTMENT, "UNALLOCATED", L1, 5),
                                credit(Ledgers.ALLOTMENT, "UNALLOCATED", L1.with(Dimensions.LINE, "L2"), 5)),
                        "class-equation",
                        "line-unreleased"),
                broken(
                        "at line L1: released 580.01 = 580.01, but allotment A0 40.00 + allotment A1 480.00 + allotment A2 60.00",
                        with(
                                debit(Ledgers.MEMORANDUM, "RELEASED_BUDGET", L1, 1),
                                credit(Ledgers.MEMORANDUM, "RESERVED_PROJECTS", L1, 1)),
                        "line-released",
                        "line-budget",
                        "project-total"),
                broken(
                        "at line L1: to be allocated 70.00 = 70.00, but to be released 70.01 = 70.01",
                        with(
                                debit(Ledgers.MEMORANDUM, "LINE_UNRELEASED", L1, 1),
                                credit(Ledgers.MEMORANDUM, "PROJECT_RESERVE", L1, 1)),
                        "line-budget",
                        "line-unreleased"),
                broken(
                        "at line L1: proposed 0.01 = 0.01, but nothing 0.00 = 0.00; the difference is 0.01",
                        with(
                                debit(Ledgers.MEMORANDUM, "LINE_PROPOSED", L1, 1),
                                credit(Ledgers.MEMORANDUM, "PROJECT_RESERVE", L1, 1)),
                        "line-proposed"),
                broken(
                        "total 1000.00 = 1000.00, but open reserve 150.01",
                        with(
                                debit(Ledgers.MEMORANDUM, "PROJECT_RESERVE", L1, 1),
                                credit(Ledgers.MEMORANDUM, "RESERVED_PROJECTS", L1, 1)),
                        "project-total"),
                broken(
                        "at contract:HT-1: amount 90.00 = 90.00,"
                                + " but left to pay 50.00 + applied for 0.01 + paid 40.00 = 90.01",
                        with(
                                debit(Ledgers.MEMORANDUM, "CONTRACT_APPLIED", HT1, 1),
                                credit(Ledgers.MEMORANDUM, "PAYABLE_BY_CONTRACTS", HT1, 1)),
                        "contract-total",
                        "contract-payable"),
                broken(
                        "at allotment A1: applied for 50.00 = 50.00, but request R1 21.00 + request R2 30.00 = 51.00",
                        edited("payment-requests.csv", "R1,A1,,20.00", "R1,A1,,21.00"),
                        "payments-in-flight"),
                broken(
                        "at allotment A1: to be cleared 40.01 = 40.01, but voucher V2 40.00 = 40.00",
                        with(
                                debit(Ledgers.MEMORANDUM, "PAID_NOT_CLEARED", A1, 1),
                                credit(Ledgers.MEMORANDUM, "CLEARING_DUE", A1, 1)),
                        "paid-not-cleared",
                        "treasury-expenditure"),
                broken(
                        "at payment-voucher:V3: refundable 10.01 = 10.01, but paid 10.00 = 10.00",
                        with(
                                debit(Ledgers.MEMORANDUM, "REFUNDABLE", A1.with(Dimensions.PAYMENT, "R4"), 1),
                                credit(Ledgers.MEMORANDUM, "PAYMENTS_MADE", A1, 1)),
                        "refundable"),
                broken(
                        "General public budget expenditure 60.01 = 60.01, but paid 100.00 - not cleared 40.00 = 60.00",
                        with(
                                debit(Ledgers.TREASURY, "GENERAL_PUBLIC_BUDGET_EXPENDITURE", treasury, 1),
                                credit(Ledgers.TREASURY, "TREASURY_CASH", treasury, 1)),
                        "treasury-expenditure"),
                broken(
                        "at 2024 agency 105001: From fiscal appropriation 100.01 = 100.01, but paid 100.00 = 100.00",
                        with(
                                debit(
                                        Ledgers.AGENCY,
                                        "ADMINISTRATIVE_EXPENDITURE_FROM_FISCAL_APPROPRIATION",
                                        agency,
                                        1),
                                credit(Ledgers.AGENCY, "OPERATING_BUDGET_INCOME_EARMARKED", agency, 1)),
                        "agency-expenditure"),
                broken(
                        "at 2024 agency 105001: Project expenditure 100.01 = 100.01, but paid 100.00 = 100.00",
                        with(
                                debit(Ledgers.AGENCY, "BUSINESS_EXPENDITURE", agency, 1),
                                credit(Ledgers.AGENCY, "FISCAL_BUDGET_INCOME_PROJECT", agency, 1)),
                        "agency-income",
                        "both-incomes"),
                broken(
                        "Fiscal appropriation income 100.01 = 100.01, but Project expenditure 100.00 = 100.00",
                        with(
                                debit(Ledgers.AGENCY, "OPERATING_ACTIVITY_EXPENSES", agency, 1),
                                credit(Ledgers.AGENCY, "FISCAL_INCOME", agency, 1)),
                        "both-incomes"),
                broken(
                        "Fiscal quota receivable (carried-over budget quota) 0.01 = 0.01, but nothing 0.00 = 0.00",
                        with(
                                debit(Ledgers.AGENCY, "QUOTA_RECEIVABLE", agency, 1),
                                credit(Ledgers.AGENCY, "OPERATING_INCOME", agency, 1)),
                        "both-quotas"),
                broken(
                        "balance of allotment/UNALLOCATED names budget-line:L9, which the opening does not hold",
                        with(
                                debit(Ledgers.ALLOTMENT, "UNALLOCATED", L1.with(Dimensions.LINE, "L9"), 1),
                                credit(Ledgers.ALLOTMENT, "CURRENT_REVENUE", L1.with(Dimensions.LINE, "L9"), 1)),
                        "names-nothing",
                        "line-budget",
                        "line-unreleased"),
                broken(
                        "agency:310107000/105 is above itself: agency:310107000/105, agency:310107000/105001",
                        edited("agencies.csv", "105,主管部门,1,", "105,主管部门,1,105001"),
                        "part-of-itself"),
                broken(
                        "budget-line:L1: ",
                        edited(
                                "budget-lines.csv",
                                "L1,31010724T000000000001,105001,2010602",
                                "L1,31010724T000000000001,105001,2019999"),
                        "unknown-code",
                        "treasury-expenditure"),
                broken(
                        "balance of allotment/FROZEN of allotment:A1 stands under",
                        with(
                                debit(Ledgers.ALLOTMENT, "FROZEN", A1.with(Dimensions.AGENCY, "105"), 1),
                                credit(Ledgers.ALLOTMENT, "EXECUTABLE", A1, 1)),
                        "other-block"),
                broken(
                        "Frozen allotment of allotment A1 is -0.01",
                        with(
                                credit(Ledgers.ALLOTMENT, "FROZEN", A1, 50_01),
                                debit(Ledgers.ALLOTMENT, "EXECUTABLE", A1, 50_01)),
                        "negative"));
    }

    @TestFactory
    Stream<DynamicTest> an_opening_that_breaks_an_identity_is_refused_with_the_rows_of_both_sides() {
        return all().stream()
                .map(broken -> dynamicTest(String.join(" ", broken.codes()), () -> {
                    assertThat(codes(broken.opening())).isEqualTo(broken.codes());
                    assertThat(texts(broken.opening()))
                            .anySatisfy(text -> assertThat(text).contains(broken.said()));
                    assertThat(LoopFlow.OPENING.check(broken.opening(), rules()).refusals())
                            .allSatisfy(OpeningFixtures::assertChinese);
                    assertThat(OpeningFixtures.committed(broken.opening()).refusals())
                            .isEqualTo(LoopFlow.OPENING
                                    .check(broken.opening(), rules())
                                    .refusals());
                }));
    }

    @Test
    void every_identity_is_broken_by_some_opening() {
        // seen below, and in OpeningOfYearsTest, OpenedTreasuryTest, CashPlanPaymentTest and BatchPaymentTest
        var forms = ImmutableList.of(
                "empty",
                "elsewhere",
                "document-twice",
                "stands-otherwise",
                "unknown-account",
                "both-cash",
                "message-on-its-way",
                "cash-plans",
                "payee-lists",
                "payee-details",
                "payee-lists-named");
        assertThat(all().stream().flatMap(broken -> broken.codes().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(OpeningControls.NATIONAL.reasons().byCode().keySet().stream()
                        .filter(code -> !OpeningHoldingsTest.CODES.contains(code))
                        .filter(code -> !OpeningFollowedTest.CODES.contains(code))
                        .filter(code -> forms.stream().noneMatch(form -> code.equals("opening." + form)))
                        .toList());
    }

    @Test
    void cash_that_differs_between_the_bases_warns_for_money_in_trust_stands_in_one_alone() {
        OpeningTerms trust = edited(
                "trial-balance.csv", "agency,105001,1002,111,,,30.00,,,", "agency,105001,1002,111,,,30.00,,9.00,");
        OpeningTerms opening = ImmutableOpeningTerms.builder()
                .from(trust)
                .addBalances(credit(
                        Ledgers.AGENCY,
                        "OTHER_PAYABLES",
                        Dimensions.ALL.segments(ImmutableMap.of(
                                Dimensions.DIVISION,
                                World.DIVISION,
                                Dimensions.YEAR,
                                "2024",
                                Dimensions.AGENCY,
                                World.ORGAN,
                                Dimensions.FUND,
                                "111")),
                        9_00))
                .build();
        var committed = OpeningFixtures.committed(opening);
        assertThat(committed.isDone()).isTrue();
        assertThat(committed.warnings()).extracting(Refusal::code).containsExactly("opening.both-cash");
        assertThat(committed.warnings().get(0).text())
                .isEqualTo("at 2024 agency 105001: Bank deposits 39.00 = 39.00, but Monetary funds 30.00 = 30.00;"
                        + " the difference is 9.00");
    }

    @Test
    void what_is_no_opening_at_all_is_named_before_anything_is_added_up() {
        OpeningTerms opening = OpeningFixtures.opening();
        assertThat(codes(ImmutableOpeningTerms.builder()
                        .from(opening)
                        .documents(ImmutableList.of())
                        .balances(ImmutableList.of())
                        .build()))
                .containsExactly("opening.empty");
        assertThat(codes(with(debit(Ledgers.ALLOTMENT, "NO_SUCH", L1, 1)))).containsExactly("opening.unknown-account");
        assertThat(codes(with(debit(Ledgers.ALLOTMENT, "EXPENDITURE", L1, 1))))
                .containsExactly("opening.unknown-account");
        assertThat(codes(with(debit(Ledgers.ALLOTMENT, "EXECUTABLE", A1.with(Dimensions.DIVISION, "310101000"), 1))))
                .containsExactly("opening.elsewhere");
        var first = opening.documents().get(0);
        assertThat(codes(ImmutableOpeningTerms.builder()
                        .from(opening)
                        .addDocuments(first)
                        .build()))
                .containsExactly("opening.document-twice");
        assertThat(texts(standing(
                        opening,
                        trail ->
                                new Trail(trail.steps().subList(1, trail.steps().size())))))
                .anySatisfy(text -> assertThat(text).startsWith("budget-line:L1 cannot stand so: budget-line: step 1"));
    }

    @Test
    void debits_equal_credits_in_every_month() {
        OpenedBalance debit = debit(Ledgers.ALLOTMENT, "UNALLOCATED", L1, 5);
        OpenedBalance credit = credit(Ledgers.ALLOTMENT, "UNALLOCATED", L1, 5);
        OpeningTerms opening = with(
                new OpenedBalance(
                        debit.account(), debit.segments(), debit.booked(), Optional.of(YearMonth.of(2024, 1))),
                new OpenedBalance(
                        credit.account(), credit.segments(), credit.booked(), Optional.of(YearMonth.of(2024, 2))));
        assertThat(codes(opening)).containsExactly("opening.unbalanced");
    }

    private static OpeningTerms standing(OpeningTerms opening, UnaryOperator<Trail> other) {
        return ImmutableOpeningTerms.builder()
                .from(opening)
                .documents(opening.documents().stream()
                        .map(whole -> whole.id().toString().equals("budget-line:L1")
                                ? new Restored(whole.id(), whole.terms(), other.apply(whole.trail()))
                                : whole)
                        .toList())
                .build();
    }
}
