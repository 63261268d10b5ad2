package org.fiscalloop.evoucher;

import org.fiscalloop.journal.Bytes;

/**
 * A signature or stamp beside the content of a voucher (Signature, Stamp): over the very bytes of the content.
 *
 * @param position where on the form it stands (No, 签名位置 or 签章位置), such as {@code cz_dwfz}
 * @param certificate serial number of the certificate (SN), blank where it is not told
 * @param value the signature in the form of whoever made it, at least one byte
 */
public record EVoucherSeal(String position, String certificate, Bytes value) {
    public EVoucherSeal {
        if (position.isBlank() || value.length() == 0) {
            throw new IllegalArgumentException("position and value must not be empty: \"" + position + "\"");
        }
    }
}
