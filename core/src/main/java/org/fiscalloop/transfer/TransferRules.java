package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Set;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of transfers in force: the tables of their lives, who reviews, controls, limits, receivers and days. */
@Value.Immutable
public interface TransferRules {
    /** The table of the life of a transfer at the level that issues it. */
    @Value.Default
    default Lifecycle<TransferState, TransferAction> issuingLifecycle() {
        return TransferLifecycle.ISSUING;
    }

    /** The table of the life of a transfer at the level that receives it. */
    @Value.Default
    default Lifecycle<ReceivedState, ReceivedAction> receivingLifecycle() {
        return TransferLifecycle.RECEIVING;
    }

    /** The posts through which the review passes; nationally one, of finance. */
    @Value.Default
    default ReviewChains reviews() {
        return TransferLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** The limits that transfers lower balances against. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return TransferControls.LIMITS;
    }

    /** The divisions to which the division issues, 9 digits each; any division of the tables where there are none. */
    ImmutableSet<String> receivers();

    /** By when transfers must be issued or distributed (下达时限); a kind without a row has no number of days. */
    @Value.Default
    default ImmutableList<Deadline> deadlines() {
        Source law = Source.certain("《预算法》 art. 52");
        return ImmutableList.of(
                new Deadline(Since.RECEIPT, TransferTerms.Kind.GENERAL, 30, law),
                new Deadline(Since.RECEIPT, TransferTerms.Kind.SPECIAL, 30, law),
                new Deadline(Since.NATIONAL_CONGRESS, TransferTerms.Kind.GENERAL, 30, law),
                new Deadline(Since.NATIONAL_CONGRESS, TransferTerms.Kind.SPECIAL, 90, law),
                new Deadline(Since.LOCAL_CONGRESS, TransferTerms.Kind.GENERAL, 30, law),
                new Deadline(Since.LOCAL_CONGRESS, TransferTerms.Kind.SPECIAL, 60, law));
    }

    /** The controls of a transfer that is issued, with the severities in force. */
    @Value.Derived
    default ControlTable<TransferAction, TransferControls.Issuing> issuingControls() {
        return TransferControls.NATIONAL.withSeverities(severities());
    }

    /** The controls of a transfer that has arrived; all of them are statutory. */
    default ControlTable<ReceivedAction, ReceivingControls.Receiving> receivingControls() {
        return ReceivingControls.NATIONAL;
    }

    /** Each kind has one number of days since each event. */
    @Value.Check
    default void check() {
        Set<String> seen = new HashSet<>();
        for (Deadline deadline : deadlines()) {
            if (!seen.add(deadline.since() + " " + deadline.kind())) {
                throw new IllegalArgumentException(
                        "days since " + deadline.since() + " stand twice for " + deadline.kind());
            }
        }
    }

    /** The day from which days are counted. */
    enum Since {
        /** 接到上级转移支付: the transfer has come from the level above; counted to its distribution. */
        RECEIPT,
        /** 全国人民代表大会批准: the centre's budget is approved; counted to the issue. */
        NATIONAL_CONGRESS,
        /** 本级人民代表大会批准: a local budget is approved; counted to the issue. */
        LOCAL_CONGRESS
    }

    /**
     * By when something must be issued or distributed.
     *
     * @param since from which day on
     * @param kind of which kind of transfer
     * @param days within how many days, calendar days
     * @param source where the number comes from
     */
    record Deadline(Since since, TransferTerms.Kind kind, int days, Source source) {
        public Deadline {
            if (days < 0) {
                throw new IllegalArgumentException("days must not be negative: " + days);
            }
        }
    }
}
