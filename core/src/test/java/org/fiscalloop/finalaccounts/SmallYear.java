package org.fiscalloop.finalaccounts;

import static org.fiscalloop.finalaccounts.KeptBooks.account;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.revenue.ImmutableAccrualTerms;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.WageAccrual;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * A year of two agencies, small enough to be checked by hand; amounts in yuan.
 *
 * <p>The organ brings forward 491,400.00, of which 216,300.00 fiscal. It accrues wages of 50,000.00 and pays 40,000.00 of them,
 * pays 30,000.00 for services and 13,000.00 for a machine from a project, gets 1,000.00 of the services back, and has other
 * income of 61,900.00 for one function and 100.00 for none. The institution pays 7,000.00 for services.
 */
final class SmallYear {
    static final RulesInForce RULES =
            World.open().loop().rules().at(DIVISION, YEAR, World.DAY).orElseThrow();

    static final Statements STATEMENTS = Statements.under(RULES);

    private static final long PER_YUAN = 100;

    final World world = World.open();
    final KeptBooks books;

    SmallYear() {
        organ();
        institution();
        income("1", 61_900, Optional.of("2010602"));
        income("2", 100, Optional.empty());
        books = new KeptBooks(world.loop(), RULES);
        bringForward();
    }

    private void organ() {
        Id<Project> staff = world.reserve(World.projectTerms(1, ORGAN, "1", 100_000 * PER_YUAN));
        Elements wages = ImmutableElements.copyOf(World.elements(ORGAN, staff))
                .withFunction("2010601")
                .withDepartmentEconomic("30101")
                .withGovernmentEconomic("50101");
        done(world.ask(
                "head" + ORGAN,
                new AccrueWages(
                        WageAccrual.id("W1"),
                        ImmutableAccrualTerms.builder()
                                .elements(wages)
                                .amount(Fen.money(50_000 * PER_YUAN))
                                .purpose("全年工资")
                                .build())));
        pay("1", wages, 100_000, 40_000);
        Elements services = World.elements(ORGAN, world.project(2, ORGAN, 80_000 * PER_YUAN));
        var voucher = pay("2", services, 60_000, 30_000);
        done(world.refund("B1", voucher, 1_000 * PER_YUAN));
        Elements machine = ImmutableElements.copyOf(services)
                .withDepartmentEconomic("31002")
                .withGovernmentEconomic("50306");
        pay("3", machine, 20_000, 13_000);
    }

    private void institution() {
        Elements elements = World.elements(INSTITUTION, world.project(3, INSTITUTION, 9_000 * PER_YUAN));
        pay("4", elements, 9_000, 7_000);
        AgencyVoucher draft = world.loop().moving(AgencyVoucher.KIND).get(0);
        done(world.ask(
                "head" + INSTITUTION,
                new CompleteVoucher(
                        AgencyVoucher.id(draft.id().value()),
                        ImmutableList.of(new AgencyVoucherTerms.Line(
                                Basis.FINANCIAL,
                                Side.DEBIT,
                                "AGENCY_ADMINISTRATIVE_EXPENSES",
                                Fen.money(7_000 * PER_YUAN))))));
    }

    private Id<org.fiscalloop.payment.PaymentVoucher> pay(String id, Elements elements, long allotted, long paid) {
        var line = world.line("L" + id, elements, allotted * PER_YUAN);
        var allotment = world.allotment("A" + id, line, elements, allotted * PER_YUAN);
        return world.pay(id, allotment, elements, paid * PER_YUAN);
    }

    private void income(String serial, long yuan, Optional<String> function) {
        done(world.tell(
                "income-" + serial,
                new OtherIncomeReceived(
                        IncomeReceipt.number(serial),
                        ORGAN,
                        "B" + ORGAN,
                        world.day(),
                        Fen.money(yuan * PER_YUAN),
                        Optional.empty(),
                        function)));
    }

    private void bringForward() {
        Segments own = Phase.OPENING.in(Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, DIVISION, Dimensions.YEAR, Integer.toString(YEAR), Dimensions.AGENCY, ORGAN)));
        Segments fiscal = own.with(Dimensions.FUND, "111");
        long free = (491_400 - 216_300) * PER_YUAN;
        long granted = 216_300 * PER_YUAN;
        books.book(
                        Basis.FINANCIAL,
                        Line.debit(account("BANK_DEPOSITS"), free, own),
                        Line.credit(account("ACCUMULATED_SURPLUS"), free, own))
                .book(
                        Basis.FINANCIAL,
                        Line.debit(account("QUOTA_RECEIVABLE"), granted, fiscal),
                        Line.credit(account("ACCUMULATED_SURPLUS"), granted, fiscal))
                .book(
                        Basis.BUDGETARY,
                        Line.debit(account("MONETARY_FUNDS"), free, own),
                        Line.credit(account("NON_FISCAL_SURPLUS_ACCUMULATED_SURPLUS"), free, own))
                .book(
                        Basis.BUDGETARY,
                        Line.debit(account("BUDGETARY_QUOTA_RECEIVABLE"), granted, fiscal),
                        Line.credit(
                                account("FISCAL_APPROPRIATION_CARRY_OVER_ACCUMULATED_CARRY_OVER"), granted, fiscal));
    }

    FinalAccounts of(Scope scope) {
        return STATEMENTS.of(books, scope);
    }

    FinalAccounts organAccounts() {
        return of(Scope.agency(DIVISION, ORGAN, YEAR));
    }
}
