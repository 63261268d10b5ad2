package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTest {

    private static final Type<ImmutableList<String>> TEXTS = Type.list(Type.text());
    private static final Type<ImmutableList<String>> SHARED = Type.list(Type.shared(String.class, Type.text()));

    private static ImmutableList<String> texts(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "text-" + i).collect(ImmutableList.toImmutableList());
    }

    private static <V> V read(Type<V> type, Bytes bytes) {
        Input in = bytes.input(new Input.Pool(1));
        V value = type.read(in);
        in.finish();
        return value;
    }

    private static <V> Bytes written(Type<V> type, V value, Output out) {
        out.clear();
        type.write(value, out);
        return out.toBytes();
    }

    @Test
    void thousands_of_texts_in_one_record_keep_their_numbers() {
        ImmutableList<String> twice = ImmutableList.<String>builder()
                .addAll(texts(0, 5_000))
                .addAll(texts(0, 5_000).reverse())
                .build();

        Bytes bytes = written(TEXTS, twice, new Output());

        assertThat(read(TEXTS, bytes)).isEqualTo(twice);
        // 3 for the count; the first time 1 + 6 to 9, the second time 1 up to number 63, 2 up to 8191
        assertThat(bytes.length()).isEqualTo(2 + 10 * 7 + 90 * 8 + 900 * 9 + 4_000 * 10 + 64 + 4_936 * 2);
    }

    @Test
    void thousands_of_shared_values_in_one_record_keep_their_numbers() {
        ImmutableList<String> twice = ImmutableList.<String>builder()
                .addAll(texts(0, 500))
                .addAll(texts(0, 500).reverse())
                .build();

        assertThat(read(SHARED, written(SHARED, twice, new Output()))).isEqualTo(twice);
    }

    @Test
    void what_was_written_before_changes_nothing() {
        Output used = new Output();
        for (int i = 0; i < 50; i++) {
            ImmutableList<String> some = texts(i * 40, 100);

            assertThat(written(TEXTS, some, used)).isEqualTo(written(TEXTS, some, new Output()));
            assertThat(written(SHARED, some, used)).isEqualTo(written(SHARED, some, new Output()));
        }
    }

    @Test
    void what_was_taken_out_does_not_change() {
        Output out = new Output();
        Bytes first = written(TEXTS, ImmutableList.of("a"), out);

        written(TEXTS, ImmutableList.of("b"), out);

        assertThat(first).hasToString("010261");
    }

    @Test
    void a_text_that_cannot_be_stored_leaves_the_output_usable() {
        Output out = new Output();
        assertThatIllegalArgumentException().isThrownBy(() -> TEXTS.write(ImmutableList.of("\uDC00"), out));

        assertThat(written(TEXTS, ImmutableList.of("a", "a"), out)).hasToString("02026101");
    }

    @Test
    void large_values_make_the_output_grow() {
        Output out = new Output();
        String large = "财".repeat(100_000);

        assertThat(read(TEXTS, written(TEXTS, ImmutableList.of(large), out))).containsExactly(large);
        assertThat(read(Type.bytes(), written(Type.bytes(), Bytes.view(new byte[3_000], 0, 3_000), out))
                        .length())
                .isEqualTo(3_000);
    }

    @Test
    void short_texts_are_read_once_and_shared() {
        Input.Pool pool = new Input.Pool(1024);
        Bytes bytes = written(TEXTS, ImmutableList.of("105001", "财政局", "x".repeat(41)), new Output());

        ImmutableList<String> first = TEXTS.read(bytes.input(pool));
        ImmutableList<String> second = TEXTS.read(bytes.input(pool));

        assertThat(second).isEqualTo(first);
        assertThat(second.get(0)).isSameAs(first.get(0));
        assertThat(second.get(1)).isSameAs(first.get(1));
        assertThat(second.get(2)).isNotSameAs(first.get(2));
    }

    @Test
    void texts_that_fall_into_one_slot_are_told_apart() {
        Input.Pool pool = new Input.Pool(1);
        ImmutableList<String> texts = texts(0, 100);
        Bytes bytes = written(TEXTS, texts, new Output());

        assertThat(TEXTS.read(bytes.input(pool))).isEqualTo(texts);
        assertThat(TEXTS.read(bytes.input(pool))).isEqualTo(texts);
    }
}
