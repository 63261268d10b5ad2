package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.accounting.national.Rows.kept;
import static org.fiscalloop.accounting.national.Rows.memorandumOnly;
import static org.fiscalloop.accounting.national.Rows.rule;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.function.Function;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.asset.AssetClass;
import org.fiscalloop.asset.AssetPostings;
import org.fiscalloop.asset.AssetTerms.Use;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentPostings;

/** The nation's posting rules, case tables and measures of assets. */
final class AssetRows {
    private static final String ORIGIN = AssetPostings.ORIGIN;
    private static final String CONTRA = "ASSETS_FOLLOWED";

    private static final Source DEPRECIATION =
            Source.certain("财会〔2017〕25号 《政府会计制度》: 1602, 1702, 1802, 1832; no budgetary entry");
    private static final Source GIFT =
            Source.certain("财会〔2017〕25号 《政府会计制度》: 接受捐赠 of assets is 4603; no budgetary entry");
    private static final Source TRANSFER =
            Source.certain("财会〔2017〕25号 《政府会计制度》: 无偿调拨 by 3401 无偿调拨净资产; no budgetary entry");
    private static final Source DISPOSAL = Source.certain("财会〔2017〕25号 《政府会计制度》: 1902 待处理财产损溢, 5301 资产处置费用");
    private static final Source SALE = Source.certain("财会〔2017〕25号 《政府会计制度》: 处置净收入 is 2103 应缴财政款; no budgetary entry");
    private static final Source MEMORANDUM =
            Source.own("what cards cost, what of it is depreciated, and what has no card yet stands by key");

