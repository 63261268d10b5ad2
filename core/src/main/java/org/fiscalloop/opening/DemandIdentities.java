package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.Set;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.payment.PaymentRequest;

/** The identities between demands of banks, the requests that name them and what the memorandum ledger keeps of both. */
final class DemandIdentities {
    private static final Source OWN = Source.own("the memorandum ledger keeps what became of a demand of a bank");

    private static final Name AMOUNT = new Name("amount", "金额");
    private static final Name NAMED = new Name("named", "付款中");
    private static final Name PAID = new Name("paid", "已付款");
    private static final Name BACK = new Name("come back", "已退款");

    private static final Control<Opened> DEMANDS = FlowIdentities.identity(
            "collection-demands",
            "A demand of a bank is not what became of it",
            "收款申请金额与付款情况不符",
            OWN,
            DemandIdentities::demands);

    private static final Control<Opened> DEMANDS_NAMED = FlowIdentities.identity(
            "collection-demands-named",
            "Demands of banks are not named by requests",
            "收款申请占用与支付申请不符",
            OWN,
            DemandIdentities::named);

    static final Controls<Opened> ALL = Controls.of(DEMANDS, DEMANDS_NAMED);

    private DemandIdentities() {}

    /** A raised demand is free or named, a paid one is paid or has come back in part, a refunded one has come back whole. */
    private static ImmutableList<ImmutableMap<String, Fact>> demands(Opened opened) {
        Identity identity = new Identity();
        Set<String> refunded = new HashSet<>();
        for (CollectionDemand demand : opened.documents(CollectionDemand.KIND)) {
            String id = demand.id().value();
            long fen = demand.terms().fen();
            switch (demand.state()) {
                case RAISED -> identity.left(unpaid(id), AMOUNT, fen);
                case PAID -> identity.left(paid(id), AMOUNT, fen);
                case REFUNDED -> {
                    refunded.add(id);
                    identity.left(back(id), AMOUNT, fen);
                }
                case REFUSED -> {}
            }
        }
        sums("DEMANDS_FREE", opened).forEach((id, fen) -> identity.right(unpaid(id), new Name("free", "待付款"), fen));
        sums("DEMANDS_NAMED", opened).forEach((id, fen) -> identity.right(unpaid(id), NAMED, fen));
        sums("DEMANDS_PAID", opened).forEach((id, fen) -> identity.right(paid(id), PAID, fen));
        sums("DEMANDS_REFUNDED", opened)
                .forEach((id, fen) -> identity.right(refunded.contains(id) ? back(id) : paid(id), BACK, fen));
        return identity.violations();
    }

    /** What is named of a demand is held by one request. */
    private static ImmutableList<ImmutableMap<String, Fact>> named(Opened opened) {
        Identity identity = new Identity();
        sums("DEMANDS_NAMED", opened).forEach((id, fen) -> identity.left(unpaid(id), NAMED, fen));
        for (PaymentRequest request : opened.documents(PaymentRequest.KIND)) {
            if (BooksIdentities.isHolding(request)) {
                request.terms()
                        .demand()
                        .ifPresent(demand -> identity.right(
                                unpaid(demand.value()),
                                new Name("request", "支付申请").and(request.id().value()),
                                Fen.of(request.terms().amount())));
            }
        }
        return identity.violations();
    }

    private static Name unpaid(String demand) {
        return Name.of(CollectionDemand.number(demand));
    }

    private static Name paid(String demand) {
        return PAID.of(unpaid(demand));
    }

    private static Name back(String demand) {
        return BACK.of(unpaid(demand));
    }

    private static ImmutableMap<String, Long> sums(String account, Opened opened) {
        return opened.sums(Ledgers.MEMORANDUM, account, Dimensions.DOCUMENT);
    }
}
