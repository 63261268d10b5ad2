package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Batches.confirmed;
import static org.fiscalloop.loop.Batches.detail;
import static org.fiscalloop.loop.Batches.wages;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.evoucher.EVoucher;
import org.fiscalloop.evoucher.EVoucherBody;
import org.fiscalloop.evoucher.EVoucherContent;
import org.fiscalloop.evoucher.EVoucherFlag;
import org.fiscalloop.evoucher.EVoucherLayouts;
import org.fiscalloop.evoucher.EVoucherType;
import org.fiscalloop.evoucher.ImmutableEVoucher;
import org.fiscalloop.evoucher.OrderVouchers;
import org.fiscalloop.evoucher.ToldVouchers;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.ImmutablePayeeListTerms;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListTerms;
import org.fiscalloop.payees.PayeesFlow;
import org.fiscalloop.payees.PayeesMeasure;
import org.fiscalloop.payment.ImmutableVoucherTerms;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.payment.VoucherTerms.Listed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of a batch payment: signed with its payee list, and written with its details. */
class BatchOrderTest {
    private final World world = World.open();
    private final DoorFixtures.Room room = DoorFixtures.room(world);
    private final Id<PayeeList> list = confirmed(world, "PL-1", wages(ORGAN, 20_000, 30_001));

    @BeforeEach
    void there_is_a_batch_with_the_bank() {
        world.approved("1", Batches.terms(room, list, 50_001));
        world.approved("2", room.allotment(), room.elements(), 9_999);
        world.sent("V1", ORGAN, ImmutableList.of(request("1"), request("2")));
    }

    private PaymentVoucher voucher() {
        return world.loop().find(World.voucher("V1")).orElseThrow();
    }

    private <T> T read(java.util.function.Function<Reads, T> question) {
        return world.loop().read(DoorFixtures.rules(world), question);
    }

    private static Decision<EVoucher> order(PaymentVoucher voucher, Reads reads) {
        return OrderVouchers.of(voucher, EVoucherLayouts.NATIONAL, reads);
    }

    /** The list as it comes back from tables in which somebody has written. */
    private PayeeList tampered(PayeeListTerms terms) {
        PayeeList now = world.loop().find(list).orElseThrow();
        return read(reads -> PayeesFlow.PAYEE_LIST.restore(
                list, terms, new DocumentType.History<>(now.standing(), now.trail()), DoorFixtures.rules(world)));
    }

    private PayeeListTerms toSomebodyElse() {
        PayeeListTerms terms = world.loop().find(list).orElseThrow().terms();
        return ImmutablePayeeListTerms.copyOf(terms)
                .withDetails(terms.details().get(0), detail(2, 30_001).withAccount("6222999900001111"));
    }

    @Test
    void the_order_has_each_detail_of_the_list_and_they_come_to_its_head() {
        EVoucher order = read(reads -> order(voucher(), reads)).match(Decision.Accepted::value, refused -> {
            throw new AssertionError(refused.refusals());
        });

        EVoucherContent.PaymentOrder content =
                (EVoucherContent.PaymentOrder) order.body().content();
        assertThat(content.amount()).isEqualTo(Fen.money(60_000));
        assertThat(content.details())
                .extracting(detail -> detail.id() + " " + detail.fields().get("PayeeAcctNo") + " "
                        + detail.fields().get("PayeeAcctName") + " " + detail.amount())
                .containsExactly(
                        "1/1 62221000001 职工1 CNY 200.00",
                        "1/2 62221000002 职工2 CNY 300.01",
                        "2 " + World.PAYEE.account() + " " + World.PAYEE.name() + " CNY 99.99");
        assertThat(content.details())
                .allSatisfy(detail -> assertThat(detail.fields())
                        .containsEntry("ExpFuncCode", "2010602")
                        .containsEntry("AgencyCode", ORGAN));
    }

