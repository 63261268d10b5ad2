package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.access.AccessFlow;
import org.fiscalloop.access.AccessShapes;
import org.fiscalloop.accounting.AccountingFlow;
import org.fiscalloop.accounting.AccountingShapes;
import org.fiscalloop.agencyincome.AgencyIncomeFlow;
import org.fiscalloop.agencyincome.AgencyIncomeShapes;
import org.fiscalloop.allotment.AllotmentChangeShapes;
import org.fiscalloop.allotment.AllotmentFlow;
import org.fiscalloop.allotment.AllotmentShapes;
import org.fiscalloop.asset.AssetFlow;
import org.fiscalloop.asset.AssetShapes;
import org.fiscalloop.bankcollection.BankCollectionFlow;
import org.fiscalloop.bankcollection.BankCollectionShapes;
import org.fiscalloop.budget.BudgetFlow;
import org.fiscalloop.budget.BudgetShapes;
import org.fiscalloop.carryover.CarryOverFlow;
import org.fiscalloop.carryover.CarryOverShapes;
import org.fiscalloop.cashplan.CashPlanFlow;
import org.fiscalloop.cashplan.CashPlanShapes;
import org.fiscalloop.closing.ClosingFlow;
import org.fiscalloop.closing.ClosingShapes;
import org.fiscalloop.collection.CollectionFlow;
import org.fiscalloop.collection.CollectionShapes;
import org.fiscalloop.correction.CorrectionFlow;
import org.fiscalloop.correction.CorrectionShapes;
import org.fiscalloop.debt.DebtFlow;
import org.fiscalloop.debt.DebtInputShapes;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.incomebudget.IncomeBudgetFlow;
import org.fiscalloop.incomebudget.IncomeBudgetShapes;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.ShapeRegistry;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.LoopBodies.MatchAgain;
import org.fiscalloop.loop.LoopBodies.NoticeFiled;
import org.fiscalloop.loop.LoopBodies.RulebookAdopted;
import org.fiscalloop.monitoring.MonitoringFlow;
import org.fiscalloop.monitoring.MonitoringShapes;
import org.fiscalloop.opening.Opening;
import org.fiscalloop.opening.OpeningFlow;
import org.fiscalloop.payees.PayeesFlow;
import org.fiscalloop.payees.PayeesShapes;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.procurement.ContractShapes;
import org.fiscalloop.procurement.ProcurementFlow;
import org.fiscalloop.procurement.ProcurementShapes;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.ProjectShapes;
import org.fiscalloop.register.RegisterFlow;
import org.fiscalloop.register.RegisterShapes;
import org.fiscalloop.revenue.RevenueFlow;
import org.fiscalloop.revenue.RevenueShapes;
import org.fiscalloop.settlement.SettlementFlow;
import org.fiscalloop.settlement.SettlementInputShapes;
import org.fiscalloop.temporary.TemporaryFlow;
import org.fiscalloop.temporary.TemporaryInputShapes;
import org.fiscalloop.transfer.TransferEventShapes;
import org.fiscalloop.transfer.TransferFlow;
import org.fiscalloop.transfer.TransferShapes;
import org.fiscalloop.virement.VirementFlow;
import org.fiscalloop.virement.VirementShapes;

/** The forms of what the loop itself writes, and the registry of all forms that a journal holds. */
public final class LoopShapes {
    private static final int FIRST = 0x01;
    private static final int LAST = 0x0F;

    /** The packages below the loop, in the order of their floors. */
    static final ImmutableList<Flow> PACKAGES = ImmutableList.of(
            RegisterFlow.FLOW,
            AccessFlow.FLOW,
            ProjectFlow.FLOW,
            BudgetFlow.FLOW,
            AllotmentFlow.FLOW,
            VirementFlow.FLOW,
            CashPlanFlow.FLOW,
            MonitoringFlow.FLOW,
            CarryOverFlow.FLOW,
            TransferFlow.FLOW,
            ProcurementFlow.FLOW,
            PayeesFlow.FLOW,
            BankCollectionFlow.FLOW,
            PaymentFlow.FLOW,
            CorrectionFlow.FLOW,
            IncomeBudgetFlow.FLOW,
            RevenueFlow.FLOW,
            CollectionFlow.FLOW,
            AgencyIncomeFlow.FLOW,
            DebtFlow.FLOW,
            AssetFlow.FLOW,
            TemporaryFlow.FLOW,
            SettlementFlow.FLOW,
            AccountingFlow.FLOW,
            ClosingFlow.FLOW);

