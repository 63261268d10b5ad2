package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;

/** Rules under which finance reviews large requests, and histories of them. */
final class FinanceReviews {
    /** From this amount on, in fen. */
    static final long FROM = 10_00;

    static final RuleTimeline RULES = TwoYears.rules(large(FROM));

    /** What most steps of such a history do. */
    private static final ImmutableList<Step.Kind> PAYMENTS = ImmutableList.of(
            Step.Kind.REQUEST,
            Step.Kind.REQUEST_ACT,
            Step.Kind.REQUEST_ACT,
            Step.Kind.VOUCHER,
            Step.Kind.REQUEST_ACT,
            Step.Kind.VOUCHER_ACT,
            Step.Kind.REQUEST,
            Step.Kind.REQUEST_ACT,
            Step.Kind.RECEIPT,
            Step.Kind.REVISE_REQUEST,
            Step.Kind.REQUEST);

    private FinanceReviews() {}

    /** From this amount on finance reviews what agencies fill in. */
    static Overlay.Change large(long from) {
        return CityRules.change(
                "payment/financeReview/large",
                Tree.fields(ImmutableList.of(
                        new Tree.Member("code", Tree.text("large")),
                        new Tree.Member("entry", Tree.text("AGENCY")),
                        new Tree.Member("from", Tree.text(Fen.text(from))),
                        new Tree.Member("reviewed", Tree.bare("true")),
                        new Tree.Member(
                                "source",
                                Tree.fields(ImmutableList.of(
                                        new Tree.Member("citation", Tree.text("大额支付复核办法")),
                                        new Tree.Member("certainty", Tree.text("CERTAIN"))))))));
    }

    /** The step itself, or four times out of five one of a payment with its numbers. */
    static Step ofPayment(Step step) {
        int which = step.which() + step.who() + step.size();
        return which % 5 == 0 ? step : new Step(Walk.one(PAYMENTS, which), step.which(), step.who(), step.size());
    }
}
