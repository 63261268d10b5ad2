package org.fiscalloop.masterdata;

import com.google.common.base.CharMatcher;
import java.time.Month;
import java.time.YearMonth;

/**
 * The numbers by which persons and enterprises are known: their form and their check character. Whether there is such a person
 * or enterprise is not known here.
 */
public final class IdentityNumbers {
    private static final int LENGTH = 18;
    private static final int LAST = LENGTH - 1;
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    /** GB 11643: the check character of each remainder by 11. */
    private static final String PERSON_CHECKS = "10X98765432";

    private static final int PERSON_MODULUS = 11;

    /** GB 32100: the characters of a credit code, each worth its place; without I, O, S, V and Z. */
    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int CREDIT_MODULUS = CREDIT_CHARACTERS.length();
    private static final int DIVISION_FROM = 2;
    private static final int DIVISION_TO = 8;
    private static final int FIRST_YEAR = 1800;

    private IdentityNumbers() {}

    /**
     * Whether a text is a citizen identity number (公民身份号码, GB 11643-1999): 17 digits, of which the seventh to the fourteenth are
     * a day of birth, and the check character of ISO 7064 MOD 11-2, a digit or X.
     */
    public static boolean isPerson(String text) {
        return text.length() == LENGTH
                && DIGITS.matchesAllOf(text.substring(0, LAST))
                && isDay(text.substring(6, 14))
                && text.charAt(LAST) == PERSON_CHECKS.charAt(remainder(text));
    }

    private static boolean isDay(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6));
        return year >= FIRST_YEAR
                && month >= 1
                && month <= Month.values().length
                && YearMonth.of(year, month).isValidDay(day);
    }

    /**
     * Whether a text is a unified social credit code (统一社会信用代码, GB 32100-2015): 18 of its 31 characters, of which the third to the
     * eighth are the digits of a division, the last being the check character.
     */
    public static boolean isCreditCode(String text) {
        if (text.length() != LENGTH
                || !CharMatcher.anyOf(CREDIT_CHARACTERS).matchesAllOf(text)
                || !DIGITS.matchesAllOf(text.substring(DIVISION_FROM, DIVISION_TO))) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LAST; i++) {
            sum = (sum + CREDIT_CHARACTERS.indexOf(text.charAt(i)) * weight) % CREDIT_MODULUS;
            weight = weight * 3 % CREDIT_MODULUS;
        }
        return text.charAt(LAST) == CREDIT_CHARACTERS.charAt((CREDIT_MODULUS - sum) % CREDIT_MODULUS);
    }

    /** ISO 7064 MOD 11-2: the digits before the last, each weighted with two to the power of its place from the right. */
    private static int remainder(String text) {
        int sum = 0;
        for (int i = 0; i < LAST; i++) {
            sum = (sum + text.charAt(i) - '0') * 2 % PERSON_MODULUS;
        }
        return sum;
    }
}
