package org.fiscalloop.project;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.util.Map;
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
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.project.ProjectCommands.AdjustProject;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectCommands.DivideProject;
import org.fiscalloop.project.ProjectCommands.ReviseProject;
import org.fiscalloop.project.ProjectEvents.ProjectDivided;
import org.fiscalloop.project.ProjectEvents.ProjectFilledIn;
import org.joda.money.Money;

/** The forms of projects: terms, rules, commands and events, for the journal and for trees. */
public final class ProjectShapes {
    private static final int FIRST_TAG = 0x20;
    private static final int LAST_TAG = 0x2F;

    private static final Type<Id<Project>> ID = KernelTypes.id(Project.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(Project.KIND));
    private static final Type<BigDecimal> DECIMAL =
            Type.mapped("decimal", Type.text(), BigDecimal::new, BigDecimal::toPlainString);
    private static final Type<ImmutableSortedMap<Integer, Money>> SLICES =
            Type.mapped("yuan by year", Type.map(Type.money()), ProjectShapes::byYear, ProjectShapes::byText);

    private static final Type<ImmutableList<Estimate>> ESTIMATES = Type.list(Type.nested(estimate()));

    /** What is filled in on a project. */
    public static final Shape<ProjectTerms> TERMS = terms();

    /** The rules of projects. */
    public static final Shape<ProjectRules> RULES = rules();

    static final Shape<CreateProject> CREATE = create();
    static final Shape<ReviseProject> REVISE = revise();
    static final Shape<DivideProject> DIVIDE = divide();
    static final Shape<AdjustProject> ADJUST = adjust();
    static final Shape<ProjectFilledIn> FILLED_IN = filledIn();
    static final Shape<ProjectDivided> DIVIDED = divided();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY =
            ShapeFamily.of("project", FIRST_TAG, LAST_TAG, CREATE, REVISE, DIVIDE, ADJUST, FILLED_IN, DIVIDED);

    private ProjectShapes() {}

    private static ImmutableSortedMap<Integer, Money> byYear(ImmutableMap<String, Money> byText) {
        ImmutableSortedMap.Builder<Integer, Money> byYear = ImmutableSortedMap.naturalOrder();
        for (Map.Entry<String, Money> slice : byText.entrySet()) {
            byYear.put(Integer.valueOf(slice.getKey()), slice.getValue());
        }
        return byYear.buildOrThrow();
    }

    private static ImmutableMap<String, Money> byText(ImmutableSortedMap<Integer, Money> byYear) {
        ImmutableMap.Builder<String, Money> byText = ImmutableMap.builder();
        byYear.forEach((year, amount) -> byText.put(Integer.toString(year), amount));
        return byText.buildOrThrow();
    }

    private static Shape<Estimate> estimate() {
        Field<Estimate, String> item = Field.of("item", Type.text(), Estimate::item);
        Field<Estimate, String> standard = Field.of("standard", Type.text(), Estimate::standard);
        Field<Estimate, BigDecimal> price = Field.of("price", DECIMAL, Estimate::price);
        Field<Estimate, BigDecimal> quantity = Field.of("quantity", DECIMAL, Estimate::quantity);
        return Shape.<Estimate>nested("estimate")
                .fields(item, standard, price, quantity)
                .maker(v -> new Estimate(v.get(item), v.get(standard), v.get(price), v.get(quantity)));
    }

