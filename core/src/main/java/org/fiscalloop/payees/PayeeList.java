package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.signature.ContentDigest;
import org.fiscalloop.signature.SignedContent;

/** A payee list (支付明细清单): the details that one payment request pays, each to its own account. */
public final class PayeeList extends FlowDocument<PayeeListTerms, PayeeListState> {
    /** The kind of document; the value of an id is the number of the list (明细清单编号). */
    public static final DocumentKind<PayeeList> KIND = new DocumentKind<>("payee-list", PayeeList.class);

    PayeeList(Id<PayeeList> id, PayeeListTerms terms, Standing<PayeeListState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the list with this number. */
    public static Id<PayeeList> id(String number) {
        return new Id<>(KIND, number);
    }

    /** What of it is paid (明细原文): its number and its details, in a form of their own that never changes. */
    public SignedContent content() {
        return new SignedContent(
                "payee-list-details/1", PayeesShapes.CONTENT.encode(new Content(id(id().value()), terms().details())));
    }

    /** The digest of {@link #content}, which vouchers sign that pay it: SHA-256, which every Java has. */
    public ContentDigest digest() {
        return ContentDigest.of("SHA-256", content().bytes());
    }

    /**
     * What of a list is paid.
     *
     * @param list the list
     * @param details its details, in order
     */
    record Content(Id<PayeeList> list, ImmutableList<PayeeDetail> details) {}

    /** Whether a request may name it: it is confirmed and not paid. */
    public boolean isPayable() {
        return state() == PayeeListState.CONFIRMED;
    }

    /** The detail with this number, from 1, if there is one. */
    public Optional<PayeeDetail> detail(int number) {
        ImmutableList<PayeeDetail> details = terms().details();
        return number >= 1 && number <= details.size() ? Optional.of(details.get(number - 1)) : Optional.empty();
    }

    /** The detail that the books call by this key, such as {@code PL-1/12}, if there is one. */
    public Optional<PayeeDetail> detail(String key) {
        String number = key.substring(key.lastIndexOf('/') + 1);
        return Optional.ofNullable(Ints.tryParse(number))
                .filter(read -> PayeeDetail.Origin.key(id().value(), read).equals(key))
                .flatMap(this::detail);
    }

    /** The coding block under which its own amounts stand in the books: of no fiscal year, since money comes back in later ones. */
    public Segments segments() {
        return segments(id().value());
    }

    /** The coding block under which what came back of one of its details stands. */
    Segments segments(int detail) {
        return segments(PayeeDetail.Origin.key(id().value(), detail));
    }

    /** The coding block under which what was bought by card stands: of no agency and no year, so it is found from everywhere. */
    static Segments segments(String division, PayeeDetail.Consumption bought) {
        return Dimensions.ALL.segments(
                ImmutableMap.of(Dimensions.DIVISION, division, Dimensions.DOCUMENT, bought.key()));
    }

    private Segments segments(String document) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, division(), Dimensions.AGENCY, agency(), Dimensions.DOCUMENT, document));
    }
}
