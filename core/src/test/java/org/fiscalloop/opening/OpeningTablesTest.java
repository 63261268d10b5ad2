package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.opening.OpeningFixtures.TIMELINE;
import static org.fiscalloop.opening.OpeningFixtures.codes;
import static org.fiscalloop.opening.OpeningFixtures.opening;
import static org.fiscalloop.opening.OpeningFixtures.read;
import static org.fiscalloop.opening.OpeningFixtures.tables;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.stream.Stream;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectMeasure;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A running year brought in from tables goes on: it pays, clears late, takes money back and issues. */
class OpeningTablesTest {
    private final Journal journal = new InMemoryJournal();

    private static Id<Project> project(int number) {
        return Project.id(World.code(number));
    }

    private static VoucherState state(World world, String voucher) {
        return world.loop().find(World.voucher(voucher)).orElseThrow().state();
    }

    private static long allotted(World world, String allotment) {
        return world.loop()
                .balance(
                        AllotmentMeasure.AVAILABLE,
                        Dimensions.of(Dimensions.ALLOTMENT, allotment),
                        OpeningFixtures.rules());
    }

    private static long net(
            World world, org.fiscalloop.ledger.LedgerId ledger, String account, String agency, Side side) {
        long net = 0;
        for (Balances.Kept kept : world.loop().balances().kept()) {
            boolean isMeant = kept.account().equals(new Meaning(ledger, account))
                    && kept.key().grain().isFull()
                    && kept.key().segments().value(Dimensions.AGENCY).equals(agency);
            net += isMeant ? kept.balance().net(side) : 0;
        }
        return net;
    }

    @Test
    void tables_of_a_running_year_are_read_without_a_problem_and_hold_together() {
        assertThat(read(tables()).problems()).isEmpty();
        assertThat(codes(opening())).isEmpty();
        assertThat(LoopFlow.OPENING.check(opening(), OpeningFixtures.rules()).warnings())
                .isEmpty();
    }

