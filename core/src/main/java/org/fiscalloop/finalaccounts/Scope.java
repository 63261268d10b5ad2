package org.fiscalloop.finalaccounts;

import java.util.Optional;

/**
 * Whose final accounts of which fiscal year (编制口径): one agency, a department with those below it, or all of a division.
 *
 * <p>Those of many are the sum of each: what they paid to one another is not netted (合并抵销 is left to who consolidates).
 *
 * @param division 9-digit code of the fiscal division (财政区划)
 * @param year the fiscal year
 * @param agency code of the agency; none for all of the division
 * @param withSubordinates whether the agencies below it in the register count too, now as the register stands
 */
public record Scope(String division, int year, Optional<String> agency, boolean withSubordinates) {
    /** Refuses one that is of no agency and yet not of all. */
    public Scope {
        if (agency.isEmpty() && !withSubordinates) {
            throw new IllegalArgumentException("a scope without an agency must be of all of the division " + division);
        }
    }

    /** One agency alone (单位). */
    public static Scope agency(String division, String agency, int year) {
        return new Scope(division, year, Optional.of(agency), false);
    }

    /** An agency with all below it (部门). */
    public static Scope department(String division, String agency, int year) {
        return new Scope(division, year, Optional.of(agency), true);
    }

    /** All agencies of a division (本级). */
    public static Scope division(String division, int year) {
        return new Scope(division, year, Optional.empty(), true);
    }

    /** How it is named in files: {@code agency}, {@code department} or {@code division}. */
    public String kind() {
        return agency.isEmpty() ? "division" : withSubordinates ? "department" : "agency";
    }
}
