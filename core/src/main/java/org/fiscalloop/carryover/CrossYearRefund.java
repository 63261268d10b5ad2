package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Month;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectPostings;

/**
 * Money that comes back in a later year than that of its payment (跨年退回), one refund: where it goes, and what takes it in. It
 * lives for one decision.
 *
 * <p>While its project goes on, and where the policy says so, it comes into the allotment that takes in what is carried over
 * of the one it was paid from, which is made if there is none; else the treasury keeps it. All its amounts are of the year in
 * which it comes back, or of the first that is open where the year of the payment is closed by then.
 */
public final class CrossYearRefund {
    private final Case c;
    private final CarryIn next;
    private final ImmutableList.Builder<Posting> postings = ImmutableList.builder();

    private CrossYearRefund(int year, Case c) {
        this.c = c;
        this.next = new CarryIn(year, later(c.on(), LocalDate.of(year, Month.JANUARY, 1)), c);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /**
     * A refund that comes back on the day of the notice.
     *
     * @param year which takes it in: that of the day, or a later one where that of the payment is closed by then
     * @param facts under the rules of that year
     */
    public static CrossYearRefund of(int year, Case facts) {
        return new CrossYearRefund(year, facts);
    }

    /**
     * An amount of it comes back.
     *
     * @param allotment the allotment it was paid from
     * @param payment the coding block of the payment
     * @param fund the treasury's book from which it was paid
     * @param fen how much
     */
    public void take(Allotment allotment, Segments payment, FundBook fund, long fen) {
        Elements elements = allotment.terms().elements();
        Project project = Remainders.found(Project.id(elements.project()), c.reads());
        BudgetLine line = Remainders.found(allotment.terms().line(), c.reads());
        CarryOverRules rules = c.rules(CarryOverFlow.RULES);
        YearBasis basis = YearBasis.carried(rules.treasuryAccrues(), true);
        RefundPolicy policy = project.hasEnded() ? RefundPolicy.WITHDRAW : rules.crossYearRefund();
        Segments oldLine = next.block(line.segments(), line.terms().elements());
        Segments own;
        Segments nextLine;
        if (policy == RefundPolicy.RESTORE) {
            nextLine = next.line(line, basis);
            own = next.allotment(allotment, basis, fen);
        } else {
            nextLine = oldLine;
            own = next.block(Dimensions.segments(next.inYear(elements)), elements);
        }
        postings.add(Posting.of(
                CarryOverPostings.REFUNDED,
                ImmutableList.of(policy, basis, fund),
                fen,
                own,
                payment,
                next.block(allotment.segments(), elements),
                oldLine,
                nextLine));
        if (project.hasEnded()) {
            postings.add(Posting.of(ProjectPostings.RELEASED, fen, project.segments()));
        }
    }

    /** What else is posted with it. */
    public void with(ImmutableList<Posting> others) {
        postings.addAll(others);
    }

    /** What it posts. */
    public ImmutableList<Posting> postings() {
        return postings.build();
    }

    /** What it makes of lines and allotments, or why one of them cannot take it in. */
    public Decision<ImmutableList<Happening>> happenings() {
        Findings findings = next.findings();
        return findings.refusals().isEmpty() ? next.happenings() : new Decision.Refused<>(findings.refusals());
    }
}
