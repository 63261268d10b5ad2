package org.fiscalloop.bankcollection;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.bankcollection.AgreementTerms.Account;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payees.NamedDocument;
import org.fiscalloop.payees.PayeeList;

/** What a payment that names a demand (委托收款付款) is held to, and what it does to the demand. */
public final class CollectedPayments {
    /** A demand as what a payment request names. */
    public static final NamedDocument<CollectionDemand> DEMANDS = new NamedDocument<>(
            BankCollectionPostings.NAMED,
            BankCollectionPostings.RELEASED,
            BankCollectionPostings.PAID,
            DemandAction.PAY,
            demand -> demand.terms().fen(),
            CollectionDemand::segments);

    private static final String NONE = "-";

    private static final Reason UNKNOWN = new Reason(
            "payment.demand-unknown",
            "There is no such demand to be paid",
            "收款申请不存在或不可支付",
            "demand {demand} is {state}; a payment needs one that is {allowed}",
            "收款申请 {demand} 状态为 {state}; 支付须为 {allowed}",
            BankCollectionReasons.AGREED);

    private static final Reason DIFFERS = new Reason(
            "payment.demand-differs",
            "The request differs from the demand that it names",
            "支付申请与收款申请不符",
            "{element} of the request is {given}, that of demand {demand} is {allowed}",
            "支付申请的 {element} 为 {given}, 收款申请 {demand} 为 {allowed}",
            BankCollectionReasons.AGREED);

    private static final Reason BUSINESS = new Reason(
            "payment.demand-business",
            "Kind of business and demand do not go together",
            "支付业务类型与收款申请不符",
            "the request is of business {given} and names demand {demand}; bank collections are of business {allowed}",
            "支付业务类型 {given}, 收款申请 {demand}; 委托收款业务类型为 {allowed}",
            BankCollectionReasons.AGREED);

    /**
     * What a payment says of its demand.
     *
     * @param demand the demand it names
     * @param elements its coding block
     * @param fen its amount in fen
     * @param payerAccount the account that pays
     * @param payee who is paid
     * @param list the payee list that it pays instead; none where it pays its payee
     * @param businessType its kind of business (PAY_BUS_TYPE_CODE)
     * @param facts the input and what may be read
     */
    public record Use(
            Optional<Id<CollectionDemand>> demand,
            Elements elements,
            long fen,
            String payerAccount,
            Account payee,
            Optional<Id<PayeeList>> list,
            String businessType,
            Case facts) {
        private Optional<CollectionDemand> found() {
            return demand.flatMap(facts::find);
        }
    }

    private CollectedPayments() {}

    /** The controls of a payment as it is filled in: the demand that it names may be paid, and is for what it says. */
    public static <C> ImmutableList<Control<C>> filledIn(Function<C, Use> use) {
        return ImmutableList.of(
                Control.statutory(UNKNOWN, check(use, CollectedPayments::payable)),
                Control.statutory(DIFFERS, check(use, CollectedPayments::same)));
    }

    /** The controls of a payment as it is handed in: whether it names a demand goes with its kind of business. */
    public static <C> ImmutableList<Control<C>> handedIn(Function<C, Use> use) {
        return ImmutableList.of(
                Control.adjustable(BUSINESS, Severity.HARD, check(use, CollectedPayments::ofItsBusiness)));
    }

    private static <C> Check<C> check(Function<C, Use> use, Check<Use> check) {
        return c -> check.violations(use.apply(c));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> payable(Use use) {
        Optional<CollectionDemand> demand = use.found();
        return use.demand().isEmpty()
                        || demand.filter(CollectionDemand::isPayable).isPresent()
                ? holds()
                : violated(named(use)
                        .and(
                                "state",
                                text(demand.map(found -> found.state().name()).orElse("UNKNOWN")))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(DemandState.RAISED.name()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> same(Use use) {
        return use.found()
                .map(demand -> {
                    Map<String, Fact> given = said(
                            use.elements().value(Elements.DIVISION),
                            use.elements().value(Elements.AGENCY),
                            use.payerAccount(),
                            use.payee(),
                            use.list().map(Id::value).orElse(NONE),
                            use.fen());
                    return said(
                                    demand.division(),
                                    demand.agency(),
                                    demand.terms().payerAccount(),
                                    demand.terms().payee(),
                                    NONE,
                                    demand.terms().fen())
                            .entrySet()
                            .stream()
                            .filter(allowed -> !allowed.getValue().equals(given.get(allowed.getKey())))
                            .map(allowed -> named(use)
                                    .and("element", text(allowed.getKey()))
                                    .and("given", requireNonNull(given.get(allowed.getKey())))
                                    .and(Refusal.ALLOWED, allowed.getValue())
                                    .map())
                            .collect(toImmutableList());
                })
                .orElse(holds());
    }

    /** A demand is paid to its supplier: not by a list, whose details are paid instead. */
    private static Map<String, Fact> said(
            String division, String agency, String payer, Account payee, String list, long fen) {
        Map<String, Fact> said = new LinkedHashMap<>();
        said.put(Elements.DIVISION, text(division));
        said.put(Elements.AGENCY, text(agency));
        said.put("payer-account", text(payer));
        said.put("payee", text(described(payee)));
        said.put("payee-list", text(list));
        said.put("amount", Fact.amount(fen));
        return said;
    }

    /** An account on one line. */
    static String described(Account account) {
        return account.name() + " " + account.account() + " " + account.bank();
    }

    /** Where a place tells bank collections by code, a request of such a code names a demand, and no other does. */
    private static ImmutableList<ImmutableMap<String, Fact>> ofItsBusiness(Use use) {
        ImmutableList<String> types =
                use.facts().rules(BankCollectionFlow.RULES).businessTypes();
        return types.isEmpty()
                        || types.contains(use.businessType()) == use.demand().isPresent()
                ? holds()
                : violated(named(use).and("given", text(use.businessType())).and(Refusal.ALLOWED, texts(types)));
    }

    private static Facts named(Use use) {
        return Facts.of("demand", text(use.demand().map(Id::value).orElse(NONE)));
    }

    /** Money of a payment that names a demand has come back, in whichever year. */
    public static ImmutableList<Posting> returned(Optional<Id<CollectionDemand>> demand, long fen, Case c) {
        return find(demand, c)
                .map(found -> ImmutableList.of(Posting.of(BankCollectionPostings.REFUNDED, fen, found.segments())))
                .orElse(ImmutableList.of());
    }

    /** What happens to a demand when money of its payment comes back: when it is the last of it, the demand is refunded. */
    public static Optional<Happening> refunded(Optional<Id<CollectionDemand>> demand, long fen, Case c) {
        return find(demand, c)
                .filter(found -> c.balance(BankCollectionMeasure.PAID, found.segments()) == fen)
                .map(found -> Happening.of(new Moved(NamedDocument.moved(found, DemandAction.REFUND, c))));
    }

    private static Optional<CollectionDemand> find(Optional<Id<CollectionDemand>> demand, Case c) {
        return demand.flatMap(c::find);
    }
}
