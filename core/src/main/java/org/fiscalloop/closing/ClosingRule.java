package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.masterdata.AgencyKind;

/**
 * One rule of closing a year (结账规则): what is left of some accounts goes to another, under the same coding block.
 *
 * @param id as the matrix names it with its basis, such as {@code U-40 B fiscal}; the entries it makes are named by it
 * @param ledger the ledger whose accounts it closes
 * @param basis control, financial or budgetary
 * @param kinds the kinds of agency it is for; empty for the books of the finance department
 * @param from the accounts by meaning; a heading stands for all accounts below it
 * @param to where they are closed to: the meaning of an account, {@code {NAME}} for the one that an account table gives for the
 *     budget of the fund; absent where the accounts are closed against each other
 * @param condition which balances it takes
 * @param portion how much of them, per ten thousand; of less than the whole, that part of the sum of all balances is taken
 *     that is a whole number of fen, the rest is left
 * @param amountOf the account whose balances say how much, where that is not {@code from} itself: the same amount on the other basis
 * @param source regulation and clause, and how certain it is
 */
public record ClosingRule(
        String id,
        LedgerId ledger,
        Basis basis,
        ImmutableSet<AgencyKind> kinds,
        ImmutableList<String> from,
        Optional<String> to,
        Condition condition,
        int portion,
        Optional<String> amountOf,
        Source source) {
    /** The whole, per ten thousand. */
    public static final int WHOLE = 10_000;

    /** Which balances a rule takes (结转条件). */
    public enum Condition {
        /** 全部: whatever is left, on either side. */
        ALWAYS,
        /** 仅贷方余额: an account that adds up to a credit over all its coding blocks; a debit stays. */
        CREDIT_ONLY,
        /** 项目已结束: what is left of projects that are finished or terminated. */
        PROJECT_ENDED
    }

    /** Refuses a rule that takes nothing by its form. */
    public ClosingRule {
        kinds = Sets.immutableEnumSet(kinds);
        if (id.isBlank() || from.isEmpty()) {
            throw new IllegalArgumentException("a closing rule must have an id and accounts: " + id + " " + from);
        }
        if (portion < 0 || portion > WHOLE) {
            throw new IllegalArgumentException(
                    "portion of " + id + " must be 0 to " + WHOLE + " of ten thousand: " + portion);
        }
        if (portion < WHOLE && condition != Condition.CREDIT_ONLY) {
            throw new IllegalArgumentException("a part is taken of a credit only: " + id);
        }
        if (amountOf.isPresent() && from.size() != 1) {
            throw new IllegalArgumentException("an amount of another account is taken of one account: " + id);
        }
        if (to.isEmpty() && !isWhole(condition, portion, amountOf)) {
            throw new IllegalArgumentException("what is closed against each other is closed whole: " + id);
        }
    }

    /** A rule that closes accounts of a ledger of the finance department whole, against each other. */
    static ClosingRule whole(String id, LedgerId ledger, Basis basis, ImmutableList<String> from, Source source) {
        return new ClosingRule(
                id,
                ledger,
                basis,
                ImmutableSet.of(),
                from,
                Optional.empty(),
                Condition.ALWAYS,
                WHOLE,
                Optional.empty(),
                source);
    }

    /** The rule closing to an account. */
    ClosingRule to(String account) {
        return new ClosingRule(
                id, ledger, basis, kinds, from, Optional.of(account), condition, portion, amountOf, source);
    }

    /** The rule for the books of these kinds of agency. */
    ClosingRule keptBy(ImmutableSet<AgencyKind> agencies) {
        return new ClosingRule(id, ledger, basis, agencies, from, to, condition, portion, amountOf, source);
    }

    /** The rule for some balances only. */
    ClosingRule when(Condition taken) {
        return new ClosingRule(id, ledger, basis, kinds, from, to, taken, portion, amountOf, source);
    }

    /** The rule for a part of a credit, its own or that of another account. */
    ClosingRule part(int tenThousandths, Optional<String> measured) {
        return new ClosingRule(
                id, ledger, basis, kinds, from, to, Condition.CREDIT_ONLY, tenThousandths, measured, source);
    }

    /** Whether nothing is left of its accounts. */
    public boolean isWhole() {
        return isWhole(condition, portion, amountOf);
    }

    private static boolean isWhole(Condition condition, int portion, Optional<String> amountOf) {
        return condition == Condition.ALWAYS && portion == WHOLE && amountOf.isEmpty();
    }

    /** Whether it is for the books of this kind of agency, or of the finance department where none is given. */
    boolean isFor(Optional<AgencyKind> kind) {
        return kind.map(kinds::contains).orElse(kinds.isEmpty());
    }
}
