package org.fiscalloop.asset;

import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.asset.AssetEvents.CardChanged;
import org.fiscalloop.asset.AssetNotices.SaleReceived;
import org.fiscalloop.asset.AssetNotices.SaleRemitted;
import org.fiscalloop.asset.AssetTerms.Proceeds;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.BankAccount;

/** Where what banks tell of sales is booked, what it waits for, or why it is an exception. */
final class AssetMatcher {
    /** 请对方更正后重发: the sender corrects and sends again. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 登记后重发: the register is completed, and it is sent again. */
    static final String COMPLETE_REGISTER = "complete-register";

    /** 与对方核对: the parties compare their records. */
    static final String RECONCILE = "reconcile";

    private AssetMatcher() {}

    static Matching received(SaleReceived body, Case c) {
        Proceeds told = new Proceeds(body.serial(), body.receivedOn(), body.amount(), false);
        return of(body, body.document(), told, c, card -> {
            boolean isOwn = BankAccount.find(card.division(), body.account(), c.reads())
                    .filter(account -> account.agency().equals(card.agency()))
                    .isPresent();
            return isOwn
                    ? booked(card, AssetAction.SELL, AssetPostings.SALE_RECEIVED, told, c)
                    : Matching.listed(
                            body,
                            Refusal.of(
                                    AssetReasons.OTHER_ACCOUNT,
                                    given(card, told)
                                            .and("account", text(body.account()))
                                            .and("agency", text(card.agency()))),
                            CORRECTED_NOTICE,
                            COMPLETE_REGISTER);
        });
    }

    static Matching remitted(SaleRemitted body, Case c) {
        Proceeds told = new Proceeds(body.serial(), body.paidOn(), body.amount(), true);
        return of(body, body.document(), told, c, card -> {
            long due = card.terms().dueFen();
            return Fen.of(told.amount()) <= due
                    ? booked(card, AssetAction.REMIT, AssetPostings.SALE_REMITTED, told, c)
                    : Matching.listed(
                            body,
                            Refusal.of(AssetReasons.OVER_SALE, given(card, told).and(Refusal.ALLOWED, amount(due))),
                            CORRECTED_NOTICE,
                            RECONCILE);
        });
    }

    /** A card of the division that is being, or has been, disposed of; before that it waits. */
    private static Matching of(
            Body body, Id<AssetCard> id, Proceeds told, Case c, Function<AssetCard, Matching> matching) {
        Optional<AssetCard> card =
                c.find(id).filter(found -> found.division().equals(c.input().division()));
        if (card.isEmpty() || card.orElseThrow().state() == AssetState.IN_USE) {
            return Matching.parked(
                    body,
                    id,
                    Refusal.of(
                            AssetReasons.WAITING,
                            Facts.of("card", text(id.value()))
                                    .and(
                                            "state",
                                            text(card.map(found -> found.state().name())
                                                    .orElse("UNKNOWN")))
                                    .and(Refusal.ALLOWED, texts(ImmutableList.of(AssetState.IN_DISPOSAL.name())))));
        }
        AssetCard known = card.orElseThrow();
        if (known.state() == AssetState.GIVEN) {
            return Matching.listed(body, Refusal.of(AssetReasons.NOT_SOLD, given(known, told)), RECONCILE);
        }
        return again(body, known, told).orElseGet(() -> matching.apply(known));
    }

    /** What is told again as it is recorded has no effect; under its number nothing else is booked. */
    private static Optional<Matching> again(Body body, AssetCard card, Proceeds told) {
        return card.terms().proceeds().stream()
                .filter(before -> before.serial().equals(told.serial()))
                .findFirst()
                .map(before -> before.equals(told)
                        ? Matching.nothing()
                        : Matching.listed(
                                body,
                                Refusal.of(
                                        AssetReasons.TOLD_OTHERWISE,
                                        given(card, told)
                                                .and("serial", text(told.serial()))
                                                .and(Refusal.ALLOWED, amount(Fen.of(before.amount())))),
                                CORRECTED_NOTICE,
                                RECONCILE));
    }

    private static Matching booked(AssetCard card, AssetAction action, PostingKey key, Proceeds told, Case c) {
        LocalDate on = told.on();
        Move move = c.move(card, action).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a table does not allow what was told: " + refused.refusals());
        });
        return Matching.booked(Happening.of(
                new CardChanged(
                        move,
                        ImmutableAssetTerms.builder()
                                .from(card.terms())
                                .addProceeds(told)
                                .build()),
                Posting.of(key, Fen.of(told.amount()), AssetPostings.block(card.terms(), card.id(), on.getYear(), c))));
    }

    private static Facts given(AssetCard card, Proceeds told) {
        return Facts.of("card", text(card.id().value())).and("given", amount(Fen.of(told.amount())));
    }
}
