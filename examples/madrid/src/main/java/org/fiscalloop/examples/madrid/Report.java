package org.fiscalloop.examples.madrid;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fiscalloop.money.Fen;

/** What became of a year, as a page: the groups of centre and chapter, the total, what was refused, and the reconciliation. */
final class Report {
    private static final int EXAMPLES = 3;

    private final CityYear year;
    private final PrintStream out;

    /** The sums of one group of lines, in fen. */
    private static final class Group {
        private int lines;
        private long credit;
        private long paid;
        private long left;
        private long over;

        void add(CityYear year, CreditLine line) {
            lines++;
            credit = Fen.add(credit, line.creditFen());
            paid = Fen.add(paid, year.paidFen(line));
            long available = year.availableFen(line);
            left = Fen.add(left, available);
            over = Fen.add(over, Math.max(0, Fen.negate(available)));
        }
    }

    Report(CityYear year, PrintStream out) {
        this.year = year;
        this.out = out;
    }

    void print(Level level) {
        out.println("Control at " + level.word());
        out.println();
        line("group", "lines", "credit", "paid", "left", "over its line");
        Map<String, Group> groups = new TreeMap<>();
        Group all = new Group();
        for (CreditLine line : year.data().lines()) {
            groups.computeIfAbsent(line.group(), name -> new Group()).add(year, line);
            all.add(year, line);
        }
        groups.forEach(this::line);
        line("all", all);
        out.println();
        refused();
        reconcile(all);
    }

    private void line(String name, Group group) {
        line(
                name,
                Integer.toString(group.lines),
                Fen.text(group.credit),
                Fen.text(group.paid),
                Fen.text(group.left),
                Fen.text(group.over));
    }

    private void line(String... cells) {
        out.println(String.format(Locale.ROOT, "%-6s %6s %16s %16s %16s %14s", (Object[]) cells));
    }

    private void refused() {
        long shortFen = year.shortFen().values().stream().reduce(0L, Fen::add);
        out.println(year.refused().size() + " of " + year.data().payments().size() + " payments refused, of "
                + year.shortFen().size() + " lines, short by " + Fen.text(shortFen));
        year.refused().stream()
                .limit(EXAMPLES)
                .forEach(each -> out.println("    " + each.refusal().text()));
        out.println();
    }

    /** Every amount of the table is paid or short; every amount paid is cleared. */
    private void reconcile(Group all) {
        long shortFen = year.shortFen().values().stream().reduce(0L, Fen::add);
        long notCleared = year.data().lines().stream().map(year::notClearedFen).reduce(0L, Fen::add);
        long total = year.data().paidFen();
        long published =
                year.data().lines().stream().map(CreditLine::publishedFen).reduce(0L, Fen::add);
        out.println("payments as published  " + Fen.text(total));
        out.println("paid, by the books     " + Fen.text(all.paid));
        out.println("short, by refusals     " + Fen.text(shortFen));
        out.println("difference             " + Fen.text(Fen.subtract(total, Fen.add(all.paid, shortFen))));
        out.println("paid and not cleared   " + Fen.text(notCleared));
        out.println("lines paid otherwise than published: " + differing());
        out.println("credit as published    " + Fen.text(published) + ", decimals lost there: "
                + Fen.text(Fen.subtract(all.credit, published)));
    }

    private long differing() {
        Map<String, Long> expected = new TreeMap<>();
        year.data().payments().forEach(payment -> expected.merge(payment.line(), payment.fen(), Fen::add));
        Map<String, Long> missing = year.shortFen();
        return year.data().lines().stream()
                .filter(line -> year.paidFen(line)
                        != Fen.subtract(expected.getOrDefault(line.key(), 0L), missing.getOrDefault(line.key(), 0L)))
                .count();
    }
}
