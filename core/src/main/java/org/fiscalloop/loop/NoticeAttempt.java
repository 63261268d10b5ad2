package org.fiscalloop.loop;

import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Matching.Listing;
import org.fiscalloop.flow.Matching.Waiting;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.loop.LoopBodies.MatchAgain;
import org.fiscalloop.loop.LoopBodies.NoticeFiled;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/** One notice on its way: matched, posted and gated, or filed. It lives for one decision. */
final class NoticeAttempt {
    private static final ImmutableList<String> BY_HAND = ImmutableList.of("settle-by-hand");

    private final Notice notice;
    private final StateReads state;
    private final RulesInForce rules;
    private final RuleTimeline timeline;
    private final Attempt attempt;

    NoticeAttempt(Notice notice, StateReads state, RulesInForce rules, RuleTimeline timeline) {
        this.notice = notice;
        this.state = state;
        this.rules = rules;
        this.timeline = timeline;
        this.attempt = new Attempt(notice, state, rules, timeline);
    }

    Effects book() {
        Decision<Effects> effects = Attempt.guarded(notice, () -> {
            Matching matching = match(notice.body(), attempt);
            ImmutableList<Happening> happenings = ImmutableList.<Happening>builder()
                    .addAll(matching.booked())
                    .addAll(filed(matching))
                    .build();
            return attempt.finish(happenings, outcome(matching), problems(matching));
        });
        return effects.match(accepted -> accepted.value(), refused -> instead(listed(refused.refusals())));
    }

    /** All of it is listed for a problem that no matching can solve. */
    Effects list(Refusal problem) {
        return instead(new Matching(
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(new Listing(notice.body(), problem, BY_HAND))));
    }

    /** All of it is listed, since the books cannot take it. */
    private Effects instead(Matching matching) {
        return attempt.finish(filed(matching), Outcome.EXCEPTION, problems(matching))
                .match(accepted -> accepted.value(), refused -> {
                    throw new IllegalStateException("a notice cannot be filed: " + notice + " " + refused.refusals());
                });
    }

    private Matching listed(ImmutableList<Refusal> refusals) {
        Refusal problem = Refusal.of(
                LoopReasons.BOOKS,
                Facts.of("notice", text(notice.id().toString()))
                        .and("problem", text(refusals.get(0).text()))
                        .and("codes", texts(refusals.stream().map(Refusal::code).toList())));
        return new Matching(
                ImmutableList.of(), ImmutableList.of(), ImmutableList.of(new Listing(notice.body(), problem, BY_HAND)));
    }

    /** The input by which a parked notice is matched again. */
    Notice again(NoticeCase waiting) {
        Id<NoticeCase> id = new Id<>(NoticeCase.KIND, waiting.id().value());
        return new Notice(
                new InputId(
                        notice.id().sender(),
                        id.value() + "@" + (waiting.standing().version() + 1)),
                notice.division(),
                notice.fiscalYear(),
                notice.on(),
                new MatchAgain(id));
    }

    /** What becomes of a parked notice now that its document has moved: listed if there is a problem with its rules. */
    Optional<Effects> matchAgain(NoticeCase waiting, Optional<Refusal> problem) {
        Notice again = again(waiting);
        Attempt second = new Attempt(again, notice, state, rules, timeline);
        if (problem.isPresent()) {
            return Optional.of(contradicted(second, waiting, problem.get(), BY_HAND));
        }
        Decision<Optional<Effects>> matched = Attempt.guarded(again, () -> matched(waiting, second));
        return matched.match(
                accepted -> accepted.value(),
                refused -> Optional.of(contradicted(
                        second,
                        waiting,
                        listed(refused.refusals()).listed().get(0).problem(),
                        BY_HAND)));
    }

    private Decision<Optional<Effects>> matched(NoticeCase waiting, Attempt second) {
        Matching matching = match(notice.body(), second);
        if (!matching.parked().isEmpty()) {
            return Decision.accepted(Optional.empty());
        }
        if (!matching.listed().isEmpty()) {
            Listing listing = matching.listed().get(0);
            return Decision.accepted(Optional.of(contradicted(second, waiting, listing.problem(), listing.remedies())));
        }
        Happening booked = Happening.of(new Moved(move(second, waiting, NoticeAction.BOOK)));
        ImmutableList<Happening> happenings = ImmutableList.<Happening>builder()
                .addAll(matching.booked())
                .add(booked)
                .build();
        return second.finish(happenings, Outcome.MATCHED, ImmutableList.of()).map(Optional::of);
    }

    private static Effects contradicted(
            Attempt second, NoticeCase waiting, Refusal problem, ImmutableList<String> remedies) {
        Move move = move(second, waiting, NoticeAction.CONTRADICT);
        return second.finish(
                        ImmutableList.of(Happening.of(
                                new NoticeFiled(move, waiting.terms().with(problem, remedies)))),
                        Outcome.CONTRADICTED,
                        ImmutableList.of(problem))
                .match(accepted -> accepted.value(), refused -> {
                    throw new IllegalStateException("a notice cannot be listed: " + waiting);
                });
    }

    private static Move move(Attempt attempt, NoticeCase waiting, NoticeAction action) {
        return attempt.move(waiting, action).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a parked notice does not move: " + waiting + " " + refused.refusals());
        });
    }

    private <B extends Body> Matching match(B body, Attempt facts) {
        return timeline.flows().notice(body).match().match(body, facts.facts(Optional.empty(), Optional.empty()));
    }

    private ImmutableList<Happening> filed(Matching matching) {
        ImmutableList.Builder<Happening> filed = ImmutableList.builder();
        int part = 0;
        for (Waiting waiting : matching.parked()) {
            NoticeTerms terms = terms(waiting.body(), waiting.awaited(), waiting.why(), ImmutableList.of());
            filed.add(file(terms, NoticeAction.PARK, part++));
        }
        for (Listing listing : matching.listed()) {
            NoticeTerms terms = terms(listing.body(), listing.body().document(), listing.problem(), listing.remedies());
            filed.add(file(terms, NoticeAction.LIST, part++));
        }
        return filed.build();
    }

    private NoticeTerms terms(Body body, Id<?> awaited, Refusal problem, ImmutableList<String> remedies) {
        return new NoticeTerms(
                notice.id(), notice.division(), notice.fiscalYear(), notice.on(), body, awaited, problem, remedies);
    }

    private Happening file(NoticeTerms terms, NoticeAction action, int part) {
        Id<NoticeCase> id = NoticeCase.id(notice.id(), part);
        Move move = attempt.create(id, action).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a notice is filed twice: " + id);
        });
        return Happening.of(new NoticeFiled(move, terms));
    }

    private static Outcome outcome(Matching matching) {
        if (!matching.listed().isEmpty()) {
            return Outcome.EXCEPTION;
        }
        return matching.parked().isEmpty() ? Outcome.BOOKED : Outcome.PARKED;
    }

    private static ImmutableList<Refusal> problems(Matching matching) {
        ImmutableList.Builder<Refusal> problems = ImmutableList.builder();
        matching.parked().forEach(waiting -> problems.add(waiting.why()));
        matching.listed().forEach(listing -> problems.add(listing.problem()));
        return problems.build();
    }
}
