package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.procurement.ProcurementPlan.Action;
import org.fiscalloop.procurement.ProcurementPlan.State;
import org.immutables.value.Value;

/**
 * The rules of procurement in force: the tables of the lives of plan and contract, who reviews, how severe each control is, the
 * methods, what the law says in days and per cent, and limits.
 */
@Value.Immutable
public interface ProcurementRules {
    /** The working days that the law gives a contract to be published. */
    int PUBLISHING_DAYS = 2;

    /** The table of a plan's life. */
    @Value.Default
    default Lifecycle<State, Action> planLifecycle() {
        return ProcurementLifecycle.PLAN;
    }

    /** The table of a contract's life. */
    @Value.Default
    default Lifecycle<ContractState, ContractAction> contractLifecycle() {
        return ProcurementLifecycle.CONTRACT;
    }

    /** The posts through which each review phase passes; nationally one of finance for each. */
    @Value.Default
    default ReviewChains reviews() {
        return ProcurementLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** The methods of procurement (采购方式), in order. */
    @Value.Default
    default ImmutableList<Method> methods() {
        Source named = Source.uncertain("《政府采购法》 art. 26; 财政部令第74号, 第110号; the codes are the library's own");
        return ImmutableList.of(
                new Method("1", "open tendering", "公开招标", named),
                new Method("2", "invited tendering", "邀请招标", named),
                new Method("3", "competitive negotiation", "竞争性谈判", named),
                new Method("4", "single source", "单一来源", named),
                new Method("5", "request for quotations", "询价", named),
                new Method("6", "competitive consultation", "竞争性磋商", named),
                new Method("7", "framework agreement", "框架协议", named),
                new Method("9", "other", "其他", named));
    }

    /** How much supplements may add to a contract, per cent of what was signed. Source: 《政府采购法》 art. 49. */
    @Value.Default
    default int supplementPercent() {
        return 10;
    }

    /** How much a performance bond may be, per cent of the contract. Source: 《政府采购法实施条例》 art. 48. */
    @Value.Default
    default int bondPercent() {
        return 10;
    }

    /** Within how many days of its award a contract is signed. Source: 《政府采购法》 art. 46. */
    @Value.Default
    default int signingDays() {
        return 30;
    }

    /** Within how many working days of its signing a contract is filed. Source: 《政府采购法》 art. 47. */
    @Value.Default
    default int filingDays() {
        return 7;
    }

    /** Within how many working days of its signing a contract is published. Source: 《政府采购法实施条例》 art. 50. */
    @Value.Default
    default int publishingDays() {
        return PUBLISHING_DAYS;
    }

    /** Days from Monday to Friday on which nobody works (法定节假日), as the State Council announces them year by year; none here. */
    ImmutableSet<LocalDate> holidays();

    /** Saturdays and Sundays on which people work instead (调休上班); none here. */
    ImmutableSet<LocalDate> workingWeekends();

    /** Within how many days small and medium enterprises are paid, by the day from which each holds; in order of these days. */
    @Value.Default
    default ImmutableList<DueTerm> dueTerms() {
        return ImmutableList.of(
                new DueTerm(
                        LocalDate.of(2020, 9, 1),
                        30,
                        60,
                        Source.certain("《保障中小企业款项支付条例》 国务院令第728号 art. 8, in force from 2020-09-01")),
                new DueTerm(
                        LocalDate.of(2025, 6, 1),
                        30,
                        60,
                        Source.certain("《保障中小企业款项支付条例》 as revised, in force from 2025-06-01")));
    }

    /** What plans, contracts and their payments are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return ProcurementReasons.LIMITS;
    }

    /** The controls of plans with the severities in force. */
    @Value.Derived
    default ControlTable<Action, PlanControls.Planning> planControls() {
        return PlanControls.NATIONAL.withSeverities(of(PlanControls.NATIONAL.reasons()));
    }

    /** The controls of contracts with the severities in force. */
    @Value.Derived
    default ControlTable<ContractAction, ContractCase> contractControls() {
        return ContractControls.NATIONAL.withSeverities(of(ContractControls.NATIONAL.reasons()));
    }

    /** A severity must be that of a control; shares are per cent, days are counted, and terms are in the order of their days. */
    @Value.Check
    default void check() {
        ImmutableSet<String> codes = Reasons.merge(
                        ImmutableList.of(PlanControls.NATIONAL.reasons(), ContractControls.NATIONAL.reasons()))
                .byCode()
                .keySet();
        if (!codes.containsAll(severities().keySet())) {
            throw new IllegalArgumentException(
                    "no control has the code " + Sets.difference(severities().keySet(), codes));
        }
        ImmutableList<Integer> numbers =
                ImmutableList.of(supplementPercent(), bondPercent(), signingDays(), filingDays(), publishingDays());
        if (numbers.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("per cent and days must not be negative: " + numbers);
        }
        Comparator<DueTerm> byDay = Comparator.comparing(DueTerm::from);
        for (int i = 1; i < dueTerms().size(); i++) {
            if (byDay.compare(dueTerms().get(i - 1), dueTerms().get(i)) >= 0) {
                throw new IllegalArgumentException("due terms must be in the order of their days: " + dueTerms());
            }
        }
    }

    /** The method with this code. */
    default Optional<Method> method(String code) {
        return methods().stream().filter(method -> method.code().equals(code)).findFirst();
    }

    /** Within how many days a small or medium enterprise is paid by a contract signed on this day; none before the first rule. */
    default Optional<DueTerm> dueTerm(LocalDate signedOn) {
        return dueTerms().stream()
                .filter(term -> !term.from().isAfter(signedOn))
                .reduce((earlier, later) -> later);
    }

    /** How many working days come after a day, up to another: Monday to Friday but for {@link #holidays}, and {@link #workingWeekends}. */
    default long workingDays(LocalDate after, LocalDate to) {
        return after.isBefore(to)
                ? after.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    private boolean isWorkingDay(LocalDate day) {
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return isWeekend ? workingWeekends().contains(day) : !holidays().contains(day);
    }

    private ImmutableMap<String, Severity> of(Reasons reasons) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(severities(), code -> reasons.find(code).isPresent()));
    }

    /**
     * A method of procurement (采购方式).
     *
     * @param code its code
     * @param name its name in English
     * @param nameZh its name in 中文
     * @param source where it comes from
     */
    record Method(String code, String name, String nameZh, Source source) {
        /** It has a code and names. */
        public Method {
            if (code.isBlank() || name.isBlank() || nameZh.isBlank()) {
                throw new IllegalArgumentException("code and names of a method must not be blank: " + code);
            }
        }
    }

    /**
     * Within how many days small and medium enterprises are paid (中小企业款项支付期限).
     *
     * @param from the first day on which contracts are signed under it
     * @param days days from delivery where a contract agrees nothing
     * @param mostDays days from delivery that a contract may agree at most
     * @param source regulation and clause
     */
    record DueTerm(LocalDate from, int days, int mostDays, Source source) {
        /** What may be agreed is no less than what holds without agreement. */
        public DueTerm {
            if (days < 0 || mostDays < days) {
                throw new IllegalArgumentException(
                        "days must not be negative, nor more than at most: " + days + ", " + mostDays);
            }
        }
    }
}
