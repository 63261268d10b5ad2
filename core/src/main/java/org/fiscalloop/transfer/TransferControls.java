package org.fiscalloop.transfer;

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
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.register.YearControl;

/** The controls of a transfer that is issued and the limits on transfers, each with its code. */
final class TransferControls {
    private static final Source CHAIN =
            Source.certain("预算指标核算管理办法: 转移支付指标 is issued out of an allotment, never beyond it");
    private static final Source LINEAGE =
            Source.certain("预算指标核算管理办法: 顺向可控, 逆向可溯; 直达资金标识 is set at issue, inherited and not removed");
    private static final Source RECEIVERS = Source.certain(
            "REC_DIV_CODE 接收方财政区划 is data of the transfer; a city under separate plan receives from the centre");
    private static final Source EARLY =
            Source.certain("《预算法》 art. 38, 《预算法实施条例》 (2020) art. 48: 提前下达 of the next year's transfers");

    /**
     * What the controls look at.
     *
     * @param terms what stands on the transfer
     * @param amount in fen, that the command is about
     * @param facts the input and what may be read
     */
    record Issuing(TransferTerms terms, long amount, Case facts) {
        Optional<Allotment> source() {
            return facts.find(terms.source());
        }

        CodeTables tables() {
            return facts.rules(MasterdataRules.KEY).tables();
        }
    }

