package org.fiscalloop.correction;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.cashplan.PlanUse;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentPostings;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.procurement.ContractPayments;
import org.fiscalloop.project.SpendingKind;

/**
 * The kinds of posting that a booked correction makes: an amount of a payment is taken back by red entries from where it stood,
 * and booked where it belongs. Of both the document's own coding block is that of the allotment; beside it stands that of the
 * payment.
 */
public final class CorrectionPostings {
    /** Taken back from where it stood: what allotment, agency and memorandum book. */
    public static final PostingKey TAKEN_BACK = ofAgency("correction-taken-back");

    /** The same: what the treasury books. */
    public static final PostingKey TREASURY_TAKEN_BACK = ofTreasury("correction-treasury-taken-back");

    /** Booked where it belongs: what allotment, agency and memorandum book. */
    public static final PostingKey BOOKED = ofAgency("correction-booked");

    /** The same: what the treasury books. */
    public static final PostingKey TREASURY_BOOKED = ofTreasury("correction-treasury-booked");

    /** What was no fixed asset by its codes is one. */
    public static final PostingKey IS_ASSET =
            PostingKey.of("correction-is-asset").roles(PaymentPostings.PAYMENT);

    /** What was a fixed asset by its codes is none. */
    public static final PostingKey IS_NO_ASSET =
            PostingKey.of("correction-is-no-asset").roles(PaymentPostings.PAYMENT);

    static final ImmutableList<PostingKey> ALL =
            ImmutableList.of(TAKEN_BACK, TREASURY_TAKEN_BACK, BOOKED, TREASURY_BOOKED, IS_ASSET, IS_NO_ASSET);

    private CorrectionPostings() {}

    private static PostingKey ofAgency(String name) {
        return PostingKey.of(
                        name,
                        YearBasis.class,
                        AgencyKind.class,
                        PaymentNature.class,
                        SpendingKind.class,
                        PaymentChannel.class)
                .roles(PaymentPostings.PAYMENT);
    }

    private static PostingKey ofTreasury(String name) {
        return PostingKey.of(name, YearBasis.class, FundBook.class, TreasuryExpense.class, PaymentChannel.class);
    }

    /**
     * An amount of a payment that moves from one place to another.
     *
     * @param from the place at which it stands
     * @param to the place at which it belongs
     * @param contract the contract that the payment draws on, if it is in force
     * @param fen how much
     */
    record Shift(VoucherTerms.Part from, VoucherTerms.Part to, Optional<String> contract, long fen) {
        /** What is taken back and booked anew in every ledger; plans and contract follow where the allotment is another. */
        ImmutableList<Posting> postings(Case c) {
            Place wrong = Place.of(from, c);
            Place right = Place.of(to, c);
            ImmutableList.Builder<Posting> postings = ImmutableList.<Posting>builder()
                    .add(wrong.ofAgency(TAKEN_BACK, fen), wrong.ofTreasury(TREASURY_TAKEN_BACK, fen))
                    .add(right.ofAgency(BOOKED, fen), right.ofTreasury(TREASURY_BOOKED, fen));
            if (wrong.isAsset() != right.isAsset()) {
                postings.add(
                        right.isAsset()
                                ? Posting.of(IS_ASSET, fen, right.block, to.block(right.block))
                                : Posting.of(IS_NO_ASSET, fen, wrong.block, from.block(wrong.block)));
            }
            if (!from.line().allotment().equals(to.line().allotment())) {
                postings.addAll(wrong.plans(c).refunded(fen))
                        .addAll(right.plans(c).taken(fen))
                        .addAll(ContractPayments.givenBack(contract, wrong.block, fen, c))
                        .addAll(ContractPayments.drawn(contract, right.block, fen, c));
            }
            return postings.build();
        }
    }

    /**
     * A place with what it is booked by.
     *
     * @param part the place
     * @param basis that of its allotment
     * @param block the coding block of its allotment
     */
    private record Place(VoucherTerms.Part part, YearBasis basis, Segments block) {
        static Place of(VoucherTerms.Part part, Case c) {
            Allotment allotment = c.find(part.line().allotment())
                    .orElseThrow(() -> new IllegalStateException("a payment names what does not exist: " + part));
            return new Place(part, allotment.terms().basis(), allotment.block(c));
        }

        private VoucherTerms.Booking booking() {
            return part.line().booking();
        }

        boolean isAsset() {
            return booking().nature() == PaymentNature.FIXED_ASSET && booking().channel() != PaymentChannel.ALLOCATION;
        }

        PlanUse plans(Case c) {
            return new PlanUse(block, part.line().request().value(), c);
        }

        Posting ofAgency(PostingKey key, long fen) {
            return Posting.of(key, booking().ofAgency(basis), fen, block, part.block(block));
        }

        Posting ofTreasury(PostingKey key, long fen) {
            return Posting.of(key, booking().ofTreasury(basis), fen, block);
        }
    }
}
