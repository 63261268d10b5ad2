package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.project.SpendingKind.OPERATING;
import static org.fiscalloop.project.SpendingKind.PERSONNEL;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryRule;
import org.fiscalloop.carryover.ImmutableCarryOverRules;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Source;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeRow;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.ImmutableCodeRow;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.rulebook.ImmutableRulebook;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.Rulebook;

/**
 * The nation's rules with the income codes that a treasury reports by, and with what becomes of what a year leaves. The
 * library brings the income classification to 款; who books revenue loads its 目, here the one that the example needs. The
 * published year ends with no more fiscal carry-over than it began with, so the district is taken to recover what is left of
 * the year's own budget.
 */
final class LocalRules {
    /** 国有企业增值税, a 目 below 增值税. */
    static final String INCOME = "101010101";

    private static final Source SOURCE = Source.uncertain("政府收支分类科目 (2024), 收入分类科目");
    private static final Source CARRY_OVER = Source.own("what the published budget of the example carries over");

    private LocalRules() {}

    /** The rules of these fiscal years. */
    static RuleTimeline of(Integer... fiscalYears) {
        return RuleTimeline.of(
                LoopFlow.ALL,
                Arrays.stream(fiscalYears).map(LocalRules::rulebook).collect(toImmutableList()));
    }

    private static Rulebook rulebook(int fiscalYear) {
        Rulebook national = NationalRulebook.of(fiscalYear);
        MasterdataRules own = national.masterdata();
        Decision<CodeTables> tables = own.tables()
                .extendedBy(
                        Catalogue.INCOME,
                        new DivisionCode("310107000"),
                        ImmutableList.of(
                                row("1010101", "国内增值税", "10101", 3, false),
                                row(INCOME, "国有企业增值税", "1010101", 4, true)));
        return tables.match(
                yes -> ImmutableRulebook.builder()
                        .from(national)
                        .masterdata(new MasterdataRules(yes.value(), own.elements(), own.zeroBalanceKinds()))
                        .carryOver(ImmutableCarryOverRules.builder()
                                .from(national.carryOver())
                                .treatments(treatments())
                                .build())
                        .build(),
                no -> {
                    throw new IllegalStateException("income codes: " + no.refusals());
                });
    }

    /** What is left of basic expenditure for a second year goes on; all else lapses. */
    private static ImmutableList<CarryRule> treatments() {
        return ImmutableList.of(
                CarryRule.of("basic-expenditure", "Basic expenditure, left again", "基本支出", Treatment.CARRY, CARRY_OVER)
                        .when(PERSONNEL, OPERATING)
                        .when(CarryTerm.SECOND)
                        .when(ProjectEnd.RUNNING),
                CarryRule.of("all-else", "All else", "其他", Treatment.LAPSE, CARRY_OVER));
    }

    private static CodeRow row(String code, String name, String parent, int level, boolean isLeaf) {
        return ImmutableCodeRow.builder()
                .code(code)
                .name(name)
                .parent(parent)
                .level(level)
                .isLeaf(isLeaf)
                .validFrom(2023)
                .source(SOURCE)
                .build();
    }
}
