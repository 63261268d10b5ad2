package org.fiscalloop.debt;

import static org.fiscalloop.debt.DebtShapes.DEBT;
import static org.fiscalloop.debt.DebtShapes.LENDING_TERMS;
import static org.fiscalloop.debt.DebtShapes.LIMIT_TERMS;
import static org.fiscalloop.debt.DebtShapes.PAID;
import static org.fiscalloop.debt.DebtShapes.TERMS;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fiscalloop.debt.DebtCommands.AccrueInterest;
import org.fiscalloop.debt.DebtCommands.ChangeDebtLimit;
import org.fiscalloop.debt.DebtCommands.LendOn;
import org.fiscalloop.debt.DebtCommands.PlanBond;
import org.fiscalloop.debt.DebtCommands.ReviseBond;
import org.fiscalloop.debt.DebtCommands.SetDebtLimit;
import org.fiscalloop.debt.DebtEvents.DebtChanged;
import org.fiscalloop.debt.DebtEvents.DebtLimitSet;
import org.fiscalloop.debt.DebtEvents.LentOn;
import org.fiscalloop.debt.DebtEvents.ReturnedOnLent;
import org.fiscalloop.debt.DebtNotices.InterestPaid;
import org.fiscalloop.debt.DebtNotices.OnLentArrived;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.debt.DebtNotices.OnLentReturned;
import org.fiscalloop.debt.DebtNotices.PrincipalRepaid;
import org.fiscalloop.debt.DebtNotices.ProceedsReceived;
import org.fiscalloop.debt.DebtTerms.Conditions;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.joda.money.Money;

/** The forms of what is asked, told and recorded of debts, for the journal and for trees. */
public final class DebtInputShapes {
    private static final int FIRST = 0xF0;
    private static final int LAST = 0xFF;

    private static final Type<Id<OnLending>> LENDING = KernelTypes.id(OnLending.KIND);
    private static final Type<Move> MOVE =
            KernelTypes.move(KernelTypes.idOf(DebtLimit.KIND, Debt.KIND, OnLending.KIND));

