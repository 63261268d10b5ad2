package org.fiscalloop.signature;

import org.fiscalloop.journal.Bytes;

/**
 * What of a document is signed (签名原文): the same bytes in every machine, for as long as the document says the same.
 *
 * @param form the name of the form of the bytes, such as {@code payment-voucher-order/1}; another form has another name
 * @param bytes the content in that form
 */
public record SignedContent(String form, Bytes bytes) {
    public SignedContent {
        if (form.isBlank()) {
            throw new IllegalArgumentException("form must not be blank");
        }
    }
}
