package org.fiscalloop.examples.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.examples.scenarios.Ledgered.Booked;
import org.fiscalloop.examples.scenarios.Ledgered.Place;
import org.fiscalloop.examples.scenarios.Ledgered.Posted;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.Json;
import org.fiscalloop.json.OutcomeJson;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;

/** Writes what a play left into a directory: its outcomes, its entries, its balances, and all entries as plain text. */
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
    }

    /**
     * One line of JSON a step. {@code code} and {@code facts} are those of the first refusal; further ones stand in {@code
     * others}, and what was let pass with a warning in {@code warnings}, where there are any.
     */
    static String outcomes(Play play) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < play.outcomes().size(); i++) {
            Tree line =
                    outcome(i, play.scenario().steps().get(i), play.outcomes().get(i));
            text.append(Json.compact(line)).append('\n');
        }
        return text.toString();
    }

    private static Tree outcome(int index, Scenario.Step step, Outcome outcome) {
        ImmutableList<Refusal> refusals = outcome.refusals();
        ImmutableList.Builder<Tree.Member> line = ImmutableList.builder();
        line.add(new Tree.Member("index", Tree.bare(Integer.toString(index))));
        line.add(new Tree.Member("id", Tree.text(step.input().id().value())));
        line.add(new Tree.Member("type", Tree.text(step.type())));
        line.add(new Tree.Member("outcome", Tree.text(Scenario.word(outcome))));
        if (refusals.isEmpty()) {
            line.add(new Tree.Member("code", Tree.text("")), new Tree.Member("facts", Tree.fields(ImmutableList.of())));
        } else {
            line.addAll(codeAndFacts(refusals.get(0)).members());
        }
        if (refusals.size() > 1) {
            line.add(new Tree.Member("others", all(refusals.subList(1, refusals.size()))));
        }
        if (!outcome.warnings().isEmpty()) {
            line.add(new Tree.Member("warnings", all(outcome.warnings())));
        }
        return Tree.fields(line.build());
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
                row(
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
            row(
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

    private static void row(StringBuilder text, String... cells) {
        text.append(ImmutableList.copyOf(cells).stream().map(Export::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    /** A cell of RFC 4180: in quotes where it would be read as something else. */
    private static String cell(String value) {
        boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
