package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.accounting.national.Rows.rule;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.transfer.TransferPostings;
import org.fiscalloop.transfer.TransferPostings.Held;
import org.fiscalloop.transfer.TransferPostings.Level;

/** The nation's posting rules and case tables of transfers between levels, as far as they are allotments. */
final class TransferRows {
    private static final Source ALLOTMENT =
            Source.uncertain("财办〔2022〕36号 《预算指标核算管理办法（试行）》: 转移支付指标; the accounts below class level are proposed");
    private static final Source MEMORANDUM =
            Source.own("each level keeps by transfer what is in force, to be received, on its way back and asked back");

    private static final PostingRule IND_06A =
            control("IND-06a", debit("TRANSFER_PENDING"), credit("PENDING", TransferPostings.SOURCE));
    private static final PostingRule M_ISSUED =
            memorandum("M-T01 issue", debit("TRANSFERS_IN_FORCE"), credit("TRANSFERS_ISSUED"));
    private static final PostingRule M_ASKED_BACK =
            memorandum("M-T04 ask back", debit("{ASKED_BACK_TRANSFER}"), credit("RECALLS"));

    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            IND_06A,
            IND_06A.opposite("IND-06a/return", ALLOTMENT),
            control("IND-06b", debit("TRANSFER_ISSUED"), credit("TRANSFER_PENDING")),
            control("IND-06/return", debit("PENDING", TransferPostings.SOURCE), credit("TRANSFER_ISSUED")),
            M_ISSUED,
            M_ISSUED.opposite("M-T01 come back", MEMORANDUM),
            memorandum("M-T02 arrive", debit("TRANSFERS_TO_RECEIVE"), credit("TRANSFERS_ARRIVED")),
            memorandum("M-T02 receive", debit("TRANSFERS_RECEIVED"), credit("TRANSFERS_TO_RECEIVE")),
            memorandum("M-T03 give back", debit("TRANSFERS_ON_THEIR_WAY_BACK"), credit("{HELD_TRANSFER}")),
            memorandum("M-T03 come", debit("TRANSFERS_ARRIVED"), credit("TRANSFERS_ON_THEIR_WAY_BACK")),
            M_ASKED_BACK,
            M_ASKED_BACK.opposite("M-T04 answer", MEMORANDUM));

    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            CaseTable.of(
                    "HELD_TRANSFER",
                    ImmutableList.of(
                            row("TRANSFERS_TO_RECEIVE", Held.TO_RECEIVE), row("TRANSFERS_RECEIVED", Held.RECEIVED)),
                    Held.class),
            CaseTable.of(
                    "ASKED_BACK_TRANSFER",
                    ImmutableList.of(
                            row("TRANSFERS_ASKED_BACK", Level.ISSUING), row("TRANSFERS_CLAIMED", Level.RECEIVING)),
                    Level.class));

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(TransferPostings.SET_ASIDE.name(), ImmutableList.of(always("allotment", "IND-06a")))
                    .put(TransferPostings.RELEASED.name(), ImmutableList.of(always("allotment", "IND-06a/return")))
                    .put(
                            TransferPostings.ISSUED.name(),
                            ImmutableList.of(always("allotment", "IND-06b"), always("memorandum", "M-T01 issue")))
                    .put(
                            TransferPostings.TAKEN_BACK.name(),
                            ImmutableList.of(
                                    always("allotment", "IND-06/return"), always("memorandum", "M-T01 come back")))
                    .put(TransferPostings.ARRIVED.name(), ImmutableList.of(always("memorandum", "M-T02 arrive")))
                    .put(TransferPostings.RECEIVED.name(), ImmutableList.of(always("memorandum", "M-T02 receive")))
                    .put(TransferPostings.GIVEN_BACK.name(), ImmutableList.of(always("memorandum", "M-T03 give back")))
                    .put(TransferPostings.COME_BACK.name(), ImmutableList.of(always("memorandum", "M-T03 come")))
                    .put(TransferPostings.ASKED_BACK.name(), ImmutableList.of(always("memorandum", "M-T04 ask back")))
                    .put(TransferPostings.ANSWERED.name(), ImmutableList.of(always("memorandum", "M-T04 answer")))
                    .buildOrThrow();

    private TransferRows() {}

    private static PostingRule control(String id, RuleLine... lines) {
        return rule(id, Ledgers.ALLOTMENT, Basis.CONTROL, ALLOTMENT, lines);
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, MEMORANDUM, lines);
    }
}
