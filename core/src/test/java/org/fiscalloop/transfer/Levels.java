package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;

/** Centre, city and district, in one loop or in a loop each, and the mail between them, which loses, doubles and reorders. */
final class Levels {
    private static final long ALL = 1_000_000;

    private final Level centre;
    private final Level city;
    private final Level district;
    private final ImmutableSet<FiscalLoop> loops;
    private final List<Notice> mail = new ArrayList<>();
    private final Id<Allotment> source;
    private final Elements cityElements;
    private final Elements districtElements;

    /** Each transfer that was issued, and by whom. */
    private final Map<Id<Transfer>, Level> issued = new LinkedHashMap<>();

    private int numbers;

    /** What a step does, and how often. */
    enum Kind {
        ISSUE(5),
        RECEIVE(5),
        GIVE_BACK(4),
        RECALL(3),
        DELIVER(12),
        SEND_AGAIN(4),
        RESEND(1);

        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** A small operation, whose meaning depends on what there is when it is taken. */
    record Step(Kind kind, int which, int size, int how) {}

    /** Looks at a transfer on both sides. */
    interface Looking {
        void at(Transfer issued, Level upper, Level lower);
    }

    /** Looks at two levels. */
    interface Pairing {
        void at(Level upper, Level lower);
    }

    Levels(FiscalLoop... of) {
        this.loops = ImmutableSet.copyOf(of);
        this.centre = Level.found(of[0], Level.CENTRE);
        this.city = Level.found(of[of.length > 1 ? 1 : 0], Level.CITY);
        this.district = Level.found(of[of.length > 1 ? 2 : 0], Level.DISTRICT);
        this.source = centre.pending("A-1", 1, ALL);
        this.cityElements = city.elements(city.project(1, ALL));
        this.districtElements = district.elements(district.project(1, ALL));
    }

    ImmutableSet<FiscalLoop> loops() {
        return loops;
    }

    void take(Step step) {
        switch (step.kind()) {
            case ISSUE -> issue(step);
            case RECEIVE -> receive(step);
            case GIVE_BACK -> giveBack(step);
            case RECALL -> one(step).ifPresent(id -> issuer(id).recall(id, part(step, inForce(id))));
            case DELIVER -> deliver(step);
            case SEND_AGAIN ->
                mail.addAll(ImmutableList.of(centre, city, district)
                        .get(step.which() % 3)
                        .outbox());
            case RESEND -> one(step).ifPresent(id -> issuer(id).act("chief", id, TransferAction.RESEND));
        }
        post();
    }

    private void issue(Step step) {
        boolean isFirst = step.how() % 2 == 0;
        Level upper = isFirst ? centre : city;
        Optional<Id<Allotment>> from = isFirst ? Optional.of(source) : pick(allotments(city), step.which());
        if (from.isEmpty()) {
            return;
        }
        long left =
                upper.balance(AllotmentMeasure.PENDING, upper.find(from.get()).segments());
        Id<Transfer> id = Transfer.id("T-" + numbers++);
        Outcome created = upper.ask(
                "finance",
                new CreateTransfer(
                        id, upper.terms(from.get(), isFirst ? Level.CITY : Level.DISTRICT, part(step, left / 3 + 1))));
        if (created.isDone()
                && upper.act("finance", id, TransferAction.SUBMIT).isDone()
                && upper.act("chief", id, TransferAction.APPROVE).isDone()) {
            issued.put(id, upper);
        }
    }

    private void receive(Step step) {
        one(step)
                .ifPresent(id -> arrived(id).ifPresent(there -> {
                    Level lower = receiver(id);
                    lower.receive(
                            there,
                            "R-" + numbers++,
                            lower == city ? cityElements : districtElements,
                            part(step, lower.balance(TransferMeasure.TO_RECEIVE, there)));
                }));
    }

    private void giveBack(Step step) {
        one(step)
                .ifPresent(id -> arrived(id).ifPresent(there -> {
                    Level lower = receiver(id);
                    Optional<Id<Allotment>> from = step.how() % 2 == 0
                            ? Optional.empty()
                            : pick(
                                    lower.find(there).terms().parts().stream()
                                            .map(ReceivedTerms.Part::allotment)
                                            .toList(),
                                    step.how());
                    long left = from.map(allotment -> lower.balance(
                                    AllotmentMeasure.PENDING,
                                    lower.find(allotment).segments()))
                            .orElseGet(() -> lower.balance(TransferMeasure.TO_RECEIVE, there));
                    lower.giveBack(there, from, part(step, left));
                }));
    }

