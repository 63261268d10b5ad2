package org.fiscalloop.debt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.debt.DebtCommands.LendOn;
import org.fiscalloop.debt.DebtCommands.PlanBond;
import org.fiscalloop.debt.DebtCommands.SetDebtLimit;
import org.fiscalloop.debt.DebtNotices.InterestPaid;
import org.fiscalloop.debt.DebtNotices.OnLentReturned;
import org.fiscalloop.debt.DebtNotices.PrincipalRepaid;
import org.fiscalloop.debt.DebtNotices.ProceedsReceived;
import org.fiscalloop.debt.DebtTerms.Conditions;
import org.fiscalloop.debt.DebtTerms.DayCount;
import org.fiscalloop.debt.DebtTerms.Issue;
import org.fiscalloop.debt.DebtTerms.Paid;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;

/** The finance departments of Fujian, of Xiamen, which issues itself, and of Fuzhou, which does not, in one loop. */
final class Finances {
    static final String FUJIAN = "350000000";
    static final String XIAMEN = "350200000";
    static final String FUZHOU = "350100000";
    static final LocalDate FROM = LocalDate.of(2024, 3, 15);

    static final Conditions FIVE_YEARS =
            new Conditions("2405001", new BigDecimal("0.0273"), 2, FROM, FROM.plusYears(5), DayCount.BY_PERIOD);

    final FiscalLoop loop;
    LocalDate day = LocalDate.of(2024, 3, 1);
    private long inputs;

    Finances() {
        this(new InMemoryJournal());
    }

    private Finances(InMemoryJournal journal) {
        RuleTimeline rules = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
        this.loop = FiscalLoop.open(journal, rules);
        for (String division : ImmutableList.of(FUJIAN, XIAMEN, FUZHOU)) {
            for (int year : ImmutableList.of(2024, 2025)) {
                LocalDate on = LocalDate.of(year, 1, 1);
                World.done(loop.ask(new Command(
                        id(),
                        "admin",
                        division,
                        year,
                        on,
                        new AdoptRulebook(
                                division,
                                year,
                                rules.at(division, year, on).orElseThrow().fingerprint()))));
            }
            appoint(division, "clerk", DebtDuty.ENTRY, DebtDuty.ACCOUNTANT);
            appoint(division, "chief", DebtDuty.APPROVAL);
            appoint(division, "both", DebtDuty.ENTRY, DebtDuty.APPROVAL);
        }
    }

    private InputId id() {
        return new InputId("test", "i" + inputs++);
    }

