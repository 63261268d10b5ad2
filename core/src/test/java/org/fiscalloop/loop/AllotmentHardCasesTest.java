package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CorrectAllotment;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentDuty;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.AllotmentProgress;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentRules;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRules;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;
import org.junit.jupiter.api.Test;

/** Where allotments fail in other systems. */
class AllotmentHardCasesTest {
    private static final String OWN_ACCOUNT = "payment/severities/payment.own-account";
    private static final String CLERK = "clerk" + ORGAN;

    private final World world = World.open();

    private static Elements elements(World world) {
        return World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
    }

    private static Outcome hold(World world, String id, Id<Allotment> allotment, Elements elements, long fen) {
        done(world.ask(CLERK, new CreatePayment(World.request(id), World.paymentTerms(allotment, elements, fen))));
        return world.act(CLERK, World.request(id), PaymentAction.SUBMIT);
    }

    private long balance(AllotmentMeasure measure, String allotment) {
        return TwoYears.balance(world, measure, Dimensions.ALLOTMENT, allotment);
    }

    @Test
    void of_six_holds_of_1000_on_5000_the_sixth_is_refused() {
        Elements elements = elements(world);
        Id<Allotment> allotment = world.allotment("A-1", world.line("L-1", elements, 500_000), elements, 500_000);
        for (int i = 1; i <= 5; i++) {
            done(hold(world, "R-" + i, allotment, elements, 100_000));
        }

        Outcome sixth = hold(world, "R-6", allotment, elements, 100_000);

        assertThat(codes(sixth)).containsExactly("payment.over-allotment");
        assertThat(sixth.refusals().get(0).text()).contains("A-1", "1000.00", "0.00");
        assertThat(balance(AllotmentMeasure.APPLIED, "A-1")).isEqualTo(500_000);
    }

    @Test
    void A3_an_allotment_is_not_reduced_below_what_is_used_and_frozen() {
        Elements elements = elements(world);
        Id<Allotment> allotment = world.allotment("A-1", world.line("L-1", elements, 500_000), elements, 500_000);
        world.pay("1", allotment, elements, 100_000);
        done(hold(world, "R-2", allotment, elements, 50_000));
        done(world.ask("chief", FreezeAllotment.share(allotment, 2_500)));
        assertThat(balance(AllotmentMeasure.FROZEN, "A-1")).isEqualTo(87_500);

        Outcome refused = world.ask("chief", new ReduceAllotment(allotment, Fen.money(262_501), "调减"));

        assertThat(codes(refused)).contains("payment.over-allotment");
        done(world.ask("chief", new ReduceAllotment(allotment, Fen.money(262_500), "调减")));
        assertThat(balance(AllotmentMeasure.AVAILABLE, "A-1")).isZero();
        assertThat(codes(world.ask("chief", new RecallAllotment(allotment, RecallMode.REMAINDER, "收回"))))
                .containsExactly("allotment.amount-not-positive");
    }

