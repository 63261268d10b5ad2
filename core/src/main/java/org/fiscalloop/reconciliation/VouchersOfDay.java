package org.fiscalloop.reconciliation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.RecordCursor;
import org.fiscalloop.payment.PaymentVoucher;

/**
 * The vouchers that a loop has for a reconciliation (对账范围). It reads records, so it is for people and never for a decision;
 * a host that has tables of its own asks them by day instead.
 */
public final class VouchersOfDay {
    private VouchersOfDay() {}

    /**
     * All vouchers of a division that have moved since a record, and those that still move, as they are now, by number.
     *
     * @param from the position of the first record that is read: of any before which every voucher that rests now had come to
     *     rest already, 0 for all
     */
    public static ImmutableList<PaymentVoucher> of(FiscalLoop loop, String division, long from) {
        Set<String> numbers = new TreeSet<>();
        loop.moving(PaymentVoucher.KIND)
                .forEach(voucher -> numbers.add(voucher.id().value()));
        try (RecordCursor records = loop.records(from)) {
            records.forEachRemaining(traced -> traced.record().moves().stream()
                    .map(LinkedMove::move)
                    .filter(move -> move.document().kind().equals(PaymentVoucher.KIND))
                    .forEach(move -> numbers.add(move.document().value())));
        }
        return numbers.stream()
                .map(number -> loop.find(PaymentVoucher.id(number)))
                .flatMap(Optional::stream)
                .filter(voucher -> voucher.division().equals(division))
                .collect(ImmutableList.toImmutableList());
    }
}
