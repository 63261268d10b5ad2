package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.procurement.ProcurementPlan.Action;
import org.fiscalloop.procurement.ProcurementPlan.State;

/** The nation's tables of the lives of plans and contracts, and the posts of their reviews. */
final class ProcurementLifecycle {
    static final Lifecycle<State, Action> PLAN = Lifecycle.of(ProcurementPlan.KIND.code(), State.class, Action.class)
            .create(Action.CREATE, State.DRAFT, ProcurementDuty.ENTRY, "for an appropriated budget line")
            .move(State.DRAFT, Action.REVISE, State.DRAFT, ProcurementDuty.ENTRY, "before it is handed in")
            .move(State.DRAFT, Action.SUBMIT, State.SUBMITTED, ProcurementDuty.ENTRY, "complete")
            .move(State.DRAFT, Action.VOID, State.VOIDED, ProcurementDuty.ENTRY, "given up")
            .review(
                    State.SUBMITTED,
                    State.DRAFT,
                    State.FILED,
                    new ReviewActions<>(Action.APPROVE, Action.RETURN, Action.RETURN_TO_ENTRY, Action.WITHDRAW),
                    "finance reviews; the last post files it (备案)")
            .move(
                    State.FILED,
                    Action.PROCURE,
                    State.IN_PROCUREMENT,
                    ProcurementDuty.ENTRY,
                    "the procurement begins elsewhere")
            .move(
                    State.IN_PROCUREMENT,
                    Action.AWARD,
                    State.IN_PROCUREMENT,
                    ProcurementDuty.PLATFORM,
                    "by notice of the platform")
            .move(
                    State.IN_PROCUREMENT,
                    Action.FAIL,
                    State.FAILED,
                    ProcurementDuty.PLATFORM,
                    "by notice of the platform")
            .move(
                    State.IN_PROCUREMENT,
                    Action.CONTRACT,
                    State.CONTRACTED,
                    ProcurementDuty.ENTRY,
                    "when a contract is signed on an award")
            .move(
                    State.CONTRACTED,
                    Action.AWARD,
                    State.CONTRACTED,
                    ProcurementDuty.PLATFORM,
                    "another part of it, by notice of the platform")
            .move(
                    State.CONTRACTED,
                    Action.FAIL_PART,
                    State.CONTRACTED,
                    ProcurementDuty.PLATFORM,
                    "what is not contracted yet, by notice of the platform")
            .move(
                    State.CONTRACTED,
                    Action.CONTRACT,
                    State.CONTRACTED,
                    ProcurementDuty.ENTRY,
                    "when another contract is signed on an award")
            .move(
                    State.CONTRACTED,
                    Action.RELINQUISH,
                    State.CONTRACTED,
                    ProcurementDuty.ENTRY,
                    "when one of its contracts is void")
            .move(
                    State.CONTRACTED,
                    Action.REOPEN,
                    State.IN_PROCUREMENT,
                    ProcurementDuty.ENTRY,
                    "when its only contract is void")
            .move(State.FAILED, Action.RESTART, State.IN_PROCUREMENT, ProcurementDuty.ENTRY, "it is procured again")
            .move(State.FILED, Action.WIND_UP, State.CLOSED, ProcurementDuty.ENTRY, "it is not procured")
            .move(State.FAILED, Action.WIND_UP, State.CLOSED, ProcurementDuty.ENTRY, "it is given up")
            .move(
                    State.CONTRACTED,
                    Action.WIND_UP,
                    State.CLOSED,
                    ProcurementDuty.ENTRY,
                    "no award waits for its contract")
            .separate(Action.APPROVE, Action.CREATE, Action.REVISE, Action.SUBMIT)
            .told(Action.AWARD, Action.FAIL, Action.FAIL_PART)
            .end(State.CLOSED, State.VOIDED)
            .build();

