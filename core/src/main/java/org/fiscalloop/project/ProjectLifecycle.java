package org.fiscalloop.project;

import static org.fiscalloop.project.ProjectAction.*;
import static org.fiscalloop.project.ProjectState.*;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's table of the life of a project. Source: 财办〔2020〕13号 (stage names); the reviewers are local. */
final class ProjectLifecycle {
    private static final ReviewActions<ProjectAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);

    static final Lifecycle<ProjectState, ProjectAction> NATIONAL = Lifecycle.of(
                    "project", ProjectState.class, ProjectAction.class)
            .create(CREATE, PLANNING, ProjectDuty.ENTRY, "the agency fills in a project")
            .move(PLANNING, REVISE, PLANNING, ProjectDuty.ENTRY, "before it is handed in")
            .move(PLANNING, SUBMIT, DEPARTMENT_REVIEW, ProjectDuty.ENTRY, "complete, and the years add up to the total")
            .review(DEPARTMENT_REVIEW, PLANNING, DEPARTMENT_RESERVED, REVIEW, "the department reviews")
            .move(DEPARTMENT_RESERVED, REPORT, FINANCE_REVIEW, ProjectDuty.DEPARTMENT, "chosen by the department")
            .move(DEPARTMENT_RESERVED, CONFIRM, RESERVED, ProjectDuty.DEPARTMENT, "measured categories need no review")
            .review(FINANCE_REVIEW, PLANNING, RESERVED, REVIEW, "finance reviews")
            .move(FINANCE_REVIEW, REJECT, REJECTED, ProjectDuty.FINANCE, "finance refuses; it stays in the library")
            .move(RESERVED, DIVIDE, RESERVED, ProjectDuty.FINANCE, "its parts add up to it")
            .create(SPLIT_OFF, RESERVED, ProjectDuty.FINANCE, "a part of a reserved project")
            .move(RESERVED, SELECT, BUDGETING, ProjectDuty.ENTRY, "chosen for a budget")
            .move(BUDGETING, SELECT, BUDGETING, ProjectDuty.ENTRY, "another line of the same project")
            .move(EXECUTING, SELECT, EXECUTING, ProjectDuty.ENTRY, "another line, or the slice of a later year")
            .move(BUDGETING, ROLL, RESERVED, ProjectDuty.FINANCE, "not chosen this year")
            .move(BUDGETING, START, EXECUTING, ProjectDuty.FINANCE, "a budget for it is appropriated")
            .move(EXECUTING, START, EXECUTING, ProjectDuty.FINANCE, "a further budget is appropriated")
            .move(RESERVED, FUND, EXECUTING, ProjectDuty.FINANCE, "a budget for it comes from the level above")
            .move(BUDGETING, FUND, EXECUTING, ProjectDuty.FINANCE, "before what is proposed for it is appropriated")
            .move(EXECUTING, FUND, EXECUTING, ProjectDuty.FINANCE, "further money comes from the level above")
            .move(EXECUTING, REQUEST_ADJUSTMENT, ADJUSTING, ProjectDuty.ENTRY, "total or years must change")
            .move(ADJUSTING, ADJUST, EXECUTING, ProjectDuty.FINANCE, "not below what is budgeted")
            .move(ADJUSTING, RETURN, EXECUTING, ProjectDuty.FINANCE, "the change is refused")
            .move(EXECUTING, CARRY_OVER, CARRIED_OVER, ProjectDuty.FINANCE, "at the end of the year")
            .move(CARRIED_OVER, RESUME, EXECUTING, ProjectDuty.FINANCE, "in the next year")
            .move(EXECUTING, FINISH, FINISHED, ProjectDuty.ENTRY, "nothing of it is open")
            .move(RESERVED, TERMINATE, TERMINATED, ProjectDuty.FINANCE, "nothing of it is open")
            .move(BUDGETING, TERMINATE, TERMINATED, ProjectDuty.FINANCE, "nothing of it is open")
            .move(EXECUTING, TERMINATE, TERMINATED, ProjectDuty.FINANCE, "nothing of it is open")
            .separate(APPROVE, CREATE, REVISE, SUBMIT)
            .separate(CONFIRM, CREATE, REVISE, SUBMIT)
            .separate(ADJUST, REQUEST_ADJUSTMENT)
            .end(REJECTED, FINISHED, TERMINATED)
            .build();

    /** One post in each phase; an overlay lists the posts of its place. */
    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            "project.DEPARTMENT_REVIEW",
            ReviewChain.of(new Post("department", "主管部门审核", ProjectDuty.DEPARTMENT)),
            "project.FINANCE_REVIEW",
            ReviewChain.of(new Post("finance", "财政业务处审核", ProjectDuty.FINANCE))));

    private ProjectLifecycle() {}
}
