package org.fiscalloop.lifecycle;

import com.google.common.collect.ImmutableSet;

/**
 * The four acts of a review phase, which are different actions.
 *
 * @param approve 审核通过: on to the next post; from the last one the phase is left
 * @param returnOne 退回上一岗: back to the previous post; from the first one to entry
 * @param returnToEntry 退回录入岗
 * @param withdraw 撤销: undoes the last act, for whoever did it
 */
public record ReviewActions<A extends Enum<A>>(A approve, A returnOne, A returnToEntry, A withdraw) {

    public ReviewActions {
        ImmutableSet<A> actions = ImmutableSet.of(approve, returnOne, returnToEntry, withdraw);
        if (actions.size() < 4) {
            throw new IllegalArgumentException("review actions must be four different ones: " + actions);
        }
    }
}
