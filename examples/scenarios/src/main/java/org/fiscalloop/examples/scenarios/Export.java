package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.examples.scenarios.Ledgered.Booked;
import org.fiscalloop.examples.scenarios.Ledgered.Place;
import org.fiscalloop.examples.scenarios.Ledgered.Posted;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.Json;
import org.fiscalloop.json.OutcomeJson;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.money.Fen;

/** Writes what a play left into a directory: its outcomes, its entries, its balances, all entries as plain text, and statements. */
final class Export {
    private static final String ENTRIES =
            "sequence,event,event_type,date,ledger,basis,owner,account,account_name,side,amount,reverses";
    private static final String BALANCES = "ledger,basis,owner,account,account_name,side,amount";

    private Export() {}

    static void write(Play play, Path directory) throws IOException {
        Files.createDirectories(directory);
        Ledgered books = Ledgered.of(play);
        Files.writeString(directory.resolve("outcomes.ndjson"), outcomes(play), UTF_8);
        Files.writeString(directory.resolve("entries.csv"), entries(books), UTF_8);
        Files.writeString(directory.resolve("balances.csv"), balances(books), UTF_8);
        Files.writeString(
                directory.resolve("journal.ledger"),
                PlainText.of(play.scenario().title(), books),
                UTF_8);
        new FinalStatements(play.loop(), play.scenario().division()).write(directory.resolve("statements"));
    }

    /**
     * One line of JSON a step. {@code code} and {@code facts} are those of the first refusal; further ones stand in {@code
     * others}, what was let pass with a warning in {@code warnings}, and the cells of statements that are not
     * as expected, with what they are, in {@code differing}, where there are any.
     */
    static String outcomes(Play play) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < play.results().size(); i++) {
            Tree line =
                    outcome(i, play.scenario().steps().get(i), play.results().get(i));
            text.append(Json.compact(line)).append('\n');
        }
        return text.toString();
    }

    private static Tree outcome(int index, Scenario.Step step, Result result) {
        ImmutableList<Refusal> refusals = result.refusals();
        ImmutableList.Builder<Tree.Member> line = ImmutableList.builder();
        line.add(new Tree.Member("index", Tree.bare(Integer.toString(index))));
        line.add(new Tree.Member("id", Tree.text(step.deed().id())));
        line.add(new Tree.Member("type", Tree.text(step.type())));
        line.add(new Tree.Member("outcome", Tree.text(result.word())));
        if (refusals.isEmpty()) {
            line.add(new Tree.Member("code", Tree.text("")), new Tree.Member("facts", Tree.fields(ImmutableList.of())));
        } else {
            line.addAll(codeAndFacts(refusals.get(0)).members());
        }
        if (refusals.size() > 1) {
            line.add(new Tree.Member("others", all(refusals.subList(1, refusals.size()))));
        }
        if (!result.warnings().isEmpty()) {
            line.add(new Tree.Member("warnings", all(result.warnings())));
        }
        if (!result.differing().isEmpty()) {
            line.add(new Tree.Member("differing", cells(result.differing())));
        }
        return Tree.fields(line.build());
    }

    private static Tree cells(ImmutableMap<String, Long> differing) {
        return Tree.fields(differing.entrySet().stream()
                .map(cell -> new Tree.Member(cell.getKey(), Tree.text(Fen.text(cell.getValue()))))
                .collect(toImmutableList()));
    }

    private static Tree all(ImmutableList<Refusal> refusals) {
        return Tree.items(refusals.stream().map(Export::codeAndFacts).collect(ImmutableList.<Tree>toImmutableList()));
    }

    private static Tree.Fields codeAndFacts(Refusal refusal) {
        return Tree.fields(ImmutableList.of(
                new Tree.Member("code", Tree.text(refusal.code())),
                new Tree.Member("facts", OutcomeJson.facts(refusal.facts()))));
    }

    /** One row a line of an entry; the lines of one entry share its number. */
    static String entries(Ledgered books) {
        StringBuilder text = new StringBuilder(ENTRIES).append('\n');
        for (Booked booked : books.entries()) {
            for (Posted posted : booked.lines()) {
                Place place = posted.place();
                Csv.row(
                        text,
                        Integer.toString(booked.sequence()),
                        booked.event(),
                        booked.eventType(),
                        booked.entry().date().toString(),
                        place.ledger(),
                        place.account().basis().name(),
                        place.owner(),
                        place.account().code(),
                        place.account().nameZh(),
                        posted.line().side().name(),
                        Fen.text(posted.line().fen()),
                        booked.reverses()
                                .map(number -> Integer.toString(number))
                                .orElse(""));
            }
        }
        return text.toString();
    }

    /** One row an account in somebody's books: what is left on its normal side, negative if it is the other way round. */
    static String balances(Ledgered books) {
        StringBuilder text = new StringBuilder(BALANCES).append('\n');
        for (Ledgered.Balance balance : books.balances()) {
            Place place = balance.place();
            Side side = place.account().normalSide();
            Csv.row(
                    text,
                    place.ledger(),
                    place.account().basis().name(),
                    place.owner(),
                    place.account().code(),
                    place.account().nameZh(),
                    side.name(),
                    Fen.text(balance.fen()));
        }
        return text.toString();
    }
}
