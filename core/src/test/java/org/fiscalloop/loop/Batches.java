package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.LongStream;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.ImmutablePayeeDetail;
import org.fiscalloop.payees.ImmutablePayeeListTerms;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeDetail.Beneficiary;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListAction;
import org.fiscalloop.payees.PayeeListTerms;
import org.fiscalloop.payees.PayeesCommands.CreatePayeeList;
import org.fiscalloop.payees.PayeesMeasure;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;

/** Payee lists in a {@link World}, and the payments that name them. */
final class Batches {
    static final String WAGES = "1";
    static final String TO_PERSONS = "2";
    static final String TO_ENTERPRISES = "3";
    static final String OFFICIAL_CARDS = "4";
    static final String OTHER = "9";

    static final Beneficiary PERSON = new Beneficiary(Beneficiary.Kind.PERSON, "陈某", "11010519491231002X");
    static final Beneficiary ENTERPRISE = new Beneficiary(Beneficiary.Kind.ENTERPRISE, "某某有限公司", "91350100M000100Y43");

    private Batches() {}

    /** A detail of an account that no other has. */
    static ImmutablePayeeDetail detail(int number, long fen) {
        return ImmutablePayeeDetail.builder()
                .name("职工" + number)
                .account("6222" + (1_000_000L + number))
                .bank("商业银行")
                .amount(Fen.money(fen))
                .payMonth(YearMonth.of(YEAR, 3))
                .build();
    }

    /** A detail that repays what was bought by card on a day, {@code fen} of {@code bought}. */
    static ImmutablePayeeDetail card(String serial, LocalDate on, long bought, long fen) {
        String card = "628300000001";
        return detail(1, fen)
                .withName("持卡人")
                .withAccount(card)
                .withPayMonth(Optional.empty())
                .withConsumption(new PayeeDetail.Consumption(card, on, serial, Fen.money(bought)));
    }

    /** A list of wages of an agency. */
    static ImmutablePayeeListTerms wages(String agency, long... fen) {
        ImmutableList.Builder<PayeeDetail> details = ImmutableList.builder();
        LongStream.of(fen).forEach(amount -> details.add(detail(details.build().size() + 1, amount)));
        return list(agency, WAGES, details.build());
    }

    static ImmutablePayeeListTerms list(String agency, String kind, ImmutableList<? extends PayeeDetail> details) {
        return ImmutablePayeeListTerms.builder()
                .division(DIVISION)
                .agency(agency)
                .fiscalYear(YEAR)
                .kind(kind)
                .title("2024年3月")
                .details(details)
                .build();
    }

    /** A list that is confirmed. */
    static Id<PayeeList> confirmed(World world, String id, PayeeListTerms terms) {
        Id<PayeeList> list = PayeeList.id(id);
        done(world.ask("clerk" + terms.agency(), new CreatePayeeList(list, terms)));
        done(world.act("clerk" + terms.agency(), list, PayeeListAction.SUBMIT));
        done(world.act("head" + terms.agency(), list, PayeeListAction.APPROVE));
        return list;
    }

    /** The terms of a payment that names a list. */
    static PaymentTerms terms(DoorFixtures.Room room, Id<PayeeList> list, long fen) {
        return World.paymentTerms(room.allotment(), room.elements(), fen).withPayees(list);
    }

    /** A request that names a list, handed in. */
    static Outcome submit(World world, DoorFixtures.Room room, String id, Id<PayeeList> list, long fen) {
        String clerk = "clerk" + room.elements().agency().value();
        Outcome made = world.ask(clerk, new CreatePayment(World.request(id), terms(room, list, fen)));
        return made.isDone() ? world.act(clerk, World.request(id), PaymentAction.SUBMIT) : made;
    }

    /** A voucher of a request that names a list, sent to the bank. */
    static Id<PaymentVoucher> sent(World world, DoorFixtures.Room room, String id, Id<PayeeList> list) {
        String agency = room.elements().agency().value();
        Id<PaymentRequest> request = World.request("R" + id);
        done(submit(world, room, "R" + id, list, fen(world, list)));
        done(world.act("head" + agency, request, PaymentAction.APPROVE));
        return world.sent("V" + id, agency, ImmutableList.of(request));
    }

    /** A voucher of a request that names a list, paid by the bank. */
    static Id<PaymentVoucher> paid(World world, DoorFixtures.Room room, String id, Id<PayeeList> list) {
        Id<PaymentVoucher> voucher = sent(world, room, id, list);
        done(world.receipt(voucher, fen(world, list)));
        return voucher;
    }

    private static long fen(World world, Id<PayeeList> list) {
        return world.loop().find(list).orElseThrow().terms().fen();
    }

    /** The bank tells that a detail failed. */
    static Outcome failed(World world, Id<PaymentVoucher> voucher, String serial, int detail, long fen) {
        return world.tell("failed-" + serial + "-" + detail + "-" + fen, notice(voucher, serial, detail, fen));
    }

    static RefundNotice notice(Id<PaymentVoucher> voucher, String serial, int detail, long fen) {
        return new RefundNotice(
                voucher, serial, Fen.money(fen), Optional.empty(), RefundKind.PASSIVE, Optional.of(detail));
    }

    /** A balance of a list, or of a detail that is called {@code list/number}. */
    static long balance(World world, PayeesMeasure measure, String document) {
        return world.loop()
                .balance(
                        measure,
                        Dimensions.of(Dimensions.DOCUMENT, document),
                        world.loop().rules().all().get(0));
    }
}
