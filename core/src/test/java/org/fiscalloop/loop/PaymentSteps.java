package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.all;
import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.bankcollection.DemandState;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveContract;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.loop.Naive.NaiveVoucher;
import org.fiscalloop.loop.NaiveDemands.NaiveDemand;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListState;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateProxyPayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentCommands.SignVoucher;
import org.fiscalloop.payment.PaymentCommands.StampVoucher;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.signature.ContentDigest;
import org.fiscalloop.signature.SignatureEvidence;

/** What each step means for requests and vouchers. */
final class PaymentSteps {
    /** Stands in for a signature: the engine knows no keys. */
    private static final Bytes SIGNATURE = Bytes.fromHex("5e4d");

    private final Walk walk;
    private final Naive naive;

    PaymentSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        switch (step.kind()) {
            case REQUEST -> request(prefer(naive.allotments, a -> a.available > 0, step), step);
            case REQUEST_ACT -> {
                if (!naive.requests.isEmpty()) {
                    actOnRequest(one(naive.requests, step.which()), step);
                }
            }
            case REVISE_REQUEST -> {
                if (!naive.requests.isEmpty()) {
                    revise(prefer(naive.requests, r -> r.state.isDraft(), step), step);
                }
            }
            case VOUCHER -> {
                if (!naive.requests.isEmpty()) {
                    voucher(prefer(naive.requests, this::isReady, step), step);
                }
            }
            case VOUCHER_ACT -> {
                if (!naive.vouchers.isEmpty()) {
                    actOnVoucher(prefer(naive.vouchers, TidingSteps.isReadyFor(step.kind()), step), step);
                }
            }
            default -> throw new IllegalArgumentException("not of this part: " + step);
        }
    }

    // ---- requests ---------------------------------------------------------------------------------------------------

    void request(NaiveAllotment allotment, Step step) {
        boolean isProxy = naive.isReviewed() ? step.which() % 3 == 2 : step.which() % 7 == 6;
        String clerk = isProxy ? Steps.finance(step.who()) : Steps.clerk(allotment.agency, step.who());
        ImmutableList<NaivePayeeList> payees = payees(allotment, step);
        ImmutableList<NaiveDemand> demands = payees.isEmpty() ? demands(allotment, step) : ImmutableList.of();
        long whole = payees.stream().mapToLong(NaivePayeeList::fen).sum()
                + demands.stream().mapToLong(of -> of.told.fen()).sum();
        long amount = payees.isEmpty() && demands.isEmpty()
                ? amount(available(allotment, contract(allotment, step)), step.size())
                : whole + (step.size() % 13 == 12 ? 1 : 0);
        NaiveRequest request = new NaiveRequest("R" + walk.number(), allotment, amount);
        request.isProxy = isProxy;
        request.state = request.draft();
        request.contract = contract(allotment, step);
        request.payees = payees;
        request.demands = demands;
        request.makers.add(clerk);
        boolean isUnlabelled = step.size() % 11 == 10;
        boolean isOpen = step.size() % 23 != 22;
        PaymentTerms terms = World.paymentTerms(
                        Allotment.id(allotment.id),
                        isUnlabelled ? AllotmentSteps.unlabelled(allotment.elements) : allotment.elements,
                        amount)
                .withContract(request.contract.stream().map(of -> of.id).findFirst())
                .withPayees(payees.stream().map(of -> PayeeList.id(of.id)).findFirst())
                .withDemand(demands.stream().map(of -> Demands.id(of.id)).findFirst())
                .withPayType(isOpen ? "1" : "11");
        boolean isMade = walk.ask(
                clerk,
                isProxy
                        ? new CreateProxyPayment(World.request(request.id), terms)
                        : new CreatePayment(World.request(request.id), terms),
                mayEnter(request, clerk)
                        && isOpen
                        && isPayable(allotment)
                        && isItsContract(request)
                        && isItsList(request)
                        && isItsDemand(request)
                        && (!isUnlabelled || allotment.elements.extra().isEmpty()),
                () -> naive.requests.put(request.id, request));
        if (isMade && step.who() % 5 > 0) {
            act(request, clerk, PaymentAction.SUBMIT);
            if (step.who() % 5 > 1) {
                act(request, approver(request, step.size()), PaymentAction.APPROVE);
            }
            if (step.who() % 5 > (isProxy ? 2 : 3)) {
                act(request, Steps.chief(step.size() / 4), PaymentAction.REVIEW);
            }
        }
    }

    /** Fills it in again, now and then to be paid from another allotment: what finance fills in, of whichever agency. */
    private void revise(NaiveRequest request, Step step) {
        String clerk = clerk(request, step.who());
        NaiveAllotment allotment = step.size() % 3 == 0 ? one(naive.allotments, step.size()) : request.allotment;
        long amount = amount(allotment.available, step.size());
        walk.ask(
                clerk,
                new RevisePayment(
                        World.request(request.id),
                        World.paymentTerms(Allotment.id(allotment.id), allotment.elements, amount)),
                request.state.isDraft()
                        && mayEnter(request, clerk)
                        && (request.isProxy || allotment.agency.equals(request.agency))
                        && isPayable(allotment),
                () -> {
                    request.agency = allotment.agency;
                    request.allotment = allotment;
                    request.elements = allotment.elements;
                    request.contract = ImmutableList.of();
                    request.payees = ImmutableList.of();
                    request.demands = ImmutableList.of();
                    request.amount = amount;
                    request.makers.add(clerk);
                });
    }

    /** Now and then a list of the agency, mostly one that may be named. */
    private ImmutableList<NaivePayeeList> payees(NaiveAllotment allotment, Step step) {
        ImmutableList<NaivePayeeList> free = all(naive.payeeLists).stream()
                .filter(list -> list.agency.equals(allotment.agency)
                        && list.state == PayeeListState.CONFIRMED
                        && !list.isNamed
                        && list.fen() <= allotment.free())
                .collect(ImmutableList.toImmutableList());
        if (!free.isEmpty() && step.which() % 4 > 0) {
            return ImmutableList.of(one(free, step.which()));
        }
        return naive.payeeLists.isEmpty() || step.which() % 8 != 7
                ? ImmutableList.of()
                : ImmutableList.of(one(naive.payeeLists, step.which()));
    }

    /** Now and then a demand of the agency, mostly one that may be named. */
    private ImmutableList<NaiveDemand> demands(NaiveAllotment allotment, Step step) {
        ImmutableList<NaiveDemand> free = all(naive.collected.demands).stream()
                .filter(demand -> demand.agency.equals(allotment.agency)
                        && demand.state == DemandState.RAISED
                        && !demand.isNamed
                        && demand.told.fen() <= allotment.free())
                .collect(ImmutableList.toImmutableList());
        if (!free.isEmpty() && step.which() % 3 > 0) {
            return ImmutableList.of(one(free, step.which()));
        }
        return naive.collected.demands.isEmpty() || step.which() % 9 != 6
                ? ImmutableList.of()
                : ImmutableList.of(one(naive.collected.demands, step.which()));
    }

    private static boolean isItsDemand(NaiveRequest request) {
        return request.demands.stream()
                .allMatch(demand -> demand.state == DemandState.RAISED
                        && demand.agency.equals(request.agency)
                        && demand.told.fen() == request.amount);
    }

    private static boolean isItsList(NaiveRequest request) {
        return request.payees.stream()
                .allMatch(list -> list.state == PayeeListState.CONFIRMED
                        && list.agency.equals(request.agency)
                        && list.fen() == request.amount);
    }

    /** One that keeps something of the allotment, now and then another, or none. */
    private ImmutableList<NaiveContract> contract(NaiveAllotment allotment, Step step) {
        ImmutableList<NaiveContract> keeping = ProcurementSteps.keeping(naive, allotment);
        if (naive.contracts.isEmpty() || step.who() % 7 == 6) {
            return ImmutableList.of();
        }
        return !keeping.isEmpty()
                ? ImmutableList.of(one(keeping, step.which()))
                : allotment.line.isMarked() ? ImmutableList.of(one(naive.contracts, step.which())) : ImmutableList.of();
    }

    private static long available(NaiveAllotment allotment, ImmutableList<NaiveContract> contract) {
        return contract.isEmpty()
                ? Math.max(allotment.free(), 0)
                : Math.min(contract.get(0).payable, contract.get(0).kept.getOrDefault(allotment, 0L));
    }

    private static boolean isItsContract(NaiveRequest request) {
        return request.contract.stream()
                .allMatch(contract ->
                        contract.isInForce() && contract.plan.line.project == request.allotment.line.project);
    }

    /** Whether its contract, or what contracts leave of its allotment, has as much; what is marked names a contract. */
    private static boolean isCovered(NaiveRequest request) {
        return request.contract.isEmpty()
                ? !request.allotment.line.isMarked() && request.allotment.free() >= request.amount
                : request.contract.stream()
                        .allMatch(contract -> contract.rest >= request.amount
                                && contract.payable >= request.amount
                                && contract.kept.getOrDefault(request.allotment, 0L) >= request.amount);
    }

    private static boolean isPayable(NaiveAllotment allotment) {
        return allotment.state == AllotmentState.ISSUED
                && allotment.isExecutable()
                && !allotment.line.project.hasEnded();
    }

    private void actOnRequest(NaiveRequest request, Step step) {
        PaymentAction action = one(
                ImmutableList.of(
                        PaymentAction.SUBMIT,
                        PaymentAction.APPROVE,
                        PaymentAction.RETURN,
                        PaymentAction.VOID,
                        PaymentAction.CANCEL_APPROVAL,
                        PaymentAction.WITHDRAW,
                        PaymentAction.APPROVE,
                        PaymentAction.REVIEW,
                        PaymentAction.REVIEW,
                        PaymentAction.CANCEL_REVIEW),
                step.size());
        act(request, actor(request, action, step.who()), action);
    }

    private static String actor(NaiveRequest request, PaymentAction action, int who) {
        boolean isApproved = request.state == request.approved();
        return switch (action) {
            case WITHDRAW -> isApproved && who % 2 == 0 ? request.approver : clerk(request, who);
            case SUBMIT, VOID -> clerk(request, who);
            case REVIEW, CANCEL_REVIEW -> Steps.chief(who);
            case RETURN -> isApproved ? Steps.chief(who) : approver(request, who);
            default -> approver(request, who);
        };
    }

    /** Somebody who fills in, mostly. */
    private static String clerk(NaiveRequest request, int who) {
        return request.isProxy ? Steps.finance(who) : Steps.clerk(request.agency, who);
    }

    /** Somebody who approves, mostly. */
    private static String approver(NaiveRequest request, int who) {
        return request.isProxy ? Steps.chief(who) : Steps.head(request.agency, who);
    }

    private static boolean mayEnter(NaiveRequest request, String actor) {
        return request.isProxy ? Steps.FINANCE.contains(actor) : isEntry(request, actor);
    }

    private static boolean mayApprove(NaiveRequest request, String actor) {
        return request.isProxy ? Steps.CHIEF.contains(actor) : isHead(request, actor);
    }

    /** Whether it may be put on a voucher: approved, and reviewed by finance where that is asked for. */
    private boolean isReady(NaiveRequest request) {
        boolean isReviewed = request.isProxy || request.amount >= naive.reviewedFrom;
        return request.state == request.reviewed() || (request.state == request.approved() && !isReviewed);
    }

    private void act(NaiveRequest request, String actor, PaymentAction action) {
        if (action == PaymentAction.WITHDRAW
                && ((request.state == request.submitted() && !request.justSubmitted)
                        || (request.state == request.approved() && !request.justApproved))) {
            return;
        }
        PaymentState to = next(request, actor, action);
        walk.act(actor, World.request(request.id), action, to != request.state, () -> {
            request.justSubmitted = action == PaymentAction.SUBMIT && to == request.submitted();
            request.justApproved = action == PaymentAction.APPROVE;
            if (action == PaymentAction.APPROVE) {
                request.approver = actor;
            }
            if (action == PaymentAction.SUBMIT) {
                request.submitter = actor;
                request.makers.add(actor);
                request.handedIn = walk.world.day();
            }
            moved(request, to);
        });
    }

    /** What it holds follows from where it stands. */
    void moved(NaiveRequest request, PaymentState to) {
        boolean held = request.holds();
        request.state = to;
        request.letPassBy = "";
        if (held != request.holds()) {
            hold(request, !held);
        }
    }

    private void hold(NaiveRequest request, boolean holds) {
        request.hold(holds ? request.amount : -request.amount);
        if (!holds) {
            request.unplan(request.allotment, request.amount);
        } else if (naive.isPlanned) {
            request.plan(request.allotment, request.amount, walk.world.day());
        }
    }

    private PaymentState next(NaiveRequest request, String actor, PaymentAction action) {
        PaymentState from = request.state;
        boolean isEntry = mayEnter(request, actor);
        boolean isHead = mayApprove(request, actor);
        boolean isFinance = Steps.CHIEF.contains(actor);
        return switch (action) {
            case SUBMIT ->
                from == request.draft()
                                && isEntry
                                && isPayable(request.allotment)
                                && request.elements.equals(request.allotment.elements)
                                && naive.spare(request.allotment.line) >= request.amount
                                && naive.isInPlans(request, walk.world.day())
                                && isItsContract(request)
                                && isItsList(request)
                                && isItsDemand(request)
                                && request.payees.stream().noneMatch(list -> list.isNamed)
                                && request.demands.stream().noneMatch(demand -> demand.isNamed)
                                && isCovered(request)
                        ? Monitors.handedIn(naive, request, walk.world.day())
                        : from;
            case APPROVE -> from == request.submitted() && isHead && !isOwn(request, actor) ? request.approved() : from;
            case REVIEW ->
                from == request.approved() && isFinance && !isOwn(request, actor) && !request.approver.equals(actor)
                        ? request.reviewed()
                        : from;
            case RETURN ->
                (from == request.submitted() && isHead) || (from == request.approved() && isFinance)
                        ? request.draft()
                        : from;
            case VOID ->
                (from == request.draft() || from == request.approved() || from == request.reviewed()) && isEntry
                        ? PaymentState.VOIDED
                        : from;
            case CANCEL_APPROVAL -> from == request.approved() && isHead ? request.submitted() : from;
            case CANCEL_REVIEW -> from == request.reviewed() && isFinance ? request.approved() : from;
            case WITHDRAW ->
                from == request.approved() && request.approver.equals(actor)
                        ? request.submitted()
                        : from == request.submitted() && request.submitter.equals(actor) ? request.draft() : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    // ---- vouchers ---------------------------------------------------------------------------------------------------

    private void voucher(NaiveRequest first, Step step) {
        ImmutableList.Builder<NaiveRequest> chosen =
                ImmutableList.<NaiveRequest>builder().add(first);
        if (step.size() % 3 == 0) {
            all(naive.requests).stream()
                    .filter(request -> request != first && isReady(request))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        ImmutableList<NaiveRequest> requests = chosen.build();
        String clerk = Steps.clerk(first.agency, step.who());
        NaiveVoucher voucher = new NaiveVoucher("V" + naive.vouchers.size(), requests, walk.world.day());
        boolean isSound = isEntry(voucher, clerk)
                && requests.stream()
                        .allMatch(request -> isReady(request)
                                && request.agency.equals(first.agency)
                                && request.fund().equals(first.fund()));
        boolean isMade = walk.ask(
                clerk,
                new CreateVoucher(
                        World.voucher(voucher.id),
                        first.agency,
                        requests.stream()
                                .map(request -> World.request(request.id))
                                .collect(ImmutableList.toImmutableList())),
                isSound,
                () -> {
                    naive.vouchers.put(voucher.id, voucher);
                    requests.forEach(request -> request.state = PaymentState.VOUCHER_CREATED);
                    walk.teller.wake(voucher.id);
                });
        if (isMade && step.who() % 5 > 1) {
            sign(voucher, clerk, VoucherAction.SIGN, step.size() / 2);
            sign(voucher, Steps.head(first.agency, step.size()), VoucherAction.STAMP, step.size());
            act(voucher, clerk, VoucherAction.SEND);
        }
    }

    private void actOnVoucher(NaiveVoucher voucher, Step step) {
        boolean isForward = step.size() % 3 > 0;
        VoucherAction action = switch (voucher.state) {
            case CREATED -> isForward ? VoucherAction.SIGN : VoucherAction.VOID;
            case SIGNED -> isForward ? VoucherAction.STAMP : VoucherAction.VOID;
            case STAMPED -> isForward ? VoucherAction.SEND : VoucherAction.SIGN;
            case BANK_REJECTED -> isForward ? VoucherAction.RESEND : VoucherAction.VOID;
            default -> isForward ? VoucherAction.VOID : VoucherAction.SEND;
        };
        boolean isHead = action == VoucherAction.STAMP || (action == VoucherAction.SIGN && step.size() % 2 == 0);
        String actor = isHead ? Steps.head(voucher.agency, step.who()) : Steps.clerk(voucher.agency, step.who());
        if (action == VoucherAction.SIGN || action == VoucherAction.STAMP) {
            sign(voucher, actor, action, step.which());
        } else {
            act(voucher, actor, action);
        }
    }

    /** By the bare act, with evidence of what is signed, or with evidence of something else. */
    private void sign(NaiveVoucher voucher, String actor, VoucherAction action, int how) {
        if (how % 3 == 0) {
            act(voucher, actor, action);
            return;
        }
        var id = World.voucher(voucher.id);
        var content = walk.find(id).content();
        boolean isOfOrder = how % 5 > 0;
        var evidence = new SignatureEvidence(
                content.form(),
                "cert-" + actor,
                "SHA256withECDSA",
                ContentDigest.of("SHA-256", isOfOrder ? content.bytes() : SIGNATURE),
                SIGNATURE);
        VoucherState to = next(voucher, actor, action);
        walk.ask(
                actor,
                action == VoucherAction.SIGN ? new SignVoucher(id, evidence) : new StampVoucher(id, evidence),
                to != voucher.state && isOfOrder,
                () -> moved(voucher, actor, action, to));
    }

    private void act(NaiveVoucher voucher, String actor, VoucherAction action) {
        VoucherState to = next(voucher, actor, action);
        walk.act(
                actor, World.voucher(voucher.id), action, to != voucher.state, () -> moved(voucher, actor, action, to));
    }

    private void moved(NaiveVoucher voucher, String actor, VoucherAction action, VoucherState to) {
        voucher.state = to;
        if (action == VoucherAction.SIGN) {
            voucher.signer = actor;
        }
        if (to == VoucherState.VOIDED) {
            for (NaiveRequest request : voucher.requests) {
                request.state = PaymentState.VOIDED;
                hold(request, false);
            }
        }
        walk.teller.wake(voucher.id);
    }

    private static VoucherState next(NaiveVoucher voucher, String actor, VoucherAction action) {
        VoucherState from = voucher.state;
        boolean isClerk = isEntry(voucher, actor);
        boolean isHead = isHead(voucher, actor);
        boolean isVoidable = from == VoucherState.CREATED
                || from == VoucherState.SIGNED
                || from == VoucherState.STAMPED
                || from == VoucherState.BANK_REJECTED;
        return switch (action) {
            case SIGN -> from == VoucherState.CREATED && (isClerk || isHead) ? VoucherState.SIGNED : from;
            case STAMP ->
                from == VoucherState.SIGNED && isHead && !voucher.signer.equals(actor) ? VoucherState.STAMPED : from;
            case SEND -> from == VoucherState.STAMPED && isClerk ? VoucherState.SENT : from;
            case RESEND -> from == VoucherState.BANK_REJECTED && isClerk ? VoucherState.SENT : from;
            case VOID -> isVoidable && isClerk ? VoucherState.VOIDED : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }
}
