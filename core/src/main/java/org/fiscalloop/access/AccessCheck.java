package org.fiscalloop.access;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.register.Agency;

/**
 * The question whether somebody holds a duty where it is needed.
 *
 * @param actor the id of the person
 * @param division the division the document belongs to
 * @param agency the agency that owns the document, empty for the finance department's own
 */
public record AccessCheck(String actor, String division, String agency) {
    /** The question about a document. */
    public static AccessCheck of(String actor, Document document) {
        return new AccessCheck(actor, document.division(), document.agency());
    }

    /** Whether the actor holds the duty here. */
    public boolean holds(Duty duty, Reads reads, AccessRules rules) {
        return refuse(ImmutableList.of(duty), reads, rules).isEmpty();
    }

    /** Why the actor holds none of these duties here; empty if one is held. */
    public Optional<Refusal> refuse(ImmutableList<Duty> duties, Reads reads, AccessRules rules) {
        if (duties.contains(AccessDuty.ADMINISTRATION) && rules.administrators().contains(actor)) {
            return Optional.empty();
        }
        Optional<Actor> found = Actor.find(actor, reads).filter(person -> person.state() == ActorState.ACTIVE);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(AccessReasons.UNKNOWN_ACTOR, Facts.of("actor", text(actor))));
        }
        ImmutableList<Grant> grants = found.get().terms().grants();
        for (Grant grant : grants) {
            if (duties.contains(grant.duty()) && grant.division().equals(division) && covers(grant, reads)) {
                return Optional.empty();
            }
        }
        return Optional.of(explain(grants, duties));
    }

    /** Why the actor is nobody here: holds no duty at all for this agency; empty if one is held. */
    public Optional<Refusal> refuseStranger(Reads reads, AccessRules rules) {
        ImmutableList<Duty> held = Actor.find(actor, reads).stream()
                .flatMap(person -> person.terms().grants().stream())
                .map(Grant::duty)
                .distinct()
                .collect(toImmutableList());
        return rules.administrators().contains(actor) ? Optional.empty() : refuse(held, reads, rules);
    }

    private boolean covers(Grant grant, Reads reads) {
        return grant.agency().isEmpty()
                || grant.agency().equals(agency)
                || (!agency.isEmpty() && Agency.isWithin(division, agency, grant.agency(), reads));
    }

    private Refusal explain(ImmutableList<Grant> grants, ImmutableList<Duty> duties) {
        ImmutableList<Grant> held =
                grants.stream().filter(grant -> duties.contains(grant.duty())).collect(toImmutableList());
        Facts who = Facts.of("actor", text(actor))
                .and("duty", texts(duties.stream().map(Duty::code).toList()));
        if (held.isEmpty()) {
            return Refusal.of(
                    AccessReasons.DUTY_MISSING,
                    who.and(
                            Refusal.ALLOWED,
                            texts(grants.stream()
                                    .map(grant -> grant.duty().code())
                                    .distinct()
                                    .toList())));
        }
        if (held.stream().noneMatch(grant -> grant.division().equals(division))) {
            return Refusal.of(
                    AccessReasons.OUTSIDE_DIVISION,
                    who.and("division", text(division))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(held.stream()
                                            .map(Grant::division)
                                            .distinct()
                                            .toList())));
        }
        return Refusal.of(
                AccessReasons.OUTSIDE_AGENCY,
                who.and("agency", text(agency.isEmpty() ? division : agency))
                        .and(
                                Refusal.ALLOWED,
                                texts(held.stream()
                                        .map(Grant::agency)
                                        .distinct()
                                        .toList())));
    }
}
