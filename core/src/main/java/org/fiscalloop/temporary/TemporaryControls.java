package org.fiscalloop.temporary;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/** The controls of temporary payments, each a small pure function with its code. */
final class TemporaryControls {
    private static final Source APPLICATION = Source.certain(
            "《预算法》 art. 13, 57: without a budget nothing is paid; what is paid temporarily names why it may be");
    static final Source CLEARED = Source.uncertain(
            "temporary payments are cleared by a later budget or come back; the document is not confirmed");
    static final Source FUNDS = Source.certain("财库〔2022〕41号 《财政总会计制度》: money of a fund is kept by its fund");

    /** What the controls of a payment look at. */
    record OfPayment(TemporaryTerms terms, Case facts) {
        boolean isOfTreasury() {
            return facts.rules(TreasuryCodes.KEY).book(terms.fund()).isOfTreasury();
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

    private static final Controls<OfPayment> FILLED = Controls.of(
            OUTSIDE_YEAR,
            AMOUNT_NOT_POSITIVE,
            TOLD_BY_HAND,
            GROUND_MISSING,
            DUE_BEFORE,
            UNKNOWN_RECIPIENT,
            FUND_NOT_OF_TREASURY);

    static final ControlTable<TemporaryAction, OfPayment> NATIONAL = new ControlTable<>(ImmutableMap.of(
            TemporaryAction.CREATE,
            FILLED,
            TemporaryAction.REVISE,
            FILLED,
            TemporaryAction.SUBMIT,
            FILLED,
            TemporaryAction.APPROVE,
            FILLED.and(Controls.of(NO_CEILING))));

    private TemporaryControls() {}

    private static Facts recipient(OfPayment p) {
        return Facts.of("recipient", text(p.terms().recipient()));
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
}
