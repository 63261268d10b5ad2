package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What an agency may ask of what has arrived. */
public final class AgencyIncomeCommands {
    /**
     * 认领: says what an arrival is.
     *
     * @param income the arrival
     * @param claims its parts, which together are all of it; at least one
     */
    public record ClaimIncome(Id<AgencyIncome> income, ImmutableList<AgencyIncomeTerms.Claim> claims) implements Body {
        public ClaimIncome {
            if (claims.isEmpty()) {
                throw new IllegalArgumentException("what has arrived is claimed as something: " + income);
            }
        }

        @Override
        public Id<AgencyIncome> document() {
            return income;
        }
    }

    /**
     * 结算: an advance becomes income, income of the next year's budget comes into its year, what was collected for the
     * treasury is remitted, or what passes through goes on.
     *
     * @param income the arrival
     * @param claim which of its parts, from 0
     * @param amount how much of it, in yuan; above zero
     */
    public record SettleIncome(Id<AgencyIncome> income, int claim, Money amount) implements Body {
        public SettleIncome {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what is settled must be above zero: " + amount);
            }
        }

        @Override
        public Id<AgencyIncome> document() {
            return income;
        }
    }

    private AgencyIncomeCommands() {}
}
