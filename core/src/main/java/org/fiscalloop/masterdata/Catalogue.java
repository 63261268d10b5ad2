package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Source;

/**
 * A code set (代码集) by its number in the national technical standard, such as VD10004 支出功能分类.
 *
 * <p>The constants are those that the library itself asks for; a province declares its own for its extra elements.
 *
 * @param code the number of the standard, or a code of one's own; letters, digits and underscores
 * @param name the name in English
 * @param nameZh the name in 中文
 * @param leafLevel the least level at which a code may stand on a document: 3 where it must be a 项, 2 for a 款
 * @param source where the number comes from
 */
public record Catalogue(String code, String name, String nameZh, int leafLevel, Source source) {

    private static final Source SEEN = Source.certain("numbers of code sets in implementations of 技术标准");

    /** 项目类别, the categories of projects. */
    public static final Catalogue PROJECT_CATEGORY = new Catalogue("VD09001", "project category", "项目类别", 1, SEEN);

    /** 资金性质, the tree of funds. */
    public static final Catalogue FUND = new Catalogue("VD10001", "fund", "资金性质", 1, SEEN);

    /** 收入分类科目 类款项目. */
    public static final Catalogue INCOME =
            new Catalogue("VD10003", "income", "收入分类科目", 4, Source.uncertain("number inferred from its neighbours"));

    /** 支出功能分类科目 类款项. */
    public static final Catalogue FUNCTION = new Catalogue("VD10004", "function", "支出功能分类科目", 3, SEEN);

    /** 政府预算支出经济分类科目 类款. */
    public static final Catalogue GOVERNMENT_ECONOMIC =
            new Catalogue("VD10005", "government economic classification", "政府预算支出经济分类科目", 2, SEEN);

    /** 部门预算支出经济分类科目 类款. */
    public static final Catalogue DEPARTMENT_ECONOMIC =
            new Catalogue("VD10006", "department economic classification", "部门预算支出经济分类科目", 2, SEEN);

    /** 财政区划, the divisions. */
    public static final Catalogue DIVISION = new Catalogue("VD08001", "division", "财政区划", 1, SEEN);

    /** 单位类型, the kinds of agencies; the kind of a row is an {@link AgencyKind}. */
    public static final Catalogue AGENCY_KIND = new Catalogue(
            "AGENCY_TYPE", "kind of agency", "单位类型", 1, Source.own("column AGENCY_TYPE_CODE; its number is not known"));

    /** 账户类别, the kinds of bank accounts. */
    public static final Catalogue ACCOUNT_KIND = new Catalogue(
            "ACC_TYPE", "kind of account", "账户类别", 1, Source.own("column ACC_TYPE_CODE; its number is not known"));

    /** 是否, yes or no: 1 and 2. */
    public static final Catalogue YES_NO = new Catalogue("VD00001", "yes or no", "是否", 1, SEEN);

    /** 直达资金标识, the kinds of direct funds; the kind of a row that is one is 直达. */
    public static final Catalogue DIRECT_FUND = new Catalogue(
            "IS_DIR", "direct fund", "直达资金标识", 1, Source.own("column IS_DIR; the number of its code set is not known"));

    public Catalogue {
        if (!code.matches("[A-Za-z0-9_]+")) {
            throw new IllegalArgumentException("catalogue code must be letters, digits and underscores: " + code);
        }
        if (name.isBlank() || nameZh.isBlank()) {
            throw new IllegalArgumentException("names must not be blank: " + code);
        }
        if (leafLevel < 1) {
            throw new IllegalArgumentException("leaf level must be 1 or more: " + leafLevel);
        }
    }

    /** The code sets that the library itself asks for, in the order of their codes. */
    public static ImmutableList<Catalogue> all() {
        return ImmutableList.of(
                ACCOUNT_KIND,
                AGENCY_KIND,
                DIRECT_FUND,
                YES_NO,
                DIVISION,
                PROJECT_CATEGORY,
                FUND,
                INCOME,
                FUNCTION,
                GOVERNMENT_ECONOMIC,
                DEPARTMENT_ECONOMIC);
    }

    /** Code and Chinese name, as a refusal prints them. */
    String title() {
        return code + " " + nameZh;
    }
}
