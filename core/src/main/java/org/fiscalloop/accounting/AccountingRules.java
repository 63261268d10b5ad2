package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of the books in force: charts, posting rules, case tables, and which accounts a measure adds up. */
@Value.Immutable
public interface AccountingRules {
    /** The charts (科目表), one for each ledger in the order of {@link Ledgers#ALL}. */
    ImmutableList<Chart> charts();

    /** The dimensions that lines of a ledger carry, by name of the ledger. */
    ImmutableMap<String, ImmutableList<Dimension>> dimensions();

    /** The posting rules by id, each once. */
    ImmutableList<PostingRule> rules();

    /** Account tables by name: the account of {@code {NAME}} in a rule, by facets of the posting. */
    ImmutableList<CaseTable<String>> accounts();

    /** Case tables by kind of posting: the ids of the rules that apply; all tables of a kind apply together. */
    ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> cases();

    /** The accounts of each measure (by its code), with their sign. */
    ImmutableMap<String, ImmutableList<Measure.Term>> measures();

    /**
     * Accounts (by meaning), each with all below it, that only the rules naming them post to; a completed voucher may not.
     * Those of cash and of the appropriation are among them: what a payment moved of them its rule has booked.
     */
    ImmutableSet<String> reservedAccounts();

    /** The table of the life of an agency voucher. */
    @Value.Default
    default Lifecycle<AgencyVoucherState, AgencyVoucherAction> voucherLifecycle() {
        return AccountingLifecycles.VOUCHER;
    }

    /** The table of the life of an accounting period. */
    @Value.Default
    default Lifecycle<PeriodBook.State, PeriodBook.Action> periodLifecycle() {
        return AccountingLifecycles.PERIOD;
    }

    /** The posts through which each review phase passes. */
    ReviewChains reviews();

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<AgencyVoucherAction, AccountingControls.VoucherCase> voucherControls() {
        return AccountingControls.VOUCHERS.withSeverities(severities());
    }

    /** The controls of the months of a set of books; all are statutory. */
    @Value.Derived
    default ControlTable<PeriodBook.Action, AccountingControls.Closing> periodControls() {
        return AccountingControls.PERIODS;
    }
}
