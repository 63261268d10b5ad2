package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of openings in force: whose signatures count, and how severe each identity is. */
@Value.Immutable
public interface OpeningRules {
    /** The table of an opening's life. */
    @Value.Default
    default Lifecycle<Opening.State, Opening.Action> lifecycle() {
        return Opening.LIFECYCLE;
    }

    /** The posts of its review phases; there are none. */
    @Value.Default
    default ReviewChains reviews() {
        return ReviewChains.ONE_POST_EACH;
    }

    /**
     * Whose signatures count, each with a public key. Where nobody is listed an opening needs no signature, and one that it
     * has is kept unread.
     */
    ImmutableList<Signer> signers();

    /** Severities that differ from those the identities declare, by code. */
    ImmutableMap<String, Severity> severities();

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<Opening.Action, Opened> controls() {
        return OpeningControls.NATIONAL.withSeverities(severities());
    }

    /** The keys of a signer; a signer may have several, in the order in which they came into use. */
    default ImmutableList<Signer> keysOf(String signer) {
        return signers().stream().filter(key -> key.name().equals(signer)).collect(toImmutableList());
    }

    /**
     * A public key whose holder may answer for openings.
     *
     * @param name the signer's name
     * @param keyAlgorithm the kind of key as the JCA names it: {@code EC} for SM2, {@code Ed25519}, {@code RSA}
     * @param publicKey the key in X.509 encoding (SubjectPublicKeyInfo)
     */
    record Signer(String name, String keyAlgorithm, Bytes publicKey) {
        public Signer {
            if (name.isBlank() || keyAlgorithm.isBlank()) {
                throw new IllegalArgumentException(
                        "name and algorithm of a signer must not be blank: \"" + name + "\"");
            }
        }
    }
}
