package org.fiscalloop.json;

import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.loop.LoopFlow;

/**
 * The form of a document: its id such as {@code payment-request:PR-1}, its terms, where it stands, and its trail. Written,
 * never read: a document comes back by {@code DocumentType.restore}, which checks it.
 */
public final class DocumentJson {
    private DocumentJson() {}

    /** A document of any kind that a package of the loop registers. */
    public static Tree.Fields toTree(FlowDocument<?, ?> document) {
        return toTree(LoopFlow.ALL.document(document.id().kind()), document);
    }

    private static <D extends FlowDocument<T, S>, T extends Terms, S extends Enum<S>> Tree.Fields toTree(
            DocumentType<D, T, S> type, FlowDocument<?, ?> document) {
        return shape(type).toTree(type.kind().type().cast(document));
    }

    private static <D extends FlowDocument<T, S>, T extends Terms, S extends Enum<S>> Shape<D> shape(
            DocumentType<D, T, S> type) {
        Field<D, String> id =
                Field.of("id", Type.text(), document -> document.id().toString());
        Field<D, T> terms = Field.of("terms", Type.nested(type.terms()), FlowDocument::terms);
        Field<D, S> state = Field.of("state", Type.enumOf(type.states()), FlowDocument::state);
        Field<D, Integer> post =
                Field.ofInt("post", document -> document.standing().post());
        Field<D, Integer> version =
                Field.ofInt("version", document -> document.standing().version());
        Field<D, Trail> trail = Field.of("trail", KernelTypes.trail(), FlowDocument::trail);
        return Shape.<D>nested(type.kind().code())
                .fields(id, terms, state, post, version, trail)
                .maker(v -> {
                    throw new UnsupportedOperationException("a document is written, never read");
                });
    }
}
