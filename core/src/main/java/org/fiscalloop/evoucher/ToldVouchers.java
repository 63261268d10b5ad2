package org.fiscalloop.evoucher;

import static java.util.Objects.requireNonNull;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;

/**
 * Notices made of electronic vouchers that came (电子凭证生成通知). The id of a notice is type, year and number of its voucher, so
 * that a message that comes again is the same notice again.
 *
 * <p>Of a batch payment money comes back detail by detail: by 2252 or 3208 whose details have the numbers that the order gave
 * them (VoucherDetailNo), one notice for each.
 *
 * <p>Money that comes back is told by 2252 or 3208 when it happens and by 2302 when it is cleared: a place makes notices of
 * the ones or of the other, never of both.
 */
public final class ToldVouchers {
    private static final ImmutableList<String> TELLING =
            ImmutableList.of("5214, 5201, 8202 receipts", "2301, 2302 receipts", "2252", "3208", "3401");

    private ToldVouchers() {}

    /**
     * Whose notices they shall be.
     *
     * @param sender who tells them, such as the code of the bank or the treasury
     * @param division code of the division, whose first six digits the vouchers must have
     * @param refunds whose doing it is that money came back, which no voucher says
     */
    public record Receiver(String sender, DivisionCode division, RefundKind refunds) {}

    /**
     * The notices of a voucher, in order; refused where it tells nothing, is of another division, or repeats another order than
     * the payment voucher that was sent.
     *
     * @param reads where the payment voucher is found; a receipt of one that there is not is a notice all the same, and waits
     */
    public static Decision<ImmutableList<Notice>> of(EVoucher voucher, Receiver receiver, Reads reads) {
        String division = receiver.division().administrative();
        if (!voucher.division().equals(division)) {
            return Decision.refused(Refusal.of(
                    EVoucherReasons.OF_ANOTHER_DIVISION,
                    named(voucher)
                            .and("given", text(voucher.division()))
                            .and(Refusal.ALLOWED, texts(ImmutableList.of(division)))));
        }
        EVoucherContent content = voucher.body().content();
        boolean isReceipt = voucher.flag() == EVoucherFlag.RECEIPT;
        if (content instanceof EVoucherContent.PaymentOrder order && isReceipt) {
            return answer(voucher, order, receiver, reads);
        }
        if (voucher.isReturned()) {
            return nothing(voucher);
        }
        if (content instanceof EVoucherContent.Clearing clearing && isReceipt) {
            return voucher.type() == EVoucherType.CLEARING
                    ? clearing(voucher, clearing, receiver)
                    : clearedRefunds(voucher, clearing, receiver);
        }
        if (content instanceof EVoucherContent.Return returned) {
            return returned(voucher, returned, receiver, reads);
        }
        return content instanceof EVoucherContent.RevenueReport report
                ? report(voucher, report, receiver)
                : nothing(voucher);
    }

    private static Decision<ImmutableList<Notice>> nothing(EVoucher voucher) {
        return Decision.refused(Refusal.of(
                EVoucherReasons.NOTHING_TOLD,
                named(voucher)
                        .and("type", text(voucher.type().code()))
                        .and("flag", text(voucher.flag().code()))
                        .and(Refusal.ALLOWED, texts(TELLING))));
    }

    private static Facts named(EVoucher voucher) {
        return Facts.of("voucher", text(voucher.number()));
    }

    // ---- what the bank answers --------------------------------------------------------------------------------------

    private static Decision<ImmutableList<Notice>> answer(
            EVoucher voucher, EVoucherContent.PaymentOrder order, Receiver receiver, Reads reads) {
        Id<PaymentVoucher> id = PaymentVoucher.id(voucher.number());
        ImmutableList<Refusal> differing = reads.find(id)
                .map(sent -> differing(voucher, order, sent, reads))
                .orElse(ImmutableList.of());
        if (!differing.isEmpty()) {
            return new Decision.Refused<>(differing);
        }
        if (voucher.isReturned()) {
            return one(voucher, receiver, order.date(), new BankRejection(id, voucher.returnReason()));
        }
        Optional<EVoucherContent.PaymentOrder.Done> done = order.done();
        if (done.isEmpty() || !done.get().amount().isPositive()) {
            return nothing(voucher);
        }
        EVoucherContent.Account paid = done.get().payee();
        Payee payee = new Payee(paid.name(), paid.account(), paid.bank());
        return one(
                voucher,
                receiver,
                done.get().on(),
                new BankReceipt(
                        id, done.get().serial(), done.get().on(), done.get().amount(), payee));
    }

