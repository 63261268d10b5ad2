package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.command;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.DoorFixtures.receipt;
import static org.fiscalloop.loop.DoorFixtures.room;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.MatchAgain;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no input at all does not come through the door, and leaves everything as it was. */
@SuppressWarnings("NullAway") // null is what is tested
class NoInputTest {
    private static final InputId ID = new InputId("door", "1");
    private static final Act ACT = new Act(World.request("P1"), "SUBMIT", "", Optional.empty());

    private final World world = World.open();

    /** A body that no package registers. */
    private record Unheard(Id<PaymentRequest> document) implements Body {}

    private void assertKeptOut(Consumer<FiscalLoop> told, String why) {
        Bytes before = world.loop().digest();
        long size = world.loop().size();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told.accept(world.loop()))
                .withMessageContaining(why);
        assertThat(world.loop().digest()).isEqualTo(before);
        assertThat(world.loop().size()).isEqualTo(size);
    }

    private void assertKeptOut(Input input, String why) {
        if (input instanceof Command command) {
            assertKeptOut(loop -> loop.ask(command), why);
            assertKeptOut(loop -> loop.dryRun(command), why);
        } else {
            assertKeptOut(loop -> loop.tell((Notice) input), why);
        }
        Host host = new Host(world.loop().rules());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.take(input, host, world.loop().rules()))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "31010700", "3101070000", "31010700x", "３１０１０７０００"})
    void a_division_has_nine_digits(String division) {
        if (division == null) {
            assertThatNullPointerException()
                    .isThrownBy(() -> new Command(ID, CLERK, division, YEAR, DAY, ACT))
                    .withMessage("division");
            return;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command(ID, CLERK, division, YEAR, DAY, ACT))
                .withMessageContaining("division must be 9 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notice(ID, division, YEAR, DAY, receipt(World.voucher("V1"), "S1", 1)))
                .withMessageContaining("division must be 9 digits");
    }

    @Test
    void every_part_of_an_input_is_there() {
        for (Runnable missing : ImmutableList.<Runnable>of(
                () -> new Command(null, CLERK, DIVISION, YEAR, DAY, ACT),
                () -> new Command(ID, null, DIVISION, YEAR, DAY, ACT),
                () -> new Command(ID, CLERK, DIVISION, YEAR, null, ACT),
                () -> new Command(ID, CLERK, DIVISION, YEAR, DAY, null),
                () -> new Notice(ID, null, YEAR, DAY, ACT),
                () -> new InputId(null, "1"),
                () -> new InputId("door", null),
                () -> new Act(World.request("P1"), null, "", Optional.empty()))) {
            assertThatNullPointerException()
                    .isThrownBy(missing::run)
                    .withMessageMatching("id|actor|on|body|division|sender|input id|action");
        }
    }

    @Test
    void names_are_text_that_can_be_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command(ID, "a\ud800", DIVISION, YEAR, DAY, ACT))
                .withMessageContaining("actor");
        assertThatIllegalArgumentException().isThrownBy(() -> new InputId("\udc00", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new InputId("door", "\ud83d"));
        assertThat(new InputId("door", "\ud83d\ude00").value()).hasSize(2);
    }

    @Test
    void a_date_has_a_year_of_four_digits() {
        for (LocalDate never : ImmutableList.of(LocalDate.MAX, LocalDate.MIN, LocalDate.of(10_000, 1, 1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Command(ID, CLERK, DIVISION, YEAR, never, ACT));
        }
    }

    @Test
    void a_command_does_not_tell_and_a_notice_does_not_ask() {
        assertKeptOut(command("1", CLERK, receipt(World.voucher("V1"), "S1", 100)), "BankReceipt");
        assertKeptOut(world.notice("1", ACT), "Act");
        assertKeptOut(world.notice("1", payment(room(world), "P1", 100)), "CreatePayment");
        Id<NoticeCase> parked =
                NoticeCase.id(world.receipt(World.voucher("V1"), 700).input(), 0);
        assertKeptOut(world.notice("2", new MatchAgain(parked)), "MatchAgain");
        assertKeptOut(command("1", CLERK, new Unheard(World.request("P1"))), "Unheard");
        assertKeptOut(world.notice("1", new Unheard(World.request("P1"))), "Unheard");
    }

    @Test
    void what_cannot_be_written_is_kept_out() {
        assertKeptOut(command("1", CLERK, new CreatePayment(World.request("P1"), null)), "door/1 cannot be written");
        assertKeptOut(
                command("1", CLERK, new Act(World.request("P1"), "SUBMIT", "\ud800", Optional.empty())),
                "door/1 cannot be written");
        assertKeptOut(
                world.notice(
                        "1",
                        new BankReceipt(
                                World.voucher("V1"),
                                "\udfff",
                                DAY,
                                receipt(World.voucher("V1"), "S1", 1).amount(),
                                World.PAYEE)),
                "cannot be written");
        assertKeptOut(
                world.notice(
                        "1",
                        new BankReceipt(
                                World.voucher("V1"),
                                "S1",
                                LocalDate.MAX,
                                receipt(World.voucher("V1"), "S1", 1).amount(),
                                World.PAYEE)),
                "cannot be written");
        done(world.loop().ask(command("1", CLERK, payment(room(world), "P1", 100))));
    }
}
