/**
 * The nation's rows of the books: posting rules, case tables and measures, a class of rows for each part of the business,
 * put together by {@link org.fiscalloop.accounting.national.NationalAccounting}. An overlay replaces any of them.
 */
@NullMarked
package org.fiscalloop.accounting.national;

import org.jspecify.annotations.NullMarked;
