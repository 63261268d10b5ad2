package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalLong;
import org.fiscalloop.journal.JournalRecord.Header;
import org.fiscalloop.journal.JournalRecord.Kind;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    /** The stored form of {@link JournalFixtures#record}; if it ever differs, journals can no longer be read. */
    private static final String GOLDEN = "0101010850522d311ee4b88ae6b5b7e69687e585b7e5ba9780890fffa03f"
            + "000108686f7374010a7a68616e6712333130313037303030d01fffa03f10000102030405060708090a0b0c0d0e0f10414343"
            + "4550544544"
            + "03020100011e7061796d656e742d7265717565737401085349474e10415050524f5645440c5349474e45440008020100011e"
            + "7061796d656e742d766f75636865720c50522d312d560c435245415445000853454e54000203011780890f"
            + "0201010180897a010200"
            + "030112616c6c6f746d656e740e434f4e54524f4c0c494e442d3133ffa03fffa03f02011d1065786563757465640a44454249"
            + "5480890f000c6167656e63790c3130353030310e70726f6a656374163331303130372d502d31371066756e6374696f6e0e32"
            + "3031303630310866756e64063131310879656172083230323400011d1465786563757461626c650c43524544495480890f03"
            + "0000"
            + "01271246494e414e4349414c0c552d30382f66ffa03fffa03f0201270e657870656e73652580890f0301271a617070726f70"
            + "72696174696f6e3d80890f030000"
            + "0127124255444745544152590c552d30382f62ffa03fffa03f020127107370656e64696e672580890f0301271a6275646765"
            + "742d696e636f6d653d80890f0300000000";

    private final RecordCodec codec = JournalFixtures.codec();
    private final Output scratch = new Output();

    @Test
    void a_record_has_its_golden_bytes() {
        assertThat(codec.encode(JournalFixtures.record("PR-1"), scratch)).hasToString(GOLDEN);
        assertThat(codec.decode(Bytes.fromHex(GOLDEN))).isEqualTo(JournalFixtures.record("PR-1"));
    }

    @Test
    void an_output_writes_record_after_record() {
        assertThat(codec.encode(JournalFixtures.refused("PR-1"), scratch)).isNotEqualTo(Bytes.fromHex(GOLDEN));
        assertThat(codec.encode(JournalFixtures.record("PR-1"), scratch)).hasToString(GOLDEN);
        assertThat(codec.encode(JournalFixtures.record("PR-1"), scratch)).hasToString(GOLDEN);
    }

    @Test
    void a_remembered_refusal_comes_back_from_its_bytes() {
        JournalRecord refused = JournalFixtures.refused("PR-1");

        assertThat(codec.decode(codec.encode(refused, scratch))).isEqualTo(refused);
    }

    @Test
    void a_record_comes_back_from_its_tree() {
        JournalRecord record = JournalFixtures.record("PR-1");
        Tree tree = codec.shape().toTree(record);

        assertThat(codec.shape().fromTree(tree)).isEqualTo(record);
        assertThat(KernelTypesTest.print(tree))
                .startsWith("{content:{type:'pay', request:'PR-1', ")
                .contains("moves:[{move:{document:'payment-request:PR-1', action:'SIGN', from:'APPROVED', to:'SIGNED',"
                        + " post:0, version:4}, previous:1000000}, {move:{document:'payment-voucher:PR-1-V',")
                .endsWith("refusals:[], warnings:[]}");
    }

    @Test
    void the_form_of_a_record_is_described() {
        assertThat(codec.shape().describe()).isEqualTo("""
                        record
                          content: registered value
                          header: header
                          events: list of registered value
                          moves: list of linked-move
                          entries: list of entry
                          refusals: list of refusal
                          warnings: list of refusal""");
    }

    @Test
    void a_record_cut_short_is_refused_wherever_it_is_cut() {
        Bytes whole = codec.encode(JournalFixtures.record("PR-1"), scratch);

        for (int length = 0; length < whole.length(); length++) {
            Bytes part = Bytes.copyOf(whole.buffer().limit(length));
            assertThatThrownBy(() -> codec.decode(part)).isInstanceOf(JournalFormatException.class);
        }
    }

    @Test
    void content_stored_before_a_field_was_added_is_still_the_same() {
        record Ask(String name, String more) {}
        Field<Ask, String> name = Field.of("name", Type.text(), Ask::name);
        Field<Ask, String> more = Field.of("more", Type.text(), Ask::more).since(2, "none");
        Shape<Ask> first = Shape.of(1, "ask", Ask.class).fields(name).maker(v -> new Ask(v.get(name), "none"));
        Shape<Ask> second =
                Shape.of(1, "ask", Ask.class).fields(name, more).maker(v -> new Ask(v.get(name), v.get(more)));
        JournalRecord record = new JournalRecord(
                JournalFixtures.header("A-1", Outcome.ACCEPTED),
                new Ask("a", "none"),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of());
        Bytes stored = codecOf(first).encode(record, scratch);

        RecordCodec today = codecOf(second);

        assertThat(today.decode(stored).content()).isEqualTo(new Ask("a", "none"));
        assertThat(today.encode(today.decode(stored), scratch)).isNotEqualTo(stored);
    }

    private static RecordCodec codecOf(Shape<?> shape) {
        return new RecordCodec(
                ShapeRegistry.of(ImmutableList.of(ShapeFamily.of("sample", 1, 9, shape))),
                ImmutableSet.of(),
                JournalFixtures.DIMENSIONS);
    }

    @Test
    void a_refused_command_did_nothing_and_says_why() {
        JournalRecord done = JournalFixtures.record("PR-1");
        JournalRecord refused = JournalFixtures.refused("PR-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusedWith(refused, done.events(), ImmutableList.of(), refused))
                .withMessage("refused command PR-1 did something");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusedWith(refused, ImmutableList.of(), done.moves(), refused));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalRecord(
                        refused.header(),
                        refused.content(),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        done.entries(),
                        refused.refusals(),
                        ImmutableList.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusedWith(refused, ImmutableList.of(), ImmutableList.of(), done))
                .withMessage("refused command PR-1 has no refusal");
    }

    private static void refusedWith(
            JournalRecord refused, ImmutableList<Object> events, ImmutableList<LinkedMove> moves, JournalRecord why) {
        new JournalRecord(
                refused.header(),
                refused.content(),
                events,
                moves,
                ImmutableList.of(),
                why.refusals(),
                ImmutableList.of());
    }

    @Test
    void an_outcome_tells_command_from_notice() {
        assertThat(JournalFixtures.header("A-1", Outcome.ACCEPTED).kind()).isEqualTo(Kind.COMMAND);
        assertThat(JournalFixtures.header("A-1", Outcome.PARKED).kind()).isEqualTo(Kind.NOTICE);
    }

    @Test
    void a_fingerprint_has_sixteen_bytes() {
        Header header = JournalFixtures.header("A-1", Outcome.ACCEPTED);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Header(
                        header.sender(),
                        header.id(),
                        header.actor(),
                        header.division(),
                        header.fiscalYear(),
                        header.on(),
                        Bytes.fromHex("00"),
                        header.outcome()))
                .withMessage("fingerprint 00 is not of 16 bytes");
    }

    @Test
    void a_back_link_is_a_position() {
        Move move = new Move(new Id<>(JournalFixtures.REQUEST, "PR-1"), "SIGN", "", "SIGNED", 0, 1);

        assertThat(new LinkedMove(move, OptionalLong.of(0)).previous()).hasValue(0);
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkedMove(move, OptionalLong.of(-1)));
    }
}
