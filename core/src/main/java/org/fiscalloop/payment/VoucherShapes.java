package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.monitoring.Examined;
import org.fiscalloop.monitoring.MonitoringShapes;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.SignVoucher;
import org.fiscalloop.payment.PaymentCommands.StampVoucher;
import org.fiscalloop.payment.PaymentEvents.VoucherCleared;
import org.fiscalloop.payment.PaymentEvents.VoucherCreated;
import org.fiscalloop.payment.PaymentEvents.VoucherPaid;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.fiscalloop.payment.PaymentEvents.VoucherSigned;
import org.fiscalloop.payment.PaymentEvents.VoucherVoided;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.payment.VoucherTerms.Booking;
import org.fiscalloop.payment.VoucherTerms.Clearing;
import org.fiscalloop.payment.VoucherTerms.Line;
import org.fiscalloop.payment.VoucherTerms.Listed;
import org.fiscalloop.payment.VoucherTerms.Part;
import org.fiscalloop.payment.VoucherTerms.Receipt;
import org.fiscalloop.payment.VoucherTerms.Refund;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.signature.ContentDigest;
import org.fiscalloop.signature.SignatureEvidence;
import org.fiscalloop.signature.SignatureTypes;
import org.joda.money.Money;

/** The forms of vouchers and of what bank and treasury tell about them. */
final class VoucherShapes {
    private static final int FIRST = 0x58;

    static final Type<Id<Allotment>> ALLOTMENT = KernelTypes.id(Allotment.KIND);
    private static final Type<Optional<Id<Allotment>>> NAMED = Type.optional(ALLOTMENT);
    static final Type<Id<PaymentRequest>> REQUEST = KernelTypes.id(PaymentRequest.KIND);
    static final Type<Move> MOVE = KernelTypes.move(
            KernelTypes.idOf(PaymentRequest.KIND, PaymentVoucher.KIND, PayeeList.KIND, CollectionDemand.KIND));
    static final Type<Payee> PAYEE = Type.shared(Payee.class, Type.nested(payee()));
    static final Type<Id<PaymentVoucher>> VOUCHER = KernelTypes.id(PaymentVoucher.KIND);
    private static final Type<ImmutableList<Move>> MOVES = Type.list(MOVE);
    private static final Type<Receipt> RECEIVED = Type.nested(received());
    private static final Type<Clearing> CLEARED_BY = Type.nested(clearedBy());
    private static final Type<Optional<SignatureEvidence>> SIGNATURE = Type.optional(SignatureTypes.EVIDENCE);
    private static final Type<Refund> RETURNED = Type.nested(returned());

    /** A payee list with the digest of its details. */
    static final Type<Optional<Listed>> LISTED = Type.optional(Type.nested(listed()));

    static final Type<Part> PART = Type.nested(part());

    static final Shape<VoucherTerms> TERMS = terms();
    static final Shape<CreateVoucher> CREATE = create();
    static final Shape<SignVoucher> SIGN = sign();
    static final Shape<StampVoucher> STAMP = stamp();
    static final Shape<VoucherSigned> SIGNED = signed();
    static final Shape<BankAcceptance> ACCEPTANCE = acceptance();
    static final Shape<BankRejection> REJECTION = rejection();
    static final Shape<BankReceipt> RECEIPT = receipt();
    static final Shape<TreasuryClearing> CLEARING = clearing();
    static final Shape<RefundNotice> REFUND = refund();
    static final Shape<VoucherCreated> CREATED = created();
    static final Shape<VoucherVoided> VOIDED = voided();
    static final Shape<VoucherPaid> PAID = paid();
    static final Shape<VoucherCleared> CLEARED = cleared();
    static final Shape<VoucherRefunded> REFUNDED = refunded();

    private VoucherShapes() {}

