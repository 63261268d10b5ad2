package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;

/**
 * What a detail of an order pays (支付凭证明细): a request, or one detail of the payee list that it names.
 *
 * @param request the request
 * @param detail the number, from 1, of the detail of its payee list; none where it names no list
 * @param payee whom it pays
 * @param fen how much, in fen
 */
record OrderedDetail(Id<PaymentRequest> request, Optional<Integer> detail, Payee payee, long fen) {
    /** Its number on the order (VoucherDetailNo): that of the request, or of request and detail such as {@code R1/12}. */
    String number() {
        return request.value() + detail.map(listed -> "/" + listed).orElse("");
    }

    /** The details of the order of a voucher by their numbers; a number of two details tells neither. */
    static ImmutableMap<String, OrderedDetail> of(PaymentVoucher voucher, Reads reads) {
        ImmutableListMultimap<String, OrderedDetail> byNumber = voucher.terms().lines().stream()
                .flatMap(line -> of(voucher, line, reads))
                .collect(ImmutableListMultimap.toImmutableListMultimap(OrderedDetail::number, detail -> detail));
        return byNumber.asMap().values().stream()
                .filter(alike -> alike.size() == 1)
                .flatMap(alike -> alike.stream())
                .collect(ImmutableMap.toImmutableMap(OrderedDetail::number, detail -> detail));
    }

    private static Stream<OrderedDetail> of(PaymentVoucher voucher, VoucherTerms.Line line, Reads reads) {
        Optional<PayeeList> list = reads.find(line.request())
                .flatMap(request -> request.terms().payees())
                .flatMap(reads::find);
        if (list.isEmpty()) {
            return Stream.of(new OrderedDetail(
                    line.request(), Optional.empty(), voucher.terms().payee(), Fen.of(line.amount())));
        }
        ImmutableList<PayeeDetail> details = list.orElseThrow().terms().details();
        return IntStream.range(0, details.size()).mapToObj(i -> of(line.request(), i + 1, details.get(i)));
    }

    private static OrderedDetail of(Id<PaymentRequest> request, int number, PayeeDetail listed) {
        return new OrderedDetail(
                request, Optional.of(number), new Payee(listed.name(), listed.account(), listed.bank()), listed.fen());
    }
}
