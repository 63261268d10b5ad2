package org.fiscalloop.signature;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the controls of a signature look at.
 *
 * @param policy whether evidence must be given
 * @param content what of the document is signed, as it stands now; asked only where there is evidence
 * @param given the evidence that the command brings, if it brings any
 * @param recorded the evidence that the document has already, in order
 * @param allowed the command that brings evidence of the same act, for the refusal where none is given
 */
public record SigningCase(
        SignaturePolicy policy,
        Supplier<SignedContent> content,
        Optional<SignatureEvidence> given,
        ImmutableList<SignatureEvidence> recorded,
        String allowed) {}
