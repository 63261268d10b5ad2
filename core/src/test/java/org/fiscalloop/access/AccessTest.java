package org.fiscalloop.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.AccessCommands.ChangeGrants;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentDuty;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetDuty;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectDuty;
import org.junit.jupiter.api.Test;

/** Who may do what where: each refusal once, and the same step let through once it is granted. */
class AccessTest {
    private static final String CITY = "310000000";

    private final World world = World.open();

    private static ImmutableActorTerms actor(String actor, Grant... grants) {
        return ImmutableActorTerms.builder()
                .actor(actor)
                .name(actor)
                .division(DIVISION)
                .agency("")
                .fiscalYear(YEAR)
                .addGrants(grants)
                .build();
    }

    private Outcome create(String actor, int number, String agency) {
        return world.ask(actor, new CreateProject(World.projectTerms(number, agency, "3", 100)));
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private void appoint(String actor, Grant... grants) {
        done(world.ask("admin", new AppointActor(actor(actor, grants))));
    }

    @Test
    void who_was_not_appointed_may_do_nothing() {
        assertThat(codes(create("stranger", 1, ORGAN))).containsExactly("access.unknown-actor");
        appoint("stranger", new Grant(ProjectDuty.ENTRY, DIVISION, ORGAN));
        done(create("stranger", 1, ORGAN));
    }

    @Test
    void who_is_suspended_may_do_nothing_until_reinstated() {
        appoint("li", new Grant(ProjectDuty.ENTRY, DIVISION, ORGAN));
        done(create("li", 1, ORGAN));
        done(world.act("admin", Actor.id("li"), ActorAction.SUSPEND));
        assertThat(codes(create("li", 2, ORGAN))).containsExactly("access.unknown-actor");
        assertThat(codes(world.act("li", Project.id(World.code(1)), ProjectAction.SUBMIT)))
                .containsExactly("access.unknown-actor");
        done(world.act("admin", Actor.id("li"), ActorAction.REINSTATE));
        done(create("li", 2, ORGAN));
    }

    @Test
    void who_does_not_hold_the_duty_is_told_which_are_held() {
        appoint("li", new Grant(ProjectDuty.DEPARTMENT, DIVISION, ORGAN));
        Outcome outcome = create("li", 1, ORGAN);
        assertThat(codes(outcome)).containsExactly("access.duty-missing");
        assertThat(outcome.refusals().get(0).text())
                .isEqualTo("li does not hold project.entry; held are project.department");
        done(world.ask(
                "admin",
                new ChangeGrants(actor(
                        "li",
                        new Grant(ProjectDuty.DEPARTMENT, DIVISION, ORGAN),
                        new Grant(ProjectDuty.ENTRY, DIVISION, ORGAN)))));
        done(create("li", 1, ORGAN));
    }

    @Test
    void a_grant_taken_away_no_longer_holds() {
        appoint("li", new Grant(ProjectDuty.ENTRY, DIVISION, ORGAN));
        done(world.ask("admin", new ChangeGrants(actor("li"))));
        assertThat(codes(create("li", 1, ORGAN))).containsExactly("access.duty-missing");
    }

    @Test
    void a_duty_for_one_agency_does_not_reach_another() {
        appoint("li", new Grant(ProjectDuty.ENTRY, DIVISION, ORGAN));
        Outcome outcome = create("li", 1, INSTITUTION);
        assertThat(codes(outcome)).containsExactly("access.outside-agency");
        assertThat(outcome.refusals().get(0).allowed()).containsExactly(ORGAN);
        done(create("li", 1, ORGAN));
    }

    @Test
    void a_duty_for_a_department_reaches_the_agencies_below_it_and_not_above() {
        appoint("department", new Grant(ProjectDuty.ENTRY, DIVISION, "105"));
        done(create("department", 1, ORGAN));
        done(create("department", 2, INSTITUTION));
        done(create("department", 3, "105"));
        assertThat(codes(create("clerk" + ORGAN, 4, "105"))).containsExactly("access.outside-agency");
    }

    @Test
    void a_duty_for_all_agencies_reaches_each() {
        appoint("all", new Grant(ProjectDuty.ENTRY, DIVISION, ""));
        done(create("all", 1, ORGAN));
        done(create("all", 2, INSTITUTION));
    }

    @Test
    void who_serves_an_agency_from_outside_it_holds_duties_there_and_not_at_home() {
        done(world.ask(
                "admin",
                new AppointActor(actor("centre", new Grant(ProjectDuty.ENTRY, DIVISION, ORGAN))
                        .withAgency(INSTITUTION))));
        done(create("centre", 1, ORGAN));
        assertThat(codes(create("centre", 2, INSTITUTION))).containsExactly("access.outside-agency");
    }

    private Outcome city(String id, String actor, Body body) {
        return world.loop().ask(new Command(new InputId("test", id), actor, CITY, YEAR, DAY, body));
    }

    private void adoptInCity() {
        var rules = world.loop().rules().at(CITY, YEAR, DAY).orElseThrow();
        done(city("adopt", "admin", new AdoptRulebook(CITY, YEAR, rules.fingerprint())));
    }

    @Test
    void no_level_acts_for_another() {
        adoptInCity();
        done(city(
                "appoint",
                "admin",
                new AppointActor(
                        actor("upper", new Grant(ProjectDuty.ENTRY, CITY, "")).withDivision(CITY))));
        Outcome outcome = create("upper", 1, ORGAN);
        assertThat(codes(outcome)).containsExactly("access.outside-division");
        assertThat(outcome.refusals().get(0).text()).contains(CITY).contains(DIVISION);
        Outcome through = city("through", "upper", new CreateProject(World.projectTerms(1, ORGAN, "3", 100)));
        assertThat(codes(through)).containsExactly("loop.filled-in-elsewhere");
        assertThat(through.refusals().get(0).allowed()).containsExactly(CITY + "/" + YEAR);
        assertThat(world.loop().find(Project.id(World.code(1)))).isEmpty();
    }

    @Test
    void nobody_fills_in_a_request_a_line_or_an_allotment_in_a_division_in_which_he_holds_no_duty() {
        var project = world.project(1, ORGAN, 1_000);
        Elements elements = World.elements(ORGAN, project);
        Id<BudgetLine> line = world.line("L1", elements, 1_000);
        Id<Allotment> allotment = world.allotment("A1", line, elements, 500);
        adoptInCity();
        ImmutableList<Grant> everything =
                ImmutableList.of(PaymentDuty.ENTRY, BudgetDuty.ENTRY, AllotmentDuty.ENTRY).stream()
                        .map(duty -> new Grant(duty, CITY, ""))
                        .collect(ImmutableList.toImmutableList());
        done(city(
                "appoint",
                "admin",
                new AppointActor(actor("upper").withDivision(CITY).withGrants(everything))));
        ImmutableList<Body> bodies = ImmutableList.of(
                new CreatePayment(World.request("R1"), World.paymentTerms(allotment, elements, 100)),
                new CreateBudgetLine(
                        BudgetLine.id("L2"),
                        ImmutableBudgetTerms.builder()
                                .elements(elements)
                                .amount(Fen.money(100))
                                .build()),
                new CreateAllotment(
                        Allotment.id("A2"), World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, 100)));
        for (int i = 0; i < bodies.size(); i++) {
            assertThat(codes(city("try" + i, "upper", bodies.get(i)))).containsExactly("loop.filled-in-elsewhere");
        }
    }

