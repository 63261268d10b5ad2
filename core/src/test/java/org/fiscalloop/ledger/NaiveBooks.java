package org.fiscalloop.ledger;

import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.APPLIED;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.LEDGERS;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;
import static org.fiscalloop.ledger.LedgerFixtures.limit;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fiscalloop.decision.Severity;

/** The model of the books: every entry that was booked and nothing else, added up whenever it is asked. */
final class NaiveBooks {

    static final ImmutableList<Limit> LIMITS = ImmutableList.of(
            limit("l.project", Severity.HARD, Span.YEAR, PROJECT, Measure.Term.plus("executable", EXECUTABLE)),
            limit(
                    "l.allotment",
                    Severity.HARD,
                    Span.CUMULATIVE,
                    ALLOTMENT,
                    Measure.Term.plus("executable", EXECUTABLE)),
            limit(
                    "l.flow",
                    Severity.WARN,
                    Span.MONTH,
                    DIVISION,
                    Measure.Term.plus("sources", SOURCES),
                    Measure.Term.minus("paid", PAID)),
            limit(
                    "l.plan",
                    Severity.HARD,
                    Span.MONTH,
                    PROJECT,
                    Measure.Term.plus("planned", PLANNED),
                    Measure.Term.minus("applied", APPLIED),
                    Measure.Term.minus("paid", PAID)),
            where(
                    limit(
                            "l.where",
                            Severity.HARD,
                            Span.CUMULATIVE,
                            PROJECT,
                            Measure.Term.plus("executable", EXECUTABLE),
                            Measure.Term.minus("planned", PLANNED)),
                    PLANNED),
            limit("l.off", Severity.OFF, Span.YEAR, DIVISION, Measure.Term.plus("applied", APPLIED)));

    static final Measure MEASURE = new Measure(
            "m",
            ImmutableList.of(Measure.Term.plus("sources", SOURCES), Measure.Term.minus("executable", EXECUTABLE)),
            ImmutableList.of(DIVISION, PROJECT),
            Span.MONTH);

    static final Books BOOKS = Books.of(DIMENSIONS, LEDGERS, LIMITS, ImmutableList.of(MEASURE));

    private final List<Entry> booked = new ArrayList<>();

    void book(List<Entry> command) {
        booked.addAll(command);
    }

    long value(Measure measure, Balance.Key key) {
        return value(booked, measure.terms(), key).longValueExact();
    }

    /** What a balance holds more on its debit side, be it of an account or of a limit. */
    long net(Meaning account, Balance.Key key) {
        return LIMITS.stream()
                .filter(limit ->
                        limit.account().equals(account) && limit.terms().size() > 1)
                .map(limit -> value(booked, limit.terms(), key))
                .findFirst()
                .orElseGet(() -> net(booked, account, Side.DEBIT, key))
                .longValueExact();
    }

    private static BigInteger net(List<Entry> entries, Meaning account, Side normal, Balance.Key key) {
        BigInteger sum = BigInteger.ZERO;
        for (Entry entry : entries) {
            for (Line line : entry.lines()) {
                if (line.account().equals(account) && isAt(entry, line, key)) {
                    BigInteger fen = BigInteger.valueOf(line.fen());
                    sum = line.side() == normal ? sum.add(fen) : sum.subtract(fen);
                }
            }
        }
        return sum;
    }

    private static BigInteger value(List<Entry> entries, List<Measure.Term> terms, Balance.Key key) {
        BigInteger sum = BigInteger.ZERO;
        for (Measure.Term term : terms) {
            Side normal = BOOKS.account(term.account()).normalSide();
            BigInteger net = net(entries, term.account(), normal, key);
            sum = sum.add(net.multiply(BigInteger.valueOf(term.sign())));
        }
        return sum;
    }

    private static boolean isAt(Entry entry, Line line, Balance.Key key) {
        for (Dimension dimension : key.grain().kept()) {
            if (!line.segments().value(dimension).equals(key.segments().value(dimension))) {
                return false;
            }
        }
        return switch (key.grain().span()) {
            case YEAR -> Integer.parseInt(line.segments().value(YEAR)) == key.bucket();
            case MONTH -> entry.date().getYear() * 100 + entry.date().getMonthValue() == key.bucket();
            case CUMULATIVE -> true;
        };
    }

    /** The refusals or warnings that are due: code, available and asked, for each limit in order, for each key in order. */
    List<String> broken(List<Entry> command, Severity severity) {
        List<String> broken = new ArrayList<>();
        for (Limit limit : LIMITS) {
            if (limit.severity() == severity) {
                touched(command, limit).forEach(key -> {
                    BigInteger before = value(booked, limit.terms(), key);
                    BigInteger by = value(command, limit.terms(), key);
                    if (isHeld(limit, key, command)
                            && by.signum() < 0
                            && before.add(by).signum() < 0) {
                        broken.add(limit.code() + " " + before + " " + by.negate());
                    }
                });
            }
        }
        return broken;
    }

    private static Limit where(Limit limit, Meaning account) {
        return new Limit(
                limit.reason(),
                limit.terms(),
                limit.dimensions(),
                limit.span(),
                limit.permitted(),
                limit.severity(),
                Optional.of(account));
    }

    private boolean isHeld(Limit limit, Balance.Key key, List<Entry> command) {
        return limit.where()
                .map(account -> net(booked, account, Side.DEBIT, key).signum() != 0
                        || command.stream()
                                .flatMap(entry -> entry.lines().stream())
                                .anyMatch(line -> line.account().equals(account)))
                .orElse(true);
    }

    private static SortedSet<Balance.Key> touched(List<Entry> command, Limit limit) {
        SortedSet<Balance.Key> keys = new TreeSet<>();
        Balance.Grain grain = DIMENSIONS.grain(limit.dimensions(), limit.span());
        for (Entry entry : command) {
            for (Line line : entry.lines()) {
                if (limit.terms().stream().anyMatch(term -> term.account().equals(line.account()))) {
                    keys.add(grain.key(line.segments(), entry.date()));
                }
            }
        }
        return keys;
    }
}
