package org.fiscalloop.payees;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeesRules.Identity;

/** What a payment that names a payee list (批量支付) is held to, and what it does to the list. */
public final class BatchPayments {
    /** A payee list as what a payment request names. */
    public static final NamedDocument<PayeeList> LISTS = new NamedDocument<>(
            PayeesPostings.NAMED,
            PayeesPostings.RELEASED,
            PayeesPostings.PAID,
            PayeeListAction.PAY,
            list -> list.terms().fen(),
            PayeeList::segments);

    private static final Source BY_LIST = Source.certain("财库〔2022〕5号; PAY_DETAIL 支付明细: details come to the payment");
    private static final Source BENEFICIARIES =
            Source.certain("惠企利民: 补贴到人到企 (IS_SUB) money is paid with its beneficiaries named (PAY_DETAIL)");

    private static final Reason MISSING = new Reason(
            "payment.payee-list-missing",
            "The beneficiaries are not named",
            "补贴到人到企资金缺少支付明细清单",
            "the payment is of money for persons or enterprises and names no payee list",
            "补贴到人到企资金的支付须引用明细清单",
            BENEFICIARIES);

    private static final Reason UNKNOWN = new Reason(
            "payment.payee-list-unknown",
            "There is no such payee list to be paid",
            "明细清单不存在或不可支付",
            "payee list {list} is {state}; a payment needs one that is {allowed}",
            "明细清单 {list} 状态为 {state}; 支付须为 {allowed}",
            BY_LIST);

    private static final Reason OF_ANOTHER = new Reason(
            "payment.payee-list-of-another",
            "The payee list belongs to another owner",
            "明细清单不属于本单位本年度",
            "{element} of the request is {given}, that of payee list {list} is {allowed}",
            "支付申请的 {element} 为 {given}, 明细清单 {list} 为 {allowed}",
            BY_LIST);

    private static final Reason AMOUNT_DIFFERS = new Reason(
            "payment.payee-list-amount",
            "The details do not come to the amount",
            "明细金额合计与支付金额不符",
            "{given} is applied for; the details of payee list {list} come to {allowed}",
            "申请金额 {given}; 明细清单 {list} 合计 {allowed}",
            BY_LIST);

    private static final Reason NOT_IDENTIFIED = new Reason(
            "payment.payee-list-identity",
            "Beneficiaries on the payee list are not identified",
            "明细清单缺少受益对象身份信息",
            "the payment is of money for persons or enterprises; {count} details of payee list {list} do not say whom: {details}",
            "补贴到人到企资金; 明细清单 {list} 有 {count} 条明细缺少受益对象: {details}",
            BENEFICIARIES);

    private static final Reason OTHER_BANK = new Reason(
            "payment.card-bank-differs",
            "The payee is not the bank of the cards",
            "收款银行不是发卡银行",
            "the payee of the request is kept by {given}; of payee list {list} {count} cards are of another bank: {details}",
            "支付申请收款人开户行为 {given}; 明细清单 {list} 有 {count} 张公务卡不属于该行: {details}",
            Source.certain("财库〔2007〕63号 中央预算单位公务卡管理: what was bought by card is repaid to the bank that issued it"));

    private static final Reason WHICH_DETAIL = new Reason(
            "payment.refund-detail-unknown",
            "It is not told for which detail money came back",
            "未指明退回的支付明细",
            "{given} comes back for detail {detail} of payee list {list}, which has details 1 to {allowed}",
            "明细清单 {list} 退回 {given}, 明细 {detail}; 该清单共有 {allowed} 条明细",
            Source.own("what comes back of a batch is booked for the detail that failed"));

    private static final Reason OVER_DETAIL = new Reason(
            "payment.refund-over-detail",
            "More comes back than was paid of the detail",
            "退回金额大于该明细可退金额",
            "{given} is said to have come back of detail {detail} of payee list {list}; at most {allowed} can",
            "明细清单 {list} 明细 {detail} 退回 {given}, 可退 {allowed}",
            Source.own("a refund does not exceed what was paid of its detail and has not come back"));

    static final Reasons NOTICES = Reasons.of(WHICH_DETAIL, OVER_DETAIL);

    /**
     * What a payment says of its payee list.
     *
     * @param list the list it names
     * @param elements its coding block
     * @param fen its amount in fen
     * @param bank the bank of its payee; may be blank
     * @param facts the input and what may be read
     */
    public record Use(Optional<Id<PayeeList>> list, Elements elements, long fen, String bank, Case facts) {
        private Optional<PayeeList> found() {
            return list.flatMap(facts::find);
        }

        private boolean isForBeneficiaries() {
            return elements.value(Labels.TO_BENEFICIARY).equals(Labels.YES);
        }
    }

    private BatchPayments() {}

    /** The controls of a payment as it is filled in: the list that it names is confirmed, its owner's, and comes to its amount. */
    public static <C> ImmutableList<Control<C>> filledIn(Function<C, Use> use) {
        return ImmutableList.of(
                Control.statutory(UNKNOWN, check(use, BatchPayments::payable)),
                Control.statutory(OF_ANOTHER, check(use, BatchPayments::sameOwner)),
                Control.statutory(AMOUNT_DIFFERS, check(use, BatchPayments::sameAmount)),
                Control.statutory(NOT_IDENTIFIED, check(use, BatchPayments::identified)));
    }

    /** The controls of a payment as it is handed in: it names the list that it needs, and pays the bank of its cards. */
    public static <C> ImmutableList<Control<C>> handedIn(Function<C, Use> use) {
        return ImmutableList.of(
                Control.adjustable(MISSING, Severity.HARD, check(use, BatchPayments::named)),
                Control.adjustable(OTHER_BANK, Severity.HARD, check(use, BatchPayments::paysBankOfCards)));
    }

