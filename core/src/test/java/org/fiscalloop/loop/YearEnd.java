package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherState;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementFailed;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;

/** The end of the year of a small government: what is in flight is finished, what is left given back, and the year closed. */
final class YearEnd {
    static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);

    private final World world;
    private int inputs;

    YearEnd(World world) {
        this.world = world;
    }

    /** Asks on a day, for the year that ends. */
    Outcome ask(String actor, LocalDate on, Body body) {
        return ask(actor, YEAR, on, body);
    }

    Outcome ask(String actor, int year, LocalDate on, Body body) {
        return world.loop().ask(command(actor, year, on, body));
    }

    Command command(String actor, int year, LocalDate on, Body body) {
        return new Command(new InputId("year-end", "y" + inputs++), actor, DIVISION, year, on, body);
    }

    Outcome closeAgency(String agency) {
        return ask("head" + agency, LAST_DAY, new CloseAgencyYear(DIVISION, agency, YEAR));
    }

    Outcome closeDivision() {
        return ask("finance", LAST_DAY, new CloseDivisionYear(DIVISION, YEAR));
    }

    /** Closes the agencies and then the division. */
    void close() {
        Steps.AGENCIES.forEach(agency -> done(closeAgency(agency)));
        done(closeDivision());
    }

    /** Everything of a history that still moves is finished, and what is left is given back. */
    void finish(Naive naive) {
        naive.vouchers.keySet().forEach(voucher -> finish(World.voucher(voucher)));
        naive.requests.values().forEach(this::giveUp);
        completeDrafts();
        naive.contracts.keySet().forEach(contract -> end(Contract.id(contract)));
        naive.plans
                .keySet()
                .forEach(plan -> end(world.loop().find(ProcurementPlan.id(plan)).orElseThrow()));
        ImmutableList.copyOf(naive.allotments.keySet()).reverse().forEach(this::giveBack);
        naive.allotments.keySet().forEach(this::offset);
        naive.lines.keySet().forEach(this::lower);
    }

    private void finish(Id<PaymentVoucher> id) {
        PaymentVoucher voucher = world.loop().find(id).orElseThrow();
        VoucherState state = voucher.state();
        if (state == VoucherState.SENT || state == VoucherState.BANK_ACCEPTED) {
            done(world.receipt(id, voucher.terms().fen()));
        } else if (voucher.terms().receipt().isEmpty() && state != VoucherState.VOIDED) {
            done(world.act("clerk" + voucher.agency(), id, VoucherAction.VOID));
        }
        PaymentVoucher now = world.loop().find(id).orElseThrow();
        if (now.terms().receipt().isPresent() && now.terms().clearing().isEmpty()) {
            done(world.clearing("E" + id.value(), id, now.terms().fen()));
        }
    }

    private void giveUpProxy(Naive.NaiveRequest request) {
        PaymentState state =
                world.loop().find(World.request(request.id)).orElseThrow().state();
        if (state == PaymentState.PROXY_SUBMITTED) {
            done(world.act("chief", World.request(request.id), PaymentAction.RETURN));
        } else if (state == PaymentState.PROXY_APPROVED || state == PaymentState.PROXY_REVIEWED) {
            done(world.act("finance", World.request(request.id), PaymentAction.VOID));
        }
    }

    private void giveUp(Naive.NaiveRequest request) {
        PaymentState state =
                world.loop().find(World.request(request.id)).orElseThrow().state();
        if (request.isProxy) {
            giveUpProxy(request);
        } else if (state == PaymentState.SUBMITTED) {
            done(world.act("head" + request.agency, World.request(request.id), PaymentAction.RETURN));
        } else if (state == PaymentState.UNIT_APPROVED || state == PaymentState.FINANCE_REVIEWED) {
            done(world.act("clerk" + request.agency, World.request(request.id), PaymentAction.VOID));
        }
    }

    private void end(Id<Contract> id) {
        Contract contract = world.loop().find(id).orElseThrow();
        if (contract.state() == ContractState.SUBMITTED) {
            done(world.act("chief", id, ContractAction.RETURN));
        }
        if (contract.state() == ContractState.SUBMITTED || contract.state() == ContractState.SIGNED) {
            done(world.act("clerk" + contract.agency(), id, ContractAction.VOID));
        } else if (contract.isInForce()) {
            done(world.act("clerk" + contract.agency(), id, ContractAction.TERMINATE));
        }
    }

    private void end(ProcurementPlan plan) {
        Id<ProcurementPlan> id = ProcurementPlan.id(plan.id().value());
        boolean isAwarded = plan.terms().awards().stream()
                .anyMatch(award -> award.contract().isEmpty());
        if (plan.state() == ProcurementPlan.State.IN_PROCUREMENT || isAwarded) {
            done(world.tell("end-" + id.value(), new ProcurementFailed(id, "E", "年末未完成采购", world.day())));
        }
        boolean isOpen = ImmutableList.of(
                        ProcurementPlan.State.FILED,
                        ProcurementPlan.State.IN_PROCUREMENT,
                        ProcurementPlan.State.CONTRACTED,
                        ProcurementPlan.State.FAILED)
                .contains(plan.state());
        if (isOpen) {
            done(world.act("clerk" + plan.agency(), id, ProcurementPlan.Action.WIND_UP));
        }
    }

    /** The accountants complete what waits for them. */
    void completeDrafts() {
        for (AgencyVoucher draft : world.loop().moving(AgencyVoucher.KIND)) {
            if (draft.state() == AgencyVoucherState.DRAFT) {
                boolean isPayment = draft.terms().direction() == AgencyVoucherTerms.Direction.PAYMENT;
                done(world.ask(
                        "head" + draft.agency(),
                        new CompleteVoucher(
                                AgencyVoucher.id(draft.id().value()),
                                ImmutableList.of(new AgencyVoucherTerms.Line(
                                        Basis.FINANCIAL,
                                        isPayment ? Side.DEBIT : Side.CREDIT,
                                        "OPERATING_ACTIVITY_EXPENSES",
                                        Fen.money(draft.terms().openFen()))))));
            }
        }
    }

    private void giveBack(String allotment) {
        Sums of = Sums.of(world.loop().balances()).where(Dimensions.ALLOTMENT, allotment);
        long frozen = of.allotment("IE06").debit();
        if (frozen > 0) {
            done(world.ask("chief", new UnfreezeAllotment(Allotment.id(allotment), Fen.money(frozen))));
        }
        long left = frozen + of.allotment("IE03", "IE04").debit();
        if (left > 0) {
            done(world.ask("chief", new ReduceAllotment(Allotment.id(allotment), Fen.money(left), "年末收回")));
        }
    }

    /** What was issued before the budget and paid is taken over by a formal allotment of its line. */
    private void offset(String temporary) {
        Allotment allotment = world.loop().find(Allotment.id(temporary)).orElseThrow();
        long fen = Sums.of(world.loop().balances())
                .where(Dimensions.ALLOTMENT, temporary)
                .allotment("IS10")
                .credit();
        if (fen == 0) {
            return;
        }
        BudgetLine line = world.loop().find(allotment.terms().line()).orElseThrow();
        if (line.state() == BudgetState.SUBMITTED) {
            done(world.act("finance", line.id(), BudgetAction.APPROVE));
        }
        if (!line.isAppropriated()) {
            done(world.act("finance", line.id(), BudgetAction.APPROPRIATE));
        }
        Id<Allotment> formal = world.allotment(
                "F-" + temporary, allotment.terms().line(), line.terms().elements(), fen);
        done(world.ask("chief", new OffsetAllotment(Allotment.id(temporary), formal, Fen.money(fen))));
    }

    private void lower(String line) {
        long unreleased = Sums.of(world.loop().balances())
                .where(Dimensions.LINE, line)
                .allotment("IE01")
                .debit();
        if (unreleased > 0) {
            done(world.ask("finance", new AdjustBudgetLine(BudgetLine.id(line), Fen.money(-unreleased), "人大〔2024〕9号")));
        }
    }

    /** A bank tells of income of an agency, on a day. */
    Outcome tellIncome(String key, String agency, LocalDate received, LocalDate told, long fen) {
        return world.loop()
                .tell(new Notice(
                        new InputId("bank", key),
                        DIVISION,
                        YEAR,
                        told,
                        new OtherIncomeReceived(
                                IncomeReceipt.number(key),
                                agency,
                                "B" + agency,
                                received,
                                Fen.money(fen),
                                Optional.empty(),
                                Optional.empty())));
    }

    /** The treasury tells of tax revenue, on a day. */
    Outcome tellReport(String key, LocalDate received, LocalDate told, long fen) {
        return world.loop()
                .tell(new Notice(
                        new InputId("treasury", key),
                        DIVISION,
                        YEAR,
                        told,
                        new TreasuryDayReport(
                                IncomeReceipt.number(key),
                                received,
                                ImmutableList.of(new IncomeTerms.Line("101", "111", "", Fen.money(fen))))));
    }
}
