package org.fiscalloop.project;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the life of a project asks for. */
public final class ProjectDuty {
    /** 项目申报: the agency fills in. */
    public static final Duty ENTRY = new Duty("project.entry");

    /** 部门审核: the department reviews, reports and confirms. */
    public static final Duty DEPARTMENT = new Duty("project.department");

    /** 财政审核: finance reviews. */
    public static final Duty FINANCE = new Duty("project.finance");

    private ProjectDuty() {}
}
