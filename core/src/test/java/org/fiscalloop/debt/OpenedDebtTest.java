package org.fiscalloop.debt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.debt.Finances.FUJIAN;
import static org.fiscalloop.debt.Finances.FUZHOU;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.ImmutableOpeningTerms;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.junit.jupiter.api.Test;

/** Whatever became of debt in a loop, its opening says the same in documents and books. */
class OpenedDebtTest {
    private final Finances finances = new Finances();

    /** What is wrong with the opening of a division, to which an agency is added so that it is one. */
    private ImmutableList<String> wrong(String division) {
        OpeningTerms opening = finances.loop.opening(division, 2024, finances.day);
        return LoopFlow.OPENING
                .check(
                        ImmutableOpeningTerms.builder()
                                .from(opening)
                                .addDocuments(agency(division))
                                .build(),
                        finances.loop.rules().at(division, 2024, finances.day).orElseThrow())
                .refusals()
                .stream()
                .map(Refusal::text)
                .collect(ImmutableList.toImmutableList());
    }

    private Restored agency(String division) {
        return new Restored(
                Agency.id(division, "105"),
                ImmutableAgencyTerms.builder()
                        .division(division)
                        .fiscalYear(2024)
                        .code(new AgencyCode("105"))
                        .name("主管部门")
                        .kind(AgencyKind.ADMINISTRATIVE)
                        .build(),
                new Trail(ImmutableList.of(new TrailStep("REGISTER", "", "ENABLED", 0, "admin", finances.day, ""))));
    }

    private void look() {
        assertThat(wrong(FUJIAN)).isEmpty();
        assertThat(wrong(FUZHOU)).isEmpty();
    }

    @Test
    void bonds_that_are_lent_on_come_back_and_are_repaid() {
        World.done(finances.limit(FUJIAN, DebtKind.SPECIAL, 2_000));
        World.done(finances.limit(FUZHOU, DebtKind.SPECIAL, 1_000));
        finances.submitted("Z0", Finances.bond(FUJIAN, DebtKind.SPECIAL, 100));
        Id<Debt> bond = finances.issued("Z1", Finances.bond(FUJIAN, DebtKind.SPECIAL, 1_000));
        look();
        World.done(finances.lend("D1", bond, FUZHOU, 300));
        finances.deliver();
        look();
        World.done(finances.repaid(FUZHOU, Debt.borrowed(FUJIAN, OnLending.id("D1")), "R1", 100_00));
        World.done(finances.returned("D1", "H1", 100_00, 0));
        look();
        World.done(finances.repaid(FUJIAN, bond, "B1", 60_00));
        look();
        World.done(finances.repaid(FUJIAN, bond, "B2", 240_00));
        look();
    }

    @Test
    void bonds_that_refinance_others() {
        World.done(finances.limit(FUJIAN, DebtKind.GENERAL, 1_000));
        Id<Debt> old = finances.issued("Z1", Finances.bond(FUJIAN, DebtKind.GENERAL, 1_000));
        Id<Debt> bond = finances.submitted(
                "Z2",
                Finances.bond(FUJIAN, DebtKind.GENERAL, 600)
                        .withUse(Use.REFINANCING)
                        .withRefinances(new Refinanced(old, Fen.money(600_00))));
        look();
        World.done(finances.act(FUJIAN, "chief", bond, DebtAction.APPROVE));
        look();
        World.done(finances.repaid(FUJIAN, old, "B1", 500_00));
        look();
        World.done(finances.act(FUJIAN, "chief", bond, DebtAction.VOID));
        look();
    }
}
