package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFamily;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RulesInForce;
import org.fiscalloop.temporary.ExpenditureBase;
import org.fiscalloop.temporary.ImmutableTemporaryRules;
import org.fiscalloop.temporary.ImmutableTemporaryTerms;
import org.fiscalloop.temporary.TemporaryAction;
import org.fiscalloop.temporary.TemporaryCheck;
import org.fiscalloop.temporary.TemporaryCommands.ChangeTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;
import org.fiscalloop.temporary.TemporaryCommands.CreateTemporary;
import org.fiscalloop.temporary.TemporaryCommands.SetTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryRepaid;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryRules;
import org.fiscalloop.temporary.TemporaryState;
import org.fiscalloop.temporary.TemporaryTerms;
import org.fiscalloop.temporary.TemporaryTerms.Kind;
import org.fiscalloop.tracing.ProjectTrace;
import org.fiscalloop.tracing.Trace;
import org.junit.jupiter.api.Test;

/** Temporary payments: applied for, approved within a ceiling, paid out, cleared by a later budget or by money that comes back. */
class TemporaryTest extends TemporaryFixtures {
    // ---- the life ---------------------------------------------------------------------------------------------------

    @Test
    void it_is_paid_out_charged_in_parts_and_the_last_comes_back() {
        limited();
        approved(FLOOD, terms(80_000));
        assertThat(sums().memorandum("MZ03").debit()).isEqualTo(80_000);
        assertThat(sums().treasury().lines()).isEmpty();

        Outcome paid = done(payOut(FLOOD, 80_000));
        assertThat(paid.entries())
                .extracting(Entry::rule)
                .containsExactly("T-10/F", "T-10/B", "U-71/F", "M-Z04 pay out");
        assertThat(sums().treasury("1033").debit()).isEqualTo(80_000);
        assertThat(sums().treasury("7051").debit()).isEqualTo(80_000);
        assertThat(sums().treasury("804101").debit()).isEqualTo(-80_000);
        assertThat(sums().agency("1002").debit()).isEqualTo(80_000);
        assertThat(sums().agency("2307").credit()).isEqualTo(80_000);
        assertThat(payment(FLOOD).state()).isEqualTo(TemporaryState.ADVANCED);

        Id<Allotment> allotment = allotment(1, ORGAN, 70_000);
        Outcome charged = done(charge(FLOOD, allotment, 50_000));
        assertThat(charged.entries())
                .extracting(Entry::rule)
                .containsExactly(
                        "IND-13/temporary",
                        "T-10/F charge",
                        "T-10/B charge",
                        "M-Z04 clear",
                        "U-71/F charge",
                        "U-71/B charge");
        assertThat(charged.warnings()).isEmpty();
        assertThat(sums().allotment("IE04").debit()).isEqualTo(20_000);
        assertThat(sums().allotment("IP05").debit()).isEqualTo(50_000);
        assertThat(sums().treasury("1033").debit()).isEqualTo(30_000);
        assertThat(sums().treasury("7051").debit()).isEqualTo(30_000);
        assertThat(sums().treasury("5001").debit()).isEqualTo(50_000);
        assertThat(sums().treasury("7001").debit()).isEqualTo(50_000);
        assertThat(sums().treasury("1001").debit()).isEqualTo(-80_000);
        assertThat(sums().agency("2307").credit()).isEqualTo(30_000);
        assertThat(sums().agency("4001").credit()).isEqualTo(50_000);
        assertThat(sums().agency("6001").credit()).isEqualTo(50_000);
        assertThat(sums().memorandum("MZ04").debit()).isEqualTo(30_000);

        done(repay(FLOOD, "R1", 10_000));
        assertThat(payment(FLOOD).terms().restFen()).isEqualTo(20_000);
        assertThat(sums().treasury("1001").debit()).isEqualTo(-70_000);
        assertThat(sums().agency("1002").debit()).isEqualTo(70_000);
        done(charge(FLOOD, allotment, 20_000));
        assertThat(payment(FLOOD).state()).isEqualTo(TemporaryState.SETTLED);
        assertThat(sums().treasury("1033", "7051").lines()).isEmpty();
        assertThat(sums().memorandum("MZ03", "MZ04").lines()).isEmpty();
        assertThat(world.loop().verify()).isEmpty();
        assertThat(Trace.down(world.loop(), Project.id(World.code(1)))
                        .orElseThrow()
                        .lines())
                .flatExtracting(line -> line.allotments())
                .flatExtracting(allotted -> allotted.charges())
                .containsExactly(
                        new ProjectTrace.Charge(FLOOD, "财预〔2024〕9号", world.day(), Fen.money(50_000)),
                        new ProjectTrace.Charge(FLOOD, "财预〔2024〕9号", world.day(), Fen.money(20_000)));
    }

