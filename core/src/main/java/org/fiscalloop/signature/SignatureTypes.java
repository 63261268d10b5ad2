package org.fiscalloop.signature;

import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;

/** The forms of digests and signatures as parts of other forms. */
public final class SignatureTypes {
    /** A digest with its algorithm. */
    public static final Type<ContentDigest> DIGEST = Type.nested(digest());

    /** A signature with all that checks it. */
    public static final Type<SignatureEvidence> EVIDENCE = Type.nested(evidence());

    private SignatureTypes() {}

    private static Shape<ContentDigest> digest() {
        Field<ContentDigest, String> algorithm = Field.of("algorithm", Type.text(), ContentDigest::algorithm);
        Field<ContentDigest, Bytes> value = Field.of("value", Type.bytes(), ContentDigest::value);
        return Shape.<ContentDigest>nested("content-digest")
                .fields(algorithm, value)
                .maker(v -> new ContentDigest(v.get(algorithm), v.get(value)));
    }

    private static Shape<SignatureEvidence> evidence() {
        Field<SignatureEvidence, String> form = Field.of("form", Type.text(), SignatureEvidence::form);
        Field<SignatureEvidence, String> certificate =
                Field.of("certificate", Type.text(), SignatureEvidence::certificate);
        Field<SignatureEvidence, String> algorithm = Field.of("algorithm", Type.text(), SignatureEvidence::algorithm);
        Field<SignatureEvidence, ContentDigest> digest = Field.of("digest", DIGEST, SignatureEvidence::digest);
        Field<SignatureEvidence, Bytes> value = Field.of("value", Type.bytes(), SignatureEvidence::value);
        return Shape.<SignatureEvidence>nested("signature-evidence")
                .fields(form, certificate, algorithm, digest, value)
                .maker(v -> new SignatureEvidence(
                        v.get(form), v.get(certificate), v.get(algorithm), v.get(digest), v.get(value)));
    }
}
