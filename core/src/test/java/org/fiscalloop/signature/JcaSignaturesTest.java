package org.fiscalloop.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.signature.SignatureFixtures.EVERYWHERE;
import static org.fiscalloop.signature.SignatureFixtures.NATIONAL;
import static org.fiscalloop.signature.SignatureFixtures.OUTSIDER;
import static org.fiscalloop.signature.SignatureFixtures.SEAL;
import static org.fiscalloop.signature.SignatureFixtures.SIGNER;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fiscalloop.journal.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures by the nation's algorithms and by those of every Java machine. */
class JcaSignaturesTest {
    private static final SignedContent CONTENT = content("pay 500.00 yuan");
    private static final SignedContent OTHER = content("pay 900.00 yuan");

    private static SignedContent content(String text) {
        return new SignedContent("test/1", bytes(text));
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Signatures> both() {
        return Stream.of(NATIONAL, EVERYWHERE);
    }

    @Test
    void sm3_is_the_digest_of_the_standard() {
        assertThat(NATIONAL.digest(new SignedContent("test/1", bytes("abc"))))
                .isEqualTo(new ContentDigest(
                        "SM3", Bytes.fromHex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")));
    }

    @ParameterizedTest
    @MethodSource("both")
    void what_was_signed_verifies(Signatures signatures) {
        SignatureEvidence evidence = signatures.sign(CONTENT, SIGNER);

        assertThat(evidence.form()).isEqualTo("test/1");
        assertThat(evidence.certificate()).isEqualTo(SIGNER);
        assertThat(evidence.digest()).isEqualTo(signatures.digest(CONTENT));
        assertThat(signatures.verify(CONTENT, evidence)).isEqualTo(SignatureVerdict.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_signature_of_another_content_or_form_does_not(Signatures signatures) {
        SignatureEvidence evidence = signatures.sign(CONTENT, SIGNER);

        assertThat(signatures.verify(OTHER, evidence)).isEqualTo(SignatureVerdict.OTHER_CONTENT);
        assertThat(signatures.verify(new SignedContent("test/2", CONTENT.bytes()), evidence))
                .isEqualTo(SignatureVerdict.OTHER_CONTENT);
    }

    /** The digest is anybody's to make; only the signature over the content proves the key. */
    @ParameterizedTest
    @MethodSource("both")
    void a_right_digest_does_not_make_a_signature(Signatures signatures) {
        SignatureEvidence ofOther = signatures.sign(OTHER, SIGNER);
        SignatureEvidence forged =
                with(ofOther, SIGNER, ofOther.algorithm(), signatures.digest(CONTENT), ofOther.value());
        SignatureEvidence formless =
                with(ofOther, SIGNER, ofOther.algorithm(), signatures.digest(CONTENT), Bytes.fromHex("00"));

        assertThat(signatures.verify(CONTENT, forged)).isEqualTo(SignatureVerdict.FORGED);
        assertThat(signatures.verify(CONTENT, formless)).isEqualTo(SignatureVerdict.FORGED);
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_signature_of_somebody_else_is_forged_and_one_of_nobody_unknown(Signatures signatures) {
        SignatureEvidence evidence = signatures.sign(CONTENT, SIGNER);

        assertThat(signatures.verify(
                        CONTENT, with(evidence, SEAL, evidence.algorithm(), evidence.digest(), evidence.value())))
                .isEqualTo(SignatureVerdict.FORGED);
        assertThat(signatures.verify(
                        CONTENT, with(evidence, "unknown", evidence.algorithm(), evidence.digest(), evidence.value())))
                .isEqualTo(SignatureVerdict.UNKNOWN_CERTIFICATE);
    }

    @Test
    void an_algorithm_that_nobody_offers_is_told_and_not_thrown() {
        SignatureEvidence evidence = EVERYWHERE.sign(CONTENT, SIGNER);
        ContentDigest noDigest = new ContentDigest("SM9", evidence.digest().value());

        assertThat(EVERYWHERE.verify(CONTENT, with(evidence, SIGNER, "SM9", evidence.digest(), evidence.value())))
                .isEqualTo(SignatureVerdict.NOT_OFFERED);
        assertThat(EVERYWHERE.verify(CONTENT, with(evidence, SIGNER, evidence.algorithm(), noDigest, evidence.value())))
                .isEqualTo(SignatureVerdict.NOT_OFFERED);
        assertThat(EVERYWHERE.verify(
                        CONTENT, with(evidence, SIGNER, "SHA256withRSA", evidence.digest(), evidence.value())))
                .as("a key of another algorithm")
                .isEqualTo(SignatureVerdict.NOT_OFFERED);
    }

    @Test
    void a_provider_that_breaks_on_a_signature_has_not_found_it_good() {
        SignatureEvidence evidence = EVERYWHERE.sign(CONTENT, SIGNER);
        Security.addProvider(new Breaking());
        try {
            assertThat(EVERYWHERE.verify(
                            CONTENT, with(evidence, SIGNER, "BREAKING", evidence.digest(), evidence.value())))
                    .isEqualTo(SignatureVerdict.FORGED);
        } finally {
            Security.removeProvider("breaking");
        }
    }

    /** Offers an algorithm of signatures that fails on every one. */
    private static final class Breaking extends Provider {
        private static final long serialVersionUID = 1L;

        Breaking() {
            super("breaking", "1", "fails on every signature");
            put("Signature.BREAKING", Broken.class.getName());
        }
    }

    /** Fails on every signature. */
    public static final class Broken extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] b, int off, int len) {}

        @Override
        protected byte[] engineSign() {
            throw new IllegalStateException("broken");
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            throw new IllegalStateException("broken");
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void nobody_signs_without_a_key_or_an_algorithm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NATIONAL.sign(CONTENT, OUTSIDER))
                .withMessage("no key to sign with of certificate " + OUTSIDER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentDigest.of("SM9", CONTENT.bytes()))
                .withMessage("no provider offers the digest SM9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentDigest(" ", CONTENT.bytes()))
                .withMessageContaining("must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentDigest("SM3", Bytes.fromHex("")))
                .withMessageContaining("must not be empty");
    }

    @Property(tries = 100)
    void a_signature_holds_for_its_own_content_only(@ForAll byte[] signed, @ForAll byte[] read) {
        SignedContent content = new SignedContent("test/1", Bytes.copyOf(ByteBuffer.wrap(signed)));
        SignedContent other = new SignedContent("test/1", Bytes.copyOf(ByteBuffer.wrap(read)));
        SignatureEvidence evidence = NATIONAL.sign(content, SIGNER);

        assertThat(NATIONAL.verify(other, evidence))
                .isEqualTo(content.equals(other) ? SignatureVerdict.HOLDS : SignatureVerdict.OTHER_CONTENT);
    }

    private static SignatureEvidence with(
            SignatureEvidence of, String certificate, String algorithm, ContentDigest digest, Bytes value) {
        return new SignatureEvidence(of.form(), certificate, algorithm, digest, value);
    }
}
