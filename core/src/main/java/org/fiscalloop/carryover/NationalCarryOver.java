package org.fiscalloop.carryover;

import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverRules.Destination;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.SpendingKind;

/**
 * The nation's rows of what becomes of what is left of a year, the exceptions to the two years before them, and of where goes
 * what lapses. What no published text confirms is marked uncertain and can be replaced by an overlay.
 */
final class NationalCarryOver {
    private static final Source PURPOSE = Source.certain(
            "《预算法实施条例》 (2020) art. 50: 结转资金 is what is needed next year for the same purpose; a project that has ended needs nothing");
    private static final Source OWN_MONEY =
            Source.uncertain("财会〔2017〕25号: 8201 非财政拨款结转 goes on by a rule of its own; the two years are those of 财政拨款");
    private static final Source EDUCATION_FEES =
            Source.uncertain("财政专户管理资金: what is left stays in the special account and is used next year; practice");
    private static final Source DIRECT = Source.uncertain(
            "直达资金: carried over once, whatever its project is, and taken back if it is left again; practice of places");
    private static final Source BASIC = Source.uncertain("基本支出结转 goes on for basic expenditure; practice");
    private static final Source FUNDS = Source.uncertain(
            "政府性基金: 专款专用, each fund goes on by its item; 财预〔2015〕15号: up to about 30 % of what it took in in the year");
    private static final Source SCIENCE = Source.uncertain("科研项目资金 goes on while the project does; practice");
    private static final Source BUILDING = Source.uncertain("基本建设项目资金 goes on while the project does; practice");
    private static final Source TWO_YEARS =
            Source.certain("《预算法》 art. 42, 《预算法实施条例》 (2020) art. 50: 连续两年未用完的结转资金 is 结余资金");
    private static final Source ONE_YEAR =
            Source.certain("《预算法》 art. 42, 《预算法实施条例》 (2020) art. 50: 结转资金 is used next year for the same purpose");

    static final ImmutableList<CarryRule> TREATMENTS = ImmutableList.of(
            rule("project-ended", "Of a project that has ended", "项目已结束或终止", Treatment.LAPSE, PURPOSE)
                    .when(ProjectEnd.ENDED),
            rule("agency-funds", "An agency's own money", "单位资金", Treatment.CARRY, OWN_MONEY)
                    .when(FundBook.AGENCY),
            rule("special-account", "Money of the special account", "财政专户管理资金", Treatment.CARRY, EDUCATION_FEES)
                    .when(FundBook.SPECIAL_ACCOUNT),
            rule("direct-once", "A direct fund, left for the first time", "直达资金首次结转", Treatment.CARRY, DIRECT)
                    .whenCode(Labels.DIRECT, "01", "02", "03")
                    .when(CarryTerm.FIRST),
            rule("direct-again", "A direct fund, left again", "直达资金再次未用完", Treatment.LAPSE, DIRECT)
                    .whenCode(Labels.DIRECT, "01", "02", "03"),
            rule("basic-expenditure", "Basic expenditure", "基本支出", Treatment.CARRY, BASIC)
                    .when(SpendingKind.PERSONNEL, SpendingKind.OPERATING),
            rule("government-fund", "A government fund, by its item", "政府性基金按项目结转", Treatment.CARRY, FUNDS)
                    .when(FundBook.GOVERNMENT_FUND),
            rule("research", "A project of research", "科研项目", Treatment.CARRY, SCIENCE)
                    .when(ProjectNature.RESEARCH),
            rule("construction", "A project of construction", "基建项目", Treatment.CARRY, BUILDING)
                    .when(ProjectNature.CONSTRUCTION),
            rule("two-years", "Left for a second year", "连续两年未用完", Treatment.LAPSE, TWO_YEARS)
                    .when(CarryTerm.SECOND),
            rule("first-year", "Left for the first time", "当年未用完", Treatment.CARRY, ONE_YEAR));

    static final CaseTable<Destination> RECOVERIES = CaseTable.of(
            "recovery",
            ImmutableList.of(
                    row(
                            new Destination(
                                    Recovery.STABILISATION_FUND,
                                    Source.certain("《预算法》 art. 66, 财预〔2015〕15号: 一般公共预算结余 is put into the 预算稳定调节基金")),
                            FundBook.GENERAL),
                    row(
                            new Destination(
                                    Recovery.OWN_BUDGET,
                                    Source.uncertain(
                                            "政府性基金: what lapses stays in the fund; what is more than about 30 % of the year's income goes to the general budget by 财预〔2015〕15号")),
                            FundBook.GOVERNMENT_FUND),
                    row(
                            new Destination(
                                    Recovery.OWN_BUDGET,
                                    Source.uncertain("国有资本经营预算: what lapses is budgeted again there; practice")),
                            FundBook.STATE_CAPITAL),
                    row(
                            new Destination(
                                    Recovery.OWN_BUDGET,
                                    Source.own("what is of no budget of the division's goes into none of them")),
                            FundBook.OTHER),
                    row(
                            new Destination(
                                    Recovery.OWN_BUDGET,
                                    Source.uncertain("财政专户管理资金: what lapses stays in the special account; practice")),
                            FundBook.SPECIAL_ACCOUNT),
                    row(
                            new Destination(
                                    Recovery.AGENCY,
                                    Source.certain("财会〔2017〕25号 《政府会计制度》: 8202 非财政拨款结余 is the agency's own")),
                            FundBook.AGENCY)),
            FundBook.class);

    private NationalCarryOver() {}

    private static CarryRule rule(String code, String title, String titleZh, Treatment treatment, Source source) {
        return CarryRule.of(code, title, titleZh, treatment, source);
    }
}
