package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiscalloop.loop.NaivePayeeList.Bought;
import org.fiscalloop.loop.NaivePayeeList.Detail;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeDetail.Origin;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListAction;
import org.fiscalloop.payees.PayeeListState;
import org.fiscalloop.payees.PayeesCommands.CreatePayeeList;

/** What each step means for payee lists. */
final class PayeeSteps {
    private final Walk walk;
    private final Naive naive;

    PayeeSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        switch (step.kind()) {
            case PAYEE_LIST -> list(step);
            case PAYEE_LIST_ACT -> {
                if (!naive.payeeLists.isEmpty()) {
                    act(prefer(naive.payeeLists, PayeeSteps::isMoving, step), step);
                }
            }
            default -> throw new IllegalArgumentException("not of this part: " + step);
        }
    }

    private static boolean isMoving(NaivePayeeList list) {
        return list.state == PayeeListState.DRAFT || list.state == PayeeListState.SUBMITTED;
    }

    /** One to four details that come to an amount of some allotment; the first pays again what failed, if something did. */
    private void list(Step step) {
        Naive.NaiveAllotment allotment = prefer(naive.allotments, a -> a.free() > 0, step);
        String agency = allotment.agency;
        String clerk = Steps.clerk(agency, step.who());
        ImmutableList<Named> failed = naive.payeeLists.values().stream()
                .filter(list -> list.agency.equals(agency))
                .flatMap(PayeeSteps::failed)
                .collect(ImmutableList.toImmutableList());
        List<PayeeDetail> terms = new ArrayList<>();
        List<Detail> details = new ArrayList<>();
        int count = 1 + step.which() % 4;
        Optional<Named> origin =
                failed.isEmpty() || step.who() % 3 == 0 ? Optional.empty() : Optional.of(one(failed, step.size()));
        boolean isByCard = origin.map(of -> of.detail().bought.isPresent()).orElse(step.which() % 3 == 2);
        long whole = Math.max(amount(Math.max(allotment.free(), 0) / 2, step.size()), count);
        for (int i = 1; i <= count; i++) {
            Optional<Named> again = i == 1 ? origin : Optional.empty();
            long fen = again.map(of -> amount(of.detail().repayable, step.size()))
                    .orElse(step.size() % 17 == 16 ? 0 : whole / count);
            boolean isTwice = i == 2 && step.who() % 11 == 10;
            Optional<Bought> bought = isByCard
                    ? again.map(of -> of.detail().bought)
                            .orElseGet(() -> Optional.of(bought(step.who() + step.size() * details.size(), fen, step)))
                    : Optional.empty();
            details.add(new Detail(fen, again.map(Named::detail), isTwice, bought));
            terms.add(bought.map(of -> Batches.card(of.serial, of.on, of.fen, fen))
                    .orElseGet(() -> Batches.detail(isTwice ? 1 : details.size(), fen))
                    .withOrigin(again.map(Named::origin)));
        }
        NaivePayeeList list = new NaivePayeeList("PL" + walk.number(), agency, ImmutableList.copyOf(details));
        list.makers.add(clerk);
        boolean isMade = walk.ask(
                clerk,
                new CreatePayeeList(
                        PayeeList.id(list.id),
                        Batches.list(
                                agency,
                                isByCard ? Batches.OFFICIAL_CARDS : Batches.WAGES,
                                ImmutableList.copyOf(terms))),
                isEntry(list, clerk) && details.stream().allMatch(detail -> detail.fen > 0),
                () -> naive.payeeLists.put(list.id, list));
        if (isMade && step.who() % 5 > 0) {
            act(list, clerk, PayeeListAction.SUBMIT);
            if (step.who() % 5 > 1) {
                act(list, Steps.head(agency, step.size()), PayeeListAction.APPROVE);
            }
        }
    }

    /** One of what was bought by card already, or something new that comes to as much, now and then too little or too late. */
    private Bought bought(int which, long fen, Step step) {
        String serial = Integer.toString(which % 23);
        return naive.bought.computeIfAbsent(
                serial,
                none -> new Bought(
                        serial,
                        walk.world.day().plusDays(step.who() % 13 == 12 ? 1 : -(step.which() % 3)),
                        step.size() % 13 == 12 ? fen - 1 : fen + step.which() % 2));
    }

    private record Named(Origin origin, Detail detail) {}

    private static java.util.stream.Stream<Named> failed(NaivePayeeList list) {
        return IntStream.range(0, list.details.size())
                .filter(i -> list.details.get(i).repayable > 0)
                .mapToObj(i -> new Named(new Origin(PayeeList.id(list.id), i + 1), list.details.get(i)));
    }

    private void act(NaivePayeeList list, Step step) {
        PayeeListAction action = one(
                ImmutableList.of(
                        PayeeListAction.SUBMIT,
                        PayeeListAction.APPROVE,
                        PayeeListAction.APPROVE,
                        PayeeListAction.RETURN,
                        PayeeListAction.VOID),
                step.size());
        boolean isClerk = action == PayeeListAction.SUBMIT
                || (action == PayeeListAction.VOID && list.state == PayeeListState.DRAFT);
        act(list, isClerk ? Steps.clerk(list.agency, step.who()) : Steps.head(list.agency, step.who()), action);
    }

    private void act(NaivePayeeList list, String actor, PayeeListAction action) {
        PayeeListState from = list.state;
        PayeeListState to = next(list, actor, action);
        walk.act(actor, PayeeList.id(list.id), action, to != from, () -> {
            list.state = to;
            if (action == PayeeListAction.SUBMIT) {
                list.makers.add(actor);
            }
            if (to == PayeeListState.CONFIRMED) {
                list.payAgain(1);
            } else if (from == PayeeListState.CONFIRMED) {
                list.payAgain(-1);
            }
        });
    }

    private PayeeListState next(NaivePayeeList list, String actor, PayeeListAction action) {
        PayeeListState from = list.state;
        boolean isEntry = isEntry(list, actor);
        boolean isHead = isHead(list, actor);
        return switch (action) {
            case SUBMIT ->
                from == PayeeListState.DRAFT && isEntry && list.isSound(walk.world.day())
                        ? PayeeListState.SUBMITTED
                        : from;
            case APPROVE ->
                from == PayeeListState.SUBMITTED
                                && isHead
                                && !isOwn(list, actor)
                                && list.isSound(walk.world.day())
                                && list.isRepayable()
                        ? PayeeListState.CONFIRMED
                        : from;
            case RETURN -> from == PayeeListState.SUBMITTED && isHead ? PayeeListState.DRAFT : from;
            case VOID ->
                (from == PayeeListState.DRAFT && isEntry)
                                || (from == PayeeListState.CONFIRMED && isHead && !list.isNamed)
                        ? PayeeListState.VOIDED
                        : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }
}
