package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.util.Optional;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.lifecycle.DocumentKind;

/**
 * The row that registers openings with the engine. It is made of the rows of every other kind of document, since an opening
 * holds them all.
 */
public final class OpeningFlow {
    /** Why a row of the {@linkplain org.fiscalloop.opening.tables tables} of an opening is left out: table, line, column, problem. */
    public static final Reason BAD_CELL = new Reason(
            "opening.bad-cell",
            "A cell cannot be read",
            "单元格无法读取",
            "{table}, line {line}, column {column}: {problem}",
            "{table} 第 {line} 行 {column} 列: {problem}",
            Source.own("nothing is guessed"));

    /** Where the rules of openings stand in a rulebook. */
    public static final RuleSet.Key<OpeningRules> RULES = new RuleSet.Key<>("opening", OpeningRules.class);

    /** Openings as documents. */
    public static final DocumentType<Opening, Opening.Seal, Opening.State> OPENING = new DocumentType<>(
            Opening.KIND,
            Opening.State.class,
            OpeningShapes.SEAL,
            rules -> rules.of(RULES).lifecycle(),
            rules -> rules.of(RULES).reviews(),
            Opening::new);

    private final ImmutableMap<DocumentKind<?>, DocumentType<?, ?, ?>> types;
    private final Shape<OpeningTerms> shape;
    private final Shape<CommitOpening> commit;

    /**
     * Openings that hold documents of these kinds, and earlier openings.
     *
     * @param others the rows of all other kinds of document
     */
    public OpeningFlow(ImmutableList<DocumentType<?, ?, ?>> others) {
        ImmutableList<DocumentType<?, ?, ?>> all = ImmutableList.<DocumentType<?, ?, ?>>builder()
                .addAll(others)
                .add(OPENING)
                .build();
        this.types = all.stream().collect(ImmutableMap.toImmutableMap(DocumentType::kind, type -> type));
        this.shape = OpeningShapes.opening(all);
        this.commit = OpeningShapes.commit(shape);
    }

    /** The form of an opening: of its JSON, and of the bytes that are digested and signed. */
    public Shape<OpeningTerms> shape() {
        return shape;
    }

    /** All forms with a tag. */
    public ShapeFamily family() {
        return ShapeFamily.of("opening", OpeningShapes.FIRST, OpeningShapes.LAST, commit, OpeningShapes.COMMITTED);
    }

    /** The package. */
    public Flow flow() {
        return new Flow(
                RULES.name(),
                ImmutableList.of(OPENING),
                ImmutableList.of(CommandType.filling(
                        commit,
                        Opening.KIND,
                        Opening.Action.COMMIT,
                        CommitOpening::opening,
                        new OpeningDecider(this)::commit)),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(new EventType<>(
                        OpeningShapes.COMMITTED, (event, move, before) -> event.seal(), OpeningFlow::brought)),
                ImmutableList.of(),
                ImmutableList.of(),
                Reasons.merge(ImmutableList.of(
                        OpeningDecider.ALL, OpeningControls.NATIONAL.reasons(), Reasons.of(BAD_CELL))));
    }

    private static ImmutableList<Restored> brought(OpeningCommitted event, Object content) {
        return Optional.of(content)
                .filter(CommitOpening.class::isInstance)
                .map(CommitOpening.class::cast)
                .orElseThrow(() -> new IllegalStateException("no opening was asked for: " + event))
                .opening()
                .documents();
    }

    /** The SHA-256 of the canonical form of an opening, 32 bytes: what is signed. */
    public Bytes digest(OpeningTerms opening) {
        return Bytes.fromHex(
                Hashing.sha256().hashBytes(shape.encode(opening).buffer()).toString());
    }

    /**
     * Everything that is wrong with an opening by the rules in force: identity by identity, with the rows of both sides. It
     * writes nothing. What is no opening at all is asked first, and then what does not add up.
     */
    public Findings check(OpeningTerms opening, RuleSet rules) {
        Opened opened = new Opened(opening, rules, types);
        Findings forms = OpeningControls.FORMS.examine(opened);
        return forms.refusals().isEmpty() ? rules.of(RULES).controls().examine(Opening.Action.COMMIT, opened) : forms;
    }
}
