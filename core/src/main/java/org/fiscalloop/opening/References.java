package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiscalloop.access.Actor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.asset.Depreciation;
import org.fiscalloop.bankcollection.AgreementState;
import org.fiscalloop.bankcollection.CollectionAgreement;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms.Carried;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.collection.RevenueRefund;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.debt.Debt;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.OnLending;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.payees.PayeeDetail.Origin;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms.Part;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.PlanTerms.Award;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.settlement.CashTransfer;
import org.fiscalloop.settlement.Settlement;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms;
import org.fiscalloop.transfer.ReceivedTransfer;
import org.fiscalloop.transfer.Transfer;
import org.fiscalloop.virement.Virement;

/** What the documents of an opening name: each document that one of them stands on. */
final class References {
    record Named(Name item, Id<?> named) {
        Named(Id<?> item, Id<?> named) {
            this(Name.of(item), named);
        }
    }

    /** What the documents of one kind name beside their agency. */
    private record Naming<D extends FlowDocument<?, ?>>(
            DocumentKind<D> kind, Function<D, Stream<? extends Id<?>>> names) {
        void add(Opened opened, Set<Named> named) {
            opened.documents(kind)
                    .forEach(document ->
                            names.apply(document).forEach(name -> named.add(new Named(document.id(), name))));
        }
    }

    private static final ImmutableList<Naming<?>> KINDS = ImmutableList.of(
            new Naming<>(
                    Agency.KIND,
                    agency -> agency.terms().parent().stream()
                            .map(parent -> Agency.id(agency.division(), parent.value()))),
            new Naming<>(Actor.KIND, References::granted),
            new Naming<>(Project.KIND, project -> project.terms().parent().map(Project::id).stream()),
            new Naming<>(BudgetLine.KIND, References::ofLine),
            new Naming<>(Allotment.KIND, References::ofAllotment),
            new Naming<>(
                    Virement.KIND,
                    virement -> virement.terms().lines().stream().flatMap(line -> Stream.of(line.from(), line.to()))),
            new Naming<>(CashPlan.KIND, plan -> Stream.of(plan.terms().allotment())),
            new Naming<>(Transfer.KIND, out -> Stream.of(out.terms().source())),
            new Naming<>(
                    ReceivedTransfer.KIND,
                    in -> in.terms().parts().stream().flatMap(part -> Stream.of(part.line(), part.allotment()))),
            new Naming<>(CashTransfer.KIND, money -> money.terms().transfers().stream()),
            new Naming<>(Settlement.KIND, year -> year.terms().transfers().stream()),
            new Naming<>(
                    CarryOver.KIND,
                    over -> over.terms().lines().stream()
                            .flatMap(line -> Stream.concat(Stream.of(line.line()), line.allotment().stream()))),
            new Naming<>(ProcurementPlan.KIND, References::ofPlan),
            new Naming<>(Contract.KIND, contract -> contract.terms().named().stream()),
            new Naming<>(PayeeList.KIND, list -> list.terms().origins().stream().map(Origin::list)),
            new Naming<>(CollectionAgreement.KIND, References::ofAgreement),
            new Naming<>(
                    CollectionDemand.KIND, demand -> Stream.of(demand.terms().agreement())),
            new Naming<>(PaymentRequest.KIND, References::ofRequest),
            new Naming<>(
                    PaymentVoucher.KIND,
                    voucher -> voucher.terms().parts().stream().flatMap(References::ofPart)),
            new Naming<>(Correction.KIND, References::ofCorrection),
            new Naming<>(Alert.KIND, alert -> Stream.of(watched(alert))),
            new Naming<>(RevenueRefund.KIND, refund -> refund.terms().bill().stream()),
            new Naming<>(Debt.KIND, debt -> debt.terms().refinances().stream().map(Refinanced::debt)),
            new Naming<>(OnLending.KIND, lending -> Stream.of(lending.terms().bond())),
            new Naming<>(
                    Depreciation.KIND, month -> month.terms().lines().stream().map(Depreciation.Line::card)),
            new Naming<>(
                    TemporaryPayment.KIND,
                    out -> out.terms().settlements().stream()
                            .map(TemporaryTerms.Settlement::allotment)
                            .flatMap(Optional::stream)));

    private References() {}

    /** Adds what the documents of an opening name. */
    static void documents(Opened opened, Set<Named> named) {
        for (Restored whole : opened.terms().documents()) {
            agency(opened.terms().division(), whole.terms().agency())
                    .forEach(agency -> named.add(new Named(whole.id(), agency)));
        }
        KINDS.forEach(kind -> kind.add(opened, named));
    }

    private static Stream<Id<Agency>> agency(String division, String agency) {
        return agency.isEmpty() ? Stream.empty() : Stream.of(Agency.id(division, agency));
    }

    private static Stream<Id<?>> granted(Actor actor) {
        return actor.terms().grants().stream().map(Grant::agency).flatMap(agency -> agency(actor.division(), agency));
    }

    private static Stream<Id<?>> ofLine(BudgetLine line) {
        return Stream.concat(
                Stream.of(Project.id(line.terms().elements().project())),
                line.terms().carried().map(Carried::line).stream());
    }

    private static Stream<Id<?>> ofAllotment(Allotment allotment) {
        return Stream.concat(
                Stream.of(allotment.terms().line()),
                Stream.of(allotment.terms().parent(), allotment.terms().carriedFrom())
                        .flatMap(Optional::stream));
    }

    private static Stream<Id<?>> ofPlan(ProcurementPlan plan) {
        return Stream.concat(
                Stream.of(plan.terms().line()),
                plan.terms().awards().stream().map(Award::contract).flatMap(Optional::stream));
    }

    /** A payer's account is named by what has been in force. */
    private static Stream<Id<?>> ofAgreement(CollectionAgreement agreement) {
        return agreement.state() == AgreementState.IN_FORCE || agreement.state() == AgreementState.ENDED
                ? Stream.of(
                        BankAccount.id(agreement.division(), agreement.terms().payerAccount()))
                : Stream.empty();
    }

    /** A payer's account is named by what has been handed in. */
    private static Stream<Id<?>> ofRequest(PaymentRequest request) {
        boolean isHandedIn = !request.state().isDraft() && request.state() != PaymentState.VOIDED;
        return Stream.of(
                        Stream.of(request.terms().allotment()),
                        request.heldBy().stream(),
                        request.terms().payees().stream(),
                        request.terms().demand().stream(),
                        request.terms().contract().map(Contract::id).stream(),
                        isHandedIn
                                ? Stream.of(BankAccount.id(
                                        request.division(), request.terms().payerAccount()))
                                : Stream.<Id<BankAccount>>empty())
                .flatMap(ids -> ids);
    }

    private static Stream<Id<?>> ofPart(Part part) {
        Stream<Id<?>> paid = Stream.of(part.line().request(), part.line().allotment());
        return part.correction().isEmpty() ? paid : Stream.concat(paid, Stream.of(Correction.id(part.correction())));
    }

    private static Stream<Id<?>> ofCorrection(Correction correction) {
        return Stream.concat(
                Stream.of(
                        correction.terms().voucher(),
                        correction.terms().request(),
                        correction.terms().allotment()),
                correction.terms().earlier().stream());
    }

    private static Id<?> watched(Alert alert) {
        String number = alert.terms().number();
        return alert.terms().moment() == Moment.SUBMIT ? PaymentRequest.id(number) : PaymentVoucher.id(number);
    }
}
