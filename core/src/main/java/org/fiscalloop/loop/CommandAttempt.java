package org.fiscalloop.loop;

import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.access.AccessCheck;
import org.fiscalloop.access.AccessFlow;
import org.fiscalloop.access.AccessRules;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.LifecycleReasons;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Step;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/** One command on its way through access, lifecycle, decision, postings and gate. It lives for one decision. */
final class CommandAttempt {
    private final Command command;
    private final Attempt attempt;
    private final Id<?> id;

    CommandAttempt(Command command, StateReads state, RulesInForce rules, RuleTimeline timeline) {
        this.command = command;
        this.attempt = new Attempt(command, state, rules, timeline);
        this.id = command.body().document();
    }

    Decision<Effects> decide() {
        Optional<Document> found = attempt.reads().find(id).map(document -> document);
        Optional<Refusal> elsewhere = found.flatMap(this::elsewhere);
        if (elsewhere.isPresent()) {
            return Decision.refused(elsewhere.get());
        }
        DocumentType<?, ?, ?> type = attempt.flows().document(id.kind());
        return command.body() instanceof Act act ? act(act, type, found) : ask(command.body(), type, found);
    }

    private Optional<Refusal> elsewhere(Document document) {
        return document.division().equals(command.division())
                ? Optional.empty()
                : Optional.of(Attempt.otherDivision(document, command));
    }

