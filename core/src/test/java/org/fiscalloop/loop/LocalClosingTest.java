package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.rulebook.CityRules.CITY;
import static org.fiscalloop.rulebook.CityRules.change;
import static org.fiscalloop.rulebook.CityRules.nation;
import static org.fiscalloop.rulebook.CityRules.overlay;
import static org.fiscalloop.rulebook.CityRules.with;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a city closes its year its own way, and what of it stays the nation's. */
class LocalClosingTest {
    /** The portion of the welfare fund (职工福利基金), on both bases. */
    private static Overlay welfare(String portion) {
        return overlay(
                CITY,
                change("closing/rules/U-43 F/portion", Tree.text(portion)),
                change("closing/rules/U-43 B/portion", Tree.text(portion)));
    }

    private static Sums opening(World world, String agency) {
        return Sums.of(world.loop().balances())
                .where(Dimensions.YEAR, Integer.toString(YEAR + 1))
                .where(Dimensions.AGENCY, agency);
    }

    @Test
    void a_city_sets_the_portion_that_its_institutions_put_into_the_welfare_fund() {
        World world = World.open(with(welfare("4000")), new InMemoryJournal());
        YearEnd end = new YearEnd(world);
        done(end.tellIncome("i1", INSTITUTION, DAY, DAY, 1_001));
        done(end.tellIncome("i2", ORGAN, DAY, DAY, 1_001));
        end.close();
        Sums institution = opening(world, INSTITUTION);
        assertThat(institution.agency("8301").credit()).isEqualTo(400);
        assertThat(institution.agency("820204").credit()).isEqualTo(601);
        assertThat(institution.agency("3101").credit()).isEqualTo(400);
        assertThat(institution.agency("3001").credit()).isEqualTo(601);
        assertThat(opening(world, ORGAN).agency("8301", "3101").lines()).isEmpty();
        assertThat(opening(world, ORGAN).agency("820204").credit()).isEqualTo(1_001);
    }

    @ParameterizedTest
    @CsvSource({
        "closing/rules/IND-19/from, rulebook.locked",
        "closing/rules/IND-19, rulebook.locked",
        "closing/rules, rulebook.locked",
        "closing/yearLifecycle, rulebook.locked",
        "closing/arrangementLifecycle, rulebook.locked",
    })
    void what_empties_the_allotment_ledger_is_the_nation_s(String path, String code) {
        assertThat(nation().with(overlay(CITY, change(path, Tree.items(ImmutableList.of()))))
                        .refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            closing/rules/U-40 F/condition | CREDIT_ONLY | must be closed whole by exactly one rule
            closing/rules/U-40 F/to | NOWHERE | names no account of the ledger agency
            closing/rules/U-40 F/to | OPERATING_INCOME | which is closed already
            closing/rules/U-45 F/to | SURPLUS_FOR_THE_CURRENT_PERIOD | which is closed already
            closing/rules/U-43 B/portion | 10001 | of ten thousand
            """)
    void an_overlay_that_leaves_an_account_open_does_not_fit(String path, String value, String why) {
        assertThat(nation().with(overlay(CITY, change(path, Tree.text(value)))).refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains(why));
    }
}
