package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCarriedIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRestored;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetEvents.BudgetLineCarriedIn;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.ElementCheck;

/**
 * What comes into a year by one decision: the line and the allotment that take it in, each made once, or found if it was made
 * before. It lives for one decision.
 *
 * <p>Each line and each allotment of the year before has one next year for each {@link YearBasis}, whose id tells it: that of
 * the year before, the year and a letter for the basis, or a digest of that where it is too long or another document has it.
 */
final class CarryIn {
    private final int year;
    private final LocalDate effectiveOn;
    private final Case c;
    private final Map<Id<BudgetLine>, BudgetTerms> lines = new LinkedHashMap<>();
    private final Map<Id<Allotment>, Taken> allotments = new LinkedHashMap<>();

    /**
     * What an allotment takes in.
     *
     * @param terms of the allotment
     * @param isThere whether there was one before
     * @param fen how much it takes in
     */
    private record Taken(AllotmentTerms terms, boolean isThere, long fen) {}

    /** @param effectiveOn from which day on an allotment that is made may be paid from */
    CarryIn(int year, LocalDate effectiveOn, Case c) {
        this.year = year;
        this.effectiveOn = effectiveOn;
        this.c = c;
    }

    /** The coding block of the line that takes in what is carried over of another, which is made if there is none. */
    Segments line(BudgetLine old, YearBasis basis) {
        Id<BudgetLine> id = lineId(old, basis);
        BudgetTerms terms = c.find(id)
                .map(BudgetLine::terms)
                .orElseGet(() -> lines.computeIfAbsent(
                        id,
                        made -> ImmutableBudgetTerms.builder()
                                .from(old.terms())
                                .elements(converted(old.terms().elements()))
                                .amount(Fen.money(0))
                                .carried(new BudgetTerms.Carried(
                                        BudgetLine.id(old.id().value()), basis))
                                .build()));
        return block(BudgetLine.segments(id, terms), terms.elements());
    }

    /** The coding block of the allotment that takes in an amount of another, which is made if there is none. */
    Segments allotment(Allotment old, YearBasis basis, long fen) {
        BudgetLine line = Remainders.found(old.terms().line(), c.reads());
        Id<Allotment> from = Allotment.id(old.id().value());
        Id<Allotment> id = id(
                Allotment.KIND, old, basis, found -> found.terms().carriedFrom().equals(Optional.of(from)));
        Taken before = allotments.computeIfAbsent(id, made -> taken(made, old, lineId(line, basis), basis));
        allotments.put(id, new Taken(before.terms(), before.isThere(), Fen.add(before.fen(), fen)));
        return block(Allotment.segments(id, before.terms()), before.terms().elements());
    }

    private Taken taken(Id<Allotment> id, Allotment old, Id<BudgetLine> line, YearBasis basis) {
        Optional<Allotment> found = c.find(id);
        return found.map(allotment -> new Taken(allotment.terms(), true, 0))
                .orElseGet(() -> new Taken(
                        ImmutableAllotmentTerms.builder()
                                .from(old.terms())
                                .elements(converted(old.terms().elements()))
                                .line(line)
                                .parent(Optional.empty())
                                .family(formal(old.terms().family()))
                                .ground(Optional.empty())
                                .carriedFrom(Allotment.id(old.id().value()))
                                .basis(basis)
                                .effectiveOn(effectiveOn)
                                .build(),
                        false,
                        0));
    }

    /** What was issued before the budget has long been offset when it goes into another year. */
    private static AllotmentFamily formal(AllotmentFamily family) {
        return family == AllotmentFamily.TEMPORARY ? AllotmentFamily.FORMAL : family;
    }

    private Id<BudgetLine> lineId(BudgetLine old, YearBasis basis) {
        Id<BudgetLine> from = BudgetLine.id(old.id().value());
        return id(
                BudgetLine.KIND,
                old,
                basis,
                found -> found.terms()
                        .carried()
                        .filter(carried -> carried.line().equals(from))
                        .isPresent());
    }

