package org.fiscalloop.masterdata;

import com.google.common.base.CharMatcher;

/**
 * The code of a fiscal division (财政区划, MOF_DIV_CODE): the six digits of GB/T 2260 and three more.
 *
 * <p>Level and parent of a division are attributes of its {@link Division}; the shape of the code is only a cross-check.
 *
 * @param value nine digits
 */
public record DivisionCode(String value) {

    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    /** The owner of national tables in the standard, no division itself. */
    public static final DivisionCode NATIONAL = new DivisionCode("109900000");

    public DivisionCode {
        if (value.length() != 9 || !DIGITS.matchesAllOf(value)) {
            throw new IllegalArgumentException("division code must be 9 digits: \"" + value + "\"");
        }
    }

    /** The six digits of GB/T 2260, which electronic vouchers carry (AdmDivCode). */
    public String administrative() {
        return value.substring(0, 6);
    }

    /** The level that the code looks like: 1 province, 2 prefecture, 3 county, 4 township or a special body below it. */
    public int shapeLevel() {
        if (!value.endsWith("000")) {
            return 4;
        }
        if (!value.endsWith("00000")) {
            return 3;
        }
        return value.endsWith("0000000") ? 1 : 2;
    }

    /** Whether the digits say that this division lies within the other, or is it. */
    boolean looksWithin(DivisionCode other) {
        int significant = switch (other.shapeLevel()) {
            case 1 -> 2;
            case 2 -> 4;
            case 3 -> 6;
            default -> 9;
        };
        return value.startsWith(other.value.substring(0, significant));
    }

    @Override
    public String toString() {
        return value;
    }
}
