package org.fiscalloop.payees;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * One detail of a payee list (PAY_DETAIL 支付明细): an account, how much is paid to it and, where it must be said, for whom. Its
 * number is its place on the list, from 1; it never changes. Amounts are yuan.
 */
@Value.Immutable
public interface PayeeDetail {
    /** At most as many characters as an account of a payment request has. */
    int LONGEST_ACCOUNT = 40;

    /** Name of the holder of the account (PAYEE_ACCT_NAME 收款人名称); may be blank until the list is handed in. */
    String name();

    /** Number of the account (PAYEE_ACCT_NO 收款人账号), at most 40 characters without spaces; may be blank until then. */
    String account();

    /** The bank that keeps it (PAYEE_ACCT_BANK_NAME 收款人开户银行); may be blank until then. */
    String bank();

    /** How much is paid (PAY_AMT 支付金额). */
    Money amount();

    /** For whom it is (惠企利民), where that is said; this need not be the holder of the account. */
    Optional<Beneficiary> beneficiary();

    /** The month for which it is paid (PAY_MONTH). */
    Optional<YearMonth> payMonth();

    /** Town or street (TOWN 乡镇、街道) of the beneficiary; a name of the division's own, not checked. */
    Optional<String> town();

    /** Village or community (VILLAGE 村、社区) of the beneficiary; not checked. */
    Optional<String> village();

    /** The family for which it is (TO_PEOP_FAMILY 到人到户): a name or number of the division's own, not checked. */
    Optional<String> family();

    /** What was bought by official card (公务卡), where the detail repays that: its account is a card and its name who holds it. */
    Optional<Consumption> consumption();

    /** The detail of an earlier list that came back and is paid again by this one. */
    Optional<Origin> origin();

    /** An account number is one, or blank. */
    @Value.Check
    default void check() {
        if (isWrong(account())) {
            throw new IllegalArgumentException(
                    "account must be at most " + LONGEST_ACCOUNT + " characters without spaces: \"" + account() + "\"");
        }
    }

    private static boolean isWrong(String number) {
        return number.length() > LONGEST_ACCOUNT
                || CharMatcher.whitespace().or(CharMatcher.javaIsoControl()).matchesAnyOf(number);
    }

    /** The amount in fen. */
    default long fen() {
        return Fen.of(amount());
    }

    /** Whether it can be paid as far as the payee goes. */
    default boolean isComplete() {
        return !name().isBlank() && !account().isBlank() && !bank().isBlank();
    }

    /**
     * For whom a detail is (惠企利民受益对象).
     *
     * @param kind person or enterprise, which says what the identity is
     * @param name PER_NAME 姓名 or CORP_NAME 企业名称
     * @param identity IDEN_NO 公民身份号码 (GB 11643) or UNIFSOC_CRED_CODE 统一社会信用代码 (GB 32100), 18 characters each; a control
     *     checks it
     */
    public record Beneficiary(Kind kind, String name, String identity) {
        public Beneficiary {
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            requireNonNull(identity, "identity");
        }

        /** Who is paid for. */
        public enum Kind {
            /** 个人: by name and identity number. */
            PERSON,
            /** 企业: by name and unified social credit code. */
            ENTERPRISE
        }
    }

    /**
     * What an official bought with the card of the agency (公务卡消费): card, day and serial number together are one consumption.
     *
     * @param card the number of the card (公务卡号, GOV_CRED_CARD_NO); may be blank until the list is handed in, as its serial number
     * @param on the day of it (消费日期)
     * @param serial its number at the bank (交易流水号); it and the card are at most 40 characters without spaces
     * @param amount how much was paid by card (消费金额); as much of it or less is repaid
     */
    public record Consumption(String card, LocalDate on, String serial, Money amount) {
        public Consumption {
            requireNonNull(on, "on");
            long unused = Fen.of(amount);
            if (isWrong(card) || isWrong(serial)) {
                throw new IllegalArgumentException("card and serial must be at most " + LONGEST_ACCOUNT
                        + " characters without spaces: \"" + card + "\", \"" + serial + "\"");
            }
        }

        /** The amount in fen. */
        public long fen() {
            return Fen.of(amount);
        }

        /** Whether it can be told from any other of its card. */
        public boolean isComplete() {
            return !card.isBlank() && !serial.isBlank();
        }

        /** How the memorandum ledger calls it: {@code 6283/2024-03-05/000123}. */
        public String key() {
            return card + "/" + on + "/" + serial;
        }
    }

    /**
     * A detail of an earlier list (原支付明细).
     *
     * @param list the list
     * @param detail its number on that list, from 1
     */
    public record Origin(Id<PayeeList> list, int detail) {
        public Origin {
            requireNonNull(list, "list");
            if (detail < 1) {
                throw new IllegalArgumentException("the number of a detail must be at least 1: " + detail);
            }
        }

        /** How the memorandum ledger calls it: {@code PL-1/12}. */
        public String key() {
            return key(list.value(), detail);
        }

        static String key(String list, int detail) {
            return list + "/" + detail;
        }
    }
}
