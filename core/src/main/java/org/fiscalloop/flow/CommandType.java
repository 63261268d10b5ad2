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
 * @param agency the agency that owns the document it creates, empty for the finance department; not asked when the
 *     document exists
 * @param filled what it fills in, on its document or on parts made of it: the engine holds each to the division of the
 *     command, to the fiscal year of the document, and to the agencies for which the actor may ask this
 * @param decide what it makes happen, or why not
 */
public record CommandType<B extends Body>(
        Shape<B> shape,
        DocumentKind<?> kind,
        Enum<?> action,
        Function<B, String> agency,
        Function<B, ImmutableList<? extends Terms>> filled,
        Decide<B> decide) {

    /** A pure decision on a body. */
    @FunctionalInterface
    public interface Decide<B> {
        /** Events with their postings, or every refusal of the first step that refuses. */
        Decision<ImmutableList<Happening>> decide(B body, Case facts);
    }

    /** A command that fills in a document. */
    public static <B extends Body> CommandType<B> filling(
            Shape<B> shape,
            DocumentKind<?> kind,
            Enum<?> action,
            Function<B, ? extends Terms> terms,
            Decide<B> decide) {
        return new CommandType<>(
                shape,
                kind,
                action,
                body -> terms.apply(body).agency(),
                body -> ImmutableList.of(terms.apply(body)),
                decide);
    }

    /** A command that makes a document out of others, for an agency it names. */
    public static <B extends Body> CommandType<B> making(
            Shape<B> shape, DocumentKind<?> kind, Enum<?> action, Function<B, String> agency, Decide<B> decide) {
        return new CommandType<>(shape, kind, action, agency, body -> ImmutableList.of(), decide);
    }

    /** A command on a document that exists. */
    public static <B extends Body> CommandType<B> changing(
            Shape<B> shape, DocumentKind<?> kind, Enum<?> action, Decide<B> decide) {
        return making(shape, kind, action, body -> "", decide);
    }

    /** A command that makes parts of a document that exists, or fills in something of it otherwise. */
    public static <B extends Body> CommandType<B> parting(
            Shape<B> shape,
            DocumentKind<?> kind,
            Enum<?> action,
            Function<B, ImmutableList<? extends Terms>> parts,
            Decide<B> decide) {
        return new CommandType<>(shape, kind, action, body -> "", parts, decide);
    }
}