    private void appoint(String division, String actor, Duty... duties) {
        World.done(ask(
                division,
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor + division)
                        .name(actor)
                        .division(division)
                        .agency("")
                        .fiscalYear(2024)
                        .grants(ImmutableList.copyOf(duties).stream()
                                .map(duty -> new Grant(duty, division, ""))
                                .toList())
                        .build())));
    }

    Outcome ask(String division, String actor, Body body) {
        return askOf(day.getYear(), division, actor, body);
    }

    /** Asks something of a year, whatever the day is. */
    Outcome askOf(int year, String division, String actor, Body body) {
        return loop.ask(new Command(id(), actor, division, year, day, body));
    }

    Outcome clerk(String division, Body body) {
        return ask(division, "clerk" + division, body);
    }

    Outcome act(String division, String actor, Id<?> document, Enum<?> action) {
        return ask(division, actor + division, Act.of(document, action));
    }

    Outcome tell(String division, Body body) {
        return loop.tell(new Notice(id(), division, day.getYear(), day, body));
    }

    /** Every message that nobody has acknowledged arrives. */
    void deliver() {
        for (Notice message : loop.outbox()) {
            loop.tell(message).messages().forEach(loop::tell);
        }
    }

    // ---- debts ------------------------------------------------------------------------------------------------------

    Outcome limit(String division, DebtKind kind, long yuan) {
        return clerk(
                division,
                new SetDebtLimit(ImmutableDebtLimitTerms.builder()
                        .division(division)
                        .fiscalYear(day.getYear())
                        .kind(kind)
                        .amount(Fen.money(100 * yuan))
                        .documentNo("人大〔2024〕1号")
                        .build()));
    }

    static ImmutableDebtTerms bond(String division, DebtKind kind, long yuan) {
        return ImmutableDebtTerms.builder()
                .division(division)
                .fiscalYear(2024)
                .kind(kind)
                .use(Use.NEW)
                .name("2024年债券")
                .fund(kind == DebtKind.GENERAL ? "112" : "122")
                .principal(Fen.money(100 * yuan))
                .documentNo("财债〔2024〕1号")
                .build();
    }

    /** A bond that is handed in. */
    Id<Debt> submitted(String number, DebtTerms terms) {
        Id<Debt> id = Debt.id(number);
        World.done(clerk(terms.division(), new PlanBond(id, terms)));
        World.done(act(terms.division(), "clerk", id, DebtAction.SUBMIT));
        return id;
    }

    /** A bond whose proceeds have come. */
    Id<Debt> issued(String number, DebtTerms terms) {
        Id<Debt> id = submitted(number, terms);
        World.done(act(terms.division(), "chief", id, DebtAction.APPROVE));
        World.done(tell(
                terms.division(),
                new ProceedsReceived(id, issue(terms.principal().getAmountMinorLong(), 0, 0))));
        return id;
    }

    Issue issue(long fen, long discount, long fees) {
        return new Issue("F1", day, Fen.money(fen), Fen.money(discount), Fen.money(fees), FIVE_YEARS);
    }

    Outcome lend(String number, Id<Debt> bond, String borrower, long yuan) {
        return lend(number, lending(bond, borrower, yuan));
    }

    Outcome lend(String number, OnLendingTerms terms) {
        return clerk(FUJIAN, new LendOn(OnLending.id(number), terms));
    }

    ImmutableOnLendingTerms lending(Id<Debt> bond, String borrower, long yuan) {
        return ImmutableOnLendingTerms.builder()
                .division(FUJIAN)
                .fiscalYear(day.getYear())
                .bond(bond)
                .borrower(borrower)
                .amount(Fen.money(100 * yuan))
                .documentNo("转贷〔2024〕1号")
                .build();
    }

    Outcome interest(String division, Id<Debt> debt, String serial, long fen) {
        return tell(division, new InterestPaid(debt, new Paid(serial, day, Fen.money(fen))));
    }

    Outcome repaid(String division, Id<Debt> debt, String serial, long fen) {
        return tell(division, new PrincipalRepaid(debt, new Paid(serial, day, Fen.money(fen))));
    }

    Outcome returned(String lending, String serial, long principal, long interest) {
        return tell(
                FUJIAN,
                new OnLentReturned(
                        OnLending.id(lending),
                        day,
                        new OnLendingTerms.Returned(serial, Fen.money(principal), Fen.money(interest))));
    }

    Debt debt(Id<Debt> id) {
        return loop.find(id).orElseThrow();
    }

    // ---- what is refused
    // ---------------------------------------------------------------------------------------------

    static void assertRefused(Outcome outcome, String code, String... parts) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.REFUSED);
        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly(code);
        assertThat(ImmutableList.copyOf(parts))
                .allSatisfy(part -> assertThat(outcome.refusals().get(0).text()).contains(part));
        assertThat(outcome.refusals().get(0).textZh()).isNotBlank();
    }

    static void assertListed(Outcome outcome, String code, String... parts) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly(code);
        assertThat(ImmutableList.copyOf(parts))
                .allSatisfy(part -> assertThat(outcome.refusals().get(0).text()).contains(part));
    }

    // ---- the books --------------------------------------------------------------------------------------------------

    /** The debit less the credit of accounts of the treasury of a division whose codes begin so, in fen. */
    long treasury(String division, String... codes) {
        return net("treasury", division, Optional.empty(), codes);
    }

    /** The same of the memorandum ledger. */
    long memorandum(String division, String... codes) {
        return net("memorandum", division, Optional.empty(), codes);
    }

    /** The same of one document. */
    long memorandum(Id<?> document, String... codes) {
        return net("memorandum", "", Optional.of(document.value()), codes);
    }

    private long net(String ledger, String division, Optional<String> document, String... codes) {
        var charts = loop.rules().all().get(0).rulebook().accounting().charts();
        long net = 0;
        for (Balances.Kept kept : loop.balances().kept()) {
            if (!kept.key().grain().isFull() || !kept.account().ledger().equals(new LedgerId(ledger))) {
                continue;
            }
            String code = charts.stream()
                    .filter(chart -> chart.ledger().equals(kept.account().ledger()))
                    .flatMap(chart -> chart.account(kept.account()).stream())
                    .map(account -> account.code())
                    .findFirst()
                    .orElseThrow();
            boolean isOf = division.isEmpty()
                    || kept.key().segments().value(Dimensions.DIVISION).equals(division);
            boolean isOfDocument = document.isEmpty()
                    || kept.key().segments().value(Dimensions.DOCUMENT).equals(document.orElseThrow());
            if (isOf && isOfDocument && ImmutableList.copyOf(codes).stream().anyMatch(code::startsWith)) {
                net += kept.balance().net(Side.DEBIT);
            }
        }
        return net;
    }
}
