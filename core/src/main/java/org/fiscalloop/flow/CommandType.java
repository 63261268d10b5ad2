package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.lifecycle.DocumentKind;

/**
 * The row that registers a command with content of its own.
 *
 * @param shape its form
 * @param kind the kind of document it concerns
 * @param action the action of that document's lifecycle it performs
 * @param agency the agency that owns the document it creates; not asked when the document exists
 * @param decide what it makes happen, or why not
 */
public record CommandType<B extends Body>(
        Shape<B> shape, DocumentKind<?> kind, Enum<?> action, Function<B, String> agency, Decide<B> decide) {

    /** A pure decision on a body. */
    @FunctionalInterface
    public interface Decide<B> {
        /** Events with their postings, or every refusal of the first step that refuses. */
        Decision<ImmutableList<Happening>> decide(B body, Case facts);
    }
}
