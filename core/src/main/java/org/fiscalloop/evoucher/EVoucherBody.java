package org.fiscalloop.evoucher;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.money.Fen;

/**
 * The content of a voucher as its fields: a head and details, each a text by name in the order of the table. What is not
 * there has no entry; no text is blank.
 *
 * @param type the type, whose table says which fields there are
 * @param head the fields of the head
 * @param details the fields of each detail, in order
 */
public record EVoucherBody(
        EVoucherType type, ImmutableMap<String, String> head, ImmutableList<ImmutableMap<String, String>> details) {
    public EVoucherBody {
        requireText(head);
        details.forEach(EVoucherBody::requireText);
    }

    private static void requireText(ImmutableMap<String, String> fields) {
        fields.forEach((name, text) -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a field that is there is not blank: " + name);
            }
        });
    }

    /** The content as a value of its family. */
    public EVoucherContent content() {
        return switch (type.family()) {
            case ORDER -> new EVoucherContent.PaymentOrder(this);
            case ALLOCATION -> new EVoucherContent.Allocation(this);
            case QUOTA -> new EVoucherContent.Quota(this);
            case CLEARING -> new EVoucherContent.Clearing(this);
            case RETURN -> new EVoucherContent.Return(this);
            case REVENUE -> new EVoucherContent.RevenueReport(this);
            case STOCK -> new EVoucherContent.StockReport(this);
        };
    }

    /** The text of a field of the head, blank if it is not there. */
    public String text(String field) {
        return head.getOrDefault(field, "");
    }

    Optional<String> find(String field) {
        return Optional.ofNullable(head.get(field));
    }

    /** A day of the head that the table requires. */
    LocalDate day(String field) {
        return EVoucherField.day(text(field));
    }

    /** An amount of the head that the table requires, in fen. */
    long fen(String field) {
        return Fen.parse(text(field));
    }

    /** The details, each made into something. */
    <T> ImmutableList<T> each(Function<ImmutableMap<String, String>, T> make) {
        return details.stream().map(make).collect(toImmutableList());
    }
}
