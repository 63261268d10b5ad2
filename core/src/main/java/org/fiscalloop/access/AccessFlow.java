package org.fiscalloop.access;

import static org.fiscalloop.access.ActorAction.*;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;

/** The row that registers appointments with the engine. */
public final class AccessFlow {
    /** Where the rules of access stand in a rulebook. */
    public static final RuleSet.Key<AccessRules> RULES = new RuleSet.Key<>("access", AccessRules.class);

    /** Appointments as documents. */
    public static final DocumentType<Actor, ActorTerms, ActorState> ACTOR = new DocumentType<>(
            Actor.KIND,
            ActorState.class,
            AccessShapes.TERMS,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            Actor::new);

    /** Appointments. */
    public static final Flow FLOW = new Flow(
            "access",
            ImmutableList.of(ACTOR),
            ImmutableList.of(
                    CommandType.filling(
                            AccessShapes.APPOINT,
                            Actor.KIND,
                            APPOINT,
                            body -> body.terms(),
                            (body, c) -> AccessDecider.appointed(body.terms(), c)),
                    CommandType.filling(
                            AccessShapes.CHANGE,
                            Actor.KIND,
                            CHANGE,
                            body -> body.terms(),
                            (body, c) -> AccessDecider.appointed(body.terms(), c))),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(new EventType<>(AccessShapes.APPOINTED, (event, move, before) -> event.terms())),
            ImmutableList.of(),
            ImmutableList.of(),
            AccessReasons.ALL);

    private AccessFlow() {}
}
