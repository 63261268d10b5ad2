package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;

/** What the controls of an opening look at: its documents as such, and its balances by account. It lives for one check. */
final class Opened {
    private final OpeningTerms terms;
    private final RuleSet rules;
    private final ImmutableMap<DocumentKind<?>, DocumentType<?, ?, ?>> types;
    private final ImmutableMap<Meaning, Account> accounts;

    Opened(OpeningTerms terms, RuleSet rules, ImmutableMap<DocumentKind<?>, DocumentType<?, ?, ?>> types) {
        this.terms = terms;
        this.rules = rules;
        this.types = types;
        this.accounts = OpeningEntries.accounts(rules);
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
        return terms.documents().stream()
                .filter(whole -> whole.id().kind().equals(kind))
                .map(this::document)
                .map(kind.type()::cast)
                .collect(toImmutableList());
    }

    Document document(Restored whole) {
        return type(whole.id().kind())
                .orElseThrow(() -> new IllegalStateException("no such kind of document: " + whole.id()))
                .restored(whole);
    }
}
