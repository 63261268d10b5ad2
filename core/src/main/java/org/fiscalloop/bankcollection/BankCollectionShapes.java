package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fiscalloop.bankcollection.AgreementTerms.Account;
import org.fiscalloop.bankcollection.BankCollectionCommands.CreateAgreement;
import org.fiscalloop.bankcollection.BankCollectionCommands.EndAgreement;
import org.fiscalloop.bankcollection.BankCollectionCommands.RefuseDemand;
import org.fiscalloop.bankcollection.BankCollectionCommands.ReviseAgreement;
import org.fiscalloop.bankcollection.BankCollectionEvents.AgreementChanged;
import org.fiscalloop.bankcollection.BankCollectionEvents.DemandChanged;
import org.fiscalloop.bankcollection.BankCollectionNotices.CollectionDemanded;
import org.fiscalloop.bankcollection.BankCollectionRules.Kind;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.joda.money.Money;

/** The forms of bank collections: terms, rules, commands, notices and events, for the journal and for trees. */
public final class BankCollectionShapes {
    private static final int FIRST = 0x1C0;
    private static final int LAST = 0x1CF;

    private static final Type<Id<CollectionAgreement>> AGREEMENT = KernelTypes.id(CollectionAgreement.KIND);
    private static final Type<Id<CollectionDemand>> DEMAND = KernelTypes.id(CollectionDemand.KIND);
    private static final Type<Optional<LocalDate>> DAY = Type.optional(Type.date());
    private static final Type<Account> ACCOUNT = Type.nested(account());

    /** What stands on an agreement. */
    public static final Shape<AgreementTerms> AGREEMENT_TERMS = agreementTerms();

    /** What stands on a demand. */
    public static final Shape<DemandTerms> DEMAND_TERMS = demandTerms();

    /** The rules of bank collections. */
    public static final Shape<BankCollectionRules> RULES = rules();

