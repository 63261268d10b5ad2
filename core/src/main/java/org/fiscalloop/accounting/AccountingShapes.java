package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.accounting.AccountingCommands.CloseMonth;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AccountingCommands.OpenMonth;
import org.fiscalloop.accounting.AccountingEvents.MonthsSet;
import org.fiscalloop.accounting.AccountingEvents.VoucherWritten;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Dimensions;
import org.joda.money.Money;

/** The forms of vouchers and periods. */
public final class AccountingShapes {
    private static final int FIRST = 0x80;
    private static final int LAST = 0x8F;
    private static final Type<YearMonth> MONTH =
            Type.mapped("month like 2024-03", Type.text(), YearMonth::parse, YearMonth::toString);
    private static final Type<ImmutableList<AgencyVoucherTerms.Line>> LINES = Type.list(Type.nested(line()));

    static final Shape<AgencyVoucherTerms> VOUCHER = voucher();
    static final Shape<PeriodBook.Months> MONTHS = months();
    static final Shape<CompleteVoucher> COMPLETE = complete();
    static final Shape<BeginPeriods> BEGIN = begin();
    static final Shape<OpenMonth> OPEN = open();
    static final Shape<CloseMonth> CLOSE = close();
    static final Shape<VoucherWritten> WRITTEN = written();
    static final Shape<MonthsSet> MONTHS_SET = monthsSet();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY =
            ShapeFamily.of("accounting", FIRST, LAST, COMPLETE, BEGIN, OPEN, CLOSE, WRITTEN, MONTHS_SET);

    private AccountingShapes() {}

    private static Shape<AgencyVoucherTerms.Line> line() {
        Field<AgencyVoucherTerms.Line, Basis> basis =
                Field.of("basis", Type.enumOf(Basis.class), AgencyVoucherTerms.Line::basis);
        Field<AgencyVoucherTerms.Line, Side> side =
                Field.of("side", Type.enumOf(Side.class), AgencyVoucherTerms.Line::side);
        Field<AgencyVoucherTerms.Line, String> account =
                Field.of("account", Type.text(), AgencyVoucherTerms.Line::account);
        Field<AgencyVoucherTerms.Line, Money> amount =
                Field.of("amount", Type.money(), AgencyVoucherTerms.Line::amount);
        return Shape.<AgencyVoucherTerms.Line>nested("voucher-line")
                .fields(basis, side, account, amount)
                .maker(v -> new AgencyVoucherTerms.Line(v.get(basis), v.get(side), v.get(account), v.get(amount)));
    }

    private static Shape<AgencyVoucherTerms> voucher() {
        Field<AgencyVoucherTerms, String> division = Field.of("division", Type.text(), AgencyVoucherTerms::division);
        Field<AgencyVoucherTerms, String> agency = Field.of("agency", Type.text(), AgencyVoucherTerms::agency);
        Field<AgencyVoucherTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", AgencyVoucherTerms::fiscalYear);
        Field<AgencyVoucherTerms, String> cause = Field.of("cause", Type.text(), AgencyVoucherTerms::cause);
        Field<AgencyVoucherTerms, AgencyVoucherTerms.Direction> direction =
                Field.of("direction", Type.enumOf(AgencyVoucherTerms.Direction.class), AgencyVoucherTerms::direction);
        Field<AgencyVoucherTerms, Segments> segments =
                Field.of("segments", KernelTypes.segments(Dimensions.ALL), AgencyVoucherTerms::segments);
        Field<AgencyVoucherTerms, ImmutableList<AgencyVoucherTerms.Line>> lines =
                Field.of("lines", LINES, AgencyVoucherTerms::lines);
        return Shape.<AgencyVoucherTerms>nested("agency-voucher")
                .fields(division, agency, fiscalYear, cause, direction, segments, lines)
                .maker(v -> new AgencyVoucherTerms(
                        v.get(division),
                        v.get(agency),
                        v.get(fiscalYear),
                        v.get(cause),
                        v.get(direction),
                        v.get(segments),
                        v.get(lines)));
    }

