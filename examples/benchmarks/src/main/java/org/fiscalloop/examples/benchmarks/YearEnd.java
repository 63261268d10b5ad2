package org.fiscalloop.examples.benchmarks;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;

/**
 * The year of a city ends: how long it takes to calculate and confirm what is carried over of every agency, to close the
 * books of every agency, and to close those of the finance department. Arguments: number of projects, of payments, of
 * agencies.
 */
public final class YearEnd {
    private static final long MEBIBYTE = 1L << 20;
    private static final long ALLOTTED = 1_000_000;
    private static final int NEXT = World.YEAR + 1;
    private static final LocalDate LAST_DAY = LocalDate.of(World.YEAR, 12, 31);

    private YearEnd() {}

    /** Prints one line for each step. */
    public static void main(String[] args) {
        int projects = args.length > 0 ? Integer.parseInt(args[0]) : 64_000;
        int payments = args.length > 1 ? Integer.parseInt(args[1]) : 710_000;
        int agencies = args.length > 2 ? Integer.parseInt(args[2]) : 1000;
        try (FileJournal journal = new FileJournal()) {
            City city = new City(journal, agencies, projects, ALLOTTED);
            for (int i = 0; i < payments; i++) {
                city.pay();
            }
            city.clear();
            city.world().adopt(NEXT);
            System.out.println(projects + " projects, " + payments + " payments, " + agencies + " agencies: "
                    + city.loop().size() + " records, heap at most "
                    + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB");
            close(city);
        }
    }

    private static void close(City city) {
        World world = city.world();
        long begun = System.nanoTime();
        Step carry = new Step("carried over");
        Step agencies = new Step("closed by the agencies");
        for (String agency : city.agencies()) {
            world.turn(NEXT, LAST_DAY);
            carry.take(() -> world.ask("finance", new CalculateCarryOver(World.DIVISION, agency, NEXT)));
            carry.take(() -> world.act("chief", CarryOver.id(World.DIVISION, agency, NEXT), CarryOverAction.CONFIRM));
            world.turn(World.YEAR, LAST_DAY);
            agencies.take(() -> world.ask("head" + agency, new CloseAgencyYear(World.DIVISION, agency, World.YEAR)));
        }
        Step division = new Step("closed by the finance department");
        division.take(() -> world.ask("finance", new CloseDivisionYear(World.DIVISION, World.YEAR)));
        carry.print();
        agencies.print();
        division.print();
        System.out.println("the year ended in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    /** What one kind of step took, in all. */
    private static final class Step {
        private final String name;
        private long nanos;
        private long entries;

        Step(String name) {
            this.name = name;
        }

        void take(Supplier<Outcome> ask) {
            long start = System.nanoTime();
            Outcome outcome = World.done(ask.get());
            nanos += System.nanoTime() - start;
            entries += outcome.entries().size();
        }

        void print() {
            System.out.println(name + ": " + nanos / 1_000_000 + " ms, " + entries + " entries");
        }
    }
}
