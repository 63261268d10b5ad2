package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCarriedIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFilledIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFrozen;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentReduced;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRestored;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSplit;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentUnfrozen;
import org.fiscalloop.allotment.AllotmentEvents.Share;
import org.fiscalloop.allotment.AllotmentTerms.Ground;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
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
import org.joda.money.Money;

/** The forms of allotments: terms, rules, commands and events, for the journal and for trees. */
public final class AllotmentShapes {
    private static final int FIRST_TAG = 0x40;
    private static final int LAST_TAG = 0x4F;

    private static final Type<Id<Allotment>> ID = KernelTypes.id(Allotment.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(Allotment.KIND));

    /** What is filled in on an allotment. */
    public static final Shape<AllotmentTerms> TERMS = terms();

    /** The rules of allotments. */
    public static final Shape<AllotmentRules> RULES = rules();

    static final Shape<CreateAllotment> CREATE = create();
    static final Shape<ReviseAllotment> REVISE = revise();
    static final Shape<SplitAllotment> SPLIT = split();
    static final Shape<FreezeAllotment> FREEZE = freeze();
    static final Shape<UnfreezeAllotment> UNFREEZE = unfreeze();
    static final Shape<ReduceAllotment> REDUCE = reduce();
    static final Shape<AllotmentFilledIn> FILLED_IN = filledIn();
    static final Shape<AllotmentSplit> SPLIT_UP = splitUp();
    static final Shape<AllotmentFrozen> FROZEN = frozen();
    static final Shape<AllotmentUnfrozen> UNFROZEN = unfrozen();
    static final Shape<AllotmentReduced> REDUCED = reduced();

