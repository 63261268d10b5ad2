package org.fiscalloop.evoucher;

import com.google.common.base.CharMatcher;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.money.AmountException;
import org.fiscalloop.money.Fen;

/**
 * A row of the table of fields (字段): one element of a voucher of some type, in its head or in each of its details.
 *
 * @param name the name of the element, as messages spell it
 * @param chinese what it is called
 * @param presence when it must be there
 * @param kind what its text is
 * @param length the most characters that it may have: the library's own bound, since no public text tells one
 * @param addsUpTo for a field of a detail, the field of the head that all details add up to; blank for all others
 * @param certainty how certain it is that messages have this element under this name
 */
public record EVoucherField(
        String name, String chinese, Presence presence, Kind kind, int length, String addsUpTo, Certainty certainty) {
    /** When a field must be there. */
    public enum Presence {
        /** 必选: in every voucher. */
        REQUIRED,
        /** 回单必选: in every receipt that says that something was done. */
        IN_RECEIPTS,
        /** 可选: wherever there is something to say. */
        OPTIONAL
    }

    /** What the text of a field is. */
    public enum Kind {
        /** 文本: any characters of XML. */
        TEXT,
        /** 编码: printable ASCII without spaces. */
        CODE,
        /** 数字串: ASCII digits. */
        DIGITS,
        /** 日期: a day as eight digits, such as 20240510. */
        DATE,
        /** 金额: yuan as a plain decimal number with at most two decimals, negative where money comes back. */
        AMOUNT
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher IN_NAMES = CharMatcher.inRange('A', 'Z')
            .or(CharMatcher.inRange('a', 'z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.is('_'));
    private static final CharMatcher PRINTABLE = CharMatcher.inRange('!', '~');

    public EVoucherField {
        if (name.isEmpty() || !IN_NAMES.matchesAllOf(name) || length < 1) {
            throw new IllegalArgumentException("a field has a name and a length: \"" + name + "\", " + length);
        }
    }

    /** What a text of this field should have been, if it is not that. */
    Optional<String> problem(String text) {
        if (text.length() > length) {
            return Optional.of("at most " + length + " characters");
        }
        return switch (kind) {
            case TEXT -> Optional.empty();
            case CODE ->
                PRINTABLE.matchesAllOf(text) ? Optional.empty() : Optional.of("printable ASCII without spaces");
            case DIGITS -> DIGITS.matchesAllOf(text) ? Optional.empty() : Optional.of("digits");
            case DATE -> isDay(text) ? Optional.empty() : Optional.of("a day such as 20240510");
            case AMOUNT -> isAmount(text) ? Optional.empty() : Optional.of("an amount such as 12.50");
        };
    }

    /** The day of a text that has been checked. */
    static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    /** A day as the text of a field. */
    static String text(LocalDate day) {
        return day.format(DAY);
    }

    private static boolean isDay(String text) {
        try {
            return DIGITS.matchesAllOf(text) && text.equals(text(day(text)));
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean isAmount(String text) {
        try {
            Fen.parse(text);
            return true;
        } catch (AmountException noAmount) {
            return false;
        }
    }
}
