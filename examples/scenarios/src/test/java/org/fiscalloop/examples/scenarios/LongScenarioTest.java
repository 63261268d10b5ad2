package org.fiscalloop.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.Json;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two thousand steps made of one case: its opening, then as many payments as fit, each from request to clearing. */
class LongScenarioTest {
    private static final int STEPS = 2000;
    private static final int STEPS_OF_A_PAYMENT = 9;

    /** The steps of one payment of a cent; the case's own terms are taken over for everything else. */
    private static final ImmutableList<String> PAYMENT = ImmutableList.of(
            """
            {"type":"create-payment","id":"create-P%d","actor":"li","on":"2024-03-05","request":"P%d","terms":TERMS,"expect":"accepted"}""",
            act("SUBMIT", "li", "payment-request:P%d"),
            act("APPROVE", "wang", "payment-request:P%d"),
            """
            {"type":"create-voucher","id":"create-V%d","actor":"li","on":"2024-03-06","voucher":"V%d","agency":"105001",\
            "requests":["P%d"],"expect":"accepted"}""",
            act("SIGN", "li", "payment-voucher:V%d"),
            act("STAMP", "wang", "payment-voucher:V%d"),
            act("SEND", "li", "payment-voucher:V%d"),
            """
            {"type":"bank-receipt","id":"receipt-V%d","on":"2024-03-07","voucher":"V%d","serial":"S%d",\
            "paidOn":"2024-03-07","amount":"0.01","payee":PAYEE,"expect":"booked"}""",
            """
            {"type":"treasury-clearing","id":"clearing-V%d","on":"2024-03-08","batch":"B%d",\
            "lines":[{"voucher":"V%d","amount":"0.01"}],"expect":"booked"}""");

    @TempDir
    private Path dir = Path.of("");

    private static String act(String action, String actor, String document) {
        return ("{\"type\":\"act\",\"id\":\"" + action + "-" + document + "\",\"actor\":\"" + actor
                + "\",\"on\":\"2024-03-06\",\"document\":\"" + document + "\",\"action\":\"" + action
                + "\",\"expect\":\"accepted\"}");
    }

    @Test
    void two_thousand_steps_hold_and_leave_books_that_balance() throws IOException {
        Tree.Fields model =
                (Tree.Fields) Json.parse(Files.readString(Path.of("cases", "02-payment-over-its-allotment.json")));
        ImmutableList<Tree> steps = ((Tree.Items) model.find("steps").orElseThrow()).items();
        ImmutableList<Tree> opening = steps.stream()
                .takeWhile(step -> !word(step, "type").equals("create-payment"))
                .collect(ImmutableList.toImmutableList());
        Tree.Fields terms = (Tree.Fields) part(steps.get(opening.size()), "terms");
        int payments = (STEPS - opening.size()) / STEPS_OF_A_PAYMENT;
        int rest = STEPS - opening.size() - payments * STEPS_OF_A_PAYMENT;
        String text = Stream.of(
                        opening.stream().map(Json::compact),
                        IntStream.range(0, payments).boxed().flatMap(number -> payment(number, terms)),
                        IntStream.range(0, rest).mapToObj(LongScenarioTest::knock))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(",\n", head(model), "]}"));
        Path file = dir.resolve("long.json");
        Files.writeString(file, text);

        Program program = Program.run("run", file.toString(), "--out", dir.toString());
        assertThat(program.err()).isEmpty();
        assertThat(program.code()).isZero();
        assertThat(program.out()).endsWith(": 2000 steps, 2000 of 2000 expectations held\n");
        Exported exported = new Exported(dir);
        assertThat(exported.text("outcomes.ndjson").lines()).hasSize(STEPS);
        exported.assertThatBooksBalance();
        assertThat(exported.rows("balances.csv").stream()
                        .filter(row -> row.get(4).equals("国库集中支付")))
                .singleElement()
                .satisfies(row -> assertThat(row.get(6)).isEqualTo(Fen.text(payments)));
    }

    private static Stream<String> payment(int number, Tree.Fields terms) {
        Tree.Fields cent = terms.withoutFirst("amount");
        String paid = Json.compact(Tree.fields(ImmutableList.<Tree.Member>builder()
                .addAll(cent.members())
                .add(new Tree.Member("amount", Tree.text("0.01")))
                .build()));
        return PAYMENT.stream()
                .map(step -> step.replace("%d", Integer.toString(number))
                        .replace("TERMS", paid)
                        .replace("PAYEE", Json.compact(part(terms, "payee"))));
    }

    private static String knock(int number) {
        return "{\"type\":\"act\",\"id\":\"knock-" + number + "\",\"actor\":\"nobody\",\"on\":\"2024-03-09\","
                + "\"document\":\"payment-request:P0\",\"action\":\"VOID\",\"expect\":\"access.unknown-actor\"}";
    }

    private static String head(Tree.Fields model) {
        return "{\"title\":\"long\",\"division\":" + Json.compact(part(model, "division")) + ",\"fiscalYear\":"
                + Json.compact(part(model, "fiscalYear")) + ",\"steps\":[\n";
    }

    private static Tree part(Tree tree, String name) {
        return ((Tree.Fields) tree).find(name).orElseThrow();
    }

    private static String word(Tree tree, String name) {
        return ((Tree.Text) part(tree, name)).value();
    }
}
