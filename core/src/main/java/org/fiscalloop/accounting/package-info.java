/**
 * The books (会计核算): three statutory ledgers and the library's own fourth, and the rules by which events are posted.
 *
 * <p>The {@link org.fiscalloop.accounting.Ledgers allotment ledger} (预算指标账) follows a budget from its sources to its
 * payments, the treasury ledger (财政总会计) the cash of a government, the agency ledger (单位会计) the income and expense
 * of each agency; the last two keep a financial and a budgetary basis side by side (平行记账). The memorandum ledger is
 * the library's own: what limits an amount is a balance there or in the allotment ledger.
 *
 * <p>Rules are data. A {@link org.fiscalloop.accounting.PostingRule} names accounts by meaning and amounts by name, and
 * proves when it is built that debits and credits cancel. {@link org.fiscalloop.decision.CaseTable}s choose rules and
 * accounts by the closed facets of a posting, and answer every combination exactly once, a vendor's table too. A
 * {@link org.fiscalloop.accounting.PostingPlan} is both compiled for one rulebook. Where the facts of a payment do not
 * tell the agency's entry, a rule makes a draft {@link org.fiscalloop.accounting.AgencyVoucher} that the accountant
 * completes.
 *
 * <p>Account codes that the references mark uncertain are rows of the charts, which a rulebook replaces.
 */
@NullMarked
package org.fiscalloop.accounting;

import org.jspecify.annotations.NullMarked;
