package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.AlertAction;

/** The row that registers payments with the engine. */
public final class PaymentFlow {
    /** Where the rules of payments stand in a rulebook. */
    public static final RuleSet.Key<PaymentRules> RULES = new RuleSet.Key<>("payment", PaymentRules.class);

    /** Requests as documents. */
    public static final DocumentType<PaymentRequest, PaymentTerms, PaymentState> REQUEST = new DocumentType<>(
            PaymentRequest.KIND,
            PaymentState.class,
            PaymentShapes.TERMS,
            rules -> rules.of(RULES).requestLifecycle(),
            rules -> rules.of(RULES).reviews(),
            PaymentRequest::new);

    /** Vouchers as documents. */
    public static final DocumentType<PaymentVoucher, VoucherTerms, VoucherState> VOUCHER = new DocumentType<>(
            PaymentVoucher.KIND,
            VoucherState.class,
            VoucherShapes.TERMS,
            rules -> rules.of(RULES).voucherLifecycle(),
            rules -> rules.of(RULES).reviews(),
            PaymentVoucher::new);

    /** Payments. */
    public static final Flow FLOW = new Flow(
            "payment",
            ImmutableList.of(REQUEST, VOUCHER),
            ImmutableList.of(
                    CommandType.filling(
                            PaymentShapes.CREATE,
                            PaymentRequest.KIND,
                            PaymentAction.CREATE,
                            body -> body.terms(),
                            PaymentDecider::create),
                    CommandType.filling(
                            PaymentShapes.CREATE_PROXY,
                            PaymentRequest.KIND,
                            PaymentAction.CREATE_PROXY,
                            body -> body.terms(),
                            PaymentDecider::createProxy),
                    CommandType.filling(
                            PaymentShapes.REVISE,
                            PaymentRequest.KIND,
                            PaymentAction.REVISE,
                            body -> body.terms(),
                            PaymentDecider::revise),
                    CommandType.making(
                            VoucherShapes.CREATE,
                            PaymentVoucher.KIND,
                            VoucherAction.CREATE,
                            body -> body.agency(),
                            PaymentDecider::create),
                    CommandType.changing(
                            VoucherShapes.SIGN, PaymentVoucher.KIND, VoucherAction.SIGN, PaymentDecider::sign),
                    CommandType.changing(
                            VoucherShapes.STAMP, PaymentVoucher.KIND, VoucherAction.STAMP, PaymentDecider::sign)),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(VoucherShapes.ACCEPTANCE, PaymentMatcher::acceptance),
                    new NoticeType<>(VoucherShapes.REJECTION, PaymentMatcher::rejection),
                    new NoticeType<>(VoucherShapes.RECEIPT, PaymentMatcher::receipt),
                    new NoticeType<>(VoucherShapes.CLEARING, PaymentMatcher::clearing),
                    new NoticeType<>(VoucherShapes.REFUND, PaymentMatcher::refund)),
            ImmutableList.of(
                    new EventType<>(PaymentShapes.FILLED_IN, PaymentDecider::evolve),
                    EventType.moving(PaymentShapes.MONITORED),
                    new EventType<>(VoucherShapes.CREATED, PaymentDecider::evolve),
                    new EventType<>(VoucherShapes.SIGNED, PaymentDecider::evolve),
                    EventType.moving(VoucherShapes.VOIDED),
                    new EventType<>(VoucherShapes.PAID, PaymentDecider::evolve),
                    new EventType<>(VoucherShapes.CLEARED, PaymentDecider::evolve),
                    new EventType<>(VoucherShapes.REFUNDED, PaymentDecider::evolve)),
            PaymentPostings.ALL,
            ImmutableList.copyOf(PaymentMeasure.values()),
            Reasons.merge(ImmutableList.of(
                    PaymentControls.REASONS,
                    PaymentReasons.NOTICES,
                    Reasons.of(PaymentDecider.NOT_BY_ITSELF, PaymentDecider.NO_REQUEST))));

    private PaymentFlow() {}

    /**
     * Acts that hold or release an amount or move others, those that close alerts about payments, and those that happen only with
     * an alert, a voucher or by notice.
     */
    private static ImmutableList<Flow.ActType> acts() {
        ImmutableList.Builder<Flow.ActType> acts = ImmutableList.builder();
        Stream.of(
                        PaymentAction.SUBMIT,
                        PaymentAction.RETURN,
                        PaymentAction.RETURN_TO_ENTRY,
                        PaymentAction.WITHDRAW,
                        PaymentAction.VOID)
                .map(action -> new Flow.ActType(PaymentRequest.KIND, action, PaymentDecider::act))
                .forEach(acts::add);
        Stream.of(AlertAction.LET_PASS, AlertAction.SEND_BACK, AlertAction.FIND_VIOLATION)
                .map(action -> new Flow.ActType(Alert.KIND, action, PaymentDecider::close))
                .forEach(acts::add);
        Stream.of(
                        PaymentAction.HOLD,
                        PaymentAction.RELEASE_HOLD,
                        PaymentAction.SEND_BACK,
                        PaymentAction.VOUCHER,
                        PaymentAction.PAY,
                        PaymentAction.RELEASE)
                .map(action -> Flow.ActType.alongside(PaymentRequest.KIND, action, PaymentDecider.NOT_BY_ITSELF))
                .forEach(acts::add);
        Stream.of(VoucherAction.SIGN, VoucherAction.STAMP, VoucherAction.SEND, VoucherAction.RESEND)
                .map(action -> new Flow.ActType(PaymentVoucher.KIND, action, PaymentDecider::forward))
                .forEach(acts::add);
        acts.add(new Flow.ActType(PaymentVoucher.KIND, VoucherAction.VOID, PaymentDecider::giveUp));
        Stream.concat(PaymentLifecycle.VOUCHER.told().stream(), Stream.of(VoucherAction.CORRECT))
                .map(action -> Flow.ActType.alongside(PaymentVoucher.KIND, action, PaymentDecider.NOT_BY_ITSELF))
                .forEach(acts::add);
        return acts.build();
    }
}
