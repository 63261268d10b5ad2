/**
 * Electronic signatures and seals (电子签名, 电子签章) over documents: what is signed, by whom, and that it has stayed as it was.
 *
 * <p>A document says in bytes what is signed of it ({@link org.fiscalloop.signature.SignedContent}), the same in every
 * machine. Signing is the host's business: a key in a token or a signature server never comes near the library. The port
 * is {@link org.fiscalloop.signature.Signatures}; {@link org.fiscalloop.signature.JcaSignatures} is its form over keys in
 * memory, by the algorithms of whichever provider is installed: SM3 and SM3withSM2 where one offers them, SHA-256 and
 * SHA256withECDSA everywhere.
 *
 * <p>What comes of it is a value, {@link org.fiscalloop.signature.SignatureEvidence}, that a command carries into the
 * journal. {@link org.fiscalloop.signature.SignatureControls} hold it against the document whenever the document is
 * signed, stamped or sent: digests are compared, since anybody can do that; whether a signature was made by a key is
 * asked of the port, before, by whoever knows the key.
 */
@NullMarked
package org.fiscalloop.signature;

import org.jspecify.annotations.NullMarked;
