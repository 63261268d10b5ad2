package org.fiscalloop.register;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** An agency (单位): the owner of projects, budgets and payments, and of a set of books. */
public final class Agency extends FlowDocument<AgencyTerms, RegisterState> {
    /** The kind of document; the value of an id is division and agency code: {@code 310107000/101001}. */
    public static final DocumentKind<Agency> KIND = new DocumentKind<>("agency", Agency.class);

    Agency(Id<Agency> id, AgencyTerms terms, Standing<RegisterState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of an agency of a division. */
    public static Id<Agency> id(String division, String agency) {
        return new Id<>(KIND, division + "/" + agency);
    }

    /** Whether new documents may name it. */
    public boolean isEnabled() {
        return state() == RegisterState.ENABLED;
    }

    /** Whether an agency is this one or stands below it in the tree, as the parents say. */
    public static boolean isWithin(String division, String agency, String ancestor, Reads reads) {
        String at = agency;
        while (!at.equals(ancestor)) {
            var parent =
                    reads.find(id(division, at)).flatMap(found -> found.terms().parent());
            if (parent.isEmpty()) {
                return false;
            }
            at = parent.get().value();
        }
        return true;
    }
}
