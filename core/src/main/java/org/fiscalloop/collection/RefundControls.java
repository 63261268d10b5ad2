package org.fiscalloop.collection;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.register.YearControl;
import org.fiscalloop.revenue.RevenueCheck;
import org.fiscalloop.revenue.RevenueKind;

/** The controls of refunds of revenue, each a small pure function with its code. */
final class RefundControls {
    private static final Source REFUNDS = Source.certain("《预算法》 art. 60: 依照法律、行政法规或者国务院的决定需要退付的, 及时办理退付");
    private static final Source DIRECTLY = Source.certain("《预算法实施条例》 (2020) art. 68: 退库资金直接退给申请单位或者申请个人");
    private static final Source OF_BILL = Source.own("what goes back of a bill is what was paid of it, to who paid it");

    /**
     * What the controls look at.
     *
     * @param terms what stands on the refund
     * @param facts the input and what may be read
     */
    record Refunding(RefundTerms terms, Case facts) {
        Optional<NonTaxBill> bill() {
            return terms.bill()
                    .flatMap(facts::find)
                    .filter(bill -> bill.division().equals(terms.division()));
        }
    }

    static final Control<Refunding> OUTSIDE_YEAR =
            YearControl.within("collection", r -> r.facts().on(), r -> r.terms().fiscalYear());

    static final Control<Refunding> OF_EXPENDITURE = Control.statutory(
            new Reason(
                    "collection.refund-of-expenditure",
                    "Spending has to pay it, not a refund of revenue",
                    "应由财政支出安排的事项不得退库",
                    "{asked} for {applicant} has to be budgeted and paid; it is not refunded from revenue",
                    "{applicant} 的 {asked} 应由财政支出安排, 不得用退库处理",
                    Source.certain("《预算法》 art. 60: 按照规定应当由财政支出安排的事项, 不得用退库处理")),
            r -> r.terms().reason() == RefundReason.EXPENDITURE
                    ? violated(Facts.of("asked", Fact.amount(r.terms().fen()))
                            .and("applicant", text(r.terms().applicant())))
                    : holds());

    static final Control<Refunding> NO_EVIDENCE = Control.statutory(
            new Reason(
                    "collection.no-evidence",
                    "The refund names no document by which it goes back",
                    "退库无依据",
                    "a refund of {asked} to {applicant} must name the document by which it goes back",
                    "{applicant} 退库 {asked} 须有退库依据",
                    REFUNDS),
            r -> r.terms().evidence().isBlank()
                    ? violated(Facts.of("asked", Fact.amount(r.terms().fen()))
                            .and("applicant", text(r.terms().applicant())))
                    : holds());

    static final Control<Refunding> NOT_TO_APPLICANT = Control.statutory(
            new Reason(
                    "collection.refund-not-to-applicant",
                    "The refund would go to somebody else",
                    "退库收款人不是申请人",
                    "the refund goes to {given}; who applied is {allowed}",
                    "退库收款人 {given}, 申请人 {allowed}",
                    DIRECTLY),
            r -> r.terms().payee().name().isBlank()
                            || r.terms().payee().account().isBlank()
                            || !r.terms().payee().name().equals(r.terms().applicant())
                    ? violated(Facts.of(
                                    "given",
                                    text(r.terms().payee().name() + " "
                                            + r.terms().payee().account()))
                            .and(Refusal.ALLOWED, text(r.terms().applicant())))
                    : holds());

    static final Control<Refunding> NOT_REVENUE = Control.statutory(
            new Reason(
                    "collection.not-revenue",
                    "It is no revenue that could go back",
                    "不属可退库收入",
                    "{problem}",
                    "{problem}",
                    REFUNDS),
            r -> RevenueCheck.problem(r.terms().line(), r.facts())
                    .map(refusal -> violated(Facts.of("problem", text(refusal.text(), refusal.textZh()))))
                    .orElse(holds()));