    static final Lifecycle<ContractState, ContractAction> CONTRACT = Lifecycle.of(
                    Contract.KIND.code(), ContractState.class, ContractAction.class)
            .create(ContractAction.CONCLUDE, ContractState.SIGNED, ProcurementDuty.ENTRY, "on an award of its plan")
            .move(
                    ContractState.SIGNED,
                    ContractAction.REVISE,
                    ContractState.SIGNED,
                    ProcurementDuty.ENTRY,
                    "before it is handed in")
            .move(
                    ContractState.SIGNED,
                    ContractAction.SUBMIT,
                    ContractState.SUBMITTED,
                    ProcurementDuty.ENTRY,
                    "complete, with its allotments")
            .move(
                    ContractState.SIGNED,
                    ContractAction.VOID,
                    ContractState.VOIDED,
                    ProcurementDuty.ENTRY,
                    "put down by mistake")
            .review(
                    ContractState.SUBMITTED,
                    ContractState.SIGNED,
                    ContractState.FILED,
                    new ReviewActions<>(
                            ContractAction.APPROVE,
                            ContractAction.RETURN,
                            ContractAction.RETURN_TO_ENTRY,
                            ContractAction.WITHDRAW),
                    "finance reviews; the last post files it (备案), and it reserves its allotments")
            .move(
                    ContractState.SIGNED,
                    ContractAction.PUBLISH,
                    ContractState.SIGNED,
                    ProcurementDuty.ENTRY,
                    "once, on the designated media")
            .move(
                    ContractState.FILED,
                    ContractAction.PUBLISH,
                    ContractState.FILED,
                    ProcurementDuty.ENTRY,
                    "once, on the designated media")
            .move(
                    ContractState.PERFORMING,
                    ContractAction.PUBLISH,
                    ContractState.PERFORMING,
                    ProcurementDuty.ENTRY,
                    "once, on the designated media")
            .move(
                    ContractState.ACCEPTED,
                    ContractAction.PUBLISH,
                    ContractState.ACCEPTED,
                    ProcurementDuty.ENTRY,
                    "once, on the designated media")
            .move(
                    ContractState.FILED,
                    ContractAction.PERFORM,
                    ContractState.PERFORMING,
                    ProcurementDuty.ENTRY,
                    "the supplier begins")
            .move(
                    ContractState.FILED,
                    ContractAction.ADD_SUPPLEMENT,
                    ContractState.FILED,
                    ProcurementDuty.REVIEW,
                    "filed by finance")
            .move(
                    ContractState.PERFORMING,
                    ContractAction.ADD_SUPPLEMENT,
                    ContractState.PERFORMING,
                    ProcurementDuty.REVIEW,
                    "filed by finance")
            .move(
                    ContractState.FILED,
                    ContractAction.RESERVE,
                    ContractState.FILED,
                    ProcurementDuty.ENTRY,
                    "an allotment has it available")
            .move(
                    ContractState.PERFORMING,
                    ContractAction.RESERVE,
                    ContractState.PERFORMING,
                    ProcurementDuty.ENTRY,
                    "an allotment has it available")
            .move(
                    ContractState.ACCEPTED,
                    ContractAction.RESERVE,
                    ContractState.ACCEPTED,
                    ProcurementDuty.ENTRY,
                    "an allotment has it available")
            .move(
                    ContractState.FILED,
                    ContractAction.UNRESERVE,
                    ContractState.FILED,
                    ProcurementDuty.ENTRY,
                    "such as before the year ends")
            .move(
                    ContractState.PERFORMING,
                    ContractAction.UNRESERVE,
                    ContractState.PERFORMING,
                    ProcurementDuty.ENTRY,
                    "such as before the year ends")
            .move(
                    ContractState.ACCEPTED,
                    ContractAction.UNRESERVE,
                    ContractState.ACCEPTED,
                    ProcurementDuty.ENTRY,
                    "such as before the year ends")
            .move(
                    ContractState.PERFORMING,
                    ContractAction.ACCEPT_PART,
                    ContractState.PERFORMING,
                    ProcurementDuty.ACCEPTANCE,
                    "with a report")
            .move(
                    ContractState.PERFORMING,
                    ContractAction.ACCEPT_WHOLE,
                    ContractState.ACCEPTED,
                    ProcurementDuty.ACCEPTANCE,
                    "with a report")
            .move(
                    ContractState.ACCEPTED,
                    ContractAction.SETTLE,
                    ContractState.SETTLED,
                    ProcurementDuty.ENTRY,
                    "no payment of it is in flight")
            .move(
                    ContractState.FILED,
                    ContractAction.TERMINATE,
                    ContractState.TERMINATED,
                    ProcurementDuty.ENTRY,
                    "no payment of it is in flight")
            .move(
                    ContractState.PERFORMING,
                    ContractAction.TERMINATE,
                    ContractState.TERMINATED,
                    ProcurementDuty.ENTRY,
                    "no payment of it is in flight")
            .move(
                    ContractState.ACCEPTED,
                    ContractAction.TERMINATE,
                    ContractState.TERMINATED,
                    ProcurementDuty.ENTRY,
                    "no payment of it is in flight")
            .separate(ContractAction.APPROVE, ContractAction.CONCLUDE, ContractAction.REVISE, ContractAction.SUBMIT)
            .separate(ContractAction.ACCEPT_WHOLE, ContractAction.CONCLUDE, ContractAction.REVISE)
            .separate(ContractAction.ACCEPT_PART, ContractAction.CONCLUDE, ContractAction.REVISE)
            .end(ContractState.SETTLED, ContractState.TERMINATED, ContractState.VOIDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            ProcurementPlan.KIND.code() + "." + State.SUBMITTED,
            ReviewChain.of(new Post("procurement-plan-review", "采购计划审核", ProcurementDuty.REVIEW)),
            Contract.KIND.code() + "." + ContractState.SUBMITTED,
            ReviewChain.of(new Post("contract-review", "采购合同审核", ProcurementDuty.REVIEW))));

    private ProcurementLifecycle() {}
}
