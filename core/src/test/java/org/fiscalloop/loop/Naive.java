package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.correction.CorrectionState;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.virement.VirementState;

/**
 * What the loop should know, kept as naively as it can be: a few sums beside each document, changed by hand. It knows no
 * ledger, no rulebook and no journal.
 */
final class Naive {
    static final int MONTHS = 12;

    /** A document that is made, handed in and approved by people. */
    static class Paper {
        final String id;
        final Set<String> makers = new HashSet<>();
        String agency;
        String submitter = "";
        boolean justSubmitted;

        Paper(String id, String agency) {
            this.id = id;
            this.agency = agency;
        }
    }

    /** A project; {@code open} is what of its reserve no budget line has taken. */
    static final class NaiveProject extends Paper {
        final int number;
        final String category;
        final List<NaiveProject> parts = new ArrayList<>();
        ProjectState state = ProjectState.PLANNING;
        long total;
        long open;

        NaiveProject(int number, String agency, String category, long total) {
            super(World.code(number).value(), agency);
            this.number = number;
            this.category = category;
            this.total = total;
        }

        boolean hasEnded() {
            return state == ProjectState.FINISHED || state == ProjectState.TERMINATED;
        }

        boolean isReady() {
            return state == ProjectState.RESERVED || state == ProjectState.BUDGETING || state == ProjectState.EXECUTING;
        }
    }

    /** A budget line; {@code current} is approved and adjusted, {@code unreleased} what no allotment has taken. */
    static final class NaiveLine extends Paper {
        final NaiveProject project;
        Elements elements;
        BudgetState state = BudgetState.DRAFT;
        long current;
        long unreleased;

        NaiveLine(String id, NaiveProject project, Elements elements, long amount) {
            super(id, project.agency);
            this.project = project;
            this.elements = elements;
            this.current = amount;
        }

        boolean isMarked() {
            return elements.value(Labels.PROCUREMENT).equals(Labels.YES);
        }

        boolean isProposed() {
            return state == BudgetState.SUBMITTED || state == BudgetState.APPROVED;
        }
    }

    /**
     * An allotment; {@code own} is what it was issued for less what went back, {@code vired} what virements moved to it, {@code
     * preIssued} what no budget stands behind yet, {@code offset} what a formal one took over, which it has in {@code absorbed}.
     */
    static final class NaiveAllotment extends Paper {
        final List<NaiveAllotment> parent;
        NaiveLine line;
        AllotmentFlag flag;
        Elements elements;
        long amount;
        boolean wasIssued;
        AllotmentState state = AllotmentState.DRAFT;
        boolean isTemporary;
        int splits;
        long own;
        long vired;
        long preIssued;
        long offset;
        long absorbed;
        long available;
        long frozen;
        long pending;
        long applied;
        long paid;
        long charged;

        /** Whether a virement or an offset has ever changed what it comes to. */
        boolean isChanged;

        /** By month: planned, and what of that no request has taken. */
        final long[] planned = new long[MONTHS];

        final long[] unspent = new long[MONTHS];

        /** What of it contracts keep. */
        long kept;

        NaiveAllotment(String id, NaiveLine line, List<NaiveAllotment> parent, AllotmentFlag flag, long amount) {
            super(id, line.agency);
            this.line = line;
            this.parent = parent;
            this.flag = flag;
            this.elements = parent.isEmpty() ? line.elements : parent.get(0).elements;
            this.amount = amount;
        }

        boolean isExecutable() {
            return flag == AllotmentFlag.EXECUTABLE;
        }

        /** Whether all that it rests on is so that it may be issued. */
        boolean isFounded() {
            return (isTemporary ? line.isProposed() : line.state == BudgetState.APPROPRIATED)
                    && !line.project.hasEnded()
                    && parent.stream().allMatch(above -> above.state == AllotmentState.ISSUED && above.line == line);
        }

        /** What is unused of it and kept for nobody. */
        long free() {
            return isExecutable() ? available - kept : pending;
        }

        /** Whether nothing of it is frozen, applied for, paid, charged or kept, and it comes to what it was issued for. */
        boolean isUntouched() {
            return frozen == 0 && applied == 0 && paid + charged == 0 && kept == 0 && !isChanged;
        }

        /** What of it no plan has taken. */
        long unplanned() {
            return available + frozen - LongStream.of(unspent).sum();
        }