    /** A receipt repeats the order: whatever of it is there must be what was sent, detail by detail. */
    private static ImmutableList<Refusal> differing(
            EVoucher voucher, EVoucherContent.PaymentOrder order, PaymentVoucher sent, Reads reads) {
        VoucherTerms terms = sent.terms();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("StYear", Integer.toString(terms.fiscalYear()));
        expected.put("VouDate", EVoucherField.text(terms.date()));
        expected.put("FundTypeCode", terms.fund());
        expected.put("AgencyCode", terms.agency());
        expected.put("PayAcctNo", terms.payerAccount());
        expected.put("PayeeAcctNo", terms.payee().account());
        expected.put("PayeeAcctName", terms.payee().name());
        expected.put("PayeeAcctBankName", terms.payee().bank());
        ImmutableList.Builder<Refusal> differing = ImmutableList.builder();
        differing.addAll(differing(voucher, "", expected, order.body()::text));
        ImmutableMap<String, OrderedDetail> ordered = OrderedDetail.of(sent, reads);
        for (EVoucherContent.Detail detail : order.details()) {
            OrderedDetail known = ordered.get(number(detail));
            if (known != null) {
                String at = number(detail) + ".";
                differing.addAll(differing(
                        voucher, at, expected(known), name -> detail.fields().getOrDefault(name, "")));
                if (Fen.of(detail.amount()) != known.fen()) {
                    differing.add(
                            differs(voucher, at + "PayAmt", Fen.text(Fen.of(detail.amount())), Fen.text(known.fen())));
                }
            }
        }
        long given = Fen.of(order.amount());
        if (given != terms.fen()) {
            differing.add(differs(voucher, "PayAmt", Fen.text(given), Fen.text(terms.fen())));
        }
        return differing.build();
    }

    /** Whom a detail pays, and who the bank says it has paid. */
    private static ImmutableMap<String, String> expected(OrderedDetail ordered) {
        return ImmutableMap.of(
                "PayeeAcctNo", ordered.payee().account(),
                "PayeeAcctName", ordered.payee().name(),
                "PayeeAcctBankName", ordered.payee().bank(),
                "XPayeeAcctNo", ordered.payee().account());
    }

    private static ImmutableList<Refusal> differing(
            EVoucher voucher, String at, Map<String, String> expected, UnaryOperator<String> told) {
        return expected.entrySet().stream()
                .filter(field -> !told.apply(field.getKey()).isEmpty()
                        && !told.apply(field.getKey()).equals(field.getValue()))
                .map(field -> differs(voucher, at + field.getKey(), told.apply(field.getKey()), field.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The number of a detail on the order (VoucherDetailNo); blank if it is not told. */
    private static String number(EVoucherContent.Detail detail) {
        return detail.fields().getOrDefault("VoucherDetailNo", "");
    }

    private static Refusal differs(EVoucher voucher, String name, String given, String allowed) {
        return Refusal.of(
                EVoucherReasons.ORDER_DIFFERS,
                Facts.of("name", text(name))
                        .and("voucher", text(voucher.number()))
                        .and("given", text(given))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed))));
    }

    // ---- what the treasury clears -----------------------------------------------------------------------------------

    /** A payment of several functions stands in several details: together they are the voucher. */
    private static Decision<ImmutableList<Notice>> clearing(
            EVoucher voucher, EVoucherContent.Clearing clearing, Receiver receiver) {
        return amounts(voucher, clearing.details(), EVoucherContent.Detail::voucher, 1)
                .flatMap(byVoucher -> {
                    ImmutableList.Builder<ClearingLine> lines = ImmutableList.builder();
                    byVoucher.forEach(
                            (number, fen) -> lines.add(new ClearingLine(PaymentVoucher.id(number), Fen.money(fen))));
                    return one(
                            voucher,
                            receiver,
                            clearing.clearedOn().orElse(clearing.date()),
                            new TreasuryClearing(voucher.number(), lines.build()));
                });
    }

    /** What the bank gives back to the treasury, told as negative amounts or as positive ones. */
    private static Decision<ImmutableList<Notice>> clearedRefunds(
            EVoucher voucher, EVoucherContent.Clearing clearing, Receiver receiver) {
        int sign = clearing.amount().isNegative() ? -1 : 1;
        return amounts(voucher, clearing.details(), EVoucherContent.Detail::voucher, sign)
                .map(byVoucher -> {
                    LocalDate on = clearing.clearedOn().orElse(clearing.date());
                    ImmutableList.Builder<Notice> notices = ImmutableList.builder();
                    byVoucher.forEach((number, fen) -> notices.add(notice(
                            voucher,
                            receiver,
                            on,
                            number,
                            refund(number, voucher.number() + "/" + number, fen, receiver))));
                    return notices.build();
                });
    }

    private static Decision<ImmutableMap<String, Long>> amounts(
            EVoucher voucher,
            ImmutableList<EVoucherContent.Detail> details,
            Function<EVoucherContent.Detail, String> by,
            int sign) {
        for (EVoucherContent.Detail detail : details) {
            if (sign * Fen.of(detail.amount()) <= 0) {
                return Decision.refused(
                        notOneSign(voucher, detail.amount().getAmount().toPlainString(), sign));
            }
        }
        if (details.isEmpty()) {
            return Decision.refused(notOneSign(voucher, "0", sign));
        }
        return Decision.accepted(ImmutableMap.copyOf(Maps.transformValues(sums(details, by), fen -> sign * fen)));
    }

