package org.fiscalloop.decision;

/**
 * Where a rule comes from (依据) and how certain that is.
 *
 * @param citation regulation and clause, or for the library's own choice the reason for it; not blank
 * @param certainty how certain it is that the source prescribes it
 */
public record Source(String citation, Certainty certainty) {

    public Source {
        if (citation.isBlank()) {
            throw new IllegalArgumentException("citation must not be blank");
        }
    }

    /** A source that prescribes the rule. */
    public static Source certain(String citation) {
        return new Source(citation, Certainty.CERTAIN);
    }

    /** Evidence for a rule that a division may have otherwise. */
    public static Source uncertain(String citation) {
        return new Source(citation, Certainty.UNCERTAIN);
    }

    /** The library's own choice, with the reason for it. */
    public static Source own(String reason) {
        return new Source(reason, Certainty.OWN);
    }
}
