package org.fiscalloop.loop;

import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The engine: every input passes it, in the loop and in a host's own transaction alike. It is a pure function of the
 * input, of what it reads by key, and of the rules; it keeps nothing.
 */
public final class Engine {
    private static final Bytes NO_RULES = Bytes.fromHex("0".repeat(2 * JournalRecord.Header.FINGERPRINT_LENGTH));

    private Engine() {}

    /**
     * What a command would do, or why it is refused: access, lifecycle, decision, postings, gate. Nothing is remembered.
     *
     * <p>Refused with all refusals of the first step that refuses.
     */
    public static Decision<Effects> decide(Command command, StateReads state, RuleTimeline rules) {
        Decision<RulesInForce> found = rules(command, state, rules);
        return found.flatMap(inForce -> new CommandAttempt(command, state, inForce, rules.flows()).decide());
    }

    /**
     * All that a command makes a host write: what it does, or one record that remembers the refusal.
     *
     * <p>Whoever calls this has asked {@link StateReads#recorded} whether the command came before.
     */
    public static Effects answer(Command command, StateReads state, RuleTimeline rules) {
        return decide(command, state, rules)
                .match(
                        accepted -> warned(accepted.value(), accepted.warnings()),
                        refused -> remembered(command, refused.refusals(), fingerprint(command, rules)));
    }

    /** All that a notice makes a host write: it is booked, parked or listed, never refused. */
    public static Effects book(Notice notice, StateReads state, RuleTimeline rules) {
        RulesInForce inForce = rules.at(notice.division(), notice.fiscalYear(), notice.on())
                .orElseThrow(() -> new IllegalArgumentException("no rulebook for the notice " + notice));
        return new NoticeAttempt(notice, state, inForce, rules.flows()).book();
    }

    /** A notice that came before with another content: it is listed, nothing is booked. */
    static Effects contradict(Notice notice, InputId first, StateReads state, RuleTimeline rules) {
        RulesInForce inForce = rules.at(notice.division(), notice.fiscalYear(), notice.on())
                .orElseThrow(() -> new IllegalArgumentException("no rulebook for the notice " + notice));
        return new NoticeAttempt(notice, state, inForce, rules.flows()).contradict(first);
    }

    /** What a parked notice makes a host write now that its document has moved; absent if it still waits or waits no longer. */
    public static Optional<Effects> matchAgain(Id<NoticeCase> parked, StateReads state, RuleTimeline rules) {
        NoticeCase waiting =
                state.find(parked).orElseThrow(() -> new IllegalArgumentException("no such notice: " + parked));
        if (waiting.state() != NoticeState.PARKED) {
            return Optional.empty();
        }
        NoticeTerms terms = waiting.terms();
        Notice notice = new Notice(terms.notice(), terms.division(), terms.fiscalYear(), terms.on(), terms.body());
        RulesInForce inForce = rules.at(terms.division(), terms.fiscalYear(), terms.on())
                .orElseThrow(() -> new IllegalArgumentException("no rulebook for the notice " + notice));
        return new NoticeAttempt(notice, state, inForce, rules.flows()).matchAgain(waiting);
    }

    private static Decision<RulesInForce> rules(Input input, StateReads state, RuleTimeline rules) {
        Optional<RulesInForce> found = rules.at(input.division(), input.fiscalYear(), input.on());
        Facts facts = Facts.of("division", text(input.division())).and("year", count(input.fiscalYear()));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.of(LoopReasons.NO_RULEBOOK, facts.and("on", day(input.on()))));
        }
        Bytes fingerprint = found.get().fingerprint();
        if (input.body() instanceof AdoptRulebook adopt) {
            return adopt.fingerprint().equals(fingerprint)
                            && adopt.division().equals(input.division())
                            && adopt.fiscalYear() == input.fiscalYear()
                    ? Decision.accepted(found.get())
                    : Decision.refused(Refusal.of(
                            LoopReasons.OTHER_RULEBOOK,
                            facts.and("fingerprint", text(adopt.fingerprint().toString()))
                                    .and(Refusal.ALLOWED, texts(ImmutableList.of(fingerprint.toString())))));
        }
        return state.find(Adoption.id(
                                input.division(),
                                input.fiscalYear(),
                                found.get().fingerprintText()))
                        .isPresent()
                ? Decision.accepted(found.get())
                : Decision.refused(
                        Refusal.of(LoopReasons.NOT_ADOPTED, facts.and("fingerprint", text(fingerprint.toString()))));
    }

    static Bytes fingerprint(Input input, RuleTimeline rules) {
        return rules.at(input.division(), input.fiscalYear(), input.on())
                .map(RulesInForce::fingerprint)
                .orElse(NO_RULES);
    }

    private static Effects remembered(Command command, ImmutableList<Refusal> refusals, Bytes fingerprint) {
        return new Effects(
                new JournalRecord(
                        header(command, fingerprint, Outcome.REFUSED),
                        command.body(),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        refusals,
                        ImmutableList.of()),
                ImmutableList.of(),
                ImmutableList.of());
    }

    private static Effects warned(Effects effects, ImmutableList<Refusal> warnings) {
        if (warnings.isEmpty()) {
            return effects;
        }
        JournalRecord r = effects.record();
        return new Effects(
                new JournalRecord(r.header(), r.content(), r.events(), r.moves(), r.entries(), r.refusals(), warnings),
                effects.documents(),
                effects.changes());
    }

    static JournalRecord.Header header(Input input, Bytes fingerprint, Outcome outcome) {
        return new JournalRecord.Header(
                input.id().sender(),
                input.id().value(),
                input instanceof Command command ? command.actor() : "",
                input.division(),
                input.fiscalYear(),
                input.on(),
                fingerprint,
                outcome);
    }
}
