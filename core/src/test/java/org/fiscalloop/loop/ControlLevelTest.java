package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.rulebook.CityRules.CITY;
import static org.fiscalloop.rulebook.CityRules.PROVINCE;
import static org.fiscalloop.rulebook.CityRules.change;
import static org.fiscalloop.rulebook.CityRules.locked;
import static org.fiscalloop.rulebook.CityRules.nation;
import static org.fiscalloop.rulebook.CityRules.overlay;
import static org.fiscalloop.rulebook.CityRules.with;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The level at which what is available of allotments is controlled is a setting, and is hard at exactly that one. */
class ControlLevelTest {
    private static final String LIMIT = "payment/limits/payment.over-allotment/";
    private static final String AGENCY_LEVEL = "division year agency fund";
    private static final String CLERK = "clerk" + World.ORGAN;
    private static final long HELD = 1_000;
    private static final Splitter WORDS = Splitter.on(' ');

    private static Tree names(String dimensions) {
        return Tree.items(WORDS.splitToStream(dimensions).map(Tree::text).collect(ImmutableList.toImmutableList()));
    }

    private static Overlay.Change text(String field, String text) {
        return change(LIMIT + "reason/" + field, Tree.text(text));
    }

    /** A level with texts that name nothing of it. */
    private static Overlay level(String owner, LocalDate from, String dimensions) {
        return overlay(
                owner,
                from,
                change(LIMIT + "dimensions", names(dimensions)),
                text("text", "{available} available ({formula}); {asked} is asked, {short-by} too much"),
                text("textZh", "可用余额 {available} ({formula}); 申请 {asked}, 超出 {short-by}"));
    }

    private static Overlay level(String dimensions) {
        return level(CITY, LocalDate.of(2024, 1, 1), dimensions);
    }

    private static ImmutableList<String> dimensions(RuleTimeline rules, LocalDate on) {
        return rules.at(CITY, 2024, on).orElseThrow().rulebook().limits().stream()
                .filter(limit -> limit.code().equals("payment.over-allotment"))
                .map(LimitRule::dimensions)
                .findFirst()
                .orElseThrow()
                .stream()
                .map(Dimension::name)
                .collect(ImmutableList.toImmutableList());
    }

    private static String notValid(RuleTimeline rules, Overlay overlay) {
        Decision<RuleTimeline> laid = rules.with(overlay);
        assertThat(laid.refusals()).extracting(Refusal::code).containsExactly("rulebook.not-valid");
        return laid.refusals().get(0).text();
    }

    // ---- what may be chosen -----------------------------------------------------------------------------------------

    @Test
    void the_nation_controls_each_allotment() {
        assertThat(dimensions(nation(), World.DAY)).containsExactly("allotment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line",
                "line function",
                "allotment",
                AGENCY_LEVEL,
                "division year fund",
                "year project fund division"
            })
    void a_level_that_keeps_divisions_years_and_funds_apart_may_be_chosen(String dimensions) {
        assertThat(dimensions(with(level(dimensions)), World.DAY)).isEqualTo(WORDS.splitToList(dimensions));
    }

    @ParameterizedTest
    @CsvSource({
        "division year agency, fund",
        "division agency fund, year",
        "year agency fund, division",
        "project, division",
        "division year fund payment, payment",
        "division year fund phase, phase",
        "division year fund extra-1, extra-1"
    })
    void a_level_that_mixes_them_or_that_allotments_are_not_kept_by_is_refused(String dimensions, String named) {
        assertThat(notValid(nation(), level(dimensions))).contains(named);
    }

    @Test
    void an_extra_element_that_is_not_controllable_makes_no_level() {
        Overlay city = CityRules.overlay();
        assertThat(notValid(with(city), level("division year fund extra-1")))
                .contains("no controllable, inherited element takes [extra-1]");
        Overlay controllable =
                overlay(CITY, change("masterdata/elements/declarations/local-tag/controllable", Tree.bare("true")));
        assertThat(dimensions(with(city, controllable, level("division year fund extra-1")), World.DAY))
                .contains("extra-1");
        Overlay notInherited =
                overlay(CITY, change("masterdata/elements/declarations/local-tag/inherited", Tree.bare("false")));
        assertThat(notValid(with(city, controllable, notInherited), level("division year fund extra-1")))
                .contains("no controllable, inherited element takes [extra-1]");
    }

