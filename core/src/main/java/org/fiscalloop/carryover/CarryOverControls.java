package org.fiscalloop.carryover;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.Agency;

/** The controls of a carry-over, each a small pure function with its code, and the actions they guard. */
final class CarryOverControls {
    static final Control<CarryOverCase> AT_YEAR_END = Control.adjustable(
            new Reason(
                    "carry-over.outside-dates",
                    "The day is not at the turn of the year",
                    "日期不在年末结转期内",
                    "{on} is not from {first} to {last}",
                    "{on} 不在 {first} 至 {last} 之间",
                    Source.uncertain("《预算法实施条例》 (2020): the accounts of a year are tidied up by the end of January")),
            Severity.HARD,
            CarryOverControls::atYearEnd);

    static final Control<CarryOverCase> AGENCY_KNOWN = Control.statutory(
            new Reason(
                    "carry-over.agency-unknown",
                    "The agency is not registered",
                    "单位未登记",
                    "agency {agency} is not registered in division {division}",
                    "单位 {agency} 未在区划 {division} 登记",
                    Source.own("what nobody was allotted is not left of anybody's year")),
            CarryOverControls::agencyKnown);

    static final Control<CarryOverCase> NOTHING_IN_FLIGHT = Control.statutory(
            new Reason(
                    "carry-over.in-flight",
                    "Payments applied for are not paid yet, or something is set aside for transfers",
                    "存在在途支付申请或未下达的转移支付",
                    "{amount} of agency {agency} is applied for and not yet paid, or set aside for transfers and not issued:"
                            + " pay or issue it, or give it up",
                    "单位 {agency} 在途支付申请或待下达转移支付 {amount}: 请支付、下达或作废后再确认结转",
                    Source.uncertain("预算指标核算管理办法: 年终 the account of applications in progress is nothing")),
            CarryOverControls::nothingInFlight);

    static final Control<CarryOverCase> NOTHING_OVERSPENT = Control.statutory(
            new Reason(
                    "carry-over.overspent",
                    "More was spent from an allotment than it had",
                    "指标超支未调剂",
                    "{amount} more was spent from {allotment} than it had, out of what others of its level of control have left: "
                            + "move that much to it (调剂) before the year ends",
                    "指标 {allotment} 在控制层级内超支 {amount}: 请于年末前由同层级其他指标调剂",
                    Source.own("what is left is left of one allotment; none carries over less than nothing")),
            CarryOverControls::nothingOverspent);

    static final Control<CarryOverCase> ALL_OFFSET = Control.statutory(
            new Reason(
                    "carry-over.pre-issued",
                    "Something was issued before the budget and is not offset",
                    "存在未核销的预拨指标",
                    "{amount} issued to agency {agency} before the budget is not offset; what may be done about it: {allowed}",
                    "单位 {agency} 预拨待核销 {amount}; 可办理: {allowed}",
                    Source.own("what no budget stands behind yet goes into no other year")),
            CarryOverControls::allOffset);

    static final Control<CarryOverCase> NOTHING_RESERVED = Control.statutory(
            new Reason(
                    "carry-over.reserved",
                    "Contracts keep allotments of the year",
                    "合同占用指标尚未释放",
                    "contracts keep {amount} of allotments of agency {agency}: release it, and reserve next year's again",
                    "单位 {agency} 合同占用指标 {amount}: 请先释放, 下年重新占用",
                    Source.own("what is carried over leaves the year, and so does what was kept of it")),
            CarryOverControls::nothingReserved);

    static final Control<CarryOverCase> AS_CALCULATED = Control.statutory(
            new Reason(
                    "carry-over.changed-since",
                    "What is left has changed since it was calculated",
                    "测算后结转数据已变化",
                    "since it was calculated this has changed: {changed}; calculate it again",
                    "测算后发生变化: {changed}; 请重新测算",
                    Source.own("what is confirmed is what was shown")),
            CarryOverControls::asCalculated);

    static final ControlTable<CarryOverAction, CarryOverCase> NATIONAL = new ControlTable<>(ImmutableMap.of(
            CarryOverAction.CALCULATE,
            Controls.of(AT_YEAR_END, AGENCY_KNOWN, NOTHING_OVERSPENT),
            CarryOverAction.RECALCULATE,
            Controls.of(AT_YEAR_END, NOTHING_OVERSPENT),
            CarryOverAction.CONFIRM,
            Controls.of(
                    AT_YEAR_END, NOTHING_IN_FLIGHT, NOTHING_RESERVED, ALL_OFFSET, NOTHING_OVERSPENT, AS_CALCULATED)));

    private CarryOverControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> atYearEnd(CarryOverCase c) {
        LocalDate on = c.on();
        return on.isBefore(c.first()) || on.isAfter(c.last())
                ? violated(Facts.of("on", day(on)).and("first", day(c.first())).and("last", day(c.last())))
                : holds();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> agencyKnown(CarryOverCase c) {
        String division = c.terms().division();
        String agency = c.terms().agency();
        return c.reads().find(Agency.id(division, agency)).isPresent()
                ? holds()
                : violated(Facts.of("agency", text(agency)).and("division", text(division)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> nothingInFlight(CarryOverCase c) {
        return nothing(c, CarryOverMeasure.IN_FLIGHT);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> nothingReserved(CarryOverCase c) {
        return nothing(c, CarryOverMeasure.RESERVED);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> nothing(CarryOverCase c, CarryOverMeasure measure) {
        long fen = c.reads().balance(measure, c.year());
        return fen == 0
                ? holds()
                : violated(Facts.of("amount", amount(fen))
                        .and("agency", text(c.terms().agency())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> nothingOverspent(CarryOverCase c) {
        return c.left().overspent().stream()
                .map(overspent -> Facts.of(
                                "allotment", text(overspent.allotment().value()))
                        .and("amount", amount(overspent.fen()))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> allOffset(CarryOverCase c) {
        long preIssued = c.reads().balance(CarryOverMeasure.PRE_ISSUED, c.year());
        return preIssued == 0
                ? holds()
                : violated(Facts.of("amount", amount(preIssued))
                        .and("agency", text(c.terms().agency()))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of("OFFSET", "REDUCE"))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> asCalculated(CarryOverCase c) {
        ImmutableList<Line> before = c.terms().lines();
        Set<Line> was = ImmutableSet.copyOf(before);
        Set<Line> is = ImmutableSet.copyOf(c.left().lines());
        ImmutableList<String> changed = Stream.concat(
                        before.stream().filter(line -> !is.contains(line)).map(line -> "- " + described(line)),
                        c.left().lines().stream()
                                .filter(line -> !was.contains(line))
                                .map(line -> "+ " + described(line)))
                .collect(toImmutableList());
        return changed.isEmpty() ? holds() : violated(Facts.of("changed", texts(changed)));
    }

    private static String described(Line line) {
        Optional<? extends Id<?>> document = line.allotment();
        return document.<Id<?>>map(id -> id).orElse(line.line()) + " " + line.remainder() + " " + Fen.text(line.fen())
                + " " + line.treatment();
    }
}
