package org.fiscalloop.loop;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each of the library's own three rules finds, and what it does not. */
class MonitoringRulesTest {
    private static final Payee OTHER = new Payee("别的供应商", "6222000099998888", "商业银行");
    private static final Overlay.Change OWN_ACCOUNT_PASSES =
            CityRules.change("payment/severities/payment.own-account", Tree.text("OFF"));

    private World world = World.open();
    private DoorFixtures.Room room = DoorFixtures.room(world);

    private void monitored(Overlay.Change... changes) {
        world = Monitors.open(changes);
        room = DoorFixtures.room(world);
    }

    private Outcome submit(String id, long fen) {
        return submit(id, fen, World.PAYEE);
    }

    private Outcome submit(String id, long fen, Payee payee) {
        done(world.ask(
                CLERK,
                new CreatePayment(
                        request(id),
                        World.paymentTerms(room.allotment(), room.elements(), fen)
                                .withPayee(payee))));
        return world.act(CLERK, request(id), PaymentAction.SUBMIT);
    }

    private void pass(String id, long fen) {
        assertThat(found(submit(id, fen))).isEmpty();
    }

    private static ImmutableList<String> found(Outcome outcome) {
        return done(outcome).warnings().stream().map(Refusal::text).collect(ImmutableList.toImmutableList());
    }

    private World on(int day) {
        return world.turn(YEAR, DAY.withDayOfMonth(day));
    }

    // ---- the payee is the agency itself
    // -------------------------------------------------------------------------------

    @Test
    void a_payee_is_the_agency_by_account_by_name_or_by_both() {
        monitored(Monitors.payeeIsAgency(Handling.WARN), OWN_ACCOUNT_PASSES);
        String name = world.loop()
                .find(Agency.id(World.DIVISION, ORGAN))
                .orElseThrow()
                .terms()
                .name();

        assertThat(found(submit("1", 100, new Payee("某某", "B" + ORGAN, "商业银行"))))
                .containsExactly("agency 105001 pays 某某, account B105001, which is its own by account");
        assertThat(found(submit("2", 100, new Payee(" " + name, "622", "商业银行"))))
                .containsExactly("agency 105001 pays  " + name + ", account 622, which is its own by name");
        assertThat(found(submit("3", 100, new Payee(name, "B" + ORGAN, "商业银行"))))
                .containsExactly(
                        "agency 105001 pays " + name + ", account B105001, which is its own by account and name");
        assertThat(found(submit("4", 100, new Payee("某某", "B" + World.INSTITUTION, "商业银行"))))
                .isEmpty();
        pass("5", 100);
    }

