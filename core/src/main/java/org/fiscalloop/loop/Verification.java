package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.LoopBodies.MatchAgain;
import org.fiscalloop.monitoring.Examined;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.Monitoring;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.monitoring.Verdict;
import org.fiscalloop.payment.PaymentEvents.PaymentMonitored;
import org.fiscalloop.payment.PaymentEvents.VoucherPaid;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * Deriving every record of a journal again with the rulebook it names (复核): replay never does this, for rules run once.
 *
 * <p>Each record is derived from the state that the records before it left, and then taken in as it is stored.
 */
public final class Verification {
    /**
     * Where what is stored is not what its rulebook gives.
     *
     * @param position of the record
     * @param part the part that differs, or {@code rulebook} if the rulebook it names is not at hand
     * @param stored what is stored
     * @param derived what is derived
     */
    public record Difference(long position, String part, String stored, String derived) {}

    private final RuleTimeline rules;
    private final LoopState state;
    private final ImmutableList.Builder<Difference> differences = ImmutableList.builder();

    Verification(RuleTimeline rules, LoopState state) {
        this.rules = rules;
        this.state = state;
    }

    /** Derives one record again and takes it in. */
    void take(FiscalLoop.Traced stored, RulesInForce known) {
        JournalRecord record = stored.record();
        Bytes fingerprint = record.header().fingerprint();
        Optional<RulesInForce> pinned = rules.byFingerprint(fingerprint);
        if (pinned.isPresent() || fingerprint.equals(Engine.NO_RULES)) {
            state.monitor(saidThen(record));
            compare(stored, derive(record, rules.pinned(pinned)));
        } else {
            differ(stored.position(), "rulebook", fingerprint, "not at hand");
        }
        state.replay(record, stored.position(), known.books(), known);
    }

    /** What a vendor's monitoring said then, as the record has it; nobody where none was asked. */
    private static Optional<MonitoringPort> saidThen(JournalRecord record) {
        ImmutableList<Verdict> said = record.events().stream()
                .flatMap(event -> monitoring(event).stream())
                .flatMap(examined -> examined.verdicts().stream())
                .filter(verdict -> !Monitoring.isBuiltIn(verdict))
                .collect(toImmutableList());
        ImmutableList<Verdict> forbade = record.refusals().stream()
                .filter(refusal -> refusal.code().startsWith(Verdict.AREA))
                .map(refusal -> new Verdict(Handling.FORBID, refusal))
                .filter(verdict -> !Monitoring.isBuiltIn(verdict))
                .collect(toImmutableList());
        boolean wasAsked = !forbade.isEmpty()
                || record.events().stream().anyMatch(event -> monitoring(event).isPresent());
        return wasAsked ? Optional.of((payment, reads) -> forbade.isEmpty() ? said : forbade) : Optional.empty();
    }

    private static Optional<Examined> monitoring(Object event) {
        if (event instanceof PaymentMonitored handedIn) {
            return Optional.of(handedIn.monitoring());
        }
        return event instanceof VoucherPaid paid ? paid.monitoring() : Optional.empty();
    }

    ImmutableList<Difference> differences() {
        return differences.build();
    }

    private JournalRecord derive(JournalRecord record, RuleTimeline pinned) {
        JournalRecord.Header header = record.header();
        InputId id = new InputId(header.sender(), header.id());
        Body body = (Body) record.content();
        if (header.kind() == JournalRecord.Kind.COMMAND) {
            Command command =
                    new Command(id, header.actor(), header.division(), header.fiscalYear(), header.on(), body);
            return Engine.answer(command, state, pinned).record();
        }
        if (body instanceof MatchAgain again) {
            return Engine.matchAgain(again.document(), state, pinned)
                    .map(Effects::record)
                    .orElse(record);
        }
        Notice notice = new Notice(id, header.division(), header.fiscalYear(), header.on(), body);
        return first(record)
                .map(first -> Engine.contradict(notice, new InputId(id.sender(), first), state, pinned))
                .orElseGet(() -> Engine.book(notice, state, pinned))
                .record();
    }

    /** The key under which a notice came first that is listed because it came again with another content. */
    private static Optional<String> first(JournalRecord record) {
        int sender = record.header().sender().length() + 1;
        return record.refusals().stream()
                .filter(refusal -> refusal.reason().equals(LoopReasons.ID_CONFLICT))
                .map(refusal -> refusal.facts().get("input"))
                .flatMap(Stream::ofNullable)
                .map(input -> ((Fact.Text) input).value().substring(sender))
                .findFirst();
    }

    private void compare(FiscalLoop.Traced stored, JournalRecord derived) {
        JournalRecord record = stored.record();
        long position = stored.position();
        compare(position, "outcome", record.header().outcome(), derived.header().outcome());
        compare(position, "events", record.events(), derived.events());
        compare(position, "moves", record.moves(), derived.moves());
        compare(position, "entries", record.entries(), derived.entries());
        compare(position, "refusals", record.refusals(), derived.refusals());
        compare(position, "warnings", record.warnings(), derived.warnings());
    }

    private void compare(long position, String part, Object stored, Object derived) {
        if (!stored.equals(derived)) {
            differ(position, part, stored, derived);
        }
    }

    private void differ(long position, String part, Object stored, Object derived) {
        differences.add(new Difference(position, part, stored.toString(), derived.toString()));
    }
}
