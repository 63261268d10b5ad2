package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.asset.AssetCard;
import org.fiscalloop.asset.AssetClass;
import org.fiscalloop.asset.AssetState;
import org.fiscalloop.asset.Depreciation;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.cashplan.CashPlanKind;
import org.fiscalloop.cashplan.CashPlanState;
import org.fiscalloop.cashplan.PlanUse;
import org.fiscalloop.debt.Debt;
import org.fiscalloop.debt.DebtKind;
import org.fiscalloop.debt.DebtLimit;
import org.fiscalloop.debt.DebtPostings.DebtClass;
import org.fiscalloop.debt.OnLending;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.opening.Opened.Booked;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.temporary.TemporaryCeiling;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryState;
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/**
 * The identities between what was planned and contracted, what agencies have and the division owes, and the books of an opening. What the memorandum ledger
 * holds of a document is held by one; that every asset and debt on the accounts has a document only warns, since a system
 * that is replaced may have kept no cards.
 */
final class HoldingIdentities {
    private static final Source OWN = Source.own("the memorandum ledger holds by key what documents say");
    private static final Source ASSETS = Source.certain("《行政事业性国有资产管理条例》 (2021): 资产账与会计账核对一致");
    private static final Source DEBTS =
            Source.certain("《预算法》 art. 35, 《预算法实施条例》 (2020) art. 43: 债务余额 is what stands in the books");

    private static final Source TEMPORARY =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 借出款项, 预拨经费 are kept by recipient; codes uncertain");

    private static final ImmutableMap<Kind, String> PAID_AHEAD = ImmutableMap.of(
            Kind.APPROPRIATED_AHEAD, "ADVANCE_APPROPRIATIONS", Kind.LOAN, "LOANS_TO_AGENCIES_AND_OTHERS");

    private static final ImmutableMap<DebtClass, String> LIABILITIES = ImmutableMap.of(
            DebtClass.SHORT_BOND, "SHORT_TERM_GOVERNMENT_BONDS_PAYABLE",
            DebtClass.LONG_BOND, "LONG_TERM_GOVERNMENT_BONDS_PAYABLE",
            DebtClass.ON_LENT, "LOCAL_GOVERNMENT_BOND_ON_LENDING_PAYABLE");

    private static final Name OWED = new Name("owed", "债务余额");
    private static final Name REST = new Name("not cleared", "待清理");
    private static final Name COST = new Name("cost of cards", "卡片原值");

    private static final Name MONTH = new Name("month", "计划月份");
    private static final Name APPROVED = new Name("approved plans", "已批复用款计划");
    private static final Name CONTRA = new Name("contra", "对方");

    static final Control<Opened> CASH_PLANS = FlowIdentities.identity(
            "cash-plans",
            "Approved plans are not what became of them",
            "已批复用款计划与占用及余额不符",
            OWN,
            HoldingIdentities::plans);
    static final Control<Opened> CONTRACT_TOTAL = FlowIdentities.identity(
            "contract-total", "A contract is not what became of it", "合同金额与支付情况不符", OWN, HoldingIdentities::contracts);

    static final Control<Opened> DEBT_OUTSTANDING = FlowIdentities.identity(
            "debt-outstanding",
            "Debts differ from what is kept as owed",
            "债务余额与单据不符",
            OWN,
            HoldingIdentities::outstanding);

    static final Control<Opened> DEBT_LIMIT = FlowIdentities.identity(
            "debt-limit", "Debt limits differ from what may be owed", "债务限额与单据不符", OWN, HoldingIdentities::limits);

    static final Control<Opened> ASSET_CARDS = FlowIdentities.identity(
            "asset-cards", "Cards differ from what is kept of them", "资产卡片与备查账不符", OWN, HoldingIdentities::cards);

    static final Control<Opened> DEBT_ACCOUNTS = warning(
            "debt-accounts",
            "Debts differ from the treasury's accounts",
            "债务余额与总会计不符",
            DEBTS,
            HoldingIdentities::liabilities);

