package org.fiscalloop.accounting;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.money.Fen;

/** The controls of agency vouchers and of the months of a set of books, each a small pure function with its code. */
final class AccountingControls {
    private static final Source PARALLEL = Source.certain("财会〔2017〕25号 《政府会计制度》: 平行记账, 有借必有贷");

    static final Control<VoucherCase> ACCOUNTS_KNOWN = Control.statutory(
            new Reason(
                    "accounting.account-not-postable",
                    "The account cannot be posted to",
                    "科目不可记账",
                    "{account} is no account of the agency ledger that takes lines on the {basis} basis",
                    "{account} 不是单位会计 {basis} 可记账的末级科目",
                    PARALLEL),
            AccountingControls::accountsKnown);

    static final Control<VoucherCase> OPEN_LINES_FILLED = Control.statutory(
            new Reason(
                    "accounting.open-lines-not-filled",
                    "The lines given do not fill the open ones",
                    "补充分录与待完善金额不符",
                    "open on the {side} side of the {basis} basis is {open}, given is {given}",
                    "{basis} {side} 方待完善 {open}, 补充 {given}",
                    PARALLEL),
            AccountingControls::openLinesFilled);

    static final ControlTable<AgencyVoucherAction, VoucherCase> VOUCHERS = new ControlTable<>(ImmutableMap.of(
            AgencyVoucherAction.COMPLETE, new Controls<>(ImmutableList.of(ACCOUNTS_KNOWN, OPEN_LINES_FILLED))));

    // ---- months
    // ---------------------------------------------------------------------------------------------------------

    /**
     * What the controls look at.
     *
     * @param ledger the ledger whose month is closed
     * @param month the month
     */
    record Closing(LedgerId ledger, YearMonth month) {
        /** The memorandum ledger runs on over the years: it is not statutory, and has no year to close. */
        boolean isEndOfYear() {
            return month.getMonth() == Month.DECEMBER && !ledger.equals(Ledgers.MEMORANDUM);
        }
    }

    static final Control<Closing> DECEMBER = Control.statutory(
            new Reason(
                    "accounting.december-closes-with-year",
                    "December closes with the year",
                    "十二月随年度结账",
                    "{month} of the {ledger} ledger closes with its year, not by itself",
                    "{ledger} {month} 须随年终结账一并结账",
                    Source.certain("《预算法》 art. 18: 预算年度 ends on 31 December; 年终结账 books into December")),
            c -> c.isEndOfYear()
                    ? violated(Facts.of("month", text(c.month().toString()))
                            .and("ledger", text(c.ledger().name())))
                    : holds());

    static final ControlTable<PeriodBook.Action, Closing> PERIODS =
            new ControlTable<>(ImmutableMap.of(PeriodBook.Action.CLOSE, Controls.of(DECEMBER)));

    private AccountingControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> accountsKnown(VoucherCase c) {
        return c.given().stream()
                .filter(line -> !c.isPostable(line))
                .map(line -> Facts.of("account", text(line.account()))
                        .and("basis", text(line.basis().name()))
                        .map())
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> openLinesFilled(VoucherCase c) {
        ImmutableList.Builder<ImmutableMap<String, Fact>> violations = ImmutableList.builder();
        for (Basis basis : Basis.values()) {
            for (Side side : Side.values()) {
                if (c.open(basis, side) != c.given(basis, side)) {
                    violations.add(Facts.of("side", text(side.name()))
                            .and("basis", text(basis.name()))
                            .and("open", amount(c.open(basis, side)))
                            .and("given", amount(c.given(basis, side)))
                            .map());
                }
            }
        }
        return violations.build();
    }

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
            return account.basis() == line.basis()
                    && chart.isPostable(account)
                    && !isReserved(chart, Optional.of(account));
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

        private static long sum(
                ImmutableList<AgencyVoucherTerms.Line> lines, Basis basis, Side side, boolean onlyOpen) {
            long sum = 0;
            for (AgencyVoucherTerms.Line line : lines) {
                if (line.basis() == basis && line.side() == side && (!onlyOpen || line.isOpen())) {
                    sum = Fen.add(sum, line.fen());
                }
            }
            return sum;
        }
    }
}
