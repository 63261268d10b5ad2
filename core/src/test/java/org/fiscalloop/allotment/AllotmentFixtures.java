package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetFixtures;
import org.fiscalloop.budget.BudgetFlow;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.register.RegisterFlow;

/** The smallest allotment: of the appropriated line of {@link BudgetFixtures}. */
public final class AllotmentFixtures {
    static final ProjectCode OF_DEPARTMENT = new ProjectCode("31010724T000000000002");

    public static final Id<Allotment> ALLOTMENT = Allotment.id("A-1");

    /** The formal allotment of {@link #toBeOffset}. */
    static final Id<Allotment> FORMAL = Allotment.id("A-2");

    private AllotmentFixtures() {}

    /** A bench on which the line stands in this state. */
    public static FlowBench bench(BudgetState line) {
        FlowBench bench = new FlowBench(
                        BudgetFixtures.DAY, RegisterFlow.FLOW, ProjectFlow.FLOW, BudgetFlow.FLOW, AllotmentFlow.FLOW)
                .with(
                        MasterdataRules.KEY,
                        new MasterdataRules(CodeTables.national(), ElementRules.national(), ImmutableSet.of()))
                .with(AllotmentFlow.RULES, ImmutableAllotmentRules.builder().build());
        BudgetFixtures.prepared(bench);
        BudgetFixtures.take(bench, line);
        return bench;
    }

    /** A bench on which the line is appropriated. */
    public static FlowBench bench() {
        return bench(BudgetState.APPROPRIATED);
    }

    /** An executable allotment of 200.00 yuan. */
    public static ImmutableAllotmentTerms.Builder terms() {
        return ImmutableAllotmentTerms.builder()
                .elements(BudgetFixtures.elements().build())
                .line(BudgetFixtures.LINE)
                .flag(AllotmentFlag.EXECUTABLE)
                .amount(Fen.money(20_000))
                .documentNo("财预〔2024〕1号")
                .title("关于下达预算的通知")
                .effectiveOn(BudgetFixtures.DAY);
    }

    /** One to be distributed. */
    public static ImmutableAllotmentTerms.Builder pending() {
        return terms().flag(AllotmentFlag.PENDING);
    }

    /** The same with other elements. */
    public static ImmutableAllotmentTerms.Builder with(ImmutableElements.Builder elements) {
        return terms().elements(elements.build());
    }

    /** Elements of another agency. */
    public static ImmutableElements.Builder elementsOf(String agency) {
        return BudgetFixtures.elements().agency(new AgencyCode(agency));
    }

    /** A bench on which the allotment stands in this state. */
    public static FlowBench in(AllotmentState state) {
        return in(state, terms());
    }

    /** A bench on which an allotment with these terms stands in this state. */
    public static FlowBench in(AllotmentState state, ImmutableAllotmentTerms.Builder terms) {
        FlowBench bench = bench();
        bench.done(new CreateAllotment(ALLOTMENT, terms.build()));
        if (state == AllotmentState.VOIDED) {
            bench.done(ALLOTMENT, AllotmentAction.VOID);
        }
        if (state == AllotmentState.SUBMITTED || state == AllotmentState.ISSUED) {
            bench.done(ALLOTMENT, AllotmentAction.SUBMIT);
        }
        if (state == AllotmentState.ISSUED) {
            bench.by(BudgetFixtures.FINANCE).done(ALLOTMENT, AllotmentAction.APPROVE);
        }
        bench.with(
                terms.build().flag().measure(),
                bench.get(ALLOTMENT).segments(),
                state == AllotmentState.ISSUED ? Fen.of(terms.build().amount()) : 0);
        return bench.by(BudgetFixtures.CLERK);
    }

    /** One of 200.00 yuan that is issued before its line is appropriated. */
    static ImmutableAllotmentTerms.Builder temporary() {
        return terms().family(AllotmentFamily.TEMPORARY).ground(AllotmentTerms.Ground.OBLIGATION);
    }

    /** A bench on which the line is proposed and the temporary allotment is issued from it. */
    static FlowBench preIssued() {
        FlowBench bench = bench(BudgetState.SUBMITTED);
        issue(bench, ALLOTMENT, temporary().build());
        return bench.with(AllotmentMeasure.PRE_ISSUED, bench.get(ALLOTMENT).segments(), 20_000);
    }

    /** The same after the line is appropriated and a formal allotment of 200.00 yuan is issued from it. */
    static FlowBench toBeOffset() {
        FlowBench bench = preIssued();
        bench.by(BudgetFixtures.FINANCE).done(BudgetFixtures.LINE, BudgetAction.APPROVE);
        bench.done(BudgetFixtures.LINE, BudgetAction.APPROPRIATE);
        issue(bench, FORMAL, terms().build());
        return bench;
    }

    /** Takes an allotment from nothing to issue. */
    static void issue(FlowBench bench, Id<Allotment> id, AllotmentTerms terms) {
        bench.by(BudgetFixtures.CLERK).done(new CreateAllotment(id, terms));
        bench.done(id, AllotmentAction.SUBMIT);
        bench.by(BudgetFixtures.FINANCE).done(id, AllotmentAction.APPROVE);
        bench.with(terms.flag().measure(), bench.get(id).segments(), Fen.of(terms.amount()));
    }

    /** Masterdata with one element more, without a code set. */
    static MasterdataRules labelled(boolean isInherited) {
        ElementRules.Declaration label = new ElementRules.Declaration(
                "label",
                "label",
                "标签",
                Optional.empty(),
                ImmutableSet.of(),
                isInherited,
                false,
                Optional.empty(),
                Source.own("a test"));
        return new MasterdataRules(
                CodeTables.national(), ElementRules.national().declaring(label), ImmutableSet.of());
    }

    /** A bench on which the line B-2 has the label. */
    static FlowBench lineWithLabel(boolean isInherited) {
        FlowBench bench = bench(BudgetState.DRAFT).with(MasterdataRules.KEY, labelled(isInherited));
        BudgetFixtures.appropriate(
                bench,
                new CreateBudgetLine(
                        BudgetLine.id("B-2"),
                        BudgetFixtures.terms()
                                .elements(BudgetFixtures.elements()
                                        .putExtra("label", "直达")
                                        .build())
                                .build()));
        return bench;
    }

    /** A bench on which the line B-2 is the department's. */
    static FlowBench ofDepartment() {
        FlowBench bench = bench();
        bench.done(new CreateProject(BudgetFixtures.project()
                .code(OF_DEPARTMENT)
                .agency(BudgetFixtures.DEPARTMENT)
                .build()));
        BudgetFixtures.reserve(bench, Project.id(OF_DEPARTMENT));
        BudgetFixtures.appropriate(
                bench,
                new CreateBudgetLine(
                        BudgetLine.id("B-2"),
                        BudgetFixtures.terms()
                                .elements(elementsOf(BudgetFixtures.DEPARTMENT)
                                        .project(OF_DEPARTMENT)
                                        .build())
                                .build()));
        return bench;
    }

    /** An allotment of that line to an agency below the department, to be distributed. */
    static ImmutableAllotmentTerms.Builder below() {
        return with(elementsOf(BudgetFixtures.AGENCY).project(OF_DEPARTMENT))
                .line(BudgetLine.id("B-2"))
                .flag(AllotmentFlag.PENDING);
    }
}
