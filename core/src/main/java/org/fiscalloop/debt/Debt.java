package org.fiscalloop.debt;

import static com.google.common.base.Preconditions.checkArgument;
import static org.fiscalloop.debt.DebtAction.ACCRUE;
import static org.fiscalloop.debt.DebtAction.APPROVE;
import static org.fiscalloop.debt.DebtAction.BORROW;
import static org.fiscalloop.debt.DebtAction.ISSUE;
import static org.fiscalloop.debt.DebtAction.PAY_INTEREST;
import static org.fiscalloop.debt.DebtAction.PAY_OFF;
import static org.fiscalloop.debt.DebtAction.PLAN;
import static org.fiscalloop.debt.DebtAction.RECOVER;
import static org.fiscalloop.debt.DebtAction.REPAY_PART;
import static org.fiscalloop.debt.DebtAction.RETURN;
import static org.fiscalloop.debt.DebtAction.RETURN_TO_ENTRY;
import static org.fiscalloop.debt.DebtAction.REVISE;
import static org.fiscalloop.debt.DebtAction.SUBMIT;
import static org.fiscalloop.debt.DebtAction.VOID;
import static org.fiscalloop.debt.DebtAction.WITHDRAW;
import static org.fiscalloop.debt.DebtState.APPROVED;
import static org.fiscalloop.debt.DebtState.DRAFT;
import static org.fiscalloop.debt.DebtState.OUTSTANDING;
import static org.fiscalloop.debt.DebtState.PAID_OFF;
import static org.fiscalloop.debt.DebtState.SUBMITTED;
import static org.fiscalloop.debt.DebtState.VOIDED;

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

/** A debt of a division: a bond that it issues (政府债券), or what the division above has lent on to it (转贷债务). */
public final class Debt extends FlowDocument<DebtTerms, DebtState> {
    /**
     * The kind of document; the value of an id is the host's number of a bond, or the number of the on-lending behind that of
     * the division that lent: {@code 350000000/ZD-1}.
     */
    public static final DocumentKind<Debt> KIND = new DocumentKind<>("debt", Debt.class);

    private static final ReviewActions<DebtAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);

    /** The nation's table of its life. Source: 《预算法》 art. 35; the reviewers are local. */
    static final Lifecycle<DebtState, DebtAction> LIFECYCLE = Lifecycle.of(
                    KIND.code(), DebtState.class, DebtAction.class)
            .create(PLAN, DRAFT, DebtDuty.ENTRY, "a division that may issue fills in a bond")
            .create(BORROW, OUTSTANDING, DebtDuty.TREASURY, "what the division above has lent on has arrived")
            .move(DRAFT, REVISE, DRAFT, DebtDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, DebtDuty.ENTRY, "handed in for review")
            .move(DRAFT, VOID, VOIDED, DebtDuty.ENTRY, "given up")
            .review(SUBMITTED, DRAFT, APPROVED, REVIEW, "it takes room of the limit from now on")
            .move(APPROVED, VOID, VOIDED, DebtDuty.APPROVAL, "not issued; the limit has its room again")
            .move(APPROVED, ISSUE, OUTSTANDING, DebtDuty.TREASURY, "the proceeds have come into the treasury")
            .move(OUTSTANDING, ACCRUE, OUTSTANDING, DebtDuty.ACCOUNTANT, "by month or at the end of the year")
            .move(OUTSTANDING, PAY_INTEREST, OUTSTANDING, DebtDuty.TREASURY, "an instalment")
            .move(OUTSTANDING, REPAY_PART, OUTSTANDING, DebtDuty.TREASURY, "some of the principal")
            .move(OUTSTANDING, RECOVER, OUTSTANDING, DebtDuty.TREASURY, "a borrower has paid back")
            .move(OUTSTANDING, PAY_OFF, PAID_OFF, DebtDuty.TREASURY, "the last of the principal")
            .afterEnd(
                    PAID_OFF,
                    PAY_INTEREST,
                    PAID_OFF,
                    DebtDuty.TREASURY,
                    "the last instalment may be told after the principal")
            .separate(APPROVE, PLAN, REVISE, SUBMIT)
            .told(BORROW, ISSUE, PAY_INTEREST, REPAY_PART, RECOVER, PAY_OFF)
            .end(PAID_OFF, VOIDED)
            .build();

    /** The nation's posts of its review. */
    static final ReviewChains REVIEWS = new ReviewChains(
            ImmutableMap.of("debt.SUBMITTED", ReviewChain.of(new Post("approval", "债务审批", DebtDuty.APPROVAL))));

    /**
     * A debt that was received exactly where it is owed or has been.
     *
     * @throws IllegalArgumentException if it is owed without having been received, received before, or repaid with something left
     */
    Debt(Id<Debt> id, DebtTerms terms, Standing<DebtState> standing, Trail trail) {
        super(id, terms, standing, trail);
        DebtState state = standing.state();
        boolean isReceived = state == DebtState.OUTSTANDING || state == DebtState.PAID_OFF;
        checkArgument(terms.issue().isPresent() == isReceived, "%s is %s: its issue is %s", id, state, terms.issue());
        checkArgument(
                terms.outstandingFen() == 0 ? state != DebtState.OUTSTANDING : state != DebtState.PAID_OFF,
                "%s is %s: owed of it is %s fen",
                id,
                state,
                terms.outstandingFen());
    }

    /** The id of the bond with this number. */
    public static Id<Debt> id(String number) {
        return new Id<>(KIND, number);
    }

    /** The id under which a division keeps what another one has lent on to it. */
    public static Id<Debt> borrowed(String lender, Id<OnLending> lending) {
        return new Id<>(KIND, lender + "/" + lending.value());
    }

    /** Whether it is owed. */
    public boolean isOutstanding() {
        return state() == DebtState.OUTSTANDING;
    }
}
