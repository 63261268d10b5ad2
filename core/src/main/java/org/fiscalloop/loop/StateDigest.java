package org.fiscalloop.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.rulebook.Flows;

/** The state of a loop as one SHA-256: every document that still moves and every balance, in canonical order. */
final class StateDigest {
    private StateDigest() {}

    static Bytes of(LoopState state, Flows flows) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (FlowDocument<?, ?> document : state.moving()) {
            put(hasher, document.id().toString());
            put(hasher, document.standing().toString());
            put(hasher, document.trail().toString());
            hasher.putBytes(terms(flows.document(document.id().kind()), document));
        }
        state.outbox().forEach(message -> put(hasher, message.id().toString()));
        for (Balances.Kept kept : state.balances().kept()) {
            put(hasher, kept.account().toString());
            put(hasher, kept.key().toString());
            put(hasher, kept.balance().toString());
        }
        return Bytes.fromHex(hasher.hash().toString());
    }

    private static void put(Hasher hasher, String text) {
        hasher.putString(text, UTF_8).putByte((byte) 0);
    }

    private static <D extends FlowDocument<T, S>, T extends Terms, S extends Enum<S>> java.nio.ByteBuffer terms(
            DocumentType<D, T, S> type, FlowDocument<?, ?> document) {
        return type.terms().encode(type.kind().type().cast(document).terms()).buffer();
    }
}
