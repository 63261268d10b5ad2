package org.fiscalloop.allotment;

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
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;

/** What the controls of an allotment ask, each a small pure function: the facts of every violation, or none. */
final class AllotmentChecks {
    private static final String NONE = "-";
    private static final String UNKNOWN = "UNKNOWN";
    private static final Fact GROUNDS =
            texts(Stream.of(AllotmentTerms.Ground.values()).map(Enum::name).toList());

    private static final ImmutableSet<BudgetState> PROPOSED =
            Sets.immutableEnumSet(BudgetState.SUBMITTED, BudgetState.APPROVED);

    private AllotmentChecks() {}

    static ImmutableList<ImmutableMap<String, Fact>> lineAppropriated(AllotmentCase c) {
        return c.isPreIssued() || c.line().filter(BudgetLine::isAppropriated).isPresent()
                ? holds()
                : violated(Facts.of("line", text(c.terms().line().value())));
    }

    static ImmutableList<ImmutableMap<String, Fact>> projectRuns(AllotmentCase c) {
        var project = c.terms().elements().project();
        return c.facts().find(Project.id(project)).filter(Project::hasEnded).isPresent()
                ? violated(Facts.of("project", text(project.value())))
                : holds();
    }

    static ImmutableList<ImmutableMap<String, Fact>> elementsKept(AllotmentCase c) {
        return c.drawing().map(drawing -> differing(drawing, c)).orElse(holds());
    }

    /** The department's economic code may be refined, never changed to another 类; the agency is judged by itself. */
    private static ImmutableList<ImmutableMap<String, Fact>> differing(ElementRules.Drawing drawing, AllotmentCase c) {
        Stream<String> place = Stream.of(Elements.DIVISION, Elements.YEAR)
                .filter(code ->
                        !drawing.own().value(code).equals(drawing.source().value(code)));
        Stream<String> inherited =
                c.facts().rules(MasterdataRules.KEY).elements().differing(drawing, String::startsWith).stream();
        return Stream.concat(place, inherited)
                .map(code -> Facts.of("element", text(code))
                        .and("given", text(drawing.own().value(code)))
                        .and("allowed", text(drawing.source().value(code)))
                        .map())
                .collect(toImmutableList());
    }

    static ImmutableList<ImmutableMap<String, Fact>> agencyWithin(AllotmentCase c) {
        String agency = c.terms().agency();
        return c.drawnOn()
                .map(source -> source.agency().value())
                .filter(above -> !Agency.isWithin(
                        c.terms().division(), agency, above, c.facts().reads()))
                .map(above -> violated(Facts.of("agency", text(agency)).and("allowed", text(above))))
                .orElse(holds());
    }

    static ImmutableList<ImmutableMap<String, Fact>> amountPositive(AllotmentCase c) {
        return c.amount() > 0 ? holds() : violated(Facts.of("amount", amount(c.amount())));
    }

    static ImmutableList<ImmutableMap<String, Fact>> notAPart(AllotmentCase c) {
        return sameParent(c, Optional.empty());
    }

