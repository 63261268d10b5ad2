package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a procurement plan (采购计划), and how the procurement ended as the platform told. Amounts are yuan. */
@Value.Immutable
public interface PlanTerms extends CodedTerms {
    /** The coding block: that of its budget line, whose department economic code it may refine. */
    @Override
    Elements elements();

    /** The budget line (BGT_PMAN_ID) whose amount it takes; one that is marked for procurement. */
    Id<BudgetLine> line();

    /** What is procured (采购项目名称). */
    String name();

    /** The item of procurement (采购品目 VD06003): a code of the division's own, not checked. */
    String item();

    /** The method of procurement (采购方式): a code of the rules in force. */
    String method();

    /** The amount that it may cost at most (采购预算金额), in yuan, more than nothing. */
    Money amount();

    /** The awards that the platform told (中标、成交结果), in the order in which they came; the loop alone adds them. */
    ImmutableList<Award> awards();

    /** The failures that the platform told (废标), in the order in which they came; the loop alone adds them. */
    ImmutableList<Failure> failures();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** It must have a name; its amount must be yuan that fit. */
    @Value.Check
    default void check() {
        if (name().isBlank()) {
            throw new IllegalArgumentException("the name of a plan must not be blank");
        }
        Fen.of(amount());
    }

    /** The award with this number. */
    default Optional<Award> award(String number) {
        return awards().stream().filter(award -> award.number().equals(number)).findFirst();
    }

    /**
     * How a procurement, or a part of it, ended: with a supplier.
     *
     * @param number number of the award notice (中标通知书编号), unique within the plan
     * @param supplier who is awarded
     * @param amount for how much, in yuan, more than nothing
     * @param method the method by which it was procured: a code of the rules in force
     * @param awardedOn the day of the award notice
     * @param contract the contract that was signed on it; the loop alone sets it
     */
    record Award(
            String number,
            ContractTerms.Supplier supplier,
            Money amount,
            String method,
            LocalDate awardedOn,
            Optional<Id<Contract>> contract) {
        /** It has a number and an amount. */
        public Award {
            if (number.isBlank()) {
                throw new IllegalArgumentException("the number of an award must not be blank");
            }
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("the amount of an award must be positive: " + amount);
            }
        }

        /** The amount in fen. */
        long fen() {
            return Fen.of(amount);
        }

        Award signed(Optional<Id<Contract>> on) {
            return new Award(number, supplier, amount, method, awardedOn, on);
        }
    }

    /**
     * How a procurement ended: without a supplier.
     *
     * @param number number of the announcement, unique within the plan
     * @param reason why, in the words of the platform
     * @param failedOn the day of the announcement
     */
    record Failure(String number, String reason, LocalDate failedOn) {
        /** It has a number. */
        public Failure {
            if (number.isBlank()) {
                throw new IllegalArgumentException("the number of a failure must not be blank");
            }
        }
    }
}
