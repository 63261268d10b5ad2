package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;

/** The smallest books on which everything can be shown: an allotment ledger kept by division, and a plan beside it. */
final class LedgerFixtures {

    static final Dimension DIVISION = new Dimension("division");
    static final Dimension YEAR = new Dimension("year");
    static final Dimension PROJECT = new Dimension("project");
    static final Dimension ALLOTMENT = new Dimension("allotment");
    static final Dimensions DIMENSIONS =
            Dimensions.of(DIVISION, YEAR, PROJECT, ALLOTMENT).withYear(YEAR);

    static final LedgerId ALLOTMENTS = new LedgerId("allotment");
    static final LedgerId PLANS = new LedgerId("plan");

    static final Meaning SOURCES = new Meaning(ALLOTMENTS, "sources");
    static final Meaning HEADING = new Meaning(ALLOTMENTS, "heading");
    static final Meaning EXECUTABLE = new Meaning(ALLOTMENTS, "executable");
    static final Meaning APPLIED = new Meaning(ALLOTMENTS, "applied");
    static final Meaning PAID = new Meaning(ALLOTMENTS, "paid");
    static final Meaning CASH = new Meaning(ALLOTMENTS, "cash");
    static final Meaning PLANNED = new Meaning(PLANS, "planned");
    static final Meaning OFFSET = new Meaning(PLANS, "offset");

    static final Chart CHART = Chart.of(
            ALLOTMENTS,
            ImmutableList.of(
                    account(SOURCES, "IS01", Side.CREDIT),
                    account(HEADING, "IE", Side.DEBIT),
                    new Account(
                            EXECUTABLE,
                            "IE04",
                            "Executable",
                            "可执行指标",
                            Basis.CONTROL,
                            "EXPENDITURE",
                            Side.DEBIT,
                            Optional.of("IE"),
                            Source.own("test")),
                    account(APPLIED, "IA01", Side.DEBIT),
                    account(PAID, "IP01", Side.DEBIT),
                    new Account(
                            CASH,
                            "1001",
                            "Cash",
                            "现金",
                            Basis.FINANCIAL,
                            "ASSET",
                            Side.DEBIT,
                            Optional.empty(),
                            Source.own("test"))));

    static final Chart PLAN_CHART =
            Chart.of(PLANS, ImmutableList.of(account(PLANNED, "P1", Side.CREDIT), account(OFFSET, "P2", Side.DEBIT)));

    static final ImmutableList<Books.Keeping> LEDGERS = ImmutableList.of(
            new Books.Keeping(CHART, ImmutableList.of(DIVISION, YEAR), Optional.of(DIVISION)),
            new Books.Keeping(PLAN_CHART, ImmutableList.of(DIVISION), Optional.empty()));

    static final LocalDate MARCH = LocalDate.of(2024, 3, 5);
    static final LocalDate APRIL = LocalDate.of(2024, 4, 30);
    static final Segments AT = segments("D1", "2024", "P", "A");

    private LedgerFixtures() {}

    static Account account(Meaning meaning, String code, Side side) {
        return new Account(
                meaning, code, meaning.name(), "科目", Basis.CONTROL, "TEST", side, Optional.empty(), Source.own("test"));
    }

    static Segments segments(String division, String year, String project, String allotment) {
        return DIMENSIONS.segments(
                ImmutableMap.of(DIVISION, division, YEAR, year, PROJECT, project, ALLOTMENT, allotment));
    }

    static Books books(Limit... limits) {
        return Books.of(DIMENSIONS, LEDGERS, ImmutableList.copyOf(limits), ImmutableList.of());
    }

    /** A ledger in which March and April 2024 are open for everybody. */
    static Ledger ledger(Limit... limits) {
        return opened(books(limits));
    }

    static Ledger opened(Books books) {
        Ledger ledger = Ledger.of(books);
        for (int month = 3; month <= 4; month++) {
            YearMonth opened = YearMonth.of(2024, month);
            ledger.open(ALLOTMENTS, "D1", opened);
            ledger.open(ALLOTMENTS, "D2", opened);
            ledger.open(PLANS, "", opened);
        }
        return ledger;
    }

    static Reason reason(String code) {
        return new Reason(code, code, code, "short by {short-by}", "差 {short-by}", Source.own("test"));
    }

    static Limit limit(String code, Severity severity, Span span, Dimension by, Measure.Term... terms) {
        return new Limit(
                reason(code),
                ImmutableList.copyOf(terms),
                ImmutableList.of(by),
                span,
                ImmutableSet.copyOf(Severity.values()),
                severity);
    }

    static Limit available() {
        return limit(
                "test.over-allotment",
                Severity.HARD,
                Span.CUMULATIVE,
                ALLOTMENT,
                Measure.Term.plus("executable", EXECUTABLE));
    }

    static Entry entry(LocalDate date, Line... lines) {
        LedgerId ledger = lines[0].account().ledger();
        return new Entry(ledger, Basis.CONTROL, "TEST", date, date, ImmutableList.copyOf(lines), "", Optional.empty());
    }

    static Entry move(Meaning to, Meaning from, long fen) {
        return move(to, from, fen, AT);
    }

    static Entry move(Meaning to, Meaning from, long fen, Segments at) {
        return entry(MARCH, Line.debit(to, fen, at), Line.credit(from, fen, at));
    }

    static Decision<ImmutableList<Change>> post(Ledger ledger, Entry... entries) {
        return ledger.post(ImmutableList.copyOf(entries));
    }

    static ImmutableList<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    static <T> T accepted(Decision<T> decision) {
        return decision.match(Decision.Accepted::value, refused -> {
            throw new AssertionError("refused: " + refused.refusals());
        });
    }

    static long net(BalanceSource balances, Meaning account, Side normal, Segments at) {
        return balances.balance(account, Balance.Key.full(at)).net(normal);
    }
}
