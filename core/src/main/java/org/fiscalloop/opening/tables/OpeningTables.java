package org.fiscalloop.opening.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.opening.ImmutableOpeningTerms;
import org.fiscalloop.opening.OpeningTerms;

/**
 * Reading an opening from the tables of a system that is replaced ({@link OpeningTable}). A host reads the files; here are
 * their texts.
 *
 * <p>Documents come with the shortest trail of their lifecycle, every step by the one who brings them in. The balances of the
 * allotment and memorandum ledgers follow from the amounts of the documents; those of treasury and agencies are the trial
 * balances.
 */
public final class OpeningTables {
    private OpeningTables() {}

    /**
     * What the tables do not say.
     *
     * @param division the division that is brought in, 9 digits
     * @param fiscalYear the fiscal year in which it goes on
     * @param day the day at whose end it stands so
     * @param actor who brings it in: nobody's four eyes are held up by it
     */
    public record Setting(String division, int fiscalYear, LocalDate day, String actor) {}

    /**
     * What could be read.
     *
     * @param opening all that could be read; to be checked
     * @param problems a refusal for each row that could not, with table, line and column, in their order
     */
    public record Reading(OpeningTerms opening, ImmutableList<Refusal> problems) {}

    /**
     * The opening of these tables. A row that cannot be read is left out and named; nothing is guessed.
     *
     * @param csv the text of each table by its {@linkplain OpeningTable#file() name}; one that is left out is empty
     * @throws IllegalArgumentException if a name is that of no table
     */
    public static Reading read(ImmutableMap<String, String> csv, Setting setting, RuleSet rules) {
        for (String name : csv.keySet()) {
            if (ImmutableList.copyOf(OpeningTable.values()).stream()
                    .noneMatch(table -> table.file().equals(name))) {
                throw new IllegalArgumentException("there is no table \"" + name + "\"");
            }
        }
        TableRows rows = new TableRows(csv);
        TableDocuments documents = new TableDocuments(setting, rules);
        documents.read(rows);
        TableBalances balances = new TableBalances(setting, rules, documents);
        balances.read(rows);
        return new Reading(
                ImmutableOpeningTerms.builder()
                        .division(setting.division())
                        .fiscalYear(setting.fiscalYear())
                        .day(setting.day())
                        .documents(documents.documents())
                        .balances(balances.balances())
                        .build(),
                rows.problems());
    }
}
