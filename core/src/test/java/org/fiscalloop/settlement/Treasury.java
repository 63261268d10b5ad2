package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.settlement.SettlementCommands.CreateCashTransfer;
import org.fiscalloop.settlement.SettlementCommands.CreateSettlement;
import org.fiscalloop.settlement.SettlementNotices.CashPaid;
import org.fiscalloop.transfer.Level;

/** A division whose treasury sends money to other levels and settles with them, for tests. */
final class Treasury {
    static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());

    final Level level;
    private int notices;

    Treasury(FiscalLoop loop, String division) {
        this.level = Level.found(loop, division);
    }

    static FiscalLoop loop() {
        return FiscalLoop.open(new InMemoryJournal(), RULES);
    }

    /** A treasury in a loop of its own. */
    static Treasury of(String division) {
        return new Treasury(loop(), division);
    }

    /** Taxes of a day have come into it. */
    Treasury taxed(long fen) {
        Outcome unused = level.done(tell(new TreasuryDayReport(
                IncomeReceipt.number("RB-" + level.division + "-" + notices),
                level.day(),
                ImmutableList.of(new IncomeTerms.Line("10101", "111", "", Fen.money(fen))),
                Optional.empty(),
                Optional.empty())));
        return this;
    }

    /** What its own treasury tells. */
    Outcome tell(Body body) {
        return tellAs("treasury-" + level.division, body);
    }

    /** What somebody tells. */
    Outcome tellAs(String sender, Body body) {
        return level.tell(new Notice(
                new InputId(sender, "n" + notices++),
                level.division,
                level.day().getYear(),
                level.day(),
                body));
    }

    ImmutableCashTerms terms(String to, CashTerms.Kind kind, long fen) {
        return ImmutableCashTerms.builder()
                .division(level.division)
                .fiscalYear(level.day().getYear())
                .counterpart(to)
                .kind(kind)
                .fund("111")
                .amount(Fen.money(fen))
                .documentNo("财库〔2024〕1号")
                .purpose("库款调度")
                .build();
    }

    ImmutableSettlementTerms settled(String below, SettlementTerms.Kind kind, long fen) {
        return ImmutableSettlementTerms.builder()
                .division(level.division)
                .fiscalYear(Level.YEAR)
                .counterpart(below)
                .kind(kind)
                .fund("111")
                .amount(Fen.money(fen))
                .documentNo("财结〔2024〕1号")
                .build();
    }

    Outcome create(String id, CashTerms terms) {
        return ask("finance", new CreateCashTransfer(CashTransfer.id(id), terms));
    }

    Outcome ask(String actor, Body body) {
        return level.askOf(level.day().getYear(), actor, body);
    }

    Outcome act(String actor, Id<?> document, Enum<?> action) {
        return ask(actor, org.fiscalloop.flow.Act.of(document, action));
    }

    /** Money that stands ordered, or why it does not. */
    Outcome order(String id, CashTerms terms) {
        Outcome created = create(id, terms);
        if (!created.isDone()) {
            return created;
        }
        level.done(act("finance", CashTransfer.id(id), CashTransfer.Action.SUBMIT));
        return act("chief", CashTransfer.id(id), CashTransfer.Action.APPROVE);
    }

    /** Money that stands paid. */
    Id<CashTransfer> send(String id, CashTerms terms) {
        Outcome unused = level.done(order(id, terms));
        unused = level.done(pay(id));
        return CashTransfer.id(id);
    }

    Outcome pay(String id) {
        return tell(new CashPaid(
                CashTransfer.id(id),
                "K-" + id,
                level.day(),
                level.find(CashTransfer.id(id)).terms().amount()));
    }

    /** A settlement that stands issued, or why it does not. */
    Outcome issue(String id, SettlementTerms terms) {
        Outcome created = ask("finance", new CreateSettlement(Settlement.id(id), terms));
        if (!created.isDone()) {
            return created;
        }
        level.done(act("finance", Settlement.id(id), Settlement.Action.SUBMIT));
        return act("chief", Settlement.id(id), Settlement.Action.APPROVE);
    }

    Outcome confirm(String from, String id) {
        return act("chief", ReceivedSettlement.id(from, Settlement.id(id)), ReceivedSettlement.Action.CONFIRM);
    }

    /** What stands with another division. */
    long unsettled(String with) {
        Segments at = SettlementPostings.between(level.division, with, "111", Level.YEAR);
        return level.balance(SettlementMeasure.UNSETTLED, at);
    }

    long treasury(String account) {
        return level.treasury(account);
    }

    Treasury on(LocalDate day) {
        level.on(day);
        return this;
    }
}
