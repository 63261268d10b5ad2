package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** The question whether an amount is revenue of the treasury or of a special account, and how its books take it in. */
public final class RevenueCheck {
    private static final ImmutableList<String> LEVELS = ImmutableList.of("0", "1", "2", "3", "4", "5");

    private RevenueCheck() {}

    /** What a line that is booked makes in the books. */
    public static Posting posting(PostingKey key, IncomeTerms.Line line, Case c) {
        IncomeTerms.Booking booking = line.booking().orElseThrow();
        return Posting.of(
                key,
                ImmutableList.of(booking.kind(), booking.book()),
                Fen.of(booking.amount()),
                RevenuePostings.treasury(c, line.fund()),
                RevenuePostings.budget(c, line.income(), line.fund()));
    }

    /** A line that nothing speaks against, divided, with how it is booked. */
    public static IncomeTerms.Line booked(IncomeTerms.Line line, Case c) {
        ImmutableList<IncomeTerms.Share> shares = shares(line, c);
        String own = line.level().isEmpty() ? "" : level(c).orElseThrow();
        Money amount = line.level().equals(IncomeTerms.Line.SHARED)
                ? shares.stream()
                        .filter(share -> share.level().equals(own))
                        .map(IncomeTerms.Share::amount)
                        .findFirst()
                        .orElseThrow()
                : line.level().equals(own) ? line.amount() : Fen.money(0);
        return new IncomeTerms.Line(
                line.income(),
                line.fund(),
                line.function(),
                line.amount(),
                line.level(),
                shares,
                Optional.of(new IncomeTerms.Booking(kind(line, c).orElseThrow(), book(line, c), amount)));
    }

    /**
     * What speaks against a line. A report may add up to any level of the income codes, so that a code need not be a leaf.
     */
    public static Optional<Refusal> problem(IncomeTerms.Line line, Case c) {
        Facts facts = Facts.of("code", Fact.text(line.income())).and("amount", Fact.amount(Fen.of(line.amount())));
        if (!line.amount().isPositive()) {
            return Optional.of(Refusal.of(RevenueReasons.NOT_POSITIVE, facts));
        }
        Decision<?> code = c.rules(MasterdataRules.KEY)
                .tables()
                .find(Catalogue.INCOME, line.income(), c.input().fiscalYear());
        if (!code.isAccepted() || kind(line, c).isEmpty()) {
            String why = code.isAccepted()
                    ? "neither tax nor non-tax revenue"
                    : code.refusals().get(0).text();
            return Optional.of(Refusal.of(RevenueReasons.UNKNOWN_INCOME, facts.and("problem", Fact.text(why))));
        }
        if (!isReceived(line, c)) {
            return Optional.of(Refusal.of(
                    RevenueReasons.FUND_NOT_TREASURY,
                    Facts.of("fund", Fact.text(line.fund())).and("amount", Fact.amount(Fen.of(line.amount())))));
        }
        return ofLevel(line, facts, c);
    }

    /** Only what is no tax goes into a special account (财政专户). */
    private static boolean isReceived(IncomeTerms.Line line, Case c) {
        return switch (book(line, c)) {
            case GENERAL, GOVERNMENT_FUND, STATE_CAPITAL -> true;
            case SPECIAL_ACCOUNT -> kind(line, c).orElseThrow() == RevenueKind.NON_TAX;
            case AGENCY, OTHER -> false;
        };
    }

    private static Optional<Refusal> ofLevel(IncomeTerms.Line line, Facts facts, Case c) {
        if (line.level().isEmpty()) {
            return Optional.empty();
        }
        if (!LEVELS.contains(line.level())) {
            return Optional.of(Refusal.of(
                    RevenueReasons.UNKNOWN_LEVEL,
                    facts.and("level", Fact.text(line.level())).and(Refusal.ALLOWED, Fact.texts(LEVELS))));
        }
        Optional<String> own = level(c);
        if (own.isEmpty()) {
            return Optional.of(
                    notShared(facts, "the level of division " + c.input().division() + " is not known"));
        }
        if (!line.level().equals(IncomeTerms.Line.SHARED)) {
            return Optional.empty();
        }
        Optional<Sharing> sharing = c.rules(RevenueFlow.RULES).sharing(line.income());
        if (sharing.isEmpty()) {
            return Optional.of(notShared(facts, "the rules in force name no portions of it"));
        }
        boolean hasPart = sharing.orElseThrow().portions().stream()
                .anyMatch(portion -> portion.level().equals(own.orElseThrow()));
        return hasPart
                ? Optional.empty()
                : Optional.of(notShared(facts, "the rules in force name no portion of level " + own.orElseThrow()));
    }

    private static Refusal notShared(Facts facts, String problem) {
        return Refusal.of(RevenueReasons.NOT_SHARED, facts.and("problem", Fact.text(problem)));
    }

    private static ImmutableList<IncomeTerms.Share> shares(IncomeTerms.Line line, Case c) {
        return line.level().equals(IncomeTerms.Line.SHARED)
                ? c.rules(RevenueFlow.RULES)
                        .sharing(line.income())
                        .orElseThrow()
                        .divide(Fen.of(line.amount()))
                : ImmutableList.of();
    }

    /** The budget level (预算级次) of the division: the centre is 1, a province 2, and so on down. */
    private static Optional<String> level(Case c) {
        return c.rules(MasterdataRules.KEY)
                .tables()
                .division(new DivisionCode(c.input().division()), c.input().fiscalYear())
                .match(known -> Optional.of(Integer.toString(known.value().level() + 1)), unknown -> Optional.empty());
    }

    private static Optional<RevenueKind> kind(IncomeTerms.Line line, Case c) {
        return c.rules(RevenueFlow.RULES).kinds().find(line.income());
    }

    private static FundBook book(IncomeTerms.Line line, Case c) {
        return c.rules(TreasuryCodes.KEY).book(line.fund());
    }
}
