package org.fiscalloop.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.joda.money.Money;

/**
 * Whole payments, one after the other: request, submission, approval, voucher, signature, stamp, sending, receipt, and
 * clearing by batches of a thousand.
 */
final class Payments {
    private static final int BATCH = 1000;
    private static final long FEN = 100;
    private static final Money AMOUNT = Fen.money(FEN);
    private static final String CLERK = "clerk" + World.ORGAN;
    private static final String HEAD = "head" + World.ORGAN;

    private final FiscalLoop loop;
    private final ImmutableList<Id<Allotment>> allotments;
    private final Elements elements;
    private final List<ClearingLine> batch = new ArrayList<>(BATCH);
    private int next;
    private int batches;

    Payments(Journal journal, int allotmentCount) {
        World world = World.open(RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all()), journal);
        loop = world.loop();
        long fen = 1_000_000_000_000L;
        var project = world.project(1, World.ORGAN, fen * allotmentCount);
        elements = World.elements(World.ORGAN, project);
        var line = world.line("L1", elements, fen * allotmentCount);
        ImmutableList.Builder<Id<Allotment>> all = ImmutableList.builder();
        for (int i = 0; i < allotmentCount; i++) {
            all.add(world.allotment("A" + i, line, elements, fen));
        }
        allotments = all.build();
    }

    FiscalLoop loop() {
        return loop;
    }

    /** One whole payment. */
    void pay() {
        String id = Integer.toString(next);
        Id<PaymentRequest> request = World.request("R" + id);
        Id<PaymentVoucher> voucher = World.voucher("V" + id);
        Id<Allotment> allotment = allotments.get(next % allotments.size());
        next++;
        ask(id + "a", CLERK, new CreatePayment(request, World.paymentTerms(allotment, elements, FEN)));
        ask(id + "b", CLERK, Act.of(request, PaymentAction.SUBMIT));
        ask(id + "c", HEAD, Act.of(request, PaymentAction.APPROVE));
        ask(id + "d", CLERK, new CreateVoucher(voucher, World.ORGAN, ImmutableList.of(request)));
        ask(id + "e", CLERK, Act.of(voucher, VoucherAction.SIGN));
        ask(id + "f", HEAD, Act.of(voucher, VoucherAction.STAMP));
        ask(id + "g", CLERK, Act.of(voucher, VoucherAction.SEND));
        tell("r" + id, new BankReceipt(voucher, "S" + id, World.DAY, AMOUNT, World.PAYEE));
        batch.add(new ClearingLine(voucher, AMOUNT));
        if (batch.size() == BATCH) {
            clear();
        }
    }

    private void clear() {
        String number = Integer.toString(batches++);
        tell("b" + number, new TreasuryClearing(number, ImmutableList.copyOf(batch)));
        batch.clear();
    }

    private void ask(String id, String actor, Body body) {
        World.done(loop.ask(
                new Command(new InputId("benchmark", id), actor, World.DIVISION, World.YEAR, World.DAY, body)));
    }

    private void tell(String key, Body body) {
        World.done(loop.tell(new Notice(new InputId("bank", key), World.DIVISION, World.YEAR, World.DAY, body)));
    }
}