    static final Shape<AllotmentCarriedIn> CARRIED_IN = carriedIn();
    static final Shape<AllotmentRestored> RESTORED = restored();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "allotment",
            FIRST_TAG,
            LAST_TAG,
            CREATE,
            REVISE,
            SPLIT,
            FREEZE,
            UNFREEZE,
            REDUCE,
            FILLED_IN,
            SPLIT_UP,
            FROZEN,
            UNFROZEN,
            REDUCED,
            CARRIED_IN,
            RESTORED);

    private AllotmentShapes() {}

    private static Shape<AllotmentTerms> terms() {
        Field<AllotmentTerms, Elements> elements =
                Field.of("elements", MasterdataTypes.ELEMENTS, AllotmentTerms::elements);
        Field<AllotmentTerms, Id<BudgetLine>> line =
                Field.of("line", KernelTypes.id(BudgetLine.KIND), AllotmentTerms::line);
        Field<AllotmentTerms, Optional<Id<Allotment>>> parent =
                Field.of("parent", Type.optional(ID), AllotmentTerms::parent);
        Field<AllotmentTerms, Optional<Id<Allotment>>> carriedFrom =
                Field.of("carriedFrom", Type.optional(ID), AllotmentTerms::carriedFrom);
        Field<AllotmentTerms, AllotmentFlag> flag =
                Field.of("flag", Type.enumOf(AllotmentFlag.class), AllotmentTerms::flag);
        Field<AllotmentTerms, AllotmentFamily> family = Field.of(
                        "family", Type.enumOf(AllotmentFamily.class), AllotmentTerms::family)
                .orElse(AllotmentFamily.FORMAL);
        Field<AllotmentTerms, Optional<Ground>> ground =
                Field.of("ground", Type.optional(Type.enumOf(Ground.class)), AllotmentTerms::ground);
        Field<AllotmentTerms, Optional<String>> recipient =
                Field.of("recipient", Type.optional(Type.text()), AllotmentTerms::recipient);
        Field<AllotmentTerms, YearBasis> basis = Field.of("basis", Type.enumOf(YearBasis.class), AllotmentTerms::basis)
                .orElse(YearBasis.CURRENT);
        Field<AllotmentTerms, Money> amount = Field.of("amount", Type.money(), AllotmentTerms::amount);
        Field<AllotmentTerms, String> documentNo = Field.of("documentNo", Type.text(), AllotmentTerms::documentNo);
        Field<AllotmentTerms, Optional<String>> upper =
                Field.of("upperDocumentNo", Type.optional(Type.text()), AllotmentTerms::upperDocumentNo);
        Field<AllotmentTerms, String> title = Field.of("title", Type.text(), AllotmentTerms::title);
        Field<AllotmentTerms, LocalDate> effectiveOn =
                Field.of("effectiveOn", Type.date(), AllotmentTerms::effectiveOn);
        return Shape.<AllotmentTerms>nested("allotment-terms")
                .fields(elements, line, parent, carriedFrom, flag, family, ground, recipient)
                .fields(basis, amount, documentNo, upper, title, effectiveOn)
                .maker(v -> ImmutableAllotmentTerms.builder()
                        .elements(v.get(elements))
                        .line(v.get(line))
                        .parent(v.get(parent))
                        .carriedFrom(v.get(carriedFrom))
                        .flag(v.get(flag))
                        .family(v.get(family))
                        .ground(v.get(ground))
                        .recipient(v.get(recipient))
                        .basis(v.get(basis))
                        .amount(v.get(amount))
                        .documentNo(v.get(documentNo))
                        .upperDocumentNo(v.get(upper))
                        .title(v.get(title))
                        .effectiveOn(v.get(effectiveOn))
                        .build());
    }

    private static Shape<AllotmentRules> rules() {
        Field<AllotmentRules, Lifecycle<AllotmentState, AllotmentAction>> lifecycle = Field.of(
                "lifecycle",
                RuleShapes.lifecycle(AllotmentState.class, AllotmentAction.class),
                AllotmentRules::lifecycle);
        Field<AllotmentRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, AllotmentRules::reviews);
        Field<AllotmentRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, AllotmentRules::severities);
        Field<AllotmentRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, AllotmentRules::limits);
        return Shape.<AllotmentRules>nested("allotment-rules")
                .fields(lifecycle, reviews, severities, limits)
                .maker(v -> ImmutableAllotmentRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .build());
    }

    private static Shape<CreateAllotment> create() {
        Field<CreateAllotment, Id<Allotment>> document = Field.of("document", ID, CreateAllotment::document);
        Field<CreateAllotment, AllotmentTerms> terms = Field.of("terms", Type.nested(TERMS), CreateAllotment::terms);
        return Shape.of(FIRST_TAG, "create-allotment", CreateAllotment.class)
                .fields(document, terms)
                .maker(v -> new CreateAllotment(v.get(document), v.get(terms)));
    }

    private static Shape<ReviseAllotment> revise() {
        Field<ReviseAllotment, Id<Allotment>> document = Field.of("document", ID, ReviseAllotment::document);
        Field<ReviseAllotment, AllotmentTerms> terms = Field.of("terms", Type.nested(TERMS), ReviseAllotment::terms);
        return Shape.of(FIRST_TAG + 1, "revise-allotment", ReviseAllotment.class)
                .fields(document, terms)
                .maker(v -> new ReviseAllotment(v.get(document), v.get(terms)));
    }

    private static Shape<SplitAllotment> split() {
        Field<Part, Id<Allotment>> partId = Field.of("document", ID, Part::document);
        Field<Part, AllotmentTerms> terms = Field.of("terms", Type.nested(TERMS), Part::terms);
        Shape<Part> part = Shape.<Part>nested("allotment-part")
                .fields(partId, terms)
                .maker(v -> new Part(v.get(partId), v.get(terms)));
        Field<SplitAllotment, Id<Allotment>> document = Field.of("document", ID, SplitAllotment::document);
        Field<SplitAllotment, ImmutableList<Part>> parts =
                Field.of("parts", Type.list(Type.nested(part)), SplitAllotment::parts);
        return Shape.of(FIRST_TAG + 2, "split-allotment", SplitAllotment.class)
                .fields(document, parts)
                .maker(v -> new SplitAllotment(v.get(document), v.get(parts)));
    }

    private static Shape<FreezeAllotment> freeze() {
        Field<FreezeAllotment, Id<Allotment>> document = Field.of("document", ID, FreezeAllotment::document);
        Field<FreezeAllotment, Optional<Money>> amount =
                Field.of("amount", Type.optional(Type.money()), FreezeAllotment::amount);
        Field<FreezeAllotment, Optional<Integer>> ratio =
                Field.of("ratio", Type.optional(Type.int32()), FreezeAllotment::ratio);
        return Shape.of(FIRST_TAG + 3, "freeze-allotment", FreezeAllotment.class)
                .fields(document, amount, ratio)
                .maker(v -> new FreezeAllotment(v.get(document), v.get(amount), v.get(ratio)));
    }

    private static Shape<UnfreezeAllotment> unfreeze() {
        Field<UnfreezeAllotment, Id<Allotment>> document = Field.of("document", ID, UnfreezeAllotment::document);
        Field<UnfreezeAllotment, Optional<Money>> amount =
                Field.of("amount", Type.optional(Type.money()), UnfreezeAllotment::amount);
        return Shape.of(FIRST_TAG + 4, "unfreeze-allotment", UnfreezeAllotment.class)
                .fields(document, amount)
                .maker(v -> new UnfreezeAllotment(v.get(document), v.get(amount)));
    }

    private static Shape<ReduceAllotment> reduce() {
        Field<ReduceAllotment, Id<Allotment>> document = Field.of("document", ID, ReduceAllotment::document);
        Field<ReduceAllotment, Money> amount = Field.of("amount", Type.money(), ReduceAllotment::amount);
        Field<ReduceAllotment, String> reason = Field.of("reason", Type.text(), ReduceAllotment::reason);
        return Shape.of(FIRST_TAG + 5, "reduce-allotment", ReduceAllotment.class)
                .fields(document, amount, reason)
                .maker(v -> new ReduceAllotment(v.get(document), v.get(amount), v.get(reason)));
    }

    private static Shape<AllotmentFilledIn> filledIn() {
        Field<AllotmentFilledIn, Move> move = Field.of("move", MOVE, AllotmentFilledIn::move);
        Field<AllotmentFilledIn, AllotmentTerms> terms =
                Field.of("terms", Type.nested(TERMS), AllotmentFilledIn::terms);
        return Shape.of(FIRST_TAG + 6, "allotment-filled-in", AllotmentFilledIn.class)
                .fields(move, terms)
                .maker(v -> new AllotmentFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<AllotmentSplit> splitUp() {
        Field<AllotmentSplit, ImmutableList<Move>> moves = Field.of("moves", Type.list(MOVE), AllotmentSplit::moves);
        Field<AllotmentSplit, ImmutableList<AllotmentTerms>> parts =
                Field.of("parts", Type.list(Type.nested(TERMS)), AllotmentSplit::parts);
        return Shape.of(FIRST_TAG + 7, "allotment-split", AllotmentSplit.class)
                .fields(moves, parts)
                .maker(v -> new AllotmentSplit(v.get(moves), v.get(parts)));
    }

    private static Shape<AllotmentFrozen> frozen() {
        Field<Share, Integer> ratio = Field.ofInt("ratio", Share::ratio);
        Field<Share, Money> of = Field.of("of", Type.money(), Share::of);
        Shape<Share> shares = Shape.<Share>nested("share-of-allotment")
                .fields(ratio, of)
                .maker(v -> new Share(v.get(ratio), v.get(of)));
        Field<AllotmentFrozen, Move> move = Field.of("move", MOVE, AllotmentFrozen::move);
        Field<AllotmentFrozen, Money> amount = Field.of("amount", Type.money(), AllotmentFrozen::amount);
        Field<AllotmentFrozen, Optional<Share>> share =
                Field.of("share", Type.optional(Type.nested(shares)), AllotmentFrozen::share);
        return Shape.of(FIRST_TAG + 8, "allotment-frozen", AllotmentFrozen.class)
                .fields(move, amount, share)
                .maker(v -> new AllotmentFrozen(v.get(move), v.get(amount), v.get(share)));
    }

    private static Shape<AllotmentUnfrozen> unfrozen() {
        Field<AllotmentUnfrozen, Move> move = Field.of("move", MOVE, AllotmentUnfrozen::move);
        Field<AllotmentUnfrozen, Money> amount = Field.of("amount", Type.money(), AllotmentUnfrozen::amount);
        return Shape.of(FIRST_TAG + 9, "allotment-unfrozen", AllotmentUnfrozen.class)
                .fields(move, amount)
                .maker(v -> new AllotmentUnfrozen(v.get(move), v.get(amount)));
    }

    private static Shape<AllotmentCarriedIn> carriedIn() {
        Field<AllotmentCarriedIn, Move> move = Field.of("move", MOVE, AllotmentCarriedIn::move);
        Field<AllotmentCarriedIn, AllotmentTerms> terms =
                Field.of("terms", Type.nested(TERMS), AllotmentCarriedIn::terms);
        return Shape.of(FIRST_TAG + 11, "allotment-carried-in", AllotmentCarriedIn.class)
                .fields(move, terms)
                .maker(v -> new AllotmentCarriedIn(v.get(move), v.get(terms)));
    }

    private static Shape<AllotmentRestored> restored() {
        Field<AllotmentRestored, Move> move = Field.of("move", MOVE, AllotmentRestored::move);
        Field<AllotmentRestored, Money> amount = Field.of("amount", Type.money(), AllotmentRestored::amount);
        return Shape.of(FIRST_TAG + 12, "allotment-restored", AllotmentRestored.class)
                .fields(move, amount)
                .maker(v -> new AllotmentRestored(v.get(move), v.get(amount)));
    }

    private static Shape<AllotmentReduced> reduced() {
        Field<AllotmentReduced, Move> move = Field.of("move", MOVE, AllotmentReduced::move);
        Field<AllotmentReduced, Money> amount = Field.of("amount", Type.money(), AllotmentReduced::amount);
        Field<AllotmentReduced, String> reason = Field.of("reason", Type.text(), AllotmentReduced::reason);
        return Shape.of(FIRST_TAG + 10, "allotment-reduced", AllotmentReduced.class)
                .fields(move, amount, reason)
                .maker(v -> new AllotmentReduced(v.get(move), v.get(amount), v.get(reason)));
    }
}
