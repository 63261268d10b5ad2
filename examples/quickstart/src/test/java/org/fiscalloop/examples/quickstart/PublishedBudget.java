package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.examples.quickstart.Documents.Row;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.register.AgencyTerms;
import org.fiscalloop.register.ImmutableAgencyTerms;

/**
 * The budget of a published document as planned lines, rebuilt from its two margins as the example's own year is. What is
 * meant stands in the place of what is printed wrongly.
 *
 * <p>A 款 that only a public institution spends (绩效工资) is that of an institution below an administrative department.
 * Expenditure that is not of the general public budget is paid from 事业收入.
 */
record PublishedBudget(String doc, int year, String division, AgencyKind kind) {
    static final PublishedBudget MOF =
            new PublishedBudget("SH-MOF-2025-B", 2025, "310000000", AgencyKind.ADMINISTRATIVE);
    static final PublishedBudget FINANCE =
            new PublishedBudget("SHPT-CZJ-2025-B", 2025, "310107000", AgencyKind.ADMINISTRATIVE);
    static final PublishedBudget WELFARE =
            new PublishedBudget("SHPT-FLY-2024-B", 2024, "310107000", AgencyKind.INSTITUTION);
    static final PublishedBudget STREET_2023 =
            new PublishedBudget("SHPT-WLJD-2023-B", 2023, "310107000", AgencyKind.ADMINISTRATIVE);
    static final PublishedBudget STREET_2024 =
            new PublishedBudget("SHPT-WLJD-2024-B", 2024, "310107000", AgencyKind.ADMINISTRATIVE);

    static final ImmutableList<PublishedBudget> ALL = ImmutableList.of(MOF, FINANCE, WELFARE, STREET_2023, STREET_2024);

    /** What the numbering of the welfare home's own means, by name: the national codes of 2024. */
    private static final ImmutableMap<String, String> OWN_NUMBERING = ImmutableMap.<String, String>builder()
            .put("咨询费", "30203")
            .put("水费", "30205")
            .put("电费", "30206")
            .put("邮电费", "30207")
            .put("办公设备购置费", "31002")
            .put("工会经费", "30228")
            .put("福利费", "30229")
            .put("物业管理费", "30209")
            .put("车辆运行费", "30231")
            .put("事业单位离退休人员福利费", "30229")
            .put("机关事业单位退休人员活动费", "30299")
            .put("其他商品和服务支出", "30299")
            .put("退休费", "30302")
            .buildOrThrow();

    private static final String EARNED = "31";

    /** The national 款 that a published row means. */
    String economic(Row row) {
        return this.equals(WELFARE) ? OWN_NUMBERING.getOrDefault(row.name(), row.code()) : row.code();
    }

    AgencyTerms agency() {
        return agency("105", kind, Optional.empty());
    }

    AgencyTerms institution() {
        return agency("105002", AgencyKind.INSTITUTION, Optional.of("105"));
    }

    private AgencyTerms agency(String code, AgencyKind of, Optional<String> parent) {
        return ImmutableAgencyTerms.builder()
                .division(division)
                .fiscalYear(year)
                .code(new AgencyCode(code))
                .name(doc + " " + code)
                .kind(of)
                .parent(parent.map(AgencyCode::new))
                .build();
    }

    /** The lines of the agency itself. */
    Plan own() {
        return new Plan(lines().stream().filter(line -> isSpentBy(line, kind)).collect(toImmutableList()));
    }

    /** The lines of the institution below it. */
    Plan below() {
        return new Plan(lines().stream().filter(line -> !isSpentBy(line, kind)).collect(toImmutableList()));
    }

    private boolean isSpentBy(Plan.Line line, AgencyKind agency) {
        return !CodeTables.national()
                .mapping(year)
                .orElseThrow()
                .governmentCodes(line.economic(), agency)
                .isEmpty();
    }

    private ImmutableList<Plan.Line> lines() {
        List<Plan.Line> lines = new ArrayList<>();
        Reconstruction.twoWay(leaves("basic"), byEconomic())
                .forEach((cell, fen) -> lines.add(
                        Plan.Line.of(cell.function(), Plan.basicKind(cell.economic()), cell.economic(), fen)));
        ImmutableMap<String, Long> general = Documents.table(doc, "B5").stream()
                .filter(row -> row.level() == 3)
                .collect(toImmutableMap(Row::code, row -> row.fen("project")));
        leaves("project").forEach((function, fen) -> {
            long budget = general.getOrDefault(function, 0L);
            add(lines, Plan.GENERAL, function, budget);
            add(lines, EARNED, function, fen - budget);
        });
        return ImmutableList.copyOf(lines);
    }

    private static void add(List<Plan.Line> lines, String fund, String function, long fen) {
        if (fen != 0) {
            lines.add(new Plan.Line(fund, function, SpendingKind.PROJECT, Plan.ofProject(function), fen, fen));
        }
    }

    private ImmutableMap<String, Long> leaves(String measure) {
        return Documents.table(doc, "B3").stream()
                .filter(row -> row.level() == 3 && row.fen(measure) != 0)
                .collect(toImmutableMap(Row::code, row -> row.fen(measure)));
    }

    /** Basic expenditure by 款 as meant, each 类 adding up to what is printed of it. */
    private ImmutableMap<String, Long> byEconomic() {
        Map<String, Long> all = new LinkedHashMap<>();
        for (Row top : Documents.table(doc, "B8")) {
            if (top.level() == 1) {
                Map<String, Long> parts = new LinkedHashMap<>();
                for (Row row : Documents.table(doc, "B8")) {
                    if (row.level() == 2 && row.code().startsWith(top.code())) {
                        parts.merge(economic(row), row.fen("total"), Long::sum);
                    }
                }
                Reconstruction.spread(top.fen("total"), parts).forEach((code, fen) -> all.merge(code, fen, Long::sum));
            }
        }
        return ImmutableMap.copyOf(all);
    }
}