    static final Control<Refunding> NO_BILL = Control.statutory(
            new Reason(
                    "collection.no-bill",
                    "There is no such bill that has entered",
                    "无已入账的缴款书",
                    "bill {bill} is {state}; only what has entered can go back",
                    "缴款书 {bill} 状态为 {state}; 已入账方可退付",
                    OF_BILL),
            RefundControls::entered);

    static final Control<Refunding> OTHER_BILL = Control.statutory(
            new Reason(
                    "collection.other-than-bill",
                    "The refund differs from its bill",
                    "退库与缴款书不符",
                    "{element} of the refund is {given}, that of bill {bill} is {allowed}",
                    "退库的 {element} 为 {given}, 缴款书 {bill} 为 {allowed}",
                    OF_BILL),
            RefundControls::asBilled);

    static final Control<Refunding> WITHOUT_BILL = Control.adjustable(
            new Reason(
                    "collection.refund-without-bill",
                    "The refund of a fee or fine names no bill",
                    "非税收入退付未关联缴款书",
                    "{asked} under {code} goes back without the bill that was paid",
                    "{code} 退付 {asked} 未关联缴款书",
                    Source.uncertain(
                            "财税〔2016〕33号: 退付 goes by the original 缴款书; what was paid before a system is practice")),
            Severity.WARN,
            RefundControls::namesBill);

    private static final Controls<Refunding> ALL = Controls.of(
            OUTSIDE_YEAR,
            OF_EXPENDITURE,
            NO_EVIDENCE,
            NOT_TO_APPLICANT,
            NOT_REVENUE,
            NO_BILL,
            OTHER_BILL,
            WITHOUT_BILL);

    static final ControlTable<RefundAction, Refunding> NATIONAL =
            new ControlTable<>(ImmutableMap.of(RefundAction.CREATE, ALL, RefundAction.SUBMIT, ALL));

    private RefundControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> entered(Refunding r) {
        if (r.terms().bill().isEmpty()
                || r.bill().filter(bill -> bill.state() == BillState.ENTERED).isPresent()) {
            return holds();
        }
        return violated(Facts.of("bill", text(r.terms().bill().orElseThrow().value()))
                .and("state", text(r.bill().map(bill -> bill.state().name()).orElse("UNKNOWN"))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> asBilled(Refunding r) {
        return r.bill()
                .flatMap(bill -> difference(r.terms(), bill.terms())
                        .map(facts -> violated(facts.and("bill", text(bill.id().value())))))
                .orElse(holds());
    }

    private static Optional<Facts> difference(RefundTerms refund, BillTerms bill) {
        if (!refund.agency().equals(bill.agency())) {
            return Optional.of(differs("agency", refund.agency(), bill.agency()));
        }
        if (!refund.applicant().equals(bill.payer())) {
            return Optional.of(differs("applicant", refund.applicant(), bill.payer()));
        }
        boolean isBilled = bill.details().stream()
                .anyMatch(detail ->
                        detail.income().equals(refund.income()) && detail.fund().equals(refund.fund()));
        return isBilled
                ? Optional.empty()
                : Optional.of(differs(
                        "income code and fund",
                        refund.income() + " " + refund.fund(),
                        bill.details().stream()
                                .map(detail -> detail.income() + " " + detail.fund())
                                .reduce((a, b) -> a + ", " + b)
                                .orElseThrow()));
    }

    private static Facts differs(String element, String given, String allowed) {
        return Facts.of("element", text(element)).and("given", text(given)).and(Refusal.ALLOWED, text(allowed));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> namesBill(Refunding r) {
        boolean isNonTax = RevenueCheck.problem(r.terms().line(), r.facts()).isEmpty()
                && RevenueCheck.booked(r.terms().line(), r.facts())
                                .booking()
                                .orElseThrow()
                                .kind()
                        == RevenueKind.NON_TAX;
        return isNonTax && r.terms().bill().isEmpty()
                ? violated(Facts.of("asked", Fact.amount(r.terms().fen()))
                        .and("code", text(r.terms().income())))
                : holds();
    }
}
