package org.fiscalloop.virement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
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
import org.fiscalloop.virement.VirementAuthority.Ruling;
import org.fiscalloop.virement.VirementCommands.CreateVirement;
import org.fiscalloop.virement.VirementCommands.ReviseVirement;
import org.fiscalloop.virement.VirementEvents.VirementExecuted;
import org.fiscalloop.virement.VirementEvents.VirementFilledIn;
import org.fiscalloop.virement.VirementTerms.Line;
import org.joda.money.Money;

/** The forms of virements: terms, rules, commands and events, for the journal and for trees. */
public final class VirementShapes {
    private static final int FIRST_TAG = 0x90;
    private static final int LAST_TAG = 0x9F;

    private static final Type<Id<Virement>> ID = KernelTypes.id(Virement.KIND);
    private static final Type<Id<Allotment>> ALLOTMENT = KernelTypes.id(Allotment.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(Virement.KIND, Allotment.KIND));

    /** What is filled in on a virement. */
    public static final Shape<VirementTerms> TERMS = terms();

    /** The rules of virements. */
    public static final Shape<VirementRules> RULES = rules();

    static final Shape<CreateVirement> CREATE = create();
    static final Shape<ReviseVirement> REVISE = revise();
    static final Shape<VirementFilledIn> FILLED_IN = filledIn();
    static final Shape<VirementExecuted> EXECUTED = executed();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY =
            ShapeFamily.of("virement", FIRST_TAG, LAST_TAG, CREATE, REVISE, FILLED_IN, EXECUTED);

    private VirementShapes() {}

    private static Shape<VirementTerms> terms() {
        Field<VirementTerms, String> division = Field.of("division", Type.text(), VirementTerms::division);
        Field<VirementTerms, String> agency = Field.of("agency", Type.text(), VirementTerms::agency);
        Field<VirementTerms, Integer> year = Field.ofInt("fiscalYear", VirementTerms::fiscalYear);
        Field<VirementTerms, String> batchNo = Field.of("batchNo", Type.text(), VirementTerms::batchNo);
        Field<VirementTerms, Optional<String>> documentNo =
                Field.of("documentNo", Type.optional(Type.text()), VirementTerms::documentNo);
        Field<VirementTerms, String> reason = Field.of("reason", Type.text(), VirementTerms::reason);
        Field<VirementTerms, ImmutableList<Line>> lines =
                Field.of("lines", Type.list(Type.nested(line())), VirementTerms::lines);
        return Shape.<VirementTerms>nested("virement-terms")
                .fields(division, agency, year, batchNo, documentNo, reason, lines)
                .maker(v -> ImmutableVirementTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .batchNo(v.get(batchNo))
                        .documentNo(v.get(documentNo))
                        .reason(v.get(reason))
                        .lines(v.get(lines))
                        .build());
    }

    private static Shape<Line> line() {
        Field<Line, Id<Allotment>> from = Field.of("from", ALLOTMENT, Line::from);
        Field<Line, Id<Allotment>> to = Field.of("to", ALLOTMENT, Line::to);
        Field<Line, Money> amount = Field.of("amount", Type.money(), Line::amount);
        return Shape.<Line>nested("virement-line")
                .fields(from, to, amount)
                .maker(v -> new Line(v.get(from), v.get(to), v.get(amount)));
    }

    private static Shape<VirementRules> rules() {
        Field<VirementRules, Lifecycle<VirementState, VirementAction>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(VirementState.class, VirementAction.class), VirementRules::lifecycle);
        Field<VirementRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, VirementRules::reviews);
        Field<VirementRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, VirementRules::severities);
        Field<VirementRules, CaseTable<Ruling>> authority =
                Field.of("authority", RuleShapes.caseTable(Type.nested(ruling())), VirementRules::authority);
        Field<VirementRules, ImmutableSet<String>> restricted =
                Field.of("restrictedCodes", Type.set(Type.text()), VirementRules::restrictedCodes);
        return Shape.<VirementRules>nested("virement-rules")
                .fields(lifecycle, reviews, severities, authority, restricted)
                .maker(v -> ImmutableVirementRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .authority(v.get(authority))
                        .restrictedCodes(v.get(restricted))
                        .build());
    }

    private static Shape<Ruling> ruling() {
        Field<Ruling, VirementAuthority> authority =
                Field.of("authority", Type.enumOf(VirementAuthority.class), Ruling::authority);
        Field<Ruling, Source> source = Field.of("source", KernelTypes.source(), Ruling::source);
        return Shape.<Ruling>nested("virement-ruling")
                .fields(authority, source)
                .maker(v -> new Ruling(v.get(authority), v.get(source)));
    }

    private static Shape<CreateVirement> create() {
        Field<CreateVirement, Id<Virement>> document = Field.of("document", ID, CreateVirement::document);
        Field<CreateVirement, VirementTerms> terms = Field.of("terms", Type.nested(TERMS), CreateVirement::terms);
        return Shape.of(FIRST_TAG, "create-virement", CreateVirement.class)
                .fields(document, terms)
                .maker(v -> new CreateVirement(v.get(document), v.get(terms)));
    }

    private static Shape<ReviseVirement> revise() {
        Field<ReviseVirement, Id<Virement>> document = Field.of("document", ID, ReviseVirement::document);
        Field<ReviseVirement, VirementTerms> terms = Field.of("terms", Type.nested(TERMS), ReviseVirement::terms);
        return Shape.of(FIRST_TAG + 1, "revise-virement", ReviseVirement.class)
                .fields(document, terms)
                .maker(v -> new ReviseVirement(v.get(document), v.get(terms)));
    }

    private static Shape<VirementFilledIn> filledIn() {
        Field<VirementFilledIn, Move> move = Field.of("move", MOVE, VirementFilledIn::move);
        Field<VirementFilledIn, VirementTerms> terms = Field.of("terms", Type.nested(TERMS), VirementFilledIn::terms);
        return Shape.of(FIRST_TAG + 2, "virement-filled-in", VirementFilledIn.class)
                .fields(move, terms)
                .maker(v -> new VirementFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<VirementExecuted> executed() {
        Field<VirementExecuted, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(MOVE), VirementExecuted::moves);
        Field<VirementExecuted, ImmutableList<Line>> lines =
                Field.of("lines", Type.list(Type.nested(line())), VirementExecuted::lines);
        return Shape.of(FIRST_TAG + 3, "virement-executed", VirementExecuted.class)
                .fields(moves, lines)
                .maker(v -> new VirementExecuted(v.get(moves), v.get(lines)));
    }
}
