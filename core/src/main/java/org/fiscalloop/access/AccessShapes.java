package org.fiscalloop.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.AccessCommands.ChangeGrants;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;

/** The forms of appointments. */
public final class AccessShapes {
    private static final int FIRST = 0x10;
    private static final int LAST = 0x17;

    static final Shape<ActorTerms> TERMS = terms();
    static final Shape<AppointActor> APPOINT = appoint();
    static final Shape<ChangeGrants> CHANGE = change();
    static final Shape<ActorAppointed> APPOINTED = appointed();

    /** The form of the rules of access. */
    public static final Shape<AccessRules> RULES = rules();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of("access", FIRST, LAST, APPOINT, CHANGE, APPOINTED);

    private AccessShapes() {}

    private static Shape<Grant> grant() {
        Field<Grant, Duty> duty =
                Field.of("duty", Type.mapped("duty", Type.text(), Duty::new, Duty::code), Grant::duty);
        Field<Grant, String> division = Field.of("division", Type.text(), Grant::division);
        Field<Grant, String> agency = Field.of("agency", Type.text(), Grant::agency);
        return Shape.<Grant>nested("grant")
                .fields(duty, division, agency)
                .maker(v -> new Grant(v.get(duty), v.get(division), v.get(agency)));
    }

    private static Shape<ActorTerms> terms() {
        Field<ActorTerms, String> actor = Field.of("actor", Type.text(), ActorTerms::actor);
        Field<ActorTerms, String> name = Field.of("name", Type.text(), ActorTerms::name);
        Field<ActorTerms, String> division = Field.of("division", Type.text(), ActorTerms::division);
        Field<ActorTerms, String> agency = Field.of("agency", Type.text(), ActorTerms::agency);
        Field<ActorTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", ActorTerms::fiscalYear);
        Field<ActorTerms, ImmutableList<Grant>> grants =
                Field.of("grants", Type.list(Type.nested(grant())), ActorTerms::grants);
        return Shape.<ActorTerms>nested("appointment")
                .fields(actor, name, division, agency, fiscalYear, grants)
                .maker(v -> ImmutableActorTerms.builder()
                        .actor(v.get(actor))
                        .name(v.get(name))
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .grants(v.get(grants))
                        .build());
    }

    private static Shape<AppointActor> appoint() {
        Field<AppointActor, ActorTerms> terms = Field.of("terms", Type.nested(TERMS), AppointActor::terms);
        return Shape.of(FIRST, "appoint-actor", AppointActor.class)
                .fields(terms)
                .maker(v -> new AppointActor(v.get(terms)));
    }

    private static Shape<ChangeGrants> change() {
        Field<ChangeGrants, ActorTerms> terms = Field.of("terms", Type.nested(TERMS), ChangeGrants::terms);
        return Shape.of(FIRST + 1, "change-grants", ChangeGrants.class)
                .fields(terms)
                .maker(v -> new ChangeGrants(v.get(terms)));
    }

    private static Shape<ActorAppointed> appointed() {
        Field<ActorAppointed, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(Actor.KIND)), ActorAppointed::move);
        Field<ActorAppointed, ActorTerms> terms = Field.of("terms", Type.nested(TERMS), ActorAppointed::terms);
        return Shape.of(FIRST + 2, "actor-appointed", ActorAppointed.class)
                .fields(move, terms)
                .maker(v -> new ActorAppointed(v.get(move), v.get(terms)));
    }

    private static Shape<AccessRules> rules() {
        Field<AccessRules, Lifecycle<ActorState, ActorAction>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(ActorState.class, ActorAction.class), AccessRules::lifecycle);
        Field<AccessRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, AccessRules::reviews);
        Field<AccessRules, ImmutableSet<String>> administrators =
                Field.of("administrators", Type.set(Type.text()), AccessRules::administrators);
        Field<AccessRules, ImmutableSet<String>> smallAgencies =
                Field.of("smallAgencies", Type.set(Type.text()), AccessRules::smallAgencies);
        return Shape.<AccessRules>nested("access-rules")
                .fields(lifecycle, reviews, administrators, smallAgencies)
                .maker(v -> ImmutableAccessRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .administrators(v.get(administrators))
                        .smallAgencies(v.get(smallAgencies))
                        .build());
    }
}
