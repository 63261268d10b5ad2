package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that transfers make beside those of the lines and allotments that are made of them. */
public final class TransferPostings {
    /** The role of the coding block of the allotment that a transfer draws on. */
    public static final String SOURCE = "source";

    /** Its amount is set aside (IND-06). */
    public static final PostingKey SET_ASIDE =
            PostingKey.of("transfer-set-aside").roles(SOURCE);

    /** It is returned or withdrawn, and its amount can be distributed otherwise again. */
    public static final PostingKey RELEASED = PostingKey.of("transfer-released").roles(SOURCE);

    /** It is issued to the level below (IND-06). */
    public static final PostingKey ISSUED = PostingKey.of("transfer-issued");

    /** An amount of it has come back, and can be distributed otherwise again. */
    public static final PostingKey TAKEN_BACK =
            PostingKey.of("transfer-taken-back").roles(SOURCE);

    /** It has arrived from the level above. */
    public static final PostingKey ARRIVED = PostingKey.of("transfer-arrived");

    /** An amount of it is received. */
    public static final PostingKey RECEIVED = PostingKey.of("transfer-received");

    /** An amount of it leaves for the level above. */
    public static final PostingKey GIVEN_BACK = PostingKey.of("transfer-given-back", Held.class);

    /** What was given back has come to the level above. */
    public static final PostingKey COME_BACK = PostingKey.of("transfer-come-back");

    /** An amount of it is asked back. */
    public static final PostingKey ASKED_BACK = PostingKey.of("transfer-asked-back", Level.class);

    /** What was asked back is given back. */
    public static final PostingKey ANSWERED = PostingKey.of("transfer-answered", Level.class);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(
            SET_ASIDE, RELEASED, ISSUED, TAKEN_BACK, ARRIVED, RECEIVED, GIVEN_BACK, COME_BACK, ASKED_BACK, ANSWERED);

    private TransferPostings() {}

    /** Whose books an amount that is asked back stands in. */
    public enum Level {
        /** 下达方: of the level that issued the transfer. */
        ISSUING,
        /** 接收方: of the level that received it. */
        RECEIVING
    }

    /** How an amount that is given back was held. */
    public enum Held {
        /** 待接收: not received yet. */
        TO_RECEIVE,
        /** 已接收: received, and not distributed. */
        RECEIVED
    }
}