    private static Shape<VoucherTerms> terms() {
        Field<VoucherTerms, String> division = Field.of("division", Type.text(), VoucherTerms::division);
        Field<VoucherTerms, String> agency = Field.of("agency", Type.text(), VoucherTerms::agency);
        Field<VoucherTerms, Integer> year = Field.ofInt("fiscalYear", VoucherTerms::fiscalYear);
        Field<VoucherTerms, String> fund = Field.of("fund", Type.text(), VoucherTerms::fund);
        Field<VoucherTerms, ImmutableList<Line>> lines =
                Field.of("lines", Type.list(Type.nested(line())), VoucherTerms::lines);
        Field<VoucherTerms, String> payer = Field.of("payerAccount", Type.text(), VoucherTerms::payerAccount);
        Field<VoucherTerms, Payee> payee = Field.of("payee", PAYEE, VoucherTerms::payee);
        Field<VoucherTerms, LocalDate> date = Field.of("date", Type.date(), VoucherTerms::date);
        Field<VoucherTerms, Optional<Receipt>> receipt =
                Field.of("receipt", Type.optional(RECEIVED), VoucherTerms::receipt);
        Field<VoucherTerms, Optional<Clearing>> clearing =
                Field.of("clearing", Type.optional(CLEARED_BY), VoucherTerms::clearing);
        Field<VoucherTerms, ImmutableList<Refund>> refunds =
                Field.of("refunds", Type.list(RETURNED), VoucherTerms::refunds);
        Field<VoucherTerms, Optional<SignatureEvidence>> signature =
                Field.of("signature", SIGNATURE, VoucherTerms::signature).since(2, Optional.empty());
        Field<VoucherTerms, Optional<SignatureEvidence>> stamp =
                Field.of("stamp", SIGNATURE, VoucherTerms::stamp).since(2, Optional.empty());
        Field<VoucherTerms, ImmutableList<Part>> corrections = Field.of(
                        "corrections", Type.list(PART), VoucherTerms::corrections)
                .since(3, ImmutableList.of());
        Field<VoucherTerms, String> payType =
                Field.of("payType", Type.text(), VoucherTerms::payType).since(4, PaymentKind.TREASURY);
        Field<VoucherTerms, String> orderType =
                Field.of("orderType", Type.text(), VoucherTerms::orderType).since(4, PaymentKind.TREASURY_ORDER);
        Field<VoucherTerms, Integer> form =
                Field.of("orderForm", Type.int32(), VoucherTerms::orderForm).since(4, 1);
        return Shape.of(FIRST, "voucher-terms", VoucherTerms.class)
                .fields(division, agency, year, fund, lines, payer, payee, date, receipt, clearing, refunds)
                .fields(signature, stamp, corrections, payType, orderType, form)
                .maker(v -> ImmutableVoucherTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .fund(v.get(fund))
                        .lines(v.get(lines))
                        .payerAccount(v.get(payer))
                        .payee(v.get(payee))
                        .date(v.get(date))
                        .receipt(v.get(receipt))
                        .clearing(v.get(clearing))
                        .refunds(v.get(refunds))
                        .signature(v.get(signature))
                        .stamp(v.get(stamp))
                        .corrections(v.get(corrections))
                        .payType(v.get(payType))
                        .orderType(v.get(orderType))
                        .orderForm(v.get(form))
                        .build());
    }

    private static Shape<Payee> payee() {
        Field<Payee, String> name = Field.of("name", Type.text(), Payee::name);
        Field<Payee, String> account = Field.of("account", Type.text(), Payee::account);
        Field<Payee, String> bank = Field.of("bank", Type.text(), Payee::bank);
        return Shape.<Payee>nested("payee")
                .fields(name, account, bank)
                .maker(v -> new Payee(v.get(name), v.get(account), v.get(bank)));
    }

    private static Shape<Part> part() {
        Field<Part, String> correction = Field.of("correction", Type.text(), Part::correction);
        Field<Part, Line> line = Field.of("line", Type.nested(line()), Part::line);
        return Shape.<Part>nested("voucher-part")
                .fields(correction, line)
                .maker(v -> new Part(v.get(correction), v.get(line)));
    }

    private static Shape<Line> line() {
        Field<Line, Id<PaymentRequest>> request = Field.of("request", REQUEST, Line::request);
        Field<Line, Id<Allotment>> allotment = Field.of("allotment", ALLOTMENT, Line::allotment);
        Field<Line, Money> amount = Field.of("amount", Type.money(), Line::amount);
        Field<Line, Booking> booking = Field.of("booking", Type.nested(booking()), Line::booking);
        Field<Line, Optional<Listed>> listed =
                Field.of("listed", LISTED, Line::listed).since(2, Optional.empty());
        return Shape.<Line>nested("voucher-line")
                .fields(request, allotment, amount, booking, listed)
                .maker(v -> new Line(v.get(request), v.get(allotment), v.get(amount), v.get(booking), v.get(listed)));
    }

