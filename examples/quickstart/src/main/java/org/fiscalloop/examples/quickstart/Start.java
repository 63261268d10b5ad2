package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.tables.OpeningTable;
import org.fiscalloop.opening.tables.OpeningTables;
import org.fiscalloop.register.AgencyTerms;

/**
 * How the year begins: an opening brings the agency in with what it had left of the year before, from the tables in the folder
 * {@code opening} of this package.
 *
 * @param office the office, open
 * @param opening what was brought in, and what was wrong with the tables
 */
record Start(Office office, OpeningTables.Reading opening) {
    static final String ALLOTMENT = "ZB-2023";

    private static final String FOLDER = "opening/";

    /** Adopts the rulebook and commits the opening, which must break no identity. */
    static Start of(FiscalLoop loop, AgencyTerms agency, LocalDate on) {
        Office office = Office.of(loop, agency);
        OpeningTables.Reading read = OpeningTables.read(
                tables(),
                new OpeningTables.Setting(agency.division(), agency.fiscalYear(), on, Office.ADMINISTRATOR),
                office.rules(on));
        if (!read.problems().isEmpty()) {
            throw new IllegalStateException("tables of the opening: "
                    + read.problems().stream().map(Refusal::text).toList());
        }
        office.must(
                Office.ADMINISTRATOR,
                on,
                new AdoptRulebook(
                        agency.division(), agency.fiscalYear(), office.rules(on).fingerprint()));
        office.must(Office.ADMINISTRATOR, on, new CommitOpening(read.opening(), Optional.empty()));
        return new Start(office, read);
    }

    private static ImmutableMap<String, String> tables() {
        return Stream.of(
                        OpeningTable.AGENCIES,
                        OpeningTable.ACCOUNTS,
                        OpeningTable.ACTORS,
                        OpeningTable.PROJECTS,
                        OpeningTable.BUDGET_LINES,
                        OpeningTable.ALLOTMENTS,
                        OpeningTable.TRIAL_BALANCE)
                .collect(toImmutableMap(OpeningTable::file, table -> text(table.file())));
    }

    private static String text(String file) {
        try {
            return Resources.toString(Resources.getResource(Start.class, FOLDER + file), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void print(Page page) {
        page.title("2  What was brought in on 1 January · 期初建账");
        page.line("""
                One record of the journal, made of seven tables with the standard's columns: the agency, its accounts and people,
                a project of 2023 with what was left of it, and the books. Every identity between them was checked before.""");
        page.line(opening.opening().documents().size() + " documents and "
                + opening.opening().balances().size() + " balances; identities broken: 0.");
        page.table(ImmutableList.of(
                ImmutableList.of("", "万元", "published", "books"),
                row("年初结转和结余", "49.14", Expenditure.opened(office, account -> true)),
                row(
                        "其中：财政拨款",
                        "21.63",
                        Expenditure.opened(office, account -> account.startsWith("FISCAL_APPROPRIATION")))));
    }

    private static ImmutableList<String> row(String name, String published, long fen) {
        String books = Wan.text(fen);
        if (!books.equals(published)) {
            throw new IllegalStateException(name + " is " + books + ", published " + published);
        }
        return ImmutableList.of("", name, published, books);
    }
}
