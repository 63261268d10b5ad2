package org.fiscalloop.lifecycle;

/**
 * The id of a document (单据号), printed like {@code payment-request:PR-1}.
 *
 * @param value unique among the documents of this kind; 1 to 64 printable characters without spaces
 */
public record Id<D extends Document>(DocumentKind<D> kind, String value) {

    public Id {
        Code.printable("value", value);
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
