package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverPreview;
import org.fiscalloop.carryover.CarryOverRules.Destination;
import org.fiscalloop.carryover.CarryOverShapes;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.carryover.CarryRule;
import org.fiscalloop.carryover.ImmutableCarryOverRules;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * Some projects of all funds and all kinds through two ends of a year: what is left of the first is carried over, some of it
 * is paid in the second, and what is left again is carried over or lapses.
 */
final class FundsLife {
    static final int FIRST = YEAR - 1;
    static final ImmutableList<String> AGENCIES = ImmutableList.of(ORGAN, INSTITUTION);
    static final ImmutableList<String> FUNDS = ImmutableList.of("111", "121", "13", "2", "31");
    static final ImmutableList<String> FUNCTIONS =
            ImmutableList.of("2010602", "2120801", "2230105", "2010602", "2010602");
    static final ImmutableList<String> LABELS = ImmutableList.of("", "01", "09");

    private static final long RESERVED = 100_000;
    private static final ImmutableList<String> CATEGORIES = ImmutableList.of("3", "22", "21");

    /** The nation's rules, the treasury accruing, and a place whose government funds lapse like others, into the general budget. */
    static final ImmutableList<RuleTimeline> RULES =
            ImmutableList.of(rules(), rules(TwoYears.setting("treasuryAccrues", "true")), rules(pooling()));

    /**
     * What becomes of a project in two years, in parts of a hundred of what it may.
     *
     * @param agency of the two, which
     * @param fund of {@link #FUNDS}, which
     * @param category of its categories, which
     * @param mark none, of research, of construction
     * @param label of {@link #LABELS}, which stands on its allotment
     * @param ends in which of the two years it ends, or in none of them
     * @param released of its line
     * @param paid of its allotment
     * @param frozen of what is left of that
     * @param again of what was carried over, paid in the second year; or what comes back, where it ends
     */
    record Doing(
            int agency,
            int fund,
            int category,
            int mark,
            int label,
            int ends,
            int released,
            int paid,
            int frozen,
            int again) {
        String of() {
            return AGENCIES.get(agency);
        }

        String code() {
            return FUNDS.get(fund);
        }

        boolean isDirect() {
            return label == 1;
        }

        /** What becomes of what is left of it, said without any table. */
        Treatment expected(boolean isReleased, CarryTerm term, int rules) {
            if (ends == (term == CarryTerm.FIRST ? 1 : 2)) {
                return Treatment.LAPSE;
            }
            if (code().equals("31") || code().equals("2")) {
                return Treatment.CARRY;
            }
            if (isDirect() && isReleased) {
                return term == CarryTerm.FIRST ? Treatment.CARRY : Treatment.LAPSE;
            }
            if (code().equals("121") && rules == 2 && term == CarryTerm.SECOND) {
                return Treatment.LAPSE;
            }
            boolean mayGoOn = category == 2 || mark > 0 || code().equals("121");
            return mayGoOn || term == CarryTerm.FIRST ? Treatment.CARRY : Treatment.LAPSE;
        }
    }

    /**
     * One end of a year of one agency.
     *
     * @param into the year carried into
     * @param before what stood in the books before
     * @param preview what was to be expected a month before
     * @param terms what was confirmed
     * @param confirmed what it booked
     */
    record Turn(int into, Sums before, CarryOverPreview preview, CarryOverTerms terms, Sums confirmed) {}

    final World world;
    final List<Doing> doings;
    final List<Turn> turns = new ArrayList<>();

    private final int rules;
    private final List<Id<Project>> projects = new ArrayList<>();
    private int numbers;

    private FundsLife(int rules, List<Doing> doings) {
        this.rules = rules;
        this.doings = doings;
        this.world = TwoYears.back(TwoYears.open(RULES.get(rules)));
    }

    static FundsLife of(int rules, List<Doing> doings) {
        FundsLife life = new FundsLife(rules, doings);
        life.accounts();
        for (int i = 0; i < doings.size(); i++) {
            life.live(i, doings.get(i));
        }
        life.turn(YEAR);
        life.world.turn(YEAR, LocalDate.of(YEAR, 3, 1));
        for (int i = 0; i < doings.size(); i++) {
            life.goOn(i, doings.get(i));
        }
        life.turn(TwoYears.NEXT);
        return life;
    }

