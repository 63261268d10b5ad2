package org.fiscalloop.debt;

import com.google.common.base.Ascii;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** The debt limit (债务限额) of a division and year for one kind of debt. */
public final class DebtLimit extends FlowDocument<DebtLimitTerms, DebtLimit.State> {
    /** The kind of document; the value of an id is division, year and kind of debt: {@code 350200000/2024/general}. */
    public static final DocumentKind<DebtLimit> KIND = new DocumentKind<>("debt-limit", DebtLimit.class);

    /** The nation's table of its life. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.SET, State.VALID, DebtDuty.ENTRY, "the congress has approved it")
            .move(State.VALID, Action.CHANGE, State.VALID, DebtDuty.ENTRY, "the standing committee has approved it")
            .resting(State.VALID)
            .build();

    /** Whether a limit holds. */
    public enum State {
        /** 有效. */
        VALID
    }

    /** What is done with a limit. */
    public enum Action {
        /** 下达限额. */
        SET,
        /** 调整限额: in the year. */
        CHANGE
    }

    DebtLimit(Id<DebtLimit> id, DebtLimitTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the limit of a division, year and kind of debt. */
    public static Id<DebtLimit> id(String division, int year, DebtKind kind) {
        return new Id<>(KIND, division + "/" + year + "/" + Ascii.toLowerCase(kind.name()));
    }
}
