package org.fiscalloop.payment;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.monitoring.MonitoredPayment;
import org.fiscalloop.signature.SignedContent;
import org.joda.money.Money;

/** A payment voucher (国库集中支付凭证): the order to the agent bank to pay approved requests. */
public final class PaymentVoucher extends FlowDocument<VoucherTerms, VoucherState> {
    /** The kind of document; the value of an id is its number (PAY_CERT_NO 支付凭证号). */
    public static final DocumentKind<PaymentVoucher> KIND = new DocumentKind<>("payment-voucher", PaymentVoucher.class);

    /** The form of what is signed, before its number. None ever changes: whatever is signed in another form has another name. */
    private static final String CONTENT = "payment-voucher-order/";

    private static final ImmutableSet<VoucherState> PAID = Sets.immutableEnumSet(
            VoucherState.PAID, VoucherState.CLEARED, VoucherState.PAID_OUT, VoucherState.REFUNDED);

    /** Where every book has what was paid, so that it can be corrected in all, or could before it came back. */
    private static final ImmutableSet<VoucherState> CORRECTED =
            Sets.immutableEnumSet(VoucherState.CLEARED, VoucherState.PAID_OUT, VoucherState.REFUNDED);

    /**
     * A voucher that has its receipt where it is paid, and only there.
     *
     * @throws IllegalArgumentException if it is paid without a receipt, cleared without a clearing, has one of them before, has
     *     a clearing though its channel knows none, or is corrected before it is cleared or paid out
     */
    PaymentVoucher(Id<PaymentVoucher> id, VoucherTerms terms, Standing<VoucherState> standing, Trail trail) {
        super(id, terms, standing, trail);
        boolean isPaid = PAID.contains(standing.state());
        checkArgument(
                terms.receipt().isPresent() == isPaid,
                "%s is %s: its receipt is %s",
                id,
                standing.state(),
                terms.receipt());
        checkArgument(
                terms.clearing().isPresent()
                        ? isPaid && terms.channel().isCleared()
                        : standing.state() != VoucherState.CLEARED,
                "%s is %s: its clearing is %s",
                id,
                standing.state(),
                terms.clearing());
        checkArgument(
                terms.corrections().isEmpty() || CORRECTED.contains(standing.state()),
                "%s is %s: it cannot have been corrected",
                id,
                standing.state());
    }

    /**
     * What of it is signed and stamped (签名原文): its number and the order, not what bank and treasury have told since. As
     * long as the order is the same, so are the bytes, in every machine. Of the payee lists that it pays it has the digests
     * of their details.
     */
    public SignedContent content() {
        int form = terms().orderForm();
        return new SignedContent(
                CONTENT + form, (form == 1 ? PaymentShapes.FIRST_ORDER : PaymentShapes.ORDER).encode(Order.of(this)));
    }

    /** All that monitoring has found about it when it was paid, open or closed, in order. */
    public ImmutableList<Alert> alerts(Reads reads) {
        return Alert.about(Moment.RECEIPT, this, reads);
    }

    /** What monitoring is asked about when the bank has paid it. */
    MonitoredPayment monitored(VoucherTerms.Receipt receipt) {
        return receipt.payee()
                .monitored(Moment.RECEIPT, id(), terms(), receipt.paidOn(), receipt.amount(), terms().payerAccount());
    }

    /** The id of the voucher with this number. */
    public static Id<PaymentVoucher> id(String number) {
        return new Id<>(KIND, number);
    }

    /**
     * The order that a voucher gives (支付指令), which is what its signature covers.
     *
     * @param voucher the voucher
     * @param division code of the division (财政区划)
     * @param agency code of the agency
     * @param fiscalYear the fiscal year
     * @param fund fund (资金性质)
     * @param lines what it pays, in order
     * @param payerAccount number of the account paid from (付款账户)
     * @param payee who is paid (收款人)
     * @param date the day on which it was made (VOU_DATE 凭证日期)
     * @param payType kind of payment (PAY_TYPE_CODE 支付方式); 1 in the first form, which does not tell it
     */
    public record Order(
            Id<PaymentVoucher> voucher,
            String division,
            String agency,
            int fiscalYear,
            String fund,
            ImmutableList<OrderLine> lines,
            String payerAccount,
            PaymentTerms.Payee payee,
            LocalDate date,
            String payType) {
        static Order of(PaymentVoucher voucher) {
            VoucherTerms terms = voucher.terms();
            return new Order(
                    PaymentVoucher.id(voucher.id().value()),
                    terms.division(),
                    terms.agency(),
                    terms.fiscalYear(),
                    terms.fund(),
                    terms.lines().stream()
                            .map(line -> new OrderLine(line.request(), line.allotment(), line.amount(), line.listed()))
                            .collect(ImmutableList.toImmutableList()),
                    terms.payerAccount(),
                    terms.payee(),
                    terms.date(),
                    terms.payType());
        }
    }

    /**
     * What an order pays of one request.
     *
     * @param request the request
     * @param allotment the allotment it is paid from
     * @param amount in yuan
     * @param listed the payee list whose details it pays, with their digest; none in the first form, which does not tell it
     */
    public record OrderLine(
            Id<PaymentRequest> request, Id<Allotment> allotment, Money amount, Optional<VoucherTerms.Listed> listed) {}
}