    private static Shape<PeriodBook.Months> months() {
        Field<PeriodBook.Months, String> division = Field.of("division", Type.text(), PeriodBook.Months::division);
        Field<PeriodBook.Months, String> ledger = Field.of("ledger", Type.text(), PeriodBook.Months::ledger);
        Field<PeriodBook.Months, String> owner = Field.of("owner", Type.text(), PeriodBook.Months::owner);
        Field<PeriodBook.Months, YearMonth> first = Field.of("first", MONTH, PeriodBook.Months::first);
        Field<PeriodBook.Months, YearMonth> open = Field.of("open", MONTH, PeriodBook.Months::open);
        Field<PeriodBook.Months, YearMonth> last = Field.of("last", MONTH, PeriodBook.Months::last);
        return Shape.<PeriodBook.Months>nested("months")
                .fields(division, ledger, owner, first, open, last)
                .maker(v -> new PeriodBook.Months(
                        v.get(division), v.get(ledger), v.get(owner), v.get(first), v.get(open), v.get(last)));
    }

    private static Shape<CompleteVoucher> complete() {
        Field<CompleteVoucher, Id<AgencyVoucher>> document =
                Field.of("document", KernelTypes.id(AgencyVoucher.KIND), CompleteVoucher::document);
        Field<CompleteVoucher, ImmutableList<AgencyVoucherTerms.Line>> lines =
                Field.of("lines", LINES, CompleteVoucher::lines);
        return Shape.of(FIRST, "complete-voucher", CompleteVoucher.class)
                .fields(document, lines)
                .maker(v -> new CompleteVoucher(v.get(document), v.get(lines)));
    }

    private static Shape<BeginPeriods> begin() {
        Field<BeginPeriods, String> division = Field.of("division", Type.text(), BeginPeriods::division);
        Field<BeginPeriods, String> ledger = Field.of("ledger", Type.text(), BeginPeriods::ledger);
        Field<BeginPeriods, String> owner = Field.of("owner", Type.text(), BeginPeriods::owner);
        Field<BeginPeriods, YearMonth> month = Field.of("month", MONTH, BeginPeriods::month);
        return Shape.of(FIRST + 1, "begin-periods", BeginPeriods.class)
                .fields(division, ledger, owner, month)
                .maker(v -> new BeginPeriods(v.get(division), v.get(ledger), v.get(owner), v.get(month)));
    }

    private static Shape<OpenMonth> open() {
        Field<OpenMonth, Id<PeriodBook>> document =
                Field.of("document", KernelTypes.id(PeriodBook.KIND), OpenMonth::document);
        Field<OpenMonth, YearMonth> month = Field.of("month", MONTH, OpenMonth::month);
        return Shape.of(FIRST + 2, "open-month", OpenMonth.class)
                .fields(document, month)
                .maker(v -> new OpenMonth(v.get(document), v.get(month)));
    }

    private static Shape<CloseMonth> close() {
        Field<CloseMonth, Id<PeriodBook>> document =
                Field.of("document", KernelTypes.id(PeriodBook.KIND), CloseMonth::document);
        Field<CloseMonth, YearMonth> month = Field.of("month", MONTH, CloseMonth::month);
        return Shape.of(FIRST + 3, "close-month", CloseMonth.class)
                .fields(document, month)
                .maker(v -> new CloseMonth(v.get(document), v.get(month)));
    }

    private static Shape<VoucherWritten> written() {
        Field<VoucherWritten, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(AgencyVoucher.KIND)), VoucherWritten::move);
        Field<VoucherWritten, AgencyVoucherTerms> terms =
                Field.of("terms", Type.nested(VOUCHER), VoucherWritten::terms);
        return Shape.of(FIRST + 4, "voucher-written", VoucherWritten.class)
                .fields(move, terms)
                .maker(v -> new VoucherWritten(v.get(move), v.get(terms)));
    }

    private static Shape<MonthsSet> monthsSet() {
        Field<MonthsSet, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(PeriodBook.KIND)), MonthsSet::move);
        Field<MonthsSet, PeriodBook.Months> months = Field.of("months", Type.nested(MONTHS), MonthsSet::months);
        return Shape.of(FIRST + 5, "months-set", MonthsSet.class)
                .fields(move, months)
                .maker(v -> new MonthsSet(v.get(move), v.get(months)));
    }
}
