package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Side;

/**
 * One rule of posting (记账规则): the lines an event makes in one ledger on one basis.
 *
 * @param id as the matrix names it with its basis, such as {@code IND-13} or {@code U-08/F}
 * @param ledger the ledger it posts to
 * @param basis control, financial or budgetary
 * @param source regulation and clause, and how certain it is
 * @param lines its lines; a line without an account makes the entry a draft that the accountant completes
 */
public record PostingRule(String id, LedgerId ledger, Basis basis, Source source, ImmutableList<RuleLine> lines) {
    /** The account of a line that the facts do not tell. */
    public static final String OPEN = "?";

    /**
     * One line of a rule.
     *
     * @param side debit or credit
     * @param account the meaning of an account, {@code {NAME}} for the account that an account table gives, or {@link #OPEN ?}
     * @param amount the name of an amount of the posting
     * @param sign 1, or -1 for a decrease on the same side
     * @param role the coding block of the posting that the line carries
     */
    public record RuleLine(Side side, String account, String amount, int sign, String role) {
        public RuleLine {
            if (sign != 1 && sign != -1) {
                throw new IllegalArgumentException("sign must be 1 or -1: " + sign);
            }
        }

        /** Whether the facts do not tell the account. */
        public boolean isOpen() {
            return account.equals(OPEN);
        }
    }

    /** Refuses a rule whose named amounts do not cancel between debit and credit: it would balance for no amount. */
    public PostingRule {
        Map<String, Integer> balance = new TreeMap<>();
        for (RuleLine line : lines) {
            balance.merge(line.amount(), line.side() == Side.DEBIT ? line.sign() : -line.sign(), Integer::sum);
        }
        if (lines.isEmpty() || balance.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("posting rule " + id + " does not balance: " + balance);
        }
    }

    /** Whether the accountant has to complete what it makes. */
    public boolean isDraft() {
        return lines.stream().anyMatch(RuleLine::isOpen);
    }

    /** A debit of the whole amount under the document's own coding block. */
    public static RuleLine debit(String account) {
        return new RuleLine(Side.DEBIT, account, PostingKey.TOTAL, 1, PostingKey.OWN);
    }

    /** A credit of the whole amount under the document's own coding block. */
    public static RuleLine credit(String account) {
        return new RuleLine(Side.CREDIT, account, PostingKey.TOTAL, 1, PostingKey.OWN);
    }

    /** A debit under the coding block of another role. */
    public static RuleLine debit(String account, String role) {
        return new RuleLine(Side.DEBIT, account, PostingKey.TOTAL, 1, role);
    }

    /** A credit under the coding block of another role. */
    public static RuleLine credit(String account, String role) {
        return new RuleLine(Side.CREDIT, account, PostingKey.TOTAL, 1, role);
    }

    /** The rule with every line decreasing its own side. */
    public PostingRule decreasing(String otherId) {
        return new PostingRule(
                otherId,
                ledger,
                basis,
                source,
                lines.stream()
                        .map(line ->
                                new RuleLine(line.side(), line.account(), line.amount(), -line.sign(), line.role()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The rule with debits and credits exchanged: what an opposite event makes. */
    public PostingRule opposite(String otherId, Source otherSource) {
        return new PostingRule(
                otherId,
                ledger,
                basis,
                otherSource,
                lines.stream()
                        .map(line -> new RuleLine(
                                line.side() == Side.DEBIT ? Side.CREDIT : Side.DEBIT,
                                line.account(),
                                line.amount(),
                                line.sign(),
                                line.role()))
                        .collect(ImmutableList.toImmutableList()));
    }
}
