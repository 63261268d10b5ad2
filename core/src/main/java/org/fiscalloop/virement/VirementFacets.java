package org.fiscalloop.virement;

/** The facts of two allotments by which it is decided who may move an amount between them, and what is posted. */
public final class VirementFacets {
    /** Whether two allotments have the same of something. */
    public enum Likeness {
        /** 相同: it is the same. */
        SAME,
        /** 不同: it is another. */
        OTHER
    }

    /** What kinds of spending an amount moves between (支出性质). */
    public enum KindChange {
        /** 同类: within personnel, within operating, or within project expenditure. */
        SAME,
        /** 基本支出与项目支出之间: between basic and project expenditure. */
        BASIC_AND_PROJECT,
        /** 人员经费与公用经费之间: between personnel and operating expenditure. */
        PERSONNEL_AND_OPERATING
    }

    /** Whether spending that may not grow by virement would grow (三公经费, 会议费, 培训费). */
    public enum Restriction {
        /** 不增加: none grows. */
        NONE,
        /** 增加: journeys abroad, official cars, hospitality, meetings or training would grow. */
        INCREASED
    }

    /** Whether an amount moves between budget lines (项目年度预算). */
    public enum LineChange {
        /** 同一预算: the two allotments are of one budget line. */
        SAME_LINE,
        /** 不同预算: they are of two, whose amounts change with them. */
        OTHER_LINE
    }

    private VirementFacets() {}
}
