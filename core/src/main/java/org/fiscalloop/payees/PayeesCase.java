package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.flow.Case;
import org.fiscalloop.lifecycle.Id;

/**
 * What the controls of a payee list look at.
 *
 * @param terms what stands on the list
 * @param rules the rules of lists in force
 * @param facts the input and what may be read
 */
record PayeesCase(PayeeListTerms terms, PayeesRules rules, Case facts) {
    /** So many details are named by their number where something is wrong with them; the others are counted. */
    private static final int SHOWN = 10;

    static PayeesCase of(PayeeListTerms terms, Case facts) {
        return new PayeesCase(terms, facts.rules(PayeesFlow.RULES), facts);
    }

    Optional<PayeesRules.Kind> kind() {
        return rules.kind(terms.kind());
    }

    /** The rule is violated once by all details of a list that are not as they should be. */
    static ImmutableList<ImmutableMap<String, Fact>> wrong(PayeeListTerms terms, Predicate<PayeeDetail> isWrong) {
        return wrong(terms, isWrong, Facts.none());
    }

    static ImmutableList<ImmutableMap<String, Fact>> wrong(
            PayeeListTerms terms, Predicate<PayeeDetail> isWrong, Facts facts) {
        ImmutableList.Builder<String> shown = ImmutableList.builder();
        int count = 0;
        for (int i = 0; i < terms.details().size(); i++) {
            if (isWrong.test(terms.details().get(i))) {
                count++;
                if (count <= SHOWN) {
                    shown.add(Integer.toString(i + 1));
                }
            }
        }
        if (count == 0) {
            return Check.holds();
        }
        ImmutableList<String> numbers = count > SHOWN ? shown.add("…").build() : shown.build();
        return Check.violated(facts.and("count", Fact.count(count)).and("details", Fact.texts(numbers)));
    }

    /** The lists on which details stand that are paid again, each read once. */
    final class Origins {
        private final Map<Id<PayeeList>, Optional<PayeeList>> lists = new HashMap<>();

        /** The detail that came back, of a paid list of the same agency. */
        Optional<PayeeDetail> detail(PayeeDetail.Origin origin) {
            return lists.computeIfAbsent(origin.list(), facts::find)
                    .filter(list -> list.state() == PayeeListState.PAID
                            && list.division().equals(terms.division())
                            && list.agency().equals(terms.agency()))
                    .flatMap(list -> list.detail(origin.detail()));
        }

        /** The detail that was paid first: what this one pays again, or what that one did; none if this one pays nothing again. */
        Optional<PayeeDetail> first(PayeeDetail detail) {
            Optional<PayeeDetail> first = Optional.empty();
            Optional<PayeeDetail.Origin> origin = detail.origin();
            while (origin.isPresent()) {
                first = origin.flatMap(this::detail);
                origin = first.flatMap(PayeeDetail::origin);
            }
            return first;
        }
    }
}
