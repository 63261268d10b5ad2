package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.opening.Opened.Booked;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectState;

/** The identities between the documents of an opening and what the allotment and memorandum ledgers hold of them. */
final class FlowIdentities {
    private static final Source ALLOTMENTS = Source.uncertain("财办〔2022〕36号 《预算指标核算管理办法（试行）》; INV-10, INV-11, INV-15");
    private static final Source OWN = Source.own("the memorandum ledger holds by key what an amount is limited by");

    /** What moves an amount between an allotment and something that its document does not name. */
    private static final ImmutableSet<String> MOVING =
            ImmutableSet.of(AllotmentAction.VIRE.name(), AllotmentAction.OFFSET.name(), AllotmentAction.ABSORB.name());

    /** What takes an amount back where it came from, by how much its document does not say. */
    private static final ImmutableSet<String> TAKING_BACK = ImmutableSet.of(
            AllotmentAction.REDUCE.name(), AllotmentAction.RECALL.name(), AllotmentAction.GIVE_BACK.name());

    /** What was issued before its line was appropriated: no line has it yet. */
    private static final String PRE_ISSUED = "PRE_ISSUED";

    private static final ImmutableSet<ProjectState> OUTSIDE = ImmutableSet.of(
            ProjectState.PLANNING,
            ProjectState.DEPARTMENT_REVIEW,
            ProjectState.DEPARTMENT_RESERVED,
            ProjectState.FINANCE_REVIEW,
            ProjectState.REJECTED);

    static final Name LINE = new Name("line", "项目年度预算");
    static final Name ALLOTMENT = new Name("allotment", "预算指标");
    private static final Name PART = new Name("part", "拆分指标");
    private static final Name RELEASED = new Name("released", "已下达预算");
    private static final Name TO_BE_RELEASED = new Name("to be released", "可下达预算");
    private static final Name PROPOSED = new Name("proposed", "待批复预算");

    private static final Name BEFORE_BUDGET = new Name("issued before the budget", "预拨待核销");

    static final Control<Opened> CLASS_EQUATION = identity(
            "class-equation",
            "Sources differ from what is made of them",
            "指标来源与支出指标不平",
            ALLOTMENTS,
            FlowIdentities::classes);

    static final Control<Opened> ALLOTMENT_AMOUNT = identity(
            "allotment-amount",
            "An allotment is not what became of it",
            "指标额度与使用情况不符",
            ALLOTMENTS,
            FlowIdentities::allotments);

    static final Control<Opened> LINE_RELEASED = identity(
            "line-released",
            "A line has released other than its allotments",
            "已下达预算与指标不符",
            ALLOTMENTS,
            FlowIdentities::released);

    static final Control<Opened> LINE_BUDGET = identity(
            "line-budget", "A line is not what is arranged for it", "预算金额与来源不符", ALLOTMENTS, FlowIdentities::lines);

    static final Control<Opened> LINE_UNRELEASED = identity(
            "line-unreleased",
            "What a line may release differs between ledgers",
            "可下达预算两账不符",
            OWN,
            FlowIdentities::unreleased);

    static final Control<Opened> LINE_PROPOSED = identity(
            "line-proposed",
            "What is proposed differs from the lines under review",
            "待批复预算不符",
            OWN,
            FlowIdentities::proposed);

    static final Control<Opened> PROJECT_TOTAL = identity(
            "project-total", "A project is not what became of it", "项目总额与储备及预算不符", OWN, FlowIdentities::projects);

    static final Controls<Opened> ALL = Controls.of(
            CLASS_EQUATION,
            ALLOTMENT_AMOUNT,
            LINE_RELEASED,
            LINE_BUDGET,
            LINE_UNRELEASED,
            LINE_PROPOSED,
            PROJECT_TOTAL);

    private FlowIdentities() {}

    /** An identity: hard unless a rulebook says otherwise. */
    static Control<Opened> identity(
            String name, String title, String titleZh, Source source, org.fiscalloop.decision.Check<Opened> check) {
        return Control.adjustable(
                new Reason(
                        "opening." + name,
                        title,
                        titleZh,
                        "at {at}: {left}, but {right}; the difference is {difference}",
                        "{at}: {left}, 而 {right}; 差额 {difference}",
                        source),
                Severity.HARD,
                check);
    }

    /** An identity that only warns, unless a rulebook says otherwise. */
    static Control<Opened> warning(
            String name, String title, String titleZh, Source source, org.fiscalloop.decision.Check<Opened> check) {
        return Control.adjustable(
                new Reason(
                        "opening." + name,
                        title,
                        titleZh,
                        "at {at}: {left}, but {right}; the difference is {difference}",
                        "{at}: {left}, 而 {right}; 差额 {difference}",
                        source),
                Severity.WARN,
                check);
    }

