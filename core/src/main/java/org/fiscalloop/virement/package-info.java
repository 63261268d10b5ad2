/**
 * Virement (预算调剂): an amount moves from one issued allotment to another, the total of the budget unchanged.
 *
 * <p>A {@link org.fiscalloop.virement.Virement} names giving and receiving allotments with an amount each. Who may decide on it is
 * answered, line by line, by a case table of the rules, {@link org.fiscalloop.virement.VirementRules#authority}: the department
 * within one project and one 类, finance between functions, projects and kinds of spending, and nobody where it is not to be. It
 * goes through the posts of that authority, and the last of them executes it.
 *
 * <p>What is given must be available when it is executed: a limit of the books says so, and so nothing is held before. Where
 * the two allotments are of different budget lines, the amounts of the lines move with them by the source 预算调剂, and between
 * projects the reserve of the receiving project is taken.
 */
@NullMarked
package org.fiscalloop.virement;

import org.jspecify.annotations.NullMarked;