    static final Shape<SetDebtLimit> SET_LIMIT = setLimit();
    static final Shape<ChangeDebtLimit> CHANGE_LIMIT = changeLimit();
    static final Shape<PlanBond> PLAN = two(
            FIRST + 2,
            "plan-bond",
            PlanBond.class,
            Field.of("document", DEBT, PlanBond::document),
            Field.of("terms", Type.nested(TERMS), PlanBond::terms),
            PlanBond::new);
    static final Shape<ReviseBond> REVISE = two(
            FIRST + 3,
            "revise-bond",
            ReviseBond.class,
            Field.of("document", DEBT, ReviseBond::document),
            Field.of("terms", Type.nested(TERMS), ReviseBond::terms),
            ReviseBond::new);
    static final Shape<AccrueInterest> ACCRUE = two(
            FIRST + 4,
            "accrue-interest",
            AccrueInterest.class,
            Field.of("document", DEBT, AccrueInterest::document),
            Field.of("until", Type.date(), AccrueInterest::until),
            AccrueInterest::new);
    static final Shape<LendOn> LEND = two(
            FIRST + 5,
            "lend-on",
            LendOn.class,
            Field.of("document", LENDING, LendOn::document),
            Field.of("terms", Type.nested(LENDING_TERMS), LendOn::terms),
            LendOn::new);
    static final Shape<ProceedsReceived> PROCEEDS = two(
            FIRST + 6,
            "proceeds-received",
            ProceedsReceived.class,
            Field.of("document", DEBT, ProceedsReceived::document),
            Field.of("issue", DebtShapes.ISSUE, ProceedsReceived::issue),
            ProceedsReceived::new);
    static final Shape<OnLentReceived> ON_LENT = onLent();
    static final Shape<InterestPaid> INTEREST_PAID = two(
            FIRST + 8,
            "interest-paid",
            InterestPaid.class,
            Field.of("document", DEBT, InterestPaid::document),
            Field.of("paid", PAID, InterestPaid::paid),
            InterestPaid::new);
    static final Shape<PrincipalRepaid> PRINCIPAL_REPAID = two(
            FIRST + 9,
            "principal-repaid",
            PrincipalRepaid.class,
            Field.of("document", DEBT, PrincipalRepaid::document),
            Field.of("paid", PAID, PrincipalRepaid::paid),
            PrincipalRepaid::new);
    static final Shape<OnLentReturned> ON_LENT_RETURNED = onLentReturned();
    static final Shape<OnLentArrived> ARRIVED = arrived();
    static final Shape<DebtLimitSet> LIMIT_SET = two(
            FIRST + 11,
            "debt-limit-set",
            DebtLimitSet.class,
            Field.of("move", MOVE, DebtLimitSet::move),
            Field.of("terms", Type.nested(LIMIT_TERMS), DebtLimitSet::terms),
            DebtLimitSet::new);
    static final Shape<DebtChanged> CHANGED = changed();
    static final Shape<LentOn> LENT_ON = lentOn();
    static final Shape<ReturnedOnLent> RETURNED_ON_LENT = two(
            FIRST + 14,
            "returned-on-lent",
            ReturnedOnLent.class,
            Field.of("moves", Type.list(MOVE), ReturnedOnLent::moves),
            Field.of("returned", DebtShapes.RETURNED, ReturnedOnLent::returned),
            ReturnedOnLent::new);

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "debt",
            FIRST,
            LAST,
            SET_LIMIT,
            CHANGE_LIMIT,
            PLAN,
            REVISE,
            ACCRUE,
            LEND,
            PROCEEDS,
            ON_LENT,
            INTEREST_PAID,
            PRINCIPAL_REPAID,
            ON_LENT_RETURNED,
            ARRIVED,
            LIMIT_SET,
            CHANGED,
            LENT_ON,
            RETURNED_ON_LENT);

    private DebtInputShapes() {}

    /** A form of two fields. */
    private static <B, X, Y> Shape<B> two(
            int tag, String name, Class<B> family, Field<B, X> first, Field<B, Y> second, BiFunction<X, Y, B> maker) {
        return Shape.of(tag, name, family).fields(first, second).maker(v -> maker.apply(v.get(first), v.get(second)));
    }

    private static Shape<SetDebtLimit> setLimit() {
        Field<SetDebtLimit, DebtLimitTerms> terms = Field.of("terms", Type.nested(LIMIT_TERMS), SetDebtLimit::terms);
        return Shape.of(FIRST, "set-debt-limit", SetDebtLimit.class)
                .fields(terms)
                .maker(v -> new SetDebtLimit(v.get(terms)));
    }

    private static Shape<ChangeDebtLimit> changeLimit() {
        Field<ChangeDebtLimit, Id<DebtLimit>> document =
                Field.of("document", KernelTypes.id(DebtLimit.KIND), ChangeDebtLimit::document);
        Field<ChangeDebtLimit, Money> amount = Field.of("amount", Type.money(), ChangeDebtLimit::amount);
        Field<ChangeDebtLimit, String> documentNo = Field.of("documentNo", Type.text(), ChangeDebtLimit::documentNo);
        return Shape.of(FIRST + 1, "change-debt-limit", ChangeDebtLimit.class)
                .fields(document, amount, documentNo)
                .maker(v -> new ChangeDebtLimit(v.get(document), v.get(amount), v.get(documentNo)));
    }

    private static Shape<OnLentReceived> onLent() {
        Field<OnLentReceived, Id<OnLending>> lending = Field.of("lending", LENDING, OnLentReceived::lending);
        Field<OnLentReceived, String> lender = Field.of("lender", Type.text(), OnLentReceived::lender);
        Field<OnLentReceived, DebtKind> kind = Field.of("kind", DebtShapes.KIND, OnLentReceived::kind);
        Field<OnLentReceived, Use> use = Field.of("use", DebtShapes.USE, OnLentReceived::use);
        Field<OnLentReceived, String> name = Field.of("name", Type.text(), OnLentReceived::name);
        Field<OnLentReceived, String> fund = Field.of("fund", Type.text(), OnLentReceived::fund);
        Field<OnLentReceived, String> documentNo = Field.of("documentNo", Type.text(), OnLentReceived::documentNo);
        Field<OnLentReceived, ImmutableList<Refinanced>> refinances = Field.of(
                        "refinances", DebtShapes.REFINANCED, OnLentReceived::refinances)
                .orElse(ImmutableList.of());
        Field<OnLentReceived, String> serial = Field.of("serial", Type.text(), OnLentReceived::serial);
        Field<OnLentReceived, LocalDate> receivedOn = Field.of("receivedOn", Type.date(), OnLentReceived::receivedOn);
        Field<OnLentReceived, Money> principal = Field.of("principal", Type.money(), OnLentReceived::principal);
        Field<OnLentReceived, Conditions> conditions =
                Field.of("conditions", DebtShapes.CONDITIONS, OnLentReceived::conditions);
        return Shape.of(FIRST + 7, "on-lent-received", OnLentReceived.class)
                .fields(lending, lender, kind, use, name, fund, documentNo, refinances)
                .fields(serial, receivedOn, principal, conditions)
                .maker(v -> new OnLentReceived(
                        v.get(lending),
                        v.get(lender),
                        v.get(kind),
                        v.get(use),
                        v.get(name),
                        v.get(fund),
                        v.get(documentNo),
                        v.get(refinances),
                        v.get(serial),
                        v.get(receivedOn),
                        v.get(principal),
                        v.get(conditions)));
    }

    private static Shape<OnLentReturned> onLentReturned() {
        Field<OnLentReturned, Id<OnLending>> document = Field.of("document", LENDING, OnLentReturned::document);
        Field<OnLentReturned, LocalDate> receivedOn = Field.of("receivedOn", Type.date(), OnLentReturned::receivedOn);
        Field<OnLentReturned, OnLendingTerms.Returned> returned =
                Field.of("returned", DebtShapes.RETURNED, OnLentReturned::returned);
        return Shape.of(FIRST + 10, "on-lent-returned", OnLentReturned.class)
                .fields(document, receivedOn, returned)
                .maker(v -> new OnLentReturned(v.get(document), v.get(receivedOn), v.get(returned)));
    }

    private static Shape<OnLentArrived> arrived() {
        Field<OnLentArrived, Id<OnLending>> document = Field.of("document", LENDING, OnLentArrived::document);
        return Shape.of(FIRST + 15, "on-lent-arrived", OnLentArrived.class)
                .fields(document)
                .maker(v -> new OnLentArrived(v.get(document)));
    }

    private static Shape<DebtChanged> changed() {
        Field<DebtChanged, Move> move = Field.of("move", MOVE, DebtChanged::move);
        Field<DebtChanged, DebtTerms> terms = Field.of("terms", Type.nested(TERMS), DebtChanged::terms);
        Field<DebtChanged, Optional<Id<OnLending>>> lending =
                Field.of("lending", Type.optional(LENDING), DebtChanged::lending);
        return Shape.of(FIRST + 12, "debt-changed", DebtChanged.class)
                .fields(move, terms, lending)
                .maker(v -> new DebtChanged(v.get(move), v.get(terms), v.get(lending)));
    }

    private static Shape<LentOn> lentOn() {
        Field<LentOn, Move> move = Field.of("move", MOVE, LentOn::move);
        Field<LentOn, OnLendingTerms> terms = Field.of("terms", Type.nested(LENDING_TERMS), LentOn::terms);
        Field<LentOn, Optional<OnLentReceived>> told =
                Field.of("told", Type.optional(Type.nested(ON_LENT)), LentOn::told);
        Field<LentOn, ImmutableList<InputId>> arrived = Field.of(
                        "arrived", Type.list(Type.nested(message())), LentOn::arrived)
                .orElse(ImmutableList.of());
        return Shape.of(FIRST + 13, "lent-on", LentOn.class)
                .fields(move, terms, told, arrived)
                .maker(v -> new LentOn(v.get(move), v.get(terms), v.get(told), v.get(arrived)));
    }

    private static Shape<InputId> message() {
        Field<InputId, String> sender = Field.of("sender", Type.text(), InputId::sender);
        Field<InputId, String> value = Field.of("value", Type.text(), InputId::value);
        return Shape.<InputId>nested("lending-message")
                .fields(sender, value)
                .maker(v -> new InputId(v.get(sender), v.get(value)));
    }
}
