package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PositionIndexTest {
    private static final int MANY = 10_000;

    private final PositionIndex index = new PositionIndex();

    @Test
    void what_was_never_added_is_not_found() {
        assertThat(index.find(hash(1), position -> true)).isEmpty();
    }

    @Test
    void every_position_is_found_again_however_many_there_are() {
        for (int i = 0; i < MANY; i++) {
            index.add(hash(i), i);
        }

        for (int i = 0; i < MANY; i++) {
            int meant = i;
            assertThat(index.find(hash(i), position -> position == meant)).hasValue(i);
        }
        assertThat(index.find(hash(MANY), position -> false)).isEmpty();
    }

    @Test
    void of_two_names_with_one_hash_each_finds_its_own() {
        index.add(7, 1);
        index.add(7, 2);

        assertThat(index.find(7, position -> position == 1)).hasValue(1);
        assertThat(index.find(7, position -> position == 2)).hasValue(2);
        assertThat(index.find(7, position -> position == 3)).isEmpty();
    }

    @Test
    void a_position_is_set_in_the_place_of_the_one_meant_or_else_added() {
        index.add(7, 1);
        index.set(7, 5, position -> position == 1);
        index.set(7, 6, position -> false);

        assertThat(index.find(7, position -> position == 1)).isEmpty();
        assertThat(index.find(7, position -> true)).hasValue(5);
        assertThat(index.find(7, position -> position == 6)).hasValue(6);
    }

    @Test
    void positions_take_up_to_32_bits() {
        long last = (1L << 32) - 2;
        index.add(7, 0);
        index.add(8, last);

        assertThat(index.find(7, position -> true)).isEqualTo(OptionalLong.of(0));
        assertThat(index.find(8, position -> true)).isEqualTo(OptionalLong.of(last));
        assertThatThrownBy(() -> index.add(9, last + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_hash_tells_where_the_first_name_ends() {
        assertThat(PositionIndex.hash("a", "bc")).isNotEqualTo(PositionIndex.hash("ab", "c"));
    }

    private static long hash(int i) {
        return PositionIndex.hash("sender", Integer.toString(i));
    }
}
