package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;

/**
 * The lifecycle of a kind of document (状态机): the table state × action → state, duty and rule.
 *
 * <p>It is sound from the moment it is built, see {@link LifecycleBuilder#build}. It answers what an act leads to, and
 * never moves anything itself.
 *
 * @param <S> the states
 * @param <A> the actions
 */
public final class Lifecycle<S extends Enum<S>, A extends Enum<A>> {

    private final Table<S, A> table;
    private final Severity fourEyes;

    Lifecycle(Table<S, A> table, Severity fourEyes) {
        this.table = table;
        this.fourEyes = fourEyes;
    }

    /** Begins the lifecycle of the documents of this kind, whose code is kebab words. */
    public static <S extends Enum<S>, A extends Enum<A>> LifecycleBuilder<S, A> of(
            String code, Class<S> states, Class<A> actions) {
        return new LifecycleBuilder<>(code, states, actions);
    }

    /** The code of the documents whose lifecycle it is. */
    public String code() {
        return table.code();
    }

    /** The rows: creations first, then by state, and there by action. */
    public ImmutableList<Row<S, A>> rows() {
        return table.rows();
    }

    /** The review phases, as {@link ReviewChains} name them: {@code payment-request.SUBMITTED}. */
    public ImmutableSet<String> phases() {
        return rows().stream()
                .filter(Lifecycle::approves)
                .map(row -> table.phase(row.from().orElseThrow()))
                .collect(toImmutableSet());
    }

    /** Whether the life is over: nothing but a refund may follow. */
    public boolean isEnd(S state) {
        return table.ends().contains(state);
    }

    /** Whether a document may be put away, because nothing more is expected: ends and states declared so. */
    public boolean isResting(S state) {
        return table.resting().contains(state) || isEnd(state);
    }

    /** What is kept apart (不相容岗位分离): by action the earlier ones that the same person must not have done. */
    public ImmutableSetMultimap<A, A> separations() {
        return table.separations();
    }

    /** What only happens by notice (通知). */
    public ImmutableSet<A> told() {
        return table.told();
    }

    /** What it does when the same person does what is kept apart. */
    public Severity fourEyes() {
        return fourEyes;
    }

    /** The same lifecycle with four eyes (不相容岗位分离) kept hard, as it is built, or softened for a small agency. */
    public Lifecycle<S, A> withFourEyes(Severity severity) {
        return new Lifecycle<>(table, severity);
    }

    /** The names of the actions that people ask, in their order. */
    public ImmutableList<String> actions() {
        return table.actions().stream()
                .filter(action -> !table.told().contains(action))
                .map(Enum::name)
                .collect(toImmutableList());
    }

    /** The action of this name, if there is one. */
    public Optional<A> action(String name) {
        return table.find(name);
    }

    /** What the creation of a document leads to. Refused when this action creates none. */
    public Decision<Step<S, A>> create(A action) {
        Optional<Row<S, A>> row = table.creation(action);
        return row.isEmpty()
                ? Decision.refused(notAllowed(Optional.empty(), action, any -> true))
                : Decision.accepted(new Step<>(
                        row.get(),
                        new Standing<>(row.get().to(), 0, 1),
                        row.get().duty().orElseThrow(),
                        Optional.empty()));
    }

    /**
     * What an act on a document leads to. Refused when the table has no row for it, when the actor has done what must not
     * be done by the same person, and when the act withdraws what cannot be withdrawn or was done by somebody else.
     */
    public Decision<Step<S, A>> step(Standing<S> standing, A action, ReviewChains chains, Trail trail, String actor) {
        Optional<Row<S, A>> row = table.cell(standing.state(), action);
        if (row.isEmpty()) {
            return Decision.refused(notAllowed(Optional.of(standing.state()), action, any -> true));
        }
        return row.get().kind() == Row.Kind.WITHDRAW
                ? withdraw(row.get(), standing, chains, trail, actor)
                : judged(advance(row.get(), standing, chains), conflicts(action, trail, actor));
    }

