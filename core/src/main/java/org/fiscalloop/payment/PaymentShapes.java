package org.fiscalloop.payment;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.bankcollection.CollectionDemand;
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
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.ByPrefix.Row;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.monitoring.Examined;
import org.fiscalloop.monitoring.MonitoringShapes;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateProxyPayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentEvents.PaymentFilledIn;
import org.fiscalloop.payment.PaymentEvents.PaymentMonitored;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentRules.Occupation;
import org.fiscalloop.payment.PaymentTerms.ForeignAmount;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.payment.PaymentVoucher.Order;
import org.fiscalloop.payment.PaymentVoucher.OrderLine;
import org.fiscalloop.payment.VoucherTerms.Listed;
import org.fiscalloop.payment.kinds.FinanceReview;
import org.fiscalloop.payment.kinds.KindTypes;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.fiscalloop.signature.SignaturePolicy;
import org.joda.money.Money;

/** The forms of payments: their terms, rules, commands, notices and events, for the journal and for trees. */
public final class PaymentShapes {
    private static final int FIRST = 0x50;
    private static final int LAST = 0x6F;

    /** A place at which something of a payment stands. */
    public static final Type<VoucherTerms.Part> PART = VoucherShapes.PART;

    /** What is filled in on a request. */
    public static final Shape<PaymentTerms> TERMS = terms();

    /** The rules of payments. */
    public static final Shape<PaymentRules> RULES = rules();

    /** What of a voucher is signed, so that who signs can be shown what the bytes say. */
    public static final Shape<Order> ORDER = order(true);

    /** The same of vouchers of the first form, which tells neither the kind of payment nor payee lists. */
    public static final Shape<Order> FIRST_ORDER = order(false);

    static final Shape<CreatePayment> CREATE = create();
    static final Shape<CreateProxyPayment> CREATE_PROXY = createProxy();
    static final Shape<RevisePayment> REVISE = revise();
    static final Shape<PaymentFilledIn> FILLED_IN = filledIn();
    static final Shape<PaymentMonitored> MONITORED = monitored();

