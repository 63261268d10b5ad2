package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.decision.Source;
import org.fiscalloop.finalaccounts.Filter.Named;
import org.fiscalloop.finalaccounts.Layout.By;
import org.fiscalloop.finalaccounts.Layout.Column;
import org.fiscalloop.finalaccounts.Layout.Counted;
import org.fiscalloop.finalaccounts.Layout.Identity;
import org.fiscalloop.finalaccounts.Layout.Row;
import org.fiscalloop.finalaccounts.Layout.Term;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.Csv;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.SpendingKind;

/**
 * The layouts that come with the library: tables beside this class, {@code layout-rows.csv}, {@code layout-columns.csv} and
 * {@code layout-identities.csv}. Who shows more or less passes layouts of his own to {@link Statements}.
 */
public final class Layouts {
    private static final String ROWS =
            "layout,section,row,level,label_zh,label,rare,by,side,accounts,stages,funds,kinds";
    private static final String COLUMNS =
            "layout,column,label_zh,label,years_back,accounts,stages,funds,kinds,economics,other_economics";
    private static final String IDENTITIES = "layout,of,proof,left,right";

    /** The lines of each table by layout. They stand before the layouts, which are made of them. */
    private static final ImmutableListMultimap<String, Csv.Row> ROW_LINES = byLayout("layout-rows.csv", ROWS);

    private static final ImmutableListMultimap<String, Csv.Row> COLUMN_LINES = byLayout("layout-columns.csv", COLUMNS);
    private static final ImmutableListMultimap<String, Csv.Row> IDENTITY_LINES =
            byLayout("layout-identities.csv", IDENTITIES);
    private static final Source PUBLISHED = Source.certain(
            "部门决算公开表 as agencies publish them, such as those of 上海市普陀区财政局 for 2024; accounts by 财会〔2017〕25号");
    private static final Source FINANCIAL = Source.certain("财会〔2017〕25号 《政府会计制度》: 报表格式");

    /**
     * 收入支出决算总表: opening, income and expenditure of the year, closing.
     *
     * <p>The opening is as adjusted in the year (年初余额调整, 归集调入, 归集调出, 归集上缴, 缴回资金), with the adjustment in a line below
     * it; published tables do not tell whether others show it so. 专用结余 is neither in opening nor in closing: what the closing
     * sets aside is 结余分配, and what is later spent of it is no expenditure of a year.
     */
    public static final Layout F1 = layout("F1", "Final accounts: income and expenditure", "收入支出决算总表", PUBLISHED);

    /** 收入决算表: income by function (类, 款, 项) and kind. What names no function is in a line of its own. */
    public static final Layout F2 = layout("F2", "Final accounts: income by function", "收入决算表", PUBLISHED);

    /** 支出决算表: expenditure by function, basic, by project, and other kinds. */
    public static final Layout F3 = layout("F3", "Final accounts: expenditure by function", "支出决算表", PUBLISHED);

    /** 财政拨款收入支出决算总表: what was appropriated, by the budget of its fund. */
    public static final Layout F4 = layout("F4", "Final accounts: fiscal appropriation", "财政拨款收入支出决算总表", PUBLISHED);

    /** 一般公共预算财政拨款支出决算表: expenditure from the general public budget by function. */
    public static final Layout F5 =
            layout("F5", "Final accounts: general public budget expenditure by function", "一般公共预算财政拨款支出决算表", PUBLISHED);

    /** 一般公共预算财政拨款基本支出决算表: its basic expenditure by department economic class (类, 款). */
    public static final Layout F6 = layout(
            "F6",
            "Final accounts: general public budget basic expenditure by economic class",
            "一般公共预算财政拨款基本支出决算表",
            PUBLISHED);

    /** 资产负债表. What earned and cost the year, not yet closed, is in 累计盈余 as it will be. */
    public static final Layout BALANCE = layout("BALANCE", "Balance sheet", "资产负债表", FINANCIAL);

