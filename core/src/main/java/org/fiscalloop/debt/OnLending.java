package org.fiscalloop.debt;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Event.Message;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.masterdata.Division;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.YearControl;

/** What a province has lent on of a bond to a division below it (债券转贷). */
public final class OnLending extends FlowDocument<OnLendingTerms, OnLending.State> {
    /** The kind of document; the value of an id is the host's number of it. */
    public static final DocumentKind<OnLending> KIND = new DocumentKind<>("on-lending", OnLending.class);

    /** The nation's table of its life. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.LEND, State.LENT, DebtDuty.ENTRY, "of a bond that was received")
            .move(State.LENT, Action.RESEND, State.LENT, DebtDuty.ENTRY, "the borrower could make nothing of what came")
            .move(State.LENT, Action.ACKNOWLEDGE, State.LENT, DebtDuty.TREASURY, "the borrower tells that it arrived")
            .move(State.LENT, Action.RETURN_PART, State.LENT, DebtDuty.TREASURY, "by notice of the treasury")
            .move(State.LENT, Action.RETURN, State.RETURNED, DebtDuty.TREASURY, "the last of the principal")
            .afterEnd(State.RETURNED, Action.RETURN_PART, State.RETURNED, DebtDuty.TREASURY, "interest that comes late")
            .afterEnd(
                    State.RETURNED,
                    Action.RESEND,
                    State.RETURNED,
                    DebtDuty.ENTRY,
                    "what came back is booked late there")
            .afterEnd(State.RETURNED, Action.ACKNOWLEDGE, State.RETURNED, DebtDuty.TREASURY, "told late")
            .told(Action.ACKNOWLEDGE, Action.RETURN_PART, Action.RETURN)
            .end(State.RETURNED)
            .build();

    /** Where an on-lending stands. */
    public enum State {
        /** 已转贷. */
        LENT,
        /** 已收回: all its principal has come back. */
        RETURNED
    }

    /** What is done with an on-lending. */
    public enum Action {
        /** 转贷. */
        LEND,
        /** 重新发送: send it under a new number, where the borrower could make nothing of what came. */
        RESEND,
        /** 接收确认: the borrower tells that it arrived. */
        ACKNOWLEDGE,
        /** 收回部分: some principal, or interest, has come back. */
        RETURN_PART,
        /** 收回: the last of the principal has come back. */
        RETURN
    }

