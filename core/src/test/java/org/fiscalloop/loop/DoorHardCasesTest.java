package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.DoorFixtures.receipt;
import static org.fiscalloop.loop.DoorFixtures.room;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.EvidenceStep;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.RegisterCommands.ChangeAgency;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways around the door that lead nowhere. */
class DoorHardCasesTest {
    private static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());

    private final InMemoryJournal journal = new InMemoryJournal();
    private final World world = World.open(RULES, journal);
    private final DoorFixtures.Room room = room(world);

    @Test
    void what_is_of_one_year_is_not_moved_by_the_rules_of_another() {
        var next = RULES.at(World.DIVISION, YEAR + 1, World.DAY).orElseThrow();
        done(ask("admin", YEAR + 1, new AdoptRulebook(World.DIVISION, YEAR + 1, next.fingerprint())));
        done(world.ask(CLERK, payment(room, "P1", 100)));
        Act submit = Act.of(World.request("P1"), PaymentAction.SUBMIT);

        assertThat(codes(ask(CLERK, YEAR + 1, submit))).containsExactly("loop.filled-in-elsewhere");
        done(ask(CLERK, YEAR, submit));
    }

    @Test
    void a_division_that_no_table_knows_is_named() {
        Act any = Act.of(World.request("P1"), PaymentAction.SUBMIT);
        Outcome refused =
                world.loop().ask(new Command(new InputId("x", "1"), CLERK, "440305000", YEAR, World.DAY, any));
        assertThat(codes(refused)).containsExactly("loop.unknown-division");
        assertThat(refused.refusals().get(0).text()).contains("440305000");
        Outcome listed = world.loop()
                .tell(new Notice(
                        new InputId("x", "1"), "440305000", YEAR, World.DAY, receipt(World.voucher("V1"), "S", 1)));
        assertThat(codes(listed)).containsExactly("loop.unknown-division");
        assertThat(world.loop().verify()).isEmpty();
    }

    private Outcome ask(String actor, int year, org.fiscalloop.flow.Body body) {
        return world.loop()
                .ask(new Command(new InputId("years", actor + year), actor, World.DIVISION, year, World.DAY, body));
    }

    @Test
    void E13_who_made_a_document_does_not_tell_either_that_others_approved_it() {
        String both = "both" + ORGAN;
        done(world.ask(both, payment(room, "P1", 100)));
        done(world.act(both, World.request("P1"), PaymentAction.SUBMIT));
        Act told = new Act(
                World.request("P1"),
                "APPROVE",
                "",
                Optional.of(
                        new Evidence(ImmutableList.of(new EvidenceStep("unit-review", "head" + ORGAN, World.DAY)))));

        assertThat(codes(world.ask(both, told))).containsExactly("lifecycle.four-eyes");
        done(world.ask("head" + ORGAN, told));
    }

    @ParameterizedTest
    @ValueSource(strings = {Elements.PROJECT, Elements.FUND, Elements.FUNCTION, Elements.GOVERNMENT_ECONOMIC})
    void R4_no_place_cuts_what_a_standard_element_hands_on(String element) {
        Decision<RuleTimeline> decision = RULES.with(CityRules.overlay(
                CityRules.CITY,
                CityRules.change("masterdata/elements/declarations/" + element + "/inherited", Tree.text("false"))));

        assertThat(decision.refusals()).extracting(Refusal::code).containsExactly("rulebook.locked");
    }

    @Test
    void a_loop_that_stopped_between_a_move_and_the_notice_that_waited_for_it_books_it_when_it_is_opened() {
        var request = world.approved("R1", room.allotment(), room.elements(), 100);
        assertThat(world.receipt(World.voucher("V1"), 100).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        world.sent("V1", ORGAN, ImmutableList.of(request));
        InMemoryJournal cut = new InMemoryJournal();
        for (long i = 0; i < journal.size() - 1; i++) {
            cut.append(ImmutableList.of(journal.read(i)));
        }

        FiscalLoop again = FiscalLoop.open(cut, RULES);

        assertThat(again.find(World.voucher("V1")).orElseThrow().state()).isEqualTo(VoucherState.PAID);
        assertThat(again.hash()).isEqualTo(world.loop().hash());
        assertThat(again.digest()).isEqualTo(world.loop().digest());
    }

    @Test
    void a_notice_is_listed_although_another_one_came_under_the_id_that_stands_for_it() {
        var voucher = DoorFixtures.sent(world, room, "1", 100);
        done(world.loop().tell(world.notice("k", new BankAcceptance(voucher))));
        var paid = world.notice("k", receipt(voucher, "S9", 100));
        done(world.tell("k~" + LoopFlow.digest(paid), new BankAcceptance(voucher)));

        Outcome outcome = world.loop().tell(paid);

        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(outcome.isRepeat()).isFalse();
        assertThat(world.loop().tell(paid).isRepeat()).isTrue();
        assertThat(world.loop().moving(NoticeCase.KIND)).hasSize(1);
    }

    @Test
    void commands_and_notices_of_one_sender_are_numbered_apart() {
        var voucher = DoorFixtures.sent(world, room, "1", 100);
        var key = new InputId("bank", "k");
        var refused =
                world.loop().ask(new Command(key, "nobody", World.DIVISION, YEAR, World.DAY, payment(room, "P9", 100)));
        assertThat(codes(refused)).containsExactly("access.unknown-actor");

        Outcome told = world.tell("k", receipt(voucher, "S1", 100));

        assertThat(told.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(told.isRepeat()).isFalse();
        assertThat(world.loop()
                        .ask(new Command(key, "nobody", World.DIVISION, YEAR, World.DAY, payment(room, "P9", 100))))
                .isEqualTo(new Outcome(
                        refused.record(), refused.position(), true, ImmutableList.of(), ImmutableList.of()));
        assertThat(world.tell("k", receipt(voucher, "S1", 100)).position()).isEqualTo(told.position());
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void what_the_loop_matches_again_takes_no_notice_s_id() {
        var request = world.approved("R1", room.allotment(), room.elements(), 100);
        assertThat(world.tell("k", receipt(World.voucher("V1"), "S1", 100)).result())
                .isEqualTo(JournalRecord.Outcome.PARKED);
        world.sent("V1", ORGAN, ImmutableList.of(request));
        var other = DoorFixtures.sent(world, room, "2", 100);

        assertThat(world.tell("bank/k@2", receipt(other, "S2", 100)).result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(world.loop().trace(World.voucher("V1")))
                .extracting(traced -> traced.record().header().outcome())
                .endsWith(JournalRecord.Outcome.MATCHED);
    }

    @Test
    void E8_a_refund_takes_back_what_was_booked_whatever_became_of_the_agency() {
        var voucher = DoorFixtures.sent(world, room, "1", 100);
        var paid = done(world.receipt(voucher, 100));
        done(world.ask(
                "finance",
                new ChangeAgency(ImmutableAgencyTerms.builder()
                        .division(World.DIVISION)
                        .fiscalYear(YEAR)
                        .code(new AgencyCode(ORGAN))
                        .name("改制")
                        .kind(AgencyKind.INSTITUTION)
                        .parent(new AgencyCode("105"))
                        .build())));

        var back = done(world.refund("S1", voucher, 100));

        assertThat(accounts(back, Side.CREDIT)).containsAll(accounts(paid, Side.DEBIT));
        assertThat(back.events()).hasSize(1);
    }

    private static ImmutableSet<String> accounts(Outcome outcome, Side side) {
        return outcome.entries().stream()
                .filter(entry -> entry.ledger().equals(Ledgers.AGENCY))
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.side() == side)
                .map(line -> line.account().toString())
                .collect(ImmutableSet.toImmutableSet());
    }

    @Test
    void E8_another_refund_under_a_known_number_is_listed() {
        var first = world.approved("R1", room.allotment(), room.elements(), 100);
        var second = world.approved("R2", room.allotment(), room.elements(), 200);
        var voucher = world.sent("V1", ORGAN, ImmutableList.of(first, second));
        done(world.receipt(voucher, 300));
        RefundNotice back = new RefundNotice(voucher, "S1", Fen.money(50), Optional.of(first), RefundKind.PASSIVE);
        done(world.tell("k1", back));

        Outcome other = world.tell(
                "k2", new RefundNotice(voucher, "S1", Fen.money(50), Optional.of(second), RefundKind.PASSIVE));

        assertThat(codes(other)).containsExactly("payment.refund-differs");
        assertThat(other.refusals().get(0).text()).contains("0.50 PASSIVE R2", "0.50 PASSIVE R1");
        assertThat(codes(world.tell(
                        "k3", new RefundNotice(voucher, "S1", Fen.money(50), Optional.of(first), RefundKind.ACTIVE))))
                .containsExactly("payment.refund-differs");
        assertThat(world.tell("k4", back).result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(world.loop().find(voucher).orElseThrow().terms().refunds()).hasSize(1);
    }
}
