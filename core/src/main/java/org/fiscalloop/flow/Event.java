package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.TrailStep;

/** What has happened, in the past tense: a small record that carries the moves it made, and what it tells other divisions. */
public interface Event {
    /** The moves it made, the one of its own document first; never empty. */
    ImmutableList<Move> moves();

    /** What it tells other divisions, in order; most events tell nothing. */
    default ImmutableList<Message> messages() {
        return ImmutableList.of();
    }

    /** The messages of its own division that have arrived, as the division they were for says by it. */
    default ImmutableList<InputId> acknowledged() {
        return ImmutableList.of();
    }

    /** What has happened to one document: it made one move. */
    interface OfOne extends Event {
        /** The move it made. */
        Move move();

        @Override
        default ImmutableList<Move> moves() {
            return ImmutableList.of(move());
        }
    }

    /**
     * What one division tells another (上下级往来信息): it leaves as a message, numbered by its sender, and arrives as a
     * notice. The sender keeps it and may send it any number of times until the other acknowledges it; what acknowledges is
     * not kept, since it is given again whenever the message comes again.
     *
     * @param to the division that is told (财政区划), 9 digits
     * @param fiscalYear the fiscal year it belongs to there
     * @param body what is told
     * @param isKept whether it is kept until it is acknowledged
     */
    record Message(String to, int fiscalYear, Body body, boolean isKept) {
        /**
         * The number of a message: the division that sends it, the document that moved, and the version it came to.
         *
         * @param ordinal which message of its event it is, from 0
         */
        public static InputId number(String division, Id<?> document, int version, int ordinal) {
            return new InputId(division, document + "/" + version + (ordinal == 0 ? "" : "." + ordinal));
        }

        /**
         * The number of the message that a document sent last.
         *
         * @param isSending whether a step of its trail sent one
         */
        public static InputId last(FlowDocument<?, ?> document, Predicate<TrailStep> isSending) {
            int version = 0;
            int last = 0;
            for (TrailStep step : document.trail().steps()) {
                version++;
                last = isSending.test(step) ? version : last;
            }
            return number(document.division(), document.id(), last, 0);
        }

        public Message {
            requireNonNull(to, "to");
            requireNonNull(body, "body");
        }
    }
}
