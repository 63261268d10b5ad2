package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Output;
import org.fiscalloop.journal.RecordCodec;
import org.fiscalloop.lifecycle.LifecycleReasons;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.LoopBodies.RulebookAdopted;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.opening.OpeningFlow;
import org.fiscalloop.rulebook.Flows;
import org.fiscalloop.rulebook.RuleTimeline;

/** The row that registers the loop's own documents, and all packages together. */
public final class LoopFlow {
    /** Openings, which hold every other kind of document. */
    public static final OpeningFlow OPENING = LoopShapes.OPENING;

    /** The loop itself. */
    public static final Flow FLOW = new Flow(
            "loop",
            ImmutableList.of(LoopShapes.NOTICE_CASE, LoopShapes.ADOPTION_TYPE),
            ImmutableList.of(
                    CommandType.changing(LoopShapes.ADOPT, Adoption.KIND, Adoption.Action.ADOPT, LoopFlow::adopt)),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(
                    EventType.moving(LoopShapes.MOVED),
                    new EventType<>(LoopShapes.ADOPTED, (event, move, before) -> event.terms()),
                    new EventType<>(LoopShapes.FILED, (event, move, before) -> event.terms())),
            ImmutableList.of(),
            ImmutableList.of(),
            Reasons.merge(ImmutableList.of(LoopReasons.ALL, LifecycleReasons.all(), RuleTimeline.REASONS)));

    /** Every package of the loop, in the order of the floors. */
    public static final Flows ALL = Flows.of(ImmutableList.<Flow>builder()
            .addAll(LoopShapes.PACKAGES)
            .add(OPENING.flow(), FLOW)
            .build());

    /** How records are written and read: by the loop, and by a host that keeps them in a table of its own. */
    public static final RecordCodec CODEC = new RecordCodec(LoopShapes.REGISTRY, LoopShapes.KINDS, Dimensions.ALL);

    private static final int DIGITS = 8;

    private LoopFlow() {}

    private static Decision<ImmutableList<Happening>> adopt(AdoptRulebook body, Case c) {
        return Decision.accepted(ImmutableList.of(Happening.of(new RulebookAdopted(
                c.move(),
                new AdoptionTerms(
                        body.division(), body.fiscalYear(), body.fingerprint().toString())))));
    }

    /**
     * Refuses what is no input at all before anything is read: it could neither be decided nor remembered.
     *
     * @throws IllegalArgumentException if a command carries what a notice tells or the other way round, or if something in
     *     it cannot be written, such as a field that is null
     */
    static void require(Input input, Output scratch) {
        boolean fits = input instanceof Command ? ALL.isAsked(input.body()) : ALL.isTold(input.body());
        if (!fits) {
            throw new IllegalArgumentException(input.id() + (input instanceof Command ? " asks " : " tells ")
                    + "what no package registers so: " + input.body().getClass().getName());
        }
        try {
            Bytes unused = LoopShapes.REGISTRY.encode(input.body(), scratch);
        } catch (IllegalArgumentException | NullPointerException broken) {
            throw new IllegalArgumentException(input.id() + " cannot be written: " + broken.getMessage(), broken);
        }
    }

    /** Eight hexadecimal digits of the content of a notice. */
    static String digest(Notice notice) {
        return Hashing.sha256()
                .hashBytes(LoopShapes.REGISTRY.encode(notice.body()).buffer())
                .toString()
                .substring(0, DIGITS);
    }
}