    /** All forms with a tag, those of vouchers too. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "payment",
            FIRST,
            LAST,
            TERMS,
            RULES,
            CREATE,
            CREATE_PROXY,
            REVISE,
            FILLED_IN,
            MONITORED,
            VoucherShapes.TERMS,
            VoucherShapes.CREATE,
            VoucherShapes.ACCEPTANCE,
            VoucherShapes.REJECTION,
            VoucherShapes.RECEIPT,
            VoucherShapes.CLEARING,
            VoucherShapes.REFUND,
            VoucherShapes.CREATED,
            VoucherShapes.VOIDED,
            VoucherShapes.PAID,
            VoucherShapes.CLEARED,
            VoucherShapes.REFUNDED,
            VoucherShapes.SIGN,
            VoucherShapes.STAMP,
            VoucherShapes.SIGNED);

    private PaymentShapes() {}

    private static Shape<PaymentTerms> terms() {
        Field<PaymentTerms, Id<Allotment>> allotment =
                Field.of("allotment", VoucherShapes.ALLOTMENT, PaymentTerms::allotment);
        Field<PaymentTerms, Elements> elements = Field.of("elements", MasterdataTypes.ELEMENTS, PaymentTerms::elements);
        Field<PaymentTerms, Money> amount = Field.of("amount", Type.money(), PaymentTerms::amount);
        Field<PaymentTerms, String> payer = Field.of("payerAccount", Type.text(), PaymentTerms::payerAccount);
        Field<PaymentTerms, Payee> payee = Field.of("payee", VoucherShapes.PAYEE, PaymentTerms::payee);
        Field<PaymentTerms, String> purpose = Field.of("purpose", Type.text(), PaymentTerms::purpose);
        Field<PaymentTerms, String> settlement = Field.of("settlementMode", Type.text(), PaymentTerms::settlementMode)
                .orElse(PaymentTerms.ELECTRONIC);
        Field<PaymentTerms, String> business = Field.of("businessType", Type.text(), PaymentTerms::businessType)
                .orElse(PaymentTerms.ORDINARY);
        Field<PaymentTerms, Boolean> procurement = Field.of("procurement", Type.bool(), PaymentTerms::isProcurement)
                .orElse(false);
        Field<PaymentTerms, String> payType =
                Field.of("payType", Type.text(), PaymentTerms::payType).orElse(PaymentKind.TREASURY);
        Field<PaymentTerms, Optional<String>> contract =
                Field.of("contract", Type.optional(Type.text()), PaymentTerms::contract);
        Field<PaymentTerms, Optional<Id<PayeeList>>> payees = Field.of(
                        "payees", Type.optional(KernelTypes.id(PayeeList.KIND)), PaymentTerms::payees)
                .since(2, Optional.empty());
        Field<PaymentTerms, Optional<Id<CollectionDemand>>> demand = Field.of(
                        "demand", Type.optional(KernelTypes.id(CollectionDemand.KIND)), PaymentTerms::demand)
                .since(3, Optional.empty());
        Field<PaymentTerms, Optional<ForeignAmount>> foreign =
                Field.of("foreign", Type.optional(Type.nested(foreign())), PaymentTerms::foreign);
        Field<PaymentTerms, Occupation> occupation = Field.of(
                        "occupation", Type.enumOf(Occupation.class), PaymentTerms::occupation)
                .orElse(Occupation.SUBMIT);
        Field<PaymentTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, PaymentTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.of(FIRST, "payment-terms", PaymentTerms.class)
                .fields(allotment, elements, amount, payer, payee, purpose, settlement, business)
                .fields(procurement, payType, contract, foreign, occupation, attributes, payees, demand)
                .maker(v -> ImmutablePaymentTerms.builder()
                        .allotment(v.get(allotment))
                        .elements(v.get(elements))
                        .amount(v.get(amount))
                        .payerAccount(v.get(payer))
                        .payee(v.get(payee))
                        .purpose(v.get(purpose))
                        .settlementMode(v.get(settlement))
                        .businessType(v.get(business))
                        .isProcurement(v.get(procurement))
                        .payType(v.get(payType))
                        .contract(v.get(contract))
                        .payees(v.get(payees))
                        .demand(v.get(demand))
                        .foreign(v.get(foreign))
                        .occupation(v.get(occupation))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<Order> order(boolean isWhole) {
        Field<OrderLine, Id<PaymentRequest>> request = Field.of("request", VoucherShapes.REQUEST, OrderLine::request);
        Field<OrderLine, Id<Allotment>> allotment =
                Field.of("allotment", VoucherShapes.ALLOTMENT, OrderLine::allotment);
        Field<OrderLine, Money> amount = Field.of("amount", Type.money(), OrderLine::amount);
        Field<OrderLine, Optional<Listed>> listed = Field.of("listed", VoucherShapes.LISTED, OrderLine::listed);
        Shape<OrderLine> line = isWhole
                ? Shape.<OrderLine>nested("order-line")
                        .fields(request, allotment, amount, listed)
                        .maker(v -> new OrderLine(v.get(request), v.get(allotment), v.get(amount), v.get(listed)))
                : Shape.<OrderLine>nested("order-line")
                        .fields(request, allotment, amount)
                        .maker(v -> new OrderLine(v.get(request), v.get(allotment), v.get(amount), Optional.empty()));
        Field<Order, Id<PaymentVoucher>> voucher = Field.of("voucher", VoucherShapes.VOUCHER, Order::voucher);
        Field<Order, String> division = Field.of("division", Type.text(), Order::division);
        Field<Order, String> agency = Field.of("agency", Type.text(), Order::agency);
        Field<Order, Integer> year = Field.ofInt("fiscalYear", Order::fiscalYear);
        Field<Order, String> fund = Field.of("fund", Type.text(), Order::fund);
        Field<Order, ImmutableList<OrderLine>> lines = Field.of("lines", Type.list(Type.nested(line)), Order::lines);
        Field<Order, String> payer = Field.of("payerAccount", Type.text(), Order::payerAccount);
        Field<Order, Payee> payee = Field.of("payee", VoucherShapes.PAYEE, Order::payee);
        Field<Order, LocalDate> date = Field.of("date", Type.date(), Order::date);
        Field<Order, String> payType = Field.of("payType", Type.text(), Order::payType);
        var shape = Shape.<Order>nested("payment-voucher-order")
                .fields(voucher, division, agency, year, fund, lines, payer, payee, date);
        return (isWhole ? shape.fields(payType) : shape)
                .maker(v -> new Order(
                        v.get(voucher),
                        v.get(division),
                        v.get(agency),
                        v.get(year),
                        v.get(fund),
                        v.get(lines),
                        v.get(payer),
                        v.get(payee),
                        v.get(date),
                        isWhole ? v.get(payType) : PaymentKind.TREASURY));
    }

    private static Shape<ForeignAmount> foreign() {
        Type<BigDecimal> decimal =
                Type.mapped("decimal number", Type.text(), PaymentShapes::decimal, BigDecimal::toPlainString);
        Field<ForeignAmount, String> currency = Field.of("currency", Type.text(), ForeignAmount::currency);
        Field<ForeignAmount, BigDecimal> amount = Field.of("amount", decimal, ForeignAmount::amount);
        Field<ForeignAmount, BigDecimal> rate = Field.of("rate", decimal, ForeignAmount::rate);
        return Shape.<ForeignAmount>nested("foreign-amount")
                .fields(currency, amount, rate)
                .maker(v -> new ForeignAmount(v.get(currency), v.get(amount), v.get(rate)));
    }

    private static BigDecimal decimal(String text) {
        if (!CharMatcher.inRange('0', '9').or(CharMatcher.is('.')).matchesAllOf(text)) {
            throw new IllegalArgumentException(
                    "a decimal number must be digits with at most one point: \"" + text + "\"");
        }
        return new BigDecimal(text);
    }

    private static Shape<PaymentRules> rules() {
        Field<PaymentRules, Lifecycle<PaymentState, PaymentAction>> requests = Field.of(
                "requestLifecycle",
                RuleShapes.lifecycle(PaymentState.class, PaymentAction.class),
                PaymentRules::requestLifecycle);
        Field<PaymentRules, Lifecycle<VoucherState, VoucherAction>> vouchers = Field.of(
                "voucherLifecycle",
                RuleShapes.lifecycle(VoucherState.class, VoucherAction.class),
                PaymentRules::voucherLifecycle);
        Field<PaymentRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, PaymentRules::reviews);
        Field<PaymentRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, PaymentRules::severities);
        Field<PaymentRules, Occupation> occupation =
                Field.of("occupation", Type.enumOf(Occupation.class), PaymentRules::occupation);
        Field<PaymentRules, ByPrefix<PaymentNature>> natures =
                Field.of("natures", byPrefix(PaymentNature.class), PaymentRules::natures);
        Field<PaymentRules, ByPrefix<TreasuryExpense>> expenses =
                Field.of("treasuryExpenses", byPrefix(TreasuryExpense.class), PaymentRules::treasuryExpenses);
        Field<PaymentRules, ByPrefix<FundBook>> books =
                Field.of("fundBooks", byPrefix(FundBook.class), PaymentRules::fundBooks);
        Field<PaymentRules, ImmutableMap<String, ImmutableSet<String>>> payers =
                Field.of("payerKinds", Type.map(Type.set(Type.text())), PaymentRules::payerKinds);
        Field<PaymentRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, PaymentRules::limits);
        Field<PaymentRules, SignaturePolicy> signatures = Field.of(
                        "signatures", Type.enumOf(SignaturePolicy.class), PaymentRules::signatures)
                .since(2, SignaturePolicy.NONE);
        Field<PaymentRules, ImmutableList<PaymentKind>> kinds =
                Field.of("kinds", KindTypes.KINDS, PaymentRules::kinds).since(3, PaymentKind.NATIONAL);
        Field<PaymentRules, FinanceReview> review = Field.of(
                        "financeReview", KindTypes.FINANCE_REVIEW, PaymentRules::financeReview)
                .since(3, FinanceReview.NATIONAL);
        return Shape.of(FIRST + 1, "payment-rules", PaymentRules.class)
                .fields(requests, vouchers, reviews, severities, occupation, natures, expenses, books, payers, limits)
                .fields(signatures, kinds, review)
                .maker(v -> ImmutablePaymentRules.builder()
                        .requestLifecycle(v.get(requests))
                        .voucherLifecycle(v.get(vouchers))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .occupation(v.get(occupation))
                        .natures(v.get(natures))
                        .treasuryExpenses(v.get(expenses))
                        .fundBooks(v.get(books))
                        .payerKinds(v.get(payers))
                        .limits(v.get(limits))
                        .signatures(v.get(signatures))
                        .kinds(v.get(kinds))
                        .financeReview(v.get(review))
                        .build());
    }

    /** The form of what the codes of one tree mean: its rows in order. */
    public static <E extends Enum<E>> Type<ByPrefix<E>> byPrefix(Class<E> meanings) {
        Field<Row<E>, String> prefix = Field.of("prefix", Type.text(), Row::prefix);
        Field<Row<E>, E> meaning = Field.of("meaning", Type.enumOf(meanings), Row::meaning);
        Field<Row<E>, Source> source = Field.of("source", KernelTypes.source(), Row::source);
        Shape<Row<E>> row = Shape.<Row<E>>nested("code-prefix")
                .fields(prefix, meaning, source)
                .maker(v -> new Row<>(v.get(prefix), v.get(meaning), v.get(source)));
        return Type.mapped("meanings by prefix", Type.list(Type.nested(row)), ByPrefix::of, ByPrefix::rows);
    }

