package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of payee lists in force: the table of their life, who reviews, the kinds there are, controls and limits. */
@Value.Immutable
public interface PayeesRules {
    /** As many days as a card may be without interest (免息期), the most that banks give. */
    int CONSUMPTION_DAYS = 56;

    /** Whose identity the details of a list must have. */
    enum Identity {
        /** 不要求: nobody's; where one is given it must be a right one. */
        NONE,
        /** 个人: a person's. */
        PERSON,
        /** 企业: an enterprise's. */
        ENTERPRISE,
        /** 个人或企业: a person's or an enterprise's. */
        EITHER
    }

    /**
     * A kind of list (清单类型).
     *
     * @param code its code
     * @param name its name
     * @param nameZh its name in 中文
     * @param identity whose identity its details must have
     * @param isRepeating whether one account may stand on a list more than once
     * @param isByCard whether each detail repays what was bought by official card (公务卡) and says what that was
     * @param source where it comes from
     */
    record Kind(
            String code,
            String name,
            String nameZh,
            Identity identity,
            boolean isRepeating,
            boolean isByCard,
            Source source) {
        /** A kind of list that repays nothing that was bought by card. */
        Kind(String code, String name, String nameZh, Identity identity, boolean isRepeating, Source source) {
            this(code, name, nameZh, identity, isRepeating, false, source);
        }
    }

    /** The table of a list's life. */
    @Value.Default
    default Lifecycle<PayeeListState, PayeeListAction> lifecycle() {
        return PayeesLifecycle.NATIONAL;
    }

    /** The posts through which its review passes; nationally one of the agency. */
    @Value.Default
    default ReviewChains reviews() {
        return PayeesLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** The kinds of list, in order, each code once. */
    @Value.Default
    default ImmutableList<Kind> kinds() {
        Source detail = Source.uncertain("PAY_DETAIL 支付明细 for 批量支付; kinds and codes are the library's own");
        Source named = Source.uncertain(
                "惠企利民: PAY_DETAIL names beneficiaries by IDEN_NO or UNIFSOC_CRED_CODE; codes are ours");
        Source cards = Source.uncertain(
                "财库〔2007〕63号 中央预算单位公务卡管理: what officials bought by card is repaid to the card; codes are ours");
        return ImmutableList.of(
                new Kind("1", "wages", "工资", Identity.NONE, false, detail),
                new Kind("2", "subsidies to persons", "个人补贴", Identity.PERSON, false, named),
                new Kind("3", "subsidies to enterprises", "企业补贴", Identity.ENTERPRISE, false, named),
                new Kind("4", "official cards", "公务卡还款", Identity.NONE, true, true, cards),
                new Kind("9", "other", "其他", Identity.NONE, true, detail));
    }

    /** Within how many days after it what was bought by official card is repaid (报销期限), calendar days. */
    @Value.Default
    default int consumptionDays() {
        return CONSUMPTION_DAYS;
    }

    /** What lists and their payments are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return PayeesLimits.NATIONAL;
    }

    /** A code is one kind, and days are no fewer than none. */
    @Value.Check
    default void check() {
        if (consumptionDays() < 0) {
            throw new IllegalArgumentException("consumptionDays must not be negative: " + consumptionDays());
        }
        Set<String> codes = new HashSet<>();
        for (Kind kind : kinds()) {
            if (!codes.add(kind.code())) {
                throw new IllegalArgumentException("kind of payee list " + kind.code() + " stands twice");
            }
        }
    }

    /** The kind with this code, if there is one. */
    default Optional<Kind> kind(String code) {
        return kinds().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<PayeeListAction, PayeesCase> controls() {
        return PayeesControls.NATIONAL.withSeverities(severities());
    }
}