    @Test
    void texts_that_name_another_level_are_refused_with_it() {
        Overlay only = overlay(CITY, change(LIMIT + "dimensions", names(AGENCY_LEVEL)));
        assertThat(notValid(nation(), only)).contains("must name facts of the limit: allotment");
    }

    @Test
    void what_a_level_above_has_locked_is_not_chosen_below() {
        Overlay province = overlay(
                PROVINCE,
                locked(LIMIT + "dimensions", names("line")),
                text("text", "line {line}: {short-by} too much"),
                text("textZh", "预算 {line} 超出 {short-by}"));
        RuleTimeline rules = with(province);
        assertThat(dimensions(rules, World.DAY)).containsExactly("line");
        Refusal refusal = rules.with(level(AGENCY_LEVEL)).refusals().get(0);
        assertThat(refusal.code()).isEqualTo("rulebook.locked");
        assertThat(refusal.text()).contains("locked by 310000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"terms", "span", "severity", "permitted", "where", "reason", "reason/code", "reason/source"})
    void all_else_of_the_limit_is_the_nation_s(String part) {
        assertThat(nation().with(overlay(CITY, change(LIMIT + part, Tree.text("x"))))
                        .refusals())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo("rulebook.locked"));
    }

    @Test
    void a_second_hard_limit_on_what_is_available_is_refused() {
        Tree second = Tree.fields(ImmutableList.of(
                new Tree.Member(
                        "reason",
                        Tree.fields(ImmutableList.of(
                                new Tree.Member("code", Tree.text("city.over-agency")),
                                new Tree.Member("title", Tree.text("over")),
                                new Tree.Member("titleZh", Tree.text("超")),
                                new Tree.Member("text", Tree.text("{short-by}")),
                                new Tree.Member("textZh", Tree.text("{short-by}")),
                                new Tree.Member(
                                        "source",
                                        Tree.fields(ImmutableList.of(
                                                new Tree.Member("citation", Tree.text("own")),
                                                new Tree.Member("certainty", Tree.text("OWN")))))))),
                new Tree.Member("terms", terms()),
                new Tree.Member("dimensions", names(AGENCY_LEVEL)),
                new Tree.Member("span", Tree.text("CUMULATIVE")),
                new Tree.Member("permitted", names("HARD")),
                new Tree.Member("severity", Tree.text("HARD"))));
        assertThat(notValid(nation(), overlay(CITY, change("payment/limits/city.over-agency", second))))
                .contains("hard limit at exactly one level, not at [payment.over-allotment, city.over-agency]");
    }

    /** The terms of the limit as they are. */
    private static Tree terms() {
        return Tree.items(nation().at(CITY, 2024, World.DAY).orElseThrow().rulebook().limits().stream()
                .filter(limit -> limit.code().equals("payment.over-allotment"))
                .flatMap(limit -> limit.terms().stream())
                .map(term -> Tree.fields(ImmutableList.of(
                        new Tree.Member("sign", Tree.bare(Integer.toString(term.sign()))),
                        new Tree.Member("measure", Tree.text(term.measure())))))
                .collect(ImmutableList.toImmutableList()));
    }

    // ---- what it does -----------------------------------------------------------------------------------------------

    /** Two allotments of one agency, of {@link #HELD} each. */
    private record Two(World world, Elements elements, Id<Allotment> one, Id<Allotment> other) {
        static Two of(World world) {
            var project = world.project(1, World.ORGAN, 2 * HELD);
            Elements elements = World.elements(World.ORGAN, project);
            var line = world.line("L1", elements, 2 * HELD);
            return new Two(
                    world,
                    elements,
                    world.allotment("A1", line, elements, HELD),
                    world.allotment("A2", line, elements, HELD));
        }

        Outcome submit(String id, Id<Allotment> allotment, long fen) {
            var request = World.request(id);
            done(world.ask(CLERK, new CreatePayment(request, World.paymentTerms(allotment, elements, fen))));
            return world.ask(CLERK, Act.of(request, PaymentAction.SUBMIT));
        }

        long available(Id<Allotment> allotment) {
            return world.loop()
                    .balance(
                            AllotmentMeasure.AVAILABLE,
                            Dimensions.of(Dimensions.ALLOTMENT, allotment.value()),
                            world.loop().rules().at(CITY, 2024, world.day()).orElseThrow());
        }
    }

    @Test
    void one_allotment_is_paid_beyond_what_it_has_where_its_level_has_room_and_never_beyond_that() {
        RuleTimeline rules = with(level(AGENCY_LEVEL));
        InMemoryJournal journal = new InMemoryJournal();
        Two two = Two.of(World.open(rules, journal));
        done(two.submit("P1", two.one(), HELD + 600));
        assertThat(two.available(two.one())).isEqualTo(-600);
        Refusal refusal = two.submit("P2", two.other(), 401).refusals().get(0);
        assertThat(refusal.code()).isEqualTo("payment.over-allotment");
        assertThat(refusal.facts())
                .containsEntry("agency", Fact.text(World.ORGAN))
                .containsEntry("fund", Fact.text("111"))
                .containsEntry("available", Fact.amount(400))
                .containsEntry("short-by", Fact.amount(1))
                .doesNotContainKey("allotment");
        done(two.submit("P3", two.other(), 400));
        World again = World.open(rules, journal);
        assertThat(again.loop().digest()).isEqualTo(two.world().loop().digest());
        assertThat(again.loop().verify()).isEmpty();
    }

    @Test
    void another_agency_of_the_division_has_no_part_in_it() {
        World world = World.open(with(level(AGENCY_LEVEL)), new InMemoryJournal());
        Two two = Two.of(world);
        var project = world.project(2, World.INSTITUTION, HELD);
        Elements elements = World.elements(World.INSTITUTION, project);
        world.allotment("B1", world.line("L2", elements, HELD), elements, HELD);
        assertThat(two.submit("P1", two.one(), 2 * HELD + 1).refusals())
                .extracting(Refusal::code)
                .containsExactly("payment.over-allotment");
    }

    @Test
    void a_level_that_changes_in_the_year_holds_from_its_day_on_over_what_was_spent_before() {
        LocalDate april = LocalDate.of(2024, 4, 1);
        RuleTimeline rules = with(level(CITY, april, AGENCY_LEVEL));
        Two two = Two.of(World.open(rules, new InMemoryJournal()));
        done(two.submit("P1", two.one(), 900));
        assertThat(two.submit("P2", two.one(), 101).isDone()).isFalse();
        World world = two.world().turn(2024, april);
        done(world.ask(
                "admin",
                new AdoptRulebook(
                        CITY, 2024, rules.at(CITY, 2024, april).orElseThrow().fingerprint())));
        assertThat(two.submit("P3", two.one(), 1_101).isDone()).isFalse();
        done(two.submit("P4", two.one(), 1_100));
        assertThat(two.available(two.one())).isEqualTo(-1_000);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void what_was_spent_beyond_an_allotment_is_settled_before_the_year_is_carried_over() {
        World world = World.open(with(level(AGENCY_LEVEL)), new InMemoryJournal());
        Two two = Two.of(world);
        world.pay("1", two.one(), two.elements(), HELD + 600);
        world.adopt(2025);
        world.turn(2025, LocalDate.of(2024, 12, 31));
        Refusal refusal = world.ask("finance", new CalculateCarryOver(CITY, World.ORGAN, 2025))
                .refusals()
                .get(0);
        assertThat(refusal.code()).isEqualTo("carry-over.overspent");
        assertThat(refusal.facts())
                .containsEntry("allotment", Fact.text("A1"))
                .containsEntry("amount", Fact.amount(600));
    }
}
