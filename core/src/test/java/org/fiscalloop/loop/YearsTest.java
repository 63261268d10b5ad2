package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.junit.jupiter.api.Test;

/** What belongs to a fiscal year is not moved after its end, and nothing is paid before its allotment takes effect. */
class YearsTest {
    private static final LocalDate LAST = LocalDate.of(YEAR, 12, 31);
    private static final long FEN = 100_000;

    private final World world = World.open();
    private final Elements elements = World.elements(ORGAN, world.project(1, ORGAN, 2 * FEN));
    private final Id<BudgetLine> line = world.line("L", elements, FEN);
    private final Id<Allotment> allotment = world.allotment("A", line, elements, FEN / 2);
    private int inputs;

    private Outcome on(LocalDate day, String actor, Body body) {
        return world.loop()
                .ask(new Command(new InputId("years", "y" + inputs++), actor, World.DIVISION, YEAR, day, body));
    }

    private ImmutableList<String> after(String actor, Body body) {
        return codes(on(LAST.plusDays(1), actor, body));
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.code()).collect(ImmutableList.toImmutableList());
    }

    private static Act act(Id<?> document, Enum<?> action) {
        return Act.of(document, action);
    }

    @Test
    void an_allotment_is_not_moved_after_its_year() {
        Body more = new CreateAllotment(
                Allotment.id("B"), World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, FEN / 2));

        assertThat(after("finance", more)).contains("allotment.year-over");
        assertThat(after("chief", new FreezeAllotment(allotment, Fen.money(1)))).containsExactly("allotment.year-over");
        assertThat(after("chief", new ReduceAllotment(allotment, Fen.money(1), "收回")))
                .containsExactly("allotment.year-over");
        assertThat(after("chief", act(allotment, AllotmentAction.CANCEL_APPROVAL)))
                .containsExactly("allotment.year-over");
        done(on(LAST, "finance", more));
        done(on(LAST, "finance", act(Allotment.id("B"), AllotmentAction.SUBMIT)));
        assertThat(after("chief", act(Allotment.id("B"), AllotmentAction.APPROVE)))
                .containsExactly("allotment.year-over");
        done(on(LAST, "chief", act(Allotment.id("B"), AllotmentAction.APPROVE)));
        done(on(LAST, "chief", new FreezeAllotment(allotment, Fen.money(1))));
        assertThat(after("chief", new UnfreezeAllotment(allotment, Fen.money(1))))
                .containsExactly("allotment.year-over");
    }

    @Test
    void a_budget_line_is_neither_appropriated_nor_adjusted_after_its_year() {
        Id<BudgetLine> late = world.propose("M", elements, FEN);
        done(world.act("finance", late, BudgetAction.APPROVE));

        assertThat(after("finance", act(late, BudgetAction.APPROPRIATE))).containsExactly("budget.year-over");
        assertThat(after("finance", new AdjustBudgetLine(line, Fen.money(-1), "人大〔2024〕1号")))
                .containsExactly("budget.year-over");
        done(on(LAST, "finance", act(late, BudgetAction.APPROPRIATE)));
        done(on(LAST, "finance", new AdjustBudgetLine(line, Fen.money(-1), "人大〔2024〕1号")));
    }

    @Test
    void nothing_is_paid_before_its_allotment_takes_effect() {
        LocalDate effective = World.DAY.plusDays(10);
        Id<Allotment> later = world.issue(
                "B",
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, FEN / 2))
                        .effectiveOn(effective)
                        .build());
        Body pay = new CreatePayment(World.request("R"), World.paymentTerms(later, elements, 1));

        Outcome early = on(effective.minusDays(1), "clerk" + ORGAN, pay);

        assertThat(codes(early)).containsExactly("payment.before-allotment");
        assertThat(early.refusals().get(0).text()).contains("B", effective.toString());
        done(on(effective, "clerk" + ORGAN, pay));
        done(on(effective, "clerk" + ORGAN, act(World.request("R"), PaymentAction.SUBMIT)));
    }
}