    /** What all details of one payment voucher add up to, in fen, in the order in which they name it first. */
    static ImmutableMap<String, Long> byVoucher(ImmutableList<EVoucherContent.Detail> details) {
        return sums(details, EVoucherContent.Detail::voucher);
    }

    private static ImmutableMap<String, Long> sums(
            ImmutableList<EVoucherContent.Detail> details, Function<EVoucherContent.Detail, String> by) {
        Map<String, Long> sums = new LinkedHashMap<>();
        details.forEach(detail -> sums.merge(by.apply(detail), Fen.of(detail.amount()), Fen::add));
        return ImmutableMap.copyOf(sums);
    }

    private static Refusal notOneSign(EVoucher voucher, String given, int sign) {
        return Refusal.of(
                EVoucherReasons.NOT_ONE_SIGN,
                named(voucher)
                        .and("given", text(given))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(sign > 0 ? "above zero" : "below zero"))));
    }

    // ---- what comes back, and what came in --------------------------------------------------------------------------

    private static Decision<ImmutableList<Notice>> returned(
            EVoucher voucher, EVoucherContent.Return returned, Receiver receiver, Reads reads) {
        long fen = Fen.of(returned.amount());
        if (fen == 0) {
            return Decision.refused(notOneSign(voucher, "0", 1));
        }
        ImmutableMap<String, OrderedDetail> ordered = reads.find(PaymentVoucher.id(returned.original()))
                .map(sent -> OrderedDetail.of(sent, reads))
                .orElse(ImmutableMap.of());
        boolean isOfBatch = !returned.details().isEmpty()
                && ordered.values().stream().anyMatch(detail -> detail.detail().isPresent())
                && returned.details().stream().allMatch(detail -> ordered.containsKey(number(detail)));
        return isOfBatch
                ? returned(voucher, returned, Long.signum(fen), ordered, receiver)
                : one(
                        voucher,
                        receiver,
                        returned.date(),
                        refund(returned.original(), voucher.number(), Math.abs(fen), receiver));
    }

    /** What comes back of a batch is told detail by detail, each as its order was numbered. */
    private static Decision<ImmutableList<Notice>> returned(
            EVoucher voucher,
            EVoucherContent.Return returned,
            int sign,
            ImmutableMap<String, OrderedDetail> ordered,
            Receiver receiver) {
        return amounts(voucher, returned.details(), ToldVouchers::number, sign).map(byNumber -> {
            ImmutableList.Builder<Notice> notices = ImmutableList.builder();
            byNumber.forEach((number, fen) -> {
                OrderedDetail of = requireNonNull(ordered.get(number));
                RefundNotice refund = new RefundNotice(
                        PaymentVoucher.id(returned.original()),
                        voucher.number() + "/" + number,
                        Fen.money(fen),
                        Optional.of(of.request()),
                        receiver.refunds(),
                        of.detail());
                notices.add(notice(voucher, receiver, returned.date(), number, refund));
            });
            return notices.build();
        });
    }

    private static RefundNotice refund(String original, String serial, long fen, Receiver receiver) {
        return new RefundNotice(
                PaymentVoucher.id(original), serial, Fen.money(fen), Optional.empty(), receiver.refunds());
    }

    /** Codes under which nothing moved on the day are left out: they say nothing of it. */
    private static Decision<ImmutableList<Notice>> report(
            EVoucher voucher, EVoucherContent.RevenueReport report, Receiver receiver) {
        ImmutableList<IncomeTerms.Line> lines = report.lines().stream()
                .filter(line -> !line.amount().isZero())
                .map(line -> new IncomeTerms.Line(line.income(), line.fund(), line.amount(), line.level()))
                .collect(ImmutableList.toImmutableList());
        return lines.isEmpty()
                ? nothing(voucher)
                : one(
                        voucher,
                        receiver,
                        report.on(),
                        new TreasuryDayReport(
                                IncomeReceipt.number(voucher.number()),
                                report.on(),
                                lines,
                                Optional.of(report.amount()),
                                Optional.empty()));
    }

    private static Decision<ImmutableList<Notice>> one(EVoucher voucher, Receiver receiver, LocalDate on, Body body) {
        return Decision.accepted(ImmutableList.of(notice(voucher, receiver, on, "", body)));
    }

    private static Notice notice(EVoucher voucher, Receiver receiver, LocalDate on, String part, Body body) {
        String id = voucher.type().code() + "-" + voucher.year() + "-" + voucher.number()
                + (part.isEmpty() ? "" : "/" + part);
        return new Notice(
                new InputId(receiver.sender(), id), receiver.division().value(), voucher.year(), on, body);
    }
}
