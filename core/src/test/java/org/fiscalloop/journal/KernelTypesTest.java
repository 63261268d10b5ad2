package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.journal.JournalFixtures.DIMENSIONS;
import static org.fiscalloop.journal.JournalFixtures.REQUEST;
import static org.fiscalloop.journal.JournalFixtures.VOUCHER;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.decision.Term;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.EvidenceStep;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.junit.jupiter.api.Test;

/** The form of each of the kernels' own values: its bytes are pinned, for they are read for ever. */
class KernelTypesTest {

    private static final LocalDate ON = LocalDate.of(2024, 3, 31);
    private static final LedgerId LEDGER = new LedgerId("allotment");

    private static <V> String written(Type<V> type, V value) {
        Output out = new Output();
        type.write(value, out);
        return out.toBytes().toString();
    }

    private static <V> V read(Type<V> type, String hex) {
        Input in = Bytes.fromHex(hex).input(new Input.Pool(16));
        V value = type.read(in);
        in.finish();
        return value;
    }

    private static <V> void assertForm(Type<V> type, V value, String hex, String tree) {
        assertThat(written(type, value)).isEqualTo(hex);
        assertThat(read(type, hex)).isEqualTo(value);
        assertThat(print(type.toTree(value))).isEqualTo(tree);
        assertThat(type.fromTree(type.toTree(value))).isEqualTo(value);
    }

    private static void assertNoForm(Type<?> type, String hex, String message) {
        assertThatThrownBy(() -> read(type, hex))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage(message);
    }

    private static void assertNoTree(Type<?> type, Tree tree, String message) {
        assertThatThrownBy(() -> type.fromTree(tree))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }

    /** A tree in the manner of JSON, with single quotes. */
    static String print(Tree tree) {
        return tree.match(
                text -> text.bare() ? text.value() : "'" + text.value() + "'",
                items -> items.items().stream()
                        .map(KernelTypesTest::print)
                        .toList()
                        .toString(),
                fields -> fields.members().stream()
                        .map(member -> member.name() + ":" + print(member.value()))
                        .toList()
                        .toString()
                        .replaceFirst("^\\[", "{")
                        .replaceFirst("]$", "}"));
    }

    private static String hex(String text) {
        Output out = new Output();
        out.text(text);
        return out.toBytes().toString();
    }

    @Test
    void an_id_of_a_known_kind_is_its_value() {
        assertForm(KernelTypes.id(REQUEST), new Id<>(REQUEST, "PR-1"), "0850522d31", "'PR-1'");
        assertThat(KernelTypes.id(REQUEST).describe()).isEqualTo("id of payment-request");
        assertNoForm(
                KernelTypes.id(REQUEST),
                "00",
                "no id of payment-request: value must be 1 to 64 printable characters without spaces: \"\" (byte 1)");
    }

    @Test
    void an_id_of_several_kinds_names_its_kind() {
        Type<Id<?>> id = KernelTypes.idOf(REQUEST, VOUCHER);

        assertForm(id, new Id<>(VOUCHER, "a:b"), hex("payment-voucher") + "06613a62", "'payment-voucher:a:b'");
        assertThat(id.describe()).isEqualTo("id of payment-request or payment-voucher");
        assertNoForm(
                id,
                "026106613a62",
                "no id of payment-request or payment-voucher:"
                        + " \"a\" is no kind of [payment-request, payment-voucher] (byte 6)");
        assertNoTree(id, Tree.text("PR-1"), "expected id of payment-request or payment-voucher, not \"PR-1\"");
        assertNoTree(id, Tree.text("payment:PR-1"), "\"payment\" is no kind of [payment-request, payment-voucher]");
        assertNoTree(id, Tree.bare("1"), "expected text in quotes, not the bare 1");
    }

    @Test
    void a_move_is_stored_once() {
        Type<Move> move = KernelTypes.move(KernelTypes.idOf(REQUEST));
        Move sent = new Move(new Id<>(REQUEST, "PR-1"), "SEND", "DRAFT", "SENT", 1, 2);

        assertForm(
                move,
                sent,
                "00" + "01" + hex("payment-request") + hex("PR-1") + hex("SEND") + hex("DRAFT") + hex("SENT") + "0204",
                "{document:'payment-request:PR-1', action:'SEND', from:'DRAFT', to:'SENT', post:1, version:2}");
        assertThat(written(Type.list(move), ImmutableList.of(sent, sent))).endsWith("0204" + "01");
    }

