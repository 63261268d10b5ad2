package org.fiscalloop.signature;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/** The keys that a host keeps, by serial number of the certificate (证书序列号). */
public interface SignatureKeys {
    /** The key to sign with, where it is kept here. */
    Optional<PrivateKey> privateKey(String certificate);

    /** The key to check with, where the certificate is known and trusted. */
    Optional<PublicKey> publicKey(String certificate);
}
