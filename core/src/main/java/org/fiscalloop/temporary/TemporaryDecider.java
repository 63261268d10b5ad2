package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.temporary.CeilingTerms.Worked;
import org.fiscalloop.temporary.TemporaryCommands.ChangeTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;
import org.fiscalloop.temporary.TemporaryCommands.CreateTemporary;
import org.fiscalloop.temporary.TemporaryCommands.ReviseTemporary;
import org.fiscalloop.temporary.TemporaryCommands.SetTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryCeilingSet;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryDisbursed;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryFilledIn;
import org.fiscalloop.temporary.TemporaryEvents.TemporarySettled;
import org.fiscalloop.temporary.TemporaryTerms.Settlement;

/** What happens when something is asked of a temporary payment or of the ceiling, or why it does not. */
final class TemporaryDecider {
    private TemporaryDecider() {}

    // ---- payments ---------------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> create(CreateTemporary body, Case c) {
        return filledIn(body.terms(), TemporaryAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseTemporary body, Case c) {
        return filledIn(body.terms(), TemporaryAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(TemporaryTerms terms, TemporaryAction action, Case c) {
        return examine(terms, action, c)
                .decide(() -> ImmutableList.of(Happening.of(new TemporaryFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        return examine(c.document(TemporaryPayment.class).terms(), TemporaryAction.SUBMIT, c)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** Whoever passes the last post takes room of the ceiling. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        TemporaryPayment payment = c.document(TemporaryPayment.class);
        boolean isLast = c.move().to().equals(TemporaryState.APPROVED.name());
        return examine(payment.terms(), TemporaryAction.APPROVE, c)
                .decide(() -> ImmutableList.of(new Happening(
                        new Moved(c.move()),
                        isLast
                                ? ImmutableList.of(
                                        Posting.of(TemporaryPostings.APPROVED, fen(payment), block(payment, c)))
                                : ImmutableList.of())));
    }

    static Decision<ImmutableList<Happening>> giveUp(Act act, Case c) {
        TemporaryPayment payment = c.document(TemporaryPayment.class);
        ImmutableList<Posting> postings = payment.state() == TemporaryState.APPROVED
                ? ImmutableList.<Posting>builder()
                        .add(Posting.of(TemporaryPostings.GIVEN_UP, fen(payment), block(payment, c)))
                        .addAll(TemporaryPostings.excessLowered(
                                fen(payment), payment.division(), c.input().fiscalYear(), c))
                        .build()
                : ImmutableList.of();
        return Decision.accepted(ImmutableList.of(new Happening(new Moved(c.move()), postings)));
    }

    private static long fen(TemporaryPayment payment) {
        return Fen.of(payment.terms().amount());
    }

    private static Segments block(TemporaryPayment payment, Case c) {
        return TemporaryPostings.block(
                TemporaryPayment.id(payment.id().value()),
                payment.terms(),
                c.input().fiscalYear());
    }

    private static Findings examine(TemporaryTerms terms, TemporaryAction action, Case c) {
        return c.rules(TemporaryFlow.RULES)
                .paymentControls()
                .examine(action, new TemporaryControls.OfPayment(terms, c));
    }

    /** The last part moves the payment on; whether there is so much left is for the limit to say. */
    static Decision<ImmutableList<Happening>> charge(ChargeTemporary body, Case c) {
        TemporaryPayment payment = c.document(TemporaryPayment.class);
        ChargeControls.OfCharge charge = new ChargeControls.OfCharge(payment, body, c);
        boolean isLast = Fen.of(body.amount()) == payment.terms().restFen();
        return c.rules(TemporaryFlow.RULES)
                .chargeControls()
                .examine(TemporaryAction.CHARGE, charge)
                .decide(() -> charge.allotment()
                        .orElseThrow(() -> new IllegalStateException("charged to no allotment: " + body)))
                .flatMap(allotment -> (isLast
                                ? c.move(payment, TemporaryAction.CHARGE_LAST)
                                : Decision.accepted(c.move()))
                        .map(move -> ImmutableList.of(new Happening(
                                new TemporarySettled(
                                        move,
                                        new Settlement(
                                                body.documentNo(),
                                                c.on(),
                                                body.amount(),
                                                Optional.of(body.allotment()))),
                                charged(payment, allotment, Fen.of(body.amount()), c)))));
    }

    private static ImmutableList<Posting> charged(TemporaryPayment payment, Allotment allotment, long fen, Case c) {
        TemporaryTerms terms = payment.terms();
        int year = c.input().fiscalYear();
        TreasuryCodes codes = c.rules(TreasuryCodes.KEY);
        Segments used = TemporaryPostings.block(allotment, c);
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(Posting.of(
                TemporaryPostings.CHARGED,
                ImmutableList.of(
                        terms.kind(),
                        TemporaryPostings.paidIn(terms, year),
                        codes.book(terms.fund()),
                        codes.treasuryExpenses()
                                .find(allotment.terms().elements().governmentEconomic())
                                .orElseThrow(() -> new IllegalStateException("no expense of " + allotment))),
                fen,
                block(payment, c),
                used));
        if (terms.kind() != TemporaryTerms.Kind.LOWER_LEVEL) {
            Project project = c.find(Project.id(allotment.terms().elements().project()))
                    .orElseThrow(() -> new IllegalStateException("the project of " + allotment + " is gone"));
            postings.add(Posting.of(
                    TemporaryPostings.RECOGNISED,
                    ImmutableList.of(c.rules(ProjectFlow.RULES)
                            .spendingKind(project.terms().category())),
                    fen,
                    used));
        }
        return postings.addAll(TemporaryPostings.excessLowered(fen, payment.division(), year, c))
                .build();
    }

    // ---- the ceiling ------------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> setCeiling(SetTemporaryCeiling body, Case c) {
        return limited(body.terms(), TemporaryCeiling.Action.SET, c);
    }

    static Decision<ImmutableList<Happening>> changeCeiling(ChangeTemporaryCeiling body, Case c) {
        CeilingTerms terms = ImmutableCeilingTerms.builder()
                .from(c.document(TemporaryCeiling.class).terms())
                .generalExpenditure(body.generalExpenditure())
                .fundExpenditure(body.fundExpenditure())
                .documentNo(body.documentNo())
                .worked(Optional.empty())
                .build();
        return limited(terms, TemporaryCeiling.Action.CHANGE, c);
    }

    /**
     * How much may be out becomes what the rules make of the expenditure, whatever it was. What is approved or out already
     * above it is kept apart as excess: it is not refused, but only once it is cleared there is room for more.
     */
    private static Decision<ImmutableList<Happening>> limited(
            CeilingTerms terms, TemporaryCeiling.Action action, Case c) {
        TemporaryRules rules = c.rules(TemporaryFlow.RULES);
        return rules.ceilingControls()
                .examine(action, new CeilingControls.OfCeiling(terms, c))
                .decide(() -> {
                    TemporaryRules.CeilingRule rule = rules.ceiling();
                    Segments block = TemporaryPostings.block(terms.division(), terms.fiscalYear());
                    long room = Fen.share(terms.expenditureFen(), rule.perTenThousand());
                    long used = Fen.add(
                            c.balance(TemporaryMeasure.APPROVED, block),
                            c.balance(TemporaryMeasure.OUTSTANDING, block));
                    ImmutableList<Posting> postings = ImmutableList.<Posting>builder()
                            .addAll(becomes(
                                    room,
                                    c.balance(TemporaryMeasure.CEILING, block),
                                    TemporaryPostings.CEILING_RAISED,
                                    TemporaryPostings.CEILING_LOWERED,
                                    block))
                            .addAll(becomes(
                                    Math.max(0, Fen.subtract(used, room)),
                                    c.balance(TemporaryMeasure.EXCESS, block),
                                    TemporaryPostings.EXCESS_RAISED,
                                    TemporaryPostings.EXCESS_LOWERED,
                                    block))
                            .build();
                    CeilingTerms worked = ImmutableCeilingTerms.builder()
                            .from(terms)
                            .worked(new Worked(rule.base(), rule.perTenThousand(), Fen.money(room)))
                            .build();
                    return ImmutableList.of(new Happening(new TemporaryCeilingSet(c.move(), worked), postings));
                });
    }

    private static ImmutableList<Posting> becomes(
            long after, long before, PostingKey raised, PostingKey lowered, Segments block) {
        return after == before
                ? ImmutableList.of()
                : ImmutableList.of(
                        Posting.of(after > before ? raised : lowered, Math.abs(Fen.subtract(after, before)), block));
    }

    // ---- what events say --------------------------------------------------------------------------------------------

    static Terms evolve(TemporaryCeilingSet event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(TemporaryFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(TemporaryDisbursed event, Move move, Optional<Terms> before) {
        return ImmutableTemporaryTerms.builder()
                .from(terms(before, move))
                .paidOut(event.paidOut())
                .build();
    }

    static Terms evolve(TemporarySettled event, Move move, Optional<Terms> before) {
        return ImmutableTemporaryTerms.builder()
                .from(terms(before, move))
                .addSettlements(event.settlement())
                .build();
    }

    private static TemporaryTerms terms(Optional<Terms> before, Move move) {
        return (TemporaryTerms)
                before.orElseThrow(() -> new IllegalStateException("no temporary payment was applied for: " + move));
    }
}
