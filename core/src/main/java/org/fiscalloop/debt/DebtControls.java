package org.fiscalloop.debt;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.Division;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.YearControl;
import org.joda.money.Money;

/** The controls of bonds and limits, each a small pure function with its code. */
final class DebtControls {
    private static final Source BUDGET_LAW =
            Source.certain("《预算法》 art. 35: 地方政府举债 by bonds of the province, approved by its congress");
    private static final Source REFINANCING =
            Source.uncertain("财政部 rules on 再融资债券: only to repay the principal of bonds that fall due");
    private static final Source ACCRUAL = Source.certain("财库〔2022〕41号 《财政总会计制度》: 应付利息 is accrued on schedule");
    /**
     * What the controls of a bond look at.
     *
     * @param terms what stands on it
     * @param until the day up to which interest is to be accrued; where none is, that of the command
     * @param facts the input and what may be read
     */
    record OfBond(DebtTerms terms, LocalDate until, Case facts) {
        OfBond(DebtTerms terms, Case facts) {
            this(terms, facts.on(), facts);
        }
    }

    /** What the controls of a limit look at. */
    record OfLimit(DebtLimitTerms terms, Case facts) {}

    static final Control<OfBond> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "debt.amount-not-positive",
                    "The bond has no amount",
                    "发行额须大于零",
                    "bond {name} needs an amount above zero, it has {asked}",
                    "债券 {name} 发行额 {asked} 须大于零",
                    Source.own("a bond of nothing takes room of no limit")),
            b -> b.terms().principal().isPositive()
                    ? holds()
                    : violated(Facts.of("name", text(b.terms().name()))
                            .and("asked", amount(Fen.of(b.terms().principal())))));

    static final Control<OfBond> TOLD_BY_HAND = Control.statutory(
            new Reason(
                    "debt.told-by-hand",
                    "What is told of a bond is not filled in",
                    "到账还本付息信息不得录入",
                    "bond {name} is filled in with {given}, which comes by notice",
                    "债券 {name} 录入了 {given}; 该信息由通知生成",
                    Source.own("what has happened elsewhere comes by notice")),
            DebtControls::toldByHand);

    static final Control<OfBond> MAY_NOT_ISSUE = Control.statutory(
            new Reason(
                    "debt.may-not-issue",
                    "The division does not issue bonds itself",
                    "本区划不得自行发行债券",
                    "division {division} does not issue bonds: provinces do, and cities under separate plan; it is lent on by {allowed}",
                    "区划 {division} 不得发行债券: 由省级和计划单列市发行; 由 {allowed} 转贷",
                    BUDGET_LAW),
            DebtControls::mayIssue);

    static final Control<OfBond> FUND_NOT_OF_KIND = Control.statutory(
            new Reason(
                    "debt.fund-not-of-kind",
                    "The fund is not of the kind of debt",
                    "资金性质与债务类型不符",
                    "{kind} debt is of the funds {allowed}, not of {fund}",
                    "{kind} 债务的资金性质为 {allowed}, 不得为 {fund}",
                    Source.certain("《预算法实施条例》 (2020) art. 44: 一般债务 general public budget, 专项债务 government funds")),
            b -> fundOfKind(b.terms().fund(), b.terms().kind(), b.facts()));

    static final Control<OfBond> APPROVAL_MISSING = Control.statutory(
            new Reason(
                    "debt.approval-missing",
                    "The bond names no approval",
                    "发行缺少批准文号",
                    "bond {name} needs the number of the document that approved it",
                    "债券 {name} 须注明批准文号",
                    BUDGET_LAW),
            b -> b.terms().documentNo().isBlank()
                    ? violated(Facts.of("name", text(b.terms().name())))
                    : holds());

    static final Reason OTHERWISE = new Reason(
            "debt.refinances-otherwise",
            "What refinances repays exactly what it names",
            "再融资金额与原债务本金不符",
            "{asked} of bond {name} for {use} names principal of {given} to be repaid, each debt once",
            "债券 {name} 用途 {use} 金额 {asked}, 对应原债务本金 {given}, 每笔原债务只列一次",
            REFINANCING);

    static final Control<OfBond> REFINANCES_OTHERWISE = Control.statutory(
            OTHERWISE,
            b -> refinancesWhole(b.terms(), b.terms().refinances(), b.terms().principal()));

    static final Control<OfBond> NOT_REFINANCED_SO = Control.statutory(
            new Reason(
                    "debt.not-refinanced-so",
                    "The debt has not so much principal to be refinanced",
                    "原债务无可再融资本金",
                    "of {document} {asked} is to be refinanced; owed and not refinanced is {allowed}",
                    "原债务 {document} 再融资 {asked}; 可再融资本金 {allowed}",
                    REFINANCING),
            DebtControls::refinancedDebts);

    static final Control<OfBond> OUTSIDE_YEAR = YearControl.within(
            "debt", b -> b.facts().on(), b -> b.facts().input().fiscalYear());

    static final Control<OfBond> NOTHING_TO_ACCRUE = Control.statutory(
            new Reason(
                    "debt.nothing-to-accrue",
                    "No interest is to be accrued",
                    "没有应计提的利息",
                    "up to {until} interest of {given} has run; {allowed} is accrued already",
                    "截至 {until} 应计利息 {given}; 已计提 {allowed}",
                    ACCRUAL),
            DebtControls::somethingToAccrue);

    static final Control<OfBond> ACCRUED_AHEAD = Control.statutory(
            new Reason(
                    "debt.accrued-ahead",
                    "Interest does not run ahead of the day",
                    "不得提前计提利息",
                    "up to {until} is not accrued on {on}",
                    "{on} 不得计提至 {until} 的利息",
                    ACCRUAL),
            b -> b.until().isAfter(b.facts().on().plusDays(1))
                    ? violated(Facts.of("until", day(b.until()))
                            .and("on", day(b.facts().on())))
                    : holds());

    static final Control<OfLimit> LIMIT_OUTSIDE_YEAR = YearControl.within(
            "debt", l -> l.facts().on(), l -> l.facts().input().fiscalYear());

    static final Control<OfLimit> LIMIT_APPROVAL_MISSING = Control.statutory(
            new Reason(
                    "debt.limit-approval-missing",
                    "The limit names no approval",
                    "债务限额缺少批准文号",
                    "the limit of {kind} debt of {year} needs the number of the document that approved it",
                    "{year} 年 {kind} 债务限额须注明批准文号",
                    BUDGET_LAW),
            l -> l.terms().documentNo().isBlank()
                    ? violated(Facts.of("kind", text(l.terms().kind().name()))
                            .and("year", count(l.terms().fiscalYear())))
                    : holds());

    static final Control<OfLimit> LATER_LIMIT = Control.statutory(
            new Reason(
                    "debt.later-limit",
                    "The limit of the next year is in force already",
                    "下一年度限额已下达",
                    "the limit of {kind} debt of {year} has taken the place of this one",
                    "{year} 年 {kind} 债务限额已取代本限额",
                    Source.own("the limit of a year takes the place of that of the year before")),
            DebtControls::noLaterLimit);

    private static final Controls<OfBond> FILLED = Controls.of(
            OUTSIDE_YEAR,
            AMOUNT_NOT_POSITIVE,
            TOLD_BY_HAND,
            MAY_NOT_ISSUE,
            FUND_NOT_OF_KIND,
            APPROVAL_MISSING,
            REFINANCES_OTHERWISE,
            NOT_REFINANCED_SO);

    static final ControlTable<DebtAction, OfBond> BONDS = new ControlTable<>(ImmutableMap.of(
            DebtAction.PLAN,
            FILLED,
            DebtAction.REVISE,
            FILLED,
            DebtAction.SUBMIT,
            FILLED,
            DebtAction.APPROVE,
            FILLED,
            DebtAction.ACCRUE,
            Controls.of(OUTSIDE_YEAR, ACCRUED_AHEAD, NOTHING_TO_ACCRUE)));

    private static final Controls<OfLimit> LIMIT = Controls.of(LIMIT_OUTSIDE_YEAR, LIMIT_APPROVAL_MISSING, LATER_LIMIT);

    static final ControlTable<DebtLimit.Action, OfLimit> LIMITS =
            new ControlTable<>(ImmutableMap.of(DebtLimit.Action.SET, LIMIT, DebtLimit.Action.CHANGE, LIMIT));

    static final Reasons REASONS =
            Reasons.merge(ImmutableList.of(BONDS.reasons(), LIMITS.reasons(), OnLending.Checks.TABLE.reasons()));

    private DebtControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> toldByHand(OfBond b) {
        DebtTerms terms = b.terms();
        ImmutableList.Builder<ImmutableMap<String, Fact>> given = ImmutableList.builder();
        terms.issue().ifPresent(issue -> given.add(told(terms, "issue", "发行到账")));
        terms.lender().ifPresent(lender -> given.add(told(terms, "lender", "转贷方")));
        return given.build();
    }

    private static ImmutableMap<String, Fact> told(DebtTerms terms, String field, String fieldZh) {
        return Facts.of("name", text(terms.name()))
                .and("given", text(field, fieldZh))
                .map();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> mayIssue(OfBond b) {
        ImmutableList<Division> up = ancestry(b.terms().division(), b.facts());
        return up.stream().limit(1).anyMatch(Division::issuesBonds)
                ? holds()
                : violated(Facts.of("division", text(b.terms().division()))
                        .and(
                                Refusal.ALLOWED,
                                texts(up.stream()
                                        .filter(Division::issuesBonds)
                                        .map(division -> division.code().value())
                                        .toList())));
    }

    /** A division and those above it; none where the tables of the year do not know it. */
    static ImmutableList<Division> ancestry(String division, Case c) {
        return c.rules(MasterdataRules.KEY)
                .tables()
                .ancestry(new DivisionCode(division), c.input().fiscalYear())
                .match(accepted -> accepted.value(), refused -> ImmutableList.of());
    }

    static ImmutableList<ImmutableMap<String, Fact>> fundOfKind(String fund, DebtKind kind, Case c) {
        var funds = c.rules(DebtFlow.RULES).funds();
        return funds.find(fund).filter(found -> found == kind).isPresent()
                ? holds()
                : violated(Facts.of("kind", text(kind.name()))
                        .and("fund", text(fund))
                        .and(
                                Refusal.ALLOWED,
                                texts(Maps.filterValues(funds.byPrefix(), found -> found == kind)
                                        .keySet())));
    }

    /**
     * Whether so much of a bond, or lent on of it, repays exactly what it names.
     *
     * @param bond what stands on the bond
     * @param parts the debts that are named
     * @param whole how much of the bond
     */
    static ImmutableList<ImmutableMap<String, Fact>> refinancesWhole(
            DebtTerms bond, ImmutableList<Refinanced> parts, Money whole) {
        long due = bond.use() == Use.REFINANCING ? Fen.of(whole) : 0;
        boolean isEachOnce = parts.stream().map(Refinanced::debt).distinct().count() == parts.size();
        return Refinanced.sum(parts) == due && isEachOnce
                ? holds()
                : violated(Facts.of("name", text(bond.name()))
                        .and("asked", amount(Fen.of(whole)))
                        .and("use", text(bond.use().name()))
                        .and("given", amount(Refinanced.sum(parts))));
    }

    static ImmutableList<ImmutableMap<String, Fact>> refinancedDebts(OfBond b) {
        return b.terms().refinances().stream()
                .filter(part -> Fen.of(part.amount()) > refinanceable(part, b))
                .map(part -> Facts.of("document", text(part.debt().value()))
                        .and("asked", amount(Fen.of(part.amount())))
                        .and(Refusal.ALLOWED, amount(refinanceable(part, b)))
                        .map())
                .collect(toImmutableList());
    }

    /** What of a debt of this division and kind is owed and not refinanced by another bond, in fen. */
    private static long refinanceable(Refinanced part, OfBond b) {
        return b.facts()
                .find(part.debt())
                .filter(debt -> debt.division().equals(b.terms().division())
                        && debt.terms().kind() == b.terms().kind())
                .map(debt -> Fen.subtract(
                        debt.terms().outstandingFen(),
                        b.facts().balance(DebtMeasure.REFINANCED, DebtPostings.of(debt.id()))))
                .orElse(0L);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> somethingToAccrue(OfBond b) {
        long run = Interest.until(b.terms(), b.until());
        long accrued = Fen.of(b.terms().accrued());
        return run > accrued
                ? holds()
                : violated(Facts.of("until", day(b.until()))
                        .and("given", amount(run))
                        .and(Refusal.ALLOWED, amount(accrued)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> noLaterLimit(OfLimit l) {
        DebtLimitTerms terms = l.terms();
        int next = terms.fiscalYear() + 1;
        return l.facts()
                        .find(DebtLimit.id(terms.division(), next, terms.kind()))
                        .isEmpty()
                ? holds()
                : violated(Facts.of("kind", text(terms.kind().name())).and("year", count(next)));
    }
}
