package org.fiscalloop.virement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a virement (调剂单, document type 9162 of systems in use, with BA_BGT_ADJSUB 指标调整明细). */
@Value.Immutable
public interface VirementTerms extends Terms {
    /** The fiscal division (财政区划) whose budget it is, 9 digits. */
    @Override
    String division();

    /** The agency or department that asks for it, with whose allotments and those below it it deals; empty for finance. */
    @Override
    String agency();

    /** The fiscal year (预算年度) of the allotments. */
    @Override
    int fiscalYear();

    /** Number of the application (ADJ_BATCH_NO 申请单号). */
    String batchNo();

    /** Number of the document by which it is made known (ADJ_DOC_NO 指标调整文号), if there is one. */
    Optional<String> documentNo();

    /** Why, in words. */
    String reason();

    /** What is moved (BA_BGT_ADJSUB): at least one, each pair of allotments once. */
    ImmutableList<Line> lines();

    /**
     * An amount that moves from one allotment to another.
     *
     * @param from the allotment that gives (ORI_BGT_ID 源指标)
     * @param to the allotment that receives (BGT_ID 调入指标)
     * @param amount how much (ADD_AMOUNT), in yuan
     */
    record Line(Id<Allotment> from, Id<Allotment> to, Money amount) {
        public Line {
            if (from.equals(to)) {
                throw new IllegalArgumentException("nothing moves from an allotment to itself: " + from);
            }
            long unused = Fen.of(amount);
        }
    }

    /** Number and reason must be named, and each pair of allotments once. */
    @Value.Check
    default void check() {
        if (batchNo().isBlank() || reason().isBlank()) {
            throw new IllegalArgumentException("number and reason of a virement must not be blank: " + batchNo());
        }
        ImmutableSet<String> pairs =
                lines().stream().map(line -> line.from() + " " + line.to()).collect(ImmutableSet.toImmutableSet());
        if (pairs.isEmpty() || pairs.size() < lines().size()) {
            throw new IllegalArgumentException("lines of a virement must be some, each pair once: " + pairs);
        }
    }
}