    /** 收入费用表. */
    public static final Layout INCOME = layout("INCOME", "Income statement", "收入费用表", FINANCIAL);

    /**
     * 下年预算编制基础数据: by project what was paid, what is not yet decided on, what was carried over, what lapsed, and what is
     * left of its reserve over all years. Of allotment and memorandum ledger.
     */
    public static final Layout NEXT_YEAR = layout(
            "NEXT_YEAR",
            "Inputs of the preparation of the next budget",
            "下年预算编制基础数据",
            Source.own(
                    "what the next budget is prepared from: 预算法 art. 32 asks for the carried-over and the execution of the year"));

    /** All of them. */
    public static final ImmutableList<Layout> ALL =
            ImmutableList.of(F1, F2, F3, F4, F5, F6, BALANCE, INCOME, NEXT_YEAR);

    private Layouts() {}

    private static Layout layout(String code, String title, String titleZh, Source source) {
        return new Layout(
                code,
                title,
                titleZh,
                source,
                rows(ROW_LINES.get(code)),
                COLUMN_LINES.get(code).stream().map(Layouts::column).collect(toImmutableList()),
                IDENTITY_LINES.get(code).stream().map(Layouts::identity).collect(toImmutableList()));
    }

    private static ImmutableListMultimap<String, Csv.Row> byLayout(String file, String header) {
        return Multimaps.index(Csv.resource(Layouts.class, file, header), row -> row.text("layout"));
    }

    /** A line without a section adds more balances to the row before it. */
    private static ImmutableList<Row> rows(ImmutableList<Csv.Row> lines) {
        List<Row> rows = new ArrayList<>();
        for (Csv.Row line : lines) {
            Counted counted =
                    new Counted(Side.valueOf(line.text("side")), filter(line).build());
            if (line.text("section").isEmpty()) {
                Row first = rows.remove(rows.size() - 1);
                rows.add(first.and(counted));
            } else {
                rows.add(row(line, counted));
            }
        }
        return ImmutableList.copyOf(rows);
    }

    private static Row row(Csv.Row line, Counted counted) {
        return new Row(
                line.text("section"),
                line.text("row"),
                Integer.parseInt(line.text("level")),
                line.text("label"),
                line.text("label_zh"),
                !line.text("rare").isEmpty(),
                ImmutableList.of(counted),
                by(words(line, "by")));
    }

    private static Optional<By> by(ImmutableList<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new By(new Dimension(words.get(0)), Integer.parseInt(words.get(1))));
    }

    private static Column column(Csv.Row line) {
        return new Column(
                line.text("column"),
                line.text("label"),
                line.text("label_zh"),
                Integer.parseInt(line.text("years_back")),
                filter(line)
                        .economics(words(line, "economics"))
                        .otherEconomics(words(line, "other_economics"))
                        .build());
    }

    private static ImmutableFilter.Builder filter(Csv.Row line) {
        return ImmutableFilter.builder()
                .accounts(words(line, "accounts").stream().map(Named::parse).collect(toImmutableList()))
                .stages(constants(line, "stages", Stage.class))
                .funds(constants(line, "funds", FundBook.class))
                .kinds(constants(line, "kinds", SpendingKind.class));
    }

    private static Identity identity(Csv.Row line) {
        return new Identity(
                Identity.Of.valueOf(line.text("of")),
                Identity.Proof.valueOf(line.text("proof")),
                Term.parse(words(line, "left")),
                Term.parse(words(line, "right")));
    }

    private static <E extends Enum<E>> ImmutableSet<E> constants(Csv.Row line, String column, Class<E> type) {
        return words(line, column).stream()
                .map(name -> Enum.valueOf(type, name))
                .collect(toImmutableSet());
    }

    private static ImmutableList<String> words(Csv.Row line, String column) {
        return ImmutableList.copyOf(Splitter.on(' ').omitEmptyStrings().split(line.text(column)));
    }
}
