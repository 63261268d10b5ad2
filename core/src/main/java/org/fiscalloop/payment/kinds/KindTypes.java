package org.fiscalloop.payment.kinds;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.payment.kinds.FinanceReview.Entry;
import org.fiscalloop.payment.kinds.FinanceReview.Row;
import org.fiscalloop.payment.kinds.PaymentKind.Route;
import org.joda.money.Money;

/** The forms of kinds of payment and of what finance reviews. */
public final class KindTypes {
    /** Kinds in order. */
    public static final Type<ImmutableList<PaymentKind>> KINDS = Type.list(Type.nested(kind()));

    /** When finance reviews: its rows in order. */
    public static final Type<FinanceReview> FINANCE_REVIEW =
            Type.mapped("rows in order", Type.list(Type.nested(row())), FinanceReview::new, FinanceReview::rows);

    private KindTypes() {}

    private static Shape<PaymentKind> kind() {
        Field<PaymentKind, String> code = Field.of("code", Type.text(), PaymentKind::code);
        Field<PaymentKind, String> name = Field.of("name", Type.text(), PaymentKind::name);
        Field<PaymentKind, String> nameZh = Field.of("nameZh", Type.text(), PaymentKind::nameZh);
        Field<PaymentKind, Boolean> open = Field.of("open", Type.bool(), PaymentKind::isOpen);
        Field<PaymentKind, Route> route = Field.of("route", Type.enumOf(Route.class), PaymentKind::route);
        Field<PaymentKind, String> order = Field.of("order", Type.text(), PaymentKind::order);
        Field<PaymentKind, ImmutableSet<String>> payers =
                Field.of("payers", Type.set(Type.text()), PaymentKind::payers);
        Field<PaymentKind, Source> source = Field.of("source", KernelTypes.source(), PaymentKind::source);
        return Shape.<PaymentKind>nested("payment-kind")
                .fields(code, name, nameZh, open, route, order, payers, source)
                .maker(v -> new PaymentKind(
                        v.get(code),
                        v.get(name),
                        v.get(nameZh),
                        v.get(open),
                        v.get(route),
                        v.get(order),
                        v.get(payers),
                        v.get(source)));
    }

    private static Shape<Row> row() {
        Field<Row, String> code = Field.of("code", Type.text(), Row::code);
        Field<Row, Optional<String>> kind = Field.of("kind", Type.optional(Type.text()), Row::kind);
        Field<Row, Entry> entry = Field.of("entry", Type.enumOf(Entry.class), Row::entry);
        Field<Row, Optional<Money>> from = Field.of("from", Type.optional(Type.money()), Row::from);
        Field<Row, Boolean> reviewed = Field.of("reviewed", Type.bool(), Row::isReviewed);
        Field<Row, Source> source = Field.of("source", KernelTypes.source(), Row::source);
        return Shape.<Row>nested("finance-review-row")
                .fields(code, kind, entry, from, reviewed, source)
                .maker(v ->
                        new Row(v.get(code), v.get(kind), v.get(entry), v.get(from), v.get(reviewed), v.get(source)));
    }
}
