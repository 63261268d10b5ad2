package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.accounting.AccountingFlow;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;

/** What the controls of an opening look at: its documents as such, and its balances by account. It lives for one check. */
final class Opened {
    private final OpeningTerms terms;
    private final RuleSet rules;
    private final ImmutableMap<DocumentKind<?>, DocumentType<?, ?, ?>> types;
    private final ImmutableMap<Meaning, Account> accounts;
    private final ImmutableListMultimap<DocumentKind<?>, Restored> byKind;
    private final ImmutableListMultimap<LedgerId, Booked> byLedger;
    private final Map<DocumentKind<?>, ImmutableList<? extends Document>> made = new HashMap<>();

    /** A balance and the account it stands on. */
    record Booked(OpenedBalance balance, Account account) {
        /** What is left on the side on which the account grows. */
        long net() {
            return balance.booked().net(account.normalSide());
        }

        /** The code it has for a dimension. */
        String code(Dimension dimension) {
            return balance.segments().value(dimension);
        }

        /** Whether an event of the year made it, or it was brought forward: not the closing of the year, nor what left with it. */
        boolean isBeforeClosing() {
            return !Phase.CLOSING.has(balance.segments()) && !isCarriedAway();
        }

        /** Whether an event of the year made it. */
        boolean isOfYear() {
            return isBeforeClosing() && !Phase.OPENING.has(balance.segments());
        }

        /** Whether it is the opposite of what left the closed year. */
        boolean isCarriedAway() {
            return Phase.CARRIED.has(balance.segments());
        }

        boolean is(String meaning) {
            return account.meaning().name().equals(meaning);
        }
    }

    Opened(OpeningTerms terms, RuleSet rules, ImmutableMap<DocumentKind<?>, DocumentType<?, ?, ?>> types) {
        this.terms = terms;
        this.rules = rules;
        this.types = types;
        this.accounts = OpeningEntries.accounts(rules);
        this.byKind = Multimaps.index(terms.documents(), whole -> whole.id().kind());
        this.byLedger = terms.balances().stream()
                .flatMap(balance -> account(balance.account()).map(known -> new Booked(balance, known)).stream())
                .collect(ImmutableListMultimap.toImmutableListMultimap(
                        booked -> booked.account().meaning().ledger(), booked -> booked));
    }

    OpeningTerms terms() {
        return terms;
    }

    RuleSet rules() {
        return rules;
    }

    /** The account with this meaning, if a chart has it. */
    Optional<Account> account(Meaning meaning) {
        return Optional.ofNullable(accounts.get(meaning));
    }

    /** The row of a kind of document, if there is one. */
    Optional<DocumentType<?, ?, ?>> type(DocumentKind<?> kind) {
        return Optional.ofNullable(types.get(kind));
    }

    /** The documents of a kind, in their order. */
    <D extends Document> ImmutableList<D> documents(DocumentKind<D> kind) {
        return made.computeIfAbsent(kind, this::make).stream()
                .map(kind.type()::cast)
                .collect(toImmutableList());
    }

    private ImmutableList<Document> make(DocumentKind<?> kind) {
        return byKind.get(kind).stream()
                .<Document>map(whole -> type(kind)
                        .orElseThrow(() -> new IllegalStateException("no such kind of document: " + kind))
                        .restored(whole))
                .collect(toImmutableList());
    }

    /** The documents of a kind by their id. */
    <D extends Document> ImmutableMap<Id<?>, D> byId(DocumentKind<D> kind) {
        return documents(kind).stream().collect(ImmutableMap.toImmutableMap(Document::id, document -> document));
    }

    /** The balances of a ledger, in their order. */
    ImmutableList<Booked> booked(LedgerId ledger, Predicate<Booked> which) {
        return byLedger.get(ledger).stream().filter(which).collect(toImmutableList());
    }

    /** What is left on an account by the codes of a dimension; what earlier years took of a project names no line. */
    ImmutableMap<String, Long> sums(LedgerId ledger, String account, Dimension by) {
        return booked(
                        ledger,
                        booked -> booked.is(account)
                                && booked.isBeforeClosing()
                                && !booked.code(by).isEmpty())
                .stream()
                .collect(ImmutableMap.toImmutableMap(booked -> booked.code(by), Booked::net, Fen::add));
    }

    /** The accounts, by meaning, that an account table of the books gives for some answers of its first facet; for all if none. */
    ImmutableSet<String> answers(String table, ImmutableSet<String> first) {
        return rules.of(AccountingFlow.RULES).accounts().stream()
                .filter(accountTable -> accountTable.name().equals(table))
                .flatMap(accountTable -> accountTable.rows().stream())
                .filter(row -> first.isEmpty() || first.contains(row.cells().get(0)))
                .map(row -> row.answer())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Whether an account is the heading with this meaning or stands below it. */
    boolean isBelow(Account account, String heading) {
        for (Optional<Account> at = Optional.of(account); at.isPresent(); at = parent(at.get())) {
            if (at.get().meaning().name().equals(heading)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Account> parent(Account account) {
        LedgerId ledger = account.meaning().ledger();
        return account.parentCode()
                .flatMap(code -> rules.of(AccountingFlow.RULES).charts().stream()
                        .filter(chart -> chart.ledger().equals(ledger))
                        .findFirst()
                        .flatMap(chart -> chart.byCode(code)));
    }
}
