package org.fiscalloop.opening.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingFlow;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.OpenedBalance;
import org.fiscalloop.opening.tables.TableDocuments.Tabled;
import org.fiscalloop.opening.tables.TableRows.Row;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;

/**
 * The balances that the tables of an opening stand for: those of allotment and memorandum ledger follow from the amounts of
 * the documents, those of treasury and agencies are the trial balances.
 */
final class TableBalances {
    /** Stands for the source that the fund of a line names. */
    private static final String OWN_MONEY = "";

    /** By column of a budget line: the source that the amount comes from. */
    private static final ImmutableMap<String, String> SOURCES = ImmutableMap.of(
            "REPLY_AMT", OWN_MONEY,
            "ADJ_AMT", OWN_MONEY,
            "DIS_AMT", "VIREMENT",
            "TRANSFER_AMT", "UPPER_TRANSFER",
            "CARRY_AMT", "PRIOR_CARRY_OVER");

    private static final ImmutableMap<String, Dimension> CODES = ImmutableMap.of(
            "PRO_CODE", Dimensions.PROJECT,
            "EXP_FUNC_CODE", Dimensions.FUNCTION,
            "GOV_BGT_ECO_CODE", Dimensions.GOVERNMENT_ECONOMIC,
            "DEP_BGT_ECO_CODE", Dimensions.DEPARTMENT_ECONOMIC);

    private static final ImmutableList<String> LEDGERS =
            ImmutableList.of(Ledgers.TREASURY.name(), Ledgers.AGENCY.name());

    private final OpeningTables.Setting setting;
    private final RuleSet rules;
    private final TableDocuments documents;
    private final Map<Place, Balance> balances = new LinkedHashMap<>();

    /** What each line has released: the allotments that were not split off others. */
    private final Map<Id<?>, Long> releasedByLine = new HashMap<>();

    private record Place(Meaning account, Segments segments) {}

    TableBalances(OpeningTables.Setting setting, RuleSet rules, TableDocuments documents) {
        this.setting = setting;
        this.rules = rules;
        this.documents = documents;
    }

    ImmutableList<OpenedBalance> balances() {
        ImmutableList.Builder<OpenedBalance> all = ImmutableList.builder();
        balances.forEach((place, booked) ->
                all.add(new OpenedBalance(place.account(), place.segments(), booked, Optional.empty())));
        return all.build();
    }

    void read(TableRows tables) {
        documents.projects.values().forEach(tabled -> tables.take(tabled.row(), row -> project(tabled)));
        documents.allotments.values().forEach(tabled -> tables.take(tabled.row(), row -> released(tabled)));
        documents.lines.values().forEach(tabled -> tables.take(tabled.row(), row -> line(tabled)));
        documents.allotments.values().forEach(tabled -> tables.take(tabled.row(), row -> allotment(tabled)));
        documents.vouchers.forEach(tabled -> tables.take(tabled.row(), row -> voucher(tabled.document())));
        tables.each(OpeningTable.CONTRACTS, new TableContracts(setting, documents, this)::read);
        tables.each(OpeningTable.TRIAL_BALANCE, this::trialBalance);
    }

    private void released(Tabled<Allotment> tabled) {
        AllotmentTerms terms = tabled.document().terms();
        if (terms.parent().isEmpty()) {
            releasedByLine.merge(terms.line(), Fen.of(terms.amount()), Fen::add);
        }
    }

    /** An amount on one side; below zero it decreases its side. */
    private void add(LedgerId ledger, String account, Side side, long fen, Segments at) {
        if (fen != 0) {
            long increase = Math.max(fen, 0);
            long decrease = Math.max(-fen, 0);
            balances.merge(
                    new Place(new Meaning(ledger, account), at),
                    side == Side.DEBIT ? new Balance(increase, decrease, 0, 0) : new Balance(0, 0, increase, decrease),
                    Balance::plus);
        }
    }

