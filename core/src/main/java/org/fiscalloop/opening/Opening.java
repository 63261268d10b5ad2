package org.fiscalloop.opening;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.access.AccessDuty;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A division brought in on a day (期初建账): what remains of it beside the documents and balances themselves. */
public final class Opening extends FlowDocument<Opening.Seal, Opening.State> {
    /** Where an opening stands. */
    public enum State {
        /** 已建账: its documents and balances are in the loop. */
        COMMITTED
    }

    /** What is done with an opening. */
    public enum Action {
        /** 建账: bring the division in. */
        COMMIT
    }

    /**
     * What is kept of an opening.
     *
     * @param division the division brought in
     * @param fiscalYear the fiscal year in which it goes on
     * @param day the day at whose end it all stood so
     * @param digest the SHA-256 of its canonical form, 32 bytes
     * @param documents how many documents it brought in
     * @param balances how many balances it brought in
     * @param signature who answers for it
     */
    public record Seal(
            String division,
            int fiscalYear,
            LocalDate day,
            Bytes digest,
            int documents,
            int balances,
            Optional<OpeningSignature> signature)
            implements Terms {
        @Override
        public String agency() {
            return "";
        }
    }

    /** The kind of document; the value of an id is division and day with a slash between: {@code 310107000/2024-06-30}. */
    public static final DocumentKind<Opening> KIND = new DocumentKind<>("opening", Opening.class);

    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.COMMIT, State.COMMITTED, AccessDuty.ADMINISTRATION, "by an administrator, before all else")
            .end(State.COMMITTED)
            .build();

    Opening(Id<Opening> id, Seal terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the opening of a division on a day. */
    public static Id<Opening> id(String division, LocalDate day) {
        return new Id<>(KIND, division + "/" + day);
    }
}
