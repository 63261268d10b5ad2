package org.fiscalloop.bankcollection;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What is filled in on an agreement of an agency, a supplier and a bank (三方协议): what the supplier delivers, such as water and
 * power, is collected by the bank (委托收款). Amounts are yuan.
 */
@Value.Immutable
public interface AgreementTerms extends Terms {
    /** What is collected: a code of {@link BankCollectionRules#kinds}, such as 1 水费. */
    String kind();

    /** Number of the account of the agency that pays (付款账号). */
    String payerAccount();

    /** The supplier and its account (收款单位). */
    Account payee();

    /** The bank that collects (收款银行); may be blank until the agreement is handed in. */
    String bank();

    /** The first day of what may be raised under it. */
    LocalDate firstDay();

    /** The last day of what may be raised under it; none until it is ended, where it runs on. */
    Optional<LocalDate> lastDay();

    /** How much one demand may be at most (单笔限额); none where any amount may be raised. */
    Optional<Money> ceiling();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** It runs on from year to year. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** Whether something may be raised under it on a day. */
    default boolean covers(LocalDate day) {
        return !day.isBefore(firstDay())
                && lastDay().map(last -> !day.isAfter(last)).orElse(true);
    }

    /**
     * Somebody's account; what is not known yet is blank.
     *
     * @param name name of the holder (PAYEE_ACCT_NAME 收款人名称)
     * @param account number of the account (PAYEE_ACCT_NO 收款人账号), at most 40 characters without spaces
     * @param bank the bank that keeps it (PAYEE_ACCT_BANK_NAME 收款人开户银行)
     */
    public record Account(String name, String account, String bank) {
        private static final int LONGEST = 40;

        public Account {
            requireNonNull(name, "name");
            requireNonNull(bank, "bank");
            if (account.length() > LONGEST
                    || CharMatcher.whitespace().or(CharMatcher.javaIsoControl()).matchesAnyOf(account)) {
                throw new IllegalArgumentException(
                        "account must be at most " + LONGEST + " characters without spaces: \"" + account + "\"");
            }
        }

        /** Whether money can be sent to it. */
        public boolean isComplete() {
            return !name.isBlank() && !account.isBlank() && !bank.isBlank();
        }
    }
}
