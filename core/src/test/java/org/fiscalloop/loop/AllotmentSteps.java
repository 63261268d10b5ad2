package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.all;
import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.finance;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CorrectAllotment;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SupplementAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;

/** What each step means for allotments. */
final class AllotmentSteps {
    private static final ImmutableList<AllotmentAction> ACTIONS = ImmutableList.of(
            AllotmentAction.SUBMIT,
            AllotmentAction.APPROVE,
            AllotmentAction.CANCEL_APPROVAL,
            AllotmentAction.RETURN,
            AllotmentAction.VOID);

    private final Walk walk;
    private final Naive naive;
    private final BudgetSteps budgets;

    AllotmentSteps(Walk walk, BudgetSteps budgets) {
        this.walk = walk;
        this.budgets = budgets;
        this.naive = walk.naive;
    }

    void take(Step step) {
        switch (step.kind()) {
            case ALLOT -> allot(prefer(naive.lines, l -> l.unreleased > 0, step), step);
            case ALLOT_ACT ->
                actOnAllotment(
                        prefer(
                                naive.allotments,
                                a -> (a.state == AllotmentState.ISSUED && a.free() == a.amount)
                                        || a.state == AllotmentState.SUBMITTED,
                                step),
                        step);
            case REVISE_ALLOTMENT -> revise(prefer(naive.allotments, this::isRevisable, step), step);
            case SPLIT -> split(prefer(naive.allotments, a -> a.pending > 0, step), step);
            case FREEZE -> freeze(prefer(naive.allotments, a -> a.available > 0, step), step);
            case UNFREEZE -> unfreeze(prefer(naive.allotments, a -> a.frozen > 0, step), step);
            case REDUCE -> reduce(one(naive.allotments, step.which()), step);
            case RECALL -> recall(prefer(naive.allotments, a -> a.free() > 0, step), step);
            case SUPPLEMENT -> supplement(prefer(naive.allotments, a -> a.source() > 0, step), step);
            case CORRECT -> correct(prefer(naive.allotments, a -> a.isUndrawn() && a.free() > 0, step), step);
            case PRE_ISSUE -> preIssue(prefer(naive.lines, NaiveLine::isProposed, step), step);
            case OFFSET -> offset(prefer(naive.allotments, a -> a.preIssued > 0, step), step);
            default -> throw new IllegalArgumentException("not of this part: " + step);
        }
    }

    // ---- allotments -------------------------------------------------------------------------------------------------

    private void allot(NaiveLine line, Step step) {
        AllotmentFlag flag = step.who() % 3 == 1 ? AllotmentFlag.PENDING : AllotmentFlag.EXECUTABLE;
        long amount = amount(line.unreleased, step.size());
        NaiveAllotment made = new NaiveAllotment("A" + walk.number(), line, ImmutableList.of(), flag, amount);
        boolean isUnlabelled = step.which() % 7 == 6;
        made.elements = isUnlabelled ? unlabelled(line.elements) : labelled(line.elements, step);
        String actor = one(ImmutableList.of("finance", "finance", "deputy"), step.size());
        made.makers.add(actor);
        boolean isCarried = step.size() % 10 == 7;
        boolean isMade = walk.ask(
                actor,
                new CreateAllotment(
                        Allotment.id(made.id),
                        terms(made)
                                .basis(isCarried ? YearBasis.CARRIED : YearBasis.CURRENT)
                                .build()),
                made.isFounded()
                        && !isCarried
                        && (!isUnlabelled || line.elements.extra().isEmpty()),
                () -> naive.allotments.put(made.id, made));
        if (isMade && step.who() % 5 < 4) {
            act(made, actor, AllotmentAction.SUBMIT);
            act(made, step.who() % 2 == 0 ? "chief" : "deputy", AllotmentAction.APPROVE);
        }
    }

    private static ImmutableAllotmentTerms.Builder terms(NaiveAllotment of) {
        return ImmutableAllotmentTerms.builder()
                .from(World.allotmentTerms(new Id<>(BudgetLine.KIND, of.line.id), of.elements, of.flag, of.amount));
    }

    private static ImmutableAllotmentTerms.Builder family(ImmutableAllotmentTerms.Builder terms, NaiveAllotment of) {
        return of.isTemporary
                ? terms.family(AllotmentFamily.TEMPORARY).ground(AllotmentTerms.Ground.SAME_PERIOD)
                : terms;
    }

    /** Where the line says nothing of direct funds, every third allotment of it is one. */
    private static Elements labelled(Elements elements, Step step) {
        return step.which() % 3 > 0 || !elements.extra().isEmpty()
                ? elements
                : ImmutableElements.builder()
                        .from(elements)
                        .putExtra(Labels.DIRECT, step.which() % 2 == 0 ? "01" : "09")
                        .build();
    }

