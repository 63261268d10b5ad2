package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Term;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;

/**
 * Two sums that must be equal, place by place: at each place the rows of both sides, which are added up by name. It lives for
 * one check.
 */
final class Identity {
    private static final Name NOTHING = new Name("nothing", "无");

    private final Map<Name, Sides> places = new TreeMap<>(Comparator.comparing(Name::english));

    /**
     * What a row or a place is called.
     *
     * @param english in English
     * @param chinese the same in 中文
     */
    record Name(String english, String chinese) {
        /** An account, in 中文 with its code. */
        static Name of(Account account) {
            return new Name(account.name(), account.code() + " " + account.nameZh());
        }

        /** A document. */
        static Name of(Id<?> id) {
            return new Name(id.toString(), text(id.kind().code()).textZh() + " " + id.value());
        }

        /** A coding block. */
        static Name of(Segments block) {
            StringJoiner chinese = new StringJoiner(";");
            block.forEach((dimension, code) -> chinese.add(DIMENSIONS.getOrDefault(dimension, dimension.name()) + "="
                    + (dimension.equals(Dimensions.PHASE) ? PHASES.getOrDefault(code, code) : code)));
            return new Name(block.toString(), chinese.toString());
        }

        /** Something with a code. */
        Name and(String code) {
            return new Name(english + " " + code, chinese + " " + code);
        }

        /** Something of something else. */
        Name of(Name whole) {
            return new Name(english + " of " + whole.english, whole.chinese + " " + chinese);
        }

        /** A fact that says it. */
        Fact fact() {
            return text(english, chinese);
        }
    }

    private static final ImmutableMap<Dimension, String> DIMENSIONS = ImmutableMap.<Dimension, String>builder()
            .put(Dimensions.DIVISION, "财政区划")
            .put(Dimensions.YEAR, "预算年度")
            .put(Dimensions.AGENCY, "预算单位")
            .put(Dimensions.FUND, "资金性质")
            .put(Dimensions.PROJECT, "预算项目")
            .put(Dimensions.FUNCTION, "支出功能分类科目")
            .put(Dimensions.GOVERNMENT_ECONOMIC, "政府支出经济分类")
            .put(Dimensions.DEPARTMENT_ECONOMIC, "部门支出经济分类")
            .put(Dimensions.LINE, "项目年度预算")
            .put(Dimensions.ALLOTMENT, "预算指标")
            .put(Dimensions.PAYMENT, "支付")
            .put(Dimensions.PLAN_MONTH, "计划月份")
            .put(Dimensions.PHASE, "期")
            .put(Dimensions.DOCUMENT, "单据")
            .buildOrThrow();

    private static final ImmutableMap<String, String> PHASES =
            ImmutableMap.of("OPENING", "年初", "CLOSING", "结账", "CARRIED", "结转下年");

    /** The rows of both sides at one place, in the order in which they were met. */
    private record Sides(Map<Name, Long> left, Map<Name, Long> right) {
        Sides() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        long difference() {
            return Fen.subtract(sum(left), sum(right));
        }

        private static long sum(Map<Name, Long> rows) {
            long sum = 0;
            for (long fen : rows.values()) {
                sum = Fen.add(sum, fen);
            }
            return sum;
        }

        /** Rows that come to nothing explain nothing. */
        private static Fact formula(Map<Name, Long> rows) {
            return new Fact.Bilingual(formula(rows, Name::english), formula(rows, Name::chinese));
        }

        private static Fact formula(Map<Name, Long> rows, Function<Name, String> language) {
            ImmutableList<Term> terms = rows.entrySet().stream()
                    .filter(row -> row.getValue() != 0)
                    .map(row -> new Term(language.apply(row.getKey()), row.getValue()))
                    .collect(toImmutableList());
            return Fact.formula(terms.isEmpty() ? ImmutableList.of(Term.plus(language.apply(NOTHING), 0)) : terms);
        }
    }

    /** Adds a row to the left side at a place. */
    void left(Name at, Name row, long fen) {
        sides(at).left().merge(row, fen, Fen::add);
    }

    /** Adds a row to the right side at a place. */
    void right(Name at, Name row, long fen) {
        sides(at).right().merge(row, fen, Fen::add);
    }

    /** Adds both sides at a place where there is more than there may be. */
    void atMost(Name at, Name row, long fen, Name bound, long most) {
        if (fen > most) {
            left(at, row, fen);
            right(at, bound, most);
        }
    }

    private Sides sides(Name at) {
        return places.computeIfAbsent(at, any -> new Sides());
    }

    /** Every place at which the sides differ. */
    ImmutableList<ImmutableMap<String, Fact>> violations() {
        return places.entrySet().stream()
                .filter(place -> place.getValue().difference() != 0)
                .map(place -> Facts.of("at", place.getKey().fact())
                        .and("left", Sides.formula(place.getValue().left()))
                        .and("right", Sides.formula(place.getValue().right()))
                        .and("difference", amount(place.getValue().difference()))
                        .map())
                .collect(toImmutableList());
    }
}