    @Test
    void a_request_and_its_voucher_are_of_the_kind_of_payment_that_is_told() {
        var reading = read(OpeningFixtures.cell("payment-requests.csv", 1, "PAY_TYPE_CODE", "12"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.opening().documents())
                .filteredOn(whole -> whole.terms() instanceof VoucherTerms)
                .extracting(whole -> whole.id().value() + " " + ((VoucherTerms) whole.terms()).payType() + " "
                        + ((VoucherTerms) whole.terms()).orderType())
                .contains("V1 12 8202", "V2 1 5214");
        assertThat(reading.opening().documents())
                .filteredOn(whole -> whole.terms() instanceof PaymentTerms)
                .extracting(whole -> whole.id().value() + " " + ((PaymentTerms) whole.terms()).payType())
                .contains("R2 12", "R1 1");

        var unknown = read(OpeningFixtures.cell("payment-requests.csv", 0, "PAY_TYPE_CODE", "13"));
        assertThat(unknown.problems().get(0).text())
                .isEqualTo("payment-requests.csv, line 2, column PAY_TYPE_CODE: \"13\" is none of [1, 11, 12, 2]");
    }

    @Test
    void every_document_stands_where_its_row_says() {
        World world = OpeningFixtures.world(journal);
        assertThat(ImmutableList.of("V1", "V2", "V3", "V4", "V5").stream().map(id -> state(world, id)))
                .containsExactly(
                        VoucherState.SENT,
                        VoucherState.PAID,
                        VoucherState.CLEARED,
                        VoucherState.SENT,
                        VoucherState.CLEARED);
        assertThat(world.loop().find(World.request("R1")).orElseThrow().state()).isEqualTo(PaymentState.UNIT_APPROVED);
        assertThat(allotted(world, "A1")).isEqualTo(280_00);
        assertThat(world.loop()
                        .balance(
                                ProjectMeasure.OPEN,
                                Dimensions.of(Dimensions.PROJECT, World.code(1).value()),
                                OpeningFixtures.rules()))
                .isEqualTo(1000_00 - 200_00 - 650_00);
        assertThat(net(world, Ledgers.MEMORANDUM, "CONTRACT_RESTS", World.ORGAN, Side.DEBIT))
                .isEqualTo(50_00);
    }

    @Test
    void the_year_goes_on_as_if_it_had_run_here_from_January() {
        World world = OpeningFixtures.world(journal);
        World.done(world.receipt(World.voucher("V1"), 30_00));
        World.done(world.clearing("B2", World.voucher("V2"), 40_00));
        World.done(world.clearing("B3", World.voucher("V1"), 30_00));
        World.done(world.refund("T1", World.voucher("V3"), 4_00));
        World.done(world.refund("T2", World.voucher("V5"), 20_00));
        assertThat(state(world, "V2")).isEqualTo(VoucherState.CLEARED);
        assertThat(state(world, "V5")).isEqualTo(VoucherState.REFUNDED);
        assertThat(allotted(world, "A1")).isEqualTo(280_00 + 4_00);
        assertThat(allotted(world, "A3")).isEqualTo(355_00 + 20_00);
        Id<PaymentVoucher> waiting = world.sent("V9", World.ORGAN, ImmutableList.of(World.request("R1")));
        World.done(world.receipt(waiting, 20_00));
        Elements elements = World.elements(World.ORGAN, project(1));
        world.pay("10", Allotment.id("A1"), elements, 200_00);
        Id<Allotment> issued = world.allotment("A9", BudgetLine.id("L1"), elements, 70_00);
        assertThat(allotted(world, issued.value())).isEqualTo(70_00);
        long paid = 100_00 + 30_00 - 4_00 + 20_00 + 200_00;
        assertThat(net(world, Ledgers.AGENCY, "FISCAL_INCOME", World.ORGAN, Side.CREDIT))
                .isEqualTo(paid);
        assertThat(net(world, Ledgers.TREASURY, "GENERAL_PUBLIC_BUDGET_EXPENDITURE", World.ORGAN, Side.DEBIT))
                .isEqualTo(paid - 20_00);
        assertThat(net(world, Ledgers.MEMORANDUM, "PAID_NOT_CLEARED", World.ORGAN, Side.DEBIT))
                .isEqualTo(20_00);
        World.done(world.receipt(World.voucher("V4"), 25_00));
        assertThat(world.loop().moving(AgencyVoucher.KIND))
                .as("of V4, and of the refund of V5")
                .hasSize(2);
        assertGoesOn(world);
    }

    private void assertGoesOn(World world) {
        assertThat(codes(world.loop().opening(World.DIVISION, World.YEAR, world.day())))
                .isEmpty();
        assertThat(world.loop().verify()).isEmpty();
        assertThat(FiscalLoop.open(journal, TIMELINE).digest())
                .isEqualTo(world.loop().digest());
    }

    @Test
    void what_is_not_there_is_refused_as_it_always_is() {
        World world = OpeningFixtures.world(journal);
        Elements elements = World.elements(World.ORGAN, project(1));
        Outcome over = world.ask(
                "clerk" + World.ORGAN,
                new CreatePayment(World.request("R20"), World.paymentTerms(Allotment.id("A1"), elements, 280_01)));
        assertThat(over.isDone()).isTrue();
        Outcome asked = world.act("clerk" + World.ORGAN, World.request("R20"), PaymentAction.SUBMIT);
        assertThat(asked.refusals()).extracting(refusal -> refusal.code()).containsExactly("payment.over-allotment");
        Outcome more = world.refund("T1", World.voucher("V3"), 10_01);
        assertThat(more.isDone()).isFalse();
    }

    @Test
    void a_trail_is_the_shortest_that_the_table_allows() {
        var trails = opening().documents().stream()
                .collect(ImmutableMap.toImmutableMap(
                        whole -> whole.id().toString(),
                        whole -> whole.trail().steps().stream()
                                .map(step -> step.action())
                                .toList()));
        assertThat(trails)
                .containsEntry("budget-line:L1", ImmutableList.of("CREATE", "SUBMIT", "APPROVE", "APPROPRIATE"))
                .containsEntry("allotment:A2", ImmutableList.of("SPLIT_OFF"))
                .containsEntry(
                        "payment-voucher:V3", ImmutableList.of("CREATE", "SIGN", "STAMP", "SEND", "PAY", "CLEAR"));
    }

    @Test
    void D1_the_labels_of_an_allotment_are_brought_in_with_it_and_stand_on_its_requests() {
        ImmutableMap.Builder<String, String> labelled = ImmutableMap.builder();
        OpeningFixtures.tables()
                .forEach((file, table) -> labelled.put(
                        file,
                        file.equals("allotments.csv")
                                ? table.replace("\n", ",01,1\n").replaceFirst(",01,1\n", ",IS_DIR,IS_SUB\n")
                                : table));

        var reading = read(labelled.buildOrThrow());

        assertThat(reading.problems()).isEmpty();
        ImmutableMap<String, String> labels = ImmutableMap.of(Labels.DIRECT, "01", Labels.TO_BENEFICIARY, Labels.YES);
        for (var whole : reading.opening().documents()) {
            if (whole.terms() instanceof AllotmentTerms || whole.terms() instanceof PaymentTerms) {
                assertThat(((CodedTerms) whole.terms()).elements().extra())
                        .as(whole.id().toString())
                        .isEqualTo(labels);
            }
        }
    }

    @Test
    void a_row_that_cannot_be_read_is_named_once_and_what_names_it_is_left_out_with_it() {
        var reading = read(tables("allotments.csv", "A3,L2,,1,", "A3,L9,,3,"));
        assertThat(reading.problems())
                .extracting(problem -> problem.text())
                .containsExactly(
                        "allotments.csv, line 5, column BGT_PMAN_ID: \"L9\" is in no line of budget-lines.csv");
        assertThat(reading.opening().documents())
                .hasSizeLessThan(opening().documents().size());
    }

    @Test
    void a_voucher_of_which_a_request_was_left_out_is_left_out_too() {
        var reading = read(OpeningFixtures.cell("payment-requests.csv", 1, "PAY_APP_AMT", "abc"));
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.opening().documents())
                .extracting(whole -> whole.id().toString())
                .doesNotContain("payment-request:R2", "payment-voucher:V1")
                .contains("payment-request:R1", "payment-voucher:V2");
    }

