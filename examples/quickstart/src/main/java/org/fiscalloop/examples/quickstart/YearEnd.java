package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.SpendingKind;

/** How the year ends: what is left is carried over or lapses, the agency closes its books, then the division. */
final class YearEnd {
    private final Office office;
    private final ImmutableList<String> agencies;
    private final Office next;
    private final int year;
    private final LocalDate on;

    /** The end of the year of the office's agency, and of those below it. */
    YearEnd(Office office, String... below) {
        this.office = office;
        this.agencies = ImmutableList.<String>builder()
                .add(office.agency().agency())
                .add(below)
                .build();
        this.year = office.agency().fiscalYear();
        this.next = office.inYear(year + 1);
        this.on = LocalDate.of(year, 12, 31);
    }

    /** The carry-over of the office's own agency, as it was calculated. */
    CarryOverTerms carryOver() {
        return office.loop().find(id(agencies.get(0))).orElseThrow().terms();
    }

    private Id<CarryOver> id(String agency) {
        return CarryOver.id(office.agency().division(), agency, year + 1);
    }

    /** Closes the year and prints what became of what was left. */
    void run(Page page) {
        String division = office.agency().division();
        next.must(
                Office.ADMINISTRATOR,
                on,
                new AdoptRulebook(division, year + 1, next.rules(on).fingerprint()));
        int made = 0;
        for (String agency : agencies) {
            next.must(Office.FINANCE, on, new CalculateCarryOver(division, agency, year + 1));
            next.must(Office.CHIEF, on, id(agency), CarryOverAction.CONFIRM);
            made += office.must(Office.HEAD, on, new CloseAgencyYear(division, agency, year))
                    .entries()
                    .size();
        }
        Outcome ledgers = office.must(Office.FINANCE, on, new CloseDivisionYear(division, year));
        page.title("4  The end of the year · 年终");
        page.line("""
                What is left is calculated by one and confirmed by another. By the rules of this example the district takes back what
                is left of the year's own budget; what was left of basic expenditure the year before goes on. Then the agency closes
                its books, and after it the division those of allotments and of the treasury.""");
        List<ImmutableList<String>> rows = new ArrayList<>();
        rows.add(ImmutableList.of("allotment", "元", "left", "of", "becomes"));
        for (CarryOverTerms.Line line : carryOver().lines()) {
            rows.add(ImmutableList.of(
                    line.allotment().map(Id::value).orElse(line.line().value()),
                    "",
                    Fen.text(Fen.of(line.amount())),
                    line.facts().term() + " " + line.facts().spending() + " "
                            + chinese(line.facts().term()) + " "
                            + chinese(line.facts().spending()),
                    line.treatment() + " " + chinese(line.treatment())));
        }
        page.table(rows);
        page.line("carried over 结转 " + Wan.text(Fen.of(carryOver().carried())) + ", lapsed 收回 "
                + Wan.text(Fen.of(carryOver().lapsed())) + " 万元; closing the agency made "
                + made + " entries, closing the division "
                + ledgers.entries().size() + ".");
    }

    private static String chinese(CarryTerm term) {
        return switch (term) {
            case FIRST -> "当年预算";
            case SECOND -> "上年结转";
        };
    }

    private static String chinese(SpendingKind spending) {
        return switch (spending) {
            case PERSONNEL -> "人员经费";
            case OPERATING -> "日常公用经费";
            case PROJECT -> "项目支出";
        };
    }

    private static String chinese(Treatment treatment) {
        return switch (treatment) {
            case CARRY -> "结转下年";
            case LAPSE -> "结余收回";
        };
    }

    /** January: what the next year begins with. */
    Office january() {
        return next;
    }
}
