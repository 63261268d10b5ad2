package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * One no, or one warning (拒绝 / 预警): a reason and the facts of the case.
 *
 * @param reason why, the same for every case
 * @param facts by name, in the order they explain the case; what would be allowed instead is the fact {@value #ALLOWED}
 */
public record Refusal(Reason reason, ImmutableMap<String, Fact> facts) {

    /** The name of the fact that lists what would be allowed instead. */
    public static final String ALLOWED = "allowed";

    /** The refusal for this reason with these facts. */
    public static Refusal of(Reason reason, Facts facts) {
        return new Refusal(reason, facts.map());
    }

    /** The stable code of the reason. */
    public String code() {
        return reason.code();
    }

    /**
     * The English text of the reason about this case.
     *
     * @throws IllegalArgumentException if the text names a fact that is not given
     */
    public String text() {
        return Template.fill(reason.text(), facts, Fact::text);
    }

    /**
     * The 中文 text of the reason about this case.
     *
     * @throws IllegalArgumentException if the text names a fact that is not given
     */
    public String textZh() {
        return Template.fill(reason.textZh(), facts, Fact::textZh);
    }

    /** What would be allowed instead, empty where the refusal does not say. */
    public ImmutableList<String> allowed() {
        return facts.get(ALLOWED) instanceof Fact.Texts texts ? texts.values() : ImmutableList.of();
    }
}
