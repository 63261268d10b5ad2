package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.JournalClosedException;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.StoredRecord;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.EvidenceStep;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;

/** The one door: the same input twice, a trial, buttons, evidence, notices, failures, callers at once. */
class DoorTest {
    private static final String CLERK = "clerk" + ORGAN;
    private static final String HEAD = "head" + ORGAN;

    private final World world = World.open();

    private record Room(Id<Allotment> allotment, Elements elements) {}

    private static Room room(World world) {
        var project = world.project(1, ORGAN, 1_000_000);
        Elements elements = World.elements(ORGAN, project);
        Id<BudgetLine> line = world.line("L1", elements, 1_000_000);
        return new Room(world.allotment("A1", line, elements, 100_000), elements);
    }

    private static CreatePayment payment(Room room, String id, long fen) {
        return new CreatePayment(World.request(id), World.paymentTerms(room.allotment(), room.elements(), fen));
    }

    private static Command command(String id, String actor, Body body) {
        return new Command(new InputId("door", id), actor, DIVISION, YEAR, DAY, body);
    }

    private static Notice notice(String id, Body body) {
        return new Notice(new InputId("bank", id), DIVISION, YEAR, DAY, body);
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private RulesInForce rules() {
        return world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
    }

    private static BankReceipt receipt(Id<PaymentVoucher> voucher, String serial, long fen) {
        return new BankReceipt(voucher, serial, DAY, Fen.money(fen), World.PAYEE);
    }

    private Id<PaymentVoucher> sent(Room room, String id, long fen) {
        return world.sent(
                "V" + id, ORGAN, ImmutableList.of(world.approved("R" + id, room.allotment(), room.elements(), fen)));
    }

    private VoucherState stateOf(Id<PaymentVoucher> voucher) {
        return world.loop().find(voucher).orElseThrow().state();
    }

    // ---- the same input twice ---------------------------------------------------------------------------------------

    @Test
    void INV_04_the_same_command_twice_is_one_command() {
        Room room = room(world);
        Command command = command("1", CLERK, payment(room, "P1", 100));
        Outcome first = done(world.loop().ask(command));
        Bytes digest = world.loop().digest();
        long size = world.loop().size();
        Outcome again = world.loop().ask(command("1", CLERK, payment(room, "P1", 100)));
        assertThat(first.isRepeat()).isFalse();
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.record()).isEqualTo(first.record());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(world.loop().digest()).isEqualTo(digest);
        assertThat(world.loop().size()).isEqualTo(size);
    }

    @Test
    void INV_04_a_refusal_is_remembered_though_it_would_now_be_accepted() {
        Room room = room(world);
        Command early = command("1", CLERK, Act.of(World.request("P1"), PaymentAction.SUBMIT));
        Outcome first = world.loop().ask(early);
        assertThat(codes(first)).containsExactly("loop.document-unknown");
        done(world.ask(CLERK, payment(room, "P1", 100)));
        Outcome again = world.loop().ask(early);
        assertThat(again.isRepeat()).isTrue();
        assertThat(codes(again)).containsExactly("loop.document-unknown");
        done(world.loop().ask(command("2", CLERK, Act.of(World.request("P1"), PaymentAction.SUBMIT))));
    }

    @Test
    void INV_04_the_same_id_with_another_content_is_a_conflict() {
        Room room = room(world);
        done(world.loop().ask(command("1", CLERK, payment(room, "P1", 100))));
        long size = world.loop().size();
        ImmutableList<Command> others = ImmutableList.of(
                command("1", CLERK, payment(room, "P1", 101)),
                command("1", HEAD, payment(room, "P1", 100)),
                command("1", CLERK, Act.of(World.request("P1"), PaymentAction.SUBMIT)),
                new Command(new InputId("door", "1"), CLERK, DIVISION, YEAR, DAY.plusDays(1), payment(room, "P1", 100)),
                new Command(new InputId("door", "1"), CLERK, DIVISION, YEAR + 1, DAY, payment(room, "P1", 100)),
                new Command(new InputId("door", "1"), CLERK, "310000000", YEAR, DAY, payment(room, "P1", 100)));
        for (Command other : others) {
            Outcome conflict = world.loop().ask(other);
            assertThat(codes(conflict)).containsExactly("loop.id-conflict");
            assertThat(conflict.refusals().get(0).text()).contains("door/1");
            assertThat(conflict.position()).isEmpty();
        }
        assertThat(world.loop().size()).isEqualTo(size);
    }

