package org.fiscalloop.tracing;

import java.time.LocalDate;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.loop.FiscalLoop.Traced;

/**
 * One step of a document's recorded life (流转记录).
 *
 * @param position of the record in the journal
 * @param on the business date of the record
 * @param actor who asked; empty where bank or treasury told
 * @param action the action of the document's lifecycle
 * @param to the state it led to
 */
public record Passage(long position, LocalDate on, String actor, String action, String to) {
    static Passage of(Traced traced, Move move) {
        var header = traced.record().header();
        return new Passage(traced.position(), header.on(), header.actor(), move.action(), move.to());
    }
}
