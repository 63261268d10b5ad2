package org.fiscalloop.lifecycle;

/**
 * A kind of document (单据类型), such as {@code payment-request}; two kinds with one code are equal.
 *
 * @param code kebab words, stable for ever
 * @param type the class of its documents
 */
public record DocumentKind<D extends Document>(String code, Class<D> type) {

    public DocumentKind {
        Code.kebab("code", code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentKind<?> kind && code.equals(kind.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
