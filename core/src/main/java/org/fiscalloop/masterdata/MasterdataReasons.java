package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;

/** Why master data refuses: the reasons about codes, code tables, elements and lists that are read. */
public final class MasterdataReasons {

    private static final Source TREE = Source.certain("VD tables of 技术标准: PARENT_ID, LEVEL_NO, IS_ENABLED");

    static final Reason NOT_COVERED = new Reason(
            "masterdata.year-not-covered",
            "Year not covered",
            "年度不在代码集范围内",
            "{catalogue} has no table for {year}; covered: {covered}",
            "{catalogue} 没有 {year} 年度的代码集，已有：{covered}",
            Source.own("a table says which years it covers; a code is never judged by another year's table"));
    static final Reason UNKNOWN = new Reason(
            "masterdata.code-unknown",
            "Unknown code",
            "代码不存在",
            "{code} is no code of {catalogue} in {year}; allowed: {allowed}",
            "{catalogue} {year} 年度没有代码 {code}，可用：{allowed}",
            Source.certain("政府收支分类科目 of the year"));
    static final Reason NOT_VALID = new Reason(
            "masterdata.code-not-valid",
            "Code not valid in the year",
            "代码在该年度无效",
            "{code} of {catalogue} is known as valid from {validFrom} to {validTo}, not in {year}; successors:"
                    + " {successors}; allowed: {allowed}",
            "{catalogue} 代码 {code} 有效期为 {validFrom} 至 {validTo}，{year} 年度无效，后继：{successors}，可用：{allowed}",
            Source.certain("START_DATE and END_DATE of 技术标准"));
    static final Reason DISABLED = new Reason(
            "masterdata.code-disabled",
            "Disabled code",
            "代码已停用",
            "{code} of {catalogue} is disabled; successors: {successors}; allowed: {allowed}",
            "{catalogue} 代码 {code} 已停用，后继：{successors}，可用：{allowed}",
            Source.certain("IS_ENABLED of 技术标准"));
    static final Reason NOT_LEAF = new Reason(
            "masterdata.code-not-leaf",
            "Not a leaf",
            "不是末级代码",
            "{code} of {catalogue} has finer codes in {year} and may not stand on a document; allowed: {allowed}",
            "{catalogue} 代码 {code} 在 {year} 年度不是末级，单据不得使用，可用：{allowed}",
            Source.certain("预算法 第46条, 预算法实施条例 第40条: 按功能分类到项, 按经济分类到款"));
    static final Reason NAME_DIFFERS = new Reason(
            "masterdata.code-name-differs",
            "Code and name do not belong together",
            "代码与名称不符",
            "{code} of {catalogue} is {actual} in {year}, not {name}; allowed: {allowed}",
            "{catalogue} 代码 {code} 在 {year} 年度的名称是 {actual}，不是 {name}，可用：{allowed}",
            Source.certain("政府收支分类科目 of the year"));
    static final Reason DUPLICATE = new Reason(
            "masterdata.code-duplicate",
            "Code twice in a year",
            "代码重复",
            "{code} of {catalogue} has a second row for years from {validFrom} to {validTo}",
            "{catalogue} 代码 {code} 在 {validFrom} 至 {validTo} 重复",
            Source.certain("unique (code, catalogue, division, year) of 技术标准"));
    static final Reason PARENT = new Reason(
            "masterdata.code-parent",
            "No parent above the code",
            "上级代码缺失",
            "{code} of {catalogue} needs {parent} in {year} as an enabled code of a lower level than its own",
            "{catalogue} 代码 {code} 需要 {year} 年度有效、启用且级次更高的上级代码 {parent}",
            TREE);
    static final Reason NATIONAL_ROW = new Reason(
            "masterdata.national-row",
            "National row altered",
            "地方不得修改全国统一代码",
            "{owner} may add codes to {catalogue} but not alter or add the national {code} {name}",
            "{owner} 可在 {catalogue} 增设代码，不得修改或增设全国统一的 {code} {name}",
            Source.certain("IS_STANDARD of 技术标准"));
    static final Reason VANISHED = new Reason(
            "masterdata.code-vanished",
            "Code dropped",
            "已用代码不得删除",
            "{code} {name} of {catalogue} may be disabled or ended but not dropped",
            "{catalogue} 代码 {code} {name} 只能停用或终止，不得删除",
            Source.certain("logical delete only, 技术标准"));

