package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fiscalloop.agencyincome.AgencyIncome;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.ClaimIncome;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.SettleIncome;
import org.fiscalloop.agencyincome.AgencyIncomeNotices.IncomeArrived;
import org.fiscalloop.agencyincome.AgencyIncomeState;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Claim;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Nature;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Purpose;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Treatment;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What arrives at an agency: claimed as what it is, with its tax, and settled later where it has to be. */
class AgencyIncomeTest {
    private static final Id<AgencyIncome> ARRIVAL = AgencyIncome.id(DIVISION, "bank", "S1");
    private static final String HEAD = "head" + INSTITUTION;

    private final World world = World.open();
    private int keys;

    private Outcome arrive(String agency, String account, long fen) {
        return world.tell(
                "k" + keys++,
                new IncomeArrived(
                        AgencyIncome.number("S1"), agency, account, "某公司", world.day(), Fen.money(fen), "检测费"));
    }

    private void arrived(long fen) {
        done(arrive(INSTITUTION, "B" + INSTITUTION, fen));
    }

    private static Claim part(Treatment treatment, Nature nature, String fund, long fen, int rate) {
        return new Claim(treatment, nature, Purpose.NON_EARMARKED, fund, "2010602", Fen.money(fen), rate);
    }

    private static Claim service(long fen, int rate) {
        return part(Treatment.INCOME, Nature.SERVICE, "31", fen, rate);
    }

    private Outcome claim(Claim... parts) {
        return world.ask(HEAD, new ClaimIncome(ARRIVAL, ImmutableList.copyOf(parts)));
    }

    private Outcome settle(int part, long fen) {
        return world.ask(HEAD, new SettleIncome(ARRIVAL, part, Fen.money(fen)));
    }

    private Sums sums() {
        return Sums.of(world.loop().balances());
    }

    @Test
    void income_with_tax_is_net_on_the_financial_side_and_whole_on_the_budgetary_one() {
        arrived(106_00);
        assertThat(sums().agency().lines()).as("nobody knows yet what it is").isEmpty();

        Outcome claimed = done(claim(service(106_00, 600)));

        assertThat(claimed.entries()).extracting(Entry::rule).containsExactly("U-60/F", "U-60/F tax", "U-60/B");
        assertThat(sums().agency("1002").debit()).isEqualTo(106_00);
        assertThat(sums().agency("4101").credit()).isEqualTo(100_00);
        assertThat(sums().agency("210101").credit()).isEqualTo(6_00);
        assertThat(sums().agency("610102").credit()).isEqualTo(106_00);
        assertThat(sums().agency("800102").debit()).isEqualTo(106_00);
        assertThat(sums().agency("4101")
                        .where(Dimensions.FUND, "31")
                        .where(Dimensions.FUNCTION, "2010602")
                        .credit())
                .isEqualTo(100_00);
        assertThat(world.loop().find(ARRIVAL).orElseThrow().state()).isEqualTo(AgencyIncomeState.CLAIMED);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Property
    void tax_and_net_are_the_amount_to_the_fen(
            @ForAll @LongRange(min = 1, max = 9_000_000_000_000_000L) long fen,
            @ForAll @IntRange(min = 0, max = 1_300) int rate) {
        Claim claim = service(fen, rate);
        assertThat(claim.netFen() + claim.taxFen()).isEqualTo(fen);
        assertThat(claim.taxFen()).isBetween(0L, fen);
        if (rate == 0) {
            assertThat(claim.taxFen()).isZero();
        }
    }

    @Test
    void one_arrival_is_claimed_as_several_things() {
        arrived(1_000);

        done(claim(
                service(400, 0),
                part(Treatment.FOR_TREASURY, Nature.OTHER, "2", 350, 0),
                part(Treatment.PASS_THROUGH, Nature.OTHER, "39", 250, 0)));

        assertThat(sums().agency("1002").debit()).isEqualTo(1_000);
        assertThat(sums().agency("2103").credit()).isEqualTo(350);
        assertThat(sums().agency("2307").credit()).isEqualTo(250);
        assertThat(sums().agency("800102").debit())
                .as("what is no income moves no budgetary cash")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS, 34, 4401, 6401",
        "SUPERIOR, 32, 4201, 6201",
        "SUBSIDIARY, 33, 4301, 6301",
        "OTHER_LEVEL, 39, 4601, 6601",
        "DONATION, 39, 4603, 6603",
        "INTEREST, 39, 4604, 6604",
        "RENT, 39, 4605, 6605",
        "OTHER, 39, 4609, 660902"
    })
    void every_kind_of_income_has_its_accounts(Nature nature, String fund, String financial, String budgetary) {
        arrived(500);
        done(claim(part(Treatment.INCOME, nature, fund, 500, 0)));

        assertThat(sums().agency(financial).credit()).isEqualTo(500);
        assertThat(sums().agency(budgetary).credit()).isEqualTo(500);
    }

    @Test
    void what_was_collected_for_the_treasury_is_remitted_and_no_more_of_it() {
        arrived(350);
        done(claim(part(Treatment.FOR_TREASURY, Nature.OTHER, "2", 350, 0)));

        assertThat(done(settle(0, 300)).entries())
                .extracting(Entry::rule)
                .containsExactly("U-61/F remitted", "M-91 settle");
        Outcome over = settle(0, 51);
        assertThat(codes(over)).containsExactly("payment.over-bank-balance", "agency-income.over-claim");
        assertThat(over.refusals().get(1).text()).contains("0.50").contains("0.51");
        done(settle(0, 50));
        assertThat(sums().agency().lines()).isEmpty();
        assertThat(sums().memorandum("M91").lines()).isEmpty();
    }