    static final Control<Opened> ASSET_ACCOUNTS = warning(
            "asset-accounts",
            "Cards differ from an agency's accounts",
            "资产卡片与单位会计不符",
            ASSETS,
            HoldingIdentities::accounts);

    static final Control<Opened> TEMPORARY_PAYMENTS = FlowIdentities.identity(
            "temporary-payments",
            "Temporary payments differ from what is kept as approved and out",
            "暂付款与单据不符",
            OWN,
            HoldingIdentities::temporary);

    static final Control<Opened> TEMPORARY_CEILING = FlowIdentities.identity(
            "temporary-ceiling",
            "The ceiling of temporary payments differs from what may be out",
            "暂付款上限与单据不符",
            OWN,
            HoldingIdentities::ceiling);

    static final Control<Opened> TEMPORARY_ACCOUNTS = warning(
            "temporary-accounts",
            "Temporary payments differ from the treasury's accounts",
            "暂付款余额与总会计不符",
            TEMPORARY,
            HoldingIdentities::paidAhead);

    static final Controls<Opened> ALL = Controls.of(
            CASH_PLANS,
            CONTRACT_TOTAL,
            DEBT_OUTSTANDING,
            DEBT_LIMIT,
            ASSET_CARDS,
            TEMPORARY_PAYMENTS,
            TEMPORARY_CEILING,
            DEBT_ACCOUNTS,
            ASSET_ACCOUNTS,
            TEMPORARY_ACCOUNTS);

    private HoldingIdentities() {}

    static Control<Opened> warning(
            String name, String title, String titleZh, Source source, org.fiscalloop.decision.Check<Opened> check) {
        return Control.adjustable(
                new Reason(
                        "opening." + name,
                        title,
                        titleZh,
                        "at {at}: {left}, but {right}; the difference is {difference}",
                        "{at}: {left}, 而 {right}; 差额 {difference}",
                        source),
                Severity.WARN,
                check);
    }

    /** What debts, on-lendings and depreciations name. */
    static void names(Opened opened, BiConsumer<Id<?>, Id<?>> named) {
        for (Debt debt : opened.documents(Debt.KIND)) {
            debt.terms().refinances().forEach(part -> named.accept(debt.id(), part.debt()));
        }
        for (OnLending lending : opened.documents(OnLending.KIND)) {
            named.accept(lending.id(), lending.terms().bond());
        }
        for (Depreciation month : opened.documents(Depreciation.KIND)) {
            month.terms().lines().forEach(line -> named.accept(month.id(), line.card()));
        }
    }

    private static ImmutableList<ImmutableMap<String, Fact>> outstanding(Opened opened) {
        Identity identity = new Identity();
        for (String account : ImmutableList.of("GENERAL_DEBT_OUTSTANDING", "SPECIAL_DEBT_OUTSTANDING")) {
            opened.sums(Ledgers.MEMORANDUM, account, Dimensions.DOCUMENT)
                    .forEach((debt, fen) -> identity.left(Name.of(Debt.id(debt)), OWED, fen));
        }
        for (Debt debt : opened.documents(Debt.KIND)) {
            identity.right(
                    Name.of(debt.id()),
                    new Name("received and not repaid", "已到账未还"),
                    debt.terms().outstandingFen());
        }
        return identity.violations();
    }

    /** What may be owed is what the limit of the latest year says. */
    private static ImmutableList<ImmutableMap<String, Fact>> limits(Opened opened) {
        Identity identity = new Identity();
        Map<DebtKind, DebtLimit> latest = new EnumMap<>(DebtKind.class);
        for (DebtLimit limit : opened.documents(DebtLimit.KIND)) {
            latest.merge(
                    limit.terms().kind(), limit, (one, other) -> one.fiscalYear() > other.fiscalYear() ? one : other);
        }
        for (DebtKind kind : DebtKind.values()) {
            Name at = new Name(kind + " debt limit", kind == DebtKind.GENERAL ? "一般债务限额" : "专项债务限额");
            String account = kind + "_DEBT_LIMIT";
            for (Booked booked : opened.booked(Ledgers.MEMORANDUM, booked -> booked.is(account))) {
                identity.left(at, Name.of(booked.account()), booked.net());
            }
            DebtLimit limit = latest.get(kind);
            if (limit != null) {
                identity.right(at, Name.of(limit.id()), Fen.of(limit.terms().amount()));
            }
        }
        return identity.violations();
    }

