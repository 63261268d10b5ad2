package org.fiscalloop.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;
import org.fiscalloop.access.AccessFlow;
import org.fiscalloop.access.ActorTerms;
import org.fiscalloop.accounting.AccountingFlow;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.allotment.AllotmentFlow;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetFlow;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.finalaccounts.Bridge;
import org.fiscalloop.finalaccounts.Cell;
import org.fiscalloop.finalaccounts.Statement;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.LoopShapes;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.register.AgencyTerms;
import org.fiscalloop.register.BankAccountTerms;
import org.fiscalloop.register.RegisterFlow;

/**
 * What a host's own Jackson mapper has to know: {@code mapper.registerModule(new FiscalLoopModule())}.
 *
 * <p>It writes documents, terms, commands, notices, events, refusals, outcomes and statements, and reads terms, commands, notices and
 * their bodies, all in the forms of their shapes. Documents are refused when read.
 */
public final class FiscalLoopModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** The forms of every package of the loop. */
    public FiscalLoopModule() {
        super("fiscal-loop");
        write(FlowDocument.class, DocumentJson::toTree);
        write(Event.class, LoopShapes.REGISTRY::toTree);
        write(Refusal.class, OutcomeJson::toTree);
        write(Outcome.class, OutcomeJson::toTree);
        write(Statement.class, StatementJson::toTree);
        write(Bridge.class, StatementJson::toTree);
        write(Cell.class, StatementJson::toTree);
        both(Command.class, InputJson.COMMAND);
        both(Notice.class, InputJson.NOTICE);
        both(Body.class, InputJson::toTree, InputJson::fromTree);
        InputJson.COMMANDS.forEach(this::body);
        InputJson.NOTICES.forEach(this::body);
        LoopFlow.ALL.all().stream().map(Flow::documents).forEach(types -> types.forEach(this::document));
        terms(ActorTerms.class, AccessFlow.ACTOR);
        terms(AgencyTerms.class, RegisterFlow.AGENCY);
        terms(BankAccountTerms.class, RegisterFlow.BANK_ACCOUNT);
        terms(ProjectTerms.class, ProjectFlow.PROJECT);
        terms(BudgetTerms.class, BudgetFlow.LINE);
        terms(AllotmentTerms.class, AllotmentFlow.ALLOTMENT);
        terms(PaymentTerms.class, PaymentFlow.REQUEST);
        terms(VoucherTerms.class, PaymentFlow.VOUCHER);
        terms(AgencyVoucherTerms.class, AccountingFlow.VOUCHER);
        terms(PeriodBook.Months.class, AccountingFlow.PERIOD_BOOK);
        both(OpeningTerms.class, LoopFlow.OPENING.shape());
    }

    private <T extends Terms> void terms(Class<T> type, DocumentType<?, T, ?> document) {
        both(type, document.terms());
    }

    /** A body is also read as its own class; the type may be left out then. */
    private <B extends Body> void body(Shape<B> shape) {
        Class<B> type = shape.family();
        read(
                type,
                tree -> tree instanceof Tree.Fields fields
                                && fields.find("type").isPresent()
                        ? type.cast(InputJson.fromTree(tree))
                        : shape.fromTree(tree));
    }

    private void document(DocumentType<?, ?, ?> type) {
        refuse(type.kind().type());
    }

    private <D> void refuse(Class<D> type) {
        read(type, tree -> {
            throw new IllegalArgumentException("a " + type.getSimpleName()
                    + " is not read: DocumentType.restore brings a document back, and checks it");
        });
    }

    private <T> void both(Class<T> type, Shape<T> shape) {
        both(type, shape::toTree, shape::fromTree);
    }

    private <T> void both(Class<T> type, Function<T, Tree> toTree, Function<Tree, T> fromTree) {
        write(type, toTree);
        read(type, fromTree);
    }

    private <T> void write(Class<T> type, Function<T, Tree> toTree) {
        addSerializer(type, new Writing<>(type, toTree));
    }

    private <T> void read(Class<T> type, Function<Tree, T> fromTree) {
        addDeserializer(type, new Reading<>(type, fromTree));
    }

    private static final class Writing<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, Tree> toTree;

        Writing(Class<T> type, Function<T, Tree> toTree) {
            super(type);
            this.toTree = toTree;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            TreeWriter.write(toTree.apply(value), generator);
        }
    }

    private static final class Reading<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<Tree, T> fromTree;

        Reading(Class<T> type, Function<Tree, T> fromTree) {
            super(type);
            this.fromTree = fromTree;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return fromTree.apply(TreeReader.read(parser));
            } catch (IllegalArgumentException problem) {
                throw JsonMappingException.from(parser, problem.getMessage(), problem);
            }
        }
    }
}
