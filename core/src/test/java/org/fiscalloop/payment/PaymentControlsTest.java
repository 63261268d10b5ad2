package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.payment.PaymentFixtures.AGENCY;
import static org.fiscalloop.payment.PaymentFixtures.ALLOTMENT;
import static org.fiscalloop.payment.PaymentFixtures.CLERK;
import static org.fiscalloop.payment.PaymentFixtures.OWN_ACCOUNT;
import static org.fiscalloop.payment.PaymentFixtures.ZERO_BALANCE;
import static org.fiscalloop.payment.PaymentFixtures.allotmentTerms;
import static org.fiscalloop.payment.PaymentFixtures.elements;
import static org.fiscalloop.payment.PaymentFixtures.office;
import static org.fiscalloop.payment.PaymentFixtures.terms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.register.RegisterState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each control of a request, violated and satisfied. */
class PaymentControlsTest {
    private static final Id<PaymentRequest> ID = PaymentRequest.id("R-1");

    private static ImmutablePaymentTerms good() {
        return ImmutablePaymentTerms.copyOf(terms(300_00));
    }

    private static ImmutablePaymentTerms with(UnaryOperator<ImmutableElements> change) {
        return good().withElements(change.apply(ImmutableElements.copyOf(elements())));
    }

    private static ImmutableList<String> created(Office office, PaymentTerms terms) {
        return codes(office.ask(CLERK, new CreatePayment(ID, terms)));
    }

    /** What submission refuses of terms that may be filled in. */
    private static ImmutableList<String> submitted(Office office, PaymentTerms terms) {
        office.done(CLERK, new CreatePayment(ID, terms));
        return codes(office.act(CLERK, ID, PaymentAction.SUBMIT));
    }

    private static ImmutableList<String> codes(Decision<ImmutableList<Happening>> decision) {
        return decision.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private static Refusal onlyRefusal(Office office, PaymentTerms terms) {
        ImmutableList<Refusal> refusals =
                office.ask(CLERK, new CreatePayment(ID, terms)).refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }

    @Test
    void a_complete_request_is_filled_in_and_submitted() {
        assertThat(submitted(office(), good())).isEmpty();
    }

    @Test
    void there_is_no_payment_without_an_allotment() {
        Refusal refusal = onlyRefusal(office(), good().withAllotment(Allotment.id("A-9")));

        assertThat(refusal.code()).isEqualTo("payment.no-allotment");
        assertThat(refusal.text()).contains("A-9");
        assertThat(refusal.textZh()).contains("A-9");
    }

    @Test
    void a_request_is_revised_only_to_what_may_be_filled_in() {
        Office office = office();
        office.done(CLERK, new CreatePayment(ID, good()));

        assertThat(codes(office.ask(CLERK, new RevisePayment(ID, good().withAllotment(Allotment.id("A-9"))))))
                .containsExactly("payment.no-allotment");
        assertThat(codes(office.ask(CLERK, new RevisePayment(ID, good().withAmount(Fen.money(0))))))
                .containsExactly("payment.amount-not-positive");
        assertThat(office.request(ID).terms().amount()).isEqualTo(good().amount());
    }

    @Test
    void an_allotment_that_is_not_issued_is_none() {
        Office office = office();
        office.put(PaymentFixtures.allotment(ALLOTMENT, allotmentTerms(), AllotmentState.SUBMITTED));

        assertThat(onlyRefusal(office, good()).text()).contains("SUBMITTED");
    }

    @Test
    void E6_nothing_is_paid_from_an_allotment_that_is_to_be_distributed() {
        Office office = office();
        office.put(PaymentFixtures.allotment(
                ALLOTMENT, allotmentTerms().withFlag(AllotmentFlag.PENDING), AllotmentState.ISSUED));

        assertThat(created(office, good())).containsExactly("payment.allotment-not-executable");
    }

    @Test
    void an_allotment_that_is_taken_back_after_filling_in_is_not_submitted_against() {
        Office office = office();
        office.done(CLERK, new CreatePayment(ID, good()));
        office.put(PaymentFixtures.allotment(ALLOTMENT, allotmentTerms(), AllotmentState.VOIDED));

        assertThat(codes(office.act(CLERK, ID, PaymentAction.SUBMIT))).containsExactly("payment.no-allotment");
    }

    @Test
    void E6_another_agency_s_allotment_is_not_paid_from() {
        Office office = office();
        office.put(PaymentFixtures.allotment(
                ALLOTMENT,
                allotmentTerms()
                        .withElements(ImmutableElements.copyOf(elements()).withAgency(new AgencyCode("105002"))),
                AllotmentState.ISSUED));

        Refusal refusal = onlyRefusal(office, good());
        assertThat(refusal.code()).isEqualTo("payment.allotment-of-another");
        assertThat(refusal.allowed()).containsExactly("105002");
    }

    @Test
    void E6_another_year_s_and_another_division_s_allotments_are_not_paid_from() {
        Office office = office();
        office.put(PaymentFixtures.allotment(
                ALLOTMENT,
                allotmentTerms()
                        .withElements(ImmutableElements.copyOf(elements())
                                .withFiscalYear(2025)
                                .withDivision(new DivisionCode("310000000"))),
                AllotmentState.ISSUED));

        assertThat(created(office, good()))
                .containsExactly("payment.allotment-of-another", "payment.allotment-of-another");
    }

    @Test
    void the_coding_block_is_that_of_the_allotment() {
        assertThat(created(office(), with(e -> e.withFunction("2010601")))).containsExactly("payment.codes-differ");
        assertThat(created(office(), with(e -> e.withProject(new ProjectCode("31010724T000000000002")))))
                .containsExactly("payment.codes-differ");
        assertThat(created(office(), with(e -> e.withFund("112")))).containsExactly("payment.codes-differ");
    }

    @Test
    void every_code_that_differs_is_named_with_what_is_allowed() {
        var refusals = office().ask(
                        CLERK,
                        new CreatePayment(
                                ID, with(e -> e.withFunction("2010601").withFund("112"))))
                .refusals();

        assertThat(refusals).extracting(Refusal::code).containsExactly("payment.codes-differ", "payment.codes-differ");
        assertThat(refusals)
                .extracting(Refusal::allowed)
                .containsExactly(ImmutableList.of("2010602"), ImmutableList.of("111"));
    }

    @Test
    void the_department_economic_code_may_be_refined_within_its_class() {
        assertThat(created(office(), with(e -> e.withDepartmentEconomic("30202"))))
                .isEmpty();
        assertThat(created(office(), with(e -> e.withDepartmentEconomic("31002"))))
                .contains("payment.codes-differ");
    }

    @Test
    void a_refined_code_must_be_valid_itself() {
        assertThat(created(office(), with(e -> e.withDepartmentEconomic("30298"))))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("masterdata."));
    }

