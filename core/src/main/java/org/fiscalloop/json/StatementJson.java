package org.fiscalloop.json;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.finalaccounts.Bridge;
import org.fiscalloop.finalaccounts.Cell;
import org.fiscalloop.finalaccounts.Scope;
import org.fiscalloop.finalaccounts.Statement;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.money.Fen;

/** The forms of final accounts: written, never read. Amounts are decimal strings of yuan, coding blocks are objects by dimension. */
public final class StatementJson {
    private StatementJson() {}

    /** A statement: whose, of which year, and its lines, each with its cells by column. */
    public static Tree.Fields toTree(Statement statement) {
        return fields(
                member("statement", statement.layout().code()),
                member("title", statement.layout().title()),
                member("titleZh", statement.layout().titleZh()),
                member("scope", scope(statement.scope())),
                member("lines", items(statement.lines().stream().map(StatementJson::line))));
    }

    private static Tree scope(Scope scope) {
        return fields(
                member("kind", scope.kind()),
                member("division", scope.division()),
                member("agency", scope.agency().orElse("")),
                member("year", Tree.bare(Integer.toString(scope.year()))));
    }

    private static Tree line(Statement.Line line) {
        return fields(
                member("section", line.row().section()),
                member("row", line.row().code()),
                member("code", line.code()),
                member("level", Tree.bare(Integer.toString(line.level()))),
                member("label", line.label()),
                member(
                        "cells",
                        Tree.fields(line.cells().entrySet().stream()
                                .map(cell ->
                                        amount(cell.getKey(), cell.getValue().fen()))
                                .collect(toImmutableList()))));
    }

    /** What a cell adds up: its amount, and account, coding block and amount of each balance. */
    public static Tree.Fields toTree(Cell cell) {
        return fields(
                amount("amount", cell.fen()),
                member(
                        "parts",
                        items(cell.parts().stream()
                                .map(part -> fields(
                                        member("account", part.account().toString()),
                                        member("at", block(part.at())),
                                        amount("amount", part.fen()))))));
    }

    /** The lines of entries behind a cell, each with its place in the journal and the input that it came of. */
    public static Tree toTree(ImmutableList<Cell.Behind> behind) {
        return items(behind.stream()
                .map(line -> fields(
                        member("entry", line.entry().toString()),
                        member("on", line.record().header().on().toString()),
                        member("input", line.record().header().id()),
                        member("account", line.line().account().toString()),
                        member("at", block(line.line().segments())),
                        amount("amount", line.fen()))));
    }

    /** A bridge: the two differences, and every line with its group, the accounts that explain it, and its items. */
    public static Tree.Fields toTree(Bridge bridge) {
        return fields(
                member("scope", scope(bridge.scope())),
                amount("budgetary", bridge.budgetary()),
                amount("surplus", bridge.surplus()),
                member("lines", items(bridge.lines().stream().map(StatementJson::line))));
    }

    private static Tree line(Bridge.Line line) {
        return fields(
                member("group", line.group().name()),
                member("against", items(line.against().stream().map(account -> Tree.text(account.toString())))),
                amount("amount", line.fen()),
                member(
                        "items",
                        items(line.items().stream()
                                .map(item -> fields(
                                        member("at", block(item.at())),
                                        member(
                                                "entries",
                                                items(item.entries().stream()
                                                        .map(Entry.Id::toString)
                                                        .map(Tree::text))),
                                        amount("amount", item.fen()))))));
    }

    private static Tree block(Segments block) {
        return Tree.fields(block.codes().entrySet().stream()
                .map(code -> member(code.getKey().name(), code.getValue()))
                .collect(toImmutableList()));
    }

    private static Tree.Fields fields(Tree.Member... members) {
        return Tree.fields(ImmutableList.copyOf(members));
    }

    private static Tree items(Stream<? extends Tree> items) {
        return Tree.items(items.collect(toImmutableList()));
    }

    private static Tree.Member member(String name, Tree value) {
        return new Tree.Member(name, value);
    }

    private static Tree.Member member(String name, String value) {
        return member(name, Tree.text(value));
    }

    private static Tree.Member amount(String name, long fen) {
        return member(name, Fen.text(fen));
    }
}
