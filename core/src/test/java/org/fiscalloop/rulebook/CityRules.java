package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.payment.PaymentDuty;

/** What one city does its own way: a control warns, a request occupies when it is saved, an element, two posts. */
public final class CityRules {
    public static final String PROVINCE = "310000000";
    public static final String CITY = "310107000";
    public static final String TAG = "local-tag";
    public static final Duty HEAD = new Duty("payment.unit-head");
    public static final Duty FINANCE = new Duty("payment.finance-review");
    public static final Source SOURCE = Source.own("a rule of the city's own");

    private CityRules() {}

    /** The whole of it, in force from the first day of the year before. */
    public static Overlay overlay() {
        return overlay(
                CITY,
                change("payment/severities/payment.own-account", Tree.text("WARN")),
                change("payment/occupation", Tree.text("SAVE")),
                change("masterdata/elements/declarations/" + TAG, declaration()),
                change(
                        "payment/reviews/payment-request.SUBMITTED",
                        Tree.items(ImmutableList.of(
                                post("unit-review", PaymentDuty.REVIEW),
                                post("unit-head", HEAD),
                                post("finance-review", FINANCE)))));
    }

    public static Overlay overlay(String owner, Overlay.Change... changes) {
        return overlay(owner, LocalDate.of(2024, 1, 1), changes);
    }

    public static Overlay overlay(String owner, LocalDate from, Overlay.Change... changes) {
        return new Overlay(owner, "rules of " + owner, 2024, from, ImmutableList.copyOf(changes));
    }

    public static Overlay.Change change(String path, Tree value) {
        return new Overlay.Change(path, value, SOURCE, false);
    }

    public static Overlay.Change locked(String path, Tree value) {
        return new Overlay.Change(path, value, SOURCE, true);
    }

    /** The element as the rulebook writes it. */
    private static Tree declaration() {
        ElementRules.Declaration declaration = new ElementRules.Declaration(
                TAG,
                "local tag",
                "地方标识",
                Optional.empty(),
                ImmutableSet.of("allotment", "payment-request"),
                true,
                false,
                Optional.of(Dimensions.SLOTS.get(0)),
                SOURCE);
        Rulebook nation = NationalRulebook.of(2024);
        Rulebook declaring = ImmutableRulebook.builder()
                .from(nation)
                .masterdata(new org.fiscalloop.masterdata.MasterdataRules(
                        nation.masterdata().tables(),
                        nation.masterdata().elements().declaring(declaration),
                        nation.masterdata().zeroBalanceKinds()))
                .build();
        Tree.Items declared =
                (Tree.Items) at(RulebookShapes.RULEBOOK.toTree(declaring), "masterdata", "elements", "declarations");
        return declared.items().get(declared.items().size() - 1);
    }

    private static Tree at(Tree tree, String... path) {
        Tree found = tree;
        for (String name : path) {
            found = ((Tree.Fields) found).find(name).orElseThrow();
        }
        return found;
    }

    static Tree post(String code, Duty duty) {
        return Tree.fields(ImmutableList.of(
                new Tree.Member("code", Tree.text(code)),
                new Tree.Member("name", Tree.text(code)),
                new Tree.Member("duty", Tree.text(duty.code()))));
    }

    public static RuleTimeline nation() {
        return RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
    }

    /** The nation's rules with these overlays, which must fit. */
    public static RuleTimeline with(Overlay... overlays) {
        RuleTimeline timeline = nation();
        for (Overlay overlay : overlays) {
            timeline = accepted(timeline.with(overlay));
        }
        return timeline;
    }

    public static <T> T accepted(Decision<T> decision) {
        return decision.match(yes -> yes.value(), no -> {
            throw new AssertionError(no.refusals().get(0).text());
        });
    }
}
