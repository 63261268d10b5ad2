package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Estimate;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.register.AgencyTerms;
import org.joda.money.Money;

/**
 * The budget of an agency on its way: a project for each function and kind of spending is reserved, its lines are proposed
 * and appropriated, each line is allotted whole.
 */
final class Budget {
    private final Office office;
    private final Chain chain;
    private final Plan plan;
    private final AgencyTerms agency;

    /** The budget of the office's own agency, or of one below it. */
    Budget(Office office, AgencyTerms agency, Plan plan) {
        this.office = office;
        this.chain = new Chain(office);
        this.plan = plan;
        this.agency = agency;
    }

    /** Reserves every project with the sum of its lines. */
    void reserve(LocalDate on) {
        projects().asMap().forEach((code, lines) -> {
            ImmutableList<Plan.Line> own = ImmutableList.copyOf(lines);
            chain.reserve(terms(code, own), own.get(0).kind().isBasic(), on);
        });
    }

    private ProjectTerms terms(ProjectCode code, ImmutableList<Plan.Line> lines) {
        Money total = Fen.money(lines.stream().map(Plan.Line::budget).reduce(0L, Fen::add));
        Plan.Line first = lines.get(0);
        ImmutableProjectTerms.Builder terms = ImmutableProjectTerms.builder()
                .code(code)
                .name(first.name())
                .category(category(first))
                .division(agency.division())
                .agency(agency.agency())
                .fiscalYear(agency.fiscalYear())
                .total(total)
                .slices(ImmutableSortedMap.of(agency.fiscalYear(), total));
        if (first.kind().isBasic()) {
            lines.forEach(line -> terms.addEstimates(
                    new Estimate(line.economic(), "本级定额标准", Fen.yuan(line.budget()), BigDecimal.ONE)));
        } else {
            terms.performanceGoal("按年度工作计划完成").addPerformanceIndicators("年度任务完成率 100%");
        }
        return terms.build();
    }

    /** 1 人员类, 21 公用经费, 22 其他运转类; what finance has others do is a specific goal, 3 特定目标类. */
    private static String category(Plan.Line line) {
        return switch (line.kind()) {
            case PERSONNEL -> "1";
            case OPERATING -> "21";
            case PROJECT -> line.function().equals("2010608") ? "3" : "22";
        };
    }

    /** The projects, each with its lines. */
    SetMultimap<ProjectCode, Plan.Line> projects() {
        SetMultimap<ProjectCode, Plan.Line> projects = LinkedHashMultimap.create();
        plan.lines().forEach(line -> projects.put(project(line), line));
        return projects;
    }

    /** The project of a line. Division and year are prescribed; what follows is kind, agency, function and fund. */
    ProjectCode project(Plan.Line line) {
        String last = agency.agency().substring(agency.agency().length() - 3);
        return new ProjectCode(agency.division().substring(0, 6)
                + agency.fiscalYear() % 100
                + line.letter()
                + last
                + line.function()
                + line.fund().substring(0, 2));
    }

    /** Proposes every line. */
    void propose(LocalDate on) {
        plan.lines()
                .forEach(line ->
                        chain.propose(line(line, agency.fiscalYear()), elements(line), Fen.money(line.budget()), on));
    }

    /** Appropriates every line. */
    void appropriate(LocalDate on) {
        plan.lines().forEach(line -> chain.appropriate(line(line, agency.fiscalYear()), on));
    }

    /** Issues an executable allotment of every line. */
    void allot(LocalDate on) {
        plan.lines()
                .forEach(line -> chain.issue(
                        allotment(line, agency.fiscalYear()),
                        line(line, agency.fiscalYear()),
                        elements(line),
                        Fen.money(line.budget()),
                        on));
    }

    /** The coding block of a line; the government economic 款 follows from the department's and the kind of agency. */
    Elements elements(Plan.Line line) {
        int year = agency.fiscalYear();
        CodeTables tables =
                office.rules(LocalDate.of(year, 1, 1)).rulebook().masterdata().tables();
        String government = tables.mapping(year)
                .orElseThrow()
                .governmentCodes(line.economic(), agency.kind())
                .asList()
                .get(0);
        return ImmutableElements.builder()
                .division(new DivisionCode(agency.division()))
                .fiscalYear(year)
                .agency(agency.code())
                .project(project(line))
                .function(line.function())
                .governmentEconomic(government)
                .departmentEconomic(line.economic())
                .fund(line.fund())
                .build();
    }

    /** The budget line of a planned one. */
    static Id<BudgetLine> line(Plan.Line line, int year) {
        return BudgetLine.id("YS-" + year % 100 + "-" + line.number());
    }

    /** The allotment of a planned line. */
    static Id<Allotment> allotment(Plan.Line line, int year) {
        return Allotment.id("ZB-" + year % 100 + "-" + line.number());
    }
}
