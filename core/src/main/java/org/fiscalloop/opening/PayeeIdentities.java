package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListState;
import org.fiscalloop.payment.PaymentRequest;

/** The identities between payee lists, the requests that name them, and what the books of an opening keep of both. */
final class PayeeIdentities {
    private static final Source OWN =
            Source.own("the memorandum ledger keeps what became of a payee list and its details");

    private static final Name DETAIL = new Name("detail", "支付明细");
    private static final Name CONSUMPTION = new Name("consumption by card", "公务卡消费");
    private static final Name AMOUNT = new Name("amount", "金额");
    private static final Name COME_BACK = new Name("come back", "已退回");
    private static final Name PAID_AGAIN = new Name("paid again", "已再付");
    private static final Name NAMED = new Name("named", "已申请");

    static final Control<Opened> LISTS = FlowIdentities.identity(
            "payee-lists", "A payee list is not what became of it", "明细清单金额与支付情况不符", OWN, PayeeIdentities::lists);

    static final Control<Opened> LISTS_NAMED = FlowIdentities.identity(
            "payee-lists-named", "Payee lists are not named by requests", "明细清单占用与支付申请不符", OWN, PayeeIdentities::named);

    static final Control<Opened> DETAILS = FlowIdentities.identity(
            "payee-details", "A detail is not what came back of it", "支付明细退回情况不符", OWN, PayeeIdentities::details);

    static final Control<Opened> CONSUMPTIONS = FlowIdentities.identity(
            "card-consumptions",
            "What was bought by card is not what lists repay",
            "公务卡消费报销情况与明细清单不符",
            OWN,
            PayeeIdentities::consumptions);

    static final Controls<Opened> ALL = Controls.of(LISTS, LISTS_NAMED, DETAILS, CONSUMPTIONS);

    private PayeeIdentities() {}

    /** A confirmed list is free or named, a paid one is paid or has come back, detail by detail. */
    private static ImmutableList<ImmutableMap<String, Fact>> lists(Opened opened) {
        Identity identity = new Identity();
        for (PayeeList list : opened.documents(PayeeList.KIND)) {
            long fen = list.terms().fen();
            switch (list.state()) {
                case CONFIRMED -> identity.left(unpaid(list.id().value()), AMOUNT, fen);
                case PAID -> identity.left(paid(list.id().value()), AMOUNT, fen);
                case DRAFT, SUBMITTED, VOIDED -> {}
            }
        }
        sums("LISTS_FREE", opened).forEach((list, fen) -> identity.right(unpaid(list), new Name("free", "未申请"), fen));
        sums("LISTS_NAMED", opened).forEach((list, fen) -> identity.right(unpaid(list), NAMED, fen));
        sums("LISTS_PAID", opened).forEach((list, fen) -> identity.right(paid(list), new Name("paid", "已支付"), fen));
        sums("DETAILS_RETURNED", opened).forEach((detail, fen) -> identity.right(paid(list(detail)), COME_BACK, fen));
        sums("DETAILS_PAID_AGAIN", opened)
                .forEach((detail, fen) -> identity.right(paid(list(detail)), PAID_AGAIN, fen));
        return identity.violations();
    }

    private static Name unpaid(String list) {
        return Name.of(PayeeList.id(list));
    }

    private static Name paid(String list) {
        return new Name("paid", "已支付").of(unpaid(list));
    }

    private static String list(String detail) {
        return detail.substring(0, Math.max(detail.lastIndexOf('/'), 0));
    }

    private static ImmutableMap<String, Long> sums(String account, Opened opened) {
        return opened.sums(Ledgers.MEMORANDUM, account, Dimensions.DOCUMENT);
    }

    /** What is named of a list is held by one request. */
    private static ImmutableList<ImmutableMap<String, Fact>> named(Opened opened) {
        Identity identity = new Identity();
        sums("LISTS_NAMED", opened).forEach((list, fen) -> identity.left(unpaid(list), NAMED, fen));
        for (PaymentRequest request : opened.documents(PaymentRequest.KIND)) {
            if (BooksIdentities.isHolding(request)) {
                request.terms()
                        .payees()
                        .ifPresent(list -> identity.right(
                                unpaid(list.value()),
                                new Name("request", "支付申请").and(request.id().value()),
                                Fen.of(request.terms().amount())));
            }
        }
        return identity.violations();
    }

    /** No more came back of a detail than was paid of it, and what is paid again stands on lists that say so. */
    private static ImmutableList<ImmutableMap<String, Fact>> details(Opened opened) {
        Identity identity = new Identity();
        Map<Id<?>, PayeeList> lists = opened.byId(PayeeList.KIND);
        ImmutableMap<String, Long> again = sums("DETAILS_PAID_AGAIN", opened);
        ImmutableMap<String, Long> returned = sums("DETAILS_RETURNED", opened);
        for (String detail : Sets.union(returned.keySet(), again.keySet())) {
            long back = Fen.add(returned.getOrDefault(detail, 0L), again.getOrDefault(detail, 0L));
            identity.atMost(DETAIL.and(detail), COME_BACK, back, AMOUNT, amount(detail, lists));
        }
        again.forEach((detail, fen) -> identity.left(PAID_AGAIN.of(DETAIL.and(detail)), PAID_AGAIN, fen));
        for (PayeeList list : lists.values()) {
            if (list.state() == PayeeListState.CONFIRMED || list.state() == PayeeListState.PAID) {
                for (PayeeDetail detail : list.terms().details()) {
                    detail.origin()
                            .ifPresent(origin -> identity.right(
                                    PAID_AGAIN.of(DETAIL.and(origin.key())), Name.of(list.id()), detail.fen()));
                }
            }
        }
        return identity.violations();
    }

    /** What confirmed and paid lists repay of what was bought by card, less what came back of it. */
    private static ImmutableList<ImmutableMap<String, Fact>> consumptions(Opened opened) {
        Identity identity = new Identity();
        ImmutableMap<String, Long> back = sums("DETAILS_RETURNED", opened);
        ImmutableMap<String, Long> again = sums("DETAILS_PAID_AGAIN", opened);
        sums("CONSUMPTIONS_REIMBURSED", opened)
                .forEach((bought, fen) -> identity.left(CONSUMPTION.and(bought), new Name("repaid", "已报销"), fen));
        for (PayeeList list : opened.documents(PayeeList.KIND)) {
            if (list.state() != PayeeListState.CONFIRMED && list.state() != PayeeListState.PAID) {
                continue;
            }
            int number = 0;
            for (PayeeDetail detail : list.terms().details()) {
                number++;
                if (detail.consumption().isPresent()) {
                    String key = new PayeeDetail.Origin(PayeeList.id(list.id().value()), number).key();
                    long returned = Fen.add(back.getOrDefault(key, 0L), again.getOrDefault(key, 0L));
                    identity.right(
                            CONSUMPTION.and(detail.consumption().orElseThrow().key()),
                            Name.of(list.id()),
                            Fen.subtract(detail.fen(), returned));
                }
            }
        }
        return identity.violations();
    }

    /** What a detail with this key comes to; nothing if there is none. */
    private static long amount(String key, Map<Id<?>, PayeeList> lists) {
        return Id.of(PayeeList.KIND, list(key))
                .flatMap(id -> Optional.ofNullable(lists.get(id)))
                .flatMap(list -> list.detail(key))
                .map(PayeeDetail::fen)
                .orElse(0L);
    }
}
