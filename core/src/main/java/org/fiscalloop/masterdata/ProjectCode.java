package org.fiscalloop.masterdata;

import java.util.regex.Pattern;

/**
 * The code of a project (项目代码, PRO_CODE): 21 characters that never change, over all years and at every level of
 * government, because a payment is followed back by them.
 *
 * <p>The first six digits are the administrative code of the division that set the project up and the next two its year;
 * both are a cross-check only. How the other thirteen are divided differs by province and is not certain: some begin with
 * the department, some with a letter for the category (R 人员, Y 运转, T 特定目标). Nothing here reads them.
 *
 * <p>Source: length and prefix from vendor implementations of the national technical standard.
 *
 * @param value eight digits and thirteen digits or capital letters
 */
public record ProjectCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}[0-9A-Z]{13}");

    public ProjectCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "project code must be 8 digits and 13 digits or capital letters: \"" + value + "\"");
        }
    }

    /** Whether a text is a project code. */
    static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The cross-check: whether the prefix names this division and this year of setting up. */
    public boolean agreesWith(DivisionCode division, int setUpYear) {
        return value.startsWith(division.administrative())
                && Integer.parseInt(value.substring(6, 8)) == Math.floorMod(setUpYear, 100);
    }

    @Override
    public String toString() {
        return value;
    }
}
