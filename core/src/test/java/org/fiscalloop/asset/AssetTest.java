package org.fiscalloop.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.accounting.AccountingCommands.CloseMonth;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AccountingCommands.OpenMonth;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.asset.AssetCommands.DepreciateMonth;
import org.fiscalloop.asset.AssetCommands.DisposeOf;
import org.fiscalloop.asset.AssetCommands.GiveAsset;
import org.fiscalloop.asset.AssetCommands.RegisterCard;
import org.fiscalloop.asset.AssetCommands.WriteDown;
import org.fiscalloop.asset.AssetNotices.SaleReceived;
import org.fiscalloop.asset.AssetNotices.SaleRemitted;
import org.fiscalloop.asset.AssetTerms.Acquisition;
import org.fiscalloop.asset.AssetTerms.Leaving.Way;
import org.fiscalloop.asset.AssetTerms.Use;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.RegisterAction;
import org.junit.jupiter.api.Test;

/** Cards from their purchase to their disposal, and the books beside them. */
class AssetTest {
    private static final Id<AssetCard> CARD = AssetCard.id("K1");

    private final World world = World.open();
    private Id<PaymentVoucher> voucher = World.voucher("V1");
    private Optional<Elements> bought = Optional.empty();
    private int told;

    // ---- small things -----------------------------------------------------------------------------------------------

    /** A payment of equipment, paid and cleared; its request is {@code R1}. */
    private void buy(String agency, long fen) {
        var project = world.project(1, agency, 10_000_000);
        Elements elements = ImmutableElements.builder()
                .from(World.elements(agency, project))
                .governmentEconomic(agency.equals(INSTITUTION) ? "50601" : "50306")
                .departmentEconomic("31002")
                .build();
        var line = world.line("L1", elements, 10_000_000);
        Id<Allotment> allotment = world.allotment("A1", line, elements, 10_000_000);
        voucher = world.pay("1", allotment, elements, fen);
        bought = Optional.of(elements);
    }

    private ImmutableAssetTerms card(String agency, long fen) {
        return ImmutableAssetTerms.builder()
                .division(World.DIVISION)
                .agency(agency)
                .fiscalYear(world.day().getYear())
                .name("服务器")
                .category("A0201")
                .assetClass(AssetClass.FIXED_ASSETS)
                .acquisition(Acquisition.GIFT)
                .use(Use.OPERATION)
                .acquiredOn(world.day())
                .cost(Fen.money(fen))
                .months(72)
                .build();
    }

    private AssetTerms purchase(String agency, long fen) {
        return card(agency, fen)
                .withAcquisition(Acquisition.PURCHASE)
                .withOrigin("R1")
                .withElements(bought);
    }

    private Outcome register(Id<AssetCard> id, AssetTerms terms) {
        return world.ask("clerk" + terms.agency(), new RegisterCard(id, terms));
    }

    private Outcome depreciate(String agency, YearMonth month) {
        world.turn(month.getYear(), month.atEndOfMonth());
        return world.ask("head" + agency, new DepreciateMonth(World.DIVISION, agency, month));
    }

    private Outcome give(Id<AssetCard> card, String agency, String other, Use use) {
        return world.ask(
                "finance",
                new GiveAsset(card, Optional.of(agency), Optional.of(AssetCard.id(other)), use, "资〔2024〕1号"));
    }

    /** The debit less the credit of an account of an agency's books, in fen. */
    private long books(String agency, String meaning) {
        long net = 0;
        for (Balances.Kept kept : world.loop().balances().kept()) {
            if (kept.key().grain().isFull()
                    && kept.account().ledger().equals(Ledgers.AGENCY)
                    && kept.account().name().equals(meaning)
                    && kept.key().segments().value(Dimensions.AGENCY).equals(agency)) {
                net += kept.balance().net(Side.DEBIT);
            }
        }
        return net;
    }

    private CardCheck.Row check(String agency, AssetClass assetClass) {
        int year = world.day().getYear();
        return world
                .loop()
                .read(
                        world.loop()
                                .rules()
                                .at(World.DIVISION, 2024, world.day())
                                .orElseThrow(),
                        reads -> CardCheck.of(World.DIVISION, agency, year, reads))
                .stream()
                .filter(row -> row.assetClass() == assetClass)
                .findFirst()
                .orElseThrow();
    }

