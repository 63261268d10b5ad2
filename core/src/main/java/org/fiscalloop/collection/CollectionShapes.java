package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.collection.BillTerms.Charge;
import org.fiscalloop.collection.BillTerms.Detail;
import org.fiscalloop.collection.BillTerms.Entered;
import org.fiscalloop.collection.BillTerms.Paid;
import org.fiscalloop.collection.CollectionCommands.CreateRefund;
import org.fiscalloop.collection.CollectionCommands.IssueBill;
import org.fiscalloop.collection.CollectionEvents.BillChanged;
import org.fiscalloop.collection.CollectionEvents.RefundChanged;
import org.fiscalloop.collection.CollectionNotices.BillEntered;
import org.fiscalloop.collection.CollectionNotices.BillPaid;
import org.fiscalloop.collection.CollectionNotices.RefundRepaid;
import org.fiscalloop.collection.RefundTerms.Repaid;
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
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueShapes;
import org.joda.money.Money;

/** The forms of bills and refunds of revenue: their terms, rules, commands, notices and events, for the journal and for trees. */
public final class CollectionShapes {
    private static final int FIRST = 0xE6;
    private static final int LAST = 0xED;

    private static final Type<Id<NonTaxBill>> BILL = KernelTypes.id(NonTaxBill.KIND);
    private static final Type<Id<RevenueRefund>> REFUND = KernelTypes.id(RevenueRefund.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(NonTaxBill.KIND, RevenueRefund.KIND));

    /** What stands on a bill. */
    public static final Shape<BillTerms> BILL_TERMS = billTerms();

    /** What stands on a refund. */
    public static final Shape<RefundTerms> REFUND_TERMS = refundTerms();

    /** The rules of bills and refunds. */
    public static final Shape<CollectionRules> RULES = rules();

