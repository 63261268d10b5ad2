package org.fiscalloop.allotment;

import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;

/** An allotment (预算指标): the right to spend an amount of one budget line. */
public final class Allotment extends FlowDocument<AllotmentTerms, AllotmentState> {
    /** The kind of document; the value of an id is the vendor's number of the allotment (BGT_ID). */
    public static final DocumentKind<Allotment> KIND = new DocumentKind<>("allotment", Allotment.class);

    // Every payment from it is posted under this block, so it is made once.
    private final Segments segments;

    Allotment(Id<Allotment> id, AllotmentTerms terms, Standing<AllotmentState> standing, Trail trail) {
        super(id, terms, standing, trail);
        this.segments = segments(id, terms);
    }

    /** The id of the allotment with this number. */
    public static Id<Allotment> id(String value) {
        return new Id<>(KIND, value);
    }

    /** The coding block under which its amounts stand in the books. */
    public Segments segments() {
        return segments;
    }

    /** That coding block with its extra elements that are dimensions by the rules in force: what postings name. */
    public Segments block(Case c) {
        return c.rules(MasterdataRules.KEY).elements().block(segments, terms().elements());
    }

    /** Whether payments may draw on it. */
    public boolean isPayable() {
        return state() == AllotmentState.ISSUED && terms().flag() == AllotmentFlag.EXECUTABLE;
    }

    /** Whether it was ever issued, and so named in the books. */
    boolean wasIssued() {
        return trail().steps().stream().anyMatch(step -> step.to().equals(AllotmentState.ISSUED.name()));
    }

    /** How often it was split. */
    int splits() {
        return times(AllotmentAction.SPLIT);
    }

    /** How often virements, or what came before the budget, changed what it comes to. */
    int changes() {
        return times(AllotmentAction.VIRE) + times(AllotmentAction.ABSORB);
    }

    private int times(AllotmentAction action) {
        return (int) trail().steps().stream()
                .filter(step -> step.action().equals(action.name()))
                .count();
    }

    /** The coding block under which the amounts of an allotment with these terms stand. */
    public static Segments segments(Id<Allotment> id, AllotmentTerms terms) {
        return Dimensions.segments(terms.elements())
                .with(Dimensions.LINE, terms.line().value())
                .with(Dimensions.ALLOTMENT, id.value());
    }
}