    @Test
    void whom_the_bank_has_paid_is_asked_again_at_the_receipt() {
        monitored(Monitors.payeeIsAgency(Handling.HOLD), OWN_ACCOUNT_PASSES);
        Id<PaymentVoucher> voucher = DoorFixtures.sent(world, room, "1", 100);
        done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(World.DIVISION)
                        .agency(ORGAN)
                        .fiscalYear(YEAR)
                        .number(World.PAYEE.account())
                        .name("新开户")
                        .bank("商业银行")
                        .kind("31")
                        .build())));

        done(world.tell("1", new BankReceipt(voucher, "S1", DAY, Fen.money(100), World.PAYEE)));

        Alert alert = world.loop().moving(Alert.KIND).stream().collect(onlyElement());
        assertThat(alert.terms().moment()).isEqualTo(Moment.RECEIPT);
        assertThat(alert.terms().verdicts())
                .extracting(verdict -> verdict.rule())
                .containsExactly("monitoring.payee-is-agency");
        assertThat(world.loop().verify()).isEmpty();
    }

    // ---- split below a threshold
    // --------------------------------------------------------------------------------------

    @Test
    void payments_that_reach_the_threshold_only_together_are_found_with_the_others_named() {
        monitored(Monitors.split(Handling.WARN, 1_000, 3));
        pass("1", 400);
        pass("2", 599);

        assertThat(found(submit("3", 1)))
                .containsExactly(
                        "agency 105001 pays 供应商 0.01, with 1, 2 at least 10.00 within 3 days; each is below 10.00");
    }

    @Test
    void a_payment_that_reaches_the_threshold_by_itself_is_not_split_and_counts_with_none() {
        monitored(Monitors.split(Handling.WARN, 1_000, 3));
        pass("1", 1_000);
        pass("2", 5_000);
        pass("3", 999);
    }

    @Test
    void other_payees_other_agencies_and_other_days_do_not_count() {
        monitored(Monitors.split(Handling.WARN, 1_000, 3));
        on(5);
        pass("1", 600);
        assertThat(found(submit("2", 600, OTHER))).isEmpty();
        on(8);
        pass("3", 600);
        on(10);
        assertThat(found(submit("4", 400))).hasSize(1);
        on(11);
        assertThat(found(submit("5", 500))).hasSize(0);
    }

    @Test
    void what_was_returned_or_given_up_does_not_count_and_what_is_handed_in_again_counts_with_its_new_amount() {
        monitored(Monitors.split(Handling.FORBID, 1_000, 30));
        pass("1", 600);
        assertThat(codes(submit("2", 600))).containsExactly("monitoring.split");
        done(world.act(HEAD, request("1"), PaymentAction.RETURN));
        done(world.act(CLERK, request("2"), PaymentAction.SUBMIT));
        assertThat(codes(world.act(CLERK, request("1"), PaymentAction.SUBMIT))).containsExactly("monitoring.split");
        done(world.ask(
                CLERK, new RevisePayment(request("1"), World.paymentTerms(room.allotment(), room.elements(), 399))));
        done(world.act(CLERK, request("1"), PaymentAction.SUBMIT));
        assertThat(codes(submit("3", 1))).containsExactly("monitoring.split");
        done(world.act(HEAD, request("2"), PaymentAction.RETURN));
        done(world.act(CLERK, request("2"), PaymentAction.VOID));
        done(world.act(CLERK, request("3"), PaymentAction.SUBMIT));
    }

    @Test
    void a_payment_that_is_dated_back_is_held_against_those_of_the_days_after_it() {
        monitored(Monitors.split(Handling.WARN, 1_000, 3), Monitors.repeated(Handling.WARN, 3));
        on(20);
        pass("1", 500);
        on(18);
        assertThat(found(submit("2", 500))).hasSize(2);
        on(17);
        assertThat(found(submit("3", 500))).hasSize(2);
        on(14);
        pass("4", 500);
    }

    @Test
    void no_more_than_ten_others_are_named() {
        monitored(Monitors.split(Handling.WARN, 1_000, 3));
        for (int i = 10; i < 22; i++) {
            pass(Integer.toString(i), 80);
        }

        assertThat(found(submit("22", 80)))
                .containsExactly(
                        "agency 105001 pays 供应商 0.80, with 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … at least 10.40"
                                + " within 3 days; each is below 10.00");
    }

    // ---- the same payment again
    // ---------------------------------------------------------------------------------------

    @Test
    void the_same_amount_to_the_same_payee_is_found_within_the_days_and_not_after() {
        monitored(Monitors.repeated(Handling.WARN, 3));
        on(5);
        pass("1", 100);
        pass("2", 101);
        assertThat(found(submit("3", 100, OTHER))).isEmpty();
        on(7);
        assertThat(found(submit("4", 100))).containsExactly("agency 105001 pays 供应商 1.00 again within 3 days, after 1");
        on(8);
        pass("5", 101);
    }

    @Test
    void a_payment_that_was_voided_is_not_one_that_comes_again() {
        monitored(Monitors.repeated(Handling.HOLD, 30));
        pass("1", 100);
        done(world.act(HEAD, request("1"), PaymentAction.APPROVE));
        done(world.act(CLERK, request("1"), PaymentAction.VOID));
        pass("2", 100);
        assertThat(world.loop().find(request("2")).orElseThrow().heldBy()).isEmpty();
    }

    @Test
    void what_was_paid_and_cleared_is_looked_back_on_too() {
        monitored(Monitors.repeated(Handling.FORBID, 30));
        Id<PaymentVoucher> voucher = DoorFixtures.sent(world, room, "1", 100);
        done(world.tell("1", new BankReceipt(voucher, "S1", DAY, Fen.money(100), World.PAYEE)));
        done(world.clearing("B1", voucher, 100));

        assertThat(codes(submit("2", 100))).containsExactly("monitoring.repeated");
    }

    // ---- all of them
    // --------------------------------------------------------------------------------------------------

    @Test
    void what_one_rule_holds_another_may_forbid_and_every_rule_is_heard() {
        monitored(Monitors.split(Handling.FORBID, 1_000, 3), Monitors.repeated(Handling.HOLD, 3));
        pass("1", 500);

        assertThat(codes(submit("2", 500))).containsExactly("monitoring.split");
        assertThat(world.loop().find(request("2")).orElseThrow().heldBy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 93})
    void a_rule_looks_back_one_day_at_least_and_ninety_two_at_most(int days) {
        assertThatThrownBy(() -> Monitors.open(Monitors.repeated(Handling.WARN, days)))
                .hasMessageContaining("days must be 1 to 92: " + days);
        assertThatThrownBy(() -> Monitors.open(Monitors.split(Handling.WARN, 1, days)))
                .hasMessageContaining("days must be 1 to 92: " + days);
    }

    @Test
    void a_threshold_is_not_below_nothing() {
        assertThatThrownBy(() -> Monitors.open(Monitors.split(Handling.WARN, -1, 3)))
                .hasMessageContaining("threshold must not be below nothing");
    }

    @Test
    void a_host_that_offers_no_past_payments_hears_that_a_rule_needs_them() {
        monitored(Monitors.repeated(Handling.WARN, 3));
        Host bare = new Host(world.loop().rules());
        RandomHistory.inputsOf(world.loop()).forEach(bare::take);
        bare.take(world.command(CLERK, DoorFixtures.payment(room, "1", 100)));

        assertThatThrownBy(() -> bare.take(world.command(CLERK, Act.of(request("1"), PaymentAction.SUBMIT))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("need past payments");
    }
}
