package org.fiscalloop.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.AgencyTerms;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * The year 2024 of 上海市普陀区财政局, from its projects to the clearing of its payments: the tables that the books give at
 * the end stand beside the published ones.
 */
public final class Main {
    private static final int YEAR = 2024;
    private static final LocalDate END = LocalDate.of(YEAR, 12, 31);

    private final Published published = Published.read();
    private final RuleTimeline rules = LocalRules.of(YEAR, YEAR + 1);
    private final Journal journal = new InMemoryJournal();
    private final Start start = Start.of(FiscalLoop.open(journal, rules), agency(), LocalDate.of(YEAR, 1, 1));
    private final Office office = start.office();
    private final Plan plan = Plan.of(published);
    private final Page page;
    private long ofTheYear;

    private Main(PrintStream out) {
        this.page = new Page(out);
    }

    /** Prints the year. */
    public static void main(String[] args) {
        print(new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8));
    }

    static void print(PrintStream out) {
        new Main(out).print();
        out.flush();
    }

    private static AgencyTerms agency() {
        return ImmutableAgencyTerms.builder()
                .division("310107000")
                .fiscalYear(YEAR)
                .code(new AgencyCode("105"))
                .name("上海市普陀区财政局")
                .kind(AgencyKind.ADMINISTRATIVE)
                .build();
    }

    private void print() {
        page.line("上海市普陀区财政局 · " + YEAR + " · from projects through budget and allotments to payments");
        new Year(office, plan).run(published);
        ofTheYear = journal.size();
        explain();
        start.print(page);
        page.title("3  Refused · 拒绝及其理由");
        new Refused(office, plan).print(page);
        YearEnd end = new YearEnd(office);
        end.run(page);
        Tables tables = new Tables(published, office, END);
        tables.print(page);
        new January(tables.accounts(), end.january()).print(page);
        trace();
        journal();
    }

    private void explain() {
        page.title("1  How the year is rebuilt · 还原方法");
        page.line("""
                The document is the published final account of the agency, 上海市普陀区财政局 2024 年度部门决算, with tables
                F1 to F6. It publishes sums; projects, lines and payments are rebuilt so that they give them, to the fen.
                - A published total differs from the sum of its published parts by what was lost in rounding: the parts
                  take the difference in equal shares, each so small that it still rounds to its published figure.
                - Basic expenditure is published by function (F3) and by economic 款 (F6). Pairs that belong together by
                  name come first: 2080505 is 30108, 2080506 is 30109, 2101101 is 30110, 2210201 is 30113, 2210203 is
                  30102, 2080501 is 30302, 30309 and then 30229, 2080599 is 30299. The rest is filled from the top left
                  corner; here all of it falls to 2010601.
                - Every line is budgeted with what is spent of it; what is left of an item stands on its largest line.
                - Codes of agency and projects, 款 of project expenditure, dates, payees, the treasury's cash and revenue and a
                  payment that comes back and is paid again are not published: they are ours. So is what of the 49.14 brought forward
                  stands where: 21.63 of basic expenditure as a carried allotment, 27.51 of other funds in the bank.""");
        page.line(new Budget(office, office.agency(), plan).projects().keySet().size() + " projects, "
                + plan.lines().size() + " budget lines; " + ofTheYear
                + " records in the journal, one for each command and each notice.");
    }

    private void trace() {
        Tracks tracks = new Tracks(office.loop(), page);
        page.title("9  One payment back to its project · 逆向可溯");
        page.line("""
                Each document with the records of the journal, counted from 0, that moved it, and who asked; (told) is by notice
                of the bank or the treasury. A project moves with its budget lines: SELECT when a line of it is handed in, START
                when one is appropriated, so once for each of its lines.""");
        tracks.up(Year.requestId(plan.lines().get(0), 1));
        page.title("10  One project down to its payees · 顺向可追");
        tracks.down(Project.id(new Budget(office, office.agency(), plan)
                .project(plan.lines().stream()
                        .filter(line -> line.function().equals("2010608"))
                        .findFirst()
                        .orElseThrow())));
    }

    private void journal() {
        FiscalLoop replayed = FiscalLoop.open(journal, rules);
        String digest = office.loop().digest().toString();
        boolean isSame = replayed.digest().toString().equals(digest);
        page.title("11  The journal · 日志");
        page.line(journal.size() + " records: " + ofTheYear + " of the year and " + (journal.size() - ofTheYear)
                + " of sections 3 and 4; a refused command is remembered too.");
        page.line("The hash of the last one, which binds all before it:");
        page.line("  " + office.loop().hash());
        page.line("The state as one digest, and after a replay of the journal:");
        page.line("  " + digest);
        page.line("  " + replayed.digest() + (isSame ? "  equal 相符" : "  DIFFERENT 不符"));
    }
}
