package org.fiscalloop.loop;

import org.fiscalloop.cashplan.CashPlanKind;
import org.fiscalloop.cashplan.CashPlanState;

/** A cash plan; {@code granted} is what is or would be approved of it. */
final class NaiveCashPlan extends Naive.Paper {
    final Naive.NaiveAllotment allotment;
    final CashPlanKind kind;
    final int month;
    final long asked;
    long granted;
    int post;
    CashPlanState state;

    NaiveCashPlan(String id, Naive.NaiveAllotment allotment, CashPlanKind kind, int month, long asked) {
        super(id, allotment.agency);
        this.allotment = allotment;
        this.kind = kind;
        this.month = month;
        this.asked = asked;
        this.granted = asked;
        this.state = entry();
    }

    CashPlanState entry() {
        return switch (kind) {
            case AGENCY -> CashPlanState.DRAFT;
            case PROXY -> CashPlanState.PROXY_DRAFT;
            case REDUCTION -> CashPlanState.REDUCTION_DRAFT;
        };
    }

    CashPlanState phase() {
        return switch (kind) {
            case AGENCY -> CashPlanState.SUBMITTED;
            case PROXY -> CashPlanState.PROXY_SUBMITTED;
            case REDUCTION -> CashPlanState.REDUCTION_SUBMITTED;
        };
    }

    /** It is approved and counts. */
    void book() {
        long fen = kind == CashPlanKind.REDUCTION ? -granted : granted;
        allotment.planned[month - 1] += fen;
        allotment.unspent[month - 1] += fen;
    }
}