    @Test
    void a_trail_is_its_steps() {
        assertForm(
                KernelTypes.trail(),
                Trail.begin(new TrailStep("CREATE", "", "DRAFT", 0, "zhang", ON, "ok")),
                "01" + "01" + hex("CREATE") + "00" + hex("DRAFT") + "00" + hex("zhang") + "ffa03f" + hex("ok"),
                "[{action:'CREATE', from:'', to:'DRAFT', post:0, actor:'zhang', on:'2024-03-31', note:'ok'}]");
        assertThat(KernelTypes.trail().describe()).isEqualTo("trail");
        assertNoTree(KernelTypes.trail(), Tree.items(ImmutableList.of()), "steps must not be empty");
    }

    @Test
    void evidence_is_its_steps() {
        assertForm(
                KernelTypes.evidence(),
                new Evidence(ImmutableList.of(new EvidenceStep("chief", "li", ON))),
                "01" + "01" + hex("chief") + hex("li") + "ffa03f",
                "[{post:'chief', actor:'li', on:'2024-03-31'}]");
        assertThat(KernelTypes.evidence().describe()).isEqualTo("evidence");
    }

    @Test
    void a_position_may_be_none() {
        assertForm(KernelTypes.position(), OptionalLong.of(64), "018001", "64");
        assertThat(written(KernelTypes.position(), OptionalLong.empty())).isEqualTo("00");
        assertThat(read(KernelTypes.position(), "00")).isEmpty();
        assertThat(KernelTypes.position().leftOut()).contains(OptionalLong.empty());
        assertThat(KernelTypes.position().describe()).isEqualTo("optional position");
    }

    @Test
    void a_refusal_says_all_for_ever() {
        Reason reason = new Reason("a.b", "t", "题", "x {n}", "文 {n}", Source.uncertain("law"));
        String reasonHex = "00" + "01" + hex("a.b") + hex("t") + hex("题") + hex("x {n}") + hex("文 {n}") + "01"
                + hex("law") + hex("UNCERTAIN");

        assertForm(
                KernelTypes.refusal(),
                new Refusal(reason, ImmutableMap.of("n", Fact.count(3))),
                "01" + reasonHex + "01" + hex("n") + "03" + "01" + "06",
                "{reason:{code:'a.b', title:'t', titleZh:'题', text:'x {n}', textZh:'文 {n}',"
                        + " source:{citation:'law', certainty:'UNCERTAIN'}}, facts:{n:{type:'count', value:3}}}");
        assertThat(written(Type.list(KernelTypes.reason()), ImmutableList.of(reason, reason)))
                .isEqualTo("02" + reasonHex + "01");
    }

    @Test
    void facts_are_told_apart_by_their_tag() {
        Type<Fact> fact = KernelTypes.fact();

        assertForm(fact, Fact.text("a"), "01" + "01" + "0261", "{type:'text', value:'a'}");
        assertForm(fact, Fact.amount(123_456), "02" + "01" + "80890f", "{type:'amount', yuan:'1234.56'}");
        assertForm(fact, Fact.count(-1), "03" + "01" + "01", "{type:'count', value:-1}");
        assertForm(fact, Fact.day(ON), "04" + "01" + "ffa03f", "{type:'day', value:'2024-03-31'}");
        assertForm(
                fact,
                Fact.texts(ImmutableList.of("a", "a")),
                "05" + "01" + "02" + "0261" + "01",
                "{type:'texts', values:['a', 'a']}");
        assertForm(
                fact,
                Fact.formula(ImmutableList.of(Term.plus("a", 5), Term.minus("b", 0))),
                "06" + "01" + "02" + "01" + "0261" + "02" + "0a" + "01" + "0262" + "01" + "00",
                "{type:'formula', terms:[{name:'a', sign:1, yuan:'0.05'}, {name:'b', sign:-1, yuan:'0.00'}]}");
    }