    /** INV-10, line by line: sources = what is to be allocated, allotted, applied for, paid, carried over and lapsed. */
    private static ImmutableList<ImmutableMap<String, Fact>> classes(Opened opened) {
        Identity identity = new Identity();
        for (Booked booked : ofAllotments(opened)) {
            Name at = new Name(booked.code(Dimensions.YEAR) + " line", booked.code(Dimensions.YEAR) + " 年项目年度预算")
                    .and(booked.code(Dimensions.LINE));
            if (isSource(booked)) {
                identity.left(at, row(booked), booked.net());
            } else {
                identity.right(at, row(booked), booked.net());
            }
        }
        return identity.violations();
    }

    private static ImmutableList<Booked> ofAllotments(Opened opened) {
        return opened.booked(Ledgers.ALLOTMENT, Booked::isBeforeClosing);
    }

    private static boolean isSource(Booked booked) {
        return booked.account().element().equals("ALLOTMENT_SOURCE");
    }

    private static boolean isWrittenOff(Booked booked) {
        return booked.account().element().equals("CARRYOVER_WRITEOFF");
    }

    static Name row(Booked booked) {
        return Name.of(booked.account());
    }

    /** INV-11 and INV-15: an amount = what stands of it in each class, and what stands of the parts split off it. */
    private static ImmutableList<ImmutableMap<String, Fact>> allotments(Opened opened) {
        Identity identity = new Identity();
        ImmutableMap<Id<?>, Allotment> all = opened.byId(Allotment.KIND);
        ImmutableSet<Id<?>> changed = changed(all);
        Map<Id<?>, Long> totals = totals(all, held(opened, false));
        for (Booked booked : ofAllotments(opened)) {
            if (isOfAllotment(booked) && !changed.contains(idOf(booked))) {
                identity.right(Name.of(idOf(booked)), row(booked), booked.net());
            }
        }
        for (Allotment allotment : all.values()) {
            if (!changed.contains(allotment.id())) {
                identity.left(Name.of(allotment.id()), new Name("amount", "指标金额"), issued(allotment));
            }
            allotment
                    .terms()
                    .parent()
                    .filter(parent -> !changed.contains(parent))
                    .ifPresent(parent -> identity.right(
                            Name.of(parent),
                            PART.and(allotment.id().value()),
                            totals.getOrDefault(allotment.id(), 0L)));
        }
        return identity.violations();
    }

    /** What has become of an allotment; the source of one that was carried over stands beside it. */
    private static boolean isOfAllotment(Booked booked) {
        return !booked.code(Dimensions.ALLOTMENT).isEmpty() && !isSource(booked);
    }

    private static Id<Allotment> idOf(Booked booked) {
        return Allotment.id(booked.code(Dimensions.ALLOTMENT));
    }

    /**
     * The allotments whose documents do not say any more what became of them: what an amount was taken back from, or moved
     * between, and all that the latter were split off.
     */
    private static ImmutableSet<Id<?>> changed(ImmutableMap<Id<?>, Allotment> all) {
        Set<Id<?>> changed = new HashSet<>();
        for (Allotment allotment : all.values()) {
            if (isIn(allotment, TAKING_BACK)) {
                changed.add(allotment.id());
            }
            Set<Id<?>> seen = new HashSet<>();
            Optional<Allotment> at = Optional.of(allotment).filter(moved -> isIn(moved, MOVING));
            while (at.isPresent() && seen.add(at.get().id())) {
                changed.add(at.get().id());
                at = at.get().terms().parent().map(all::get);
            }
        }
        return ImmutableSet.copyOf(changed);
    }

    private static boolean isIn(Allotment allotment, ImmutableSet<String> actions) {
        return allotment.trail().steps().stream().anyMatch(step -> actions.contains(step.action()));
    }

    private static long issued(Allotment allotment) {
        return allotment.state() == AllotmentState.ISSUED
                ? Fen.of(allotment.terms().amount())
                : 0;
    }

    /** What the allotment ledger holds of each allotment. */
    private static Map<Id<?>, Long> held(Opened opened, boolean isInForce) {
        Map<Id<?>, Long> held = new HashMap<>();
        for (Booked booked : ofAllotments(opened)) {
            if (isOfAllotment(booked) && !(isInForce && isWrittenOff(booked))) {
                held.merge(idOf(booked), booked.net(), Fen::add);
            }
        }
        return held;
    }

    /** What is held of each allotment and of all that was split off it. */
    private static Map<Id<?>, Long> totals(ImmutableMap<Id<?>, Allotment> all, Map<Id<?>, Long> held) {
        Map<Id<?>, Long> totals = new HashMap<>();
        for (Allotment allotment : all.values()) {
            long own = held.getOrDefault(allotment.id(), 0L);
            Set<Id<?>> seen = new HashSet<>();
            Optional<Allotment> at = Optional.of(allotment);
            while (at.isPresent() && seen.add(at.get().id())) {
                totals.merge(at.get().id(), own, Fen::add);
                at = at.get().terms().parent().map(all::get);
            }
        }
        return totals;
    }

