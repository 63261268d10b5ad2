package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A notice, or a part of one, that waits for its document or is listed as an exception (挂起 / 异常 回单). */
public final class NoticeCase extends FlowDocument<NoticeTerms, NoticeState> {
    /**
     * The kind of document; the value of an id is sender and id of the notice, and for each further part of it a number:
     * {@code bank/20240301-7}, {@code bank/20240301-7#1}. Where that is no id, or could be another's, 40 hexadecimal digits
     * stand for sender and id.
     */
    public static final DocumentKind<NoticeCase> KIND = new DocumentKind<>("notice-case", NoticeCase.class);

    private static final String PART = "#";

    /** 异常处理: works the list of exceptions. */
    public static final Duty OPERATOR = new Duty("notice.operator");

    /** 系统: only the loop itself files and books notices. */
    static final Duty LOOP = new Duty("notice.loop");

    static final Lifecycle<NoticeState, NoticeAction> LIFECYCLE = Lifecycle.of(
                    KIND.code(), NoticeState.class, NoticeAction.class)
            .create(NoticeAction.PARK, NoticeState.PARKED, LOOP, "its document is unknown or not yet so far")
            .create(NoticeAction.LIST, NoticeState.LISTED, LOOP, "it contradicts the records")
            .move(NoticeState.PARKED, NoticeAction.BOOK, NoticeState.BOOKED, LOOP, "its document has moved")
            .move(NoticeState.PARKED, NoticeAction.CONTRADICT, NoticeState.LISTED, LOOP, "its document has moved on")
            .move(NoticeState.PARKED, NoticeAction.RESOLVE, NoticeState.RESOLVED, OPERATOR, "its document never comes")
            .move(NoticeState.LISTED, NoticeAction.RESOLVE, NoticeState.RESOLVED, OPERATOR, "by one of its remedies")
            .told(NoticeAction.PARK, NoticeAction.LIST, NoticeAction.BOOK, NoticeAction.CONTRADICT)
            .end(NoticeState.BOOKED, NoticeState.RESOLVED)
            .resting(NoticeState.BOOKED, NoticeState.RESOLVED)
            .build();

    NoticeCase(Id<NoticeCase> id, NoticeTerms terms, Standing<NoticeState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** How the notice stands, as an outcome. */
    JournalRecord.Outcome outcome() {
        return switch (state()) {
            case PARKED -> JournalRecord.Outcome.PARKED;
            case BOOKED -> JournalRecord.Outcome.BOOKED;
            case LISTED, RESOLVED -> JournalRecord.Outcome.EXCEPTION;
        };
    }

    /**
     * The cases of a notice as they stand now, part by part; none if the whole of it was booked at once. A notice that came
     * before with another content has the id that its outcome names.
     */
    public static ImmutableList<NoticeCase> of(InputId notice, StateReads state) {
        ImmutableList.Builder<NoticeCase> cases = ImmutableList.builder();
        int part = 0;
        for (Optional<NoticeCase> found = state.find(id(notice, part));
                found.isPresent();
                found = state.find(id(notice, ++part))) {
            cases.add(found.get());
        }
        return cases.build();
    }

    /**
     * The id of a part of a notice; the first part has the number 0. It is the notice's own where that can be told apart
     * from all others as the id of a document, and else a digest of it: a sender's key may be longer and hold anything.
     */
    public static Id<NoticeCase> id(InputId notice, int part) {
        String number = part == 0 ? "" : PART + part;
        boolean isPlain = !notice.sender().contains("/") && !notice.value().contains(PART);
        return Optional.of(notice.toString() + number)
                .filter(own -> isPlain)
                .flatMap(own -> Id.of(KIND, own))
                .orElseGet(() -> new Id<>(KIND, notice.digest() + number));
    }
}
