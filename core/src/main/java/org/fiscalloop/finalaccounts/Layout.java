package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Side;

/**
 * What a statement looks like (报表格式), as a table: which balances go into which row and which column, and what must add up.
 *
 * <p>A cell is what passes the filter of its row and that of its column. A total is a row of its own with a filter of its
 * own, never a sum of other rows: that it is their sum is an {@link Identity}.
 *
 * @param code how it is named in files, such as {@code F1}
 * @param title its name in English
 * @param titleZh its name
 * @param source where its rows and columns come from
 * @param rows in the order of printing, by section
 * @param columns in the order of printing
 * @param identities what must hold of rows and columns
 */
public record Layout(
        String code,
        String title,
        String titleZh,
        Source source,
        ImmutableList<Row> rows,
        ImmutableList<Column> columns,
        ImmutableList<Identity> identities) {

    /** Refuses a layout with two rows or columns of one code, or an identity over a row or column that there is not. */
    public Layout {
        ImmutableSet<String> rowCodes = rows.stream().map(Row::code).collect(toImmutableSet());
        ImmutableSet<String> columnCodes = columns.stream().map(Column::code).collect(toImmutableSet());
        if (rowCodes.size() < rows.size() || columnCodes.size() < columns.size()) {
            throw new IllegalArgumentException("a code stands twice in layout " + code);
        }
        for (Identity identity : identities) {
            ImmutableSet<String> known = identity.isOfRows() ? rowCodes : columnCodes;
            identity.terms()
                    .filter(term -> !known.contains(term.code()))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new IllegalArgumentException(
                                "identity of layout " + code + " over an unknown row or column: " + unknown.code());
                    });
        }
    }

    /**
     * A row (行), or where it goes by codes, one line for each.
     *
     * @param section the part of the statement that it is in (左栏, 右栏), such as {@code income}
     * @param code unique in its layout
     * @param level 0 for a total, and more the deeper it stands
     * @param label its name in English
     * @param labelZh its name
     * @param isRare whether it is left out where nothing is to be shown in it
     * @param of what it adds up
     * @param by by whose codes it is divided into lines
     */
    public record Row(
            String section,
            String code,
            int level,
            String label,
            String labelZh,
            boolean isRare,
            ImmutableList<Counted> of,
            Optional<By> by) {
        /** The same row with more in it. */
        Row and(Counted more) {
            ImmutableList<Counted> all =
                    ImmutableList.<Counted>builder().addAll(of).add(more).build();
            return new Row(section, code, level, label, labelZh, isRare, all, by);
        }
    }

    /**
     * Balances and the side on which they count as more.
     *
     * @param side whose balances are positive
     * @param filter which balances
     */
    public record Counted(Side side, Filter filter) {}

    /**
     * Lines by code.
     *
     * @param dimension whose codes
     * @param depth how many levels of the code table are lines: 1 for 类, 3 for 类, 款 and 项
     */
    public record By(Dimension dimension, int depth) {}

    /**
     * A column (栏).
     *
     * @param code unique in its layout
     * @param label its name in English
     * @param labelZh its name
     * @param yearsBack 0 for the year of the statement, 1 for the one before
     * @param filter what of a row's balances goes into it
     */
    public record Column(String code, String label, String labelZh, int yearsBack, Filter filter) {}

    /**
     * What must add up (勾稽关系): rows in every column, or columns in every line.
     *
     * @param of whether it is about rows or columns
     * @param proof why it holds
     * @param left the one side
     * @param right the other side
     */
    public record Identity(Of of, Proof proof, ImmutableList<Term> left, ImmutableList<Term> right) {
        /** What an identity is about. */
        public enum Of {
            /** Rows, in every column. */
            ROWS,
            /** Columns, in every line. */
            COLUMNS
        }

        /** Why an identity holds. */
        public enum Proof {
            /** Both sides show the same accounts: proved when a layout meets a chart, so that no account is missed or shown twice. */
            LAYOUT,
            /** The books balance: checked on the amounts. */
            BOOKS
        }

        boolean isOfRows() {
            return of == Of.ROWS;
        }

        /** All terms, those of the right side with the other sign. */
        Stream<Term> terms() {
            return Streams.concat(left.stream(), right.stream().map(term -> new Term(term.code(), -term.sign())));
        }

        @Override
        public String toString() {
            return text(left) + " = " + text(right);
        }

        private static String text(ImmutableList<Term> terms) {
            StringBuilder text = new StringBuilder();
            for (Term term : terms) {
                String sign = term.sign() < 0 ? " - " : " + ";
                text.append(text.isEmpty() && term.sign() > 0 ? "" : sign).append(term.code());
            }
            return text.toString();
        }
    }

    /**
     * A row or column in an identity.
     *
     * @param code of the row or column
     * @param sign 1 or -1
     */
    public record Term(String code, int sign) {
        static ImmutableList<Term> parse(Iterable<String> words) {
            return Streams.stream(words)
                    .map(word -> word.startsWith("-") ? new Term(word.substring(1), -1) : new Term(word, 1))
                    .collect(toImmutableList());
        }
    }
}
