package org.fiscalloop.correction;

import static org.fiscalloop.correction.CorrectionAction.*;
import static org.fiscalloop.correction.CorrectionState.*;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's table of the life of a correction. Source: 更正 in 财库〔2022〕5号; the reviewers are local. */
final class CorrectionLifecycle {
    static final Lifecycle<CorrectionState, CorrectionAction> NATIONAL = Lifecycle.of(
                    "correction", CorrectionState.class, CorrectionAction.class)
            .create(CREATE, DRAFT, CorrectionDuty.ENTRY, "the agency says what is wrong, and how it ought to be")
            .move(DRAFT, REVISE, DRAFT, CorrectionDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, CorrectionDuty.ENTRY, "complete")
            .move(DRAFT, VOID, VOIDED, CorrectionDuty.ENTRY, "given up before it is booked")
            .review(
                    SUBMITTED,
                    DRAFT,
                    BOOKED,
                    new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW),
                    "the agency reviews, the payment centre approves; the last post books")
            .move(BOOKED, NOTIFY, TOLD, CorrectionDuty.FINANCE, "bank and treasury are told")
            .separate(APPROVE, CREATE, REVISE, SUBMIT, APPROVE)
            .resting(BOOKED)
            .end(TOLD, VOIDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            "correction.SUBMITTED",
            ReviewChain.of(
                    new Post("unit-review", "单位审核", CorrectionDuty.REVIEW),
                    new Post("payment-centre", "国库支付中心审核", CorrectionDuty.FINANCE))));

    private CorrectionLifecycle() {}
}
