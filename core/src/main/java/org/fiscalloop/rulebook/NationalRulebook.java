package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.fiscalloop.access.ImmutableAccessRules;
import org.fiscalloop.accounting.national.NationalAccounting;
import org.fiscalloop.agencyincome.ImmutableAgencyIncomeRules;
import org.fiscalloop.allotment.ImmutableAllotmentRules;
import org.fiscalloop.asset.ImmutableAssetRules;
import org.fiscalloop.bankcollection.ImmutableBankCollectionRules;
import org.fiscalloop.budget.ImmutableBudgetRules;
import org.fiscalloop.carryover.ImmutableCarryOverRules;
import org.fiscalloop.cashplan.ImmutableCashPlanRules;
import org.fiscalloop.closing.ImmutableClosingRules;
import org.fiscalloop.collection.ImmutableCollectionRules;
import org.fiscalloop.correction.ImmutableCorrectionRules;
import org.fiscalloop.debt.ImmutableDebtRules;
import org.fiscalloop.decision.Source;
import org.fiscalloop.incomebudget.ImmutableIncomeBudgetRules;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.monitoring.ImmutableMonitoringRules;
import org.fiscalloop.opening.ImmutableOpeningRules;
import org.fiscalloop.payees.ImmutablePayeesRules;
import org.fiscalloop.payment.ImmutablePaymentRules;
import org.fiscalloop.procurement.ImmutableProcurementRules;
import org.fiscalloop.project.ImmutableProjectRules;
import org.fiscalloop.register.ImmutableRegisterRules;
import org.fiscalloop.revenue.ImmutableRevenueRules;
import org.fiscalloop.settlement.ImmutableSettlementRules;
import org.fiscalloop.settlement.SettlementRules;
import org.fiscalloop.temporary.ImmutableTemporaryRules;
import org.fiscalloop.temporary.TemporaryRules;
import org.fiscalloop.transfer.ImmutableTransferRules;
import org.fiscalloop.virement.ImmutableVirementRules;

/** The nation's rulebook, year by year. What it knows for certain and what not stands with each item. */
public final class NationalRulebook {
    /** The first fiscal year for which the code tables are at hand. */
    public static final int FIRST_YEAR = 2023;

    /** The last fiscal year for which the code tables are at hand. */
    public static final int LAST_YEAR = 2025;

    private static final Source BUDGET_LAW = Source.certain("《预算法》 (2018) art. 13: no spending without budget");
    private static final Source REGULATIONS = Source.certain("《预算法实施条例》 (2020) art. 57: no payment beyond budget");

    private static final Source DEBT_LAW =
            Source.certain("《预算法》 (2018) art. 35; 《预算法实施条例》 (2020) art. 43, 44: 债务余额不得超过限额");
    private static final Source PROCUREMENT =
            Source.certain("《政府采购法》 art. 6, 36, 41, 46, 47, 49; 《政府采购法实施条例》 art. 29, 45, 48");

    private static final Source FOUR_EYES = Source.uncertain(
            "《行政事业单位内部控制规范（试行）》（财会〔2012〕21号); chains of posts and severities differ by place, tables do not");
    private static final Source LIMITS = Source.own("what limits and controls read means the same everywhere");
    private static final Source LINEAGE = Source.certain(
            "预算指标核算管理办法: 顺向可控, 逆向可溯; what the standard elements and the label of direct funds hand on is the same everywhere");
    private static final Source INVARIANT = Source.own("no balance that the loop holds somebody to falls below zero");

    /** Tables of lives, which are locked: holds, replay and four eyes rest on their rows. */
    private static final ImmutableList<String> LIFECYCLES = ImmutableList.of(
            "access/lifecycle",
            "register/agencyLifecycle",
            "register/accountLifecycle",
            "project/lifecycle",
            "budget/lifecycle",
            "allotment/lifecycle",
            "virement/lifecycle",
            "cashPlan/lifecycle",
            "monitoring/lifecycle",
            "carryOver/lifecycle",
            "transfer/issuingLifecycle",
            "transfer/receivingLifecycle",
            "procurement/planLifecycle",
            "procurement/contractLifecycle",
            "payees/lifecycle",
            "bankCollection/agreementLifecycle",
            "bankCollection/demandLifecycle",
            "payment/requestLifecycle",
            "payment/voucherLifecycle",
            "correction/lifecycle",
            "incomeBudget/lifecycle",
            "revenue/incomeLifecycle",
            "revenue/accrualLifecycle",
            "revenue/placementLifecycle",
            "collection/billLifecycle",
            "collection/refundLifecycle",
            "agencyIncome/lifecycle",
            "debt/limitLifecycle",
            "debt/debtLifecycle",
            "debt/lendingLifecycle",
            "asset/cardLifecycle",
            "asset/depreciationLifecycle",
            "temporary/paymentLifecycle",
            "temporary/ceilingLifecycle",
            "settlement/sendingLifecycle",
            "settlement/receivingLifecycle",
            "settlement/settlementLifecycle",
            "settlement/confirmingLifecycle",
            "accounting/voucherLifecycle",
            "accounting/periodLifecycle",
            "closing/yearLifecycle",
            "closing/arrangementLifecycle",
            "opening/lifecycle");

