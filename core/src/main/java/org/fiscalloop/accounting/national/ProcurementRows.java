package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.memorandumOnly;
import static org.fiscalloop.accounting.national.Rows.rule;
import static org.fiscalloop.accounting.national.Rows.terms;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.procurement.ProcurementPostings;
import org.fiscalloop.procurement.ProcurementPostings.Return;

/**
 * The rules of procurement, all in the memorandum ledger: what of a plan is contracted, what of a contract is applied for and
 * paid, what may be paid, and which allotments are kept for it.
 */
final class ProcurementRows {
    private static final String CONTRACT = ProcurementPostings.CONTRACT;

    private static final Source OWN =
            Source.own("the memorandum ledger keeps by key what an amount is limited by; 641, 642 of a system in use");

    private static final PostingRule PLAN = memorandum("M-35 file", debit("PLAN_RESTS"), credit("PLANS_FILED"));
    private static final PostingRule CONTRACTED =
            memorandum("M-35 contract", debit("PLANS_CONTRACTED"), credit("PLAN_RESTS"));
    private static final PostingRule SIGNED =
            memorandum("M-41 sign", debit("CONTRACT_RESTS"), credit("CONTRACTS_SIGNED"));
    private static final PostingRule APPLIED =
            memorandum("M-41 apply", debit("CONTRACT_APPLIED", CONTRACT), credit("CONTRACT_RESTS", CONTRACT));
    private static final PostingRule RESERVED =
            memorandum("M-45 reserve", debit("RESERVED_FOR_CONTRACTS"), credit("CONTRACT_RESERVATIONS"));
    private static final PostingRule PAYABLE =
            memorandum("M-47 payable", debit("CONTRACT_PAYABLE"), credit("PAYABLE_BY_CONTRACTS"));
    private static final PostingRule PAYABLE_AGAIN = memorandum(
            "M-47 payable again", debit("CONTRACT_PAYABLE", CONTRACT), credit("PAYABLE_BY_CONTRACTS", CONTRACT));

    /** The posting rules. */
    static final ImmutableList<PostingRule> RULES = ImmutableList.of(
            PLAN,
            PLAN.opposite("M-35 close", OWN),
            CONTRACTED,
            CONTRACTED.opposite("M-35 relinquish", OWN),
            memorandum("M-35 return", debit("PLANS_FILED"), credit("PLANS_CONTRACTED")),
            SIGNED,
            SIGNED.opposite("M-41 end", OWN),
            APPLIED,
            APPLIED.opposite("M-41 give back", OWN),
            memorandum("M-41 pay", debit("CONTRACT_PAID"), credit("CONTRACT_APPLIED")),
            memorandum("M-41 refund", debit("CONTRACT_RESTS", CONTRACT), credit("CONTRACT_PAID", CONTRACT)),
            memorandum("M-41 refund after end", debit("CONTRACTS_SIGNED", CONTRACT), credit("CONTRACT_PAID", CONTRACT)),
            RESERVED,
            RESERVED.opposite("M-45 release", OWN),
            PAYABLE,
            PAYABLE.opposite("M-47 withdraw", OWN),
            PAYABLE_AGAIN,
            PAYABLE_AGAIN.opposite("M-47 use", OWN));

