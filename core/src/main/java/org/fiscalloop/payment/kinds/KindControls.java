package org.fiscalloop.payment.kinds;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;

/** What requests and vouchers are held to by the table of kinds and by what finance reviews. */
public final class KindControls {
    private static final Reason NOT_OPEN = new Reason(
            "payment.kind-not-open",
            "No requests of this kind of payment are made here",
            "支付方式未启用",
            "kind of payment {kind} is not open; open are {allowed}",
            "支付方式 {kind} 未启用; 可用: {allowed}",
            Source.uncertain("财库〔2022〕5号: 国库集中支付 is one kind; 直接 and 授权 are open where a place still has them"));

    private static final Reason NOT_REVIEWED = new Reason(
            "payment.finance-review-missing",
            "Finance has not reviewed the request",
            "支付申请未经财政复核",
            "request {request} of kind {kind} over {asked} is {state}; a voucher is made of it when it is {allowed}",
            "支付申请 {request} (支付方式 {kind}, 金额 {asked}) 状态为 {state}; 须为 {allowed} 方可生成支付凭证",
            Source.uncertain("a provincial system of 2024: 代编 and large items pass 支付申请复核 by finance before 支付凭证生成"));

    /**
     * What is asked about.
     *
     * @param codes codes of the kinds of payment of the requests
     * @param kinds the kinds there are
     */
    public record Named(ImmutableList<String> codes, ImmutableList<PaymentKind> kinds) {}

    /**
     * A request that finance reviews and has not reviewed.
     *
     * @param request its number
     * @param kind code of its kind of payment
     * @param fen its amount in fen
     * @param state where it stands
     * @param allowed where it should stand
     */
    public record Unreviewed(String request, String kind, long fen, String state, String allowed) {}

    private KindControls() {}

    /** The kinds of all requests are known and open. */
    public static <C> Control<C> open(Function<C, Named> named) {
        return Control.statutory(NOT_OPEN, c -> {
            ImmutableList<String> allowed = named.apply(c).kinds().stream()
                    .filter(PaymentKind::isOpen)
                    .map(PaymentKind::code)
                    .collect(toImmutableList());
            return named.apply(c).codes().stream()
                    .distinct()
                    .filter(code -> !allowed.contains(code))
                    .map(code -> Facts.of("kind", text(code))
                            .and(Refusal.ALLOWED, texts(allowed))
                            .map())
                    .collect(toImmutableList());
        });
    }

    /** Finance has reviewed what it reviews. */
    public static <C> Control<C> reviewed(Function<C, ImmutableList<Unreviewed>> unreviewed) {
        return Control.statutory(
                NOT_REVIEWED,
                c -> unreviewed.apply(c).stream()
                        .map(request -> Facts.of("request", text(request.request()))
                                .and("kind", text(request.kind()))
                                .and("asked", amount(request.fen()))
                                .and("state", text(request.state()))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(request.allowed())))
                                .map())
                        .collect(toImmutableList()));
    }
}
