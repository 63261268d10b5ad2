package org.fiscalloop.procurement;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.ProcurementPostings.Return;

/** What a payment that names a contract (CONTRACT_NO 采购合同编号) is held to, and what it does to the contract. */
public final class ContractPayments {
    private static final Source BY_CONTRACT = Source.certain("《政府采购法》 art. 46, 47; PAY_VOUCHER CONTRACT_NO");

    private static final Reason MISSING = new Reason(
            "payment.contract-missing",
            "The procurement contract is missing",
            "政府采购支付缺少合同编号",
            "the payment is government procurement and names no contract",
            "政府采购支付须填写采购合同编号",
            BY_CONTRACT);

    private static final Reason UNKNOWN = new Reason(
            "payment.contract-unknown",
            "There is no such contract in force",
            "采购合同不存在或未生效",
            "contract {contract} is {state}; a payment needs one that is {allowed}",
            "采购合同 {contract} 状态为 {state}; 支付须为 {allowed}",
            BY_CONTRACT);

    private static final Reason OF_ANOTHER = new Reason(
            "payment.contract-of-another",
            "The contract belongs to another owner",
            "采购合同不属于本单位本项目",
            "{element} of the request is {given}, that of contract {contract} is {allowed}",
            "支付申请的 {element} 为 {given}, 采购合同 {contract} 为 {allowed}",
            BY_CONTRACT);

    private static final Reason NOT_SUPPLIER = new Reason(
            "payment.contract-payee",
            "The payee is not the supplier of the contract",
            "收款人不是合同供应商",
            "account {given} is paid; the supplier of contract {contract} is paid on {allowed}",
            "收款账户 {given}; 采购合同 {contract} 供应商账户 {allowed}",
            BY_CONTRACT);

    /**
     * What a payment says of its contract.
     *
     * @param number the contract it names
     * @param isProcurement whether it says that it is government procurement
     * @param elements its coding block
     * @param payeeAccount number of the account that is paid
     * @param facts the input and what may be read
     */
    public record Use(
            Optional<String> number, boolean isProcurement, Elements elements, String payeeAccount, Case facts) {
        private Optional<Contract> contract() {
            return find(number, facts);
        }
    }

    private ContractPayments() {}

    /** The controls of a payment as it is filled in: the contract that it names is in force and its owner's. */
    public static <C> ImmutableList<Control<C>> filledIn(Function<C, Use> use) {
        return ImmutableList.of(
                Control.statutory(UNKNOWN, check(use, ContractPayments::inForce)),
                Control.statutory(OF_ANOTHER, check(use, ContractPayments::sameOwner)));
    }

    /** The controls of a payment as it is handed in: it names the contract that it needs, and pays its supplier. */
    public static <C> ImmutableList<Control<C>> handedIn(Function<C, Use> use) {
        return ImmutableList.of(
                Control.adjustable(MISSING, Severity.HARD, check(use, ContractPayments::named)),
                Control.adjustable(NOT_SUPPLIER, Severity.HARD, check(use, ContractPayments::toSupplier)));
    }

