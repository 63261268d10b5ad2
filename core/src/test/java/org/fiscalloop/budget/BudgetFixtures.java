package org.fiscalloop.budget;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentRules;
import org.fiscalloop.project.ImmutableProjectRules;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableRegisterRules;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.register.RegisterFlow;

/** The smallest budget: a department with two agencies, a reserved project of the first, and a line of it. */
public final class BudgetFixtures {
    public static final String DIVISION = "310107000";
    public static final String DEPARTMENT = "105";
    public static final String AGENCY = "105001";
    public static final String SISTER = "105002";
    public static final int YEAR = 2024;
    public static final LocalDate DAY = LocalDate.of(YEAR, 3, 1);
    public static final ProjectCode PROJECT = new ProjectCode("31010724T000000000001");
    public static final Id<BudgetLine> LINE = BudgetLine.id("B-1");

    /** Who enters, and who has not entered and so may approve. */
    public static final String CLERK = FlowBench.CLERK;

    public static final String FINANCE = "finance";

    private BudgetFixtures() {}

    /** The nation's rules, the agencies, and the project reserved with 1000.00 yuan for 2024 and 2025. */
    public static FlowBench bench() {
        FlowBench bench = new FlowBench(DAY, RegisterFlow.FLOW, ProjectFlow.FLOW, BudgetFlow.FLOW)
                .with(
                        MasterdataRules.KEY,
                        new MasterdataRules(CodeTables.national(), ElementRules.national(), ImmutableSet.of()));
        return prepared(bench);
    }

    /** The same on a bench of more packages. */
    public static FlowBench prepared(FlowBench bench) {
        bench.with(
                        RegisterFlow.RULES,
                        ImmutableRegisterRules.builder()
                                .reviews(ReviewChains.ONE_POST_EACH)
                                .build())
                .with(ProjectFlow.RULES, ImmutableProjectRules.builder().build())
                .with(TreasuryCodes.KEY, ImmutablePaymentRules.builder().build())
                .with(BudgetFlow.RULES, ImmutableBudgetRules.builder().build());
        bench.done(new RegisterAgency(agency(DEPARTMENT, Optional.empty())));
        bench.done(new RegisterAgency(agency(AGENCY, Optional.of(DEPARTMENT))));
        bench.done(new RegisterAgency(agency(SISTER, Optional.of(DEPARTMENT))));
        bench.done(new CreateProject(project().build()));
        reserve(bench, Project.id(PROJECT));
        return bench;
    }

    /** Takes a project that has been filled in to the reserve of finance. */
    public static void reserve(FlowBench bench, Id<Project> project) {
        bench.by(CLERK).done(project, ProjectAction.SUBMIT);
        bench.by("head").done(project, ProjectAction.APPROVE);
        bench.done(project, ProjectAction.REPORT);
        bench.by(FINANCE).done(project, ProjectAction.APPROVE);
        bench.by(CLERK);
    }

    private static ImmutableAgencyTerms agency(String code, Optional<String> parent) {
        return ImmutableAgencyTerms.builder()
                .division(DIVISION)
                .fiscalYear(YEAR)
                .code(new AgencyCode(code))
                .name("单位" + code)
                .kind(AgencyKind.ADMINISTRATIVE)
                .parent(parent.map(AgencyCode::new))
                .build();
    }

    /** The project, of 1000.00 yuan over two years. */
    public static ImmutableProjectTerms.Builder project() {
        return ImmutableProjectTerms.builder()
                .code(PROJECT)
                .name("信息系统运行维护")
                .category("3")
                .division(DIVISION)
                .agency(AGENCY)
                .fiscalYear(YEAR)
                .total(Fen.money(100_000))
                .slices(ImmutableSortedMap.of(YEAR, Fen.money(60_000), YEAR + 1, Fen.money(40_000)))
                .performanceGoal("系统稳定运行")
                .addPerformanceIndicators("全年可用率");
    }

    /** The coding block of the project's services. */
    public static ImmutableElements.Builder elements() {
        return ImmutableElements.builder()
                .division(new DivisionCode(DIVISION))
                .fiscalYear(YEAR)
                .agency(new AgencyCode(AGENCY))
                .project(PROJECT)
                .function("2010602")
                .governmentEconomic("50201")
                .departmentEconomic("30201")
                .fund("111");
    }

    /** A line of 500.00 yuan. */
    public static ImmutableBudgetTerms.Builder terms() {
        return ImmutableBudgetTerms.builder().elements(elements().build()).amount(Fen.money(50_000));
    }

    /** The command that fills in the line. */
    public static CreateBudgetLine create() {
        return new CreateBudgetLine(LINE, terms().build());
    }

    /** A bench on which the line stands in this state. */
    public static FlowBench in(BudgetState state) {
        FlowBench bench = bench();
        take(bench, state);
        return bench;
    }

    /** Takes a line of its own from nothing to appropriation. */
    public static void appropriate(FlowBench bench, CreateBudgetLine create) {
        bench.by(CLERK).done(create);
        bench.done(create.document(), BudgetAction.SUBMIT);
        bench.by(FINANCE).done(create.document(), BudgetAction.APPROVE);
        bench.done(create.document(), BudgetAction.APPROPRIATE);
        bench.by(CLERK);
    }

    /** Takes the line from nothing to this state. */
    public static void take(FlowBench bench, BudgetState state) {
        bench.by(CLERK).done(create());
        if (state == BudgetState.VOIDED) {
            bench.done(LINE, BudgetAction.VOID);
        }
        if (state == BudgetState.SUBMITTED || state == BudgetState.APPROVED || state == BudgetState.APPROPRIATED) {
            bench.done(LINE, BudgetAction.SUBMIT);
        }
        if (state == BudgetState.APPROVED || state == BudgetState.APPROPRIATED) {
            bench.by(FINANCE).done(LINE, BudgetAction.APPROVE);
        }
        if (state == BudgetState.APPROPRIATED) {
            bench.done(LINE, BudgetAction.APPROPRIATE);
        }
        bench.by(CLERK);
    }
}
