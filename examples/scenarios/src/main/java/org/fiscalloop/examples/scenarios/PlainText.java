package org.fiscalloop.examples.scenarios;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import java.util.LinkedHashSet;
import java.util.Set;
import org.fiscalloop.examples.scenarios.Ledgered.Booked;
import org.fiscalloop.examples.scenarios.Ledgered.Place;
import org.fiscalloop.examples.scenarios.Ledgered.Posted;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.money.Fen;

/**
 * All entries as plain-text accounting, which {@code ledger} and {@code hledger} read: an entry is a transaction, a debit
 * is positive, a credit negative, and an account is called {@code ALLOTMENT:CONTROL:<owner>:IE04 单位可执行指标}.
 */
final class PlainText {
    private static final CharMatcher BREAKING =
            CharMatcher.javaIsoControl().or(CharMatcher.whitespace()).or(CharMatcher.anyOf(":;|[]()"));
    private static final int ACCOUNT_WIDTH = 64;

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(String title, Ledgered books) {
        PlainText page = new PlainText();
        page.head(title, books);
        books.entries().forEach(page::entry);
        return page.text.toString();
    }

    private void head(String title, Ledgered books) {
        text.append("; ").append(word(title)).append('\n');
        text.append("; debits are positive, credits negative; yuan\n\n");
        text.append("commodity CNY\n    format 1000.00 CNY\n\n");
        Set<String> accounts = new LinkedHashSet<>();
        books.balances().forEach(balance -> accounts.add(account(balance.place())));
        accounts.forEach(account -> text.append("account ").append(account).append('\n'));
    }

    private void entry(Booked booked) {
        Entry entry = booked.entry();
        text.append('\n').append(entry.date()).append(" * ").append(word(booked.eventType()));
        text.append(" / ").append(word(entry.narration())).append('\n');
        comment("sequence", Integer.toString(booked.sequence()));
        comment("event", booked.event());
        comment("rule", entry.rule());
        if (!entry.effectiveOn().equals(entry.date())) {
            comment("effective", entry.effectiveOn().toString());
        }
        booked.reverses().ifPresent(sequence -> comment("reverses", Integer.toString(sequence)));
        booked.lines().forEach(this::line);
    }

    private void comment(String name, String value) {
        text.append("    ; ").append(name).append(": ").append(word(value)).append('\n');
    }

    private void line(Posted posted) {
        long fen = posted.line().side() == Side.DEBIT
                ? posted.line().fen()
                : Fen.negate(posted.line().fen());
        String account = Strings.padEnd(account(posted.place()), ACCOUNT_WIDTH, ' ');
        text.append("    ").append(account).append("  ").append(Fen.text(fen)).append(" CNY\n");
    }

    /** The name of an account: a colon divides it, and two blanks would end it. */
    private static String account(Place place) {
        return String.join(
                ":",
                place.ledger(),
                place.account().basis().name(),
                word(place.owner()),
                word(place.account().code()) + " " + word(place.account().nameZh()));
    }

    /** Text without what the readers of this form take for something else. */
    private static String word(String text) {
        return BREAKING.trimAndCollapseFrom(text, ' ');
    }
}
