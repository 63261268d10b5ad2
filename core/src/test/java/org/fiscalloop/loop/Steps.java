package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.all;
import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaiveProject;
import org.fiscalloop.loop.Naive.Paper;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectCommands.DivideProject;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.project.ProjectTerms;

/** What each step means for projects, budget lines and allotments; what follows them is {@link PaymentSteps}. */
final class Steps {
    static final ImmutableSet<String> FINANCE = ImmutableSet.of("finance", "deputy");
    private static final ImmutableSet<String> CHIEF = ImmutableSet.of("chief", "deputy");
    private static final ImmutableList<String> AGENCIES = ImmutableList.of(World.ORGAN, World.INSTITUTION);

    private final Walk walk;
    private final Naive naive;
    private final PaymentSteps payments;
    private int lines;

    Steps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
        this.payments = new PaymentSteps(walk);
    }

    void take(Step step) {
        switch (step.kind()) {
            case PROJECT -> project(step);
            case PROJECT_ACT -> actOnProject(one(naive.projects, step.which()), step);
            case DIVIDE -> divide(one(naive.projects, step.which()), step);
            case LINE -> line(prefer(naive.projects, p -> p.isReady() && p.open > 0, step), step);
            case LINE_ACT -> actOnLine(prefer(naive.lines, l -> l.state != BudgetState.APPROPRIATED, step), step);
            case ADJUST -> adjust(prefer(naive.lines, l -> l.state == BudgetState.APPROPRIATED, step), step);
            case ALLOT -> allot(prefer(naive.lines, l -> l.unreleased > 0, step), step);
            case ALLOT_ACT -> actOnAllotment(one(naive.allotments, step.which()), step);
            case SPLIT -> split(prefer(naive.allotments, a -> a.pending > 0, step), step);
            case FREEZE -> freeze(prefer(naive.allotments, a -> a.available > 0, step), step);
            case UNFREEZE -> unfreeze(prefer(naive.allotments, a -> a.frozen > 0, step), step);
            case REDUCE -> reduce(one(naive.allotments, step.which()), step);
            default -> payments.take(step);
        }
    }

    /** Mostly one with which something can be done. */
    static <P> P prefer(Map<String, P> of, Predicate<P> predicate, Step step) {
        ImmutableList<P> some = of.values().stream().filter(predicate).collect(ImmutableList.toImmutableList());
        return some.isEmpty() || step.who() % 5 == 4 ? one(of, step.which()) : one(some, step.which());
    }

    /** All there is, one fen more, or a part. */
    static long amount(long limit, int size) {
        return switch (size % 12) {
            case 0 -> Math.max(limit, 1);
            case 1 -> limit + 1;
            default -> 1 + size * 377L % Math.max(limit, 1);
        };
    }

    static String clerk(String agency, int who) {
        return one(ImmutableList.of("clerk", "clerk", "both", "head"), who) + agency;
    }

    static String head(String agency, int who) {
        return one(ImmutableList.of("head", "head", "both", "clerk"), who) + agency;
    }

    static boolean isEntry(Paper paper, String actor) {
        return actor.equals("clerk" + paper.agency) || actor.equals("both" + paper.agency);
    }

    static boolean isHead(Paper paper, String actor) {
        return actor.equals("head" + paper.agency) || actor.equals("both" + paper.agency);
    }

    private static String finance(int who) {
        return one(ImmutableList.of("finance", "finance", "deputy", "chief"), who);
    }

    private static String chief(int who) {
        return one(ImmutableList.of("chief", "chief", "deputy", "finance"), who);
    }

    // ---- projects ---------------------------------------------------------------------------------------------------

    private void project(Step step) {
        String agency = one(AGENCIES, step.which());
        NaiveProject project = new NaiveProject(walk.number(), agency, 1_000_00 + step.size() * 10_000L);
        String clerk = "clerk" + agency;
        walk.ask(
                clerk,
                new CreateProject(World.projectTerms(project.number, agency, "3", project.total)),
                true,
                () -> naive.projects.put(project.id, project));
        project.creator = clerk;
        int far = step.size() % 5;
        if (far > 0) {
            act(project, clerk, ProjectAction.SUBMIT);
        }
        if (far > 1) {
            act(project, "head" + agency, ProjectAction.APPROVE);
        }
        if (far > 2) {
            act(project, "head" + agency, ProjectAction.REPORT);
        }
        if (far > 3) {
            act(project, "finance", ProjectAction.APPROVE);
        }
    }

    private void actOnProject(NaiveProject project, Step step) {
        ProjectAction action = one(
                ImmutableList.of(
                        ProjectAction.SUBMIT,
                        ProjectAction.APPROVE,
                        ProjectAction.REPORT,
                        ProjectAction.APPROVE,
                        ProjectAction.RETURN,
                        ProjectAction.FINISH,
                        ProjectAction.TERMINATE),
                step.size());
        boolean isFinance = action == ProjectAction.TERMINATE || project.state == ProjectState.FINANCE_REVIEW;
        boolean isClerk = action == ProjectAction.SUBMIT || action == ProjectAction.FINISH;
        act(
                project,
                isFinance
                        ? finance(step.who())
                        : isClerk ? clerk(project.agency, step.who()) : head(project.agency, step.who()),
                action);
    }

    private void act(NaiveProject project, String actor, ProjectAction action) {
        ProjectState to = next(project, actor, action);
        walk.act(actor, Project.id(World.code(project.number)), action, to != project.state, () -> {
            if (to == ProjectState.RESERVED) {
                project.open += project.total;
            } else if (to == ProjectState.FINISHED || to == ProjectState.TERMINATED) {
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
        boolean isFinance = FINANCE.contains(actor);
        boolean isOther = !project.creator.equals(actor);
        return switch (action) {
            case SUBMIT -> from == ProjectState.PLANNING && isEntry ? ProjectState.DEPARTMENT_REVIEW : from;
            case REPORT ->
                from == ProjectState.DEPARTMENT_RESERVED && isDepartment ? ProjectState.FINANCE_REVIEW : from;
            case APPROVE ->
                from == ProjectState.DEPARTMENT_REVIEW && isDepartment && isOther
                        ? ProjectState.DEPARTMENT_RESERVED
                        : from == ProjectState.FINANCE_REVIEW && isFinance && isOther ? ProjectState.RESERVED : from;
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
                        .noneMatch(request -> request.allotment.line.project == project);
    }

    private void divide(NaiveProject project, Step step) {
        long first = amount(project.total - 1, step.size());
        long second = step.who() % 4 == 0 ? project.total : project.total - first;
        NaiveProject one = new NaiveProject(walk.number(), project.agency, first);
        NaiveProject other = new NaiveProject(walk.number(), project.agency, second);
        ImmutableList<ProjectTerms> parts = ImmutableList.of(terms(one), terms(other));
        String actor = finance(step.who());
        boolean isSound = project.state == ProjectState.RESERVED
                && FINANCE.contains(actor)
                && project.parts.isEmpty()
                && project.open == project.total
                && first + second == project.total
                && first > 0
                && second > 0;
        walk.ask(actor, new DivideProject(Project.id(World.code(project.number)), parts), isSound, () -> {
            project.open = 0;
            for (NaiveProject part : ImmutableList.of(one, other)) {
                part.state = ProjectState.RESERVED;
                part.open = part.total;
                part.creator = actor;
                project.parts.add(part);
                naive.projects.put(part.id, part);
            }
        });
    }

    private static ProjectTerms terms(NaiveProject project) {
        return World.projectTerms(project.number, project.agency, "3", Math.max(project.total, 0));
    }

    // ---- budget lines -----------------------------------------------------------------------------------------------

    private static Elements elements(NaiveProject project, int which) {
        boolean isInstitution = project.agency.equals(World.INSTITUTION);
        Elements services = World.elements(project.agency, Project.id(World.code(project.number)));
        return which % 3 > 0
                ? services
                : ImmutableElements.builder()
                        .from(services)
                        .governmentEconomic(isInstitution ? "50501" : "50101")
                        .departmentEconomic("30101")
                        .build();
    }

    private void line(NaiveProject project, Step step) {
        String clerk = clerk(project.agency, step.who());
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
        line.creator = clerk;
        if (isMade && step.who() % 5 < 4) {
            act(line, clerk, BudgetAction.SUBMIT);
            act(line, "finance", BudgetAction.APPROVE);
            act(line, "finance", BudgetAction.APPROPRIATE);
        }
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
        act(line, isClerk ? clerk(line.agency, step.who()) : finance(step.who()), action);
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

    private static BudgetState next(NaiveLine line, String actor, BudgetAction action) {
        BudgetState from = line.state;
        boolean isFinance = FINANCE.contains(actor);
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
            case RETURN -> from == BudgetState.SUBMITTED && isFinance ? BudgetState.DRAFT : from;
            case CANCEL_APPROVAL -> from == BudgetState.APPROVED && isFinance ? BudgetState.SUBMITTED : from;
            case VOID ->
                (from == BudgetState.DRAFT && isEntry) || (from == BudgetState.SUBMITTED && isFinance)
                        ? BudgetState.VOIDED
                        : from;
            case WITHDRAW -> from == BudgetState.SUBMITTED && line.submitter.equals(actor) ? BudgetState.DRAFT : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    private void adjust(NaiveLine line, Step step) {
        boolean isRaised = step.who() % 2 == 0;
        long size = amount(isRaised ? line.project.open : line.unreleased, step.size());
        String actor = finance(step.who() / 2);
        boolean isSound = line.state == BudgetState.APPROPRIATED
                && FINANCE.contains(actor)
                && (isRaised ? line.project.isReady() && line.project.open >= size : line.unreleased >= size);
        long change = isRaised ? size : -size;
        walk.ask(
                actor,
                new AdjustBudgetLine(new Id<>(BudgetLine.KIND, line.id), Fen.money(change), "人大〔2024〕1号"),
                isSound,
                () -> {
                    line.current += change;
                    line.unreleased += change;
                    line.project.open -= change;
                });
    }

    // ---- allotments -------------------------------------------------------------------------------------------------

    private void allot(NaiveLine line, Step step) {
        AllotmentFlag flag = step.who() % 3 == 1 ? AllotmentFlag.PENDING : AllotmentFlag.EXECUTABLE;
        long amount = amount(line.unreleased, step.size());
        NaiveAllotment made = new NaiveAllotment("A" + walk.number(), line, ImmutableList.of(), flag, amount);
        made.creator = "finance";
        boolean isMade = walk.ask(
                "finance",
                new CreateAllotment(
                        Allotment.id(made.id),
                        World.allotmentTerms(new Id<>(BudgetLine.KIND, line.id), line.elements, flag, amount)),
                line.state == BudgetState.APPROPRIATED,
                () -> naive.allotments.put(made.id, made));
        if (isMade && step.who() % 5 < 4) {
            act(made, "finance", AllotmentAction.SUBMIT);
            act(made, "chief", AllotmentAction.APPROVE);
        }
    }

    private void actOnAllotment(NaiveAllotment allotment, Step step) {
        AllotmentAction action = one(
                ImmutableList.of(
                        AllotmentAction.SUBMIT,
                        AllotmentAction.APPROVE,
                        AllotmentAction.CANCEL_APPROVAL,
                        AllotmentAction.APPROVE,
                        AllotmentAction.RETURN,
                        AllotmentAction.SUBMIT,
                        AllotmentAction.VOID),
                step.size());
        boolean isEntry = action == AllotmentAction.SUBMIT || action == AllotmentAction.VOID;
        act(allotment, isEntry ? finance(step.who()) : chief(step.who()), action);
    }

    private void act(NaiveAllotment allotment, String actor, AllotmentAction action) {
        AllotmentState to = next(allotment, actor, action);
        walk.act(actor, Allotment.id(allotment.id), action, to != allotment.state, () -> {
            if (action == AllotmentAction.SUBMIT) {
                allotment.submitter = actor;
            }
            if (to == AllotmentState.ISSUED) {
                allotment.take(allotment.amount);
            } else if (allotment.state == AllotmentState.ISSUED) {
                allotment.take(-allotment.amount);
            }
            allotment.state = to;
        });
    }

    private static AllotmentState next(NaiveAllotment allotment, String actor, AllotmentAction action) {
        AllotmentState from = allotment.state;
        boolean isChief = CHIEF.contains(actor);
        boolean isFinance = FINANCE.contains(actor);
        return switch (action) {
            case SUBMIT -> from == AllotmentState.DRAFT && isFinance ? AllotmentState.SUBMITTED : from;
            case VOID -> from == AllotmentState.DRAFT && isFinance ? AllotmentState.VOIDED : from;
            case RETURN -> from == AllotmentState.SUBMITTED && isChief ? AllotmentState.DRAFT : from;
            case APPROVE ->
                from == AllotmentState.SUBMITTED
                                && isChief
                                && !isOwn(allotment, actor)
                                && allotment.source() >= allotment.amount
                        ? AllotmentState.ISSUED
                        : from;
            case CANCEL_APPROVAL ->
                from == AllotmentState.ISSUED && isChief && allotment.free() == allotment.amount
                        ? AllotmentState.SUBMITTED
                        : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    private void split(NaiveAllotment parent, Step step) {
        List<Part> parts = new ArrayList<>();
        List<NaiveAllotment> children = new ArrayList<>();
        long left = parent.pending;
        for (int i = 0; i <= step.who() % 2; i++) {
            AllotmentFlag flag = (step.who() + i) % 3 == 0 ? AllotmentFlag.PENDING : AllotmentFlag.EXECUTABLE;
            long amount = amount(left, step.size() + 2 * i);
            left -= amount;
            NaiveAllotment child =
                    new NaiveAllotment("A" + walk.number(), parent.line, ImmutableList.of(parent), flag, amount);
            children.add(child);
            parts.add(new Part(
                    Allotment.id(child.id),
                    World.allotmentTerms(
                            new Id<>(BudgetLine.KIND, parent.line.id), parent.line.elements, flag, amount)));
        }
        String actor = finance(step.who() / 2);
        boolean isSound = parent.state == AllotmentState.ISSUED
                && !parent.isExecutable()
                && FINANCE.contains(actor)
                && left >= 0
                && parts.stream().allMatch(part -> part.terms().amount().isPositive());
        walk.ask(actor, new SplitAllotment(Allotment.id(parent.id), ImmutableList.copyOf(parts)), isSound, () -> {
            for (NaiveAllotment child : children) {
                child.creator = actor;
                child.state = AllotmentState.ISSUED;
                child.take(child.amount);
                naive.allotments.put(child.id, child);
            }
        });
    }

    private void freeze(NaiveAllotment allotment, Step step) {
        long fen = amount(allotment.available, step.size());
        boolean isSound =
                isOpenTo(allotment, chief(step.who())) && allotment.isExecutable() && allotment.available >= fen;
        walk.ask(chief(step.who()), new FreezeAllotment(Allotment.id(allotment.id), Fen.money(fen)), isSound, () -> {
            allotment.available -= fen;
            allotment.frozen += fen;
        });
    }

    private void unfreeze(NaiveAllotment allotment, Step step) {
        long fen = amount(allotment.frozen, step.size());
        boolean isSound = isOpenTo(allotment, chief(step.who())) && allotment.isExecutable() && allotment.frozen >= fen;
        walk.ask(chief(step.who()), new UnfreezeAllotment(Allotment.id(allotment.id), Fen.money(fen)), isSound, () -> {
            allotment.available += fen;
            allotment.frozen -= fen;
        });
    }

    private void reduce(NaiveAllotment allotment, Step step) {
        long fen = amount(allotment.free(), step.size());
        boolean isSound = isOpenTo(allotment, chief(step.who())) && allotment.free() >= fen;
        walk.ask(
                chief(step.who()),
                new ReduceAllotment(Allotment.id(allotment.id), Fen.money(fen), "收回"),
                isSound,
                () -> allotment.take(-fen));
    }

    private static boolean isOpenTo(NaiveAllotment allotment, String actor) {
        return allotment.state == AllotmentState.ISSUED && CHIEF.contains(actor);
    }

    static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