    static ImmutableList<ImmutableMap<String, Fact>> sameParent(AllotmentCase c) {
        return sameParent(c, c.before().terms().parent());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameParent(
            AllotmentCase c, Optional<Id<Allotment>> allowed) {
        return c.terms().parent().equals(allowed)
                ? holds()
                : violated(Facts.of("parent", text(id(c.terms().parent()))).and("allowed", text(id(allowed))));
    }

    private static String id(Optional<? extends Id<?>> id) {
        return id.map(Id::value).orElse(NONE);
    }

    static ImmutableList<ImmutableMap<String, Fact>> issuedAsBefore(AllotmentCase c) {
        return c.before().wasIssued()
                ? AllotmentCase.differing(c.before().terms(), c.terms()).stream()
                        .map(element -> Facts.of("element", text(element))
                                .and("allotment", text(c.before().id().value()))
                                .and("given", text(AllotmentCase.value(c.terms(), element)))
                                .and(
                                        "allowed",
                                        text(AllotmentCase.value(c.before().terms(), element)))
                                .map())
                        .collect(toImmutableList())
                : holds();
    }

    static ImmutableList<ImmutableMap<String, Fact>> parentIssued(AllotmentCase c) {
        return c.parent()
                .filter(parent -> parent.state() != AllotmentState.ISSUED)
                .map(parent -> violated(Facts.of("parent", text(parent.id().value()))
                        .and("state", text(parent.state().name()))))
                .orElse(holds());
    }

    static ImmutableList<ImmutableMap<String, Fact>> basisOfLine(AllotmentCase c) {
        YearBasis given = c.terms().basis();
        return c.line()
                .map(line -> line.terms().basis())
                .filter(allowed -> allowed != given)
                .map(allowed -> violated(Facts.of("given", text(given.name()))
                        .and("line", text(c.terms().line().value()))
                        .and("allowed", text(allowed.name()))))
                .orElse(holds());
    }

    static ImmutableList<ImmutableMap<String, Fact>> sameOrigin(AllotmentCase c, Optional<Id<Allotment>> allowed) {
        return c.terms().carriedFrom().equals(allowed)
                ? holds()
                : violated(Facts.of("given", text(id(c.terms().carriedFrom()))).and("allowed", text(id(allowed))));
    }

    static ImmutableList<ImmutableMap<String, Fact>> toBeDistributed(AllotmentCase c) {
        return c.terms().flag() == AllotmentFlag.PENDING
                ? holds()
                : violated(Facts.of("allotment", text(c.terms().documentNo()))
                        .and("flag", text(c.terms().flag().name()))
                        .and("allowed", text(AllotmentFlag.PENDING.name())));
    }

    static ImmutableList<ImmutableMap<String, Fact>> executable(AllotmentCase c) {
        return c.terms().flag() == AllotmentFlag.EXECUTABLE
                ? holds()
                : violated(Facts.of("flag", text(c.terms().flag().name()))
                        .and("allowed", text(AllotmentFlag.EXECUTABLE.name())));
    }

    static ImmutableList<ImmutableMap<String, Fact>> partOfParent(AllotmentCase c) {
        return c.parent()
                .map(parent -> parent.terms().line())
                .filter(line -> !line.equals(c.terms().line()))
                .map(line -> violated(Facts.of("line", text(c.terms().line().value()))
                        .and("allowed", texts(ImmutableList.of(line.value())))))
                .orElse(holds());
    }

    /** As much as it was issued for is there, although nobody has made it so by a virement, and nothing of it is kept. */
    static ImmutableList<ImmutableMap<String, Fact>> unused(AllotmentCase c) {
        long available = c.balance(c.terms().flag().measure());
        Drawn drawn = Drawn.of(c);
        int changes = c.before().changes();
        return available == Fen.of(c.terms().amount()) && drawn.isNothing() && changes == 0
                ? holds()
                : violated(drawn.facts()
                        .and("amount", amount(Fen.of(c.terms().amount())))
                        .and("available", amount(available))
                        .and("changes", count(changes)));
    }

    static ImmutableList<ImmutableMap<String, Fact>> lineProposed(AllotmentCase c) {
        Optional<BudgetState> state = c.line().map(BudgetLine::state);
        return !c.isPreIssued() || state.filter(PROPOSED::contains).isPresent()
                ? holds()
                : violated(Facts.of("line", text(c.terms().line().value()))
                        .and("state", text(state.map(Enum::name).orElse(UNKNOWN)))
                        .and("allowed", texts(PROPOSED.stream().map(Enum::name).toList())));
    }

    /** What a family must have and what it must not have. */
    static ImmutableList<ImmutableMap<String, Fact>> familyComplete(AllotmentCase c) {
        AllotmentTerms terms = c.terms();
        boolean isPayable = terms.family() == AllotmentFamily.FORMAL || terms.flag() == AllotmentFlag.EXECUTABLE;
        boolean isFor = terms.family() == AllotmentFamily.NON_AGENCY;
        String ground = terms.ground().map(Enum::name).orElse("");
        String recipient = terms.recipient().orElse("");
        Fact nothing = text("");
        return Stream.of(
                        required(isPayable, terms, "flag", terms.flag().name(), text(AllotmentFlag.EXECUTABLE.name())),
                        required(
                                !c.isPreIssued() || terms.parent().isEmpty(),
                                terms,
                                "parent",
                                id(terms.parent()),
                                nothing),
                        required(
                                c.isPreIssued() != ground.isEmpty(),
                                terms,
                                "ground",
                                ground,
                                c.isPreIssued() ? GROUNDS : nothing),
                        required(
                                isFor != recipient.isEmpty(),
                                terms,
                                "recipient",
                                recipient,
                                isFor ? text("a name", "名称") : nothing))
                .flatMap(Optional::stream)
                .collect(toImmutableList());
    }

    private static Optional<ImmutableMap<String, Fact>> required(
            boolean holds, AllotmentTerms terms, String element, String given, Fact allowed) {
        return holds
                ? Optional.empty()
                : Optional.of(Facts.of("family", text(terms.family().name()))
                        .and("element", text(element))
                        .and("given", text(given))
                        .and("allowed", allowed)
                        .map());
    }

    static ImmutableList<ImmutableMap<String, Fact>> undrawn(AllotmentCase c) {
        Drawn drawn = Drawn.of(c);
        int splits = c.before().splits();
        long offset = c.before().terms().family().isPreIssued()
                ? Fen.subtract(c.balance(AllotmentMeasure.AVAILABLE), c.balance(AllotmentMeasure.PRE_ISSUED))
                : 0;
        return (drawn.isNothing() && offset == 0 && splits == 0) || !c.isWhole()
                ? holds()
                : violated(drawn.facts()
                        .and("allotment", text(c.before().id().value()))
                        .and("offset", amount(offset))
                        .and("splits", count(splits)));
    }

    /**
     * What was taken of an allotment and has not come back, in fen.
     *
     * @param applied applied for
     * @param paid paid
     * @param notCleared paid and not cleared
     * @param frozen frozen
     * @param reserved kept by contracts
     */
    private record Drawn(long applied, long paid, long notCleared, long frozen, long reserved) {
        static Drawn of(AllotmentCase c) {
            return new Drawn(
                    c.balance(AllotmentMeasure.APPLIED),
                    c.balance(AllotmentMeasure.PAID),
                    c.balance(AllotmentMeasure.NOT_CLEARED),
                    c.balance(AllotmentMeasure.FROZEN),
                    c.balance(AllotmentMeasure.RESERVED));
        }

        boolean isNothing() {
            return applied == 0 && paid == 0 && notCleared == 0 && frozen == 0 && reserved == 0;
        }

        Facts facts() {
            return Facts.of("applied", amount(applied))
                    .and("paid", amount(paid))
                    .and("not-cleared", amount(notCleared))
                    .and("frozen", amount(frozen))
                    .and("reserved", amount(reserved));
        }
    }

    static ImmutableList<ImmutableMap<String, Fact>> corrected(AllotmentCase c) {
        return c.before().terms().elements().equals(c.terms().elements())
                ? violated(Facts.of("allotment", text(c.before().id().value())))
                : holds();
    }

    static ImmutableList<ImmutableMap<String, Fact>> labelsKept(AllotmentCase c) {
        Elements was = c.before().terms().elements();
        Elements is = c.terms().elements();
        return c.facts().rules(MasterdataRules.KEY).elements().removed(was, is).stream()
                .map(element -> Facts.of("element", text(element))
                        .and("allotment", text(c.before().id().value()))
                        .and("given", text(is.value(element)))
                        .and("allowed", text(was.value(element)))
                        .map())
                .collect(toImmutableList());
    }

    /** Offset is a temporary allotment, against a formal one that is issued, of the same line and agency. */
    static ImmutableList<ImmutableMap<String, Fact>> offsetFormal(AllotmentCase c) {
        AllotmentTerms own = c.terms();
        String temporary = c.before().id().value();
        String formal = c.formalId();
        Optional<Allotment> found = c.formal();
        Optional<AllotmentTerms> terms = found.map(Allotment::terms);
        return Stream.of(
                        differs(temporary, "family", own.family().name(), AllotmentFamily.TEMPORARY.name()),
                        differs(
                                formal,
                                "state",
                                found.map(it -> it.state().name()).orElse(UNKNOWN),
                                "ISSUED"),
                        terms.flatMap(
                                of -> differs(formal, "family", of.family().name(), AllotmentFamily.FORMAL.name())),
                        terms.flatMap(of -> differs(formal, "flag", of.flag().name(), AllotmentFlag.EXECUTABLE.name())),
                        terms.flatMap(of -> differs(
                                formal, "line", of.line().value(), own.line().value())),
                        terms.flatMap(of -> differs(formal, "agency", of.agency(), own.agency())))
                .flatMap(Optional::stream)
                .collect(toImmutableList());
    }

    private static Optional<ImmutableMap<String, Fact>> differs(
            String allotment, String element, String given, String allowed) {
        return given.equals(allowed)
                ? Optional.empty()
                : Optional.of(Facts.of("allotment", text(allotment))
                        .and("element", text(element))
                        .and("given", text(given))
                        .and("allowed", text(allowed))
                        .map());
    }

    static ImmutableList<ImmutableMap<String, Fact>> upperOfLine(AllotmentCase c) {
        String given = c.terms().upperDocumentNo().orElse("-");
        return c.line()
                .map(line -> line.terms().upperDocumentNo().orElse("-"))
                .filter(allowed -> !allowed.equals(given))
                .map(allowed -> violated(Facts.of("given", text(given))
                        .and("line", text(c.terms().line().value()))
                        .and("allowed", text(allowed))))
                .orElse(holds());
    }

    /** What was received stands whole in the allotment made of it and in what was split off that. */
    static ImmutableList<ImmutableMap<String, Fact>> notReceived(AllotmentCase c) {
        return c.terms()
                .upperDocumentNo()
                .filter(document -> c.terms().origin().isEmpty())
                .map(document -> violated(Facts.of("document", text(document))))
                .orElse(holds());
    }
}
