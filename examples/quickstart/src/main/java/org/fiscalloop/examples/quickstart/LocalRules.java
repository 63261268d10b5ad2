package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
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
 * The nation's rules with the income codes that a treasury reports by. The library brings the income classification to 款;
 * who books revenue loads its 目, here the one that the example needs.
 */
final class LocalRules {
    /** 国有企业增值税, a 目 below 增值税. */
    static final String INCOME = "101010101";

    private static final Source SOURCE = Source.uncertain("政府收支分类科目 (2024), 收入分类科目");

    private LocalRules() {}

    /** The rules of a fiscal year. */
    static RuleTimeline of(int fiscalYear) {
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
                yes -> RuleTimeline.of(
                        LoopFlow.ALL,
                        ImmutableList.of(ImmutableRulebook.builder()
                                .from(national)
                                .masterdata(new MasterdataRules(yes.value(), own.elements(), own.zeroBalanceKinds()))
                                .build())),
                no -> {
                    throw new IllegalStateException("income codes: " + no.refusals());
                });
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
