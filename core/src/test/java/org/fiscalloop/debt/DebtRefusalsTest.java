package org.fiscalloop.debt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.debt.Finances.FUJIAN;
import static org.fiscalloop.debt.Finances.FUZHOU;
import static org.fiscalloop.debt.Finances.XIAMEN;
import static org.fiscalloop.debt.Finances.assertListed;
import static org.fiscalloop.debt.Finances.assertRefused;
import static org.fiscalloop.debt.Finances.bond;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.debt.DebtCommands.AccrueInterest;
import org.fiscalloop.debt.DebtCommands.LendOn;
import org.fiscalloop.debt.DebtCommands.PlanBond;
import org.fiscalloop.debt.DebtCommands.SetDebtLimit;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;

/** What is refused of debts, limits and on-lendings, and what is told of them that contradicts. */
class DebtRefusalsTest {
    private final Finances finances = new Finances();

    private static DebtLimitTerms limit(String documentNo) {
        return ImmutableDebtLimitTerms.builder()
                .division(FUJIAN)
                .fiscalYear(2024)
                .kind(DebtKind.SPECIAL)
                .amount(Fen.money(100_000))
                .documentNo(documentNo)
                .build();
    }

    private Outcome next(Body body) {
        return finances.askOf(2025, FUJIAN, "clerk" + FUJIAN, body);
    }

    @Test
    void what_is_dated_outside_the_fiscal_year_is_asked_of_no_bond_no_limit_and_no_on_lending() {
        done(finances.limit(FUJIAN, DebtKind.SPECIAL, 1_000));
        Id<Debt> old = finances.issued("Z1", bond(FUJIAN, DebtKind.SPECIAL, 1_000));
        String problem = "2024-03-01 is not in fiscal year 2025";
        assertRefused(
                next(new PlanBond(
                        Debt.id("Z2"), bond(FUJIAN, DebtKind.SPECIAL, 1).withFiscalYear(2025))),
                "debt.outside-year",
                problem);
        DebtLimitTerms limit = ImmutableDebtLimitTerms.builder()
                .from(limit("人大〔2024〕1号"))
                .fiscalYear(2025)
                .build();
        assertRefused(next(new SetDebtLimit(limit)), "debt.outside-year", problem);
        assertRefused(
                next(new LendOn(
                        OnLending.id("D1"), finances.lending(old, FUZHOU, 1).withFiscalYear(2025))),
                "debt.outside-year",
                problem);
        finances.day = Finances.FROM.plusDays(10);
        assertRefused(next(new AccrueInterest(old, finances.day)), "debt.outside-year", "2025");
        done(finances.clerk(FUJIAN, new AccrueInterest(old, finances.day)));
    }

    @Test
    void a_limit_names_the_document_that_approved_it() {
        assertRefused(
                finances.clerk(FUJIAN, new SetDebtLimit(limit(" "))), "debt.limit-approval-missing", "SPECIAL", "2024");
        done(finances.clerk(FUJIAN, new SetDebtLimit(limit("人大〔2024〕1号"))));
    }

    @Test
    void who_lends_a_bond_on_is_not_filled_in() {
        assertRefused(
                finances.clerk(
                        XIAMEN,
                        new PlanBond(
                                Debt.id("Z1"), bond(XIAMEN, DebtKind.GENERAL, 1).withLender(FUJIAN))),
                "debt.told-by-hand",
                "lender");
    }

    @Test
    void what_comes_back_of_an_on_lending_is_not_filled_in() {
        done(finances.limit(FUJIAN, DebtKind.SPECIAL, 1_000));
        Id<Debt> old = finances.issued("Z1", bond(FUJIAN, DebtKind.SPECIAL, 1_000));
        assertRefused(
                finances.lend(
                        "D1",
                        finances.lending(old, FUZHOU, 400)
                                .withReturns(new OnLendingTerms.Returned("H1", Fen.money(100), Fen.money(0)))),
                "debt.returned-by-hand",
                "returns");
    }

    private OnLentReceived told(String lender, String fund) {
        return new OnLentReceived(
                OnLending.id("D1"),
                lender,
                DebtKind.SPECIAL,
                Use.NEW,
                "2024年债券",
                fund,
                "转贷〔2024〕1号",
                ImmutableList.of(),
                "D1",
                finances.day,
                Fen.money(40_000),
                Finances.FIVE_YEARS);
    }

    @Test
    void what_is_lent_on_by_a_division_that_is_not_above_or_of_another_fund_is_listed() {
        done(finances.limit(FUZHOU, DebtKind.SPECIAL, 400));
        assertListed(
                finances.tell(FUZHOU, told(XIAMEN, "122")), "debt.lender-not-above", "come from " + XIAMEN, FUJIAN);
        assertListed(
                finances.tell(FUZHOU, told(FUJIAN, "112")), "debt.on-lent-fund", "SPECIAL debt of fund 112", "122");
        assertThat(finances.treasury(FUZHOU, "2")).isZero();
        done(finances.tell(FUZHOU, told(FUJIAN, "122")));
    }
}
