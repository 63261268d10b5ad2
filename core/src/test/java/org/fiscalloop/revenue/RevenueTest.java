package org.fiscalloop.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.payment.PaymentFixtures.AGENCY;
import static org.fiscalloop.payment.PaymentFixtures.DIVISION;
import static org.fiscalloop.payment.PaymentFixtures.ON;
import static org.fiscalloop.payment.PaymentFixtures.OWN_ACCOUNT;
import static org.fiscalloop.payment.PaymentFixtures.YEAR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeRegistry;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentRules;
import org.fiscalloop.payment.PaymentFixtures;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.register.RegisterState;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueEvents.RevenueReceived;
import org.fiscalloop.revenue.RevenueEvents.WagesAccrued;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.junit.jupiter.api.Test;

/** What comes in without a payment, and wages that are owed. */
class RevenueTest {
    private static final String TAX = "10101";
    private static final String NON_TAX = "10304";
    private static final Id<IncomeReceipt> REPORT = IncomeReceipt.number("3401-20240301");
    private static final Id<IncomeReceipt> SERIAL = IncomeReceipt.number("BANK-1");
    private static final Id<WageAccrual> WAGES = WageAccrual.id("W-1");
    private static final Reason EXISTS =
            new Reason("test.exists", "exists", "已存在", "exists", "已存在", Source.own("test"));
    private static final RuleSet RULES = PaymentFixtures.rules(ImmutableMap.of(
            RevenueFlow.RULES.name(),
            ImmutableRevenueRules.builder().build(),
            PaymentFlow.RULES.name(),
            ImmutablePaymentRules.builder().build(),
            MasterdataRules.KEY.name(),
            PaymentFixtures.MASTERDATA,
            TreasuryCodes.KEY.name(),
            ImmutablePaymentRules.builder().build()));

    private final Map<Id<?>, Document> documents = new LinkedHashMap<>();

    RevenueTest() {
        Document agency = PaymentFixtures.agency(AgencyKind.ADMINISTRATIVE, RegisterState.ENABLED);
        Document account = PaymentFixtures.account(OWN_ACCOUNT, "41", AGENCY, RegisterState.ENABLED);
        documents.put(agency.id(), agency);
        documents.put(account.id(), account);
    }