    @Test
    void what_names_a_row_that_is_nowhere_or_below_it_is_named_itself() {
        assertThat(problems("payment-requests.csv", "R1,A1", "R1,A7"))
                .isEqualTo("payment-requests.csv, line 2, column BGT_ID: \"A7\" is in no line of allotments.csv");
        assertThat(problems("allotments.csv", "A1,L1,,", "A1,L1,A2,"))
                .isEqualTo("allotments.csv, line 3, column ORI_BGT_ID:"
                        + " \"A2\" is in no line of allotments.csv above this one");
    }

    @Test
    void an_amount_that_fits_alone_and_not_with_the_others_is_named_with_its_row() {
        assertThat(
                        problems(
                                "budget-lines.csv",
                                "L1,31010724T000000000001,105001,2010602,50201,30201,111,600.00,50.00",
                                "L1,31010724T000000000001,105001,2010602,50201,30201,111,90000000000000000.00,90000000000000000.00"))
                .isEqualTo("budget-lines.csv, line 2, column -: its amounts do not fit 64 bits of fen");
    }

    @Test
    void a_voucher_of_the_tables_is_not_cleared_before_it_is_paid() {
        assertThat(problems("vouchers.csv", "SV3,20240227,B1,20240228", "SV3,20240227,B1,20240226"))
                .isEqualTo("vouchers.csv, line 4, column ACT_LQD_DATE: 2024-02-26 is before XPAY_DATE 2024-02-27");
    }

    @Test
    void dates_and_words_say_what_they_may_be() {
        assertThat(problems("vouchers.csv", "V1,20240228", "V1,20240230"))
                .isEqualTo("vouchers.csv, line 2, column VOU_DATE:"
                        + " \"20240230\" is no day of eight digits such as 20240627");
        assertThat(problems("trial-balance.csv", "treasury,,1001", "财政,,1001"))
                .isEqualTo("trial-balance.csv, line 2, column LEDGER: \"财政\" is none of [treasury, agency]");
        assertThat(problems("allotments.csv", "A1,L1,,1,21", "A1,L1,,1,33"))
                .isEqualTo("allotments.csv, line 3, column BGT_TYPE_CODE: \"33\" is none of [21, 22]");
        assertThat(problems("allotments.csv", "财预〔2024〕2号,下达指标,20240115", "财预〔2024〕2号,下达指标,20240301"))
                .isEqualTo("allotments.csv, line 3, column DOC_DATE:"
                        + " 2024-03-01 is after the day of the opening, 2024-02-29");
    }

    @Test
    void amounts_dates_and_words_that_are_none_are_named() {
        assertThat(problems("allotments.csv", "500.00,20.00", "500.005,20.00")).contains("column AMOUNT");
        assertThat(problems("allotments.csv", "500.00,20.00", "-500.00,20.00"))
                .contains("column AMOUNT: must not be negative: -500.00");
        assertThat(problems("vouchers.csv", "V1,20240228", "V1,2024-02-28")).contains("line 2, column VOU_DATE");
        assertThat(problems("projects.csv", "2024,EXECUTING,1000.00", "2024,执行,1000.00"))
                .contains("column PRO_PHASE: \"执行\" is none of");
        assertThat(problems("trial-balance.csv", "treasury,,1001", "treasury,,8041"))
                .contains("column ACCOUNT_CODE: \"8041\" is no account of the treasury ledger that takes lines");
        assertThat(problems("agencies.csv", "105002,事业单位,3", "105002,事业单位,7"))
                .contains("column AGENCY_TYPE_CODE: is no kind of agency of the year");
        assertThat(problems("contracts.csv", "90.00,40.00", "90.00,90.01"))
                .contains("contracts.csv, line 2, column -: more is paid of contract HT-1 than it comes to");
        assertThat(problems("accounts.csv", "Z105002,零余额账户,代理银行", "Z105002,,代理银行"))
                .contains("accounts.csv, line 3, column ACCOUNT_NAME: is empty");
    }

