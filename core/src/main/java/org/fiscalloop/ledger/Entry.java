package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;

/**
 * An entry (会计分录): lines of one ledger and one basis whose debits equal their credits. It is never edited, only reversed.
 *
 * @param rule the code of the posting rule that made it, or of the kind of voucher; not blank
 * @param date the day it is booked on, which decides its period (记账日期)
 * @param effectiveOn the day on which what it books happened (业务日期)
 * @param lines at least one
 * @param reverses the entry that this one takes back, where it is a red entry
 */
public record Entry(
        LedgerId ledger,
        Basis basis,
        String rule,
        LocalDate date,
        LocalDate effectiveOn,
        ImmutableList<Line> lines,
        String narration,
        Optional<Id> reverses) {

    public Entry {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("rule must not be blank");
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty: " + rule);
        }
    }

    /**
     * Where an entry stands in the journal (凭证位置).
     *
     * @param position of its record, from 0
     * @param index among the entries of that record, from 0
     */
    public record Id(long position, int index) {

        public Id {
            if (position < 0 || index < 0) {
                throw new IllegalArgumentException(
                        "position and index must not be negative: " + position + ", " + index);
            }
        }

        @Override
        public String toString() {
            return position + "." + index;
        }
    }

    /** Whether debits equal credits within each combination of codes for the dimensions of these bits. */
    boolean isBalanced(long within) {
        Segments first = lines.get(0).segments();
        long net = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.segments().agrees(first, within)) {
                return imbalances(within).isEmpty();
            }
            net = Math.addExact(net, line.on(Side.DEBIT));
        }
        return net == 0;
    }

    /** Where debits differ from credits, in the order of the lines. */
    ImmutableList<Refusal> imbalances(long within) {
        Map<Segments, Balance> sides = new LinkedHashMap<>();
        for (Line line : lines) {
            sides.merge(line.segments().project(within), line.balance(), Balance::plus);
        }
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        sides.forEach((at, sum) -> {
            long difference = sum.net(Side.DEBIT);
            if (difference != 0) {
                refusals.add(Refusal.of(
                        LedgerReasons.UNBALANCED,
                        Facts.of("at", Fact.text(at.toString()))
                                .and("debit", Fact.amount(sum.debit()))
                                .and("credit", Fact.amount(sum.credit()))
                                .and("difference", Fact.amount(difference))));
            }
        });
        return refusals.build();
    }

    /**
     * The red entry (红字冲销) that takes this one back: the same lines on the same sides, negated, linked to this one, with
     * this one's effective date. Whether its own date lies in an open period is asked when it passes the gate.
     *
     * <p>Refused when this entry has been reversed already, or is itself a red one.
     *
     * @param id where this entry stands
     * @param on the day the red entry is booked on
     * @param reversed whether the entry that stands there has been reversed
     */
    public Decision<Entry> reverse(Id id, LocalDate on, Predicate<Id> reversed) {
        if (reverses.isPresent()) {
            return Decision.refused(Refusal.of(LedgerReasons.RED_ENTRY, Facts.of("entry", Fact.text(id.toString()))));
        }
        if (reversed.test(id)) {
            return Decision.refused(LedgerReasons.reversedAlready(id));
        }
        ImmutableList<Line> red = lines.stream().map(Line::red).collect(ImmutableList.toImmutableList());
        return Decision.accepted(new Entry(ledger, basis, rule, on, effectiveOn, red, narration, Optional.of(id)));
    }
}
