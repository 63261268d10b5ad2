package org.fiscalloop.examples.madrid;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.allotment.AllotmentDuty;
import org.fiscalloop.budget.BudgetDuty;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.project.ProjectDuty;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.register.RegisterDuty;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The desks of the city: its centres are departments, its sections agencies with an account and two people, and the finance
 * department has two of its own. Everything that happens passes here into the loop.
 */
final class City {
    static final String FINANCE = "finance";
    static final String CHIEF = "chief";

    private static final String ADMINISTRATOR = "admin";
    private static final int CENTRE_DIGITS = 3;
    private static final ImmutableList<Duty> FINANCE_DUTIES = ImmutableList.of(
            RegisterDuty.REGISTRAR,
            ProjectDuty.FINANCE,
            BudgetDuty.FINANCE,
            AllotmentDuty.ENTRY,
            AllotmentDuty.DISTRIBUTION);
    private static final ImmutableList<Duty> CLERK_DUTIES = ImmutableList.of(
            ProjectDuty.ENTRY, BudgetDuty.ENTRY, PaymentDuty.ENTRY, PaymentDuty.VOUCHER, PaymentDuty.SIGN);
    private static final ImmutableList<Duty> HEAD_DUTIES =
            ImmutableList.of(ProjectDuty.DEPARTMENT, PaymentDuty.REVIEW, PaymentDuty.STAMP);

    private final FiscalLoop loop;
    private final RulesInForce rules;
    private LocalDate day = MadridRules.FIRST_DAY;
    private int commands;

    private City(FiscalLoop loop) {
        this.loop = loop;
        this.rules = loop.rules()
                .at(MadridRules.CITY, MadridRules.YEAR, day)
                .orElseThrow(() -> new IllegalStateException("no rules for " + MadridRules.YEAR));
    }

    /** The city with all that these lines need, before the first project. */
    static City found(FiscalLoop loop, ImmutableList<CreditLine> lines) {
        City city = new City(loop);
        city.must(ADMINISTRATOR, new AdoptRulebook(MadridRules.CITY, MadridRules.YEAR, city.rules.fingerprint()));
        city.appoint(FINANCE, FINANCE_DUTIES, "");
        city.appoint(CHIEF, ImmutableList.of(AllotmentDuty.FINANCE), "");
        ImmutableMap<String, String> names = MadridData.organisation();
        lines.stream()
                .map(CreditLine::centre)
                .distinct()
                .forEach(centre -> city.register(centre, names, Optional.empty()));
        lines.stream().map(CreditLine::section).distinct().forEach(section -> city.section(section, names));
        return city;
    }

    /** Who fills in for a section. */
    static String clerk(String section) {
        return "clerk" + section;
    }

    /** Who reviews and stamps for a section. */
    static String head(String section) {
        return "head" + section;
    }

    /** The zero-balance account of a section, from which the treasury pays. */
    static String account(String section) {
        return "Z" + section;
    }

    private void section(String section, ImmutableMap<String, String> names) {
        register(section, names, Optional.of(section.substring(0, CENTRE_DIGITS)));
        must(
                FINANCE,
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(MadridRules.CITY)
                        .agency(section)
                        .fiscalYear(MadridRules.YEAR)
                        .number(account(section))
                        .name("零余额账户 " + section)
                        .bank("代理银行")
                        .kind("21")
                        .build()));
        appoint(clerk(section), CLERK_DUTIES, section);
        appoint(head(section), HEAD_DUTIES, section);
    }

    /** The sections of the city itself are administrative; its bodies, with budgets of their own, are institutions. */
    private void register(String code, ImmutableMap<String, String> names, Optional<String> parent) {
        must(
                FINANCE,
                new RegisterAgency(ImmutableAgencyTerms.builder()
                        .division(MadridRules.CITY)
                        .fiscalYear(MadridRules.YEAR)
                        .code(new AgencyCode(code))
                        .name(names.getOrDefault(code, code))
                        .kind(code.startsWith("001") ? AgencyKind.ADMINISTRATIVE : AgencyKind.INSTITUTION)
                        .parent(parent.map(AgencyCode::new))
                        .build()));
    }

    private void appoint(String actor, ImmutableList<Duty> duties, String section) {
        must(
                ADMINISTRATOR,
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor)
                        .name(actor)
                        .division(MadridRules.CITY)
                        .agency(section)
                        .fiscalYear(MadridRules.YEAR)
                        .grants(duties.stream()
                                .map(duty -> new Grant(duty, MadridRules.CITY, section))
                                .toList())
                        .build()));
    }

    FiscalLoop loop() {
        return loop;
    }

    /** The rules in force in the city. */
    RulesInForce rules() {
        return rules;
    }

    /** The day on which all this is. */
    LocalDate day() {
        return day;
    }

    /** It becomes this day. */
    void turn(LocalDate on) {
        day = on;
    }

    /** Somebody asks for something, under a new id. */
    Outcome ask(String actor, Body body) {
        InputId id = new InputId("madrid", Integer.toString(commands++));
        return loop.ask(new Command(id, actor, MadridRules.CITY, MadridRules.YEAR, day, body));
    }

    /** Somebody asks for something that is not refused. */
    void must(String actor, Body body) {
        done(ask(actor, body));
    }

    /** Somebody asks for an act without content that is not refused. */
    void must(String actor, Id<?> document, Enum<?> action) {
        must(actor, Act.of(document, action));
    }

    /** Bank or treasury tell what has happened, under their own number of it. */
    void tell(String sender, String number, Body body) {
        InputId id = new InputId(sender, number);
        done(loop.tell(new Notice(id, MadridRules.CITY, MadridRules.YEAR, day, body)));
    }

    private static void done(Outcome outcome) {
        if (!outcome.isDone()) {
            throw new IllegalStateException(outcome.input() + " " + outcome.result() + ": "
                    + outcome.refusals().stream().map(Refusal::text).toList());
        }
    }
}
