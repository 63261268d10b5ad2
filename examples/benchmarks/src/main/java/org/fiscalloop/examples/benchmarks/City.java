package org.fiscalloop.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;

/** A city: agencies of both kinds, each with projects, a budget line and an allotment of each, and payments from them. */
final class City {
    private static final int BATCH = 1000;
    private static final long PAYMENT = 100;

    /** An allotment and the coding block that is paid under. */
    private record Paid(Id<Allotment> allotment, Elements elements) {}

    private final World world;
    private final ImmutableList<String> agencies;
    private final List<Paid> allotments = new ArrayList<>();
    private final List<ClearingLine> batch = new ArrayList<>(BATCH);
    private int payments;
    private int batches;

    /** A city of these many agencies, with a project of each that is allotted {@code fen}, and so on until there are enough. */
    City(Journal journal, int agencyCount, int projects, long fen) {
        world = World.open(RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all()), journal);
        ImmutableList.Builder<String> codes = ImmutableList.builder();
        for (int i = 0; i < agencyCount; i++) {
            String code = Integer.toString(200_000 + i);
            world.found(code, i % 10 == 9 ? AgencyKind.INSTITUTION : AgencyKind.ADMINISTRATIVE);
            codes.add(code);
        }
        agencies = codes.build();
        for (int i = 0; i < projects; i++) {
            allot(i, agencies.get(i % agencyCount), i % agencyCount % 10 == 9, fen);
        }
    }

    private void allot(int number, String agency, boolean isInstitution, long fen) {
        var project = world.project(1000 + number, agency, fen);
        Elements elements = ImmutableElements.builder()
                .from(World.elements(agency, project))
                .governmentEconomic(isInstitution ? "50502" : "50201")
                .departmentEconomic(isInstitution ? "30218" : "30201")
                .build();
        var line = world.line("L" + number, elements, fen);
        allotments.add(new Paid(world.allotment("A" + number, line, elements, fen), elements));
    }

    FiscalLoop loop() {
        return world.loop();
    }

    World world() {
        return world;
    }

    ImmutableList<String> agencies() {
        return agencies;
    }

    /** One whole payment; the allotments take turns. */
    void pay() {
        int number = payments++;
        Paid from = allotments.get(number % allotments.size());
        Id<PaymentRequest> request = world.approved("R" + number, from.allotment(), from.elements(), PAYMENT);
        Id<PaymentVoucher> voucher =
                world.sent("V" + number, from.elements().agency().value(), ImmutableList.of(request));
        World.done(world.receipt(voucher, PAYMENT));
        batch.add(new ClearingLine(voucher, Fen.money(PAYMENT)));
        if (batch.size() == BATCH) {
            clear();
        }
    }

    /** What is paid and not yet cleared is cleared. */
    void clear() {
        if (!batch.isEmpty()) {
            String number = "B" + batches++;
            World.done(world.tell("clearing-" + number, new TreasuryClearing(number, ImmutableList.copyOf(batch))));
            batch.clear();
        }
    }
}
