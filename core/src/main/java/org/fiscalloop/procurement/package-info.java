/**
 * Government procurement (政府采购): from a budget that is marked for it to a contract that is settled.
 *
 * <p>A {@link org.fiscalloop.procurement.ProcurementPlan} (采购计划) takes an amount of one budget line and is filed with
 * finance. Bidding itself belongs to other systems; how it ended comes in as a notice: an award (中标、成交结果) with its
 * supplier and amount, or a failure (废标). A {@link org.fiscalloop.procurement.Contract} (采购合同) is signed on an award,
 * filed, carried out, accepted and settled.
 *
 * <p>A contract that is filed reserves its allotments once: what is reserved stays available on the allotment and can be
 * used by nobody else, since the limit on executable allotments is what is available less what is reserved. A payment that
 * names the contract draws on both by the same amount when it is applied for, gives it back when it is void, and a refund
 * gives it back again. How much of the contract may be applied for is a balance too: before acceptance what the contract
 * agrees, after it all of it. What is left at the end is released.
 *
 * <p>All of these amounts are balances of the memorandum ledger, {@link org.fiscalloop.procurement.ProcurementMeasure}, and
 * limited by the gate ({@link org.fiscalloop.procurement.ProcurementRules#limits}).
 */
@NullMarked
package org.fiscalloop.procurement;

import org.jspecify.annotations.NullMarked;
