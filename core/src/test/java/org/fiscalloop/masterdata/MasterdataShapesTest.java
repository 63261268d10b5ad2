package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.SOURCE;
import static org.fiscalloop.masterdata.MasterdataFixtures.XIAMEN;
import static org.fiscalloop.masterdata.MasterdataFixtures.accepted;
import static org.fiscalloop.masterdata.MasterdataFixtures.elements;
import static org.fiscalloop.masterdata.MasterdataFixtures.row;
import static org.fiscalloop.masterdata.MasterdataFixtures.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeException;
import org.fiscalloop.journal.Tree;
import org.junit.jupiter.api.Test;

class MasterdataShapesTest {

    /** Two coding blocks in one record. */
    private record Pair(Elements one, Elements other) {}

    private static final Field<Pair, Elements> ONE = Field.of("one", MasterdataTypes.ELEMENTS, Pair::one);
    private static final Field<Pair, Elements> OTHER = Field.of("other", MasterdataTypes.ELEMENTS, Pair::other);
    private static final Shape<Pair> PAIR =
            Shape.<Pair>nested("pair").fields(ONE, OTHER).maker(values -> new Pair(values.get(ONE), values.get(OTHER)));

    @Test
    void the_nations_rules_are_written_and_read_again() {
        MasterdataRules rules =
                new MasterdataRules(CodeTables.national(), ElementRules.national(), ImmutableSet.of("21", "22"));
        assertThat(MasterdataShapes.RULES.decode(MasterdataShapes.RULES.encode(rules)))
                .isEqualTo(rules);
        assertThat(MasterdataShapes.RULES.fromTree(MasterdataShapes.RULES.toTree(rules)))
                .isEqualTo(rules);
    }

    @Test
    void the_rules_of_a_division_are_written_and_read_again() {
        CodeTables tables = accepted(accepted(CodeTables.national()
                        .with(table(
                                LOCAL,
                                row("1").isEnabled(false).addSuccessors("2").build(),
                                row("2").build())))
                .extendedBy(
                        Catalogue.FUND,
                        XIAMEN,
                        ImmutableList.of(row("11111", "111", 4).build())));
        ElementRules elements = ElementRules.national()
                .withSeverities(ImmutableMap.of("masterdata.economic-mapping", Severity.OFF))
                .declaring(new ElementRules.Declaration(
                        "XM_LABEL",
                        "label",
                        "标签",
                        Optional.of(LOCAL),
                        ImmutableSet.of("allotment", "payment-request"),
                        true,
                        true,
                        Optional.of(Dimensions.SLOTS.get(0)),
                        SOURCE));
        MasterdataRules rules = new MasterdataRules(tables, elements, ImmutableSet.of());
        assertThat(MasterdataShapes.RULES.decode(MasterdataShapes.RULES.encode(rules)))
                .isEqualTo(rules);
        assertThat(MasterdataShapes.RULES.fromTree(MasterdataShapes.RULES.toTree(rules)))
                .isEqualTo(rules);
    }

    @Test
    void a_table_whose_rows_do_not_fit_is_not_read() {
        MasterdataRules rules = new MasterdataRules(
                new CodeTables(ImmutableList.of(table(LOCAL, row("1").build(), row("2").build())), ImmutableList.of()),
                ElementRules.national(),
                ImmutableSet.of());
        Tree.Fields tree = MasterdataShapes.RULES.toTree(rules);
        assertThat(MasterdataShapes.RULES.fromTree(tree)).isEqualTo(rules);
        assertThatThrownBy(() -> MasterdataShapes.RULES.fromTree(renamed(tree, "2", "1")))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("second row");
    }

    @Test
    void a_coding_block_is_written_and_read_again() {
        Pair pair = new Pair(
                elements()
                        .putExtra("B", "2")
                        .putExtra("A", "1")
                        .putAttributes("memo", "")
                        .build(),
                elements().build());
        assertThat(PAIR.decode(PAIR.encode(pair))).isEqualTo(pair);
        assertThat(PAIR.fromTree(PAIR.toTree(pair))).isEqualTo(pair);
    }

    @Test
    void a_coding_block_that_a_record_holds_twice_is_written_once() {
        Elements block = elements().putExtra("A", "1").build();
        int once = PAIR.encode(new Pair(block, block)).length();
        int twice = PAIR.encode(new Pair(block, elements().putExtra("A", "2").build()))
                .length();
        assertThat(twice - once).isGreaterThan(10);
    }

    @Test
    void codes_that_are_none_are_not_read() {
        Tree.Fields tree = PAIR.toTree(new Pair(elements().build(), elements().build()));
        for (String code : ImmutableList.of("310107000", "105001", "310107241050000000001")) {
            assertThatThrownBy(() -> PAIR.fromTree(renamed(tree, code, "x")))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining("\"x\"");
        }
    }

    /** The same tree with one text instead of another. */
    private static Tree.Fields renamed(Tree.Fields tree, String from, String to) {
        return (Tree.Fields) renamedNode(tree, from, to);
    }

    private static Tree renamedNode(Tree tree, String from, String to) {
        return tree.match(
                text -> text.value().equals(from) && !text.bare() ? Tree.text(to) : text,
                items -> Tree.items(items.items().stream()
                        .map(item -> renamedNode(item, from, to))
                        .collect(ImmutableList.toImmutableList())),
                fields -> Tree.fields(fields.members().stream()
                        .map(member -> new Tree.Member(member.name(), renamedNode(member.value(), from, to)))
                        .collect(ImmutableList.toImmutableList())));
    }
}
