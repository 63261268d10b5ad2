package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.asset.AssetCard;
import org.fiscalloop.asset.AssetCommands;
import org.fiscalloop.asset.CardCheck;
import org.fiscalloop.debt.Debt;
import org.fiscalloop.debt.DebtCommands.AccrueInterest;
import org.fiscalloop.debt.OnLending;
import org.fiscalloop.flow.Body;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.rulebook.RulesInForce;

/** What agencies have and what the division owes, after every step of any history. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class HoldingsProperties {
    private static final RulesInForce RULES =
            Walk.RULES.at(World.DIVISION, World.YEAR, World.DAY).orElseThrow();

    private static final ImmutableSet<Class<? extends Body>> OF_ASSETS = ImmutableSet.of(
            AssetCommands.RegisterCard.class,
            AssetCommands.WriteDown.class,
            AssetCommands.GiveAsset.class,
            AssetCommands.DisposeOf.class,
            AssetCommands.DepreciateMonth.class);

    @Property(tries = 40)
    void what_cards_cost_and_what_has_no_card_is_what_stands_on_the_accounts_of_every_agency(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (String agency : Steps.AGENCIES) {
                ImmutableList<CardCheck.Row> rows =
                        walk.loop.read(RULES, reads -> CardCheck.of(World.DIVISION, agency, World.YEAR, reads));
                assertThat(rows).allSatisfy(row -> {
                    assertThat(row.difference().isZero()).as("%s", row).isTrue();
                    assertThat(row.depreciationDifference().isZero())
                            .as("%s", row)
                            .isTrue();
                });
            }
        });
    }

    @Property(tries = 40)
    void a_naive_model_foretells_what_every_card_cost_and_how_much_of_it_is_depreciated(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            walk.naive.holdings.cards.values().forEach(card -> {
                Sums own = sums.where(Dimensions.DOCUMENT, card.id);
                assertThat(own.memorandum("MA05").debit()).as(card.id).isEqualTo(card.cost);
                assertThat(own.memorandum("MA06").debit()).as(card.id).isEqualTo(card.depreciated);
                assertThat(walk.find(AssetCard.id(card.id)).state()).isEqualTo(card.state);
            });
        });
    }

    @Property(tries = 40)
    void what_was_received_less_what_was_repaid_is_owed_on_the_account_and_in_the_memorandum(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            long owed = walk.naive.holdings.owed();
            assertThat(sums.treasury("2001", "2021", "2023").credit()).isEqualTo(owed);
            assertThat(sums.memorandum("MD05", "MD06").debit()).isEqualTo(owed);
            assertThat(owed).isLessThanOrEqualTo(walk.naive.holdings.limit);
            walk.naive.holdings.loans.values().forEach(loan -> {
                Id<Debt> id = Debt.borrowed("310000000", OnLending.id(loan.id));
                assertThat(walk.find(id).terms().outstandingFen()).isEqualTo(loan.owed());
                assertThat(sums.memorandum("MD05")
                                .where(Dimensions.DOCUMENT, id.value())
                                .debit())
                        .isEqualTo(loan.owed());
            });
            long unpaid = walk.naive.holdings.loans.values().stream()
                    .mapToLong(loan -> loan.accrued - loan.interest)
                    .sum();
            assertThat(sums.treasury("2015").credit()).isEqualTo(unpaid);
        });
    }

    @Property(tries = 40)
    void INV_51_cards_depreciation_transfers_and_accruals_have_no_budgetary_entry(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            boolean isOfAssets = OF_ASSETS.stream()
                    .anyMatch(command -> command.isInstance(walk.input().body()));
            if (walk.outcome().isDone() && (isOfAssets || walk.did(AccrueInterest.class))) {
                assertThat(walk.outcome().record().entries())
                        .filteredOn(entry -> !entry.ledger().equals(Ledgers.MEMORANDUM))
                        .allMatch(entry -> entry.basis() == Basis.FINANCIAL);
            }
        });
    }
}
