package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static Journal journalOf(String... records) {
        InMemoryJournal journal = new InMemoryJournal();
        JournalWriter writer = new JournalWriter(journal, HashChain.SHA_256);
        for (String record : records) {
            writer.append(Bytes.fromHex(record));
        }
        return journal;
    }

    private static String sha256(String hex) {
        return Hashing.sha256().hashBytes(Bytes.fromHex(hex).buffer()).toString();
    }

    /** The journal with one record replaced. */
    private static Journal with(Journal journal, StoredRecord replaced) {
        InMemoryJournal changed = new InMemoryJournal();
        journal.from(0)
                .forEachRemaining(record ->
                        changed.append(ImmutableList.of(record.position() == replaced.position() ? replaced : record)));
        return changed;
    }

    private static Bytes flipped(Bytes bytes, int place, int bit) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.length());
        copy.put(bytes.buffer()).flip();
        copy.put(place, (byte) (copy.get(place) ^ (1 << bit)));
        return Bytes.copyOf(copy);
    }

    @Test
    void each_hash_is_of_the_hash_before_and_the_bytes() {
        Journal journal = journalOf("0102", "", "ff");
        String first = sha256("0102");
        String second = sha256(first);
        String third = sha256(second + "ff");

        assertThat(journal.read(0).hash()).hasToString(first);
        assertThat(journal.read(1).hash()).hasToString(second);
        assertThat(journal.read(2).hash()).hasToString(third);
    }

    @Test
    void a_host_that_adds_one_record_after_the_other_has_the_hashes_of_a_writer() {
        Journal journal = journalOf("0102", "", "ff");

        Bytes first = HashChain.SHA_256.next(Bytes.fromHex(""), Bytes.fromHex("0102"));
        Bytes second = HashChain.SHA_256.next(first, Bytes.fromHex(""));
        Bytes third = HashChain.SHA_256.next(second, Bytes.fromHex("ff"));

        assertThat(first).isEqualTo(journal.read(0).hash());
        assertThat(second).isEqualTo(journal.read(1).hash());
        assertThat(third).isEqualTo(journal.read(2).hash());
    }

    @Test
    void a_chain_goes_on_where_its_journal_ends() {
        Journal journal = journalOf("01", "02");

        new JournalWriter(journal, HashChain.SHA_256).append(Bytes.fromHex("03"));

        assertThat(journal.read(2)).isEqualTo(journalOf("01", "02", "03").read(2));
        assertThat(HashChain.SHA_256.firstBreak(journal)).isEmpty();
    }

    @Test
    void an_unbroken_chain_has_no_break() {
        assertThat(HashChain.SHA_256.firstBreak(new InMemoryJournal())).isEmpty();
        assertThat(HashChain.SHA_256.firstBreak(journalOf("0102", "03", "04"))).isEmpty();
    }

    @Test
    void every_flipped_bit_is_found_at_its_position() {
        Journal journal = journalOf("0102", "0304", "0506");

        for (StoredRecord record : ImmutableList.copyOf(journal.from(0))) {
            for (int bit = 0; bit < 16; bit++) {
                Bytes bytes = flipped(record.bytes(), bit / 8, bit % 8);
                StoredRecord changed = new StoredRecord(record.position(), bytes, record.hash());

                assertThat(HashChain.SHA_256.firstBreak(with(journal, changed))).hasValue(record.position());
            }
        }
    }

    @Test
    void a_record_replaced_with_its_hash_is_found_at_the_next() {
        Journal journal = journalOf("01", "02", "03");
        Journal other = journalOf("01", "ff", "03");

        assertThat(HashChain.SHA_256.firstBreak(with(journal, other.read(1)))).hasValue(2);
    }

    @Test
    void another_algorithm_gives_another_chain() {
        assertThat(new HashChain("SHA-512").firstBreak(journalOf("01"))).hasValue(0);
        assertThat(new HashChain("SHA-512").algorithm()).isEqualTo("SHA-512");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashChain("ROT-13"))
                .withMessage("no provider offers the digest ROT-13");
    }
}
