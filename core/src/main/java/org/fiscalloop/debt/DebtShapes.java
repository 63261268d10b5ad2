package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.debt.DebtTerms.Conditions;
import org.fiscalloop.debt.DebtTerms.DayCount;
import org.fiscalloop.debt.DebtTerms.Issue;
import org.fiscalloop.debt.DebtTerms.Paid;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.payment.PaymentShapes;
import org.joda.money.Money;

/** The forms of what stands on debts, limits and on-lendings, and of their rules, for the journal and for trees. */
public final class DebtShapes {
    static final Type<Id<Debt>> DEBT = KernelTypes.id(Debt.KIND);
    static final Type<DebtKind> KIND = Type.enumOf(DebtKind.class);
    static final Type<Use> USE = Type.enumOf(Use.class);
    static final Type<Paid> PAID = Type.nested(paid());
    static final Type<Issue> ISSUE = Type.nested(issue());
    static final Type<Conditions> CONDITIONS = Type.nested(conditions());
    static final Type<ImmutableList<Refinanced>> REFINANCED = Type.list(Type.nested(refinanced()));
    static final Type<OnLendingTerms.Returned> RETURNED = Type.nested(returned());

    /** What stands on a debt. */
    public static final Shape<DebtTerms> TERMS = terms();

    /** How much may be owed. */
    public static final Shape<DebtLimitTerms> LIMIT_TERMS = limitTerms();

    /** What is lent on. */
    public static final Shape<OnLendingTerms> LENDING_TERMS = lendingTerms();

    /** The rules of debt. */
    public static final Shape<DebtRules> RULES = rules();

    private DebtShapes() {}

    // ---- what stands on documents -----------------------------------------------------------------------------------

    private static Shape<DebtTerms> terms() {
        Field<DebtTerms, String> division = Field.of("division", Type.text(), DebtTerms::division);
        Field<DebtTerms, Integer> year = Field.ofInt("fiscalYear", DebtTerms::fiscalYear);
        Field<DebtTerms, DebtKind> kind = Field.of("kind", KIND, DebtTerms::kind);
        Field<DebtTerms, Use> use = Field.of("use", USE, DebtTerms::use);
        Field<DebtTerms, String> name = Field.of("name", Type.text(), DebtTerms::name);
        Field<DebtTerms, String> fund = Field.of("fund", Type.text(), DebtTerms::fund);
        Field<DebtTerms, Money> principal = Field.of("principal", Type.money(), DebtTerms::principal);
        Field<DebtTerms, String> documentNo = Field.of("documentNo", Type.text(), DebtTerms::documentNo);
        Field<DebtTerms, ImmutableList<Refinanced>> refinances =
                Field.of("refinances", REFINANCED, DebtTerms::refinances).orElse(ImmutableList.of());
        Field<DebtTerms, Optional<String>> lender = Field.of("lender", Type.optional(Type.text()), DebtTerms::lender);
        Field<DebtTerms, Optional<Issue>> issue = Field.of("issue", Type.optional(ISSUE), DebtTerms::issue);
        Field<DebtTerms, ImmutableList<Paid>> repayments =
                Field.of("repayments", Type.list(PAID), DebtTerms::repayments).orElse(ImmutableList.of());
        Field<DebtTerms, ImmutableList<Paid>> interest =
                Field.of("interest", Type.list(PAID), DebtTerms::interest).orElse(ImmutableList.of());
        Field<DebtTerms, Optional<Money>> accrued = Field.of(
                "accrued",
                Type.optional(Type.money()),
                terms -> Optional.of(terms.accrued()).filter(amount -> !amount.isZero()));
        Field<DebtTerms, ImmutableSortedMap<String, String>> attributes =
                Field.of("attributes", RuleShapes.TEXTS, DebtTerms::attributes).orElse(ImmutableSortedMap.of());
        return Shape.<DebtTerms>nested("debt-terms")
                .fields(division, year, kind, use, name, fund, principal, documentNo, refinances, lender)
                .fields(issue, repayments, interest, accrued, attributes)
                .maker(v -> {
                    ImmutableDebtTerms.Builder builder = ImmutableDebtTerms.builder()
                            .division(v.get(division))
                            .fiscalYear(v.get(year))
                            .kind(v.get(kind))
                            .use(v.get(use))
                            .name(v.get(name))
                            .fund(v.get(fund))
                            .principal(v.get(principal))
                            .documentNo(v.get(documentNo))
                            .refinances(v.get(refinances))
                            .lender(v.get(lender))
                            .issue(v.get(issue))
                            .repayments(v.get(repayments))
                            .interest(v.get(interest))
                            .attributes(v.get(attributes));
                    v.get(accrued).ifPresent(builder::accrued);
                    return builder.build();
                });
    }

