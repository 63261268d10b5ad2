package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Stored records that were damaged. */
class RecordProperties {

    private final RecordCodec codec = JournalFixtures.codec();

    private void decodeOrRefuse(Bytes bytes) {
        try {
            JournalRecord record = codec.decode(bytes);
            assertThat(codec.decode(codec.encode(record, new Output()))).isEqualTo(record);
        } catch (JournalFormatException refused) {
            assertThat(refused.offset()).isBetween(0, bytes.length());
        }
    }

    @Property
    void a_garbled_record_gives_a_record_or_the_typed_refusal(
            @ForAll boolean refused, @ForAll @IntRange(min = 0, max = 4000) int place, @ForAll byte garbage) {
        JournalRecord record = refused ? JournalFixtures.refused("PR-1") : JournalFixtures.record("PR-1");
        Bytes whole = codec.encode(record, new Output());
        ByteBuffer bytes = ByteBuffer.allocate(whole.length());
        bytes.put(whole.buffer()).flip();
        bytes.put(place % whole.length(), garbage);

        decodeOrRefuse(Bytes.copyOf(bytes));
    }
}