    static final Control<Issuing> YEAR_NOT_OVER =
            YearControl.notOver("transfer", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<Issuing> AMOUNT_NOT_POSITIVE =
            Control.statutory(ReceivingControls.AMOUNT, c -> c.amount() > 0 ? holds() : none(c.amount()));

    static final Control<Issuing> SOURCE_NOT_ISSUED = Control.statutory(
            new Reason(
                    "transfer.source-not-issued",
                    "The allotment that it draws on is not in force",
                    "来源指标未下达",
                    "{source} is no issued allotment of division {division}",
                    "{source} 不是区划 {division} 已下达的指标",
                    CHAIN),
            TransferControls::sourceIssued);

    static final Control<Issuing> SOURCE_NOT_PENDING = Control.statutory(
            new Reason(
                    "transfer.source-not-pending",
                    "A transfer draws on an allotment to be distributed",
                    "来源指标不是待分指标",
                    "allotment {source} is {flag}; a transfer draws on one that is {allowed}",
                    "指标 {source} 为 {flag}; 转移支付须来源于 {allowed} 指标",
                    CHAIN),
            TransferControls::sourcePending);

    static final Control<Issuing> ELEMENT_DIFFERS = Control.statutory(
            new Reason(
                    "transfer.element-differs",
                    "An element differs from the allotment that it draws on",
                    "转移支付要素与来源指标不一致",
                    "{element} of the transfer is {given}; allotment {source} has {allowed}",
                    "转移支付 {element} 为 {given}; 来源指标 {source} 为 {allowed}",
                    LINEAGE),
            TransferControls::elementsKept);

    static final Control<Issuing> RECEIVER_UNKNOWN = Control.statutory(
            new Reason(
                    "transfer.receiver-unknown",
                    "The receiver is no division of the tables",
                    "接收方财政区划不存在",
                    "{receiver} is no division of {year}",
                    "{receiver} 不是 {year} 年的财政区划",
                    RECEIVERS),
            TransferControls::receiverKnown);

    static final Control<Issuing> RECEIVER_OWN = Control.statutory(
            new Reason(
                    "transfer.receiver-own",
                    "A division transfers nothing to itself",
                    "接收方不得为本区划",
                    "the receiver is {receiver}, the division that issues",
                    "接收方 {receiver} 即下达方本区划",
                    RECEIVERS),
            c -> c.terms().receiver().value().equals(c.terms().division())
                    ? violated(Facts.of("receiver", text(c.terms().division())))
                    : holds());

    static final Control<Issuing> RECEIVER_NOT_ALLOWED = Control.adjustable(
            new Reason(
                    "transfer.receiver-not-allowed",
                    "The division issues nothing to this receiver",
                    "不得向该区划下达",
                    "division {division} does not issue to {receiver}; it issues to {allowed}",
                    "区划 {division} 不向 {receiver} 下达; 可下达的区划: {allowed}",
                    Source.own("a rulebook may list to whom a division issues")),
            Severity.HARD,
            TransferControls::receiverAllowed);

    static final Control<Issuing> FUNCTION_UNKNOWN = Control.statutory(
            new Reason(
                    "transfer.function-unknown",
                    "The function that it is for is no code of the year",
                    "转移支付支出功能分类科目不存在",
                    "{function} is no function of {year}",
                    "{function} 不是 {year} 年的支出功能分类科目",
                    Source.certain("TP_FUNC_CODE 转移支付支出功能分类科目; 政府收支分类科目 of the year")),
            TransferControls::functionKnown);

    static final Control<Issuing> NOT_EARLY = Control.statutory(
            new Reason(
                    "transfer.not-early",
                    "What is issued before its year is issued early",
                    "预算年度前下达的须标为提前下达",
                    "on {on} a transfer of {year} is issued early, and is not marked so",
                    "{on} 下达 {year} 年转移支付, 未标明提前下达",
                    EARLY),
            TransferControls::early);

    /** What is asked of the whole transfer, whenever it comes nearer to being issued. */
    private static final Controls<Issuing> WHOLE = Controls.of(
            YEAR_NOT_OVER,
            NOT_EARLY,
            SOURCE_NOT_ISSUED,
            SOURCE_NOT_PENDING,
            ELEMENT_DIFFERS,
            RECEIVER_UNKNOWN,
            RECEIVER_OWN,
            RECEIVER_NOT_ALLOWED,
            FUNCTION_UNKNOWN,
            AMOUNT_NOT_POSITIVE);

    static final ControlTable<TransferAction, Issuing> NATIONAL = new ControlTable<>(ImmutableMap.of(
            TransferAction.CREATE,
            WHOLE,
            TransferAction.REVISE,
            WHOLE,
            TransferAction.SUBMIT,
            WHOLE,
            TransferAction.APPROVE,
            WHOLE,
            TransferAction.RECALL,
            Controls.of(YEAR_NOT_OVER, AMOUNT_NOT_POSITIVE)));

    /** Asked back, and come back, is never more than is in force. */
    private static final LimitRule OVER_IN_FORCE = hard(
            new Reason(
                    "transfer.over-in-force",
                    "More is asked back than is in force",
                    "收回金额超过已下达净额",
                    "transfer {document} has {available} in force and not asked back ({formula}), asked {asked}, "
                            + "short by {short-by}",
                    "转移支付 {document} 可收回 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.own("no level is asked for what it does not have")),
            new LimitRule.Term(1, TransferMeasure.IN_FORCE.code()),
            new LimitRule.Term(-1, TransferMeasure.ASKED_BACK.code()));

    /** Received is never more than has arrived: E10. */
    private static final LimitRule OVER_ARRIVED = hard(
            new Reason(
                    "transfer.over-arrived",
                    "More is taken in than has arrived",
                    "接收金额超过待接收金额",
                    "transfer {document} has {available} left to receive ({formula}), asked {asked}, short by {short-by}",
                    "上级转移支付 {document} 待接收 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.certain("上下贯通: what a level receives is never more than the level above has issued to it")),
            new LimitRule.Term(1, TransferMeasure.TO_RECEIVE.code()));

    /** Given back is never more than was received. */
    private static final LimitRule OVER_RECEIVED = hard(
            new Reason(
                    "transfer.over-received",
                    "More is given back than was received",
                    "退回金额超过已接收金额",
                    "of transfer {document} {available} is received ({formula}), asked {asked}, short by {short-by}",
                    "上级转移支付 {document} 已接收 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.own("no balance of a transfer falls below zero")),
            new LimitRule.Term(1, TransferMeasure.RECEIVED.code()));

    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(OVER_IN_FORCE, OVER_ARRIVED, OVER_RECEIVED);

    private TransferControls() {}

    private static LimitRule hard(Reason reason, LimitRule.Term... terms) {
        return new LimitRule(
                reason,
                ImmutableList.copyOf(terms),
                TransferMeasure.IN_FORCE.by(),
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }

    static ImmutableList<ImmutableMap<String, Fact>> none(long fen) {
        return violated(Facts.of("amount", amount(fen)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sourceIssued(Issuing c) {
        return c.source()
                        .filter(source -> source.state() == AllotmentState.ISSUED
                                && source.division().equals(c.terms().division()))
                        .isPresent()
                ? holds()
                : violated(Facts.of("source", text(c.terms().source().value()))
                        .and("division", text(c.terms().division())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sourcePending(Issuing c) {
        return c.source()
                .map(source -> source.terms().flag())
                .filter(flag -> flag != AllotmentFlag.PENDING)
                .map(flag -> violated(Facts.of("source", text(c.terms().source().value()))
                        .and("flag", text(flag.name()))
                        .and("allowed", text(AllotmentFlag.PENDING.name()))))
                .orElse(holds());
    }

    /** Where and whose it is, and all that the declared elements hand on. */
    private static ImmutableList<ImmutableMap<String, Fact>> elementsKept(Issuing c) {
        Elements own = c.terms().elements();
        return c.source()
                .map(source -> source.terms().elements())
                .map(source -> Stream.concat(
                                Stream.of(Elements.DIVISION, Elements.YEAR, Elements.AGENCY)
                                        .filter(code -> !own.value(code).equals(source.value(code))),
                                ReceivingControls.inherited(own, source, Transfer.KIND, Allotment.KIND, c.facts()))
                        .map(code -> Facts.of("element", text(code))
                                .and("given", text(orNone(own.value(code))))
                                .and("source", text(c.terms().source().value()))
                                .and("allowed", text(orNone(source.value(code))))
                                .map())
                        .collect(toImmutableList()))
                .orElse(holds());
    }

    static String orNone(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static ImmutableList<ImmutableMap<String, Fact>> receiverKnown(Issuing c) {
        return c.tables().division(c.terms().receiver(), c.terms().fiscalYear()).isAccepted()
                ? holds()
                : violated(Facts.of("receiver", text(c.terms().receiver().value()))
                        .and("year", Fact.count(c.terms().fiscalYear())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> receiverAllowed(Issuing c) {
        ImmutableSet<String> allowed = c.facts().rules(TransferFlow.RULES).receivers();
        return allowed.isEmpty() || allowed.contains(c.terms().receiver().value())
                ? holds()
                : violated(Facts.of("division", text(c.terms().division()))
                        .and("receiver", text(c.terms().receiver().value()))
                        .and("allowed", texts(allowed.asList())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> functionKnown(Issuing c) {
        return c.tables()
                        .find(
                                Catalogue.FUNCTION,
                                c.terms().function(),
                                c.terms().fiscalYear())
                        .isAccepted()
                ? holds()
                : violated(Facts.of("function", text(c.terms().function()))
                        .and("year", Fact.count(c.terms().fiscalYear())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> early(Issuing c) {
        return c.terms().isEarly() || c.facts().on().getYear() >= c.terms().fiscalYear()
                ? holds()
                : violated(Facts.of("on", day(c.facts().on()))
                        .and("year", Fact.count(c.terms().fiscalYear())));
    }
}
