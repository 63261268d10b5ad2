package org.fiscalloop.budget;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;

/** A budget line (项目年度预算): what one project may spend in one year on one function, in one economic class, of one fund. */
public final class BudgetLine extends FlowDocument<BudgetTerms, BudgetState> {
    /** The kind of document; the value of an id is the vendor's number of the line (BGT_PMAN_ID). */
    public static final DocumentKind<BudgetLine> KIND = new DocumentKind<>("budget-line", BudgetLine.class);

    private final Segments segments;

    BudgetLine(Id<BudgetLine> id, BudgetTerms terms, Standing<BudgetState> standing, Trail trail) {
        super(id, terms, standing, trail);
        this.segments = segments(id, terms);
    }

    /** The id of the line with this number. */
    public static Id<BudgetLine> id(String value) {
        return new Id<>(KIND, value);
    }

    /** The coding block under which its amounts stand in the books. */
    public Segments segments() {
        return segments;
    }

    /** The coding block under which the amounts of a line with these terms stand. */
    public static Segments segments(Id<BudgetLine> id, BudgetTerms terms) {
        return Dimensions.segments(terms.elements()).with(Dimensions.LINE, id.value());
    }

    /** Whether allotments may draw on it. */
    public boolean isAppropriated() {
        return state() == BudgetState.APPROPRIATED;
    }
}
