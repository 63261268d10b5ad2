package org.fiscalloop.revenue;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A receipt of income (收入登记): what the treasury or a bank has told to have come in. */
public final class IncomeReceipt extends FlowDocument<IncomeTerms, RevenueState> {
    /** The kind of document; the value of an id is made of division, sender and number. */
    public static final DocumentKind<IncomeReceipt> KIND = new DocumentKind<>("income-receipt", IncomeReceipt.class);

    IncomeReceipt(Id<IncomeReceipt> id, IncomeTerms terms, Standing<RevenueState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The number of a report, or a bank's serial number, as a notice carries it: unique to its sender in a division. */
    public static Id<IncomeReceipt> number(String number) {
        return new Id<>(KIND, number);
    }

    /**
     * The id of the receipt that a sender has told under this number. A digest stands for sender and number where there is
     * no room for them, or where the sender's name would not show where it ends.
     */
    public static Id<IncomeReceipt> id(String division, String sender, String number) {
        InputId told = new InputId(sender, number);
        return Optional.of(division + "/" + told)
                .filter(own -> !sender.contains("/"))
                .flatMap(own -> Id.of(KIND, own))
                .orElseGet(() -> new Id<>(KIND, division + "/" + told.digest()));
    }

    /** The id of the receipt of a day: what one treasury, or one bank of a special account, reports of it. */
    public static Id<IncomeReceipt> day(String division, String sender, LocalDate day) {
        String own = division + "/" + sender + "@" + day;
        return Optional.of(own)
                .filter(value -> !sender.contains("/"))
                .flatMap(value -> Id.of(KIND, value))
                .orElseGet(() -> new Id<>(KIND, division + "/" + new InputId(sender, "day").digest() + "@" + day));
    }
}
