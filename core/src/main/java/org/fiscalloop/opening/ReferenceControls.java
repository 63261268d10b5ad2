package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fiscalloop.access.AccessReasons;
import org.fiscalloop.access.Actor;
import org.fiscalloop.access.ActorState;
import org.fiscalloop.access.Grant;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeRow;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.opening.Opened.Booked;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;

/** What the documents and balances of an opening name must be there, and stand under the codes that it has. */
final class ReferenceControls {
    private static final Source LINEAGE = Source.certain("预算指标核算管理办法: 顺向可控, 逆向可溯");

    static final Control<Opened> NAMES_NOTHING = Control.statutory(
            new Reason(
                    "opening.names-nothing",
                    "Something is named that is not there",
                    "期初数据引用的对象不存在",
                    "{item} names {named}, which the opening does not hold",
                    "{item} 引用的 {named} 不在期初数据中",
                    LINEAGE),
            ReferenceControls::namesNothing);

    static final Control<Opened> PART_OF_ITSELF = Control.statutory(
            new Reason(
                    "opening.part-of-itself",
                    "A document is a part of itself",
                    "期初单据的上级成环",
                    "{document} is above itself: {way}",
                    "{document} 的上级链成环: {way}",
                    LINEAGE),
            ReferenceControls::partsOfThemselves);

    static final Control<Opened> UNKNOWN_CODE = Control.adjustable(
            new Reason(
                    "opening.unknown-code",
                    "A code is not one of the year",
                    "编码不在本年度代码集中",
                    "{document}: {problem}",
                    "{document}: {problem}",
                    Source.certain("政府收支分类科目 of the year; 财办〔2020〕13号 要素")),
            Severity.HARD,
            ReferenceControls::unknownCodes);

    static final Control<Opened> OTHER_BLOCK = Control.statutory(
            new Reason(
                    "opening.other-block",
                    "A balance stands under other codes than its document",
                    "余额的要素与单据不一致",
                    "{item} stands under {given}, its document under {allowed}",
                    "{item} 的要素为 {given}, 单据要素为 {allowed}",
                    LINEAGE),
            ReferenceControls::otherBlocks);

    static final Control<Opened> NEGATIVE = Control.adjustable(
            new Reason(
                    "opening.negative",
                    "An amount is below nothing",
                    "金额为负",
                    "{item} is {amount}",
                    "{item} 为 {amount}",
                    Source.own("INV-11: no term of what became of an allotment is below nothing")),
            Severity.HARD,
            ReferenceControls::negative);

    static final Controls<Opened> ALL = Controls.of(NAMES_NOTHING, PART_OF_ITSELF, UNKNOWN_CODE, OTHER_BLOCK, NEGATIVE);

    private ReferenceControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> namesNothing(Opened opened) {
        ImmutableSet<Id<?>> there =
                opened.terms().documents().stream().map(Restored::id).collect(ImmutableSet.toImmutableSet());
        Set<References.Named> named = new LinkedHashSet<>();
        References.documents(opened, named);
        balances(opened, named);
        return named.stream()
                .filter(name -> !there.contains(name.named()))
                .map(name -> Facts.of("item", name.item().fact())
                        .and("named", Name.of(name.named()).fact())
                        .map())
                .collect(toImmutableList());
    }

    /** A balance by its account, whose meaning it is called by in English. */
    private static Name balance(Meaning meaning, Opened opened) {
        return new Name(
                "balance of " + meaning,
                opened.account(meaning)
                                .map(account -> account.code() + " " + account.nameZh())
                                .orElse(meaning.toString())
                        + " 余额");
    }

    private static void balances(Opened opened, Set<References.Named> named) {
        for (OpenedBalance balance : opened.terms().balances()) {
            Segments at = balance.segments();
            Name item = balance(balance.account(), opened);
            agency(item, at.value(Dimensions.AGENCY), opened, named);
            code(at.value(Dimensions.PROJECT))
                    .ifPresent(code -> named.add(new References.Named(item, new Id<>(Project.KIND, code))));
            code(at.value(Dimensions.LINE))
                    .ifPresent(code -> named.add(new References.Named(item, BudgetLine.id(code))));
            code(at.value(Dimensions.ALLOTMENT))
                    .ifPresent(code -> named.add(new References.Named(item, Allotment.id(code))));
        }
    }

