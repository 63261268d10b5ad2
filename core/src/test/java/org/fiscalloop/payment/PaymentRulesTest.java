package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.ByPrefix.Row;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.kinds.FinanceReview;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nation's data of payments. */
class PaymentRulesTest {
    private static final PaymentRules NATIONAL = ImmutablePaymentRules.builder().build();

    @ParameterizedTest
    @CsvSource({
        "30101, WAGES",
        "30107, WAGES",
        "30201, SERVICE",
        "30218, STOCK",
        "3021801, STOCK",
        "30302, SERVICE",
        "31002, FIXED_ASSET",
        "31013, FIXED_ASSET"
    })
    void the_department_economic_code_tells_what_an_agency_gets(String code, PaymentNature nature) {
        assertThat(NATIONAL.natures().find(code)).contains(nature);
    }

    @ParameterizedTest
    @CsvSource({"31005", "30905", "31022", "31204", "39999"})
    void where_the_code_does_not_tell_the_accountant_decides(String code) {
        assertThat(NATIONAL.natures().find(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "50101, WAGES",
        "50299, GOODS_AND_SERVICES",
        "50306, CAPITAL",
        "50404, CAPITAL",
        "50502, INSTITUTIONS",
        "50601, CAPITAL",
        "50799, ENTERPRISES",
        "50905, HOUSEHOLDS",
        "51002, SOCIAL_SECURITY",
        "51101, INTEREST",
        "59999, OTHER"
    })
    void the_government_economic_class_tells_the_treasury_s_expense(String code, TreasuryExpense expense) {
        assertThat(NATIONAL.treasuryExpenses().find(code)).contains(expense);
    }

    @ParameterizedTest
    @CsvSource({"508", "512", "513", "514"})
    void equity_principal_transfers_and_reserves_are_no_expense_of_a_payment(String code) {
        assertThat(NATIONAL.treasuryExpenses().find(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"111, GENERAL", "11111, GENERAL", "122, GOVERNMENT_FUND", "13, STATE_CAPITAL"})
    void the_fund_tells_the_budget(String fund, FundBook book) {
        assertThat(NATIONAL.fundBooks().find(fund)).contains(book);
    }

    @Test
    void a_code_shorter_than_every_prefix_means_nothing() {
        assertThat(NATIONAL.fundBooks().find("1")).isEmpty();
        assertThat(NATIONAL.fundBooks().find("")).isEmpty();
    }

    @Test
    void every_row_says_where_it_comes_from() {
        assertThat(NATIONAL.natures().rows())
                .allSatisfy(row -> assertThat(row.source().certainty()).isEqualTo(Certainty.UNCERTAIN));
    }

    @Test
    void a_prefix_has_one_meaning() {
        Source source = Source.own("test");

        assertThatThrownBy(() -> ByPrefix.of(ImmutableList.of(
                        new Row<>("11", FundBook.GENERAL, source), new Row<>("11", FundBook.OTHER, source))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11");
        assertThatThrownBy(() -> new Row<>(" ", FundBook.GENERAL, source)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_allotment_and_a_payment_are_limited_hard_and_nothing_else_is_permitted() {
        assertThat(NATIONAL.limits())
                .extracting(LimitRule::code)
                .containsExactly(
                        "payment.over-allotment",
                        "payment.over-refundable",
                        "payment.over-bank-balance",
                        "payment.over-treasury-balance",
                        "payment.over-special-account");
        assertThat(NATIONAL.limits().subList(0, 3))
                .allSatisfy(limit -> assertThat(limit.permitted()).isEqualTo(ImmutableSet.of(Severity.HARD)));
        assertThat(NATIONAL.limits().get(0).dimensions()).containsExactly(Dimensions.ALLOTMENT);
        assertThat(NATIONAL.limits().get(0).terms())
                .containsExactly(
                        new LimitRule.Term(1, "allotment.available"), new LimitRule.Term(-1, "procurement.reserved"));
        assertThat(NATIONAL.limits().get(1).dimensions()).containsExactly(Dimensions.PAYMENT);
        assertThat(NATIONAL.limits().get(1).terms()).containsExactly(new LimitRule.Term(1, "payment.refundable"));
        assertThat(NATIONAL.limits().get(2).dimensions()).containsExactly(Dimensions.DIVISION, Dimensions.AGENCY);
        assertThat(NATIONAL.limits().get(2).terms())
                .containsExactly(
                        new LimitRule.Term(1, "payment.bank-balance"),
                        new LimitRule.Term(-1, "payment.agency-funds-ordered"));
    }

    @Test
    void every_reason_that_is_given_is_in_the_catalogue() {
        assertThat(PaymentFlow.FLOW.reasons().byCode().keySet())
                .contains(
                        "payment.no-allotment", "payment.receipt-twice", "payment.not-by-itself", "payment.no-request")
                .allMatch(code -> code.startsWith("payment."));
    }

    @Test
    void a_severity_may_be_of_a_control_of_either_document() {
        PaymentRules rules = ImmutablePaymentRules.builder()
                .putSeverities("payment.contract-missing", Severity.OFF)
                .putSeverities("payment.requests-differ", Severity.HARD)
                .build();

        assertThat(rules.controls().byAction().values().stream()
                        .flatMap(controls -> controls.find("payment.contract-missing").stream()))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(control.severity()).isEqualTo(Severity.OFF));
    }

    @Test
    void a_kind_of_payment_stands_once_and_finance_reviews_kinds_there_are() {
        var twice = ImmutablePaymentRules.builder()
                .kinds(ImmutableList.of(PaymentKind.NATIONAL.get(0), PaymentKind.NATIONAL.get(0)));
        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kind of payment 1 stands twice");
        var unknown = ImmutablePaymentRules.builder()
                .financeReview(new FinanceReview(ImmutableList.of(new FinanceReview.Row(
                        "x", Optional.of("13"), FinanceReview.Entry.ANY, Optional.empty(), true, Source.own("test")))));
        assertThatThrownBy(unknown::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("finance reviews a kind of payment that is not there: 13");
    }
}
