package org.fiscalloop.procurement;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.ContractTerms.Reservation;

/** The controls of contracts, each a small pure function with its code, and the actions they guard. */
final class ContractControls {
    private static final int PER_CENT = 100;

    private static final Source BY_PLAN = Source.certain("《政府采购法实施条例》 art. 29: procurement is carried out by its plan");
    private static final Source BY_AWARD = Source.certain(
            "《政府采购法》 art. 46: the contract is that of the award, signed within thirty days of its notice");
    private static final Source ACCEPTANCE = Source.certain("《政府采购法》 art. 41, 《政府采购法实施条例》 art. 45: 履约验收");
    private static final Source PUBLICATION =
            Source.certain("《政府采购法实施条例》 art. 50: a contract is published within two working days of its signing");
    private static final Source OWN = Source.own("what is put down has happened, and is of this contract");

    static final Control<ContractCase> NO_PLAN = Control.statutory(
            new Reason(
                    "procurement.no-plan",
                    "There is no contract without a plan of its owner",
                    "采购合同未对应本单位采购计划",
                    "{element} of the contract is {given}, that of plan {plan} is {allowed}",
                    "采购合同的 {element} 为 {given}, 采购计划 {plan} 为 {allowed}",
                    BY_PLAN),
            ContractCase::ofItsPlan);

    static final Control<ContractCase> NO_AWARD = Control.statutory(
            new Reason(
                    "procurement.no-award",
                    "There is no such award, or another contract stands on it",
                    "无可签约的中标结果",
                    "a contract is signed on award {given}; plan {plan} has awards without a contract: {allowed}",
                    "采购合同依据中标通知书 {given}; 采购计划 {plan} 可签约的中标通知书: {allowed}",
                    BY_AWARD),
            ContractCase::onItsAward);

    static final Control<ContractCase> AWARD_CHANGED = Control.statutory(
            new Reason(
                    "procurement.award-changed",
                    "A contract stays on its plan and award",
                    "采购合同不得变更采购计划和中标结果",
                    "the contract was put down on {allowed}, not on {given}: void it and put down another one",
                    "采购合同登记于 {allowed}, 现为 {given}: 请作废后另行登记",
                    OWN),
            ContractCase::sameAward);

    static final Control<ContractCase> SUPPLIER_DIFFERS = Control.adjustable(
            new Reason(
                    "procurement.supplier-differs",
                    "The supplier is not the one that was awarded",
                    "供应商与中标结果不一致",
                    "the contract is with {given}, award {award} is to {allowed}",
                    "采购合同供应商 {given}, 中标通知书 {award} 供应商 {allowed}",
                    BY_AWARD),
            Severity.HARD,
            c -> differs(
                    c,
                    c.terms().supplier().name(),
                    c.award().map(award -> award.supplier().name())));

    static final Control<ContractCase> OVER_AWARD = Control.adjustable(
            new Reason(
                    "procurement.over-award",
                    "The contract comes to more than was awarded",
                    "合同金额超过中标金额",
                    "the contract comes to {asked}, award {award} to {available}",
                    "合同金额 {asked}, 中标通知书 {award} 金额 {available}",
                    BY_AWARD),
            Severity.HARD,
            c -> c.award()
                    .filter(award -> c.fen() > award.fen())
                    .map(award -> violated(Facts.of("asked", amount(c.fen()))
                            .and("award", text(award.number()))
                            .and("available", amount(award.fen()))))
                    .orElse(holds()));

    static final Control<ContractCase> SIGNED_OUT_OF_ORDER = Control.statutory(
            new Reason(
                    "procurement.signed-out-of-order",
                    "The day of signing is before the award or to come",
                    "签订日期早于中标日期或晚于登记日期",
                    "{on} is not from {first} to {last}",
                    "签订日期 {on} 不在 {first} 至 {last} 之间",
                    OWN),
            c -> within(
                    c.terms().signedOn(),
                    c.award().map(PlanTerms.Award::awardedOn).orElse(c.terms().signedOn()),
                    c.on()));

