package org.fiscalloop.temporary;

import static com.google.common.base.Preconditions.checkArgument;
import static org.fiscalloop.temporary.TemporaryAction.APPROVE;
import static org.fiscalloop.temporary.TemporaryAction.CHARGE;
import static org.fiscalloop.temporary.TemporaryAction.CHARGE_LAST;
import static org.fiscalloop.temporary.TemporaryAction.COLLECT;
import static org.fiscalloop.temporary.TemporaryAction.COLLECT_LAST;
import static org.fiscalloop.temporary.TemporaryAction.CREATE;
import static org.fiscalloop.temporary.TemporaryAction.DISBURSE;
import static org.fiscalloop.temporary.TemporaryAction.RETURN;
import static org.fiscalloop.temporary.TemporaryAction.RETURN_TO_ENTRY;
import static org.fiscalloop.temporary.TemporaryAction.REVISE;
import static org.fiscalloop.temporary.TemporaryAction.SUBMIT;
import static org.fiscalloop.temporary.TemporaryAction.VOID;
import static org.fiscalloop.temporary.TemporaryAction.WITHDRAW;
import static org.fiscalloop.temporary.TemporaryState.ADVANCED;
import static org.fiscalloop.temporary.TemporaryState.APPROVED;
import static org.fiscalloop.temporary.TemporaryState.DRAFT;
import static org.fiscalloop.temporary.TemporaryState.SETTLED;
import static org.fiscalloop.temporary.TemporaryState.SUBMITTED;
import static org.fiscalloop.temporary.TemporaryState.VOIDED;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A temporary payment (暂付款): money of the treasury that left it without a budget, until a budget clears it or it comes back. */
public final class TemporaryPayment extends FlowDocument<TemporaryTerms, TemporaryState> {
    /** The kind of document; the value of an id is the host's number of the payment. */
    public static final DocumentKind<TemporaryPayment> KIND =
            new DocumentKind<>("temporary-payment", TemporaryPayment.class);

    private static final ReviewActions<TemporaryAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);

    /** The nation's table of its life. Source: 财库〔2022〕41号 《财政总会计制度》, 借出款项 and 预拨经费; the reviewers are local. */
    static final Lifecycle<TemporaryState, TemporaryAction> LIFECYCLE = Lifecycle.of(
                    KIND.code(), TemporaryState.class, TemporaryAction.class)
            .create(CREATE, DRAFT, TemporaryDuty.ENTRY, "an agency, or the desk for divisions below, applies for it")
            .move(DRAFT, REVISE, DRAFT, TemporaryDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, TemporaryDuty.ENTRY, "handed in for review")
            .move(DRAFT, VOID, VOIDED, TemporaryDuty.ENTRY, "given up")
            .review(SUBMITTED, DRAFT, APPROVED, REVIEW, "it takes room of the ceiling from now on")
            .move(APPROVED, VOID, VOIDED, TemporaryDuty.APPROVAL, "not paid out; the ceiling has its room again")
            .move(APPROVED, DISBURSE, ADVANCED, TemporaryDuty.TREASURY, "the treasury has paid it out")
            .move(ADVANCED, CHARGE, ADVANCED, TemporaryDuty.ACCOUNTANT, "a part becomes expenditure of an allotment")
            .move(ADVANCED, CHARGE_LAST, SETTLED, TemporaryDuty.ACCOUNTANT, "so does the last part")
            .move(ADVANCED, COLLECT, ADVANCED, TemporaryDuty.TREASURY, "a part has come back")
            .move(ADVANCED, COLLECT_LAST, SETTLED, TemporaryDuty.TREASURY, "the last part has come back")
            .separate(APPROVE, CREATE, REVISE, SUBMIT)
            .told(DISBURSE, COLLECT, COLLECT_LAST)
            .end(SETTLED, VOIDED)
            .build();

    /** The nation's posts of its review. */
    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            "temporary-payment.SUBMITTED", ReviewChain.of(new Post("approval", "暂付款审批", TemporaryDuty.APPROVAL))));

    /**
     * A payment that was paid out exactly where it has a rest or had one.
     *
     * @throws IllegalArgumentException if it has a rest without having been paid out, is not settled with nothing left, or is
     *     settled with something left
     */
    TemporaryPayment(Id<TemporaryPayment> id, TemporaryTerms terms, Standing<TemporaryState> standing, Trail trail) {
        super(id, terms, standing, trail);
        TemporaryState state = standing.state();
        boolean isOut = state == ADVANCED || state == SETTLED;
        checkArgument(terms.paidOut().isPresent() == isOut, "%s is %s: paid out %s", id, state, terms.paidOut());
        checkArgument(
                !isOut || terms.restFen() == 0 == (state == SETTLED),
                "%s is %s: not cleared of it are %s fen",
                id,
                state,
                terms.restFen());
    }

    /** The id of the payment with this number. */
    public static Id<TemporaryPayment> id(String number) {
        return new Id<>(KIND, number);
    }
}
