package org.fiscalloop.collection;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.Optional;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.YearControl;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueCheck;
import org.fiscalloop.revenue.RevenueKind;

/** The controls of bills, each a small pure function with its code. */
final class BillControls {
    private static final Source BILLS = Source.certain("《政府非税收入管理办法》 (财税〔2016〕33号): 执收单位按规定开具缴款书");

    /**
     * What the controls look at.
     *
     * @param terms what stands on the bill
     * @param facts the input and what may be read
     */
    record Billing(BillTerms terms, Case facts) {}

    static final Control<Billing> OUTSIDE_YEAR =
            YearControl.within("collection", b -> b.facts().on(), b -> b.terms().fiscalYear());

    static final Control<Billing> UNKNOWN_AGENCY = Control.statutory(
            new Reason(
                    "collection.agency-not-enabled",
                    "The agency may not make bills",
                    "执收单位未启用",
                    "agency {agency} is not registered and enabled in division {division}",
                    "单位 {agency} 未在区划 {division} 登记启用",
                    BILLS),
            b -> b.facts()
                            .find(Agency.id(b.terms().division(), b.terms().agency()))
                            .filter(Agency::isEnabled)
                            .isPresent()
                    ? holds()
                    : violated(Facts.of("agency", text(b.terms().agency()))
                            .and("division", text(b.terms().division()))));

    static final Control<Billing> NO_PAYER = Control.statutory(
            new Reason(
                    "collection.no-payer",
                    "The bill names nobody who owes it",
                    "缴款书未填缴款人",
                    "a bill of {asked} must say who owes it",
                    "金额 {asked} 的缴款书须填缴款人",
                    BILLS),
            b -> b.terms().payer().isBlank()
                    ? violated(Facts.of("asked", amount(b.terms().fen())))
                    : holds());

    static final Control<Billing> DUE_BEFORE = Control.statutory(
            new Reason(
                    "collection.due-before-bill",
                    "The bill would be late before it is made",
                    "缴款期限早于开票日期",
                    "the bill is due on {given}, it is made on {allowed}",
                    "缴款期限 {given}, 开票日期 {allowed}",
                    BILLS),
            b -> b.terms().dueOn().isBefore(b.facts().on())
                    ? violated(Facts.of("given", day(b.terms().dueOn()))
                            .and(Refusal.ALLOWED, day(b.facts().on())))
                    : holds());

    static final Control<Billing> NOT_NON_TAX = Control.statutory(
            new Reason(
                    "collection.not-non-tax",
                    "What is owed is no non-tax revenue",
                    "明细不属非税收入",
                    "{item}: {problem}",
                    "执收项目 {item}: {problem}",
                    BILLS),
            BillControls::nonTax);

    static final Control<Billing> CHARGE_DIFFERS = Control.statutory(
            new Reason(
                    "collection.charge-differs",
                    "The amount is not what the standard gives",
                    "金额与收费标准不符",
                    "{item} is {given}, by its standard it is {allowed}",
                    "执收项目 {item} 金额 {given}, 按标准应为 {allowed}",
                    BILLS),
            BillControls::charged);

    static final ControlTable<BillAction, Billing> NATIONAL = new ControlTable<>(ImmutableMap.of(
            BillAction.BILL,
            Controls.of(OUTSIDE_YEAR, UNKNOWN_AGENCY, NO_PAYER, DUE_BEFORE, NOT_NON_TAX, CHARGE_DIFFERS)));

    private BillControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> nonTax(Billing b) {
        return b.terms().details().stream()
                .flatMap(detail -> problem(detail, b.facts()).stream()
                        .map(problem -> Facts.of("item", text(detail.item()))
                                .and("problem", problem)
                                .map()))
                .collect(toImmutableList());
    }

    private static Optional<Fact> problem(BillTerms.Detail detail, Case c) {
        IncomeTerms.Line line = new IncomeTerms.Line(detail.income(), detail.fund(), "", detail.amount());
        Optional<Fact> problem = RevenueCheck.problem(line, c).map(refusal -> text(refusal.text(), refusal.textZh()));
        if (problem.isPresent()) {
            return problem;
        }
        return RevenueCheck.booked(line, c).booking().orElseThrow().kind() == RevenueKind.NON_TAX
                ? Optional.empty()
                : Optional.of(text(detail.income() + " is a tax", detail.income() + " 为税收"));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> charged(Billing b) {
        return b.terms().details().stream()
                .flatMap(detail -> detail
                        .charge()
                        .filter(charge -> !product(charge).equals(BigInteger.valueOf(Fen.of(detail.amount()))))
                        .map(charge -> Facts.of("item", text(detail.item()))
                                .and("given", amount(Fen.of(detail.amount())))
                                .and(
                                        Refusal.ALLOWED,
                                        text(Fen.text(Fen.of(charge.standard())) + " × " + charge.quantity()))
                                .map())
                        .stream())
                .collect(toImmutableList());
    }

    private static BigInteger product(BillTerms.Charge charge) {
        return BigInteger.valueOf(Fen.of(charge.standard())).multiply(BigInteger.valueOf(charge.quantity()));
    }
}