    /** Each table with amounts, dates or years, and its columns that hold them. */
    private static Stream<String[]> unreadable() {
        return Stream.of(
                new String[] {"budget-lines.csv", "REPLY_AMT", "ADJ_AMT", "DIS_AMT", "TRANSFER_AMT", "CARRY_AMT"},
                new String[] {
                    "allotments.csv", "DOC_DATE", "AMOUNT", "DIS_AMT", "CUR_AMT", "FROZEN_AMT", "PAY_APP_AMT", "USE_AMT"
                },
                new String[] {"projects.csv", "SETUP_YEAR", "PRO_TOTAL_AMT", "PRIOR_AMT", "LATER_AMT", "END_YEAR"},
                new String[] {"payment-requests.csv", "PAY_APP_AMT"},
                new String[] {"vouchers.csv", "VOU_DATE", "XPAY_DATE", "ACT_LQD_DATE"},
                new String[] {
                    "contracts.csv",
                    "CONTRACT_AMT",
                    "PAID_AMT",
                    "SIGN_DATE",
                    "BEFORE_ACC_AMT",
                    "ACCEPT_DATE",
                    "RESERVED_AMT"
                },
                new String[] {"trial-balance.csv", "BEGIN_DEBIT", "BEGIN_CREDIT", "DEBIT_AMT", "CREDIT_AMT"});
    }

    @TestFactory
    Stream<DynamicTest> a_row_with_one_bad_amount_or_date_is_left_out_and_named_once() {
        return unreadable()
                .flatMap(table -> Stream.of(table)
                        .skip(1)
                        .flatMap(column -> Stream.of("abc", "4万", "55000.001", "1e400000000")
                                .map(bad -> dynamicTest(table[0] + " " + column + " " + bad, () -> {
                                    ImmutableList<Refusal> problems = read(OpeningFixtures.cell(
                                                    table[0], 0, column, bad))
                                            .problems();
                                    assertThat(problems).hasSize(1).allSatisfy(problem -> {
                                        OpeningFixtures.assertChinese(problem);
                                        assertThat(problem.code()).isEqualTo("opening.bad-cell");
                                        assertThat(problem.text())
                                                .startsWith(table[0] + ", line 2, column " + column + ": ")
                                                .contains("\"" + bad + "\"");
                                    });
                                }))));
    }

    private static String problems(String table, String from, String to) {
        read(tables(table, from, to)).problems().forEach(OpeningFixtures::assertChinese);
        return String.join(
                "\n",
                read(tables(table, from, to)).problems().stream()
                        .map(problem -> problem.text())
                        .toList());
    }

    @Test
    void a_first_line_has_columns_of_the_table_each_once_and_none_missing() {
        assertThat(problems("vouchers.csv", "VOU_DATE,", "VOU_DAY,"))
                .contains("vouchers.csv, line 1, column VOU_DAY: the table has no such column")
                .contains("vouchers.csv, line 1, column VOU_DATE: is missing");
        assertThat(problems("accounts.csv", "ACC_TYPE_CODE,AGENCY_CODE", "ACC_TYPE_CODE,ACC_TYPE_CODE"))
                .contains("accounts.csv, line 1, column ACC_TYPE_CODE: stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(ImmutableMap.of("budgets.csv", "")))
                .withMessage("there is no table \"budgets.csv\"");
    }

    @Test
    void a_table_may_have_its_columns_in_any_order_and_begin_with_a_byte_order_mark() {
        assertThat(problems("contracts.csv", "CONTRACT_NO,PRO_CODE", "\uFEFFCONTRACT_NO,PRO_CODE"))
                .isEmpty();
        var turned = tables("accounts.csv", "ACCOUNT_NO,ACCOUNT_NAME", "ACCOUNT_NAME,ACCOUNT_NO").entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(
                        Map.Entry::getKey, entry -> entry.getValue().replaceAll("(Z10500[12]),(零余额账户)", "$2,$1")));
        assertThat(read(turned).opening()).isEqualTo(opening());
    }
}
