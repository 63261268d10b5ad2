package org.fiscalloop.revenue;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.register.YearControl;

/** The controls of wages that are recorded, each a small pure function with its code. */
final class RevenueControls {
    private static final Source ACCOUNTING = Source.certain("《政府会计制度》财会〔2017〕25号: 2201 应付职工薪酬");

    /**
     * What the controls look at.
     *
     * @param terms what stands on the accrual
     * @param facts the input and what may be read
     */
    record Accruing(AccrualTerms terms, Case facts) {}

    static final Control<Accruing> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "revenue.amount-not-positive",
                    "The amount is not above zero",
                    "金额须大于零",
                    "amount {asked} is not above zero",
                    "金额 {asked} 须大于零",
                    ACCOUNTING),
            a -> a.terms().amount().isPositive()
                    ? holds()
                    : violated(Facts.of("asked", amount(Fen.of(a.terms().amount())))));

    static final Control<Accruing> OUTSIDE_YEAR =
            YearControl.within("revenue", a -> a.facts().on(), a -> a.terms().fiscalYear());

    static final Control<Accruing> NOT_WAGES = Control.statutory(
            new Reason(
                    "revenue.not-wages",
                    "The economic code is not one of wages",
                    "部门支出经济分类不属工资福利",
                    "{code} is not a department economic code of wages",
                    "部门支出经济分类 {code} 不属工资福利支出",
                    ACCOUNTING),
            RevenueControls::isWages);

    static final ControlTable<RevenueAction, Accruing> NATIONAL = new ControlTable<>(
            ImmutableMap.of(RevenueAction.RECORD, Controls.of(AMOUNT_NOT_POSITIVE, OUTSIDE_YEAR, NOT_WAGES)));

    private RevenueControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> isWages(Accruing a) {
        String code = a.terms().elements().departmentEconomic();
        return a.facts()
                        .rules(PaymentFlow.RULES)
                        .natures()
                        .find(code)
                        .filter(nature -> nature == PaymentNature.WAGES)
                        .isPresent()
                ? holds()
                : violated(Facts.of("code", text(code)));
    }
}