    private static void agency(Name item, String agency, Opened opened, Set<References.Named> named) {
        code(agency)
                .ifPresent(code -> named.add(
                        new References.Named(item, Agency.id(opened.terms().division(), code))));
    }

    private static Optional<String> code(String code) {
        return Optional.of(code).filter(given -> !given.isEmpty());
    }

    /** Whoever follows money up would never come to an end. */
    private static ImmutableList<ImmutableMap<String, Fact>> partsOfThemselves(Opened opened) {
        SetMultimap<Id<?>, Id<?>> above = LinkedHashMultimap.create();
        String division = opened.terms().division();
        for (Agency agency : opened.documents(Agency.KIND)) {
            agency.terms().parent().ifPresent(parent -> above.put(agency.id(), Agency.id(division, parent.value())));
        }
        for (Project project : opened.documents(Project.KIND)) {
            project.terms().parent().ifPresent(parent -> above.put(project.id(), Project.id(parent)));
        }
        for (Allotment allotment : opened.documents(Allotment.KIND)) {
            allotment.terms().origin().ifPresent(origin -> above.put(allotment.id(), origin));
        }
        for (PayeeList list : opened.documents(PayeeList.KIND)) {
            list.terms().origins().forEach(origin -> above.put(list.id(), origin.list()));
        }
        ImmutableList.Builder<ImmutableMap<String, Fact>> circles = ImmutableList.builder();
        for (Id<?> document : above.keySet()) {
            Set<Id<?>> way = way(document, above);
            if (way.stream().anyMatch(each -> above.containsEntry(each, document))) {
                circles.add(Facts.of("document", Name.of(document).fact())
                        .and(
                                "way",
                                new Fact.Bilingual(
                                        texts(way.stream().map(Id::toString).toList()),
                                        texts(way.stream()
                                                .map(id -> Name.of(id).chinese())
                                                .toList())))
                        .map());
            }
        }
        return circles.build();
    }

    /** A document and those above it, each once; a payee list pays again what came back of several. */
    private static Set<Id<?>> way(Id<?> document, SetMultimap<Id<?>, Id<?>> above) {
        Set<Id<?>> way = new LinkedHashSet<>();
        Deque<Id<?>> next = new ArrayDeque<>();
        next.add(document);
        while (!next.isEmpty()) {
            Id<?> at = next.remove();
            if (way.add(at)) {
                next.addAll(above.get(at));
            }
        }
        return way;
    }

    /** The coding blocks of the year's lines and allotments against the code tables and the elements' own rules. */
    private static ImmutableList<ImmutableMap<String, Fact>> unknownCodes(Opened opened) {
        ImmutableList.Builder<ImmutableMap<String, Fact>> unknown = ImmutableList.builder();
        ImmutableMap<Id<?>, Agency> agencies = opened.byId(Agency.KIND);
        for (BudgetLine line : opened.documents(BudgetLine.KIND)) {
            if (line.state() != BudgetState.VOIDED) {
                unknown.addAll(unknown(line.id(), line.terms().elements(), agencies, opened));
            }
        }
        for (Allotment allotment : opened.documents(Allotment.KIND)) {
            unknown.addAll(unknown(allotment.id(), allotment.terms().elements(), agencies, opened));
        }
        for (BankAccount account : opened.documents(BankAccount.KIND)) {
            unknown.addAll(unknownKind(account, opened));
        }
        for (Actor actor : opened.documents(Actor.KIND)) {
            if (actor.state() == ActorState.ACTIVE) {
                unknown.addAll(unknownDuties(actor, opened));
            }
        }
        return unknown.build();
    }

    /** The kind of an account is one of the year in which it was registered, or of this one. */
    private static ImmutableList<ImmutableMap<String, Fact>> unknownKind(BankAccount account, Opened opened) {
        CodeTables tables = opened.rules().of(MasterdataRules.KEY).tables();
        String kind = account.terms().kind();
        Decision<CodeRow> own = tables.leaf(Catalogue.ACCOUNT_KIND, kind, account.fiscalYear());
        Decision<CodeRow> now =
                tables.leaf(Catalogue.ACCOUNT_KIND, kind, opened.terms().fiscalYear());
        return own.isAccepted() ? ImmutableList.of() : problems(account.id(), now.refusals());
    }