    @Test
    void only_an_administrator_appoints_changes_and_suspends() {
        Grant grant = new Grant(ProjectDuty.ENTRY, DIVISION, ORGAN);
        assertThat(codes(world.ask("finance", new AppointActor(actor("li", grant)))))
                .containsExactly("access.duty-missing");
        appoint("li", grant);
        assertThat(codes(world.ask("admin", new AppointActor(actor("li", grant)))))
                .containsExactly("loop.document-exists");
        assertThat(codes(world.ask("li", new ChangeGrants(actor("li", grant))))).containsExactly("access.duty-missing");
        assertThat(codes(world.act("li", Actor.id("li"), ActorAction.SUSPEND))).containsExactly("access.duty-missing");
        assertThat(codes(world.ask("admin", new ChangeGrants(actor("wang", grant)))))
                .containsExactly("loop.document-unknown");
    }

    @Test
    void an_appointed_administrator_administers_in_its_division() {
        appoint("second", new Grant(AccessDuty.ADMINISTRATION, DIVISION, ""));
        done(world.ask("second", new AppointActor(actor("li"))));
        assertThat(world.loop().find(Actor.id("li"))).isPresent();
    }

    @Test
    void an_administrator_administers_and_does_nothing_else() {
        assertThat(codes(create("admin", 1, ORGAN))).containsExactly("access.unknown-actor");
    }

    @Test
    void a_stranger_does_not_learn_the_state_of_a_document() {
        done(create("clerk" + ORGAN, 1, ORGAN));
        Outcome outcome = world.act("stranger", Project.id(World.code(1)), ProjectAction.ADJUST);
        assertThat(codes(outcome)).doesNotContain("lifecycle.not-allowed");
        Outcome other = world.act("stranger", Project.id(World.code(1)), ProjectAction.START);
        assertThat(codes(other)).containsExactly("access.unknown-actor");
        Outcome elsewhere = world.act("clerk" + INSTITUTION, Project.id(World.code(1)), ProjectAction.START);
        assertThat(codes(elsewhere)).hasSize(1).allMatch(code -> code.startsWith("access."));
    }

    @Test
    void a_broken_grant_or_appointment_is_an_argument() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant(new Duty("x"), " ", ORGAN));
        assertThatIllegalArgumentException().isThrownBy(() -> actor(" "));
    }
}
