/**
 * The electronic vouchers (电子凭证) that finance, agent bank and treasury send one another: written and read, and turned
 * into what the library knows.
 *
 * <p>A message is an envelope ({@code MOF}) of vouchers. Each {@link org.fiscalloop.evoucher.EVoucher} says whose it is, of
 * which type and number, and whether it is an order or its receipt; its content stands in the envelope as base64 of a
 * document of its own, with the signatures and stamps over it beside. Which fields a type has is a table ({@link
 * org.fiscalloop.evoucher.EVoucherLayouts}), to which a place adds its own rows; each row says how certain it is.
 *
 * <p>{@link org.fiscalloop.evoucher.EVoucherReader} takes bytes and gives vouchers and refusals: what is malformed, unknown,
 * too large or in another encoding than it says is refused by name and place, never thrown and never left out in silence.
 * {@link org.fiscalloop.evoucher.EVoucherWriter} gives the same bytes for the same vouchers, and refuses what it could not
 * read again. There is no I/O here: how messages travel is the host's business.
 *
 * <p>{@link org.fiscalloop.evoucher.OrderVouchers} makes an order of a payment voucher; {@link
 * org.fiscalloop.evoucher.ToldVouchers} makes notices of what comes back.
 */
@NullMarked
package org.fiscalloop.evoucher;

import org.jspecify.annotations.NullMarked;