    @Test
    void a_division_whose_agency_was_charged_is_brought_in_elsewhere() {
        limited();
        out(FLOOD, terms(80_000));
        Id<Allotment> allotment = allotment(1, ORGAN, 70_000);
        done(charge(FLOOD, allotment, 50_000));
        OpeningTerms opening = world.loop().opening(DIVISION, YEAR, world.day());
        FiscalLoop elsewhere = FiscalLoop.open(new InMemoryJournal(), Walk.RULES);
        Outcome committed = done(
                elsewhere.ask(DoorFixtures.command("opening", "admin", new CommitOpening(opening, Optional.empty()))));
        assertThat(committed.warnings()).extracting(Refusal::code).containsExactly("opening.both-cash");
        assertThat(elsewhere.opening(DIVISION, YEAR, world.day())).isEqualTo(opening);
    }

    @Test
    void a_loan_stands_on_an_account_of_its_own_and_is_settled_by_what_comes_back() {
        limited();
        out(FLOOD, terms(5_000).withKind(Kind.LOAN));
        assertThat(sums().treasury("1031").debit()).isEqualTo(5_000);
        done(repay(FLOOD, "R1", 5_000));
        assertThat(payment(FLOOD).state()).isEqualTo(TemporaryState.SETTLED);
        assertThat(sums().treasury().lines()).isEmpty();
        assertThat(sums().agency().lines()).isEmpty();
    }

    @Test
    void what_is_given_up_before_it_is_paid_out_has_left_the_ceiling_as_it_was() {
        limited();
        approved(FLOOD, terms(100_000));
        done(world.act("chief", FLOOD, TemporaryAction.VOID));
        approved(TemporaryPayment.id("Z2"), terms(100_000));
        assertListed(payOut(FLOOD, 100_000), "temporary.voided", "1000.00");
        assertThat(sums().memorandum("MZ03").debit()).isEqualTo(100_000);
    }

    // ---- refusals ---------------------------------------------------------------------------------------------------

    @Test
    void who_applies_does_not_approve() {
        limited();
        assertThat(codes(world.act(CLERK, submitted(FLOOD, terms(1)), TemporaryAction.APPROVE)))
                .containsExactly("access.duty-missing");
    }

    @Test
    void it_says_what_it_is_for_on_what_ground_and_by_when_it_is_cleared() {
        assertRefused(create(terms(0)), "temporary.amount-not-positive", ORGAN);
        assertRefused(create(terms(1).withPurpose(" ")), "temporary.ground-missing", "purpose");
        assertRefused(create(terms(1).withLegalBasis("")), "temporary.ground-missing", "legal basis");
        assertRefused(create(terms(1).withDueOn(World.DAY.minusDays(1))), "temporary.due-before", "2024-02-29");
        assertRefused(create(terms(1).withFund("21")), "temporary.fund-not-of-treasury", "21");
        assertRefused(
                create(terms(1).withPaidOut(new TemporaryTerms.PaidOut("B", World.DAY, YEAR))),
                "temporary.told-by-hand");
        assertRefused(
                world.ask("finance", new CreateTemporary(FLOOD, lower("350100000"))),
                "temporary.unknown-recipient",
                "350100000 is no division below of " + DIVISION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(1).withKind(Kind.LOWER_LEVEL))
                .withMessageContaining("LOWER_LEVEL");
    }

    private Outcome create(TemporaryTerms terms) {
        return world.ask(CLERK, new CreateTemporary(FLOOD, terms));
    }

    private static TemporaryTerms lower(String division) {
        return ImmutableTemporaryTerms.builder()
                .from(terms(1))
                .agency("")
                .kind(Kind.LOWER_LEVEL)
                .lowerDivision(Optional.of(division))
                .build();
    }

