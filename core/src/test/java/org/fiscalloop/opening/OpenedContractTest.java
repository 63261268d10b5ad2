package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.opening.tables.OpeningTables;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract that is brought in from tables keeps its allotment and is paid on as if it had been signed here. */
class OpenedContractTest {
    private static final String HEAD =
            "CONTRACT_NO,PRO_CODE,AGENCY_CODE,CONTRACT_AMT,PAID_AMT,SUPPLIER_NAME,SUPPLIER_SIZE,"
                    + "SUPPLIER_ACCT_NO,SUPPLIER_ACCT_BANK_NAME,SIGN_DATE,BEFORE_ACC_AMT,ACCEPT_DATE,BGT_ID,RESERVED_AMT\n";
    private static final String RUNNING =
            "HT-1,31010724T000000000001,105001,90.00,40.00,供应商,SMALL,6222000011112222,商业银行,20240110,60.00,,A1,50.00\n";
    private static final Id<Contract> CONTRACT = Contract.id("HT-1");

    private final Journal journal = new InMemoryJournal();

    private static ImmutableMap<String, String> tables(String row) {
        Map<String, String> tables = new LinkedHashMap<>(OpeningFixtures.tables());
        tables.put("contracts.csv", HEAD + row);
        return ImmutableMap.copyOf(tables);
    }

    private World world(String row) {
        OpeningTables.Reading reading = OpeningFixtures.read(tables(row));
        assertThat(reading.problems()).isEmpty();
        World.done(OpeningFixtures.adopted(OpeningFixtures.TIMELINE, journal)
                .ask(OpeningFixtures.commit(reading.opening(), Optional.empty(), World.DAY)));
        return World.open(OpeningFixtures.TIMELINE, journal);
    }

    private static Outcome apply(World world, String number, long fen) {
        Elements elements = World.elements(World.ORGAN, Project.id(World.code(1)));
        World.done(world.ask(
                "clerk" + World.ORGAN,
                new CreatePayment(
                        World.request(number),
                        ImmutablePaymentTerms.copyOf(World.paymentTerms(Allotment.id("A1"), elements, fen))
                                .withContract("HT-1"))));
        return world.act("clerk" + World.ORGAN, World.request(number), PaymentAction.SUBMIT);
    }

    private static long of(World world, ProcurementMeasure measure) {
        return world.loop().balance(measure, Dimensions.of(Dimensions.DOCUMENT, "HT-1"), OpeningFixtures.rules());
    }

