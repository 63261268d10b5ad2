package org.fiscalloop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.payment.PaymentFixtures.AGENCY;
import static org.fiscalloop.payment.PaymentFixtures.ON;
import static org.fiscalloop.payment.PaymentFixtures.PAYEE;
import static org.fiscalloop.payment.PaymentFixtures.terms;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRules.Occupation;

/** What holds after every step of random histories of three requests and two vouchers, sensible or not. */
class PaymentProperties {
    private static final long ALLOTTED = 1_000_00;
    private static final ImmutableList<String> ACTORS = ImmutableList.of("clerk", "head", "cashier", "stamper");

    private static final ImmutableList<PaymentAction> ACTIONS = ImmutableList.copyOf(PaymentAction.values());
    private static final ImmutableList<VoucherAction> VOUCHER_ACTIONS = ImmutableList.copyOf(VoucherAction.values());

    private enum Kind {
        CREATE,
        REVISE,
        ACT,
        VOUCHER,
        VOUCHER_ACT,
        ACCEPTANCE,
        REJECTION,
        RECEIPT,
        CLEARING,
        REFUND
    }

    /** One thing that is asked or told; the numbers choose of what there is. */
    record Step(Kind kind, int document, int actor, int choice, long fen) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Kind.CREATE)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Kind.REVISE)),
                net.jqwik.api.Tuple.of(10, Arbitraries.just(Kind.ACT)),
                net.jqwik.api.Tuple.of(4, Arbitraries.just(Kind.VOUCHER)),
                net.jqwik.api.Tuple.of(10, Arbitraries.just(Kind.VOUCHER_ACT)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Kind.ACCEPTANCE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Kind.REJECTION)),
                net.jqwik.api.Tuple.of(4, Arbitraries.just(Kind.RECEIPT)),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Kind.CLEARING)),
                net.jqwik.api.Tuple.of(4, Arbitraries.just(Kind.REFUND)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, ACTORS.size() - 1),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.longs().between(1, 300_00))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(120);
    }

    /** A walk that gets far: three requests approved, on two vouchers, before chance takes over. */
    private static Office begun(Occupation occupation) {
        Office office = PaymentFixtures.office(
                ImmutablePaymentRules.builder().occupation(occupation).build());
        for (int i = 0; i < 3; i++) {
            VoucherTest.approve(office, request(i), terms(100_00));
        }
        office.done("cashier", new CreateVoucher(voucher(0), AGENCY, ImmutableList.of(request(0), request(1))));
        office.done("cashier", new CreateVoucher(voucher(1), AGENCY, ImmutableList.of(request(2))));
        return office;
    }

    @Property(tries = 300)
    void E1_E3_E7_what_is_held_and_paid_is_what_the_documents_say(
            @ForAll("histories") List<Step> history, @ForAll Occupation occupation, @ForAll boolean begun) {
        Office office = begun
                ? begun(occupation)
                : PaymentFixtures.office(
                        ImmutablePaymentRules.builder().occupation(occupation).build());
        Map<Id<PaymentRequest>, Long> returned = new LinkedHashMap<>();
        for (Step step : history) {
            run(office, step, returned);
            holdsTogether(office, returned);
        }
    }

    private static void holdsTogether(Office office, Map<Id<PaymentRequest>, Long> returned) {
        long held = 0;
        long paid = 0;
        for (int i = 0; i < 3; i++) {
            Optional<PaymentRequest> found = office.find(request(i));
            if (found.isPresent()) {
                PaymentRequest request = found.orElseThrow();
                long fen = Fen.of(request.terms().amount());
                boolean holds = switch (request.state()) {
                    case DRAFT, PROXY_DRAFT -> request.terms().occupation() == Occupation.SAVE;
                    case HELD,
                            PROXY_HELD,
                            SUBMITTED,
                            PROXY_SUBMITTED,
                            UNIT_APPROVED,
                            PROXY_APPROVED,
                            FINANCE_REVIEWED,
                            PROXY_REVIEWED,
                            VOUCHER_CREATED -> true;
                    case PAID, VOIDED -> false;
                };
                held += holds ? fen : 0;
                if (request.state() == PaymentState.PAID) {
                    long left = fen - returned.getOrDefault(request(i), 0L);
                    assertThat(left).isNotNegative();
                    assertThat(office.balance(
                                    PaymentMeasure.REFUNDABLE, request(i).value()))
                            .isEqualTo(left);
                    paid += left;
                }
            }
        }
        assertThat(office.balance(PaymentMeasure.APPLIED, "A-1")).isEqualTo(held);
        assertThat(office.balance(PaymentMeasure.PAID, "A-1")).isEqualTo(paid);
        assertThat(office.balance(AllotmentMeasure.AVAILABLE, "A-1")).isEqualTo(ALLOTTED - held - paid);
        vouchersStandWithTheirRequests(office);
    }

    private static void vouchersStandWithTheirRequests(Office office) {
        for (int i = 0; i < 2; i++) {
            office.find(voucher(i))
                    .ifPresent(voucher -> voucher.terms().lines().forEach(line -> {
                        PaymentState expected = switch (voucher.state()) {
                            case PAID, CLEARED, REFUNDED -> PaymentState.PAID;
                            case VOIDED -> PaymentState.VOIDED;
                            default -> PaymentState.VOUCHER_CREATED;
                        };
                        assertThat(office.request(line.request()).state()).isEqualTo(expected);
                        assertThat(line.amount())
                                .isEqualTo(
                                        office.request(line.request()).terms().amount());
                    }));
        }
    }

    @Property(tries = 200)
    void E11_what_a_voucher_orders_never_changes(@ForAll("histories") List<Step> history) {
        Office office = begun(Occupation.SUBMIT);
        VoucherTerms first = ordered(office, 0);
        VoucherTerms second = ordered(office, 1);
        for (Step step : history) {
            run(office, step, new LinkedHashMap<>());

            assertThat(ordered(office, 0)).isEqualTo(first);
            assertThat(ordered(office, 1)).isEqualTo(second);
        }
    }

    /** What the voucher orders, without what bank and treasury have told about it. */
    private static VoucherTerms ordered(Office office, int voucher) {
        return ImmutableVoucherTerms.copyOf(office.voucher(voucher(voucher)).terms())
                .withReceipt(Optional.empty())
                .withClearing(Optional.empty())
                .withRefunds(ImmutableList.of());
    }

    @Property(tries = 200)
    void the_trail_of_every_document_leads_where_it_stands(@ForAll("histories") List<Step> history) {
        PaymentRules rules = ImmutablePaymentRules.builder().build();
        Office office = begun(Occupation.SUBMIT);
        history.forEach(step -> run(office, step, new LinkedHashMap<>()));

        for (int i = 0; i < 3; i++) {
            PaymentRequest request = office.request(request(i));
            rules.requestLifecycle().verify(request.standing(), request.trail());
        }
        for (int i = 0; i < 2; i++) {
            PaymentVoucher voucher = office.voucher(voucher(i));
            rules.voucherLifecycle().verify(voucher.standing(), voucher.trail());
        }
    }

    private static void run(Office office, Step step, Map<Id<PaymentRequest>, Long> returned) {
        String actor = ACTORS.get(step.actor());
        Id<PaymentRequest> request = request(step.document());
        Id<PaymentVoucher> voucher = voucher(step.document() % 2);
        switch (step.kind()) {
            case CREATE -> office.ask(actor, new CreatePayment(request, terms(step.fen())));
            case REVISE ->
                office.find(request)
                        .ifPresent(found -> office.ask(actor, new RevisePayment(request, terms(step.fen()))));
            case ACT -> office.find(request).ifPresent(found -> office.act(actor, request, action(step)));
            case VOUCHER -> office.ask(actor, new CreateVoucher(voucher, AGENCY, requests(step)));
            case VOUCHER_ACT ->
                office.find(voucher).ifPresent(found -> office.act(actor, voucher, VOUCHER_ACTIONS.get(step.choice())));
            case ACCEPTANCE -> office.tell(new BankAcceptance(voucher));
            case REJECTION -> office.tell(new BankRejection(voucher, "账号有误"));
            case RECEIPT ->
                office.tell(new BankReceipt(voucher, "S-" + step.choice(), ON, amount(office, step), PAYEE));
            case CLEARING ->
                office.tell(new TreasuryClearing(
                        "B-" + step.choice(), ImmutableList.of(new ClearingLine(voucher, amount(office, step)))));
            case REFUND -> refund(office, step, returned);
        }
    }

    private static void refund(Office office, Step step, Map<Id<PaymentRequest>, Long> returned) {
        Id<PaymentVoucher> voucher = voucher(step.document() % 2);
        Optional<Id<PaymentRequest>> named =
                step.choice() < 6 ? Optional.of(request(step.document())) : Optional.empty();
        Map<Id<PaymentRequest>, Long> before = refundable(office);
        office.tell(new RefundNotice(
                voucher,
                "T-" + step.choice(),
                step.choice() < 6 ? Fen.money(step.fen()) : amount(office, step),
                named,
                RefundKind.PASSIVE));
        refundable(office)
                .forEach(
                        (request, left) -> returned.merge(request, before.getOrDefault(request, 0L) - left, Long::sum));
    }

    private static Map<Id<PaymentRequest>, Long> refundable(Office office) {
        Map<Id<PaymentRequest>, Long> left = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            left.put(
                    request(i),
                    office.balance(PaymentMeasure.REFUNDABLE, request(i).value()));
        }
        return left;
    }

    private static PaymentAction action(Step step) {
        return ACTIONS.get(step.choice());
    }

    private static ImmutableList<Id<PaymentRequest>> requests(Step step) {
        List<Id<PaymentRequest>> chosen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if ((step.choice() + 1 & 1 << i) != 0) {
                chosen.add(request(i));
            }
        }
        return chosen.isEmpty() ? ImmutableList.of(request(0)) : ImmutableList.copyOf(chosen);
    }

    /** Mostly what the voucher says, sometimes not. */
    private static org.joda.money.Money amount(Office office, Step step) {
        return Fen.money(office.find(voucher(step.document() % 2))
                .filter(voucher -> step.fen() % 5 != 0)
                .map(voucher -> voucher.terms().fen())
                .orElse(step.fen()));
    }

    private static Id<PaymentRequest> request(int number) {
        return PaymentRequest.id("R-" + number);
    }

    private static Id<PaymentVoucher> voucher(int number) {
        return PaymentVoucher.id("V-" + number);
    }
}
