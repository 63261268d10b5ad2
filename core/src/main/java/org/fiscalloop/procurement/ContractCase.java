package org.fiscalloop.procurement;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.ContractTerms.Acceptance;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;

/**
 * What the controls of a contract look at.
 *
 * @param contract its id
 * @param terms what stands on it after the command
 * @param plan the plan it is signed on, if there is one
 * @param reservations which allotments are reserved with this command
 * @param rules the rules of procurement in force
 * @param facts the input and what may be read
 */
record ContractCase(
        Id<Contract> contract,
        ContractTerms terms,
        Optional<ProcurementPlan> plan,
        ImmutableList<Reservation> reservations,
        ProcurementRules rules,
        Case facts) {
    static ContractCase of(
            Id<Contract> contract, ContractTerms terms, ImmutableList<Reservation> reservations, Case facts) {
        return new ContractCase(
                contract,
                terms,
                terms.plan().flatMap(facts::find),
                reservations,
                facts.rules(ProcurementFlow.RULES),
                facts);
    }

    LocalDate on() {
        return facts.on();
    }

    long fen() {
        return Fen.of(terms.amount());
    }

    /** The award it is signed on. */
    Optional<PlanTerms.Award> award() {
        return plan.flatMap(
                found -> terms.award().flatMap(number -> found.terms().award(number)));
    }

    /** The supplement that this command adds: the last. */
    Supplement supplement() {
        return terms.supplements().get(terms.supplements().size() - 1);
    }

    /** What this command accepts: the last. */
    Acceptance acceptance() {
        return terms.acceptances().get(terms.acceptances().size() - 1);
    }

    /** The contract as it stood before the command. */
    ContractTerms before() {
        return facts.document(Contract.class).terms();
    }

    /** Its plan is there and of the same agency, year and project. */
    ImmutableList<ImmutableMap<String, Fact>> ofItsPlan() {
        String named = terms.plan().map(id -> id.value()).orElse("");
        if (plan.filter(found -> found.division().equals(terms.division())).isEmpty()) {
            return violated(element("plan", named, named, ""));
        }
        Elements of = plan.orElseThrow().terms().elements();
        return Stream.of(
                        element("agency", terms.agency(), named, of.agency().value()),
                        element("year", Integer.toString(terms.fiscalYear()), named, Integer.toString(of.fiscalYear())),
                        element(
                                "project",
                                terms.project().value(),
                                named,
                                of.project().value()))
                .filter(pair -> !fact(pair, "given").equals(fact(pair, Refusal.ALLOWED)))
                .map(Facts::map)
                .collect(toImmutableList());
    }

    private static Facts element(String element, String given, String plan, String allowed) {
        return Facts.of("element", text(element))
                .and("given", text(given))
                .and("plan", text(plan))
                .and(Refusal.ALLOWED, text(allowed));
    }

    private static String fact(Facts facts, String name) {
        return String.valueOf(facts.map().get(name));
    }

    /** Its award is there and no other contract stands on it. */
    ImmutableList<ImmutableMap<String, Fact>> onItsAward() {
        boolean isFree = award().filter(award -> award.contract()
                        .filter(other -> !other.equals(contract))
                        .isEmpty())
                .isPresent();
        return isFree
                ? holds()
                : violated(Facts.of("given", text(terms.award().orElse("")))
                        .and("plan", text(terms.plan().map(id -> id.value()).orElse("")))
                        .and(
                                Refusal.ALLOWED,
                                texts(plan.stream()
                                        .flatMap(found -> found.terms().awards().stream())
                                        .filter(award -> award.contract().isEmpty())
                                        .map(PlanTerms.Award::number)
                                        .collect(toImmutableList()))));
    }

    /** Plan and award are those it was put down on. */
    ImmutableList<ImmutableMap<String, Fact>> sameAward() {
        ContractTerms before = before();
        return before.plan().equals(terms.plan()) && before.award().equals(terms.award())
                ? holds()
                : violated(Facts.of("given", text(award(terms)))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(award(before)))));
    }

    private static String award(ContractTerms terms) {
        return terms.plan().map(id -> id.value()).orElse("") + " "
                + terms.award().orElse("");
    }

    /** What is reserved is of executable allotments of its agency and project in the year of the command. */
    ImmutableList<ImmutableMap<String, Fact>> reservable() {
        return reservations.stream()
                .flatMap(reservation -> unfit(reservation).stream())
                .collect(toImmutableList());
    }

    private ImmutableList<ImmutableMap<String, Fact>> unfit(Reservation reservation) {
        String id = reservation.allotment().value();
        Optional<Allotment> found = facts.find(reservation.allotment());
        if (found.isEmpty()) {
            return violated(unfit(id, "state", "UNKNOWN", "ISSUED"));
        }
        Allotment allotment = found.get();
        Elements elements = allotment.terms().elements();
        return Stream.of(
                        unfit(id, "state", allotment.state().name(), "ISSUED"),
                        unfit(id, "flag", allotment.terms().flag().name(), "EXECUTABLE"),
                        unfit(id, "division", allotment.division(), terms.division()),
                        unfit(id, "agency", allotment.agency(), terms.agency()),
                        unfit(
                                id,
                                "project",
                                elements.project().value(),
                                terms.project().value()),
                        unfit(
                                id,
                                "year",
                                Integer.toString(allotment.fiscalYear()),
                                Integer.toString(facts.input().fiscalYear())))
                .filter(pair -> !fact(pair, "given").equals(fact(pair, Refusal.ALLOWED)))
                .map(Facts::map)
                .collect(toImmutableList());
    }

    private static Facts unfit(String allotment, String element, String given, String allowed) {
        return Facts.of("allotment", text(allotment))
                .and("element", text(element))
                .and("given", text(given))
                .and(Refusal.ALLOWED, text(allowed));
    }

    /** Each supplement and each acceptance has a number of its own. */
    ImmutableList<ImmutableMap<String, Fact>> numbersDiffer() {
        ImmutableList<String> numbers = Stream.concat(
                        terms.supplements().stream().map(supplement -> supplement.number()),
                        terms.acceptances().stream().map(acceptance -> acceptance.number()))
                .collect(toImmutableList());
        return numbers.stream()
                .filter(number -> numbers.indexOf(number) != numbers.lastIndexOf(number))
                .distinct()
                .map(number -> Facts.of("number", text(number)).map())
                .collect(toImmutableList());
    }
}