    static final Reason ELEMENT_UNDECLARED = new Reason(
            "masterdata.element-undeclared",
            "Undeclared element",
            "未声明的要素",
            "{element} is not a declared element; allowed: {allowed}",
            "要素 {element} 未声明，可用：{allowed}",
            Source.own("local elements are declared before they are used"));
    static final Reason ELEMENT_MISSING = new Reason(
            "masterdata.element-missing",
            "Required element missing",
            "必填要素缺失",
            "{element} ({name}) is required on {document}",
            "{document} 必须填写要素 {element}（{name}）",
            Source.certain("必填 of 技术标准; local elements by their declaration"));
    static final Reason ECONOMIC_MAPPING = new Reason(
            "masterdata.economic-mapping",
            "Economic classifications do not correspond",
            "政府与部门经济分类不对应",
            "an agency of kind {kind} spends {department} under government code {allowed}, not {government}",
            "{kind} 的部门经济分类 {department} 对应政府经济分类 {allowed}，不是 {government}",
            Source.uncertain("mapping of the two economic classifications of 2018, by kind of agency"));
    static final Reason FUND_KIND = new Reason(
            "masterdata.fund-kind",
            "Function and fund of different budgets",
            "功能科目与资金性质不属于同一预算",
            "{fund} is money of {fundKind}, but {function} is spending of {functionKind}",
            "资金性质 {fund} 属于 {fundKind}，功能科目 {function} 属于 {functionKind}",
            Source.certain("FUND_TYPE_CODE of the function codes, 技术标准"));
    static final Reason PROJECT_CODE = new Reason(
            "masterdata.project-code-not-valid",
            "The value is no code of a project",
            "不是有效的项目代码",
            "{element} is {given}, which is no project code of 21 characters",
            "{element} 为 {given}, 不是 21 位项目代码",
            Source.certain("PRO_CODE 项目代码: 21 characters"));
    static final Reason TRACKING_PROJECT_MISSING = new Reason(
            "masterdata.tracking-project-missing",
            "What is tracked names the project by which it is followed",
            "追踪资金未填追踪项目代码",
            "{label} says yes and {element} is missing",
            "{label} 为是, 未填 {element}",
            Source.certain(
                    "IS_TRACK, TRACK_PRO_CODE: tracked money carries the tracking code on every allotment and payment"));
    static final Reason MATCHED_PROJECT_MISSING = new Reason(
            "masterdata.matched-project-missing",
            "What matches a direct fund names its project",
            "地方配套未填对应的中央项目",
            "{label} says yes and {element} is missing",
            "{label} 为是, 未填 {element}",
            Source.uncertain("IS_MAT, COUNT_FUND_PRO_CODE: 对应配套安排的中央项目; whether it must be named is not confirmed"));
    static final Reason CSV_HEADER = new Reason(
            "masterdata.csv-header",
            "Wrong columns",
            "表头不符",
            "the first line must be: {allowed}; it is: {header}",
            "首行应为：{allowed}，实为：{header}",
            Source.own("one form for every list of codes"));
    static final Reason CSV_ROW = new Reason(
            "masterdata.csv-row",
            "Unreadable row",
            "行无法读取",
            "line {line}: {problem}",
            "第 {line} 行：{problem}",
            Source.own("a list is read strictly, row by row"));

    /** All of them. */
    public static final Reasons ALL = Reasons.of(
            NOT_COVERED,
            UNKNOWN,
            NOT_VALID,
            DISABLED,
            NOT_LEAF,
            NAME_DIFFERS,
            DUPLICATE,
            PARENT,
            NATIONAL_ROW,
            VANISHED,
            ELEMENT_UNDECLARED,
            ELEMENT_MISSING,
            ECONOMIC_MAPPING,
            FUND_KIND,
            PROJECT_CODE,
            TRACKING_PROJECT_MISSING,
            MATCHED_PROJECT_MISSING,
            CSV_HEADER,
            CSV_ROW);

    private MasterdataReasons() {}

    /** A year for which a catalogue has no table. */
    static Refusal notCovered(Catalogue catalogue, int year, ImmutableList<CodeTable> tables) {
        return Refusal.of(
                NOT_COVERED,
                Facts.of("catalogue", Fact.text(catalogue.title()))
                        .and("year", Fact.count(year))
                        .and(
                                "covered",
                                Fact.texts(tables.stream()
                                        .map(table -> table.scope().firstYear() + "-"
                                                + table.scope().lastYear())
                                        .toList())));
    }

    /** What every refusal about a code begins with. */
    static Facts about(Catalogue catalogue, String code) {
        return Facts.of("catalogue", Fact.text(catalogue.title())).and("code", Fact.text(code));
    }

    static Refusal nationalRow(Catalogue catalogue, CodeRow row, DivisionCode owner) {
        return Refusal.of(
                NATIONAL_ROW,
                about(catalogue, row.code()).and("name", Fact.text(row.name())).and("owner", Fact.text(owner.value())));
    }

    /** Codes with their names. */
    static Fact titles(Stream<CodeRow> rows) {
        return Fact.texts(rows.map(CodeRow::title).toList());
    }
}
