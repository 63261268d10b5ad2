package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.accounting.Charts;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Books;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The books of a loop, and what is booked on top of them by hand: what is brought forward, and a closing as an auditor would
 * write it, which knows nothing of closing rules.
 */
public final class KeptBooks implements Reads {
    private static final Chart CHART = Charts.national().stream()
            .filter(chart -> chart.ledger().equals(Ledgers.AGENCY))
            .findFirst()
            .orElseThrow();

    private final FiscalLoop loop;
    private final Books books;
    private final Balances balances;

    public KeptBooks(FiscalLoop loop, RulesInForce rules) {
        this.loop = loop;
        this.books = rules.books();
        this.balances = loop.balances();
    }

    @Override
    public <D extends Document> Optional<D> find(Id<D> id) {
        return loop.find(id);
    }

    @Override
    public long balance(Measure measure, Segments at) {
        throw new AssertionError("statements read no measure: " + measure);
    }

    @Override
    public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
        return balances.kept().stream()
                .filter(kept -> kept.account().ledger().equals(ledger)
                        && kept.key().grain().isFull()
                        && kept.key().segments().isWithin(at))
                .collect(ImmutableList.toImmutableList());
    }

    /** Books lines of the agency ledger of one basis. */
    public KeptBooks book(Basis basis, Line... lines) {
        return book(basis, ImmutableList.copyOf(lines));
    }

    private KeptBooks book(Basis basis, List<Line> lines) {
        if (!lines.isEmpty()) {
            LocalDate on = LocalDate.of(2024, 12, 31);
            balances.apply(
                    books,
                    ImmutableList.of(new Entry(
                            Ledgers.AGENCY,
                            basis,
                            "by hand",
                            on,
                            on,
                            ImmutableList.copyOf(lines),
                            "",
                            Optional.empty())));
        }
        return this;
    }

    public static Meaning account(String name) {
        return new Meaning(Ledgers.AGENCY, name);
    }

    /** Closes what a year earned and cost: every such balance goes to a surplus under its own coding block. */
    public KeptBooks close() {
        for (Basis basis : List.of(Basis.FINANCIAL, Basis.BUDGETARY)) {
            List<Line> lines = new ArrayList<>();
            for (Balances.Kept kept : ofAgencies()) {
                target(kept.account())
                        .filter(to -> of(kept.account()).basis() == basis)
                        .ifPresent(to -> {
                            Segments block =
                                    Phase.CLOSING.in(Phase.none(kept.key().segments()));
                            move(kept, kept.account(), block, account(to), block, lines);
                        });
            }
            book(basis, lines);
        }
        return this;
    }

    /** Takes all that is left out of the closed year and brings it forward into the next one. */
    public KeptBooks roll() {
        for (Balances.Kept kept : ofAgencies()) {
            Segments block = kept.key().segments();
            long debit = kept.balance().net(Side.DEBIT);
            if (debit != 0) {
                String next = Integer.toString(Integer.parseInt(block.value(Dimensions.YEAR)) + 1);
                Basis basis = of(kept.account()).basis();
                book(basis, Line.credit(kept.account(), debit, Phase.CARRIED.in(block)));
                book(basis, Line.debit(kept.account(), debit, Phase.OPENING.in(block.with(Dimensions.YEAR, next))));
            }
        }
        return this;
    }

    private static void move(
            Balances.Kept kept, Meaning from, Segments block, Meaning to, Segments target, List<Line> lines) {
        long debit = kept.balance().net(Side.DEBIT);
        if (debit != 0) {
            lines.add(Line.credit(from, debit, block));
            lines.add(Line.debit(to, debit, target));
        }
    }

    private static Optional<String> target(Meaning account) {
        String name = account.name();
        return switch (of(account).element()) {
            case "INCOME", "EXPENSE" -> Optional.of("ACCUMULATED_SURPLUS");
            case "BUDGET_INCOME", "BUDGET_EXPENDITURE" ->
                Optional.of(
                        name.startsWith("FISCAL_BUDGET_INCOME") || name.endsWith("FROM_FISCAL_APPROPRIATION")
                                ? "FISCAL_APPROPRIATION_CARRY_OVER_ACCUMULATED_CARRY_OVER"
                                : "NON_FISCAL_SURPLUS_ACCUMULATED_SURPLUS");
            default -> Optional.empty();
        };
    }

    private static Account of(Meaning account) {
        return CHART.account(account).orElseThrow();
    }

    private ImmutableList<Balances.Kept> ofAgencies() {
        return balances.kept().stream()
                .filter(kept -> kept.account().ledger().equals(Ledgers.AGENCY)
                        && kept.key().grain().isFull()
                        && !kept.key().segments().value(Dimensions.YEAR).isEmpty())
                .collect(ImmutableList.toImmutableList());
    }
}