    /**
     * The controls of a payment that is booked where it belongs: it named the list that such money needs. All else of the list
     * was asked when it was paid.
     *
     * @param use what the payment says of its list, for the money that it belongs to; nothing where there is no such payment
     */
    public static <C> ImmutableList<Control<C>> corrected(Function<C, Optional<Use>> use) {
        return ImmutableList.of(
                Control.adjustable(MISSING, Severity.HARD, anyOf(use, BatchPayments::named)),
                Control.statutory(NOT_IDENTIFIED, anyOf(use, BatchPayments::identified)));
    }

    private static <C> Check<C> anyOf(Function<C, Optional<Use>> use, Check<Use> check) {
        return c -> use.apply(c).map(check::violations).orElse(holds());
    }

    private static <C> Check<C> check(Function<C, Use> use, Check<Use> check) {
        return c -> check.violations(use.apply(c));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> named(Use use) {
        return use.isForBeneficiaries() && use.list().isEmpty() ? violated(Facts.none()) : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> payable(Use use) {
        Optional<PayeeList> list = use.found();
        return use.list().isEmpty() || list.filter(PayeeList::isPayable).isPresent()
                ? holds()
                : violated(named(use.list())
                        .and(
                                "state",
                                text(list.map(found -> found.state().name()).orElse("UNKNOWN")))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(PayeeListState.CONFIRMED.name()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameOwner(Use use) {
        return use.found()
                .map(list -> ImmutableMap.of(
                                Elements.DIVISION, list.division(),
                                Elements.AGENCY, list.agency(),
                                Elements.YEAR, Integer.toString(list.fiscalYear()))
                        .entrySet()
                        .stream()
                        .filter(own -> !own.getValue().equals(use.elements().value(own.getKey())))
                        .map(own -> named(use.list())
                                .and("element", text(own.getKey()))
                                .and("given", text(use.elements().value(own.getKey())))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(own.getValue())))
                                .map())
                        .collect(toImmutableList()))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameAmount(Use use) {
        return use.found()
                .filter(list -> list.terms().fen() != use.fen())
                .map(list -> violated(named(use.list())
                        .and("given", amount(use.fen()))
                        .and(Refusal.ALLOWED, amount(list.terms().fen()))))
                .orElse(holds());
    }

    /** Whatever kind of list it is: where the money is for persons or enterprises, each detail says for whom. */
    private static ImmutableList<ImmutableMap<String, Fact>> identified(Use use) {
        return use.found()
                .filter(list -> use.isForBeneficiaries())
                .map(list -> PayeesCase.wrong(
                        list.terms(),
                        detail -> !PayeesControls.isIdentified(detail, Identity.EITHER),
                        named(use.list())))
                .orElse(holds());
    }

    /** What was bought by card is repaid to the bank of the card, which has the account of the detail. */
    private static ImmutableList<ImmutableMap<String, Fact>> paysBankOfCards(Use use) {
        return use.found()
                .map(list -> PayeesCase.wrong(
                        list.terms(),
                        detail -> detail.consumption().isPresent()
                                && !detail.bank().equals(use.bank()),
                        named(use.list()).and("given", text(use.bank()))))
                .orElse(holds());
    }

    private static Facts named(Optional<Id<PayeeList>> list) {
        return Facts.of("list", text(list.map(Id::value).orElse("-")));
    }

    /**
     * Money of a payment has come back, in whichever year: of one detail of its list, if it names one. Refused where it is not
     * clear of which, or where no more of that can come back.
     *
     * @param list the list that the payment names, if it does
     * @param detail the number of the detail that is told; may be absent where the list has only one
     */
    public static Decision<ImmutableList<Posting>> returned(
            Optional<Id<PayeeList>> list, Optional<Integer> detail, long fen, Case c) {
        if (list.isEmpty() && detail.isEmpty()) {
            return Decision.accepted(ImmutableList.of());
        }
        Facts facts = named(list).and("given", amount(fen));
        Optional<PayeeList> found = list.flatMap(c::find);
        int details = found.map(of -> of.terms().details().size()).orElse(0);
        int number = detail.orElse(details == 1 ? 1 : 0);
        return found.filter(of -> of.detail(number).isPresent())
                .map(of -> returned(of, number, fen, facts, c))
                .orElseGet(() -> Decision.refused(Refusal.of(
                        WHICH_DETAIL,
                        facts.and(
                                        "detail",
                                        text(detail.map(told -> Integer.toString(told))
                                                .orElse("-")))
                                .and(Refusal.ALLOWED, count(details)))));
    }

    private static Decision<ImmutableList<Posting>> returned(
            PayeeList list, int number, long fen, Facts facts, Case c) {
        long left = Fen.subtract(
                list.detail(number).orElseThrow().fen(), c.balance(PayeesMeasure.RETURNED, list.segments(number)));
        return fen <= left
                ? Decision.accepted(returned(list, number, fen))
                : Decision.refused(Refusal.of(
                        OVER_DETAIL, facts.and("detail", count(number)).and(Refusal.ALLOWED, amount(left))));
    }

    /** What came back of a detail is no longer repaid of what was bought by card. */
    private static ImmutableList<Posting> returned(PayeeList list, int number, long fen) {
        Posting returned = Posting.of(PayeesPostings.RETURNED, fen, list.segments(), list.segments(number));
        return list.detail(number)
                .flatMap(PayeeDetail::consumption)
                .map(bought ->
                        Posting.of(PayeesPostings.NOT_REIMBURSED, fen, PayeeList.segments(list.division(), bought)))
                .map(notReimbursed -> ImmutableList.of(returned, notReimbursed))
                .orElse(ImmutableList.of(returned));
    }
}
