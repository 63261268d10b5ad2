package org.fiscalloop.examples.madrid;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Multimaps;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;

/**
 * The city's budget on its way: what a section does under a program is a project (先有项目); each line is appropriated with
 * its initial credit, adjusted by its modifications, and allotted whole.
 *
 * <p>Neither a line nor an allotment can be filled in with nothing. A line that is created in the course of the year is
 * appropriated with what it is created with. A line that ends with nothing, and may be paid from all the same where its group
 * has room, is allotted with what it began with, a fen where that was nothing too, and all of it is taken back.
 */
final class CityBudget {
    private static final String APPROVAL = "Modificaciones de crédito 2020";
    private static final String DOCUMENT = "Presupuesto 2020";
    private static final long A_FEN = 1;

    private final City city;
    private final ImmutableMap<String, Elements> elements;

    private CityBudget(City city, ImmutableMap<String, Elements> elements) {
        this.city = city;
        this.elements = elements;
    }

    /** All lines, allotted. */
    static CityBudget allot(City city, MadridData data) {
        ImmutableListMultimap<ProjectCode, CreditLine> projects = Multimaps.index(data.lines(), CityBudget::project);
        ImmutableMap.Builder<String, Elements> elements = ImmutableMap.builder();
        data.lines().forEach(line -> elements.put(line.key(), elements(line)));
        CityBudget budget = new CityBudget(city, elements.buildOrThrow());
        projects.asMap().forEach((code, lines) -> {
            CreditLine first = lines.iterator().next();
            budget.reserve(
                    code, first, lines.stream().map(CityBudget::neededFen).reduce(0L, Fen::add));
        });
        data.lines().forEach(budget::allot);
        return budget;
    }

    /** The allotment of a line. */
    static Id<Allotment> allotment(String line) {
        return Allotment.id("A-" + line);
    }

    /** The coding block of a line, which its payments have too. */
    Elements elements(String line) {
        Elements found = elements.get(line);
        if (found == null) {
            throw new IllegalArgumentException("there is no line " + line);
        }
        return found;
    }

    private void reserve(ProjectCode code, CreditLine line, long fen) {
        Id<Project> project = Project.id(code);
        String clerk = City.clerk(line.section());
        String head = City.head(line.section());
        city.must(
                clerk,
                new CreateProject(ImmutableProjectTerms.builder()
                        .code(code)
                        .name("Programa " + line.program() + ", " + line.section())
                        .category("3")
                        .division(MadridRules.CITY)
                        .agency(line.section())
                        .fiscalYear(MadridRules.YEAR)
                        .total(Fen.money(fen))
                        .slices(ImmutableSortedMap.of(MadridRules.YEAR, Fen.money(fen)))
                        .performanceGoal(DOCUMENT)
                        .addPerformanceIndicators(DOCUMENT)
                        .build()));
        city.must(clerk, project, ProjectAction.SUBMIT);
        city.must(head, project, ProjectAction.APPROVE);
        city.must(head, project, ProjectAction.REPORT);
        city.must(City.FINANCE, project, ProjectAction.APPROVE);
    }

    /** What a line is appropriated with. */
    private static long openingFen(CreditLine line) {
        return line.initialFen() > 0 ? line.initialFen() : Math.max(line.creditFen(), A_FEN);
    }

    /** What a line needs of its project at most. */
    private static long neededFen(CreditLine line) {
        return Math.max(openingFen(line), line.creditFen());
    }

    private void allot(CreditLine line) {
        Id<BudgetLine> id = BudgetLine.id("L-" + line.key());
        Id<Allotment> allotment = allotment(line.key());
        long opening = openingFen(line);
        long change = Fen.subtract(line.creditFen(), opening);
        appropriate(id, line, opening);
        if (line.creditFen() > 0) {
            adjust(id, change);
            issue(allotment, id, line, line.creditFen());
        } else {
            issue(allotment, id, line, opening);
            city.must(City.CHIEF, new ReduceAllotment(allotment, Fen.money(opening), APPROVAL));
            adjust(id, change);
        }
    }

    private void appropriate(Id<BudgetLine> id, CreditLine line, long fen) {
        String clerk = City.clerk(line.section());
        city.must(
                clerk,
                new CreateBudgetLine(
                        id,
                        ImmutableBudgetTerms.builder()
                                .elements(elements(line.key()))
                                .amount(Fen.money(fen))
                                .build()));
        city.must(clerk, id, BudgetAction.SUBMIT);
        city.must(City.FINANCE, id, BudgetAction.APPROVE);
        city.must(City.FINANCE, id, BudgetAction.APPROPRIATE);
    }

    private void adjust(Id<BudgetLine> id, long fen) {
        if (fen != 0) {
            city.must(City.FINANCE, new AdjustBudgetLine(id, Fen.money(fen), APPROVAL));
        }
    }

    private void issue(Id<Allotment> allotment, Id<BudgetLine> id, CreditLine line, long fen) {
        city.must(
                City.FINANCE,
                new CreateAllotment(
                        allotment,
                        ImmutableAllotmentTerms.builder()
                                .elements(elements(line.key()))
                                .line(id)
                                .flag(AllotmentFlag.EXECUTABLE)
                                .amount(Fen.money(fen))
                                .documentNo(DOCUMENT)
                                .title(DOCUMENT)
                                .effectiveOn(city.day())
                                .build()));
        city.must(City.FINANCE, allotment, AllotmentAction.SUBMIT);
        city.must(City.CHIEF, allotment, AllotmentAction.APPROVE);
    }

    /** Division and year are prescribed; what follows is section and program. */
    private static ProjectCode project(CreditLine line) {
        return new ProjectCode(
                MadridRules.CITY.substring(0, 6) + MadridRules.YEAR % 100 + line.section() + line.program() + "00");
    }

    /** The article, the first two digits of the economic class, stands for the government's class. */
    private static Elements elements(CreditLine line) {
        return ImmutableElements.builder()
                .division(new DivisionCode(MadridRules.CITY))
                .fiscalYear(MadridRules.YEAR)
                .agency(new AgencyCode(line.section()))
                .project(project(line))
                .function("M" + line.program())
                .governmentEconomic("M" + line.economic().substring(0, 2))
                .departmentEconomic("M" + line.economic())
                .fund("111")
                .extra(ImmutableSortedMap.of(
                        MadridRules.CENTRE.code(), line.centre(),
                        MadridRules.CHAPTER.code(), line.chapter()))
                .build();
    }
}