    void memorandum(String account, Side side, long fen, Segments at) {
        add(Ledgers.MEMORANDUM, account, side, fen, at);
    }

    /** A coding block with what limits read of its elements. */
    Segments block(Segments own, Elements elements) {
        return rules.of(MasterdataRules.KEY).elements().block(own, elements);
    }

    /** The total is reserved; what earlier years have budgeted, and the lines of this year, have taken their part of it. */
    private void project(Tabled<Project> tabled) {
        Project project = tabled.document();
        if (project.hasEnded()) {
            return;
        }
        long total = Fen.of(project.terms().total());
        long prior = tabled.row().amount("PRIOR_AMT");
        Segments own = project.segments();
        memorandum("RESERVED_PROJECTS", Side.CREDIT, total, own);
        memorandum("PROJECT_RESERVE", Side.DEBIT, Fen.subtract(total, prior), own);
        String year = Integer.toString(setting.fiscalYear() - 1);
        memorandum("RELEASED_BUDGET", Side.DEBIT, prior, own.with(Dimensions.YEAR, year));
    }

    /** What its allotments have not released stands to be allocated. */
    private void line(Tabled<BudgetLine> tabled) {
        BudgetLine line = tabled.document();
        Segments at = block(line.segments(), line.terms().elements());
        long budget = 0;
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            long fen = tabled.row().fen(source.getKey());
            String account = source.getValue().equals(OWN_MONEY) ? source(book(at)) : source.getValue();
            add(Ledgers.ALLOTMENT, account, Side.CREDIT, fen, at);
            budget = Fen.add(budget, fen);
        }
        long released = releasedByLine.getOrDefault(line.id(), 0L);
        add(Ledgers.ALLOTMENT, "UNALLOCATED", Side.DEBIT, Fen.subtract(budget, released), at);
        memorandum("LINE_UNRELEASED", Side.DEBIT, Fen.subtract(budget, released), at);
        memorandum("RELEASED_BUDGET", Side.DEBIT, released, at);
        Project project = project(line.terms().elements());
        Side taken = project.hasEnded() ? Side.CREDIT : Side.DEBIT;
        String from = project.hasEnded() ? "RESERVED_PROJECTS" : "PROJECT_RESERVE";
        memorandum(from, taken, project.hasEnded() ? budget : -budget, project.segments());
    }

    private Project project(Elements elements) {
        return Optional.ofNullable(documents.projects.get(elements.project().value()))
                .orElseThrow(() -> new IllegalStateException("a line of a project that is in no table: " + elements))
                .document();
    }

    private void allotment(Tabled<Allotment> tabled) {
        Allotment allotment = tabled.document();
        Segments at = block(allotment.segments(), allotment.terms().elements());
        boolean isExecutable = allotment.terms().flag() == AllotmentFlag.EXECUTABLE;
        Row row = tabled.row();
        add(Ledgers.ALLOTMENT, isExecutable ? "EXECUTABLE" : "PENDING", Side.DEBIT, row.fen("CUR_AMT"), at);
        add(Ledgers.ALLOTMENT, "FROZEN", Side.DEBIT, row.fen("FROZEN_AMT"), at);
        add(Ledgers.ALLOTMENT, "APPLIED", Side.DEBIT, row.fen("PAY_APP_AMT"), at);
        add(Ledgers.ALLOTMENT, paid(book(at)), Side.DEBIT, row.fen("USE_AMT"), at);
    }

    /** Whose money it is that stands under a coding block. */
    private FundBook book(Segments at) {
        return rules.of(TreasuryCodes.KEY).book(at.value(Dimensions.FUND));
    }

    private static String source(FundBook book) {
        return switch (book) {
            case SPECIAL_ACCOUNT -> "SPECIAL_ACCOUNT_FUNDS";
            case AGENCY -> "AGENCY_FUNDS";
            case GENERAL, GOVERNMENT_FUND, STATE_CAPITAL, OTHER -> "CURRENT_REVENUE";
        };
    }

    private static String paid(FundBook book) {
        return switch (book) {
            case SPECIAL_ACCOUNT -> "PAID_SPECIAL_ACCOUNT";
            case AGENCY -> "PAID_AGENCY_FUNDS";
            case GENERAL, GOVERNMENT_FUND, STATE_CAPITAL, OTHER -> "PAID_CENTRAL";
        };
    }

    private void voucher(PaymentVoucher voucher) {
        if (voucher.terms().receipt().isEmpty()) {
            return;
        }
        for (VoucherTerms.Line line : voucher.terms().lines()) {
            Allotment allotment = Optional.ofNullable(
                            documents.allotments.get(line.allotment().value()))
                    .orElseThrow(() -> new IllegalStateException("a payment from no table: " + line))
                    .document();
            Segments at = block(allotment.segments(), allotment.terms().elements());
            Segments payment = at.with(Dimensions.PAYMENT, line.request().value());
            long fen = Fen.of(line.amount());
            memorandum("REFUNDABLE", Side.DEBIT, fen, payment);
            memorandum("PAYMENTS_MADE", Side.CREDIT, fen, at);
            if (voucher.terms().clearing().isEmpty()
                    && voucher.terms().channel().isCleared()) {
                memorandum("PAID_NOT_CLEARED", Side.DEBIT, fen, at);
                memorandum("CLEARING_DUE", Side.CREDIT, fen, at);
            }
        }
    }

    private void trialBalance(Row row) {
        LedgerId ledger = new LedgerId(row.oneOf("LEDGER", LEDGERS));
        Account account = row.read("ACCOUNT_CODE", "不是该账的末级科目", () -> account(ledger, row.text("ACCOUNT_CODE")));
        Segments at = Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, setting.division(),
                Dimensions.YEAR, Integer.toString(setting.fiscalYear()),
                Dimensions.FUND, row.text("FUND_TYPE_CODE")));
        String agency = ledger.equals(Ledgers.AGENCY)
                ? row.text("AGENCY_CODE")
                : row.optional("AGENCY_CODE").orElse("");
        Segments block = at.with(Dimensions.AGENCY, agency);
        for (Map.Entry<String, Dimension> code : CODES.entrySet()) {
            block = row.optional(code.getKey()).isPresent() ? with(block, row, code, ledger) : block;
        }
        String meaning = account.meaning().name();
        Segments begun = Phase.OPENING.in(block);
        add(ledger, meaning, Side.DEBIT, row.fen("BEGIN_DEBIT"), begun);
        add(ledger, meaning, Side.CREDIT, row.fen("BEGIN_CREDIT"), begun);
        add(ledger, meaning, Side.DEBIT, row.fen("DEBIT_AMT"), block);
        add(ledger, meaning, Side.CREDIT, row.fen("CREDIT_AMT"), block);
    }

    private Segments with(Segments block, Row row, Map.Entry<String, Dimension> code, LedgerId ledger) {
        return row.read(code.getKey(), "不是该账的核算要素", () -> {
            if (!rules.of(AccountingFlow.RULES)
                    .dimensions()
                    .getOrDefault(ledger.name(), ImmutableList.of())
                    .contains(code.getValue())) {
                throw new IllegalArgumentException("the ledger " + ledger + " is not kept by " + code.getValue());
            }
            return block.with(code.getValue(), row.text(code.getKey()));
        });
    }

    private Account account(LedgerId ledger, String code) {
        return rules.of(AccountingFlow.RULES).charts().stream()
                .filter(chart -> chart.ledger().equals(ledger))
                .flatMap(chart -> postable(chart, code).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + code + "\" is no account of the " + ledger + " ledger that takes lines"));
    }

    private static Optional<Account> postable(Chart chart, String code) {
        return chart.byCode(code).filter(chart::isPostable);
    }
}
