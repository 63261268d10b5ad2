package org.fiscalloop.monitoring;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/**
 * What monitoring has found about a payment and somebody has to look at (监控疑点): it holds up a request that was handed in,
 * or is of a payment that the bank has made. What only warns makes none.
 */
public final class Alert extends FlowDocument<AlertTerms, AlertState> {
    /**
     * The kind of document; the value of an id is the moment, and number and version of the document that it is about:
     * {@code submit/PR-1@2}. Where that is too long, 40 hexadecimal digits stand for it.
     */
    public static final DocumentKind<Alert> KIND = new DocumentKind<>("monitoring-alert", Alert.class);

    Alert(Id<Alert> id, AlertTerms terms, Standing<AlertState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /**
     * The id of the alert about a document.
     *
     * @param number number of the request or voucher
     * @param version the version to which it came by the move at which monitoring was asked
     */
    public static Id<Alert> id(Moment moment, String number, int version) {
        InputId name = new InputId(moment.name().toLowerCase(Locale.ROOT), number + "@" + version);
        return Id.of(KIND, name.toString()).orElseGet(() -> new Id<>(KIND, name.digest()));
    }

    /** All alerts about a document, open or closed, in the order in which they were raised. */
    public static ImmutableList<Alert> about(Moment moment, Document document, Reads reads) {
        return IntStream.rangeClosed(1, document.standing().version())
                .mapToObj(version -> reads.find(id(moment, document.id().value(), version)))
                .flatMap(Optional::stream)
                .collect(toImmutableList());
    }

    /** Whether somebody still has to look at it. */
    public boolean isOpen() {
        return state() == AlertState.HOLDING || state() == AlertState.QUESTIONED;
    }

    /** Why it was closed, if it was. */
    public Optional<String> explanation() {
        return terms().explanation();
    }
}