        /** Whether an amount of it may go away, as far as plans are concerned. */
        boolean isUnplanned(long fen) {
            return !isExecutable() || unplanned() >= fen;
        }

        /** What it was drawn on has left to give. */
        long source() {
            return parent.isEmpty() ? line.unreleased : parent.get(0).pending;
        }

        /** What it has altogether, used or not. */
        long total() {
            return own + vired + preIssued + offset - absorbed;
        }

        /** Whether nothing was ever taken from it that has not come back. */
        boolean isUndrawn() {
            return applied == 0
                    && paid == 0
                    && frozen == 0
                    && kept == 0
                    && charged == 0
                    && splits == 0
                    && (!isTemporary || available == preIssued);
        }

        /** Gives back what is not used: of a temporary one first what no budget stands behind. */
        void giveBack(long fen) {
            long before = isTemporary ? Math.min(fen, preIssued) : 0;
            preIssued -= before;
            available -= before;
            if (fen > before) {
                take(before - fen);
            }
        }

        /** Comes into being, or gets more, before its line is appropriated. */
        void preIssue(long fen) {
            preIssued += fen;
            available += fen;
        }

        /** Takes from its source, or gives back. */
        void take(long fen) {
            own += fen;
            if (isExecutable()) {
                available += fen;
            } else {
                pending += fen;
            }
            if (parent.isEmpty()) {
                line.unreleased -= fen;
            } else {
                parent.get(0).pending -= fen;
            }
        }
    }

    /** A payment request; {@code refundable} is what of it was paid and has not come back. */
    static final class NaiveRequest extends Paper {
        NaiveAllotment allotment;
        Elements elements;
        long amount;
        PaymentState state = PaymentState.DRAFT;
        long refundable;

        /** Whether finance has filled it in. */
        boolean isProxy;

        /** Whoever approved it last, and whether that was the last thing done with it. */
        String approver = "";

        boolean justApproved;

        /** The day on which it was handed in last. */
        LocalDate handedIn = LocalDate.MIN;

        /** Whoever let it pass last, while nobody has done anything with it since; else nobody. */
        String letPassBy = "";

        /** By allotment and month: what it has taken of plans. */
        private final Map<NaiveAllotment, long[]> taken = new LinkedHashMap<>();

        /** Where it stands in the books once it is paid: as it was paid, then as corrections have put it. */
        final List<NaivePlace> places = new ArrayList<>();

        /** The payee list that it names, if it does. */
        List<NaivePayeeList> payees = ImmutableList.of();

        /** The demand of a bank that it names, if it does. */
        List<NaiveDemands.NaiveDemand> demands = ImmutableList.of();

        /** The contract that it names, if it does. */
        List<NaiveContract> contract = ImmutableList.of();

        NaiveRequest(String id, NaiveAllotment allotment, long amount) {
            super(id, allotment.agency);
            this.allotment = allotment;
            this.elements = allotment.elements;
            this.amount = amount;
        }

        boolean holds() {
            return !state.isDraft() && state != PaymentState.PAID && state != PaymentState.VOIDED;
        }

        PaymentState draft() {
            return isProxy ? PaymentState.PROXY_DRAFT : PaymentState.DRAFT;
        }

        PaymentState held() {
            return isProxy ? PaymentState.PROXY_HELD : PaymentState.HELD;
        }

        PaymentState submitted() {
            return isProxy ? PaymentState.PROXY_SUBMITTED : PaymentState.SUBMITTED;
        }

        PaymentState approved() {
            return isProxy ? PaymentState.PROXY_APPROVED : PaymentState.UNIT_APPROVED;
        }

        PaymentState reviewed() {
            return isProxy ? PaymentState.PROXY_REVIEWED : PaymentState.FINANCE_REVIEWED;
        }

        String fund() {
            return elements.fund();
        }

        void hold(long fen) {
            allotment.available -= fen;
            allotment.applied += fen;
            contract.forEach(of -> of.draw(allotment, fen));
            payees.forEach(of -> of.isNamed = fen > 0);
            demands.forEach(of -> of.isNamed = fen > 0);
        }

        /** What of it stands at an allotment once it is paid. */
        long standing(NaiveAllotment at) {
            return places.stream()
                    .filter(place -> place.allotment == at)
                    .mapToLong(place -> place.standing)
                    .sum();
        }