    private static RuleTimeline rules(Overlay.Change... changes) {
        return CityRules.with(TwoYears.overlay(YEAR, changes), TwoYears.overlay(TwoYears.NEXT, changes));
    }

    /** Government funds that are left again lapse, and go to the general budget. */
    static Overlay.Change[] pooling() {
        var nation = ImmutableCarryOverRules.builder().build();
        var place = ImmutableCarryOverRules.builder()
                .addTreatments(CarryRule.of(
                                "fund-left-again",
                                "A fund left again",
                                "基金连续两年未用完",
                                Treatment.LAPSE,
                                Source.own("a test"))
                        .when(FundBook.GOVERNMENT_FUND)
                        .when(CarryTerm.SECOND))
                .addAllTreatments(nation.treatments().stream()
                        .filter(row -> !row.code().equals("government-fund"))
                        .toList())
                .recoveries(CaseTable.of(
                        "recovery",
                        nation.recoveries().rows().stream()
                                .map(row -> row.cells().contains("GOVERNMENT_FUND")
                                        ? CaseTable.row(
                                                new Destination(Recovery.GENERAL_BUDGET, Source.own("a test")),
                                                FundBook.GOVERNMENT_FUND)
                                        : row)
                                .collect(ImmutableList.toImmutableList()),
                        FundBook.class))
                .build();
        Tree.Fields tree = CarryOverShapes.RULES.toTree(place);
        return new Overlay.Change[] {
            CityRules.change("carryOver/treatments", tree.find("treatments").orElseThrow()),
            CityRules.change("carryOver/recoveries", tree.find("recoveries").orElseThrow())
        };
    }

    /** What may be spent of the agencies' own money, and from which accounts. */
    private void accounts() {
        account("", "S1", "31");
        for (String agency : AGENCIES) {
            account(agency, "N" + agency, "41");
            done(world.tell(
                    "own-" + agency,
                    new OtherIncomeReceived(
                            IncomeReceipt.number("own-" + agency),
                            agency,
                            "N" + agency,
                            world.day(),
                            Fen.money(10 * RESERVED),
                            Optional.empty(),
                            Optional.empty())));
        }
    }

