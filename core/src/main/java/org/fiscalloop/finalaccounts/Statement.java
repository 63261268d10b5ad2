package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.finalaccounts.Layout.Column;
import org.fiscalloop.finalaccounts.Layout.Row;

/**
 * A statement of one scope and year (报表): a layout filled in.
 *
 * @param layout what it looks like
 * @param scope whose it is, of which year
 * @param lines in the order of printing
 */
public record Statement(Layout layout, Scope scope, ImmutableList<Line> lines) {

    /**
     * A line (行次): a row of the layout, or one code of it.
     *
     * @param row the row of the layout
     * @param code the code that it is of where the row goes by codes; empty for the row itself, and for what names none
     * @param level 0 for a total, and more the deeper it stands
     * @param label its name
     * @param cells by the code of the column
     */
    public record Line(Row row, String code, int level, String label, ImmutableMap<String, Cell> cells) {
        /** The amount in a column of the layout. */
        public Cell cell(String column) {
            Cell cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column + " in row " + row.code());
            }
            return cell;
        }
    }

    /** The line of a row that does not go by codes. */
    public Line line(String row) {
        return line(row, "");
    }

    /** The line of a code of a row. */
    public Line line(String row, String code) {
        return lines.stream()
                .filter(line -> line.row().code().equals(row) && line.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no line of row " + row + " and code \"" + code + "\" in " + layout.code()));
    }

    /** The lines of a row, those of every code where it goes by codes. */
    public ImmutableList<Line> lines(String row) {
        return lines.stream().filter(line -> line.row().code().equals(row)).collect(ImmutableList.toImmutableList());
    }

    /** The columns in their order. */
    public ImmutableList<Column> columns() {
        return layout.columns();
    }
}
