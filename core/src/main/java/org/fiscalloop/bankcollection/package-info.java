/**
 * Bank collections (委托收款): what agencies owe for water, power, gas and the telephone is demanded by the bank of the supplier and
 * paid out of an allotment.
 *
 * <p>Agency, supplier and bank agree on it once: a {@link org.fiscalloop.bankcollection.CollectionAgreement} (三方协议) says who pays
 * whom, from which day to which, and how much at once. Under it the bank raises a
 * {@link org.fiscalloop.bankcollection.CollectionDemand} (收款申请) by notice. Before its agreement is in force a demand waits; one
 * that contradicts its agreement is listed and never booked. An allotment is linked by a payment request that names the demand: one
 * live request at a time, over the same amount, to the same payee, from the same account. Voucher and receipt are those of every
 * payment; the receipt pays the demand, and when all of it has come back it is refunded. Or the agency refuses it and says why.
 *
 * <p>{@link org.fiscalloop.bankcollection.CollectedPayments} is all that payments know of this;
 * {@link org.fiscalloop.bankcollection.DemandDays} says how late a demand is.
 */
@NullMarked
package org.fiscalloop.bankcollection;

import org.jspecify.annotations.NullMarked;
