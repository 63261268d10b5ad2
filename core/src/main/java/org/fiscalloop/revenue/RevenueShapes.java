package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueEvents.RevenueReceived;
import org.fiscalloop.revenue.RevenueEvents.WagesAccrued;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.joda.money.Money;

/** The forms of revenue and wages: their terms, rules, command, notices and events, for the journal and for trees. */
public final class RevenueShapes {
    private static final int FIRST = 0x70;
    private static final int LAST = 0x7F;

    private static final Type<Id<IncomeReceipt>> RECEIPT = KernelTypes.id(IncomeReceipt.KIND);
    private static final Type<Id<WageAccrual>> ACCRUAL = KernelTypes.id(WageAccrual.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(IncomeReceipt.KIND, WageAccrual.KIND));
    private static final Type<ImmutableList<IncomeTerms.Line>> LINES = Type.list(Type.nested(line()));

    /** What has come in. */
    public static final Shape<IncomeTerms> INCOME_TERMS = incomeTerms();

    /** What is filled in on wages that are owed. */
    public static final Shape<AccrualTerms> ACCRUAL_TERMS = accrualTerms();

    /** The rules of revenue and wages. */
    public static final Shape<RevenueRules> RULES = rules();

    static final Shape<AccrueWages> ACCRUE = accrue();
    static final Shape<TreasuryDayReport> DAY_REPORT = dayReport();
    static final Shape<OtherIncomeReceived> OTHER_INCOME = otherIncome();
    static final Shape<RevenueReceived> RECEIVED = received();
    static final Shape<WagesAccrued> ACCRUED = accrued();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "revenue",
            FIRST,
            LAST,
            INCOME_TERMS,
            ACCRUAL_TERMS,
            RULES,
            ACCRUE,
            DAY_REPORT,
            OTHER_INCOME,
            RECEIVED,
            ACCRUED);

    private RevenueShapes() {}

    private static Shape<IncomeTerms.Line> line() {
        Field<IncomeTerms.Line, String> income = Field.of("income", Type.text(), IncomeTerms.Line::income);
        Field<IncomeTerms.Line, String> fund = Field.of("fund", Type.text(), IncomeTerms.Line::fund);
        Field<IncomeTerms.Line, String> function =
                Field.of("function", Type.text(), IncomeTerms.Line::function).orElse("");
        Field<IncomeTerms.Line, Money> amount = Field.of("amount", Type.money(), IncomeTerms.Line::amount);
        return Shape.<IncomeTerms.Line>nested("income-line")
                .fields(income, fund, function, amount)
                .maker(v -> new IncomeTerms.Line(v.get(income), v.get(fund), v.get(function), v.get(amount)));
    }

    private static Shape<IncomeTerms> incomeTerms() {
        Field<IncomeTerms, String> division = Field.of("division", Type.text(), IncomeTerms::division);
        Field<IncomeTerms, String> agency = Field.of("agency", Type.text(), IncomeTerms::agency);
        Field<IncomeTerms, Integer> year = Field.ofInt("fiscalYear", IncomeTerms::fiscalYear);
        Field<IncomeTerms, LocalDate> receivedOn = Field.of("receivedOn", Type.date(), IncomeTerms::receivedOn);
        Field<IncomeTerms, Optional<String>> account =
                Field.of("account", Type.optional(Type.text()), IncomeTerms::account);
        Field<IncomeTerms, ImmutableList<IncomeTerms.Line>> lines = Field.of("lines", LINES, IncomeTerms::lines);
        return Shape.of(FIRST, "income-terms", IncomeTerms.class)
                .fields(division, agency, year, receivedOn, account, lines)
                .maker(v -> ImmutableIncomeTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .receivedOn(v.get(receivedOn))
                        .account(v.get(account))
                        .lines(v.get(lines))
                        .build());
    }

    private static Shape<AccrualTerms> accrualTerms() {
        Field<AccrualTerms, Elements> elements = Field.of("elements", MasterdataTypes.ELEMENTS, AccrualTerms::elements);
        Field<AccrualTerms, Money> amount = Field.of("amount", Type.money(), AccrualTerms::amount);
        Field<AccrualTerms, String> purpose = Field.of("purpose", Type.text(), AccrualTerms::purpose);
        Field<AccrualTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, AccrualTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.of(FIRST + 1, "accrual-terms", AccrualTerms.class)
                .fields(elements, amount, purpose, attributes)
                .maker(v -> ImmutableAccrualTerms.builder()
                        .elements(v.get(elements))
                        .amount(v.get(amount))
                        .purpose(v.get(purpose))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<RevenueRules> rules() {
        Field<RevenueRules, Lifecycle<RevenueState, RevenueAction>> income = Field.of(
                "incomeLifecycle",
                RuleShapes.lifecycle(RevenueState.class, RevenueAction.class),
                RevenueRules::incomeLifecycle);
        Field<RevenueRules, Lifecycle<RevenueState, RevenueAction>> accrual = Field.of(
                "accrualLifecycle",
                RuleShapes.lifecycle(RevenueState.class, RevenueAction.class),
                RevenueRules::accrualLifecycle);
        Field<RevenueRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, RevenueRules::reviews);
        Field<RevenueRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, RevenueRules::severities);
        Field<RevenueRules, ByPrefix<RevenueKind>> kinds =
                Field.of("kinds", PaymentShapes.byPrefix(RevenueKind.class), RevenueRules::kinds);
        return Shape.of(FIRST + 2, "revenue-rules", RevenueRules.class)
                .fields(income, accrual, reviews, severities, kinds)
                .maker(v -> ImmutableRevenueRules.builder()
                        .incomeLifecycle(v.get(income))
                        .accrualLifecycle(v.get(accrual))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .kinds(v.get(kinds))
                        .build());
    }

    private static Shape<AccrueWages> accrue() {
        Field<AccrueWages, Id<WageAccrual>> accrual = Field.of("accrual", ACCRUAL, AccrueWages::accrual);
        Field<AccrueWages, AccrualTerms> terms = Field.of("terms", Type.nested(ACCRUAL_TERMS), AccrueWages::terms);
        return Shape.of(FIRST + 3, "accrue-wages", AccrueWages.class)
                .fields(accrual, terms)
                .maker(v -> new AccrueWages(v.get(accrual), v.get(terms)));
    }

    private static Shape<TreasuryDayReport> dayReport() {
        Field<TreasuryDayReport, Id<IncomeReceipt>> report = Field.of("report", RECEIPT, TreasuryDayReport::report);
        Field<TreasuryDayReport, LocalDate> receivedOn =
                Field.of("receivedOn", Type.date(), TreasuryDayReport::receivedOn);
        Field<TreasuryDayReport, ImmutableList<IncomeTerms.Line>> lines =
                Field.of("lines", LINES, TreasuryDayReport::lines);
        return Shape.of(FIRST + 4, "treasury-day-report", TreasuryDayReport.class)
                .fields(report, receivedOn, lines)
                .maker(v -> new TreasuryDayReport(v.get(report), v.get(receivedOn), v.get(lines)));
    }

    private static Shape<OtherIncomeReceived> otherIncome() {
        Field<OtherIncomeReceived, Id<IncomeReceipt>> receipt =
                Field.of("receipt", RECEIPT, OtherIncomeReceived::receipt);
        Field<OtherIncomeReceived, String> agency = Field.of("agency", Type.text(), OtherIncomeReceived::agency);
        Field<OtherIncomeReceived, String> account = Field.of("account", Type.text(), OtherIncomeReceived::account);
        Field<OtherIncomeReceived, LocalDate> receivedOn =
                Field.of("receivedOn", Type.date(), OtherIncomeReceived::receivedOn);
        Field<OtherIncomeReceived, Money> amount = Field.of("amount", Type.money(), OtherIncomeReceived::amount);
        Field<OtherIncomeReceived, Optional<String>> income =
                Field.of("income", Type.optional(Type.text()), OtherIncomeReceived::income);
        Field<OtherIncomeReceived, Optional<String>> function =
                Field.of("function", Type.optional(Type.text()), OtherIncomeReceived::function);
        return Shape.of(FIRST + 5, "other-income-received", OtherIncomeReceived.class)
                .fields(receipt, agency, account, receivedOn, amount, income, function)
                .maker(v -> new OtherIncomeReceived(
                        v.get(receipt),
                        v.get(agency),
                        v.get(account),
                        v.get(receivedOn),
                        v.get(amount),
                        v.get(income),
                        v.get(function)));
    }

    private static Shape<RevenueReceived> received() {
        Field<RevenueReceived, Move> move = Field.of("move", MOVE, RevenueReceived::move);
        Field<RevenueReceived, IncomeTerms> terms =
                Field.of("terms", Type.nested(INCOME_TERMS), RevenueReceived::terms);
        return Shape.of(FIRST + 6, "revenue-received", RevenueReceived.class)
                .fields(move, terms)
                .maker(v -> new RevenueReceived(v.get(move), v.get(terms)));
    }

    private static Shape<WagesAccrued> accrued() {
        Field<WagesAccrued, Move> move = Field.of("move", MOVE, WagesAccrued::move);
        Field<WagesAccrued, AccrualTerms> terms = Field.of("terms", Type.nested(ACCRUAL_TERMS), WagesAccrued::terms);
        return Shape.of(FIRST + 7, "wages-accrued", WagesAccrued.class)
                .fields(move, terms)
                .maker(v -> new WagesAccrued(v.get(move), v.get(terms)));
    }
}