    private static Shape<Listed> listed() {
        Field<Listed, Id<PayeeList>> list = Field.of("list", KernelTypes.id(PayeeList.KIND), Listed::list);
        Field<Listed, ContentDigest> details = Field.of("details", SignatureTypes.DIGEST, Listed::details);
        return Shape.<Listed>nested("voucher-payee-list")
                .fields(list, details)
                .maker(v -> new Listed(v.get(list), v.get(details)));
    }

    private static Shape<Booking> booking() {
        Field<Booking, AgencyKind> agency = Field.of("agency", Type.enumOf(AgencyKind.class), Booking::agency);
        Field<Booking, PaymentNature> nature = Field.of("nature", Type.enumOf(PaymentNature.class), Booking::nature);
        Field<Booking, SpendingKind> spending =
                Field.of("spending", Type.enumOf(SpendingKind.class), Booking::spending);
        Field<Booking, FundBook> fund = Field.of("fund", Type.enumOf(FundBook.class), Booking::fund);
        Field<Booking, TreasuryExpense> expense =
                Field.of("expense", Type.enumOf(TreasuryExpense.class), Booking::expense);
        Field<Booking, PaymentChannel> channel = Field.of(
                        "channel", Type.enumOf(PaymentChannel.class), Booking::channel)
                .orElse(PaymentChannel.TREASURY);
        return Shape.<Booking>nested("voucher-booking")
                .fields(agency, nature, spending, fund, expense, channel)
                .maker(v -> new Booking(
                        v.get(agency), v.get(nature), v.get(spending), v.get(fund), v.get(expense), v.get(channel)));
    }

    private static Shape<Receipt> received() {
        Field<Receipt, String> serial = Field.of("serial", Type.text(), Receipt::serial);
        Field<Receipt, LocalDate> paidOn = Field.of("paidOn", Type.date(), Receipt::paidOn);
        Field<Receipt, Money> amount = Field.of("amount", Type.money(), Receipt::amount);
        Field<Receipt, Payee> payee = Field.of("payee", PAYEE, Receipt::payee);
        return Shape.<Receipt>nested("receipt")
                .fields(serial, paidOn, amount, payee)
                .maker(v -> new Receipt(v.get(serial), v.get(paidOn), v.get(amount), v.get(payee)));
    }

    private static Shape<Clearing> clearedBy() {
        Field<Clearing, String> batch = Field.of("batch", Type.text(), Clearing::batch);
        Field<Clearing, LocalDate> clearedOn = Field.of("clearedOn", Type.date(), Clearing::clearedOn);
        return Shape.<Clearing>nested("clearing")
                .fields(batch, clearedOn)
                .maker(v -> new Clearing(v.get(batch), v.get(clearedOn)));
    }

    private static Shape<Refund> returned() {
        Field<Refund, String> serial = Field.of("serial", Type.text(), Refund::serial);
        Field<Refund, Money> amount = Field.of("amount", Type.money(), Refund::amount);
        Field<Refund, Optional<Id<PaymentRequest>>> request =
                Field.of("request", Type.optional(REQUEST), Refund::request);
        Field<Refund, RefundKind> kind = Field.of("kind", Type.enumOf(RefundKind.class), Refund::kind);
        Field<Refund, Optional<Integer>> detail =
                Field.of("detail", Type.optional(Type.int32()), Refund::detail).since(2, Optional.empty());
        Field<Refund, Optional<Id<Allotment>>> allotment =
                Field.of("allotment", NAMED, Refund::allotment).since(3, Optional.empty());
        return Shape.<Refund>nested("refund")
                .fields(serial, amount, request, kind, detail, allotment)
                .maker(v -> new Refund(
                        v.get(serial), v.get(amount), v.get(request), v.get(kind), v.get(detail), v.get(allotment)));
    }