    /** Every kind of document. */
    static final ImmutableSet<DocumentKind<?>> KINDS = Stream.concat(
                    PACKAGES.stream()
                            .flatMap(flow -> flow.documents().stream().<DocumentKind<?>>map(DocumentType::kind)),
                    Stream.of(Opening.KIND, NoticeCase.KIND, Adoption.KIND))
            .collect(ImmutableSet.toImmutableSet());

    private static final Type<Id<?>> ID = KernelTypes.idOf(KINDS);
    private static final Type<Move> MOVE = KernelTypes.move(ID);

    static final Shape<NoticeTerms> NOTICE = notice();
    static final Shape<AdoptionTerms> ADOPTION = adoption();

    /** Notices that wait or are listed as documents. */
    static final DocumentType<NoticeCase, NoticeTerms, NoticeState> NOTICE_CASE = new DocumentType<>(
            NoticeCase.KIND,
            NoticeState.class,
            NOTICE,
            rules -> NoticeCase.LIFECYCLE,
            rules -> ReviewChains.ONE_POST_EACH,
            NoticeCase::new);

    /** Adoptions of rulebooks as documents. */
    static final DocumentType<Adoption, AdoptionTerms, Adoption.State> ADOPTION_TYPE = new DocumentType<>(
            Adoption.KIND,
            Adoption.State.class,
            ADOPTION,
            rules -> Adoption.LIFECYCLE,
            rules -> ReviewChains.ONE_POST_EACH,
            Adoption::new);

    /** Openings, which hold every other kind of document. */
    static final OpeningFlow OPENING = new OpeningFlow(Stream.concat(
                    PACKAGES.stream().flatMap(flow -> flow.documents().stream()), Stream.of(NOTICE_CASE, ADOPTION_TYPE))
            .collect(ImmutableList.toImmutableList()));

    /** An act without content. */
    public static final Shape<Act> ACT = act();

    static final Shape<AdoptRulebook> ADOPT = adopt();
    static final Shape<MatchAgain> MATCH_AGAIN = matchAgain();
    static final Shape<Moved> MOVED = moved();
    static final Shape<RulebookAdopted> ADOPTED = adopted();
    static final Shape<NoticeFiled> FILED = filed();

    /** All forms that a journal holds. */
    public static final ShapeRegistry REGISTRY = ShapeRegistry.of(ImmutableList.of(
            ShapeFamily.of("loop", FIRST, LAST, ACT, ADOPT, MATCH_AGAIN, MOVED, ADOPTED, FILED),
            AccessShapes.FAMILY,
            RegisterShapes.FAMILY,
            ProjectShapes.FAMILY,
            BudgetShapes.FAMILY,
            AllotmentShapes.FAMILY,
            AllotmentChangeShapes.FAMILY,
            VirementShapes.FAMILY,
            CashPlanShapes.FAMILY,
            MonitoringShapes.FAMILY,
            CarryOverShapes.FAMILY,
            TransferShapes.FAMILY,
            TransferEventShapes.FAMILY,
            ProcurementShapes.FAMILY,
            ContractShapes.FAMILY,
            PayeesShapes.FAMILY,
            BankCollectionShapes.FAMILY,
            PaymentShapes.FAMILY,
            CorrectionShapes.FAMILY,
            IncomeBudgetShapes.FAMILY,
            RevenueShapes.FAMILY,
            CollectionShapes.FAMILY,
            AgencyIncomeShapes.FAMILY,
            DebtInputShapes.FAMILY,
            AssetShapes.FAMILY,
            TemporaryInputShapes.FAMILY,
            SettlementInputShapes.FAMILY,
            AccountingShapes.FAMILY,
            ClosingShapes.FAMILY,
            OPENING.family()));

    private LoopShapes() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of generic shapes can only be made raw
    private static Type<Body> notices() {
        Shape<? extends Body>[] shapes = PACKAGES.stream()
                .flatMap(flow -> flow.notices().stream())
                .map(type -> type.shape())
                .toArray(Shape[]::new);
        return Type.oneOf(Body.class, shapes);
    }

    private static Shape<InputId> inputId() {
        Field<InputId, String> sender = Field.of("sender", Type.text(), InputId::sender);
        Field<InputId, String> value = Field.of("id", Type.text(), InputId::value);
        return Shape.<InputId>nested("input-id")
                .fields(sender, value)
                .maker(v -> new InputId(v.get(sender), v.get(value)));
    }