    @Test
    void it_stands_as_it_stood_and_is_paid_as_far_as_it_is_agreed() {
        World world = world(RUNNING);
        assertThat(world.loop().find(CONTRACT).orElseThrow().state()).isEqualTo(ContractState.PERFORMING);
        assertThat(of(world, ProcurementMeasure.REST)).isEqualTo(50_00);
        assertThat(of(world, ProcurementMeasure.PAID)).isEqualTo(40_00);
        assertThat(apply(world, "R20", 20_01).refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("procurement.before-acceptance");
        World.done(apply(world, "R21", 20_00));
        assertThat(world.loop().verify()).isEmpty();
        assertThat(FiscalLoop.open(journal, OpeningFixtures.TIMELINE).digest())
                .isEqualTo(world.loop().digest());
    }

    @Test
    void what_is_kept_for_it_is_kept_from_others() {
        World world = world(RUNNING);
        Elements elements = World.elements(World.ORGAN, Project.id(World.code(1)));
        World.done(world.ask(
                "clerk" + World.ORGAN,
                new CreatePayment(World.request("R20"), World.paymentTerms(Allotment.id("A1"), elements, 230_01))));
        assertThat(world.act("clerk" + World.ORGAN, World.request("R20"), PaymentAction.SUBMIT)
                        .refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("payment.over-allotment");
    }

    @Test
    void one_that_was_accepted_may_be_paid_whole() {
        World world = world(RUNNING.replace("60.00,,A1", "60.00,20240220,A1"));
        assertThat(world.loop().find(CONTRACT).orElseThrow().state()).isEqualTo(ContractState.ACCEPTED);
        World.done(apply(world, "R20", 50_00));
        assertThat(of(world, ProcurementMeasure.REST)).isZero();
    }

    @Test
    void a_row_that_does_not_fit_is_named() {
        assertThat(OpeningFixtures.read(tables(RUNNING.replace("60.00,,A1", "90.00,,A1")))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("ACCEPT_DATE"));
        assertThat(OpeningFixtures.read(tables(RUNNING.replace("20240110", "20240301")))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("SIGN_DATE"));
        assertThat(OpeningFixtures.read(tables(RUNNING.replace("SMALL", "TINY")))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("SUPPLIER_SIZE"));
    }

    private static final String REMEMBERED = "HT-1,31010724T000000000001,105001,90.00,40.00,,,,,,,,,\n";

    private static String problem(String row) {
        OpeningTables.Reading reading = OpeningFixtures.read(tables(row));
        assertThat(reading.problems()).singleElement().satisfies(OpeningFixtures::assertChinese);
        assertThat(reading.opening().balances())
                .noneSatisfy(balance -> assertThat(balance.account().name()).contains("CONTRACT"));
        return reading.problems().get(0).text();
    }

    /** What is told of a contract that goes on, column by column from the size of its supplier. */
    @ParameterizedTest
    @CsvSource({
        "SUPPLIER_SIZE, 0, SMALL",
        "SUPPLIER_ACCT_NO, 1, 6222000011112222",
        "SUPPLIER_ACCT_BANK_NAME, 2, 商业银行",
        "SIGN_DATE, 3, 20240110",
        "BEFORE_ACC_AMT, 4, 60.00",
        "ACCEPT_DATE, 5, 20240220",
        "BGT_ID, 6, A1",
        "RESERVED_AMT, 7, 50.00"
    })
    void what_is_told_of_a_contract_without_a_supplier_is_not_dropped(String column, int place, String cell) {
        assertThat(OpeningFixtures.read(tables(REMEMBERED)).problems()).isEmpty();
        String told = "90.00,40.00,," + ",".repeat(place) + cell + ",".repeat(7 - place) + "\n";
        assertThat(problem("HT-1,31010724T000000000001,105001," + told))
                .isEqualTo("contracts.csv, line 2, column " + column + ": is filled in, though SUPPLIER_NAME is empty");
    }

    @Test
    void what_is_told_of_what_may_be_paid_and_what_is_kept_is_not_changed() {
        assertThat(problem(RUNNING.replace("60.00,,A1", "90.01,,A1")))
                .isEqualTo("contracts.csv, line 2, column BEFORE_ACC_AMT: is more than the contract comes to");
        assertThat(problem(RUNNING.replace("60.00,,A1", "90.01,20240220,A1")))
                .isEqualTo("contracts.csv, line 2, column BEFORE_ACC_AMT: is more than the contract comes to");
        assertThat(problem(RUNNING.replace("A1,50.00", "A1,")))
                .isEqualTo("contracts.csv, line 2, column RESERVED_AMT: is nothing, though BGT_ID is filled in");
        assertThat(problem(RUNNING.replace("A1,50.00", ",50.00")))
                .isEqualTo("contracts.csv, line 2, column BGT_ID: is empty");
    }

    @Test
    void a_contract_whose_books_do_not_add_up_is_refused() {
        OpeningTerms opening = OpeningFixtures.read(tables(RUNNING)).opening();
        Segments at = opening.balances().stream()
                .filter(balance -> balance.account().name().equals("CONTRACT_RESTS"))
                .findFirst()
                .orElseThrow()
                .segments();
        OpeningTerms broken = ImmutableOpeningTerms.builder()
                .from(opening)
                .addBalances(
                        new OpenedBalance(
                                new Meaning(Ledgers.MEMORANDUM, "CONTRACT_APPLIED"),
                                at,
                                new Balance(1, 0, 0, 0),
                                Optional.empty()),
                        new OpenedBalance(
                                new Meaning(Ledgers.MEMORANDUM, "PAYABLE_BY_CONTRACTS"),
                                at,
                                new Balance(0, 0, 1, 0),
                                Optional.empty()))
                .build();
        assertThat(OpeningFixtures.codes(broken)).containsExactly("opening.contract-total", "opening.contract-payable");
    }

    private static OpeningTerms with(OpenedBalance... more) {
        return ImmutableOpeningTerms.builder()
                .from(OpeningFixtures.read(tables(RUNNING)).opening())
                .addBalances(more)
                .build();
    }

    @Test
    void no_more_of_a_contract_may_be_paid_than_was_agreed_and_accepted() {
        Segments at = Dimensions.of(Dimensions.DIVISION, World.DIVISION).with(Dimensions.DOCUMENT, "HT-1");
        assertThat(OpeningFixtures.texts(with(
                        OpeningCheckTest.debit(Ledgers.MEMORANDUM, "CONTRACT_PAYABLE", at, 1),
                        OpeningCheckTest.credit(Ledgers.MEMORANDUM, "PAYABLE_BY_CONTRACTS", at, 1))))
                .containsExactly("at contract:HT-1: payable 20.01 + paid 40.00 = 60.01,"
                        + " but agreed and accepted 60.00 = 60.00; the difference is 0.01");
    }

    @Test
    void no_more_is_reserved_for_a_contract_than_is_left_to_pay_of_it() {
        Segments at = Dimensions.of(Dimensions.DIVISION, World.DIVISION).with(Dimensions.DOCUMENT, "HT-1");
        assertThat(OpeningFixtures.texts(with(
                        OpeningCheckTest.debit(Ledgers.MEMORANDUM, "RESERVED_FOR_CONTRACTS", at, 1),
                        OpeningCheckTest.credit(Ledgers.MEMORANDUM, "CONTRACT_RESERVATIONS", at, 1))))
                .containsExactly("at contract:HT-1: reserved 50.01 = 50.01,"
                        + " but left to pay 50.00 = 50.00; the difference is 0.01");
    }
}
