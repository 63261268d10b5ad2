package org.fiscalloop.examples.vendor.idioms;

import com.google.common.collect.ImmutableList;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.examples.vendor.BudgetService;
import org.fiscalloop.examples.vendor.Reply;
import org.fiscalloop.examples.vendor.Transactions;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.project.Project;

/**
 * The vendor's service with everything on. A payment here is the submission of a request, at which the allotment is held:
 * idempotency, access, lifecycle, controls, limits by allotment, project and agency, the document with its trail, the entry
 * with all balances, and the record in the hash chain. That the request was filled in before is not measured.
 */
final class Ours implements Idiom {
    private static final String CLERK = "clerk" + World.ORGAN;
    private static final String OVERSPENT = "select coalesce(sum(PAID - ?), 0) from (select count(*) PAID"
            + " from PAY_VOUCHER where BOOK_SET like ? and DOC_STATE = 'SUBMITTED' group by BOOK_SET, BGT_ID) EACH_ONE"
            + " where PAID > ?";

    private final Transactions transactions;
    private final int most;
    private final List<Id<PaymentRequest>> requests = new ArrayList<>();
    private final List<BudgetService> services = new ArrayList<>();
    private int allotments;
    private int room;
    private int begun;

    /**
     * The service.
     *
     * @param most sets of books over which the allotments are spread, as over so many divisions, where there are so many
     */
    Ours(Transactions transactions, int most) {
        this.transactions = transactions;
        this.most = most;
    }

    @Override
    public String title() {
        return most == 1 ? "ours, everything on" : "ours, in " + most + " sets of books";
    }

    @Override
    public void begin(int number, int roomEach) {
        allotments = number;
        room = roomEach;
        requests.clear();
        services.clear();
        begun++;
        ImmutableList<Input> inputs = inputs();
        for (int i = 0; i < Math.min(most, number); i++) {
            BudgetService service =
                    new BudgetService(transactions, RandomHistory.RULES, "idioms-" + most + "-" + begun + "-" + i);
            inputs.forEach(service::take);
            services.add(service);
        }
    }

    /** Each set of books has its part of the allotments. */
    private ImmutableList<Input> inputs() {
        World world = World.open();
        int each = (allotments + most - 1) / most;
        long budget = (long) each * room;
        Elements elements = World.elements(World.ORGAN, world.project(1, World.ORGAN, budget));
        Id<BudgetLine> line = world.line("L", elements, budget);
        for (int i = 0; i < each; i++) {
            world.allotment("A" + i, line, elements, room);
        }
        return RandomHistory.inputsOf(world.loop());
    }

    private BudgetService service(int payment) {
        return services.get(payment % allotments % services.size());
    }

    @Override
    public void prepare(int payments) {
        Elements elements = World.elements(World.ORGAN, Project.id(World.code(1)));
        for (int i = requests.size(); i < payments; i++) {
            Id<PaymentRequest> request = World.request("R" + i);
            Id<Allotment> allotment = Allotment.id("A" + i % allotments / services.size());
            require(service(i)
                    .take(command(
                            "create-" + i, new CreatePayment(request, World.paymentTerms(allotment, elements, 1)))));
            requests.add(request);
        }
    }

    private static void require(Reply reply) {
        if (reply.record().header().outcome() != JournalRecord.Outcome.ACCEPTED) {
            throw new IllegalStateException(reply.record().refusals().toString());
        }
    }

    private static Command command(String id, Body body) {
        return new Command(new InputId("idioms", id), CLERK, World.DIVISION, World.YEAR, World.DAY, body);
    }

    @Override
    public int prepared() {
        return requests.size();
    }

    @Override
    public boolean pay(int number) {
        Reply reply =
                service(number).take(command("submit-" + number, Act.of(requests.get(number), PaymentAction.SUBMIT)));
        return reply.record().header().outcome() == JournalRecord.Outcome.ACCEPTED;
    }

    @Override
    public long overspent() {
        return transactions.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OVERSPENT)) {
                select.setInt(1, room);
                select.setString(2, "idioms-" + most + "-" + begun + "-%");
                select.setInt(3, room);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0;
                }
            }
        });
    }
}