    /** A duty is what an act or a post of the rules in force asks for. */
    private static ImmutableList<ImmutableMap<String, Fact>> unknownDuties(Actor actor, Opened opened) {
        return problems(
                actor.id(),
                actor.terms().grants().stream()
                        .map(Grant::duty)
                        .distinct()
                        .filter(duty -> !opened.rules().duties().contains(duty))
                        .map(duty -> Refusal.of(
                                AccessReasons.UNKNOWN_DUTY,
                                Facts.of("actor", text(actor.terms().actor()))
                                        .and("duty", text(duty.code()))
                                        .and(
                                                Refusal.ALLOWED,
                                                texts(opened.rules().duties().stream()
                                                        .map(Duty::code)
                                                        .toList()))))
                        .collect(toImmutableList()));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> problems(Id<?> document, ImmutableList<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> Facts.of("document", Name.of(document).fact())
                        .and("problem", text(refusal.text(), refusal.textZh()))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> unknown(
            Id<?> document, Elements elements, ImmutableMap<Id<?>, Agency> agencies, Opened opened) {
        Agency agency = agencies.get(
                Agency.id(elements.division().value(), elements.agency().value()));
        if (agency == null || elements.fiscalYear() != opened.terms().fiscalYear()) {
            return ImmutableList.of();
        }
        MasterdataRules rules = opened.rules().of(MasterdataRules.KEY);
        return problems(
                document,
                rules.elements()
                        .examine(
                                elements, agency.terms().kind(), document.kind().code(), rules.tables())
                        .refusals());
    }

    /** The amounts of an allotment stand under its own coding block, which limits add up by; under one that was corrected is nothing. */
    private static ImmutableList<ImmutableMap<String, Fact>> otherBlocks(Opened opened) {
        ImmutableMap<Id<?>, Allotment> allotments = opened.byId(Allotment.KIND);
        return opened
                .booked(
                        Ledgers.ALLOTMENT,
                        booked -> !booked.code(Dimensions.ALLOTMENT).isEmpty() && booked.net() != 0)
                .stream()
                .flatMap(booked -> Optional.ofNullable(allotments.get(Allotment.id(booked.code(Dimensions.ALLOTMENT))))
                        .filter(allotment -> !booked.balance().segments().isWithin(allotment.segments()))
                        .map(allotment -> Facts.of(
                                        "item",
                                        balance(booked.balance().account(), opened)
                                                .of(Name.of(allotment.id()))
                                                .fact())
                                .and(
                                        "given",
                                        Name.of(booked.balance().segments()).fact())
                                .and("allowed", Name.of(allotment.segments()).fact())
                                .map())
                        .stream())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> negative(Opened opened) {
        Map<Name, Long> amounts = new TreeMap<>(Comparator.comparing(Name::english));
        for (Booked booked :
                opened.booked(Ledgers.ALLOTMENT, booked -> booked.isBeforeClosing() && !booked.is("VIREMENT"))) {
            Name of = booked.code(Dimensions.ALLOTMENT).isEmpty()
                    ? FlowIdentities.LINE.and(booked.code(Dimensions.LINE))
                    : FlowIdentities.ALLOTMENT.and(booked.code(Dimensions.ALLOTMENT));
            amounts.merge(Name.of(booked.account()).of(of), booked.net(), Fen::add);
        }
        for (Booked booked : opened.booked(Ledgers.MEMORANDUM, Booked::isBeforeClosing)) {
            if (booked.is("PROJECT_RESERVE")) {
                Name of = new Name("project", "项目").and(booked.code(Dimensions.PROJECT));
                amounts.merge(Name.of(booked.account()).of(of), booked.net(), Fen::add);
            }
        }
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue() < 0)
                .map(entry -> Facts.of("item", entry.getKey().fact())
                        .and("amount", amount(entry.getValue()))
                        .map())
                .collect(toImmutableList());
    }
}
