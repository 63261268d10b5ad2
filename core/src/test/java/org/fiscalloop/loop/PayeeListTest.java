package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Batches.ENTERPRISE;
import static org.fiscalloop.loop.Batches.OTHER;
import static org.fiscalloop.loop.Batches.PERSON;
import static org.fiscalloop.loop.Batches.TO_ENTERPRISES;
import static org.fiscalloop.loop.Batches.TO_PERSONS;
import static org.fiscalloop.loop.Batches.WAGES;
import static org.fiscalloop.loop.Batches.balance;
import static org.fiscalloop.loop.Batches.confirmed;
import static org.fiscalloop.loop.Batches.detail;
import static org.fiscalloop.loop.Batches.list;
import static org.fiscalloop.loop.Batches.wages;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.payees.ImmutablePayeeDetail;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeDetail.Beneficiary;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListAction;
import org.fiscalloop.payees.PayeeListState;
import org.fiscalloop.payees.PayeeListTerms;
import org.fiscalloop.payees.PayeesCommands.CreatePayeeList;
import org.fiscalloop.payees.PayeesCommands.RevisePayeeList;
import org.fiscalloop.payees.PayeesDuty;
import org.fiscalloop.payees.PayeesMeasure;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** A payee list from entry to its confirmation, and what it is refused for. */
class PayeeListTest {
    private static final Id<PayeeList> LIST = PayeeList.id("PL-1");

    private final World world = World.open();

    private Outcome create(PayeeListTerms terms) {
        return world.ask(CLERK, new CreatePayeeList(LIST, terms));
    }

    private Outcome submit(PayeeListTerms terms) {
        done(create(terms));
        return world.act(CLERK, LIST, PayeeListAction.SUBMIT);
    }

    private static PayeeListTerms one(String kind, PayeeDetail detail) {
        return list(ORGAN, kind, ImmutableList.of(detail));
    }

    @Test
    void it_is_filled_in_reviewed_by_somebody_else_and_then_stands_as_it_is() {
        done(create(wages(ORGAN, 500_000, 600_000)));
        done(world.ask(CLERK, new RevisePayeeList(LIST, wages(ORGAN, 500_000, 620_000))));
        done(world.act(CLERK, LIST, PayeeListAction.SUBMIT));
        done(world.act(HEAD, LIST, PayeeListAction.APPROVE));

        PayeeList list = world.loop().find(LIST).orElseThrow();
        assertThat(list.state()).isEqualTo(PayeeListState.CONFIRMED);
        assertThat(list.terms()).isEqualTo(wages(ORGAN, 500_000, 620_000));
        assertThat(balance(world, PayeesMeasure.FREE, "PL-1")).isEqualTo(1_120_000);
        assertThat(codes(world.act("both" + ORGAN, LIST, PayeeListAction.PAY))).containsExactly("access.duty-missing");
        assertThat(codes(world.ask(CLERK, new RevisePayeeList(LIST, wages(ORGAN, 1)))))
                .containsExactly("lifecycle.not-allowed");
    }

    @Test
    void what_is_revised_is_asked_again() {
        done(create(wages(ORGAN, 500_000)));

        assertThat(codes(world.ask(CLERK, new RevisePayeeList(LIST, wages(ORGAN)))))
                .containsExactly("payees.empty");
        assertThat(codes(world.ask(CLERK, new RevisePayeeList(LIST, wages(ORGAN, 0)))))
                .containsExactly("payees.amount-not-positive");
    }