        /** By allotment and month: what it has taken of plans. */
        Map<NaiveAllotment, long[]> taken() {
            return Collections.unmodifiableMap(taken);
        }

        /** It takes an amount of the plans of the months up to that of a day, the earliest first. */
        void plan(NaiveAllotment of, long fen, LocalDate day) {
            long rest = fen;
            for (int month = 0; month < day.getMonthValue(); month++) {
                rest -= move(of, month, Math.min(of.unspent[month], rest));
            }
        }

        /** It gives back an amount of what it has taken, of the latest month first. */
        void unplan(NaiveAllotment of, long fen) {
            long rest = fen;
            for (int month = MONTHS - 1; month >= 0; month--) {
                rest += move(of, month, -Math.min(months(of)[month], rest));
            }
        }

        private long[] months(NaiveAllotment of) {
            return taken.computeIfAbsent(of, none -> new long[MONTHS]);
        }

        private long move(NaiveAllotment of, int month, long fen) {
            months(of)[month] += fen;
            of.unspent[month] -= fen;
            return fen;
        }
    }

    /** A place at which something of a paid request stands; {@code on} is the day from which on it does. */
    static final class NaivePlace {
        final String correction;
        final NaiveAllotment allotment;
        final Elements elements;
        final long amount;
        final LocalDate on;
        long standing;

        NaivePlace(String correction, NaiveAllotment allotment, Elements elements, long amount, LocalDate on) {
            this.correction = correction;
            this.allotment = allotment;
            this.elements = elements;
            this.amount = amount;
            this.on = on;
            this.standing = amount;
        }
    }

    /** A correction. */
    static final class NaiveCorrection extends Paper {
        final NaiveVoucher voucher;
        final NaiveRequest request;
        final NaivePlace from;
        final NaiveAllotment to;
        final Elements elements;
        final long amount;
        CorrectionState state = CorrectionState.DRAFT;
        int approvals;
        final Set<String> approvers = new HashSet<>();

        NaiveCorrection(
                String id,
                NaiveVoucher voucher,
                NaiveRequest request,
                NaivePlace from,
                NaiveAllotment to,
                long amount) {
            super(id, to.agency);
            this.voucher = voucher;
            this.request = request;
            this.from = from;
            this.to = to;
            this.elements = to.elements;
            this.amount = amount;
        }
    }

    /** A voucher. */
    static final class NaiveVoucher extends Paper {
        final ImmutableList<NaiveRequest> requests;
        final LocalDate day;
        final Map<String, Teller.Refunded> refunds = new HashMap<>();
        VoucherState state = VoucherState.CREATED;
        String signer = "";
        boolean isRejected;
        Optional<Teller.Paid> receipt = Optional.empty();
        String batch = "";

        NaiveVoucher(String id, ImmutableList<NaiveRequest> requests, LocalDate day) {
            super(id, requests.get(0).agency);
            this.requests = requests;
            this.day = day;
        }

        long fen() {
            return requests.stream().mapToLong(request -> request.amount).sum();
        }

        boolean isPaid() {
            return state == VoucherState.PAID || state == VoucherState.CLEARED || state == VoucherState.REFUNDED;
        }
    }

    /** A virement. */
    static final class NaiveVirement extends Paper {
        final NaiveAllotment from;
        final NaiveAllotment to;
        final long amount;
        VirementState state = VirementState.DRAFT;
        int approvals;
        final Set<String> approvers = new HashSet<>();

        NaiveVirement(String id, NaiveAllotment from, NaiveAllotment to, long amount) {
            super(id, "");
            this.from = from;
            this.to = to;
            this.amount = amount;
        }
    }

    /** A draft of an accounting voucher; a refund's is negative. */
    static final class NaiveDraft extends Paper {
        final String cause;
        final long open;
        boolean isPosted;

        NaiveDraft(String id, String agency, String cause, long open) {
            super(id, agency);
            this.cause = cause;
            this.open = open;
        }
    }

    /** A procurement plan; {@code rest} is not contracted. */
    static final class NaivePlan extends Paper {
        final NaiveLine line;
        final long amount;
        final Map<String, NaiveAward> awards = new LinkedHashMap<>();
        ProcurementPlan.State state = ProcurementPlan.State.DRAFT;
        long rest;
        long contracted;

