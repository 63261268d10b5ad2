package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.DocumentKind;

/**
 * What a flow package registers with the engine: one value, a row for each document, command, act, notice and event.
 *
 * @param name the package, such as {@code payment}
 * @param documents its kinds of document
 * @param commands its commands with content
 * @param acts its acts that do more than move, or are controlled
 * @param notices its notices
 * @param events its events
 * @param postings the kinds of posting it makes, which the books must answer
 * @param measures the balances it reads, which the books must map
 * @param reasons every reason for which it refuses, warns, parks or lists
 */
public record Flow(
        String name,
        ImmutableList<DocumentType<?, ?, ?>> documents,
        ImmutableList<CommandType<?>> commands,
        ImmutableList<ActType> acts,
        ImmutableList<NoticeType<?>> notices,
        ImmutableList<EventType<?>> events,
        ImmutableList<PostingKey> postings,
        ImmutableList<Measure> measures,
        Reasons reasons) {
    /**
     * The row of an act that does more than move its document, or that is controlled: an act without a row only moves. An
     * action that has a command with content as well is asked by either where its act has a row.
     *
     * @param kind the kind of document acted on
     * @param action the action of its lifecycle
     * @param isAsked whether it is asked at all; if not, it happens with another document or by notice
     * @param decide what it makes happen, or why not
     */
    public record ActType(DocumentKind<?> kind, Enum<?> action, boolean isAsked, CommandType.Decide<Act> decide) {
        /** An act that is asked. */
        public ActType(DocumentKind<?> kind, Enum<?> action, CommandType.Decide<Act> decide) {
            this(kind, action, true, decide);
        }

        /**
         * An act that happens with another document or by notice, and is refused to whoever asks.
         *
         * @param reason why; its facts are {@code action} and {@code document}
         */
        public static ActType alongside(DocumentKind<?> kind, Enum<?> action, Reason reason) {
            return new ActType(
                    kind,
                    action,
                    false,
                    (act, facts) -> Decision.refused(Refusal.of(
                            reason,
                            Facts.of("action", Fact.text(act.action()))
                                    .and("document", Fact.text(act.document().toString())))));
        }
    }
}
