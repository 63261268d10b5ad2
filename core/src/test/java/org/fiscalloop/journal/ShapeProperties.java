package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds for every value of a shape with fields of every type. */
class ShapeProperties {

    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    private record Scalars(
            String text,
            long whole,
            int small,
            Money money,
            LocalDate date,
            boolean flag,
            Bytes bytes,
            Colour colour) {}

    private sealed interface Item {
        record Word(String word) implements Item {}

        record Count(long number) implements Item {}
    }

    private record All(
            Scalars scalars,
            ImmutableList<Scalars> shared,
            ImmutableSet<String> set,
            ImmutableMap<String, Long> map,
            Optional<String> optional,
            ImmutableList<Item> items) {}

    private static final Field<Scalars, String> TEXT = Field.of("text", Type.text(), Scalars::text);
    private static final Field<Scalars, Long> WHOLE = Field.ofLong("whole", Scalars::whole);
    private static final Field<Scalars, Integer> SMALL = Field.ofInt("small", Scalars::small);
    private static final Field<Scalars, Money> MONEY = Field.of("money", Type.money(), Scalars::money);
    private static final Field<Scalars, LocalDate> DATE = Field.of("date", Type.date(), Scalars::date);
    private static final Field<Scalars, Boolean> FLAG = Field.of("flag", Type.bool(), Scalars::flag);
    private static final Field<Scalars, Bytes> BYTES = Field.of("bytes", Type.bytes(), Scalars::bytes);
    private static final Field<Scalars, Colour> COLOUR = Field.of("colour", Type.enumOf(Colour.class), Scalars::colour);
    private static final Shape<Scalars> SCALARS = Shape.<Scalars>nested("scalars")
            .fields(TEXT, WHOLE, SMALL, MONEY, DATE, FLAG, BYTES, COLOUR)
            .maker(v -> new Scalars(
                    v.get(TEXT),
                    v.get(WHOLE),
                    v.get(SMALL),
                    v.get(MONEY),
                    v.get(DATE),
                    v.get(FLAG),
                    v.get(BYTES),
                    v.get(COLOUR)));

    private static final Field<Item.Word, String> WORD = Field.of("word", Type.text(), Item.Word::word);
    private static final Field<Item.Count, Long> NUMBER = Field.ofFen("number", Item.Count::number);
    private static final Type<Item> ITEM = Type.oneOf(
            Item.class,
            Shape.of(1, "word", Item.Word.class).fields(WORD).maker(v -> new Item.Word(v.get(WORD))),
            Shape.of(2, "count", Item.Count.class).fields(NUMBER).maker(v -> new Item.Count(v.get(NUMBER))));