        NaivePlan(String id, NaiveLine line, long amount) {
            super(id, line.agency);
            this.line = line;
            this.amount = amount;
        }

        boolean isOpen() {
            return state == ProcurementPlan.State.IN_PROCUREMENT || state == ProcurementPlan.State.CONTRACTED;
        }

        /** What is awarded and waits for a contract. */
        long open() {
            return awards.values().stream()
                    .filter(award -> award.contract.isEmpty())
                    .mapToLong(award -> award.fen)
                    .sum();
        }

        boolean isWholeOnFile() {
            return awards.values().stream()
                    .allMatch(award -> award.contract.stream()
                            .anyMatch(contract -> contract.state != ContractState.SIGNED
                                    && contract.state != ContractState.SUBMITTED));
        }
    }

    /** An award of a plan, and the contract on it if there is one. */
    static final class NaiveAward {
        final String number;
        final long fen;
        final LocalDate day;
        List<NaiveContract> contract = ImmutableList.of();

        NaiveAward(String number, long fen, LocalDate day) {
            this.number = number;
            this.fen = fen;
            this.day = day;
        }
    }

    /** A contract; {@code granted} is all that ever became payable, {@code payable} what of it is not applied for. */
    static final class NaiveContract extends Paper {
        final NaivePlan plan;
        final NaiveAward award;
        final long amount;
        final NaiveAllotment allotment;
        final LocalDate day;
        final Set<String> signers = new HashSet<>();
        final Map<NaiveAllotment, Long> kept = new LinkedHashMap<>();
        ContractState state = ContractState.SIGNED;
        boolean isPublished;
        long supplemented;
        long rest;
        long applied;
        long paid;
        long granted;
        long payable;

        NaiveContract(
                String id, NaivePlan plan, NaiveAward award, long amount, NaiveAllotment allotment, LocalDate day) {
            super(id, plan.agency);
            this.plan = plan;
            this.award = award;
            this.amount = amount;
            this.allotment = allotment;
            this.day = day;
        }

        boolean isInForce() {
            return state == ContractState.FILED || state == ContractState.PERFORMING || state == ContractState.ACCEPTED;
        }

        long reserved() {
            return kept.values().stream().mapToLong(fen -> fen).sum();
        }

        void reserve(NaiveAllotment of, long fen) {
            kept.merge(of, fen, Long::sum);
            of.kept += fen;
        }

        void unreserve() {
            ImmutableMap.copyOf(kept).forEach((of, fen) -> reserve(of, -fen));
        }

        void file() {
            rest = amount;
            granted = amount / 2;
            payable = granted;
            reserve(allotment, amount);
        }

        void giveUp() {
            plan.rest += amount;
            boolean isOnly = plan.contracted == amount
                    && plan.awards.values().stream()
                                    .filter(of -> !of.contract.isEmpty())
                                    .count()
                            == 1;
            plan.contracted -= amount;
            plan.state = isOnly ? ProcurementPlan.State.IN_PROCUREMENT : plan.state;
            award.contract = ImmutableList.of();
        }

        void draw(NaiveAllotment of, long fen) {
            rest -= fen;
            applied += fen;
            payable -= fen;
            reserve(of, -fen);
        }

        void pay(long fen) {
            applied -= fen;
            paid += fen;
        }

        /** @param paidBefore what was paid of it before all that comes back with the same notice */
        void refund(NaiveAllotment of, long fen, long paidBefore) {
            paid -= fen;
            if (!isInForce()) {
                plan.contracted -=
                        Math.min(Math.min(amount, paidBefore) - Math.min(amount, paidBefore - fen), plan.contracted);
            } else {
                rest += fen;
                payable += fen;
                reserve(of, fen);
            }
        }

        void end() {
            unreserve();
            plan.contracted -= Math.min(amount - Math.min(amount, paid), plan.contracted);
            rest = 0;
            payable = 0;
        }
    }

