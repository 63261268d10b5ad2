package org.fiscalloop.project;

/**
 * Which kind of spending a project is (基本支出 / 项目支出): the first two are basic expenditure. Source: 《预算法实施条例》
 * (2020) art. 5.
 */
public enum SpendingKind {
    /** 人员经费: staff and benefits to individuals, category 1. */
    PERSONNEL,
    /** 日常公用经费: daily operation, category 21. */
    OPERATING,
    /** 项目支出: every other category. */
    PROJECT;

    /** Whether it is basic expenditure (基本支出). */
    public boolean isBasic() {
        return this != PROJECT;
    }
}