    /** Delivers a letter: lost, doubled, and out of order. */
    private void deliver(Step step) {
        if (mail.isEmpty()) {
            return;
        }
        Notice letter = mail.remove(step.which() % mail.size());
        if (step.how() % 7 == 0) {
            return;
        }
        if (step.how() % 3 == 0) {
            mail.add(letter);
        }
        hand(letter);
    }

    private void hand(Notice letter) {
        Outcome unused = level(letter.division()).tell(letter);
        post();
    }

    private void post() {
        for (Level level : ImmutableList.of(centre, city, district)) {
            mail.addAll(level.take());
        }
    }

    /** Sends and delivers until nobody waits for anything. */
    void settle() {
        for (int round = 0; round < 20; round++) {
            loops.forEach(loop -> mail.addAll(loop.outbox()));
            if (mail.isEmpty()) {
                return;
            }
            while (!mail.isEmpty()) {
                hand(mail.remove(0));
            }
        }
        throw new AssertionError("messages remain: " + mail);
    }

    void eachTransfer(Looking looking) {
        issued.forEach((id, upper) -> looking.at(upper.find(id), upper, receiver(id)));
    }

    void eachPair(Pairing pairing) {
        pairing.at(centre, city);
        pairing.at(city, district);
    }

    /** Where everything stands. */
    ImmutableList<String> states() {
        ImmutableList.Builder<String> states = ImmutableList.builder();
        eachTransfer((transfer, upper, lower) -> states.add(transfer + " " + transfer.trail() + " "
                + lower.find(TransferDecider.received(transfer)).terms()));
        return states.build();
    }

    /** What of a transfer is below or on its way. */
    static long below(Transfer issued, Level upper, Level lower) {
        Id<ReceivedTransfer> id = TransferDecider.received(issued);
        Optional<ReceivedTransfer> there = lower.loop.find(id);
        if (there.isEmpty()) {
            return Fen.of(issued.terms().amount());
        }
        long left = steps(there.get().trail(), ReceivedAction.GIVE_BACK);
        long came = steps(issued.trail(), TransferAction.COME_BACK);
        return lower.balance(TransferMeasure.TO_RECEIVE, id)
                + lower.balance(TransferMeasure.RECEIVED, id)
                + (left > came ? lower.balance(TransferMeasure.GIVING_BACK, id) : 0);
    }

    private static long steps(org.fiscalloop.lifecycle.Trail trail, Enum<?> action) {
        return trail.steps().stream()
                .filter(step -> step.action().equals(action.name()))
                .count();
    }

    private long inForce(Id<Transfer> id) {
        return issuer(id).balance(TransferMeasure.IN_FORCE, id);
    }

    private Level issuer(Id<Transfer> id) {
        return java.util.Objects.requireNonNull(issued.get(id));
    }

    private Level receiver(Id<Transfer> id) {
        return issuer(id) == centre ? city : district;
    }

    private Level level(String division) {
        return ImmutableList.of(centre, city, district).stream()
                .filter(level -> level.division.equals(division))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Id<ReceivedTransfer>> arrived(Id<Transfer> id) {
        Id<ReceivedTransfer> there = TransferDecider.received(issuer(id).find(id));
        return receiver(id).loop.find(there).map(found -> there);
    }

    private Optional<Id<Transfer>> one(Step step) {
        return pick(ImmutableList.copyOf(issued.keySet()), step.which());
    }

    private List<Id<Allotment>> allotments(Level lower) {
        return issued.keySet().stream()
                .filter(id -> receiver(id) == lower)
                .flatMap(id -> arrived(id).stream())
                .flatMap(there -> lower.find(there).terms().parts().stream())
                .map(ReceivedTerms.Part::allotment)
                .toList();
    }

    private static <T> Optional<T> pick(List<T> of, int which) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(which % of.size()));
    }

    /** All there is, one fen more, or a part. */
    private static long part(Step step, long limit) {
        return switch (step.size() % 12) {
            case 0 -> Math.max(limit, 1);
            case 1 -> limit + 1;
            default -> 1 + step.size() * 377L % Math.max(limit, 1);
        };
    }
}
