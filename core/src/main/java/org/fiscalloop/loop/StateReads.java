package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.BalanceSource;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;

/**
 * The state the engine decides on, read by key: the loop's memory, or a host's own tables inside its own transaction.
 */
public interface StateReads extends BalanceSource {
    /** The document with this id, if it exists. */
    <D extends Document> Optional<D> find(Id<D> id);

    /**
     * All that stands in a ledger under some codes, at least those of a division: every balance of an account by its full
     * coding block that is not zero, in {@linkplain Balances#CANONICAL canonical order}. Closing and carry-over ask it.
     */
    ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at);

    /** The journal position of the record that moved a document last; absent if it does not exist. */
    OptionalLong lastMoved(Id<?> document);

    /**
     * The record of an input that has come before, whether accepted or refused. Ids are unique per kind and sender: a
     * command and a notice with the same id are two inputs.
     */
    Optional<JournalRecord> recorded(JournalRecord.Kind kind, InputId input);

    /** The notices that wait for the next move of a document, in the order in which they came. */
    ImmutableList<Id<NoticeCase>> waitingFor(Id<?> document);

    /**
     * What else this state has to say on a decision, by its type: a {@link org.fiscalloop.monitoring.MonitoringPort} and, which
     * rules of monitoring that look back need, {@link org.fiscalloop.monitoring.PastPayments}.
     */
    default <P> Optional<P> port(Class<P> type) {
        return Optional.empty();
    }
}
