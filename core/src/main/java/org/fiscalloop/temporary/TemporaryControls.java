package org.fiscalloop.temporary;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.budget.YearBasis;
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
import org.fiscalloop.masterdata.Division;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.YearControl;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/** The controls of temporary payments and of what is charged of them, each a small pure function with its code. */
final class TemporaryControls {
    private static final Source APPLICATION = Source.certain(
            "《预算法》 art. 13, 57: without a budget nothing is paid; what is paid temporarily names why it may be");
    private static final Source CLEARED = Source.uncertain(
            "temporary payments are cleared by a later budget or come back; the document is not confirmed");
    private static final Source FUNDS = Source.certain("财库〔2022〕41号 《财政总会计制度》: money of a fund is kept by its fund");

    /** What the controls of a payment look at. */
    record OfPayment(TemporaryTerms terms, Case facts) {
        boolean isOfTreasury() {
            return facts.rules(TreasuryCodes.KEY).book(terms.fund()).isOfTreasury();
        }
    }

    /** What the controls of a charge look at. */
    record OfCharge(TemporaryPayment payment, ChargeTemporary body, Case facts) {
        /** The allotment, if there is one of the division. */
        Optional<Allotment> allotment() {
            return facts.find(body.allotment()).filter(found -> found.division().equals(payment.division()));
        }
    }

    static final Control<OfPayment> OUTSIDE_YEAR = YearControl.within(
            "temporary", p -> p.facts().on(), p -> p.facts().input().fiscalYear());