    private static Shape<CreatePayment> create() {
        Field<CreatePayment, Id<PaymentRequest>> request =
                Field.of("request", VoucherShapes.REQUEST, CreatePayment::request);
        Field<CreatePayment, PaymentTerms> terms = Field.of("terms", Type.nested(TERMS), CreatePayment::terms);
        return Shape.of(FIRST + 2, "create-payment", CreatePayment.class)
                .fields(request, terms)
                .maker(v -> new CreatePayment(v.get(request), v.get(terms)));
    }

    private static Shape<CreateProxyPayment> createProxy() {
        Field<CreateProxyPayment, Id<PaymentRequest>> request =
                Field.of("request", VoucherShapes.REQUEST, CreateProxyPayment::request);
        Field<CreateProxyPayment, PaymentTerms> terms =
                Field.of("terms", Type.nested(TERMS), CreateProxyPayment::terms);
        return Shape.of(FIRST + 6, "create-proxy-payment", CreateProxyPayment.class)
                .fields(request, terms)
                .maker(v -> new CreateProxyPayment(v.get(request), v.get(terms)));
    }

    private static Shape<RevisePayment> revise() {
        Field<RevisePayment, Id<PaymentRequest>> request =
                Field.of("request", VoucherShapes.REQUEST, RevisePayment::request);
        Field<RevisePayment, PaymentTerms> terms = Field.of("terms", Type.nested(TERMS), RevisePayment::terms);
        return Shape.of(FIRST + 3, "revise-payment", RevisePayment.class)
                .fields(request, terms)
                .maker(v -> new RevisePayment(v.get(request), v.get(terms)));
    }

    private static Shape<PaymentFilledIn> filledIn() {
        Field<PaymentFilledIn, Move> move = Field.of("move", VoucherShapes.MOVE, PaymentFilledIn::move);
        Field<PaymentFilledIn, PaymentTerms> terms = Field.of("terms", Type.nested(TERMS), PaymentFilledIn::terms);
        return Shape.of(FIRST + 4, "payment-filled-in", PaymentFilledIn.class)
                .fields(move, terms)
                .maker(v -> new PaymentFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<PaymentMonitored> monitored() {
        Field<PaymentMonitored, Move> move = Field.of("move", VoucherShapes.MOVE, PaymentMonitored::move);
        Field<PaymentMonitored, Examined> monitoring =
                Field.of("monitoring", MonitoringShapes.EXAMINED, PaymentMonitored::monitoring);
        return Shape.of(FIRST + 5, "payment-monitored", PaymentMonitored.class)
                .fields(move, monitoring)
                .maker(v -> new PaymentMonitored(v.get(move), v.get(monitoring)));
    }
}
