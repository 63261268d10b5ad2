package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.receipt;
import static org.fiscalloop.loop.DoorFixtures.room;
import static org.fiscalloop.loop.DoorFixtures.sent;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.DoorFixtures.Room;
import org.fiscalloop.payment.PaymentRequest;
import org.junit.jupiter.api.Test;

/** What a host sees of notices that wait or are listed. */
class NoticeCasesTest {
    private final World world = World.open();

    private ImmutableList<NoticeState> states(InputId notice) {
        return world.loop().cases(notice).stream().map(NoticeCase::state).collect(ImmutableList.toImmutableList());
    }

    @Test
    void a_notice_told_again_gets_its_first_outcome_and_its_case_says_how_it_stands_now() {
        Room room = room(world);
        Outcome early = world.loop().tell(world.notice("K1", receipt(World.voucher("V1"), "S1", 700)));
        assertThat(states(early.input())).containsExactly(NoticeState.PARKED);
        sent(world, room, "1", 700);
        Outcome again = world.loop().tell(world.notice("K1", receipt(World.voucher("V1"), "S1", 700)));
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(states(again.input())).containsExactly(NoticeState.BOOKED);
    }

    @Test
    void a_notice_booked_at_once_and_one_never_told_have_no_case() {
        sent(world, room(world), "1", 700);
        Outcome booked = world.receipt(World.voucher("V1"), 700);
        done(booked);
        assertThat(states(booked.input())).isEmpty();
        assertThat(states(new InputId("bank", "never"))).isEmpty();
    }

    @Test
    void a_notice_told_with_another_content_is_found_under_the_id_of_its_outcome() {
        Outcome first = world.loop().tell(world.notice("K1", receipt(World.voucher("V1"), "S1", 700)));
        Outcome other = world.loop().tell(world.notice("K1", receipt(World.voucher("V1"), "S1", 701)));
        assertThat(states(first.input())).containsExactly(NoticeState.PARKED);
        assertThat(states(other.input())).containsExactly(NoticeState.LISTED);
    }

    @Test
    void all_that_waits_or_is_listed_is_given_by_id_whatever_came_first() {
        ImmutableList<String> keys = ImmutableList.of("K3", "K1", "K2");
        keys.forEach(key -> world.loop().tell(world.notice(key, receipt(World.voucher("V" + key), "S" + key, 1))));
        World other = World.open();
        Lists.reverse(keys)
                .forEach(key -> other.loop().tell(world.notice(key, receipt(World.voucher("V" + key), "S" + key, 1))));
        assertThat(open(world)).hasSize(keys.size()).isSorted().isEqualTo(open(other));
    }

    @Test
    void what_is_booked_or_resolved_is_open_no_longer() {
        Room room = room(world);
        world.receipt(World.voucher("V1"), 700);
        Outcome never = world.loop().tell(world.notice("K9", receipt(World.voucher("V9"), "S9", 1)));
        assertThat(open(world)).hasSize(2);
        sent(world, room, "1", 700);
        done(world.act("finance", NoticeCase.id(never.input(), 0), NoticeAction.RESOLVE));
        assertThat(open(world)).isEmpty();
    }

    @Test
    void documents_of_other_kinds_are_given_while_they_move() {
        Room room = room(world);
        world.approved("R1", room.allotment(), room.elements(), 700);
        assertThat(world.loop().moving(PaymentRequest.KIND)).hasSize(1);
        assertThat(world.loop().moving(BudgetLine.KIND)).isEmpty();
    }

    private static List<String> open(World world) {
        return world.loop().moving(NoticeCase.KIND).stream()
                .map(notice -> notice.id().value())
                .toList();
    }
}