    private static Shape<Refinanced> refinanced() {
        Field<Refinanced, Id<Debt>> debt = Field.of("debt", DEBT, Refinanced::debt);
        Field<Refinanced, Money> amount = Field.of("amount", Type.money(), Refinanced::amount);
        return Shape.<Refinanced>nested("refinanced-debt")
                .fields(debt, amount)
                .maker(v -> new Refinanced(v.get(debt), v.get(amount)));
    }

    private static Shape<Conditions> conditions() {
        Field<Conditions, String> code = Field.of("code", Type.text(), Conditions::code);
        Field<Conditions, BigDecimal> rate = Field.of(
                "rate",
                Type.mapped("decimal", Type.text(), BigDecimal::new, BigDecimal::toPlainString),
                Conditions::rate);
        Field<Conditions, Integer> payments = Field.ofInt("paymentsPerYear", Conditions::paymentsPerYear);
        Field<Conditions, LocalDate> from = Field.of("from", Type.date(), Conditions::from);
        Field<Conditions, LocalDate> maturity = Field.of("maturity", Type.date(), Conditions::maturity);
        Field<Conditions, DayCount> dayCount = Field.of("dayCount", Type.enumOf(DayCount.class), Conditions::dayCount);
        return Shape.<Conditions>nested("debt-conditions")
                .fields(code, rate, payments, from, maturity, dayCount)
                .maker(v -> new Conditions(
                        v.get(code), v.get(rate), v.get(payments), v.get(from), v.get(maturity), v.get(dayCount)));
    }

    private static Shape<Issue> issue() {
        Field<Issue, String> serial = Field.of("serial", Type.text(), Issue::serial);
        Field<Issue, LocalDate> receivedOn = Field.of("receivedOn", Type.date(), Issue::receivedOn);
        Field<Issue, Money> principal = Field.of("principal", Type.money(), Issue::principal);
        Field<Issue, Money> discount = Field.of("discount", Type.money(), Issue::discount);
        Field<Issue, Money> fees = Field.of("fees", Type.money(), Issue::fees);
        Field<Issue, Conditions> conditions = Field.of("conditions", Type.nested(conditions()), Issue::conditions);
        return Shape.<Issue>nested("debt-issue")
                .fields(serial, receivedOn, principal, discount, fees, conditions)
                .maker(v -> new Issue(
                        v.get(serial),
                        v.get(receivedOn),
                        v.get(principal),
                        v.get(discount),
                        v.get(fees),
                        v.get(conditions)));
    }

    private static Shape<Paid> paid() {
        Field<Paid, String> serial = Field.of("serial", Type.text(), Paid::serial);
        Field<Paid, LocalDate> on = Field.of("on", Type.date(), Paid::on);
        Field<Paid, Money> amount = Field.of("amount", Type.money(), Paid::amount);
        return Shape.<Paid>nested("debt-payment")
                .fields(serial, on, amount)
                .maker(v -> new Paid(v.get(serial), v.get(on), v.get(amount)));
    }

