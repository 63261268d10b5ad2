package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ProcurementPlan;

/** The identities between the procurement plans and contracts of an opening and what its books keep of them. */
final class ProcurementIdentities {
    private static final Source OWN = Source.own("the memorandum ledger holds by key what plans and contracts say");
    private static final Source ACCEPTED =
            Source.certain("《政府采购法》 art. 41, 45: a contract is paid as it was agreed and accepted");

    private static final Name FILED = new Name("filed", "已备案");
    private static final Name APPLIED = new Name("applied for", "在途支付申请");
    private static final Name PAID = new Name("paid", "已支付");
    private static final Name REST = new Name("left to pay", "未支付");

    private static final ImmutableMap<String, Name> OF_CONTRACTS =
            ImmutableMap.of("CONTRACT_RESTS", REST, "CONTRACT_APPLIED", APPLIED, "CONTRACT_PAID", PAID);

    static final Control<Opened> PLANS = FlowIdentities.identity(
            "procurement-plans",
            "A procurement plan is not what became of it",
            "采购计划与签约情况不符",
            OWN,
            ProcurementIdentities::plans);

    static final Control<Opened> CONTRACT_TOTAL = FlowIdentities.identity(
            "contract-total",
            "A contract is not what became of it",
            "合同金额与支付情况不符",
            OWN,
            ProcurementIdentities::contracts);

    static final Control<Opened> CONTRACT_PAYABLE = FlowIdentities.identity(
            "contract-payable",
            "What may be paid of a contract is not what was agreed and accepted",
            "合同可支付金额与约定及验收不符",
            ACCEPTED,
            ProcurementIdentities::payable);

    static final Control<Opened> CONTRACT_RESERVED = FlowIdentities.identity(
            "contract-reserved",
            "More is reserved for a contract than is left to pay of it",
            "合同占用指标超过合同未支付金额",
            OWN,
            ProcurementIdentities::reserved);

    static final Controls<Opened> ALL = Controls.of(PLANS, CONTRACT_TOTAL, CONTRACT_PAYABLE, CONTRACT_RESERVED);

    private ProcurementIdentities() {}

    private static ImmutableMap<String, Long> sums(String account, Opened opened) {
        return opened.sums(Ledgers.MEMORANDUM, account, Dimensions.DOCUMENT);
    }

    /** What plans took of budget lines is contracted or not, and of a plan that was filed no more than it came to. */
    private static ImmutableList<ImmutableMap<String, Fact>> plans(Opened opened) {
        Identity identity = new Identity();
        ImmutableMap<Id<?>, ProcurementPlan> plans = opened.byId(ProcurementPlan.KIND);
        sums("PLANS_FILED", opened).forEach((plan, fen) -> {
            Id<ProcurementPlan> id = ProcurementPlan.id(plan);
            long most = Optional.ofNullable(plans.get(id))
                    .filter(found -> isFiled(found.state()))
                    .map(found -> Fen.of(found.terms().amount()))
                    .orElse(0L);
            identity.left(Name.of(id), FILED, fen);
            identity.atMost(FILED.of(Name.of(id)), FILED, fen, new Name("amount", "计划金额"), most);
        });
        sums("PLAN_RESTS", opened)
                .forEach((plan, fen) ->
                        identity.right(Name.of(ProcurementPlan.id(plan)), new Name("not contracted", "未签约"), fen));
        sums("PLANS_CONTRACTED", opened)
                .forEach((plan, fen) ->
                        identity.right(Name.of(ProcurementPlan.id(plan)), new Name("contracted", "已签约"), fen));
        return identity.violations();
    }

    private static boolean isFiled(ProcurementPlan.State state) {
        return switch (state) {
            case FILED, IN_PROCUREMENT, CONTRACTED, FAILED, CLOSED -> true;
            case DRAFT, SUBMITTED, VOIDED -> false;
        };
    }

    /** What may be paid by the terms of a contract and by what was accepted may be applied for, is applied for or paid. */
    private static ImmutableList<ImmutableMap<String, Fact>> payable(Opened opened) {
        Identity identity = new Identity();
        sums("CONTRACT_PAYABLE", opened)
                .forEach((contract, fen) ->
                        identity.left(Name.of(Contract.id(contract)), new Name("payable", "可支付"), fen));
        ImmutableMap<String, Long> applied = sums("CONTRACT_APPLIED", opened);
        ImmutableMap<String, Long> paid = sums("CONTRACT_PAID", opened);
        for (Contract contract : opened.documents(Contract.KIND)) {
            if (contract.isInForce()) {
                String number = contract.id().value();
                identity.left(Name.of(contract.id()), APPLIED, applied.getOrDefault(number, 0L));
                identity.left(Name.of(contract.id()), PAID, paid.getOrDefault(number, 0L));
                identity.right(
                        Name.of(contract.id()),
                        new Name("agreed and accepted", "约定及验收"),
                        contract.terms().payableFen());
            }
        }
        return identity.violations();
    }

    /** Allotments are kept for contracts in force, and for what of them is not applied for yet. */
    private static ImmutableList<ImmutableMap<String, Fact>> reserved(Opened opened) {
        Identity identity = new Identity();
        ImmutableMap<Id<?>, Contract> contracts = opened.byId(Contract.KIND);
        ImmutableMap<String, Long> rests = sums("CONTRACT_RESTS", opened);
        sums("RESERVED_FOR_CONTRACTS", opened).forEach((contract, fen) -> {
            Id<Contract> id = Contract.id(contract);
            boolean isInForce = Optional.ofNullable(contracts.get(id))
                    .filter(Contract::isInForce)
                    .isPresent();
            identity.atMost(
                    Name.of(id),
                    new Name("reserved", "占用指标"),
                    fen,
                    REST,
                    isInForce ? rests.getOrDefault(contract, 0L) : 0);
        });
        return identity.violations();
    }

    /** G4: a contract with its supplements = what is left of it, applied for and paid; one that has ended has nothing left. */
    private static ImmutableList<ImmutableMap<String, Fact>> contracts(Opened opened) {
        Identity identity = new Identity();
        ImmutableList<Contract> contracts = opened.documents(Contract.KIND);
        contracts.stream()
                .filter(Contract::isInForce)
                .forEach(contract -> identity.left(
                        Name.of(contract.id()),
                        new Name("amount", "合同金额"),
                        Fen.of(contract.terms().total())));
        OF_CONTRACTS.forEach((account, name) -> {
            ImmutableMap<String, Long> sums = sums(account, opened);
            contracts.stream()
                    .filter(contract -> contract.isInForce() || !account.equals("CONTRACT_PAID"))
                    .forEach(contract -> identity.right(
                            Name.of(contract.id()),
                            name,
                            sums.getOrDefault(contract.id().value(), 0L)));
        });
        return identity.violations();
    }
}
