package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.transfer.ReceivedTerms.Part;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;
import org.fiscalloop.transfer.TransferCommands.GiveBackTransfer;
import org.fiscalloop.transfer.TransferCommands.RecallTransfer;
import org.fiscalloop.transfer.TransferCommands.ReceiveTransfer;
import org.fiscalloop.transfer.TransferCommands.ReviseTransfer;
import org.fiscalloop.transfer.TransferNotices.MessageReceived;
import org.fiscalloop.transfer.TransferNotices.TransferRecalled;
import org.fiscalloop.transfer.TransferNotices.TransferReturned;
import org.fiscalloop.transfer.TransferNotices.TransferSent;
import org.fiscalloop.transfer.TransferRules.Deadline;
import org.fiscalloop.transfer.TransferRules.Since;
import org.joda.money.Money;

/** The forms of transfers: their terms, rules, commands and notices, for the journal and for trees. */
public final class TransferShapes {
    private static final int FIRST = 0x150;
    private static final int LAST = 0x15F;

    static final Type<Id<Transfer>> ID = KernelTypes.id(Transfer.KIND);
    static final Type<Id<ReceivedTransfer>> RECEIVED_ID = KernelTypes.id(ReceivedTransfer.KIND);
    static final Type<Id<?>> ANY = KernelTypes.idOf(Transfer.KIND, ReceivedTransfer.KIND);
    /** The number of a message between divisions. */
    public static final Type<InputId> MESSAGE_NUMBER = Type.nested(messageNumber());

    private static final Type<Id<Allotment>> ALLOTMENT = KernelTypes.id(Allotment.KIND);
    private static final Type<Id<BudgetLine>> LINE = KernelTypes.id(BudgetLine.KIND);

    /** What is filled in on a transfer that is issued. */
    public static final Shape<TransferTerms> TERMS = terms();

    /** What is told of a transfer that arrives, and what is made of it. */
    public static final Shape<ReceivedTerms> RECEIVED_TERMS = receivedTerms();

    /** The rules of transfers. */
    public static final Shape<TransferRules> RULES = rules();

    static final Shape<CreateTransfer> CREATE = create();
    static final Shape<ReviseTransfer> REVISE = revise();
    static final Shape<RecallTransfer> RECALL = recall();
    static final Shape<ReceiveTransfer> RECEIVE = receive();
    static final Shape<GiveBackTransfer> GIVE_BACK = giveBack();
    static final Shape<TransferSent> SENT = sent();
    static final Shape<TransferRecalled> RECALLED = recalled();
    static final Shape<TransferReturned> RETURNED = returned();
    static final Shape<MessageReceived> MESSAGE = message();

