package org.fiscalloop.opening;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;

/**
 * What has been booked on an account under a coding block (科目余额及发生额).
 *
 * @param account by its meaning, which takes lines
 * @param segments the coding block, which names at least the division
 * @param booked the four columns since the books began, in fen: increases and decreases of each side, so that the turnover of
 *     the year is in them
 * @param month the month in which it was booked, where a limit or a measure of the books is kept by month or by calendar
 *     year; else none, and it counts as booked on the day of the opening
 */
public record OpenedBalance(Meaning account, Segments segments, Balance booked, Optional<YearMonth> month) {
    public OpenedBalance {
        requireNonNull(account, "account");
        requireNonNull(segments, "segments");
        requireNonNull(booked, "booked");
        requireNonNull(month, "month");
    }
}
