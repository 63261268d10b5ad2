package org.fiscalloop.allotment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
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
     * @param terms what is filled in on it; parent, year basis and document of the level above are those of the split,
     *     whatever they say
     */
    public record Part(Id<Allotment> document, AllotmentTerms terms) {}

    /**
     * 指标冻结: an amount that is available, or a share of it, may not be paid until further notice.
     *
     * @param document the allotment
     * @param amount how much, in yuan; absent where a share is given
     * @param ratio which share of what is available, in ten-thousandths from 1 to 10,000, rounded down to the fen; absent where
     *     an amount is given
     */
    public record FreezeAllotment(Id<Allotment> document, Optional<Money> amount, Optional<Integer> ratio)
            implements Body {
        public FreezeAllotment {
            requireNonNull(document, "document");
            if (amount.isPresent() == ratio.isPresent()) {
                throw new IllegalArgumentException(
                        "either an amount or a ratio of " + document + " is frozen: " + amount + ", " + ratio);
            }
            if (ratio.filter(share -> share < 1 || share > Fen.WHOLE).isPresent()) {
                throw new IllegalArgumentException("ratio must be 1 to " + Fen.WHOLE + ": " + ratio);
            }
        }

        /** An amount is frozen. */
        public FreezeAllotment(Id<Allotment> document, Money amount) {
            this(document, Optional.of(amount), Optional.empty());
        }

        /** A share of what is available is frozen, in ten-thousandths. */
        public static FreezeAllotment share(Id<Allotment> document, int ratio) {
            return new FreezeAllotment(document, Optional.empty(), Optional.of(ratio));
        }
    }

    /**
     * 指标解冻: an amount that is frozen, or all of it, is available again.
     *
     * @param document the allotment
     * @param amount how much, in yuan; absent for all that is frozen
     */
    public record UnfreezeAllotment(Id<Allotment> document, Optional<Money> amount) implements Body {
        /** An amount is available again. */
        public UnfreezeAllotment(Id<Allotment> document, Money amount) {
            this(document, Optional.of(amount));
        }

        /** All that is frozen is available again. */
        public static UnfreezeAllotment all(Id<Allotment> document) {
            return new UnfreezeAllotment(document, Optional.empty());
        }
    }

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
            requireReason(document, reason);
        }
    }

    /** How much a recall takes back (调减方式). */
    public enum RecallMode {
        /** 调减剩余额度: what is left, whatever was used of it. */
        REMAINDER,
        /** 调减全部额度: all of it, which nothing may have drawn on. */
        WHOLE
    }

    /**
     * 指标收回: all that is left goes back to the allotment it was split from, or to its budget line.
     *
     * @param document the allotment
     * @param mode whether something of it may have been used
     * @param reason why, in words
     */
    public record RecallAllotment(Id<Allotment> document, RecallMode mode, String reason) implements Body {
        public RecallAllotment {
            requireNonNull(document, "document");
            requireNonNull(mode, "mode");
            requireReason(document, reason);
        }
    }

    /**
     * 指标追加: an allotment that is issued gets more, from the allotment it was split from or from its budget line.
     *
     * @param document the allotment
     * @param amount how much more, in yuan
     * @param reason why, in words
     */
    public record SupplementAllotment(Id<Allotment> document, Money amount, String reason) implements Body {
        public SupplementAllotment {
            requireNonNull(document, "document");
            requireNonNull(amount, "amount");
            requireReason(document, reason);
        }
    }

    /**
     * 要素更正: the codes of an issued allotment are corrected, while nothing draws on it.
     *
     * @param document the allotment
     * @param elements its coding block from now on; what its line or its parent says stays
     * @param reason why, in words
     */
    public record CorrectAllotment(Id<Allotment> document, Elements elements, String reason) implements Body {
        public CorrectAllotment {
            requireNonNull(document, "document");
            requireNonNull(elements, "elements");
            requireReason(document, reason);
        }
    }

    /**
     * 预拨核销: what was issued before the budget is offset against a formal allotment of the same line: what was paid stays
     * where it was paid, and the formal one has so much less.
     *
     * @param document the temporary allotment
     * @param formal the formal allotment
     * @param amount how much, in yuan
     */
    public record OffsetAllotment(Id<Allotment> document, Id<Allotment> formal, Money amount) implements Body {
        public OffsetAllotment {
            requireNonNull(amount, "amount");
            if (document.equals(formal)) {
                throw new IllegalArgumentException("an allotment is not offset against itself: " + document);
            }
        }
    }

    private AllotmentCommands() {}

    private static void requireReason(Id<Allotment> document, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the reason, of " + document + ", must not be blank");
        }
    }
}
