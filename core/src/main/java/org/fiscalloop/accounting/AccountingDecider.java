package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.accounting.AccountingCommands.CloseMonth;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AccountingCommands.OpenMonth;
import org.fiscalloop.accounting.AccountingEvents.MonthsSet;
import org.fiscalloop.accounting.AccountingEvents.VoucherWritten;
import org.fiscalloop.asset.AssetClass;
import org.fiscalloop.asset.AssetPostings;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Periods;
import org.fiscalloop.ledger.Side;

/** What happens to vouchers and periods when something is asked of them, or why it does not. */
final class AccountingDecider {
    static final Reason NOT_BY_ITSELF = new Reason(
            "accounting.year-not-by-itself",
            "The months do not close a year by themselves",
            "会计期间不得单独年结",
            "the year of {document} is closed by the closing of its books",
            "{document} 由年终结账办理",
            Source.own("a year is closed with its entries"));

    private AccountingDecider() {}

    static Decision<ImmutableList<Happening>> complete(CompleteVoucher body, Case c) {
        AgencyVoucher voucher = c.document(AgencyVoucher.class);
        AccountingRules rules = c.rules(AccountingFlow.RULES);
        return rules.voucherControls()
                .examine(
                        AgencyVoucherAction.COMPLETE,
                        new AccountingControls.VoucherCase(voucher.terms(), body.lines(), rules))
                .decide(() -> ImmutableList.of(completed(voucher, body.lines(), c)));
    }

    private static Happening completed(AgencyVoucher voucher, ImmutableList<AgencyVoucherTerms.Line> given, Case c) {
        AgencyVoucherTerms draft = voucher.terms();
        ImmutableList.Builder<AgencyVoucherTerms.Line> lines = ImmutableList.builder();
        draft.lines().stream().filter(line -> !line.isOpen()).forEach(lines::add);
        AgencyVoucherTerms complete = draft.with(lines.addAll(given).build());
        return new Happening(
                new VoucherWritten(c.move(), complete),
                ImmutableList.<Posting>builder()
                        .add(Posting.of(
                                Drafting.COMPLETED,
                                ImmutableList.of(draft.direction()),
                                draft.openFen(),
                                draft.segments()))
                        .addAll(assets(voucher, given))
                        .build(),
                entries(voucher, complete, c));
    }

    /** An asset that the accountant books waits for its card. */
    private static ImmutableList<Posting> assets(AgencyVoucher voucher, ImmutableList<AgencyVoucherTerms.Line> given) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (AgencyVoucherTerms.Line line : given) {
            AssetClass.of(line.account())
                    .ifPresent(assetClass -> postings.add(Posting.of(
                            line.side() == Side.DEBIT ? AssetPostings.BOUGHT : AssetPostings.MONEY_BACK,
                            ImmutableList.of(assetClass),
                            line.fen(),
                            AssetPostings.origin(
                                    voucher.division(),
                                    voucher.agency(),
                                    voucher.terms().cause()))));
        }
        return postings.build();
    }

    private static ImmutableList<Entry> entries(AgencyVoucher voucher, AgencyVoucherTerms terms, Case c) {
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        for (Basis basis : ImmutableList.of(Basis.FINANCIAL, Basis.BUDGETARY)) {
            ImmutableList<Line> lines = terms.lines().stream()
                    .filter(line -> line.basis() == basis)
                    .map(line -> new Line(
                            new Meaning(Ledgers.AGENCY, line.account()), line.side(), line.fen(), terms.segments()))
                    .collect(ImmutableList.toImmutableList());
            if (!lines.isEmpty()) {
                entries.add(new Entry(
                        Ledgers.AGENCY,
                        basis,
                        "voucher",
                        c.on(),
                        c.on(),
                        lines,
                        voucher.id().value(),
                        Optional.empty()));
            }
        }
        return entries.build();
    }

    static Decision<ImmutableList<Happening>> begin(BeginPeriods body, Case c) {
        LedgerId ledger = new LedgerId(body.ledger());
        return Periods.none()
                .open(ledger, body.owner(), body.month())
                .map(periods -> set(c, body.division(), new Periods.Book(ledger, body.owner()), periods));
    }

    static Decision<ImmutableList<Happening>> open(OpenMonth body, Case c) {
        PeriodBook book = c.document(PeriodBook.class);
        Periods.Book of = of(book);
        return book.periods()
                .open(of.ledger(), of.owner(), body.month())
                .map(periods -> set(c, book.division(), of, periods));
    }

    static Decision<ImmutableList<Happening>> close(CloseMonth body, Case c) {
        PeriodBook book = c.document(PeriodBook.class);
        Periods.Book of = of(book);
        return c.rules(AccountingFlow.RULES)
                .periodControls()
                .examine(PeriodBook.Action.CLOSE, new AccountingControls.Closing(of.ledger(), body.month()))
                .decide(() -> of)
                .flatMap(asked -> book.periods().close(asked.ledger(), asked.owner(), body.month()))
                .map(periods -> set(c, book.division(), of, periods));
    }

    private static Periods.Book of(PeriodBook book) {
        return new Periods.Book(
                new LedgerId(book.terms().ledger()), book.terms().owner());
    }

    private static ImmutableList<Happening> set(Case c, String division, Periods.Book book, Periods periods) {
        Periods.Months months = periods.books().get(book);
        if (months == null) {
            throw new IllegalStateException("no months of " + book);
        }
        return ImmutableList.of(Happening.of(new MonthsSet(c.move(), PeriodBook.Months.of(division, book, months))));
    }
}
