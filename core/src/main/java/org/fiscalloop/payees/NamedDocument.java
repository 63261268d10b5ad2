package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;

/**
 * What a payment request names and pays as a whole, such as a payee list or the demand of a bank. The books keep it free until a
 * live request holds its amount, named until the bank has paid that request, and then paid; what is free is limited, so one live
 * request at a time names it.
 *
 * @param named what is posted when a request holds its amount
 * @param released what is posted when a request no longer does
 * @param paid what is posted when the bank has paid the request
 * @param pay what happens to it then
 * @param fen what it comes to, in fen
 * @param segments the coding block under which the books keep it
 */
public record NamedDocument<D extends Document>(
        PostingKey named,
        PostingKey released,
        PostingKey paid,
        Enum<?> pay,
        ToLongFunction<D> fen,
        Function<D, Segments> segments) {

    /**
     * A document that a request names.
     *
     * @param of what kind of thing it is
     * @param id the document
     */
    public record Use<D extends Document>(NamedDocument<D> of, Id<D> id) {
        private ImmutableList<Posting> posted(Function<NamedDocument<?>, PostingKey> key, Case c) {
            return c.find(id)
                    .map(found -> ImmutableList.of(Posting.of(
                            key.apply(of),
                            of.fen().applyAsLong(found),
                            of.segments().apply(found))))
                    .orElse(ImmutableList.of());
        }
    }

    /** A document of this kind as what a request names. */
    public Use<D> use(Id<D> id) {
        return new Use<>(this, id);
    }

    /** A payment holds its amount: nobody else may name what it names. */
    public static ImmutableList<Posting> named(ImmutableList<Use<?>> uses, Case c) {
        return posted(uses, NamedDocument::named, c);
    }

    /** A payment no longer holds its amount: what it names is free again. */
    public static ImmutableList<Posting> released(ImmutableList<Use<?>> uses, Case c) {
        return posted(uses, NamedDocument::released, c);
    }

    /** The bank has paid it: what it names is paid. */
    public static ImmutableList<Posting> paid(ImmutableList<Use<?>> uses, Case c) {
        return posted(uses, NamedDocument::paid, c);
    }

    private static ImmutableList<Posting> posted(
            ImmutableList<Use<?>> uses, Function<NamedDocument<?>, PostingKey> key, Case c) {
        ImmutableList.Builder<Posting> posted = ImmutableList.builder();
        uses.forEach(use -> posted.addAll(use.posted(key, c)));
        return posted.build();
    }

    /** The moves of what it names when it is paid. */
    public static ImmutableList<Move> payment(ImmutableList<Use<?>> uses, Case c) {
        ImmutableList.Builder<Move> moves = ImmutableList.builder();
        uses.forEach(use -> c.find(use.id())
                .ifPresent(found -> moves.add(moved(found, use.of().pay(), c))));
        return moves.build();
    }

    /** The move of a document that stands as its payment does. */
    public static Move moved(Document document, Enum<?> action, Case c) {
        return c.move(document, action).match(moved -> moved.value(), refused -> {
            throw new IllegalStateException("request and what it names do not stand together: " + refused.refusals());
        });
    }
}