    @Test
    void nobody_marks_a_list_paid_by_hand_whatever_duty_is_held() {
        confirmed(world, "PL-1", wages(ORGAN, 500_000));
        done(world.ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor("bank")
                        .name("bank")
                        .division(World.DIVISION)
                        .agency("")
                        .fiscalYear(YEAR)
                        .addGrants(new Grant(PayeesDuty.BANK, World.DIVISION, ""))
                        .build())));

        assertThat(codes(world.act("bank", LIST, PayeeListAction.PAY))).containsExactly("payees.not-by-itself");
        assertThat(world.loop().find(LIST).orElseThrow().state()).isEqualTo(PayeeListState.CONFIRMED);
    }

    @Test
    void who_filled_it_in_does_not_confirm_it() {
        done(world.ask("both" + ORGAN, new CreatePayeeList(LIST, wages(ORGAN, 500_000))));
        done(world.act("both" + ORGAN, LIST, PayeeListAction.SUBMIT));

        assertThat(codes(world.act("both" + ORGAN, LIST, PayeeListAction.APPROVE)))
                .containsExactly("lifecycle.four-eyes");
        done(world.act(HEAD, LIST, PayeeListAction.APPROVE));
    }

    @Test
    void a_record_holds_the_details_once_and_a_reopened_loop_knows_them() {
        InMemoryJournal journal = new InMemoryJournal();
        World place = World.open(Walk.RULES, journal);
        PayeeListTerms terms = list(
                ORGAN,
                WAGES,
                IntStream.rangeClosed(1, 200)
                        .mapToObj(number -> detail(number, 500_000))
                        .collect(ImmutableList.toImmutableList()));
        Outcome made = done(place.ask(CLERK, new CreatePayeeList(LIST, terms)));

        FiscalLoop again = FiscalLoop.open(journal, Walk.RULES);

        assertThat(again.find(LIST).orElseThrow().terms()).isEqualTo(terms);
        assertThat(made.record().events().get(0).toString()).doesNotContain("职工200");
        assertThat(again.verify()).isEmpty();
    }

    @Test
    void a_list_is_of_a_kind_of_the_rulebook_pays_somebody_and_pays_each_something() {
        Outcome kind = create(list(ORGAN, "7", ImmutableList.of()));
        assertThat(codes(kind)).containsExactly("payees.kind-unknown", "payees.empty");
        assertThat(kind.refusals().get(0).facts())
                .containsEntry("allowed", Fact.texts(ImmutableList.of("1", "2", "3", "4", "9")));

        Outcome nothing = create(wages(ORGAN, 1, 0, -5, 3));
        assertThat(codes(nothing)).containsExactly("payees.amount-not-positive");
        assertThat(nothing.refusals().get(0).text()).isEqualTo("2 details are not above zero: 2, 3");
    }

    @Test
    void of_many_wrong_details_ten_are_named_and_all_are_counted() {
        Outcome refused = create(wages(ORGAN, new long[25]));

        assertThat(refused.refusals()).hasSize(1);
        assertThat(refused.refusals().get(0).text())
                .isEqualTo("25 details are not above zero: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …");
    }

    @Test
    void a_payee_is_complete_when_the_list_is_handed_in() {
        ImmutablePayeeDetail whole = detail(1, 1);

        assertThat(codes(submit(list(
                        ORGAN,
                        OTHER,
                        ImmutableList.of(whole.withName(" "), whole.withAccount(""), whole.withBank(""), whole)))))
                .containsExactly("payees.payee-incomplete");
    }

    @Test
    void an_account_stands_on_a_list_once_unless_its_kind_says_otherwise() {
        ImmutableList<PayeeDetail> twice = ImmutableList.of(detail(1, 5), detail(2, 5), detail(1, 7));

        Outcome refused = submit(list(ORGAN, WAGES, twice));
        assertThat(codes(refused)).containsExactly("payees.account-twice");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("count", Fact.count(1))
                .containsEntry("details", Fact.texts(ImmutableList.of("3")));

        done(world.ask(CLERK, new RevisePayeeList(LIST, list(ORGAN, OTHER, twice))));
        done(world.act(CLERK, LIST, PayeeListAction.SUBMIT));
    }

    @Test
    void a_list_of_subsidies_names_its_beneficiaries() {
        assertThat(codes(submit(one(TO_PERSONS, detail(1, 5))))).containsExactly("payees.identity-missing");
        done(world.ask(
                CLERK, new RevisePayeeList(LIST, one(TO_PERSONS, detail(1, 5).withBeneficiary(ENTERPRISE)))));
        assertThat(codes(world.act(CLERK, LIST, PayeeListAction.SUBMIT))).containsExactly("payees.identity-missing");
        done(world.ask(
                CLERK,
                new RevisePayeeList(LIST, one(TO_ENTERPRISES, detail(1, 5).withBeneficiary(ENTERPRISE)))));
        done(world.act(CLERK, LIST, PayeeListAction.SUBMIT));
        done(world.act(HEAD, LIST, PayeeListAction.RETURN));
        done(world.ask(
                CLERK, new RevisePayeeList(LIST, one(TO_PERSONS, detail(1, 5).withBeneficiary(PERSON)))));
        done(world.act(CLERK, LIST, PayeeListAction.SUBMIT));
    }

    @Test
    void a_number_whose_check_character_is_wrong_is_refused_on_any_list_and_is_not_told() {
        Beneficiary wrong = new Beneficiary(Beneficiary.Kind.PERSON, "陈某", "110105194912310021");
        Outcome refused = create(one(WAGES, detail(1, 5).withBeneficiary(wrong)));

        assertThat(codes(refused)).containsExactly("payees.identity-invalid");
        assertThat(refused.refusals().get(0).text()).doesNotContain("11010519491231");
        Beneficiary firm = new Beneficiary(Beneficiary.Kind.ENTERPRISE, "某某有限公司", "91350100M000100Y44");
        assertThat(codes(create(one(WAGES, detail(1, 5).withBeneficiary(firm)))))
                .containsExactly("payees.identity-invalid");
    }

    @Test
    void the_agencys_own_account_is_no_payee_and_another_agencys_is() {
        assertThat(codes(submit(one(WAGES, detail(1, 5).withAccount("B" + ORGAN)))))
                .containsExactly("payees.own-account");

        done(world.ask(
                CLERK, new RevisePayeeList(LIST, one(WAGES, detail(1, 5).withAccount("B" + World.INSTITUTION)))));
        done(world.act(CLERK, LIST, PayeeListAction.SUBMIT));
    }

    @Test
    void it_is_entered_within_its_fiscal_year() {
        world.turn(YEAR, World.DAY.withYear(YEAR + 1));

        assertThat(codes(create(wages(ORGAN, 1)))).containsExactly("payees.outside-year");
    }

    @Test
    void what_may_be_kept_of_a_beneficiary_is_kept() {
        ImmutablePayeeDetail family = detail(1, 5)
                .withBeneficiary(PERSON)
                .withTown("莲前街道")
                .withVillage("洪文社区")
                .withFamily("350203-0012");
        Id<PayeeList> made = confirmed(world, "PL-1", one(TO_PERSONS, family));

        assertThat(world.loop().find(made).orElseThrow().terms().details()).containsExactly(family);
    }

    @Test
    void a_confirmed_list_may_be_given_up_while_no_request_names_it() {
        confirmed(world, "PL-1", wages(ORGAN, 5));

        assertThat(codes(world.act(CLERK, LIST, PayeeListAction.VOID))).containsExactly("access.duty-missing");
        done(world.act(HEAD, LIST, PayeeListAction.VOID));

        assertThat(balance(world, PayeesMeasure.FREE, "PL-1")).isZero();
        assertThat(Sums.of(world.loop().balances()).memorandum("MP06").credit()).isZero();
    }

    @Test
    void what_only_warns_and_which_kinds_there_are_is_a_places_own() {
        Tree kinds = Tree.items(ImmutableList.of(Tree.fields(ImmutableList.of(
                new Tree.Member("code", Tree.text("4")),
                new Tree.Member("name", Tree.text("one card")),
                new Tree.Member("nameZh", Tree.text("一卡通")),
                new Tree.Member("identity", Tree.text("EITHER")),
                new Tree.Member("repeating", Tree.text("true")),
                new Tree.Member(
                        "source",
                        Tree.fields(ImmutableList.of(
                                new Tree.Member("citation", Tree.text("本市规定")),
                                new Tree.Member("certainty", Tree.text("OWN")))))))));
        World city = World.open(
                TwoYears.rules(
                        CityRules.change("payees/severities/payees.own-account", Tree.text("WARN")),
                        CityRules.change("payees/kinds", kinds)),
                new InMemoryJournal());
        ImmutablePayeeDetail own = detail(1, 5).withAccount("B" + ORGAN).withBeneficiary(ENTERPRISE);
        assertThat(codes(city.ask(CLERK, new CreatePayeeList(LIST, one(WAGES, own)))))
                .containsExactly("payees.kind-unknown");
        done(city.ask(CLERK, new CreatePayeeList(LIST, list(ORGAN, "4", ImmutableList.of(own, own)))));

        Outcome warned = done(city.act(CLERK, LIST, PayeeListAction.SUBMIT));

        assertThat(warned.warnings()).hasSize(1);
    }
}