    /** Of an agency no more may be applied for in a month, or in a year, than was issued to it in it. */
    private static Overlay.Change limit(String code, Span span) {
        LimitRule rule = new LimitRule(
                new Reason(
                        code,
                        "More applied for than was issued in the time",
                        "申请超过同期下达",
                        "agency {agency} has {available} of {period}, asked {asked}",
                        "单位 {agency} {period} 余额 {available}, 申请 {asked}",
                        Source.own("a test")),
                ImmutableList.of(
                        new LimitRule.Term(1, AllotmentMeasure.AVAILABLE.code()),
                        new LimitRule.Term(1, AllotmentMeasure.FROZEN.code())),
                ImmutableList.of(Dimensions.AGENCY),
                span,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
        PaymentRules rules =
                ImmutablePaymentRules.builder().limits(ImmutableList.of(rule)).build();
        Tree.Items limits =
                (Tree.Items) PaymentShapes.RULES.toTree(rules).find("limits").orElseThrow();
        return CityRules.change("payment/limits/" + code, limits.items().get(0));
    }

    @Test
    void monthly_cumulative_and_annual_limits_hold_together_for_what_is_dated_back_within_an_open_month() {
        World city = World.open(
                CityRules.with(CityRules.overlay(
                        DIVISION, limit("city.over-month", Span.MONTH), limit("city.over-year", Span.YEAR))),
                new InMemoryJournal());
        Elements elements = elements(city);
        Id<BudgetLine> line = city.line("L-1", elements, 500_000);
        Id<Allotment> march = issue(city, "A-3", line, elements);
        city.turn(YEAR, LocalDate.of(YEAR, 4, 10));
        Id<Allotment> april = issue(city, "A-4", line, elements);

        // all three at once
        assertThat(codes(hold(city, "R-0", april, elements, 200_001)))
                .contains("payment.over-allotment", "city.over-month", "city.over-year");
        // dated back into March: what was issued in April does not help
        city.turn(YEAR, LocalDate.of(YEAR, 3, 20));
        done(hold(city, "R-1", march, elements, 60_000));
        assertThat(codes(hold(city, "R-2", april, elements, 40_001))).containsExactly("city.over-month");
        done(hold(city, "R-3", april, elements, 40_000));
        // in April what was dated back is gone from the allotment and from the year, and not from the month
        city.turn(YEAR, LocalDate.of(YEAR, 4, 20));
        assertThat(codes(hold(city, "R-4", april, elements, 60_001))).containsExactly("payment.over-allotment");
        done(hold(city, "R-5", april, elements, 60_000));
        done(hold(city, "R-6", march, elements, 40_000));
        assertThat(codes(hold(city, "R-7", march, elements, 1)))
                .containsExactlyInAnyOrder("payment.over-allotment", "city.over-month", "city.over-year");
        assertThat(city.loop().verify()).isEmpty();
    }

    private static Id<Allotment> issue(World world, String id, Id<BudgetLine> line, Elements elements) {
        return world.issue(
                id,
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, 100_000))
                        .effectiveOn(LocalDate.of(YEAR, 1, 1))
                        .build());
    }

    @Test
    void a_control_that_is_turned_off_and_on_again_is_visible_and_rewrites_no_past_decision() {
        LocalDate off = LocalDate.of(YEAR, 3, 10);
        LocalDate on = LocalDate.of(YEAR, 3, 20);
        RuleTimeline rules = CityRules.with(
                CityRules.overlay(DIVISION, off, CityRules.change(OWN_ACCOUNT, Tree.text("OFF"))),
                CityRules.overlay(DIVISION, on, CityRules.change(OWN_ACCOUNT, Tree.text("HARD"))));
        InMemoryJournal journal = new InMemoryJournal();
        World city = World.open(rules, journal);
        Elements elements = elements(city);
        Id<Allotment> allotment = city.allotment("A-1", city.line("L-1", elements, 500_000), elements, 500_000);

        Outcome before = toOwnAccount(city, "R-1", allotment, elements);
        city.turn(YEAR, off).adopt(YEAR);
        Outcome meanwhile = toOwnAccount(city, "R-2", allotment, elements);
        city.turn(YEAR, on).adopt(YEAR);
        Outcome after = toOwnAccount(city, "R-3", allotment, elements);

        assertThat(codes(before)).containsExactly("payment.own-account");
        assertThat(meanwhile.isDone()).isTrue();
        assertThat(codes(after)).containsExactly("payment.own-account");
        assertThat(ImmutableSet.of(
                        before.record().header().fingerprint(),
                        meanwhile.record().header().fingerprint(),
                        after.record().header().fingerprint()))
                .hasSize(3);
        assertThat(FiscalLoop.open(journal, rules).digest())
                .isEqualTo(city.loop().digest());
        assertThat(city.loop().verify()).isEmpty();
    }

    private static Outcome toOwnAccount(World world, String id, Id<Allotment> allotment, Elements elements) {
        done(world.ask(
                CLERK,
                new CreatePayment(
                        World.request(id),
                        World.paymentTerms(allotment, elements, 100)
                                .withPayee(new PaymentTerms.Payee("本单位", "B" + ORGAN, "商业银行")))));
        return world.act(CLERK, World.request(id), PaymentAction.SUBMIT);
    }

    @Test
    void two_posts_issue_where_a_place_has_two() {
        World city = World.open(
                CityRules.with(CityRules.overlay(
                        DIVISION,
                        CityRules.change(
                                "allotment/reviews/allotment.SUBMITTED",
                                Tree.items(ImmutableList.of(
                                        post("office", "业务处室审核", AllotmentDuty.DISTRIBUTION),
                                        post("budget", "指标审核", AllotmentDuty.FINANCE)))))),
                new InMemoryJournal());
        Elements elements = elements(city);
        Id<BudgetLine> line = city.line("L-1", elements, 500_000);
        Id<Allotment> allotment = Allotment.id("A-1");
        done(city.ask(
                "finance",
                new CreateAllotment(
                        allotment, World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, 500_000))));
        done(city.act("finance", allotment, AllotmentAction.SUBMIT));

        assertThat(codes(city.act("chief", allotment, AllotmentAction.APPROVE))).containsExactly("access.duty-missing");
        done(city.act("deputy", allotment, AllotmentAction.APPROVE));
        assertThat(city.loop().find(allotment).orElseThrow().state()).isEqualTo(AllotmentState.SUBMITTED);
        done(city.act("chief", allotment, AllotmentAction.RETURN));
        done(city.act("deputy", allotment, AllotmentAction.APPROVE));
        done(city.act("chief", allotment, AllotmentAction.APPROVE));

        assertThat(city.loop().find(allotment).orElseThrow().isPayable()).isTrue();
    }

    private static Tree post(String code, String name, Duty duty) {
        return Tree.fields(ImmutableList.of(
                new Tree.Member("code", Tree.text(code)),
                new Tree.Member("name", Tree.text(name)),
                new Tree.Member("duty", Tree.text(duty.code()))));
    }

    @Test
    void D2_D3_what_is_distributed_and_paid_of_a_direct_fund_is_read_exactly() {
        Elements direct = ImmutableElements.builder()
                .from(elements(world))
                .putExtra(Labels.DIRECT, "01")
                .build();
        Id<BudgetLine> line = world.line("L-1", direct, 300_000);
        Id<Allotment> whole = world.issue("A-1", World.allotmentTerms(line, direct, AllotmentFlag.PENDING, 200_000));
        Id<Allotment> part = Allotment.id("A-2");
        done(world.ask(
                "finance",
                new SplitAllotment(
                        whole,
                        ImmutableList.of(new Part(
                                part, World.allotmentTerms(line, direct, AllotmentFlag.EXECUTABLE, 150_000))))));
        world.pay("1", part, direct, 50_001);

        RulesInForce rules = world.loop().rules().at(DIVISION, YEAR, World.DAY).orElseThrow();
        AllotmentProgress progress = world.loop()
                .read(rules, reads -> AllotmentProgress.of(reads.find(line).orElseThrow(), reads));

        assertThat(progress)
                .isEqualTo(new AllotmentProgress(Fen.money(300_000), Fen.money(150_000), Fen.money(50_001)));
        assertThat(progress.undistributed()).isEqualTo(Fen.money(150_000));
        assertThat(progress.plus(progress).paid()).isEqualTo(Fen.money(100_002));
    }

    @Test
    void codes_are_corrected_while_nothing_draws_on_them_and_the_old_block_holds_nothing_any_more() {
        Elements elements = elements(world);
        Id<Allotment> allotment = world.allotment("A-1", world.line("L-1", elements, 500_000), elements, 500_000);
        Elements labelled = ImmutableElements.builder()
                .from(elements)
                .putExtra(Labels.DIRECT, "01")
                .build();
        done(world.ask("chief", new CorrectAllotment(allotment, labelled, "补填直达资金标识")));

        assertThat(codes(world.ask(
                        CLERK, new CreatePayment(World.request("R-1"), World.paymentTerms(allotment, elements, 100)))))
                .containsExactly("payment.codes-differ");
        done(hold(world, "R-2", allotment, labelled, 100));
        assertThat(codes(world.ask("chief", new CorrectAllotment(allotment, elements, "取消标识"))))
                .contains("allotment.drawn-on", "allotment.label-removed");
        assertThat(balance(AllotmentMeasure.AVAILABLE, "A-1")).isEqualTo(499_900);
        assertThat(world.loop().verify()).isEmpty();
    }
}
