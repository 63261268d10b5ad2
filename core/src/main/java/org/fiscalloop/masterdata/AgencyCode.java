package org.fiscalloop.masterdata;

import com.google.common.base.CharMatcher;
import java.util.Optional;

/**
 * The code of an agency (单位代码, AGENCY_CODE) in its tree: three digits for the department and three for each level
 * below it, at most seven levels.
 *
 * <p>Source: vendor implementations of the national technical standard; the longest code is 21 characters.
 *
 * @param value 3, 6, … 21 digits
 */
public record AgencyCode(String value) {

    private static final int STEP = 3;
    private static final int LONGEST = 21;
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    public AgencyCode {
        if (value.isEmpty() || value.length() > LONGEST || value.length() % STEP != 0 || !DIGITS.matchesAllOf(value)) {
            throw new IllegalArgumentException(
                    "agency code must be 3 digits for each of at most 7 levels: \"" + value + "\"");
        }
    }

    /** The level in the tree: 1 for a department, at most 7. */
    public int level() {
        return value.length() / STEP;
    }

    /** The department (部门) that the agency belongs to, which may be the agency itself. */
    public AgencyCode department() {
        return new AgencyCode(value.substring(0, STEP));
    }

    /** The agency above; none for a department. */
    public Optional<AgencyCode> parent() {
        return level() == 1 ? Optional.empty() : Optional.of(new AgencyCode(value.substring(0, value.length() - STEP)));
    }

    /** Whether this agency is the other one or lies below it. */
    public boolean isWithin(AgencyCode ancestor) {
        return value.startsWith(ancestor.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