    final Map<String, NaivePlan> plans = new LinkedHashMap<>();
    final Map<String, NaiveContract> contracts = new LinkedHashMap<>();
    final Map<String, NaiveProject> projects = new LinkedHashMap<>();
    final Map<String, NaiveLine> lines = new LinkedHashMap<>();
    final Map<String, NaiveAllotment> allotments = new LinkedHashMap<>();
    final Map<String, NaiveCorrection> corrections = new LinkedHashMap<>();
    final Map<String, NaiveVirement> virements = new LinkedHashMap<>();
    final Map<String, NaiveCashPlan> cashPlans = new LinkedHashMap<>();
    final Map<String, NaivePayeeList> payeeLists = new LinkedHashMap<>();
    final NaiveDemands collected = new NaiveDemands();

    /** What was bought by card, by serial number. */
    final Map<String, NaivePayeeList.Bought> bought = new LinkedHashMap<>();

    final Map<String, NaiveRequest> requests = new LinkedHashMap<>();
    final Map<String, NaiveVoucher> vouchers = new LinkedHashMap<>();
    final Map<String, NaiveDraft> drafts = new LinkedHashMap<>();
    final NaiveHoldings holdings = new NaiveHoldings();
    final NaiveTemporaries temporaries = new NaiveTemporaries();
    final NaiveSettlements settlements = new NaiveSettlements();
    final Set<String> incomes = new HashSet<>();
    final NaiveRevenue income = new NaiveRevenue();
    boolean isMonitored;

    /** From which amount on finance reviews what agencies fill in. */
    long reviewedFrom = Long.MAX_VALUE;

    /** Whether finance fills in and reviews more than now and then. */
    boolean isReviewed() {
        return reviewedFrom < Long.MAX_VALUE;
    }

    boolean isPlanned;
    long otherIncome;
    long wages;
    long cleared;
    long refunded;

    /** What stands in the treasury. */
    long treasuryCash() {
        return income.treasury()
                - income.placed()
                - income.refunded()
                - cleared
                + refunded
                + holdings.cash()
                - temporaries.out(kind -> true)
                + settlements.cash();
    }

    /** Whether somebody approves what they have filled in or handed in themselves. */
    static boolean isOwn(Paper paper, String actor) {
        return paper.makers.contains(actor);
    }

    /** What of a line is unspent, less what was issued before it and is not offset. */
    long spare(NaiveLine line) {
        return (line.isProposed() ? line.current : line.unreleased)
                + allotmentsOf(line)
                        .mapToLong(a -> a.available + a.frozen + a.pending)
                        .sum()
                - preIssued(line);
    }

    /** What was issued from a line before its appropriation and is not offset. */
    long preIssued(NaiveLine line) {
        return allotmentsOf(line).mapToLong(a -> a.preIssued).sum();
    }

    /** What a line has: proposed, or appropriated and adjusted. */
    static long budgeted(NaiveLine line) {
        return line.isProposed() || line.state == BudgetState.APPROPRIATED ? line.current : 0;
    }

    private Stream<NaiveAllotment> allotmentsOf(NaiveLine line) {
        return allotments.values().stream().filter(allotment -> allotment.line == line);
    }

    /** Whether a line may lose an amount although something was issued before it. */
    boolean mayLose(NaiveLine line, long fen) {
        return fen <= 0 || (spare(line) >= fen && budgeted(line) - preIssued(line) >= fen);
    }

    /** Whether the plans of the months up to that of a day cover a request, where they must. */
    boolean isInPlans(NaiveRequest request, LocalDate day) {
        return !isPlanned
                || LongStream.of(request.allotment.unspent)
                                .limit(day.getMonthValue())
                                .sum()
                        >= request.amount;
    }

    /** What of a line procurement has not planned. */
    long notPlanned(NaiveLine line) {
        return line.current - planned(line);
    }

    /** What plans in force have taken of a line. */
    long planned(NaiveLine line) {
        return plans.values().stream()
                .filter(plan -> plan.line == line)
                .mapToLong(plan -> plan.rest + plan.contracted)
                .sum();
    }

    /** Whether something was paid from an allotment that the treasury has not cleared. */
    boolean isToBeCleared(NaiveAllotment allotment) {
        return vouchers.values().stream()
                .filter(voucher -> voucher.isPaid() && voucher.batch.isEmpty())
                .flatMap(voucher -> voucher.requests.stream())
                .anyMatch(request -> request.allotment == allotment);
    }

    /** The documents of a kind, in the order in which they were made. */
    static <P> ImmutableList<P> all(Map<String, P> papers) {
        return ImmutableList.copyOf(papers.values());
    }
}
