package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * A random history: it asks and tells the loop, and the naive model beside it, and lets itself be looked at before and
 * after every input.
 */
final class Walk {
    static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());

    /** Somebody who looks at a history before and after every input. */
    interface Watcher {
        default void before(Walk walk) {}

        void after(Walk walk);
    }

    final Naive naive = new Naive();
    final Teller teller = new Teller(naive);
    final Journal journal;
    final World world;
    final FiscalLoop loop;

    /** Every input in the order in which it came, and what became of it at first. */
    final List<Input> inputs = new ArrayList<>();

    final List<Outcome> outcomes = new ArrayList<>();

    /** Where the naive model and the loop judged differently. */
    final List<String> surprises = new ArrayList<>();

    /** The records of the last input, its own first, then those of notices that had waited. */
    ImmutableList<JournalRecord> records = ImmutableList.of();

    private final Watcher watcher;
    private final Steps steps = new Steps(this);
    private long read;
    private int numbers;

    private Walk(RuleTimeline rules, Watcher watcher) {
        this(rules, new InMemoryJournal(), watcher);
    }

    private Walk(RuleTimeline rules, Journal journal, Watcher watcher) {
        this(World.open(rules, journal), journal, watcher);
    }

    private Walk(World world, Journal journal, Watcher watcher) {
        this.watcher = watcher;
        this.journal = journal;
        this.world = world;
        this.loop = world.loop();
        this.read = loop.size();
    }

    /** The history of these steps, after enough of a beginning that payments are possible. */
    static Walk of(List<Step> steps, Watcher watcher) {
        return new Walk(RULES, watcher).take(Step.BEGINNING, 0).take(steps, 1);
    }

    /** The history of these steps under dual control of payments, in which time goes by fast; its beginning makes plans. */
    static Walk planned(List<Step> steps, Watcher watcher) {
        Walk walk = new Walk(Plans.RULES, watcher);
        walk.naive.isPlanned = true;
        return walk.take(Step.PLANNED_BEGINNING, 0).take(steps, Plans.NAP);
    }

    /** The history of these steps, most of them payments, while payments are monitored, by rules and by a vendor. */
    static Walk monitored(List<Step> steps, Watcher watcher) {
        Journal journal = new InMemoryJournal();
        Walk walk = new Walk(World.open(Monitors.RULES, journal, Monitors.PORT), journal, watcher);
        walk.naive.isMonitored = true;
        return walk.take(Step.BEGINNING, 0)
                .take(steps.stream().map(Monitors::ofPayment).toList(), 1);
    }

    /** The history of these steps, most of them payments, where finance reviews what agencies pay from an amount on. */
    static Walk reviewed(List<Step> steps, Watcher watcher) {
        Walk walk = new Walk(FinanceReviews.RULES, watcher);
        walk.naive.reviewedFrom = FinanceReviews.FROM;
        return walk.take(Step.BEGINNING, 0)
                .take(steps.stream().map(FinanceReviews::ofPayment).toList(), 1);
    }

    /** The history of these steps, after a beginning with batches that are paid. */
    static Walk batches(List<Step> steps, Watcher watcher) {
        return new Walk(RULES, watcher).take(Step.BATCH_BEGINNING, 0).take(steps, 1);
    }

    /** @param nap how many days go by now and then */
    private Walk take(List<Step> some, int nap) {
        for (Step step : some) {
            for (int days = step.which() % 5 == 0 ? nap : 0; days > 0; days--) {
                world.sleep();
            }
            steps.take(step);
        }
        return this;
    }

    /** A document that must be there. */
    <D extends Document> D find(Id<D> id) {
        return loop.find(id).orElseThrow(() -> new AssertionError("there is no " + id));
    }

    /** The next number, for ids. */
    int number() {
        return numbers++;
    }

    /** What was told or asked last. */
    Input input() {
        return inputs.get(inputs.size() - 1);
    }

    /** What became of the last input. */
    Outcome outcome() {
        return outcomes.get(outcomes.size() - 1);
    }

    /** Whether the last input was done, and is this. */
    boolean did(Class<? extends Body> body) {
        return outcome().isDone() && body.isInstance(input().body());
    }

    /** Whether the last input was this act, and done. */
    boolean did(String action) {
        return outcome().isDone()
                && input().body() instanceof Act act
                && act.action().equals(action);
    }

    /** Asks for an act; the naive model says whether it will be accepted, and changes itself if it is. */
    boolean act(String actor, Id<?> document, Enum<?> action, boolean isExpected, Runnable change) {
        return ask(actor, Act.of(document, action), isExpected, change);
    }

    /** Asks; the naive model says whether it will be accepted, and changes itself if it is. */
    boolean ask(String actor, Body body, boolean isExpected, Runnable change) {
        Command command = world.command(actor, body);
        watcher.before(this);
        Outcome outcome = loop.ask(command);
        compare(command, isExpected ? JournalRecord.Outcome.ACCEPTED : JournalRecord.Outcome.REFUSED, outcome);
        if (outcome.isDone()) {
            change.run();
        }
        took(command, outcome);
        return outcome.isDone();
    }

    /** Tells; the naive model has said what will become of it. */
    void tell(Body body, ImmutableList<Teller.Told> told) {
        watcher.before(this);
        Notice notice = world.notice("n" + number(), body);
        Outcome outcome = loop.tell(notice);
        compare(notice, teller.tell(told), outcome);
        took(notice, outcome);
    }

    /** Tells of a demand; the naive model says what becomes of it. */
    void tell(Body body, NaiveDemands.Told told) {
        watcher.before(this);
        Notice notice = world.notice("n" + number(), body);
        Outcome outcome = loop.tell(notice);
        compare(notice, naive.collected.tell(told), outcome);
        took(notice, outcome);
    }

    /** Tells of income. */
    void tell(Body body, JournalRecord.Outcome expected, Runnable change) {
        tell(world.notice("n" + number(), body), expected, change);
    }

    /** Tells what somebody else than the bank does. */
    void tell(Notice notice, JournalRecord.Outcome expected, Runnable change) {
        watcher.before(this);
        Outcome outcome = loop.tell(notice);
        compare(notice, expected, outcome);
        change.run();
        took(notice, outcome);
    }

    /** Gives an input again, or another one under its id. */
    void again(Input input) {
        watcher.before(this);
        Outcome outcome = give(loop, input);
        took(input, outcome);
    }

    /** Gives an input to a loop. */
    static Outcome give(FiscalLoop loop, Input input) {
        return input instanceof Command command ? loop.ask(command) : loop.tell((Notice) input);
    }

    private void compare(Input input, JournalRecord.Outcome expected, Outcome outcome) {
        if (outcome.result() != expected) {
            surprises.add(input + " is " + outcome.result() + ", the naive model expects " + expected + " "
                    + outcome.refusals().stream()
                            .map(r -> r.code() + ": " + r.text())
                            .toList());
        }
    }

    private void took(Input input, Outcome outcome) {
        inputs.add(input);
        outcomes.add(outcome);
        ImmutableList.Builder<JournalRecord> taken = ImmutableList.builder();
        try (RecordCursor cursor = loop.records(read)) {
            cursor.forEachRemaining(traced -> taken.add(traced.record()));
        }
        records = taken.build();
        read = loop.size();
        records.forEach(this::draw);
        watcher.after(this);
    }

    /** The ids of draft vouchers are the loop's own; their amounts are those of the payments they are of. */
    private void draw(JournalRecord record) {
        for (JournalRecord.LinkedMove moved : record.moves()) {
            Id<?> id = moved.move().document();
            if (id.kind().equals(AgencyVoucher.KIND) && moved.move().from().isEmpty()) {
                var terms =
                        loop.find(AgencyVoucher.id(id.value())).orElseThrow().terms();
                boolean isPayment = terms.direction() == org.fiscalloop.accounting.AgencyVoucherTerms.Direction.PAYMENT;
                naive.drafts.put(
                        id.value(),
                        new Naive.NaiveDraft(
                                id.value(),
                                terms.agency(),
                                terms.cause(),
                                isPayment ? terms.openFen() : -terms.openFen()));
            }
        }
    }

    /** One of these, by a number. */
    static <P> P one(ImmutableList<P> of, int which) {
        return of.get(Math.floorMod(which, of.size()));
    }

    static <P> P one(Map<String, P> of, int which) {
        return one(Naive.all(of), which);
    }
}
