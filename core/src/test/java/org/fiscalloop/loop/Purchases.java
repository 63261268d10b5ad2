package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.fiscalloop.procurement.ContractTerms.SupplierSize;
import org.fiscalloop.procurement.ImmutableContractTerms;
import org.fiscalloop.procurement.ImmutablePlanTerms;
import org.fiscalloop.procurement.PlanTerms;
import org.fiscalloop.procurement.ProcurementCommands.AcceptContract;
import org.fiscalloop.procurement.ProcurementCommands.CreatePlan;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementAwarded;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;

/** What an agency of a {@link World} buys: each step of it, as short as it can be said. */
final class Purchases {
    static final Supplier SUPPLIER =
            new Supplier(World.PAYEE.name(), World.PAYEE.account(), World.PAYEE.bank(), SupplierSize.SMALL);

    final World world;
    final String agency;
    final String clerk;
    final String head;

    Purchases(World world, String agency) {
        this.world = world;
        this.agency = agency;
        this.clerk = "clerk" + agency;
        this.head = "head" + agency;
    }

    /** A coding block that is marked for procurement. */
    static Elements elements(String agency, Id<Project> project) {
        return ImmutableElements.builder()
                .from(World.elements(agency, project))
                .putExtra(Labels.PROCUREMENT, Labels.YES)
                .build();
    }

    static ImmutablePlanTerms planTerms(Id<BudgetLine> line, Elements elements, long fen) {
        return ImmutablePlanTerms.builder()
                .elements(elements)
                .line(line)
                .name("办公设备")
                .item("A02010000")
                .method("1")
                .amount(Fen.money(fen))
                .build();
    }

    /** A plan that is filed. */
    Id<ProcurementPlan> filed(String number, Id<BudgetLine> line, Elements elements, long fen) {
        Id<ProcurementPlan> plan = ProcurementPlan.id(number);
        done(world.ask(clerk, new CreatePlan(plan, planTerms(line, elements, fen))));
        done(world.act(clerk, plan, ProcurementPlan.Action.SUBMIT));
        done(world.act("chief", plan, ProcurementPlan.Action.APPROVE));
        return plan;
    }

    /** A plan in procurement. */
    Id<ProcurementPlan> procuring(String number, Id<BudgetLine> line, Elements elements, long fen) {
        Id<ProcurementPlan> plan = filed(number, line, elements, fen);
        done(world.act(clerk, plan, ProcurementPlan.Action.PROCURE));
        return plan;
    }

    /** The platform tells an award. */
    Outcome award(String number, Id<ProcurementPlan> plan, long fen) {
        return world.tell(
                "award-" + number, new ProcurementAwarded(plan, number, SUPPLIER, Fen.money(fen), "1", world.day()));
    }

    /** The terms of a contract that may be paid by half before it is accepted, and reserves one allotment whole. */
    ImmutableContractTerms contractTerms(Id<ProcurementPlan> plan, String award, Id<Allotment> allotment, long fen) {
        PlanTerms of = world.loop().find(plan).orElseThrow().terms();
        return ImmutableContractTerms.builder()
                .division(of.division())
                .agency(of.agency())
                .fiscalYear(of.fiscalYear())
                .project(of.elements().project())
                .plan(plan)
                .award(award)
                .supplier(SUPPLIER)
                .amount(Fen.money(fen))
                .signedOn(world.day())
                .performanceBond(Fen.money(0))
                .beforeAcceptance(Fen.money(fen / 2))
                .addReservations(new Reservation(allotment, Fen.money(fen)))
                .build();
    }

    /** A contract that is signed on an award of its amount. */
    Id<Contract> signed(String number, Id<ProcurementPlan> plan, Id<Allotment> allotment, long fen) {
        Id<Contract> contract = Contract.id(number);
        done(award("Z-" + number, plan, fen));
        done(world.ask(clerk, new SignContract(contract, contractTerms(plan, "Z-" + number, allotment, fen))));
        return contract;
    }

    /** Finance files it. */
    Outcome file(Id<Contract> contract) {
        done(world.act(clerk, contract, ContractAction.SUBMIT));
        return world.act("chief", contract, ContractAction.APPROVE);
    }

    /** A contract that is being carried out and keeps an allotment for it. */
    Id<Contract> performing(String number, Id<ProcurementPlan> plan, Id<Allotment> allotment, long fen) {
        Id<Contract> contract = signed(number, plan, allotment, fen);
        done(file(contract));
        done(world.act(clerk, contract, ContractAction.PERFORM));
        return contract;
    }

    /** The whole of it is accepted. */
    Outcome accept(Id<Contract> contract, LocalDate deliveredOn) {
        return world.ask(head, new AcceptContract(contract, "Y-" + contract.value(), deliveredOn));
    }

    /** The terms of a payment of a contract. */
    ImmutablePaymentTerms paymentTerms(Id<Contract> contract, Id<Allotment> allotment, long fen) {
        return ImmutablePaymentTerms.copyOf(World.paymentTerms(
                        allotment,
                        world.loop().find(allotment).orElseThrow().terms().elements(),
                        fen))
                .withIsProcurement(true)
                .withContract(contract.value());
    }

    /** A request for a part of a contract, filled in and handed in. */
    Outcome apply(String number, Id<Contract> contract, Id<Allotment> allotment, long fen) {
        Id<PaymentRequest> request = World.request("R" + number);
        done(world.ask(clerk, new CreatePayment(request, paymentTerms(contract, allotment, fen))));
        return world.act(clerk, request, PaymentAction.SUBMIT);
    }

    /** A part of a contract is paid and cleared. */
    Id<PaymentVoucher> pay(String number, Id<Contract> contract, Id<Allotment> allotment, long fen) {
        done(apply(number, contract, allotment, fen));
        Id<PaymentRequest> request = World.request("R" + number);
        done(world.act(head, request, PaymentAction.APPROVE));
        Id<PaymentVoucher> voucher = world.sent("V" + number, agency, ImmutableList.of(request));
        done(world.receipt(voucher, fen));
        done(world.clearing(number, voucher, fen));
        return voucher;
    }

    long balance(Measure measure, Segments at) {
        return world.loop()
                .balance(
                        measure,
                        at,
                        world.loop()
                                .rules()
                                .at(World.DIVISION, World.YEAR, World.DAY)
                                .orElseThrow());
    }

    /** A balance of a plan or a contract. */
    long of(ProcurementMeasure measure, Id<?> document) {
        return balance(measure, Dimensions.of(Dimensions.DOCUMENT, document.value()));
    }

    /** What of an allotment is kept for a contract. */
    long reserved(Id<Allotment> allotment, Id<Contract> contract) {
        return balance(
                ProcurementMeasure.RESERVED,
                Dimensions.of(Dimensions.ALLOTMENT, allotment.value()).with(Dimensions.DOCUMENT, contract.value()));
    }

    /** The codes of why something was refused, or listed. */
    static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.code()).collect(ImmutableList.toImmutableList());
    }

    static Optional<String> text(Outcome outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.text()).findFirst();
    }
}
