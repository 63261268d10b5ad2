package org.fiscalloop.lifecycle;

import java.util.Optional;

/**
 * The id of a document (单据号), printed like {@code payment-request:PR-1}.
 *
 * @param value unique among the documents of this kind; 1 to 64 printable characters without spaces
 */
public record Id<D extends Document>(DocumentKind<D> kind, String value) {

    public Id {
        Code.printable("value", value);
    }

    /** The id with this value, if the text can be one: no document has another. */
    public static <D extends Document> Optional<Id<D>> of(DocumentKind<D> kind, String value) {
        return Code.isId(value) ? Optional.of(new Id<>(kind, value)) : Optional.empty();
    }

    /** Cheap, because a string keeps its own hash. */
    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        return kind.code() + ":" + value;
    }
}