    /** The same block without labels. */
    static Elements unlabelled(Elements elements) {
        return ImmutableElements.builder()
                .from(elements)
                .extra(ImmutableMap.of())
                .build();
    }

    private boolean isRevisable(NaiveAllotment allotment) {
        return allotment.state == AllotmentState.DRAFT
                || (allotment.state == AllotmentState.ISSUED && allotment.free() == allotment.amount);
    }

    /** Takes back what was issued and fills it in again, now and then from another line, with another flag or as a part of another one. */
    private void revise(NaiveAllotment allotment, Step step) {
        if (allotment.state == AllotmentState.ISSUED) {
            act(allotment, "chief", AllotmentAction.CANCEL_APPROVAL);
            act(allotment, "chief", AllotmentAction.RETURN);
        }
        String actor = finance(step.who());
        NaiveLine line = step.size() % 3 == 0 ? one(naive.lines, step.size()) : allotment.line;
        AllotmentFlag flag = step.size() % 7 == 6 ? AllotmentFlag.PENDING : allotment.flag;
        long amount = amount(line.unreleased, step.size());
        ImmutableList<NaiveAllotment> parent = step.who() % 7 == 6
                ? (allotment.parent.isEmpty()
                        ? ImmutableList.of(one(naive.allotments, step.size()))
                        : ImmutableList.of())
                : ImmutableList.copyOf(allotment.parent);
        NaiveAllotment revised = new NaiveAllotment(allotment.id, line, allotment.parent, flag, amount);
        revised.elements = line == allotment.line ? allotment.elements : line.elements;
        revised.isTemporary = allotment.isTemporary;
        boolean isAsIssued = line == allotment.line && flag == allotment.flag;
        boolean isRevised = walk.ask(
                actor,
                new ReviseAllotment(
                        Allotment.id(allotment.id),
                        family(terms(revised), revised)
                                .parent(parent.stream()
                                        .map(above -> Allotment.id(above.id))
                                        .findFirst())
                                .build()),
                allotment.state == AllotmentState.DRAFT
                        && Steps.FINANCE.contains(actor)
                        && parent.equals(allotment.parent)
                        && revised.isFounded()
                        && (!revised.isTemporary || (flag == AllotmentFlag.EXECUTABLE && parent.isEmpty()))
                        && (isAsIssued || !allotment.wasIssued),
                () -> {
                    allotment.line = line;
                    allotment.agency = line.agency;
                    allotment.flag = flag;
                    allotment.elements = revised.elements;
                    allotment.amount = amount;
                    allotment.makers.add(actor);
                });
        if (isRevised && step.size() % 2 == 0) {
            act(allotment, actor, AllotmentAction.SUBMIT);
            act(allotment, "chief", AllotmentAction.APPROVE);
        }
    }

    private void actOnAllotment(NaiveAllotment allotment, Step step) {
        AllotmentAction action = step.size() % 4 > 0 ? fitting(allotment, step) : one(ACTIONS, step.size() / 4);
        boolean isEntry = action == AllotmentAction.SUBMIT || action == AllotmentAction.VOID;
        act(allotment, isEntry ? finance(step.who()) : chief(step.who()), action);
    }

    /** An action that its state knows: what was issued is taken back as often as what was handed in is issued. */
    private static AllotmentAction fitting(NaiveAllotment allotment, Step step) {
        return switch (allotment.state) {
            case DRAFT -> step.size() % 3 > 0 ? AllotmentAction.SUBMIT : AllotmentAction.VOID;
            case SUBMITTED -> step.size() % 3 > 0 ? AllotmentAction.APPROVE : AllotmentAction.RETURN;
            default -> AllotmentAction.CANCEL_APPROVAL;
        };
    }

    private void act(NaiveAllotment allotment, String actor, AllotmentAction action) {
        AllotmentState to = next(allotment, actor, action);
        walk.act(actor, Allotment.id(allotment.id), action, to != allotment.state, () -> {
            if (action == AllotmentAction.SUBMIT) {
                allotment.makers.add(actor);
            }
            if (to == AllotmentState.ISSUED) {
                allotment.wasIssued = true;
                if (allotment.isTemporary) {
                    allotment.preIssue(allotment.amount);
                } else {
                    allotment.take(allotment.amount);
                }
            } else if (allotment.state == AllotmentState.ISSUED) {
                allotment.giveBack(allotment.amount);
            }
            allotment.state = to;
        });
    }

