package org.fiscalloop.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.fiscalloop.json.OverlayJson;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulebookDifference;

/** What one district has otherwise than the nation, and how the two rulebooks differ. */
public final class OwnRules {
    private static final String OVERLAY = """
            {
              "owner": "310107000",
              "title": "普陀区",
              "fiscalYear": 2024,
              "validFrom": "2024-01-01",
              "changes": [
                {
                  "path": "payment/occupation",
                  "value": "SAVE",
                  "source": {"citation": "a rule of the district's own", "certainty": "OWN"}
                },
                {
                  "path": "payment/severities/payment.own-account",
                  "value": "WARN",
                  "source": {"citation": "a rule of the district's own", "certainty": "OWN"}
                }
              ]
            }
            """;

    private OwnRules() {}

    /** Prints the difference. */
    public static void main(String[] args) {
        print(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    static void print(PrintStream out) {
        RuleTimeline nation = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
        RuleTimeline rules = nation.with(OverlayJson.read(OVERLAY)).match(laid -> laid.value(), refused -> {
            throw new IllegalStateException(refused.refusals().get(0).text());
        });

        LocalDate today = LocalDate.of(2024, 3, 1);
        RulebookDifference.between(
                        nation.at("310107000", 2024, today).orElseThrow().rulebook(),
                        rules.at("310107000", 2024, today).orElseThrow().rulebook())
                .items()
                .forEach(out::println);
    }
}
