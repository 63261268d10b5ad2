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
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.JournalRecord.Kind;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.journal.Output;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The engine: every input passes it, in the loop and in a host's own transaction alike. It is a pure function of the
 * input, of what it reads by key, and of the rules; it keeps nothing.
 */
public final class Engine {
    /** The fingerprint of a record for which no rulebook was in force. */
    static final Bytes NO_RULES = Bytes.fromHex("0".repeat(2 * JournalRecord.Header.FINGERPRINT_LENGTH));

    private Engine() {}

    /** What the engine answers to an input: it is written, it was written before, or its id stands for something else. */
    public sealed interface Answer {
        /**
         * The input is new.
         *
         * @param effects all that a host must write, or nothing
         */
        record Fresh(Effects effects) implements Answer {
            @Override
            public JournalRecord record() {
                return effects.record();
            }
        }

        /**
         * The input came before with this content: nothing is written.
         *
         * @param record its first outcome; what has become since of a notice that was parked or listed then says
         *     {@link NoticeCase#of} of the record's input
         */
        record Repeated(JournalRecord record) implements Answer {}

        /**
         * A command came before with another content: nothing is written.
         *
         * @param record the refusal, which is not remembered
         */
        record Conflicting(JournalRecord record) implements Answer {}

        /** What is answered to whoever asked or told. */
        JournalRecord record();
    }

    /**
     * What a command would do, or why it is refused: access, lifecycle, decision, postings, gate. Nothing is remembered.
     *
     * <p>Refused with all refusals of the first step that refuses.
     *
     * @throws IllegalArgumentException if it is no command: its body is that of a notice, or cannot be written
     */
    public static Decision<Effects> decide(Command command, StateReads state, RuleTimeline rules) {
        LoopFlow.require(command, new Output());
        return decided(command, state, rules);
    }

    private static Decision<Effects> decided(Command command, StateReads state, RuleTimeline rules) {
        Decision<RulesInForce> found = rules(command, state, rules);
        return found.flatMap(
                inForce -> Attempt.guarded(command, () -> new CommandAttempt(command, state, inForce, rules).decide()));
    }

    /**
     * All seven steps but the writing: whether the input came before is asked first.
     *
     * <p>A notice that came before with another content is no repeat and is never lost: it is listed under an id made of
     * its own and its content.
     *
     * @throws IllegalArgumentException if it is no input: a command carries what a notice tells or the other way round, or
     *     its body cannot be written
     */
    public static Answer take(Input input, StateReads state, RuleTimeline rules) {
        return take(input, state, rules, new Output());
    }

    /** The same, the input written in {@code scratch} to see that it can be. */
    static Answer take(Input input, StateReads state, RuleTimeline rules, Output scratch) {
        LoopFlow.require(input, scratch);
        Optional<JournalRecord> first =
                state.recorded(kind(input), input.id()).or(() -> elsewhere(input, state, rules));
        if (first.isEmpty()) {
            return new Answer.Fresh(
                    input instanceof Notice notice
                            ? book(notice, state, rules)
                            : answer((Command) input, state, rules));
        }
        if (isSame(first.get(), input)) {
            return new Answer.Repeated(first.get());
        }
        return input instanceof Notice notice
                ? contradiction(notice, state, rules)
                : new Answer.Conflicting(
                        refused((Command) input, ImmutableList.of(conflict(input.id())), fingerprint(input, rules)));
    }

    private static Kind kind(Input input) {
        return input instanceof Command ? Kind.COMMAND : Kind.NOTICE;
    }

    private static boolean isSame(JournalRecord first, Input input) {
        return header(input, first.header().fingerprint(), first.header().outcome())
                        .equals(first.header())
                && first.content().equals(input.body());
    }

    /** A notice that an opening brought in as a case was told to another loop: what its record would say here. */
    private static Optional<JournalRecord> elsewhere(Input input, StateReads state, RuleTimeline rules) {
        return input instanceof Notice
                ? state.find(NoticeCase.id(input.id(), 0))
                        .map(there -> new JournalRecord(
                                header(
                                        there.terms().told(),
                                        fingerprint(there.terms().told(), rules),
                                        there.outcome()),
                                there.terms().body(),
                                ImmutableList.of(),
                                ImmutableList.of(),
                                ImmutableList.of(),
                                ImmutableList.of(there.terms().problem()),
                                ImmutableList.of()))
                : Optional.empty();
    }

