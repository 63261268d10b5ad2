package org.fiscalloop.loop;

import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.flow.Act;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.AlertAction;
import org.fiscalloop.monitoring.AlertState;
import org.fiscalloop.payment.PaymentAction;

/** What a step means for what monitoring has found. */
final class AlertSteps {
    private final Walk walk;
    private final PaymentSteps payments;

    AlertSteps(Walk walk, PaymentSteps payments) {
        this.walk = walk;
        this.payments = payments;
    }

    void take(Step step) {
        ImmutableList<NaiveRequest> held = requests(request -> request.state.isHeld());
        ImmutableList<NaiveRequest> released = requests(request -> !request.letPassBy.isEmpty());
        ImmutableList<Alert> questioned = walk.loop.moving(Alert.KIND).stream()
                .filter(alert -> alert.state() == AlertState.QUESTIONED)
                .collect(ImmutableList.toImmutableList());
        if (!released.isEmpty() && step.size() % 3 == 0) {
            takeBack(one(released, step.which()), Steps.finance(step.who()));
        } else if (!held.isEmpty()) {
            close(one(held, step.which()), step);
        } else if (!questioned.isEmpty()) {
            close(one(questioned, step.which()), step);
        }
    }

    private ImmutableList<NaiveRequest> requests(java.util.function.Predicate<NaiveRequest> which) {
        return Naive.all(walk.naive.requests).stream().filter(which).collect(ImmutableList.toImmutableList());
    }

    /** Now and then by somebody who may not, or who does not say why. */
    private void close(NaiveRequest request, Step step) {
        String actor = Steps.finance(step.who());
        boolean isBack = step.size() % 4 == 0;
        Id<Alert> alert = walk.find(World.request(request.id)).heldBy().orElseThrow();
        boolean isDone = act(
                actor,
                alert,
                isBack ? AlertAction.SEND_BACK : AlertAction.LET_PASS,
                step,
                isBack || !request.makers.contains(actor),
                () -> payments.moved(request, isBack ? request.draft() : request.submitted()));
        if (isDone && !isBack) {
            request.letPassBy = actor;
        }
    }

    private void close(Alert alert, Step step) {
        act(
                Steps.finance(step.who()),
                new Id<>(Alert.KIND, alert.id().value()),
                step.size() % 2 == 0 ? AlertAction.LET_PASS : AlertAction.FIND_VIOLATION,
                step,
                true,
                () -> {});
    }

    private boolean act(String actor, Id<Alert> alert, AlertAction action, Step step, boolean isFree, Runnable change) {
        String why = step.size() % 7 == 1 ? " " : "已核实";
        return walk.ask(
                actor,
                new Act(alert, action.name(), why, Optional.empty()),
                isFree && !actor.equals("finance") && !why.isBlank(),
                change);
    }

    private void takeBack(NaiveRequest request, String actor) {
        walk.act(
                actor,
                World.request(request.id),
                PaymentAction.WITHDRAW,
                actor.equals(request.letPassBy),
                () -> payments.moved(request, request.held()));
    }
}
