package org.fiscalloop.correction;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.payees.BatchPayments;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentRules;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.YearControl;

/** The controls of a correction, each a small pure function with its code, the actions they guard, and the limit. */
final class CorrectionControls {
    /** Digits of a 类 of the economic classifications. */
    private static final int CLASS_DIGITS = 3;

    private static final Source CORRECTION = Source.uncertain(
            "财库〔2022〕5号: 更正 of a paid voucher attaches the right 指标 and releases the wrong one; no money moves");

    static final Control<CorrectionCase> OUTSIDE_YEAR =
            YearControl.within("correction", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<CorrectionCase> NO_PAYMENT = Control.statutory(
            new Reason(
                    "correction.no-payment",
                    "There is no such payment to be corrected",
                    "无可更正的支付",
                    "voucher {voucher} is {state} and pays {requests}; request {request} is corrected on one that is {allowed}",
                    "凭证 {voucher} 状态为 {state}, 支付申请为 {requests}; 更正支付申请 {request} 须凭证为 {allowed}",
                    Source.own(
                            "a payment is corrected when every book has it: before, its voucher is given up or it is cleared")),
            CorrectionControls::paid);

    static final Control<CorrectionCase> PAYMENT_DIFFERS = Control.statutory(
            new Reason(
                    "correction.payment-differs",
                    "Fund and year do not change by correction",
                    "更正不得改变资金性质和年度",
                    "{element} of voucher {voucher} is {allowed}, not {given}",
                    "凭证 {voucher} 的 {element} 为 {allowed}, 而非 {given}",
                    Source.certain("更正 stays within one fund, account and year")),
            CorrectionControls::sameFundAndYear);

    static final Control<CorrectionCase> NO_PART = Control.statutory(
            new Reason(
                    "correction.no-such-place",
                    "The earlier correction has put nothing of this payment anywhere",
                    "原更正单与支付不符",
                    "correction {earlier} is none of request {request} that is booked; those are {allowed}",
                    "更正单 {earlier} 不是支付申请 {request} 已办理的更正; 已办理: {allowed}",
                    Source.own("a payment is corrected where it stands")),
            CorrectionControls::placeKnown);

    static final Control<CorrectionCase> NO_ALLOTMENT = Control.statutory(
            new Reason(
                    "correction.no-allotment",
                    "There is no such allotment to be paid from",
                    "无可执行指标",
                    "allotment {allotment} is {state}, {flag}; a payment belongs to an issued one that may be paid from",
                    "指标 {allotment} 状态为 {state}, {flag}; 更正后指标须为已下达的可执行指标",
                    Source.certain("《预算法》 art. 13; 财库〔2022〕5号 art. 4: 先有预算、后有支出")),
            CorrectionControls::allotmentPayable);

    static final Control<CorrectionCase> BEFORE_ALLOTMENT = Control.statutory(
            new Reason(
                    "correction.before-allotment",
                    "The allotment is not in effect yet",
                    "指标尚未生效",
                    "allotment {allotment} takes effect on {allowed}; the correction is of {on}",
                    "指标 {allotment} 自 {allowed} 起生效; 更正日期为 {on}",
                    Source.certain("《预算法》 art. 13; 财库〔2022〕5号 art. 4: 先有预算、后有支出")),
            CorrectionControls::allotmentInEffect);

    static final Control<CorrectionCase> CODES_DIFFER = Control.statutory(
            new Reason(
                    "correction.codes-differ",
                    "The coding block differs from that of the allotment",
                    "要素与指标不一致",
                    "{element} of the correction is {given}, that of allotment {allotment} is {allowed}",
                    "更正单的 {element} 为 {given}, 指标 {allotment} 为 {allowed}",
                    Source.certain("财办〔2020〕13号: 支付要素取自预算指标; the department economic code may be refined")),
            CorrectionControls::sameCodes);

    static final Control<CorrectionCase> PROJECT_ENDED = Control.statutory(
            new Reason(
                    "correction.project-ended",
                    "The project has ended",
                    "项目已结束或终止",
                    "project {project} is finished or terminated; no payment of another project is moved to it",
                    "项目 {project} 已结束或终止, 其他项目的支付不得更正至该项目",
                    Source.uncertain("财办〔2020〕13号: no new payment of a project that has ended")),
            CorrectionControls::projectRuns);

    static final Control<CorrectionCase> NOT_PAYABLE = Control.statutory(
            new Reason(
                    "correction.class-not-payable",
                    "The economic class is not paid by an agency",
                    "政府支出经济分类不属单位支付范围",
                    "government economic code {code} has no expense of treasury payment; allowed begin with {allowed}",
                    "政府支出经济分类 {code} 无对应的拨款费用; 可用: {allowed}",
                    Source.own("principal, transfers, reserves and equity are booked by events of their own")),
            CorrectionControls::classPayable);

    static final Control<CorrectionCase> OTHER_PROJECT = Control.statutory(
            new Reason(
                    "correction.contract-of-another",
                    "The contract of the payment is of another project",
                    "更正后项目与采购合同不符",
                    "the payment is of contract {contract}, whose project is {allowed}, not {given}",
                    "该支付属采购合同 {contract}, 合同项目为 {allowed}, 而非 {given}",
                    Source.certain("《政府采购法》 art. 46, 47: a payment of a contract stays with it and its project")),
            CorrectionControls::sameProject);

    static final Control<CorrectionCase> CONTRACT_MISSING = Control.adjustable(
            new Reason(
                    "correction.contract-missing",
                    "The allotment is for procurement, and the payment has no contract",
                    "政府采购指标须有采购合同",
                    "allotment {allotment} is for government procurement; request {request} was paid without a contract",
                    "指标 {allotment} 为政府采购指标; 支付申请 {request} 无采购合同",
                    Source.certain("《政府采购法》 art. 46, 47; PAY_VOUCHER CONTRACT_NO")),
            Severity.HARD,
            CorrectionControls::hasContract);

    static final Control<CorrectionCase> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "correction.amount-not-positive",
                    "The amount is not above zero",
                    "更正金额须大于零",
                    "amount {asked} is not above zero",
                    "更正金额 {asked} 须大于零",
                    CORRECTION),
            c -> c.fen() > 0 ? holds() : violated(Facts.of("asked", amount(c.fen()))));

    static final Control<CorrectionCase> NOTHING_CHANGES = Control.statutory(
            new Reason(
                    "correction.nothing-changes",
                    "Nothing is corrected",
                    "更正前后一致",
                    "request {request} stands under allotment {allotment} and these codes already",
                    "支付申请 {request} 已列支于指标 {allotment} 及该要素",
                    CORRECTION),
            CorrectionControls::changesSomething);

    private static final Controls<CorrectionCase> WHOLE =
            new Controls<>(ImmutableList.<Control<CorrectionCase>>builder()
                    .addAll(ImmutableList.of(OUTSIDE_YEAR, NO_PAYMENT, PAYMENT_DIFFERS, NO_PART))
                    .addAll(ImmutableList.of(NO_ALLOTMENT, BEFORE_ALLOTMENT, CODES_DIFFER, PROJECT_ENDED, NOT_PAYABLE))
                    .addAll(ImmutableList.of(OTHER_PROJECT, CONTRACT_MISSING))
                    .addAll(BatchPayments.corrected(CorrectionCase::payees))
                    .addAll(ImmutableList.of(AMOUNT_NOT_POSITIVE, NOTHING_CHANGES))
                    .build());

    static final ControlTable<CorrectionAction, CorrectionCase> NATIONAL = new ControlTable<>(ImmutableMap.of(
            CorrectionAction.CREATE, WHOLE,
            CorrectionAction.REVISE, WHOLE,
            CorrectionAction.SUBMIT, WHOLE,
            CorrectionAction.APPROVE, WHOLE));

    /** No more is taken from a place than stands there. What the right allotment has left is asked as of a payment. */
    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(new LimitRule(
            new Reason(
                    "correction.over-standing",
                    "More is taken away than stands there",
                    "更正金额大于可更正金额",
                    "of payment {payment} {available} stands there and has not come back; {asked} is {short-by} too much",
                    "支付 {payment} 可更正金额 {available}; 更正 {asked}, 超出 {short-by}",
                    Source.own("what has come back or stands elsewhere is not corrected")),
            ImmutableList.of(new LimitRule.Term(1, PaymentMeasure.STANDING.code())),
            PaymentMeasure.STANDING.by(),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.HARD),
            Severity.HARD));

    private CorrectionControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> paid(CorrectionCase c) {
        return c.paid().isPresent()
                ? holds()
                : violated(Facts.of("voucher", text(c.terms().voucher().value()))
                        .and(
                                "state",
                                text(c.voucher()
                                        .map(voucher -> voucher.state().name())
                                        .orElse("UNKNOWN")))
                        .and(
                                "requests",
                                texts(c.voucher().stream()
                                        .flatMap(voucher -> voucher.terms().lines().stream())
                                        .map(line -> line.request().value())
                                        .toList()))
                        .and("request", text(c.terms().request().value()))
                        .and(
                                Refusal.ALLOWED,
                                texts(ImmutableList.of(VoucherState.CLEARED.name(), VoucherState.PAID_OUT.name()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameFundAndYear(CorrectionCase c) {
        return c.paid()
                .map(voucher -> Stream.of(
                                differs(c, Elements.FUND, voucher.terms().fund()),
                                differs(c, Elements.YEAR, Integer.toString(voucher.fiscalYear())))
                        .flatMap(Optional::stream)
                        .map(facts ->
                                facts.and("voucher", text(voucher.id().value())).map())
                        .collect(toImmutableList()))
                .orElse(holds());
    }

    private static Optional<Facts> differs(CorrectionCase c, String element, String allowed) {
        String given = c.elements().value(element);
        return given.equals(allowed)
                ? Optional.empty()
                : Optional.of(Facts.of("element", text(element))
                        .and("given", text(given))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> placeKnown(CorrectionCase c) {
        if (c.paid().isEmpty() || c.part().isPresent()) {
            return holds();
        }
        return violated(Facts.of(
                        "earlier", text(c.terms().earlier().map(Id::value).orElse("")))
                .and("request", text(c.terms().request().value()))
                .and(
                        Refusal.ALLOWED,
                        texts(c.paid().orElseThrow().terms().corrections().stream()
                                .filter(part ->
                                        part.line().request().equals(c.terms().request()))
                                .map(VoucherTerms.Part::correction)
                                .toList())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> allotmentPayable(CorrectionCase c) {
        Optional<Allotment> allotment = c.allotment();
        return allotment.filter(Allotment::isPayable).isPresent()
                ? holds()
                : violated(Facts.of("allotment", text(c.terms().allotment().value()))
                        .and(
                                "state",
                                text(allotment
                                        .map(found -> found.state().name())
                                        .orElse("UNKNOWN")))
                        .and(
                                "flag",
                                text(allotment
                                        .map(found -> found.terms().flag().name())
                                        .orElse("UNKNOWN"))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> allotmentInEffect(CorrectionCase c) {
        return c.allotment()
                .filter(allotment -> c.facts().on().isBefore(allotment.terms().effectiveOn()))
                .map(allotment ->
                        violated(Facts.of("allotment", text(allotment.id().value()))
                                .and("on", day(c.facts().on()))
                                .and(Refusal.ALLOWED, day(allotment.terms().effectiveOn()))))
                .orElse(holds());
    }

    /** Owner and inherited elements are the allotment's; the department economic code stays in its 类. */
    private static ImmutableList<ImmutableMap<String, Fact>> sameCodes(CorrectionCase c) {
        return c.allotment().map(allotment -> differing(c, allotment)).orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> differing(CorrectionCase c, Allotment allotment) {
        Elements source = allotment.terms().elements();
        ElementRules.Drawing drawing =
                new ElementRules.Drawing(c.elements(), Correction.KIND.code(), source, Allotment.KIND.code());
        return Stream.concat(
                        Stream.of(Elements.DIVISION, Elements.YEAR, Elements.AGENCY),
                        c.masterdata().elements().differing(drawing, CorrectionControls::isOfClass).stream())
                .distinct()
                .flatMap(element -> differs(c, element, source.value(element)).stream())
                .map(facts ->
                        facts.and("allotment", text(allotment.id().value())).map())
                .collect(toImmutableList());
    }

    private static boolean isOfClass(String given, String allowed) {
        return economicClass(given).equals(economicClass(allowed));
    }

    private static String economicClass(String code) {
        return code.substring(0, Math.min(CLASS_DIGITS, code.length()));
    }

    /** Within a project that has ended it is booked under other codes or another allotment: nothing more is paid for it. */
    private static ImmutableList<ImmutableMap<String, Fact>> projectRuns(CorrectionCase c) {
        ProjectCode right = c.elements().project();
        return c.before().map(Elements::project).filter(right::equals).isEmpty()
                        && c.project().filter(Project::hasEnded).isPresent()
                ? violated(Facts.of("project", text(right.value())))
                : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> classPayable(CorrectionCase c) {
        PaymentRules rules = c.facts().rules(PaymentFlow.RULES);
        return c.part()
                        .filter(part -> rules.expense(part.line().booking().fund(), c.elements())
                                .isEmpty())
                        .isEmpty()
                ? holds()
                : violated(Facts.of("code", text(c.elements().governmentEconomic()))
                        .and(
                                Refusal.ALLOWED,
                                texts(rules.treasuryExpenses().byPrefix().keySet())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameProject(CorrectionCase c) {
        return c.contract()
                .flatMap(contract -> differs(
                                c, Elements.PROJECT, contract.terms().project().value())
                        .map(facts -> violated(
                                facts.and("contract", text(contract.id().value())))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> hasContract(CorrectionCase c) {
        boolean isProcurement = c.elements().value(Labels.PROCUREMENT).equals(Labels.YES);
        return isProcurement && c.request().isPresent() && c.contract().isEmpty()
                ? violated(Facts.of("allotment", text(c.terms().allotment().value()))
                        .and("request", text(c.terms().request().value())))
                : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> changesSomething(CorrectionCase c) {
        boolean isSame = c.part()
                        .filter(part -> part.line().allotment().equals(c.terms().allotment()))
                        .isPresent()
                && c.before().filter(c.elements()::equals).isPresent();
        return isSame
                ? violated(Facts.of("request", text(c.terms().request().value()))
                        .and("allotment", text(c.terms().allotment().value())))
                : holds();
    }
}
