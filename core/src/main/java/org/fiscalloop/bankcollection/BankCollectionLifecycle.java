package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's tables of the lives of agreement and demand; who reviews is local. */
final class BankCollectionLifecycle {
    static final Lifecycle<AgreementState, AgreementAction> AGREEMENT = Lifecycle.of(
                    CollectionAgreement.KIND.code(), AgreementState.class, AgreementAction.class)
            .create(
                    AgreementAction.CREATE,
                    AgreementState.DRAFT,
                    BankCollectionDuty.ENTRY,
                    "as agency, supplier and bank have agreed")
            .move(
                    AgreementState.DRAFT,
                    AgreementAction.REVISE,
                    AgreementState.DRAFT,
                    BankCollectionDuty.ENTRY,
                    "before it is handed in")
            .move(
                    AgreementState.DRAFT,
                    AgreementAction.SUBMIT,
                    AgreementState.SUBMITTED,
                    BankCollectionDuty.ENTRY,
                    "payer, payee and bank complete")
            .move(
                    AgreementState.DRAFT,
                    AgreementAction.VOID,
                    AgreementState.VOIDED,
                    BankCollectionDuty.ENTRY,
                    "given up before it is handed in")
            .review(
                    AgreementState.SUBMITTED,
                    AgreementState.DRAFT,
                    AgreementState.IN_FORCE,
                    new ReviewActions<>(
                            AgreementAction.APPROVE,
                            AgreementAction.RETURN,
                            AgreementAction.RETURN_TO_ENTRY,
                            AgreementAction.WITHDRAW),
                    "the agency reviews; from then on the bank may raise demands")
            .move(
                    AgreementState.IN_FORCE,
                    AgreementAction.END,
                    AgreementState.ENDED,
                    BankCollectionDuty.REVIEW,
                    "with its last day; what was raised by then stays")
            .separate(AgreementAction.APPROVE, AgreementAction.CREATE, AgreementAction.REVISE, AgreementAction.SUBMIT)
            .end(AgreementState.ENDED, AgreementState.VOIDED)
            .build();

    static final Lifecycle<DemandState, DemandAction> DEMAND = Lifecycle.of(
                    CollectionDemand.KIND.code(), DemandState.class, DemandAction.class)
            .create(DemandAction.RAISE, DemandState.RAISED, BankCollectionDuty.BANK, "by notice of the bank")
            .move(
                    DemandState.RAISED,
                    DemandAction.PAY,
                    DemandState.PAID,
                    BankCollectionDuty.BANK,
                    "when the bank's receipt of its payment arrives")
            .move(
                    DemandState.RAISED,
                    DemandAction.REFUSE,
                    DemandState.REFUSED,
                    BankCollectionDuty.REVIEW,
                    "the agency says why, while no request names it")
            .move(
                    DemandState.PAID,
                    DemandAction.REFUND,
                    DemandState.REFUNDED,
                    BankCollectionDuty.BANK,
                    "when the last of what was paid comes back")
            .told(DemandAction.PAY, DemandAction.REFUND)
            .end(DemandState.REFUSED, DemandState.REFUNDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            CollectionAgreement.KIND.code() + "." + AgreementState.SUBMITTED,
            ReviewChain.of(new Post("agreement-review", "三方协议审核", BankCollectionDuty.REVIEW))));

    private BankCollectionLifecycle() {}
}
