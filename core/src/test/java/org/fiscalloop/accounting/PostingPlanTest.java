package org.fiscalloop.accounting;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.accounting.national.NationalAccounting;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingPlanTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final AccountingRules NATION = NationalAccounting.RULES;
    private static final ImmutableList<PostingKey> KEYS = LoopFlow.ALL.postings();
    private static final PostingPlan PLAN = PostingPlan.of(NATION, KEYS);

    // ---- the golden table -------------------------------------------------------------------------------------------

    /** One posting of one fen for each case, its blocks told apart by their role. */
    private static List<Posting> postings(PostingKey key) {
        Segments[] blocks = key.roles().stream()
                .map(role -> Dimensions.of(Dimensions.DIVISION, role).with(Dimensions.YEAR, "2024"))
                .toArray(Segments[]::new);
        List<List<Enum<?>>> constants = new ArrayList<>();
        key.facets().forEach(facet -> constants.add(List.<Enum<?>>of(facet.getEnumConstants())));
        return Lists.cartesianProduct(constants).stream()
                .map(facets -> Posting.of(key, ImmutableList.copyOf(facets), 1, blocks))
                .toList();
    }

    private static List<String> booked(Posting posting) {
        PostingPlan.Booking booking = PLAN.book(posting, DAY, DAY);
        List<String> lines = new ArrayList<>();
        for (Entry entry : booking.entries()) {
            lines.add(entry.ledger() + " " + entry.basis() + " " + entry.rule() + ": "
                    + entry.lines().stream().map(PostingPlanTest::text).collect(joining(" / ")));
        }
        for (PostingPlan.Draft draft : booking.drafts()) {
            lines.add("draft "
                    + draft.lines().stream()
                            .map(line -> line.rule().basis() + " " + line.rule().id() + ": "
                                    + side(line.line().side()) + " "
                                    + line.account()
                                            .map(account -> account.name())
                                            .orElse("?") + " " + line.fen())
                            .collect(joining(" / ")));
        }
        return lines;
    }

    private static String text(Line line) {
        return side(line.side()) + " " + line.account().name() + "["
                + line.segments().value(Dimensions.DIVISION) + "] " + line.fen();
    }

    private static String side(Side side) {
        return side == Side.DEBIT ? "Dr" : "Cr";
    }

    /** Every entry of a posting with the cases in which it is made. */
    private static List<String> table(PostingKey key) {
        Map<String, Set<List<String>>> cases = new LinkedHashMap<>();
        for (Posting posting : postings(key)) {
            List<String> facets = posting.facets().stream().map(Enum::name).toList();
            booked(posting)
                    .forEach(line -> cases.computeIfAbsent(line, entry -> new LinkedHashSet<>())
                            .add(facets));
        }
        List<String> table = new ArrayList<>();
        cases.forEach(
                (line, facets) -> when(key, facets).forEach(when -> table.add(key.name() + when + " -> " + line)));
        return table;
    }

    /** The cases, as few products of constants as splitting by one facet after the other gives. */
    private static List<String> when(PostingKey key, Set<List<String>> cases) {
        List<Set<String>> columns = new ArrayList<>();
        for (int i = 0; i < key.facets().size(); i++) {
            Set<String> column = new LinkedHashSet<>();
            int at = i;
            cases.forEach(row -> column.add(row.get(at)));
            columns.add(column);
        }
        int product = columns.stream().mapToInt(Set::size).reduce(1, Math::multiplyExact);
        if (product == cases.size()) {
            return List.of(name(key, columns));
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).size() > 1 && !isFree(cases, i, columns.get(i).size())) {
                return split(key, cases, i, columns.get(i));
            }
        }
        throw new AssertionError("cases cannot be told: " + cases);
    }

    private static boolean isFree(Set<List<String>> cases, int facet, int size) {
        Set<List<String>> others = new LinkedHashSet<>();
        cases.forEach(row -> others.add(without(row, facet)));
        return others.size() * size == cases.size();
    }

    private static List<String> without(List<String> row, int facet) {
        List<String> rest = new ArrayList<>(row);
        rest.remove(facet);
        return rest;
    }

    private static List<String> split(PostingKey key, Set<List<String>> cases, int facet, Set<String> constants) {
        List<String> all = new ArrayList<>();
        for (String constant : constants) {
            Set<List<String>> part = new LinkedHashSet<>();
            cases.stream().filter(row -> row.get(facet).equals(constant)).forEach(part::add);
            all.addAll(when(key, part));
        }
        return all;
    }

    private static String name(PostingKey key, List<Set<String>> columns) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Class<? extends Enum<?>> facet = key.facets().get(i);
            if (columns.get(i).size() < facet.getEnumConstants().length) {
                name.append(' ').append(facet.getSimpleName()).append('=').append(String.join("|", columns.get(i)));
            }
        }
        return name.toString();
    }

    @Test
    void every_posting_makes_the_entries_of_the_golden_table() throws IOException {
        List<String> table = new ArrayList<>();
        KEYS.forEach(key -> table.addAll(table(key)));
        if (Boolean.getBoolean("docs.update")) {
            Files.write(Path.of("src/test/resources/org/fiscalloop/accounting/postings.txt"), table);
            return;
        }
        List<String> golden = Resources.readLines(
                Resources.getResource(PostingPlanTest.class, "postings.txt"), StandardCharsets.UTF_8);
        assertThat(table).containsExactlyElementsOf(golden);
    }

    @Test
    void every_rule_of_the_nation_is_reached_by_some_posting() {
        Set<String> reached = new TreeSet<>();
        for (PostingKey key : KEYS) {
            for (Posting posting : postings(key)) {
                PostingPlan.Booking booking = PLAN.book(posting, DAY, DAY);
                booking.entries().forEach(entry -> reached.add(entry.rule()));
                booking.drafts()
                        .forEach(draft -> draft.lines()
                                .forEach(line -> reached.add(line.rule().id())));
            }
        }
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        NATION.rules().stream().map(PostingRule::id).toList());
    }

    @Test
    void every_posting_makes_an_entry_in_every_case() {
        for (PostingKey key : KEYS) {
            assertThat(postings(key))
                    .isNotEmpty()
                    .allSatisfy(posting -> assertThat(booked(posting).isEmpty()).isEqualTo(isBookedByNobody(posting)));
        }
    }

    /** What is carried over is booked once, where treasury or agency book it at all; an agency's own money by the agency. */
    private static boolean isBookedByNobody(Posting posting) {
        List<Enum<?>> facets = posting.facets();
        boolean isOfNobody = facets.contains(YearBasis.UNRECOGNISED) || facets.contains(YearBasis.CURRENT);
        return switch (posting.key().name()) {
            case "carry-over-recognised" -> isOfNobody || facets.contains(CarryTerm.SECOND);
            case "carry-over-recoded" -> isOfNobody;
            case "surplus-recovered" -> facets.contains(Recovery.OWN_BUDGET) || facets.contains(Recovery.AGENCY);
            case "payment-cleared",
                    "payment-returned",
                    "correction-treasury-taken-back",
                    "correction-treasury-booked" -> facets.contains(PaymentChannel.AGENCY_FUNDS);
            default -> false;
        };
    }

    @Test
    void a_draft_takes_the_whole_voucher_of_its_ledger_out_of_the_books() {
        for (PostingKey key : KEYS) {
            for (Posting posting : postings(key)) {
                PostingPlan.Booking booking = PLAN.book(posting, DAY, DAY);
                for (PostingPlan.Draft draft : booking.drafts()) {
                    LedgerId ledger = draft.lines().get(0).rule().ledger();
                    assertThat(booking.entries()).extracting(Entry::ledger).doesNotContain(ledger);
                }
            }
        }
    }

    @Test
    void a_posting_keeps_the_dimensions_of_each_ledger_and_drops_the_others() {
        Segments block = Dimensions.of(Dimensions.DIVISION, "310107000")
                .with(Dimensions.LINE, "L1")
                .with(Dimensions.ALLOTMENT, "A1")
                .with(Dimensions.PAYMENT, "P1");
        PostingKey cleared = key("payment-cleared");
        Posting posting = Posting.of(
                cleared,
                cleared.facets().stream()
                        .map(facet -> facet.getEnumConstants()[0])
                        .collect(ImmutableList.<Enum<?>>toImmutableList()),
                1,
                block,
                block);
        for (Entry entry : PLAN.book(posting, DAY, DAY).entries()) {
            boolean isMemorandum = entry.ledger().equals(Ledgers.MEMORANDUM);
            for (Line line : entry.lines()) {
                assertThat(line.segments().value(Dimensions.DIVISION)).isEqualTo("310107000");
                assertThat(line.segments().value(Dimensions.ALLOTMENT)).isEqualTo(isMemorandum ? "A1" : "");
                assertThat(line.segments().value(Dimensions.PAYMENT)).isEqualTo(isMemorandum ? "P1" : "");
            }
        }
    }

    private static PostingKey key(String name) {
        return KEYS.stream().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
    }

    // ---- what does not build ----------------------------------------------------------------------------------------

    private static final PostingKey KEY = PostingKey.of("thing", Side.class);

    private static AccountingRules rules(
            PostingRule rule, CaseTable<String> accounts, CaseTable<ImmutableList<String>> cases) {
        return ImmutableAccountingRules.builder()
                .from(NATION)
                .rules(ImmutableList.of(rule))
                .accounts(ImmutableList.of(accounts))
                .cases(ImmutableMap.of("thing", ImmutableList.of(cases)))
                .build();
    }

    private static AccountingRules rules(RuleLine... lines) {
        return rules(
                new PostingRule(
                        "X-01", Ledgers.ALLOTMENT, Basis.CONTROL, Source.own("a test"), ImmutableList.copyOf(lines)),
                CaseTable.always("PLACE", "FROZEN"),
                CaseTable.always("allotment", ImmutableList.of("X-01")));
    }

    private static PostingPlan plan(AccountingRules rules) {
        return PostingPlan.of(rules, ImmutableList.of(KEY));
    }

    @Test
    void a_rule_whose_names_are_known_builds() {
        assertThat(plan(rules(debit("EXECUTABLE"), credit("{PLACE}")))
                        .book(
                                Posting.of(
                                        KEY, ImmutableList.of(Side.DEBIT), 5, Dimensions.of(Dimensions.DIVISION, "1")),
                                DAY,
                                DAY)
                        .entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.rule()).isEqualTo("X-01");
                    assertThat(entry.lines()).extracting(Line::fen).containsExactly(5L, 5L);
                    assertThat(entry.lines().get(1).account().name()).isEqualTo("FROZEN");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SUCH_ACCOUNT, total, own, NO_SUCH_ACCOUNT",
        "EXPENDITURE, total, own, no postable account",
        "{NO_SUCH_TABLE}, total, own, unknown table",
        "FROZEN, tax, own, names tax",
        "FROZEN, total, parent, names parent"
    })
    void a_rule_that_names_what_is_not_there_does_not_build(
            String account, String amount, String role, String problem) {
        AccountingRules rules = rules(
                new RuleLine(Side.DEBIT, "EXECUTABLE", amount, 1, "own"),
                new RuleLine(Side.CREDIT, account, amount, 1, role));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules))
                .withMessageContaining("X-01")
                .withMessageContaining(problem);
    }

    @Test
    void a_rule_on_the_basis_of_another_account_does_not_build() {
        PostingRule rule = new PostingRule(
                "X-01",
                Ledgers.AGENCY,
                Basis.BUDGETARY,
                Source.own("a test"),
                ImmutableList.of(debit("BANK_DEPOSITS"), credit("OTHER_INCOME")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules(
                        rule,
                        CaseTable.always("PLACE", "FROZEN"),
                        CaseTable.always("agency", ImmutableList.of("X-01")))))
                .withMessageContaining("no postable account on BUDGETARY");
    }

    private static final PostingRule FREEZING = new PostingRule(
            "X-01",
            Ledgers.ALLOTMENT,
            Basis.CONTROL,
            Source.own("a test"),
            ImmutableList.of(debit("FROZEN"), credit("EXECUTABLE")));

    @Test
    void a_table_that_names_an_unknown_rule_does_not_build() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules(
                        FREEZING,
                        CaseTable.always("PLACE", "FROZEN"),
                        CaseTable.always("allotment", ImmutableList.of("X-02")))))
                .withMessageContaining("X-02");
    }

    @Test
    void a_table_that_asks_a_facet_the_posting_does_not_have_does_not_build() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules(
                        FREEZING,
                        CaseTable.always("PLACE", "FROZEN"),
                        new CaseTable<>(
                                "allotment",
                                ImmutableList.of(Facet.of(Basis.class)),
                                ImmutableList.of(
                                        new CaseTable.Row<>(ImmutableList.of("ANY"), ImmutableList.of("X-01")))))))
                .withMessageContaining("Basis")
                .withMessageContaining("does not have");
    }

    @Test
    void a_posting_without_a_table_and_a_table_without_a_posting_do_not_build() {
        AccountingRules rules = rules(debit("EXECUTABLE"), credit("FROZEN"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostingPlan.of(rules, ImmutableList.of(KEY, PostingKey.of("other"))))
                .withMessageContaining("other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostingPlan.of(rules, ImmutableList.of()))
                .withMessageContaining("thing");
    }

    @Test
    void a_posting_that_does_not_answer_to_its_key_is_refused() {
        Segments block = Dimensions.of(Dimensions.DIVISION, "1");
        assertThatIllegalArgumentException().isThrownBy(() -> Posting.of(KEY, 1, block));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Posting.of(KEY, ImmutableList.of(Side.DEBIT), 1, block, block));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PostingKey("thing", ImmutableList.of(), ImmutableList.of(), ImmutableList.of("own")))
                .withMessageContaining("thing");
    }

    @Test
    void the_plan_of_the_nation_answers_every_ledger() {
        Set<LedgerId> ledgers = new LinkedHashSet<>();
        KEYS.forEach(key -> postings(key)
                .forEach(posting ->
                        PLAN.book(posting, DAY, DAY).entries().forEach(entry -> ledgers.add(entry.ledger()))));
        assertThat(ledgers).containsExactlyInAnyOrderElementsOf(ImmutableSet.copyOf(Ledgers.ALL));
        assertThat(Arrays.asList(Basis.values())).hasSize(3);
    }
}
