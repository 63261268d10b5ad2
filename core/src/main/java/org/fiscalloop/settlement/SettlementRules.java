package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of money between levels in force: the tables of the lives, who reviews, controls, limits, what kinds are sent. */
@Value.Immutable
public interface SettlementRules {
    /** Where the ways come from by which money is sent between levels. */
    Source WAYS =
            Source.uncertain("财库〔2022〕41号 《财政总会计制度》: money is sent ahead of the settlement through 与下级往来 and 调拨下级, or"
                    + " directly as 补助支出; which of the two a place uses is its own");

    /** Where the code of the centre comes from. */
    Source CENTRE = Source.uncertain(
            "GB/T 2260 has 100000 for the country; that MOF_DIV_CODE calls the centre so is not confirmed");

    /** Where the limit on what is sent comes from. */
    Source CASH = Source.certain("《中国人民银行法》 art. 29: 不得对政府财政透支; a place whose revenue is booked elsewhere warns");

    /** Where it comes from that more may be settled than was sent. */
    Source OWED =
            Source.uncertain("与下级往来 and 与上级往来 may stand on the other side: what is settled and was not sent is owed");

    /** The table of the life of money that is sent. */
    @Value.Default
    default Lifecycle<CashTransfer.State, CashTransfer.Action> sendingLifecycle() {
        return CashTransfer.LIFECYCLE;
    }

    /** The table of the life of money that has come. */
    @Value.Default
    default Lifecycle<ReceivedCash.State, ReceivedCash.Action> receivingLifecycle() {
        return ReceivedCash.LIFECYCLE;
    }

    /** The table of the life of a settlement. */
    @Value.Default
    default Lifecycle<Settlement.State, Settlement.Action> settlementLifecycle() {
        return Settlement.LIFECYCLE;
    }

    /** The table of the life of a settlement of the level above. */
    @Value.Default
    default Lifecycle<ReceivedSettlement.State, ReceivedSettlement.Action> confirmingLifecycle() {
        return ReceivedSettlement.LIFECYCLE;
    }

    /** The posts through which the reviews pass; nationally one each. */
    @Value.Default
    default ReviewChains reviews() {
        return SettlementReasons.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What money between levels is limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return SettlementReasons.LIMITS;
    }

    /** What kinds of money the division sends (资金拨付方式): one that settles without suspense has no advances. Never empty. */
    @Value.Default
    default ImmutableSet<CashTerms.Kind> kinds() {
        return ImmutableSet.copyOf(CashTerms.Kind.values());
    }

    /** The division that stands above every other, without being its parent in the tables (中央), 9 digits. */
    @Value.Default
    default String centre() {
        return "100000000";
    }

    /** The controls of money that is sent, with the severities in force. */
    @Value.Derived
    default ControlTable<CashTransfer.Action, SettlementControls.OfMoney> sendingControls() {
        return SettlementControls.SENDING.withSeverities(of(SettlementControls.SENDING.reasons()));
    }

    /** The controls of settlements, with the severities in force. */
    @Value.Derived
    default ControlTable<Settlement.Action, SettlementControls.OfMoney> settlementControls() {
        return SettlementControls.SETTLING.withSeverities(of(SettlementControls.SETTLING.reasons()));
    }

    /** The controls of settlements of the level above; all of them are statutory. */
    default ControlTable<ReceivedSettlement.Action, SettlementControls.OfMoney> confirmingControls() {
        return SettlementControls.CONFIRMING;
    }

    /** A severity must be that of a control, and something must be sent. */
    @Value.Check
    default void check() {
        for (String code : severities().keySet()) {
            if (SettlementFlow.CONTROLS.find(code).isEmpty()) {
                throw new IllegalArgumentException("no control of money between levels has code " + code);
            }
        }
        if (kinds().isEmpty()) {
            throw new IllegalArgumentException("a division sends money of some kind");
        }
    }

    private ImmutableMap<String, Severity> of(Reasons reasons) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(severities(), code -> reasons.find(code).isPresent()));
    }
}
