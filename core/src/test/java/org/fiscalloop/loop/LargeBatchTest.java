package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Batches.TO_PERSONS;
import static org.fiscalloop.loop.Batches.detail;
import static org.fiscalloop.loop.Batches.list;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeDetail.Beneficiary;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListAction;
import org.fiscalloop.payees.PayeesCommands.CreatePayeeList;
import org.fiscalloop.payees.PayeesMeasure;
import org.fiscalloop.payment.PaymentVoucher;
import org.junit.jupiter.api.Test;

/** A list of twenty thousand details is one document, one record and a handful of entries. */
class LargeBatchTest {
    private static final int DETAILS = 20_000;

    /** What a detail may take of the journal: name, account, bank, amount, beneficiary and where it lives. */
    private static final int BYTES = 160;

    private static final int FEW = 1_000;

    @Test
    void it_is_recorded_once_paid_by_a_handful_of_entries_and_comes_back_detail_by_detail() {
        InMemoryJournal journal = new InMemoryJournal();
        World world = World.open(Walk.RULES, journal);
        DoorFixtures.Room room = DoorFixtures.room(world);
        ImmutableList<PayeeDetail> details = IntStream.rangeClosed(1, DETAILS)
                .mapToObj(number -> detail(number, 4)
                        .withBeneficiary(person(number))
                        .withTown("莲前街道")
                        .withVillage("洪文社区")
                        .withFamily("350203-" + number))
                .collect(ImmutableList.toImmutableList());
        Id<PayeeList> list = PayeeList.id("PL-1");
        String clerk = "clerk" + ORGAN;

        done(world.ask(clerk, new CreatePayeeList(list, list(ORGAN, TO_PERSONS, details))));
        assertThat(last(journal)).isLessThan(DETAILS * BYTES);
        done(world.act(clerk, list, PayeeListAction.SUBMIT));
        done(world.act("head" + ORGAN, list, PayeeListAction.APPROVE));
        assertThat(last(journal)).isLessThan(FEW);
        Id<PaymentVoucher> voucher = Batches.sent(world, room, "1", list);
        Outcome paid = done(world.receipt(voucher, 4L * DETAILS));
        assertThat(paid.entries()).hasSizeLessThan(12);

        done(Batches.failed(world, voucher, "T1", DETAILS, 4));

        World again = World.open(Walk.RULES, journal);
        assertThat(Batches.balance(again, PayeesMeasure.RETURNED, "PL-1/" + DETAILS))
                .isEqualTo(4);
        assertThat(Batches.failed(again, voucher, "T2", DETAILS, 1).isDone()).isFalse();
        assertThat(again.loop().find(list).orElseThrow().terms().details()).isEqualTo(details);
    }

    /** Somebody whose number no other has. */
    private static Beneficiary person(int number) {
        String digits = String.format(Locale.ROOT, "110105%d0101%03d", 1950 + number / 1_000, number % 1_000);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum = (sum + digits.charAt(i) - '0') * 2 % 11;
        }
        return new Beneficiary(Beneficiary.Kind.PERSON, "居民" + number, digits + "10X98765432".charAt(sum));
    }

    /** How many bytes the last record takes. */
    private static int last(InMemoryJournal journal) {
        return journal.read(journal.size() - 1).bytes().length();
    }
}
