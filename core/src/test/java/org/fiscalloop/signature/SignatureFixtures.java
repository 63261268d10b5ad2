package org.fiscalloop.signature;

import com.google.common.collect.ImmutableMap;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Keys of two people, on the curve of the nation and on the one that every Java machine has. */
public final class SignatureFixtures {
    /** Certificate of who signs. */
    public static final String SIGNER = "4A01-0001";

    /** Certificate of the seal. */
    public static final String SEAL = "4A01-0002";

    /** A certificate of which only the public key is known here. */
    public static final String OUTSIDER = "4A01-0003";

    /** SM3 and SM3withSM2. */
    public static final Signatures NATIONAL = national();

    /** SHA-256 and SHA256withECDSA. */
    public static final Signatures EVERYWHERE = everywhere();

    private SignatureFixtures() {}

    private static Signatures national() {
        Provider provider = new BouncyCastleProvider();
        if (Security.getProvider(provider.getName()) == null) {
            Security.addProvider(provider);
        }
        return new JcaSignatures("SM3", "SM3withSM2", keys("sm2p256v1", provider));
    }

    private static Signatures everywhere() {
        return new JcaSignatures("SHA-256", "SHA256withECDSA", keys("secp256r1", Security.getProvider("SunEC")));
    }

    private static SignatureKeys keys(String curve, Provider provider) {
        ImmutableMap<String, KeyPair> pairs = ImmutableMap.of(
                SIGNER, pair(curve, provider), SEAL, pair(curve, provider), OUTSIDER, pair(curve, provider));
        return new SignatureKeys() {
            @Override
            public Optional<PrivateKey> privateKey(String certificate) {
                return Optional.ofNullable(pairs.get(certificate))
                        .filter(pair -> !certificate.equals(OUTSIDER))
                        .map(KeyPair::getPrivate);
            }

            @Override
            public Optional<PublicKey> publicKey(String certificate) {
                return Optional.ofNullable(pairs.get(certificate)).map(KeyPair::getPublic);
            }
        };
    }

    private static KeyPair pair(String curve, Provider provider) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
