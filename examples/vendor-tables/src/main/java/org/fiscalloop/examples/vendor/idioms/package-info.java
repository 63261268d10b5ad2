/**
 * What the library costs inside a transaction, beside the idioms that a vendor would write by hand, on PostgreSQL and in one
 * run: {@link org.fiscalloop.examples.vendor.idioms.Idioms} prints the table.
 */
@NullMarked
package org.fiscalloop.examples.vendor.idioms;

import org.jspecify.annotations.NullMarked;