    private static <C> Check<C> check(Function<C, Use> use, Check<Use> check) {
        return c -> check.violations(use.apply(c));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> named(Use use) {
        boolean isProcurement =
                use.isProcurement() || use.elements().value(Labels.PROCUREMENT).equals(Labels.YES);
        return isProcurement && use.number().isEmpty() ? violated(Facts.none()) : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> inForce(Use use) {
        Optional<Contract> contract = use.contract();
        return use.number().isEmpty() || contract.filter(Contract::isInForce).isPresent()
                ? holds()
                : violated(Facts.of("contract", text(use.number().orElseThrow()))
                        .and(
                                "state",
                                text(contract.map(found -> found.state().name()).orElse("UNKNOWN")))
                        .and(
                                Refusal.ALLOWED,
                                texts(Stream.of(ContractState.FILED, ContractState.PERFORMING, ContractState.ACCEPTED)
                                        .map(Enum::name)
                                        .collect(toImmutableList()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameOwner(Use use) {
        return use.contract()
                .map(contract -> Stream.of(
                                differs(use, Elements.DIVISION, contract.division()),
                                differs(use, Elements.AGENCY, contract.agency()),
                                differs(
                                        use,
                                        Elements.PROJECT,
                                        contract.terms().project().value()))
                        .flatMap(Optional::stream)
                        .collect(toImmutableList()))
                .orElse(holds());
    }

    private static Optional<ImmutableMap<String, Fact>> differs(Use use, String element, String allowed) {
        String given = use.elements().value(element);
        return given.equals(allowed)
                ? Optional.empty()
                : Optional.of(Facts.of("element", text(element))
                        .and("given", text(given))
                        .and("contract", text(use.number().orElse("")))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed)))
                        .map());
    }

    /** Where the contract does not tell the account of its supplier, any is paid. */
    private static ImmutableList<ImmutableMap<String, Fact>> toSupplier(Use use) {
        return use.contract()
                .map(contract -> contract.terms().supplier().account())
                .filter(account -> !account.isBlank() && !account.equals(use.payeeAccount()))
                .map(account -> violated(Facts.of("given", text(use.payeeAccount()))
                        .and("contract", text(use.number().orElse("")))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(account)))))
                .orElse(holds());
    }

    /**
     * A payment is applied for: what is reserved, what is left and what may be paid of its contract fall.
     *
     * @param number the contract it names; nothing happens where it names none
     * @param allotment the coding block of its allotment
     */
    public static ImmutableList<Posting> drawn(Optional<String> number, Segments allotment, long fen, Case c) {
        return find(number, c)
                .map(contract -> ImmutableList.of(
                        Posting.of(ProcurementPostings.DRAWN, fen, kept(contract, allotment), contract.segments())))
                .orElse(ImmutableList.of());
    }

    /** A payment that was applied for is back at entry, or void: the contract has it back. */
    public static ImmutableList<Posting> givenBack(Optional<String> number, Segments allotment, long fen, Case c) {
        return find(number, c)
                .map(contract -> ImmutableList.of(Posting.of(
                        ProcurementPostings.GIVEN_BACK, fen, kept(contract, allotment), contract.segments())))
                .orElse(ImmutableList.of());
    }

    /** The bank has paid it. */
    public static ImmutableList<Posting> paid(Optional<String> number, long fen, Case c) {
        return find(number, c)
                .map(contract -> ImmutableList.of(Posting.of(ProcurementPostings.PAID, fen, contract.segments())))
                .orElse(ImmutableList.of());
    }

    /**
     * Money of it has come back.
     *
     * @param isOfYear whether it comes back into the allotment that it was paid from
     */
    public static ImmutableList<Posting> refunded(
            Optional<String> number, Segments allotment, long fen, boolean isOfYear, Case c) {
        return find(number, c)
                .map(contract -> refunded(contract, allotment, fen, isOfYear, c))
                .orElse(ImmutableList.of());
    }

    private static ImmutableList<Posting> refunded(
            Contract contract, Segments allotment, long fen, boolean isOfYear, Case c) {
        Return returned = returned(contract, isOfYear);
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(Posting.of(
                ProcurementPostings.REFUNDED,
                ImmutableList.of(returned),
                fen,
                kept(contract, allotment),
                contract.segments()));
        if (returned == Return.ENDED) {
            long paid = c.balance(ProcurementMeasure.PAID, contract.segments());
            postings.addAll(ProcurementPostings.returned(contract, paid, Fen.subtract(paid, fen), c));
        }
        return postings.build();
    }

    private static Return returned(Contract contract, boolean isOfYear) {
        if (!contract.isInForce()) {
            return Return.ENDED;
        }
        return isOfYear ? Return.RESERVED : Return.UNRESERVED;
    }

    private static Segments kept(Contract contract, Segments allotment) {
        return allotment.with(Dimensions.DOCUMENT, contract.id().value());
    }

    private static Optional<Contract> find(Optional<String> number, Case c) {
        return number.flatMap(value -> Id.of(Contract.KIND, value)).flatMap(c::find);
    }
}