    /**
     * Why an act may not be dated so: before a person moved the document last. What is told of elsewhere keeps the day on
     * which it took effect, whatever that is, and so counts for nothing here.
     */
    public Optional<Refusal> refuseBackdated(Standing<S> standing, Trail trail, LocalDate on) {
        return latest(trail)
                .filter(on::isBefore)
                .map(latest -> Refusal.of(
                        LifecycleReasons.BACKDATED,
                        Facts.of("lifecycle", text(code()))
                                .and("state", text(standing.state().name()))
                                .and("on", day(on))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(latest.toString())))));
    }

    private Optional<LocalDate> latest(Trail trail) {
        return trail.latest(action -> !table.told().contains(table.action(action)));
    }

    /**
     * The steps of an approval whose review ran elsewhere: the whole chain at once, exactly as if everybody named by the
     * evidence had approved in turn, one step for each of its steps. Where the document has passed some posts already,
     * the posts ahead.
     *
     * <p>Refused when this action approves nothing here, when the evidence does not name the posts in order or names one
     * person twice, when its days are not in order from the last act to the day on which it is told, and when one of them
     * has done what must not be done by the same person.
     *
     * @param on the day on which it is told
     */
    public Decision<ImmutableList<Step<S, A>>> pass(
            Standing<S> standing, A approve, ReviewChains chains, Trail trail, Evidence evidence, LocalDate on) {
        Optional<Row<S, A>> row = table.cell(standing.state(), approve);
        if (row.isEmpty() || !approves(row.get())) {
            Refusal refusal = notAllowed(Optional.of(standing.state()), approve, Lifecycle::approves);
            return Decision.refused(
                    row.isEmpty() ? refusal : new Refusal(LifecycleReasons.EVIDENCE_NOT_ASKED, refusal.facts()));
        }
        ImmutableList<Refusal> flaws = flaws(standing, chains, trail, evidence, on);
        return flaws.isEmpty() ? passed(row.get(), standing, chains, trail, evidence) : new Decision.Refused<>(flaws);
    }

    private Decision<ImmutableList<Step<S, A>>> passed(
            Row<S, A> row, Standing<S> standing, ReviewChains chains, Trail trail, Evidence evidence) {
        ImmutableList.Builder<Step<S, A>> steps = ImmutableList.builder();
        ImmutableList.Builder<Refusal> conflicts = ImmutableList.builder();
        Standing<S> at = standing;
        Trail sofar = trail;
        for (EvidenceStep approval : evidence.steps()) {
            Step<S, A> step = advance(row, at, chains);
            steps.add(step);
            conflicts.addAll(conflicts(row.action(), sofar, approval.actor()));
            at = step.to();
            sofar = sofar.then(step.recorded(approval.actor(), approval.on(), ""));
        }
        return judged(steps.build(), conflicts.build());
    }

    /** The duty that an act needs at the creation of a document, if it creates one. */
    public Optional<Duty> duty(A creation) {
        return table.creation(creation).flatMap(Row::duty);
    }

    /** The duty that an act on a document needs, if the table allows the act. */
    public Optional<Duty> duty(Standing<S> standing, A action, ReviewChains chains, Trail trail) {
        return table.cell(standing.state(), action)
                .flatMap(row -> row.kind() == Row.Kind.WITHDRAW
                        ? withdrawn(row, standing, chains, trail)
                        : Optional.of(advance(row, standing, chains)))
                .map(Step::duty);
    }

    /** What this actor, who has these duties, may do with a document, in the order of the actions. */
    public ImmutableList<A> allowed(
            Standing<S> standing, Trail trail, ReviewChains chains, String actor, Predicate<Duty> duties) {
        return table.actions().stream()
                .filter(action -> step(standing, action, chains, trail, actor)
                        .match(accepted -> duties.test(accepted.value().duty()), refused -> false))
                .collect(toImmutableList());
    }

    /**
     * Checks that a trail leads from creation to this standing by the table.
     *
     * @throws IllegalArgumentException if it does not, naming the first step that is wrong
     */
    public void verify(Standing<S> standing, Trail trail) {
        Standing<S> led = new Verification<>(table, trail).led();
        if (!led.equals(standing)) {
            throw new IllegalArgumentException(code() + ": the trail leads to " + led + ", not to " + standing);
        }
    }

    /** As a Mermaid state diagram. */
    public String mermaid() {
        return new LifecyclePage<>(table).mermaid();
    }

    /** As a Markdown table of the rows, with what is kept apart below. */
    public String markdown() {
        return new LifecyclePage<>(table).markdown();
    }

    private Step<S, A> advance(Row<S, A> row, Standing<S> standing, ReviewChains chains) {
        int version = standing.version() + 1;
        if (row.kind() == Row.Kind.MOVE) {
            int post = row.to() == standing.state() ? standing.post() : 0;
            return new Step<>(
                    row, new Standing<>(row.to(), post, version), row.duty().orElseThrow(), Optional.empty());
        }
        ReviewChain chain = chain(standing.state(), chains);
        int at = chain.at(standing.post());
        int next = switch (row.kind()) {
            case APPROVE -> at + 1;
            case RETURN -> at - 1;
            default -> -1;
        };
        Post post = chain.posts().get(at);
        Standing<S> to = 0 <= next && next < chain.posts().size()
                ? new Standing<>(standing.state(), next, version)
                : new Standing<>(row.to(), 0, version);
        return new Step<>(row, to, post.duty(), Optional.of(post));
    }

    private Decision<Step<S, A>> withdraw(
            Row<S, A> row, Standing<S> standing, ReviewChains chains, Trail trail, String actor) {
        TrailStep last = trail.steps().get(table.path(trail).last());
        Facts facts = Facts.of("lifecycle", text(code()))
                .and("state", text(standing.state().name()))
                .and("last", text(last.action()));
        Optional<Step<S, A>> step = withdrawn(row, standing, chains, trail);
        if (step.isEmpty()) {
            return Decision.refused(Refusal.of(LifecycleReasons.NOTHING_TO_WITHDRAW, facts));
        }
        return last.actor().equals(actor)
                ? Decision.accepted(step.get())
                : Decision.refused(
                        Refusal.of(LifecycleReasons.NOT_YOURS_TO_WITHDRAW, facts.and("by", text(last.actor()))));
    }

    /** The step back to where the document stood before the last act that stands. */
    private Optional<Step<S, A>> withdrawn(Row<S, A> row, Standing<S> standing, ReviewChains chains, Trail trail) {
        Path path = table.path(trail);
        int undone = path.last();
        if (!table.isWithdrawable(row, undone, path, trail)) {
            return Optional.empty();
        }
        TrailStep act = trail.steps().get(undone);
        Standing<S> to = new Standing<>(
                table.state(act.from()), trail.steps().get(undone - 1).post(), standing.version() + 1);
        Step<S, A> again = advance(table.row(act), to, chains);
        return Optional.of(new Step<>(row, to, again.duty(), again.post()));
    }

    private ImmutableList<Refusal> conflicts(A action, Trail trail, String actor) {
        ImmutableSet<A> earlier = table.separations().get(action);
        if (fourEyes == Severity.OFF || earlier.isEmpty() || !trail.involves(actor)) {
            return ImmutableList.of();
        }
        return table.path(trail).acts().stream()
                .mapToObj(trail.steps()::get)
                .filter(act -> act.actor().equals(actor) && earlier.contains(table.action(act.action())))
                .limit(1)
                .map(act -> Refusal.of(
                        LifecycleReasons.FOUR_EYES,
                        Facts.of("lifecycle", text(code()))
                                .and("action", text(action.name()))
                                .and("actor", text(actor))
                                .and("earlier", text(act.action()))
                                .and("on", day(act.on()))))
                .collect(toImmutableList());
    }

    private <T> Decision<T> judged(T value, ImmutableList<Refusal> conflicts) {
        return conflicts.isEmpty() || fourEyes != Severity.HARD
                ? new Decision.Accepted<>(value, conflicts)
                : new Decision.Refused<>(conflicts);
    }

    private ImmutableList<Refusal> flaws(
            Standing<S> standing, ReviewChains chains, Trail trail, Evidence evidence, LocalDate on) {
        ReviewChain chain = chain(standing.state(), chains);
        ImmutableList<String> expected = chain.codesFrom(chain.at(standing.post()));
        Facts facts = Facts.of("lifecycle", text(code()))
                .and("state", text(standing.state().name()));
        ImmutableList.Builder<Refusal> flaws = ImmutableList.builder();
        if (!evidence.posts().equals(expected)) {
            flaws.add(Refusal.of(
                    LifecycleReasons.EVIDENCE_POSTS,
                    facts.and("expected", texts(expected)).and("given", texts(evidence.posts()))));
        }
        if (ImmutableSet.copyOf(evidence.actors()).size() < evidence.actors().size()) {
            flaws.add(Refusal.of(LifecycleReasons.EVIDENCE_ACTORS, facts.and("actors", texts(evidence.actors()))));
        }
        LocalDate since = latest(trail).orElse(trail.steps().get(0).on());
        if (!evidence.isInOrder(since, on)) {
            flaws.add(Refusal.of(
                    LifecycleReasons.EVIDENCE_DATES,
                    facts.and("from", day(since)).and("to", day(on)).and("given", texts(evidence.days()))));
        }
        return flaws.build();
    }

    private Refusal notAllowed(Optional<S> state, A action, Predicate<Row<S, A>> instead) {
        ImmutableList<String> allowed = rows().stream()
                .filter(row -> row.from().equals(state) && instead.test(row))
                .map(Row::action)
                .filter(other -> !table.told().contains(other))
                .map(Enum::name)
                .collect(toImmutableList());
        return Refusal.of(
                LifecycleReasons.NOT_ALLOWED,
                Facts.of("lifecycle", text(code()))
                        .and("state", text(state.map(Enum::name).orElse("")))
                        .and("action", text(action.name()))
                        .and(Refusal.ALLOWED, texts(allowed)));
    }

    private static <S extends Enum<S>, A extends Enum<A>> boolean approves(Row<S, A> row) {
        return row.kind() == Row.Kind.APPROVE;
    }

    private ReviewChain chain(S phase, ReviewChains chains) {
        return chains.chain(table.phase(phase));
    }

    /** Equal tables, with four eyes kept alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Lifecycle<?, ?> that
                && fourEyes == that.fourEyes
                && code().equals(that.code())
                && rows().equals(that.rows())
                && separations().equals(that.separations())
                && told().equals(that.told())
                && table.ends().equals(that.table.ends())
                && table.resting().equals(that.table.resting());
    }

    @Override
    public int hashCode() {
        return 31 * code().hashCode() + rows().hashCode();
    }
}
