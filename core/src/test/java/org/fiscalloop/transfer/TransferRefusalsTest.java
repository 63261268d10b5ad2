package org.fiscalloop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.transfer.Level.CENTRE;
import static org.fiscalloop.transfer.Level.CITY;
import static org.fiscalloop.transfer.Level.YEAR;
import static org.fiscalloop.transfer.Level.codes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;
import org.fiscalloop.transfer.TransferNotices.MessageReceived;
import org.fiscalloop.transfer.TransferNotices.TransferReturned;
import org.fiscalloop.transfer.TransferNotices.TransferSent;
import org.fiscalloop.virement.ImmutableVirementTerms;
import org.fiscalloop.virement.Virement;
import org.fiscalloop.virement.VirementCommands.CreateVirement;
import org.fiscalloop.virement.VirementTerms;
import org.junit.jupiter.api.Test;

/** What is refused of transfers, and what becomes of what cannot be so. */
class TransferRefusalsTest {
    private final FiscalLoop loop =
            FiscalLoop.open(new InMemoryJournal(), RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all()));
    private final Level centre = Level.found(loop, CENTRE);
    private final Level city = Level.found(loop, CITY);
    private final Id<Allotment> source = centre.pending("A-1", 1, 1_000);
    private final Id<ReceivedTransfer> there = ReceivedTransfer.id(new DivisionCode(CENTRE), Transfer.id("T-1"));

    private Outcome create(TransferTerms terms) {
        return centre.ask("finance", new CreateTransfer(Transfer.id("T-1"), terms));
    }

    private ImmutableTransferTerms terms() {
        return centre.terms(source, CITY, 600);
    }

    private Elements arrived() {
        Id<Transfer> unused = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        return city.elements(city.project(1, 900));
    }

    @Test
    void a_division_transfers_nothing_to_itself_nor_to_one_that_is_not_there() {
        assertThat(codes(create(terms().withReceiver(new DivisionCode(CENTRE)))))
                .containsExactly("transfer.receiver-own");
        assertThat(codes(create(terms().withReceiver(new DivisionCode("359999000")))))
                .containsExactly("transfer.receiver-unknown");
    }

    @Test
    void a_transfer_draws_on_an_issued_allotment_to_be_distributed_and_has_its_codes() {
        Elements elements = centre.find(source).terms().elements();
        centre.done(centre.ask(
                "finance",
                new CreateAllotment(Allotment.id("A-2"), centre.find(source).terms())));
        assertThat(codes(create(terms().withSource(Allotment.id("A-2")))))
                .containsExactly("transfer.source-not-issued");
        assertThat(codes(create(terms().withSource(Allotment.id("none")))))
                .containsExactly("transfer.source-not-issued");

        Elements other = centre.elements(centre.project(2, 500));
        Id<Allotment> payable =
                centre.allotment("A-3", centre.line("L-3", other, 500), other, AllotmentFlag.EXECUTABLE, 500);
        assertThat(codes(create(terms().withSource(payable).withElements(other))))
                .containsExactly("transfer.source-not-pending");
        assertThat(codes(create(terms().withElements(ImmutableElements.builder()
                        .from(elements)
                        .fund("112")
                        .build()))))
                .containsExactly("transfer.element-differs");
    }

    @Test
    void a_transfer_takes_no_more_than_its_source_has() {
        centre.done(create(terms().withAmount(Fen.money(1_001))));

        Outcome handedIn = centre.act("finance", Transfer.id("T-1"), TransferAction.SUBMIT);

        assertThat(codes(handedIn)).containsExactly("allotment.over-parent");
        assertThat(centre.find(Transfer.id("T-1")).state()).isEqualTo(TransferState.DRAFT);
    }

    @Test
    void what_is_set_aside_comes_back_when_it_is_returned_and_leaves_only_once() {
        centre.done(create(terms()));
        centre.done(centre.act("finance", Transfer.id("T-1"), TransferAction.SUBMIT));
        assertThat(centre.balance(AllotmentMeasure.PENDING, centre.find(source).segments()))
                .isEqualTo(400);

        centre.done(centre.act("chief", Transfer.id("T-1"), TransferAction.RETURN));

        assertThat(centre.balance(AllotmentMeasure.PENDING, centre.find(source).segments()))
                .isEqualTo(1_000);
        centre.done(centre.act("finance", Transfer.id("T-1"), TransferAction.VOID));
        assertThat(codes(centre.act("finance", Transfer.id("T-1"), TransferAction.SUBMIT)))
                .containsExactly("lifecycle.not-allowed");
        assertThat(loop.outbox()).isEmpty();
    }

    @Test
    void only_the_finance_department_issues() {
        assertThat(codes(centre.ask("clerk", new CreateTransfer(Transfer.id("T-1"), terms()))))
                .containsExactly("access.outside-agency");
        centre.done(create(terms()));
        centre.done(centre.act("finance", Transfer.id("T-1"), TransferAction.SUBMIT));
        assertThat(codes(centre.act("finance", Transfer.id("T-1"), TransferAction.APPROVE)))
                .containsExactly("access.duty-missing");
    }

    @Test
    void what_is_issued_before_its_year_is_marked_so() {
        centre.on(LocalDate.of(2023, 11, 20));
        assertThat(codes(create(terms()))).contains("transfer.not-early");
    }

    @Test
    void an_amount_of_nothing_and_a_function_of_no_year_are_refused_together() {
        assertThat(codes(create(terms().withAmount(Fen.money(0)).withFunction("99999"))))
                .containsExactly("transfer.function-unknown", "transfer.amount-not-positive");
    }

    @Test
    void nobody_receives_more_than_has_arrived() {
        Elements elements = arrived();
        assertThat(codes(city.receive(there, "B-1", elements, 601))).containsExactly("transfer.over-arrived");
        city.done(city.receive(there, "B-1", elements, 600));
        assertThat(codes(city.receive(there, "B-2", elements, 1))).containsExactly("transfer.over-arrived");
    }

    @Test
    void there_is_no_budget_without_a_project_for_what_comes_from_above_either() {
        Elements elements = arrived();
        assertThat(codes(city.receive(
                        there,
                        "B-1",
                        ImmutableElements.builder()
                                .from(elements)
                                .project(city.code(77))
                                .build(),
                        100)))
                .containsExactly("budget.project-missing");
        Elements small = city.elements(city.project(2, 99));
        assertThat(codes(city.receive(there, "B-1", small, 100))).containsExactly("project.over-reserve");
    }

    @Test
    void fund_and_function_stay_what_they_were() {
        Elements elements = arrived();
        assertThat(codes(city.receive(there, "B-1", borrowed(elements, "50301", "31001"), 100)))
                .containsExactly("transfer.fund-differs");
        assertThat(codes(city.receive(
                        there,
                        "B-1",
                        ImmutableElements.builder()
                                .from(elements)
                                .function("2010507")
                                .build(),
                        100)))
                .containsExactly("transfer.function-outside");
    }

    @Test
    void what_the_level_above_has_borrowed_is_received_for_capital_expenditure_only() {
        Elements capital = borrowed(centre.elements(centre.project(3, 500)), "50301", "31001");
        Id<Allotment> bonds =
                centre.allotment("A-4", centre.line("L-4", capital, 500), capital, AllotmentFlag.PENDING, 500);
        centre.issue("T-4", bonds, CITY, 500);
        Level.deliver(centre, city);
        Id<ReceivedTransfer> received = ReceivedTransfer.id(new DivisionCode(CENTRE), Transfer.id("T-4"));
        Elements own = city.elements(city.project(1, 500));

        Outcome refused = city.receive(received, "B-1", borrowed(own, "50201", "30201"), 500);

        assertThat(codes(refused)).containsExactly("budget.borrowed-not-capital");
        assertThat(refused.refusals().get(0).text()).contains("fund 112 is borrowed", "not for 50201");
        city.done(city.receive(received, "B-1", borrowed(own, "50301", "31001"), 500));
    }

    private static Elements borrowed(Elements elements, String government, String department) {
        return ImmutableElements.builder()
                .from(elements)
                .fund("112")
                .governmentEconomic(government)
                .departmentEconomic(department)
                .build();
    }

    @Test
    void a_label_of_the_level_above_is_neither_removed_nor_changed_nor_is_a_tracked_fund_followed_by_another_project() {
        Elements elements = arrived();
        assertThat(codes(city.receive(there, "B-1", labelled(elements, ImmutableSortedMap.of()), 100)))
                .containsExactly("transfer.label-differs", "transfer.label-differs", "transfer.label-differs");
        assertThat(codes(city.receive(
                        there,
                        "B-1",
                        labelled(
                                elements,
                                ImmutableSortedMap.of(
                                        Labels.DIRECT,
                                        "02",
                                        Labels.TRACKED,
                                        "1",
                                        Labels.TRACKING_PROJECT,
                                        city.code(1).value())),
                        100)))
                .containsExactly("transfer.label-differs", "transfer.label-differs");
    }

    private static Elements labelled(Elements elements, ImmutableSortedMap<String, String> labels) {
        return ImmutableElements.builder().from(elements).extra(labels).build();
    }

    @Test
    void what_was_received_is_neither_adjusted_nor_reduced_nor_filled_in_by_hand() {
        Elements elements = arrived();
        city.done(city.receive(there, "B-1", elements, 600));
        Id<Allotment> allotment = Allotment.id("B-1");

        assertThat(codes(city.ask("chief", new ReduceAllotment(allotment, Fen.money(1), "减"))))
                .containsExactly("allotment.received");
        assertThat(codes(city.act("chief", allotment, AllotmentAction.CANCEL_APPROVAL)))
                .containsExactly("allotment.received");
        assertThat(codes(
                        city.ask("finance", new AdjustBudgetLine(BudgetLine.id("L-B-1"), Fen.money(-1), "人常〔2024〕1号"))))
                .containsExactly("budget.received");
        assertThat(codes(city.ask(
                        "clerk",
                        new CreateBudgetLine(
                                BudgetLine.id("L-9"),
                                ImmutableBudgetTerms.builder()
                                        .elements(elements)
                                        .amount(Fen.money(1))
                                        .upperDocumentNo("上级〔2024〕1号")
                                        .build()))))
                .containsExactly("budget.received-by-hand");
        assertThat(codes(city.act("finance", BudgetLine.id("L-B-1"), BudgetAction.GIVE_BACK)))
                .containsExactly("access.duty-missing");
    }

    @Test
    void what_was_received_leaves_neither_by_virement_nor_by_an_allotment_that_names_another_document() {
        Elements elements = arrived();
        city.done(city.receive(there, "B-1", elements, 600));
        Id<Allotment> received = Allotment.id("B-1");
        Id<Allotment> own = city.pending("O-1", 5, 50);

        Outcome moved = city.ask("clerk", new CreateVirement(Virement.id("V-1"), moving(received, own)));

        assertThat(codes(moved)).containsExactly("virement.upper-document-differs");
        assertThat(moved.refusals().get(0).text())
                .isEqualTo(
                        "B-1 is of 上级〔2024〕A-1号 of the level above, O-1 of -; what was received goes on for its document");
        assertThat(codes(city.ask("clerk", new CreateVirement(Virement.id("V-1"), moving(own, received)))))
                .containsExactly("virement.upper-document-differs");

        Outcome other = city.ask(
                "finance",
                new CreateAllotment(
                        Allotment.id("B-2"),
                        ImmutableAllotmentTerms.builder()
                                .from(city.find(received).terms())
                                .upperDocumentNo("上级〔2024〕9号")
                                .build()));
        assertThat(codes(other)).containsExactly("allotment.upper-document-differs");
        assertThat(other.refusals().get(0).text())
                .isEqualTo("the allotment is of 上级〔2024〕9号 of the level above; its line L-B-1 is of 上级〔2024〕A-1号");
    }

    private static VirementTerms moving(Id<Allotment> from, Id<Allotment> to) {
        return ImmutableVirementTerms.builder()
                .division(CITY)
                .agency(Level.AGENCY)
                .fiscalYear(YEAR)
                .batchNo("调剂2024-1")
                .reason("任务增加")
                .addLines(new VirementTerms.Line(from, to, Fen.money(10)))
                .build();
    }

    @Test
    void nothing_is_given_back_that_is_not_there() {
        Elements elements = arrived();
        assertThat(codes(city.giveBack(there, Optional.empty(), 601))).containsExactly("transfer.over-arrived");
        city.done(city.receive(there, "B-1", elements, 100));
        assertThat(codes(city.giveBack(there, Optional.of(Allotment.id("B-1")), 101)))
                .contains("transfer.over-received");
        Id<Allotment> own = city.pending("O-1", 5, 50);
        assertThat(codes(city.giveBack(there, Optional.of(own), 50))).containsExactly("transfer.not-of-transfer");
    }

    @Test
    void nobody_asks_back_more_than_is_in_force_and_not_asked_back() {
        Elements unused = arrived();
        Id<Transfer> transfer = Transfer.id("T-1");
        assertThat(codes(centre.recall(transfer, 601))).containsExactly("transfer.over-in-force");
        centre.done(centre.recall(transfer, 500));
        Level.deliver(centre, city);
        assertThat(codes(centre.recall(transfer, 101))).containsExactly("transfer.over-in-force");
    }

    @Test
    void what_another_division_tells_of_a_transfer_that_is_not_its_own_is_listed() {
        Elements unused = arrived();
        TransferReturned returned = new TransferReturned(Transfer.id("T-1"), Fen.money(10), Fen.money(0), "退回");
        assertThat(codes(centre.tell(notice("350203000", "n1", CENTRE, returned))))
                .containsExactly("transfer.other-sender");
        assertThat(codes(centre.tell(notice(
                        CITY,
                        "n2",
                        CENTRE,
                        new TransferReturned(Transfer.id("T-9"), Fen.money(10), Fen.money(0), "退回")))))
                .containsExactly("transfer.unknown");
        assertThat(codes(centre.tell(notice(
                        CITY,
                        "n3",
                        CENTRE,
                        new TransferReturned(Transfer.id("T-1"), Fen.money(601), Fen.money(0), "退回")))))
                .containsExactly("transfer.returned-too-much");
        assertThat(centre.balance(TransferMeasure.IN_FORCE, Transfer.id("T-1"))).isEqualTo(600);
    }

    @Test
    void a_transfer_that_comes_again_with_another_amount_is_listed_and_with_the_same_is_acknowledged_again() {
        Elements unused = arrived();
        ReceivedTerms told = city.find(there).terms();
        Outcome other = city.tell(notice(
                CENTRE,
                "n1",
                CITY,
                new TransferSent(ImmutableReceivedTerms.builder()
                        .from(told)
                        .amount(Fen.money(700))
                        .build())));
        assertThat(codes(other)).containsExactly("transfer.told-otherwise");

        Outcome again = city.tell(notice(CENTRE, "n2", CITY, new TransferSent(told)));
        assertThat(again.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(again.messages()).hasSize(1);
        assertThat(city.balance(TransferMeasure.TO_RECEIVE, there)).isEqualTo(600);
    }

    @Test
    void what_is_issued_to_another_division_or_year_or_tells_what_was_made_of_it_is_listed() {
        TransferTerms told = centre.find(centre.issue("T-1", source, CITY, 600)).terms();
        ImmutableReceivedTerms sent = ImmutableReceivedTerms.copyOf(
                ((TransferSent) centre.take().get(0).body()).terms());
        assertThat(told.receiver().value()).isEqualTo(CITY);
        Outcome elsewhere = city.tell(notice(CENTRE, "n1", CITY, new TransferSent(sent.withDivision("350203000"))));
        assertThat(codes(elsewhere)).containsExactly("transfer.not-for-here");
        assertThat(elsewhere.refusals().get(0).text())
                .contains("is issued to 350203000/2024, the notice came to 350200000/2024");
        Outcome later = city.tell(notice(CENTRE, "n2", CITY, new TransferSent(sent.withFiscalYear(YEAR + 1))));
        assertThat(codes(later)).containsExactly("transfer.not-for-here");
        assertThat(later.refusals().get(0).text()).contains("350200000/2025");
        Outcome made = city.tell(notice(
                CENTRE,
                "n3",
                CITY,
                new TransferSent(sent.withParts(new ReceivedTerms.Part(BudgetLine.id("L-1"), Allotment.id("B-1"))))));
        assertThat(codes(made)).containsExactly("transfer.told-with-parts");
        assertThat(made.refusals().get(0).text()).contains("with 1 parts");
        assertThat(loop.find(there)).isEmpty();
    }

    @Test
    void where_a_place_lists_to_whom_it_issues_it_issues_to_nobody_else() {
        FiscalLoop listing = FiscalLoop.open(
                new InMemoryJournal(),
                CityRules.with(CityRules.overlay(
                        CENTRE,
                        CityRules.change("transfer/receivers", Tree.items(ImmutableList.of(Tree.text("350000000")))))));
        Level listed = Level.found(listing, CENTRE);
        Id<Allotment> pending = listed.pending("A-1", 1, 1_000);

        Outcome refused =
                listed.ask("finance", new CreateTransfer(Transfer.id("T-1"), listed.terms(pending, CITY, 600)));

        assertThat(codes(refused)).containsExactly("transfer.receiver-not-allowed");
        assertThat(refused.refusals().get(0).allowed()).containsExactly("350000000");
        listed.issue("T-1", pending, "350000000", 600);
    }

    @Test
    void a_transfer_that_nobody_could_take_in_is_sent_again_under_another_number() {
        Id<Transfer> transfer = centre.issue("T-1", source, "350000000", 600);
        Level.deliver(centre, new Level(loop, "350000000"));
        assertThat(centre.find(transfer).state()).isEqualTo(TransferState.ISSUED);

        Level province = Level.found(loop, "350000000");
        Level.deliver(centre, province);
        assertThat(centre.find(transfer).state()).isEqualTo(TransferState.ISSUED);
        centre.done(centre.act("chief", transfer, TransferAction.RESEND));
        assertThat(loop.outbox()).hasSize(1);
        Level.deliver(centre, province);

        assertThat(centre.find(transfer).state()).isEqualTo(TransferState.DELIVERED);
        assertThat(loop.outbox()).isEmpty();
    }

    @Test
    void what_is_acknowledged_that_is_not_on_its_way_changes_nothing() {
        Elements unused = arrived();
        Outcome again = centre.tell(notice(
                CITY, "n9", CENTRE, new MessageReceived(Transfer.id("T-1"), new InputId(CENTRE, "transfer:T-1/9"))));

        assertThat(again.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(again.record().events()).isEmpty();
    }

    private Notice notice(String from, String number, String to, org.fiscalloop.flow.Body body) {
        return new Notice(new InputId(from, number), to, YEAR, centre.day(), body);
    }
}
