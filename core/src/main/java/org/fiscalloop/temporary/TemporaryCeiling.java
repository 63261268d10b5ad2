package org.fiscalloop.temporary;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** The ceiling (暂付款上限) of what may be out of temporary payments of a division in a year. */
public final class TemporaryCeiling extends FlowDocument<CeilingTerms, TemporaryCeiling.State> {
    /** The kind of document; the value of an id is division and year: {@code 350200000/2024}. */
    public static final DocumentKind<TemporaryCeiling> KIND =
            new DocumentKind<>("temporary-ceiling", TemporaryCeiling.class);

    /** The nation's table of its life. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.SET, State.VALID, TemporaryDuty.ACCOUNTANT, "the expenditure that it is a part of is known")
            .move(State.VALID, Action.CHANGE, State.VALID, TemporaryDuty.ACCOUNTANT, "it is known better")
            .resting(State.VALID)
            .build();

    /** Whether a ceiling holds. */
    public enum State {
        /** 有效. */
        VALID
    }

    /** What is done with a ceiling. */
    public enum Action {
        /** 下达上限. */
        SET,
        /** 调整上限: in the year. */
        CHANGE
    }

    /**
     * A ceiling that the rules have worked out.
     *
     * @throws IllegalArgumentException if they have not
     */
    TemporaryCeiling(Id<TemporaryCeiling> id, CeilingTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
        if (terms.worked().isEmpty()) {
            throw new IllegalArgumentException(id + " does not say how much may be out");
        }
    }

    /** The id of the ceiling of a division and year. */
    public static Id<TemporaryCeiling> id(String division, int year) {
        return new Id<>(KIND, division + "/" + year);
    }
}
