package org.fiscalloop.examples.vendor;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.LongMath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Change;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Effects;
import org.fiscalloop.loop.Engine;
import org.fiscalloop.loop.NoticeCase;
import org.fiscalloop.loop.NoticeState;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * One input within the transaction of the caller, who commits or rolls back.
 *
 * <p>It decides first, with no lock held, and only then locks the set of books, before it writes anything. If others have
 * written in between and any of it was read here, it decides once more: now nothing can change any more until the commit.
 * So the order of the journal is the order in which things were decided, a decision never stands on what has changed, and
 * since everybody takes this one lock before all others, nobody waits in a circle.
 */
final class InputTransaction {
    private final RuleTimeline rules;
    private final DocumentRows documents;
    private final BalanceRows balances;
    private final JournalRows journal;
    private final Outbox outbox;
    private final TableReads state;
    private boolean isDecidedAgain;

    InputTransaction(Connection connection, String bookSet, RuleTimeline rules) {
        this.rules = rules;
        this.documents = new DocumentRows(connection, bookSet, rules);
        this.balances = new BalanceRows(connection, bookSet);
        this.journal = new JournalRows(connection, bookSet);
        this.outbox = new Outbox(connection, bookSet);
        this.state = new TableReads(connection, bookSet, documents, journal);
    }

    /** Whether others came in between, so that it had to decide a second time. */
    boolean isDecidedAgain() {
        return isDecidedAgain;
    }

    /** Takes an input in: writes all that it does, or nothing where it came before. */
    Reply take(Input input) throws SQLException {
        // snippet: take
        JournalRows.Head seen = seen();
        Optional<Engine.Answer> early = early(input, state.afresh(seen));
        if (early.isPresent() && !(early.get() instanceof Engine.Answer.Fresh)) {
            return again(early.get()); // it came before: nothing is written
        }
        JournalRows.Head head = journal.lock(); // from here on nobody else writes to this set of books
        boolean stands = seen.next() == head.next() || (!state.forgetChanged() && hasRoom(early, head));
        Engine.Answer answer = stands && early.isPresent() ? early.get() : late(input, state.after(head));
        if (!(answer instanceof Engine.Answer.Fresh fresh)) {
            return again(answer);
        }
        journal.advance(write(fresh.effects(), head));
        return new Reply(answer.record(), head.next(), false);
        // end
    }

    private JournalRows.Head seen() throws SQLException {
        Optional<JournalRows.Head> begun = journal.head();
        if (begun.isPresent()) {
            return begun.get();
        }
        journal.begin();
        return journal.lock();
    }

    /**
     * What the engine answers while others may write: absent where it read one thing before and another after such a write,
     * and stumbled over that.
     */
    private Optional<Engine.Answer> early(Input input, TableReads read) {
        try {
            return Optional.of(Engine.take(input, read, rules));
        } catch (UnreadableException problem) {
            throw problem;
        } catch (RuntimeException torn) {
            return Optional.empty();
        }
    }

    private Engine.Answer late(Input input, TableReads read) {
        isDecidedAgain = true;
        return Engine.take(input, read, rules);
    }

    /** Whether what was found to fit still does, though others have booked in between. */
    private static boolean hasRoom(Optional<Engine.Answer> answer, JournalRows.Head head) {
        return answer.isPresent()
                && answer.get() instanceof Engine.Answer.Fresh fresh
                && turnover(head, fresh.effects().changes()) < Long.MAX_VALUE;
    }

    private Reply again(Engine.Answer answer) {
        JournalRecord record = answer.record();
        InputId id = new InputId(record.header().sender(), record.header().id());
        return answer instanceof Engine.Answer.Repeated
                ? new Reply(
                        record,
                        state.first(record.header().kind(), id)
                                .map(JournalRows.Recorded::position)
                                .orElse(-1L),
                        true)
                : new Reply(record, -1, false);
    }

    // snippet: write
    /** Writes all that an input does, and then what had waited for it; gives where the journal ends. */
    private JournalRows.Head write(Effects effects, JournalRows.Head head) throws SQLException {
        balances.write(effects.changes());
        ImmutableMap<Id<?>, LinkedMove> first = firstMoves(effects.record());
        ImmutableList<FlowDocument<?, ?>> moved = effects.documents();
        for (int i = 0; i < moved.size(); i++) {
            LinkedMove move = requireNonNull(first.get(moved.get(i).id()));
            documents.write(moved.get(i), new DocumentRows.Moving(effects.record(), move, head.next(), i));
        }
        outbox.answer(effects, head.next());
        JournalRows.Head end = journal.append(
                head, effects.record(), turnover(head, effects.changes()), head.parked() + parked(moved, first));
        for (FlowDocument<?, ?> document : moved) {
            for (Id<NoticeCase> parked : waitingFor(document, end)) {
                Optional<Effects> matched = Engine.matchAgain(parked, state.afresh(end), rules);
                if (matched.isPresent()) {
                    end = write(matched.get(), end);
                }
            }
        }
        return end;
    }
    // end

    /** The first move of each document in a record, from which follows where the document was before. */
    private static ImmutableMap<Id<?>, LinkedMove> firstMoves(JournalRecord record) {
        return record.moves().stream()
                .collect(toImmutableMap(linked -> linked.move().document(), linked -> linked, (first, later) -> first));
    }

    /** Mostly nothing waits at all, and then the tables need not be asked. */
    private ImmutableList<Id<NoticeCase>> waitingFor(FlowDocument<?, ?> moved, JournalRows.Head head) {
        return head.parked() == 0 ? ImmutableList.of() : state.waitingFor(moved.id());
    }

    /** How many more notices wait here after this: what is brought in after it had waited elsewhere never waited here. */
    private static long parked(ImmutableList<FlowDocument<?, ?>> moved, ImmutableMap<Id<?>, LinkedMove> firstMoves) {
        long more = 0;
        for (FlowDocument<?, ?> document : moved) {
            if (document instanceof NoticeCase notice) {
                LinkedMove first = requireNonNull(firstMoves.get(notice.id()));
                boolean waited =
                        first.previous().isPresent() && first.move().from().equals(NoticeState.PARKED.name());
                more += (notice.state() == NoticeState.PARKED ? 1 : 0) - (waited ? 1 : 0);
            }
        }
        return more;
    }

    /** What no balance exceeds after these changes, or the most there is where that does not fit. */
    private static long turnover(JournalRows.Head head, ImmutableList<Change> changes) {
        long sum = head.turnover();
        for (Change change : changes) {
            Balance delta = change.delta();
            sum = LongMath.saturatedAdd(sum, LongMath.saturatedAdd(delta.debitIncrease(), delta.debitDecrease()));
            sum = LongMath.saturatedAdd(sum, LongMath.saturatedAdd(delta.creditIncrease(), delta.creditDecrease()));
        }
        return sum;
    }
}
