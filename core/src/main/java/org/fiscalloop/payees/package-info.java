/**
 * Payee lists (支付明细清单, PAY_DETAIL): who is paid how much by one batch payment (批量支付), such as the wages of a month or a
 * subsidy to families.
 *
 * <p>A {@link org.fiscalloop.payees.PayeeList} is filled in by the agency, detail by detail, reviewed by somebody else and then
 * confirmed: from there on nothing of it changes. What kinds of list there are, and whose identity each asks for, is data of
 * {@link org.fiscalloop.payees.PayeesRules}. A payment request names a confirmed list whose details come to exactly its amount;
 * one live request at a time, which is a limit on what of the list is free. Money that is paid to persons or enterprises
 * (补贴到人到企) is paid by a list that names them.
 *
 * <p>The bank says of single details that they have failed. What came back of a detail stands in the memorandum ledger by list
 * and number, so that no more of a detail comes back than was paid of it, whatever else of the batch comes back. It may be paid
 * again, with a corrected account, by a detail of another list that names the old one as its origin, and never more than came
 * back. {@link org.fiscalloop.payees.BatchPayments} is all that payments know of this.
 */
@NullMarked
package org.fiscalloop.payees;

import org.jspecify.annotations.NullMarked;
