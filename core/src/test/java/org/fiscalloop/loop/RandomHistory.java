package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.LoopBodies.MatchAgain;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * A random history for whoever lives it over tables of his own: what came in, from the founding of the {@link World} on,
 * what became of each, and the loop that lived it. One seed and size give one history, in every machine.
 *
 * @param inputs every input in the order in which it came, repeats and conflicts among them
 * @param outcomes the record that answered each of them
 * @param loop the loop that has taken them in
 */
public record RandomHistory(ImmutableList<Input> inputs, ImmutableList<JournalRecord> outcomes, FiscalLoop loop) {
    /** The rules under which it is lived. */
    public static final RuleTimeline RULES = Walk.RULES;

    /** The history of a seed. A step gives no input or several. */
    public static RandomHistory of(long seed, int steps) {
        ImmutableList<JournalRecord> founding = records(World.open().loop());
        Walk walk = Walk.of(Step.some(seed, steps), nobody -> {});
        List<Input> inputs = new ArrayList<>();
        founding.forEach(record -> input(record).ifPresent(inputs::add));
        inputs.addAll(walk.inputs);
        List<JournalRecord> outcomes = new ArrayList<>(founding);
        walk.outcomes.forEach(outcome -> outcomes.add(outcome.record()));
        return new RandomHistory(ImmutableList.copyOf(inputs), ImmutableList.copyOf(outcomes), walk.loop);
    }

    /** What a loop has taken in, made again of its records; what it matched by itself is not among them. */
    public static ImmutableList<Input> inputsOf(FiscalLoop loop) {
        return records(loop).stream().flatMap(record -> input(record).stream()).collect(toImmutableList());
    }

    /** All records of a loop. */
    public static ImmutableList<JournalRecord> records(FiscalLoop loop) {
        ImmutableList.Builder<JournalRecord> records = ImmutableList.builder();
        try (RecordCursor cursor = loop.records(0)) {
            cursor.forEachRemaining(traced -> records.add(traced.record()));
        }
        return records.build();
    }

    private static Optional<Input> input(JournalRecord record) {
        JournalRecord.Header header = record.header();
        InputId id = new InputId(header.sender(), header.id());
        Body body = (Body) record.content();
        if (body instanceof MatchAgain) {
            return Optional.empty();
        }
        return Optional.of(
                header.kind() == JournalRecord.Kind.COMMAND
                        ? new Command(id, header.actor(), header.division(), header.fiscalYear(), header.on(), body)
                        : new Notice(id, header.division(), header.fiscalYear(), header.on(), body));
    }
}
