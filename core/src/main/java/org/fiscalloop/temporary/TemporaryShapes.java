package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.temporary.CeilingTerms.Worked;
import org.fiscalloop.temporary.TemporaryRules.CeilingRule;
import org.fiscalloop.temporary.TemporaryTerms.Kind;
import org.fiscalloop.temporary.TemporaryTerms.PaidOut;
import org.fiscalloop.temporary.TemporaryTerms.Settlement;
import org.joda.money.Money;

/** The forms of what stands on temporary payments and ceilings, and of their rules, for the journal and for trees. */
public final class TemporaryShapes {
    static final Type<Id<Allotment>> ALLOTMENT = KernelTypes.id(Allotment.KIND);
    static final Type<PaidOut> PAID_OUT = Type.nested(paidOut());
    static final Type<Settlement> SETTLEMENT = Type.nested(settlement());

    private static final Type<ExpenditureBase> BASE = Type.enumOf(ExpenditureBase.class);

    /** What stands on a temporary payment. */
    public static final Shape<TemporaryTerms> TERMS = terms();

    /** What stands on a ceiling. */
    public static final Shape<CeilingTerms> CEILING_TERMS = ceilingTerms();

    /** The rules of temporary payments. */
    public static final Shape<TemporaryRules> RULES = rules();

    private TemporaryShapes() {}

