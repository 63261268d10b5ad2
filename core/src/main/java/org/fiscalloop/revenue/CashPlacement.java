package org.fiscalloop.revenue;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** Money of the treasury that is placed with a bank for a time (国库现金管理): it is no spending, and what it earns is revenue. */
public final class CashPlacement extends FlowDocument<PlacementTerms, CashPlacement.State> {
    /** The kind of document; the value of an id is made of division, sender and number. */
    public static final DocumentKind<CashPlacement> KIND = new DocumentKind<>("cash-placement", CashPlacement.class);

    /** Where a placement stands. */
    public enum State {
        /** 存放中: the money is with the bank. */
        PLACED,
        /** 已收回: the money is back. */
        TAKEN_BACK
    }

    /** What is told of a placement. */
    public enum Action {
        /** 存放: place it with the bank. */
        PLACE,
        /** 收回: take it back. */
        TAKE_BACK
    }

    CashPlacement(Id<CashPlacement> id, PlacementTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The number of a placement, as a notice carries it: unique to its sender in a division. */
    public static Id<CashPlacement> number(String number) {
        return new Id<>(KIND, number);
    }

    /** The id of the placement that a sender has told of under this number. */
    public static Id<CashPlacement> id(String division, String sender, String number) {
        return new Id<>(KIND, IncomeReceipt.id(division, sender, number).value());
    }
}
