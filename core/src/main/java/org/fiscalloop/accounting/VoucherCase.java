package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.money.Fen;

/**
 * What the controls of a voucher look at.
 *
 * @param terms what stands on the draft
 * @param given the lines the accountant gives
 * @param rules the rules of the books in force
 */
record VoucherCase(AgencyVoucherTerms terms, ImmutableList<AgencyVoucherTerms.Line> given, AccountingRules rules) {
    Chart chart() {
        return rules.charts().stream()
                .filter(chart -> chart.ledger().equals(Ledgers.AGENCY))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no chart of the agency ledger"));
    }

    /** What is open on one side of one basis, and what is given there. */
    long open(Basis basis, Side side) {
        return sum(terms.lines(), basis, side, true);
    }

    long given(Basis basis, Side side) {
        return sum(given, basis, side, false);
    }

    boolean isPostable(AgencyVoucherTerms.Line line) {
        Chart chart = chart();
        return chart.account(new Meaning(Ledgers.AGENCY, line.account()))
                .filter(account -> isPostable(chart, account, line))
                .isPresent();
    }

    private boolean isPostable(Chart chart, Account account, AgencyVoucherTerms.Line line) {
        return account.basis() == line.basis() && chart.isPostable(account) && !isReserved(chart, Optional.of(account));
    }

    /** Whether only rules post to the account or to one above it. */
    private boolean isReserved(Chart chart, Optional<Account> from) {
        for (Optional<Account> at = from;
                at.isPresent();
                at = at.orElseThrow().parentCode().flatMap(chart::byCode)) {
            if (rules.reservedAccounts().contains(at.orElseThrow().meaning().name())) {
                return true;
            }
        }
        return false;
    }

    private static long sum(ImmutableList<AgencyVoucherTerms.Line> lines, Basis basis, Side side, boolean onlyOpen) {
        long sum = 0;
        for (AgencyVoucherTerms.Line line : lines) {
            if (line.basis() == basis && line.side() == side && (!onlyOpen || line.isOpen())) {
                sum = Fen.add(sum, line.fen());
            }
        }
        return sum;
    }
}
