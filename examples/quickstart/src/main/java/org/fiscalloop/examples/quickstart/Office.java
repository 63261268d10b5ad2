package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.allotment.AllotmentDuty;
import org.fiscalloop.budget.BudgetDuty;
import org.fiscalloop.carryover.CarryOverDuty;
import org.fiscalloop.closing.ClosingDuty;
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
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.project.ProjectDuty;
import org.fiscalloop.register.AgencyTerms;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.register.RegisterDuty;
import org.fiscalloop.revenue.RevenueDuty;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * One agency and the finance department of its division, with a person at each desk: what stands before the first project
 * can be filled in.
 *
 * <p>In the agency the {@link #CLERK} fills in and the {@link #HEAD} reviews; in the finance department {@link #FINANCE}
 * reviews projects and budgets and fills in allotments, which the {@link #CHIEF} issues.
 */
final class Office {
    static final String ADMINISTRATOR = "admin";
    static final String FINANCE = "finance";
    static final String CHIEF = "chief";
    static final String CLERK = "clerk";
    static final String HEAD = "head";

    /** Number of the agency's zero-balance account (单位零余额账户), from which the treasury pays. */
    static final String ZERO_BALANCE = "0310000001";

    /** Number of the agency's own account (基本存款账户), on which other income arrives. */
    static final String OWN_ACCOUNT = "1001000001";

    private static final ImmutableList<Duty> FINANCE_DUTIES = ImmutableList.of(
            RegisterDuty.REGISTRAR,
            ProjectDuty.FINANCE,
            BudgetDuty.FINANCE,
            AllotmentDuty.ENTRY,
            AllotmentDuty.DISTRIBUTION,
            CarryOverDuty.CALCULATION,
            ClosingDuty.DIVISION_YEAR);
    private static final ImmutableList<Duty> CLERK_DUTIES = ImmutableList.of(
            ProjectDuty.ENTRY, BudgetDuty.ENTRY, PaymentDuty.ENTRY, PaymentDuty.VOUCHER, PaymentDuty.SIGN);
    private static final ImmutableList<Duty> HEAD_DUTIES = ImmutableList.of(
            ProjectDuty.DEPARTMENT,
            PaymentDuty.ENTRY,
            PaymentDuty.REVIEW,
            PaymentDuty.STAMP,
            RevenueDuty.AGENCY_ACCOUNTANT,
            ClosingDuty.AGENCY_YEAR);

    private final FiscalLoop loop;
    private final AgencyTerms agency;
    private final AtomicInteger commands = new AtomicInteger();

    private Office(FiscalLoop loop, AgencyTerms agency) {
        this.loop = loop;
        this.agency = agency;
    }

    /** The office of an agency that is in the loop already, or is brought in by whoever asks for it. */
    static Office of(FiscalLoop loop, AgencyTerms agency) {
        return new Office(loop, agency);
    }

    /** The same office in another fiscal year. */
    Office inYear(int fiscalYear) {
        return new Office(
                loop,
                ImmutableAgencyTerms.builder()
                        .from(agency)
                        .fiscalYear(fiscalYear)
                        .build());
    }

    /** Opens the office of an agency: the rulebook is adopted, people are appointed, agency and accounts are registered. */
    static Office open(FiscalLoop loop, AgencyTerms agency, LocalDate on) {
        Office office = new Office(loop, agency);
        office.must(
                ADMINISTRATOR,
                on,
                new AdoptRulebook(
                        agency.division(), agency.fiscalYear(), office.rules(on).fingerprint()));
        office.appoint(FINANCE, "财政业务处", FINANCE_DUTIES, "", on);
        office.appoint(CHIEF, "财政预算处", ImmutableList.of(AllotmentDuty.FINANCE, CarryOverDuty.CONFIRMATION), "", on);
        office.must(FINANCE, on, new RegisterAgency(agency));
        office.appoint(CLERK, "单位经办", CLERK_DUTIES, agency.agency(), on);
        office.appoint(HEAD, "单位负责人", HEAD_DUTIES, agency.agency(), on);
        office.account(ZERO_BALANCE, agency.name() + "零余额账户", "21", on);
        office.account(OWN_ACCOUNT, agency.name() + "基本存款账户", "41", on);
        return office;
    }

    private void appoint(String actor, String name, ImmutableList<Duty> duties, String within, LocalDate on) {
        must(
                ADMINISTRATOR,
                on,
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor)
                        .name(name)
                        .division(agency.division())
                        .agency(within)
                        .fiscalYear(agency.fiscalYear())
                        .grants(duties.stream()
                                .map(duty -> new Grant(duty, agency.division(), within))
                                .toList())
                        .build()));
    }

    private void account(String number, String name, String kind, LocalDate on) {
        must(
                FINANCE,
                on,
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(agency.division())
                        .agency(agency.agency())
                        .fiscalYear(agency.fiscalYear())
                        .number(number)
                        .name(name)
                        .bank("代理银行")
                        .kind(kind)
                        .build()));
    }

    FiscalLoop loop() {
        return loop;
    }

    AgencyTerms agency() {
        return agency;
    }

    /** The rules in force for the agency's division and year on a date. */
    RulesInForce rules(LocalDate on) {
        return loop.rules()
                .at(agency.division(), agency.fiscalYear(), on)
                .orElseThrow(() -> new IllegalStateException("no rules for fiscal year " + agency.fiscalYear()));
    }

    /** Somebody asks for something, under a new id. */
    Outcome ask(String actor, LocalDate on, Body body) {
        InputId id = new InputId("office " + agency.fiscalYear(), Integer.toString(commands.incrementAndGet()));
        return loop.ask(new Command(id, actor, agency.division(), agency.fiscalYear(), on, body));
    }

    /** Somebody asks for something that is not refused. */
    Outcome must(String actor, LocalDate on, Body body) {
        return done(ask(actor, on, body));
    }

    /** Somebody asks for an act without content that is not refused. */
    Outcome must(String actor, LocalDate on, Id<?> document, Enum<?> action) {
        return must(actor, on, Act.of(document, action));
    }

    /** Bank or treasury tell what has happened, under their own number of it. */
    Outcome tell(String sender, String number, LocalDate on, Body body) {
        InputId id = new InputId(sender, number);
        return done(loop.tell(new Notice(id, agency.division(), agency.fiscalYear(), on, body)));
    }

    private static Outcome done(Outcome outcome) {
        if (!outcome.isDone()) {
            throw new IllegalStateException(outcome.input() + " " + outcome.result() + ": "
                    + outcome.refusals().stream().map(Refusal::text).toList());
        }
        return outcome;
    }
}
