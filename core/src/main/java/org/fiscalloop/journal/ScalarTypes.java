package org.fiscalloop.journal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** The types that are one word in a tree. */
final class ScalarTypes {

    static final Type<String> TEXT = new TextType();
    static final Type<Long> INTEGER = new IntegerType();
    static final Type<Integer> INT32 = new Int32Type();
    static final Type<Long> FEN = new FenType();
    static final Type<Money> MONEY = Type.mapped(FEN, Fen::money, Fen::of);
    static final Type<LocalDate> DATE = new DateType();
    static final Type<Boolean> BOOL = new BoolType();
    static final Type<Bytes> BYTES = new BytesType();

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private ScalarTypes() {}

    private static String matching(Pattern pattern, String word, String expected) {
        if (!pattern.matcher(word).matches()) {
            throw new IllegalArgumentException("expected " + expected + ", not \"" + word + "\"");
        }
        return word;
    }

    /** A value printed as one word, and parsed from one; {@code bare} if the word may stand without quotes. */
    abstract static non-sealed class Scalar<V> extends Type<V> {

        private final String description;
        private final boolean bare;

        Scalar(String description, boolean bare) {
            this.description = description;
            this.bare = bare;
        }

        abstract String print(V value);

        /** The value of a word; throws for a word that is none. */
        abstract V parse(String word);

        @Override
        final Tree toTree(V value) {
            return bare ? Tree.bare(print(value)) : Tree.text(print(value));
        }

        @Override
        final V fromTree(Tree tree) {
            if (!(tree instanceof Tree.Text text)) {
                throw CompositeTypes.unexpected(description, tree);
            }
            if (text.bare() && !bare) {
                throw ShapeException.at(tree, "expected " + description + " in quotes, not the bare " + text.value());
            }
            try {
                return parse(text.value());
            } catch (RuntimeException malformed) {
                throw CompositeTypes.refused(description, tree, malformed);
            }
        }

        @Override
        public final String describe() {
            return description;
        }
    }

    private static final class TextType extends Scalar<String> {

        TextType() {
            super("text", false);
        }

        @Override
        void write(String value, Output out) {
            out.text(value);
        }

        @Override
        String read(Input in) {
            return in.text();
        }

        @Override
        String print(String value) {
            return value;
        }

        @Override
        String parse(String word) {
            // What could not be stored is refused at the door.
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(word)) {
                throw new IllegalArgumentException("text with an unpaired surrogate");
            }
            return word;
        }
    }

    private abstract static class LongType extends Scalar<Long> {

        LongType(String description, boolean bare) {
            super(description, bare);
        }

        @Override
        final void write(Long value, Output out) {
            out.signed(value);
        }

        @Override
        final void writeLong(long value, Output out) {
            out.signed(value);
        }

        @Override
        final Long read(Input in) {
            return in.signed();
        }
    }

    private static final class IntegerType extends LongType {

        IntegerType() {
            super("whole number", true);
        }

        @Override
        String print(Long value) {
            return Long.toString(value);
        }

        @Override
        Long parse(String word) {
            return Long.valueOf(matching(WHOLE, word, describe()));
        }
    }

    private static final class FenType extends LongType {

        FenType() {
            super("amount in yuan", false);
        }

        @Override
        String print(Long value) {
            return Fen.text(value);
        }

        @Override
        Long parse(String word) {
            return Fen.parse(word);
        }
    }

    private static final class Int32Type extends Scalar<Integer> {

        Int32Type() {
            super("whole number", true);
        }

        @Override
        void write(Integer value, Output out) {
            out.signed(value);
        }

        @Override
        void writeLong(long value, Output out) {
            out.signed(value);
        }

        @Override
        Integer read(Input in) {
            long value = in.signed();
            if (value != (int) value) {
                throw in.broken("a number beyond 32 bits: " + value);
            }
            return (int) value;
        }

        @Override
        String print(Integer value) {
            return Integer.toString(value);
        }

        @Override
        Integer parse(String word) {
            return Integer.valueOf(matching(WHOLE, word, describe()));
        }
    }

    /** Year, month and day packed into one number: three bytes up to the year 4095, and no calendar arithmetic. */
    private static final class DateType extends Scalar<LocalDate> {

        DateType() {
            super("date", false);
        }

        @Override
        void write(LocalDate value, Output out) {
            int year = value.getYear();
            if (year < 0 || year > 9999) {
                throw new IllegalArgumentException("date " + value + " is not of the years 0000 to 9999");
            }
            out.unsigned((year << 9) | (value.getMonthValue() << 5) | value.getDayOfMonth());
        }

        @Override
        LocalDate read(Input in) {
            long packed = in.unsigned();
            int month = (int) packed >>> 5 & 0xF;
            int day = (int) packed & 0x1F;
            try {
                if (packed < 0 || packed >>> 9 > 9999) {
                    throw in.broken("a date beyond the year 9999");
                }
                return LocalDate.of((int) (packed >>> 9), month, day);
            } catch (DateTimeException noSuchDay) {
                throw in.broken("a date that is none", noSuchDay);
            }
        }

        @Override
        String print(LocalDate value) {
            return value.toString();
        }

        @Override
        LocalDate parse(String word) {
            matching(DAY, word, "a date such as 2024-03-31");
            try {
                return LocalDate.parse(word);
            } catch (DateTimeException noSuchDay) {
                throw new IllegalArgumentException("there is no day " + word, noSuchDay);
            }
        }
    }

    private static final class BoolType extends Scalar<Boolean> {

        BoolType() {
            super("true or false", true);
        }

        @Override
        void write(Boolean value, Output out) {
            out.flag(value);
        }

        @Override
        Boolean read(Input in) {
            return in.flag();
        }

        @Override
        String print(Boolean value) {
            return Boolean.toString(value);
        }

        @Override
        Boolean parse(String word) {
            return switch (word) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("expected true or false, not \"" + word + "\"");
            };
        }
    }

    private static final class BytesType extends Scalar<Bytes> {

        BytesType() {
            super("bytes in hexadecimal", false);
        }

        @Override
        void write(Bytes value, Output out) {
            out.unsigned(value.length());
            out.raw(value);
        }

        @Override
        Bytes read(Input in) {
            // A copy, so that a few bytes kept do not keep the whole record in memory.
            return Bytes.copyOf(in.raw(in.count()).buffer());
        }

        @Override
        String print(Bytes value) {
            return value.toString();
        }

        @Override
        Bytes parse(String word) {
            return Bytes.fromHex(word);
        }
    }

    static final class EnumType<E extends Enum<E>> extends Scalar<E> {

        private final ImmutableMap<String, E> constants;

        EnumType(Class<E> family) {
            this(Maps.uniqueIndex(Arrays.asList(family.getEnumConstants()), E::name));
        }

        private EnumType(ImmutableMap<String, E> constants) {
            super("one of " + String.join(", ", constants.keySet()), false);
            this.constants = constants;
        }

        @Override
        void write(E value, Output out) {
            out.text(value.name());
        }

        @Override
        E read(Input in) {
            String name = in.text();
            E constant = constants.get(name);
            if (constant == null) {
                throw in.broken("\"" + name + "\" is none of " + constants.keySet());
            }
            return constant;
        }

        @Override
        String print(E value) {
            return value.name();
        }

        @Override
        E parse(String word) {
            E constant = constants.get(word);
            if (constant == null) {
                throw new IllegalArgumentException("\"" + word + "\" is none of " + constants.keySet());
            }
            return constant;
        }
    }
}
