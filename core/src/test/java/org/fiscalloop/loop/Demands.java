package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.bankcollection.AgreementAction;
import org.fiscalloop.bankcollection.AgreementTerms;
import org.fiscalloop.bankcollection.AgreementTerms.Account;
import org.fiscalloop.bankcollection.BankCollectionCommands.CreateAgreement;
import org.fiscalloop.bankcollection.BankCollectionMeasure;
import org.fiscalloop.bankcollection.BankCollectionNotices.CollectionDemanded;
import org.fiscalloop.bankcollection.CollectionAgreement;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.bankcollection.ImmutableAgreementTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;

/** Agreements and demands of banks in a {@link World}, and the payments that name them. */
final class Demands {
    static final Account PAYEE = new Account(World.PAYEE.name(), World.PAYEE.account(), World.PAYEE.bank());
    static final Account ANOTHER = new Account("其他公司", "62220009", "商业银行");

    private Demands() {}

    /** An agreement that an agency pays power by its zero-balance account. */
    static ImmutableAgreementTerms agreement(String agency, LocalDate from) {
        return ImmutableAgreementTerms.builder()
                .division(DIVISION)
                .agency(agency)
                .fiscalYear(YEAR)
                .kind("2")
                .payerAccount("Z" + agency)
                .payee(PAYEE)
                .bank("商业银行")
                .firstDay(from)
                .build();
    }

    /** An agreement in force. */
    static Id<CollectionAgreement> inForce(World world, String id, AgreementTerms terms) {
        Id<CollectionAgreement> agreement = CollectionAgreement.id(id);
        done(world.ask("clerk" + terms.agency(), new CreateAgreement(agreement, terms)));
        done(world.act("clerk" + terms.agency(), agreement, AgreementAction.SUBMIT));
        done(world.act("head" + terms.agency(), agreement, AgreementAction.APPROVE));
        return agreement;
    }

    static CollectionDemanded demanded(
            String number, Id<CollectionAgreement> agreement, String agency, LocalDate on, long fen, Account payee) {
        return new CollectionDemanded(
                CollectionDemand.number(number),
                agreement,
                "Z" + agency,
                payee,
                Fen.money(fen),
                on,
                Optional.empty(),
                "3月电费");
    }

    /** The id of what the bank of the world has raised under a number. */
    static Id<CollectionDemand> id(String number) {
        return CollectionDemand.id(DIVISION, "bank", number);
    }

    /** The terms of a payment that names a demand. */
    static ImmutablePaymentTerms terms(DoorFixtures.Room room, String number, long fen) {
        return World.paymentTerms(room.allotment(), room.elements(), fen).withDemand(id(number));
    }

    /** A balance of a demand. */
    static long balance(World world, BankCollectionMeasure measure, String number) {
        return world.loop()
                .balance(
                        measure,
                        Dimensions.of(Dimensions.DOCUMENT, id(number).value()),
                        world.loop().rules().all().get(0));
    }
}