    private static final PostingRule U_16 =
            agency("U-16/F", DEPRECIATION, debit("{DEPRECIATION_EXPENSE}"), credit("{ASSET_DEPRECIATION}"));
    private static final PostingRule M_DEPRECIATED =
            memorandum("M-A06 depreciate", debit("CARD_DEPRECIATION"), credit(CONTRA));
    private static final PostingRule M_BOUGHT = memorandum("M-A01 buy", debit("{ASSET_TO_CARD}"), credit(CONTRA));
    private static final PostingRule M_CARDED =
            memorandum("M-A05 card", debit("CARD_COST"), credit("{ASSET_TO_CARD}", ORIGIN));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            M_BOUGHT,
            memorandum("M-A01 money back", debit("ASSET_MONEY_BACK"), credit("{ASSET_TO_CARD}")),
            memorandum(
                    "M-A01 buy by payment",
                    debit("FIXED_ASSETS_TO_CARD", PaymentPostings.PAYMENT),
                    credit(CONTRA, PaymentPostings.PAYMENT)),
            memorandum(
                    "M-A01 money back of payment",
                    debit("ASSET_MONEY_BACK", PaymentPostings.PAYMENT),
                    credit("FIXED_ASSETS_TO_CARD", PaymentPostings.PAYMENT)),
            M_CARDED,
            M_CARDED.opposite("M-A05 write down", MEMORANDUM),
            memorandum("M-A05 take", debit("CARD_COST"), credit(CONTRA)),
            memorandum("M-A05 leave", debit(CONTRA), credit("CARD_COST")),
            M_DEPRECIATED,
            M_DEPRECIATED.opposite("M-A06 leave", MEMORANDUM),
            U_16,
            U_16.opposite("U-16/F back", DEPRECIATION),
            agency("U-64/F asset", GIFT, debit("{ASSET}"), credit("DONATION_INCOME")),
            agency("U-65/F depreciation", TRANSFER, debit("{ASSET_DEPRECIATION}"), credit("{ASSET}")),
            agency("U-65/F", TRANSFER, debit("NET_ASSETS_TRANSFERRED_WITHOUT_CONSIDERATION"), credit("{ASSET}")),
            agency("U-66/F", TRANSFER, debit("{ASSET}"), credit("NET_ASSETS_TRANSFERRED_WITHOUT_CONSIDERATION")),
            agency("U-70/F", DISPOSAL, debit("PROPERTY_GAIN_LOSS_PENDING_DISPOSAL"), credit("{ASSET}")),
            agency(
                    "U-70/F complete",
                    DISPOSAL,
                    debit("ASSET_DISPOSAL_EXPENSES"),
                    credit("PROPERTY_GAIN_LOSS_PENDING_DISPOSAL")),
            agency("U-61/F sale", SALE, debit("BANK_DEPOSITS"), credit("AMOUNTS_PAYABLE_TO_THE_TREASURY")),
            agency("U-61/F sale remit", SALE, debit("AMOUNTS_PAYABLE_TO_THE_TREASURY"), credit("BANK_DEPOSITS")));

    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            byClass("ASSET", AssetClass::account),
            byClass("ASSET_DEPRECIATION", AssetClass::depreciation),
            byClass("ASSET_TO_CARD", AssetRows::toCard),
            CaseTable.of(
                    "DEPRECIATION_EXPENSE",
                    ImmutableList.of(
                            row("OPERATING_ACTIVITY_EXPENSES", Use.OPERATION),
                            row("AGENCY_ADMINISTRATIVE_EXPENSES", Use.ADMINISTRATION),
                            row("BUSINESS_EXPENSES", Use.BUSINESS)),
                    Use.class));

    /** What a payment adds to the cases of its own, where it buys a fixed asset. */
    static final CaseTable<ImmutableList<String>> PAID = ofFixedAssets("M-A01 buy by payment");

    /** What a refund adds to the cases of its own, where it is of a fixed asset. */
    static final CaseTable<ImmutableList<String>> REFUNDED = ofFixedAssets("M-A01 money back of payment");

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(AssetPostings.BOUGHT.name(), memorandumOnly("M-A01 buy"))
                    .put(AssetPostings.MONEY_BACK.name(), memorandumOnly("M-A01 money back"))
                    .put(AssetPostings.CARDED.name(), memorandumOnly("M-A05 card"))
                    .put(AssetPostings.WRITTEN_DOWN.name(), memorandumOnly("M-A05 write down"))
                    .put(AssetPostings.GIFT.name(), both("U-64/F asset", "M-A05 take"))
                    .put(AssetPostings.TAKEN.name(), both("U-66/F", "M-A05 take"))
                    .put(AssetPostings.DEPRECIATED.name(), both("U-16/F", "M-A06 depreciate"))
                    .put(AssetPostings.DEPRECIATED_TOO_FAR.name(), both("U-16/F back", "M-A06 leave"))
                    .put(
                            AssetPostings.DEPRECIATION_GONE.name(),
                            both("U-65/F depreciation", "M-A06 leave", "M-A05 leave"))
                    .put(AssetPostings.GIVEN.name(), both("U-65/F", "M-A05 leave"))
                    .put(AssetPostings.IN_DISPOSAL.name(), both("U-70/F", "M-A05 leave"))
                    .put(AssetPostings.DISPOSED.name(), ImmutableList.of(always("agency", "U-70/F complete")))
                    .put(AssetPostings.SALE_RECEIVED.name(), ImmutableList.of(always("agency", "U-61/F sale")))
                    .put(AssetPostings.SALE_REMITTED.name(), ImmutableList.of(always("agency", "U-61/F sale remit")))
                    .buildOrThrow();

    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES =
            ImmutableMap.<String, ImmutableList<Measure.Term>>builder()
                    .put("asset.cost", ImmutableList.of(kept("cost", "CARD_COST")))
                    .put("asset.depreciated", ImmutableList.of(kept("depreciated", "CARD_DEPRECIATION")))
                    .put("asset.fixed-assets-to-card", withoutCard(AssetClass.FIXED_ASSETS))
                    .put("asset.intangible-assets-to-card", withoutCard(AssetClass.INTANGIBLE_ASSETS))
                    .put("asset.public-infrastructure-to-card", withoutCard(AssetClass.PUBLIC_INFRASTRUCTURE))
                    .put("asset.affordable-housing-to-card", withoutCard(AssetClass.AFFORDABLE_HOUSING))
                    .put("asset.money-back", ImmutableList.of(kept("come back", "ASSET_MONEY_BACK")))
                    .buildOrThrow();

    /** The accounts of depreciation: only the rules naming them post to them, so that cards and books stay equal. */
    static final ImmutableSet<String> RESERVED =
            Arrays.stream(AssetClass.values()).map(AssetClass::depreciation).collect(ImmutableSet.toImmutableSet());

    private AssetRows() {}

    private static String toCard(AssetClass assetClass) {
        return assetClass.account() + "_TO_CARD";
    }

    private static ImmutableList<Measure.Term> withoutCard(AssetClass assetClass) {
        return ImmutableList.of(kept("bought, without card, " + toCard(assetClass), toCard(assetClass)));
    }

    private static CaseTable<String> byClass(String name, Function<AssetClass, String> account) {
        return CaseTable.of(
                name,
                Arrays.stream(AssetClass.values())
                        .map(assetClass -> row(account.apply(assetClass), assetClass))
                        .collect(ImmutableList.toImmutableList()),
                AssetClass.class);
    }

    /** What a payment for a fixed asset adds; nothing where the money goes to somebody who is no agency. */
    private static CaseTable<ImmutableList<String>> ofFixedAssets(String rule) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (PaymentNature nature : PaymentNature.values()) {
            for (PaymentChannel channel : PaymentChannel.values()) {
                boolean isAsset = nature == PaymentNature.FIXED_ASSET && channel != PaymentChannel.ALLOCATION;
                rows.add(row(isAsset ? ImmutableList.of(rule) : ImmutableList.of(), nature, channel));
            }
        }
        return CaseTable.of("cards", rows.build(), PaymentNature.class, PaymentChannel.class);
    }

    private static ImmutableList<CaseTable<ImmutableList<String>>> both(String agency, String... memorandum) {
        return ImmutableList.of(always("agency", agency), always("memorandum", memorandum));
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, MEMORANDUM, lines);
    }

    private static PostingRule agency(String id, Source source, RuleLine... lines) {
        return rule(id, Ledgers.AGENCY, Basis.FINANCIAL, source, lines);
    }
}