    static final Control<ContractCase> SIGNED_LATE = Control.adjustable(
            new Reason(
                    "procurement.signed-late",
                    "The contract was signed late",
                    "合同签订超过法定期限",
                    "signed {days} days after award {award}, at most {allowed}",
                    "中标通知书 {award} 发出后 {days} 日签订, 期限 {allowed} 日",
                    BY_AWARD),
            Severity.WARN,
            c -> c.award()
                    .filter(award -> days(c, award) > c.rules().signingDays())
                    .map(award -> violated(Facts.of("days", count(days(c, award)))
                            .and("award", text(award.number()))
                            .and(Refusal.ALLOWED, count(c.rules().signingDays()))))
                    .orElse(holds()));

    /** Holidays are data that a place may not have: so it warns. */
    static final Control<ContractCase> FILED_LATE = Control.adjustable(
            new Reason(
                    "procurement.filed-late",
                    "The contract is handed in late",
                    "合同备案超过法定期限",
                    "handed in {days} working days after it was signed, at most {allowed}",
                    "签订后 {days} 个工作日送审备案, 期限 {allowed} 个工作日",
                    Source.certain("《政府采购法》 art. 47: a copy is filed within seven working days")),
            Severity.WARN,
            c -> {
                long days = c.rules().workingDays(c.terms().signedOn(), c.on());
                return days <= c.rules().filingDays()
                        ? holds()
                        : violated(Facts.of("days", count(days))
                                .and(Refusal.ALLOWED, count(c.rules().filingDays())));
            });

    static final Control<ContractCase> PUBLISHED_TWICE = Control.statutory(
            new Reason(
                    "procurement.published-twice",
                    "The contract was published already",
                    "合同已公告",
                    "the contract was published on {on} by {medium} already, and is published once",
                    "合同已于 {on} 在 {medium} 公告, 不再登记",
                    OWN),
            c -> c.before()
                    .publication()
                    .map(known ->
                            violated(Facts.of("on", day(known.publishedOn())).and("medium", text(known.medium()))))
                    .orElse(holds()));

    static final Control<ContractCase> PUBLISHED_OUT_OF_ORDER = Control.statutory(
            new Reason(
                    "procurement.published-out-of-order",
                    "The day of publication is before the contract was signed or to come",
                    "公告日期早于合同签订日期或晚于登记日期",
                    "{on} is not from {first} to {last}",
                    "公告日期 {on} 不在 {first} 至 {last} 之间",
                    PUBLICATION),
            c -> c.terms()
                    .publication()
                    .map(told -> within(told.publishedOn(), c.terms().signedOn(), c.on()))
                    .orElse(holds()));

    static final Control<ContractCase> PUBLISHED_LATE = Control.adjustable(
            new Reason(
                    "procurement.published-late",
                    "The contract was published late",
                    "合同公告超过法定期限",
                    "published {days} working days after it was signed, at most {allowed}",
                    "签订后 {days} 个工作日公告, 期限 {allowed} 个工作日",
                    PUBLICATION),
            Severity.WARN,
            c -> c.terms()
                    .publication()
                    .map(told -> c.rules().workingDays(c.terms().signedOn(), told.publishedOn()))
                    .filter(days -> days > c.rules().publishingDays())
                    .map(days -> violated(Facts.of("days", count(days))
                            .and(Refusal.ALLOWED, count(c.rules().publishingDays()))))
                    .orElse(holds()));

    static final Control<ContractCase> BOND_OVER = Control.statutory(
            new Reason(
                    "procurement.bond-over",
                    "The performance bond is too high",
                    "履约保证金超过法定比例",
                    "the performance bond is {asked}, at most {percent} per cent of {amount}",
                    "履约保证金 {asked}, 不得超过合同金额 {amount} 的 {percent}%",
                    Source.certain("《政府采购法实施条例》 art. 48: at most ten per cent of the contract")),
            c -> isOver(Fen.of(c.terms().performanceBond()), c.rules().bondPercent(), c.fen())
                    ? violated(Facts.of("asked", amount(Fen.of(c.terms().performanceBond())))
                            .and("percent", count(c.rules().bondPercent()))
                            .and("amount", amount(c.fen())))
                    : holds());

    static final Control<ContractCase> ALL_BEFORE_ACCEPTANCE = Control.statutory(
            new Reason(
                    "procurement.all-before-acceptance",
                    "Nothing would be left to pay after acceptance",
                    "验收前可支付金额须小于合同金额",
                    "{asked} may be paid before the last acceptance; that must be less than {amount}",
                    "最终验收前可支付 {asked}, 须小于合同金额 {amount}",
                    ACCEPTANCE),
            c -> c.terms().payableFen() < Fen.of(c.terms().total())
                    ? holds()
                    : violated(Facts.of("asked", amount(c.terms().payableFen()))
                            .and("amount", amount(Fen.of(c.terms().total())))));

