package org.fiscalloop.register;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of the registers beside acts without content. */
public final class RegisterCommands {
    /**
     * 单位新增: an agency is entered.
     *
     * @param terms what is entered of it
     */
    public record RegisterAgency(AgencyTerms terms) implements Body {
        @Override
        public Id<Agency> document() {
            return Agency.id(terms.division(), terms.agency());
        }
    }

    /**
     * 单位变更: what is entered of an agency changes, its code stays.
     *
     * @param terms all that is entered of it now, under the same division and code
     */
    public record ChangeAgency(AgencyTerms terms) implements Body {
        @Override
        public Id<Agency> document() {
            return Agency.id(terms.division(), terms.agency());
        }
    }

    /**
     * 账户新增: a bank account is entered.
     *
     * @param terms what is entered of it
     */
    public record RegisterAccount(BankAccountTerms terms) implements Body {
        @Override
        public Id<BankAccount> document() {
            return BankAccount.id(terms.division(), terms.number());
        }
    }

    private RegisterCommands() {}
}
