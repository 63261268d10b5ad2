package org.fiscalloop.access;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.lifecycle.Duty;

/** Who is given which duties by whom, or why not. */
final class AccessDecider {
    private static final ImmutableList<Duty> ADMINISTRATION = ImmutableList.of(AccessDuty.ADMINISTRATION);

    private AccessDecider() {}

    static Decision<ImmutableList<Happening>> appointed(ActorTerms terms, Case c) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        if (terms.actor().equals(c.input().actor())) {
            refusals.add(Refusal.of(AccessReasons.OWN_GRANTS, Facts.of("actor", text(terms.actor()))));
        }
        for (Grant grant : terms.grants()) {
            if (!grant.division().equals(c.input().division())) {
                refusals.add(outside(grant, terms, c));
            }
            if (!c.rules().duties().contains(grant.duty())) {
                refusals.add(unknown(grant.duty(), terms, c));
            }
        }
        refusals.addAll(notAdministered(terms, c));
        return new Findings(refusals.build(), ImmutableList.of())
                .decide(() -> ImmutableList.of(Happening.of(new ActorAppointed(c.move(), terms))));
    }

    private static Refusal outside(Grant grant, ActorTerms terms, Case c) {
        return Refusal.of(
                AccessReasons.GRANT_OUTSIDE_DIVISION,
                Facts.of("actor", text(terms.actor()))
                        .and("duty", text(grant.duty().code()))
                        .and("given", text(grant.division()))
                        .and("division", text(c.input().division())));
    }

    private static Refusal unknown(Duty duty, ActorTerms terms, Case c) {
        String prefix = duty.code().substring(0, duty.code().indexOf('.') + 1);
        ImmutableList<String> all = c.rules().duties().stream().map(Duty::code).collect(toImmutableList());
        ImmutableList<String> alike =
                all.stream().filter(code -> code.startsWith(prefix)).collect(toImmutableList());
        return Refusal.of(
                AccessReasons.UNKNOWN_DUTY,
                Facts.of("actor", text(terms.actor()))
                        .and("duty", text(duty.code()))
                        .and(Refusal.ALLOWED, texts(alike.isEmpty() ? all : alike)));
    }

    /** Grants are given and taken away by who administers where they hold; what stays as it was is not asked about. */
    private static ImmutableList<Refusal> notAdministered(ActorTerms terms, Case c) {
        ImmutableSet<Grant> before = Actor.find(terms.actor(), c.reads()).stream()
                .flatMap(actor -> actor.terms().grants().stream())
                .collect(toImmutableSet());
        return Sets.symmetricDifference(before, ImmutableSet.copyOf(terms.grants())).stream()
                .map(grant -> new AccessCheck(c.input().actor(), grant.division(), grant.agency()))
                .distinct()
                .flatMap(where -> where.refuse(ADMINISTRATION, c.reads(), c.rules(AccessFlow.RULES)).stream())
                .collect(toImmutableList());
    }
}
