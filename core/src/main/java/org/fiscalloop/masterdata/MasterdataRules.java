package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableSet;
import org.fiscalloop.flow.RuleSet;

/**
 * The rules of master data in force.
 *
 * @param tables the code tables (代码集) of the fiscal year
 * @param elements the elements (要素) of a coding block and what must be true of them
 * @param zeroBalanceKinds kinds of bank account that are zero-balance accounts (零余额账户), from which payments are made
 */
public record MasterdataRules(CodeTables tables, ElementRules elements, ImmutableSet<String> zeroBalanceKinds) {
    /** Where they stand in a rulebook. */
    public static final RuleSet.Key<MasterdataRules> KEY = new RuleSet.Key<>("masterdata", MasterdataRules.class);
}
