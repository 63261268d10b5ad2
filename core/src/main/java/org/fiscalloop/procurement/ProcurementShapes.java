package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
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
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.fiscalloop.procurement.ContractTerms.SupplierSize;
import org.fiscalloop.procurement.PlanTerms.Award;
import org.fiscalloop.procurement.PlanTerms.Failure;
import org.fiscalloop.procurement.ProcurementCommands.CreatePlan;
import org.fiscalloop.procurement.ProcurementCommands.RevisePlan;
import org.fiscalloop.procurement.ProcurementEvents.PlanAwarded;
import org.fiscalloop.procurement.ProcurementEvents.PlanFailed;
import org.fiscalloop.procurement.ProcurementEvents.PlanFilledIn;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementAwarded;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementFailed;
import org.fiscalloop.procurement.ProcurementRules.DueTerm;
import org.fiscalloop.procurement.ProcurementRules.Method;
import org.joda.money.Money;

/** The forms of procurement: plans, rules, commands, notices and events, for the journal and for trees. */
public final class ProcurementShapes {
    private static final int FIRST = 0xD0;
    private static final int LAST = 0xDF;

    static final Type<Id<ProcurementPlan>> PLAN = KernelTypes.id(ProcurementPlan.KIND);
    static final Type<Id<Contract>> CONTRACT = KernelTypes.id(Contract.KIND);
    static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(ProcurementPlan.KIND, Contract.KIND));
    static final Type<Supplier> SUPPLIER = Type.nested(supplier());

    private static final Type<ImmutableSet<LocalDate>> DAYS = Type.mapped(
            "days in order", Type.list(Type.date()), ImmutableSet::copyOf, days -> ImmutableList.sortedCopyOf(days));

    /** What is filled in on a plan, and how its procurement ended. */
    public static final Shape<PlanTerms> TERMS = terms();

    /** The rules of procurement. */
    public static final Shape<ProcurementRules> RULES = rules();

    static final Shape<CreatePlan> CREATE = create();
    static final Shape<RevisePlan> REVISE = revise();
    static final Shape<ProcurementAwarded> AWARDED = awarded();
    static final Shape<ProcurementFailed> FAILED = failed();
    static final Shape<PlanFilledIn> FILLED_IN = filledIn();
    static final Shape<PlanAwarded> PLAN_AWARDED = planAwarded();
    static final Shape<PlanFailed> PLAN_FAILED = planFailed();

    /** All forms with a tag but those of contracts. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "procurement",
            FIRST,
            LAST,
            TERMS,
            RULES,
            CREATE,
            REVISE,
            AWARDED,
            FAILED,
            FILLED_IN,
            PLAN_AWARDED,
            PLAN_FAILED);

    private ProcurementShapes() {}

    private static Shape<Supplier> supplier() {
        Field<Supplier, String> name = Field.of("name", Type.text(), Supplier::name);
        Field<Supplier, String> account = Field.of("account", Type.text(), Supplier::account);
        Field<Supplier, String> bank = Field.of("bank", Type.text(), Supplier::bank);
        Field<Supplier, SupplierSize> size = Field.of("size", Type.enumOf(SupplierSize.class), Supplier::size);
        return Shape.<Supplier>nested("supplier")
                .fields(name, account, bank, size)
                .maker(v -> new Supplier(v.get(name), v.get(account), v.get(bank), v.get(size)));
    }

    private static Shape<Award> award() {
        Field<Award, String> number = Field.of("number", Type.text(), Award::number);
        Field<Award, Supplier> supplier = Field.of("supplier", SUPPLIER, Award::supplier);
        Field<Award, Money> amount = Field.of("amount", Type.money(), Award::amount);
        Field<Award, String> method = Field.of("method", Type.text(), Award::method);
        Field<Award, LocalDate> awardedOn = Field.of("awardedOn", Type.date(), Award::awardedOn);
        Field<Award, Optional<Id<Contract>>> contract = Field.of("contract", Type.optional(CONTRACT), Award::contract);
        return Shape.<Award>nested("award")
                .fields(number, supplier, amount, method, awardedOn, contract)
                .maker(v -> new Award(
                        v.get(number),
                        v.get(supplier),
                        v.get(amount),
                        v.get(method),
                        v.get(awardedOn),
                        v.get(contract)));
    }

    private static Shape<Failure> failure() {
        Field<Failure, String> number = Field.of("number", Type.text(), Failure::number);
        Field<Failure, String> reason = Field.of("reason", Type.text(), Failure::reason);
        Field<Failure, LocalDate> failedOn = Field.of("failedOn", Type.date(), Failure::failedOn);
        return Shape.<Failure>nested("procurement-failure")
                .fields(number, reason, failedOn)
                .maker(v -> new Failure(v.get(number), v.get(reason), v.get(failedOn)));
    }

    private static Shape<PlanTerms> terms() {
        Field<PlanTerms, Elements> elements = Field.of("elements", MasterdataTypes.ELEMENTS, PlanTerms::elements);
        Field<PlanTerms, Id<BudgetLine>> line = Field.of("line", KernelTypes.id(BudgetLine.KIND), PlanTerms::line);
        Field<PlanTerms, String> name = Field.of("name", Type.text(), PlanTerms::name);
        Field<PlanTerms, String> item = Field.of("item", Type.text(), PlanTerms::item);
        Field<PlanTerms, String> method = Field.of("method", Type.text(), PlanTerms::method);
        Field<PlanTerms, Money> amount = Field.of("amount", Type.money(), PlanTerms::amount);
        Field<PlanTerms, ImmutableList<Award>> awards = Field.of(
                        "awards", Type.list(Type.nested(award())), PlanTerms::awards)
                .orElse(ImmutableList.of());
        Field<PlanTerms, ImmutableList<Failure>> failures = Field.of(
                        "failures", Type.list(Type.nested(failure())), PlanTerms::failures)
                .orElse(ImmutableList.of());
        Field<PlanTerms, ImmutableSortedMap<String, String>> attributes =
                Field.of("attributes", RuleShapes.TEXTS, PlanTerms::attributes).orElse(ImmutableSortedMap.of());
        return Shape.of(FIRST, "plan-terms", PlanTerms.class)
                .fields(elements, line, name, item, method, amount, awards, failures)
                .fields(attributes)
                .maker(v -> ImmutablePlanTerms.builder()
                        .elements(v.get(elements))
                        .line(v.get(line))
                        .name(v.get(name))
                        .item(v.get(item))
                        .method(v.get(method))
                        .amount(v.get(amount))
                        .awards(v.get(awards))
                        .failures(v.get(failures))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<Method> method() {
        Field<Method, String> code = Field.of("code", Type.text(), Method::code);
        Field<Method, String> name = Field.of("name", Type.text(), Method::name);
        Field<Method, String> nameZh = Field.of("nameZh", Type.text(), Method::nameZh);
        Field<Method, Source> source = Field.of("source", KernelTypes.source(), Method::source);
        return Shape.<Method>nested("procurement-method")
                .fields(code, name, nameZh, source)
                .maker(v -> new Method(v.get(code), v.get(name), v.get(nameZh), v.get(source)));
    }

    private static Shape<DueTerm> dueTerm() {
        Field<DueTerm, LocalDate> from = Field.of("from", Type.date(), DueTerm::from);
        Field<DueTerm, Integer> days = Field.ofInt("days", DueTerm::days);
        Field<DueTerm, Integer> mostDays = Field.ofInt("mostDays", DueTerm::mostDays);
        Field<DueTerm, Source> source = Field.of("source", KernelTypes.source(), DueTerm::source);
        return Shape.<DueTerm>nested("due-term")
                .fields(from, days, mostDays, source)
                .maker(v -> new DueTerm(v.get(from), v.get(days), v.get(mostDays), v.get(source)));
    }

    private static Shape<ProcurementRules> rules() {
        Field<ProcurementRules, Lifecycle<ProcurementPlan.State, ProcurementPlan.Action>> planLifecycle = Field.of(
                "planLifecycle",
                RuleShapes.lifecycle(ProcurementPlan.State.class, ProcurementPlan.Action.class),
                ProcurementRules::planLifecycle);
        Field<ProcurementRules, Lifecycle<ContractState, ContractAction>> contractLifecycle = Field.of(
                "contractLifecycle",
                RuleShapes.lifecycle(ContractState.class, ContractAction.class),
                ProcurementRules::contractLifecycle);
        Field<ProcurementRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, ProcurementRules::reviews);
        Field<ProcurementRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, ProcurementRules::severities);
        Field<ProcurementRules, ImmutableList<Method>> methods =
                Field.of("methods", Type.list(Type.nested(method())), ProcurementRules::methods);
        Field<ProcurementRules, Integer> supplementPercent =
                Field.ofInt("supplementPercent", ProcurementRules::supplementPercent);
        Field<ProcurementRules, Integer> bondPercent = Field.ofInt("bondPercent", ProcurementRules::bondPercent);
        Field<ProcurementRules, Integer> signingDays = Field.ofInt("signingDays", ProcurementRules::signingDays);
        Field<ProcurementRules, Integer> filingDays = Field.ofInt("filingDays", ProcurementRules::filingDays);
        Field<ProcurementRules, ImmutableSet<LocalDate>> holidays =
                Field.of("holidays", DAYS, ProcurementRules::holidays);
        Field<ProcurementRules, ImmutableSet<LocalDate>> workingWeekends =
                Field.of("workingWeekends", DAYS, ProcurementRules::workingWeekends);
        Field<ProcurementRules, ImmutableList<DueTerm>> dueTerms =
                Field.of("dueTerms", Type.list(Type.nested(dueTerm())), ProcurementRules::dueTerms);
        Field<ProcurementRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, ProcurementRules::limits);
        Field<ProcurementRules, Integer> publishingDays = Field.ofInt(
                        "publishingDays", ProcurementRules::publishingDays)
                .since(2, ProcurementRules.PUBLISHING_DAYS);
        return Shape.of(FIRST + 1, "procurement-rules", ProcurementRules.class)
                .fields(
                        planLifecycle,
                        contractLifecycle,
                        reviews,
                        severities,
                        methods,
                        supplementPercent,
                        bondPercent,
                        signingDays)
                .fields(filingDays, holidays, workingWeekends, dueTerms, limits, publishingDays)
                .maker(v -> ImmutableProcurementRules.builder()
                        .planLifecycle(v.get(planLifecycle))
                        .contractLifecycle(v.get(contractLifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .methods(v.get(methods))
                        .supplementPercent(v.get(supplementPercent))
                        .bondPercent(v.get(bondPercent))
                        .signingDays(v.get(signingDays))
                        .filingDays(v.get(filingDays))
                        .holidays(v.get(holidays))
                        .workingWeekends(v.get(workingWeekends))
                        .dueTerms(v.get(dueTerms))
                        .limits(v.get(limits))
                        .publishingDays(v.get(publishingDays))
                        .build());
    }

    private static Shape<CreatePlan> create() {
        Field<CreatePlan, Id<ProcurementPlan>> plan = Field.of("plan", PLAN, CreatePlan::plan);
        Field<CreatePlan, PlanTerms> terms = Field.of("terms", Type.nested(TERMS), CreatePlan::terms);
        return Shape.of(FIRST + 2, "create-plan", CreatePlan.class)
                .fields(plan, terms)
                .maker(v -> new CreatePlan(v.get(plan), v.get(terms)));
    }

    private static Shape<RevisePlan> revise() {
        Field<RevisePlan, Id<ProcurementPlan>> plan = Field.of("plan", PLAN, RevisePlan::plan);
        Field<RevisePlan, PlanTerms> terms = Field.of("terms", Type.nested(TERMS), RevisePlan::terms);
        return Shape.of(FIRST + 3, "revise-plan", RevisePlan.class)
                .fields(plan, terms)
                .maker(v -> new RevisePlan(v.get(plan), v.get(terms)));
    }

    private static Shape<ProcurementAwarded> awarded() {
        Field<ProcurementAwarded, Id<ProcurementPlan>> plan = Field.of("plan", PLAN, ProcurementAwarded::plan);
        Field<ProcurementAwarded, String> number = Field.of("number", Type.text(), ProcurementAwarded::number);
        Field<ProcurementAwarded, Supplier> supplier = Field.of("supplier", SUPPLIER, ProcurementAwarded::supplier);
        Field<ProcurementAwarded, Money> amount = Field.of("amount", Type.money(), ProcurementAwarded::amount);
        Field<ProcurementAwarded, String> method = Field.of("method", Type.text(), ProcurementAwarded::method);
        Field<ProcurementAwarded, LocalDate> awardedOn =
                Field.of("awardedOn", Type.date(), ProcurementAwarded::awardedOn);
        return Shape.of(FIRST + 4, "procurement-awarded", ProcurementAwarded.class)
                .fields(plan, number, supplier, amount, method, awardedOn)
                .maker(v -> new ProcurementAwarded(
                        v.get(plan), v.get(number), v.get(supplier), v.get(amount), v.get(method), v.get(awardedOn)));
    }

    private static Shape<ProcurementFailed> failed() {
        Field<ProcurementFailed, Id<ProcurementPlan>> plan = Field.of("plan", PLAN, ProcurementFailed::plan);
        Field<ProcurementFailed, String> number = Field.of("number", Type.text(), ProcurementFailed::number);
        Field<ProcurementFailed, String> reason = Field.of("reason", Type.text(), ProcurementFailed::reason);
        Field<ProcurementFailed, LocalDate> failedOn = Field.of("failedOn", Type.date(), ProcurementFailed::failedOn);
        return Shape.of(FIRST + 5, "procurement-failed", ProcurementFailed.class)
                .fields(plan, number, reason, failedOn)
                .maker(v -> new ProcurementFailed(v.get(plan), v.get(number), v.get(reason), v.get(failedOn)));
    }

    private static Shape<PlanFilledIn> filledIn() {
        Field<PlanFilledIn, Move> move = Field.of("move", MOVE, PlanFilledIn::move);
        Field<PlanFilledIn, PlanTerms> terms = Field.of("terms", Type.nested(TERMS), PlanFilledIn::terms);
        return Shape.of(FIRST + 6, "plan-filled-in", PlanFilledIn.class)
                .fields(move, terms)
                .maker(v -> new PlanFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<PlanAwarded> planAwarded() {
        Field<PlanAwarded, Move> move = Field.of("move", MOVE, PlanAwarded::move);
        Field<PlanAwarded, Award> award = Field.of("award", Type.nested(award()), PlanAwarded::award);
        return Shape.of(FIRST + 7, "plan-awarded", PlanAwarded.class)
                .fields(move, award)
                .maker(v -> new PlanAwarded(v.get(move), v.get(award)));
    }

    private static Shape<PlanFailed> planFailed() {
        Field<PlanFailed, Move> move = Field.of("move", MOVE, PlanFailed::move);
        Field<PlanFailed, Failure> failure = Field.of("failure", Type.nested(failure()), PlanFailed::failure);
        return Shape.of(FIRST + 8, "plan-failed", PlanFailed.class)
                .fields(move, failure)
                .maker(v -> new PlanFailed(v.get(move), v.get(failure)));
    }
}