    private void account(String agency, String number, String kind) {
        done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(DIVISION)
                        .agency(agency)
                        .fiscalYear(FIRST)
                        .number(number)
                        .name("账户" + number)
                        .bank("代理银行")
                        .kind(kind)
                        .build())));
    }

    private void live(int i, Doing doing) {
        Id<Project> project =
                world.reserve(World.projectTerms(i + 1, doing.of(), CATEGORIES.get(doing.category), RESERVED)
                        .withFiscalYear(FIRST)
                        .withSlices(ImmutableMap.of(FIRST, Fen.money(RESERVED)))
                        .withIsResearch(doing.mark == 1)
                        .withIsConstruction(doing.mark == 2));
        projects.add(project);
        ImmutableElements elements = ImmutableElements.builder()
                .from(World.elements(doing.of(), project))
                .fiscalYear(FIRST)
                .fund(doing.code())
                .function(FUNCTIONS.get(doing.fund))
                .build();
        Id<BudgetLine> line = world.line("L" + i, elements, RESERVED);
        long released = doing.ends == 1 ? RESERVED : RESERVED * doing.released / 100;
        if (released == 0) {
            return;
        }
        String label = LABELS.get(doing.label);
        Elements labelled = label.isEmpty() ? elements : elements.withExtra(ImmutableMap.of(Labels.DIRECT, label));
        Id<Allotment> allotment = world.issue(
                "A" + i,
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, labelled, AllotmentFlag.EXECUTABLE, released))
                        .effectiveOn(LocalDate.of(FIRST, 1, 1))
                        .build());
        if (doing.ends == 1) {
            end(project, pay(allotment, labelled, released), released, doing);
            return;
        }
        long paid = released * doing.paid / 100;
        if (paid > 0) {
            pay(allotment, labelled, paid);
        }
        long frozen = doing.ends == 2 ? 0 : (released - paid) * doing.frozen / 100;
        if (frozen > 0) {
            done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(frozen))));
        }
    }

    /** All of it is paid, the project ends, and some of it comes back. */
    private void end(Id<Project> project, Id<PaymentVoucher> voucher, long paid, Doing doing) {
        done(world.act("clerk" + doing.of(), project, ProjectAction.FINISH));
        long back = paid * doing.again / 100;
        if (back > 0) {
            done(world.refund("T" + numbers++, voucher, back));
        }
    }

    /** Whether all of what was carried over of it can be paid, so that it may end. */
    private static boolean endsInSecond(Doing doing) {
        return doing.ends == 2 && doing.released == 100 && doing.paid < 100;
    }

    private void goOn(int i, Doing doing) {
        for (Allotment allotment : carriedInto(YEAR)) {
            Id<Allotment> id = Allotment.id(allotment.id().value());
            if (!allotment.terms().carriedFrom().equals(Optional.of(Allotment.id("A" + i)))) {
                continue;
            }
            long available = world.loop()
                    .balance(
                            AllotmentMeasure.AVAILABLE,
                            allotment.segments(),
                            world.loop().rules().all().get(0));
            Elements elements = allotment.terms().elements();
            if (endsInSecond(doing)) {
                end(projects.get(i), pay(id, elements, available), available, doing);
            } else if (available * doing.again / 100 > 0) {
                pay(id, elements, available * doing.again / 100);
            }
        }
    }

    private List<Allotment> carriedInto(int year) {
        return world.loop().moving(Allotment.KIND).stream()
                .filter(allotment -> allotment.fiscalYear() == year)
                .toList();
    }

    private Id<PaymentVoucher> pay(Id<Allotment> allotment, Elements elements, long fen) {
        String id = "P" + numbers++;
        String agency = elements.agency().value();
        String account = switch (elements.fund()) {
            case "2" -> "S1";
            case "31" -> "N" + agency;
            default -> "Z" + agency;
        };
        Id<PaymentRequest> request = World.request("R" + id);
        done(world.ask(
                "clerk" + agency,
                new CreatePayment(
                        request, World.paymentTerms(allotment, elements, fen).withPayerAccount(account))));
        done(world.act("clerk" + agency, request, PaymentAction.SUBMIT));
        done(world.act("head" + agency, request, PaymentAction.APPROVE));
        Id<PaymentVoucher> voucher = world.sent("V" + id, agency, ImmutableList.of(request));
        done(world.receipt(voucher, fen));
        if (account.startsWith("Z")) {
            done(world.clearing(id, voucher, fen));
        }
        return voucher;
    }

    CarryOverPreview preview(String agency, int into, LocalDate on) {
        var inForce = world.loop().rules().at(DIVISION, into, on).orElseThrow();
        return world.loop()
                .read(
                        inForce,
                        reads -> CarryOverPreview.of(
                                new CalculateCarryOver(DIVISION, agency, into), on, inForce, reads));
    }

    private void turn(int into) {
        new YearEnd(world).completeDrafts();
        for (String agency : AGENCIES) {
            CarryOverPreview preview = preview(agency, into, LocalDate.of(into - 1, 12, 1));
            Sums before = TwoYears.year(world, into - 1);
            done(TwoYears.calculate(world, agency, into));
            Outcome confirmed = done(TwoYears.confirm(world, agency, into));
            CarryOverTerms terms = world.loop()
                    .find(CarryOver.id(DIVISION, agency, into))
                    .orElseThrow()
                    .terms();
            turns.add(new Turn(into, before, preview, terms, Sums.of(confirmed.entries())));
        }
    }

    /** What was done with the project of an amount. */
    Doing doing(CarryOverTerms.Line line) {
        String project = world.loop()
                .find(line.line())
                .orElseThrow()
                .terms()
                .elements()
                .project()
                .value();
        return doings.get(projects.stream().map(Id::value).toList().indexOf(project));
    }

    Treatment expected(CarryOverTerms.Line line) {
        Doing doing = doing(line);
        CarryTerm term = line.facts().term();
        Doing real = term == CarryTerm.SECOND && !endsInSecond(doing)
                ? new Doing(
                        doing.agency,
                        doing.fund,
                        doing.category,
                        doing.mark,
                        doing.label,
                        0,
                        doing.released,
                        doing.paid,
                        doing.frozen,
                        doing.again)
                : doing;
        return real.expected(line.allotment().isPresent(), term, rules);
    }
}