    private static Shape<NoticeTerms> notice() {
        Field<NoticeTerms, InputId> notice = Field.of("notice", Type.nested(inputId()), NoticeTerms::notice);
        Field<NoticeTerms, String> division = Field.of("division", Type.text(), NoticeTerms::division);
        Field<NoticeTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", NoticeTerms::fiscalYear);
        Field<NoticeTerms, LocalDate> on = Field.of("on", Type.date(), NoticeTerms::on);
        Field<NoticeTerms, Body> body = Field.of("body", notices(), NoticeTerms::body);
        Field<NoticeTerms, Id<?>> awaited = Field.of("awaited", ID, NoticeTerms::awaited);
        Field<NoticeTerms, Refusal> problem = Field.of("problem", KernelTypes.refusal(), NoticeTerms::problem);
        Field<NoticeTerms, ImmutableList<String>> remedies =
                Field.of("remedies", Type.list(Type.text()), NoticeTerms::remedies);
        return Shape.<NoticeTerms>nested("notice-case")
                .fields(notice, division, fiscalYear, on, body, awaited, problem, remedies)
                .maker(v -> new NoticeTerms(
                        v.get(notice),
                        v.get(division),
                        v.get(fiscalYear),
                        v.get(on),
                        v.get(body),
                        v.get(awaited),
                        v.get(problem),
                        v.get(remedies)));
    }

    private static Shape<AdoptionTerms> adoption() {
        Field<AdoptionTerms, String> division = Field.of("division", Type.text(), AdoptionTerms::division);
        Field<AdoptionTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", AdoptionTerms::fiscalYear);
        Field<AdoptionTerms, String> fingerprint = Field.of("fingerprint", Type.text(), AdoptionTerms::fingerprint);
        return Shape.<AdoptionTerms>nested("rulebook-adoption")
                .fields(division, fiscalYear, fingerprint)
                .maker(v -> new AdoptionTerms(v.get(division), v.get(fiscalYear), v.get(fingerprint)));
    }

    private static Shape<Act> act() {
        Field<Act, Id<?>> document = Field.of("document", ID, Act::document);
        Field<Act, String> action = Field.of("action", Type.text(), Act::action);
        Field<Act, Optional<String>> note = Field.of(
                "note",
                Type.optional(Type.text()),
                act -> Optional.of(act.note()).filter(n -> !n.isEmpty()));
        Field<Act, Optional<Evidence>> evidence =
                Field.of("evidence", Type.optional(KernelTypes.evidence()), Act::evidence);
        return Shape.of(FIRST, Act.NAME, Act.class)
                .fields(document, action, note, evidence)
                .maker(v -> new Act(v.get(document), v.get(action), v.get(note).orElse(""), v.get(evidence)));
    }

    private static Shape<AdoptRulebook> adopt() {
        Field<AdoptRulebook, String> division = Field.of("division", Type.text(), AdoptRulebook::division);
        Field<AdoptRulebook, Integer> fiscalYear = Field.ofInt("fiscalYear", AdoptRulebook::fiscalYear);
        Field<AdoptRulebook, Bytes> fingerprint = Field.of("fingerprint", Type.bytes(), AdoptRulebook::fingerprint);
        return Shape.of(FIRST + 1, "adopt-rulebook", AdoptRulebook.class)
                .fields(division, fiscalYear, fingerprint)
                .maker(v -> new AdoptRulebook(v.get(division), v.get(fiscalYear), v.get(fingerprint)));
    }

    private static Shape<MatchAgain> matchAgain() {
        Field<MatchAgain, Id<NoticeCase>> document =
                Field.of("document", KernelTypes.id(NoticeCase.KIND), MatchAgain::document);
        return Shape.of(FIRST + 2, "match-again", MatchAgain.class)
                .fields(document)
                .maker(v -> new MatchAgain(v.get(document)));
    }

    private static Shape<Moved> moved() {
        Field<Moved, Move> move = Field.of("move", MOVE, Moved::move);
        return Shape.of(FIRST + 3, "moved", Moved.class).fields(move).maker(v -> new Moved(v.get(move)));
    }

    private static Shape<RulebookAdopted> adopted() {
        Field<RulebookAdopted, Move> move = Field.of("move", MOVE, RulebookAdopted::move);
        Field<RulebookAdopted, AdoptionTerms> terms = Field.of("terms", Type.nested(ADOPTION), RulebookAdopted::terms);
        return Shape.of(FIRST + 4, "rulebook-adopted", RulebookAdopted.class)
                .fields(move, terms)
                .maker(v -> new RulebookAdopted(v.get(move), v.get(terms)));
    }

    private static Shape<NoticeFiled> filed() {
        Field<NoticeFiled, Move> move = Field.of("move", MOVE, NoticeFiled::move);
        Field<NoticeFiled, NoticeTerms> terms = Field.of("terms", Type.nested(NOTICE), NoticeFiled::terms);
        return Shape.of(FIRST + 5, "notice-filed", NoticeFiled.class)
                .fields(move, terms)
                .maker(v -> new NoticeFiled(v.get(move), v.get(terms)));
    }
}
