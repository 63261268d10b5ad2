package org.fiscalloop.collection;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/**
 * The nation's tables of the lives of bill and refund. Source: 开票, 缴款, 入账 and 退付 of NON_TAX_PAY and PAY_BACK_INFO; 《预算法》
 * art. 60 and 《预算法实施条例》 art. 68 for refunds; the reviewers are local.
 */
final class CollectionLifecycle {
    static final Lifecycle<BillState, BillAction> BILL = Lifecycle.of(
                    NonTaxBill.KIND.code(), BillState.class, BillAction.class)
            .create(BillAction.BILL, BillState.BILLED, CollectionDuty.BILLING, "the agency says what is owed")
            .move(
                    BillState.BILLED,
                    BillAction.PAY_IN,
                    BillState.PAID_IN,
                    CollectionDuty.TREASURY,
                    "by notice of the bank, with what being late costs")
            .move(
                    BillState.PAID_IN,
                    BillAction.ENTER,
                    BillState.ENTERED,
                    CollectionDuty.TREASURY,
                    "by notice of the treasury or the bank of the special account")
            .move(BillState.BILLED, BillAction.VOID, BillState.VOIDED, CollectionDuty.BILLING, "before it is paid")
            .told(BillAction.PAY_IN, BillAction.ENTER)
            .end(BillState.ENTERED, BillState.VOIDED)
            .build();

    static final Lifecycle<RefundState, RefundAction> REFUND = Lifecycle.of(
                    RevenueRefund.KIND.code(), RefundState.class, RefundAction.class)
            .create(
                    RefundAction.CREATE,
                    RefundState.DRAFT,
                    CollectionDuty.REFUND_ENTRY,
                    "with the document by which it goes back")
            .move(
                    RefundState.DRAFT,
                    RefundAction.SUBMIT,
                    RefundState.SUBMITTED,
                    CollectionDuty.REFUND_ENTRY,
                    "it holds its amount of its bill from now on")
            .move(RefundState.DRAFT, RefundAction.VOID, RefundState.VOIDED, CollectionDuty.REFUND_ENTRY, "given up")
            .review(
                    RefundState.SUBMITTED,
                    RefundState.DRAFT,
                    RefundState.APPROVED,
                    new ReviewActions<>(
                            RefundAction.APPROVE,
                            RefundAction.RETURN,
                            RefundAction.RETURN_TO_ENTRY,
                            RefundAction.WITHDRAW),
                    "finance reviews")
            .move(
                    RefundState.APPROVED,
                    RefundAction.CANCEL_APPROVAL,
                    RefundState.SUBMITTED,
                    CollectionDuty.REFUND_REVIEW,
                    "before the treasury has carried it out")
            .move(
                    RefundState.APPROVED,
                    RefundAction.VOID,
                    RefundState.VOIDED,
                    CollectionDuty.REFUND_REVIEW,
                    "given up; what it held is released")
            .move(
                    RefundState.APPROVED,
                    RefundAction.REPAY,
                    RefundState.REPAID,
                    CollectionDuty.TREASURY,
                    "by notice of the treasury")
            .separate(RefundAction.APPROVE, RefundAction.CREATE, RefundAction.SUBMIT)
            .told(RefundAction.REPAY)
            .end(RefundState.REPAID, RefundState.VOIDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            RevenueRefund.KIND.code() + "." + RefundState.SUBMITTED,
            ReviewChain.of(new Post("treasury-office", "国库处审核", CollectionDuty.REFUND_REVIEW))));

    private CollectionLifecycle() {}
}