    private Case facts(Input input, Optional<Move> move) {
        Reads reads = new Reads() {
            @Override
            public <D extends Document> Optional<D> find(Id<D> id) {
                return Optional.ofNullable(documents.get(id)).map(id.kind().type()::cast);
            }

            @Override
            public long balance(Measure measure, Segments at) {
                return 0;
            }

            @Override
            public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
                return ImmutableList.of();
            }
        };
        Case.Moves moves = new Case.Moves() {
            @Override
            public Decision<RuleSet> rules(int fiscalYear) {
                throw new AssertionError("no other year is asked");
            }

            @Override
            public Decision<Move> move(Document document, Enum<?> action) {
                throw new AssertionError("nothing moves here");
            }

            @Override
            public Decision<Move> create(Id<?> id, Enum<?> action) {
                return documents.containsKey(id)
                        ? Decision.refused(Refusal.of(EXISTS, Facts.none()))
                        : RevenueLifecycle.INCOME.create((RevenueAction) action).map(step -> step.move(id));
            }
        };
        return new Case(input, RULES, reads, Optional.empty(), move, moves);
    }

    private Matching tell(Body body) {
        Notice notice = new Notice(new InputId("treasury", "n"), DIVISION, YEAR, ON, body);
        Case facts = facts(notice, Optional.empty());
        Matching matching = body instanceof TreasuryDayReport report
                ? DayReports.match(report, facts)
                : RevenueDecider.otherIncome((OtherIncomeReceived) body, facts);
        for (Happening happening : matching.booked()) {
            RevenueReceived event = (RevenueReceived) happening.event();
            Document document = PaymentFixtures.standing(
                    RevenueFlow.INCOME,
                    new Id<>(IncomeReceipt.KIND, event.move().document().value()),
                    (IncomeTerms) RevenueDecider.evolve(event, event.move(), Optional.empty()),
                    RevenueState.RECORDED);
            documents.put(document.id(), document);
        }
        return matching;
    }

    private Decision<ImmutableList<Happening>> accrue(LocalDate on, AccrualTerms terms) {
        AccrueWages body = new AccrueWages(WAGES, terms);
        Command command = new Command(new InputId("test", "c"), "accountant", DIVISION, YEAR, on, body);
        Move move = RevenueLifecycle.ACCRUAL
                .create(RevenueAction.RECORD)
                .match(step -> step.value().move(WAGES), refused -> {
                    throw new AssertionError(refused);
                });
        return RevenueDecider.accrue(body, facts(command, Optional.of(move)));
    }

    private static ImmutableAccrualTerms wages(long fen) {
        return ImmutableAccrualTerms.builder()
                .elements(ImmutableElements.copyOf(PaymentFixtures.elements())
                        .withDepartmentEconomic("30101")
                        .withGovernmentEconomic("50101"))
                .amount(Fen.money(fen))
                .purpose("三月工资")
                .build();
    }

    private static IncomeTerms.Line line(String income, String fund, long fen) {
        return new IncomeTerms.Line(income, fund, "", Fen.money(fen));
    }

    private static TreasuryDayReport report(IncomeTerms.Line... lines) {
        return new TreasuryDayReport(REPORT, ON, ImmutableList.copyOf(lines));
    }

    private static OtherIncomeReceived other(String agency, String account, long fen) {
        return other(agency, account, fen, Optional.empty());
    }

    private static OtherIncomeReceived other(String agency, String account, long fen, Optional<String> function) {
        return new OtherIncomeReceived(SERIAL, agency, account, ON, Fen.money(fen), Optional.empty(), function);
    }

    private static ImmutableList<String> listed(Matching matching) {
        return matching.listed().stream()
                .map(listing -> {
                    assertThat(listing.problem().text()).isNotBlank();
                    assertThat(listing.problem().textZh()).isNotBlank();
                    assertThat(listing.remedies()).isNotEmpty();
                    return listing.problem().code();
                })
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void a_day_report_is_booked_line_by_line_by_kind_and_budget() {
        Matching matching = tell(report(line(TAX, "111", 100_00), line(NON_TAX, "121", 50_00)));

        ImmutableList<Posting> postings = only(matching.booked()).postings();
        assertThat(postings)
                .extracting(Posting::key)
                .containsExactly(RevenuePostings.RECEIVED, RevenuePostings.RECEIVED);
        assertThat(postings.get(0).facets()).containsExactly(RevenueKind.TAX, FundBook.GENERAL);
        assertThat(postings.get(1).facets()).containsExactly(RevenueKind.NON_TAX, FundBook.GOVERNMENT_FUND);
        assertThat(postings.get(1).amounts().get(0)).isEqualTo(50_00);
        assertThat(postings.get(0).blocks().get(0).codes())
                .isEqualTo(ImmutableMap.of(
                        Dimensions.DIVISION, DIVISION, Dimensions.YEAR, "2024", Dimensions.FUND, "111"));
        assertThat(postings.get(0).blocks().get(1).value(Dimensions.DOCUMENT)).isEqualTo(DIVISION + "/2024/111/" + TAX);
    }

    @Test
    void a_line_with_an_unknown_code_is_listed_and_the_others_are_booked() {
        Matching matching = tell(report(
                line(TAX, "111", 100_00),
                line("1019999999", "111", 1_00),
                line(TAX, "31", 2_00),
                line(TAX, "111", -3_00)));

        assertThat(matching.booked()).hasSize(1);
        assertThat(listed(matching))
                .containsExactly(
                        "revenue.unknown-income-code", "revenue.fund-not-treasury", "revenue.income-not-positive");
        assertThat(matching.listed().get(0).body()).isEqualTo(report(line("1019999999", "111", 1_00)));
    }

    @Test
    void what_is_neither_tax_nor_non_tax_is_listed() {
        Matching matching = tell(report(line("105", "111", 100_00)));

        assertThat(matching.booked()).isEmpty();
        assertThat(listed(matching)).containsExactly("revenue.unknown-income-code");
    }

    @Test
    void a_report_told_again_has_no_effect_and_another_under_its_number_is_an_exception() {
        TreasuryDayReport report = report(line(TAX, "111", 100_00));
        tell(report);

        assertThat(tell(report).booked()).isEmpty();
        assertThat(tell(report).listed()).isEmpty();
        assertThat(listed(tell(report(line(TAX, "111", 101_00))))).containsExactly("revenue.reported-twice");
    }

    @Test
    void income_of_another_year_is_listed() {
        assertThat(listed(tell(new TreasuryDayReport(
                        REPORT, LocalDate.of(2023, 12, 31), ImmutableList.of(line(TAX, "111", 1))))))
                .containsExactly("revenue.received-in-another-year");
    }

    @Test
    void other_income_arrives_on_an_account_of_the_agency() {
        Matching matching = tell(other(AGENCY, OWN_ACCOUNT, 6_20));

        Happening happening = only(matching.booked());
        Posting posting = only(happening.postings());
        assertThat(posting.key()).isEqualTo(RevenuePostings.OTHER_INCOME);
        assertThat(posting.amounts().get(0)).isEqualTo(6_20);
        assertThat(posting.blocks().get(0).codes())
                .isEqualTo(ImmutableMap.of(
                        Dimensions.DIVISION, DIVISION, Dimensions.YEAR, "2024", Dimensions.AGENCY, AGENCY));
        assertThat(((RevenueReceived) happening.event()).terms().account()).contains(OWN_ACCOUNT);
        assertThat(tell(other(AGENCY, OWN_ACCOUNT, 6_20)).booked()).isEmpty();
    }

    @Test
    void other_income_is_booked_under_the_function_that_it_is_for() {
        Matching matching = tell(other(AGENCY, OWN_ACCOUNT, 6_19, Optional.of("2010602")));

        Posting posting = only(only(matching.booked()).postings());
        assertThat(posting.blocks().get(0).value(Dimensions.FUNCTION)).isEqualTo("2010602");
        assertThat(listed(tell(other(AGENCY, OWN_ACCOUNT, 6_19, Optional.of("2010601")))))
                .containsExactly("revenue.reported-twice");
    }

    @Test
    void other_income_for_no_item_of_the_functions_is_listed() {
        assertThat(listed(tell(other(AGENCY, OWN_ACCOUNT, 6_19, Optional.of("9999999")))))
                .containsExactly("revenue.unknown-function");
        assertThat(listed(tell(other(AGENCY, OWN_ACCOUNT, 6_19, Optional.of("20106")))))
                .containsExactly("revenue.unknown-function");
    }

    @Test
    void other_income_of_unknown_agencies_and_accounts_is_listed() {
        assertThat(listed(tell(other("105009", OWN_ACCOUNT, 6_20)))).containsExactly("revenue.unknown-agency");
        assertThat(listed(tell(other(AGENCY, "B-unknown", 6_20)))).containsExactly("revenue.unknown-account");
        assertThat(listed(tell(other(AGENCY, OWN_ACCOUNT, 0)))).containsExactly("revenue.income-not-positive");

        Document another = PaymentFixtures.account("B105002", "41", "105002", RegisterState.ENABLED);
        documents.put(another.id(), another);
        assertThat(listed(tell(other(AGENCY, "B105002", 6_20)))).containsExactly("revenue.unknown-account");
    }

    @Test
    void a_zero_balance_account_takes_in_no_income() {
        Document account = PaymentFixtures.account("Z105001", "21", AGENCY, RegisterState.ENABLED);
        documents.put(account.id(), account);

        assertThat(listed(tell(other(AGENCY, "Z105001", 6_20)))).containsExactly("revenue.zero-balance-account");
    }

    @Test
    void wages_that_are_owed_are_posted_under_their_coding_block() {
        Decision<ImmutableList<Happening>> decision = accrue(ON, wages(500_00));

        decision.match(
                accepted -> {
                    Happening happening = only(accepted.value());
                    WagesAccrued event = (WagesAccrued) happening.event();
                    assertThat(RevenueDecider.evolve(event, event.move(), Optional.empty()))
                            .isEqualTo(wages(500_00));
                    Posting posting = only(happening.postings());
                    assertThat(posting.key()).isEqualTo(RevenuePostings.WAGES_ACCRUED);
                    assertThat(posting.blocks().get(0))
                            .isEqualTo(Dimensions.segments(wages(500_00).elements()));
                    return posting;
                },
                refused -> {
                    throw new AssertionError(refused);
                });
    }

    @Test
    void wages_are_refused_with_a_reason() {
        assertThat(accrue(ON, wages(0)).refusals())
                .extracting(Refusal::code)
                .containsExactly("revenue.amount-not-positive");
        assertThat(accrue(LocalDate.of(2025, 1, 1), wages(1)).refusals())
                .extracting(Refusal::code)
                .containsExactly("revenue.outside-year");
        AccrualTerms services = wages(1).withElements(ImmutableElements.copyOf(wages(1).elements())
                .withDepartmentEconomic("30201")
                .withGovernmentEconomic("50201"));
        assertThat(accrue(ON, services).refusals()).extracting(Refusal::code).containsExactly("revenue.not-wages");
        AccrualTerms unknown = wages(1).withElements(
                        ImmutableElements.copyOf(wages(1).elements()).withAgency(new AgencyCode("105009")));
        assertThat(accrue(ON, unknown).refusals())
                .extracting(Refusal::code)
                .containsExactly("register.agency-not-enabled");
        AccrualTerms invalid = wages(1).withElements(
                        ImmutableElements.copyOf(wages(1).elements()).withDepartmentEconomic("30198"));
        assertThat(accrue(ON, invalid).refusals())
                .extracting(Refusal::code)
                .isNotEmpty()
                .allMatch(code -> code.startsWith("masterdata."));
    }

    @Test
    void the_id_of_income_is_its_own_whatever_sender_and_number_are_made_of() {
        String longest = "9".repeat(64);
        ImmutableList<Id<IncomeReceipt>> ids = ImmutableList.of(
                IncomeReceipt.id(DIVISION, "bank", "a/1"),
                IncomeReceipt.id(DIVISION, "bank/a", "1"),
                IncomeReceipt.id("350200000", "bank", "a/1"),
                IncomeReceipt.id(DIVISION, "银行 a", "1"),
                IncomeReceipt.id(DIVISION, "bank", longest),
                IncomeReceipt.id(DIVISION, longest, longest));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.get(0).value()).isEqualTo(DIVISION + "/bank/a/1");
    }

    @Test
    void income_has_something_that_came_in() {
        assertThatThrownBy(() -> report()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImmutableIncomeTerms.builder()
                        .division(DIVISION)
                        .agency("")
                        .fiscalYear(YEAR)
                        .receivedOn(ON)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_form_is_read_as_it_was_written() {
        Move move = new Move(REPORT, "RECORD", "", "RECORDED", 0, 1);
        IncomeTerms income = ImmutableIncomeTerms.builder()
                .division(DIVISION)
                .agency(AGENCY)
                .fiscalYear(YEAR)
                .receivedOn(ON)
                .account(OWN_ACCOUNT)
                .addLines(line("", "", 6_20))
                .build();
        same(RevenueShapes.INCOME_TERMS, income);
        same(RevenueShapes.ACCRUAL_TERMS, wages(1));
        same(RevenueShapes.ACCRUE, new AccrueWages(WAGES, wages(1)));
        same(RevenueShapes.DAY_REPORT, report(line("10101", "111", 1)));
        same(RevenueShapes.OTHER_INCOME, other(AGENCY, OWN_ACCOUNT, 1));
        same(RevenueShapes.RECEIVED, new RevenueReceived(move, income));
        same(RevenueShapes.ACCRUED, new WagesAccrued(new Move(WAGES, "RECORD", "", "RECORDED", 0, 1), wages(1)));
        assertThat(ShapeRegistry.of(ImmutableList.of(RevenueShapes.FAMILY)).shapes())
                .hasSize(12);
    }

    @Test
    void rules_are_read_as_they_were_written() {
        RevenueRules rules = ImmutableRevenueRules.builder().build();
        RevenueRules read = RevenueShapes.RULES.decode(RevenueShapes.RULES.encode(rules));

        assertThat(read.kinds()).isEqualTo(rules.kinds());
        assertThat(read.incomeLifecycle().markdown())
                .isEqualTo(rules.incomeLifecycle().markdown());
        assertThat(read.accrualLifecycle().markdown())
                .isEqualTo(rules.accrualLifecycle().markdown());
    }

    private static <T> void same(Shape<T> shape, T value) {
        assertThat(shape.decode(shape.encode(value))).isEqualTo(value);
        assertThat(shape.fromTree(shape.toTree(value))).isEqualTo(value);
    }

    private static <T> T only(ImmutableList<T> values) {
        assertThat(values).hasSize(1);
        return values.get(0);
    }
}
