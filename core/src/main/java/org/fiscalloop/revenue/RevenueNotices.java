package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What the treasury and the banks tell about income. */
public final class RevenueNotices {
    /**
     * 收入日报 (3401): what a treasury, or a bank that keeps a special account (财政专户), has received on one day. Each sender
     * reports a day once; another report of the day says which one it corrects.
     *
     * @param report the number of the report, unique to its sender
     * @param receivedOn the day it is about
     * @param lines what was received by income code, fund and level, as it is told, at least one
     * @param total what the report itself says they are together, in yuan, where it does
     * @param corrects the number of the report of the same day that it corrects, where it does
     */
    public record TreasuryDayReport(
            Id<IncomeReceipt> report,
            LocalDate receivedOn,
            ImmutableList<IncomeTerms.Line> lines,
            Optional<Money> total,
            Optional<Id<IncomeReceipt>> corrects)
            implements Body {
        public TreasuryDayReport {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("a day report must have at least one line: " + report);
            }
            for (IncomeTerms.Line line : lines) {
                if (!line.equals(line.told())) {
                    throw new IllegalArgumentException("a day report tells of no shares and no booking: " + report);
                }
            }
        }

        /** A report that names no total and corrects nothing. */
        public TreasuryDayReport(
                Id<IncomeReceipt> report, LocalDate receivedOn, ImmutableList<IncomeTerms.Line> lines) {
            this(report, receivedOn, lines, Optional.empty(), Optional.empty());
        }

        /** The part of it that one line is. */
        TreasuryDayReport of(IncomeTerms.Line line) {
            return new TreasuryDayReport(report, receivedOn, ImmutableList.of(line), Optional.empty(), corrects);
        }

        @Override
        public Id<IncomeReceipt> document() {
            return report;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    /**
     * 单位资金到账: other income has arrived on an agency's bank account.
     *
     * @param receipt the bank's serial number
     * @param agency code of the agency
     * @param account number of its bank account
     * @param receivedOn the day it arrived
     * @param amount what arrived in yuan
     * @param income income code (收入分类科目), where it is told
     * @param function function (支出功能分类科目) that it is for, where it is told: the agency's final accounts show it there
     */
    public record OtherIncomeReceived(
            Id<IncomeReceipt> receipt,
            String agency,
            String account,
            LocalDate receivedOn,
            Money amount,
            Optional<String> income,
            Optional<String> function)
            implements Body {
        @Override
        public Id<IncomeReceipt> document() {
            return receipt;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    /**
     * 国库现金管理存放: the treasury has placed money with a bank.
     *
     * @param placement the number of the placement, unique to its sender
     * @param bank with which bank (存款银行)
     * @param fund the fund (资金性质) of the money
     * @param principal how much in yuan
     * @param placedOn the day it left the treasury
     * @param dueOn the day on which it is due to come back
     */
    public record CashPlaced(
            Id<CashPlacement> placement, String bank, String fund, Money principal, LocalDate placedOn, LocalDate dueOn)
            implements Body {
        @Override
        public Id<CashPlacement> document() {
            return placement;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(placedOn);
        }
    }

    /**
     * 国库现金管理收回: what the treasury had placed has come back, with what it earned.
     *
     * @param placement the number of the placement
     * @param serial the number under which it came back
     * @param returnedOn the day it was back in the treasury
     * @param principal what came back of what was placed, in yuan
     * @param income what it earned, by income code (收入分类科目) and fund; none where it earned nothing or the day report
     *     tells of it
     */
    public record CashReturned(
            Id<CashPlacement> placement,
            String serial,
            LocalDate returnedOn,
            Money principal,
            Optional<IncomeTerms.Line> income)
            implements Body {
        @Override
        public Id<CashPlacement> document() {
            return placement;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(returnedOn);
        }
    }

    private RevenueNotices() {}
}