    private static Answer contradiction(Notice notice, StateReads state, RuleTimeline rules) {
        Notice other = notice.withId(notice.id().marked(LoopFlow.digest(notice)));
        Optional<JournalRecord> first =
                state.recorded(Kind.NOTICE, other.id()).or(() -> elsewhere(other, state, rules));
        if (first.isEmpty()) {
            return new Answer.Fresh(contradict(other, notice.id(), state, rules));
        }
        return isSame(first.get(), other) ? new Answer.Repeated(first.get()) : contradiction(other, state, rules);
    }

    private static Refusal conflict(InputId first) {
        return Refusal.of(LoopReasons.ID_CONFLICT, Facts.of("input", text(first.toString())));
    }

    /** All that a command makes a host write: what it does, or one record that remembers the refusal. */
    static Effects answer(Command command, StateReads state, RuleTimeline rules) {
        return decided(command, state, rules)
                .match(
                        accepted -> warned(accepted.value(), accepted.warnings()),
                        refused -> new Effects(
                                refused(command, refused.refusals(), fingerprint(command, rules)),
                                ImmutableList.of(),
                                ImmutableList.of()));
    }

    /** All that a notice makes a host write: it is booked, parked or listed, never refused. */
    static Effects book(Notice notice, StateReads state, RuleTimeline rules) {
        Ruling ruling = ruling(notice, state, rules);
        NoticeAttempt attempt = new NoticeAttempt(notice, state, ruling.rules, rules);
        return ruling.signed(notice, ruling.problem.isPresent() ? attempt.list(ruling.problem.get()) : attempt.book());
    }

    /** A notice that came before with another content: it is listed, nothing is booked. */
    static Effects contradict(Notice notice, InputId first, StateReads state, RuleTimeline rules) {
        Ruling ruling = ruling(notice, state, rules);
        return ruling.signed(notice, new NoticeAttempt(notice, state, ruling.rules, rules).list(conflict(first)));
    }

    /**
     * By which rules a notice is taken in.
     *
     * @param rules the rules; where none are in force those that file it, which any can
     * @param fingerprint what the record says of them
     * @param problem why nothing can be made of it but an exception: none are in force, or they were not adopted
     */
    private record Ruling(RulesInForce rules, Bytes fingerprint, Optional<Refusal> problem) {
        Effects signed(Input input, Effects effects) {
            JournalRecord r = effects.record();
            return r.header().fingerprint().equals(fingerprint)
                    ? effects
                    : new Effects(
                            new JournalRecord(
                                    header(input, fingerprint, r.header().outcome()),
                                    r.content(),
                                    r.events(),
                                    r.moves(),
                                    r.entries(),
                                    r.refusals(),
                                    r.warnings()),
                            effects.documents(),
                            effects.changes());
        }
    }

    /**
     * The rules of the fiscal year of the document that a notice is about: it may be told in the next year. Where the
     * document is not there, or runs on over the years, of the year it says itself.
     */
    private static Ruling ruling(Notice notice, StateReads state, RuleTimeline rules) {
        int year = state.find(notice.body().document())
                .map(document -> (FlowDocument<?, ?>) document)
                .filter(document -> document.terms().isOfOneYear())
                .map(FlowDocument::fiscalYear)
                .orElse(notice.fiscalYear());
        return rules.at(notice.division(), year, notice.on())
                .map(found -> new Ruling(found, found.fingerprint(), notAdopted(notice, year, found, state)))
                .orElseGet(
                        () -> new Ruling(rules.all().get(0), NO_RULES, Optional.of(noRulebook(notice, year, rules))));
    }