    @Test
    void ids_are_unique_for_each_sender() {
        Room room = room(world);
        done(world.loop().ask(command("1", CLERK, payment(room, "P1", 100))));
        Outcome other = world.loop()
                .ask(new Command(new InputId("window", "1"), CLERK, DIVISION, YEAR, DAY, payment(room, "P2", 100)));
        assertThat(done(other).isRepeat()).isFalse();
    }

    @Test
    void a_remembered_outcome_is_remembered_after_reopening() {
        InMemoryJournal journal = new InMemoryJournal();
        World first = World.open(CityRules.nation(), journal);
        Command early = command("1", CLERK, Act.of(World.request("P1"), PaymentAction.SUBMIT));
        first.loop().ask(early);
        World again = World.open(CityRules.nation(), journal);
        assertThat(again.loop().ask(early).isRepeat()).isTrue();
        assertThat(codes(again.loop().ask(command("1", HEAD, Act.of(World.request("P1"), PaymentAction.SUBMIT)))))
                .containsExactly("loop.id-conflict");
    }

    @Test
    void INV_04_a_notice_told_twice_is_booked_once() {
        Room room = room(world);
        Id<PaymentVoucher> voucher = sent(room, "1", 700);
        Outcome first = done(world.receipt(voucher, 700));
        Bytes digest = world.loop().digest();
        Outcome again = world.receipt(voucher, 700);
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.record()).isEqualTo(first.record());
        assertThat(world.loop().digest()).isEqualTo(digest);
    }

    @Test
    void a_notice_that_contradicts_itself_is_listed() {
        Room room = room(world);
        Id<PaymentVoucher> voucher = sent(room, "1", 700);
        done(world.loop().tell(notice("1", receipt(voucher, "S1", 700))));
        Outcome other = world.loop().tell(notice("1", receipt(voucher, "S1", 701)));
        assertThat(other.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(other)).containsExactly("loop.id-conflict");
        assertThat(other.entries()).isEmpty();
        Outcome again = world.loop().tell(notice("1", receipt(voucher, "S1", 701)));
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.record()).isEqualTo(other.record());
        assertThat(world.loop().tell(notice("1", receipt(voucher, "S1", 702))).isRepeat())
                .isFalse();
    }

    // ---- a trial ----------------------------------------------------------------------------------------------------

    @Test
    void a_dry_run_answers_like_the_command_and_remembers_nothing() {
        Room room = room(world);
        done(world.ask(CLERK, payment(room, "P1", 30_000)));
        Command submit = command("1", CLERK, Act.of(World.request("P1"), PaymentAction.SUBMIT));
        Bytes digest = world.loop().digest();
        Bytes hash = world.loop().hash();
        Outcome trial = world.loop().dryRun(submit);
        assertThat(trial.isDone()).isTrue();
        assertThat(trial.position()).isEmpty();
        assertThat(world.loop().digest()).isEqualTo(digest);
        assertThat(world.loop().hash()).isEqualTo(hash);
        Outcome real = done(world.loop().ask(submit));
        assertThat(real.isRepeat()).isFalse();
        assertThat(real.record()).isEqualTo(trial.record());
        assertThat(real.left()).isEqualTo(trial.left());
    }

    @Test
    void a_refused_dry_run_is_not_remembered_either() {
        Command early = command("1", CLERK, Act.of(World.request("P1"), PaymentAction.SUBMIT));
        long size = world.loop().size();
        assertThat(codes(world.loop().dryRun(early))).containsExactly("loop.document-unknown");
        assertThat(world.loop().size()).isEqualTo(size);
        assertThat(world.loop().ask(early).isRepeat()).isFalse();
    }

    // ---- what may be asked ------------------------------------------------------------------------------------------

    @Test
    void who_filled_a_request_in_does_not_approve_it() {
        Room room = room(world);
        var loop = world.loop();
        done(world.ask(
                "admin",
                new org.fiscalloop.access.AccessCommands.ChangeGrants(
                        org.fiscalloop.access.ImmutableActorTerms.builder()
                                .from(loop.find(org.fiscalloop.access.Actor.id(CLERK))
                                        .orElseThrow()
                                        .terms())
                                .addGrants(org.fiscalloop.access.Grant.of(
                                        org.fiscalloop.payment.PaymentDuty.REVIEW, DIVISION, ORGAN))
                                .build())));
        done(world.ask(CLERK, payment(room, "P1", 100)));
        done(world.act(CLERK, World.request("P1"), PaymentAction.SUBMIT));
        Outcome self = world.act(CLERK, World.request("P1"), PaymentAction.APPROVE);
        assertThat(codes(self)).containsExactly("lifecycle.four-eyes");
        assertThat(loop.allowed(World.request("P1"), CLERK, rules())).doesNotContain("APPROVE");
        assertThat(loop.allowed(World.request("P1"), HEAD, rules())).contains("APPROVE");
        done(world.act(HEAD, World.request("P1"), PaymentAction.APPROVE));
    }

    @Test
    void buttons_are_what_the_door_would_let_through() {
        Room room = room(world);
        done(world.ask(CLERK, payment(room, "P1", 100)));
        Id<PaymentRequest> request = World.request("P1");
        assertThat(world.loop().allowed(request, CLERK, rules())).containsExactlyInAnyOrder("REVISE", "SUBMIT", "VOID");
        assertThat(world.loop().allowed(request, HEAD, rules())).isEmpty();
        assertThat(world.loop().allowed(request, "nobody", rules())).isEmpty();
        assertThat(world.loop().allowed(World.request("P9"), CLERK, rules())).isEmpty();
        done(world.act(CLERK, request, PaymentAction.SUBMIT));
        assertThat(world.loop().allowed(request, CLERK, rules())).containsExactly("WITHDRAW");
        assertThat(world.loop().allowed(request, HEAD, rules()))
                .containsExactlyInAnyOrder("APPROVE", "RETURN", "RETURN_TO_ENTRY");
    }

    @Test
    void an_action_out_of_its_state_names_what_is_allowed() {
        Room room = room(world);
        done(world.ask(CLERK, payment(room, "P1", 100)));
        Outcome outcome = world.act(CLERK, World.request("P1"), PaymentAction.WITHDRAW);
        assertThat(outcome.isDone()).isFalse();
        assertThat(codes(outcome)).containsExactly("lifecycle.not-allowed");
        assertThat(outcome.refusals().get(0).allowed()).containsExactlyInAnyOrder("REVISE", "SUBMIT", "VOID");
    }

    @Test
    void what_is_not_there_is_refused_by_name() {
        Room room = room(world);
        assertThat(codes(world.act(CLERK, World.request("P9"), PaymentAction.SUBMIT)))
                .containsExactly("loop.document-unknown");
        done(world.ask(CLERK, payment(room, "P1", 100)));
        assertThat(codes(world.ask(CLERK, new Act(World.request("P1"), "FLY", "", Optional.empty()))))
                .containsExactly("loop.no-such-action");
        assertThat(codes(world.ask(CLERK, payment(room, "P1", 100)))).containsExactly("loop.document-exists");
        Outcome bare = world.act(CLERK, World.request("P1"), PaymentAction.REVISE);
        assertThat(codes(bare)).containsExactly("loop.content-missing");
        assertThat(bare.refusals().get(0).allowed()).containsExactly("revise-payment");
    }

    @Test
    void a_document_of_another_division_is_out_of_reach() {
        Room room = room(world);
        done(world.ask(CLERK, payment(room, "P1", 100)));
        var upper = world.loop().rules().at("310000000", YEAR, DAY).orElseThrow();
        done(world.loop()
                .ask(new Command(
                        new InputId("door", "adopt"),
                        "admin",
                        "310000000",
                        YEAR,
                        DAY,
                        new AdoptRulebook("310000000", YEAR, upper.fingerprint()))));
        Outcome outcome = world.loop()
                .ask(new Command(
                        new InputId("door", "1"),
                        CLERK,
                        "310000000",
                        YEAR,
                        DAY,
                        Act.of(World.request("P1"), PaymentAction.SUBMIT)));
        assertThat(codes(outcome)).containsExactly("loop.other-division");
        assertThat(outcome.refusals().get(0).text()).contains(DIVISION).contains("310000000");
    }

    // ---- adopting ---------------------------------------------------------------------------------------------------

    @Test
    void nothing_is_decided_under_a_rulebook_that_was_not_adopted() {
        Room room = room(world);
        Outcome next = world.loop()
                .ask(new Command(new InputId("door", "1"), CLERK, DIVISION, 2025, DAY, payment(room, "P1", 100)));
        assertThat(codes(next)).containsExactly("loop.rulebook-not-adopted");
        Outcome never = world.loop()
                .ask(new Command(new InputId("door", "2"), CLERK, DIVISION, 2031, DAY, payment(room, "P1", 100)));
        assertThat(codes(never)).containsExactly("loop.no-rulebook");
    }

    @Test
    void only_the_rulebook_in_force_is_adopted_once_and_by_an_administrator() {
        RulesInForce next = world.loop().rules().at(DIVISION, 2025, DAY).orElseThrow();
        AdoptRulebook wrong = new AdoptRulebook(DIVISION, 2025, rules().fingerprint());
        Outcome other = world.loop().ask(new Command(new InputId("door", "1"), "admin", DIVISION, 2025, DAY, wrong));
        assertThat(codes(other)).containsExactly("loop.other-rulebook");
        assertThat(other.refusals().get(0).allowed())
                .containsExactly(next.fingerprint().toString());
        AdoptRulebook right = new AdoptRulebook(DIVISION, 2025, next.fingerprint());
        assertThat(codes(world.loop().ask(new Command(new InputId("door", "2"), CLERK, DIVISION, 2025, DAY, right))))
                .containsExactly("access.duty-missing");
        assertThat(codes(world.loop().ask(new Command(new InputId("door", "3"), "admin", DIVISION, YEAR, DAY, right))))
                .containsExactly("loop.other-rulebook");
        Outcome adopted = world.loop().ask(new Command(new InputId("door", "4"), "admin", DIVISION, 2025, DAY, right));
        assertThat(done(adopted).record().header().fingerprint()).isEqualTo(next.fingerprint());
        assertThat(codes(world.loop().ask(new Command(new InputId("door", "5"), "admin", DIVISION, 2025, DAY, right))))
                .containsExactly("loop.document-exists");
    }

    @Test
    void every_record_is_pinned_to_its_rulebook() {
        Room room = room(world);
        Outcome outcome = done(world.ask(CLERK, payment(room, "P1", 100)));
        assertThat(outcome.record().header().fingerprint()).isEqualTo(rules().fingerprint());
        assertThat(world.loop().rules().byFingerprint(outcome.record().header().fingerprint()))
                .isPresent();
    }

    // ---- evidence ---------------------------------------------------------------------------------------------------

    @Test
    void an_approval_by_evidence_equals_one_by_hand() {
        Room room = room(world);
        for (String id : List.of("P1", "P2")) {
            done(world.ask(CLERK, payment(room, id, 100)));
            done(world.act(CLERK, World.request(id), PaymentAction.SUBMIT));
        }
        done(world.act(HEAD, World.request("P1"), PaymentAction.APPROVE));
        done(world.ask(
                HEAD,
                new Act(
                        World.request("P2"),
                        "APPROVE",
                        "",
                        Optional.of(new Evidence(ImmutableList.of(new EvidenceStep("unit-review", HEAD, DAY)))))));
        PaymentRequest byHand = world.loop().find(World.request("P1")).orElseThrow();
        PaymentRequest byEvidence = world.loop().find(World.request("P2")).orElseThrow();
        assertThat(byEvidence.standing()).isEqualTo(byHand.standing());
        assertThat(byEvidence.trail()).isEqualTo(byHand.trail());
    }

    @Test
    void evidence_of_other_posts_or_of_the_preparer_is_refused() {
        Room room = room(world);
        done(world.ask(CLERK, payment(room, "P1", 100)));
        done(world.act(CLERK, World.request("P1"), PaymentAction.SUBMIT));
        for (EvidenceStep step :
                List.of(new EvidenceStep("another-post", HEAD, DAY), new EvidenceStep("unit-review", CLERK, DAY))) {
            Outcome outcome = world.ask(
                    HEAD,
                    new Act(World.request("P1"), "APPROVE", "", Optional.of(new Evidence(ImmutableList.of(step)))));
            assertThat(codes(outcome)).hasSize(1).allMatch(code -> code.startsWith("lifecycle."));
        }
        assertThat(world.loop().find(World.request("P1")).orElseThrow().state()).isEqualTo(PaymentState.SUBMITTED);
    }

    // ---- notices ----------------------------------------------------------------------------------------------------

    private NoticeCase parked(Outcome outcome) {
        return world.loop().find(NoticeCase.id(outcome.input(), 0)).orElseThrow();
    }

    @Test
    void a_receipt_for_an_unknown_voucher_waits_until_it_is_sent() {
        Room room = room(world);
        Outcome early = world.receipt(World.voucher("V1"), 700);
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(early.entries()).isEmpty();
        assertThat(parked(early).state()).isEqualTo(NoticeState.PARKED);
        Id<PaymentVoucher> voucher = sent(room, "1", 700);
        assertThat(stateOf(voucher)).isEqualTo(VoucherState.PAID);
        assertThat(parked(early).state()).isEqualTo(NoticeState.BOOKED);
    }

    @Test
    void notices_out_of_order_leave_what_notices_in_order_leave() {
        World ordered = World.open();
        for (World each : List.of(world, ordered)) {
            Room room = room(each);
            Id<PaymentVoucher> voucher = each.sent(
                    "V1", ORGAN, ImmutableList.of(each.approved("R1", room.allotment(), room.elements(), 700)));
            if (each == ordered) {
                done(each.receipt(voucher, 700));
                done(each.clearing("B1", voucher, 700));
            } else {
                assertThat(each.clearing("B1", voucher, 700).result()).isEqualTo(JournalRecord.Outcome.PARKED);
                done(each.receipt(voucher, 700));
            }
        }
        assertThat(stateOf(World.voucher("V1"))).isEqualTo(VoucherState.CLEARED);
        assertThat(world.loop().balances().kept())
                .isEqualTo(ordered.loop().balances().kept());
    }

    @Test
    void a_parked_notice_that_turns_out_wrong_is_listed_with_its_remedies() {
        Room room = room(world);
        Outcome early = world.receipt(World.voucher("V1"), 701);
        Id<PaymentVoucher> voucher = sent(room, "1", 700);
        assertThat(stateOf(voucher)).isEqualTo(VoucherState.SENT);
        NoticeCase listed = parked(early);
        assertThat(listed.state()).isEqualTo(NoticeState.LISTED);
        assertThat(listed.terms().problem().code()).isEqualTo("payment.receipt-amount-differs");
        assertThat(listed.terms().remedies()).isNotEmpty();
    }

    @Test
    void an_operator_resolves_what_waits_or_is_listed_and_nobody_else_does() {
        Outcome early = world.receipt(World.voucher("V9"), 700);
        Id<NoticeCase> id = NoticeCase.id(early.input(), 0);
        assertThat(world.act(CLERK, id, NoticeAction.RESOLVE).isDone()).isFalse();
        done(world.act("finance", id, NoticeAction.RESOLVE));
        assertThat(parked(early).state()).isEqualTo(NoticeState.RESOLVED);
        assertThat(codes(world.act("finance", id, NoticeAction.RESOLVE))).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void a_resolved_notice_is_not_matched_again() {
        Room room = room(world);
        Outcome early = world.receipt(World.voucher("V1"), 700);
        done(world.act("finance", NoticeCase.id(early.input(), 0), NoticeAction.RESOLVE));
        Id<PaymentVoucher> voucher = sent(room, "1", 700);
        assertThat(stateOf(voucher)).isEqualTo(VoucherState.SENT);
    }

    @Test
    void what_only_the_loop_does_with_a_notice_is_not_for_people() {
        Outcome early = world.receipt(World.voucher("V9"), 700);
        Id<NoticeCase> id = NoticeCase.id(early.input(), 0);
        for (NoticeAction action : List.of(NoticeAction.BOOK, NoticeAction.CONTRADICT)) {
            assertThat(codes(world.act("finance", id, action))).containsExactly("access.duty-missing");
            assertThat(world.act("admin", id, action).isDone()).isFalse();
        }
    }

    @Test
    void a_notice_with_a_long_key_is_parked_and_not_lost() {
        String key = "k".repeat(128);
        Outcome early = world.loop().tell(notice(key, receipt(World.voucher("V9"), "S1", 700)));
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        Outcome other = world.loop().tell(notice(key, receipt(World.voucher("V9"), "S1", 701)));
        assertThat(other.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
    }

    @Test
    void long_keys_that_share_their_beginning_are_kept_apart() {
        for (String end : List.of("a", "b")) {
            Outcome early = world.loop().tell(notice("k".repeat(127) + end, receipt(World.voucher("V9"), "S1", 700)));
            assertThat(parked(early).terms().notice()).isEqualTo(early.input());
        }
    }

    @Test
    void a_notice_of_a_year_without_rules_is_listed_and_not_lost() {
        Notice unruled =
                new Notice(new InputId("bank", "old"), DIVISION, 1999, DAY, receipt(World.voucher("V9"), "S1", 700));
        Outcome outcome = world.loop().tell(unruled);
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(outcome)).containsExactly("loop.no-rulebook");
        assertThat(parked(outcome).state()).isEqualTo(NoticeState.LISTED);
        Outcome other = world.loop()
                .tell(new Notice(unruled.id(), DIVISION, 1999, DAY, receipt(World.voucher("V9"), "S1", 701)));
        assertThat(codes(other)).containsExactly("loop.id-conflict");
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_command_of_a_year_without_rules_is_refused_and_verified_again() {
        Outcome outcome = world.loop()
                .ask(new Command(
                        new InputId("test", "old"), CLERK, DIVISION, 1999, DAY, payment(room(world), "R1", 700)));
        assertThat(codes(outcome)).containsExactly("loop.no-rulebook");
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void an_actor_whose_name_no_id_can_have_is_unknown() {
        assertThat(codes(world.ask("李 明", payment(room(world), "R1", 700)))).containsExactly("access.unknown-actor");
    }

    @Test
    void what_no_balance_can_hold_is_listed_and_the_loop_opens_again() {
        InMemoryJournal journal = new InMemoryJournal();
        World full = World.open(CityRules.nation(), journal);
        Outcome most = full.tell("1", income("I1", Long.MAX_VALUE));
        assertThat(most.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        Outcome more = full.tell("2", income("I2", 1));
        assertThat(more.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(more.entries()).isEmpty();
        assertThat(full.loop().find(IncomeReceipt.id("I2"))).isEmpty();
        assertThat(FiscalLoop.open(journal, CityRules.nation()).digest())
                .isEqualTo(full.loop().digest());
        assertThat(full.loop().verify()).isEmpty();
    }

    private static OtherIncomeReceived income(String id, long fen) {
        return new OtherIncomeReceived(
                IncomeReceipt.id(id), ORGAN, "B" + ORGAN, World.DAY, Fen.money(fen), Optional.empty());
    }

    @Test
    void a_notice_that_names_what_no_id_can_be_is_listed() {
        Outcome outcome = world.tell(
                "1",
                new OtherIncomeReceived(
                        IncomeReceipt.id("I1"), "普陀 区", "B 1", World.DAY, Fen.money(1), Optional.empty()));
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void one_serial_number_with_another_amount_is_listed() {
        Room room = room(world);
        Id<PaymentVoucher> voucher = sent(room, "1", 700);
        done(world.tell("a", receipt(voucher, "S1", 700)));
        assertThat(world.tell("b", receipt(voucher, "S1", 700)).result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(codes(world.tell("c", receipt(voucher, "S1", 701))))
                .containsExactly("payment.receipt-amount-differs");
        done(world.refund("T1", voucher, 100));
        assertThat(codes(world.tell(
                        "d", new RefundNotice(voucher, "T1", Fen.money(101), Optional.empty(), RefundKind.ACTIVE))))
                .containsExactly("payment.refund-amount-differs");
        done(world.clearing("B1", voucher, 700));
        assertThat(codes(world.tell(
                        "e", new TreasuryClearing("B1", ImmutableList.of(new ClearingLine(voucher, Fen.money(1)))))))
                .containsExactly("payment.clearing-amount-differs");
    }

    @Test
    void a_receipt_of_another_account_than_the_voucher_orders_is_listed() {
        Id<PaymentVoucher> voucher = sent(room(world), "1", 700);
        PaymentTerms.Payee other = new PaymentTerms.Payee("某公司", "9999", "某银行");
        assertThat(codes(world.tell("a", new BankReceipt(voucher, "S1", World.DAY, Fen.money(700), other))))
                .containsExactly("payment.receipt-payee-differs");
        assertThat(stateOf(voucher)).isEqualTo(VoucherState.SENT);
    }

    @Test
    void a_notice_with_spaces_in_its_key_is_parked_and_not_lost() {
        Outcome early = world.loop().tell(notice("回单 7", receipt(World.voucher("V9"), "S1", 700)));
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
    }

    @Test
    void parked_notices_are_matched_after_reopening() {
        InMemoryJournal journal = new InMemoryJournal();
        World before = World.open(CityRules.nation(), journal);
        before.receipt(World.voucher("V1"), 700);
        World after = World.open(CityRules.nation(), journal);
        Room room = room(after);
        Id<PaymentVoucher> voucher =
                after.sent("V1", ORGAN, ImmutableList.of(after.approved("R1", room.allotment(), room.elements(), 700)));
        assertThat(after.loop().find(voucher).orElseThrow().state()).isEqualTo(VoucherState.PAID);
    }

    // ---- the journal ------------------------------------------------------------------------------------------------

    /** A journal that takes records until it is told to fail. */
    private static final class Failing implements Journal {
        private final InMemoryJournal stored = new InMemoryJournal();
        private volatile long limit = Long.MAX_VALUE;

        @Override
        public void append(ImmutableList<StoredRecord> batch) {
            if (stored.size() + batch.size() > limit) {
                throw new IllegalStateException("the disk is full");
            }
            stored.append(batch);
        }

        @Override
        public StoredRecord read(long position) {
            return stored.read(position);
        }

        @Override
        public long size() {
            return stored.size();
        }
    }

    @Test
    void a_journal_that_fails_closes_the_loop_and_reopening_knows_what_was_stored() {
        Failing journal = new Failing();
        World first = World.open(CityRules.nation(), journal);
        Room room = room(first);
        Bytes digest = first.loop().digest();
        journal.limit = journal.size();
        Command lost = command("1", CLERK, payment(room, "P1", 100));
        assertThatThrownBy(() -> first.loop().ask(lost))
                .isInstanceOf(JournalClosedException.class)
                .hasMessageContaining("outcome unknown");
        assertThatThrownBy(() -> first.loop().ask(command("2", CLERK, payment(room, "P2", 100))))
                .isInstanceOf(JournalClosedException.class);
        assertThatThrownBy(() -> first.receipt(World.voucher("V9"), 100)).isInstanceOf(JournalClosedException.class);
        journal.limit = Long.MAX_VALUE;
        assertThatThrownBy(() -> first.loop().ask(command("3", CLERK, payment(room, "P3", 100))))
                .isInstanceOf(JournalClosedException.class);
        World again = World.open(CityRules.nation(), journal);
        assertThat(again.loop().digest()).isEqualTo(digest);
        assertThat(again.loop().find(World.request("P1"))).isEmpty();
        assertThat(done(again.loop().ask(lost)).isRepeat()).isFalse();
    }

    @Test
    void reopening_gives_the_same_hash_and_the_same_state() {
        InMemoryJournal journal = new InMemoryJournal();
        World first = World.open(CityRules.nation(), journal);
        Room room = room(first);
        Id<PaymentVoucher> voucher = first.pay("1", room.allotment(), room.elements(), 700);
        done(first.refund("S1", voucher, 200));
        first.receipt(World.voucher("V9"), 5);
        World again = World.open(CityRules.nation(), journal);
        assertThat(again.loop().hash()).isEqualTo(first.loop().hash());
        assertThat(again.loop().digest()).isEqualTo(first.loop().digest());
        assertThat(again.loop().find(voucher)).isEqualTo(first.loop().find(voucher));
        assertThat(again.loop().size()).isEqualTo(first.loop().size());
    }

    @Test
    void many_callers_at_once_get_what_one_after_the_other_would() throws Exception {
        Room room = room(world);
        int callers = 8;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        List<Callable<Long>> calls = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int number = caller;
            calls.add(() -> {
                long accepted = 0;
                for (int i = 0; i < each; i++) {
                    String id = number + "-" + i;
                    world.loop().ask(command("c" + id, CLERK, payment(room, "P" + id, 1_000)));
                    Command submit = command("s" + id, CLERK, Act.of(World.request("P" + id), PaymentAction.SUBMIT));
                    accepted += world.loop().ask(submit).isDone() ? 1 : 0;
                }
                return accepted;
            });
        }
        long accepted = 0;
        for (var result : pool.invokeAll(calls)) {
            accepted += result.get();
        }
        pool.shutdown();
        assertThat(accepted).isEqualTo(100);
        assertThat(world.loop()
                        .balance(
                                org.fiscalloop.allotment.AllotmentMeasure.AVAILABLE,
                                org.fiscalloop.masterdata.Dimensions.of(
                                        org.fiscalloop.masterdata.Dimensions.ALLOTMENT, "A1"),
                                rules()))
                .isZero();
        List<Long> positions = new ArrayList<>();
        try (RecordCursor records = world.loop().records(0)) {
            records.forEachRemaining(traced -> positions.add(traced.position()));
        }
        assertThat(positions).hasSize((int) world.loop().size()).isSorted().doesNotHaveDuplicates();
    }

    // ---- looking back -----------------------------------------------------------------------------------------------

    @Test
    void balances_before_a_position_are_those_of_that_moment() {
        Room room = room(world);
        long position = world.loop().size();
        var then = world.loop().balances().kept();
        world.pay("1", room.allotment(), room.elements(), 700);
        assertThat(world.loop().balances().kept()).isNotEqualTo(then);
        assertThat(world.loop().balancesBefore(position).kept()).isEqualTo(then);
        assertThat(world.loop().balancesBefore(world.loop().size()).kept())
                .isEqualTo(world.loop().balances().kept());
        assertThat(world.loop().balancesBefore(0).kept()).isEmpty();
    }

    @Test
    void a_trace_is_every_record_that_moved_a_document_first_to_last() {
        Room room = room(world);
        Id<PaymentVoucher> voucher = world.pay("1", room.allotment(), room.elements(), 700);
        var traced = world.loop().trace(voucher);
        assertThat(traced).isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()));
        assertThat(traced.stream()
                        .flatMap(step -> step.movesOf(voucher).stream())
                        .map(move -> move.action()))
                .containsExactly("CREATE", "SIGN", "STAMP", "SEND", "PAY", "CLEAR");
        assertThat(world.loop().trace(World.request("R1")).stream()
                        .flatMap(step -> step.movesOf(World.request("R1")).stream())
                        .map(move -> move.action()))
                .containsExactly("CREATE", "SUBMIT", "APPROVE", "VOUCHER", "PAY");
        assertThat(world.loop().trace(World.request("R9"))).isEmpty();
    }

    @Test
    void records_are_read_from_any_position() {
        room(world);
        long size = world.loop().size();
        try (RecordCursor records = world.loop().records(size - 2)) {
            assertThat(records.next().position()).isEqualTo(size - 2);
            assertThat(records.next().position()).isEqualTo(size - 1);
            assertThat(records.hasNext()).isFalse();
        }
        try (RecordCursor none = world.loop().records(size)) {
            assertThat(none.hasNext()).isFalse();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> world.loop().records(size + 1));
    }

    // ---- a host's way back in ---------------------------------------------------------------------------------------

    @Test
    void a_document_is_restored_from_its_parts() {
        Room room = room(world);
        PaymentRequest request = world.loop()
                .find(world.approved("P1", room.allotment(), room.elements(), 700))
                .orElseThrow();
        PaymentRequest restored = PaymentFlow.REQUEST.restore(
                World.request("P1"),
                request.terms(),
                new DocumentType.History<>(request.standing(), request.trail()),
                rules());
        assertThat(restored).isEqualTo(request);
    }

    @Test
    void a_standing_that_its_trail_does_not_lead_to_is_not_restored() {
        Room room = room(world);
        PaymentRequest request = world.loop()
                .find(world.approved("P1", room.allotment(), room.elements(), 700))
                .orElseThrow();
        Standing<PaymentState> standing = request.standing();
        Trail shorter = new Trail(request.trail().steps().subList(0, 2));
        for (DocumentType.History<PaymentState> broken : List.of(
                new DocumentType.History<>(new Standing<>(PaymentState.PAID, 0, standing.version()), request.trail()),
                new DocumentType.History<>(
                        new Standing<>(standing.state(), 0, standing.version() + 1), request.trail()),
                new DocumentType.History<>(new Standing<>(standing.state(), 1, standing.version()), request.trail()),
                new DocumentType.History<>(standing, shorter))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> PaymentFlow.REQUEST.restore(World.request("P1"), request.terms(), broken, rules()));
        }
        assertThat(VoucherAction.values()).isNotEmpty();
        assertThat(LocalDate.of(2024, 3, 1)).isEqualTo(DAY);
    }
}
