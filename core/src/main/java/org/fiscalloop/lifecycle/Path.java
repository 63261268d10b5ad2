package org.fiscalloop.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.function.Predicate;

/**
 * What of a trail still stands: the acts by which the document came where it is, without its detours.
 *
 * <p>A withdrawal takes away the act that it undoes, and itself. When a document comes back to a place (state and post)
 * where it has been, what it went through in between no longer stands; what was done there, and what brought it there
 * then and now, does. Where it was given back from there (returned, or its approval cancelled) and goes the way again,
 * the way counts. So the creation always stands, an approval stands until the document is returned to its post, and
 * the acts of a review stand until the document is back at entry.
 */
final class Path {

    private final ImmutableList<TrailStep> steps;
    /** By step: the last act that stands after it. */
    private final int[] last;
    /** By act: the act that stands before it, -1 for the first. */
    private final int[] before;

    Path(ImmutableList<TrailStep> steps, Predicate<TrailStep> isWithdrawal, Predicate<TrailStep> givesBack) {
        this.steps = steps;
        this.last = new int[steps.size()];
        this.before = new int[steps.size()];
        before[0] = -1;
        for (int step = 1; step < steps.size(); step++) {
            int undone = last[step - 1];
            if (undone > 0 && isWithdrawal.test(steps.get(step))) {
                last[step] = last[undone - 1];
            } else {
                last[step] = step;
                before[step] = arrives(step) ? lastAtPlace(step, givesBack) : undone;
            }
        }
    }

    /** The last act that stands at the end of the trail. */
    int last() {
        return last[last.length - 1];
    }

    /** The last act that stands before this step. */
    int lastBefore(int step) {
        return last[step - 1];
    }

    /** Whether this step, which is not the first, changed the place of the document. */
    boolean arrives(int step) {
        return !isSamePlace(steps.get(step), steps.get(step - 1));
    }

    /** The acts that stand, latest first. */
    ImmutableIntArray acts() {
        ImmutableIntArray.Builder acts = ImmutableIntArray.builder();
        for (int act = last(); act >= 0; act = before[act]) {
            acts.add(act);
        }
        return acts.build();
    }

    /**
     * The last act that left the document at the place of this step; where it was never there, or was given back from there
     * and now goes the way again, the act before.
     */
    private int lastAtPlace(int step, Predicate<TrailStep> givesBack) {
        int previous = last[step - 1];
        int left = step;
        for (int act = previous; act >= 0; act = before[act]) {
            if (isSamePlace(steps.get(act), steps.get(step))) {
                boolean isNewWay = givesBack.test(steps.get(left)) && !givesBack.test(steps.get(step));
                return isNewWay ? previous : act;
            }
            left = act;
        }
        return previous;
    }

    private static boolean isSamePlace(TrailStep one, TrailStep other) {
        return one.post() == other.post() && one.to().equals(other.to());
    }
}