    static final Control<ContractCase> TERMS_TOO_LONG = Control.adjustable(
            new Reason(
                    "procurement.terms-too-long",
                    "A small or medium enterprise is to be paid too late",
                    "对中小企业约定的付款期限过长",
                    "the contract agrees {days} days from delivery, at most {allowed} by the rule of {from}",
                    "合同约定交付后 {days} 日付款, 自 {from} 起最长 {allowed} 日",
                    Source.certain("《保障中小企业款项支付条例》: thirty days from delivery, at most sixty by contract")),
            Severity.WARN,
            ContractControls::paidInTime);

    static final Control<ContractCase> NOT_RESERVABLE = Control.statutory(
            new Reason(
                    "procurement.not-reservable",
                    "The allotment cannot be reserved for this contract",
                    "指标不可用于该合同",
                    "{element} of allotment {allotment} is {given}; the contract needs {allowed}",
                    "指标 {allotment} 的 {element} 为 {given}; 合同须为 {allowed}",
                    Source.own("a contract is paid from executable allotments of its own agency and project")),
            ContractCase::reservable);

    static final Control<ContractCase> RESERVED_OVER_SUPPLEMENT = Control.statutory(
            new Reason(
                    "procurement.reserved-over-supplement",
                    "More is reserved than is added",
                    "占用指标超过补充合同金额",
                    "{asked} is reserved for a supplement of {available}",
                    "补充合同金额 {available}, 占用指标 {asked}",
                    OWN),
            c -> Reservation.sum(c.reservations()) > Fen.of(c.supplement().amount())
                    ? violated(Facts.of("asked", amount(Reservation.sum(c.reservations())))
                            .and("available", amount(Fen.of(c.supplement().amount()))))
                    : holds());

    static final Control<ContractCase> OVER_TENTH = Control.statutory(
            new Reason(
                    "procurement.over-tenth",
                    "Supplements come to too much",
                    "补充合同超过原合同法定比例",
                    "supplements come to {asked}, at most {percent} per cent of {amount}",
                    "补充合同累计 {asked}, 不得超过原合同金额 {amount} 的 {percent}%",
                    Source.certain("《政府采购法》 art. 49: at most ten per cent of the original contract")),
            c -> isOver(c.terms().supplementedFen(), c.rules().supplementPercent(), c.fen())
                    ? violated(Facts.of("asked", amount(c.terms().supplementedFen()))
                            .and("percent", count(c.rules().supplementPercent()))
                            .and("amount", amount(c.fen())))
                    : holds());

    static final Control<ContractCase> NUMBER_TAKEN = Control.statutory(
            new Reason(
                    "procurement.number-taken",
                    "The number stands on the contract already",
                    "编号已登记",
                    "{number} stands on the contract already",
                    "{number} 已登记",
                    OWN),
            ContractCase::numbersDiffer);

    static final Control<ContractCase> ADDED_OUT_OF_ORDER = Control.statutory(
            new Reason(
                    "procurement.added-out-of-order",
                    "The day is before the contract was signed or to come",
                    "日期早于合同签订日期或晚于登记日期",
                    "{on} is not from {first} to {last}",
                    "日期 {on} 不在 {first} 至 {last} 之间",
                    OWN),
            c -> within(c.supplement().signedOn(), c.terms().signedOn(), c.on()));

    static final Control<ContractCase> DELIVERED_OUT_OF_ORDER = Control.statutory(
            new Reason(
                    "procurement.delivered-out-of-order",
                    "The day of delivery is before the contract was signed or to come",
                    "交付日期早于合同签订日期或晚于验收日期",
                    "{on} is not from {first} to {last}",
                    "交付日期 {on} 不在 {first} 至 {last} 之间",
                    ACCEPTANCE),
            c -> within(c.acceptance().deliveredOn(), c.terms().signedOn(), c.on()));

    static final Control<ContractCase> PAYMENTS_IN_FLIGHT = Control.statutory(
            new Reason(
                    "procurement.payments-in-flight",
                    "Payments of the contract are in flight",
                    "合同尚有在途支付申请",
                    "{amount} of contract {contract} is applied for and neither paid nor given up",
                    "合同 {contract} 在途支付申请 {amount}: 请支付或作废后再办理",
                    Source.own("nothing is paid of a contract that has ended")),
            c -> {
                long applied =
                        c.facts().balance(ProcurementMeasure.APPLIED, Contract.segments(c.contract(), c.terms()));
                return applied == 0
                        ? holds()
                        : violated(Facts.of("amount", amount(applied))
                                .and("contract", text(c.contract().value())));
            });

