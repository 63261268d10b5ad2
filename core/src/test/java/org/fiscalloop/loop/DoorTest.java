package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.command;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.DoorFixtures.receipt;
import static org.fiscalloop.loop.DoorFixtures.room;
import static org.fiscalloop.loop.DoorFixtures.rules;
import static org.fiscalloop.loop.DoorFixtures.sent;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.access.AccessCommands.ChangeGrants;
import org.fiscalloop.access.Actor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.EvidenceStep;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.DoorFixtures.Room;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;

/** The one door: the same input twice, a trial, buttons, adopting, evidence. */
class DoorTest {
    private final World world = World.open();

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
        assertThat(again.left()).isEqualTo(first.left());
        assertThat(world.loop().digest()).isEqualTo(digest);
        assertThat(world.loop().size()).isEqualTo(size);
        assertThat(world.loop().dryRun(command)).isEqualTo(again);
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
            assertThat(world.loop().dryRun(other)).isEqualTo(conflict);
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
        Id<PaymentVoucher> voucher = sent(world, room, "1", 700);
        Outcome first = done(world.receipt(voucher, 700));
        Bytes digest = world.loop().digest();
        Outcome again = world.receipt(voucher, 700);
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.record()).isEqualTo(first.record());
        assertThat(again.left()).isEqualTo(first.left()).isNotEmpty();
        assertThat(world.loop().digest()).isEqualTo(digest);
    }

    @Test
    void a_notice_that_contradicts_itself_is_listed() {
        Room room = room(world);
        Id<PaymentVoucher> voucher = sent(world, room, "1", 700);
        done(world.loop().tell(world.notice("1", receipt(voucher, "S1", 700))));
        Outcome other = world.loop().tell(world.notice("1", receipt(voucher, "S1", 701)));
        assertThat(other.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(other)).containsExactly("loop.id-conflict");
        assertThat(other.entries()).isEmpty();
        Outcome again = world.loop().tell(world.notice("1", receipt(voucher, "S1", 701)));
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.record()).isEqualTo(other.record());
        assertThat(world.loop()
                        .tell(world.notice("1", receipt(voucher, "S1", 702)))
                        .isRepeat())
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
                new ChangeGrants(ImmutableActorTerms.builder()
                        .from(loop.find(Actor.id(CLERK)).orElseThrow().terms())
                        .addGrants(new Grant(PaymentDuty.REVIEW, DIVISION, ORGAN))
                        .build())));
        done(world.ask(CLERK, payment(room, "P1", 100)));
        done(world.act(CLERK, World.request("P1"), PaymentAction.SUBMIT));
        Outcome self = world.act(CLERK, World.request("P1"), PaymentAction.APPROVE);
        assertThat(codes(self)).containsExactly("lifecycle.four-eyes");
        assertThat(buttons(World.request("P1"), CLERK)).doesNotContain("APPROVE by act");
        assertThat(buttons(World.request("P1"), HEAD)).contains("APPROVE by act");
        done(world.act(HEAD, World.request("P1"), PaymentAction.APPROVE));
    }

    private ImmutableList<String> buttons(Id<?> id, String actor) {
        return world.loop().allowed(id, actor, rules(world)).stream()
                .map(allowed -> allowed.action() + " by " + allowed.command())
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void buttons_are_what_the_door_would_let_through() {
        Room room = room(world);
        done(world.ask(CLERK, payment(room, "P1", 100)));
        Id<PaymentRequest> request = World.request("P1");
        assertThat(buttons(request, CLERK))
                .containsExactlyInAnyOrder("REVISE by revise-payment", "SUBMIT by act", "VOID by act");
        assertThat(buttons(request, HEAD)).isEmpty();
        assertThat(buttons(request, "nobody")).isEmpty();
        assertThat(buttons(World.request("P9"), CLERK)).isEmpty();
        done(world.act(CLERK, request, PaymentAction.SUBMIT));
        assertThat(buttons(request, CLERK)).containsExactly("WITHDRAW by act");
        assertThat(buttons(request, HEAD))
                .containsExactlyInAnyOrder("APPROVE by act", "RETURN by act", "RETURN_TO_ENTRY by act");
    }

    @Test
    void no_button_does_what_happens_only_with_another_document() {
        Room room = room(world);
        world.approved("P1", room.allotment(), room.elements(), 100);
        assertThat(buttons(World.request("P1"), CLERK)).containsExactly("VOID by act");
        done(world.ask(CLERK, DoorFixtures.voucher("V1", "P1")));
        assertThat(buttons(World.request("P1"), CLERK)).isEmpty();
        assertThat(codes(world.act(CLERK, World.request("P1"), PaymentAction.RELEASE)))
                .containsExactly("payment.not-by-itself");
        assertThat(buttons(World.voucher("V1"), CLERK))
                .containsExactly("SIGN by sign-voucher", "SIGN by act", "VOID by act");
    }

    @Test
    void buttons_soften_four_eyes_where_the_door_does() {
        World small = World.open(
                CityRules.with(CityRules.overlay(
                        CityRules.CITY,
                        CityRules.change("access/smallAgencies", Tree.items(ImmutableList.of(Tree.text(ORGAN)))))),
                new InMemoryJournal());
        String both = "both" + ORGAN;
        done(small.ask(both, payment(room(small), "P1", 100)));
        done(small.act(both, World.request("P1"), PaymentAction.SUBMIT));
        assertThat(small.loop().allowed(World.request("P1"), both, rules(small)))
                .contains(new FiscalLoop.Allowed("APPROVE", "act"));
        assertThat(done(small.act(both, World.request("P1"), PaymentAction.APPROVE))
                        .warnings())
                .extracting(warning -> warning.code())
                .containsExactly("lifecycle.four-eyes");
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
        AdoptRulebook wrong = new AdoptRulebook(DIVISION, 2025, rules(world).fingerprint());
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
        assertThat(outcome.record().header().fingerprint())
                .isEqualTo(rules(world).fingerprint());
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
}