    /** Each yuan that a line has released, or that was issued before it, and that was neither carried over nor lapsed stands in an allotment of it. */
    private static ImmutableList<ImmutableMap<String, Fact>> released(Opened opened) {
        Identity identity = new Identity();
        ofLines(opened, "RELEASED_BUDGET").forEach((line, fen) -> identity.left(LINE.and(line), RELEASED, fen));
        opened.sums(Ledgers.ALLOTMENT, PRE_ISSUED, Dimensions.LINE)
                .forEach((line, fen) -> identity.left(LINE.and(line), BEFORE_BUDGET, fen));
        Map<Id<?>, Long> held = held(opened, true);
        for (Allotment allotment : opened.documents(Allotment.KIND)) {
            if (allotment.fiscalYear() >= opened.terms().fiscalYear()) {
                identity.right(
                        LINE.and(allotment.terms().line().value()),
                        ALLOTMENT.and(allotment.id().value()),
                        held.getOrDefault(allotment.id(), 0L));
            }
        }
        return identity.violations();
    }

    /** What is arranged for a line from all its sources = what it may still release, has released, and no longer has. */
    private static ImmutableList<ImmutableMap<String, Fact>> lines(Opened opened) {
        Identity identity = new Identity();
        for (Booked booked : ofAllotments(opened)) {
            Name at = LINE.and(booked.code(Dimensions.LINE));
            if (!isOfYear(booked, opened) || booked.is(PRE_ISSUED)) {
                continue;
            }
            if (isSource(booked)) {
                identity.left(at, row(booked), booked.net());
            } else if (isWrittenOff(booked)) {
                identity.right(at, row(booked), booked.net());
            }
        }
        ofLines(opened, "LINE_UNRELEASED").forEach((line, fen) -> identity.right(LINE.and(line), TO_BE_RELEASED, fen));
        ofLines(opened, "RELEASED_BUDGET").forEach((line, fen) -> identity.right(LINE.and(line), RELEASED, fen));
        return identity.violations();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> unreleased(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.ALLOTMENT, "UNALLOCATED", Dimensions.LINE)
                .forEach((line, fen) -> identity.left(LINE.and(line), new Name("to be allocated", "待分配"), fen));
        opened.sums(Ledgers.MEMORANDUM, "LINE_UNRELEASED", Dimensions.LINE)
                .forEach((line, fen) -> identity.right(LINE.and(line), TO_BE_RELEASED, fen));
        return identity.violations();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> proposed(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.MEMORANDUM, "LINE_PROPOSED", Dimensions.LINE)
                .forEach((line, fen) -> identity.left(LINE.and(line), PROPOSED, fen));
        for (BudgetLine line : opened.documents(BudgetLine.KIND)) {
            if (line.state() == BudgetState.SUBMITTED || line.state() == BudgetState.APPROVED) {
                identity.right(
                        LINE.and(line.id().value()),
                        new Name("amount under review", "在审金额"),
                        Fen.of(line.terms().amount()));
            }
        }
        return identity.violations();
    }

    /** P1: the total of a project = what is left of its reserve and what is budgeted of it, in all years. */
    private static ImmutableList<ImmutableMap<String, Fact>> projects(Opened opened) {
        Identity identity = new Identity();
        ImmutableMap<Id<?>, Project> all = opened.byId(Project.KIND);
        for (Project project : all.values()) {
            if (!project.hasEnded()
                    && !OUTSIDE.contains(project.state())
                    && !project.terms().isDivided()) {
                identity.left(
                        Name.of(project.id()),
                        new Name("total", "项目总额"),
                        Fen.of(project.terms().total()));
            }
        }
        opened.sums(Ledgers.MEMORANDUM, "PROJECT_RESERVE", Dimensions.PROJECT)
                .forEach((code, fen) ->
                        identity.right(Name.of(new Id<>(Project.KIND, code)), new Name("open reserve", "未安排储备"), fen));
        for (String account : ImmutableList.of("LINE_PROPOSED", "LINE_UNRELEASED", "RELEASED_BUDGET")) {
            opened.sums(Ledgers.MEMORANDUM, account, Dimensions.PROJECT).forEach((code, fen) -> {
                Project project = all.get(new Id<>(Project.KIND, code));
                if (project == null || !project.hasEnded()) {
                    identity.right(
                            Name.of(new Id<>(Project.KIND, code)),
                            account.equals("LINE_PROPOSED") ? PROPOSED : new Name("budgeted", "已安排预算"),
                            fen);
                }
            });
        }
        return identity.violations();
    }

    /** Of an earlier year what comes back late is moved to the line on which it goes on. */
    private static boolean isOfYear(Booked booked, Opened opened) {
        return booked.code(Dimensions.YEAR)
                        .compareTo(Integer.toString(opened.terms().fiscalYear()))
                >= 0;
    }

    private static ImmutableMap<String, Long> ofLines(Opened opened, String account) {
        return opened
                .booked(
                        Ledgers.MEMORANDUM,
                        booked -> booked.is(account)
                                && isOfYear(booked, opened)
                                && !booked.code(Dimensions.LINE).isEmpty())
                .stream()
                .collect(ImmutableMap.toImmutableMap(booked -> booked.code(Dimensions.LINE), Booked::net, Fen::add));
    }
}
