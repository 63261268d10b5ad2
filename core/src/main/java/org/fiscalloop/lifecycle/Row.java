package org.fiscalloop.lifecycle;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * One row of a lifecycle: what an action does in a state.
 *
 * @param from the state, none at creation
 * @param targets the states it may lead to, at least one; of a review act first where the phase is left to
 * @param duty what the act needs; none for an act of review, whose duty is that of the post
 * @param rule when and why, in a few words; not blank
 */
public record Row<S extends Enum<S>, A extends Enum<A>>(
        Kind kind, Optional<S> from, A action, ImmutableList<S> targets, Optional<Duty> duty, String rule) {

    /** What an action does to the standing of a document. */
    public enum Kind {
        /** 新增: makes the document. */
        CREATE,
        /** Leads to one state; a review phase is entered at its first post. */
        MOVE,
        /** 审核通过. */
        APPROVE,
        /** 退回上一岗. */
        RETURN,
        /** 退回录入岗. */
        RETURN_TO_ENTRY,
        /** 撤销. */
        WITHDRAW
    }

    public Row {
        Code.present("rule", rule);
    }

    /** The state it leads to; of a review act the first of those it may lead to. */
    public S to() {
        return targets.get(0);
    }

    /** The name of the state, "" at creation. */
    public String fromName() {
        return from.map(Enum::name).orElse("");
    }
}