    private <D extends Document> Id<D> id(DocumentKind<D> kind, D old, YearBasis basis, Predicate<D> isItsOwn) {
        String name = old.id().value() + "@" + year + letter(basis);
        return Id.of(kind, name)
                .filter(id -> c.find(id).map(isItsOwn::test).orElse(true))
                .orElseGet(() -> new Id<>(kind, new InputId(kind.code(), name).digest()));
    }

    private static String letter(YearBasis basis) {
        return switch (basis) {
            case CARRIED -> "";
            case ACCRUED -> "A";
            case TREASURY_ACCRUED -> "T";
            case UNRECOGNISED -> "U";
            case CURRENT -> throw new IllegalArgumentException("what comes into a year is not of its own budget");
        };
    }

    /** The elements as this year calls them. */
    Elements converted(Elements old) {
        ImmutableMap<String, ImmutableMap<String, String>> conversions =
                c.rules(CarryOverFlow.RULES).conversions();
        ImmutableElements.Builder extra = ImmutableElements.builder()
                .from(inYear(old))
                .agency(new AgencyCode(converted(conversions, old, Elements.AGENCY)))
                .function(converted(conversions, old, Elements.FUNCTION))
                .governmentEconomic(converted(conversions, old, Elements.GOVERNMENT_ECONOMIC))
                .departmentEconomic(converted(conversions, old, Elements.DEPARTMENT_ECONOMIC));
        ImmutableMap.Builder<String, String> extras = ImmutableMap.builder();
        old.extra().keySet().forEach(element -> extras.put(element, converted(conversions, old, element)));
        return extra.extra(extras.buildOrThrow()).build();
    }

    private static String converted(
            ImmutableMap<String, ImmutableMap<String, String>> conversions, Elements old, String element) {
        String code = old.value(element);
        return conversions.getOrDefault(element, ImmutableMap.of()).getOrDefault(code, code);
    }

    /** The elements of the year before, in this year. */
    Elements inYear(Elements old) {
        return ImmutableElements.builder().from(old).fiscalYear(year).build();
    }

    /** A coding block with the extra elements by which balances are kept. */
    Segments block(Segments standard, Elements elements) {
        return c.rules(MasterdataRules.KEY).elements().block(standard, elements);
    }

    /** All that is wrong with what is made, by the code tables and the register of this year; each thing once. */
    Findings findings() {
        Findings all = Findings.none();
        for (BudgetTerms terms : lines.values()) {
            all = all.and(ElementCheck.examine(terms.elements(), BudgetLine.KIND, c));
        }
        for (Taken taken : allotments.values()) {
            all = all.and(
                    taken.isThere()
                            ? Findings.none()
                            : ElementCheck.examine(taken.terms().elements(), Allotment.KIND, c));
        }
        return all.distinct();
    }

    /** What is made and what grows, or why one of them cannot. */
    Decision<ImmutableList<Happening>> happenings() {
        ImmutableList.Builder<Decision<? extends Event>> made = ImmutableList.builder();
        lines.forEach((id, terms) ->
                made.add(c.create(id, BudgetAction.CARRY_IN).map(move -> new BudgetLineCarriedIn(move, terms))));
        allotments.forEach((id, taken) -> made.add(happening(id, taken)));
        ImmutableList.Builder<Happening> happenings = ImmutableList.builder();
        for (Decision<? extends Event> one : made.build()) {
            if (one instanceof Decision.Refused<? extends Event> refused) {
                return new Decision.Refused<>(refused.refusals());
            }
            one.map(event -> happenings.add(Happening.of(event)));
        }
        return Decision.accepted(happenings.build());
    }

    private Decision<? extends Event> happening(Id<Allotment> id, Taken taken) {
        return taken.isThere()
                ? c.move(Remainders.found(id, c.reads()), AllotmentAction.RESTORE)
                        .map(move -> new AllotmentRestored(move, Fen.money(taken.fen())))
                : c.create(id, AllotmentAction.CARRY_IN)
                        .map(move -> new AllotmentCarriedIn(
                                move,
                                ImmutableAllotmentTerms.builder()
                                        .from(taken.terms())
                                        .amount(Fen.money(taken.fen()))
                                        .build()));
    }
}