    private AllotmentState next(NaiveAllotment allotment, String actor, AllotmentAction action) {
        AllotmentState from = allotment.state;
        boolean isChief = Steps.CHIEF.contains(actor);
        boolean isFinance = Steps.FINANCE.contains(actor);
        return switch (action) {
            case SUBMIT ->
                from == AllotmentState.DRAFT && isFinance && allotment.isFounded() ? AllotmentState.SUBMITTED : from;
            case VOID -> from == AllotmentState.DRAFT && isFinance ? AllotmentState.VOIDED : from;
            case RETURN -> from == AllotmentState.SUBMITTED && isChief ? AllotmentState.DRAFT : from;
            case APPROVE ->
                from == AllotmentState.SUBMITTED
                                && isChief
                                && allotment.isFounded()
                                && !isOwn(allotment, actor)
                                && mayTake(allotment, allotment.amount)
                        ? AllotmentState.ISSUED
                        : from;
            case CANCEL_APPROVAL ->
                from == AllotmentState.ISSUED
                                && isChief
                                && allotment.free() == allotment.amount
                                && allotment.isUntouched()
                                && allotment.isUnplanned(allotment.amount)
                                && !naive.isToBeCleared(allotment)
                        ? AllotmentState.SUBMITTED
                        : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    private void split(NaiveAllotment parent, Step step) {
        List<Part> parts = new ArrayList<>();
        List<NaiveAllotment> children = new ArrayList<>();
        boolean isUnlabelled = step.size() % 9 == 8;
        long left = parent.pending;
        for (int i = 0; i <= step.who() % 2; i++) {
            AllotmentFlag flag = (step.who() + i) % 3 == 0 ? AllotmentFlag.PENDING : AllotmentFlag.EXECUTABLE;
            long amount = amount(left, step.size() + 2 * i);
            left -= amount;
            NaiveAllotment child =
                    new NaiveAllotment("A" + walk.number(), parent.line, ImmutableList.of(parent), flag, amount);
            child.elements = isUnlabelled ? unlabelled(parent.elements) : parent.elements;
            children.add(child);
            parts.add(new Part(Allotment.id(child.id), terms(child).build()));
        }
        String actor = finance(step.who() / 2);
        boolean isSound = parent.state == AllotmentState.ISSUED
                && !parent.isExecutable()
                && Steps.FINANCE.contains(actor)
                && !parent.line.project.hasEnded()
                && (!isUnlabelled || parent.elements.extra().isEmpty())
                && left >= 0
                && parts.stream().allMatch(part -> part.terms().amount().isPositive());
        walk.ask(actor, new SplitAllotment(Allotment.id(parent.id), ImmutableList.copyOf(parts)), isSound, () -> {
            parent.splits++;
            for (NaiveAllotment child : children) {
                child.makers.add(actor);
                child.state = AllotmentState.ISSUED;
                child.wasIssued = true;
                child.take(child.amount);
                naive.allotments.put(child.id, child);
            }
        });
    }

    private void freeze(NaiveAllotment allotment, Step step) {
        long fen = amount(allotment.available, step.size());
        boolean isSound = isOpenTo(allotment, chief(step.who())) && allotment.isExecutable() && allotment.free() >= fen;
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
        boolean isSound =
                isOpenTo(allotment, chief(step.who())) && allotment.free() >= fen && allotment.isUnplanned(fen);
        walk.ask(
                chief(step.who()),
                new ReduceAllotment(Allotment.id(allotment.id), Fen.money(fen), "收回"),
                isSound,
                () -> allotment.giveBack(fen));
    }

    /** Whether what it comes from has so much: its parent or its line, or a proposed line what nothing was issued from. */
    private boolean mayTake(NaiveAllotment allotment, long fen) {
        return allotment.isTemporary
                ? Naive.budgeted(allotment.line) - naive.preIssued(allotment.line) >= fen
                : allotment.source() >= fen;
    }

    private void recall(NaiveAllotment allotment, Step step) {
        String actor = chief(step.who());
        RecallMode mode = step.size() % 2 == 0 ? RecallMode.WHOLE : RecallMode.REMAINDER;
        long left = allotment.free();
        boolean isFree = mode == RecallMode.REMAINDER || (allotment.isUndrawn() && !naive.isToBeCleared(allotment));
        walk.ask(
                actor,
                new RecallAllotment(Allotment.id(allotment.id), mode, "收回"),
                isOpenTo(allotment, actor) && isFree && left > 0,
                () -> allotment.giveBack(left));
    }

    private void supplement(NaiveAllotment allotment, Step step) {
        String actor = chief(step.who());
        long fen = amount(allotment.source(), step.size());
        walk.ask(
                actor,
                new SupplementAllotment(Allotment.id(allotment.id), Fen.money(fen), "追加"),
                isOpenTo(allotment, actor)
                        && !isOwn(allotment, actor)
                        && allotment.isFounded()
                        && mayTake(allotment, fen),
                () -> {
                    allotment.amount += fen;
                    if (allotment.isTemporary) {
                        allotment.preIssue(fen);
                    } else {
                        allotment.take(fen);
                    }
                });
    }

    /** Sets the label of wages where there is none; now and then takes labels away, or names another fund. */
    private void correct(NaiveAllotment allotment, Step step) {
        String actor = chief(step.who());
        boolean isRemoval = step.size() % 5 == 4 && !allotment.elements.extra().isEmpty();
        boolean isOfFund = step.size() % 7 == 6;
        Elements labelled = ImmutableElements.builder()
                .from(isRemoval ? unlabelled(allotment.elements) : allotment.elements)
                .fund(isOfFund ? "113" : allotment.elements.fund())
                .extra(extra(allotment, isRemoval))
                .build();
        boolean isChanged = !labelled.equals(allotment.elements);
        boolean isPart = !allotment.parent.isEmpty();
        walk.ask(
                actor,
                new CorrectAllotment(Allotment.id(allotment.id), labelled, "更正"),
                isOpenTo(allotment, actor)
                        && allotment.isUndrawn()
                        && !naive.isToBeCleared(allotment)
                        && allotment.free() > 0
                        && allotment.isFounded()
                        && isChanged
                        && (!isRemoval || allotment.elements.extra().isEmpty())
                        && !isOfFund
                        && !isPart
                        && allotment.line.elements.value(Labels.WAGES).isEmpty(),
                () -> allotment.elements = labelled);
    }

    /** A line without labels leaves them open; on a part nothing is set. */
    private static ImmutableMap<String, String> extra(NaiveAllotment allotment, boolean isRemoval) {
        ImmutableMap.Builder<String, String> extra = ImmutableMap.builder();
        if (!isRemoval) {
            extra.putAll(allotment.elements.extra());
        }
        return extra.put(Labels.WAGES, "2").buildKeepingLast();
    }

    /** Issues from a line that may be proposed, and may not. */
    private void preIssue(NaiveLine line, Step step) {
        long amount = amount(Naive.budgeted(line) - naive.preIssued(line), step.size());
        NaiveAllotment made =
                new NaiveAllotment("A" + walk.number(), line, ImmutableList.of(), AllotmentFlag.EXECUTABLE, amount);
        made.isTemporary = true;
        made.makers.add("finance");
        boolean isMade = walk.ask(
                "finance",
                new CreateAllotment(
                        Allotment.id(made.id), family(terms(made), made).build()),
                made.isFounded(),
                () -> naive.allotments.put(made.id, made));
        if (isMade) {
            act(made, "finance", AllotmentAction.SUBMIT);
            act(made, "chief", AllotmentAction.APPROVE);
        }
    }

    /** Offsets what was issued before the budget against a formal one of its line, now and then of another. */
    private void offset(NaiveAllotment temporary, Step step) {
        if (temporary.line.isProposed() && temporary.preIssued > 0) {
            budgets.appropriate(temporary.line);
            allot(temporary.line, new Step(Step.Kind.ALLOT, 1, 0, 12));
        }
        ImmutableList<NaiveAllotment> formal = all(naive.allotments).stream()
                .filter(a -> a.line == temporary.line && !a.isTemporary && a.isExecutable() && a.available > 0)
                .collect(ImmutableList.toImmutableList());
        NaiveAllotment against = formal.isEmpty() || step.who() % 6 == 5
                ? one(naive.allotments, step.size())
                : one(formal, step.which());
        if (against == temporary) {
            return;
        }
        String actor = chief(step.who());
        long fen = amount(Math.min(temporary.preIssued, against.available), step.size());
        walk.ask(
                actor,
                new OffsetAllotment(Allotment.id(temporary.id), Allotment.id(against.id), Fen.money(fen)),
                isOpenTo(temporary, actor)
                        && temporary.isTemporary
                        && against.state == AllotmentState.ISSUED
                        && !against.isTemporary
                        && against.isExecutable()
                        && against.line == temporary.line
                        && temporary.preIssued >= fen
                        && against.free() >= fen,
                () -> {
                    temporary.preIssued -= fen;
                    temporary.offset += fen;
                    against.available -= fen;
                    against.absorbed += fen;
                    against.isChanged = true;
                });
    }

    private static boolean isOpenTo(NaiveAllotment allotment, String actor) {
        return allotment.state == AllotmentState.ISSUED && Steps.CHIEF.contains(actor);
    }

    private static String chief(int who) {
        return one(ImmutableList.of("chief", "chief", "deputy", "finance"), who);
    }
}