    @Test
    void no_more_is_cleared_than_is_left_and_the_refusal_says_its_terms() {
        limited();
        out(FLOOD, terms(10_000));
        Id<Allotment> allotment = allotment(1, ORGAN, 70_000);
        done(charge(FLOOD, allotment, 4_000));
        assertRefused(
                charge(FLOOD, allotment, 6_001),
                "temporary.over-rest",
                "60.00 is not cleared",
                "asked is 60.01, short by 0.01");
        assertListed(repay(FLOOD, "R1", 6_001), "temporary.over-repaid", "60.01 comes back; not cleared is 60.00");
        done(charge(FLOOD, allotment, 6_000));
        assertThat(codes(charge(FLOOD, allotment, 1))).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void a_charge_never_takes_more_than_its_allotment_has() {
        limited();
        out(FLOOD, terms(10_000));
        assertRefused(charge(FLOOD, allotment(1, ORGAN, 9_000), 9_001), "payment.over-allotment", "90.00", "0.01");
    }

    @Test
    void only_a_budgeted_allotment_of_the_agency_of_the_fund_clears_it() {
        limited();
        out(FLOOD, terms(10_000));
        assertRefused(charge(FLOOD, Allotment.id("A0"), 1), "temporary.allotment-not-usable", "A0", "UNKNOWN");
        assertRefused(
                charge(FLOOD, allotment(1, INSTITUTION, 100), 1), "temporary.allotment-of-another", "paid to " + ORGAN);
        Elements elements = World.elements(ORGAN, world.project(2, ORGAN, 1_000_000));
        Id<Allotment> allotment = allotment(3, elements, 100);
        Id<TemporaryPayment> borrowed =
                out(TemporaryPayment.id("Z2"), terms(100).withFund("112"));
        assertRefused(charge(borrowed, allotment, 1), "temporary.fund-differs", "fund 111", "paid of 112");
        assertRefused(charge(FLOOD, allotment, 0), "temporary.charge-not-positive");
        assertRefused(
                world.ask("finance", new ChargeTemporary(FLOOD, Allotment.id("A3"), Fen.money(1), "")),
                "temporary.charge-undocumented");
        assertRefused(charge(FLOOD, preIssued(elements), 1), "temporary.allotment-not-budgeted", "TEMPORARY");
        assertThat(codes(world.act("finance", FLOOD, TemporaryAction.CHARGE_LAST)))
                .containsExactly("temporary.not-by-itself");
    }

    private Id<Allotment> preIssued(Elements elements) {
        Id<BudgetLine> line = world.propose("L9", elements, 100);
        return world.issue(
                "A9",
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, 100))
                        .family(AllotmentFamily.TEMPORARY)
                        .ground(AllotmentTerms.Ground.DISASTER)
                        .build());
    }

    // ---- what the treasury tells ------------------------------------------------------------------------------------

    @Test
    void what_is_told_early_waits_and_what_contradicts_is_listed() {
        limited();
        submitted(FLOOD, terms(10_000));
        Outcome early = payOut(FLOOD, 10_000);
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(codes(early)).containsExactly("temporary.waiting");
        done(world.act("chief", FLOOD, TemporaryAction.APPROVE));
        assertThat(payment(FLOOD).state()).isEqualTo(TemporaryState.ADVANCED);

        assertThat(done(payOut(FLOOD, 10_000)).entries()).isEmpty();
        assertListed(payOut(FLOOD, 9_999), "temporary.told-otherwise", "B-Z1");
        done(repay(FLOOD, "R1", 1_000));
        assertThat(done(repay(FLOOD, "R1", 1_000)).entries()).isEmpty();
        assertListed(repay(FLOOD, "R1", 999), "temporary.told-otherwise", "R1");
        assertListed(
                world.tell("early", new TemporaryRepaid(FLOOD, "R2", World.DAY.minusDays(1), Fen.money(1))),
                "temporary.back-too-early");
        Id<TemporaryPayment> other = approved(TemporaryPayment.id("Z2"), terms(10_000));
        assertListed(payOut(other, 9_999), "temporary.amount-differs", "99.99", "100.00");
        assertThat(repay(other, "R3", 1).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        done(payOut(other, 10_000));
        assertThat(payment(other).terms().restFen()).isEqualTo(9_999);
    }

    // ---- the ceiling ------------------------------------------------------------------------------------------------

    @Test
    void without_a_ceiling_nothing_is_approved() {
        submitted(FLOOD, terms(1));
        assertRefused(world.act("chief", FLOOD, TemporaryAction.APPROVE), "temporary.no-ceiling", DIVISION);
    }

    @Test
    void no_more_is_approved_than_the_ceiling_has_room_for_and_the_refusal_is_the_formula() {
        limited();
        out(FLOOD, terms(60_000));
        approved(TemporaryPayment.id("Z2"), terms(30_000));
        Id<TemporaryPayment> third = submitted(TemporaryPayment.id("Z3"), terms(10_001));
        assertRefused(
                world.act("chief", third, TemporaryAction.APPROVE),
                "temporary.over-ceiling",
                "room for 100.00",
                "ceiling 1000.00",
                "approved, not paid out 300.00",
                "out 600.00",
                "asked is 100.01, short by 0.01");
        done(repay(FLOOD, "R1", 1));
        done(world.act("chief", third, TemporaryAction.APPROVE));
    }

    @Test
    void what_is_out_above_a_lower_ceiling_is_kept_apart_and_must_be_cleared_before_there_is_room() {
        limited();
        out(FLOOD, terms(60_000));
        done(world.ask(
                "finance", new ChangeTemporaryCeiling(CEILING, Fen.money(1_000_000), Fen.money(0), "财决〔2023〕2号")));
        assertThat(sums().memorandum("MZ01").debit()).isEqualTo(50_000);
        assertThat(sums().memorandum("MZ02").debit()).isEqualTo(10_000);
        Id<TemporaryPayment> second = submitted(TemporaryPayment.id("Z2"), terms(5_000));
        assertRefused(world.act("chief", second, TemporaryAction.APPROVE), "temporary.over-ceiling", "room for 0.00");
        done(repay(FLOOD, "R1", 12_000));
        assertThat(sums().memorandum("MZ02").debit()).isZero();
        assertRefused(world.act("chief", second, TemporaryAction.APPROVE), "temporary.over-ceiling", "room for 20.00");
        done(repay(FLOOD, "R2", 3_000));
        done(world.act("chief", second, TemporaryAction.APPROVE));
    }

    @Test
    void what_is_given_up_or_charged_is_no_longer_above_a_lower_ceiling() {
        limited();
        out(FLOOD, terms(60_000));
        Id<TemporaryPayment> second = approved(TemporaryPayment.id("Z2"), terms(30_000));
        Id<Allotment> allotment = allotment(1, ORGAN, 70_000);
        done(world.ask(
                "finance", new ChangeTemporaryCeiling(CEILING, Fen.money(1_000_000), Fen.money(0), "财决〔2023〕2号")));
        assertThat(sums().memorandum("MZ02").debit()).isEqualTo(40_000);

        done(world.act("chief", second, TemporaryAction.VOID));
        assertThat(sums().memorandum("MZ02").debit()).isEqualTo(10_000);
        done(charge(FLOOD, allotment, 4_000));
        assertThat(sums().memorandum("MZ02").debit()).isEqualTo(6_000);
        done(charge(FLOOD, allotment, 7_000));
        assertThat(sums().memorandum("MZ02").debit()).isZero();
    }

    @Test
    void a_ceiling_is_worked_out_names_its_document_and_is_cut_to_whole_fen() {
        assertRefused(
                world.ask("finance", new SetTemporaryCeiling(ceilingTerms(1, 1).withDocumentNo(" "))),
                "temporary.ceiling-undocumented");
        assertRefused(
                world.ask(
                        "finance",
                        new SetTemporaryCeiling(ceilingTerms(1, 1)
                                .withWorked(new org.fiscalloop.temporary.CeilingTerms.Worked(
                                        ExpenditureBase.EXECUTED, 500, Fen.money(9))))),
                "temporary.worked-by-hand");
        done(world.ask("finance", ceiling(1_019, 20)));
        var worked = world.loop().find(CEILING).orElseThrow().terms().worked().orElseThrow();
        assertThat(worked.amount()).isEqualTo(Fen.money(51));
        assertThat(worked.perTenThousand()).isEqualTo(500);
    }

    @Test
    void a_place_sets_another_part_of_another_expenditure_and_only_warns() {
        TemporaryRules.CeilingRule rule =
                new TemporaryRules.CeilingRule(1_000, ExpenditureBase.BUDGETED, Source.certain("某省暂付款管理办法"));
        Tree.Fields tree = org.fiscalloop.temporary.TemporaryShapes.RULES.toTree(
                ImmutableTemporaryRules.builder().ceiling(rule).build());
        world = World.open(
                CityRules.with(TwoYears.overlay(
                        YEAR,
                        CityRules.change(
                                "temporary/ceiling", tree.find("ceiling").orElseThrow()),
                        CityRules.change(
                                "temporary/limits/temporary.over-ceiling/severity", Tree.text(Severity.WARN.name())))),
                new InMemoryJournal());
        allotment(1, ORGAN, 70_000);
        assertRefused(
                world.ask("finance", ceiling(69_999, 0)),
                "temporary.expenditure-differs",
                "budgeted expenditure of the general public budget",
                "699.99; the books show 700.00");
        done(world.ask("finance", ceiling(70_000, 0)));
        submitted(FLOOD, terms(7_001));
        Outcome approved = done(world.act("chief", FLOOD, TemporaryAction.APPROVE));
        assertThat(approved.warnings()).extracting(Refusal::code).containsExactly("temporary.over-ceiling");
    }

    @Test
    void a_severity_is_that_of_a_control_and_a_part_is_of_ten_thousand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImmutableTemporaryRules.builder()
                        .putSeverities("temporary.none", Severity.WARN)
                        .build())
                .withMessageContaining("temporary.none");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TemporaryRules.CeilingRule(10_001, ExpenditureBase.EXECUTED, TemporaryRules.CEILING))
                .withMessageContaining("10001");
    }

    // ---- overdue, and into the next year ----------------------------------------------------------------------------

    private TemporaryCheck.Standing check(LocalDate on) {
        RulesInForce rules = DoorFixtures.rules(world);
        return world.loop().read(rules, reads -> TemporaryCheck.of(DIVISION, on, reads));
    }

    @Test
    void what_is_overdue_is_shown_and_clearing_it_late_warns() {
        limited();
        out(FLOOD, terms(60_000));
        assertThat(check(DUE).overdue()).isEmpty();
        TemporaryCheck.Standing standing = check(DUE.plusDays(3));
        assertThat(standing.overdue()).singleElement().satisfies(row -> {
            assertThat(row.daysOverdue()).isEqualTo(3);
            assertThat(row.recipient()).isEqualTo(ORGAN);
            assertThat(row.rest()).isEqualTo(Fen.money(60_000));
        });
        assertThat(standing.perTenThousand(Fen.money(2_000_000))).isEqualTo(300);
        Id<Allotment> allotment = allotment(1, ORGAN, 70_000);
        world.turn(YEAR, DUE.plusDays(3));
        Outcome late = done(charge(FLOOD, allotment, 60_000));
        assertThat(late.warnings()).extracting(Refusal::code).containsExactly("temporary.late");
        assertThat(late.warnings().get(0).text()).contains("3 days ago");
    }

    @Test
    void what_is_not_cleared_goes_with_the_books_into_the_next_year_and_is_cleared_by_its_budget() {
        world = TwoYears.open();
        limited();
        out(FLOOD, terms(60_000));
        Elements elements = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        world.pay("P1", allotment(1, elements, 700), elements, 700);
        new YearEnd(world).close();
        int next = YEAR + 1;
        assertThat(sums(YEAR).treasury().debit()).isZero();
        assertThat(sums(next).treasury("1033").debit()).isEqualTo(60_000);
        assertThat(sums(next).treasury("804109").debit()).isEqualTo(60_000);
        assertThat(sums(next).agency("2307").credit()).isEqualTo(60_000);
        assertThat(sums().memorandum("MZ04").debit()).isEqualTo(60_000);

        world.turn(next, LocalDate.of(next, 1, 6));
        assertRefused(
                world.ask(
                        "finance", new SetTemporaryCeiling(ceilingTerms(701, 0).withFiscalYear(next))),
                "temporary.expenditure-differs",
                "executed expenditure of the general public budget",
                "7.01; the books show 7.00");
        done(world.ask("finance", new SetTemporaryCeiling(ceilingTerms(700, 0).withFiscalYear(next))));
        assertThat(sums().memorandum("MZ02").debit()).isEqualTo(60_000 - 35);
        world.turn(YEAR, YearEnd.LAST_DAY);
        assertRefused(
                world.ask("finance", new ChangeTemporaryCeiling(CEILING, Fen.money(1), Fen.money(0), "财决〔2024〕1号")),
                "temporary.later-ceiling");
        world.turn(next, LocalDate.of(next, 1, 6));
        done(repay(FLOOD, "R1", 10_000));
        assertThat(sums(next).treasury("804109").debit()).isEqualTo(50_000);
        assertThat(sums(next).treasury("1033").debit()).isEqualTo(50_000);
        Id<Project> project = world.reserve(World.projectTerms(2, ORGAN, "3", 50_000)
                .withFiscalYear(next)
                .withSlices(ImmutableMap.of(next, Fen.money(50_000))));
        done(charge(FLOOD, allotment(2, TwoYears.nextElements(ORGAN, project), 50_000), 50_000));
        assertThat(sums(next).treasury("1033").debit()).isZero();
        assertThat(sums(next).treasury("804109").debit()).isZero();
        assertThat(sums(next).treasury("7001").debit()).isEqualTo(50_000);
        assertThat(sums(next).agency("6001").credit()).isEqualTo(50_000);
        assertThat(sums(next).agency("2307").debit()).isZero();
        assertThat(sums().memorandum("MZ02").debit()).isZero();
        assertThat(sums().memorandum("MZ04").debit()).isZero();
        assertThat(payment(FLOOD).state()).isEqualTo(TemporaryState.SETTLED);
    }
}
