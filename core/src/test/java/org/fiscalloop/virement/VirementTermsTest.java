package org.fiscalloop.virement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.money.AmountException;
import org.fiscalloop.money.Fen;
import org.fiscalloop.virement.VirementAuthority.Ruling;
import org.fiscalloop.virement.VirementFacets.KindChange;
import org.fiscalloop.virement.VirementFacets.Likeness;
import org.fiscalloop.virement.VirementFacets.Restriction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirementTermsTest {
    private static final VirementTerms.Line LINE =
            new VirementTerms.Line(Allotment.id("A"), Allotment.id("B"), Fen.money(1));
    private static final VirementRules NATION = ImmutableVirementRules.builder().build();

    private static ImmutableVirementTerms.Builder terms() {
        return ImmutableVirementTerms.builder()
                .division("310107000")
                .agency("105001")
                .fiscalYear(2024)
                .batchNo("调剂2024-1")
                .reason("印刷任务增加");
    }

    @Test
    void a_virement_has_lines_each_pair_of_allotments_once() {
        assertThat(terms().addLines(LINE).build().lines()).containsExactly(LINE);
        assertThatIllegalArgumentException().isThrownBy(() -> terms().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms().addLines(LINE, LINE).build())
                .withMessageContaining("allotment:A");
        VirementTerms.Line back = new VirementTerms.Line(Allotment.id("B"), Allotment.id("A"), Fen.money(1));
        assertThat(terms().addLines(LINE, back).build().lines()).hasSize(2);
    }

    @Test
    void a_line_leads_from_one_allotment_to_another_and_is_yuan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VirementTerms.Line(Allotment.id("A"), Allotment.id("A"), Fen.money(1)));
        assertThatThrownBy(() ->
                        new VirementTerms.Line(Allotment.id("A"), Allotment.id("B"), Money.of(CurrencyUnit.USD, 1)))
                .isInstanceOf(AmountException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void number_and_reason_are_not_blank(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms().batchNo(blank).addLines(LINE).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms().reason(blank).addLines(LINE).build());
    }

    /** Kind, restriction, project, function, economic class, agency, and who decides. */
    @ParameterizedTest
    @CsvSource({
        "SAME,NONE,SAME,SAME,SAME,SAME,DEPARTMENT",
        "SAME,NONE,SAME,SAME,SAME,OTHER,FINANCE",
        "SAME,NONE,SAME,SAME,OTHER,SAME,FINANCE",
        "SAME,NONE,SAME,OTHER,SAME,SAME,FINANCE",
        "SAME,NONE,OTHER,SAME,SAME,SAME,FINANCE",
        "BASIC_AND_PROJECT,NONE,OTHER,SAME,SAME,SAME,FINANCE",
        "SAME,INCREASED,SAME,SAME,SAME,SAME,NOBODY",
        "BASIC_AND_PROJECT,INCREASED,OTHER,SAME,SAME,SAME,NOBODY",
        "PERSONNEL_AND_OPERATING,NONE,OTHER,SAME,SAME,SAME,NOBODY",
        "PERSONNEL_AND_OPERATING,INCREASED,OTHER,OTHER,OTHER,OTHER,NOBODY"
    })
    void A5_the_table_of_the_nation_says_who_decides(
            KindChange kind,
            Restriction restriction,
            Likeness project,
            Likeness function,
            Likeness economic,
            Likeness agency,
            VirementAuthority authority) {
        assertThat(NATION.authority()
                        .answer(ImmutableList.of(
                                kind.name(),
                                restriction.name(),
                                project.name(),
                                function.name(),
                                economic.name(),
                                agency.name()))
                        .authority())
                .isEqualTo(authority);
    }

    @Test
    void every_case_has_its_source() {
        assertThat(NATION.authority().rows())
                .allSatisfy(row -> assertThat(row.answer().source().citation()).isNotBlank());
    }

    @Test
    void a_table_that_answers_other_questions_is_no_rule() {
        CaseTable<Ruling> other = new CaseTable<>(
                "virement-authority",
                ImmutableList.of(Facet.of(KindChange.class)),
                ImmutableList.of(
                        CaseTable.row(new Ruling(VirementAuthority.FINANCE, Source.own("a test")), CaseTable.ANY)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ImmutableVirementRules.builder().authority(other).build());
    }

    @Test
    void rules_come_back_from_bytes_and_from_a_tree() {
        Shape<VirementRules> shape = VirementShapes.RULES;
        assertThat(shape.decode(shape.encode(NATION))).isEqualTo(NATION);
        assertThat(shape.fromTree(shape.toTree(NATION))).isEqualTo(NATION);
    }
}
