package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.Demands.ANOTHER;
import static org.fiscalloop.loop.Demands.PAYEE;
import static org.fiscalloop.loop.Demands.agreement;
import static org.fiscalloop.loop.Demands.balance;
import static org.fiscalloop.loop.Demands.demanded;
import static org.fiscalloop.loop.Demands.id;
import static org.fiscalloop.loop.Demands.inForce;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.bankcollection.AgreementAction;
import org.fiscalloop.bankcollection.AgreementState;
import org.fiscalloop.bankcollection.AgreementTerms;
import org.fiscalloop.bankcollection.AgreementTerms.Account;
import org.fiscalloop.bankcollection.BankCollectionCommands.CreateAgreement;
import org.fiscalloop.bankcollection.BankCollectionCommands.EndAgreement;
import org.fiscalloop.bankcollection.BankCollectionCommands.RefuseDemand;
import org.fiscalloop.bankcollection.BankCollectionCommands.ReviseAgreement;
import org.fiscalloop.bankcollection.BankCollectionMeasure;
import org.fiscalloop.bankcollection.BankCollectionNotices.CollectionDemanded;
import org.fiscalloop.bankcollection.CollectionAgreement;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.bankcollection.DemandAction;
import org.fiscalloop.bankcollection.DemandDays;
import org.fiscalloop.bankcollection.DemandState;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterAction;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** What a bank collects (委托收款): agreed, demanded, linked to an allotment, paid or refused, refunded. */
class BankCollectionTest {
    private static final Id<CollectionAgreement> AGREEMENT = CollectionAgreement.id("CA-1");

    private final World world = World.open();
    private final DoorFixtures.Room room = DoorFixtures.room(world);

    private Outcome demand(String number, long fen) {
        return demand(number, DAY, fen, PAYEE);
    }

    private Outcome demand(String number, LocalDate on, long fen, Account payee) {
        return world.tell("d-" + number + "-" + fen + payee, demanded(number, AGREEMENT, ORGAN, on, fen, payee));
    }

    private DemandState state(String number) {
        return world.loop().find(id(number)).orElseThrow().state();
    }

    private Outcome create(String request, PaymentTerms terms) {
        return world.ask(CLERK, new CreatePayment(World.request(request), terms));
    }

    private Outcome submit(String request) {
        return world.act(CLERK, World.request(request), PaymentAction.SUBMIT);
    }

    private Id<PaymentVoucher> paid(String number, long fen) {
        done(create("R" + number, Demands.terms(room, number, fen)));
        done(submit("R" + number));
        done(world.act(HEAD, World.request("R" + number), PaymentAction.APPROVE));
        Id<PaymentVoucher> voucher = world.sent("V" + number, ORGAN, ImmutableList.of(World.request("R" + number)));
        done(world.receipt(voucher, fen));
        return voucher;
    }

