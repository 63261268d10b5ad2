package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.bankcollection.AgreementAction;
import org.fiscalloop.bankcollection.AgreementState;
import org.fiscalloop.bankcollection.BankCollectionCommands.CreateAgreement;
import org.fiscalloop.bankcollection.BankCollectionCommands.EndAgreement;
import org.fiscalloop.bankcollection.BankCollectionCommands.RefuseDemand;
import org.fiscalloop.bankcollection.CollectionAgreement;
import org.fiscalloop.bankcollection.DemandState;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NaiveDemands.NaiveAgreement;
import org.fiscalloop.loop.NaiveDemands.NaiveDemand;
import org.fiscalloop.loop.NaiveDemands.Told;

/** What each step means for agreements and demands of banks. */
final class DemandSteps {
    private final Walk walk;
    private final NaiveDemands naive;

    DemandSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive.collected;
    }

    void take(Step step) {
        if (step.kind() == Step.Kind.AGREEMENT) {
            if (naive.agreements.isEmpty() || step.size() % 4 == 0) {
                create(step);
            } else {
                act(prefer(naive.agreements, DemandSteps::isMoving, step), step);
            }
        } else if (!naive.demands.isEmpty() && step.size() % 5 == 1) {
            refuse(prefer(naive.demands, demand -> demand.state == DemandState.RAISED, step), step);
        } else {
            demand(step);
        }
    }

    private static boolean isMoving(NaiveAgreement agreement) {
        return agreement.state != AgreementState.ENDED && agreement.state != AgreementState.VOIDED;
    }

    // ---- agreements -------------------------------------------------------------------------------------------------

    private void create(Step step) {
        String agency = one(Steps.AGENCIES, step.which());
        String clerk = Steps.clerk(agency, step.who());
        LocalDate from = walk.world.day().plusDays(step.who() % 11 == 10 ? 9 : -1);
        NaiveAgreement agreement = new NaiveAgreement(
                id(naive.agreements.size()),
                agency,
                from,
                step.which() % 9 != 8,
                step.which() % 3 == 2 ? 1 + step.size() * 10L : 0);
        agreement.makers.add(clerk);
        boolean isMade = walk.ask(
                clerk,
                new CreateAgreement(
                        CollectionAgreement.id(agreement.id),
                        Demands.agreement(agency, from)
                                .withBank(agreement.hasBank ? "商业银行" : "")
                                .withCeiling(Optional.of(agreement.ceiling)
                                        .filter(ceiling -> ceiling > 0)
                                        .map(org.fiscalloop.money.Fen::money))),
                isEntry(agreement, clerk),
                () -> {
                    naive.agreements.put(agreement.id, agreement);
                    naive.wake(agreement.id);
                });
        if (isMade && step.who() % 5 > 0) {
            act(agreement, clerk, AgreementAction.SUBMIT);
            act(agreement, Steps.head(agency, step.size()), AgreementAction.APPROVE);
        }
    }

    private static String id(int number) {
        return "CA" + number;
    }

    private void act(NaiveAgreement agreement, Step step) {
        AgreementAction action = one(
                ImmutableList.of(
                        AgreementAction.SUBMIT,
                        AgreementAction.APPROVE,
                        AgreementAction.RETURN,
                        AgreementAction.VOID,
                        AgreementAction.END),
                step.size());
        boolean isClerk = action == AgreementAction.SUBMIT || action == AgreementAction.VOID;
        act(
                agreement,
                isClerk ? Steps.clerk(agreement.agency, step.who()) : Steps.head(agreement.agency, step.who()),
                action);
    }

    private void act(NaiveAgreement agreement, String actor, AgreementAction action) {
        AgreementState from = agreement.state;
        AgreementState to = next(agreement, actor, action);
        Id<CollectionAgreement> id = CollectionAgreement.id(agreement.id);
        LocalDate lastDay = walk.world.day();
        Runnable change = () -> {
            agreement.state = to;
            if (action == AgreementAction.SUBMIT) {
                agreement.makers.add(actor);
            }
            if (action == AgreementAction.END) {
                agreement.to = lastDay;
            }
            naive.wake(agreement.id);
        };
        if (action == AgreementAction.END) {
            walk.ask(actor, new EndAgreement(id, lastDay), to != from, change);
        } else {
            walk.act(actor, id, action, to != from, change);
        }
    }

    private AgreementState next(NaiveAgreement agreement, String actor, AgreementAction action) {
        AgreementState from = agreement.state;
        return switch (action) {
            case SUBMIT ->
                from == AgreementState.DRAFT && isEntry(agreement, actor) && agreement.hasBank
                        ? AgreementState.SUBMITTED
                        : from;
            case APPROVE ->
                from == AgreementState.SUBMITTED && isHead(agreement, actor) && !isOwn(agreement, actor)
                        ? AgreementState.IN_FORCE
                        : from;
            case RETURN -> from == AgreementState.SUBMITTED && isHead(agreement, actor) ? AgreementState.DRAFT : from;
            case VOID -> from == AgreementState.DRAFT && isEntry(agreement, actor) ? AgreementState.VOIDED : from;
            case END ->
                from == AgreementState.IN_FORCE && isHead(agreement, actor) && agreement.covers(walk.world.day())
                        ? AgreementState.ENDED
                        : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    // ---- demands ----------------------------------------------------------------------------------------------------

    /** Something new, now and then too early, too much or for somebody else; or what was told before, once in a while otherwise. */
    private void demand(Step step) {
        String agreement = naive.agreements.isEmpty() || step.who() % 9 == 8
                ? id(naive.agreements.size())
                : prefer(naive.agreements, of -> of.state == AgreementState.IN_FORCE, step).id;
        Told told = naive.demands.isEmpty() || step.size() % 7 > 0
                ? new Told(
                        "TS" + walk.number(),
                        agreement,
                        agency(agreement),
                        step.size() % 13 == 12 ? 0 : 1 + step.size() * 5L,
                        walk.world.day(),
                        step.who() % 7 != 6)
                : one(naive.demands, step.which()).told;
        Told again = step.who() % 4 == 3 && naive.demands.containsKey(told.number())
                ? new Told(told.number(), told.agreement(), told.payer(), told.fen() + 1, told.on(), told.isOfPayee())
                : told;
        walk.tell(
                Demands.demanded(
                        again.number(),
                        CollectionAgreement.id(again.agreement()),
                        again.payer(),
                        again.on(),
                        again.fen(),
                        again.isOfPayee() ? Demands.PAYEE : Demands.ANOTHER),
                again);
    }

    private String agency(String agreement) {
        return Optional.ofNullable(naive.agreements.get(agreement))
                .map(of -> of.agency)
                .orElse(World.ORGAN);
    }

    private void refuse(NaiveDemand demand, Step step) {
        String actor = Steps.head(demand.agency, step.who());
        boolean hasReason = step.which() % 9 != 8;
        walk.ask(
                actor,
                new RefuseDemand(Demands.id(demand.id), hasReason ? "金额有误" : " "),
                demand.state == DemandState.RAISED && !demand.isNamed && hasReason && isHead(demand, actor),
                () -> demand.state = DemandState.REFUSED);
    }
}
