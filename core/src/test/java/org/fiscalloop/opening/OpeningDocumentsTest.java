package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.opening.OpeningFixtures.codes;
import static org.fiscalloop.opening.OpeningFixtures.read;
import static org.fiscalloop.opening.OpeningFixtures.rules;
import static org.fiscalloop.opening.OpeningFixtures.texts;
import static org.fiscalloop.opening.OpeningFixtures.trail;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.asset.Depreciation;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.World;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.tables.OpeningTables;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.temporary.ImmutableTemporaryTerms;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an opening holds names what it holds too, and there is something in it. */
class OpeningDocumentsTest {
    /** What is left of the tables without a document, and how it is named by one that is there. */
    @ParameterizedTest
    @CsvSource({
        "agency:310107000/105, agency:310107000/105001",
        "agency:310107000/105002, bank-account:310107000/Z105002",
        "agency:310107000/105002, project:31010724T000000000002",
        "agency:310107000/105002, budget-line:L2",
        "agency:310107000/105002, allotment:A3",
        "project:31010724T000000000002, budget-line:L2",
        "budget-line:L2, allotment:A3",
        "allotment:A0, allotment:A2",
        "allotment:A3, payment-request:R5",
        "allotment:A3, payment-voucher:V5",
        "payment-request:R6, payment-voucher:V5"
    })
    void whatever_a_document_names_is_in_the_opening(String missing, String naming) {
        OpeningTerms opening = OpeningFixtures.opening();
        OpeningTerms without = ImmutableOpeningTerms.builder()
                .from(opening)
                .documents(opening.documents().stream()
                        .filter(whole -> !whole.id().toString().equals(missing))
                        .toList())
                .build();
        assertThat(texts(without)).contains(naming + " names " + missing + ", which the opening does not hold");
    }

    @Test
    void a_part_of_a_divided_project_names_one_that_is_there() {
        OpeningTerms opening = OpeningFixtures.opening();
        OpeningTerms part = ImmutableOpeningTerms.builder()
                .from(opening)
                .documents(opening.documents().stream()
                        .map(whole -> whole.terms() instanceof ProjectTerms terms
                                ? new EventType.Restored(
                                        whole.id(),
                                        ImmutableProjectTerms.builder()
                                                .from(terms)
                                                .parent(World.code(9))
                                                .build(),
                                        whole.trail())
                                : whole)
                        .toList())
                .build();
        assertThat(texts(part))
                .contains("project:" + World.code(1).value() + " names project:"
                        + World.code(9).value() + ", which the opening does not hold");
    }

    private static OpeningTerms holding(EventType.Restored... documents) {
        return ImmutableOpeningTerms.builder()
                .from(OpeningFixtures.opening())
                .addDocuments(documents)
                .build();
    }

    @Test
    void the_agency_of_any_document_is_in_the_opening() {
        OpeningTerms opening = holding(new EventType.Restored(
                Depreciation.id(World.DIVISION, "105009", YearMonth.of(2024, 1)),
                new Depreciation.OfMonth(World.DIVISION, "105009", YearMonth.of(2024, 1), ImmutableList.of()),
                trail("DEPRECIATE BOOKED")));
        assertThat(texts(opening))
                .contains("depreciation:310107000/105009/2024-01 names agency:310107000/105009,"
                        + " which the opening does not hold");
    }

    @Test
    void what_a_temporary_payment_was_charged_to_is_in_the_opening() {
        OpeningTerms opening = holding(new EventType.Restored(
                TemporaryPayment.id("T1"),
                ImmutableTemporaryTerms.builder()
                        .division(World.DIVISION)
                        .agency(World.ORGAN)
                        .fiscalYear(World.YEAR)
                        .kind(TemporaryTerms.Kind.LOAN)
                        .fund("111")
                        .amount(Fen.money(5))
                        .purpose("抢险救灾")
                        .legalBasis("府办〔2024〕1号")
                        .dueOn(OpeningFixtures.DAY)
                        .paidOut(new TemporaryTerms.PaidOut("S1", OpeningFixtures.DAY, World.YEAR))
                        .addSettlements(new TemporaryTerms.Settlement(
                                "C1", OpeningFixtures.DAY, Fen.money(5), Optional.of(Allotment.id("A9"))))
                        .build(),
                trail(
                        "CREATE DRAFT",
                        "SUBMIT SUBMITTED",
                        "APPROVE APPROVED",
                        "DISBURSE ADVANCED",
                        "CHARGE_LAST SETTLED")));
        assertThat(texts(opening))
                .containsExactly("temporary-payment:T1 names allotment:A9, which the opening does not hold");
    }

    @Test
    void the_contract_that_a_payment_names_is_in_the_opening() {
        OpeningTerms opening = OpeningFixtures.opening();
        OpeningTerms named = ImmutableOpeningTerms.builder()
                .from(opening)
                .documents(opening.documents().stream()
                        .map(whole -> whole.id().equals(PaymentRequest.id("R1"))
                                ? new EventType.Restored(
                                        whole.id(),
                                        ImmutablePaymentTerms.builder()
                                                .from((PaymentTerms) whole.terms())
                                                .contract("HT-9")
                                                .build(),
                                        whole.trail())
                                : whole)
                        .toList())
                .build();
        assertThat(texts(named))
                .containsExactly("payment-request:R1 names contract:HT-9, which the opening does not hold");
    }

    @Test
    void an_opening_of_nothing_is_refused_and_bars_no_other() {
        OpeningTerms nothing = read(ImmutableMap.of()).opening();
        assertThat(texts(nothing)).containsExactly("the opening of 310107000 on 2024-02-29 holds no agency");
        FiscalLoop loop = OpeningFixtures.adopted(OpeningFixtures.TIMELINE, new InMemoryJournal());
        assertThat(loop.ask(OpeningFixtures.commit(nothing, Optional.empty(), World.DAY.plusDays(1)))
                        .isDone())
                .isFalse();
        assertThat(loop.ask(OpeningFixtures.commit(OpeningFixtures.opening(), Optional.empty(), World.DAY))
                        .isDone())
                .isTrue();
    }

    @Test
    void a_year_may_begin_at_the_end_of_the_last_day_before_it_or_of_its_first() {
        for (LocalDate day : ImmutableList.of(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 1))) {
            Map<String, String> begun = new LinkedHashMap<>(OpeningFixtures.tables());
            begun.keySet().retainAll(ImmutableList.of("agencies.csv", "accounts.csv", "actors.csv"));
            OpeningTerms opening = OpeningTables.read(
                            ImmutableMap.copyOf(begun),
                            new OpeningTables.Setting(World.DIVISION, World.YEAR, day, "admin"),
                            rules())
                    .opening();
            assertThat(codes(opening)).isEmpty();
        }
    }
}
