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
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.YearControl;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;

/** The controls of what is charged of a temporary payment, each a small pure function with its code. */
final class ChargeControls {
    /** What the controls of a charge look at. */
    record OfCharge(TemporaryPayment payment, ChargeTemporary body, Case facts) {
        /** The allotment, if there is one of the division. */
        Optional<Allotment> allotment() {
            return facts.find(body.allotment()).filter(found -> found.division().equals(payment.division()));
        }
    }

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
                    TemporaryControls.CLEARED),
            c -> c.body().documentNo().isBlank() ? violated(document(c)) : holds());

    static final Control<OfCharge> BEFORE_PAID_OUT = Control.statutory(
            new Reason(
                    "temporary.before-paid-out",
                    "It is charged before it was paid out",
                    "列支早于拨付",
                    "{document}: {on} of fiscal year {year} is before {since}, when it was paid out",
                    "{document}: {year} 年度 {on} 早于拨付日 {since}",
                    Source.own("what has not left the treasury is not cleared")),
            ChargeControls::afterPaidOut);

    static final Control<OfCharge> ALLOTMENT_NOT_USABLE = Control.statutory(
            new Reason(
                    "temporary.allotment-not-usable",
                    "It is no allotment that can be spent in the year",
                    "指标不可用",
                    "allotment {allotment} of {agency} is {state} and {flag}, of {year}; charged is an executable one that is {allowed}",
                    "指标 {allotment} 单位 {agency} 处于 {state} {flag}, 年度 {year}; 列支须用 {allowed} 的可执行指标",
                    Source.certain("《预算法实施条例》 (2020) art. 57: no payment without or beyond budget")),
            ChargeControls::usable);

    static final Control<OfCharge> BEFORE_ALLOTMENT = Control.statutory(
            new Reason(
                    "temporary.before-allotment",
                    "The allotment is not in effect yet",
                    "指标尚未生效",
                    "allotment {allotment} takes effect on {allowed}; the charge is of {on}",
                    "指标 {allotment} 自 {allowed} 起生效; 列支日期为 {on}",
                    Source.certain("《预算法》 art. 13; 财库〔2022〕5号 art. 4: 先有预算、后有支出")),
            c -> ofAllotment(
                    c,
                    found -> !c.facts().on().isBefore(found.terms().effectiveOn()),
                    found -> Facts.of("on", day(c.facts().on()))
                            .and(Refusal.ALLOWED, day(found.terms().effectiveOn()))));

    static final Control<OfCharge> ALLOTMENT_NOT_BUDGETED = Control.statutory(
            new Reason(
                    "temporary.allotment-not-budgeted",
                    "The allotment is of no approved budget of the year, or its expenditure is booked already",
                    "指标未纳入预算或已列支",
                    "allotment {allotment} is {family}, {basis}; a temporary payment is cleared by one that is not temporary, and {allowed}",
                    "指标 {allotment} 为 {family} {basis}; 暂付款须以非临时的 {allowed} 指标清理",
                    TemporaryControls.CLEARED),
            ChargeControls::budgeted);

    static final Control<OfCharge> OF_ANOTHER_AGENCY = Control.statutory(
            new Reason(
                    "temporary.allotment-of-another",
                    "The allotment is of another agency than got the money",
                    "指标单位与收款单位不一致",
                    "allotment {allotment} is of agency {agency}; {document} was paid to {allowed}",
                    "指标 {allotment} 属单位 {agency}; {document} 收款单位为 {allowed}",
                    Source.certain("《预算法》 art. 13: 各单位的支出必须以经批准的预算为依据")),
            ChargeControls::ofRecipient);

    static final Control<OfCharge> FUND_DIFFERS = Control.statutory(
            new Reason(
                    "temporary.fund-differs",
                    "The allotment is of another fund than was paid out",
                    "指标资金性质与暂付款不一致",
                    "allotment {allotment} is of fund {fund}; {document} was paid of {allowed}",
                    "指标 {allotment} 资金性质 {fund}; {document} 资金性质 {allowed}",
                    TemporaryControls.FUNDS),
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

    static final Control<OfCharge> PROJECT_ENDED = Control.statutory(
            new Reason(
                    "temporary.project-ended",
                    "The project has ended",
                    "项目已结束或终止",
                    "project {project} of allotment {allotment} is finished or terminated; nothing more is charged to it",
                    "指标 {allotment} 的项目 {project} 已结束或终止, 不得再列支",
                    Source.uncertain("财办〔2020〕13号: no new expenditure of a project that has ended")),
            c -> ofAllotment(
                    c,
                    found -> c.facts()
                            .find(Project.id(found.terms().elements().project()))
                            .filter(Project::hasEnded)
                            .isEmpty(),
                    found -> Facts.of(
                            "project", text(found.terms().elements().project().value()))));

    static final Control<OfCharge> CONTRACT_MISSING = Control.adjustable(
            new Reason(
                    "temporary.contract-missing",
                    "The allotment is for procurement, and a temporary payment has no contract",
                    "政府采购指标须有采购合同",
                    "allotment {allotment} is for government procurement; {document} was paid without a contract",
                    "指标 {allotment} 为政府采购指标; {document} 无采购合同",
                    Source.certain("《政府采购法》 art. 46, 47; PAY_VOUCHER CONTRACT_NO")),
            Severity.HARD,
            c -> notMarked(c, Labels.PROCUREMENT));

    static final Control<OfCharge> PAYEES_MISSING = Control.adjustable(
            new Reason(
                    "temporary.payee-list-missing",
                    "The allotment is for persons or enterprises, and a temporary payment has no payee list",
                    "补贴到人到企指标须有明细清单",
                    "allotment {allotment} is for persons or enterprises; {document} was paid without a payee list",
                    "指标 {allotment} 为补贴到人到企资金; {document} 无明细清单",
                    Source.certain("惠企利民: money for persons or enterprises is followed to each of them")),
            Severity.HARD,
            c -> notMarked(c, Labels.TO_BENEFICIARY));

    static final Control<OfCharge> LATE = Control.adjustable(
            new Reason(
                    "temporary.late",
                    "It is cleared after it was due",
                    "逾期清理",
                    "{document} was to be cleared by {due}, {days} days ago",
                    "{document} 清理期限为 {due}, 已逾期 {days} 日",
                    TemporaryControls.CLEARED),
            Severity.WARN,
            ChargeControls::inTime);

    static final ControlTable<TemporaryAction, OfCharge> NATIONAL = new ControlTable<>(ImmutableMap.of(
            TemporaryAction.CHARGE,
            Controls.of(
                    CHARGE_OUTSIDE_YEAR,
                    CHARGE_NOT_POSITIVE,
                    CHARGE_UNDOCUMENTED,
                    BEFORE_PAID_OUT,
                    ALLOTMENT_NOT_USABLE,
                    BEFORE_ALLOTMENT,
                    PROJECT_ENDED,
                    ALLOTMENT_NOT_BUDGETED,
                    OF_ANOTHER_AGENCY,
                    FUND_DIFFERS,
                    CLASS_NOT_PAYABLE,
                    CONTRACT_MISSING,
                    PAYEES_MISSING,
                    LATE)));

    private ChargeControls() {}

    private static Facts document(OfCharge c) {
        return Facts.of("document", text(c.payment().id().value()));
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

    private static ImmutableList<ImmutableMap<String, Fact>> notMarked(OfCharge c, String label) {
        return ofAllotment(c, found -> !found.terms().elements().value(label).equals(Labels.YES), found -> document(c));
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
