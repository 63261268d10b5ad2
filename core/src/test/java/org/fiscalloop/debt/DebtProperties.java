package org.fiscalloop.debt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.debt.Finances.FUJIAN;
import static org.fiscalloop.debt.Finances.FUZHOU;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.lifecycle.Id;

/** A province and a city below it, whatever they do and in whatever order messages come. */
class DebtProperties {
    /** What is done, with a number that says which or how much. */
    record Deed(Kind kind, int number) {
        enum Kind {
            LIMIT_ABOVE,
            LIMIT_BELOW,
            BOND,
            LEND,
            DELIVER,
            DELIVER_AGAIN,
            REPAY_BELOW,
            RETURN,
            REPAY_ABOVE
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Deed.Kind.class), Arbitraries.integers().between(1, 400))
                .as(Deed::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    /** What of each on-lending the borrower has repaid and the province has not got back. */
    private final Map<String, Long> underway = new LinkedHashMap<>();

    private final Map<String, Id<Debt>> bonds = new LinkedHashMap<>();
    private final Map<String, Notice> letters = new LinkedHashMap<>();
    private int numbers;

    @Property(tries = 25)
    void E10_what_was_lent_on_has_arrived_or_is_on_its_way_and_what_is_owed_stands_on_both_sides(
            @ForAll("deeds") List<Deed> deeds) {
        Finances finances = new Finances();
        underway.clear();
        bonds.clear();
        letters.clear();
        for (Deed deed : deeds) {
            take(deed, finances);
            finances.loop.outbox().forEach(letter -> letters.put(letter.id().value(), letter));
            look(finances);
        }
    }

    private void take(Deed deed, Finances finances) {
        int number = numbers++;
        switch (deed.kind()) {
            case LIMIT_ABOVE -> finances.limit(FUJIAN, DebtKind.SPECIAL, 10L * deed.number());
            case LIMIT_BELOW -> finances.limit(FUZHOU, DebtKind.SPECIAL, deed.number());
            case BOND -> {
                Id<Debt> bond =
                        finances.submitted("Z" + number, Finances.bond(FUJIAN, DebtKind.SPECIAL, deed.number()));
                if (finances.act(FUJIAN, "chief", bond, DebtAction.APPROVE).isDone()) {
                    finances.tell(
                            FUJIAN,
                            new DebtNotices.ProceedsReceived(
                                    bond, finances.issue(100L * deed.number(), deed.number() % 3, 5)));
                    bonds.put(bond.value(), bond);
                }
            }
            case LEND ->
                bonds.values().stream()
                        .skip(deed.number() % Math.max(1, bonds.size()))
                        .findFirst()
                        .ifPresent(bond -> {
                            if (finances.lend("D" + number, bond, FUZHOU, deed.number() / 3)
                                    .isDone()) {
                                underway.put("D" + number, 0L);
                            }
                        });
            case DELIVER -> finances.deliver();
            case DELIVER_AGAIN ->
                letters.values()
                        .forEach(letter -> finances.loop.tell(letter).messages().forEach(finances.loop::tell));
            case REPAY_BELOW -> repayBelow(deed, number, finances);
            case RETURN ->
                underway.replaceAll((lending, fen) -> {
                    if (fen > 0) {
                        finances.returned(lending, "H" + number, fen, deed.number() % 2);
                    }
                    return 0L;
                });
            case REPAY_ABOVE ->
                bonds.values()
                        .forEach(bond -> finances.repaid(
                                FUJIAN,
                                bond,
                                "B" + number,
                                Math.max(1, finances.debt(bond).terms().outstandingFen() / 2)));
        }
    }

    private void repayBelow(Deed deed, int number, Finances finances) {
        for (String lending : List.copyOf(underway.keySet())) {
            Id<Debt> debt = Debt.borrowed(FUJIAN, OnLending.id(lending));
            long owed = finances.loop
                    .find(debt)
                    .map(found -> found.terms().outstandingFen())
                    .orElse(0L);
            long fen = Math.min(owed, 50L * deed.number());
            if (fen > 0 && finances.repaid(FUZHOU, debt, "R" + number, fen).isDone()) {
                underway.merge(lending, fen, Math::addExact);
            }
        }
    }

    private void look(Finances finances) {
        for (String division : List.of(FUJIAN, FUZHOU)) {
            long owed = finances.memorandum(division, "MD05", "MD06");
            assertThat(finances.treasury(division, "2001", "2021", "2023"))
                    .as("liabilities of %s", division)
                    .isEqualTo(-owed);
            assertThat(finances.memorandum(division, "MD02", "MD08") - finances.memorandum(division, "MD04", "MD06"))
                    .as("room of %s", division)
                    .isNotNegative();
            assertThat(finances.treasury(division, "8041"))
                    .as("budget side of %s", division)
                    .isEqualTo(-finances.treasury(division, "6", "7"));
            assertThat(finances.treasury(division, "1") + finances.treasury(division, "2"))
                    .as("financial side of %s", division)
                    .isEqualTo(-finances.treasury(division, "4", "5"));
        }
        for (Id<Debt> bond : bonds.values()) {
            assertThat(finances.memorandum(bond, "MD09", "MD10", "MD11"))
                    .as("to lend, lent and returned of %s", bond)
                    .isEqualTo(finances.debt(bond).terms().outstandingFen());
            assertThat(finances.memorandum(bond, "MD09"))
                    .as("to lend of %s", bond)
                    .isNotNegative();
        }
        long onTheWay = finances.loop.outbox().stream()
                .filter(letter -> letter.body() instanceof OnLentReceived told
                        && finances.loop.find(told.document()).isEmpty())
                .mapToLong(
                        letter -> ((OnLentReceived) letter.body()).principal().getAmountMinorLong())
                .sum();
        assertThat(finances.treasury(FUJIAN, "704202")).isEqualTo(-finances.treasury(FUZHOU, "6042") + onTheWay);
        long comingBack = underway.values().stream().mapToLong(fen -> fen).sum();
        assertThat(finances.treasury(FUJIAN, "1041"))
                .isEqualTo(-finances.treasury(FUZHOU, "2023") + onTheWay + comingBack)
                .isEqualTo(finances.memorandum(FUJIAN, "MD10"));
    }
}
