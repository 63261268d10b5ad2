package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.money.Fen;

/**
 * Statements as comma-separated text, a line for every cell; amounts in yuan with two decimals.
 *
 * <p>The columns stay as they are: {@value #HEADER}. {@code agency} is empty for all of a division; {@code scope} is {@code
 * agency}, {@code department} or {@code division}; {@code row} and {@code column} are codes of the layout, {@code code} is the
 * code that a line is of where a row goes by codes; {@code level} is 0 for a total.
 */
public final class StatementCsv {
    /** The first line. */
    public static final String HEADER =
            "statement,division,agency,scope,year,section,row,code,level,label,column,amount";

    /** Where an amount stands: what of a line comes before it. */
    private record Place(String section, String row, String code, int level, String label, String column) {}

    private record Amount(Place place, long fen) {}

    private StatementCsv() {}

    /** A statement with its first line. */
    public static String of(Statement statement) {
        ImmutableList.Builder<Amount> amounts = ImmutableList.builder();
        for (Statement.Line line : statement.lines()) {
            line.cells()
                    .forEach((column, cell) -> amounts.add(new Amount(
                            new Place(
                                    line.row().section(),
                                    line.row().code(),
                                    line.code(),
                                    line.level(),
                                    line.label(),
                                    column),
                            cell.fen())));
        }
        return text(statement.layout().code(), statement.scope(), amounts.build());
    }

    /**
     * A bridge with its first line: the two differences, each group, and under it a line for the accounts that explain it, which
     * stand in the column of the code.
     */
    public static String of(Bridge bridge) {
        ImmutableList.Builder<Amount> amounts = ImmutableList.builder();
        amounts.add(amount("BUDGETARY", "", 0, "本年预算收支差额", bridge.budgetary()));
        for (Bridge.Group group : Bridge.Group.values()) {
            amounts.add(amount(group.name(), "", 1, group.labelZh(), bridge.fen(group)));
            amounts.addAll(bridge.lines().stream()
                    .filter(line -> line.group() == group)
                    .map(line -> amount(group.name(), against(line), 2, "", line.fen()))
                    .collect(toImmutableList()));
        }
        amounts.add(amount("SURPLUS", "", 0, "本期盈余", bridge.surplus()));
        return text("BRIDGE", bridge.scope(), amounts.build());
    }

    private static String against(Bridge.Line line) {
        return line.against().stream().map(Meaning::name).collect(Collectors.joining(" "));
    }

    private static Amount amount(String row, String code, int level, String label, long fen) {
        return new Amount(new Place("bridge", row, code, level, label, "AMOUNT"), fen);
    }

    private static String text(String statement, Scope scope, ImmutableList<Amount> amounts) {
        String begin =
                Joiner.on(',').join(statement, scope.division(), scope.agency().orElse(""), scope.kind(), scope.year());
        return Stream.concat(Stream.of(HEADER), amounts.stream().map(amount -> begin + "," + text(amount)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Amount amount) {
        Place at = amount.place();
        return Joiner.on(',')
                .join(
                        at.section(),
                        at.row(),
                        quoted(at.code()),
                        at.level(),
                        quoted(at.label()),
                        at.column(),
                        Fen.text(amount.fen()));
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replaceAll("[\r\n]+", " ").replace("\"", "\"\"") + '"';
    }
}
