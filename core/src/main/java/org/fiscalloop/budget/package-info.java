/**
 * The budget (预算): lines by project, function, economic classification and fund, from proposal to appropriation.
 *
 * <p>先有项目, 再有预算. A {@link org.fiscalloop.budget.BudgetLine} (项目年度预算) draws on one reserved project: from the day it
 * is submitted it occupies what is left of the project's reserve, so that no yuan of a project is budgeted twice, and when
 * it is returned or voided it gives that back. Once appropriated (批复) it is frozen: what was filled in never changes
 * again, and its amount only by a {@link org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine} (预算调整) that names the
 * document that approved it.
 *
 * <p>What has become of a line is not kept on it but in the books:
 * {@link org.fiscalloop.budget.BudgetMeasure#UNRELEASED} is what allotments may still draw on, and {@link
 * org.fiscalloop.budget.BudgetAmounts} tell its amount apart by source.
 */
@NullMarked
package org.fiscalloop.budget;

import org.jspecify.annotations.NullMarked;