    private static final ImmutableList<Control<ContractCase>> AS_SIGNED = ImmutableList.of(
            NO_PLAN,
            NO_AWARD,
            SUPPLIER_DIFFERS,
            OVER_AWARD,
            SIGNED_OUT_OF_ORDER,
            SIGNED_LATE,
            BOND_OVER,
            ALL_BEFORE_ACCEPTANCE,
            TERMS_TOO_LONG,
            NOT_RESERVABLE);

    static final ControlTable<ContractAction, ContractCase> NATIONAL =
            new ControlTable<>(ImmutableMap.<ContractAction, Controls<ContractCase>>builder()
                    .put(ContractAction.CONCLUDE, new Controls<>(AS_SIGNED))
                    .put(
                            ContractAction.REVISE,
                            Controls.of(AWARD_CHANGED)
                                    .and(new Controls<>(AS_SIGNED))
                                    .and(Controls.of(PUBLISHED_OUT_OF_ORDER, PUBLISHED_LATE)))
                    .put(ContractAction.SUBMIT, new Controls<>(AS_SIGNED).and(Controls.of(FILED_LATE)))
                    .put(ContractAction.PUBLISH, Controls.of(PUBLISHED_TWICE, PUBLISHED_OUT_OF_ORDER, PUBLISHED_LATE))
                    .put(ContractAction.APPROVE, Controls.of(NOT_RESERVABLE))
                    .put(
                            ContractAction.ADD_SUPPLEMENT,
                            Controls.of(
                                    NUMBER_TAKEN,
                                    ADDED_OUT_OF_ORDER,
                                    OVER_TENTH,
                                    NOT_RESERVABLE,
                                    RESERVED_OVER_SUPPLEMENT))
                    .put(ContractAction.RESERVE, Controls.of(NOT_RESERVABLE))
                    .put(
                            ContractAction.ACCEPT_PART,
                            Controls.of(NUMBER_TAKEN, DELIVERED_OUT_OF_ORDER, ALL_BEFORE_ACCEPTANCE))
                    .put(ContractAction.ACCEPT_WHOLE, Controls.of(NUMBER_TAKEN, DELIVERED_OUT_OF_ORDER))
                    .put(ContractAction.SETTLE, Controls.of(PAYMENTS_IN_FLIGHT))
                    .put(ContractAction.TERMINATE, Controls.of(PAYMENTS_IN_FLIGHT))
                    .buildOrThrow());

    private ContractControls() {}

    private static long days(ContractCase c, PlanTerms.Award award) {
        return ChronoUnit.DAYS.between(award.awardedOn(), c.terms().signedOn());
    }

    /** Whether a part is more than so many per cent of the whole, exactly. */
    private static boolean isOver(long part, int percent, long whole) {
        return Math.multiplyExact(part, (long) PER_CENT) > Math.multiplyExact(whole, (long) percent);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> within(LocalDate on, LocalDate first, LocalDate last) {
        return on.isBefore(first) || on.isAfter(last)
                ? violated(Facts.of("on", day(on)).and("first", day(first)).and("last", day(last)))
                : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> differs(
            ContractCase c, String given, Optional<String> allowed) {
        return allowed.filter(name -> !name.equals(given))
                .map(name -> violated(Facts.of("given", text(given))
                        .and("award", text(c.terms().award().orElse("")))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(name)))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> paidInTime(ContractCase c) {
        Optional<ProcurementRules.DueTerm> term = c.rules().dueTerm(c.terms().signedOn());
        Optional<Integer> agreed = c.terms().dueDays();
        boolean isTooLong = c.terms().supplier().size().isSmallOrMedium()
                && term.isPresent()
                && agreed.filter(days -> days > term.orElseThrow().mostDays()).isPresent();
        return isTooLong
                ? violated(Facts.of("days", count(agreed.orElseThrow()))
                        .and("from", day(term.orElseThrow().from()))
                        .and(Refusal.ALLOWED, count(term.orElseThrow().mostDays())))
                : holds();
    }
}
