package org.fiscalloop.bankcollection;

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

/** The rules of bank collections in force: the tables of their lives, who reviews, kinds, codes, days, controls and limits. */
@Value.Immutable
public interface BankCollectionRules {
    /** Within how many days after it was raised a demand is paid or refused, where nobody says otherwise. */
    int ANSWER_DAYS = 3;

    /**
     * What is collected (收费种类).
     *
     * @param code its code
     * @param name its name
     * @param nameZh its name in 中文
     * @param source where it comes from
     */
    record Kind(String code, String name, String nameZh, Source source) {}

    /** The table of an agreement's life. */
    @Value.Default
    default Lifecycle<AgreementState, AgreementAction> agreementLifecycle() {
        return BankCollectionLifecycle.AGREEMENT;
    }

    /** The table of a demand's life. */
    @Value.Default
    default Lifecycle<DemandState, DemandAction> demandLifecycle() {
        return BankCollectionLifecycle.DEMAND;
    }

    /** The posts through which the review of an agreement passes; nationally one of the agency. */
    @Value.Default
    default ReviewChains reviews() {
        return BankCollectionLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What may be collected, in order, each code once. */
    @Value.Default
    default ImmutableList<Kind> kinds() {
        Source source = Source.uncertain("委托收款 of 水电气暖通信费; the codes are the library's own");
        return ImmutableList.of(
                new Kind("1", "water", "水费", source),
                new Kind("2", "power", "电费", source),
                new Kind("3", "gas", "燃气费", source),
                new Kind("4", "heating", "取暖费", source),
                new Kind("5", "telephone and network", "通信费", source),
                new Kind("9", "other", "其他", source));
    }

    /**
     * Which kinds of business (PAY_BUS_TYPE_CODE 支付业务类型) of a payment request are bank collections (委托收款): such a request
     * names a demand, and no other does. None where a place does not tell them by code; the nation's code is not known.
     */
    ImmutableList<String> businessTypes();

    /** Within how many days after it was raised a demand is paid or refused (承付期), calendar days, where the bank says no day. */
    @Value.Default
    default int answerDays() {
        return ANSWER_DAYS;
    }

    /** What demands and their payments are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return BankCollectionReasons.LIMITS;
    }

    /** A code is one kind, and days are no fewer than none. */
    @Value.Check
    default void check() {
        Set<String> codes = new HashSet<>();
        for (Kind kind : kinds()) {
            if (!codes.add(kind.code())) {
                throw new IllegalArgumentException("kind of bank collection " + kind.code() + " stands twice");
            }
        }
        if (answerDays() < 0) {
            throw new IllegalArgumentException("answerDays must not be negative: " + answerDays());
        }
    }

    /** The kind with this code, if there is one. */
    default Optional<Kind> kind(String code) {
        return kinds().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The controls of agreements with the severities in force. */
    @Value.Derived
    default ControlTable<AgreementAction, AgreementControls.Agreeing> agreementControls() {
        return AgreementControls.NATIONAL.withSeverities(severities());
    }

    /** The controls of demands with the severities in force. */
    @Value.Derived
    default ControlTable<DemandAction, String> demandControls() {
        return AgreementControls.DEMANDS.withSeverities(severities());
    }
}
