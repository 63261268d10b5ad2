package org.fiscalloop.correction;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.correction.CorrectionCommands.CreateCorrection;
import org.fiscalloop.correction.CorrectionCommands.ReviseCorrection;
import org.fiscalloop.correction.CorrectionEvents.CorrectionBooked;
import org.fiscalloop.correction.CorrectionEvents.CorrectionFilledIn;
import org.fiscalloop.decision.Severity;
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
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms.Part;
import org.joda.money.Money;

/** The forms of corrections: terms, rules, commands and events, for the journal and for trees. */
public final class CorrectionShapes {
    private static final int FIRST = 0x1B0;
    private static final int LAST = 0x1BF;

    private static final Type<Id<Correction>> ID = KernelTypes.id(Correction.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(Correction.KIND, PaymentVoucher.KIND));

    /** What is filled in on a correction. */
    public static final Shape<CorrectionTerms> TERMS = terms();

    /** The rules of corrections. */
    public static final Shape<CorrectionRules> RULES = rules();

    static final Shape<CreateCorrection> CREATE = create();
    static final Shape<ReviseCorrection> REVISE = revise();
    static final Shape<CorrectionFilledIn> FILLED_IN = filledIn();
    static final Shape<CorrectionBooked> BOOKED = booked();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY =
            ShapeFamily.of("correction", FIRST, LAST, CREATE, REVISE, FILLED_IN, BOOKED);

    private CorrectionShapes() {}

    private static Shape<CorrectionTerms> terms() {
        Field<CorrectionTerms, Id<PaymentVoucher>> voucher =
                Field.of("voucher", KernelTypes.id(PaymentVoucher.KIND), CorrectionTerms::voucher);
        Field<CorrectionTerms, Id<PaymentRequest>> request =
                Field.of("request", KernelTypes.id(PaymentRequest.KIND), CorrectionTerms::request);
        Field<CorrectionTerms, Optional<Id<Correction>>> earlier =
                Field.of("earlier", Type.optional(ID), CorrectionTerms::earlier);
        Field<CorrectionTerms, Money> amount = Field.of("amount", Type.money(), CorrectionTerms::amount);
        Field<CorrectionTerms, Id<Allotment>> allotment =
                Field.of("allotment", KernelTypes.id(Allotment.KIND), CorrectionTerms::allotment);
        Field<CorrectionTerms, Elements> elements =
                Field.of("elements", MasterdataTypes.ELEMENTS, CorrectionTerms::elements);
        Field<CorrectionTerms, String> reason = Field.of("reason", Type.text(), CorrectionTerms::reason);
        return Shape.<CorrectionTerms>nested("correction-terms")
                .fields(voucher, request, earlier, amount, allotment, elements, reason)
                .maker(v -> ImmutableCorrectionTerms.builder()
                        .voucher(v.get(voucher))
                        .request(v.get(request))
                        .earlier(v.get(earlier))
                        .amount(v.get(amount))
                        .allotment(v.get(allotment))
                        .elements(v.get(elements))
                        .reason(v.get(reason))
                        .build());
    }

    private static Shape<CorrectionRules> rules() {
        Field<CorrectionRules, Lifecycle<CorrectionState, CorrectionAction>> lifecycle = Field.of(
                "lifecycle",
                RuleShapes.lifecycle(CorrectionState.class, CorrectionAction.class),
                CorrectionRules::lifecycle);
        Field<CorrectionRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, CorrectionRules::reviews);
        Field<CorrectionRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, CorrectionRules::severities);
        Field<CorrectionRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, CorrectionRules::limits);
        return Shape.<CorrectionRules>nested("correction-rules")
                .fields(lifecycle, reviews, severities, limits)
                .maker(v -> ImmutableCorrectionRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .build());
    }

    private static Shape<CreateCorrection> create() {
        Field<CreateCorrection, Id<Correction>> document = Field.of("document", ID, CreateCorrection::document);
        Field<CreateCorrection, CorrectionTerms> terms = Field.of("terms", Type.nested(TERMS), CreateCorrection::terms);
        return Shape.of(FIRST, "create-correction", CreateCorrection.class)
                .fields(document, terms)
                .maker(v -> new CreateCorrection(v.get(document), v.get(terms)));
    }

    private static Shape<ReviseCorrection> revise() {
        Field<ReviseCorrection, Id<Correction>> document = Field.of("document", ID, ReviseCorrection::document);
        Field<ReviseCorrection, CorrectionTerms> terms = Field.of("terms", Type.nested(TERMS), ReviseCorrection::terms);
        return Shape.of(FIRST + 1, "revise-correction", ReviseCorrection.class)
                .fields(document, terms)
                .maker(v -> new ReviseCorrection(v.get(document), v.get(terms)));
    }

    private static Shape<CorrectionFilledIn> filledIn() {
        Field<CorrectionFilledIn, Move> move = Field.of("move", MOVE, CorrectionFilledIn::move);
        Field<CorrectionFilledIn, CorrectionTerms> terms =
                Field.of("terms", Type.nested(TERMS), CorrectionFilledIn::terms);
        return Shape.of(FIRST + 2, "correction-filled-in", CorrectionFilledIn.class)
                .fields(move, terms)
                .maker(v -> new CorrectionFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<CorrectionBooked> booked() {
        Field<CorrectionBooked, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(MOVE), CorrectionBooked::moves);
        Field<CorrectionBooked, Part> from = Field.of("from", PaymentShapes.PART, CorrectionBooked::from);
        Field<CorrectionBooked, Part> to = Field.of("to", PaymentShapes.PART, CorrectionBooked::to);
        return Shape.of(FIRST + 3, "correction-booked", CorrectionBooked.class)
                .fields(moves, from, to)
                .maker(v -> new CorrectionBooked(v.get(moves), v.get(from), v.get(to)));
    }
}