    /** All forms with a tag but those of the events. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "transfer",
            FIRST,
            LAST,
            TERMS,
            RECEIVED_TERMS,
            RULES,
            CREATE,
            REVISE,
            RECALL,
            RECEIVE,
            GIVE_BACK,
            SENT,
            RECALLED,
            RETURNED,
            MESSAGE);

    private TransferShapes() {}

    private static Shape<InputId> messageNumber() {
        Field<InputId, String> sender = Field.of("sender", Type.text(), InputId::sender);
        Field<InputId, String> value = Field.of("value", Type.text(), InputId::value);
        return Shape.<InputId>nested("message-number")
                .fields(sender, value)
                .maker(v -> new InputId(v.get(sender), v.get(value)));
    }

    private static Shape<TransferTerms> terms() {
        Field<TransferTerms, Elements> elements =
                Field.of("elements", MasterdataTypes.ELEMENTS, TransferTerms::elements);
        Field<TransferTerms, Id<Allotment>> source = Field.of("source", ALLOTMENT, TransferTerms::source);
        Field<TransferTerms, DivisionCode> receiver =
                Field.of("receiver", MasterdataTypes.DIVISION, TransferTerms::receiver);
        Field<TransferTerms, TransferTerms.Kind> kind =
                Field.of("kind", Type.enumOf(TransferTerms.Kind.class), TransferTerms::kind);
        Field<TransferTerms, Boolean> early =
                Field.of("early", Type.bool(), TransferTerms::isEarly).orElse(false);
        Field<TransferTerms, String> function = Field.of("function", Type.text(), TransferTerms::function);
        Field<TransferTerms, Money> amount = Field.of("amount", Type.money(), TransferTerms::amount);
        Field<TransferTerms, String> documentNo = Field.of("documentNo", Type.text(), TransferTerms::documentNo);
        Field<TransferTerms, String> title = Field.of("title", Type.text(), TransferTerms::title);
        Field<TransferTerms, LocalDate> effectiveOn = Field.of("effectiveOn", Type.date(), TransferTerms::effectiveOn);
        return Shape.of(FIRST, "transfer-terms", TransferTerms.class)
                .fields(elements, source, receiver, kind, early, function, amount, documentNo, title, effectiveOn)
                .maker(v -> ImmutableTransferTerms.builder()
                        .elements(v.get(elements))
                        .source(v.get(source))
                        .receiver(v.get(receiver))
                        .kind(v.get(kind))
                        .isEarly(v.get(early))
                        .function(v.get(function))
                        .amount(v.get(amount))
                        .documentNo(v.get(documentNo))
                        .title(v.get(title))
                        .effectiveOn(v.get(effectiveOn))
                        .build());
    }

    private static Shape<ReceivedTerms> receivedTerms() {
        Field<ReceivedTerms, String> division = Field.of("division", Type.text(), ReceivedTerms::division);
        Field<ReceivedTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", ReceivedTerms::fiscalYear);
        Field<ReceivedTerms, DivisionCode> origin = Field.of("origin", MasterdataTypes.DIVISION, ReceivedTerms::origin);
        Field<ReceivedTerms, Id<Transfer>> transfer = Field.of("transfer", ID, ReceivedTerms::transfer);
        Field<ReceivedTerms, String> documentNo = Field.of("documentNo", Type.text(), ReceivedTerms::documentNo);
        Field<ReceivedTerms, String> title = Field.of("title", Type.text(), ReceivedTerms::title);
        Field<ReceivedTerms, LocalDate> documentDate =
                Field.of("documentDate", Type.date(), ReceivedTerms::documentDate);
        Field<ReceivedTerms, TransferTerms.Kind> kind =
                Field.of("kind", Type.enumOf(TransferTerms.Kind.class), ReceivedTerms::kind);
        Field<ReceivedTerms, Boolean> early = Field.of("early", Type.bool(), ReceivedTerms::isEarly);
        Field<ReceivedTerms, String> fund = Field.of("fund", Type.text(), ReceivedTerms::fund);
        Field<ReceivedTerms, String> function = Field.of("function", Type.text(), ReceivedTerms::function);
        Field<ReceivedTerms, ProjectCode> project =
                Field.of("project", MasterdataTypes.PROJECT, ReceivedTerms::project);
        Field<ReceivedTerms, ImmutableSortedMap<String, String>> labels =
                Field.of("labels", RuleShapes.TEXTS, ReceivedTerms::labels).orElse(ImmutableSortedMap.of());
        Field<ReceivedTerms, Money> amount = Field.of("amount", Type.money(), ReceivedTerms::amount);
        Field<ReceivedTerms, ImmutableList<Part>> parts = Field.of(
                        "parts", Type.list(Type.nested(part())), ReceivedTerms::parts)
                .orElse(ImmutableList.of());
        return Shape.of(FIRST + 1, "received-transfer-terms", ReceivedTerms.class)
                .fields(division, fiscalYear, origin, transfer, documentNo, title, documentDate)
                .fields(kind, early, fund, function, project, labels, amount, parts)
                .maker(v -> ImmutableReceivedTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(fiscalYear))
                        .origin(v.get(origin))
                        .transfer(v.get(transfer))
                        .documentNo(v.get(documentNo))
                        .title(v.get(title))
                        .documentDate(v.get(documentDate))
                        .kind(v.get(kind))
                        .isEarly(v.get(early))
                        .fund(v.get(fund))
                        .function(v.get(function))
                        .project(v.get(project))
                        .labels(v.get(labels))
                        .amount(v.get(amount))
                        .parts(v.get(parts))
                        .build());
    }

    private static Shape<Part> part() {
        Field<Part, Id<BudgetLine>> line = Field.of("line", LINE, Part::line);
        Field<Part, Id<Allotment>> allotment = Field.of("allotment", ALLOTMENT, Part::allotment);
        return Shape.<Part>nested("received-part")
                .fields(line, allotment)
                .maker(v -> new Part(v.get(line), v.get(allotment)));
    }

    private static Shape<TransferRules> rules() {
        Field<TransferRules, Lifecycle<TransferState, TransferAction>> issuing = Field.of(
                "issuingLifecycle",
                RuleShapes.lifecycle(TransferState.class, TransferAction.class),
                TransferRules::issuingLifecycle);
        Field<TransferRules, Lifecycle<ReceivedState, ReceivedAction>> receiving = Field.of(
                "receivingLifecycle",
                RuleShapes.lifecycle(ReceivedState.class, ReceivedAction.class),
                TransferRules::receivingLifecycle);
        Field<TransferRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, TransferRules::reviews);
        Field<TransferRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, TransferRules::severities);
        Field<TransferRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, TransferRules::limits);
        Field<TransferRules, ImmutableSet<String>> receivers =
                Field.of("receivers", Type.set(Type.text()), TransferRules::receivers);
        Field<TransferRules, ImmutableList<Deadline>> deadlines =
                Field.of("deadlines", Type.list(Type.nested(deadline())), TransferRules::deadlines);
        return Shape.of(FIRST + 2, "transfer-rules", TransferRules.class)
                .fields(issuing, receiving, reviews, severities, limits, receivers, deadlines)
                .maker(v -> ImmutableTransferRules.builder()
                        .issuingLifecycle(v.get(issuing))
                        .receivingLifecycle(v.get(receiving))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .receivers(v.get(receivers))
                        .deadlines(v.get(deadlines))
                        .build());
    }

    private static Shape<Deadline> deadline() {
        Field<Deadline, Since> since = Field.of("since", Type.enumOf(Since.class), Deadline::since);
        Field<Deadline, TransferTerms.Kind> kind =
                Field.of("kind", Type.enumOf(TransferTerms.Kind.class), Deadline::kind);
        Field<Deadline, Integer> days = Field.ofInt("days", Deadline::days);
        Field<Deadline, Source> source = Field.of("source", KernelTypes.source(), Deadline::source);
        return Shape.<Deadline>nested("transfer-deadline")
                .fields(since, kind, days, source)
                .maker(v -> new Deadline(v.get(since), v.get(kind), v.get(days), v.get(source)));
    }

    private static Shape<CreateTransfer> create() {
        Field<CreateTransfer, Id<Transfer>> document = Field.of("document", ID, CreateTransfer::document);
        Field<CreateTransfer, TransferTerms> terms = Field.of("terms", Type.nested(TERMS), CreateTransfer::terms);
        return Shape.of(FIRST + 3, "create-transfer", CreateTransfer.class)
                .fields(document, terms)
                .maker(v -> new CreateTransfer(v.get(document), v.get(terms)));
    }

    private static Shape<ReviseTransfer> revise() {
        Field<ReviseTransfer, Id<Transfer>> document = Field.of("document", ID, ReviseTransfer::document);
        Field<ReviseTransfer, TransferTerms> terms = Field.of("terms", Type.nested(TERMS), ReviseTransfer::terms);
        return Shape.of(FIRST + 4, "revise-transfer", ReviseTransfer.class)
                .fields(document, terms)
                .maker(v -> new ReviseTransfer(v.get(document), v.get(terms)));
    }

    private static Shape<RecallTransfer> recall() {
        Field<RecallTransfer, Id<Transfer>> document = Field.of("document", ID, RecallTransfer::document);
        Field<RecallTransfer, Money> amount = Field.of("amount", Type.money(), RecallTransfer::amount);
        Field<RecallTransfer, String> reason = Field.of("reason", Type.text(), RecallTransfer::reason);
        return Shape.of(FIRST + 5, "recall-transfer", RecallTransfer.class)
                .fields(document, amount, reason)
                .maker(v -> new RecallTransfer(v.get(document), v.get(amount), v.get(reason)));
    }

    private static Shape<ReceiveTransfer> receive() {
        Field<ReceiveTransfer, Id<ReceivedTransfer>> document =
                Field.of("document", RECEIVED_ID, ReceiveTransfer::document);
        Field<ReceiveTransfer, Id<BudgetLine>> line = Field.of("line", LINE, ReceiveTransfer::line);
        Field<ReceiveTransfer, Id<Allotment>> allotment = Field.of("allotment", ALLOTMENT, ReceiveTransfer::allotment);
        Field<ReceiveTransfer, Elements> elements =
                Field.of("elements", MasterdataTypes.ELEMENTS, ReceiveTransfer::elements);
        Field<ReceiveTransfer, Money> amount = Field.of("amount", Type.money(), ReceiveTransfer::amount);
        Field<ReceiveTransfer, String> documentNo = Field.of("documentNo", Type.text(), ReceiveTransfer::documentNo);
        Field<ReceiveTransfer, String> title = Field.of("title", Type.text(), ReceiveTransfer::title);
        Field<ReceiveTransfer, LocalDate> documentDate =
                Field.of("documentDate", Type.date(), ReceiveTransfer::documentDate);
        return Shape.of(FIRST + 6, "receive-transfer", ReceiveTransfer.class)
                .fields(document, line, allotment, elements, amount, documentNo, title, documentDate)
                .maker(v -> new ReceiveTransfer(
                        v.get(document),
                        v.get(line),
                        v.get(allotment),
                        v.get(elements),
                        v.get(amount),
                        v.get(documentNo),
                        v.get(title),
                        v.get(documentDate)));
    }

    private static Shape<GiveBackTransfer> giveBack() {
        Field<GiveBackTransfer, Id<ReceivedTransfer>> document =
                Field.of("document", RECEIVED_ID, GiveBackTransfer::document);
        Field<GiveBackTransfer, Optional<Id<Allotment>>> allotment =
                Field.of("allotment", Type.optional(ALLOTMENT), GiveBackTransfer::allotment);
        Field<GiveBackTransfer, Money> amount = Field.of("amount", Type.money(), GiveBackTransfer::amount);
        Field<GiveBackTransfer, String> reason = Field.of("reason", Type.text(), GiveBackTransfer::reason);
        return Shape.of(FIRST + 7, "give-back-transfer", GiveBackTransfer.class)
                .fields(document, allotment, amount, reason)
                .maker(v -> new GiveBackTransfer(v.get(document), v.get(allotment), v.get(amount), v.get(reason)));
    }

    private static Shape<TransferSent> sent() {
        Field<TransferSent, ReceivedTerms> terms = Field.of("terms", Type.nested(RECEIVED_TERMS), TransferSent::terms);
        return Shape.of(FIRST + 8, "transfer-sent", TransferSent.class)
                .fields(terms)
                .maker(v -> new TransferSent(v.get(terms)));
    }

    private static Shape<TransferRecalled> recalled() {
        Field<TransferRecalled, Id<ReceivedTransfer>> document =
                Field.of("document", RECEIVED_ID, TransferRecalled::document);
        Field<TransferRecalled, Money> amount = Field.of("amount", Type.money(), TransferRecalled::amount);
        Field<TransferRecalled, String> reason = Field.of("reason", Type.text(), TransferRecalled::reason);
        return Shape.of(FIRST + 9, "transfer-recalled", TransferRecalled.class)
                .fields(document, amount, reason)
                .maker(v -> new TransferRecalled(v.get(document), v.get(amount), v.get(reason)));
    }

    private static Shape<TransferReturned> returned() {
        Field<TransferReturned, Id<Transfer>> document = Field.of("document", ID, TransferReturned::document);
        Field<TransferReturned, Money> amount = Field.of("amount", Type.money(), TransferReturned::amount);
        Field<TransferReturned, Money> answered = Field.of("answered", Type.money(), TransferReturned::answered);
        Field<TransferReturned, String> reason = Field.of("reason", Type.text(), TransferReturned::reason);
        return Shape.of(FIRST + 10, "transfer-returned", TransferReturned.class)
                .fields(document, amount, answered, reason)
                .maker(v -> new TransferReturned(v.get(document), v.get(amount), v.get(answered), v.get(reason)));
    }

    private static Shape<MessageReceived> message() {
        Field<MessageReceived, Id<?>> document = Field.of("document", ANY, MessageReceived::document);
        Field<MessageReceived, InputId> message = Field.of("message", MESSAGE_NUMBER, MessageReceived::message);
        return Shape.of(FIRST + 11, "message-received", MessageReceived.class)
                .fields(document, message)
                .maker(v -> new MessageReceived(v.get(document), v.get(message)));
    }
}
