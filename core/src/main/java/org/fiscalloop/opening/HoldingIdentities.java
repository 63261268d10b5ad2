package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.asset.AssetCard;
import org.fiscalloop.asset.AssetClass;
import org.fiscalloop.asset.AssetState;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.cashplan.CashPlanKind;
import org.fiscalloop.cashplan.CashPlanState;
import org.fiscalloop.cashplan.PlanUse;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.opening.Opened.Booked;
import org.fiscalloop.temporary.TemporaryCeiling;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryState;
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/**
 * The identities between what was planned to be paid, what agencies have and what they got ahead, and the books of an opening.
 * What the memorandum ledger holds of a document is held by one; that every asset on the accounts has a card only warns, since
 * a system that is replaced may have kept none.
 */
final class HoldingIdentities {
    private static final Source OWN = Source.own("the memorandum ledger holds by key what documents say");
    private static final Source ASSETS = Source.certain("《行政事业性国有资产管理条例》 (2021): 资产账与会计账核对一致");
    private static final Source TEMPORARY =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: 借出款项, 预拨经费 are kept by recipient; codes uncertain");

    private static final ImmutableMap<Kind, String> PAID_AHEAD = ImmutableMap.of(
            Kind.APPROPRIATED_AHEAD, "ADVANCE_APPROPRIATIONS", Kind.LOAN, "LOANS_TO_AGENCIES_AND_OTHERS");

    private static final Name REST = new Name("not cleared", "待清理");
    private static final Name CEILING = new Name("ceiling of temporary payments", "暂付款上限");
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
    static final Control<Opened> ASSET_CARDS = FlowIdentities.identity(
            "asset-cards", "Cards differ from what is kept of them", "资产卡片与备查账不符", OWN, HoldingIdentities::cards);

    static final Control<Opened> CARD_DEPRECIATION = FlowIdentities.identity(
            "card-depreciation",
            "More of a card is depreciated than it cost",
            "累计折旧超过资产原值",
            ASSETS,
            HoldingIdentities::depreciated);

    static final Control<Opened> ASSET_ACCOUNTS = FlowIdentities.warning(
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

    static final Control<Opened> TEMPORARY_EXCESS = FlowIdentities.identity(
            "temporary-excess",
            "More is kept as above the ceiling than is out above it",
            "超过上限的暂付款备查数过大",
            OWN,
            HoldingIdentities::excess);

    static final Control<Opened> TEMPORARY_ACCOUNTS = FlowIdentities.warning(
            "temporary-accounts",
            "Temporary payments differ from the treasury's accounts",
            "暂付款余额与总会计不符",
            TEMPORARY,
            HoldingIdentities::paidAhead);

    /** Those of procurement and debt, then its own. */
    static final Controls<Opened> ALL = ProcurementIdentities.ALL
            .and(DebtIdentities.ALL)
            .and(Controls.of(
                    CASH_PLANS,
                    ASSET_CARDS,
                    CARD_DEPRECIATION,
                    TEMPORARY_PAYMENTS,
                    TEMPORARY_CEILING,
                    TEMPORARY_EXCESS,
                    ASSET_ACCOUNTS,
                    TEMPORARY_ACCOUNTS));

    private HoldingIdentities() {}

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
        for (Booked booked : opened.booked(Ledgers.MEMORANDUM, booked -> booked.is("TEMPORARY_CEILING"))) {
            identity.left(CEILING, Name.of(booked.account()), booked.net());
        }
        opened.documents(TemporaryCeiling.KIND).stream()
                .max(Comparator.comparingInt(TemporaryCeiling::fiscalYear))
                .ifPresent(latest -> identity.right(
                        CEILING,
                        Name.of(latest.id()),
                        Fen.of(latest.terms().worked().orElseThrow().amount())));
        return identity.violations();
    }

    /** What is kept as excess makes room above the ceiling: no more than is approved and out above it. */
    private static ImmutableList<ImmutableMap<String, Fact>> excess(Opened opened) {
        Identity identity = new Identity();
        long used = Fen.add(total("TEMPORARY_APPROVED", opened), total("TEMPORARY_OUTSTANDING", opened));
        identity.atMost(
                CEILING,
                new Name("kept as excess", "超上限备查"),
                total("TEMPORARY_EXCESS", opened),
                new Name("approved and out above it", "超过上限的已批准及待清理"),
                Math.max(0, Fen.subtract(used, total("TEMPORARY_CEILING", opened))));
        return identity.violations();
    }

    private static long total(String account, Opened opened) {
        long sum = 0;
        for (Booked booked :
                opened.booked(Ledgers.MEMORANDUM, booked -> booked.is(account) && booked.isBeforeClosing())) {
            sum = Fen.add(sum, booked.net());
        }
        return sum;
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
            Optional.ofNullable(PAID_AHEAD.get(payment.terms().kind()))
                    .flatMap(name -> opened.account(new Meaning(Ledgers.TREASURY, name)))
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

    /** A card that is in use is depreciated by what it cost at most, and any other by nothing. */
    private static ImmutableList<ImmutableMap<String, Fact>> depreciated(Opened opened) {
        Identity identity = new Identity();
        ImmutableMap<Id<?>, AssetCard> cards = opened.byId(AssetCard.KIND);
        opened.sums(Ledgers.MEMORANDUM, "CARD_DEPRECIATION", Dimensions.DOCUMENT)
                .forEach((card, fen) -> identity.atMost(
                        Name.of(AssetCard.id(card)),
                        new Name("depreciated", "累计折旧"),
                        fen,
                        new Name("cost", "原值"),
                        Optional.ofNullable(cards.get(AssetCard.id(card)))
                                .filter(found -> found.state() == AssetState.IN_USE)
                                .map(found -> Fen.of(found.terms().cost()))
                                .orElse(0L)));
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
}
