package org.fiscalloop.procurement;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a procurement contract (采购合同), and what has been agreed and accepted since. Amounts are yuan. */
@Value.Immutable
public interface ContractTerms extends Terms {
    /** 项目: the project that pays it, that of its plan. */
    ProjectCode project();

    /** The plan it is signed on; none only where it was brought in by an opening. */
    Optional<Id<ProcurementPlan>> plan();

    /** Number of the award it is signed on (中标通知书编号); none only where it was brought in by an opening. */
    Optional<String> award();

    /** Who delivers. */
    Supplier supplier();

    /** What it comes to as it was signed (合同金额), in yuan, more than nothing. */
    Money amount();

    /** The day on which it was signed (签订日期). */
    LocalDate signedOn();

    /** What the supplier puts up as security (履约保证金), in yuan; nothing where none is agreed. */
    Money performanceBond();

    /**
     * What of it may be paid before anything is accepted (预付款、进度款), in yuan: less than the whole, since the last payment
     * needs acceptance.
     */
    Money beforeAcceptance();

    /** Within how many days of a delivery the contract agrees to pay it; what the law says where it agrees nothing. */
    Optional<Integer> dueDays();

    /** Which allotments are kept for it, and how much of each; in the order in which they were reserved. */
    ImmutableList<Reservation> reservations();

    /** What has been added to it (补充合同), in order; the loop alone adds them. */
    ImmutableList<Supplement> supplements();

    /** What has been accepted (履约验收), in order; the loop alone adds them. */
    ImmutableList<Acceptance> acceptances();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** When and where it was published (合同公告); none while it is not; the loop alone sets it. */
    Optional<Publication> publication();

    /** A contract runs on into later years. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** What it comes to with all that was added, in yuan. */
    default Money total() {
        return Fen.money(Fen.add(Fen.of(amount()), supplementedFen()));
    }

    /** What has been added, in fen. */
    default long supplementedFen() {
        return Fen.sum(Lists.transform(supplements(), Supplement::amount));
    }

    /** What may be paid of it, and of what was added, before anything is accepted, in fen. */
    default long beforeAcceptanceFen() {
        return Fen.add(
                Fen.of(beforeAcceptance()), Fen.sum(Lists.transform(supplements(), Supplement::beforeAcceptance)));
    }

    /** What may be paid of it so far by its terms and by what was accepted, in fen: all of it once the last is accepted. */
    default long payableFen() {
        if (acceptances().stream().anyMatch(Acceptance::last)) {
            return Fen.of(total());
        }
        return Fen.add(beforeAcceptanceFen(), Fen.sum(Lists.transform(acceptances(), Acceptance::payable)));
    }

    /** The allotments that were ever reserved for it, each once and in order. */
    default ImmutableSet<Id<Allotment>> allotments() {
        return reservations().stream().map(Reservation::allotment).collect(ImmutableSet.toImmutableSet());
    }

    /** The documents that it names: its agency, its project, its plan, and the allotments that were ever reserved for it. */
    default ImmutableSet<Id<?>> named() {
        return ImmutableSet.<Id<?>>builder()
                .add(Agency.id(division(), agency()), Project.id(project()))
                .addAll(plan().stream().iterator())
                .addAll(allotments())
                .build();
    }

    /** Amounts are yuan that fit and not negative; it agrees on a number of days or on none. */
    @Value.Check
    default void check() {
        if (Fen.of(amount()) <= 0) {
            throw new IllegalArgumentException("amount of a contract must be positive: " + amount());
        }
        if (Fen.of(performanceBond()) < 0 || Fen.of(beforeAcceptance()) < 0) {
            throw new IllegalArgumentException("bond and what is paid before acceptance must not be negative: "
                    + performanceBond() + ", " + beforeAcceptance());
        }
        if (dueDays().filter(days -> days < 0).isPresent()) {
            throw new IllegalArgumentException("days to pay must not be negative: " + dueDays());
        }
    }

    /**
     * A supplier (供应商).
     *
     * @param name its name
     * @param account number of the account it is paid on, at most 40 characters without spaces; blank where not told
     * @param bank the bank that keeps it; blank where not told
     * @param size which kind of enterprise it is
     */
    record Supplier(String name, String account, String bank, SupplierSize size) {
        private static final int LONGEST_ACCOUNT = 40;
        private static final CharMatcher NOT_IN_ACCOUNTS =
                CharMatcher.whitespace().or(CharMatcher.javaIsoControl());

