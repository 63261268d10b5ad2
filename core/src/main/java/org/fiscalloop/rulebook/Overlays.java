package org.fiscalloop.rulebook;

import static com.google.common.base.Preconditions.checkArgument;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Tree;

/** Laying an overlay over a rulebook. */
final class Overlays {
    private static final Source OWN = Source.own("an upper level may lock an item against the levels below");

    static final Reason LOCKED = new Reason(
            "rulebook.locked",
            "The item is locked by an upper level",
            "规则项已被上级锁定",
            "{overlay} may not change {path}: locked by {owner} ({source})",
            "{overlay} 不得修改 {path}: 已由 {owner} 锁定 ({source})",
            OWN);

    static final Reason NOT_VALID = new Reason(
            "rulebook.not-valid",
            "The item does not make a valid rulebook",
            "规则项无效",
            "{overlay} sets {path}, which makes no rulebook: {problem}",
            "{overlay} 设置 {path} 后规则手册无效: {problem}",
            Source.own("a rulebook is checked whole when it is built"));

    static final Reason UNKNOWN_DIVISION = new Reason(
            "rulebook.unknown-division",
            "The owner of the overlay is no division",
            "地方规则所属区划不存在",
            "{overlay} is of \"{division}\", which is no division in the tables of {year}",
            "{overlay} 所属的“{division}”不在 {year} 年度的财政区划表中",
            Source.own("an overlay holds in a division that the code tables know"));

    static final Reason NO_NATIONAL_RULES = new Reason(
            "rulebook.no-national-rules",
            "There are no national rules for the year",
            "该年度无全国规则手册",
            "{overlay} is for {year}; there are national rules for {allowed}",
            "{overlay} 适用年度为 {year}; 有全国规则手册的年度: {allowed}",
            Source.own("an overlay lies over the nation's rulebook of its fiscal year"));

    static final Reasons REASONS = Reasons.of(LOCKED, NOT_VALID, UNKNOWN_DIVISION, NO_NATIONAL_RULES);

    /** What a rulebook says of itself, which no overlay sets. */
    private static final ImmutableSet<String> NO_ITEMS =
            ImmutableSet.of("title", "fiscalYear", "validFrom", "provenance");

    private Overlays() {}

    /** The rulebook as the overlay has it, or every change that may not be made. */
    static Decision<Rulebook> lay(Rulebook rulebook, Overlay overlay) {
        ImmutableSet.Builder<Refusal> refused = ImmutableSet.builder();
        for (Overlay.Change change : overlay.changes()) {
            rulebook.provenance().forEach((path, item) -> {
                if (item.locked() && !item.owner().equals(overlay.owner()) && change.touches(path)) {
                    refused.add(locked(overlay, change, item));
                }
            });
        }
        ImmutableList<Refusal> refusals = refused.build().asList();
        return refusals.isEmpty() ? changed(rulebook, overlay) : new Decision.Refused<>(refusals);
    }

    /** A table that an overlay brings may have a thousand rows: the rulebook is read once, when all of them are set. */
    private static Decision<Rulebook> changed(Rulebook rulebook, Overlay overlay) {
        Map<String, Provenance> provenance = new LinkedHashMap<>(rulebook.provenance());
        overlay.changes()
                .forEach(change -> provenance.put(
                        change.path(), new Provenance(change.source(), overlay.owner(), change.locked())));
        Tree tree = RulebookShapes.RULEBOOK.toTree(rulebook);
        try {
            return Decision.accepted(ImmutableRulebook.builder()
                    .from(RulebookShapes.RULEBOOK.fromTree(set(tree, overlay.changes())))
                    .title(rulebook.title() + " + " + overlay.title())
                    .validFrom(overlay.validFrom())
                    .provenance(ImmutableMap.copyOf(provenance))
                    .build());
        } catch (IllegalArgumentException problem) {
            return Decision.refused(firstNotValid(tree, overlay, problem));
        }
    }

    private static Tree set(Tree tree, ImmutableList<Overlay.Change> changes) {
        Tree changed = tree;
        for (Overlay.Change change : changes) {
            checkArgument(!NO_ITEMS.contains(change.path()), "it is the rulebook's own and no item of it");
            changed = TreeEdit.set(changed, change.path(), change.value());
        }
        return changed;
    }

    /** The first change with which the rulebook is none: the last one, where none before it is. */
    private static Refusal firstNotValid(Tree tree, Overlay overlay, IllegalArgumentException whole) {
        Tree changed = tree;
        int last = overlay.changes().size() - 1;
        for (Overlay.Change change : overlay.changes().subList(0, last)) {
            try {
                changed = set(changed, ImmutableList.of(change));
                RulebookShapes.RULEBOOK.fromTree(changed);
            } catch (IllegalArgumentException problem) {
                return notValid(overlay, change.path(), problem);
            }
        }
        return notValid(overlay, overlay.changes().get(last).path(), whole);
    }

    static Refusal notValid(Overlay overlay, String path, IllegalArgumentException problem) {
        return Refusal.of(
                NOT_VALID,
                Facts.of("overlay", text(overlay.title()))
                        .and("path", text(path))
                        .and("problem", text(String.valueOf(problem.getMessage()))));
    }

    private static Refusal locked(Overlay overlay, Overlay.Change change, Provenance item) {
        return Refusal.of(
                LOCKED,
                Facts.of("overlay", text(overlay.title()))
                        .and("path", text(change.path()))
                        .and("owner", text(item.owner().isEmpty() ? "the nation" : item.owner()))
                        .and("source", text(item.source().citation())));
    }
}