    private static void isListed(Outcome outcome, String code) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(outcome)).containsExactly(code);
    }

    // ---- agreements -------------------------------------------------------------------------------------------------

    @Test
    void an_agreement_is_filled_in_reviewed_by_somebody_else_and_ended_on_a_day() {
        AgreementTerms terms = agreement(ORGAN, DAY);
        done(world.ask("both" + ORGAN, new CreateAgreement(AGREEMENT, terms)));
        done(world.ask("both" + ORGAN, new ReviseAgreement(AGREEMENT, terms)));
        done(world.act("both" + ORGAN, AGREEMENT, AgreementAction.SUBMIT));
        assertThat(codes(world.act("both" + ORGAN, AGREEMENT, AgreementAction.APPROVE)))
                .containsExactly("lifecycle.four-eyes");
        done(world.act(HEAD, AGREEMENT, AgreementAction.APPROVE));

        Outcome early = world.ask(HEAD, new EndAgreement(AGREEMENT, DAY.minusDays(1)));
        assertThat(codes(early)).containsExactly("bank-collection.ends-outside");
        assertThat(early.refusals().get(0).facts())
                .containsEntry("given", Fact.day(DAY.minusDays(1)))
                .containsEntry("from", Fact.day(DAY))
                .containsEntry("to", Fact.text("-"));
        done(world.ask(HEAD, new EndAgreement(AGREEMENT, DAY.plusDays(30))));

        CollectionAgreement ended = world.loop().find(AGREEMENT).orElseThrow();
        assertThat(ended.state()).isEqualTo(AgreementState.ENDED);
        assertThat(ended.terms().lastDay()).contains(DAY.plusDays(30));
    }

    @Test
    void an_agreement_is_of_a_kind_ends_after_it_begins_and_allows_something() {
        Outcome refused = world.ask(
                CLERK,
                new CreateAgreement(
                        AGREEMENT,
                        agreement(ORGAN, DAY)
                                .withKind("8")
                                .withLastDay(DAY.minusDays(1))
                                .withCeiling(Fen.money(0))));

        assertThat(codes(refused))
                .containsExactly(
                        "bank-collection.kind-unknown",
                        "bank-collection.ends-before",
                        "bank-collection.ceiling-not-positive");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("given", Fact.text("8"))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("1", "2", "3", "4", "5", "9")));
    }

    @Test
    void an_agreement_is_handed_in_with_payee_bank_and_an_account_of_the_agency() {
        done(world.ask(
                CLERK,
                new CreateAgreement(
                        AGREEMENT, agreement(ORGAN, DAY).withBank(" ").withPayerAccount("Z" + INSTITUTION))));

        Outcome refused = world.act(CLERK, AGREEMENT, AgreementAction.SUBMIT);

        assertThat(codes(refused)).containsExactly("bank-collection.incomplete", "bank-collection.payer-account");
        assertThat(refused.refusals().get(1).facts())
                .containsEntry("given", Fact.text("Z" + INSTITUTION))
                .containsEntry("agency", Fact.text(ORGAN));
        assertThatThrownBy(() -> new Account("甲", "62 22", "银行")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatever_is_missing_of_payee_or_bank_keeps_an_agreement_from_being_handed_in() {
        ImmutableList<AgreementTerms> incomplete = ImmutableList.of(
                agreement(ORGAN, DAY).withBank(" "),
                agreement(ORGAN, DAY).withPayee(new Account(" ", PAYEE.account(), PAYEE.bank())),
                agreement(ORGAN, DAY).withPayee(new Account(PAYEE.name(), "", PAYEE.bank())),
                agreement(ORGAN, DAY).withPayee(new Account(PAYEE.name(), PAYEE.account(), " ")));
        for (AgreementTerms terms : incomplete) {
            Id<CollectionAgreement> agreement = CollectionAgreement.id("CA-" + incomplete.indexOf(terms));
            done(world.ask(CLERK, new CreateAgreement(agreement, terms)));
            assertThat(codes(world.act(CLERK, agreement, AgreementAction.SUBMIT)))
                    .containsExactly("bank-collection.incomplete");
        }
    }

    @Test
    void what_is_revised_is_asked_again() {
        done(world.ask(CLERK, new CreateAgreement(AGREEMENT, agreement(ORGAN, DAY))));
        assertThat(codes(world.ask(
                        CLERK,
                        new ReviseAgreement(AGREEMENT, agreement(ORGAN, DAY).withKind("8")))))
                .containsExactly("bank-collection.kind-unknown");
    }

    @Test
    void an_account_that_has_been_taken_out_of_use_is_handed_in_and_agreed_no_more() {
        Id<CollectionAgreement> second = CollectionAgreement.id("CA-2");
        done(world.ask(CLERK, new CreateAgreement(AGREEMENT, agreement(ORGAN, DAY))));
        done(world.ask(CLERK, new CreateAgreement(second, agreement(ORGAN, DAY))));
        done(world.act(CLERK, AGREEMENT, AgreementAction.SUBMIT));
        done(world.act("finance", BankAccount.id(DIVISION, "Z" + ORGAN), RegisterAction.DISABLE));

        assertThat(codes(world.act(CLERK, second, AgreementAction.SUBMIT)))
                .containsExactly("bank-collection.payer-account");
        assertThat(codes(world.act(HEAD, AGREEMENT, AgreementAction.APPROVE)))
                .containsExactly("bank-collection.payer-account");
        done(world.act("finance", BankAccount.id(DIVISION, "Z" + ORGAN), RegisterAction.ENABLE));
        done(world.act(HEAD, AGREEMENT, AgreementAction.APPROVE));
    }

    @Test
    void an_account_of_finance_pays_for_any_agency() {
        done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(DIVISION)
                        .agency("")
                        .fiscalYear(World.YEAR)
                        .number("Z-F")
                        .name("财政零余额账户")
                        .bank("代理银行")
                        .kind("22")
                        .build())));

        inForce(world, "CA-1", agreement(ORGAN, DAY).withPayerAccount("Z-F"));
    }

    // ---- demands ----------------------------------------------------------------------------------------------------

    @Test
    void a_demand_that_comes_before_its_agreement_waits_until_that_is_in_force() {
        assertThat(demand("TS-1", 5_000).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(world.loop().find(id("TS-1"))).isEmpty();

        inForce(world, "CA-1", agreement(ORGAN, DAY));

        assertThat(state("TS-1")).isEqualTo(DemandState.RAISED);
        assertThat(balance(world, BankCollectionMeasure.FREE, "TS-1")).isEqualTo(5_000);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_demand_that_contradicts_its_agreement_is_listed_and_never_booked() {
        inForce(world, "CA-1", agreement(ORGAN, DAY).withCeiling(Fen.money(6_000)));

        Outcome other = demand("TS-1", DAY, 5_000, ANOTHER);
        isListed(other, "bank-collection.differs-from-agreement");
        assertThat(other.refusals().get(0).facts())
                .containsEntry("element", Fact.text("payee"))
                .containsEntry("given", Fact.text("其他公司 62220009 商业银行"));
        isListed(
                world.tell("payer", demanded("TS-1", AGREEMENT, INSTITUTION, DAY, 5_000, PAYEE)),
                "bank-collection.differs-from-agreement");
        isListed(demand("TS-1", 0), "bank-collection.amount-not-positive");
        Outcome over = demand("TS-1", 6_001);
        isListed(over, "bank-collection.over-ceiling");
        assertThat(over.refusals().get(0).facts())
                .containsEntry("given", Fact.amount(6_001))
                .containsEntry("allowed", Fact.amount(6_000));
        isListed(demand("TS-1", DAY.minusDays(1), 5_000, PAYEE), "bank-collection.outside-agreement");
        assertThat(world.loop().find(id("TS-1"))).isEmpty();
        assertThat(world.loop().cases(other.input()).get(0).terms().remedies())
                .containsExactly("corrected-notice", "reconcile");
        done(demand("TS-1", 6_000));
    }

    @Test
    void a_demand_told_again_is_nothing_new_and_told_otherwise_it_is_listed() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(demand("TS-1", 5_000));

        assertThat(done(world.tell("again", demanded("TS-1", AGREEMENT, ORGAN, DAY, 5_000, PAYEE)))
                        .entries())
                .isEmpty();
        Outcome otherwise = demand("TS-1", 5_001);
        isListed(otherwise, "bank-collection.told-otherwise");
        assertThat(otherwise.refusals().get(0).facts())
                .containsEntry("given", Fact.amount(5_001))
                .containsEntry("allowed", Fact.amount(5_000));
        done(world.ask(HEAD, new RefuseDemand(id("TS-1"), "重复")));
        assertThat(done(world.tell("late", demanded("TS-1", AGREEMENT, ORGAN, DAY, 5_000, PAYEE)))
                        .entries())
                .isEmpty();
    }

    @Test
    void after_its_last_day_nothing_is_raised_under_an_agreement_and_what_was_raised_before_still_comes_in() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(world.ask(HEAD, new EndAgreement(AGREEMENT, DAY)));

        Outcome after = demand("TS-1", DAY.plusDays(1), 5_000, PAYEE);
        isListed(after, "bank-collection.outside-agreement");
        assertThat(after.refusals().get(0).facts()).containsEntry("to", Fact.text(DAY.toString()));
        done(demand("TS-2", 5_000));
    }

    @Test
    void under_a_void_agreement_nothing_is_raised() {
        done(world.ask(CLERK, new CreateAgreement(AGREEMENT, agreement(ORGAN, DAY))));
        done(world.act(CLERK, AGREEMENT, AgreementAction.VOID));

        isListed(demand("TS-1", 5_000), "bank-collection.agreement-void");
    }

    @Test
    void a_demand_is_refused_with_a_reason_while_no_request_names_it() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(demand("TS-1", 5_000));
        assertThat(codes(world.act("both" + ORGAN, id("TS-1"), DemandAction.PAY)))
                .containsExactly("access.duty-missing");
        assertThat(codes(world.ask(HEAD, new RefuseDemand(id("TS-1"), " "))))
                .containsExactly("bank-collection.reason-missing");
        done(create("1", Demands.terms(room, "TS-1", 5_000)));
        done(submit("1"));
        assertThat(codes(world.ask(HEAD, new RefuseDemand(id("TS-1"), "表计有误"))))
                .containsExactly("bank-collection.demand-named");
        done(world.act(HEAD, World.request("1"), PaymentAction.RETURN));

        done(world.ask(HEAD, new RefuseDemand(id("TS-1"), "表计有误")));

        assertThat(state("TS-1")).isEqualTo(DemandState.REFUSED);
        assertThat(world.loop().find(id("TS-1")).orElseThrow().terms().refusal())
                .contains("表计有误");
        assertThat(balance(world, BankCollectionMeasure.FREE, "TS-1")).isZero();
        assertThat(codes(submit("1"))).containsExactly("payment.demand-unknown");
    }

    @Test
    void how_late_a_demand_is_can_be_read() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(demand("TS-1", 5_000));
        CollectionDemanded due = demanded("TS-2", AGREEMENT, ORGAN, DAY, 7_000, PAYEE);
        done(world.tell(
                "due",
                new CollectionDemanded(
                        due.demand(),
                        due.agreement(),
                        due.payerAccount(),
                        due.payee(),
                        due.amount(),
                        due.raisedOn(),
                        Optional.of(DAY.plusDays(10)),
                        due.remark())));

        assertThat(days("TS-1", DAY.plusDays(3))).isEqualTo(new DemandDays(Fen.money(5_000), DAY.plusDays(3), 0));
        assertThat(days("TS-1", DAY.plusDays(8)).daysOverdue()).isEqualTo(5);
        assertThat(days("TS-2", DAY.plusDays(11))).isEqualTo(new DemandDays(Fen.money(7_000), DAY.plusDays(10), 1));
        paid("TS-1", 5_000);
        assertThat(days("TS-1", DAY.plusDays(8))).isEqualTo(new DemandDays(Fen.money(0), DAY.plusDays(3), 0));
    }

    private DemandDays days(String number, LocalDate on) {
        CollectionDemand demand = world.loop().find(id(number)).orElseThrow();
        return DemandDays.of(demand, DoorFixtures.rules(world), on);
    }

    // ---- the request ------------------------------------------------------------------------------------------------

    @Test
    void a_request_is_for_what_its_demand_says() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(demand("TS-1", 5_000));

        Outcome refused = create("1", Demands.terms(room, "TS-1", 4_999).withPayerAccount("B" + ORGAN));

        assertThat(codes(refused)).containsExactly("payment.demand-differs", "payment.demand-differs");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("element", Fact.text("payer-account"))
                .containsEntry("given", Fact.text("B" + ORGAN))
                .containsEntry("allowed", Fact.text("Z" + ORGAN));
        assertThat(refused.refusals().get(1).facts())
                .containsEntry("element", Fact.text("amount"))
                .containsEntry("given", Fact.amount(4_999))
                .containsEntry("allowed", Fact.amount(5_000));
        Outcome unknown = create("2", Demands.terms(room, "TS-2", 5_000));
        assertThat(codes(unknown)).containsExactly("payment.demand-unknown");
        assertThat(unknown.refusals().get(0).facts()).containsEntry("state", Fact.text("UNKNOWN"));
    }

    @Test
    void a_demand_is_paid_to_its_supplier_and_not_by_a_list_that_pays_others() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(demand("TS-1", 5_000));
        Id<PayeeList> list = Batches.confirmed(world, "PL-1", Batches.wages(ORGAN, 2_000, 3_000));

        Outcome refused = create("1", Demands.terms(room, "TS-1", 5_000).withPayees(list));

        assertThat(codes(refused)).containsExactly("payment.demand-differs");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("element", Fact.text("payee-list"))
                .containsEntry("given", Fact.text("PL-1"))
                .containsEntry("allowed", Fact.text("-"));
        done(create("2", Demands.terms(room, "TS-1", 5_000)));
        assertThat(codes(world.ask(
                        CLERK,
                        new RevisePayment(
                                World.request("2"),
                                Demands.terms(room, "TS-1", 5_000).withPayees(list)))))
                .containsExactly("payment.demand-differs");
    }

    @Test
    void one_live_request_names_a_demand_and_it_is_free_again_when_that_is_void() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(demand("TS-1", 5_000));
        done(create("1", Demands.terms(room, "TS-1", 5_000)));
        done(create("2", Demands.terms(room, "TS-1", 5_000)));
        assertThat(done(submit("1")).entries().stream().map(Entry::rule)).containsExactly("IND-11", "MU-02 name");

        assertThat(codes(submit("2"))).containsExactly("bank-collection.demand-named");
        done(world.act(HEAD, World.request("1"), PaymentAction.APPROVE));
        done(world.act(CLERK, World.request("1"), PaymentAction.VOID));

        assertThat(balance(world, BankCollectionMeasure.FREE, "TS-1")).isEqualTo(5_000);
        done(submit("2"));
        assertThat(balance(world, BankCollectionMeasure.NAMED, "TS-1")).isEqualTo(5_000);
    }

    @Test
    void which_business_bank_collections_are_is_a_places_own() {
        World city = World.open(
                TwoYears.rules(
                        CityRules.change("bankCollection/businessTypes", Tree.items(ImmutableList.of(Tree.text("7"))))),
                new InMemoryJournal());
        DoorFixtures.Room own = DoorFixtures.room(city);
        inForce(city, "CA-1", agreement(ORGAN, DAY));
        done(city.tell("d", demanded("TS-1", AGREEMENT, ORGAN, DAY, 5_000, PAYEE)));
        done(city.ask(CLERK, new CreatePayment(World.request("1"), Demands.terms(own, "TS-1", 5_000))));
        done(city.ask(
                CLERK,
                new CreatePayment(
                        World.request("2"),
                        World.paymentTerms(own.allotment(), own.elements(), 5).withBusinessType("7"))));

        Outcome ordinary = city.act(CLERK, World.request("1"), PaymentAction.SUBMIT);
        assertThat(codes(ordinary)).containsExactly("payment.demand-business");
        assertThat(ordinary.refusals().get(0).facts())
                .containsEntry("given", Fact.text("1"))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("7")));
        assertThat(codes(city.act(CLERK, World.request("2"), PaymentAction.SUBMIT)))
                .containsExactly("payment.demand-business");
        done(city.ask(
                CLERK,
                new CreatePayment(
                        World.request("3"), Demands.terms(own, "TS-1", 5_000).withBusinessType("7"))));
        done(city.act(CLERK, World.request("3"), PaymentAction.SUBMIT));
    }

    // ---- paid and come back -----------------------------------------------------------------------------------------

    @Test
    void the_receipt_pays_the_demand_and_a_refund_brings_it_back_when_it_is_whole() {
        inForce(world, "CA-1", agreement(ORGAN, DAY));
        done(demand("TS-1", 5_000));
        Id<PaymentVoucher> voucher = paid("TS-1", 5_000);
        assertThat(state("TS-1")).isEqualTo(DemandState.PAID);
        assertThat(balance(world, BankCollectionMeasure.PAID, "TS-1")).isEqualTo(5_000);

        done(world.refund("T1", voucher, 2_000));
        assertThat(state("TS-1")).isEqualTo(DemandState.PAID);
        assertThat(balance(world, BankCollectionMeasure.PAID, "TS-1")).isEqualTo(3_000);
        Outcome last = done(world.refund("T2", voucher, 3_000));

        assertThat(state("TS-1")).isEqualTo(DemandState.REFUNDED);
        assertThat(last.entries().stream().map(Entry::rule)).contains("MU-04 refund");
        assertThat(codes(create("again", Demands.terms(room, "TS-1", 5_000))))
                .containsExactly("payment.demand-unknown");
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void what_comes_back_in_a_later_year_refunds_the_demand_too() {
        World years = TwoYears.open();
        DoorFixtures.Room own = DoorFixtures.room(years);
        inForce(years, "CA-1", agreement(ORGAN, DAY));
        done(years.tell("d", demanded("TS-1", AGREEMENT, ORGAN, DAY, 5_000, PAYEE)));
        done(years.ask(CLERK, new CreatePayment(World.request("1"), Demands.terms(own, "TS-1", 5_000))));
        done(years.act(CLERK, World.request("1"), PaymentAction.SUBMIT));
        done(years.act(HEAD, World.request("1"), PaymentAction.APPROVE));
        Id<PaymentVoucher> voucher = years.sent("V", ORGAN, ImmutableList.of(World.request("1")));
        done(years.receipt(voucher, 5_000));
        done(years.clearing("B", voucher, 5_000));
        TwoYears.carry(years, ORGAN);
        years.turn(TwoYears.NEXT, TwoYears.NEW_YEAR);

        done(years.refund("T1", voucher, 5_000));

        assertThat(years.loop().find(id("TS-1")).orElseThrow().state()).isEqualTo(DemandState.REFUNDED);
        assertThat(years.loop().verify()).isEmpty();
    }
}