    private static Shape<DebtLimitTerms> limitTerms() {
        Field<DebtLimitTerms, String> division = Field.of("division", Type.text(), DebtLimitTerms::division);
        Field<DebtLimitTerms, Integer> year = Field.ofInt("fiscalYear", DebtLimitTerms::fiscalYear);
        Field<DebtLimitTerms, DebtKind> kind = Field.of("kind", KIND, DebtLimitTerms::kind);
        Field<DebtLimitTerms, Money> amount = Field.of("amount", Type.money(), DebtLimitTerms::amount);
        Field<DebtLimitTerms, String> documentNo = Field.of("documentNo", Type.text(), DebtLimitTerms::documentNo);
        Field<DebtLimitTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, DebtLimitTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<DebtLimitTerms>nested("debt-limit-terms")
                .fields(division, year, kind, amount, documentNo, attributes)
                .maker(v -> ImmutableDebtLimitTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(year))
                        .kind(v.get(kind))
                        .amount(v.get(amount))
                        .documentNo(v.get(documentNo))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<OnLendingTerms> lendingTerms() {
        Field<OnLendingTerms, String> division = Field.of("division", Type.text(), OnLendingTerms::division);
        Field<OnLendingTerms, Integer> year = Field.ofInt("fiscalYear", OnLendingTerms::fiscalYear);
        Field<OnLendingTerms, Id<Debt>> bond = Field.of("bond", DEBT, OnLendingTerms::bond);
        Field<OnLendingTerms, String> borrower = Field.of("borrower", Type.text(), OnLendingTerms::borrower);
        Field<OnLendingTerms, Money> amount = Field.of("amount", Type.money(), OnLendingTerms::amount);
        Field<OnLendingTerms, String> documentNo = Field.of("documentNo", Type.text(), OnLendingTerms::documentNo);
        Field<OnLendingTerms, ImmutableList<Refinanced>> refinances =
                Field.of("refinances", REFINANCED, OnLendingTerms::refinances).orElse(ImmutableList.of());
        Field<OnLendingTerms, ImmutableList<OnLendingTerms.Returned>> returns = Field.of(
                        "returns", Type.list(RETURNED), OnLendingTerms::returns)
                .orElse(ImmutableList.of());
        Field<OnLendingTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, OnLendingTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<OnLendingTerms>nested("on-lending-terms")
                .fields(division, year, bond, borrower, amount, documentNo, refinances, returns, attributes)
                .maker(v -> ImmutableOnLendingTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(year))
                        .bond(v.get(bond))
                        .borrower(v.get(borrower))
                        .amount(v.get(amount))
                        .documentNo(v.get(documentNo))
                        .refinances(v.get(refinances))
                        .returns(v.get(returns))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<OnLendingTerms.Returned> returned() {
        Field<OnLendingTerms.Returned, String> serial =
                Field.of("serial", Type.text(), OnLendingTerms.Returned::serial);
        Field<OnLendingTerms.Returned, Money> principal =
                Field.of("principal", Type.money(), OnLendingTerms.Returned::principal);
        Field<OnLendingTerms.Returned, Money> interest =
                Field.of("interest", Type.money(), OnLendingTerms.Returned::interest);
        return Shape.<OnLendingTerms.Returned>nested("on-lending-return")
                .fields(serial, principal, interest)
                .maker(v -> new OnLendingTerms.Returned(v.get(serial), v.get(principal), v.get(interest)));
    }

    // ---- rules ------------------------------------------------------------------------------------------------------

    private static Shape<DebtRules> rules() {
        Field<DebtRules, Lifecycle<DebtState, DebtAction>> debts = Field.of(
                "debtLifecycle", RuleShapes.lifecycle(DebtState.class, DebtAction.class), DebtRules::debtLifecycle);
        Field<DebtRules, Lifecycle<DebtLimit.State, DebtLimit.Action>> limited = Field.of(
                "limitLifecycle",
                RuleShapes.lifecycle(DebtLimit.State.class, DebtLimit.Action.class),
                DebtRules::limitLifecycle);
        Field<DebtRules, Lifecycle<OnLending.State, OnLending.Action>> lent = Field.of(
                "lendingLifecycle",
                RuleShapes.lifecycle(OnLending.State.class, OnLending.Action.class),
                DebtRules::lendingLifecycle);
        Field<DebtRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, DebtRules::reviews);
        Field<DebtRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, DebtRules::severities);
        Field<DebtRules, ImmutableList<LimitRule>> limits = Field.of("limits", RuleShapes.LIMITS, DebtRules::limits);
        Field<DebtRules, ByPrefix<DebtKind>> funds =
                Field.of("funds", PaymentShapes.byPrefix(DebtKind.class), DebtRules::funds);
        return Shape.<DebtRules>nested("debt-rules")
                .fields(debts, limited, lent, reviews, severities, limits, funds)
                .maker(v -> ImmutableDebtRules.builder()
                        .debtLifecycle(v.get(debts))
                        .limitLifecycle(v.get(limited))
                        .lendingLifecycle(v.get(lent))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .funds(v.get(funds))
                        .build());
    }
}
