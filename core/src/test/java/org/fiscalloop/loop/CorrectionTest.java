package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.correction.CorrectionAction;
import org.fiscalloop.correction.CorrectionState;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.payment.ImmutablePaymentRules;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentRules;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;

/** Payments that were charged to the wrong allotment or under the wrong codes, and what comes back of them. */
class CorrectionTest {
    private final World world = World.open();
    private final Corrections corrections = new Corrections(world, ORGAN);
    private final Id<Project> project = world.project(1, ORGAN, 1_000_000);
    private final Elements services = World.elements(ORGAN, project);
    private final Elements printing = with(services, "2010602", "30202");
    private final Elements research = with(services, "2010601", "30201");
    private final Id<Allotment> office = corrections.issue("A-1", services, 100_000);
    private final Id<Allotment> prints = corrections.issue("A-2", printing, 50_000);
    private final Id<Allotment> study = corrections.issue("A-3", research, 50_000);
    private final Id<PaymentVoucher> paid = world.pay("1", office, services, 40_000);

    private static Elements with(Elements elements, String function, String department) {
        return ImmutableElements.builder()
                .from(elements)
                .function(function)
                .departmentEconomic(department)
                .build();
    }

    private Sums sums() {
        return Sums.of(world.loop().balances());
    }

    @Test
    void E9_a_payment_is_booked_where_it_belongs_and_no_money_moves() {
        Sums before = sums();

        Outcome corrected = corrections.correct("G1", corrections.terms("1", prints, 40_000));

        assertThat(corrections.available(office)).isEqualTo(100_000);
        assertThat(corrections.available(prints)).isEqualTo(10_000);
        assertThat(corrections.paid(office)).isZero();
        assertThat(corrections.paid(prints)).isEqualTo(40_000);
        for (String account : ImmutableList.of("1001", "8041", "5", "7")) {
            assertThat(sums().treasury(account).debit())
                    .as(account)
                    .isEqualTo(before.treasury(account).debit());
        }
        assertThat(sums().agency("5").debit()).isEqualTo(before.agency("5").debit());
        assertThat(sums().agency("4001").debit())
                .isEqualTo(before.agency("4001").debit());
        assertThat(world.loop().find(paid).orElseThrow().terms().corrections())
                .extracting(part -> part.correction(), part -> part.line().allotment())
                .containsExactly(tuple("G1", prints));
        assertThat(corrected.record().moves())
                .extracting(linked -> linked.move().document().toString() + " "
                        + linked.move().action())
                .containsExactly("payment-voucher:V1 CORRECT", "correction:G1 APPROVE");
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void E9_no_money_moves_when_the_rules_pay_the_fund_through_another_channel_by_then() {
        LocalDate later = World.DAY.plusMonths(1);
        World place = World.open(
                CityRules.with(
                        CityRules.overlay(World.DIVISION),
                        CityRules.overlay(World.DIVISION, later, ofSpecialAccount())),
                new InMemoryJournal());
        Corrections own = new Corrections(place, ORGAN);
        Elements bonds = ImmutableElements.builder()
                .from(with(World.elements(ORGAN, place.project(1, ORGAN, 1_000_000)), "2010602", "31002"))
                .governmentEconomic("50306")
                .fund("112")
                .build();
        Id<Allotment> wrong = own.issue("A-1", bonds, 100_000);
        Id<Allotment> right = own.issue("A-2", with(bonds, "2010601", "31003"), 50_000);
        place.pay("1", wrong, bonds, 40_000);
        Sums before = Sums.of(place.loop().balances());
        place.turn(World.YEAR, later).adopt(World.YEAR);
        assertThat(place.loop()
                        .rules()
                        .at(World.DIVISION, World.YEAR, later)
                        .orElseThrow()
                        .of(PaymentFlow.RULES)
                        .book("112"))
                .isEqualTo(FundBook.SPECIAL_ACCOUNT);

        Outcome corrected = own.correct("G1", own.terms("1", right, 40_000));

        Sums after = Sums.of(place.loop().balances());
        for (String account : ImmutableList.of("1001", "1004", "8041", "5", "7")) {
            assertThat(after.treasury(account).debit())
                    .as(account)
                    .isEqualTo(before.treasury(account).debit());
        }
        for (String account : ImmutableList.of("1002", "1011", "4001", "5", "8")) {
            assertThat(after.agency(account).debit())
                    .as(account)
                    .isEqualTo(before.agency(account).debit());
        }
        ImmutableList<String> rules =
                corrected.entries().stream().map(Entry::rule).collect(ImmutableList.toImmutableList());
        assertThat(rules).contains("T-03/F", "T-03/F red").allMatch(rule -> rules.contains(rule.replace(" red", "")));
        assertThat(place.loop().verify()).isEmpty();
    }

    /** The fund of these payments is one of the fiscal special account from now on. */
    private static Overlay.Change ofSpecialAccount() {
        ImmutableMap<String, FundBook> books = ImmutableMap.of(
                "11", FundBook.GENERAL,
                "112", FundBook.SPECIAL_ACCOUNT,
                "12", FundBook.GOVERNMENT_FUND,
                "13", FundBook.STATE_CAPITAL,
                "2", FundBook.SPECIAL_ACCOUNT,
                "3", FundBook.AGENCY);
        PaymentRules rules = ImmutablePaymentRules.builder()
                .fundBooks(ByPrefix.of(books.entrySet().stream()
                        .map(book -> new ByPrefix.Row<>(book.getKey(), book.getValue(), Source.own("a test")))
                        .collect(ImmutableList.toImmutableList())))
                .build();
        Tree.Fields tree = PaymentShapes.RULES.toTree(rules);
        return CityRules.change("payment/fundBooks", tree.find("fundBooks").orElseThrow());
    }

    @Test
    void what_the_payment_booked_is_taken_back_in_red_by_its_own_rows_and_booked_anew() {
        Outcome corrected = corrections.correct("G1", corrections.terms("1", study, 40_000));

        assertThat(corrected.entries())
                .extracting(Entry::rule)
                .containsExactly(
                        "IND-21 red",
                        "U-08/F red",
                        "U-02..08/B red",
                        "M-06 refundable red",
                        "T-03/F red",
                        "T-03/B red",
                        "IND-21",
                        "U-08/F",
                        "U-02..08/B",
                        "M-06 refundable",
                        "T-03/F",
                        "T-03/B");
        assertThat(corrected.entries().stream().filter(entry -> entry.rule().endsWith(" red")))
                .allSatisfy(entry -> assertThat(entry.lines())
                        .allSatisfy(line -> assertThat(line.fen()).isEqualTo(-40_000)));
        assertThat(sums().treasury("7001").where(Dimensions.FUNCTION, "2010602").debit())
                .isZero();
        assertThat(sums().treasury("7001").where(Dimensions.FUNCTION, "2010601").debit())
                .isEqualTo(40_000);
    }

    @Test
    void E8_a_refund_after_a_correction_comes_back_to_the_corrected_allotment() {
        corrections.correct("G1", corrections.terms("1", prints, 40_000));

        done(world.refund("F1", paid, 40_000));

        assertThat(corrections.available(office)).isEqualTo(100_000);
        assertThat(corrections.available(prints)).isEqualTo(50_000);
        assertThat(corrections.refundable("1")).isZero();
        assertThat(world.loop().find(paid).orElseThrow().state()).isEqualTo(VoucherState.REFUNDED);
        assertThat(sums().treasury("7001").debit()).isZero();
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void E8_what_was_not_corrected_comes_back_first_where_no_allotment_is_named() {
        corrections.correct("G1", corrections.terms("1", prints, 15_000));
        corrections.correct("G2", corrections.terms("1", study, 5_000));

        done(world.refund("F1", paid, 12_000));
        assertThat(corrections.available(office)).isEqualTo(92_000);

        done(world.refund("F2", paid, 10_000));
        assertThat(corrections.available(office)).isEqualTo(100_000);
        assertThat(corrections.available(prints)).isEqualTo(37_000);
        assertThat(corrections.standing("1", "")).isZero();
        assertThat(corrections.standing("1", "G1")).isEqualTo(13_000);
        assertThat(corrections.standing("1", "G2")).isEqualTo(5_000);
    }

    @Test
    void E8_it_comes_back_to_the_allotment_that_is_named_and_to_no_other() {
        corrections.correct("G1", corrections.terms("1", prints, 15_000));

        done(corrections.refund("F1", paid, 10_000, prints));
        assertThat(corrections.available(prints)).isEqualTo(45_000);
        assertThat(corrections.available(office)).isEqualTo(75_000);

        Outcome tooMuch = corrections.refund("F2", paid, 5_001, prints);
        assertThat(TwoYears.codes(tooMuch)).containsExactly("payment.refund-over-paid");
        Outcome elsewhere = corrections.refund("F3", paid, 1, study);
        assertThat(TwoYears.codes(elsewhere)).containsExactly("payment.refund-allotment-unknown");
        assertThat(elsewhere.refusals().get(0).text()).contains("A-1, A-2");

        done(corrections.refund("F1", paid, 10_000, prints));
        assertThat(corrections.available(prints)).as("told again").isEqualTo(45_000);
        done(world.refund("F4", paid, 30_000));
        assertThat(world.loop().find(paid).orElseThrow().state()).isEqualTo(VoucherState.REFUNDED);
    }

    @Test
    void E9_a_second_correction_takes_from_where_the_first_has_put_it_and_a_third_puts_it_back() {
        corrections.correct("G1", corrections.terms("1", prints, 30_000));
        corrections.correct("G2", corrections.terms("1", study, 20_000).withEarlier(Correction.id("G1")));

        assertThat(corrections.available(office)).isEqualTo(90_000);
        assertThat(corrections.available(prints)).isEqualTo(40_000);
        assertThat(corrections.available(study)).isEqualTo(30_000);

        corrections.correct("G3", corrections.terms("1", office, 20_000).withEarlier(Correction.id("G2")));
        assertThat(corrections.available(study)).isEqualTo(50_000);
        assertThat(corrections.available(office)).isEqualTo(70_000);

        done(corrections.refund("F1", paid, 30_000, office));
        assertThat(corrections.available(office)).isEqualTo(100_000);
        assertThat(corrections.standing("1", "G1")).isEqualTo(10_000);
        assertThat(corrections.standing("1", "G3")).isZero();
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void the_right_allotment_must_have_as_much_when_it_is_approved() {
        world.pay("2", prints, printing, 20_000);

        Outcome refused = corrections.approve("G1", corrections.terms("1", prints, 30_001));

        assertThat(TwoYears.codes(refused)).containsExactly("payment.over-allotment");
        assertThat(refused.refusals().get(0).text()).contains("A-2").contains("0.01");
        assertThat(corrections.available(office)).isEqualTo(60_000);
        assertThat(corrections.available(prints)).isEqualTo(30_000);
        done(world.refund("F", World.voucher("V2"), 1));
        done(world.act("finance", Correction.id("G1"), CorrectionAction.APPROVE));
        assertThat(corrections.available(prints)).isZero();
    }

    @Test
    void E8_no_more_is_corrected_than_stands_there_and_has_not_come_back() {
        done(world.refund("F1", paid, 10_000));
        assertThat(TwoYears.codes(corrections.approve("G1", corrections.terms("1", prints, 30_001))))
                .containsExactly("correction.over-standing");
        corrections.correct("G2", corrections.terms("1", prints, 20_000));
        assertThat(TwoYears.codes(corrections.approve("G3", corrections.terms("1", study, 10_001))))
                .containsExactly("correction.over-standing");
        assertThat(TwoYears.codes(corrections.approve(
                        "G4", corrections.terms("1", study, 20_001).withEarlier(Correction.id("G2")))))
                .containsExactly("correction.over-standing");
        assertThat(corrections.standing("1", "")).isEqualTo(10_000);
        assertThat(corrections.standing("1", "G2")).isEqualTo(20_000);
    }

    @Test
    void a_correction_happens_once() {
        corrections.correct("G1", corrections.terms("1", prints, 10_000));

        Outcome again = world.act("finance", Correction.id("G1"), CorrectionAction.APPROVE);
        assertThat(TwoYears.codes(again)).containsExactly("lifecycle.not-allowed");
        assertThat(corrections
                        .create("G1", corrections.terms("1", prints, 10_000))
                        .isDone())
                .isFalse();
        assertThat(corrections.available(prints)).isEqualTo(40_000);
        done(world.act("finance", Correction.id("G1"), CorrectionAction.NOTIFY));
        assertThat(world.loop().find(Correction.id("G1")).orElseThrow().state()).isEqualTo(CorrectionState.TOLD);
    }

    @Test
    void codes_alone_are_corrected_within_the_allotment_and_move_between_accounts_only() {
        Elements equipment = ImmutableElements.builder()
                .from(services)
                .governmentEconomic("50306")
                .departmentEconomic("31002")
                .build();
        Elements software = with(equipment, "2010602", "31007");
        Id<Allotment> machines = corrections.issue("A-4", equipment, 50_000);
        Id<PaymentVoucher> voucher = world.pay("4", machines, equipment, 40_000);
        assertThat(sums().agency("1601").debit()).isEqualTo(40_000);

        Outcome corrected = corrections.correct(
                "G1", corrections.terms("4", machines, 30_000).withElements(software));

        assertThat(corrections.available(machines)).isEqualTo(10_000);
        assertThat(sums().agency("1601").debit()).isEqualTo(10_000);
        assertThat(corrected.entries()).extracting(Entry::rule).contains("U-07/F red", "M-08 draft");
        assertThat(drafts(corrected)).hasSize(1);
        corrections.correct("G2", corrections.terms("4", machines, 30_000).withEarlier(Correction.id("G1")));
        assertThat(sums().agency("1601").debit()).isEqualTo(40_000);
        done(world.refund("F4", voucher, 15_000));
        assertThat(sums().agency("1601").debit()).isEqualTo(25_000);
        assertThat(corrections.available(machines)).isEqualTo(25_000);
    }

    @Test
    void where_the_payment_did_not_tell_the_account_the_accountant_completes_both() {
        Id<Project> other = world.project(2, INSTITUTION, 100_000);
        Elements one = World.elements(INSTITUTION, other);
        Elements two = with(one, "2010601", "30201");
        Corrections own = new Corrections(world, INSTITUTION);
        Id<Allotment> wrong = own.issue("B-1", one, 20_000);
        Id<Allotment> right = own.issue("B-2", two, 20_000);
        world.pay("9", wrong, one, 20_000);

        Outcome corrected = own.correct("G9", own.terms("9", right, 20_000));

        assertThat(corrected.entries().stream().map(Entry::rule))
                .contains("IND-21 red", "T-03/F red", "M-11 refund draft", "M-08 draft")
                .noneMatch(rule -> rule.startsWith("U-"));
        ImmutableList<AgencyVoucher> drafts = drafts(corrected);
        assertThat(drafts)
                .extracting(
                        draft -> draft.terms().direction(),
                        draft -> draft.terms().segments().value(Dimensions.FUNCTION),
                        draft -> draft.terms().cause())
                .containsExactly(
                        tuple(AgencyVoucherTerms.Direction.REFUND, "2010602", "payment-voucher:V9"),
                        tuple(AgencyVoucherTerms.Direction.PAYMENT, "2010601", "payment-voucher:V9"));
        complete(drafts.get(0), Side.CREDIT);
        complete(drafts.get(1), Side.DEBIT);
        assertThat(sums().agency("5001").where(Dimensions.FUNCTION, "2010601").debit())
                .isEqualTo(20_000);
        assertThat(sums().agency("4001").where(Dimensions.AGENCY, INSTITUTION).credit())
                .as("the voucher of the payment itself still waits")
                .isZero();
    }

    private ImmutableList<AgencyVoucher> drafts(Outcome outcome) {
        return outcome.record().moves().stream()
                .map(linked -> linked.move().document())
                .filter(id -> id.kind().equals(AgencyVoucher.KIND))
                .map(id -> world.loop().find(AgencyVoucher.id(id.value())).orElseThrow())
                .collect(ImmutableList.toImmutableList());
    }

    private void complete(AgencyVoucher draft, Side side) {
        done(world.ask(
                "head" + INSTITUTION,
                new CompleteVoucher(
                        AgencyVoucher.id(draft.id().value()),
                        ImmutableList.of(new AgencyVoucherTerms.Line(
                                Basis.FINANCIAL, side, "OPERATING_ACTIVITY_EXPENSES", Fen.money(20_000))))));
    }

    @Test
    void a_division_that_is_opened_elsewhere_goes_on_with_its_corrections() {
        corrections.correct("G1", corrections.terms("1", prints, 15_000));
        corrections.reviewed("G2", corrections.terms("1", study, 5_000).withEarlier(Correction.id("G1")));
        FiscalLoop opened = FiscalLoop.open(new InMemoryJournal(), world.loop().rules());
        var opening = world.loop().opening(World.DIVISION, World.YEAR, world.day());

        done(opened.ask(
                DoorFixtures.command("opening", "admin", opening.day(), new CommitOpening(opening, Optional.empty()))));

        assertThat(opened.digest()).isEqualTo(world.loop().digest());
        assertThat(opened.balances().kept()).isEqualTo(world.loop().balances().kept());
    }
}
