package org.fiscalloop.opening.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.tables.TableRows.BadCell;
import org.fiscalloop.opening.tables.TableRows.Row;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ContractTerms.Acceptance;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.fiscalloop.procurement.ContractTerms.SupplierSize;
import org.fiscalloop.procurement.ImmutableContractTerms;
import org.fiscalloop.procurement.ProcurementFlow;

/** The contracts that the tables of an opening name: those that go on as documents, and what is left to pay of each. */
final class TableContracts {
    private static final ImmutableList<String> SIZES =
            Arrays.stream(SupplierSize.values()).map(Enum::name).collect(ImmutableList.toImmutableList());

    /** What is told of a contract that goes on, and of no other. */
    private static final ImmutableList<String> GOING_ON = ImmutableList.of(
            "SUPPLIER_SIZE",
            "SUPPLIER_ACCT_NO",
            "SUPPLIER_ACCT_BANK_NAME",
            "SIGN_DATE",
            "BEFORE_ACC_AMT",
            "ACCEPT_DATE",
            "BGT_ID",
            "RESERVED_AMT");

    private final OpeningTables.Setting setting;
    private final TableDocuments documents;
    private final TableBalances balances;

    TableContracts(OpeningTables.Setting setting, TableDocuments documents, TableBalances balances) {
        this.setting = setting;
        this.documents = documents;
        this.balances = balances;
    }

    void read(Row row) {
        ProjectCode project = row.named("PRO_CODE", OpeningTable.PROJECTS, documents.projects)
                .document()
                .terms()
                .code();
        long paid = row.amount("PAID_AMT");
        long rest = Fen.subtract(row.amount("CONTRACT_AMT"), paid);
        String number = row.text("CONTRACT_NO");
        if (rest < 0) {
            throw new BadCell(
                    TableRows.WHOLE,
                    "more is paid of contract " + number + " than it comes to",
                    "合同 " + number + " 已支付金额超过合同金额");
        }
        Segments at = Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, setting.division(),
                Dimensions.AGENCY, row.text("AGENCY_CODE"),
                Dimensions.PROJECT, project.value(),
                Dimensions.DOCUMENT, number));
        boolean isGoingOn = row.optional("SUPPLIER_NAME").isPresent();
        if (isGoingOn) {
            goesOn(row, project, paid, at);
        } else {
            remembered(row);
        }
        balances.memorandum("CONTRACT_RESTS", Side.DEBIT, rest, at);
        balances.memorandum("CONTRACT_PAID", Side.DEBIT, isGoingOn ? paid : 0, at);
        balances.memorandum("CONTRACTS_SIGNED", Side.CREDIT, isGoingOn ? Fen.add(rest, paid) : rest, at);
    }

    /** Of a contract that does not go on nothing is kept but what is left to pay. */
    private static void remembered(Row row) {
        for (String column : GOING_ON) {
            if (row.optional(column).isPresent()) {
                throw new BadCell(column, "is filled in, though SUPPLIER_NAME is empty", "已填写, 但 SUPPLIER_NAME 为空");
            }
        }
    }

    /** A contract that goes on stands as a document, with what may be paid of it and what is kept for it. */
    private void goesOn(Row row, ProjectCode project, long paid, Segments at) {
        long amount = row.amount("CONTRACT_AMT");
        long before = beforeAcceptance(row, amount, paid);
        Optional<Allotment> kept = kept(row);
        boolean isAccepted = row.optional("ACCEPT_DATE").isPresent();
        ImmutableContractTerms.Builder terms = ImmutableContractTerms.builder()
                .division(setting.division())
                .agency(row.text("AGENCY_CODE"))
                .fiscalYear(setting.fiscalYear())
                .project(project)
                .supplier(supplier(row))
                .amount(Fen.money(amount))
                .signedOn(row.dateUntil("SIGN_DATE", setting.day()))
                .performanceBond(Fen.money(0))
                .beforeAcceptance(Fen.money(before));
        kept.ifPresent(allotment -> terms.addReservations(
                new Reservation(Allotment.id(allotment.id().value()), Fen.money(row.amount("RESERVED_AMT")))));
        if (isAccepted) {
            terms.addAcceptances(new Acceptance(
                    "ACCEPT_DATE",
                    row.dateUntil("ACCEPT_DATE", setting.day()),
                    Fen.money(Fen.subtract(amount, before)),
                    true));
        }
        Contract contract = documents.add(
                ProcurementFlow.CONTRACT,
                Contract.id(row.text("CONTRACT_NO")),
                terms.build(),
                ContractAction.CONCLUDE,
                isAccepted ? ContractState.ACCEPTED : ContractState.PERFORMING);
        long payable = Fen.subtract(contract.terms().payableFen(), paid);
        balances.memorandum("CONTRACT_PAYABLE", Side.DEBIT, payable, at);
        balances.memorandum("PAYABLE_BY_CONTRACTS", Side.CREDIT, payable, at);
        kept.ifPresent(allotment -> reserved(allotment, row.amount("RESERVED_AMT"), contract));
    }

    /** What of it may be paid before all is accepted: what is told, and at least what has been paid. */
    private static long beforeAcceptance(Row row, long amount, long paid) {
        long told = row.amount("BEFORE_ACC_AMT");
        if (told > amount) {
            throw new BadCell("BEFORE_ACC_AMT", "is more than the contract comes to", "超过合同金额");
        }
        long before = Math.max(told, paid);
        if (before == amount && row.optional("ACCEPT_DATE").isEmpty()) {
            throw new BadCell("ACCEPT_DATE", "is empty, though all of it may be paid", "为空, 但验收前可支付或已支付全部合同金额");
        }
        return before;
    }

    /** The allotment that is kept for it, if one is: told with how much of it. */
    private Optional<Allotment> kept(Row row) {
        boolean isTold = row.optional("BGT_ID").isPresent();
        if (isTold && row.amount("RESERVED_AMT") == 0) {
            throw new BadCell("RESERVED_AMT", "is nothing, though BGT_ID is filled in", "为零或为空, 但已填写 BGT_ID");
        }
        return isTold || row.amount("RESERVED_AMT") > 0
                ? Optional.of(row.named("BGT_ID", OpeningTable.ALLOTMENTS, documents.allotments)
                        .document())
                : Optional.empty();
    }

    private void reserved(Allotment allotment, long fen, Contract contract) {
        Segments kept = balances.block(allotment.segments(), allotment.terms().elements())
                .with(Dimensions.DOCUMENT, contract.id().value());
        balances.memorandum("RESERVED_FOR_CONTRACTS", Side.DEBIT, fen, kept);
        balances.memorandum("CONTRACT_RESERVATIONS", Side.CREDIT, fen, kept);
    }

    private static Supplier supplier(Row row) {
        return new Supplier(
                row.text("SUPPLIER_NAME"),
                row.optional("SUPPLIER_ACCT_NO").orElse(""),
                row.optional("SUPPLIER_ACCT_BANK_NAME").orElse(""),
                row.optional("SUPPLIER_SIZE").isPresent()
                        ? SupplierSize.valueOf(row.oneOf("SUPPLIER_SIZE", SIZES))
                        : SupplierSize.OTHER);
    }
}