    private static Shape<ProjectTerms> terms() {
        Field<ProjectTerms, ProjectCode> code = Field.of("code", MasterdataTypes.PROJECT, ProjectTerms::code);
        Field<ProjectTerms, String> name = Field.of("name", Type.text(), ProjectTerms::name);
        Field<ProjectTerms, String> category = Field.of("category", Type.text(), ProjectTerms::category);
        Field<ProjectTerms, String> division = Field.of("division", Type.text(), ProjectTerms::division);
        Field<ProjectTerms, String> agency = Field.of("agency", Type.text(), ProjectTerms::agency);
        Field<ProjectTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", ProjectTerms::fiscalYear);
        Field<ProjectTerms, Optional<ProjectCode>> parent =
                Field.of("parent", Type.optional(MasterdataTypes.PROJECT), ProjectTerms::parent);
        Field<ProjectTerms, Boolean> divided =
                Field.of("divided", Type.bool(), ProjectTerms::isDivided).orElse(false);
        Field<ProjectTerms, Money> total = Field.of("total", Type.money(), ProjectTerms::total);
        Field<ProjectTerms, ImmutableSortedMap<Integer, Money>> slices =
                Field.of("slices", SLICES, ProjectTerms::slices);
        Field<ProjectTerms, ImmutableList<Estimate>> estimates =
                Field.of("estimates", ESTIMATES, ProjectTerms::estimates).orElse(ImmutableList.of());
        Field<ProjectTerms, Optional<String>> goal =
                Field.of("performanceGoal", Type.optional(Type.text()), ProjectTerms::performanceGoal);
        Field<ProjectTerms, ImmutableList<String>> indicators = Field.of(
                        "performanceIndicators", Type.list(Type.text()), ProjectTerms::performanceIndicators)
                .orElse(ImmutableList.of());
        Field<ProjectTerms, Boolean> major = Field.of("newMajorPolicy", Type.bool(), ProjectTerms::isNewMajorPolicy)
                .orElse(false);
        Field<ProjectTerms, Boolean> research =
                Field.of("research", Type.bool(), ProjectTerms::isResearch).orElse(false);
        Field<ProjectTerms, Boolean> construction = Field.of("construction", Type.bool(), ProjectTerms::isConstruction)
                .orElse(false);
        Field<ProjectTerms, Optional<String>> evaluation =
                Field.of("preEvaluation", Type.optional(Type.text()), ProjectTerms::preEvaluation);
        Field<ProjectTerms, ImmutableSortedMap<String, String>> extra =
                Field.of("extra", RuleShapes.TEXTS, ProjectTerms::extra).orElse(ImmutableSortedMap.of());
        Field<ProjectTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, ProjectTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<ProjectTerms>nested("project-terms")
                .fields(code, name, category, division, agency, fiscalYear, parent, divided, total, slices)
                .fields(estimates, goal, indicators, major, research, construction, evaluation, extra, attributes)
                .maker(v -> ImmutableProjectTerms.builder()
                        .code(v.get(code))
                        .name(v.get(name))
                        .category(v.get(category))
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .parent(v.get(parent))
                        .isDivided(v.get(divided))
                        .total(v.get(total))
                        .slices(v.get(slices))
                        .estimates(v.get(estimates))
                        .performanceGoal(v.get(goal))
                        .performanceIndicators(v.get(indicators))
                        .isNewMajorPolicy(v.get(major))
                        .isResearch(v.get(research))
                        .isConstruction(v.get(construction))
                        .preEvaluation(v.get(evaluation))
                        .extra(v.get(extra))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<ProjectRules> rules() {
        Field<ProjectRules, Lifecycle<ProjectState, ProjectAction>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(ProjectState.class, ProjectAction.class), ProjectRules::lifecycle);
        Field<ProjectRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, ProjectRules::reviews);
        Field<ProjectRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, ProjectRules::severities);
        Field<ProjectRules, ImmutableSet<String>> measured =
                Field.of("measuredCategories", Type.set(Type.text()), ProjectRules::measuredCategories);
        Field<ProjectRules, ImmutableMap<String, SpendingKind>> spending =
                Field.of("spendingKinds", Type.map(Type.enumOf(SpendingKind.class)), ProjectRules::spendingKinds);
        return Shape.<ProjectRules>nested("project-rules")
                .fields(lifecycle, reviews, severities, measured, spending)
                .maker(v -> ImmutableProjectRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .measuredCategories(v.get(measured))
                        .spendingKinds(v.get(spending))
                        .build());
    }

    private static Shape<CreateProject> create() {
        Field<CreateProject, ProjectTerms> terms = Field.of("terms", Type.nested(TERMS), CreateProject::terms);
        return Shape.of(FIRST_TAG, "create-project", CreateProject.class)
                .fields(terms)
                .maker(v -> new CreateProject(v.get(terms)));
    }

    private static Shape<ReviseProject> revise() {
        Field<ReviseProject, ProjectTerms> terms = Field.of("terms", Type.nested(TERMS), ReviseProject::terms);
        return Shape.of(FIRST_TAG + 1, "revise-project", ReviseProject.class)
                .fields(terms)
                .maker(v -> new ReviseProject(v.get(terms)));
    }

    private static Shape<DivideProject> divide() {
        Field<DivideProject, Id<Project>> document = Field.of("document", ID, DivideProject::document);
        Field<DivideProject, ImmutableList<ProjectTerms>> parts =
                Field.of("parts", Type.list(Type.nested(TERMS)), DivideProject::parts);
        return Shape.of(FIRST_TAG + 2, "divide-project", DivideProject.class)
                .fields(document, parts)
                .maker(v -> new DivideProject(v.get(document), v.get(parts)));
    }

    private static Shape<AdjustProject> adjust() {
        Field<AdjustProject, Id<Project>> document = Field.of("document", ID, AdjustProject::document);
        Field<AdjustProject, Money> total = Field.of("total", Type.money(), AdjustProject::total);
        Field<AdjustProject, ImmutableSortedMap<Integer, Money>> slices =
                Field.of("slices", SLICES, AdjustProject::slices);
        Field<AdjustProject, ImmutableList<Estimate>> estimates =
                Field.of("estimates", ESTIMATES, AdjustProject::estimates).orElse(ImmutableList.of());
        return Shape.of(FIRST_TAG + 3, "adjust-project", AdjustProject.class)
                .fields(document, total, slices, estimates)
                .maker(v -> new AdjustProject(v.get(document), v.get(total), v.get(slices), v.get(estimates)));
    }

    private static Shape<ProjectFilledIn> filledIn() {
        Field<ProjectFilledIn, Move> move = Field.of("move", MOVE, ProjectFilledIn::move);
        Field<ProjectFilledIn, ProjectTerms> terms = Field.of("terms", Type.nested(TERMS), ProjectFilledIn::terms);
        return Shape.of(FIRST_TAG + 4, "project-filled-in", ProjectFilledIn.class)
                .fields(move, terms)
                .maker(v -> new ProjectFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<ProjectDivided> divided() {
        Field<ProjectDivided, ImmutableList<Move>> moves = Field.of("moves", Type.list(MOVE), ProjectDivided::moves);
        Field<ProjectDivided, ImmutableList<ProjectTerms>> terms =
                Field.of("terms", Type.list(Type.nested(TERMS)), ProjectDivided::terms);
        return Shape.of(FIRST_TAG + 5, "project-divided", ProjectDivided.class)
                .fields(moves, terms)
                .maker(v -> new ProjectDivided(v.get(moves), v.get(terms)));
    }
}
