package org.fiscalloop.lifecycle;

import static org.fiscalloop.lifecycle.Requests.Action.AMEND;
import static org.fiscalloop.lifecycle.Requests.Action.APPROVE;
import static org.fiscalloop.lifecycle.Requests.Action.CANCEL_APPROVAL;
import static org.fiscalloop.lifecycle.Requests.Action.CREATE;
import static org.fiscalloop.lifecycle.Requests.Action.PAY;
import static org.fiscalloop.lifecycle.Requests.Action.REMARK;
import static org.fiscalloop.lifecycle.Requests.Action.SUBMIT;
import static org.fiscalloop.lifecycle.Requests.Action.WITHDRAW;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;

/** The sample lifecycle again, told by cases and by a stack of acts instead of a table and a trail. */
record Naive(int posts, List<Act> acts, Optional<Naive> undone) {

    /** Who did what, and where that left the document. */
    record Act(Action action, String actor, String place) {}

    static Naive created(int posts, String actor) {
        return new Naive(posts, List.of(new Act(CREATE, actor, "DRAFT/0")), Optional.empty());
    }

    String place() {
        return last().place();
    }

    private Act last() {
        return acts.get(acts.size() - 1);
    }

    private State state() {
        return State.valueOf(place().substring(0, place().indexOf('/')));
    }

    private int post() {
        return Integer.parseInt(place().substring(place().indexOf('/') + 1));
    }

    /** Where the table leads, or nothing. */
    private String target(Action action) {
        return switch (state()) {
            case DRAFT ->
                switch (action) {
                    case AMEND -> "DRAFT/0";
                    case SUBMIT -> "SUBMITTED/0";
                    case VOID -> "VOIDED/0";
                    default -> "";
                };
            case SUBMITTED ->
                switch (action) {
                    case REMARK -> place();
                    case APPROVE -> post() + 1 < posts ? "SUBMITTED/" + (post() + 1) : "APPROVED/0";
                    case RETURN -> post() > 0 ? "SUBMITTED/" + (post() - 1) : "DRAFT/0";
                    case RETURN_TO_ENTRY -> "DRAFT/0";
                    case WITHDRAW -> undone.map(Naive::place).orElse("");
                    default -> "";
                };
            case APPROVED ->
                switch (action) {
                    case CANCEL_APPROVAL -> "SUBMITTED/0";
                    case FREEZE -> "FROZEN/0";
                    case PAY -> "PAID/0";
                    default -> "";
                };
            case FROZEN -> action == Action.UNFREEZE ? "APPROVED/0" : "";
            case PAID -> action == Action.REFUND ? "PAID/0" : "";
            case VOIDED -> "";
        };
    }

    /** The code of the refusal, or nothing. */
    String refusal(Action action, String actor) {
        if (target(action).isEmpty()) {
            return "lifecycle.not-allowed";
        }
        if (action == WITHDRAW) {
            if (ImmutableSet.of(REMARK, CANCEL_APPROVAL).contains(last().action())) {
                return "lifecycle.nothing-to-withdraw";
            }
            return last().actor().equals(actor) ? "" : "lifecycle.not-yours-to-withdraw";
        }
        ImmutableSet<Action> apart = action == APPROVE
                ? ImmutableSet.of(CREATE, AMEND, SUBMIT, APPROVE)
                : action == PAY ? ImmutableSet.of(APPROVE) : ImmutableSet.of();
        return acts.stream().anyMatch(act -> act.actor().equals(actor) && apart.contains(act.action()))
                ? "lifecycle.four-eyes"
                : "";
    }

    /** After an act that is not refused. */
    Naive then(Action action, String actor) {
        if (action == WITHDRAW) {
            return undone.orElseThrow();
        }
        String target = target(action);
        List<Act> kept = new ArrayList<>(acts);
        if (!target.equals(place()) && acts.stream().anyMatch(act -> act.place().equals(target))) {
            while (!kept.get(kept.size() - 1).place().equals(target)) {
                kept.remove(kept.size() - 1);
            }
        }
        kept.add(new Act(action, actor, target));
        return new Naive(posts, List.copyOf(kept), Optional.of(this));
    }
}