    private static final Field<All, Scalars> ONE =
            Field.of("scalars", Type.shared(Scalars.class, Type.nested(SCALARS)), All::scalars);
    private static final Field<All, ImmutableList<Scalars>> SHARED =
            Field.of("shared", Type.list(Type.shared(Scalars.class, Type.nested(SCALARS))), All::shared);
    private static final Field<All, ImmutableSet<String>> SET = Field.of("set", Type.set(Type.text()), All::set);
    private static final Field<All, ImmutableMap<String, Long>> MAP =
            Field.of("map", Type.map(Type.integer()), All::map);
    private static final Field<All, Optional<String>> OPTIONAL =
            Field.of("optional", Type.optional(Type.text()), All::optional);
    private static final Field<All, ImmutableList<Item>> ITEMS = Field.of("items", Type.list(ITEM), All::items);
    private static final Shape<All> ALL = Shape.<All>nested("all")
            .fields(ONE, SHARED, SET, MAP, OPTIONAL, ITEMS)
            .maker(v -> new All(v.get(ONE), v.get(SHARED), v.get(SET), v.get(MAP), v.get(OPTIONAL), v.get(ITEMS)));

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "a", "105001", "财政局", "\uD83D\uDE00"),
                Arbitraries.strings().withCharRange('\u0000', '\uD7FF').ofMaxLength(80));
    }

    private static Arbitrary<Scalars> scalars() {
        Arbitrary<Money> money = Arbitraries.longs().map(fen -> Money.ofMinor(CurrencyUnit.of("CNY"), fen));
        Arbitrary<LocalDate> dates = Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        Arbitraries.integers().between(1, 365))
                .as(LocalDate::ofYearDay);
        Arbitrary<Bytes> bytes = Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(40)
                .map(array -> Bytes.copyOf(ByteBuffer.wrap(array)));
        return Combinators.combine(
                        texts(),
                        Arbitraries.longs(),
                        Arbitraries.integers(),
                        money,
                        dates,
                        Arbitraries.of(true, false),
                        bytes,
                        Arbitraries.of(Colour.class))
                .as(Scalars::new);
    }

    @Provide
    Arbitrary<All> all() {
        Arbitrary<Item> items = Arbitraries.oneOf(
                texts().map(Item.Word::new),
                Arbitraries.longs().greaterOrEqual(-Long.MAX_VALUE).map(Item.Count::new));
        return Combinators.combine(
                        scalars(),
                        scalars().list().ofMaxSize(3),
                        texts().set().ofMaxSize(4),
                        Arbitraries.maps(texts(), Arbitraries.longs()).ofMaxSize(4),
                        texts().optional(),
                        items.list().ofMaxSize(4))
                .as((one, more, set, map, optional, list) -> new All(
                        one,
                        ImmutableList.<Scalars>builder()
                                .addAll(more)
                                .add(one)
                                .addAll(more)
                                .build(),
                        ImmutableSet.copyOf(set),
                        ImmutableMap.copyOf(map),
                        optional,
                        ImmutableList.copyOf(list)));
    }

    /** Equal to a value, and the same object in no part. */
    private static All rebuilt(All all) {
        return new All(
                rebuilt(all.scalars()),
                all.shared().stream().map(ShapeProperties::rebuilt).collect(ImmutableList.toImmutableList()),
                ImmutableSet.copyOf(all.set().asList().reverse()),
                ImmutableMap.copyOf(all.map().entrySet().asList()),
                all.optional().map(ShapeProperties::copy),
                all.items());
    }

    private static Scalars rebuilt(Scalars scalars) {
        return new Scalars(
                copy(scalars.text()),
                scalars.whole(),
                scalars.small(),
                scalars.money(),
                scalars.date(),
                scalars.flag(),
                Bytes.copyOf(scalars.bytes().buffer()),
                scalars.colour());
    }

    private static String copy(String text) {
        return text.concat("x").substring(0, text.length());
    }

    private static void decodeOrRefuse(Bytes bytes) {
        try {
            All value = ALL.decode(bytes);
            assertThat(ALL.decode(ALL.encode(value))).isEqualTo(value);
        } catch (JournalFormatException refused) {
            assertThat(refused.offset()).isBetween(0, bytes.length());
        }
    }

    @Property
    void a_value_comes_back_from_its_bytes(@ForAll("all") All value) {
        assertThat(ALL.decode(ALL.encode(value))).isEqualTo(value);
    }

    @Property
    void a_value_comes_back_from_its_tree(@ForAll("all") All value) {
        assertThat(ALL.fromTree(ALL.toTree(value))).isEqualTo(value);
    }

    @Property
    void equal_values_have_equal_bytes_and_trees(@ForAll("all") All value) {
        All other = rebuilt(value);

        assertThat(other).isEqualTo(value);
        assertThat(ALL.encode(other)).isEqualTo(ALL.encode(value));
        assertThat(ALL.toTree(other)).isEqualTo(ALL.toTree(value));
    }

    @Property
    void unequal_values_have_unequal_bytes(@ForAll("all") All one, @ForAll("all") All other) {
        assertThat(ALL.encode(one).equals(ALL.encode(other))).isEqualTo(one.equals(other));
    }

    @Property
    void an_output_used_before_writes_the_same(@ForAll("all") All one, @ForAll("all") All other) {
        Output used = new Output();
        ALL.write(one, used);
        used.clear();
        ALL.write(other, used);

        assertThat(used.toBytes()).isEqualTo(ALL.encode(other));
    }

    @Property(tries = 100)
    void bytes_cut_short_are_refused(@ForAll("all") All value) {
        Bytes whole = ALL.encode(value);

        for (int length = 0; length < whole.length(); length++) {
            Bytes part = Bytes.copyOf(whole.buffer().limit(length));
            assertThatThrownBy(() -> ALL.decode(part)).isInstanceOf(JournalFormatException.class);
        }
    }

    @Property
    void garbled_bytes_give_a_value_or_the_typed_refusal(
            @ForAll("all") All value, @ForAll @Size(max = 5) List<Integer> places, @ForAll byte garbage) {
        ByteBuffer bytes = ByteBuffer.allocate(ALL.encode(value).length());
        bytes.put(ALL.encode(value).buffer()).flip();
        for (int place : places) {
            bytes.put(Math.floorMod(place, bytes.limit()), (byte) (garbage ^ place));
        }

        decodeOrRefuse(Bytes.copyOf(bytes));
    }

    @Property
    void any_bytes_give_a_value_or_the_typed_refusal(@ForAll @Size(max = 60) byte[] bytes) {
        decodeOrRefuse(Bytes.copyOf(ByteBuffer.wrap(bytes)));
    }
}
