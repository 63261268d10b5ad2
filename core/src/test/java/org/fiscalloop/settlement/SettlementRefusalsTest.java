package org.fiscalloop.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.transfer.Level.CENTRE;
import static org.fiscalloop.transfer.Level.CITY;
import static org.fiscalloop.transfer.Level.DISTRICT;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.settlement.CashTerms.Sent;
import org.fiscalloop.transfer.Level;
import org.fiscalloop.transfer.ReceivedTransfer;
import org.fiscalloop.transfer.Transfer;
import org.fiscalloop.transfer.TransferAction;
import org.fiscalloop.transfer.TransferCommands;
import org.fiscalloop.transfer.TransferDuty;
import org.fiscalloop.transfer.TransferState;
import org.junit.jupiter.api.Test;

/** Money between levels and settlements that are refused, each with its facts. */
class SettlementRefusalsTest {
    private final Treasury centre = Treasury.of(CENTRE).taxed(10_000);
    private final Treasury city = Treasury.of(CITY).taxed(1_000);

    @Test
    void money_of_nothing_without_a_document_and_told_by_hand_is_refused() {
        ImmutableCashTerms terms = centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 0)
                .withDocumentNo(" ")
                .withSent(new Sent("K-1", LocalDate.of(2024, 3, 1)));
        assertThat(texts(centre.create("D-1", terms)))
                .containsExactly(
                        "settlement.amount-not-positive: what is sent to or settled with 350200000 needs an amount above zero,"
                                + " it has 0.00",
                        "settlement.document-missing: what is sent to or settled with 350200000, 0.00, names no document",
                        "settlement.told-by-hand: the money to 350200000 is filled in as paid, which comes by notice");
    }

    @Test
    void money_goes_down_to_a_division_below_and_up_to_one_above() {
        assertThat(texts(city.create("D-1", city.terms(CENTRE, CashTerms.Kind.GRANT, 1))))
                .containsExactly("settlement.counterpart-not-of-level: 100000000 is no division below 350200000");
        assertThat(texts(city.create("D-1", city.terms(DISTRICT, CashTerms.Kind.REMITTANCE, 1))))
                .containsExactly("settlement.counterpart-not-of-level: 350203000 is no division above 350200000");
        assertThat(texts(city.issue("J-1", city.settled(CENTRE, SettlementTerms.Kind.GRANT, 1))))
                .containsExactly("settlement.counterpart-not-of-level: 100000000 is no division below 350200000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> city.terms(CITY, CashTerms.Kind.GRANT, 1))
                .withMessage("money between levels goes to another division than 350200000");
    }

    @Test
    void only_money_of_the_treasury_goes_between_treasuries() {
        assertThat(texts(centre.create(
                        "D-1", centre.terms(CITY, CashTerms.Kind.GRANT, 1).withFund("3"))))
                .singleElement()
                .asString()
                .startsWith(
                        "settlement.fund-not-of-treasury: fund 3 is not sent between treasuries; those that are begin with ");
    }

    @Test
    void money_is_ordered_in_its_year_and_a_year_is_not_settled_before_it() {
        ImmutableCashTerms terms = centre.terms(CITY, CashTerms.Kind.GRANT, 1);
        centre.level.on(LocalDate.of(2025, 1, 3));
        assertThat(texts(centre.level.ask(
                        "finance", new SettlementCommands.CreateCashTransfer(CashTransfer.id("D-1"), terms))))
                .containsExactly("settlement.outside-year: 2025-01-03 is not in fiscal year 2024");
    }

    @Test
    void a_settlement_is_confirmed_in_the_books_of_its_year_or_later() {
        Outcome unused = centre.issue("J-1", centre.settled(CITY, SettlementTerms.Kind.GRANT, 1));
        Level.deliver(centre.level, city.level);
        city.on(LocalDate.of(2023, 12, 1)).level.adopt(2023);
        assertThat(texts(city.confirm(CENTRE, "J-1")))
                .containsExactly("settlement.before-year: year 2024 is not settled in the books of 2023");
    }

    @Test
    void nothing_is_settled_or_confirmed_in_the_books_of_a_year_that_has_not_begun() {
        centre.level.adopt(2025);
        centre.level.done(centre.ask(
                "finance",
                new SettlementCommands.CreateSettlement(
                        Settlement.id("J-1"), centre.settled(CITY, SettlementTerms.Kind.GRANT, 1))));
        centre.level.done(centre.act("finance", Settlement.id("J-1"), Settlement.Action.SUBMIT));
        Act approve = Act.of(Settlement.id("J-1"), Settlement.Action.APPROVE);
        assertThat(texts(centre.level.askOf(2025, "chief", approve)))
                .containsExactly("settlement.year-not-begun: 2024-03-01 is before fiscal year 2025");
        centre.level.done(centre.level.ask("chief", approve));

        Level.deliver(centre.level, city.level);
        city.level.adopt(2025);
        Act confirm = Act.of(ReceivedSettlement.id(CENTRE, Settlement.id("J-1")), ReceivedSettlement.Action.CONFIRM);
        assertThat(texts(city.level.askOf(2025, "chief", confirm)))
                .containsExactly("settlement.year-not-begun: 2024-03-01 is before fiscal year 2025");
        city.level.done(city.level.ask("chief", confirm));
    }

    @Test
    void the_transfers_that_are_named_are_issued_to_the_other_and_come_to_what_is_settled() {
        Id<Transfer> transfer = centre.level.issue("T-1", centre.level.pending("A-1", 1, 1_000), CITY, 600);
        assertThat(texts(centre.create(
                        "D-1",
                        centre.terms("350000000", CashTerms.Kind.GRANT, 600).withTransfers(transfer))))
                .containsExactly(
                        "settlement.transfer-differs: T-1 is no transfer of fund 111 that 100000000 has issued to 350000000"
                                + " for a GRANT of any year");
        assertThat(texts(centre.issue(
                        "J-1",
                        centre.settled(CITY, SettlementTerms.Kind.GRANT, 601).withTransfers(transfer))))
                .containsExactly(
                        "settlement.amount-differs: 6.01 is settled with 350200000; the transfers that it names come to 6.00");
        centre.level.done(centre.issue(
                "J-1", centre.settled(CITY, SettlementTerms.Kind.GRANT, 600).withTransfers(transfer)));
    }

    @Test
    void a_transfer_is_settled_once_and_granted_no_more_when_it_is_settled() {
        Id<Transfer> transfer = centre.level.issue("T-1", centre.level.pending("A-1", 1, 1_000), CITY, 600);
        ImmutableSettlementTerms whole =
                centre.settled(CITY, SettlementTerms.Kind.GRANT, 600).withTransfers(transfer);
        assertThat(texts(centre.issue(
                        "J-0",
                        centre.settled(CITY, SettlementTerms.Kind.GRANT, 1_200).withTransfers(transfer, transfer))))
                .containsExactly(
                        "settlement.transfer-twice: T-1 is settled already, or stands twice on what goes to 350200000");

        centre.level.done(centre.ask("finance", new SettlementCommands.CreateSettlement(Settlement.id("J-2"), whole)));
        centre.level.done(centre.act("finance", Settlement.id("J-2"), Settlement.Action.SUBMIT));
        centre.level.done(
                centre.order("D-0", centre.terms(CITY, CashTerms.Kind.GRANT, 1).withTransfers(transfer)));
        centre.level.done(centre.act("chief", CashTransfer.id("D-0"), CashTransfer.Action.VOID));
        centre.level.done(centre.issue("J-1", whole));

        assertThat(centre.level.find(transfer).isSettled()).isTrue();
        assertThat(Level.codes(centre.act("chief", Settlement.id("J-2"), Settlement.Action.APPROVE)))
                .containsExactly("settlement.transfer-twice");
        assertThat(Level.codes(centre.issue("J-3", whole))).containsExactly("settlement.transfer-twice");
        assertThat(Level.codes(centre.create(
                        "D-1", centre.terms(CITY, CashTerms.Kind.GRANT, 600).withTransfers(transfer))))
                .containsExactly("settlement.transfer-twice");
        centre.send("D-2", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600).withTransfers(transfer));
        assertThat(centre.treasury("TRANSFER_EXPENSE_TO_LOWER_LEVEL")).isEqualTo(600);
    }

    @Test
    void a_transfer_that_is_settled_before_its_message_is_acknowledged_is_acknowledged_and_asked_back_as_before() {
        Id<Transfer> transfer = centre.level.issue("T-1", centre.level.pending("A-1", 1, 1_000), CITY, 600);
        centre.level.done(centre.issue(
                "J-1", centre.settled(CITY, SettlementTerms.Kind.GRANT, 600).withTransfers(transfer)));
        Level.deliver(centre.level, city.level);
        assertThat(centre.level.outbox()).isEmpty();
        assertThat(centre.level.find(transfer).state()).isEqualTo(TransferState.DELIVERED);
        centre.level.appoint("loop", "", TransferDuty.LOOP);
        assertThat(Level.codes(centre.act("loop", transfer, TransferAction.SETTLE)))
                .containsExactly("transfer.not-by-itself");
    }

    @Test
    void a_settlement_names_transfers_of_its_year_and_only_for_grants() {
        Id<Transfer> transfer = centre.level.issue("T-1", centre.level.pending("A-1", 1, 1_000), CITY, 600);
        assertThat(texts(centre.issue(
                        "J-1",
                        centre.settled(CITY, SettlementTerms.Kind.REMITTANCE, 600)
                                .withTransfers(transfer))))
                .containsExactly(
                        "settlement.transfer-differs: T-1 is no transfer of fund 111 that 100000000 has issued to 350200000"
                                + " for a REMITTANCE of 2024");
        centre.level.adopt(2025);
        centre.on(LocalDate.of(2025, 2, 1));
        assertThat(texts(centre.issue(
                        "J-1",
                        centre.settled(CITY, SettlementTerms.Kind.GRANT, 600)
                                .withFiscalYear(2025)
                                .withTransfers(transfer))))
                .containsExactly(
                        "settlement.transfer-differs: T-1 is no transfer of fund 111 that 100000000 has issued to 350200000"
                                + " for a GRANT of 2025");
    }

    // ---- whenever it is asked ---------------------------------------------------------------------------------------

    @Test
    void a_settlement_is_held_to_what_money_is_held_to() {
        assertThat(Level.codes(centre.issue(
                        "J-1",
                        centre.settled(CITY, SettlementTerms.Kind.GRANT, 0)
                                .withDocumentNo(" ")
                                .withFund("3"))))
                .containsExactly(
                        "settlement.amount-not-positive",
                        "settlement.document-missing",
                        "settlement.fund-not-of-treasury");
        Treasury narrow = place("transfer/receivers", items("350206000"));
        assertThat(Level.codes(narrow.issue("J-1", narrow.settled(DISTRICT, SettlementTerms.Kind.GRANT, 1))))
                .containsExactly("settlement.receiver-not-allowed");
    }

    @Test
    void what_is_revised_is_asked_again() {
        centre.level.done(centre.create("D-1", centre.terms(CITY, CashTerms.Kind.GRANT, 1)));
        assertThat(Level.codes(centre.ask(
                        "finance",
                        new SettlementCommands.ReviseCashTransfer(
                                CashTransfer.id("D-1"), centre.terms(CITY, CashTerms.Kind.GRANT, 0)))))
                .containsExactly("settlement.amount-not-positive");
        centre.level.done(centre.ask("finance", created(centre.settled(CITY, SettlementTerms.Kind.GRANT, 1))));
        assertThat(Level.codes(centre.ask(
                        "finance",
                        new SettlementCommands.ReviseSettlement(
                                Settlement.id("J-1"), centre.settled(CITY, SettlementTerms.Kind.GRANT, 0)))))
                .containsExactly("settlement.amount-not-positive");
    }

    @Test
    void money_that_was_filled_in_within_its_year_is_neither_handed_in_nor_ordered_after_it() {
        LocalDate within = centre.level.day();
        LocalDate after = LocalDate.of(2025, 1, 3);
        centre.level.done(centre.create("D-1", centre.terms(CITY, CashTerms.Kind.GRANT, 1)));
        centre.level.on(after);
        assertThat(Level.codes(centre.level.act("finance", CashTransfer.id("D-1"), CashTransfer.Action.SUBMIT)))
                .containsExactly("settlement.outside-year");

        centre.level.on(within);
        centre.level.done(centre.level.act("finance", CashTransfer.id("D-1"), CashTransfer.Action.SUBMIT));
        centre.level.on(after);
        assertThat(Level.codes(centre.level.act("chief", CashTransfer.id("D-1"), CashTransfer.Action.APPROVE)))
                .containsExactly("settlement.outside-year");
    }

    @Test
    void a_settlement_whose_transfers_changed_since_is_neither_handed_in_nor_issued() {
        Id<Transfer> transfer = centre.level.issue("T-1", centre.level.pending("A-1", 1, 1_000), CITY, 600);
        SettlementTerms settled =
                centre.settled(CITY, SettlementTerms.Kind.GRANT, 600).withTransfers(transfer);
        centre.level.done(centre.ask("finance", created(settled)));
        centre.level.done(
                centre.ask("finance", new SettlementCommands.CreateSettlement(Settlement.id("J-2"), settled)));
        centre.level.done(centre.act("finance", Settlement.id("J-2"), Settlement.Action.SUBMIT));
        Level.deliver(centre.level, city.level);
        city.level.done(city.ask(
                "finance",
                new TransferCommands.GiveBackTransfer(
                        ReceivedTransfer.id(new DivisionCode(CENTRE), transfer),
                        Optional.empty(),
                        Fen.money(100),
                        "不再需要")));
        Level.deliver(centre.level, city.level);

        assertThat(texts(centre.act("finance", Settlement.id("J-1"), Settlement.Action.SUBMIT)))
                .containsExactly(
                        "settlement.amount-differs: 6.00 is settled with 350200000; the transfers that it names come to 5.00");
        assertThat(Level.codes(centre.act("chief", Settlement.id("J-2"), Settlement.Action.APPROVE)))
                .containsExactly("settlement.amount-differs");
    }

    @Test
    void a_settlement_is_handed_in_and_issued_in_the_books_of_its_year_or_later() {
        centre.level.done(centre.ask("finance", created(centre.settled(CITY, SettlementTerms.Kind.GRANT, 1))));
        centre.level.adopt(2023);
        assertThat(texts(centre.level.askOf(
                        2023, "finance", org.fiscalloop.flow.Act.of(Settlement.id("J-1"), Settlement.Action.SUBMIT))))
                .containsExactly("settlement.before-year: year 2024 is not settled in the books of 2023");
    }

    @Test
    void a_transfer_that_is_named_is_in_force_of_the_fund_and_settled_with_whom_it_was_issued_to() {
        Id<Allotment> source = centre.level.pending("A-1", 1, 1_000);
        Id<Transfer> issued = centre.level.issue("T-1", source, CITY, 600);
        Id<Transfer> draft = Transfer.id("T-2");
        centre.level.done(centre.ask(
                "finance", new TransferCommands.CreateTransfer(draft, centre.level.terms(source, CITY, 100))));

        assertThat(Level.codes(centre.create(
                        "D-1", centre.terms(CITY, CashTerms.Kind.GRANT, 100).withTransfers(draft))))
                .containsExactly("settlement.transfer-differs");
        assertThat(texts(centre.create(
                        "D-1",
                        centre.terms(CITY, CashTerms.Kind.GRANT, 600)
                                .withFund("112")
                                .withTransfers(issued))))
                .containsExactly(
                        "settlement.transfer-differs: T-1 is no transfer of fund 112 that 100000000 has issued to 350200000"
                                + " for a GRANT of any year");
        assertThat(Level.codes(centre.issue(
                        "J-1",
                        centre.settled("350000000", SettlementTerms.Kind.GRANT, 600)
                                .withTransfers(issued))))
                .containsExactly("settlement.transfer-differs");
    }

    @Test
    void a_transfer_that_is_named_is_one_of_the_division_itself() {
        FiscalLoop loop = Treasury.loop();
        Treasury above = new Treasury(loop, CENTRE).taxed(10_000);
        Treasury beside = new Treasury(loop, "350000000");
        Id<Transfer> ofAnother = beside.level.issue("T-1", beside.level.pending("A-1", 1, 1_000), CITY, 600);

        assertThat(texts(above.create(
                        "D-1", above.terms(CITY, CashTerms.Kind.GRANT, 600).withTransfers(ofAnother))))
                .containsExactly(
                        "settlement.transfer-differs: T-1 is no transfer of fund 111 that 100000000 has issued to 350200000"
                                + " for a GRANT of any year");
    }

    private static SettlementCommands.CreateSettlement created(SettlementTerms terms) {
        return new SettlementCommands.CreateSettlement(Settlement.id("J-1"), terms);
    }

    // ---- what is for a place to say ---------------------------------------------------------------------------------

    @Test
    void a_place_that_settles_without_suspense_sends_no_advances() {
        Treasury direct = place("settlement/kinds", items("GRANT", "REMITTANCE"));
        assertThat(texts(direct.create("D-1", direct.terms(DISTRICT, CashTerms.Kind.CASH_ADVANCE, 1))))
                .containsExactly(
                        "settlement.kind-not-used: 350200000 sends no money as CASH_ADVANCE; it sends it as GRANT, REMITTANCE");
        direct.taxed(100).level.done(direct.order("D-1", direct.terms(DISTRICT, CashTerms.Kind.GRANT, 1)));
    }

    @Test
    void money_goes_to_whom_a_division_issues_transfers() {
        Treasury narrow = place("transfer/receivers", items("350206000"));
        assertThat(texts(narrow.create("D-1", narrow.terms(DISTRICT, CashTerms.Kind.GRANT, 1))))
                .containsExactly(
                        "settlement.receiver-not-allowed: 350200000 sends nothing to 350203000, to which it issues no transfers;"
                                + " it issues to 350206000");
        narrow.taxed(100).level.done(narrow.order("S-1", narrow.terms(CENTRE, CashTerms.Kind.REMITTANCE, 1)));
    }

    @Test
    void a_place_whose_revenue_is_booked_elsewhere_is_warned_and_not_refused() {
        Treasury warned = place("settlement/limits/settlement.over-cash/severity", Tree.text("WARN"));
        Outcome ordered = warned.level.done(warned.order("D-1", warned.terms(DISTRICT, CashTerms.Kind.GRANT, 1)));
        assertThat(ordered.warnings()).extracting(Refusal::code).containsExactly("settlement.over-cash");
    }

    @Test
    void a_place_may_settle_no_more_than_was_sent() {
        Treasury strict = place("settlement/limits/settlement.over-sent/severity", Tree.text("HARD"));
        Outcome refused = strict.issue("J-1", strict.settled(DISTRICT, SettlementTerms.Kind.GRANT, 1));
        assertThat(Level.codes(refused)).containsExactly("settlement.over-sent");
    }

    @Test
    void a_division_sends_money_of_some_kind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImmutableSettlementRules.builder()
                        .kinds(ImmutableSet.of())
                        .build())
                .withMessage("a division sends money of some kind");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImmutableSettlementRules.builder()
                        .putSeverities("settlement.none", org.fiscalloop.decision.Severity.WARN)
                        .build())
                .withMessage("no control of money between levels has code settlement.none");
    }

    private static Tree items(String... texts) {
        return Tree.items(java.util.Arrays.stream(texts)
                .map(Tree::text)
                .collect(com.google.common.collect.ImmutableList.toImmutableList()));
    }

    private static Treasury place(String path, Tree value) {
        RuleTimeline rules = CityRules.with(CityRules.overlay(CITY, CityRules.change(path, value)));
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), rules);
        return new Treasury(loop, CITY);
    }

    private static List<String> texts(Outcome outcome) {
        return outcome.refusals().stream()
                .map(refusal -> refusal.code() + ": " + refusal.text())
                .toList();
    }
}
