package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.finalaccounts.Bridge.Group;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.RulesInForce;

/** Sets the financial entries of every event against its budgetary ones. */
final class Bridging {
    /** What the bridge leads between; the words are those of the element column of the chart. */
    private enum Element {
        INCOME(Side.CREDIT),
        EXPENSE(Side.DEBIT),
        BUDGET_INCOME(Side.CREDIT),
        BUDGET_EXPENDITURE(Side.DEBIT);

        private final Side side;

        Element(Side side) {
            this.side = side;
        }
    }

    private record Key(Group group, ImmutableSet<Meaning> against) {}

    private static final Comparator<Key> PRINTED =
            Comparator.comparing(Key::group).thenComparing(key -> key.against().toString());

    /** The entries of one event under one coding block. */
    private final class Event {
        private final Map<Element, Long> amounts = new EnumMap<>(Element.class);
        private final Set<Entry.Id> entries = new LinkedHashSet<>();
        private final Set<Meaning> against = new LinkedHashSet<>();

        void add(Line line, Entry entry, Entry.Id id) {
            Element element = elements.get(line.account());
            if (element != null) {
                long fen = line.side() == element.side ? line.fen() : Fen.negate(line.fen());
                amounts.merge(element, fen, Fen::add);
            } else if (entry.basis() == Basis.FINANCIAL) {
                against.add(line.account());
            }
            entries.add(id);
        }

        long of(Element element) {
            return amounts.getOrDefault(element, 0L);
        }
    }

    private final Scope scope;
    private final Predicate<Segments> isOfScope;
    private final ImmutableMap<Meaning, Element> elements;
    private final Map<Element, Long> booked = new EnumMap<>(Element.class);
    private final Map<Key, List<Bridge.Item>> items = new TreeMap<>(PRINTED);

    Bridging(RulesInForce rules, Scope scope, Predicate<Segments> isOfScope) {
        this.scope = scope;
        this.isOfScope = isOfScope;
        ImmutableMap.Builder<Meaning, Element> of = ImmutableMap.builder();
        for (Chart chart : rules.rulebook().accounting().charts()) {
            if (chart.ledger().equals(Ledgers.AGENCY)) {
                for (Account account : chart.accounts()) {
                    for (Element element : Element.values()) {
                        if (account.element().equals(element.name())) {
                            of.put(account.meaning(), element);
                        }
                    }
                }
            }
        }
        this.elements = of.buildOrThrow();
    }

    Bridge bridge(ImmutableList<Figure> figures, Iterator<FiscalLoop.Traced> records) {
        records.forEachRemaining(this::read);
        Map<Element, Long> kept = kept(figures);
        for (Element element : Element.values()) {
            if (!at(kept, element).equals(at(booked, element))) {
                throw new IllegalStateException("entries give " + Fen.text(at(booked, element)) + " of " + element
                        + " where the balances of " + scope + " are " + Fen.text(at(kept, element)));
            }
        }
        ImmutableList.Builder<Bridge.Line> lines = ImmutableList.builder();
        items.forEach(
                (key, some) -> lines.add(new Bridge.Line(key.group(), key.against(), ImmutableList.copyOf(some))));
        return new Bridge(
                scope,
                Fen.subtract(at(kept, Element.BUDGET_INCOME), at(kept, Element.BUDGET_EXPENDITURE)),
                Fen.subtract(at(kept, Element.INCOME), at(kept, Element.EXPENSE)),
                lines.build());
    }

    private Map<Element, Long> kept(ImmutableList<Figure> figures) {
        Map<Element, Long> kept = new EnumMap<>(Element.class);
        for (Figure figure : figures) {
            Element element = elements.get(figure.traits().account());
            if (element != null
                    && figure.traits().stage() == Stage.YEAR
                    && figure.traits().yearsBack() == 0) {
                kept.merge(element, figure.on(element.side), Fen::add);
            }
        }
        return kept;
    }

    private static Long at(Map<Element, Long> amounts, Element element) {
        return amounts.getOrDefault(element, 0L);
    }

    private void read(FiscalLoop.Traced traced) {
        Map<Segments, Event> events = new LinkedHashMap<>();
        ImmutableList<Entry> entries = traced.record().entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            for (Line line : entry.lines()) {
                if (line.account().ledger().equals(Ledgers.AGENCY) && isMeant(line.segments())) {
                    events.computeIfAbsent(line.segments(), block -> new Event())
                            .add(line, entry, new Entry.Id(traced.position(), i));
                }
            }
        }
        events.forEach(this::pair);
    }

    private boolean isMeant(Segments block) {
        return block.value(Dimensions.DIVISION).equals(scope.division())
                && block.value(Dimensions.YEAR).equals(Integer.toString(scope.year()))
                && Stage.of(block) == Stage.YEAR
                && isOfScope.test(block);
    }

    private void pair(Segments block, Event event) {
        event.amounts.forEach((element, fen) -> booked.merge(element, fen, Fen::add));
        pair(block, event, Element.INCOME, Element.BUDGET_INCOME, Group.INCOME_ONLY, Group.BUDGET_INCOME_ONLY);
        pair(
                block,
                event,
                Element.EXPENSE,
                Element.BUDGET_EXPENDITURE,
                Group.EXPENSE_ONLY,
                Group.BUDGET_EXPENDITURE_ONLY);
    }

    private void pair(
            Segments block,
            Event event,
            Element financial,
            Element budgetary,
            Group financialOnly,
            Group budgetaryOnly) {
        long common = common(event.of(financial), event.of(budgetary));
        add(block, event, financialOnly, Fen.subtract(event.of(financial), common));
        add(block, event, budgetaryOnly, Fen.subtract(event.of(budgetary), common));
    }

    /** What both have: nothing where one grew and the other shrank. */
    private static long common(long some, long other) {
        return Long.signum(some) != Long.signum(other)
                ? 0
                : Long.signum(some) * Math.min(Math.abs(some), Math.abs(other));
    }

    private void add(Segments block, Event event, Group group, long fen) {
        if (fen != 0) {
            items.computeIfAbsent(new Key(group, ImmutableSet.copyOf(event.against)), key -> new ArrayList<>())
                    .add(new Bridge.Item(block, ImmutableList.copyOf(event.entries), fen));
        }
    }
}