    OnLending(Id<OnLending> id, OnLendingTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the on-lending with this number. */
    public static Id<OnLending> id(String number) {
        return new Id<>(KIND, number);
    }

    /** Whether the borrower has not told yet that it arrived. */
    public boolean isOnItsWay() {
        return trail().actorsOf(Action.ACKNOWLEDGE.name()).isEmpty();
    }

    /** The day on which it was lent. */
    LocalDate lentOn() {
        return trail().steps().get(0).on();
    }

    /** The numbers of the messages by which it has left: by the first it was lent, by the others sent again. */
    ImmutableList<InputId> sent() {
        ImmutableList.Builder<InputId> numbers = ImmutableList.builder();
        int version = 0;
        for (TrailStep step : trail().steps()) {
            version++;
            if (step.action().equals(Action.LEND.name()) || step.action().equals(Action.RESEND.name())) {
                numbers.add(Message.number(division(), id(), version, 0));
            }
        }
        return numbers.build();
    }

    /** The controls of on-lendings, each a small pure function with its code. */
    static final class Checks {
        private static final Source LENDING =
                Source.certain("《预算法实施条例》 (2020) art. 45: 转贷 by the province to cities and counties");

        /** What the controls of an on-lending look at. */
        record OfLending(OnLendingTerms terms, Case facts) {
            Optional<Debt> bond() {
                return facts.find(terms.bond()).filter(bond -> bond.division().equals(terms.division()));
            }
        }

        static final Control<OfLending> LENT_NOTHING = Control.statutory(
                new Reason(
                        "debt.lent-nothing",
                        "Nothing is lent on",
                        "转贷金额须大于零",
                        "of {document} {asked} is to be lent on, which is not above zero",
                        "债券 {document} 转贷 {asked} 须大于零",
                        Source.own("an on-lending of nothing is none")),
                l -> l.terms().amount().isPositive()
                        ? holds()
                        : violated(Facts.of("document", text(l.terms().bond().value()))
                                .and("asked", amount(Fen.of(l.terms().amount())))));

        static final Control<OfLending> RETURNED_BY_HAND = Control.statutory(
                new Reason(
                        "debt.returned-by-hand",
                        "What comes back is not filled in",
                        "收回转贷信息不得录入",
                        "the on-lending is filled in with {given}, which comes by notice",
                        "转贷录入了 {given}; 该信息由通知生成",
                        Source.own("what has happened elsewhere comes by notice")),
                l -> l.terms().returns().isEmpty() ? holds() : violated(Facts.of("given", text("returns", "收回"))));

        static final Control<OfLending> NOT_LENDABLE = Control.statutory(
                new Reason(
                        "debt.not-lendable",
                        "It is no bond that can be lent on",
                        "债券不可转贷",
                        "{document} is {state}; lent on is a bond of the division that is {allowed}",
                        "债券 {document} 处于 {state}; 可转贷的为本区划 {allowed} 的债券",
                        LENDING),
                Checks::lendable);

        static final Control<OfLending> NOT_BELOW = Control.statutory(
                new Reason(
                        "debt.borrower-not-below",
                        "The borrower does not stand below the division",
                        "转贷对象不是下级区划",
                        "{borrower} does not stand below {division}, or issues bonds itself",
                        "{borrower} 不是 {division} 的下级区划, 或自行发行债券",
                        LENDING),
                Checks::below);

        static final Control<OfLending> REFINANCES_OTHERWISE = Control.statutory(
                DebtControls.OTHERWISE,
                l -> l.bond()
                        .map(bond -> DebtControls.refinancesWhole(
                                bond.terms(), l.terms().refinances(), l.terms().amount()))
                        .orElse(holds()));

        static final Control<OfLending> OUTSIDE_YEAR = YearControl.within(
                "debt", l -> l.facts().on(), l -> l.facts().input().fiscalYear());

        static final Control<OfLending> ARRIVED = Control.statutory(
                new Reason(
                        "debt.arrived-already",
                        "What was lent on has arrived",
                        "转贷款已到达",
                        "{borrower} has told that {document} arrived; it is not sent again",
                        "{borrower} 已确认收到转贷 {document}; 不再重新发送",
                        Source.own("a message is sent until it is acknowledged")),
                l -> l.facts().document(OnLending.class).isOnItsWay()
                        ? holds()
                        : violated(Facts.of("borrower", text(l.terms().borrower()))
                                .and(
                                        "document",
                                        text(l.facts()
                                                .document(OnLending.class)
                                                .id()
                                                .value()))));

        static final ControlTable<Action, OfLending> TABLE = new ControlTable<>(ImmutableMap.of(
                Action.LEND,
                Controls.of(
                        OUTSIDE_YEAR, LENT_NOTHING, RETURNED_BY_HAND, NOT_LENDABLE, NOT_BELOW, REFINANCES_OTHERWISE),
                Action.RESEND,
                Controls.of(ARRIVED)));

        private Checks() {}

        private static ImmutableList<ImmutableMap<String, Fact>> lendable(OfLending l) {
            Optional<Debt> bond = l.bond();
            return bond.filter(found -> found.isOutstanding()
                                    && found.terms().lender().isEmpty())
                            .isPresent()
                    ? holds()
                    : violated(Facts.of("document", text(l.terms().bond().value()))
                            .and(
                                    "state",
                                    text(bond.map(found -> found.state().name()).orElse("UNKNOWN")))
                            .and(Refusal.ALLOWED, texts(ImmutableList.of(DebtState.OUTSTANDING.name()))));
        }

        private static ImmutableList<ImmutableMap<String, Fact>> below(OfLending l) {
            ImmutableList<Division> up = DebtControls.ancestry(l.terms().borrower(), l.facts());
            boolean isBelow = up.stream()
                    .skip(1)
                    .anyMatch(above -> above.code().value().equals(l.terms().division()));
            boolean issues = up.stream().limit(1).anyMatch(Division::issuesBonds);
            return isBelow && !issues
                    ? holds()
                    : violated(Facts.of("borrower", text(l.terms().borrower()))
                            .and("division", text(l.terms().division())));
        }
    }
}
