/** The first program: one year of one agency, told in a page. */
@NullMarked
package org.fiscalloop.examples.quickstart;

import org.jspecify.annotations.NullMarked;
