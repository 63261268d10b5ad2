package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import java.util.stream.IntStream;

/** A sample lifecycle with everything in it that a lifecycle may have. */
final class Requests {

    enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        FROZEN,
        PAID,
        VOIDED
    }

    enum Action {
        CREATE,
        AMEND,
        SUBMIT,
        VOID,
        REMARK,
        APPROVE,
        RETURN,
        RETURN_TO_ENTRY,
        WITHDRAW,
        CANCEL_APPROVAL,
        FREEZE,
        UNFREEZE,
        PAY,
        REFUND
    }

    static final Duty ENTRY = new Duty("entry");
    static final Duty FINANCE = new Duty("finance");
    static final Duty BANK = new Duty("bank");

    static final ReviewActions<Action> REVIEW =
            new ReviewActions<>(Action.APPROVE, Action.RETURN, Action.RETURN_TO_ENTRY, Action.WITHDRAW);

    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of("payment-request", State.class, Action.class)
            .create(Action.CREATE, State.DRAFT, ENTRY, "an agency enters a request")
            .move(State.DRAFT, Action.AMEND, State.DRAFT, ENTRY, "before it is sent for review")
            .move(State.DRAFT, Action.SUBMIT, State.SUBMITTED, ENTRY, "送审")
            .move(State.DRAFT, Action.VOID, State.VOIDED, ENTRY, "作废")
            .review(State.SUBMITTED, State.DRAFT, State.APPROVED, REVIEW, "审核")
            .move(State.SUBMITTED, Action.REMARK, State.SUBMITTED, FINANCE, "a remark | an answer")
            .move(
                    State.APPROVED,
                    Action.CANCEL_APPROVAL,
                    State.SUBMITTED,
                    FINANCE,
                    "取消终审, while nothing downstream uses it")
            .move(State.APPROVED, Action.FREEZE, State.FROZEN, FINANCE, "冻结")
            .move(State.FROZEN, Action.UNFREEZE, State.APPROVED, FINANCE, "解冻")
            .move(State.APPROVED, Action.PAY, State.PAID, BANK, "回单")
            .afterEnd(State.PAID, Action.REFUND, State.PAID, BANK, "退回")
            .separate(Action.APPROVE, Action.CREATE, Action.AMEND, Action.SUBMIT)
            .separate(Action.APPROVE, Action.APPROVE)
            .separate(Action.PAY, Action.APPROVE)
            .end(State.PAID, State.VOIDED)
            .resting(State.FROZEN)
            .build();

    private Requests() {}

    /** A chain of posts p0, p1, … with the duties d0, d1, …. */
    static ReviewChain chain(int posts) {
        return new ReviewChain(IntStream.range(0, posts)
                .mapToObj(index -> new Post("p" + index, "post " + index, new Duty("d" + index)))
                .collect(toImmutableList()));
    }

    static ReviewChains posts(int posts) {
        return new ReviewChains(ImmutableMap.of("payment-request.SUBMITTED", chain(posts)));
    }
}