    /** The case tables by kind of posting. */
    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES =
            ImmutableMap.<String, ImmutableList<CaseTable<ImmutableList<String>>>>builder()
                    .put(name(ProcurementPostings.PLAN_FILED), memorandumOnly("M-35 file"))
                    .put(name(ProcurementPostings.PLAN_CONTRACTED), memorandumOnly("M-35 contract"))
                    .put(name(ProcurementPostings.PLAN_RELINQUISHED), memorandumOnly("M-35 relinquish"))
                    .put(name(ProcurementPostings.PLAN_CLOSED), memorandumOnly("M-35 close"))
                    .put(name(ProcurementPostings.PLAN_RETURNED), memorandumOnly("M-35 return"))
                    .put(name(ProcurementPostings.CONTRACT_FILED), memorandumOnly("M-41 sign"))
                    .put(name(ProcurementPostings.PAYABLE), memorandumOnly("M-47 payable"))
                    .put(name(ProcurementPostings.NOT_PAYABLE), memorandumOnly("M-47 withdraw"))
                    .put(name(ProcurementPostings.CONTRACT_ENDED), memorandumOnly("M-41 end"))
                    .put(name(ProcurementPostings.RESERVED), memorandumOnly("M-45 reserve"))
                    .put(name(ProcurementPostings.UNRESERVED), memorandumOnly("M-45 release"))
                    .put(name(ProcurementPostings.DRAWN), memorandumOnly("M-45 release", "M-41 apply", "M-47 use"))
                    .put(
                            name(ProcurementPostings.GIVEN_BACK),
                            memorandumOnly("M-45 reserve", "M-41 give back", "M-47 payable again"))
                    .put(name(ProcurementPostings.PAID), memorandumOnly("M-41 pay"))
                    .put(name(ProcurementPostings.REFUNDED), ImmutableList.of(refunded()))
                    .buildOrThrow();

    /** The accounts behind each measure. */
    static final ImmutableMap<String, ImmutableList<Measure.Term>> MEASURES =
            ImmutableMap.<String, ImmutableList<Measure.Term>>builder()
                    .put("procurement.plan-rest", terms(Ledgers.MEMORANDUM, "planned", "PLAN_RESTS"))
                    .put("procurement.plan-contracted", terms(Ledgers.MEMORANDUM, "contracted", "PLANS_CONTRACTED"))
                    .put("procurement.filed", terms(Ledgers.MEMORANDUM, "filed", "PLANS_FILED"))
                    .put("procurement.contract-rest", terms(Ledgers.MEMORANDUM, "left to pay", "CONTRACT_RESTS"))
                    .put("procurement.contract-applied", terms(Ledgers.MEMORANDUM, "applied for", "CONTRACT_APPLIED"))
                    .put("procurement.contract-paid", terms(Ledgers.MEMORANDUM, "paid", "CONTRACT_PAID"))
                    .put("procurement.contract-payable", terms(Ledgers.MEMORANDUM, "payable", "CONTRACT_PAYABLE"))
                    .put(
                            "procurement.reserved",
                            terms(Ledgers.MEMORANDUM, "reserved for contracts", "RESERVED_FOR_CONTRACTS"))
                    .put(
                            "allotment.reserved",
                            terms(Ledgers.MEMORANDUM, "reserved for contracts", "RESERVED_FOR_CONTRACTS"))
                    .put(
                            "carry-over.reserved",
                            terms(Ledgers.MEMORANDUM, "reserved for contracts", "RESERVED_FOR_CONTRACTS"))
                    .put("project.contracted", contracted())
                    .put("agency.contracted", contracted())
                    .buildOrThrow();

    private ProcurementRows() {}

    private static CaseTable<ImmutableList<String>> refunded() {
        return CaseTable.of(
                "memorandum",
                ImmutableList.of(
                        row(ImmutableList.of("M-45 reserve", "M-41 refund", "M-47 payable again"), Return.RESERVED),
                        row(ImmutableList.of("M-41 refund", "M-47 payable again"), Return.UNRESERVED),
                        row(ImmutableList.of("M-41 refund after end"), Return.ENDED)),
                Return.class);
    }

    private static ImmutableList<Measure.Term> contracted() {
        return ImmutableList.<Measure.Term>builder()
                .addAll(terms(Ledgers.MEMORANDUM, "planned", "PLAN_RESTS"))
                .addAll(terms(Ledgers.MEMORANDUM, "left to pay", "CONTRACT_RESTS"))
                .addAll(terms(Ledgers.MEMORANDUM, "applied for", "CONTRACT_APPLIED"))
                .build();
    }

    private static String name(PostingKey key) {
        return key.name();
    }

    private static PostingRule memorandum(String id, RuleLine... lines) {
        return rule(id, Ledgers.MEMORANDUM, Basis.CONTROL, OWN, lines);
    }
}
