package org.fiscalloop.allotment;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;

/**
 * What the controls of an allotment look at.
 *
 * @param terms what stands on the allotment
 * @param amount in fen, that the command is about
 * @param facts the input and what may be read
 */
record AllotmentCase(AllotmentTerms terms, long amount, Case facts) {
    private static final String LINE = "line";
    private static final String FLAG = "flag";
    private static final String FAMILY = "family";

    /** The case of an allotment as a whole. */
    static AllotmentCase of(AllotmentTerms terms, Case facts) {
        return new AllotmentCase(terms, Fen.of(terms.amount()), facts);
    }

    Optional<BudgetLine> line() {
        return facts.find(terms.line());
    }

    Optional<Allotment> parent() {
        return terms.parent().flatMap(facts::find);
    }

    /** The elements of the document that it draws on: the allotment it was split from, or else its line. */
    Optional<Elements> drawnOn() {
        return parent().map(parent -> parent.terms().elements())
                .or(() -> line().map(line -> line.terms().elements()));
    }

    /** Its coding block and that of the document on which it draws. */
    Optional<ElementRules.Drawing> drawing() {
        String from = terms.parent().isPresent() ? Allotment.KIND.code() : BudgetLine.KIND.code();
        return drawnOn().map(source -> new ElementRules.Drawing(terms.elements(), Allotment.KIND.code(), source, from));
    }

    /** Whether it comes before its budget line is appropriated. */
    boolean isPreIssued() {
        return terms.family().isPreIssued();
    }

    /** Whether it is corrected or recalled whole, so that nothing may have drawn on it. */
    boolean isWhole() {
        return !(facts.input().body() instanceof RecallAllotment recall && recall.mode() == RecallMode.REMAINDER);
    }

    /** The number of the formal allotment against which it is offset. */
    String formalId() {
        return facts.input().body() instanceof OffsetAllotment offset
                ? offset.formal().value()
                : "";
    }

    /** The formal allotment against which it is offset. */
    Optional<Allotment> formal() {
        return facts.input().body() instanceof OffsetAllotment offset ? facts.find(offset.formal()) : Optional.empty();
    }

    /** The allotment as it stands before the command. */
    Allotment before() {
        return facts.document(Allotment.class);
    }

    /** A balance of it as it stands. */
    long balance(AllotmentMeasure measure) {
        return facts.balance(measure, before().segments());
    }

    /** The names of what differs of two allotments' line, flag, family and elements. */
    static ImmutableSet<String> differing(AllotmentTerms one, AllotmentTerms other) {
        return Stream.of(
                        ImmutableSet.of(LINE, FLAG, FAMILY),
                        Elements.STANDARD,
                        one.elements().extra().keySet(),
                        other.elements().extra().keySet())
                .flatMap(Set::stream)
                .filter(name -> !value(one, name).equals(value(other, name)))
                .collect(toImmutableSet());
    }

    /** The line, the flag, the family or an element of an allotment, by name. */
    static String value(AllotmentTerms terms, String name) {
        return switch (name) {
            case LINE -> terms.line().value();
            case FLAG -> terms.flag().name();
            case FAMILY -> terms.family().name();
            default -> terms.elements().value(name);
        };
    }
}