    @Test
    void declared_extra_elements_are_inherited_and_required() {
        ElementRules rules = ElementRules.national()
                .declaring(new ElementRules.Declaration(
                        "area",
                        "area",
                        "片区",
                        Optional.empty(),
                        ImmutableSet.of(PaymentRequest.KIND.code()),
                        true,
                        false,
                        Optional.empty(),
                        Source.own("test")));
        MasterdataRules masterdata = new MasterdataRules(CodeTables.national(), rules, ImmutableSet.of("21", "22"));
        PaymentRules payment = ImmutablePaymentRules.builder().build();

        assertThat(created(office(payment, masterdata), good()))
                .hasSize(1)
                .allMatch(code -> code.startsWith("masterdata."));
        assertThat(created(office(payment, masterdata), with(e -> e.withExtra(ImmutableMap.of("area", "东")))))
                .isEmpty();

        Office inheriting = office(payment, masterdata);
        inheriting.put(PaymentFixtures.allotment(
                ALLOTMENT,
                allotmentTerms()
                        .withElements(ImmutableElements.copyOf(elements()).withExtra(ImmutableMap.of("area", "西"))),
                AllotmentState.ISSUED));
        assertThat(created(inheriting, with(e -> e.withExtra(ImmutableMap.of("area", "东")))))
                .containsExactly("payment.codes-differ");
    }

    @Test
    void an_extra_element_that_is_not_declared_is_refused() {
        assertThat(created(office(), with(e -> e.withExtra(ImmutableMap.of("area", "东")))))
                .hasSize(1)
                .allMatch(code -> code.startsWith("masterdata."));
    }

