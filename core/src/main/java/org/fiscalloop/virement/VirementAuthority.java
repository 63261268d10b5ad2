package org.fiscalloop.virement;

import org.fiscalloop.decision.Source;

/** Who decides on a virement (调剂权限). */
public enum VirementAuthority {
    /** 主管部门: the department decides and reports it. */
    DEPARTMENT,
    /** 财政部门: finance decides. */
    FINANCE,
    /** 不得调剂: nobody does. */
    NOBODY;

    /**
     * The answer of the rules to one case.
     *
     * @param authority who decides
     * @param source where that comes from, and how certain it is
     */
    public record Ruling(VirementAuthority authority, Source source) {}
}