    private static Optional<Refusal> notAdopted(Input input, int year, RulesInForce found, StateReads state) {
        return state.find(Adoption.id(input.division(), year, found.fingerprintText()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(LoopReasons.NOT_ADOPTED, named(input, year, found.fingerprint())));
    }

    private static Facts where(Input input, int year) {
        return Facts.of("division", text(input.division())).and("year", count(year));
    }

    private static Facts named(Input input, int year, Bytes fingerprint) {
        return where(input, year).and("fingerprint", text(fingerprint.toString()));
    }

    private static Refusal noRulebook(Input input, int year, RuleTimeline rules) {
        if (rules.fiscalYears().contains(year) && !rules.knows(input.division(), year)) {
            return Refusal.of(LoopReasons.UNKNOWN_DIVISION, where(input, year));
        }
        return Refusal.of(LoopReasons.NO_RULEBOOK, where(input, year).and("on", day(input.on())));
    }

    /** What a parked notice makes a host write now that its document has moved; absent if it still waits or waits no longer. */
    public static Optional<Effects> matchAgain(Id<NoticeCase> parked, StateReads state, RuleTimeline rules) {
        NoticeCase waiting =
                state.find(parked).orElseThrow(() -> new IllegalArgumentException("no such notice: " + parked));
        if (waiting.state() != NoticeState.PARKED) {
            return Optional.empty();
        }
        Notice notice = waiting.terms().told();
        Ruling ruling = ruling(notice, state, rules);
        NoticeAttempt attempt = new NoticeAttempt(notice, state, ruling.rules, rules);
        return attempt.matchAgain(waiting, ruling.problem)
                .map(effects -> ruling.signed(attempt.again(waiting), effects));
    }

    /** Whether the rules by which a parked notice would be matched are in force and adopted. */
    static boolean isRuled(NoticeCase parked, StateReads state, RuleTimeline rules) {
        return ruling(parked.terms().told(), state, rules).problem.isEmpty();
    }

    private static Decision<RulesInForce> rules(Command command, StateReads state, RuleTimeline rules) {
        int year = command.fiscalYear();
        Optional<RulesInForce> found = rules.at(command.division(), year, command.on());
        if (found.isEmpty()) {
            return Decision.refused(noRulebook(command, year, rules));
        }
        Bytes fingerprint = found.get().fingerprint();
        if (command.body() instanceof AdoptRulebook adopt) {
            return adopt.fingerprint().equals(fingerprint)
                            && adopt.division().equals(command.division())
                            && adopt.fiscalYear() == year
                    ? Decision.accepted(found.get())
                    : Decision.refused(Refusal.of(
                            LoopReasons.OTHER_RULEBOOK,
                            named(command, year, adopt.fingerprint())
                                    .and(Refusal.ALLOWED, texts(ImmutableList.of(fingerprint.toString())))));
        }
        if (command.body() instanceof CommitOpening opening
                && opening.brings(
                        Adoption.id(command.division(), year, found.get().fingerprintText()))) {
            return Decision.accepted(found.get());
        }
        return adopted(command, year, state, rules);
    }

    /** The rules of a fiscal year in force for the division of an input on its day, which it must have adopted. */
    static Decision<RulesInForce> adopted(Input input, int year, StateReads state, RuleTimeline rules) {
        return rules.at(input.division(), year, input.on())
                .map(found -> notAdopted(input, year, found, state)
                        .<Decision<RulesInForce>>map(Decision::refused)
                        .orElseGet(() -> Decision.accepted(found)))
                .orElseGet(() -> Decision.refused(noRulebook(input, year, rules)));
    }

    /** A state as deciders and statements read it, measures by the rules in force. */
    public static Reads reads(StateReads state, RulesInForce inForce) {
        return new Attempt.Reading(state, inForce);
    }

    static Bytes fingerprint(Input input, RuleTimeline rules) {
        return rules.at(input.division(), input.fiscalYear(), input.on())
                .map(RulesInForce::fingerprint)
                .orElse(NO_RULES);
    }

    private static JournalRecord refused(Command command, ImmutableList<Refusal> refusals, Bytes fingerprint) {
        return new JournalRecord(
                header(command, fingerprint, Outcome.REFUSED),
                command.body(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                refusals,
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