    /** Of each payment what is approved and not paid out, or paid out and not cleared. */
    private static ImmutableList<ImmutableMap<String, Fact>> temporary(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.MEMORANDUM, "TEMPORARY_APPROVED", Dimensions.DOCUMENT)
                .forEach((payment, fen) -> identity.left(
                        Name.of(TemporaryPayment.id(payment)), new Name("kept as approved", "已批准备查"), fen));
        opened.sums(Ledgers.MEMORANDUM, "TEMPORARY_OUTSTANDING", Dimensions.DOCUMENT)
                .forEach((payment, fen) ->
                        identity.left(Name.of(TemporaryPayment.id(payment)), new Name("kept as out", "待清理备查"), fen));
        for (TemporaryPayment payment : opened.documents(TemporaryPayment.KIND)) {
            if (payment.state() == TemporaryState.APPROVED) {
                identity.right(
                        Name.of(payment.id()),
                        new Name("approved", "已批准"),
                        Fen.of(payment.terms().amount()));
            }
            identity.right(Name.of(payment.id()), REST, payment.terms().restFen());
        }
        return identity.violations();
    }

    /** How much may be out is what the ceiling of the latest year says. */
    private static ImmutableList<ImmutableMap<String, Fact>> ceiling(Opened opened) {
        Identity identity = new Identity();
        Name at = new Name("ceiling of temporary payments", "暂付款上限");
        for (Booked booked : opened.booked(Ledgers.MEMORANDUM, booked -> booked.is("TEMPORARY_CEILING"))) {
            identity.left(at, Name.of(booked.account()), booked.net());
        }
        opened.documents(TemporaryCeiling.KIND).stream()
                .max(Comparator.comparingInt(TemporaryCeiling::fiscalYear))
                .ifPresent(latest -> identity.right(
                        at,
                        Name.of(latest.id()),
                        Fen.of(latest.terms().worked().orElseThrow().amount())));
        return identity.violations();
    }

    /** What agencies got ahead is what stands on the treasury's accounts; with divisions below it settles other things too. */
    private static ImmutableList<ImmutableMap<String, Fact>> paidAhead(Opened opened) {
        Identity identity = new Identity();
        for (Booked booked : opened.booked(Ledgers.TREASURY, Booked::isBeforeClosing)) {
            if (PAID_AHEAD.containsValue(booked.account().meaning().name())) {
                identity.left(Name.of(booked.account()), new Name("balance", "余额"), booked.net());
            }
        }
        for (TemporaryPayment payment : opened.documents(TemporaryPayment.KIND)) {
            opened.account(new org.fiscalloop.ledger.Meaning(
                            Ledgers.TREASURY,
                            PAID_AHEAD.getOrDefault(payment.terms().kind(), "")))
                    .ifPresent(account -> identity.right(
                            Name.of(account), REST, payment.terms().restFen()));
        }
        return identity.violations();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> cards(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.MEMORANDUM, "CARD_COST", Dimensions.DOCUMENT)
                .forEach((card, fen) -> identity.left(Name.of(AssetCard.id(card)), COST, fen));
        for (AssetCard card : opened.documents(AssetCard.KIND)) {
            if (card.state() == AssetState.IN_USE) {
                identity.right(
                        Name.of(card.id()),
                        new Name("cost", "原值"),
                        Fen.of(card.terms().cost()));
            }
        }
        return identity.violations();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> liabilities(Opened opened) {
        Identity identity = new Identity();
        for (Booked booked : opened.booked(Ledgers.TREASURY, Booked::isBeforeClosing)) {
            if (LIABILITIES.containsValue(booked.account().meaning().name())) {
                identity.left(Name.of(booked.account()), new Name("balance", "余额"), booked.net());
            }
        }
        for (Debt debt : opened.documents(Debt.KIND)) {
            opened.account(new org.fiscalloop.ledger.Meaning(
                            Ledgers.TREASURY,
                            LIABILITIES.getOrDefault(debt.terms().debtClass(), "")))
                    .ifPresent(account ->
                            identity.right(Name.of(account), OWED, debt.terms().outstandingFen()));
        }
        return identity.violations();
    }

    /** Agency by agency and class by class: an account is what its cards cost and what has no card yet. */
    private static ImmutableList<ImmutableMap<String, Fact>> accounts(Opened opened) {
        Identity identity = new Identity();
        for (AssetClass assetClass : AssetClass.values()) {
            for (Booked booked : opened.booked(Ledgers.AGENCY, Booked::isBeforeClosing)) {
                if (booked.is(assetClass.account())) {
                    identity.left(place(booked, assetClass), Name.of(booked.account()), booked.net());
                }
            }
            for (Booked booked :
                    opened.booked(Ledgers.MEMORANDUM, booked -> booked.is(assetClass.account() + "_TO_CARD"))) {
                identity.right(place(booked, assetClass), Name.of(booked.account()), booked.net());
            }
        }
        for (AssetCard card : opened.documents(AssetCard.KIND)) {
            if (card.state() == AssetState.IN_USE) {
                identity.right(
                        place(card.agency(), card.terms().assetClass()),
                        COST,
                        Fen.of(card.terms().cost()));
            }
        }
        return identity.violations();
    }

    private static Name place(Booked booked, AssetClass assetClass) {
        return place(booked.code(Dimensions.AGENCY), assetClass);
    }

    private static Name place(String agency, AssetClass assetClass) {
        return new Name(assetClass + " of agency", Fact.text(assetClass.name()).textZh() + " 单位").and(agency);
    }

    /** What is approved of an allotment for a month = what is left of it, was taken by payments and lapsed, and its contra. */
    private static ImmutableList<ImmutableMap<String, Fact>> plans(Opened opened) {
        Identity identity = new Identity();
        for (CashPlan plan : opened.documents(CashPlan.KIND)) {
            if (plan.state() == CashPlanState.APPROVED) {
                long fen = Fen.of(plan.terms().granted());
                long counted = plan.terms().kind() == CashPlanKind.REDUCTION ? -fen : fen;
                Name at = planned(
                        plan.terms().allotment().value(),
                        PlanUse.digits(plan.terms().month()));
                identity.left(at, APPROVED, counted);
                identity.left(CONTRA.of(at), APPROVED, counted);
            }
        }
        for (Booked booked : opened.booked(Ledgers.MEMORANDUM, Booked::isBeforeClosing)) {
            if (!booked.code(Dimensions.PLAN_MONTH).isEmpty()) {
                Name at = planned(booked.code(Dimensions.ALLOTMENT), booked.code(Dimensions.PLAN_MONTH));
                identity.right(
                        booked.is("PLANS_APPROVED") ? CONTRA.of(at) : at, FlowIdentities.row(booked), booked.net());
            }
        }
        return identity.violations();
    }

    private static Name planned(String allotment, String month) {
        return MONTH.and(month).of(FlowIdentities.ALLOTMENT.and(allotment));
    }

    /** G4: a contract with its supplements = what is left of it, applied for and paid; one that has ended has nothing left. */
    private static ImmutableList<ImmutableMap<String, Fact>> contracts(Opened opened) {
        Identity identity = new Identity();
        ImmutableMap<String, Name> accounts = ImmutableMap.of(
                "CONTRACT_RESTS", new Name("left to pay", "未支付"),
                "CONTRACT_APPLIED", new Name("applied for", "在途支付申请"),
                "CONTRACT_PAID", new Name("paid", "已支付"));
        ImmutableList<Contract> contracts = opened.documents(Contract.KIND);
        contracts.stream()
                .filter(Contract::isInForce)
                .forEach(contract -> identity.left(
                        Name.of(contract.id()),
                        new Name("amount", "合同金额"),
                        Fen.of(contract.terms().total())));
        accounts.forEach((account, name) -> {
            ImmutableMap<String, Long> sums = opened.sums(Ledgers.MEMORANDUM, account, Dimensions.DOCUMENT);
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