    @Test
    void an_account_is_its_ledger_and_its_name() {
        Type<Meaning> meaning = KernelTypes.meaning();

        assertForm(
                meaning,
                new Meaning(LEDGER, "executable/left"),
                hex("allotment") + hex("executable/left"),
                "'allotment/executable/left'");
        assertThat(meaning.describe()).isEqualTo("account");
        assertNoTree(meaning, Tree.text("allotment"), "expected account, not \"allotment\"");
        assertNoForm(meaning, "0261" + "00", "no account: name must not be blank (byte 3)");
    }

    @Test
    void accounts_read_again_are_the_same_values() {
        Type<Meaning> meaning = KernelTypes.meaning();
        String hex = hex("allotment") + hex("executable");

        assertThat(read(meaning, hex)).isSameAs(read(meaning, hex));
    }

    @Test
    void segments_are_pairs_closed_by_nothing_and_stored_once() {
        Type<Segments> segments = KernelTypes.segments(DIMENSIONS);
        Segments some =
                DIMENSIONS.segments(ImmutableMap.of(JournalFixtures.FUND, "111", JournalFixtures.AGENCY, "105001"));
        String hex = "00" + hex("agency") + hex("105001") + hex("fund") + hex("111") + "00";

        assertForm(segments, some, hex, "{agency:'105001', fund:'111'}");
        assertForm(segments, DIMENSIONS.none(), "0000", "{}");
        assertThat(written(Type.list(segments), ImmutableList.of(some, some))).isEqualTo("02" + hex + "01");
        assertThat(segments.describe()).isEqualTo("codes by dimension");
    }

    @Test
    void segments_have_codes_of_known_dimensions_each_once() {
        Type<Segments> segments = KernelTypes.segments(DIMENSIONS);
        String message = "no code of a dimension, each once: ";

        assertNoForm(segments, "00" + hex("place") + "0261" + "00", message + "place=a (byte 9)");
        assertNoForm(segments, "00" + hex("fund") + "00" + "00", message + "fund= (byte 7)");
        assertNoForm(segments, "00" + hex("fund") + "0261" + "01" + "0262" + "00", message + "fund=b (byte 11)");
        assertNoForm(
                segments,
                "00" + hex("year") + "0261" + "00",
                "no segments: year must have four digits: \"a\" (byte 9)");
        assertNoTree(
                segments,
                Tree.fields(ImmutableList.of(new Tree.Member("place", Tree.text("a")))),
                "place: unknown dimension; known are [agency, project, function, fund, year]");
        assertNoTree(
                segments,
                Tree.fields(ImmutableList.of(new Tree.Member("year", Tree.text("a")))),
                "year must have four digits: \"a\"");
    }

    @Test
    void a_line_is_account_side_amount_and_segments() {
        assertForm(
                KernelTypes.line(DIMENSIONS),
                new Line(new Meaning(LEDGER, "executable"), Side.CREDIT, -5, DIMENSIONS.none()),
                "01" + hex("allotment") + hex("executable") + hex("CREDIT") + "09" + "0000",
                "{account:'allotment/executable', side:'CREDIT', yuan:'-0.05', segments:{}}");
    }

    @Test
    void an_entry_is_itself_with_its_lines() {
        Line line = new Line(new Meaning(LEDGER, "executable"), Side.DEBIT, 5, DIMENSIONS.none());

        assertForm(
                KernelTypes.entry(DIMENSIONS),
                new Entry(
                        LEDGER,
                        Basis.CONTROL,
                        "IND-13",
                        ON,
                        ON,
                        ImmutableList.of(line),
                        "",
                        Optional.of(new Entry.Id(7, 1))),
                "01" + hex("allotment") + hex("CONTROL") + hex("IND-13") + "ffa03f" + "ffa03f" + "01" + "01" + "01"
                        + hex("executable") + hex("DEBIT") + "0a" + "0000" + "00" + "01" + "01" + "0e" + "02",
                "{ledger:'allotment', basis:'CONTROL', rule:'IND-13', date:'2024-03-31', effectiveOn:'2024-03-31',"
                        + " lines:[{account:'allotment/executable', side:'DEBIT', yuan:'0.05', segments:{}}],"
                        + " narration:'', reverses:{position:7, index:1}}");
    }
}
