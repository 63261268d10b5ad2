package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void bytes_are_printed_as_hexadecimal() {
        assertThat(Bytes.fromHex("00FFab")).hasToString("00ffab");
        assertThat(Bytes.fromHex("00FFab").length()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.fromHex("0"));
    }

    @Test
    void bytes_are_equal_by_content_wherever_they_lie() {
        byte[] array = {9, 1, 2, 9};
        Bytes part = Bytes.view(array, 1, 2);

        assertThat(part).isEqualTo(Bytes.fromHex("0102")).hasSameHashCodeAs(Bytes.fromHex("0102"));
        assertThat(part).isNotEqualTo(Bytes.fromHex("0109")).isNotEqualTo(Bytes.fromHex("01"));
        assertThat(part.hashCode()).isNotEqualTo(Bytes.fromHex("0201").hashCode());
        assertThat(part).hasToString("0102");
    }

    @Test
    void a_problem_is_placed_from_the_beginning_of_the_bytes() {
        Input in = Bytes.view(new byte[] {9, 9, 9, 5, 9}, 3, 1).input(new Input.Pool(1));

        assertThat(in.unsigned()).isEqualTo(5);
        assertThat(in.broken("no", new IllegalArgumentException("why")))
                .hasMessage("no: why (byte 1)")
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .extracting(JournalFormatException::offset)
                .isEqualTo(1);
        assertThat(in.broken("no").offset()).isEqualTo(1);
        assertThatThrownBy(() -> in.raw(1)).isInstanceOf(JournalFormatException.class);
    }

    @Test
    void a_copy_does_not_change_with_its_source() {
        byte[] array = {9, 1, 2};
        ByteBuffer source = ByteBuffer.wrap(array, 1, 2);

        Bytes copy = Bytes.copyOf(source);
        array[1] = 7;

        assertThat(copy).hasToString("0102");
        assertThat(source.position()).isEqualTo(1);
    }

    @Test
    void the_array_is_a_copy_of_its_part_alone() {
        Bytes part = Bytes.view(new byte[] {9, 1, 2, 9}, 1, 2);

        byte[] array = part.toByteArray();
        assertThat(array).containsExactly(1, 2);
        array[0] = 7;

        assertThat(part).hasToString("0102");
    }

    @Test
    void the_buffer_is_read_only_and_starts_at_zero() {
        ByteBuffer buffer = Bytes.view(new byte[] {9, 1, 2, 9}, 1, 2).buffer();

        assertThat(buffer.position()).isZero();
        assertThat(buffer.remaining()).isEqualTo(2);
        assertThat(buffer.get(0)).isEqualTo((byte) 1);
        assertThatThrownBy(() -> buffer.put(0, (byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
    }
}
