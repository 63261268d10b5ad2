package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingEvents.MonthsSet;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.closing.ClosingCommands.ArrangeStabilisationFund;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.closing.ClosingEvents.StabilisationFundArranged;
import org.fiscalloop.closing.ClosingEvents.YearClosed;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.Agency;

/** What happens at the end of a year, or why it does not. */
final class ClosingDecider {
    private ClosingDecider() {}

    static Decision<ImmutableList<Happening>> closeAgency(CloseAgencyYear body, Case c) {
        ClosingTerms terms = body.terms();
        ClosingCase closing = closing(ImmutableList.of(terms), c);
        return examined(ClosingAction.CLOSE_AGENCY, closing).flatMap(ready -> {
            Agency agency = ready.agency().orElseThrow();
            return closed(c.move(), terms, Optional.of(agency.terms().kind()), ready);
        });
    }

    static Decision<ImmutableList<Happening>> closeDivision(CloseDivisionYear body, Case c) {
        ClosingTerms treasury = body.terms();
        ClosingTerms allotments = body.allotments();
        ClosingCase closing = closing(ImmutableList.of(treasury, allotments), c);
        return examined(ClosingAction.CLOSE_DIVISION, closing)
                .flatMap(ready -> closed(c.move(), treasury, Optional.empty(), closing))
                .flatMap(first -> c.create(allotments.closing(), ClosingAction.CLOSE_DIVISION)
                        .flatMap(move -> closed(move, allotments, Optional.empty(), closing))
                        .map(second -> plansClosed(second, allotments, closing))
                        .map(second -> ImmutableList.<Happening>builder()
                                .addAll(first)
                                .addAll(second)
                                .build()));
    }

    private static ClosingCase closing(ImmutableList<ClosingTerms> books, Case c) {
        return new ClosingCase(books, c.rules(ClosingPlan.KEY), c);
    }

    private static Decision<ClosingCase> examined(ClosingAction action, ClosingCase closing) {
        return closing.facts()
                .rules(ClosingFlow.RULES)
                .controls()
                .examine(action, closing)
                .decide(() -> closing);
    }

    /** The closing of one set of books with its entries, and its months. */
    private static Decision<ImmutableList<Happening>> closed(
            Move move, ClosingTerms terms, Optional<AgencyKind> kind, ClosingCase closing) {
        Case c = closing.facts();
        return months(terms, c)
                .map(months -> ImmutableList.of(
                        new Happening(
                                new YearClosed(move, terms),
                                ImmutableList.of(),
                                ClosingEntries.of(terms, closing.plan(), kind, c)),
                        Happening.of(months)));
    }

    /** With the budget lines of a year end the procurement plans that took of them. */
    private static ImmutableList<Happening> plansClosed(
            ImmutableList<Happening> allotments, ClosingTerms terms, ClosingCase closing) {
        Happening first = allotments.get(0);
        Happening both = new Happening(
                first.event(),
                first.postings(),
                ImmutableList.<Entry>builder()
                        .addAll(first.entries())
                        .addAll(ClosingEntries.memorandum(terms, closing.plan(), closing.facts()))
                        .build());
        return ImmutableList.<Happening>builder()
                .add(both)
                .addAll(allotments.subList(1, allotments.size()))
                .build();
    }

    /** December and all months before it are closed, those of the next year open. */
    private static Decision<MonthsSet> months(ClosingTerms terms, Case c) {
        Id<PeriodBook> id = PeriodBook.id(terms.division(), terms.ledgerId(), terms.agency());
        Optional<PeriodBook> book = c.find(id);
        Decision<Move> move = book.isPresent()
                ? c.move(book.orElseThrow(), PeriodBook.Action.CLOSE_YEAR)
                : c.create(id, PeriodBook.Action.BEGIN);
        PeriodBook.Months kept = book.map(PeriodBook::terms)
                .orElseGet(() -> PeriodBook.Months.ofYear(
                        terms.division(), terms.ledgerId(), terms.agency(), terms.fiscalYear()));
        return move.map(moved -> new MonthsSet(moved, kept.after(terms.fiscalYear())));
    }

    static Decision<ImmutableList<Happening>> arrange(ArrangeStabilisationFund body, Case c) {
        ArrangementTerms terms = body.terms();
        return c.rules(ClosingFlow.RULES)
                .arrangementControls()
                .examine(ClosingAction.ARRANGE, new ClosingControls.Arranging(terms, c))
                .decide(() -> ImmutableList.of(Happening.of(
                        new StabilisationFundArranged(c.move(), terms),
                        Posting.of(
                                terms.direction() == ArrangementTerms.Direction.TOP_UP
                                        ? ClosingPostings.TOPPED_UP
                                        : ClosingPostings.DRAWN,
                                Fen.of(terms.amount()),
                                terms.block()))));
    }
}