    @Test
    void a_disabled_agency_does_not_pay() {
        Office office = office();
        office.put(PaymentFixtures.agency(AgencyKind.ADMINISTRATIVE, RegisterState.DISABLED));

        assertThat(created(office, good())).containsExactly("register.agency-not-enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "4"})
    void a_fund_that_no_account_keeps_is_not_paid(String fund) {
        Office office = office();
        PaymentTerms terms = with(e -> e.withFund(fund));
        office.put(PaymentFixtures.allotment(
                ALLOTMENT, allotmentTerms().withElements(terms.elements()), AllotmentState.ISSUED));

        Refusal refusal = onlyRefusal(office, terms);
        assertThat(refusal.code()).isEqualTo("payment.fund-without-channel");
        assertThat(refusal.allowed()).containsExactly("11", "12", "13", "2", "3");
    }

    @ParameterizedTest
    @EnumSource(ProjectState.class)
    void nothing_more_is_paid_for_a_project_that_has_ended(ProjectState state) {
        Office office = office();
        Project running = office.find(Project.id(PaymentFixtures.PROJECT)).orElseThrow();
        office.put(PaymentFixtures.standing(
                ProjectFlow.PROJECT, Project.id(PaymentFixtures.PROJECT), running.terms(), state));
        boolean hasEnded = state == ProjectState.FINISHED || state == ProjectState.TERMINATED;

        Decision<ImmutableList<Happening>> created = office.ask(CLERK, new CreatePayment(ID, good()));

        assertThat(codes(created)).isEqualTo(hasEnded ? ImmutableList.of("payment.project-ended") : ImmutableList.of());
        if (hasEnded) {
            assertThat(created.refusals().get(0).facts())
                    .containsExactly(Map.entry("project", Fact.text(PaymentFixtures.PROJECT.value())));
        }
    }

    @Test
    void principal_and_reserves_are_not_paid_by_agencies() {
        Office office = office();
        PaymentTerms terms = with(e -> e.withGovernmentEconomic("51201"));
        office.put(PaymentFixtures.allotment(
                ALLOTMENT, allotmentTerms().withElements(terms.elements()), AllotmentState.ISSUED));

        assertThat(created(office, terms)).containsExactly("payment.class-not-payable");
    }

    private static Office officeOn(LocalDate day) {
        Office office = office();
        office.put(PaymentFixtures.allotment(
                ALLOTMENT, allotmentTerms().withEffectiveOn(LocalDate.of(2023, 12, 31)), AllotmentState.ISSUED));
        return office.on(day);
    }

    @Test
    void a_request_of_the_year_is_asked_in_the_year() {
        assertThat(created(officeOn(LocalDate.of(2023, 12, 31)), good())).containsExactly("payment.outside-year");
        assertThat(created(officeOn(LocalDate.of(2024, 1, 1)), good())).isEmpty();
        assertThat(created(officeOn(LocalDate.of(2024, 12, 31)), good())).isEmpty();
        assertThat(created(officeOn(LocalDate.of(2025, 1, 1)), good())).containsExactly("payment.outside-year");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void an_amount_is_above_zero(long fen) {
        assertThat(created(office(), good().withAmount(Fen.money(fen)))).containsExactly("payment.amount-not-positive");
        assertThat(created(office(), good().withAmount(Fen.money(1)))).isEmpty();
    }

    @Test
    void a_payee_is_complete_when_the_request_is_submitted() {
        assertThat(submitted(office(), good().withPayee(new Payee("", "", ""))))
                .containsExactly("payment.payee-incomplete");

        Office office = office();
        office.done(CLERK, new CreatePayment(ID, good().withPayee(new Payee("供应商", "62220000", " "))));
        Refusal refusal = office.act(CLERK, ID, PaymentAction.SUBMIT).refusals().get(0);
        assertThat(refusal.text()).endsWith("is missing: bank");
    }

    @Test
    void money_does_not_go_to_the_agency_s_own_account() {
        PaymentTerms terms = good().withPayee(new Payee("财政局", OWN_ACCOUNT, "代理银行"));

        assertThat(submitted(office(), terms)).containsExactly("payment.own-account");
        Office other = office();
        other.put(PaymentFixtures.account(OWN_ACCOUNT, "41", "105002", RegisterState.ENABLED));
        assertThat(submitted(other, terms)).isEmpty();
    }

    @Test
    void where_it_is_permitted_paying_to_the_own_account_only_warns() {
        Office office = office(ImmutablePaymentRules.builder()
                .putSeverities("payment.own-account", Severity.WARN)
                .build());
        office.done(CLERK, new CreatePayment(ID, good().withPayee(new Payee("财政局", OWN_ACCOUNT, "代理银行"))));

        assertThat(office.act(CLERK, ID, PaymentAction.SUBMIT).warnings())
                .extracting(Refusal::code)
                .containsExactly("payment.own-account");
    }

    @Test
    void money_leaves_from_a_zero_balance_account_of_the_agency_or_of_finance() {
        assertThat(submitted(office(), good().withPayerAccount("Z-unknown"))).containsExactly("payment.payer-account");
        assertThat(submitted(office(), good().withPayerAccount(OWN_ACCOUNT))).containsExactly("payment.payer-account");
        assertThat(submitted(office(), good().withPayerAccount(""))).containsExactly("payment.payer-account");

        Office disabled = office();
        disabled.put(PaymentFixtures.account(ZERO_BALANCE, "21", AGENCY, RegisterState.DISABLED));
        assertThat(submitted(disabled, good())).containsExactly("payment.payer-account");

        Office another = office();
        another.put(PaymentFixtures.account(ZERO_BALANCE, "21", "105002", RegisterState.ENABLED));
        assertThat(submitted(another, good())).containsExactly("payment.payer-account");

        Office finance = office();
        finance.put(PaymentFixtures.account("F-1", "22", "", RegisterState.ENABLED));
        assertThat(submitted(finance, good().withPayerAccount("F-1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 31", "31, 41", "39, 42"})
    void each_channel_pays_from_accounts_of_its_kinds_alone(String fund, String kind) {
        ImmutablePaymentTerms terms = with(e -> e.withFund(fund).withGovernmentEconomic("51201"));

        assertThat(submitted(ofFund(terms, kind), terms)).containsExactly("payment.payer-account");
        assertThat(submitted(ofFund(terms, kind), terms.withPayerAccount("S-1")))
                .isEmpty();
        assertThat(submitted(ofFund(terms, "21"), terms.withPayerAccount("S-1")))
                .containsExactly("payment.payer-account");
    }

    private static Office ofFund(PaymentTerms terms, String accountKind) {
        Office office = office();
        office.put(PaymentFixtures.allotment(
                ALLOTMENT, allotmentTerms().withElements(terms.elements()), AllotmentState.ISSUED));
        office.put(PaymentFixtures.account("S-1", accountKind, AGENCY, RegisterState.ENABLED));
        return office;
    }

    @Test
    void what_the_treasury_allocates_leaves_its_single_account() {
        ImmutablePaymentTerms allocated = good().withPayType("2");

        assertThat(submitted(treasury(), allocated)).containsExactly("payment.payer-account");
        assertThat(submitted(treasury(), allocated.withPayerAccount("K-1"))).isEmpty();
        assertThat(submitted(treasury(), good().withPayerAccount("K-1"))).containsExactly("payment.payer-account");
    }

    private static Office treasury() {
        Office office = office();
        office.put(PaymentFixtures.account("K-1", "11", "", RegisterState.ENABLED));
        return office;
    }

    @Test
    void a_request_says_what_for() {
        assertThat(submitted(office(), good().withPurpose(" "))).containsExactly("payment.purpose-missing");
    }

    @Test
    void procurement_names_its_contract() {
        assertThat(submitted(office(), good().withIsProcurement(true))).containsExactly("payment.contract-missing");
        assertThat(created(office(), good().withIsProcurement(true).withContract("C-1")))
                .containsExactly("payment.contract-unknown");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_in_declared_order() {
        Office office = office();
        office.done(
                CLERK,
                new CreatePayment(
                        ID,
                        good().withPayee(new Payee("", OWN_ACCOUNT, ""))
                                .withPayerAccount("Z-unknown")
                                .withPurpose("")
                                .withIsProcurement(true)));

        assertThat(codes(office.act(CLERK, ID, PaymentAction.SUBMIT)))
                .containsExactly(
                        "payment.payee-incomplete",
                        "payment.own-account",
                        "payment.payer-account",
                        "payment.purpose-missing",
                        "payment.contract-missing");
    }

    @Test
    void the_same_number_is_not_filled_in_twice() {
        Office office = office();
        office.done(CLERK, new CreatePayment(ID, good()));

        assertThat(created(office, good())).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void a_statutory_control_is_not_softened_and_an_unknown_one_is_not_set() {
        assertThatThrownBy(() -> ImmutablePaymentRules.builder()
                        .putSeverities("payment.no-allotment", Severity.WARN)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payment.no-allotment");
        assertThatThrownBy(() -> ImmutablePaymentRules.builder()
                        .putSeverities("payment.no-such-control", Severity.WARN)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payment.no-such-control");
    }
}
