package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;

/** What one city's overlay changes, seen at the door, beside the same step under the nation's rules. */
class CityRulesTest {
    private static final Payee ITSELF = new Payee("单位105001", "B" + ORGAN, "代理银行");
    private static final String CLERK = "clerk" + ORGAN;
    private static final String HEAD = "head" + ORGAN;

    private final World nation = World.open();
    private final World city = open(CityRules.with(CityRules.overlay()));

    private static World open(RuleTimeline rules) {
        World world = World.open(rules, new InMemoryJournal());
        appoint(world, "boss", CityRules.HEAD, ORGAN);
        appoint(world, "reviewer", CityRules.FINANCE, "");
        return world;
    }

    private static void appoint(World world, String actor, Duty duty, String agency) {
        done(world.ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor)
                        .name(actor)
                        .division(DIVISION)
                        .agency(agency)
                        .fiscalYear(YEAR)
                        .addGrants(new Grant(duty, DIVISION, agency))
                        .build())));
    }

    private static Elements tagged(Id<Project> project, String tag) {
        return ImmutableElements.builder()
                .from(World.elements(ORGAN, project))
                .putExtra(CityRules.TAG, tag)
                .build();
    }

    /** What a payment needs: an allotment of 1,000 yuan with its coding block. */
    private record Room(Id<BudgetLine> line, Id<Allotment> allotment, Elements elements) {}

    private static Room room(World world, boolean isTagged) {
        Id<Project> project = world.project(1, ORGAN, 100_000);
        Elements elements = isTagged ? tagged(project, "A") : World.elements(ORGAN, project);
        Id<BudgetLine> line = world.line("L1", elements, 100_000);
        return new Room(line, world.allotment("A1", line, elements, 100_000), elements);
    }

    private static long available(World world, Room room) {
        RulesInForce rules = world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
        return world.loop()
                .balance(
                        AllotmentMeasure.AVAILABLE,
                        Dimensions.of(Dimensions.ALLOTMENT, room.allotment().value()),
                        rules);
    }

    private static Outcome create(World world, Room room, String id, long fen) {
        return world.ask(
                CLERK,
                new CreatePayment(World.request(id), World.paymentTerms(room.allotment(), room.elements(), fen)));
    }

    private static Outcome submitToItself(World world, Room room) {
        done(world.ask(
                CLERK,
                new CreatePayment(
                        World.request("P1"),
                        World.paymentTerms(room.allotment(), room.elements(), 100)
                                .withPayee(ITSELF))));
        return world.act(CLERK, World.request("P1"), PaymentAction.SUBMIT);
    }

    @Test
    void a_payment_to_the_agency_s_own_account_is_refused_by_the_nation() {
        Outcome outcome = submitToItself(nation, room(nation, false));
        assertThat(outcome.isDone()).isFalse();
        assertThat(outcome.refusals()).extracting(refusal -> refusal.code()).containsExactly("payment.own-account");
        assertThat(outcome.warnings()).isEmpty();
    }

    @Test
    void a_payment_to_the_agency_s_own_account_is_only_warned_of_in_the_city() {
        Outcome outcome = submitToItself(city, room(city, true));
        assertThat(outcome.isDone()).isTrue();
        assertThat(outcome.warnings()).extracting(warning -> warning.code()).containsExactly("payment.own-account");
        assertThat(outcome.record().warnings()).isEqualTo(outcome.warnings());
    }

    @Test
    void the_nation_occupies_when_a_request_is_submitted() {
        Room room = room(nation, false);
        done(create(nation, room, "P1", 30_000));
        assertThat(available(nation, room)).isEqualTo(100_000);
        done(nation.act(CLERK, World.request("P1"), PaymentAction.SUBMIT));
        assertThat(available(nation, room)).isEqualTo(70_000);
    }

    @Test
    void the_city_occupies_when_a_request_is_saved() {
        Room room = room(city, true);
        done(create(city, room, "P1", 30_000));
        assertThat(available(city, room)).isEqualTo(70_000);
        done(city.act(CLERK, World.request("P1"), PaymentAction.SUBMIT));
        assertThat(available(city, room)).isEqualTo(70_000);
        assertThat(create(city, room, "P2", 70_001).refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("payment.over-allotment");
        done(city.act(CLERK, World.request("P1"), PaymentAction.WITHDRAW));
        assertThat(available(city, room)).isEqualTo(70_000);
        done(city.act(CLERK, World.request("P1"), PaymentAction.VOID));
        assertThat(available(city, room)).isEqualTo(100_000);
    }

    @Test
    void what_the_city_occupies_when_a_request_is_saved_holds_together_in_an_opening() {
        done(create(city, room(city, true), "P1", 30_000));
        RulesInForce rules = city.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
        assertThat(LoopFlow.OPENING
                        .check(city.loop().opening(DIVISION, YEAR, city.day()), rules)
                        .refusals())
                .isEmpty();
    }

    @Test
    void the_city_s_element_is_required_on_an_allotment() {
        Id<Project> project = city.project(1, ORGAN, 100_000);
        Elements plain = World.elements(ORGAN, project);
        Id<BudgetLine> line = city.line("L1", plain, 100_000);
        Outcome outcome = city.ask(
                "finance",
                new CreateAllotment(
                        Allotment.id("A1"), World.allotmentTerms(line, plain, AllotmentFlag.EXECUTABLE, 100)));
        assertThat(outcome.refusals()).extracting(refusal -> refusal.code()).contains("masterdata.element-missing");
        assertThat(outcome.refusals())
                .anySatisfy(
                        refusal -> assertThat(refusal.text()).isEqualTo("local-tag (地方标识) is required on allotment"));
    }

    @Test
    void the_city_s_element_is_required_on_a_payment() {
        Room room = room(city, true);
        Elements plain = ImmutableElements.builder()
                .from(room.elements())
                .extra(com.google.common.collect.ImmutableSortedMap.of())
                .build();
        Outcome outcome = create(city, new Room(room.line(), room.allotment(), plain), "P1", 100);
        Outcome submitted = outcome.isDone() ? city.act(CLERK, World.request("P1"), PaymentAction.SUBMIT) : outcome;
        assertThat(submitted.isDone()).isFalse();
        assertThat(submitted.refusals()).extracting(refusal -> refusal.code()).contains("masterdata.element-missing");
    }

    @Test
    void the_city_s_element_is_inherited_down_the_chain() {
        Room room = room(city, true);
        Elements other = tagged(new Id<>(Project.KIND, room.elements().project().value()), "B");
        Outcome allotment = city.ask(
                "finance",
                new CreateAllotment(
                        Allotment.id("A2"), World.allotmentTerms(room.line(), other, AllotmentFlag.EXECUTABLE, 0)));
        assertThat(allotment.isDone()).isFalse();
        assertThat(allotment.refusals())
                .anySatisfy(refusal -> assertThat(refusal.text()).contains(CityRules.TAG));
        Outcome payment = create(city, new Room(room.line(), room.allotment(), other), "P1", 100);
        Outcome submitted = payment.isDone() ? city.act(CLERK, World.request("P1"), PaymentAction.SUBMIT) : payment;
        assertThat(submitted.isDone()).isFalse();
        assertThat(submitted.refusals())
                .anySatisfy(refusal -> assertThat(refusal.text()).contains(CityRules.TAG));
    }

    @Test
    void the_nation_does_not_know_the_city_s_element() {
        Id<Project> project = nation.project(1, ORGAN, 100_000);
        Outcome outcome = nation.ask(
                CLERK,
                new org.fiscalloop.budget.BudgetCommands.CreateBudgetLine(
                        new Id<>(BudgetLine.KIND, "L1"),
                        org.fiscalloop.budget.ImmutableBudgetTerms.builder()
                                .elements(tagged(project, "A"))
                                .amount(org.fiscalloop.money.Fen.money(100))
                                .build()));
        assertThat(outcome.refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("masterdata.element-undeclared");
    }

    @Test
    void the_city_s_element_is_a_dimension_of_the_ledgers() {
        Room room = room(city, true);
        Outcome outcome = create(city, room, "P1", 100);
        assertThat(outcome.entries()).isNotEmpty();
        for (Entry entry : outcome.entries()) {
            assertThat(entry.ledger()).isEqualTo(Ledgers.ALLOTMENT);
            assertThat(entry.lines())
                    .allSatisfy(line -> assertThat(line.segments().value(Dimensions.SLOTS.get(0)))
                            .isEqualTo("A"));
        }
    }

    @Test
    void a_request_of_the_city_passes_three_posts_and_goes_back_one_at_a_time() {
        Room room = room(city, true);
        Id<PaymentRequest> request = World.request("P1");
        done(create(city, room, "P1", 100));
        done(city.act(CLERK, request, PaymentAction.SUBMIT));
        assertPost(request, PaymentState.SUBMITTED, 0);
        assertThat(city.act("boss", request, PaymentAction.APPROVE).refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("access.duty-missing");
        done(city.act(HEAD, request, PaymentAction.APPROVE));
        assertPost(request, PaymentState.SUBMITTED, 1);
        done(city.act("boss", request, PaymentAction.APPROVE));
        assertPost(request, PaymentState.SUBMITTED, 2);
        done(city.act("reviewer", request, PaymentAction.RETURN));
        assertPost(request, PaymentState.SUBMITTED, 1);
        done(city.act("boss", request, PaymentAction.RETURN));
        assertPost(request, PaymentState.SUBMITTED, 0);
        done(city.act(HEAD, request, PaymentAction.APPROVE));
        done(city.act("boss", request, PaymentAction.APPROVE));
        done(city.act("reviewer", request, PaymentAction.APPROVE));
        assertPost(request, PaymentState.UNIT_APPROVED, 0);
    }

    private void assertPost(Id<PaymentRequest> request, PaymentState state, int post) {
        PaymentRequest found = city.loop().find(request).orElseThrow();
        assertThat(found.state()).isEqualTo(state);
        assertThat(found.standing().post()).isEqualTo(post);
    }

    @Test
    void a_request_under_the_nation_s_rules_passes_one_post() {
        Room room = room(nation, false);
        nation.approved("P1", room.allotment(), room.elements(), 100);
        assertThat(nation.loop().find(World.request("P1")).orElseThrow().state())
                .isEqualTo(PaymentState.UNIT_APPROVED);
    }

    @Test
    void the_books_agree_though_the_city_goes_its_own_way() {
        Room room = room(city, true);
        Id<PaymentRequest> request = World.request("P1");
        done(create(city, room, "P1", 100));
        done(city.act(CLERK, request, PaymentAction.SUBMIT));
        done(city.act(HEAD, request, PaymentAction.APPROVE));
        done(city.act("boss", request, PaymentAction.APPROVE));
        done(city.act("reviewer", request, PaymentAction.APPROVE));
        var voucher = city.sent("V1", ORGAN, ImmutableList.of(request));
        done(city.receipt(voucher, 100));
        done(city.clearing("B1", voucher, 100));
        done(city.refund("S1", voucher, 40));
        assertThat(available(city, room)).isEqualTo(100_000 - 60);
    }
}
