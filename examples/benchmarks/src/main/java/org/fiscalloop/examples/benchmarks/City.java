package org.fiscalloop.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.accounting.AccountingDuty;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetDuty;
import org.fiscalloop.closing.ClosingDuty;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.ProjectDuty;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;

/** A city: agencies of both kinds, each with projects, a budget line and an allotment of each, and payments from them. */
final class City {
    private static final int BATCH = 1000;
    private static final long PAYMENT = 100;
    private static final ImmutableList<Duty> CLERK = ImmutableList.of(
            ProjectDuty.ENTRY, BudgetDuty.ENTRY, PaymentDuty.ENTRY, PaymentDuty.VOUCHER, PaymentDuty.SIGN);
    private static final ImmutableList<Duty> HEAD = ImmutableList.of(
            ProjectDuty.DEPARTMENT,
            PaymentDuty.REVIEW,
            PaymentDuty.STAMP,
            AccountingDuty.AGENCY_ACCOUNTANT,
            ClosingDuty.AGENCY_YEAR);

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
            codes.add(found(Integer.toString(200_000 + i), i % 10 == 9));
        }
        agencies = codes.build();
        for (int i = 0; i < projects; i++) {
            allot(i, agencies.get(i % agencyCount), i % agencyCount % 10 == 9, fen);
        }
    }

    private String found(String agency, boolean isInstitution) {
        World.done(world.ask(
                "finance",
                new RegisterAgency(ImmutableAgencyTerms.builder()
                        .division(World.DIVISION)
                        .fiscalYear(World.YEAR)
                        .code(new AgencyCode(agency))
                        .name("单位" + agency)
                        .kind(isInstitution ? AgencyKind.INSTITUTION : AgencyKind.ADMINISTRATIVE)
                        .build())));
        World.done(world.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(World.DIVISION)
                        .agency(agency)
                        .fiscalYear(World.YEAR)
                        .number("Z" + agency)
                        .name("零余额账户")
                        .bank("代理银行")
                        .kind("21")
                        .build())));
        appoint("clerk" + agency, CLERK, agency);
        appoint("head" + agency, HEAD, agency);
        return agency;
    }

    private void appoint(String actor, ImmutableList<Duty> duties, String agency) {
        World.done(world.ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor)
                        .name(actor)
                        .division(World.DIVISION)
                        .agency(agency)
                        .fiscalYear(World.YEAR)
                        .grants(duties.stream()
                                .map(duty -> new Grant(duty, World.DIVISION, agency))
                                .toList())
                        .build())));
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
