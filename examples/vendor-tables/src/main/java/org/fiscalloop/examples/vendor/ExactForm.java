package org.fiscalloop.examples.vendor;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.loop.LoopFlow;

/**
 * The exact form of a document in a column: its terms, where it stands and its trail, in the canonical bytes in which the
 * library's own journal would write them, so that a form stored today is read by every later version.
 */
final class ExactForm<D extends FlowDocument<T, S>, T extends Terms, S extends Enum<S>> {
    private static final ImmutableMap<DocumentKind<?>, ExactForm<?, ?, ?>> ALL = all();

    private final DocumentType<D, T, S> type;
    private final Shape<Parts<T, S>> shape;

    /** What a document is made again of. */
    private record Parts<T, S extends Enum<S>>(T terms, Standing<S> standing, Trail trail) {}

    private ExactForm(DocumentType<D, T, S> type) {
        this.type = type;
        Field<Parts<T, S>, T> terms = Field.of("terms", Type.nested(type.terms()), Parts::terms);
        Field<Parts<T, S>, S> state = Field.of(
                "state", Type.enumOf(type.states()), parts -> parts.standing().state());
        Field<Parts<T, S>, Integer> post =
                Field.ofInt("post", parts -> parts.standing().post());
        Field<Parts<T, S>, Integer> version =
                Field.ofInt("version", parts -> parts.standing().version());
        Field<Parts<T, S>, Trail> trail = Field.of("trail", KernelTypes.trail(), Parts::trail);
        this.shape = Shape.<Parts<T, S>>nested(type.kind().code())
                .fields(terms, state, post, version, trail)
                .maker(v -> new Parts<>(
                        v.get(terms), new Standing<>(v.get(state), v.get(post), v.get(version)), v.get(trail)));
    }

    private static ImmutableMap<DocumentKind<?>, ExactForm<?, ?, ?>> all() {
        ImmutableMap.Builder<DocumentKind<?>, ExactForm<?, ?, ?>> all = ImmutableMap.builder();
        for (DocumentType<?, ?, ?> type : LoopFlow.ALL.documents()) {
            all.put(type.kind(), new ExactForm<>(type));
        }
        return all.buildOrThrow();
    }

    /** The form of the documents of a kind. */
    static ExactForm<?, ?, ?> of(DocumentKind<?> kind) {
        ExactForm<?, ?, ?> form = ALL.get(kind);
        if (form == null) {
            throw new IllegalArgumentException("no package registers documents of kind " + kind);
        }
        return form;
    }

    /** The bytes of a document of this kind. */
    Bytes bytes(FlowDocument<?, ?> document) {
        D typed = type.kind().type().cast(document);
        return shape.encode(new Parts<>(typed.terms(), typed.standing(), typed.trail()));
    }

    /**
     * The document of its bytes.
     *
     * @throws IllegalArgumentException if its trail does not lead where it stands, by the rules that moved it last
     */
    D restore(Id<?> id, Bytes bytes, RuleSet rules) {
        Parts<T, S> parts = shape.decode(bytes);
        return type.restore(
                type.id(id.value()), parts.terms(), new DocumentType.History<>(parts.standing(), parts.trail()), rules);
    }
}
