package org.fiscalloop.decision;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A catalogue of reasons: each code once, ordered by code whatever the order they were declared in.
 *
 * @param byCode every reason under its own code
 */
public record Reasons(ImmutableSortedMap<String, Reason> byCode) {

    public Reasons {
        byCode.forEach((code, reason) -> {
            if (!code.equals(reason.code())) {
                throw new IllegalArgumentException("reason " + reason.code() + " stands under the code " + code);
            }
        });
    }

    /** The catalogue of these reasons; a code that is declared twice is a broken argument. */
    public static Reasons of(Reason... reasons) {
        return of(ImmutableList.copyOf(reasons));
    }

    /** The catalogue of these reasons; a code that is declared twice is a broken argument. */
    public static Reasons of(Iterable<Reason> reasons) {
        SortedMap<String, Reason> byCode = new TreeMap<>();
        for (Reason reason : reasons) {
            if (byCode.put(reason.code(), reason) != null) {
                throw new IllegalArgumentException("reason is declared twice: " + reason.code());
            }
        }
        return new Reasons(ImmutableSortedMap.copyOfSorted(byCode));
    }

    /**
     * One catalogue of several. The very same reason may be in more than one of them; two reasons that differ and share a
     * code are a broken argument.
     */
    public static Reasons merge(Iterable<Reasons> catalogues) {
        SortedMap<String, Reason> byCode = new TreeMap<>();
        for (Reasons catalogue : catalogues) {
            for (Reason reason : catalogue.all()) {
                Reason other = byCode.putIfAbsent(reason.code(), reason);
                if (other != null && !other.equals(reason)) {
                    throw new IllegalArgumentException("two reasons share a code: " + other + " and " + reason);
                }
            }
        }
        return new Reasons(ImmutableSortedMap.copyOfSorted(byCode));
    }

    /** Every reason, in the order of the codes. */
    public ImmutableCollection<Reason> all() {
        return byCode.values();
    }

    /** The reason with this code, if there is one. */
    public Optional<Reason> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
