package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.settlement.CashTerms.Sent;
import org.fiscalloop.transfer.Transfer;
import org.joda.money.Money;

/** The forms of what stands on money between levels and on settlements, and of their rules, for the journal and for trees. */
public final class SettlementShapes {
    private static final Type<ImmutableList<Id<Transfer>>> TRANSFERS = Type.list(KernelTypes.id(Transfer.KIND));
    private static final Type<CashTerms.Kind> CASH_KIND = Type.enumOf(CashTerms.Kind.class);

    /** What stands on money between two treasuries. */
    public static final Shape<CashTerms> CASH_TERMS = cashTerms();

    /** What stands on a settlement. */
    public static final Shape<SettlementTerms> TERMS = terms();

    /** The rules of money between levels. */
    public static final Shape<SettlementRules> RULES = rules();

    private SettlementShapes() {}

    private static Shape<CashTerms> cashTerms() {
        Field<CashTerms, String> division = Field.of("division", Type.text(), CashTerms::division);
        Field<CashTerms, Integer> year = Field.ofInt("fiscalYear", CashTerms::fiscalYear);
        Field<CashTerms, String> counterpart = Field.of("counterpart", Type.text(), CashTerms::counterpart);
        Field<CashTerms, CashTerms.Kind> kind = Field.of("kind", CASH_KIND, CashTerms::kind);
        Field<CashTerms, String> fund = Field.of("fund", Type.text(), CashTerms::fund);
        Field<CashTerms, Money> amount = Field.of("amount", Type.money(), CashTerms::amount);
        Field<CashTerms, ImmutableList<Id<Transfer>>> transfers =
                Field.of("transfers", TRANSFERS, CashTerms::transfers).orElse(ImmutableList.of());
        Field<CashTerms, String> documentNo = Field.of("documentNo", Type.text(), CashTerms::documentNo);
        Field<CashTerms, String> purpose =
                Field.of("purpose", Type.text(), CashTerms::purpose).orElse("");
        Field<CashTerms, Optional<Sent>> sent = Field.of("sent", Type.optional(Type.nested(sent())), CashTerms::sent);
        Field<CashTerms, ImmutableSortedMap<String, String>> attributes =
                Field.of("attributes", RuleShapes.TEXTS, CashTerms::attributes).orElse(ImmutableSortedMap.of());
        return Shape.<CashTerms>nested("cash-transfer-terms")
                .fields(division, year, counterpart, kind, fund, amount)
                .fields(transfers, documentNo, purpose, sent, attributes)
                .maker(v -> ImmutableCashTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(year))
                        .counterpart(v.get(counterpart))
                        .kind(v.get(kind))
                        .fund(v.get(fund))
                        .amount(v.get(amount))
                        .transfers(v.get(transfers))
                        .documentNo(v.get(documentNo))
                        .purpose(v.get(purpose))
                        .sent(v.get(sent))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<Sent> sent() {
        Field<Sent, String> serial = Field.of("serial", Type.text(), Sent::serial);
        Field<Sent, LocalDate> on = Field.of("on", Type.date(), Sent::on);
        return Shape.<Sent>nested("cash-transfer-sent")
                .fields(serial, on)
                .maker(v -> new Sent(v.get(serial), v.get(on)));
    }

    private static Shape<SettlementTerms> terms() {
        Field<SettlementTerms, String> division = Field.of("division", Type.text(), SettlementTerms::division);
        Field<SettlementTerms, Integer> year = Field.ofInt("fiscalYear", SettlementTerms::fiscalYear);
        Field<SettlementTerms, String> counterpart = Field.of("counterpart", Type.text(), SettlementTerms::counterpart);
        Field<SettlementTerms, SettlementTerms.Kind> kind =
                Field.of("kind", Type.enumOf(SettlementTerms.Kind.class), SettlementTerms::kind);
        Field<SettlementTerms, String> fund = Field.of("fund", Type.text(), SettlementTerms::fund);
        Field<SettlementTerms, Money> amount = Field.of("amount", Type.money(), SettlementTerms::amount);
        Field<SettlementTerms, ImmutableList<Id<Transfer>>> transfers =
                Field.of("transfers", TRANSFERS, SettlementTerms::transfers).orElse(ImmutableList.of());
        Field<SettlementTerms, String> documentNo = Field.of("documentNo", Type.text(), SettlementTerms::documentNo);
        Field<SettlementTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, SettlementTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<SettlementTerms>nested("settlement-terms")
                .fields(division, year, counterpart, kind, fund, amount, transfers)
                .fields(documentNo, attributes)
                .maker(v -> ImmutableSettlementTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(year))
                        .counterpart(v.get(counterpart))
                        .kind(v.get(kind))
                        .fund(v.get(fund))
                        .amount(v.get(amount))
                        .transfers(v.get(transfers))
                        .documentNo(v.get(documentNo))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<SettlementRules> rules() {
        Field<SettlementRules, Lifecycle<CashTransfer.State, CashTransfer.Action>> sending = Field.of(
                "sendingLifecycle",
                RuleShapes.lifecycle(CashTransfer.State.class, CashTransfer.Action.class),
                SettlementRules::sendingLifecycle);
        Field<SettlementRules, Lifecycle<ReceivedCash.State, ReceivedCash.Action>> receiving = Field.of(
                "receivingLifecycle",
                RuleShapes.lifecycle(ReceivedCash.State.class, ReceivedCash.Action.class),
                SettlementRules::receivingLifecycle);
        Field<SettlementRules, Lifecycle<Settlement.State, Settlement.Action>> settling = Field.of(
                "settlementLifecycle",
                RuleShapes.lifecycle(Settlement.State.class, Settlement.Action.class),
                SettlementRules::settlementLifecycle);
        Field<SettlementRules, Lifecycle<ReceivedSettlement.State, ReceivedSettlement.Action>> confirming = Field.of(
                "confirmingLifecycle",
                RuleShapes.lifecycle(ReceivedSettlement.State.class, ReceivedSettlement.Action.class),
                SettlementRules::confirmingLifecycle);
        Field<SettlementRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, SettlementRules::reviews);
        Field<SettlementRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, SettlementRules::severities);
        Field<SettlementRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, SettlementRules::limits);
        Field<SettlementRules, ImmutableSet<CashTerms.Kind>> kinds =
                Field.of("kinds", Type.set(CASH_KIND), SettlementRules::kinds);
        Field<SettlementRules, String> centre = Field.of("centre", Type.text(), SettlementRules::centre);
        return Shape.<SettlementRules>nested("settlement-rules")
                .fields(sending, receiving, settling, confirming)
                .fields(reviews, severities, limits, kinds, centre)
                .maker(v -> ImmutableSettlementRules.builder()
                        .sendingLifecycle(v.get(sending))
                        .receivingLifecycle(v.get(receiving))
                        .settlementLifecycle(v.get(settling))
                        .confirmingLifecycle(v.get(confirming))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .kinds(v.get(kinds))
                        .centre(v.get(centre))
                        .build());
    }
}