    private static Shape<CreateVoucher> create() {
        Field<CreateVoucher, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, CreateVoucher::voucher);
        Field<CreateVoucher, String> agency = Field.of("agency", Type.text(), CreateVoucher::agency);
        Field<CreateVoucher, ImmutableList<Id<PaymentRequest>>> requests =
                Field.of("requests", Type.list(REQUEST), CreateVoucher::requests);
        return Shape.of(FIRST + 1, "create-voucher", CreateVoucher.class)
                .fields(voucher, agency, requests)
                .maker(v -> new CreateVoucher(v.get(voucher), v.get(agency), v.get(requests)));
    }

    private static Shape<SignVoucher> sign() {
        Field<SignVoucher, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, SignVoucher::voucher);
        Field<SignVoucher, SignatureEvidence> evidence =
                Field.of("evidence", SignatureTypes.EVIDENCE, SignVoucher::evidence);
        return Shape.of(FIRST + 13, "sign-voucher", SignVoucher.class)
                .fields(voucher, evidence)
                .maker(v -> new SignVoucher(v.get(voucher), v.get(evidence)));
    }

    private static Shape<StampVoucher> stamp() {
        Field<StampVoucher, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, StampVoucher::voucher);
        Field<StampVoucher, SignatureEvidence> evidence =
                Field.of("evidence", SignatureTypes.EVIDENCE, StampVoucher::evidence);
        return Shape.of(FIRST + 14, "stamp-voucher", StampVoucher.class)
                .fields(voucher, evidence)
                .maker(v -> new StampVoucher(v.get(voucher), v.get(evidence)));
    }

    private static Shape<VoucherSigned> signed() {
        Field<VoucherSigned, Move> move = Field.of("move", MOVE, VoucherSigned::move);
        Field<VoucherSigned, SignatureEvidence> evidence =
                Field.of("evidence", SignatureTypes.EVIDENCE, VoucherSigned::evidence);
        return Shape.of(FIRST + 15, "voucher-signed", VoucherSigned.class)
                .fields(move, evidence)
                .maker(v -> new VoucherSigned(v.get(move), v.get(evidence)));
    }

    private static Shape<BankAcceptance> acceptance() {
        Field<BankAcceptance, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, BankAcceptance::voucher);
        return Shape.of(FIRST + 2, "bank-acceptance", BankAcceptance.class)
                .fields(voucher)
                .maker(v -> new BankAcceptance(v.get(voucher)));
    }

    private static Shape<BankRejection> rejection() {
        Field<BankRejection, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, BankRejection::voucher);
        Field<BankRejection, String> reason = Field.of("reason", Type.text(), BankRejection::reason);
        return Shape.of(FIRST + 3, "bank-rejection", BankRejection.class)
                .fields(voucher, reason)
                .maker(v -> new BankRejection(v.get(voucher), v.get(reason)));
    }

    private static Shape<BankReceipt> receipt() {
        Field<BankReceipt, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, BankReceipt::voucher);
        Field<BankReceipt, String> serial = Field.of("serial", Type.text(), BankReceipt::serial);
        Field<BankReceipt, LocalDate> paidOn = Field.of("paidOn", Type.date(), BankReceipt::paidOn);
        Field<BankReceipt, Money> amount = Field.of("amount", Type.money(), BankReceipt::amount);
        Field<BankReceipt, Payee> payee = Field.of("payee", PAYEE, BankReceipt::payee);
        Field<BankReceipt, Optional<ContentDigest>> content = Field.of(
                        "content", Type.optional(SignatureTypes.DIGEST), BankReceipt::content)
                .since(2, Optional.empty());
        return Shape.of(FIRST + 4, "bank-receipt", BankReceipt.class)
                .fields(voucher, serial, paidOn, amount, payee, content)
                .maker(v -> new BankReceipt(
                        v.get(voucher), v.get(serial), v.get(paidOn), v.get(amount), v.get(payee), v.get(content)));
    }

    private static Shape<TreasuryClearing> clearing() {
        Field<ClearingLine, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, ClearingLine::voucher);
        Field<ClearingLine, Money> amount = Field.of("amount", Type.money(), ClearingLine::amount);
        Shape<ClearingLine> line = Shape.<ClearingLine>nested("clearing-line")
                .fields(voucher, amount)
                .maker(v -> new ClearingLine(v.get(voucher), v.get(amount)));
        Field<TreasuryClearing, String> batch = Field.of("batch", Type.text(), TreasuryClearing::batch);
        Field<TreasuryClearing, ImmutableList<ClearingLine>> lines =
                Field.of("lines", Type.list(Type.nested(line)), TreasuryClearing::lines);
        return Shape.of(FIRST + 5, "treasury-clearing", TreasuryClearing.class)
                .fields(batch, lines)
                .maker(v -> new TreasuryClearing(v.get(batch), v.get(lines)));
    }

    private static Shape<RefundNotice> refund() {
        Field<RefundNotice, Id<PaymentVoucher>> voucher = Field.of("voucher", VOUCHER, RefundNotice::voucher);
        Field<RefundNotice, String> serial = Field.of("serial", Type.text(), RefundNotice::serial);
        Field<RefundNotice, Money> amount = Field.of("amount", Type.money(), RefundNotice::amount);
        Field<RefundNotice, Optional<Id<PaymentRequest>>> request =
                Field.of("request", Type.optional(REQUEST), RefundNotice::request);
        Field<RefundNotice, RefundKind> kind = Field.of("kind", Type.enumOf(RefundKind.class), RefundNotice::kind);
        Field<RefundNotice, Optional<Integer>> detail = Field.of(
                        "detail", Type.optional(Type.int32()), RefundNotice::detail)
                .since(2, Optional.empty());
        Field<RefundNotice, Optional<Id<Allotment>>> allotment =
                Field.of("allotment", NAMED, RefundNotice::allotment).since(3, Optional.empty());
        return Shape.of(FIRST + 6, "refund-notice", RefundNotice.class)
                .fields(voucher, serial, amount, request, kind, detail, allotment)
                .maker(v -> new RefundNotice(
                        v.get(voucher),
                        v.get(serial),
                        v.get(amount),
                        v.get(request),
                        v.get(kind),
                        v.get(detail),
                        v.get(allotment)));
    }

    private static Shape<VoucherCreated> created() {
        Field<VoucherCreated, ImmutableList<Move>> moves = Field.of("moves", MOVES, VoucherCreated::moves);
        Field<VoucherCreated, VoucherTerms> terms = Field.of("terms", Type.nested(TERMS), VoucherCreated::terms);
        return Shape.of(FIRST + 8, "voucher-created", VoucherCreated.class)
                .fields(moves, terms)
                .maker(v -> new VoucherCreated(v.get(moves), v.get(terms)));
    }

    private static Shape<VoucherVoided> voided() {
        Field<VoucherVoided, ImmutableList<Move>> moves = Field.of("moves", MOVES, VoucherVoided::moves);
        return Shape.of(FIRST + 9, "voucher-voided", VoucherVoided.class)
                .fields(moves)
                .maker(v -> new VoucherVoided(v.get(moves)));
    }

    private static Shape<VoucherPaid> paid() {
        Field<VoucherPaid, ImmutableList<Move>> moves = Field.of("moves", MOVES, VoucherPaid::moves);
        Field<VoucherPaid, Receipt> receipt = Field.of("receipt", RECEIVED, VoucherPaid::receipt);
        Field<VoucherPaid, Optional<Examined>> monitoring = Field.of(
                        "monitoring", Type.optional(MonitoringShapes.EXAMINED), VoucherPaid::monitoring)
                .since(2, Optional.empty());
        return Shape.of(FIRST + 10, "voucher-paid", VoucherPaid.class)
                .fields(moves, receipt, monitoring)
                .maker(v -> new VoucherPaid(v.get(moves), v.get(receipt), v.get(monitoring)));
    }

    private static Shape<VoucherCleared> cleared() {
        Field<VoucherCleared, Move> move = Field.of("move", MOVE, VoucherCleared::move);
        Field<VoucherCleared, Clearing> clearing = Field.of("clearing", CLEARED_BY, VoucherCleared::clearing);
        return Shape.of(FIRST + 11, "voucher-cleared", VoucherCleared.class)
                .fields(move, clearing)
                .maker(v -> new VoucherCleared(v.get(move), v.get(clearing)));
    }

    private static Shape<VoucherRefunded> refunded() {
        Field<VoucherRefunded, Move> move = Field.of("move", MOVE, VoucherRefunded::move);
        Field<VoucherRefunded, Refund> refund = Field.of("refund", RETURNED, VoucherRefunded::refund);
        return Shape.of(FIRST + 12, "voucher-refunded", VoucherRefunded.class)
                .fields(move, refund)
                .maker(v -> new VoucherRefunded(v.get(move), v.get(refund)));
    }
}