    static final Shape<CreateAgreement> CREATE = filling(
            FIRST + 1,
            "create-collection-agreement",
            CreateAgreement.class,
            CreateAgreement::document,
            CreateAgreement::terms,
            CreateAgreement::new);
    static final Shape<ReviseAgreement> REVISE = filling(
            FIRST + 2,
            "revise-collection-agreement",
            ReviseAgreement.class,
            ReviseAgreement::document,
            ReviseAgreement::terms,
            ReviseAgreement::new);
    static final Shape<EndAgreement> END = end();
    static final Shape<RefuseDemand> REFUSE = refuse();
    static final Shape<CollectionDemanded> DEMANDED = demanded();
    static final Shape<AgreementChanged> AGREEMENT_CHANGED = agreementChanged();
    static final Shape<DemandChanged> DEMAND_CHANGED = demandChanged();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "bankcollection",
            FIRST,
            LAST,
            RULES,
            CREATE,
            REVISE,
            END,
            REFUSE,
            DEMANDED,
            AGREEMENT_CHANGED,
            DEMAND_CHANGED);

    private BankCollectionShapes() {}

    private static Shape<Account> account() {
        Field<Account, String> name = Field.of("name", Type.text(), Account::name);
        Field<Account, String> account = Field.of("account", Type.text(), Account::account);
        Field<Account, String> bank = Field.of("bank", Type.text(), Account::bank);
        return Shape.<Account>nested("collection-payee")
                .fields(name, account, bank)
                .maker(v -> new Account(v.get(name), v.get(account), v.get(bank)));
    }

    private static Shape<AgreementTerms> agreementTerms() {
        Field<AgreementTerms, String> division = Field.of("division", Type.text(), AgreementTerms::division);
        Field<AgreementTerms, String> agency = Field.of("agency", Type.text(), AgreementTerms::agency);
        Field<AgreementTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", AgreementTerms::fiscalYear);
        Field<AgreementTerms, String> kind = Field.of("kind", Type.text(), AgreementTerms::kind);
        Field<AgreementTerms, String> payerAccount =
                Field.of("payerAccount", Type.text(), AgreementTerms::payerAccount);
        Field<AgreementTerms, Account> payee = Field.of("payee", ACCOUNT, AgreementTerms::payee);
        Field<AgreementTerms, String> bank = Field.of("bank", Type.text(), AgreementTerms::bank);
        Field<AgreementTerms, LocalDate> firstDay = Field.of("firstDay", Type.date(), AgreementTerms::firstDay);
        Field<AgreementTerms, Optional<LocalDate>> lastDay = Field.of("lastDay", DAY, AgreementTerms::lastDay);
        Field<AgreementTerms, Optional<Money>> ceiling =
                Field.of("ceiling", Type.optional(Type.money()), AgreementTerms::ceiling);
        Field<AgreementTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, AgreementTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<AgreementTerms>nested("collection-agreement-terms")
                .fields(division, agency, fiscalYear, kind, payerAccount, payee)
                .fields(bank, firstDay, lastDay, ceiling, attributes)
                .maker(v -> ImmutableAgreementTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .kind(v.get(kind))
                        .payerAccount(v.get(payerAccount))
                        .payee(v.get(payee))
                        .bank(v.get(bank))
                        .firstDay(v.get(firstDay))
                        .lastDay(v.get(lastDay))
                        .ceiling(v.get(ceiling))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<DemandTerms> demandTerms() {
        Field<DemandTerms, String> division = Field.of("division", Type.text(), DemandTerms::division);
        Field<DemandTerms, String> agency = Field.of("agency", Type.text(), DemandTerms::agency);
        Field<DemandTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", DemandTerms::fiscalYear);
        Field<DemandTerms, Id<CollectionAgreement>> agreement =
                Field.of("agreement", AGREEMENT, DemandTerms::agreement);
        Field<DemandTerms, String> payerAccount = Field.of("payerAccount", Type.text(), DemandTerms::payerAccount);
        Field<DemandTerms, Account> payee = Field.of("payee", ACCOUNT, DemandTerms::payee);
        Field<DemandTerms, Money> amount = Field.of("amount", Type.money(), DemandTerms::amount);
        Field<DemandTerms, LocalDate> raisedOn = Field.of("raisedOn", Type.date(), DemandTerms::raisedOn);
        Field<DemandTerms, Optional<LocalDate>> dueOn = Field.of("dueOn", DAY, DemandTerms::dueOn);
        Field<DemandTerms, String> remark = Field.of("remark", Type.text(), DemandTerms::remark);
        Field<DemandTerms, Optional<String>> refusal =
                Field.of("refusal", Type.optional(Type.text()), DemandTerms::refusal);
        return Shape.<DemandTerms>nested("collection-demand-terms")
                .fields(division, agency, fiscalYear, agreement, payerAccount, payee)
                .fields(amount, raisedOn, dueOn, remark, refusal)
                .maker(v -> ImmutableDemandTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .agreement(v.get(agreement))
                        .payerAccount(v.get(payerAccount))
                        .payee(v.get(payee))
                        .amount(v.get(amount))
                        .raisedOn(v.get(raisedOn))
                        .dueOn(v.get(dueOn))
                        .remark(v.get(remark))
                        .refusal(v.get(refusal))
                        .build());
    }

    private static <B> Shape<B> filling(
            int tag,
            String name,
            Class<B> type,
            Function<B, Id<CollectionAgreement>> id,
            Function<B, AgreementTerms> filledIn,
            BiFunction<Id<CollectionAgreement>, AgreementTerms, B> maker) {
        Field<B, Id<CollectionAgreement>> document = Field.of("document", AGREEMENT, id);
        Field<B, AgreementTerms> terms = Field.of("terms", Type.nested(AGREEMENT_TERMS), filledIn);
        return Shape.of(tag, name, type).fields(document, terms).maker(v -> maker.apply(v.get(document), v.get(terms)));
    }

    private static Shape<EndAgreement> end() {
        Field<EndAgreement, Id<CollectionAgreement>> document = Field.of("document", AGREEMENT, EndAgreement::document);
        Field<EndAgreement, LocalDate> lastDay = Field.of("lastDay", Type.date(), EndAgreement::lastDay);
        return Shape.of(FIRST + 3, "end-collection-agreement", EndAgreement.class)
                .fields(document, lastDay)
                .maker(v -> new EndAgreement(v.get(document), v.get(lastDay)));
    }

    private static Shape<RefuseDemand> refuse() {
        Field<RefuseDemand, Id<CollectionDemand>> document = Field.of("document", DEMAND, RefuseDemand::document);
        Field<RefuseDemand, String> reason = Field.of("reason", Type.text(), RefuseDemand::reason);
        return Shape.of(FIRST + 4, "refuse-collection-demand", RefuseDemand.class)
                .fields(document, reason)
                .maker(v -> new RefuseDemand(v.get(document), v.get(reason)));
    }

    private static Shape<CollectionDemanded> demanded() {
        Field<CollectionDemanded, Id<CollectionDemand>> demand = Field.of("demand", DEMAND, CollectionDemanded::demand);
        Field<CollectionDemanded, Id<CollectionAgreement>> agreement =
                Field.of("agreement", AGREEMENT, CollectionDemanded::agreement);
        Field<CollectionDemanded, String> payerAccount =
                Field.of("payerAccount", Type.text(), CollectionDemanded::payerAccount);
        Field<CollectionDemanded, Account> payee = Field.of("payee", ACCOUNT, CollectionDemanded::payee);
        Field<CollectionDemanded, Money> amount = Field.of("amount", Type.money(), CollectionDemanded::amount);
        Field<CollectionDemanded, LocalDate> raisedOn = Field.of("raisedOn", Type.date(), CollectionDemanded::raisedOn);
        Field<CollectionDemanded, Optional<LocalDate>> dueOn = Field.of("dueOn", DAY, CollectionDemanded::dueOn);
        Field<CollectionDemanded, String> remark = Field.of("remark", Type.text(), CollectionDemanded::remark);
        return Shape.of(FIRST + 5, "collection-demanded", CollectionDemanded.class)
                .fields(demand, agreement, payerAccount, payee, amount, raisedOn, dueOn, remark)
                .maker(v -> new CollectionDemanded(
                        v.get(demand),
                        v.get(agreement),
                        v.get(payerAccount),
                        v.get(payee),
                        v.get(amount),
                        v.get(raisedOn),
                        v.get(dueOn),
                        v.get(remark)));
    }

    private static Shape<AgreementChanged> agreementChanged() {
        Field<AgreementChanged, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(CollectionAgreement.KIND)), AgreementChanged::move);
        Field<AgreementChanged, AgreementTerms> terms =
                Field.of("terms", Type.nested(AGREEMENT_TERMS), AgreementChanged::terms);
        return Shape.of(FIRST + 6, "collection-agreement-changed", AgreementChanged.class)
                .fields(move, terms)
                .maker(v -> new AgreementChanged(v.get(move), v.get(terms)));
    }

    private static Shape<DemandChanged> demandChanged() {
        Field<DemandChanged, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(CollectionDemand.KIND)), DemandChanged::move);
        Field<DemandChanged, DemandTerms> terms = Field.of("terms", Type.nested(DEMAND_TERMS), DemandChanged::terms);
        return Shape.of(FIRST + 7, "collection-demand-changed", DemandChanged.class)
                .fields(move, terms)
                .maker(v -> new DemandChanged(v.get(move), v.get(terms)));
    }

    private static Shape<BankCollectionRules> rules() {
        Field<BankCollectionRules, Lifecycle<AgreementState, AgreementAction>> agreementLifecycle = Field.of(
                "agreementLifecycle",
                RuleShapes.lifecycle(AgreementState.class, AgreementAction.class),
                BankCollectionRules::agreementLifecycle);
        Field<BankCollectionRules, Lifecycle<DemandState, DemandAction>> demandLifecycle = Field.of(
                "demandLifecycle",
                RuleShapes.lifecycle(DemandState.class, DemandAction.class),
                BankCollectionRules::demandLifecycle);
        Field<BankCollectionRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, BankCollectionRules::reviews);
        Field<BankCollectionRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, BankCollectionRules::severities);
        Field<BankCollectionRules, ImmutableList<Kind>> kinds =
                Field.of("kinds", Type.list(Type.nested(kind())), BankCollectionRules::kinds);
        Field<BankCollectionRules, ImmutableList<String>> businessTypes =
                Field.of("businessTypes", Type.list(Type.text()), BankCollectionRules::businessTypes);
        Field<BankCollectionRules, Integer> answerDays = Field.ofInt("answerDays", BankCollectionRules::answerDays);
        Field<BankCollectionRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, BankCollectionRules::limits);
        return Shape.of(FIRST, "bank-collection-rules", BankCollectionRules.class)
                .fields(
                        agreementLifecycle,
                        demandLifecycle,
                        reviews,
                        severities,
                        kinds,
                        businessTypes,
                        answerDays,
                        limits)
                .maker(v -> ImmutableBankCollectionRules.builder()
                        .agreementLifecycle(v.get(agreementLifecycle))
                        .demandLifecycle(v.get(demandLifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .kinds(v.get(kinds))
                        .businessTypes(v.get(businessTypes))
                        .answerDays(v.get(answerDays))
                        .limits(v.get(limits))
                        .build());
    }

    private static Shape<Kind> kind() {
        Field<Kind, String> code = Field.of("code", Type.text(), Kind::code);
        Field<Kind, String> name = Field.of("name", Type.text(), Kind::name);
        Field<Kind, String> nameZh = Field.of("nameZh", Type.text(), Kind::nameZh);
        Field<Kind, Source> source = Field.of("source", KernelTypes.source(), Kind::source);
        return Shape.<Kind>nested("bank-collection-kind")
                .fields(code, name, nameZh, source)
                .maker(v -> new Kind(v.get(code), v.get(name), v.get(nameZh), v.get(source)));
    }
}
