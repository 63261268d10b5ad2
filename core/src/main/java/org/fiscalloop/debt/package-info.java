/**
 * Government debt (政府债务), as far as the books need it: limits, bonds, and what a province lends on of them.
 *
 * <p>A {@link org.fiscalloop.debt.DebtLimit} (债务限额) says how much a division may owe, general and special debt apart. A
 * {@link org.fiscalloop.debt.Debt} is a bond that a division issues (政府债券), planned and approved here and sold elsewhere:
 * that its proceeds have come is a notice, and so is every payment of interest and principal; or it is what the province has
 * lent on to the division (转贷债务), which arrives as a notice. A province says by an
 * {@link org.fiscalloop.debt.OnLending} (债券转贷) to whom it lends of a bond.
 *
 * <p>Who approves a bond takes room of the limit at once, so that what is told later finds it taken. Interest is computed
 * exactly by {@link org.fiscalloop.debt.Interest}. What is owed is provable: what was received less what was repaid is what
 * stands on the liability accounts of the treasury and, by document, in the memorandum ledger.
 */
@NullMarked
package org.fiscalloop.debt;

import org.jspecify.annotations.NullMarked;