    static final Control<OfPayment> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "temporary.amount-not-positive",
                    "The payment has no amount",
                    "暂付金额须大于零",
                    "the temporary payment to {recipient} needs an amount above zero, it has {asked}",
                    "对 {recipient} 的暂付款金额 {asked} 须大于零",
                    Source.own("a payment of nothing is none")),
            p -> p.terms().amount().isPositive()
                    ? holds()
                    : violated(recipient(p).and("asked", amount(Fen.of(p.terms().amount())))));

    static final Control<OfPayment> TOLD_BY_HAND = Control.statutory(
            new Reason(
                    "temporary.told-by-hand",
                    "What is told of a payment is not filled in",
                    "拨付清理信息不得录入",
                    "the temporary payment to {recipient} is filled in as paid out, which comes by notice",
                    "对 {recipient} 的暂付款录入了拨付信息; 该信息由通知生成",
                    Source.own("what has happened elsewhere comes by notice")),
            p -> p.terms().paidOut().isEmpty() ? holds() : violated(recipient(p)));

    static final Control<OfPayment> GROUND_MISSING = Control.statutory(
            new Reason(
                    "temporary.ground-missing",
                    "The payment does not say what it is for, or why it may be paid",
                    "缺少用途或依据",
                    "the temporary payment of {asked} to {recipient} needs {allowed}",
                    "对 {recipient} 的暂付款 {asked} 须填写 {allowed}",
                    APPLICATION),
            TemporaryControls::ground);

    static final Control<OfPayment> DUE_BEFORE = Control.statutory(
            new Reason(
                    "temporary.due-before",
                    "The day by which it is to be cleared is over",
                    "清理期限早于申请日期",
                    "a payment that is applied for on {on} is not to be cleared by {due}",
                    "{on} 申请的暂付款, 清理期限不得为 {due}",
                    CLEARED),
            p -> p.terms().dueOn().isBefore(p.facts().on())
                    ? violated(Facts.of("on", day(p.facts().on()))
                            .and("due", day(p.terms().dueOn())))
                    : holds());

    static final Control<OfPayment> UNKNOWN_RECIPIENT = Control.statutory(
            new Reason(
                    "temporary.unknown-recipient",
                    "The recipient is neither an agency of the division nor below it",
                    "收款方不是本级单位或下级区划",
                    "{recipient} is no {allowed} of {division}",
                    "{recipient} 不是 {division} 的 {allowed}",
                    APPLICATION),
            TemporaryControls::recipientKnown);

    static final Control<OfPayment> FUND_NOT_OF_TREASURY = Control.statutory(
            new Reason(
                    "temporary.fund-not-of-treasury",
                    "The fund is not kept in the treasury",
                    "资金不在国库",
                    "fund {fund} is not paid from the treasury; those that are begin with {allowed}",
                    "资金性质 {fund} 不由国库支付; 国库资金性质以 {allowed} 开头",
                    FUNDS),
            p -> p.isOfTreasury()
                    ? holds()
                    : violated(Facts.of("fund", text(p.terms().fund()))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(p.facts().rules(TreasuryCodes.KEY).fundsOfTreasury()))));

    static final Control<OfPayment> NO_CEILING = new Control<>(
            new Reason(
                    "temporary.no-ceiling",
                    "The division has no ceiling of temporary payments",
                    "未下达暂付款上限",
                    "{asked} is to be approved; the ceiling of temporary payments of {division} is not set",
                    "拟批准 {asked}; {division} 尚未下达暂付款上限",
                    TemporaryRules.CEILING),
            ImmutableSet.of(Severity.WARN, Severity.HARD),
            Severity.HARD,
            p -> p.facts()
                                    .balance(
                                            TemporaryMeasure.CEILING,
                                            TemporaryPostings.block(
                                                    p.terms().division(),
                                                    p.facts().input().fiscalYear()))
                            > 0
                    ? holds()
                    : violated(Facts.of("asked", amount(Fen.of(p.terms().amount())))
                            .and("division", text(p.terms().division()))));

    static final Control<OfCharge> CHARGE_OUTSIDE_YEAR = YearControl.within(
            "temporary", p -> p.facts().on(), p -> p.facts().input().fiscalYear());

    static final Control<OfCharge> CHARGE_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "temporary.charge-not-positive",
                    "Nothing is charged",
                    "列支金额须大于零",
                    "of {document} {asked} is to be charged, which is not above zero",
                    "{document} 列支 {asked} 须大于零",
                    Source.own("a charge of nothing clears nothing")),
            c -> c.body().amount().isPositive()
                    ? holds()
                    : violated(document(c).and("asked", amount(Fen.of(c.body().amount())))));

    static final Control<OfCharge> CHARGE_UNDOCUMENTED = Control.statutory(
            new Reason(
                    "temporary.charge-undocumented",
                    "The charge names no document",
                    "列支缺少文号",
                    "the charge of {document} needs the number of the document by which it is made",
                    "{document} 列支须注明文号",
                    CLEARED),
            c -> c.body().documentNo().isBlank() ? violated(document(c)) : holds());

    static final Control<OfCharge> BEFORE_PAID_OUT = Control.statutory(
            new Reason(
                    "temporary.before-paid-out",
                    "It is charged before it was paid out",
                    "列支早于拨付",
                    "{document}: {on} of fiscal year {year} is before {since}, when it was paid out",
                    "{document}: {year} 年度 {on} 早于拨付日 {since}",
                    Source.own("what has not left the treasury is not cleared")),
            TemporaryControls::afterPaidOut);

    static final Control<OfCharge> ALLOTMENT_NOT_USABLE = Control.statutory(
            new Reason(
                    "temporary.allotment-not-usable",
                    "It is no allotment that can be spent in the year",
                    "指标不可用",
                    "allotment {allotment} of {agency} is {state} and {flag}, of {year}; charged is an executable one that is {allowed}",
                    "指标 {allotment} 单位 {agency} 处于 {state} {flag}, 年度 {year}; 列支须用 {allowed} 的可执行指标",
                    Source.certain("《预算法实施条例》 (2020) art. 57: no payment without or beyond budget")),
            TemporaryControls::usable);

    static final Control<OfCharge> ALLOTMENT_NOT_BUDGETED = Control.statutory(
            new Reason(
                    "temporary.allotment-not-budgeted",
                    "The allotment is of no approved budget of the year, or its expenditure is booked already",
                    "指标未纳入预算或已列支",
                    "allotment {allotment} is {family}, {basis}; a temporary payment is cleared by one that is not temporary, and {allowed}",
                    "指标 {allotment} 为 {family} {basis}; 暂付款须以非临时的 {allowed} 指标清理",
                    CLEARED),
            TemporaryControls::budgeted);

    static final Control<OfCharge> OF_ANOTHER_AGENCY = Control.statutory(
            new Reason(
                    "temporary.allotment-of-another",
                    "The allotment is of another agency than got the money",
                    "指标单位与收款单位不一致",
                    "allotment {allotment} is of agency {agency}; {document} was paid to {allowed}",
                    "指标 {allotment} 属单位 {agency}; {document} 收款单位为 {allowed}",
                    Source.certain("《预算法》 art. 13: 各单位的支出必须以经批准的预算为依据")),
            TemporaryControls::ofRecipient);

    static final Control<OfCharge> FUND_DIFFERS = Control.statutory(
            new Reason(
                    "temporary.fund-differs",
                    "The allotment is of another fund than was paid out",
                    "指标资金性质与暂付款不一致",
                    "allotment {allotment} is of fund {fund}; {document} was paid of {allowed}",
                    "指标 {allotment} 资金性质 {fund}; {document} 资金性质 {allowed}",
                    FUNDS),
            c -> ofAllotment(
                    c,
                    found -> found.terms()
                            .elements()
                            .fund()
                            .equals(c.payment().terms().fund()),
                    found -> Facts.of("fund", text(found.terms().elements().fund()))
                            .and("document", text(c.payment().id().value()))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(ImmutableList.of(c.payment().terms().fund())))));

    static final Control<OfCharge> CLASS_NOT_PAYABLE = Control.statutory(
            new Reason(
                    "temporary.class-not-payable",
                    "The economic class names no expense of the treasury",
                    "经济分类没有对应的拨款费用",
                    "allotment {allotment} is of economic class {class}, for which the treasury has no expense",
                    "指标 {allotment} 经济分类 {class} 没有对应的拨款费用",
                    Source.uncertain("财库〔2022〕41号 《财政总会计制度》: expense accounts follow 政府支出经济分类")),
            c -> ofAllotment(
                    c,
                    found -> c.facts()
                            .rules(TreasuryCodes.KEY)
                            .treasuryExpenses()
                            .find(found.terms().elements().governmentEconomic())
                            .isPresent(),
                    found -> Facts.of("class", text(found.terms().elements().governmentEconomic()))));

    static final Control<OfCharge> LATE = Control.adjustable(
            new Reason(
                    "temporary.late",
                    "It is cleared after it was due",
                    "逾期清理",
                    "{document} was to be cleared by {due}, {days} days ago",
                    "{document} 清理期限为 {due}, 已逾期 {days} 日",
                    CLEARED),
            Severity.WARN,
            TemporaryControls::inTime);

    private static final Controls<OfPayment> FILLED = Controls.of(
            OUTSIDE_YEAR,
            AMOUNT_NOT_POSITIVE,
            TOLD_BY_HAND,
            GROUND_MISSING,
            DUE_BEFORE,
            UNKNOWN_RECIPIENT,
            FUND_NOT_OF_TREASURY);

    static final ControlTable<TemporaryAction, OfPayment> PAYMENTS = new ControlTable<>(ImmutableMap.of(
            TemporaryAction.CREATE,
            FILLED,
            TemporaryAction.REVISE,
            FILLED,
            TemporaryAction.SUBMIT,
            FILLED,
            TemporaryAction.APPROVE,
            FILLED.and(Controls.of(NO_CEILING))));

    static final ControlTable<TemporaryAction, OfCharge> CHARGES = new ControlTable<>(ImmutableMap.of(
            TemporaryAction.CHARGE,
            Controls.of(
                    CHARGE_OUTSIDE_YEAR,
                    CHARGE_NOT_POSITIVE,
                    CHARGE_UNDOCUMENTED,
                    BEFORE_PAID_OUT,
                    ALLOTMENT_NOT_USABLE,
                    ALLOTMENT_NOT_BUDGETED,
                    OF_ANOTHER_AGENCY,
                    FUND_DIFFERS,
                    CLASS_NOT_PAYABLE,
                    LATE)));

    private TemporaryControls() {}

    private static Facts recipient(OfPayment p) {
        return Facts.of("recipient", text(p.terms().recipient()));
    }

    private static Facts document(OfCharge c) {
        return Facts.of("document", text(c.payment().id().value()));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> ground(OfPayment p) {
        ImmutableList.Builder<ImmutableMap<String, Fact>> missing = ImmutableList.builder();
        if (p.terms().purpose().isBlank()) {
            missing.add(missing(p, text("purpose", "用途")));
        }
        if (p.terms().legalBasis().isBlank()) {
            missing.add(missing(p, text("legal basis", "依据")));
        }
        return missing.build();
    }

    private static ImmutableMap<String, Fact> missing(OfPayment p, Fact what) {
        return recipient(p)
                .and("asked", amount(Fen.of(p.terms().amount())))
                .and(Refusal.ALLOWED, what)
                .map();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> recipientKnown(OfPayment p) {
        TemporaryTerms terms = p.terms();
        boolean isLower = terms.kind() == Kind.LOWER_LEVEL;
        boolean isKnown = isLower
                ? ancestry(terms.recipient(), p.facts()).stream()
                        .skip(1)
                        .anyMatch(above -> above.code().value().equals(terms.division()))
                : p.facts()
                        .find(Agency.id(terms.division(), terms.agency()))
                        .filter(Agency::isEnabled)
                        .isPresent();
        return isKnown
                ? holds()
                : violated(recipient(p)
                        .and("division", text(terms.division()))
                        .and(Refusal.ALLOWED, isLower ? text("division below", "下级区划") : text("agency", "单位")));
    }

    private static ImmutableList<Division> ancestry(String division, Case c) {
        return c.rules(MasterdataRules.KEY)
                .tables()
                .ancestry(new DivisionCode(division), c.input().fiscalYear())
                .match(accepted -> accepted.value(), refused -> ImmutableList.of());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> afterPaidOut(OfCharge c) {
        int year = c.facts().input().fiscalYear();
        return c.payment().terms().paidOut().stream()
                .filter(paid -> c.facts().on().isBefore(paid.on()) || year < paid.year())
                .map(paid -> document(c)
                        .and("on", day(c.facts().on()))
                        .and("year", count(year))
                        .and("since", day(paid.on()))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> usable(OfCharge c) {
        Optional<Allotment> allotment = c.allotment();
        return allotment
                        .filter(Allotment::isPayable)
                        .filter(found -> found.fiscalYear() == c.facts().input().fiscalYear())
                        .filter(found -> !c.facts().on().isBefore(found.terms().effectiveOn()))
                        .isPresent()
                ? holds()
                : violated(Facts.of("allotment", text(c.body().allotment().value()))
                        .and("agency", text(allotment.map(Allotment::agency).orElse("")))
                        .and(
                                "state",
                                text(allotment
                                        .map(found -> found.state().name())
                                        .orElse("UNKNOWN")))
                        .and(
                                "flag",
                                text(allotment
                                        .map(found -> found.terms().flag().name())
                                        .orElse("UNKNOWN")))
                        .and("year", count(allotment.map(Allotment::fiscalYear).orElse(0)))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(AllotmentState.ISSUED.name()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> budgeted(OfCharge c) {
        return ofAllotment(
                c,
                found -> found.terms().family() != AllotmentFamily.TEMPORARY
                        && isNotBooked(found.terms().basis()),
                found -> Facts.of("family", text(found.terms().family().name()))
                        .and("basis", text(found.terms().basis().name()))
                        .and(
                                Refusal.ALLOWED,
                                texts(ImmutableList.of(YearBasis.CURRENT.name(), YearBasis.UNRECOGNISED.name()))));
    }

    private static boolean isNotBooked(YearBasis basis) {
        return basis == YearBasis.CURRENT || basis == YearBasis.UNRECOGNISED;
    }

    private static ImmutableList<ImmutableMap<String, Fact>> ofRecipient(OfCharge c) {
        String agency = c.payment().agency();
        return ofAllotment(
                c,
                found -> agency.isEmpty() || found.agency().equals(agency),
                found -> Facts.of("agency", text(found.agency()))
                        .and("document", text(c.payment().id().value()))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(agency))));
    }

    /** What must hold of the allotment where there is one; that there is none is for one control to say. */
    private static ImmutableList<ImmutableMap<String, Fact>> ofAllotment(
            OfCharge c, Predicate<Allotment> rule, Function<Allotment, Facts> facts) {
        return c.allotment().stream()
                .filter(found -> !rule.test(found))
                .map(found -> facts.apply(found)
                        .and("allotment", text(found.id().value()))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> inTime(OfCharge c) {
        TemporaryTerms terms = c.payment().terms();
        return terms.isOverdue(c.facts().on())
                ? violated(document(c)
                        .and("due", day(terms.dueOn()))
                        .and("days", count(terms.dueOn().until(c.facts().on(), ChronoUnit.DAYS))))
                : holds();
    }
}
