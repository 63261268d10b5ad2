package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.bankcollection.AgreementControls.Agreeing;
import org.fiscalloop.bankcollection.AgreementControls.Ending;
import org.fiscalloop.bankcollection.BankCollectionCommands.EndAgreement;
import org.fiscalloop.bankcollection.BankCollectionCommands.Filling;
import org.fiscalloop.bankcollection.BankCollectionCommands.RefuseDemand;
import org.fiscalloop.bankcollection.BankCollectionEvents.AgreementChanged;
import org.fiscalloop.bankcollection.BankCollectionEvents.DemandChanged;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;

/** What happens to agreements and demands when something is asked of them, or why it does not. */
final class BankCollectionDecider {
    private BankCollectionDecider() {}

    static Decision<ImmutableList<Happening>> create(Filling body, Case c) {
        return filledIn(body, AgreementAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(Filling body, Case c) {
        return filledIn(body, AgreementAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(Filling body, AgreementAction action, Case c) {
        return examine(body.terms(), action, c)
                .decide(() -> ImmutableList.of(Happening.of(new AgreementChanged(c.move(), body.terms()))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        return moved(AgreementAction.SUBMIT, c);
    }

    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        return moved(AgreementAction.APPROVE, c);
    }

    private static Decision<ImmutableList<Happening>> moved(AgreementAction action, Case c) {
        return examine(agreement(c), action, c).decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    private static Findings examine(AgreementTerms terms, AgreementAction action, Case c) {
        return c.rules(BankCollectionFlow.RULES).agreementControls().examine(action, new Agreeing(terms, c));
    }

    static Decision<ImmutableList<Happening>> end(EndAgreement body, Case c) {
        AgreementTerms terms = agreement(c);
        return AgreementControls.ENDINGS
                .examine(AgreementAction.END, new Ending(terms, body.lastDay()))
                .decide(() -> ImmutableList.of(Happening.of(new AgreementChanged(
                        c.move(), ImmutableAgreementTerms.copyOf(terms).withLastDay(body.lastDay())))));
    }

    /** A demand that a live request names is not free to be refused: the gate says so. */
    static Decision<ImmutableList<Happening>> refuse(RefuseDemand body, Case c) {
        CollectionDemand demand = c.document(CollectionDemand.class);
        return c.rules(BankCollectionFlow.RULES)
                .demandControls()
                .examine(DemandAction.REFUSE, body.reason())
                .decide(() -> ImmutableList.of(Happening.of(
                        new DemandChanged(
                                c.move(),
                                ImmutableDemandTerms.copyOf(demand.terms()).withRefusal(body.reason())),
                        Posting.of(
                                BankCollectionPostings.REFUSED, demand.terms().fen(), demand.segments()))));
    }

    private static AgreementTerms agreement(Case c) {
        return c.document(CollectionAgreement.class).terms();
    }
}
