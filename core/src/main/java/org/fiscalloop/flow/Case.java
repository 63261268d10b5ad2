package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;

/**
 * The facts before a decider: the input, the document it concerns, what may be read, and the rules in force. It lives
 * for one decision.
 */
public final class Case {
    private final Input input;
    private final RuleSet rules;
    private final Reads reads;
    private final Optional<Document> document;
    private final Optional<Move> move;
    private final Moves moves;

    /** The lifecycles of all documents and the rules of all years, as the engine applies them. */
    public interface Moves {
        /** The move an action makes of a document, or the refusal of its lifecycle. */
        Decision<Move> move(Document document, Enum<?> action);

        /** The move that creates a document, refused if it exists. */
        Decision<Move> create(Id<?> document, Enum<?> action);

        /** The rules of another fiscal year in force for the division on the day of the input; refused where it adopted none. */
        Decision<RuleSet> rules(int fiscalYear);
    }

    /**
     * The facts of one input.
     *
     * @param move the move of the named document that its lifecycle allows, absent for a notice
     */
    public Case(
            Input input, RuleSet rules, Reads reads, Optional<Document> document, Optional<Move> move, Moves moves) {
        this.input = requireNonNull(input);
        this.rules = requireNonNull(rules);
        this.reads = requireNonNull(reads);
        this.document = requireNonNull(document);
        this.move = requireNonNull(move);
        this.moves = requireNonNull(moves);
    }

    /** The input that is decided. */
    public Input input() {
        return input;
    }

    /** The business date. */
    public LocalDate on() {
        return input.on();
    }

    /** The rules of one package. */
    public <R> R rules(RuleSet.Key<R> key) {
        return rules.of(key);
    }

    /** All rules in force. */
    public RuleSet rules() {
        return rules;
    }

    /** The same facts under the rules of another fiscal year; refused where the division has adopted none. */
    public Decision<Case> inYear(int fiscalYear) {
        return moves.rules(fiscalYear).map(others -> new Case(input, others, reads, document, move, moves));
    }

    /** What may be read. */
    public Reads reads() {
        return reads;
    }

    /** The document with this id, if it exists. */
    public <D extends Document> Optional<D> find(Id<D> id) {
        return reads.find(id);
    }

    /** The value of a measure in fen. */
    public long balance(Measure measure, Segments at) {
        return reads.balance(measure, at);
    }

    /** The existing document the command acts on. */
    public <D extends Document> D document(Class<D> type) {
        return type.cast(document.orElseThrow(() -> new IllegalStateException("no document: " + input.body())));
    }

    /** The move of the named document. */
    public Move move() {
        return move.orElseThrow(() -> new IllegalStateException("a notice makes no move of its own: " + input.body()));
    }

    /** The move an action makes of another document, or the refusal of its lifecycle. */
    public Decision<Move> move(Document other, Enum<?> action) {
        return moves.move(other, action);
    }

    /** The move that creates another document, refused if it exists. */
    public Decision<Move> create(Id<?> other, Enum<?> action) {
        return moves.create(other, action);
    }
}
