package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.command;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.DoorFixtures.room;
import static org.fiscalloop.loop.DoorFixtures.rules;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.JournalClosedException;
import org.fiscalloop.journal.StoredRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.loop.DoorFixtures.Room;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** The loop and its journal: failures, callers at once, looking back, and a host's way back in. */
class LoopJournalTest {
    private final World world = World.open();

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
                        .balance(AllotmentMeasure.AVAILABLE, Dimensions.of(Dimensions.ALLOTMENT, "A1"), rules(world)))
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
                rules(world));
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
                    .isThrownBy(() ->
                            PaymentFlow.REQUEST.restore(World.request("P1"), request.terms(), broken, rules(world)));
        }
    }
}
