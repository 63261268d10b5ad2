package org.fiscalloop.examples.vendor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.json.InputJson;
import org.fiscalloop.json.Json;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;
import org.h2.jdbcx.JdbcDataSource;

/** The three ways to embed the library, each in a few lines: values, functions in one's own transaction, the loop. */
public final class ThreeWays {
    private static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
    private static final String BOOKS = "310107";
    private static final int ATTEMPTS = 10;

    /** What a front end sends when somebody has filled in a request. */
    private static final String FORM = """
            {
              "sender": "front-end", "id": "20240301-1", "actor": "clerk105001",
              "division": "310107000", "fiscalYear": 2024, "on": "2024-03-01",
              "body": {
                "type": "create-payment", "request": "ZF-1",
                "terms": {
                  "allotment": "ZB-1",
                  "elements": {
                    "division": "310107000", "fiscalYear": 2024, "agency": "105001",
                    "project": "31010724T000000000001", "function": "2010602",
                    "governmentEconomic": "50201", "departmentEconomic": "30201", "fund": "111"
                  },
                  "amount": "8000.00", "payerAccount": "Z105001",
                  "payee": { "name": "供应商", "account": "6222000011112222", "bank": "商业银行" },
                  "purpose": "办公费"
                }
              }
            }
            """;

    private ThreeWays() {}

    /** Prints them. */
    public static void main(String[] args) {
        print(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    static void print(PrintStream out) {
        values(out);
        functions(out);
        loop(out);
    }

    private static void values(PrintStream out) {
        Command command = Json.read(FORM, InputJson.COMMAND); // not a form: the line and column of what is wrong
        CreatePayment filledIn = (CreatePayment) command.body();
        RulesInForce rules =
                RULES.at(command.division(), command.fiscalYear(), command.on()).orElseThrow();
        CodeTables tables = rules.rulebook().masterdata().tables();
        String function = filledIn.terms().elements().function();
        out.println(Fen.text(Fen.of(filledIn.terms().amount())) + " for "
                + tables.find(Catalogue.FUNCTION, function, command.fiscalYear())
                        .match(
                                row -> row.value().name(),
                                unknown -> unknown.refusals().get(0).text()));

        TrailStep created = new TrailStep("CREATE", "", "DRAFT", 0, command.actor(), command.on(), "");
        PaymentRequest draft = PaymentFlow.REQUEST.restore(
                PaymentRequest.id("ZF-1"),
                filledIn.terms(),
                new DocumentType.History<>(new Standing<>(PaymentState.DRAFT, 0, 1), Trail.begin(created)),
                rules);
        out.println(draft + ", may be asked: "
                + PaymentFlow.REQUEST
                        .lifecycle()
                        .apply(rules)
                        .allowed(
                                draft.standing(),
                                draft.trail(),
                                PaymentFlow.REQUEST.reviews().apply(rules),
                                command.actor(),
                                duty -> true)
                        .stream()
                        .filter(action -> !LoopFlow.ALL
                                .askedBy(PaymentRequest.KIND, action.name())
                                .isEmpty())
                        .toList());
    }

    private static void functions(PrintStream out) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:three-ways;DB_CLOSE_DELAY=-1");
        try (Transactions transactions = new Transactions(source, ATTEMPTS)) {
            transactions.run(connection -> {
                Schema.create(connection);
                return true;
            });
            BudgetService service = new BudgetService(transactions, RULES, BOOKS);
            RandomHistory.inputsOf(upToAnAllotment().loop()).forEach(service::take);

            Command command = Json.read(FORM, InputJson.COMMAND);
            Reply reply = service.take(command);
            out.println(reply.record().header().outcome() + " at " + reply.position());
            out.println("again: " + service.take(command).isRepeat());

            FiscalLoop loop = FiscalLoop.open(new TableJournal(transactions, BOOKS), RULES);
            out.println(loop.find(PaymentRequest.id("ZF-1")).orElseThrow() + ", differences: " + loop.verify());
        }
    }

    private static void loop(PrintStream out) {
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), RULES);
        RandomHistory.inputsOf(upToAnAllotment().loop()).forEach(input -> loop.ask((Command) input));

        Outcome outcome = loop.ask(Json.read(FORM, InputJson.COMMAND));
        out.println(outcome.result() + " at " + outcome.position().orElseThrow());
    }

    /** A government that has adopted its rules, appointed people, and issued an allotment of 10,000 yuan. */
    private static World upToAnAllotment() {
        World world = World.open();
        var elements = World.elements(World.ORGAN, world.project(1, World.ORGAN, 1_000_000));
        var line = world.line("YS-1", elements, 1_000_000);
        world.allotment("ZB-1", line, elements, 1_000_000);
        return world;
    }
}