    @Test
    void E11_what_is_signed_names_the_list_and_the_digest_of_its_details() {
        PaymentVoucher.Order order =
                PaymentShapes.ORDER.decode(voucher().content().bytes());
        PayeeList paid = world.loop().find(list).orElseThrow();

        assertThat(order.lines())
                .extracting(PaymentVoucher.OrderLine::listed)
                .containsExactly(Optional.of(new Listed(list, paid.digest())), Optional.empty());
        assertThat(paid.content().form()).isEqualTo("payee-list-details/1");
        assertThat(tampered(toSomebodyElse()).digest()).isNotEqualTo(paid.digest());
        assertThat(tampered(ImmutablePayeeListTerms.copyOf(paid.terms()).withTitle("other"))
                        .digest())
                .isEqualTo(paid.digest());
    }

    /** The bytes of a list that were ever digested: they never change. */
    @Test
    void the_digest_of_a_list_is_of_its_own_form() {
        assertThat(world.loop().find(list).orElseThrow().content().bytes()).hasToString(GOLDEN);
    }

    private static final String GOLDEN =
            "0108504c2d3102020ee8818ce5b7a53116363232323130303030303118e59586e4b89ae993b6e8a18cc0b80200010e323032342d30"
                    + "330000000000020ee8818ce5b7a53216363232323130303030303207e2d4030001090000000000";

