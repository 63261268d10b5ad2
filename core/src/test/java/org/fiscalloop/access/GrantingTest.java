package org.fiscalloop.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.AccessCommands.ChangeGrants;
import org.fiscalloop.allotment.AllotmentDuty;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which duties an administrator of one agency may give to whom. */
class GrantingTest {
    private static final Grant ENTRY = new Grant(PaymentDuty.ENTRY, DIVISION, ORGAN);
    private static final Grant REVIEW = new Grant(PaymentDuty.REVIEW, DIVISION, ORGAN);
    private static final Grant DIVISION_WIDE = new Grant(AllotmentDuty.FINANCE, DIVISION, "");

    private final World world = World.open();

    @BeforeEach
    void an_agency_has_an_administrator_of_its_own() {
        done(world.ask("admin", appoint("local", new Grant(AccessDuty.ADMINISTRATION, DIVISION, ORGAN))));
    }

    private static ImmutableActorTerms actor(String actor, Grant... grants) {
        return ImmutableActorTerms.builder()
                .actor(actor)
                .name(actor)
                .division(DIVISION)
                .agency(ORGAN)
                .fiscalYear(YEAR)
                .addGrants(grants)
                .build();
    }

    private static AppointActor appoint(String actor, Grant... grants) {
        return new AppointActor(actor(actor, grants));
    }

    private static ChangeGrants change(String actor, Grant... grants) {
        return new ChangeGrants(actor(actor, grants));
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    @Test
    void an_administrator_grants_where_he_administers() {
        done(world.ask("local", appoint("li", ENTRY)));
        done(world.ask("local", change("li", ENTRY, REVIEW)));
        done(world.ask("local", change("li")));
    }

    @Test
    void an_administrator_grants_nothing_beyond_the_agencies_he_administers() {
        Outcome outcome = world.ask(
                "local",
                appoint(
                        "mole",
                        ENTRY,
                        DIVISION_WIDE,
                        new Grant(AllotmentDuty.ENTRY, DIVISION, ""),
                        new Grant(PaymentDuty.ENTRY, DIVISION, INSTITUTION)));

        assertThat(codes(outcome)).containsExactly("access.outside-agency", "access.outside-agency");
        assertThat(outcome.refusals())
                .allSatisfy(refusal -> assertThat(refusal.allowed()).containsExactly(ORGAN));
        assertThat(outcome.refusals())
                .extracting(Refusal::text)
                .containsExactly(
                        "local holds access.administration for 105001, which does not include 310107000",
                        "local holds access.administration for 105001, which does not include 105002");
        assertThat(world.loop().find(Actor.id("mole"))).isEmpty();
    }

    @Test
    void an_administrator_of_a_department_grants_for_the_agencies_below_it() {
        done(world.ask(
                "admin",
                new AppointActor(actor("department", new Grant(AccessDuty.ADMINISTRATION, DIVISION, "105"))
                        .withAgency("105"))));
        done(world.ask("department", appoint("li", ENTRY, new Grant(PaymentDuty.ENTRY, DIVISION, INSTITUTION))));
    }

    @Test
    void what_others_granted_is_kept_but_not_taken_away_by_who_does_not_administer_there() {
        done(world.ask("admin", appoint("li", DIVISION_WIDE)));

        done(world.ask("local", change("li", DIVISION_WIDE, ENTRY)));
        assertThat(codes(world.ask("local", change("li", ENTRY)))).containsExactly("access.outside-agency");
        done(world.ask("admin", change("li", ENTRY)));
    }

    @Test
    void nobody_decides_his_own_duties() {
        Grant all = new Grant(AccessDuty.ADMINISTRATION, DIVISION, "");
        done(world.ask("admin", appoint("second", all)));

        assertThat(codes(world.ask("local", change("local", ENTRY)))).containsExactly("access.own-grants");
        assertThat(codes(world.ask("second", change("second", all, DIVISION_WIDE))))
                .containsExactly("access.own-grants");
        assertThat(codes(world.ask("admin", appoint("admin", ENTRY)))).containsExactly("access.own-grants");
        done(world.ask("second", change("local", ENTRY)));
    }

    @Test
    void a_duty_that_nothing_asks_for_is_refused_naming_those_alike() {
        Outcome outcome = world.ask("admin", appoint("li", new Grant(new Duty("payment.entri"), DIVISION, ORGAN)));

        assertThat(codes(outcome)).containsExactly("access.unknown-duty");
        assertThat(outcome.refusals().get(0).allowed())
                .contains("payment.entry", "payment.review")
                .allMatch(duty -> duty.startsWith("payment."));
        done(world.ask("admin", appoint("li", ENTRY)));
        assertThat(codes(world.ask("admin", change("li", ENTRY, new Grant(new Duty("entry"), DIVISION, ORGAN)))))
                .containsExactly("access.unknown-duty");
    }

    @Test
    void a_duty_unlike_any_other_is_refused_naming_all() {
        for (String duty : ImmutableList.of("entry", "pay.entry")) {
            Outcome outcome = world.ask("admin", appoint("li", new Grant(new Duty(duty), DIVISION, ORGAN)));

            assertThat(outcome.refusals().get(0).allowed())
                    .contains("payment.entry", "access.administration", "notice.operator");
        }
    }

    @Test
    void the_posts_that_a_city_lists_are_duties_there() {
        Grant head = new Grant(CityRules.HEAD, DIVISION, ORGAN);
        assertThat(codes(world.ask("admin", appoint("li", head)))).containsExactly("access.unknown-duty");

        World city = World.open(CityRules.with(CityRules.overlay()), new InMemoryJournal());
        done(city.ask("admin", appoint("li", head)));
    }
}