    private Decision<Effects> act(Act act, DocumentType<?, ?, ?> type, Optional<Document> found) {
        if (found.isEmpty()) {
            return Decision.refused(Refusal.of(LoopReasons.UNKNOWN, Facts.of("document", text(id.toString()))));
        }
        Optional<CommandType<?>> withContent = attempt.flows().commandFor(id.kind(), act.action());
        if (withContent.isPresent() && !attempt.flows().isAskedByAct(id.kind(), act.action())) {
            return Decision.refused(Refusal.of(
                    LoopReasons.CONTENT_MISSING,
                    Facts.of("document", text(id.toString()))
                            .and("action", text(act.action()))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(ImmutableList.of(
                                            withContent.get().shape().name())))));
        }
        Optional<Flow.ActType> row = attempt.flows().act(act);
        CommandType.Decide<Act> decide = row.isPresent()
                ? row.get().decide()
                : (body, c) -> Decision.accepted(ImmutableList.of(Happening.of(new Moved(c.move()))));
        return existing(type, (FlowDocument<?, ?>) found.get(), act.action(), act, ImmutableList.of(), decide);
    }

    private <B extends Body> Decision<Effects> ask(B body, DocumentType<?, ?, ?> type, Optional<Document> found) {
        CommandType<B> row = attempt.flows().command(body);
        if (attempt.duty(type, row.action()).isPresent()) {
            return creating(type, row, body, found);
        }
        if (found.isEmpty()) {
            return Decision.refused(Refusal.of(LoopReasons.UNKNOWN, Facts.of("document", text(id.toString()))));
        }
        return existing(
                type,
                (FlowDocument<?, ?>) found.get(),
                row.action().name(),
                body,
                row.filled().apply(body),
                row.decide());
    }

    private <B extends Body> Decision<Effects> creating(
            DocumentType<?, ?, ?> type, CommandType<B> row, B body, Optional<Document> found) {
        Duty duty = attempt.duty(type, row.action()).orElseThrow();
        AccessCheck who = new AccessCheck(
                command.actor(), command.division(), row.agency().apply(body));
        Optional<Refusal> refused = who.refuse(
                ImmutableList.of(duty), attempt.reads(), attempt.rules().of(AccessFlow.RULES));
        if (refused.isPresent()) {
            return Decision.refused(refused.get());
        }
        if (found.isPresent()) {
            return Decision.refused(Refusal.of(LoopReasons.EXISTS, Facts.of("document", text(id.toString()))));
        }
        Optional<Refusal> misplaced = misplaced(row.filled().apply(body), command.fiscalYear(), who.agency(), duty);
        if (misplaced.isPresent()) {
            return Decision.refused(misplaced.get());
        }
        Decision<Move> created = attempt.create(id, row.action());
        return created.flatMap(move -> row.decide().decide(body, attempt.facts(Optional.empty(), Optional.of(move))))
                .flatMap(this::finish);
    }

    private <B extends Body> Decision<Effects> existing(
            DocumentType<?, ?, ?> type,
            FlowDocument<?, ?> document,
            String action,
            B body,
            ImmutableList<? extends Terms> filled,
            CommandType.Decide<B> decide) {
        Decision<ImmutableList<Move>> moves = moves(type, document, action, body, filled);
        return moves.flatMap(steps -> {
            Move last = steps.get(steps.size() - 1);
            return decide.decide(body, attempt.facts(Optional.of(document), Optional.of(last)))
                    .flatMap(happenings -> finish(before(steps, happenings)));
        });
    }

    /** The posts that evidence names are passed one by one; what the act makes happen comes with the last. */
    private static ImmutableList<Happening> before(ImmutableList<Move> steps, ImmutableList<Happening> happenings) {
        if (steps.size() == 1) {
            return happenings;
        }
        ImmutableList.Builder<Happening> all = ImmutableList.builder();
        steps.subList(0, steps.size() - 1).forEach(move -> all.add(Happening.of(new Moved(move))));
        return all.addAll(happenings).build();
    }

    private <T extends Terms, S extends Enum<S>, D extends FlowDocument<T, S>> Decision<ImmutableList<Move>> moves(
            DocumentType<D, T, S> type,
            FlowDocument<?, ?> document,
            String action,
            Body body,
            ImmutableList<? extends Terms> filled) {
        D typed = type.kind().type().cast(document);
        return moves(type, Attempt.lifecycle(type, typed, attempt.rules()), typed, action, body, filled);
    }

    private <T extends Terms, S extends Enum<S>, A extends Enum<A>, D extends FlowDocument<T, S>>
            Decision<ImmutableList<Move>> moves(
                    DocumentType<D, T, S> type,
                    Lifecycle<S, A> lifecycle,
                    D document,
                    String name,
                    Body body,
                    ImmutableList<? extends Terms> filled) {
        Optional<A> action = lifecycle.action(name);
        if (action.isEmpty()) {
            return Decision.refused(Refusal.of(
                    LoopReasons.NO_SUCH_ACTION,
                    Facts.of("document", text(id.toString()))
                            .and("action", text(name))
                            .and(Refusal.ALLOWED, texts(asked(lifecycle.actions())))));
        }
        ReviewChains chains = type.reviews().apply(attempt.rules());
        Standing<S> standing = document.standing();
        Optional<Duty> duty = lifecycle.duty(standing, action.get(), chains, document.trail());
        Optional<Refusal> refused = access(duty, document)
                .or(() -> duty.flatMap(needed -> ofOtherYear(document)))
                .or(() -> duty.flatMap(needed -> misplaced(filled, document.fiscalYear(), document.agency(), needed)))
                .or(() -> duty.flatMap(needed -> attempt.backdated(lifecycle, standing, document)));
        if (refused.isPresent()) {
            return Decision.refused(refused.get());
        }
        Decision<Step<S, A>> step = lifecycle
                .step(standing, action.get(), chains, document.trail(), command.actor())
                .mapRefusals(this::asked);
        if (body instanceof Act act && act.evidence().isPresent()) {
            Evidence evidence = act.evidence().get();
            return step.flatMap(told ->
                            lifecycle.pass(standing, action.get(), chains, document.trail(), evidence, command.on()))
                    .flatMap(steps -> heldBy(evidence, steps, document));
        }
        return step.map(only -> moves(ImmutableList.of(only)));
    }

    /** What would be allowed instead is what somebody may ask: what happens with another document alone is not. */
    private Refusal asked(Refusal refusal) {
        if (!refusal.reason().equals(LifecycleReasons.NOT_ALLOWED)) {
            return refusal;
        }
        ImmutableMap.Builder<String, Fact> facts = ImmutableMap.builder();
        facts.putAll(refusal.facts());
        facts.put(Refusal.ALLOWED, texts(asked(refusal.allowed())));
        return new Refusal(refusal.reason(), facts.buildKeepingLast());
    }

    private ImmutableList<String> asked(ImmutableList<String> actions) {
        return actions.stream()
                .filter(action -> !attempt.flows().askedBy(id.kind(), action).isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    /** Whoever the evidence names must hold the duty of the post, as if he or she had asked at the door. */
    private <S extends Enum<S>, A extends Enum<A>> Decision<ImmutableList<Move>> heldBy(
            Evidence evidence, ImmutableList<Step<S, A>> steps, Document document) {
        ImmutableList.Builder<Refusal> refused = ImmutableList.builder();
        for (int i = 0; i < steps.size(); i++) {
            AccessCheck.of(evidence.steps().get(i).actor(), document)
                    .refuse(
                            ImmutableList.of(steps.get(i).duty()),
                            attempt.reads(),
                            attempt.rules().of(AccessFlow.RULES))
                    .ifPresent(refused::add);
        }
        ImmutableList<Refusal> refusals = refused.build();
        return refusals.isEmpty() ? Decision.accepted(moves(steps)) : new Decision.Refused<>(refusals);
    }

    private <S extends Enum<S>, A extends Enum<A>> ImmutableList<Move> moves(ImmutableList<Step<S, A>> steps) {
        ImmutableList.Builder<Move> moves = ImmutableList.builderWithExpectedSize(steps.size());
        for (Step<S, A> step : steps) {
            moves.add(step.move(id));
        }
        return moves.build();
    }

    /**
     * Why what is filled in may not stand where it says: in the division of the command and the fiscal year of its
     * document, for an agency for which the actor holds the duty. It is asked before anything of the place is read.
     *
     * @param agency the agency for which the actor has been found to hold the duty
     */
    private Optional<Refusal> misplaced(ImmutableList<? extends Terms> filled, int year, String agency, Duty duty) {
        for (Terms terms : filled) {
            if (!terms.division().equals(command.division()) || terms.fiscalYear() != year) {
                return Optional.of(elsewhere(terms.division() + "/" + terms.fiscalYear(), year));
            }
            Optional<Refusal> refused = terms.agency().equals(agency)
                    ? Optional.empty()
                    : new AccessCheck(command.actor(), terms.division(), terms.agency())
                            .refuse(
                                    ImmutableList.of(duty),
                                    attempt.reads(),
                                    attempt.rules().of(AccessFlow.RULES));
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /** Why a command of one year may not move a document of another: its year's rules decide. */
    private Optional<Refusal> ofOtherYear(FlowDocument<?, ?> document) {
        int year = document.fiscalYear();
        return !document.terms().isOfOneYear() || year == command.fiscalYear()
                ? Optional.empty()
                : Optional.of(elsewhere(document.division() + "/" + year, command.fiscalYear()));
    }

    private Refusal elsewhere(String given, int year) {
        return Refusal.of(
                LoopReasons.ELSEWHERE,
                Facts.of("document", text(id.toString()))
                        .and("given", text(given))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(command.division() + "/" + year))));
    }

    /** Where the table has no row the actor must at least be somebody here, before anything is said about the document. */
    private Optional<Refusal> access(Optional<Duty> duty, Document document) {
        AccessRules rules = attempt.rules().of(AccessFlow.RULES);
        AccessCheck who = AccessCheck.of(command.actor(), document);
        return duty.isPresent()
                ? who.refuse(ImmutableList.of(duty.get()), attempt.reads(), rules)
                : who.refuseStranger(attempt.reads(), rules);
    }

    private Decision<Effects> finish(ImmutableList<Happening> happenings) {
        return attempt.finish(happenings, Outcome.ACCEPTED, ImmutableList.of());
    }
}