    private static Shape<TemporaryTerms> terms() {
        Field<TemporaryTerms, String> division = Field.of("division", Type.text(), TemporaryTerms::division);
        Field<TemporaryTerms, String> agency = Field.of("agency", Type.text(), TemporaryTerms::agency);
        Field<TemporaryTerms, Integer> year = Field.ofInt("fiscalYear", TemporaryTerms::fiscalYear);
        Field<TemporaryTerms, Kind> kind = Field.of("kind", Type.enumOf(Kind.class), TemporaryTerms::kind);
        Field<TemporaryTerms, Optional<String>> lower =
                Field.of("lowerDivision", Type.optional(Type.text()), TemporaryTerms::lowerDivision);
        Field<TemporaryTerms, String> fund = Field.of("fund", Type.text(), TemporaryTerms::fund);
        Field<TemporaryTerms, Money> amount = Field.of("amount", Type.money(), TemporaryTerms::amount);
        Field<TemporaryTerms, String> purpose = Field.of("purpose", Type.text(), TemporaryTerms::purpose);
        Field<TemporaryTerms, String> basis = Field.of("legalBasis", Type.text(), TemporaryTerms::legalBasis);
        Field<TemporaryTerms, LocalDate> dueOn = Field.of("dueOn", Type.date(), TemporaryTerms::dueOn);
        Field<TemporaryTerms, Optional<PaidOut>> paidOut =
                Field.of("paidOut", Type.optional(PAID_OUT), TemporaryTerms::paidOut);
        Field<TemporaryTerms, ImmutableList<Settlement>> settlements = Field.of(
                        "settlements", Type.list(SETTLEMENT), TemporaryTerms::settlements)
                .orElse(ImmutableList.of());
        Field<TemporaryTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, TemporaryTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<TemporaryTerms>nested("temporary-terms")
                .fields(division, agency, year, kind, lower, fund, amount, purpose, basis, dueOn)
                .fields(paidOut, settlements, attributes)
                .maker(v -> ImmutableTemporaryTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .kind(v.get(kind))
                        .lowerDivision(v.get(lower))
                        .fund(v.get(fund))
                        .amount(v.get(amount))
                        .purpose(v.get(purpose))
                        .legalBasis(v.get(basis))
                        .dueOn(v.get(dueOn))
                        .paidOut(v.get(paidOut))
                        .settlements(v.get(settlements))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<PaidOut> paidOut() {
        Field<PaidOut, String> serial = Field.of("serial", Type.text(), PaidOut::serial);
        Field<PaidOut, LocalDate> on = Field.of("on", Type.date(), PaidOut::on);
        Field<PaidOut, Integer> year = Field.ofInt("year", PaidOut::year);
        return Shape.<PaidOut>nested("temporary-disbursement")
                .fields(serial, on, year)
                .maker(v -> new PaidOut(v.get(serial), v.get(on), v.get(year)));
    }

    private static Shape<Settlement> settlement() {
        Field<Settlement, String> number = Field.of("number", Type.text(), Settlement::number);
        Field<Settlement, LocalDate> on = Field.of("on", Type.date(), Settlement::on);
        Field<Settlement, Money> amount = Field.of("amount", Type.money(), Settlement::amount);
        Field<Settlement, Optional<Id<Allotment>>> allotment =
                Field.of("allotment", Type.optional(ALLOTMENT), Settlement::allotment);
        return Shape.<Settlement>nested("temporary-settlement")
                .fields(number, on, amount, allotment)
                .maker(v -> new Settlement(v.get(number), v.get(on), v.get(amount), v.get(allotment)));
    }

    private static Shape<CeilingTerms> ceilingTerms() {
        Field<CeilingTerms, String> division = Field.of("division", Type.text(), CeilingTerms::division);
        Field<CeilingTerms, Integer> year = Field.ofInt("fiscalYear", CeilingTerms::fiscalYear);
        Field<CeilingTerms, Money> general =
                Field.of("generalExpenditure", Type.money(), CeilingTerms::generalExpenditure);
        Field<CeilingTerms, Money> fund = Field.of("fundExpenditure", Type.money(), CeilingTerms::fundExpenditure);
        Field<CeilingTerms, String> documentNo = Field.of("documentNo", Type.text(), CeilingTerms::documentNo);
        Field<CeilingTerms, Optional<Worked>> made =
                Field.of("worked", Type.optional(Type.nested(worked())), CeilingTerms::worked);
        Field<CeilingTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, CeilingTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<CeilingTerms>nested("temporary-ceiling-terms")
                .fields(division, year, general, fund, documentNo, made, attributes)
                .maker(v -> ImmutableCeilingTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(year))
                        .generalExpenditure(v.get(general))
                        .fundExpenditure(v.get(fund))
                        .documentNo(v.get(documentNo))
                        .worked(v.get(made))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<Worked> worked() {
        Field<Worked, ExpenditureBase> base = Field.of("base", BASE, Worked::base);
        Field<Worked, Integer> part = Field.ofInt("perTenThousand", Worked::perTenThousand);
        Field<Worked, Money> amount = Field.of("amount", Type.money(), Worked::amount);
        return Shape.<Worked>nested("temporary-ceiling-worked")
                .fields(base, part, amount)
                .maker(v -> new Worked(v.get(base), v.get(part), v.get(amount)));
    }

    private static Shape<CeilingRule> ceilingRule() {
        Field<CeilingRule, Integer> part = Field.ofInt("perTenThousand", CeilingRule::perTenThousand);
        Field<CeilingRule, ExpenditureBase> base = Field.of("base", BASE, CeilingRule::base);
        Field<CeilingRule, Source> source = Field.of("source", KernelTypes.source(), CeilingRule::source);
        return Shape.<CeilingRule>nested("temporary-ceiling-rule")
                .fields(part, base, source)
                .maker(v -> new CeilingRule(v.get(part), v.get(base), v.get(source)));
    }

    private static Shape<TemporaryRules> rules() {
        Field<TemporaryRules, Lifecycle<TemporaryState, TemporaryAction>> payments = Field.of(
                "paymentLifecycle",
                RuleShapes.lifecycle(TemporaryState.class, TemporaryAction.class),
                TemporaryRules::paymentLifecycle);
        Field<TemporaryRules, Lifecycle<TemporaryCeiling.State, TemporaryCeiling.Action>> ceilings = Field.of(
                "ceilingLifecycle",
                RuleShapes.lifecycle(TemporaryCeiling.State.class, TemporaryCeiling.Action.class),
                TemporaryRules::ceilingLifecycle);
        Field<TemporaryRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, TemporaryRules::reviews);
        Field<TemporaryRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, TemporaryRules::severities);
        Field<TemporaryRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, TemporaryRules::limits);
        Field<TemporaryRules, CeilingRule> ceiling =
                Field.of("ceiling", Type.nested(ceilingRule()), TemporaryRules::ceiling);
        return Shape.<TemporaryRules>nested("temporary-rules")
                .fields(payments, ceilings, reviews, severities, limits, ceiling)
                .maker(v -> ImmutableTemporaryRules.builder()
                        .paymentLifecycle(v.get(payments))
                        .ceilingLifecycle(v.get(ceilings))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .ceiling(v.get(ceiling))
                        .build());
    }
}
