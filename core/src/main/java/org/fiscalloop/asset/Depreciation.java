package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** The depreciation of all assets of an agency for a month (折旧计提): a month is depreciated once. */
public final class Depreciation extends FlowDocument<Depreciation.OfMonth, Depreciation.State> {
    /** The kind of document; the value of an id is division, agency and month: {@code 310107000/101001/2024-03}. */
    public static final DocumentKind<Depreciation> KIND = new DocumentKind<>("depreciation", Depreciation.class);

    /** The nation's table of its life. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.DEPRECIATE, State.BOOKED, AssetDuty.ACCOUNTANT, "once for each agency and month")
            .end(State.BOOKED)
            .build();

    /** Where the depreciation of a month stands: it has only one place. */
    public enum State {
        /** 已计提. */
        BOOKED
    }

    /** What is done with it. */
    public enum Action {
        /** 计提折旧. */
        DEPRECIATE
    }

    /**
     * What is depreciated.
     *
     * @param division the division of the agency
     * @param agency the agency
     * @param month the month
     * @param lines what falls on each card, by their numbers; empty before it is calculated
     */
    public record OfMonth(String division, String agency, YearMonth month, ImmutableList<Line> lines) implements Terms {
        @Override
        public int fiscalYear() {
            return month.getYear();
        }

        /** All of it, in yuan. */
        public Money total() {
            long sum = 0;
            for (Line line : lines) {
                sum = Fen.add(sum, Fen.of(line.amount()));
            }
            return Fen.money(sum);
        }
    }

    /**
     * What falls on one card.
     *
     * @param card the card
     * @param amount how much, in yuan, more than nothing; more than one month where months before were not booked
     */
    public record Line(Id<AssetCard> card, Money amount) {
        public Line {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what falls on " + card + " must be positive: " + amount);
            }
        }
    }

    Depreciation(Id<Depreciation> id, OfMonth terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the depreciation of an agency for a month. */
    public static Id<Depreciation> id(String division, String agency, YearMonth month) {
        return new Id<>(KIND, division + "/" + agency + "/" + month);
    }
}