    private void assertEqual(String agency) {
        for (AssetClass assetClass : AssetClass.values()) {
            CardCheck.Row row = check(agency, assetClass);
            assertThat(row.difference().isZero()).as("%s", row).isTrue();
            assertThat(row.depreciationDifference().isZero()).as("%s", row).isTrue();
        }
    }

    private static void assertRefused(Outcome outcome, String code, String... parts) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.REFUSED);
        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly(code);
        assertThat(ImmutableList.copyOf(parts))
                .allSatisfy(part -> assertThat(outcome.refusals().get(0).text()).contains(part));
        assertThat(outcome.refusals().get(0).textZh()).isNotBlank();
    }

    private static void assertListed(Outcome outcome, String code) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly(code);
    }

    // ---- cards ------------------------------------------------------------------------------------------------------

    @Test
    void what_a_payment_has_booked_waits_for_its_card_and_stands_on_it() {
        buy(ORGAN, 720_000);
        assertThat(books(ORGAN, "FIXED_ASSETS")).isEqualTo(720_000);
        assertThat(check(ORGAN, AssetClass.FIXED_ASSETS).toCard()).isEqualTo(Fen.money(720_000));

        done(register(CARD, purchase(ORGAN, 500_000)));
        done(register(AssetCard.id("K2"), purchase(ORGAN, 220_000)));
        CardCheck.Row row = check(ORGAN, AssetClass.FIXED_ASSETS);
        assertThat(row.cards()).isEqualTo(2);
        assertThat(row.cost()).isEqualTo(Fen.money(720_000));
        assertThat(row.toCard().isZero()).isTrue();
        assertThat(books(ORGAN, "FIXED_ASSETS"))
                .as("a card of a purchase books nothing")
                .isEqualTo(720_000);
        assertEqual(ORGAN);
    }

    @Test
    void no_more_gets_a_card_than_was_bought() {
        buy(ORGAN, 720_000);
        assertRefused(register(CARD, purchase(ORGAN, 720_001)), "asset.not-bought", "7200.00", "7200.01");
        done(register(CARD, purchase(ORGAN, 720_000)));
        assertRefused(register(AssetCard.id("K2"), purchase(ORGAN, 1)), "asset.not-bought", "0.00");
    }

    @Test
    void a_card_of_a_purchase_stands_under_the_elements_of_its_payment() {
        buy(ORGAN, 720_000);
        Elements other = ImmutableElements.builder()
                .from(bought.orElseThrow())
                .fund("112")
                .build();
        assertRefused(
                register(
                        CARD,
                        card(ORGAN, 1)
                                .withAcquisition(Acquisition.PURCHASE)
                                .withOrigin("R1")
                                .withElements(other)),
                "asset.other-elements");
        assertRefused(register(CARD, card(ORGAN, 1).withOrigin("R1").withElements(bought)), "asset.origin-otherwise");
        assertRefused(register(CARD, card(ORGAN, 1).withAcquisition(Acquisition.PURCHASE)), "asset.origin-otherwise");
    }

    @Test
    void what_an_accountant_books_as_an_asset_waits_for_its_card_too() {
        var project = world.project(1, INSTITUTION, 1_000_000);
        Elements elements = World.elements(INSTITUTION, project);
        var line = world.line("L1", elements, 1_000_000);
        world.pay("1", world.allotment("A1", line, elements, 1_000_000), elements, 300_000);
        Id<AgencyVoucher> draft = world.loop().moving(AgencyVoucher.KIND).stream()
                .map(found -> AgencyVoucher.id(found.id().value()))
                .findFirst()
                .orElseThrow();
        done(world.ask(
                "head" + INSTITUTION,
                new CompleteVoucher(
                        draft,
                        ImmutableList.of(new AgencyVoucherTerms.Line(
                                Basis.FINANCIAL, Side.DEBIT, "INTANGIBLE_ASSETS", Fen.money(300_000))))));
        assertThat(check(INSTITUTION, AssetClass.INTANGIBLE_ASSETS).toCard()).isEqualTo(Fen.money(300_000));
        done(register(
                CARD,
                card(INSTITUTION, 300_000)
                        .withCategory("A08")
                        .withAssetClass(AssetClass.INTANGIBLE_ASSETS)
                        .withMonths(120)
                        .withAcquisition(Acquisition.PURCHASE)
                        .withOrigin("payment-voucher:V1")));
        assertEqual(INSTITUTION);
    }

    @Test
    void a_voucher_is_not_completed_with_an_account_of_depreciation() {
        var project = world.project(1, INSTITUTION, 1_000_000);
        Elements elements = World.elements(INSTITUTION, project);
        var line = world.line("L1", elements, 1_000_000);
        world.pay("1", world.allotment("A1", line, elements, 1_000_000), elements, 100);
        var draft = world.loop().moving(AgencyVoucher.KIND).stream().findFirst().orElseThrow();
        assertRefused(
                world.ask(
                        "head" + INSTITUTION,
                        new CompleteVoucher(
                                AgencyVoucher.id(draft.id().value()),
                                ImmutableList.of(new AgencyVoucherTerms.Line(
                                        Basis.FINANCIAL,
                                        Side.DEBIT,
                                        "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS",
                                        Fen.money(100))))),
                "accounting.account-not-postable");
    }

    @Test
    void money_of_a_purchase_that_comes_back_is_taken_off_the_card() {
        buy(ORGAN, 720_000);
        done(register(CARD, purchase(ORGAN, 720_000)));
        assertRefused(world.ask("clerk" + ORGAN, new WriteDown(CARD, Fen.money(1))), "asset.not-come-back", "0.00");
        done(world.refund("F1", voucher, 72_000));
        assertThat(books(ORGAN, "FIXED_ASSETS")).isEqualTo(648_000);
        assertEqual(ORGAN);
        assertThat(check(ORGAN, AssetClass.FIXED_ASSETS).toCard()).isEqualTo(Fen.money(-72_000));
        assertRefused(register(AssetCard.id("K2"), purchase(ORGAN, 1)), "asset.not-bought");

        assertRefused(world.ask("clerk" + ORGAN, new WriteDown(CARD, Fen.money(72_001))), "asset.not-come-back");
        done(world.ask("clerk" + ORGAN, new WriteDown(CARD, Fen.money(72_000))));
        assertThat(check(ORGAN, AssetClass.FIXED_ASSETS).cost()).isEqualTo(Fen.money(648_000));
        assertThat(check(ORGAN, AssetClass.FIXED_ASSETS).toCard().isZero()).isTrue();
        assertEqual(ORGAN);
    }

    @Test
    void what_was_bought_as_one_thing_gets_no_card_of_another() {
        buy(ORGAN, 720_000);
        AssetTerms software = ImmutableAssetTerms.builder()
                .from(purchase(ORGAN, 720_000))
                .category("A08")
                .assetClass(AssetClass.INTANGIBLE_ASSETS)
                .months(120)
                .build();
        assertRefused(register(CARD, software), "asset.not-bought", "0.00 is bought as INTANGIBLE_ASSETS");
        done(register(CARD, purchase(ORGAN, 720_000)));
        assertEqual(ORGAN);
    }

    @Test
    void money_of_one_thing_that_comes_back_is_not_taken_off_the_card_of_another() {
        var project = world.project(1, INSTITUTION, 1_000_000);
        Elements elements = World.elements(INSTITUTION, project);
        var line = world.line("L1", elements, 1_000_000);
        voucher = world.pay("1", world.allotment("A1", line, elements, 1_000_000), elements, 300_000);
        complete(line(Side.DEBIT, "FIXED_ASSETS", 100_000), line(Side.DEBIT, "INTANGIBLE_ASSETS", 200_000));
        AssetTerms software = card(INSTITUTION, 200_000)
                .withCategory("A08")
                .withAssetClass(AssetClass.INTANGIBLE_ASSETS)
                .withMonths(120)
                .withAcquisition(Acquisition.PURCHASE)
                .withOrigin("payment-voucher:V1");
        done(register(CARD, software));
        done(register(
                AssetCard.id("K2"),
                card(INSTITUTION, 100_000).withAcquisition(Acquisition.PURCHASE).withOrigin("payment-voucher:V1")));
        done(world.refund("F1", voucher, 50_000));
        complete(line(Side.CREDIT, "FIXED_ASSETS", 50_000));
        assertRefused(
                world.ask("clerk" + INSTITUTION, new WriteDown(CARD, Fen.money(50_000))),
                "asset.not-come-back",
                "0.00");
        done(world.ask("clerk" + INSTITUTION, new WriteDown(AssetCard.id("K2"), Fen.money(50_000))));
        assertEqual(INSTITUTION);
    }

    private static AgencyVoucherTerms.Line line(Side side, String account, long fen) {
        return new AgencyVoucherTerms.Line(Basis.FINANCIAL, side, account, Fen.money(fen));
    }

    /** The one draft that waits for its accounts is completed by an accountant. */
    private void complete(AgencyVoucherTerms.Line... lines) {
        Id<AgencyVoucher> draft = world.loop().moving(AgencyVoucher.KIND).stream()
                .map(found -> AgencyVoucher.id(found.id().value()))
                .findFirst()
                .orElseThrow();
        done(world.ask("head" + INSTITUTION, new CompleteVoucher(draft, ImmutableList.copyOf(lines))));
    }

    @Test
    void what_was_depreciated_beyond_what_an_asset_has_cost_after_all_is_taken_back() {
        buy(ORGAN, 720_000);
        done(register(CARD, purchase(ORGAN, 720_000)));
        done(depreciate(ORGAN, YearMonth.of(2024, 6)));
        done(world.refund("F1", voucher, 700_000));
        assertRefused(
                world.ask("finance", new DisposeOf(CARD, Way.SALE, "资〔2024〕2号")),
                "asset.not-written-down",
                "R1",
                "7000.00",
                "K1");
        assertRefused(give(CARD, INSTITUTION, "K2", Use.OPERATION), "asset.not-written-down", "7000.00");

        done(world.ask("clerk" + ORGAN, new WriteDown(CARD, Fen.money(700_000))));
        assertThat(books(ORGAN, "FIXED_ASSETS")).isEqualTo(20_000);
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isEqualTo(-20_000);
        assertThat(check(ORGAN, AssetClass.FIXED_ASSETS).toCard().isZero()).isTrue();
        assertEqual(ORGAN);

        done(world.ask("finance", new DisposeOf(CARD, Way.SALE, "资〔2024〕2号")));
        assertThat(books(ORGAN, "FIXED_ASSETS")).isZero();
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isZero();
        assertEqual(ORGAN);
    }

    @Test
    void a_gift_is_income_of_its_donor_s_and_moves_no_cash() {
        done(register(CARD, card(ORGAN, 720_000)));
        assertThat(books(ORGAN, "FIXED_ASSETS")).isEqualTo(720_000);
        assertThat(books(ORGAN, "DONATION_INCOME")).isEqualTo(-720_000);
        assertEqual(ORGAN);
    }

    @Test
    void a_card_is_what_its_category_is() {
        assertRefused(
                register(CARD, card(ORGAN, 1).withAssetClass(AssetClass.PUBLIC_INFRASTRUCTURE)),
                "asset.category-otherwise",
                "FIXED_ASSETS");
        assertRefused(register(CARD, card(ORGAN, 1).withMonths(71)), "asset.months-otherwise", "72", "71");
        assertRefused(register(CARD, card(ORGAN, 1).withCategory("A03")), "asset.months-otherwise", "0", "72");
        assertRefused(register(CARD, card(ORGAN, 0)), "asset.cost-otherwise");
        assertRefused(
                register(CARD, card(ORGAN, 200).withIsNominal(true).withMonths(0)), "asset.cost-otherwise", "1.00");
        assertRefused(register(CARD, card(ORGAN, 1).withAcquiredOn(world.day().plusDays(1))), "asset.acquired-later");
        assertRefused(register(CARD, card(ORGAN, 1).withUse(Use.BUSINESS)), "asset.use-not-kept", "BUSINESS");
        done(register(AssetCard.id("K2"), card(INSTITUTION, 1).withUse(Use.BUSINESS)));
    }

    @Test
    void a_card_is_filled_in_without_what_becomes_of_it() {
        assertRefused(
                register(
                        CARD,
                        card(ORGAN, 1).withProceeds(new AssetTerms.Proceeds("S1", world.day(), Fen.money(1), false))),
                "asset.filled-by-hand",
                "K1");
        assertRefused(
                register(
                        CARD,
                        card(ORGAN, 1)
                                .withLeaving(new AssetTerms.Leaving(Way.SALE, world.day(), Fen.money(1), "资〔2024〕1号"))),
                "asset.filled-by-hand",
                "K1");
    }

    @Test
    void a_card_is_of_an_agency_that_is_registered_and_enabled() {
        done(world.act("finance", Agency.id(World.DIVISION, ORGAN), RegisterAction.DISABLE));
        assertRefused(register(CARD, card(ORGAN, 1)), "asset.agency-unknown", ORGAN, World.DIVISION);
        done(world.act("finance", Agency.id(World.DIVISION, ORGAN), RegisterAction.ENABLE));
        done(register(CARD, card(ORGAN, 1)));
    }

    @Test
    void what_is_asked_of_a_card_is_dated_in_the_fiscal_year() {
        buy(ORGAN, 720_000);
        done(register(CARD, purchase(ORGAN, 720_000)));
        done(world.refund("F1", voucher, 72_000));
        LocalDate day = world.day();
        world.adopt(2025);
        world.turn(2025, day);
        assertRefused(
                world.ask("clerk" + ORGAN, new WriteDown(CARD, Fen.money(72_000))),
                "asset.outside-year",
                day + " is not in fiscal year 2025");
        assertRefused(register(AssetCard.id("K2"), card(ORGAN, 1).withFiscalYear(2025)), "asset.outside-year");
        world.turn(2024, day);
        done(world.ask("clerk" + ORGAN, new WriteDown(CARD, Fen.money(72_000))));
    }

    // ---- depreciation -----------------------------------------------------------------------------------------------

    @Test
    void an_asset_is_depreciated_from_the_month_it_came_by_month_and_once() {
        done(register(CARD, card(ORGAN, 720_000)));
        done(depreciate(ORGAN, YearMonth.of(2024, 3)));
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isEqualTo(-10_000);
        assertThat(books(ORGAN, "OPERATING_ACTIVITY_EXPENSES")).isEqualTo(10_000);
        Outcome again = depreciate(ORGAN, YearMonth.of(2024, 3));
        assertRefused(again, "loop.document-exists");
        done(depreciate(ORGAN, YearMonth.of(2024, 4)));
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isEqualTo(-20_000);
        assertEqual(ORGAN);
    }

    @Test
    void a_month_that_was_left_out_is_made_up_for_by_the_next() {
        done(register(CARD, card(ORGAN, 720_000)));
        done(depreciate(ORGAN, YearMonth.of(2024, 6)));
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isEqualTo(-40_000);
        world.turn(2024, LocalDate.of(2024, 6, 30));
        assertThat(world.ask("head" + ORGAN, new DepreciateMonth(World.DIVISION, ORGAN, YearMonth.of(2024, 5)))
                        .refusals())
                .extracting(Refusal::code)
                .contains("asset.other-month");
    }

    @Test
    void what_it_is_used_for_says_whose_expense_it_is() {
        done(register(CARD, card(INSTITUTION, 72_000).withUse(Use.ADMINISTRATION)));
        done(register(AssetCard.id("K2"), card(INSTITUTION, 144_000).withUse(Use.BUSINESS)));
        done(depreciate(INSTITUTION, YearMonth.of(2024, 3)));
        assertThat(books(INSTITUTION, "AGENCY_ADMINISTRATIVE_EXPENSES")).isEqualTo(1_000);
        assertThat(books(INSTITUTION, "BUSINESS_EXPENSES")).isEqualTo(2_000);
    }

    @Test
    void infrastructure_is_depreciated_on_its_own_account_and_relics_and_land_are_not() {
        done(register(
                CARD,
                card(ORGAN, 600_000)
                        .withCategory("B01")
                        .withAssetClass(AssetClass.PUBLIC_INFRASTRUCTURE)
                        .withMonths(600)));
        done(register(
                AssetCard.id("K2"), card(ORGAN, 600_000).withCategory("A03").withMonths(0)));
        done(register(
                AssetCard.id("K3"), card(ORGAN, 600_000).withCategory("A0199").withMonths(0)));
        done(register(AssetCard.id("K4"), card(ORGAN, 100).withIsNominal(true).withMonths(0)));
        done(depreciate(ORGAN, YearMonth.of(2024, 3)));
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_PUBLIC_INFRASTRUCTURE"))
                .isEqualTo(-1_000);
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isZero();
        assertEqual(ORGAN);
    }

    @Test
    void an_agency_without_assets_has_no_depreciation() {
        assertRefused(depreciate(ORGAN, YearMonth.of(2024, 3)), "asset.nothing-to-depreciate", "2024-03");
    }

    @Test
    void nothing_is_depreciated_into_a_closed_month() {
        done(register(CARD, card(ORGAN, 720_000)));
        Id<PeriodBook> months = PeriodBook.id(World.DIVISION, Ledgers.AGENCY, ORGAN);
        done(world.ask("finance", new BeginPeriods(World.DIVISION, "agency", ORGAN, YearMonth.of(2024, 3))));
        done(world.ask("finance", new OpenMonth(months, YearMonth.of(2024, 4))));
        done(world.ask("finance", new CloseMonth(months, YearMonth.of(2024, 3))));
        Outcome late = depreciate(ORGAN, YearMonth.of(2024, 3));
        assertThat(late.result()).isEqualTo(JournalRecord.Outcome.REFUSED);
        assertThat(late.refusals()).extracting(Refusal::code).containsOnly("ledger.period-closed");
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isZero();
    }

    // ---- an asset leaves --------------------------------------------------------------------------------------------

    @Test
    void an_asset_that_is_given_leaves_one_agency_and_comes_to_another_in_one_record() {
        done(register(CARD, card(ORGAN, 720_000)));
        done(depreciate(ORGAN, YearMonth.of(2024, 3)));
        world.turn(2024, LocalDate.of(2024, 4, 10));
        done(give(CARD, INSTITUTION, "K2", Use.ADMINISTRATION));

        assertThat(books(ORGAN, "FIXED_ASSETS")).isZero();
        assertThat(books(ORGAN, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS")).isZero();
        assertThat(books(ORGAN, "NET_ASSETS_TRANSFERRED_WITHOUT_CONSIDERATION")).isEqualTo(710_000);
        assertThat(books(INSTITUTION, "FIXED_ASSETS")).isEqualTo(710_000);
        assertThat(books(INSTITUTION, "NET_ASSETS_TRANSFERRED_WITHOUT_CONSIDERATION"))
                .isEqualTo(-710_000);
        AssetTerms taken = world.loop().find(AssetCard.id("K2")).orElseThrow().terms();
        assertThat(taken.months()).isEqualTo(71);
        assertThat(taken.agency()).isEqualTo(INSTITUTION);
        assertEqual(ORGAN);
        assertEqual(INSTITUTION);

        done(depreciate(INSTITUTION, YearMonth.of(2024, 4)));
        assertThat(books(INSTITUTION, "ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS"))
                .isEqualTo(-10_000);
        assertRefused(depreciate(ORGAN, YearMonth.of(2024, 4)), "asset.nothing-to-depreciate");
    }

    @Test
    void an_asset_that_another_division_gets_only_leaves() {
        done(register(CARD, card(ORGAN, 720_000)));
        done(world.ask("finance", new GiveAsset(CARD, Optional.empty(), Optional.empty(), Use.OPERATION, "资〔2024〕1号")));
        assertThat(books(ORGAN, "FIXED_ASSETS")).isZero();
        assertThat(books(ORGAN, "NET_ASSETS_TRANSFERRED_WITHOUT_CONSIDERATION")).isEqualTo(720_000);
        done(register(
                AssetCard.id("K2"),
                card(INSTITUTION, 500).withAcquisition(Acquisition.TRANSFER).withMonths(5)));
        assertThat(books(INSTITUTION, "NET_ASSETS_TRANSFERRED_WITHOUT_CONSIDERATION"))
                .isEqualTo(-500);
    }

    @Test
    void an_asset_is_not_given_before_the_months_before_are_depreciated_nor_to_nobody() {
        done(register(CARD, card(ORGAN, 720_000)));
        world.turn(2024, LocalDate.of(2024, 4, 10));
        assertRefused(give(CARD, INSTITUTION, "K2", Use.OPERATION), "asset.depreciation-behind", "100.00", "0.00");
        world.turn(2024, LocalDate.of(2024, 3, 31));
        assertRefused(give(CARD, ORGAN, "K2", Use.OPERATION), "asset.taker-unknown");
        assertRefused(give(CARD, "105009", "K2", Use.OPERATION), "asset.taker-unknown");
        assertRefused(
                world.ask("finance", new GiveAsset(CARD, Optional.empty(), Optional.empty(), Use.OPERATION, " ")),
                "asset.approval-missing");
        assertRefused(give(CARD, INSTITUTION, "K1", Use.OPERATION), "loop.document-exists");
    }

    @Test
    void depreciation_of_the_month_in_which_an_asset_leaves_is_taken_back() {
        done(register(CARD, card(ORGAN, 720_000)));
        done(depreciate(ORGAN, YearMonth.of(2024, 3)));
        done(give(CARD, INSTITUTION, "K2", Use.OPERATION));
        assertThat(books(ORGAN, "OPERATING_ACTIVITY_EXPENSES")).isZero();
        assertThat(books(INSTITUTION, "FIXED_ASSETS")).isEqualTo(720_000);
        assertEqual(ORGAN);
        assertEqual(INSTITUTION);
    }

    @Test
    void what_a_sale_brings_is_the_treasury_s() {
        done(register(CARD, card(ORGAN, 720_000)));
        done(depreciate(ORGAN, YearMonth.of(2024, 3)));
        world.turn(2024, LocalDate.of(2024, 4, 10));
        Outcome early = sold("S1", "B" + ORGAN, 50_000);
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        done(world.ask("finance", new DisposeOf(CARD, Way.SALE, "资〔2024〕2号")));
        assertThat(books(ORGAN, "PROPERTY_GAIN_LOSS_PENDING_DISPOSAL")).isEqualTo(710_000);
        assertThat(books(ORGAN, "FIXED_ASSETS")).isZero();
        assertThat(books(ORGAN, "BANK_DEPOSITS")).as("what waited is booked").isEqualTo(50_000);
        assertThat(books(ORGAN, "AMOUNTS_PAYABLE_TO_THE_TREASURY")).isEqualTo(-50_000);
        assertEqual(ORGAN);

        done(world.act("head" + ORGAN, CARD, AssetAction.COMPLETE));
        assertThat(books(ORGAN, "ASSET_DISPOSAL_EXPENSES")).isEqualTo(710_000);
        assertThat(books(ORGAN, "PROPERTY_GAIN_LOSS_PENDING_DISPOSAL")).isZero();
        assertListed(remitted("T1", 50_001), "asset.over-sale");
        done(remitted("T1", 50_000));
        assertThat(books(ORGAN, "BANK_DEPOSITS")).isZero();
        assertThat(books(ORGAN, "AMOUNTS_PAYABLE_TO_THE_TREASURY")).isZero();
        assertListed(sold("S1", "B" + ORGAN, 49_999), "asset.told-otherwise");
        done(sold("S1", "B" + ORGAN, 50_000));
        assertListed(sold("S2", "B" + INSTITUTION, 1), "asset.other-account");
        assertThat(books(ORGAN, "BANK_DEPOSITS")).isZero();
    }

    private Outcome sold(String serial, String account, long fen) {
        return world.tell("sale-" + told++, new SaleReceived(CARD, serial, account, world.day(), Fen.money(fen)));
    }

    private Outcome remitted(String serial, long fen) {
        return world.tell("remit-" + told++, new SaleRemitted(CARD, serial, world.day(), Fen.money(fen)));
    }

    @Test
    void an_asset_that_is_only_named_is_scrapped_for_its_yuan() {
        done(register(CARD, card(ORGAN, 100).withIsNominal(true).withMonths(0)));
        done(world.ask("finance", new DisposeOf(CARD, Way.SCRAP, "资〔2024〕2号")));
        assertThat(books(ORGAN, "PROPERTY_GAIN_LOSS_PENDING_DISPOSAL")).isEqualTo(100);
        assertRefused(world.ask("finance", new DisposeOf(CARD, Way.SCRAP, "资〔2024〕2号")), "lifecycle.not-allowed");
        assertListed(world.tell("x", new SaleRemitted(CARD, "T1", world.day(), Fen.money(1))), "asset.over-sale");
    }

    @Test
    void what_is_told_of_the_sale_of_an_asset_that_was_given_away_is_listed() {
        done(register(CARD, card(ORGAN, 720_000)));
        done(give(CARD, INSTITUTION, "K2", Use.OPERATION));
        assertListed(sold("S1", "B" + ORGAN, 50_000), "asset.not-sold");
        assertThat(books(ORGAN, "BANK_DEPOSITS")).isZero();
    }

    @Test
    void what_happens_by_notice_is_asked_by_nobody() {
        done(register(CARD, card(ORGAN, 100)));
        done(world.ask("finance", new DisposeOf(CARD, Way.SALE, "资〔2024〕2号")));
        for (AssetAction action : ImmutableList.of(AssetAction.SELL, AssetAction.REMIT)) {
            assertThat(world.act("finance", CARD, action).result()).isEqualTo(JournalRecord.Outcome.REFUSED);
        }
    }
}
