package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.Batches.OFFICIAL_CARDS;
import static org.fiscalloop.loop.Batches.OTHER;
import static org.fiscalloop.loop.Batches.card;
import static org.fiscalloop.loop.Batches.confirmed;
import static org.fiscalloop.loop.Batches.detail;
import static org.fiscalloop.loop.Batches.failed;
import static org.fiscalloop.loop.Batches.list;
import static org.fiscalloop.loop.Batches.paid;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.AmountException;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeDetail.Consumption;
import org.fiscalloop.payees.PayeeDetail.Origin;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListAction;
import org.fiscalloop.payees.PayeesCommands.CreatePayeeList;
import org.fiscalloop.payees.PayeesMeasure;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.rulebook.CityRules;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What officials bought by card (公务卡) is repaid to the card, once and no more than was bought. */
class OfficialCardTest {
    private static final Id<PayeeList> LIST = PayeeList.id("PL-1");
    private static final LocalDate BOUGHT = DAY.minusDays(5);

    private final World world = World.open();
    private final DoorFixtures.Room room = DoorFixtures.room(world);

    private static CreatePayeeList create(Id<PayeeList> id, PayeeDetail... details) {
        return new CreatePayeeList(id, list(ORGAN, OFFICIAL_CARDS, ImmutableList.copyOf(details)));
    }

    private Outcome submit(Id<PayeeList> id, PayeeDetail... details) {
        done(world.ask(CLERK, create(id, details)));
        return world.act(CLERK, id, PayeeListAction.SUBMIT);
    }

    private Id<PayeeList> confirmedList(String id, PayeeDetail... details) {
        return confirmed(world, id, list(ORGAN, OFFICIAL_CARDS, ImmutableList.copyOf(details)));
    }

    private static long repaid(World world, String serial) {
        String key = "628300000001/" + BOUGHT + "/" + serial;
        return world.loop()
                .balance(
                        PayeesMeasure.REIMBURSED,
                        Dimensions.ALL.segments(
                                ImmutableMap.of(Dimensions.DIVISION, DIVISION, Dimensions.DOCUMENT, key)),
                        world.loop().rules().all().get(0));
    }

