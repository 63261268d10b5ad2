package org.fiscalloop.settlement;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Division;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.YearControl;
import org.fiscalloop.transfer.Transfer;
import org.fiscalloop.transfer.TransferFlow;
import org.fiscalloop.transfer.TransferMeasure;
import org.fiscalloop.transfer.TransferState;

/** The controls of money between levels and of settlements, each a small pure function with its code. */
final class SettlementControls {
    private static final Source LEVELS =
            Source.certain("《预算法》 art. 3, 28: one level, one budget; 转移支付 goes to a level below, 上解 to a level above");
    private static final Source FUNDS = Source.certain("财库〔2022〕41号 《财政总会计制度》: money of a fund is kept by its fund");
    private static final Source GROUND =
            Source.certain("《预算法》 art. 59: whatever leaves the treasury is ordered by finance");
    private static final Source SETTLED =
            Source.certain("《预算法》 art. 16, 52: what is settled is what transfers of the year come to");

    private static final ImmutableSet<TransferState> IN_FORCE =
            ImmutableSet.of(TransferState.ISSUED, TransferState.DELIVERED, TransferState.RECALLING);

    /**
     * What the controls look at.
     *
     * @param division the division that asks
     * @param counterpart the other one
     * @param isDown whether the other one is below
     * @param kind of what kind of money or settlement it is
     * @param transfers what is paid or settled
     * @param cash what is sent; none where something is settled
     */
    record OfMoney(
            String division,
            String counterpart,
            boolean isDown,
            Enum<?> kind,
            int fiscalYear,
            String fund,
            long fen,
            String documentNo,
            ImmutableList<Id<Transfer>> transfers,
            Optional<CashTerms> cash,
            Case facts) {
        static OfMoney of(CashTerms terms, Case facts) {
            return new OfMoney(
                    terms.division(),
                    terms.counterpart(),
                    terms.kind().isDown(),
                    terms.kind(),
                    terms.fiscalYear(),
                    terms.fund(),
                    terms.fen(),
                    terms.documentNo(),
                    terms.transfers(),
                    Optional.of(terms),
                    facts);
        }

        /** A settlement goes down, whatever is settled by it. */
        static OfMoney of(SettlementTerms terms, Case facts) {
            return new OfMoney(
                    terms.division(),
                    terms.counterpart(),
                    true,
                    terms.kind(),
                    terms.fiscalYear(),
                    terms.fund(),
                    terms.fen(),
                    terms.documentNo(),
                    terms.transfers(),
                    Optional.empty(),
                    facts);
        }
    }

    static final Control<OfMoney> OUTSIDE_YEAR = YearControl.within(
            "settlement", m -> m.facts().on(), m -> m.facts().input().fiscalYear());

    static final Control<OfMoney> NOT_BEGUN = YearControl.begun(
            "settlement", m -> m.facts().on(), m -> m.facts().input().fiscalYear());

    static final Control<OfMoney> BEFORE_YEAR = Control.statutory(
            new Reason(
                    "settlement.before-year",
                    "A year is not settled in the books of an earlier one",
                    "不得在以前年度账内结算",
                    "year {year} is not settled in the books of {given}",
                    "{year} 年不得在 {given} 年账内结算",
                    SETTLED),
            m -> m.facts().input().fiscalYear() >= m.fiscalYear()
                    ? holds()
                    : violated(Facts.of("year", count(m.fiscalYear()))
                            .and("given", count(m.facts().input().fiscalYear()))));