    static final Shape<IssueBill> ISSUE = issue();
    static final Shape<CreateRefund> CREATE_REFUND = createRefund();
    static final Shape<BillPaid> PAID = billPaid();
    static final Shape<BillEntered> ENTERED = billEntered();
    static final Shape<RefundRepaid> REPAID = refundRepaid();
    static final Shape<BillChanged> BILL_CHANGED = billChanged();
    static final Shape<RefundChanged> REFUND_CHANGED = refundChanged();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "collection",
            FIRST,
            LAST,
            RULES,
            ISSUE,
            CREATE_REFUND,
            PAID,
            ENTERED,
            REPAID,
            BILL_CHANGED,
            REFUND_CHANGED);

    private CollectionShapes() {}

    private static Shape<BillTerms> billTerms() {
        Field<BillTerms, String> division = Field.of("division", Type.text(), BillTerms::division);
        Field<BillTerms, String> agency = Field.of("agency", Type.text(), BillTerms::agency);
        Field<BillTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", BillTerms::fiscalYear);
        Field<BillTerms, String> payer = Field.of("payer", Type.text(), BillTerms::payer);
        Field<BillTerms, LocalDate> dueOn = Field.of("dueOn", Type.date(), BillTerms::dueOn);
        Field<BillTerms, ImmutableList<Detail>> details =
                Field.of("details", Type.list(Type.nested(detail())), BillTerms::details);
        Field<BillTerms, Optional<Paid>> paid = Field.of("paid", Type.optional(Type.nested(paid())), BillTerms::paid);
        Field<BillTerms, Optional<Entered>> entered =
                Field.of("entered", Type.optional(Type.nested(entered())), BillTerms::entered);
        Field<BillTerms, ImmutableSortedMap<String, String>> attributes =
                Field.of("attributes", RuleShapes.TEXTS, BillTerms::attributes).orElse(ImmutableSortedMap.of());
        return Shape.<BillTerms>nested("non-tax-bill-terms")
                .fields(division, agency, fiscalYear, payer, dueOn, details, paid, entered, attributes)
                .maker(v -> ImmutableBillTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .payer(v.get(payer))
                        .dueOn(v.get(dueOn))
                        .details(v.get(details))
                        .paid(v.get(paid))
                        .entered(v.get(entered))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<Detail> detail() {
        Field<Detail, String> item = Field.of("item", Type.text(), Detail::item);
        Field<Detail, String> income = Field.of("income", Type.text(), Detail::income);
        Field<Detail, String> fund = Field.of("fund", Type.text(), Detail::fund);
        Field<Detail, Optional<Charge>> charge =
                Field.of("charge", Type.optional(Type.nested(charge())), Detail::charge);
        Field<Detail, Money> amount = Field.of("amount", Type.money(), Detail::amount);
        return Shape.<Detail>nested("non-tax-detail")
                .fields(item, income, fund, charge, amount)
                .maker(v -> new Detail(v.get(item), v.get(income), v.get(fund), v.get(charge), v.get(amount)));
    }

    private static Shape<Charge> charge() {
        Field<Charge, Money> standard = Field.of("standard", Type.money(), Charge::standard);
        Field<Charge, Long> quantity = Field.of("quantity", Type.integer(), Charge::quantity);
        return Shape.<Charge>nested("non-tax-charge")
                .fields(standard, quantity)
                .maker(v -> new Charge(v.get(standard), v.get(quantity)));
    }

    private static Shape<Paid> paid() {
        Field<Paid, String> serial = Field.of("serial", Type.text(), Paid::serial);
        Field<Paid, LocalDate> paidOn = Field.of("paidOn", Type.date(), Paid::paidOn);
        Field<Paid, Money> amount = Field.of("amount", Type.money(), Paid::amount);
        Field<Paid, Money> lateFee = Field.of("lateFee", Type.money(), Paid::lateFee);
        return Shape.<Paid>nested("bill-paid")
                .fields(serial, paidOn, amount, lateFee)
                .maker(v -> new Paid(v.get(serial), v.get(paidOn), v.get(amount), v.get(lateFee)));
    }

    private static Shape<Entered> entered() {
        Field<Entered, String> report = Field.of("report", Type.text(), Entered::report);
        Field<Entered, LocalDate> enteredOn = Field.of("enteredOn", Type.date(), Entered::enteredOn);
        return Shape.<Entered>nested("bill-entered")
                .fields(report, enteredOn)
                .maker(v -> new Entered(v.get(report), v.get(enteredOn)));
    }

    private static Shape<RefundTerms> refundTerms() {
        Field<RefundTerms, String> division = Field.of("division", Type.text(), RefundTerms::division);
        Field<RefundTerms, String> agency = Field.of("agency", Type.text(), RefundTerms::agency);
        Field<RefundTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", RefundTerms::fiscalYear);
        Field<RefundTerms, RefundReason> reason =
                Field.of("reason", Type.enumOf(RefundReason.class), RefundTerms::reason);
        Field<RefundTerms, String> evidence = Field.of("evidence", Type.text(), RefundTerms::evidence);
        Field<RefundTerms, String> applicant = Field.of("applicant", Type.text(), RefundTerms::applicant);
        Field<RefundTerms, Payee> payee = Field.of("payee", Type.nested(payee()), RefundTerms::payee);
        Field<RefundTerms, String> income = Field.of("income", Type.text(), RefundTerms::income);
        Field<RefundTerms, String> fund = Field.of("fund", Type.text(), RefundTerms::fund);
        Field<RefundTerms, Money> amount = Field.of("amount", Type.money(), RefundTerms::amount);
        Field<RefundTerms, Optional<Id<NonTaxBill>>> bill = Field.of("bill", Type.optional(BILL), RefundTerms::bill);
        Field<RefundTerms, Optional<IncomeTerms.Booking>> booking =
                Field.of("booking", Type.optional(Type.nested(RevenueShapes.BOOKING)), RefundTerms::booking);
        Field<RefundTerms, Optional<Repaid>> repaid =
                Field.of("repaid", Type.optional(Type.nested(repaid())), RefundTerms::repaid);
        Field<RefundTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, RefundTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<RefundTerms>nested("revenue-refund-terms")
                .fields(
                        division,
                        agency,
                        fiscalYear,
                        reason,
                        evidence,
                        applicant,
                        payee,
                        income,
                        fund,
                        amount,
                        bill,
                        booking,
                        repaid,
                        attributes)
                .maker(v -> ImmutableRefundTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .reason(v.get(reason))
                        .evidence(v.get(evidence))
                        .applicant(v.get(applicant))
                        .payee(v.get(payee))
                        .income(v.get(income))
                        .fund(v.get(fund))
                        .amount(v.get(amount))
                        .bill(v.get(bill))
                        .booking(v.get(booking))
                        .repaid(v.get(repaid))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<Payee> payee() {
        Field<Payee, String> name = Field.of("name", Type.text(), Payee::name);
        Field<Payee, String> account = Field.of("account", Type.text(), Payee::account);
        Field<Payee, String> bank = Field.of("bank", Type.text(), Payee::bank);
        return Shape.<Payee>nested("revenue-refund-payee")
                .fields(name, account, bank)
                .maker(v -> new Payee(v.get(name), v.get(account), v.get(bank)));
    }

    private static Shape<Repaid> repaid() {
        Field<Repaid, String> serial = Field.of("serial", Type.text(), Repaid::serial);
        Field<Repaid, LocalDate> repaidOn = Field.of("repaidOn", Type.date(), Repaid::repaidOn);
        return Shape.<Repaid>nested("refund-repaid")
                .fields(serial, repaidOn)
                .maker(v -> new Repaid(v.get(serial), v.get(repaidOn)));
    }

    private static Shape<CollectionRules> rules() {
        Field<CollectionRules, Lifecycle<BillState, BillAction>> billLifecycle = Field.of(
                "billLifecycle",
                RuleShapes.lifecycle(BillState.class, BillAction.class),
                CollectionRules::billLifecycle);
        Field<CollectionRules, Lifecycle<RefundState, RefundAction>> refundLifecycle = Field.of(
                "refundLifecycle",
                RuleShapes.lifecycle(RefundState.class, RefundAction.class),
                CollectionRules::refundLifecycle);
        Field<CollectionRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, CollectionRules::reviews);
        Field<CollectionRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, CollectionRules::severities);
        Field<CollectionRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, CollectionRules::limits);
        Field<CollectionRules, ImmutableList<LateFee>> lateFees =
                Field.of("lateFees", Type.list(Type.nested(lateFee())), CollectionRules::lateFees);
        return Shape.of(FIRST, "collection-rules", CollectionRules.class)
                .fields(billLifecycle, refundLifecycle, reviews, severities, limits, lateFees)
                .maker(v -> ImmutableCollectionRules.builder()
                        .billLifecycle(v.get(billLifecycle))
                        .refundLifecycle(v.get(refundLifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .lateFees(v.get(lateFees))
                        .build());
    }

    private static Shape<LateFee> lateFee() {
        Field<LateFee, String> code = Field.of("code", Type.text(), LateFee::code);
        Field<LateFee, Integer> perTenThousandADay = Field.ofInt("perTenThousandADay", LateFee::perTenThousandADay);
        Field<LateFee, Integer> mostPerTenThousand = Field.ofInt("mostPerTenThousand", LateFee::mostPerTenThousand);
        Field<LateFee, Source> source = Field.of("source", KernelTypes.source(), LateFee::source);
        return Shape.<LateFee>nested("late-fee")
                .fields(code, perTenThousandADay, mostPerTenThousand, source)
                .maker(v ->
                        new LateFee(v.get(code), v.get(perTenThousandADay), v.get(mostPerTenThousand), v.get(source)));
    }

    private static Shape<IssueBill> issue() {
        Field<IssueBill, Id<NonTaxBill>> bill = Field.of("bill", BILL, IssueBill::bill);
        Field<IssueBill, BillTerms> terms = Field.of("terms", Type.nested(BILL_TERMS), IssueBill::terms);
        return Shape.of(FIRST + 1, "issue-bill", IssueBill.class)
                .fields(bill, terms)
                .maker(v -> new IssueBill(v.get(bill), v.get(terms)));
    }

    private static Shape<CreateRefund> createRefund() {
        Field<CreateRefund, Id<RevenueRefund>> refund = Field.of("refund", REFUND, CreateRefund::refund);
        Field<CreateRefund, RefundTerms> terms = Field.of("terms", Type.nested(REFUND_TERMS), CreateRefund::terms);
        return Shape.of(FIRST + 2, "create-revenue-refund", CreateRefund.class)
                .fields(refund, terms)
                .maker(v -> new CreateRefund(v.get(refund), v.get(terms)));
    }

    private static Shape<BillPaid> billPaid() {
        Field<BillPaid, Id<NonTaxBill>> bill = Field.of("bill", BILL, BillPaid::bill);
        Field<BillPaid, String> serial = Field.of("serial", Type.text(), BillPaid::serial);
        Field<BillPaid, LocalDate> paidOn = Field.of("paidOn", Type.date(), BillPaid::paidOn);
        Field<BillPaid, Money> amount = Field.of("amount", Type.money(), BillPaid::amount);
        Field<BillPaid, Money> lateFee = Field.of("lateFee", Type.money(), BillPaid::lateFee);
        return Shape.of(FIRST + 3, "bill-paid", BillPaid.class)
                .fields(bill, serial, paidOn, amount, lateFee)
                .maker(v -> new BillPaid(v.get(bill), v.get(serial), v.get(paidOn), v.get(amount), v.get(lateFee)));
    }

    private static Shape<BillEntered> billEntered() {
        Field<BillEntered, Id<NonTaxBill>> bill = Field.of("bill", BILL, BillEntered::bill);
        Field<BillEntered, String> report = Field.of("report", Type.text(), BillEntered::report);
        Field<BillEntered, LocalDate> enteredOn = Field.of("enteredOn", Type.date(), BillEntered::enteredOn);
        Field<BillEntered, Money> amount = Field.of("amount", Type.money(), BillEntered::amount);
        return Shape.of(FIRST + 4, "bill-entered", BillEntered.class)
                .fields(bill, report, enteredOn, amount)
                .maker(v -> new BillEntered(v.get(bill), v.get(report), v.get(enteredOn), v.get(amount)));
    }

    private static Shape<RefundRepaid> refundRepaid() {
        Field<RefundRepaid, Id<RevenueRefund>> refund = Field.of("refund", REFUND, RefundRepaid::refund);
        Field<RefundRepaid, String> serial = Field.of("serial", Type.text(), RefundRepaid::serial);
        Field<RefundRepaid, LocalDate> repaidOn = Field.of("repaidOn", Type.date(), RefundRepaid::repaidOn);
        Field<RefundRepaid, Money> amount = Field.of("amount", Type.money(), RefundRepaid::amount);
        Field<RefundRepaid, String> account = Field.of("account", Type.text(), RefundRepaid::account);
        return Shape.of(FIRST + 5, "revenue-refund-repaid", RefundRepaid.class)
                .fields(refund, serial, repaidOn, amount, account)
                .maker(v ->
                        new RefundRepaid(v.get(refund), v.get(serial), v.get(repaidOn), v.get(amount), v.get(account)));
    }

    private static Shape<BillChanged> billChanged() {
        Field<BillChanged, Move> move = Field.of("move", MOVE, BillChanged::move);
        Field<BillChanged, BillTerms> terms = Field.of("terms", Type.nested(BILL_TERMS), BillChanged::terms);
        return Shape.of(FIRST + 6, "bill-changed", BillChanged.class)
                .fields(move, terms)
                .maker(v -> new BillChanged(v.get(move), v.get(terms)));
    }

    private static Shape<RefundChanged> refundChanged() {
        Field<RefundChanged, Move> move = Field.of("move", MOVE, RefundChanged::move);
        Field<RefundChanged, RefundTerms> terms = Field.of("terms", Type.nested(REFUND_TERMS), RefundChanged::terms);
        return Shape.of(FIRST + 7, "revenue-refund-changed", RefundChanged.class)
                .fields(move, terms)
                .maker(v -> new RefundChanged(v.get(move), v.get(terms)));
    }
}
