package org.fiscalloop.loop;

import org.fiscalloop.journal.JournalRecord;

/** What the engine answers to an input: it is written, it was written before, or its id stands for something else. */
public sealed interface Answer {
    /**
     * The input is new.
     *
     * @param effects all that a host must write, or nothing
     */
    record Fresh(Effects effects) implements Answer {
        @Override
        public JournalRecord record() {
            return effects.record();
        }
    }

    /**
     * The input came before with this content: nothing is written.
     *
     * @param record its first outcome
     */
    record Repeated(JournalRecord record) implements Answer {}

    /**
     * A command came before with another content: nothing is written.
     *
     * @param record the refusal, which is not remembered
     */
    record Conflicting(JournalRecord record) implements Answer {}

    /** What is answered to whoever asked or told. */
    JournalRecord record();
}
