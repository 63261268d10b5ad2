package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.SpendingKind;
import org.immutables.value.Value;

/** Which balances are meant (取数范围): those that pass every condition; a condition that names nothing passes all. */
@Value.Immutable
public interface Filter {
    /** Accounts, in the order in which they are named. */
    ImmutableList<Named> accounts();

    /** When they were made. */
    ImmutableSet<Stage> stages();

    /** The budget that their fund belongs to (预算体系). */
    ImmutableSet<FundBook> funds();

    /** The kind of spending that their project is; what names no project is {@link SpendingKind#OPERATING}. */
    ImmutableSet<SpendingKind> kinds();

    /** Beginnings of department economic codes (部门支出经济分类) that are meant. */
    ImmutableSet<String> economics();

    /** Beginnings of department economic codes that are not meant. */
    ImmutableSet<String> otherEconomics();

    /**
     * Accounts by name.
     *
     * @param how what the name is of
     * @param ledger the ledger that they are of
     * @param name meaning of an account, or an element of the chart such as {@code INCOME}
     */
    record Named(How how, LedgerId ledger, String name) {
        /** What the name of {@link Named} is of. */
        public enum How {
            /** An account with all below it. */
            ACCOUNT,
            /** All accounts of an element (会计要素). */
            ELEMENT,
            /** An account that is left out, with all below it. */
            EXCEPT
        }

        /** Reads {@code NAME}, {@code *ELEMENT} or {@code -NAME} of the agency ledger, or of the one named before a slash. */
        static Named parse(String text) {
            How how = text.startsWith("*") ? How.ELEMENT : text.startsWith("-") ? How.EXCEPT : How.ACCOUNT;
            String name = how == How.ACCOUNT ? text : text.substring(1);
            int slash = name.indexOf('/');
            return new Named(
                    how,
                    slash < 0 ? Ledgers.AGENCY : new LedgerId(name.substring(0, slash)),
                    name.substring(slash + 1));
        }

        /** The account itself. */
        Meaning meaning() {
            return new Meaning(ledger, name);
        }

        /** The name as layouts write it. */
        @Override
        public String toString() {
            String mark = switch (how) {
                case ACCOUNT -> "";
                case ELEMENT -> "*";
                case EXCEPT -> "-";
            };
            return mark + (ledger.equals(Ledgers.AGENCY) ? "" : ledger + "/") + name;
        }
    }
}