        /** It has a name, and its account is one. */
        public Supplier {
            requireNonNull(bank, "bank");
            if (name.isBlank()) {
                throw new IllegalArgumentException("the name of a supplier must not be blank");
            }
            if (account.length() > LONGEST_ACCOUNT || NOT_IN_ACCOUNTS.matchesAnyOf(account)) {
                throw new IllegalArgumentException(
                        "account must be at most 40 characters without spaces: \"" + account + "\"");
            }
        }
    }

    /** The size of a supplier (企业规模). Source: 《中小企业划型标准规定》 工信部联企业〔2011〕300号. */
    enum SupplierSize {
        /** 大型企业. */
        LARGE,
        /** 中型企业. */
        MEDIUM,
        /** 小型企业. */
        SMALL,
        /** 微型企业. */
        MICRO,
        /** 其他: an institution, a person, or not told. */
        OTHER;

        /** 中小企业: whether the law protects how soon it is paid. */
        public boolean isSmallOrMedium() {
            return this == MEDIUM || this == SMALL || this == MICRO;
        }
    }

    /**
     * An amount of an allotment that is kept for a contract (占用指标).
     *
     * @param allotment the allotment, an executable one
     * @param amount how much of it, in yuan, more than nothing
     */
    record Reservation(Id<Allotment> allotment, Money amount) {
        /** It keeps something. */
        public Reservation {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what is reserved of " + allotment + " must be positive: " + amount);
            }
        }

        /** Refuses a list in which an allotment stands twice. */
        static void requireOnce(ImmutableList<Reservation> reservations) {
            Set<Id<Allotment>> seen = new HashSet<>();
            for (Reservation reservation : reservations) {
                if (!seen.add(reservation.allotment())) {
                    throw new IllegalArgumentException("an allotment stands twice: " + reservation.allotment());
                }
            }
        }

        /** What all of them keep, in fen. */
        static long sum(ImmutableList<Reservation> reservations) {
            return Fen.sum(Lists.transform(reservations, Reservation::amount));
        }
    }

    /**
     * A supplementary contract (补充合同).
     *
     * @param number its number
     * @param signedOn the day on which it was signed
     * @param amount what it adds, in yuan, more than nothing
     * @param beforeAcceptance what of it may be paid before acceptance, in yuan, at most its amount
     */
    record Supplement(String number, LocalDate signedOn, Money amount, Money beforeAcceptance) {
        /** It has a number and adds something. */
        public Supplement {
            if (number.isBlank()) {
                throw new IllegalArgumentException("the number of a supplement must not be blank");
            }
            if (!amount.isPositive() || beforeAcceptance.isNegative() || beforeAcceptance.isGreaterThan(amount)) {
                throw new IllegalArgumentException(
                        "a supplement must add something and at most that before acceptance: " + amount + ", "
                                + beforeAcceptance);
            }
        }
    }

    /**
     * The publication of a contract (合同公告). Source: 《政府采购法实施条例》 art. 50.
     *
     * @param publishedOn the day on which it was published
     * @param medium name of the designated medium (指定媒体)
     * @param number number or address of the announcement there (公告编号); blank where not told
     */
    record Publication(LocalDate publishedOn, String medium, String number) {
        /** It was published somewhere. */
        public Publication {
            requireNonNull(number, "number");
            if (medium.isBlank()) {
                throw new IllegalArgumentException("the medium of a publication must not be blank");
            }
        }
    }

    /**
     * What was accepted (履约验收单).
     *
     * @param number number of the acceptance report (验收书编号)
     * @param deliveredOn the day on which it was delivered
     * @param payable what may be paid because of it, in yuan; of the last one all that was not payable before
     * @param last whether the whole contract is accepted with it
     */
    record Acceptance(String number, LocalDate deliveredOn, Money payable, boolean last) {
        /** It has a number, and no negative amount. */
        public Acceptance {
            if (number.isBlank()) {
                throw new IllegalArgumentException("the number of an acceptance must not be blank");
            }
            if (payable.isNegative()) {
                throw new IllegalArgumentException("what becomes payable must not be negative: " + payable);
            }
        }
    }
}
