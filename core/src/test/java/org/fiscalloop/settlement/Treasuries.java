package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.transfer.Level;

/** Treasuries of centre, city and district, in one loop or in a loop each, and the mail between them, which loses, doubles and reorders. */
final class Treasuries {
    private static final ImmutableList<CashTerms.Kind> CASH = ImmutableList.copyOf(CashTerms.Kind.values());
    private static final ImmutableList<SettlementTerms.Kind> SETTLED =
            ImmutableList.copyOf(SettlementTerms.Kind.values());

    final Treasury centre;
    final Treasury city;
    final Treasury district;
    private final ImmutableSet<FiscalLoop> loops;
    private final List<Notice> mail = new ArrayList<>();

    /** What was ordered and what was issued, and by whom. */
    final Map<Id<CashTransfer>, Treasury> sent = new LinkedHashMap<>();

    final Map<Id<Settlement>, Treasury> issued = new LinkedHashMap<>();

    private int numbers;

    /** What a step does, and how often. */
    enum Kind {
        ORDER(6),
        PAY(6),
        ISSUE(3),
        CONFIRM(4),
        DELIVER(12),
        SEND_AGAIN(4),
        RESEND(2);

        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** A small operation, whose meaning depends on what there is when it is taken. */
    record Step(Kind kind, int which, int size, int how) {}

    Treasuries(FiscalLoop... of) {
        this.loops = ImmutableSet.copyOf(of);
        this.centre = new Treasury(of[0], Level.CENTRE).taxed(100_000);
        this.city = new Treasury(of[of.length > 1 ? 1 : 0], Level.CITY).taxed(1_000);
        this.district = new Treasury(of[of.length > 1 ? 2 : 0], Level.DISTRICT).taxed(1_000);
    }

    ImmutableSet<FiscalLoop> loops() {
        return loops;
    }

    void take(Step step) {
        switch (step.kind()) {
            case ORDER -> order(step);
            case PAY ->
                pick(sent, step).ifPresent(id -> {
                    Outcome unused = sender(id).pay(id.value());
                });
            case ISSUE -> issue(step);
            case CONFIRM -> pick(issued, step).ifPresent(this::confirm);
            case DELIVER -> deliver(step);
            case SEND_AGAIN -> mail.addAll(all().get(step.which() % 3).level.outbox());
            case RESEND -> {
                pick(sent, step).ifPresent(id -> {
                    Outcome unused = sender(id).act("chief", id, CashTransfer.Action.RESEND);
                });
                pick(issued, step).ifPresent(id -> {
                    Outcome unused = issuer(id).act("chief", id, Settlement.Action.RESEND);
                });
            }
        }
        post();
    }

    ImmutableList<Treasury> all() {
        return ImmutableList.of(centre, city, district);
    }

    private void order(Step step) {
        boolean isFirst = step.how() % 2 == 0;
        CashTerms.Kind kind = CASH.get(step.which() % CASH.size());
        Treasury upper = isFirst ? centre : city;
        Treasury lower = isFirst ? city : district;
        Treasury from = kind.isDown() ? upper : lower;
        Treasury to = kind.isDown() ? lower : upper;
        Id<CashTransfer> id = CashTransfer.id("D-" + numbers++);
        if (from.order(id.value(), from.terms(to.level.division, kind, 1 + step.size() * 37L))
                .isDone()) {
            sent.put(id, from);
        }
    }

    private void issue(Step step) {
        boolean isFirst = step.how() % 2 == 0;
        SettlementTerms.Kind kind = SETTLED.get(step.which() % SETTLED.size());
        Treasury upper = isFirst ? centre : city;
        Treasury lower = isFirst ? city : district;
        Id<Settlement> id = Settlement.id("J-" + numbers++);
        if (upper.issue(id.value(), upper.settled(lower.level.division, kind, 1 + step.size() * 23L))
                .isDone()) {
            issued.put(id, upper);
        }
    }

    private void confirm(Id<Settlement> id) {
        Treasury upper = issuer(id);
        Outcome unused = below(upper).confirm(upper.level.division, id.value());
    }

    Treasury sender(Id<CashTransfer> id) {
        return java.util.Objects.requireNonNull(sent.get(id));
    }

    Treasury issuer(Id<Settlement> id) {
        return java.util.Objects.requireNonNull(issued.get(id));
    }

    Treasury below(Treasury upper) {
        return upper == centre ? city : district;
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
        Outcome unused = treasury(letter.division()).level.tell(letter);
        post();
    }

    private void post() {
        all().forEach(treasury -> mail.addAll(treasury.level.take()));
    }

    private Treasury treasury(String division) {
        return all().stream()
                .filter(treasury -> treasury.level.division.equals(division))
                .findFirst()
                .orElseThrow();
    }

    /** Pays, delivers and confirms until nobody waits for anything. */
    void settle() {
        sent.forEach((id, from) -> {
            if (from.level.find(id).state() == CashTransfer.State.ORDERED) {
                from.level.done(from.pay(id.value()));
            }
        });
        for (int round = 0; round < 20; round++) {
            loops.forEach(loop -> mail.addAll(loop.outbox()));
            if (mail.isEmpty()) {
                issued.keySet().forEach(this::confirm);
                return;
            }
            while (!mail.isEmpty()) {
                hand(mail.remove(0));
            }
        }
        throw new AssertionError("messages remain: " + mail);
    }

    private static <D> Optional<D> pick(Map<D, Treasury> of, Step step) {
        ImmutableList<D> all = ImmutableList.copyOf(of.keySet());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(step.which() % all.size()));
    }

    /** What of an upper level's claim on a lower one the lower one has not booked: money and settlements on their way. */
    long onItsWay(Treasury upper, Treasury lower) {
        long fen = 0;
        for (Map.Entry<Id<CashTransfer>, Treasury> entry : sent.entrySet()) {
            CashTransfer money = entry.getValue().level.find(entry.getKey());
            boolean isBooked = money.terms().sent().isPresent()
                    && lower.level
                            .loop
                            .find(ReceivedCash.id(upper.level.division, entry.getKey()))
                            .isEmpty();
            if (entry.getValue() == upper && money.terms().kind() == CashTerms.Kind.CASH_ADVANCE && isBooked) {
                fen += money.terms().fen();
            }
        }
        for (Map.Entry<Id<Settlement>, Treasury> entry : issued.entrySet()) {
            SettlementTerms terms = entry.getValue().level.find(entry.getKey()).terms();
            boolean isConfirmed = lower.level
                    .loop
                    .find(ReceivedSettlement.id(upper.level.division, entry.getKey()))
                    .filter(found -> found.state() == ReceivedSettlement.State.CONFIRMED)
                    .isPresent();
            if (entry.getValue() == upper && !isConfirmed) {
                fen += terms.kind() == SettlementTerms.Kind.GRANT ? -terms.fen() : terms.fen();
            }
        }
        return fen;
    }

    /** Where everything stands. */
    ImmutableList<String> states() {
        ImmutableList.Builder<String> states = ImmutableList.builder();
        sent.forEach((id, from) -> states.add(id + " " + from.level.find(id).trail()));
        issued.forEach((id, from) -> states.add(id + " "
                + from.level.find(id).trail() + " "
                + below(from)
                        .level
                        .find(ReceivedSettlement.id(from.level.division, id))
                        .terms()));
        return states.build();
    }
}
