/**
 * The project library (项目库): projects as the unit of management, from planning through review and reserve to execution.
 *
 * <p>先有项目, 再有预算, 后有支出. A {@link org.fiscalloop.project.Project} is filled in by its agency as
 * {@link org.fiscalloop.project.ProjectTerms}, reviewed by its department and then by finance, and stands reserved with
 * an amount that budgets draw on. What is left of the reserve is a balance,
 * {@link org.fiscalloop.project.ProjectMeasure#OPEN}, not a field. The code of a project never changes, over all its
 * years and at every level of government: it is the key by which a payment is followed back.
 */
@NullMarked
package org.fiscalloop.project;

import org.jspecify.annotations.NullMarked;
