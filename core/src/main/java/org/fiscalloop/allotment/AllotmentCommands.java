package org.fiscalloop.allotment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What may be asked of an allotment beside the acts without content. */
public final class AllotmentCommands {
    /**
     * 指标录入: an allotment is filled in from a budget line.
     *
     * @param document the id that it shall have
     * @param terms what is filled in
     */
    public record CreateAllotment(Id<Allotment> document, AllotmentTerms terms) implements Body {}

    /**
     * 指标修改: an allotment that has not been handed in is filled in again.
     *
     * @param document the allotment
     * @param terms what is filled in now
     */
    public record ReviseAllotment(Id<Allotment> document, AllotmentTerms terms) implements Body {}

    /**
     * 指标拆分: an allotment to be distributed is split, in whole or in part, into others, which are issued with it.
     *
     * @param document the allotment
     * @param parts at least one, each id once
     */
    public record SplitAllotment(Id<Allotment> document, ImmutableList<Part> parts) implements Body {
        public SplitAllotment {
            requireNonNull(document, "document");
            ImmutableSet<Id<Allotment>> ids = parts.stream().map(Part::document).collect(ImmutableSet.toImmutableSet());
            if (parts.isEmpty() || ids.size() < parts.size()) {
                throw new IllegalArgumentException("parts of " + document + " must be some, each id once: " + ids);
            }
        }
    }

    /**
     * A part of a split.
     *
     * @param document the id that it shall have
     * @param terms what is filled in on it; parent and year basis are those of the split, whatever they say
     */
    public record Part(Id<Allotment> document, AllotmentTerms terms) {}

    /**
     * 指标冻结: an amount that is available may not be paid until further notice.
     *
     * @param document the allotment
     * @param amount how much, in yuan
     */
    public record FreezeAllotment(Id<Allotment> document, Money amount) implements Body {}

    /**
     * 指标解冻: an amount that is frozen is available again.
     *
     * @param document the allotment
     * @param amount how much, in yuan
     */
    public record UnfreezeAllotment(Id<Allotment> document, Money amount) implements Body {}

    /**
     * 指标调减: an amount that is not used goes back to the allotment it was split from, or to its budget line.
     *
     * @param document the allotment
     * @param amount how much, in yuan
     * @param reason why, in words
     */
    public record ReduceAllotment(Id<Allotment> document, Money amount, String reason) implements Body {
        public ReduceAllotment {
            requireNonNull(document, "document");
            requireNonNull(amount, "amount");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason for reducing " + document + " must not be blank");
            }
        }
    }

    private AllotmentCommands() {}
}