    @Test
    void a_batch_repays_several_purchases_of_one_card_and_less_of_one_than_it_cost() {
        Id<PayeeList> list = confirmedList("PL-1", card("1", BOUGHT, 20_000, 20_000), card("2", BOUGHT, 9_000, 8_000));

        paid(world, room, "1", list);

        assertThat(repaid(world, "1")).isEqualTo(20_000);
        assertThat(repaid(world, "2")).isEqualTo(8_000);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_list_of_cards_says_of_each_detail_what_was_bought_and_no_other_list_does() {
        Outcome missing = submit(LIST, detail(1, 5), card("", BOUGHT, 5, 5), card("3", BOUGHT, 5, 5));
        assertThat(codes(missing)).containsExactly("payees.consumption-missing");
        assertThat(missing.refusals().get(0).facts())
                .containsEntry("count", Fact.count(2))
                .containsEntry("details", Fact.texts(ImmutableList.of("1", "2")));

        Outcome other = world.ask(
                CLERK,
                new CreatePayeeList(
                        PayeeList.id("PL-2"), list(ORGAN, OTHER, ImmutableList.of(card("1", BOUGHT, 5, 5)))));
        assertThat(codes(other)).containsExactly("payees.consumption-out-of-place");
        assertThat(other.refusals().get(0).facts()).containsEntry("kind", Fact.text(OTHER));
    }

    @Test
    void what_cannot_be_told_from_others_is_said_to_be_missing_and_not_also_to_be_repaid_twice_or_elsewhere() {
        assertThat(codes(submit(
                        LIST, card("", BOUGHT, 5, 5), card("", BOUGHT, 5, 5).withAccount("62229999"))))
                .containsExactly("payees.consumption-missing");
    }

    @Test
    void no_more_is_repaid_than_was_bought_and_nothing_before_it_was_bought() {
        Outcome refused = submit(LIST, card("1", BOUGHT, 500, 501), card("2", DAY.plusDays(1), 5, 5));

        assertThat(codes(refused)).containsExactly("payees.consumption-later", "payees.over-consumption");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("on", Fact.day(DAY))
                .containsEntry("details", Fact.texts(ImmutableList.of("2")));
        assertThat(refused.refusals().get(1).facts()).containsEntry("details", Fact.texts(ImmutableList.of("1")));
        done(submit(PayeeList.id("PL-2"), card("1", DAY, 500, 500)));
    }

    @Test
    void the_card_that_bought_is_what_is_repaid() {
        assertThat(codes(submit(LIST, card("1", BOUGHT, 5, 5).withAccount("62229999"))))
                .containsExactly("payees.card-differs");
    }

    @Test
    void what_was_bought_long_ago_is_warned_of_and_a_place_says_how_long_that_is() {
        done(submit(LIST, card("1", DAY.minusDays(56), 5, 5)));
        assertThat(world.act(HEAD, LIST, PayeeListAction.APPROVE).warnings()).isEmpty();
        Outcome late = done(submit(PayeeList.id("PL-2"), card("2", DAY.minusDays(57), 5, 5)));
        assertThat(late.warnings()).hasSize(1);
        assertThat(late.warnings().get(0).code()).isEqualTo("payees.consumption-late");
        assertThat(late.warnings().get(0).facts())
                .containsEntry("allowed", Fact.count(56))
                .containsEntry("on", Fact.day(DAY));

        World city = World.open(
                TwoYears.rules(
                        CityRules.change("payees/consumptionDays", Tree.text("30")),
                        CityRules.change("payees/severities/payees.consumption-late", Tree.text("HARD"))),
                new InMemoryJournal());
        done(city.ask(CLERK, create(LIST, card("1", DAY.minusDays(31), 5, 5))));
        assertThat(codes(city.act(CLERK, LIST, PayeeListAction.SUBMIT))).containsExactly("payees.consumption-late");
    }

    @Test
    void what_was_repaid_in_time_and_came_back_is_never_late() {
        World city = World.open(
                TwoYears.rules(CityRules.change("payees/severities/payees.consumption-late", Tree.text("HARD"))),
                new InMemoryJournal());
        DoorFixtures.Room own = DoorFixtures.room(city);
        Id<PayeeList> list = confirmed(
                city, "PL-1", list(ORGAN, OFFICIAL_CARDS, ImmutableList.of(card("1", DAY.minusDays(56), 5, 5))));
        done(failed(city, paid(city, own, "1", list), "T1", 1, 5));
        city.turn(YEAR, DAY.plusDays(1));

        confirmed(
                city,
                "PL-2",
                list(
                        ORGAN,
                        OFFICIAL_CARDS,
                        ImmutableList.of(card("1", DAY.minusDays(56), 5, 5).withOrigin(new Origin(list, 1)))));
        done(city.ask(CLERK, create(PayeeList.id("PL-3"), card("2", DAY.minusDays(56), 5, 5))));
        assertThat(codes(city.act(CLERK, PayeeList.id("PL-3"), PayeeListAction.SUBMIT)))
                .containsExactly("payees.consumption-late");
    }

    @Test
    void what_was_bought_is_repaid_once_whichever_list_and_agency_asks() {
        Outcome same = submit(PayeeList.id("PL-0"), card("1", BOUGHT, 10, 5), card("1", BOUGHT, 10, 5));
        assertThat(codes(same)).containsExactly("payees.consumption-twice");
        assertThat(same.refusals().get(0).facts()).containsEntry("details", Fact.texts(ImmutableList.of("2")));

        Id<PayeeList> second = PayeeList.id("PL-2");
        done(submit(LIST, card("1", BOUGHT, 10, 5)));
        done(submit(second, card("2", BOUGHT, 9, 9), card("1", BOUGHT, 10, 5)));
        done(world.act(HEAD, LIST, PayeeListAction.APPROVE));

        Outcome twice = world.act(HEAD, second, PayeeListAction.APPROVE);
        assertThat(codes(twice)).containsExactly("payees.consumption-twice");
        assertThat(twice.refusals().get(0).facts()).containsEntry("details", Fact.texts(ImmutableList.of("2")));
        Id<PayeeList> elsewhere = PayeeList.id("PL-3");
        done(world.ask(
                "clerk" + INSTITUTION,
                new CreatePayeeList(
                        elsewhere, list(INSTITUTION, OFFICIAL_CARDS, ImmutableList.of(card("1", BOUGHT, 10, 5))))));
        assertThat(codes(world.act("clerk" + INSTITUTION, elsewhere, PayeeListAction.SUBMIT)))
                .containsExactly("payees.consumption-twice");

        done(world.act(HEAD, LIST, PayeeListAction.VOID));
        assertThat(repaid(world, "1")).isZero();
        done(world.act(HEAD, second, PayeeListAction.APPROVE));
    }

    @Test
    void the_payee_of_the_request_is_kept_by_the_bank_of_the_cards() {
        Id<PayeeList> list = confirmedList("PL-1", card("1", BOUGHT, 5, 5).withBank("发卡银行"));
        done(world.ask(CLERK, new CreatePayment(World.request("1"), Batches.terms(room, list, 5))));

        Outcome refused = world.act(CLERK, World.request("1"), PaymentAction.SUBMIT);

        assertThat(codes(refused)).containsExactly("payment.card-bank-differs");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("given", Fact.text("商业银行"))
                .containsEntry("list", Fact.text("PL-1"))
                .containsEntry("count", Fact.count(1));
        PaymentTerms terms = Batches.terms(room, list, 5);
        done(world.ask(
                CLERK,
                new CreatePayment(
                        World.request("2"),
                        org.fiscalloop.payment.ImmutablePaymentTerms.builder()
                                .from(terms)
                                .payee(new PaymentTerms.Payee("公务卡还款专户", "6288", "发卡银行"))
                                .build())));
        done(world.act(CLERK, World.request("2"), PaymentAction.SUBMIT));
    }

    @Test
    void what_comes_back_is_repaid_by_a_detail_that_says_so_to_another_card_and_by_nobody_else_beside_it() {
        Id<PayeeList> list = confirmedList("PL-1", card("1", BOUGHT, 30_000, 20_000), card("2", BOUGHT, 10, 10));
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(failed(world, voucher, "T1", 1, 15_000));
        assertThat(repaid(world, "1")).isEqualTo(5_000);
        assertThat(codes(submit(PayeeList.id("PL-2"), card("1", BOUGHT, 30_000, 15_000))))
                .containsExactly("payees.consumption-twice");
        Optional<Origin> origin = Optional.of(new Origin(list, 1));
        assertThat(codes(submit(
                        PayeeList.id("PL-3"), card("9", BOUGHT, 30_000, 15_000).withOrigin(origin))))
                .containsExactly("payees.consumption-of-another");

        Id<PayeeList> again = confirmedList(
                "PL-4",
                card("1", BOUGHT, 30_000, 15_000).withAccount("62839999").withOrigin(origin));
        Id<PaymentVoucher> second = paid(world, room, "2", again);
        assertThat(repaid(world, "1")).isEqualTo(20_000);
        done(failed(world, second, "T2", 1, 15_000));
        confirmedList("PL-5", card("1", BOUGHT, 30_000, 15_000).withOrigin(new Origin(again, 1)));
        assertThat(repaid(world, "1")).isEqualTo(20_000);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void what_came_back_wholly_and_was_repaid_by_another_list_is_not_repaid_again() {
        Id<PayeeList> list = confirmedList("PL-1", card("1", BOUGHT, 30_000, 20_000));
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(failed(world, voucher, "T1", 1, 20_000));
        confirmedList("PL-2", card("1", BOUGHT, 30_000, 25_000));

        assertThat(codes(submit(
                        PayeeList.id("PL-3"), card("1", BOUGHT, 30_000, 20_000).withOrigin(new Origin(list, 1)))))
                .containsExactly("payees.consumption-twice");
    }

    @Test
    void a_card_and_a_serial_number_are_numbers() {
        assertThatThrownBy(() -> new Consumption("6283 1", BOUGHT, "1", Fen.money(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6283 1");
    }

    @Test
    void what_was_paid_by_card_is_yuan() {
        assertThatThrownBy(() -> new Consumption("6283", BOUGHT, "1", Money.parse("USD 10.00")))
                .isInstanceOf(AmountException.class)
                .hasMessageContaining("USD");
    }
}
