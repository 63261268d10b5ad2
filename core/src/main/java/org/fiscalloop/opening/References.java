package org.fiscalloop.opening;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fiscalloop.access.Actor;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.asset.AssetCard;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.correction.CorrectionTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.transfer.ReceivedTransfer;
import org.fiscalloop.transfer.Transfer;
import org.fiscalloop.virement.Virement;
import org.fiscalloop.virement.VirementTerms;

/** What the documents of an opening name: each document that one of them stands on. */
final class References {
    record Named(Name item, Id<?> named) {
        Named(Id<?> item, Id<?> named) {
            this(Name.of(item), named);
        }
    }

    private References() {}

    /** Adds what the documents of an opening name. */
    static void documents(Opened opened, Set<Named> named) {
        String division = opened.terms().division();
        for (Agency agency : opened.documents(Agency.KIND)) {
            agency.terms()
                    .parent()
                    .ifPresent(parent -> named.add(new Named(agency.id(), Agency.id(division, parent.value()))));
        }
        for (BankAccount account : opened.documents(BankAccount.KIND)) {
            agency(account.id(), account.agency(), opened, named);
        }
        for (Actor actor : opened.documents(Actor.KIND)) {
            agency(actor.id(), actor.agency(), opened, named);
            actor.terms().grants().forEach(grant -> agency(actor.id(), grant.agency(), opened, named));
        }
        for (Project project : opened.documents(Project.KIND)) {
            agency(project.id(), project.agency(), opened, named);
            project.terms().parent().ifPresent(parent -> named.add(new Named(project.id(), Project.id(parent))));
        }
        for (BudgetLine line : opened.documents(BudgetLine.KIND)) {
            agency(line.id(), line.agency(), opened, named);
            named.add(new Named(line.id(), Project.id(line.terms().elements().project())));
        }
        for (Allotment allotment : opened.documents(Allotment.KIND)) {
            agency(allotment.id(), allotment.agency(), opened, named);
            named.add(new Named(allotment.id(), allotment.terms().line()));
            Stream.of(allotment.terms().parent(), allotment.terms().carriedFrom())
                    .flatMap(Optional::stream)
                    .forEach(origin -> named.add(new Named(allotment.id(), origin)));
        }
        for (Virement virement : opened.documents(Virement.KIND)) {
            agency(virement.id(), virement.agency(), opened, named);
            for (VirementTerms.Line line : virement.terms().lines()) {
                Stream.of(line.from(), line.to()).forEach(id -> named.add(new Named(virement.id(), id)));
            }
        }
        for (CashPlan plan : opened.documents(CashPlan.KIND)) {
            agency(plan.id(), plan.agency(), opened, named);
            named.add(new Named(plan.id(), plan.terms().allotment()));
        }
        opened.documents(Transfer.KIND)
                .forEach(out -> named.add(new Named(out.id(), out.terms().source())));
        opened.documents(ReceivedTransfer.KIND)
                .forEach(in -> in.terms().parts().forEach(part -> named.add(new Named(in.id(), part.allotment()))));
        for (ProcurementPlan plan : opened.documents(ProcurementPlan.KIND)) {
            named.add(new Named(plan.id(), plan.terms().line()));
        }
        for (Contract contract : opened.documents(Contract.KIND)) {
            contract.terms().named().forEach(id -> named.add(new Named(contract.id(), id)));
        }
        for (PayeeList list : opened.documents(PayeeList.KIND)) {
            agency(list.id(), list.agency(), opened, named);
            list.terms().origins().forEach(origin -> named.add(new Named(list.id(), origin.list())));
        }
        for (PaymentRequest request : opened.documents(PaymentRequest.KIND)) {
            named.add(new Named(request.id(), request.terms().allotment()));
            request.heldBy().ifPresent(alert -> named.add(new Named(request.id(), alert)));
            request.terms().payees().ifPresent(list -> named.add(new Named(request.id(), list)));
            if (request.state() != PaymentState.DRAFT && request.state() != PaymentState.VOIDED) {
                named.add(new Named(
                        request.id(), BankAccount.id(division, request.terms().payerAccount())));
            }
        }
        for (Alert alert : opened.documents(Alert.KIND)) {
            agency(alert.id(), alert.agency(), opened, named);
            String number = alert.terms().number();
            named.add(new Named(
                    alert.id(),
                    alert.terms().moment() == Moment.SUBMIT ? PaymentRequest.id(number) : PaymentVoucher.id(number)));
        }
        LevelIdentities.names(opened, (document, other) -> named.add(new Named(document, other)));
        HoldingIdentities.names(opened, (document, other) -> named.add(new Named(document, other)));
        opened.documents(AssetCard.KIND).forEach(card -> agency(card.id(), card.agency(), opened, named));
        opened.documents(TemporaryPayment.KIND).forEach(out -> agency(out.id(), out.agency(), opened, named));
        for (PaymentVoucher voucher : opened.documents(PaymentVoucher.KIND)) {
            voucher.terms().parts().forEach(part -> {
                named.add(new Named(voucher.id(), part.line().request()));
                named.add(new Named(voucher.id(), part.line().allotment()));
                if (!part.correction().isEmpty()) {
                    named.add(new Named(voucher.id(), Correction.id(part.correction())));
                }
            });
        }
        for (Correction correction : opened.documents(Correction.KIND)) {
            CorrectionTerms terms = correction.terms();
            Stream.of(terms.voucher(), terms.request(), terms.allotment())
                    .forEach(id -> named.add(new Named(correction.id(), id)));
            terms.earlier().ifPresent(earlier -> named.add(new Named(correction.id(), earlier)));
        }
    }

    private static void agency(Id<?> document, String agency, Opened opened, Set<Named> named) {
        if (!agency.isEmpty()) {
            named.add(new Named(document, Agency.id(opened.terms().division(), agency)));
        }
    }
}
