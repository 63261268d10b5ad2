package org.fiscalloop.payment.kinds;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Source;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * Whether finance reviews a request (支付申请复核) before a voucher is made of it: the first row that fits says so, and where none
 * does it is not asked. A kind whose {@link PaymentKind.Route} is finance's is reviewed whatever stands here.
 *
 * @param rows in order
 */
public record FinanceReview(ImmutableList<Row> rows) {
    /** Who filled a request in. */
    public enum Entry {
        /** 不限: whoever. */
        ANY,
        /** 单位: the agency. */
        AGENCY,
        /** 财政代编: finance for the agency. */
        FINANCE
    }

    /**
     * One row.
     *
     * @param code what it is called
     * @param kind code of the kind of payment that it is about; of all where it is absent
     * @param entry who filled in the requests that it is about
     * @param from from which amount on, in yuan; any where it is absent
     * @param isReviewed whether finance reviews
     * @param source where it comes from
     */
    public record Row(
            String code, Optional<String> kind, Entry entry, Optional<Money> from, boolean isReviewed, Source source) {
        private boolean fits(String payType, boolean isProxy, long fen) {
            return kind.map(payType::equals).orElse(true)
                    && (entry == Entry.ANY || isProxy == (entry == Entry.FINANCE))
                    && from.map(least -> fen >= Fen.of(least)).orElse(true);
        }
    }

    /** What finance fills in it reviews too; from which amount on it reviews what agencies fill in is for a place to say. */
    public static final FinanceReview NATIONAL = new FinanceReview(ImmutableList.of(
            new Row(
                    "proxy",
                    Optional.empty(),
                    Entry.FINANCE,
                    Optional.empty(),
                    true,
                    Source.uncertain("a provincial system of 2024: 代编录入, 审核, 支付申请复核 by finance")),
            new Row(
                    "large",
                    Optional.empty(),
                    Entry.AGENCY,
                    Optional.empty(),
                    false,
                    Source.uncertain(
                            "a provincial system of 2024 reviews large items; from which amount differs by place"))));

    /**
     * Whether finance reviews a request.
     *
     * @param kind code of its kind of payment
     * @param isProxy whether finance filled it in
     * @param fen its amount in fen
     */
    public boolean isAsked(String kind, boolean isProxy, long fen) {
        return rows.stream()
                .filter(row -> row.fits(kind, isProxy, fen))
                .findFirst()
                .map(Row::isReviewed)
                .orElse(false);
    }
}
