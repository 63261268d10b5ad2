package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.ByPrefix.Row;
import org.immutables.value.Value;

/** The rules of revenue and wages in force: the tables of their lives, how severe each control is, what codes mean. */
@Value.Immutable
public interface RevenueRules {
    /** The table of the life of a receipt of income. */
    @Value.Default
    default Lifecycle<RevenueState, RevenueAction> incomeLifecycle() {
        return RevenueLifecycle.INCOME;
    }

    /** The table of the life of an accrual of wages. */
    @Value.Default
    default Lifecycle<RevenueState, RevenueAction> accrualLifecycle() {
        return RevenueLifecycle.ACCRUAL;
    }

    /** The posts of its review phases; nationally there are none. */
    @Value.Default
    default ReviewChains reviews() {
        return ReviewChains.ONE_POST_EACH;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /**
     * What income codes (收入分类科目) say of the kind of revenue; a code without a row is not booked from a day report.
     *
     * <p>Source: 政府收支分类科目, 101 and 103. Social insurance, transfers and debt (102, 110, 105) have events of their own.
     */
    @Value.Default
    default ByPrefix<RevenueKind> kinds() {
        Source source = Source.certain("政府收支分类科目: 101 税收收入, 103 非税收入");
        return ByPrefix.of(ImmutableList.of(
                new Row<>("101", RevenueKind.TAX, source), new Row<>("103", RevenueKind.NON_TAX, source)));
    }

    /** The table of the life of a placement of the treasury's money. */
    @Value.Default
    default Lifecycle<CashPlacement.State, CashPlacement.Action> placementLifecycle() {
        return RevenueLifecycle.PLACEMENT;
    }

    /**
     * How levels of government share revenue (共享收入), by income code; what is told as shared without a row here is listed.
     *
     * <p>The centre's part is published; who has the local part differs by place. Nationally it stands with the province,
     * which divides it in its overlay.
     */
    @Value.Default
    default ImmutableList<Sharing> shares() {
        Source vat = Source.uncertain("国发〔2016〕26号: 增值税 half and half between centre and places; 省以下 by the province");
        Source income =
                Source.uncertain("国发〔2001〕37号 and later: 所得税 六四 between centre and places; 省以下 by the province");
        return ImmutableList.of(
                halves("10101", 5000, vat), halves("10104", 6000, income), halves("10106", 6000, income));
    }

    private static Sharing halves(String code, int centre, Source source) {
        return new Sharing(
                code,
                ImmutableList.of(new Sharing.Portion("1", centre), new Sharing.Portion("2", Sharing.WHOLE - centre)),
                "1",
                source);
    }

    /** How a code is shared, by the longest beginning that has a row. */
    default Optional<Sharing> sharing(String income) {
        return shares().stream()
                .filter(sharing -> income.startsWith(sharing.code()))
                .max(Comparator.comparingInt(sharing -> sharing.code().length()));
    }

    /** A code is shared in one way. */
    @Value.Check
    default void check() {
        Set<String> codes = new HashSet<>();
        for (Sharing sharing : shares()) {
            if (!codes.add(sharing.code())) {
                throw new IllegalArgumentException("how " + sharing.code() + " is shared stands twice");
            }
        }
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<RevenueAction, RevenueControls.Accruing> controls() {
        return RevenueControls.NATIONAL.withSeverities(severities());
    }
}