    @Test
    void E11_no_order_is_made_of_a_list_that_somebody_has_changed_since_it_was_signed() {
        PayeeList changed = tampered(toSomebodyElse());

        Refusal refusal = read(reads -> order(voucher(), new Changed(reads, Optional.of(changed))))
                .refusals()
                .get(0);

        assertThat(refusal.code()).isEqualTo("evoucher.payee-list-changed");
        assertThat(refusal.facts())
                .containsEntry("voucher", Fact.text("V1"))
                .containsEntry("list", Fact.text("PL-1"))
                .containsEntry("given", Fact.text(changed.digest().toString()));
        assertThat(refusal.allowed())
                .containsExactly(world.loop().find(list).orElseThrow().digest().toString());
        assertThat(read(reads -> order(voucher(), new Changed(reads, Optional.empty())))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("evoucher.payee-list-changed");
        done(world.receipt(World.voucher("V1"), 60_000));
    }

    @Test
    void E11_no_order_is_made_of_a_list_that_the_voucher_does_not_sign() {
        PaymentVoucher now = voucher();
        VoucherTerms.Line line = now.terms().lines().get(0);
        VoucherTerms.Line unsigned =
                new VoucherTerms.Line(line.request(), line.allotment(), line.amount(), line.booking());
        ImmutableVoucherTerms terms = ImmutableVoucherTerms.copyOf(now.terms())
                .withLines(unsigned, now.terms().lines().get(1));

        Refusal refusal = order(restored(terms)).refusals().get(0);

        assertThat(refusal.code()).isEqualTo("evoucher.payee-list-changed");
        assertThat(refusal.facts())
                .containsEntry("list", Fact.text("PL-1"))
                .containsEntry(
                        "given",
                        Fact.text(world.loop().find(list).orElseThrow().digest().toString()));
        assertThat(refusal.allowed()).isEmpty();
        assertThat(order(restored(terms.withOrderForm(1))).refusals()).isEmpty();
    }

    // ---- what the bank tells of a batch -----------------------------------------------------------------------------

    private Decision<ImmutableList<Notice>> told(EVoucher voucher) {
        return read(reads -> ToldVouchers.of(
                voucher,
                new ToldVouchers.Receiver("bank", new DivisionCode(World.DIVISION), RefundKind.PASSIVE),
                reads));
    }

    private static <T> T value(Decision<T> decision) {
        return decision.match(Decision.Accepted::value, refused -> {
            throw new AssertionError(refused.refusals());
        });
    }

    private static ImmutableMap<String, String> back(String number, String amount) {
        return ImmutableMap.of("Id", number, "VoucherDetailNo", number, "PayAmt", amount);
    }

    private EVoucher returned(String number, String amount, ImmutableList<ImmutableMap<String, String>> details) {
        return ImmutableEVoucher.builder()
                .from(value(order(voucher())))
                .number(number)
                .flag(EVoucherFlag.ORDER)
                .body(new EVoucherBody(
                        EVoucherType.BANK_RETURN,
                        ImmutableMap.of("OriBillNo", "V1", "PayAmt", amount, "VouDate", "20240303"),
                        details))
                .build();
    }

    private long back(int detail) {
        return Batches.balance(world, PayeesMeasure.RETURNED, "PL-1/" + detail);
    }

    @Test
    void what_comes_back_of_a_batch_is_booked_for_the_details_that_the_bank_numbers() {
        done(world.receipt(World.voucher("V1"), 60_000));
        EVoucher twoFailed =
                returned("B1", "-300.00", ImmutableList.of(back("1/1", "-200.00"), back("1/2", "-100.00")));

        for (Notice notice : value(told(twoFailed))) {
            done(world.loop().tell(notice));
        }
        assertThat(back(1)).isEqualTo(20_000);
        assertThat(back(2)).isEqualTo(10_000);

        for (Notice notice : value(told(twoFailed))) {
            world.loop().tell(notice);
        }
        for (Notice notice : value(told(returned("B2", "99.99", ImmutableList.of(back("2", "99.99")))))) {
            done(world.loop().tell(notice));
        }
        assertThat(back(1) + back(2)).isEqualTo(30_000);
        assertThat(voucher().terms().refunds())
                .extracting(refund -> refund.serial() + " " + refund.amount() + " "
                        + refund.request().orElseThrow().value() + " "
                        + refund.detail().map(Object::toString).orElse("-"))
                .containsExactly("B1/1/1 CNY 200.00 1 1", "B1/1/2 CNY 100.00 1 2", "B2/2 CNY 99.99 2 -");
    }

    @Test
    void what_comes_back_under_a_number_that_the_order_has_not_is_one_notice_that_names_no_detail() {
        ImmutableList<Notice> notices =
                value(told(returned("B1", "20.00", ImmutableList.of(back("1/1", "10.00"), back("1/3", "10.00")))));

        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .isEqualTo(new RefundNotice(
                                World.voucher("V1"), "B1", Fen.money(2_000), Optional.empty(), RefundKind.PASSIVE)));
        assertThat(told(returned("B2", "10.00", ImmutableList.of(back("1/1", "20.00"), back("1/2", "-10.00"))))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("evoucher.amount-sign");
    }

    @Test
    void E11_a_receipt_by_which_a_detail_pays_somebody_else_is_not_booked() {
        EVoucher order = value(order(voucher()));
        ImmutableMap<String, String> second = order.body().details().get(1);

        for (String field : ImmutableList.of("PayeeAcctNo", "XPayeeAcctNo")) {
            ImmutableMap<String, String> other = ImmutableMap.<String, String>builder()
                    .putAll(second)
                    .put(field, "6222999900001111")
                    .buildKeepingLast();
            EVoucher receipt = ImmutableEVoucher.copyOf(order)
                    .withFlag(EVoucherFlag.RECEIPT)
                    .withBody(new EVoucherBody(
                            order.type(),
                            order.body().head(),
                            ImmutableList.of(
                                    order.body().details().get(0),
                                    other,
                                    order.body().details().get(2))));

            Refusal refusal = told(receipt).refusals().get(0);

            assertThat(refusal.code()).isEqualTo("evoucher.order-differs");
            assertThat(refusal.facts())
                    .containsEntry("name", Fact.text("1/2." + field))
                    .containsEntry("given", Fact.text("6222999900001111"));
            assertThat(refusal.allowed()).containsExactly(detail(2, 30_001).account());
        }
    }

    private Decision<EVoucher> order(PaymentVoucher voucher) {
        return read(reads -> order(voucher, reads));
    }

    /** The voucher as it comes from elsewhere with other terms. */
    private PaymentVoucher restored(VoucherTerms terms) {
        PaymentVoucher now = voucher();
        return read(reads -> PaymentFlow.VOUCHER.restore(
                World.voucher("V1"),
                terms,
                new DocumentType.History<>(now.standing(), now.trail()),
                DoorFixtures.rules(world)));
    }

    /** What may be read, but for one list that is another or gone. */
    private record Changed(Reads reads, Optional<PayeeList> list) implements Reads {
        @SuppressWarnings("unchecked") // the id is of a payee list
        @Override
        public <D extends Document> Optional<D> find(Id<D> id) {
            return id.kind().equals(PayeeList.KIND) ? (Optional<D>) list : reads.find(id);
        }

        @Override
        public long balance(Measure measure, Segments at) {
            return reads.balance(measure, at);
        }

        @Override
        public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
            return reads.balances(ledger, at);
        }
    }
}
