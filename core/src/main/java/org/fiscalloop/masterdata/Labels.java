package org.fiscalloop.masterdata;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;

/**
 * The labels (标识) that an allotment carries beside its codes, as declared extra elements: each is set when the allotment is
 * issued from its budget line, or already on that line, and then stays on all that is split off it, carried over of it or
 * paid from it. Nothing below removes one, changes one or adds one.
 */
public final class Labels {
    /** 直达资金标识 (IS_DIR), of the code set {@link Catalogue#DIRECT_FUND}. */
    public static final String DIRECT = "direct-fund";

    /** 地方配套 (IS_MAT): money of one's own that goes with a direct fund. */
    public static final String MATCHING = "matching";

    /** 补贴到人到企 (IS_SUB): it is paid to persons or enterprises, each named. */
    public static final String TO_BENEFICIARY = "to-beneficiary";

    /** 工资 (IS_SAL): it is paid as wages. */
    public static final String WAGES = "wages";

    /** 三公经费 (THR_EXP): journeys abroad, official cars or hospitality. */
    public static final String THREE_PUBLIC = "three-public";

    /** 扶贫 (IS_ALLE), now 衔接推进乡村振兴: it relieves poverty. */
    public static final String POVERTY_RELIEF = "poverty-relief";

    /** 工会 (IS_FUN): it is of the trade union. */
    public static final String TRADE_UNION = "trade-union";

    /** 是否追踪 (IS_TRACK): it is followed by the code of {@link #TRACKING_PROJECT}. */
    public static final String TRACKED = "tracked";

    /** 追踪项目代码 (TRACK_PRO_CODE): the code, of 21 characters, of the project of the level above by which it is followed. */
    public static final String TRACKING_PROJECT = "tracking-project";

    /** 对应配套安排的中央项目 (COUNT_FUND_PRO_CODE): the code, of 21 characters, of the project that it goes with. */
    public static final String MATCHED_PROJECT = "matched-project";

    /** 是否政府采购 (IS_GOV_PUR): it is spent by government procurement; set on the budget line alone. */
    public static final String PROCUREMENT = "procurement";

    /** The code of {@link Catalogue#YES_NO} that says yes. */
    public static final String YES = "1";

    /** The columns of BA_BGT_INFO 预算指标 that hold the labels, with the element of each. */
    public static final ImmutableMap<String, String> COLUMNS = ImmutableMap.<String, String>builder()
            .put("IS_DIR", DIRECT)
            .put("IS_MAT", MATCHING)
            .put("IS_SUB", TO_BENEFICIARY)
            .put("IS_SAL", WAGES)
            .put("THR_EXP", THREE_PUBLIC)
            .put("IS_ALLE", POVERTY_RELIEF)
            .put("IS_FUN", TRADE_UNION)
            .put("IS_TRACK", TRACKED)
            .put("TRACK_PRO_CODE", TRACKING_PROJECT)
            .put("COUNT_FUND_PRO_CODE", MATCHED_PROJECT)
            .buildOrThrow();

    /** The kinds of document that set a label where the document on which they draw, of another kind, has none. */
    private static final ImmutableSet<String> SET_ON = ImmutableSet.of("allotment");

    private static final Source COLUMN = Source.certain("BA_BGT_INFO 预算指标: columns of the label");
    private static final Source UNCERTAIN =
            Source.uncertain("the column is seen on allotments of a provincial system; its values are not confirmed");
    private static final Source DIRECT_FUNDS =
            Source.certain("直达资金: the label is set at issue, inherited, and not removed; codes seen in two systems");

    /** The nation's labels, in the order in which they are judged. */
    static final ImmutableList<ElementRules.Declaration> NATIONAL = ImmutableList.of(
            label(DIRECT, "direct fund", "直达资金标识", Catalogue.DIRECT_FUND, DIRECT_FUNDS),
            label(MATCHING, "matching of a direct fund", "地方配套", Catalogue.YES_NO, COLUMN),
            label(TO_BENEFICIARY, "to person or enterprise", "补贴到人到企", Catalogue.YES_NO, COLUMN),
            label(WAGES, "wages", "工资", Catalogue.YES_NO, COLUMN),
            label(THREE_PUBLIC, "three public expenses", "三公经费", Catalogue.YES_NO, UNCERTAIN),
            label(POVERTY_RELIEF, "poverty relief", "扶贫", Catalogue.YES_NO, UNCERTAIN),
            label(TRADE_UNION, "trade union", "工会", Catalogue.YES_NO, UNCERTAIN),
            label(TRACKED, "tracked", "是否追踪", Catalogue.YES_NO, COLUMN),
            label(TRACKING_PROJECT, "tracking project", "追踪项目代码", COLUMN),
            label(MATCHED_PROJECT, "matched project", "对应配套安排的中央项目", COLUMN),
            new ElementRules.Declaration(
                    PROCUREMENT,
                    "government procurement",
                    "是否政府采购",
                    Optional.of(Catalogue.YES_NO),
                    ImmutableSet.of(),
                    true,
                    ImmutableSet.of(),
                    false,
                    Optional.empty(),
                    Source.certain("BGT_PM_ANNUAL, BA_BGT_INFO IS_GOV_PUR; an element of 预算指标核算管理办法")));

    /** What must be true of the labels of a block together. */
    static final ImmutableList<Control<ElementRules.Use>> CONTROLS = ImmutableList.of(
            Control.statutory(MasterdataReasons.PROJECT_CODE, Labels::projectCodes),
            Control.adjustable(
                    MasterdataReasons.TRACKING_PROJECT_MISSING,
                    Severity.HARD,
                    use -> with(TRACKED, TRACKING_PROJECT, use)),
            Control.adjustable(
                    MasterdataReasons.MATCHED_PROJECT_MISSING,
                    Severity.WARN,
                    use -> with(MATCHING, MATCHED_PROJECT, use)));

    private Labels() {}

    private static ElementRules.Declaration label(
            String code, String name, String nameZh, Catalogue codeSet, Source source) {
        return label(code, name, nameZh, Optional.of(codeSet), source);
    }

    private static ElementRules.Declaration label(String code, String name, String nameZh, Source source) {
        return label(code, name, nameZh, Optional.empty(), source);
    }

    private static ElementRules.Declaration label(
            String code, String name, String nameZh, Optional<Catalogue> codeSet, Source source) {
        return new ElementRules.Declaration(
                code, name, nameZh, codeSet, ImmutableSet.of(), true, SET_ON, false, Optional.empty(), source);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> projectCodes(ElementRules.Use use) {
        return Stream.of(TRACKING_PROJECT, MATCHED_PROJECT)
                .filter(element -> !use.elements().value(element).isEmpty())
                .filter(element -> !ProjectCode.isValid(use.elements().value(element)))
                .map(element -> Facts.of("element", Fact.text(element))
                        .and("given", Fact.text(use.elements().value(element)))
                        .map())
                .collect(toImmutableList());
    }

    /** Where a label says yes, another element must have a value. */
    private static ImmutableList<ImmutableMap<String, Fact>> with(String label, String element, ElementRules.Use use) {
        return use.elements().value(label).equals(YES)
                        && use.elements().value(element).isEmpty()
                ? violated(Facts.of("label", Fact.text(label)).and("element", Fact.text(element)))
                : holds();
    }
}
