package org.fiscalloop.carryover;

/** The facts by which it is decided what becomes of what is left of a year, and how it is booked. */
public final class CarryOverFacets {
    /** Where in the allotment ledger an amount is left. */
    public enum Remainder {
        /** 待分配: of a budget line, not yet released. */
        UNALLOCATED,
        /** 待分: of an allotment, to be distributed. */
        PENDING,
        /** 可执行: of an allotment, not applied for. */
        EXECUTABLE,
        /** 冻结: of an allotment, kept from being paid. */
        FROZEN
    }

    /** What a project is by its marks (项目性质); one with both marks is one of research. */
    public enum ProjectNature {
        /** 一般项目. */
        ORDINARY,
        /** 科研项目. */
        RESEARCH,
        /** 基建项目. */
        CONSTRUCTION
    }

    /** For how long an amount has been left (结转年限). */
    public enum CarryTerm {
        /** 当年预算: it is of the budget of the year that ends. */
        FIRST,
        /** 上年结转: it was carried over into the year that ends, and is left again (连续两年未用完). */
        SECOND
    }

    /** Whether its project goes on (项目是否结束). */
    public enum ProjectEnd {
        /** 未结束. */
        RUNNING,
        /** 已结束或终止. */
        ENDED
    }

    /** What becomes of an amount that is left. */
    public enum Treatment {
        /** 结转下年: it is used next year for the same purpose. */
        CARRY,
        /** 结余收回: it is taken back. */
        LAPSE
    }

    /** Where goes what is left and lapses (结余去向). */
    public enum Recovery {
        /** 补充预算稳定调节基金: out of the surplus of the general budget into its stabilisation fund. */
        STABILISATION_FUND,
        /** 调入一般公共预算: out of its own budget into the general one, and there into the stabilisation fund. */
        GENERAL_BUDGET,
        /** 留在本预算: it stays among what is left of its own budget, or of the special account. */
        OWN_BUDGET,
        /** 留归单位: it stays with the agency whose own money it is. */
        AGENCY
    }

    /** What becomes of money that comes back of a payment of an earlier year (跨年退回). */
    public enum RefundPolicy {
        /** 恢复额度: it may be spent again for the same project while that goes on. */
        RESTORE,
        /** 收回财政: the treasury keeps it. */
        WITHDRAW
    }

    /** Which codes the next year's code tables call otherwise (要素转换). */
    public enum CodeChange {
        /** 单位不变: codes of the agency's own money. */
        SAME_AGENCY,
        /** 单位变更: the agency itself. */
        OTHER_AGENCY
    }

    private CarryOverFacets() {}
}
