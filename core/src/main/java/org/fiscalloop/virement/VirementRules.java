package org.fiscalloop.virement;

import static org.fiscalloop.decision.CaseTable.ANY;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.virement.VirementAuthority.Ruling;
import org.fiscalloop.virement.VirementFacets.KindChange;
import org.fiscalloop.virement.VirementFacets.Likeness;
import org.fiscalloop.virement.VirementFacets.Restriction;
import org.immutables.value.Value;

/**
 * The rules of virements in force: the table of their life, who reviews, who decides in which case, how severe each control is.
 */
@Value.Immutable
public interface VirementRules {
    /** The questions that {@link #authority} answers of two allotments, in order. */
    ImmutableList<Facet> QUESTIONS = ImmutableList.of(
            Facet.of(KindChange.class),
            Facet.of(Restriction.class),
            likeness("project"),
            likeness("function"),
            likeness("economic class"),
            likeness("agency"));

    private static Facet likeness(String of) {
        return new Facet(of, Arrays.stream(Likeness.values()).map(Enum::name).collect(ImmutableList.toImmutableList()));
    }

    /** The table of a virement's life. */
    @Value.Default
    default Lifecycle<VirementState, VirementAction> lifecycle() {
        return VirementLifecycle.NATIONAL;
    }

    /** The posts through which a virement passes within each authority; for finance the department reviews first. */
    @Value.Default
    default ReviewChains reviews() {
        return VirementLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /**
     * Who decides (调剂权限), by kinds of spending, whether spending that may not grow would grow, and whether project, function,
     * economic 类 and agency are the same.
     *
     * <p>Source: 《预算法》 art. 72: virement between 科目, 级次 and 项目 is strictly controlled by rules of finance. Which case
     * is whose differs by place; what is marked uncertain is practice.
     */
    @Value.Default
    default CaseTable<Ruling> authority() {
        Ruling mixed = new Ruling(VirementAuthority.NOBODY, Source.uncertain("人员经费 and 公用经费 are not mixed; practice"));
        Ruling restricted = new Ruling(
                VirementAuthority.NOBODY,
                Source.uncertain("三公经费, 会议费 and 培训费 do not grow by virement; some places let finance approve it"));
        Ruling strict = new Ruling(
                VirementAuthority.FINANCE, Source.certain("《预算法》 art. 72: 不同预算科目、预算级次或者项目间的预算资金需要调剂使用的, 按照财政部门的规定办理"));
        Ruling kinds = new Ruling(
                VirementAuthority.FINANCE, Source.uncertain("between 基本支出 and 项目支出 finance decides; practice"));
        Ruling classes = new Ruling(
                VirementAuthority.FINANCE, Source.uncertain("between 类 of economic classes finance decides; practice"));
        Ruling agencies =
                new Ruling(VirementAuthority.FINANCE, Source.uncertain("between agencies finance decides; practice"));
        Ruling within = new Ruling(
                VirementAuthority.DEPARTMENT,
                Source.uncertain(
                        "between 款 of one 类 inside one project the department decides and reports it; practice"));
        return new CaseTable<>(
                "virement-authority",
                QUESTIONS,
                ImmutableList.of(
                        row(mixed, KindChange.PERSONNEL_AND_OPERATING, ANY, ANY, ANY, ANY, ANY),
                        row(restricted, KindChange.SAME, Restriction.INCREASED, ANY, ANY, ANY, ANY),
                        row(restricted, KindChange.BASIC_AND_PROJECT, Restriction.INCREASED, ANY, ANY, ANY, ANY),
                        row(kinds, KindChange.BASIC_AND_PROJECT, Restriction.NONE, ANY, ANY, ANY, ANY),
                        row(strict, KindChange.SAME, Restriction.NONE, Likeness.OTHER, ANY, ANY, ANY),
                        row(strict, KindChange.SAME, Restriction.NONE, Likeness.SAME, Likeness.OTHER, ANY, ANY),
                        row(
                                classes,
                                KindChange.SAME,
                                Restriction.NONE,
                                Likeness.SAME,
                                Likeness.SAME,
                                Likeness.OTHER,
                                ANY),
                        row(
                                agencies,
                                KindChange.SAME,
                                Restriction.NONE,
                                Likeness.SAME,
                                Likeness.SAME,
                                Likeness.SAME,
                                Likeness.OTHER),
                        row(
                                within,
                                KindChange.SAME,
                                Restriction.NONE,
                                Likeness.SAME,
                                Likeness.SAME,
                                Likeness.SAME,
                                Likeness.SAME)));
    }

    /**
     * The department economic codes, or beginnings of them, of spending that may not grow by virement: 因公出国（境）, 会议, 培训,
     * 公务接待, 公务用车运行维护 and 公务用车购置. Each code stands for itself: what moves from one to another makes the other grow.
     */
    @Value.Default
    default ImmutableSet<String> restrictedCodes() {
        return ImmutableSet.of("30212", "30215", "30216", "30217", "30231", "31013");
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<VirementAction, VirementCase> controls() {
        return VirementControls.NATIONAL.withSeverities(severities());
    }

    /** The table must answer the questions that are asked. */
    @Value.Check
    default void check() {
        if (!authority().facets().equals(QUESTIONS)) {
            throw new IllegalArgumentException("the table of virements must answer " + QUESTIONS + ", not "
                    + authority().facets());
        }
    }
}