    @Test
    void an_advance_becomes_income_as_the_service_is_rendered() {
        arrived(900);
        Outcome claimed = done(claim(part(Treatment.ADVANCE, Nature.SERVICE, "31", 900, 0)));
        assertThat(claimed.entries()).extracting(Entry::rule).containsExactly("U-62/F", "U-60/B", "M-91 to settle");
        done(settle(0, 300));
        Outcome last = done(settle(0, 600));

        assertThat(last.entries().stream().filter(entry -> entry.basis() == Basis.BUDGETARY))
                .as("its cash was booked when it came")
                .isEmpty();
        assertThat(sums().agency("2305").lines()).isEmpty();
        assertThat(sums().agency("4101").credit()).isEqualTo(900);
        assertThat(sums().agency("610102").credit()).isEqualTo(900);
    }

    @Test
    void income_of_the_next_years_budget_comes_into_its_year_in_one_amount() {
        arrived(900);
        Outcome claimed = done(claim(part(Treatment.NEXT_YEAR, Nature.SERVICE, "31", 900, 0)));
        assertThat(claimed.entries()).extracting(Entry::rule).containsExactly("U-63/F", "M-91 to settle");
        assertThat(codes(settle(0, 900))).containsExactly("agency-income.next-year-only");

        world.adopt(YEAR + 1);
        world.turn(YEAR + 1, LocalDate.of(YEAR + 1, 1, 8));
        assertThat(codes(settle(0, 899))).containsExactly("agency-income.not-in-one-amount");
        Outcome settled = done(settle(0, 900));

        assertThat(settled.entries()).extracting(Entry::rule).containsExactly("U-63/F income", "U-60/B", "M-91 settle");
        Sums next = sums().where(Dimensions.YEAR, Integer.toString(YEAR + 1));
        assertThat(next.agency("4101").credit()).isEqualTo(900);
        assertThat(next.agency("610102").credit()).isEqualTo(900);
        assertThat(sums().agency("2307").credit()).isZero();
    }

    @Test
    void an_arrival_is_claimed_whole_of_funds_of_the_agency_and_with_a_rate_that_there_is() {
        arrived(1_000);

        assertThat(codes(claim(service(999, 0)))).containsExactly("agency-income.not-whole");
        assertThat(codes(claim(service(1_000, 0), service(0, 0)))).containsExactly("agency-income.amount-not-positive");
        assertThat(codes(claim(part(Treatment.INCOME, Nature.SERVICE, "111", 1_000, 0))))
                .containsExactly("agency-income.fund-not-of-agency");
        assertThat(codes(claim(service(1_000, 700)))).containsExactly("agency-income.unknown-tax-rate");
        assertThat(codes(claim(part(Treatment.ADVANCE, Nature.SERVICE, "31", 1_000, 600))))
                .containsExactly("agency-income.unknown-tax-rate");
        assertThat(codes(claim(new Claim(
                        Treatment.INCOME, Nature.SERVICE, Purpose.EARMARKED, "31", "20106", Fen.money(1_000), 0))))
                .containsExactly("agency-income.unknown-function");
        done(claim(service(1_000, 0)));
        assertThat(codes(claim(service(1_000, 0)))).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void what_is_income_at_once_or_not_there_has_nothing_to_settle() {
        arrived(1_000);
        done(claim(service(1_000, 0)));

        assertThat(codes(settle(0, 1))).containsExactly("agency-income.nothing-to-settle");
        assertThat(codes(settle(1, 1))).containsExactly("agency-income.nothing-to-settle");
        assertThat(codes(settle(-1, 1))).containsExactly("agency-income.nothing-to-settle");
        assertThatIllegalArgumentException().isThrownBy(() -> new SettleIncome(ARRIVAL, 0, Fen.money(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClaimIncome(ARRIVAL, ImmutableList.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> service(1, -1));
    }

    @Test
    void what_the_bank_tells_against_the_registers_is_listed() {
        assertThat(codes(arrive(INSTITUTION, "B" + INSTITUTION, 0))).containsExactly("agency-income.not-arrived");
        assertThat(codes(arrive(INSTITUTION, "Z" + INSTITUTION, 5))).containsExactly("agency-income.unknown-account");
        assertThat(codes(arrive(INSTITUTION, "B" + ORGAN, 5))).containsExactly("agency-income.unknown-account");
        assertThat(codes(arrive("105009", "B0", 5))).containsExactly("agency-income.unknown-account");
        arrived(5);
        done(arrive(INSTITUTION, "B" + INSTITUTION, 5));
        assertThat(codes(arrive(INSTITUTION, "B" + INSTITUTION, 6))).containsExactly("agency-income.told-twice");
    }

    @Test
    void only_the_agencys_own_accountant_claims() {
        arrived(5);

        assertThat(codes(world.ask("head" + ORGAN, new ClaimIncome(ARRIVAL, ImmutableList.of(service(5, 0))))))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("access."));
    }
}
