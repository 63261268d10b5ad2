/**
 * Kinds of payment (支付方式) as a table: which a place knows, which of them are open, by which route their vouchers are made, and
 * when finance reviews a request before that.
 */
@NullMarked
package org.fiscalloop.payment.kinds;

import org.jspecify.annotations.NullMarked;