    static final Control<OfMoney> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "settlement.amount-not-positive",
                    "It has no amount",
                    "金额须大于零",
                    "what is sent to or settled with {counterpart} needs an amount above zero, it has {asked}",
                    "与 {counterpart} 往来金额 {asked} 须大于零",
                    Source.own("money of nothing is none")),
            m -> m.fen() > 0 ? holds() : violated(between(m).and("asked", amount(m.fen()))));

    static final Control<OfMoney> DOCUMENT_MISSING = Control.statutory(
            new Reason(
                    "settlement.document-missing",
                    "It does not say by which document",
                    "缺少文号",
                    "what is sent to or settled with {counterpart}, {asked}, names no document",
                    "与 {counterpart} 往来 {asked} 未填写文号",
                    GROUND),
            m -> m.documentNo().isBlank() ? violated(between(m).and("asked", amount(m.fen()))) : holds());

    static final Control<OfMoney> TOLD_BY_HAND = Control.statutory(
            new Reason(
                    "settlement.told-by-hand",
                    "What is told of money is not filled in",
                    "拨出信息不得录入",
                    "the money to {counterpart} is filled in as paid, which comes by notice",
                    "拨往 {counterpart} 的资金录入了拨出信息; 该信息由通知生成",
                    Source.own("what has happened elsewhere comes by notice")),
            m -> m.cash().flatMap(CashTerms::sent).isEmpty() ? holds() : violated(between(m)));

    static final Control<OfMoney> KIND_NOT_USED = Control.statutory(
            new Reason(
                    "settlement.kind-not-used",
                    "The division sends no money of this kind",
                    "不采用该资金拨付方式",
                    "{division} sends no money as {given}; it sends it as {allowed}",
                    "{division} 不以 {given} 方式拨付资金; 可用 {allowed}",
                    SettlementRules.WAYS),
            SettlementControls::kindUsed);

    static final Control<OfMoney> COUNTERPART_NOT_OF_LEVEL = Control.statutory(
            new Reason(
                    "settlement.counterpart-not-of-level",
                    "The other division does not stand above or below, as it must",
                    "对方区划级次不符",
                    "{counterpart} is no division {allowed} {division}",
                    "{counterpart} 不是 {division} 的 {allowed} 区划",
                    LEVELS),
            SettlementControls::ofLevel);

    static final Control<OfMoney> RECEIVER_NOT_ALLOWED = Control.adjustable(
            new Reason(
                    "settlement.receiver-not-allowed",
                    "The division issues no transfers to this one",
                    "不得向该区划拨付",
                    "{division} sends nothing to {counterpart}, to which it issues no transfers; it issues to {allowed}",
                    "{division} 不向 {counterpart} 下达转移支付, 不得拨付; 可下达的区划: {allowed}",
                    Source.own("a rulebook may list to whom a division issues; money goes the same way")),
            Severity.HARD,
            SettlementControls::receiverAllowed);

    static final Control<OfMoney> FUND_NOT_OF_TREASURY = Control.statutory(
            new Reason(
                    "settlement.fund-not-of-treasury",
                    "The fund is not kept in the treasury",
                    "资金不在国库",
                    "fund {fund} is not sent between treasuries; those that are begin with {allowed}",
                    "资金性质 {fund} 不在国库之间调拨; 国库资金性质以 {allowed} 开头",
                    FUNDS),
            m -> m.facts().rules(TreasuryCodes.KEY).book(m.fund()).isOfTreasury()
                    ? holds()
                    : violated(Facts.of("fund", text(m.fund()))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(m.facts().rules(TreasuryCodes.KEY).fundsOfTreasury()))));

    static final Control<OfMoney> TRANSFER_DIFFERS = Control.statutory(
            new Reason(
                    "settlement.transfer-differs",
                    "A transfer that is named is not one that this pays",
                    "所列转移支付不符",
                    "{transfer} is no transfer of fund {fund} that {division} has issued to {counterpart} for a {kind} of {year}",
                    "{transfer} 不是 {division} 下达给 {counterpart} 的资金性质 {fund} 转移支付, 不得列入 {year} 的 {kind}",
                    SETTLED),
            SettlementControls::transfersFit);

    static final Control<OfMoney> TRANSFER_TWICE = Control.statutory(
            new Reason(
                    "settlement.transfer-twice",
                    "A transfer is settled once",
                    "转移支付重复结算",
                    "{transfer} is settled already, or stands twice on what goes to {counterpart}",
                    "{transfer} 已结算, 或在拨付 {counterpart} 的单据上重复列示",
                    SETTLED),
            SettlementControls::transfersOnce);

    static final Control<OfMoney> AMOUNT_DIFFERS = Control.adjustable(
            new Reason(
                    "settlement.amount-differs",
                    "The settlement is not what its transfers come to",
                    "结算金额与转移支付不符",
                    "{asked} is settled with {counterpart}; the transfers that it names come to {allowed}",
                    "与 {counterpart} 结算 {asked}; 所列转移支付合计 {allowed}",
                    SETTLED),
            Severity.HARD,
            SettlementControls::amountFits);

    private static final Controls<OfMoney> MONEY = Controls.of(
            OUTSIDE_YEAR,
            AMOUNT_NOT_POSITIVE,
            DOCUMENT_MISSING,
            TOLD_BY_HAND,
            KIND_NOT_USED,
            COUNTERPART_NOT_OF_LEVEL,
            RECEIVER_NOT_ALLOWED,
            FUND_NOT_OF_TREASURY,
            TRANSFER_DIFFERS,
            TRANSFER_TWICE);

    private static final Controls<OfMoney> YEAR = Controls.of(
            NOT_BEGUN,
            BEFORE_YEAR,
            AMOUNT_NOT_POSITIVE,
            DOCUMENT_MISSING,
            COUNTERPART_NOT_OF_LEVEL,
            RECEIVER_NOT_ALLOWED,
            FUND_NOT_OF_TREASURY,
            TRANSFER_DIFFERS,
            TRANSFER_TWICE,
            AMOUNT_DIFFERS);

    static final ControlTable<CashTransfer.Action, OfMoney> SENDING = new ControlTable<>(ImmutableMap.of(
            CashTransfer.Action.CREATE,
            MONEY,
            CashTransfer.Action.REVISE,
            MONEY,
            CashTransfer.Action.SUBMIT,
            MONEY,
            CashTransfer.Action.APPROVE,
            MONEY));

    static final ControlTable<Settlement.Action, OfMoney> SETTLING = new ControlTable<>(ImmutableMap.of(
            Settlement.Action.CREATE,
            YEAR,
            Settlement.Action.REVISE,
            YEAR,
            Settlement.Action.SUBMIT,
            YEAR,
            Settlement.Action.APPROVE,
            YEAR));

    static final ControlTable<ReceivedSettlement.Action, OfMoney> CONFIRMING =
            new ControlTable<>(ImmutableMap.of(ReceivedSettlement.Action.CONFIRM, Controls.of(NOT_BEGUN, BEFORE_YEAR)));

    static final Reasons REASONS =
            Reasons.merge(ImmutableList.of(SENDING.reasons(), SETTLING.reasons(), CONFIRMING.reasons()));

    private SettlementControls() {}

    private static Facts between(OfMoney m) {
        return Facts.of("counterpart", text(m.counterpart()));
    }

    private static Facts parties(OfMoney m) {
        return between(m).and("division", text(m.division()));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> kindUsed(OfMoney m) {
        ImmutableSet<CashTerms.Kind> used =
                m.facts().rules(SettlementFlow.RULES).kinds();
        return m.cash().map(CashTerms::kind).filter(kind -> !used.contains(kind)).stream()
                .map(kind -> Facts.of("division", text(m.division()))
                        .and("given", text(kind.name()))
                        .and(
                                Refusal.ALLOWED,
                                texts(used.stream().map(CashTerms.Kind::name).collect(toImmutableList())))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> ofLevel(OfMoney m) {
        boolean isOfLevel = m.isDown()
                ? isAbove(m.division(), m.counterpart(), m.facts())
                : isAbove(m.counterpart(), m.division(), m.facts());
        return isOfLevel ? holds() : violated(parties(m).and(Refusal.ALLOWED, level(m.isDown())));
    }

    /** Where a division stands, in words. */
    static Fact level(boolean isBelow) {
        return isBelow ? text("below", "下级") : text("above", "上级");
    }

    /** Whether a division stands above another, at any distance; the centre does above all. */
    static boolean isAbove(String upper, String lower, Case c) {
        ImmutableList<Division> ancestry = ancestry(lower, c);
        return ancestry.stream().skip(1).anyMatch(above -> above.code().value().equals(upper))
                || (!ancestry.isEmpty()
                        && !lower.equals(upper)
                        && c.rules(SettlementFlow.RULES).centre().equals(upper));
    }

    private static ImmutableList<Division> ancestry(String division, Case c) {
        return c.rules(MasterdataRules.KEY)
                .tables()
                .ancestry(new DivisionCode(division), c.input().fiscalYear())
                .match(accepted -> accepted.value(), refused -> ImmutableList.of());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> receiverAllowed(OfMoney m) {
        ImmutableSet<String> allowed = m.facts().rules(TransferFlow.RULES).receivers();
        return !m.isDown() || allowed.isEmpty() || allowed.contains(m.counterpart())
                ? holds()
                : violated(parties(m).and(Refusal.ALLOWED, texts(allowed.asList())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> transfersFit(OfMoney m) {
        return m.transfers().stream()
                .filter(id -> m.facts().find(id).filter(found -> fits(found, m)).isEmpty())
                .map(id -> parties(m)
                        .and("transfer", text(id.value()))
                        .and("fund", text(m.fund()))
                        .and("kind", text(m.kind().name()))
                        .and("year", m.cash().isPresent() ? text("any year", "任一年度") : count(m.fiscalYear()))
                        .map())
                .collect(toImmutableList());
    }

    /** What was ordered of a transfer may be of an earlier year; what is settled is of its year, and is a grant. */
    private static boolean isOfIts(Transfer transfer, OfMoney m) {
        return m.cash().isPresent()
                || (m.kind() == SettlementTerms.Kind.GRANT && transfer.fiscalYear() == m.fiscalYear());
    }

    /** What is settled has been booked: it is neither settled nor granted again. Cash that was advanced for it may follow. */
    private static ImmutableList<ImmutableMap<String, Fact>> transfersOnce(OfMoney m) {
        Set<Id<Transfer>> seen = new HashSet<>();
        boolean books = m.kind() != CashTerms.Kind.CASH_ADVANCE;
        return m.transfers().stream()
                .filter(id -> !seen.add(id)
                        || (books
                                && m.facts()
                                        .find(id)
                                        .filter(Transfer::isSettled)
                                        .isPresent()))
                .map(id -> between(m).and("transfer", text(id.value())).map())
                .collect(toImmutableList());
    }

    private static boolean fits(Transfer transfer, OfMoney m) {
        return IN_FORCE.contains(transfer.state())
                && isOfIts(transfer, m)
                && transfer.division().equals(m.division())
                && transfer.terms().receiver().value().equals(m.counterpart())
                && transfer.terms().elements().fund().equals(m.fund());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> amountFits(OfMoney m) {
        long inForce = 0;
        for (Id<Transfer> id : m.transfers()) {
            inForce = Fen.add(
                    inForce,
                    m.facts()
                            .find(id)
                            .map(transfer -> m.facts().balance(TransferMeasure.IN_FORCE, transfer.segments()))
                            .orElse(0L));
        }
        return m.transfers().isEmpty() || inForce == m.fen()
                ? holds()
                : violated(between(m).and("asked", amount(m.fen())).and(Refusal.ALLOWED, amount(inForce)));
    }
}
