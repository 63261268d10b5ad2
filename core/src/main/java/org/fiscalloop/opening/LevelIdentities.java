package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.opening.Opened.Booked;
import org.fiscalloop.settlement.CashTransfer;
import org.fiscalloop.settlement.Settlement;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms;

/** The identities between money that goes to other levels, and what the books of an opening keep of it. */
final class LevelIdentities {
    private static final Source OWN =
            Source.own("the memorandum ledger keeps what is ordered, and what stands between two levels");
    private static final Source ACCOUNTS =
            Source.certain("财库〔2022〕41号 《财政总会计制度》: 与上级往来, 与下级往来 are kept by the other division; INV-60");

    private static final Name BETWEEN = new Name("between levels", "上下级往来");
    private static final String BELOW = "CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY";
    private static final String ABOVE = "CURRENT_ACCOUNT_WITH_UPPER_LEVEL_TREASURY";

    static final Control<Opened> CASH_ORDERED = FlowIdentities.identity(
            "cash-ordered",
            "Money that is ordered differs from what is kept as ordered",
            "已审批待拨出资金与单据不符",
            OWN,
            LevelIdentities::ordered);

    static final Control<Opened> LEVEL_ACCOUNTS = FlowIdentities.warning(
            "level-accounts",
            "What stands between levels differs from the treasury's accounts",
            "上下级往来未结算与总会计不符",
            ACCOUNTS,
            LevelIdentities::accounts);

    static final Controls<Opened> ALL = Controls.of(CASH_ORDERED, LEVEL_ACCOUNTS);

    private LevelIdentities() {}

    /** What the other division has not acknowledged. */
    static Stream<FlowDocument<?, ?>> onTheirWay(Opened opened) {
        return Stream.concat(
                opened.documents(CashTransfer.KIND).stream().filter(CashTransfer::isOnItsWay),
                opened.documents(Settlement.KIND).stream().filter(Settlement::isOnItsWay));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> ordered(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.MEMORANDUM, "CASH_ORDERED", Dimensions.DOCUMENT)
                .forEach((money, fen) ->
                        identity.left(Name.of(CashTransfer.id(money)), new Name("kept as ordered", "已审批备查"), fen));
        for (CashTransfer money : opened.documents(CashTransfer.KIND)) {
            if (money.state() == CashTransfer.State.ORDERED) {
                identity.right(
                        Name.of(money.id()),
                        new Name("ordered", "已审批"),
                        Fen.of(money.terms().amount()));
            }
        }
        return identity.violations();
    }

    /** What is not settled, and what was paid ahead to divisions below, is what stands on both accounts between levels. */
    private static ImmutableList<ImmutableMap<String, Fact>> accounts(Opened opened) {
        Identity identity = new Identity();
        opened.sums(Ledgers.MEMORANDUM, "LEVELS_UNSETTLED", Dimensions.DIVISION)
                .forEach((division, fen) -> identity.left(BETWEEN, new Name("not settled", "未结算"), fen));
        for (TemporaryPayment payment : opened.documents(TemporaryPayment.KIND)) {
            if (payment.terms().kind() == TemporaryTerms.Kind.LOWER_LEVEL) {
                identity.left(BETWEEN, Name.of(payment.id()), payment.terms().restFen());
            }
        }
        for (Booked booked : opened.booked(Ledgers.TREASURY, Booked::isBeforeClosing)) {
            if (booked.is(BELOW) || booked.is(ABOVE)) {
                identity.right(BETWEEN, Name.of(booked.account()), booked.net());
            }
        }
        return identity.violations();
    }
}
