package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.all;
import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.finance;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetCommands.ReviseBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaiveProject;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectCommands.DivideProject;
import org.fiscalloop.project.ProjectCommands.ReviseProject;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.project.ProjectTerms;

/** What each step means for projects and their budget lines. */
final class BudgetSteps {
    private final Walk walk;
    private final Naive naive;
    private int lines;

    BudgetSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        switch (step.kind()) {
            case PROJECT -> project(step);
            case PROJECT_ACT -> actOnProject(prefer(naive.projects, p -> mayBe(p, act(step)), step), step);
            case REVISE_PROJECT -> revise(prefer(naive.projects, p -> p.state == ProjectState.PLANNING, step), step);
            case REVISE_LINE -> revise(prefer(naive.lines, l -> l.state == BudgetState.DRAFT, step), step);
            case DIVIDE -> divide(prefer(naive.projects, p -> mayBe(p, ProjectAction.DIVIDE), step), step);
            case LINE ->
                line(prefer(naive.projects, p -> p.isReady() && (p.open > 0 || !p.parts.isEmpty()), step), step);
            case LINE_ACT -> actOnLine(prefer(naive.lines, l -> l.state != BudgetState.APPROPRIATED, step), step);
            case ADJUST -> adjust(prefer(naive.lines, l -> l.state == BudgetState.APPROPRIATED, step), step);
            default -> throw new IllegalArgumentException("not of this part: " + step);
        }
    }

    // ---- projects ---------------------------------------------------------------------------------------------------

    private void project(Step step) {
        String agency = one(Steps.AGENCIES, step.which());
        NaiveProject project = new NaiveProject(
                walk.number(), agency, step.which() % 4 == 2 ? "1" : "3", 1_000_00 + step.size() * 10_000L);
        String clerk = one(ImmutableList.of("clerk", "both"), step.who()) + agency;
        walk.ask(
                clerk,
                new CreateProject(terms(project, project.total)),
                true,
                () -> naive.projects.put(project.id, project));
        project.makers.add(clerk);
        int far = step.size() % 2 == 0 ? 4 : step.size() / 2 % 4;
        if (far > 0) {
            act(project, clerk, ProjectAction.SUBMIT);
        }
        if (far > 1) {
            act(project, Steps.head(agency, step.who() / 2), ProjectAction.APPROVE);
        }
        if (far > 2) {
            act(project, "head" + agency, ProjectAction.REPORT);
        }
        if (far > 3) {
            act(project, "finance", ProjectAction.APPROVE);
        }
    }

    private void revise(NaiveProject project, Step step) {
        String clerk = Steps.clerk(project.agency, step.who());
        long total = 1_000_00 + step.size() * 10_000L;
        walk.ask(
                clerk,
                new ReviseProject(terms(project, total)),
                project.state == ProjectState.PLANNING && isEntry(project, clerk),
                () -> {
                    project.total = total;
                    project.makers.add(clerk);
                });
    }

    /** Half of the projects are planned for two years. */
    private static ProjectTerms terms(NaiveProject project, long total) {
        long first = project.number % 2 == 0 ? total : total - total / 3;
        return ImmutableProjectTerms.builder()
                .from(World.projectTerms(project.number, project.agency, project.category, total))
                .slices(
                        first == total
                                ? ImmutableSortedMap.of(World.YEAR, Fen.money(total))
                                : ImmutableSortedMap.of(
                                        World.YEAR, Fen.money(first), World.YEAR + 1, Fen.money(total - first)))
                .build();
    }

    private static ProjectAction act(Step step) {
        return one(
                ImmutableList.of(
                        ProjectAction.SUBMIT,
                        ProjectAction.APPROVE,
                        ProjectAction.REPORT,
                        ProjectAction.APPROVE,
                        ProjectAction.RETURN,
                        ProjectAction.CONFIRM,
                        ProjectAction.FINISH,
                        ProjectAction.TERMINATE),
                step.size());
    }

    /** Whether an act might be accepted now, of the right person. */
    private boolean mayBe(NaiveProject project, ProjectAction action) {
        return switch (action) {
            case FINISH, TERMINATE -> project.isReady() && isQuiet(project);
            case DIVIDE ->
                project.state == ProjectState.RESERVED && project.open == project.total && project.parts.isEmpty();
            default -> !project.isReady() && !project.hasEnded();
        };
    }

    private void actOnProject(NaiveProject project, Step step) {
        ProjectAction action = act(step);
        boolean isFinance = action == ProjectAction.TERMINATE || project.state == ProjectState.FINANCE_REVIEW;
        boolean isClerk = action == ProjectAction.SUBMIT || action == ProjectAction.FINISH;
        act(
                project,
                isFinance
                        ? finance(step.who())
                        : isClerk ? Steps.clerk(project.agency, step.who()) : Steps.head(project.agency, step.who()),
                action);
    }

    private void act(NaiveProject project, String actor, ProjectAction action) {
        ProjectState to = next(project, actor, action);
        walk.act(actor, Project.id(World.code(project.number)), action, to != project.state, () -> {
            if (to == ProjectState.RESERVED) {
                project.open += project.total;
            }
            if (action == ProjectAction.SUBMIT) {
                project.makers.add(actor);
            }
            if (to == ProjectState.FINISHED || to == ProjectState.TERMINATED) {
                project.open = 0;
            }
            project.state = to;
        });
    }

    /** Where an act leads; to where it is, if it may not be. */
    private ProjectState next(NaiveProject project, String actor, ProjectAction action) {
        ProjectState from = project.state;
        boolean isEntry = isEntry(project, actor);
        boolean isDepartment = isHead(project, actor);
        boolean isFinance = Steps.FINANCE.contains(actor);
        boolean isOther = !isOwn(project, actor);
        return switch (action) {
            case SUBMIT -> from == ProjectState.PLANNING && isEntry ? ProjectState.DEPARTMENT_REVIEW : from;
            case REPORT ->
                from == ProjectState.DEPARTMENT_RESERVED && isDepartment ? ProjectState.FINANCE_REVIEW : from;
            case APPROVE ->
                from == ProjectState.DEPARTMENT_REVIEW && isDepartment && isOther
                        ? ProjectState.DEPARTMENT_RESERVED
                        : from == ProjectState.FINANCE_REVIEW && isFinance && isOther ? ProjectState.RESERVED : from;
            case CONFIRM ->
                from == ProjectState.DEPARTMENT_RESERVED && isDepartment && isOther && project.category.equals("1")
                        ? ProjectState.RESERVED
                        : from;
            case RETURN ->
                (from == ProjectState.DEPARTMENT_REVIEW && isDepartment)
                                || (from == ProjectState.FINANCE_REVIEW && isFinance)
                        ? ProjectState.PLANNING
                        : from;
            case FINISH -> from == ProjectState.EXECUTING && isEntry && isQuiet(project) ? ProjectState.FINISHED : from;
            case TERMINATE -> project.isReady() && isFinance && isQuiet(project) ? ProjectState.TERMINATED : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    /** Whether nothing of a project is proposed, unreleased, allotted, applied for or not cleared. */
    private boolean isQuiet(NaiveProject project) {
        return all(naive.lines).stream()
                        .filter(line -> line.project == project)
                        .allMatch(line ->
                                !line.isProposed() && (line.state != BudgetState.APPROPRIATED || line.unreleased == 0))
                && all(naive.allotments).stream()
                        .filter(allotment -> allotment.line.project == project)
                        .allMatch(a -> a.available == 0 && a.frozen == 0 && a.pending == 0 && a.applied == 0)
                && all(naive.vouchers).stream()
                        .filter(voucher -> voucher.isPaid() && voucher.batch.isEmpty())
                        .flatMap(voucher -> voucher.requests.stream())
                        .noneMatch(request -> request.allotment.line.project == project)
                && all(naive.plans).stream()
                        .filter(plan -> plan.line.project == project)
                        .allMatch(plan -> plan.rest == 0)
                && all(naive.contracts).stream()
                        .filter(contract -> contract.plan.line.project == project)
                        .allMatch(contract -> contract.rest == 0 && contract.applied == 0);
    }

    private void divide(NaiveProject project, Step step) {
        long first = amount(project.total - 1, step.size());
        long second = step.who() % 4 == 0 ? project.total : project.total - first;
        NaiveProject one = new NaiveProject(walk.number(), project.agency, "3", first);
        NaiveProject other = new NaiveProject(walk.number(), project.agency, "3", second);
        ImmutableList<ProjectTerms> parts = ImmutableList.of(terms(one), terms(other));
        String actor = finance(step.who());
        boolean isSound = project.state == ProjectState.RESERVED
                && Steps.FINANCE.contains(actor)
                && project.parts.isEmpty()
                && project.open == project.total
                && first + second == project.total
                && second > 0;
        walk.ask(actor, new DivideProject(Project.id(World.code(project.number)), parts), isSound, () -> {
            project.open = 0;
            for (NaiveProject part : ImmutableList.of(one, other)) {
                part.state = ProjectState.RESERVED;
                part.open = part.total;
                part.makers.add(actor);
                project.parts.add(part);
                naive.projects.put(part.id, part);
            }
        });
    }

    private static ProjectTerms terms(NaiveProject project) {
        return terms(project, Math.max(project.total, 0));
    }

    // ---- budget lines -----------------------------------------------------------------------------------------------

    private static Elements elements(NaiveProject project, int which) {
        boolean isInstitution = project.agency.equals(World.INSTITUTION);
        ImmutableElements.Builder block = ImmutableElements.builder()
                .from(World.elements(project.agency, Project.id(World.code(project.number))))
                .fund(which % 5 == 2 ? "114" : "111");
        if (which % 8 == 5) {
            block.putExtra(Labels.DIRECT, "02")
                    .putExtra(Labels.TRACKED, Labels.YES)
                    .putExtra(Labels.TRACKING_PROJECT, "11000024T000000000001");
        }
        if (which % 4 == 3) {
            block.putExtra(Labels.PROCUREMENT, Labels.YES);
        }
        Elements services = block.build();
        return which % 3 > 0
                ? services
                : ImmutableElements.builder()
                        .from(services)
                        .governmentEconomic(isInstitution ? "50501" : "50101")
                        .departmentEconomic("30101")
                        .build();
    }

    private void line(NaiveProject project, Step step) {
        String clerk = Steps.clerk(project.agency, step.who());
        Elements elements = elements(project, step.size() + 1);
        long amount = amount(project.open, step.size());
        NaiveLine line = new NaiveLine("L" + lines++, project, elements, amount);
        boolean isMade = walk.ask(
                clerk,
                new CreateBudgetLine(
                        new Id<>(BudgetLine.KIND, line.id),
                        ImmutableBudgetTerms.builder()
                                .elements(elements)
                                .amount(Fen.money(amount))
                                .build()),
                isEntry(project, clerk) && project.isReady() && project.parts.isEmpty(),
                () -> naive.lines.put(line.id, line));
        line.makers.add(clerk);
        if (isMade && step.who() % 5 < 4) {
            act(line, clerk, BudgetAction.SUBMIT);
            if (step.which() % 4 < 3) {
                appropriate(line);
            }
        }
    }

    /** Finance approves a line that is proposed, and the budget comes. */
    void appropriate(NaiveLine line) {
        if (line.state == BudgetState.SUBMITTED) {
            act(line, "finance", BudgetAction.APPROVE);
        }
        act(line, "finance", BudgetAction.APPROPRIATE);
    }

    private void revise(NaiveLine line, Step step) {
        String clerk = Steps.clerk(line.agency, step.who());
        Elements elements = elements(line.project, step.size());
        long amount = amount(line.project.open, step.size());
        walk.ask(
                clerk,
                new ReviseBudgetLine(
                        new Id<>(BudgetLine.KIND, line.id),
                        ImmutableBudgetTerms.builder()
                                .elements(elements)
                                .amount(Fen.money(amount))
                                .build()),
                line.state == BudgetState.DRAFT
                        && isEntry(line, clerk)
                        && line.project.isReady()
                        && line.project.parts.isEmpty(),
                () -> {
                    line.elements = elements;
                    line.current = amount;
                    line.makers.add(clerk);
                });
    }

    private void actOnLine(NaiveLine line, Step step) {
        BudgetAction action = one(
                ImmutableList.of(
                        BudgetAction.SUBMIT,
                        BudgetAction.APPROVE,
                        BudgetAction.APPROPRIATE,
                        BudgetAction.RETURN,
                        BudgetAction.CANCEL_APPROVAL,
                        BudgetAction.VOID,
                        BudgetAction.WITHDRAW),
                step.size());
        boolean isClerk =
                action == BudgetAction.SUBMIT || action == BudgetAction.WITHDRAW || line.state == BudgetState.DRAFT;
        act(line, isClerk ? Steps.clerk(line.agency, step.who()) : finance(step.who()), action);
    }

    private void act(NaiveLine line, String actor, BudgetAction action) {
        if (action == BudgetAction.WITHDRAW && line.state == BudgetState.SUBMITTED && !line.justSubmitted) {
            return;
        }
        BudgetState to = next(line, actor, action);
        walk.act(actor, new Id<>(BudgetLine.KIND, line.id), action, to != line.state, () -> {
            boolean was = line.isProposed();
            line.state = to;
            line.justSubmitted = action == BudgetAction.SUBMIT;
            if (action == BudgetAction.SUBMIT) {
                line.submitter = actor;
                line.makers.add(actor);
                if (line.project.state == ProjectState.RESERVED) {
                    line.project.state = ProjectState.BUDGETING;
                }
            }
            if (!was && line.isProposed()) {
                line.project.open -= line.current;
            } else if (to == BudgetState.APPROPRIATED) {
                line.unreleased = line.current;
                line.project.state = ProjectState.EXECUTING;
            } else if (was && !line.isProposed()) {
                line.project.open += line.current;
            }
        });
    }

    private BudgetState next(NaiveLine line, String actor, BudgetAction action) {
        BudgetState from = line.state;
        boolean isFinance = Steps.FINANCE.contains(actor);
        boolean isEntry = isEntry(line, actor);
        return switch (action) {
            case SUBMIT ->
                from == BudgetState.DRAFT
                                && isEntry
                                && line.project.isReady()
                                && line.project.parts.isEmpty()
                                && line.project.open >= line.current
                        ? BudgetState.SUBMITTED
                        : from;
            case APPROVE ->
                from == BudgetState.SUBMITTED && isFinance && !isOwn(line, actor) ? BudgetState.APPROVED : from;
            case APPROPRIATE -> from == BudgetState.APPROVED && isFinance ? BudgetState.APPROPRIATED : from;
            case RETURN ->
                from == BudgetState.SUBMITTED && isFinance && naive.mayLose(line, line.current)
                        ? BudgetState.DRAFT
                        : from;
            case CANCEL_APPROVAL -> from == BudgetState.APPROVED && isFinance ? BudgetState.SUBMITTED : from;
            case VOID ->
                (from == BudgetState.DRAFT && isEntry)
                                || (from == BudgetState.SUBMITTED && isFinance && naive.mayLose(line, line.current))
                        ? BudgetState.VOIDED
                        : from;
            case WITHDRAW ->
                from == BudgetState.SUBMITTED && line.submitter.equals(actor) && naive.mayLose(line, line.current)
                        ? BudgetState.DRAFT
                        : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    private void adjust(NaiveLine line, Step step) {
        boolean isRaised = step.who() % 2 == 0;
        long size = amount(isRaised ? line.project.open : line.unreleased, step.size());
        String actor = finance(step.who() / 2);
        boolean isSound = line.state == BudgetState.APPROPRIATED
                && Steps.FINANCE.contains(actor)
                && (isRaised
                        ? line.project.isReady() && line.project.open >= size
                        : line.unreleased >= size && naive.mayLose(line, size) && naive.notPlanned(line) >= size);
        long change = isRaised ? size : -size;
        walk.ask(
                actor,
                new AdjustBudgetLine(new Id<>(BudgetLine.KIND, line.id), Fen.money(change), "人大〔2024〕1号"),
                isSound,
                () -> {
                    line.current += change;
                    line.unreleased += change;
                    line.project.open -= line.project.hasEnded() ? 0 : change;
                });
    }
}