    /**
     * What is locked of the limit on executable allotments: all but the level at which it holds, which is a setting of the
     * nation or of a level above, and the texts that name that level.
     */
    private static final ImmutableList<String> OVER_ALLOTMENT = ImmutableList.of(
            "reason/code",
            "reason/title",
            "reason/titleZh",
            "reason/source",
            "terms",
            "span",
            "permitted",
            "severity",
            "where");

    private static final String OVER_ALLOTMENT_PATH = "payment/limits/payment.over-allotment";

    /** What is locked of a limit whose severity a place sets: all but that, and its texts. */
    private static final ImmutableList<String> SETTABLE =
            ImmutableList.of("reason/code", "terms", "dimensions", "span", "permitted", "where");

    private static final String OVER_CEILING_PATH = "temporary/limits/temporary.over-ceiling";
    private static final String OVER_CASH_PATH = "settlement/limits/settlement.over-cash";
    private static final String OVER_SENT_PATH = "settlement/limits/settlement.over-sent";

    private static final String OVER_TREASURY_PATH = "payment/limits/payment.over-treasury-balance";

    private static final String OVER_SPECIAL_ACCOUNT_PATH = "payment/limits/payment.over-special-account";

    private NationalRulebook() {}

    /**
     * The rulebook of a fiscal year.
     *
     * @throws IllegalArgumentException if the library has no code tables for the year
     */
    public static Rulebook of(int fiscalYear) {
        if (fiscalYear < FIRST_YEAR || fiscalYear > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "fiscal year must be " + FIRST_YEAR + " to " + LAST_YEAR + ": " + fiscalYear);
        }
        return ImmutableRulebook.builder()
                .title("全国 " + fiscalYear)
                .fiscalYear(fiscalYear)
                .validFrom(LocalDate.of(fiscalYear - 1, 1, 1))
                .access(ImmutableAccessRules.builder()
                        .reviews(ReviewChains.ONE_POST_EACH)
                        .addAdministrators("admin")
                        .build())
                .masterdata(new MasterdataRules(
                        CodeTables.national(), ElementRules.national(), ImmutableSet.of("21", "22")))
                .register(ImmutableRegisterRules.builder()
                        .reviews(ReviewChains.ONE_POST_EACH)
                        .build())
                .project(ImmutableProjectRules.builder().build())
                .budget(ImmutableBudgetRules.builder().build())
                .allotment(ImmutableAllotmentRules.builder().build())
                .virement(ImmutableVirementRules.builder().build())
                .cashPlan(ImmutableCashPlanRules.builder().build())
                .monitoring(ImmutableMonitoringRules.builder().build())
                .carryOver(ImmutableCarryOverRules.builder().build())
                .transfer(ImmutableTransferRules.builder().build())
                .procurement(ImmutableProcurementRules.builder().build())
                .payees(ImmutablePayeesRules.builder().build())
                .bankCollection(ImmutableBankCollectionRules.builder().build())
                .payment(ImmutablePaymentRules.builder().build())
                .correction(ImmutableCorrectionRules.builder().build())
                .incomeBudget(ImmutableIncomeBudgetRules.builder().build())
                .revenue(ImmutableRevenueRules.builder().build())
                .collection(ImmutableCollectionRules.builder().build())
                .agencyIncome(ImmutableAgencyIncomeRules.builder().build())
                .debt(ImmutableDebtRules.builder().build())
                .asset(ImmutableAssetRules.builder().build())
                .temporary(ImmutableTemporaryRules.builder().build())
                .settlement(ImmutableSettlementRules.builder().build())
                .accounting(NationalAccounting.RULES)
                .closing(ImmutableClosingRules.builder().build())
                .opening(ImmutableOpeningRules.builder().build())
                .provenance(provenance())
                .build();
    }

    /** Every rulebook the library has, in order. */
    public static ImmutableList<Rulebook> all() {
        ImmutableList.Builder<Rulebook> all = ImmutableList.builder();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            all.add(of(year));
        }
        return all.build();
    }

    /**
     * Locked is what a limit or four eyes would not hold without: the limits (of that on executable allotments all but its
     * level, see {@link ControlLevel}), the measures they and the controls add up, by which dimensions the ledgers of these
     * measures are kept, the tables of lives, and what the standard elements and the label of direct funds hand on. Open is
     * all else: review chains,
     * severities that a control permits, elements, code tables, charts and postings; of postings in the ledgers that
     * limits read, {@link RuleTimeline} proves that they do the same to every account.
     */
    private static ImmutableMap<String, Provenance> provenance() {
        ImmutableMap.Builder<String, Provenance> locks = ImmutableMap.builder();
        LIFECYCLES.forEach(path -> locks.put(path, locked(FOUR_EYES)));
        NationalAccounting.RULES
                .measures()
                .keySet()
                .forEach(code -> locks.put("accounting/measures/" + code, locked(LIMITS)));
        RuleTimeline.CONTROL.forEach(ledger -> locks.put("accounting/dimensions/" + ledger, locked(LIMITS)));
        ElementRules.national().declarations().stream()
                .map(ElementRules.Declaration::code)
                .filter(code -> Elements.STANDARD.contains(code) || code.equals(Labels.DIRECT))
                .forEach(code -> locks.put("masterdata/elements/declarations/" + code, locked(LINEAGE)));
        OVER_ALLOTMENT.forEach(part -> locks.put(OVER_ALLOTMENT_PATH + "/" + part, locked(REGULATIONS)));
        for (String path : ImmutableList.of(
                OVER_CEILING_PATH, OVER_TREASURY_PATH, OVER_SPECIAL_ACCOUNT_PATH, OVER_CASH_PATH, OVER_SENT_PATH)) {
            SETTABLE.forEach(part -> locks.put(path + "/" + part, locked(LIMITS)));
        }
        return locks.put("access", open(Source.own("the library knows no users; a vendor names the administrators")))
                .put("masterdata/tables", open(Source.uncertain("政府收支分类科目 of the year; each row has its own source")))
                .put("masterdata/mappings", open(Source.uncertain("两套支出经济分类对照表; each row has its own source")))
                .put("masterdata/elements", open(Source.uncertain("要素 of 预算指标核算管理办法; each has its own source")))
                .put(
                        "masterdata/zeroBalanceKinds",
                        open(Source.uncertain("account kinds seen in a provincial system of 2024")))
                .put("register", open(Source.uncertain("财办〔2020〕13号: stage names; reviewers are local")))
                .put("project/reviews", open(Source.uncertain("reviewers are local")))
                .put("project/severities", open(Source.own("each control permits what it permits")))
                .put("project/measuredCategories", open(Source.certain("财办〔2020〕13号 项目类别 1 and 21")))
                .put("project/spendingKinds", open(Source.certain("财办〔2020〕13号 项目类别 1 and 21")))
                .put("budget/limits/project.over-reserve", locked(BUDGET_LAW))
                .put("budget/borrowedFunds", open(Source.certain("资金性质 VD10001: 112 一般债券, 122 专项债券")))
                .put(
                        "budget/capitalClasses",
                        open(Source.uncertain("《预算法》 art. 35: 公益性资本支出; which classes are capital follows their names")))
                .put("budget", open(Source.uncertain("财办〔2020〕13号; reviewers are local")))
                .put("allotment/limits/budget.over-line", locked(BUDGET_LAW))
                .put("allotment/limits/allotment.over-parent", locked(INVARIANT))
                .put("allotment/limits/allotment.over-frozen", locked(INVARIANT))
                .put("allotment/limits/allotment.over-pre-issued", locked(INVARIANT))
                .put("allotment/limits/allotment.over-proposed", locked(BUDGET_LAW))
                .put("allotment/limits/allotment.over-unspent", locked(BUDGET_LAW))
                .put("allotment", open(Source.uncertain("财办〔2022〕36号: structure; states follow a provincial system")))
                .put("cashPlan/limits/cash-plan.over-plan", locked(REGULATIONS))
                .put("cashPlan/limits/cash-plan.over-allotment", locked(INVARIANT))
                .put("cashPlan/control", open(Source.uncertain("双控制 is kept by some places beside 指标直接控制")))
                .put(
                        "monitoring",
                        open(Source.uncertain("动态监控: which rules, what they do and their numbers differ by place")))
                .put("cashPlan", open(Source.uncertain("states and posts follow a provincial system of 2024")))
                .put(
                        "virement/authority",
                        open(Source.uncertain("《预算法》 art. 72: by rules of finance; each case has its own source")))
                .put(
                        "virement/restrictedCodes",
                        open(Source.uncertain(
                                "三公经费, 会议费, 培训费: codes certain, that none grows by virement is practice")))
                .put("virement", open(Source.uncertain("预算调剂: documents and posts follow systems in use")))
                .put(
                        "carryOver/treatments",
                        open(
                                Source.uncertain(
                                        "《预算法》 art. 42, 《预算法实施条例》 (2020) art. 50; each row has its own source, exceptions differ by place")))
                .put(
                        "carryOver/recoveries",
                        open(Source.uncertain(
                                "《预算法》 art. 66; each row has its own source, other budgets differ by place")))
                .put("carryOver/generalFund", open(Source.certain("资金性质 VD10001: 111 一般公共预算资金")))
                .put("carryOver/conversions", open(Source.own("the code tables of a place say what they rename")))
                .put(
                        "carryOver/treasuryAccrues",
                        open(Source.uncertain("财库〔2022〕41号: 权责发生制列支 is for the centre and provinces only")))
                .put("carryOver/agencyRecognises", open(Source.certain("财会〔2022〕25号 解释第5号, section 1")))
                .put("carryOver/crossYearRefund", open(Source.uncertain("跨年退回 differs by place")))
                .put("carryOver", open(Source.uncertain("结转结余管理: steps follow systems in use")))
                .put("transfer/limits/transfer.over-in-force", locked(INVARIANT))
                .put("transfer/limits/transfer.over-arrived", locked(INVARIANT))
                .put("transfer/limits/transfer.over-received", locked(INVARIANT))
                .put("transfer/deadlines", open(Source.certain("《预算法》 art. 52: a place may ask for fewer days")))
                .put("transfer/receivers", open(Source.own("to whom a division issues is data of its place")))
                .put("transfer", open(Source.uncertain("上下贯通: steps follow systems in use; reviewers are local")))
                .put(
                        OVER_ALLOTMENT_PATH,
                        open(Source.uncertain(
                                "财办〔2020〕13号: 指标直接控制支付; how finely is for the nation or a level above to say")))
                .put("procurement/limits/procurement.over-budget", locked(PROCUREMENT))
                .put("procurement/limits/procurement.over-plan", locked(PROCUREMENT))
                .put("procurement/limits/procurement.over-contract", locked(PROCUREMENT))
                .put("procurement/limits/procurement.before-acceptance", locked(PROCUREMENT))
                .put("procurement/limits/procurement.over-reservation", locked(INVARIANT))
                .put("procurement/limits/procurement.reserved-over-rest", locked(INVARIANT))
                .put("procurement/supplementPercent", locked(PROCUREMENT))
                .put("procurement/bondPercent", locked(PROCUREMENT))
                .put("procurement/signingDays", locked(PROCUREMENT))
                .put("procurement/filingDays", locked(PROCUREMENT))
                .put("procurement/publishingDays", locked(Source.certain("《政府采购法实施条例》 art. 50: 2个工作日")))
                .put("procurement/holidays", open(Source.own("the State Council announces them year by year")))
                .put("procurement/dueTerms", locked(Source.certain("《保障中小企业款项支付条例》")))
                .put("procurement", open(Source.uncertain("《政府采购法》: stages; reviewers and codes are local")))
                .put("payees/limits/payees.list-named", locked(INVARIANT))
                .put("payees/limits/payees.over-list", locked(INVARIANT))
                .put("payees/limits/payees.over-returned", locked(INVARIANT))
                .put("payees", open(Source.uncertain("PAY_DETAIL 支付明细: kinds, codes and reviewers are local")))
                .put("bankCollection/limits/bank-collection.demand-named", locked(INVARIANT))
                .put("bankCollection/limits/bank-collection.over-demand", locked(INVARIANT))
                .put("bankCollection", open(Source.uncertain("委托收款: kinds, codes, days and reviewers are local")))
                .put("payment/limits/payment.over-refundable", locked(INVARIANT))
                .put("payment/limits/payment.over-bank-balance", locked(INVARIANT))
                .put(
                        OVER_TREASURY_PATH,
                        open(Source.uncertain("whether the books are held to the treasury's balance differs by place")))
                .put(
                        OVER_SPECIAL_ACCOUNT_PATH,
                        open(Source.uncertain("财政专户管理资金以收定支: whether the books are held to it differs by place")))
                .put(
                        "payment/kinds",
                        open(Source.uncertain(
                                "财库〔2022〕5号: 国库集中支付 is one kind; 直接 and 授权 where a place still has them")))
                .put(
                        "payment/financeReview",
                        open(Source.uncertain(
                                "a provincial system of 2024: 代编 and large items are reviewed by finance")))
                .put("payment/occupation", open(Source.uncertain("save or submit differs by province")))
                .put(
                        "payment/signatures",
                        open(Source.uncertain("财库〔2022〕5号 art. 3; where people sign differs by place")))
                .put("payment", open(Source.uncertain("财库〔2022〕5号; states follow a provincial system")))
                .put("correction/limits/correction.over-standing", locked(INVARIANT))
                .put("correction", open(Source.uncertain("财库〔2022〕5号: 更正; reviewers are local")))
                .put("incomeBudget/limits/income-budget.below-zero", locked(INVARIANT))
                .put("incomeBudget", open(Source.uncertain("收入预算: steps follow systems in use; reviewers are local")))
                .put("revenue/shares", open(Source.uncertain("each row has its own source; 省以下 differs by place")))
                .put("revenue", open(Source.uncertain("国库收入日报 3401")))
                .put("collection/limits/collection.over-paid", locked(INVARIANT))
                .put(
                        "collection/lateFees",
                        open(Source.uncertain("each row has its own source; others go by their own laws")))
                .put("collection", open(Source.uncertain("政府非税收入管理: steps follow systems in use; reviewers are local")))
                .put("agencyIncome/limits/agency-income.over-claim", locked(INVARIANT))
                .put(
                        "agencyIncome/taxRates",
                        open(Source.uncertain("增值税税率 and 征收率 in force; those of small taxpayers are policy of a year")))
                .put("agencyIncome", open(Source.uncertain("单位资金收入: steps follow systems in use")))
                .put("debt/limits/debt.over-general-limit", locked(DEBT_LAW))
                .put("debt/limits/debt.over-special-limit", locked(DEBT_LAW))
                .put("debt/limits/debt.over-bond", locked(INVARIANT))
                .put("debt/funds", open(Source.certain("资金性质 VD10001: 112 一般债券, 122 专项债券")))
                .put("debt", open(Source.uncertain("《预算法》 art. 35; reviewers are local")))
                .put("asset/limits/asset.over-bought", locked(INVARIANT))
                .put("asset/limits/asset.over-depreciated", locked(INVARIANT))
                .put("asset/categories", open(Source.uncertain("《政府会计准则第3号》应用指南; each category has its own source")))
                .put("asset", open(Source.uncertain("《行政事业性国有资产管理条例》 (2021); who approves is local")))
                .put("temporary/limits/temporary.over-rest", locked(INVARIANT))
                .put(OVER_CEILING_PATH, open(TemporaryRules.CEILING))
                .put("temporary/ceiling", open(TemporaryRules.CEILING))
                .put("temporary", open(Source.uncertain("财库〔2022〕41号 《财政总会计制度》; reviewers are local")))
                .put(OVER_CASH_PATH, open(SettlementRules.CASH))
                .put(OVER_SENT_PATH, open(SettlementRules.OWED))
                .put("settlement/centre", open(SettlementRules.CENTRE))
                .put("settlement/kinds", open(SettlementRules.WAYS))
                .put(
                        "settlement",
                        open(Source.uncertain("资金调度, 年终结算: steps follow systems in use; reviewers are local")))
                .put("accounting/charts", open(Source.uncertain("each account has its own source")))
                .put("opening", open(Source.own("who answers for an opening is named by its place")))
                .put("accounting", open(Source.uncertain("each posting rule has its own source")))
                .put("closing/rules/IND-19", locked(LIMITS))
                .put("closing", open(Source.uncertain("each closing rule has its own source")))
                .buildOrThrow();
    }

    private static Provenance open(Source source) {
        return new Provenance(source, "", false);
    }

    private static Provenance locked(Source source) {
        return new Provenance(source, "", true);
    }
}
