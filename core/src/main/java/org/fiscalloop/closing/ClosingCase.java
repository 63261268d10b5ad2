package org.fiscalloop.closing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.Case;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.register.Agency;
import org.fiscalloop.transfer.Transfer;

/**
 * What the controls of closing a year look at.
 *
 * @param books the books that are closed, one for each ledger; the first names division, agency and year
 * @param plan the closing rules in force
 * @param facts the command and what may be read
 */
record ClosingCase(ImmutableList<ClosingTerms> books, ClosingPlan plan, Case facts) {
    /** The accounts on which requests wait (支付申请类). */
    private static final String IN_FLIGHT = "PAYMENT_APPLICATION";

    ClosingTerms terms() {
        return books.get(0);
    }

    Optional<Agency> agency() {
        return facts.find(Agency.id(terms().division(), terms().agency()));
    }

    long measured(ClosingMeasure measure) {
        return facts.balance(measure, terms().block(terms().fiscalYear()));
    }

    /** Whether something of the year before stands in the books that are closed. */
    boolean isEarlierYearOpen() {
        int before = terms().fiscalYear() - 1;
        return books.stream()
                .anyMatch(of -> !new YearBalances(facts.reads().balances(of.ledgerId(), of.block(before))).isEmpty());
    }

    /** Whether the books that are closed take nothing any more of a later year. */
    boolean isLaterYearClosed() {
        int next = terms().fiscalYear() + 1;
        return facts.reads().openYear(terms().division(), terms().agency(), next) > next;
    }

    /** The agencies that have something in the books of agencies or allotments in the year and have not closed it. */
    ImmutableSortedSet<String> openAgencies() {
        ClosingTerms of = terms();
        Set<String> agencies = new TreeSet<>();
        for (LedgerId ledger : ImmutableList.of(Ledgers.AGENCY, Ledgers.ALLOTMENT)) {
            for (Balances.Kept kept : facts.reads().balances(ledger, of.block(of.fiscalYear()))) {
                agencies.add(kept.key().segments().value(Dimensions.AGENCY));
            }
        }
        agencies.removeIf(agency -> agency.isEmpty() || isClosed(agency));
        return ImmutableSortedSet.copyOf(agencies);
    }

    private boolean isClosed(String agency) {
        return facts.find(YearClosing.id(terms().division(), terms().fiscalYear(), Ledgers.AGENCY, agency))
                .isPresent();
    }

    /** What stands on accounts of the allotment ledger that no closing rule closes, in fen by account. */
    ImmutableMap<Meaning, Long> leftOfAllotments(boolean inFlight) {
        ClosingTerms of = terms();
        YearBalances left = new YearBalances(facts.reads().balances(Ledgers.ALLOTMENT, of.block(of.fiscalYear())));
        Chart chart = plan.chart(Ledgers.ALLOTMENT);
        ImmutableMap.Builder<Meaning, Long> amounts = ImmutableMap.builder();
        for (Meaning account : left.accounts()) {
            String element = chart.account(account).orElseThrow().element();
            if (!ClosingPlan.CLOSED.contains(element) && element.equals(IN_FLIGHT) == inFlight) {
                amounts.put(account, Math.negateExact(YearBalances.total(left.of(account))));
            }
        }
        return amounts.buildOrThrow();
    }

    /**
     * An amount of a transfer between levels that has not come where it goes.
     *
     * @param transfer the transfer, as its documents are called at this level
     * @param fen how much
     * @param state where it stands, in words
     * @param stateZh the same in Chinese
     */
    record OpenTransfer(String transfer, long fen, String state, String stateZh) {}

    /** What of transfers of the year is on its way to the level below, has come from above and is not received, or is on its way back. */
    ImmutableList<OpenTransfer> openTransfers() {
        return facts.reads().balances(Ledgers.MEMORANDUM, terms().block(terms().fiscalYear())).stream()
                .filter(kept -> kept.balance().net(Side.DEBIT) != 0)
                .flatMap(kept -> open(kept).stream())
                .collect(toImmutableList());
    }

    private Optional<OpenTransfer> open(Balances.Kept kept) {
        String transfer = kept.key().segments().value(Dimensions.DOCUMENT);
        long fen = kept.balance().net(Side.DEBIT);
        return switch (kept.account().name()) {
            case "TRANSFERS_IN_FORCE" ->
                facts.find(Transfer.id(transfer))
                        .filter(Transfer::isOnItsWay)
                        .map(issued -> new OpenTransfer(transfer, fen, "on its way to the level below", "下达在途"));
            case "TRANSFERS_TO_RECEIVE" -> Optional.of(new OpenTransfer(transfer, fen, "not received", "待接收"));
            case "TRANSFERS_ON_THEIR_WAY_BACK" ->
                Optional.of(new OpenTransfer(transfer, fen, "on its way back", "退回在途"));
            default -> Optional.empty();
        };
    }
}
