package org.fiscalloop.examples.madrid;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeCsv;
import org.fiscalloop.masterdata.CodeRow;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * The nation's rules with what the city needs, as two overlays. The level above the city, here a province, knows the city as
 * a division, declares two elements more and sets the level of control, which it locks; the city brings its codes.
 *
 * <p>The library has the code tables of 2023 to 2025, so the year 2020 is played as {@link #YEAR}, which is a leap year too.
 */
final class MadridRules {
    static final int YEAR = 2024;
    static final String PROVINCE = "350000000";
    static final String CITY = "359900000";
    static final LocalDate FIRST_DAY = LocalDate.of(YEAR, 1, 1);

    /** The centre that a line is of, such as the city itself or its tax agency. */
    static final Element CENTRE = new Element("centre", "中心", Dimensions.SLOTS.get(6));

    /** The chapter, which is the first digit of the economic class. */
    static final Element CHAPTER = new Element("chapter", "章", Dimensions.SLOTS.get(7));

    private static final Source OWN = Source.own("the city of Madrid, for this program");
    private static final Source LEVEL = Source.certain(
            "Bases de ejecución del presupuesto 2020, Ayuntamiento de Madrid: vinculación jurídica de los créditos");
    private static final String LIMIT = "payment/limits/payment.over-allotment/";

    /**
     * An extra element that a limit may be set by.
     *
     * @param code its name on a coding block
     * @param nameZh the name in 中文
     * @param slot the dimension of the ledgers that it takes
     */
    record Element(String code, String nameZh, Dimension slot) {}

    private MadridRules() {}

    /** The rules under which what is available is controlled at this level. */
    static RuleTimeline at(Level level) {
        RuleTimeline nation = RuleTimeline.of(LoopFlow.ALL, ImmutableList.of(NationalRulebook.of(YEAR)));
        return laid(laid(nation, province(level)), city());
    }

    private static RuleTimeline laid(RuleTimeline rules, Overlay overlay) {
        Decision<RuleTimeline> laid = rules.with(overlay);
        return laid.match(yes -> yes.value(), no -> {
            throw new IllegalStateException(no.refusals().get(0).text());
        });
    }

    static Overlay province(Level level) {
        return overlay(
                PROVINCE,
                Stream.of(
                        open("masterdata/tables/" + Catalogue.DIVISION.code() + "/rows/" + CITY, division()),
                        open("masterdata/elements/declarations/" + CENTRE.code(), declared(CENTRE)),
                        open("masterdata/elements/declarations/" + CHAPTER.code(), declared(CHAPTER)),
                        locked(
                                LIMIT + "dimensions",
                                texts(level.dimensions().stream()
                                        .map(Dimension::name)
                                        .collect(toImmutableList()))),
                        locked(LIMIT + "reason/text", Tree.text(level.text())),
                        locked(LIMIT + "reason/textZh", Tree.text(level.textZh()))));
    }

    /** The city's codes are its own, with an M before them; its economic class says what the two national ones say. */
    private static Overlay city() {
        Stream<Overlay.Change> codes = Stream.of(
                        rows(Catalogue.FUNCTION, "codes-function.csv"),
                        rows(Catalogue.GOVERNMENT_ECONOMIC, "codes-government-economic.csv"),
                        rows(Catalogue.DEPARTMENT_ECONOMIC, "codes-department-economic.csv"))
                .flatMap(changes -> changes);
        Stream<Overlay.Change> meanings = Stream.of(
                open("masterdata/elements/severities/masterdata.economic-mapping", Tree.text("OFF")),
                nature("1", "WAGES"),
                nature("2", "SERVICE"),
                nature("3", "SERVICE"),
                nature("4", "SERVICE"),
                nature("6", "FIXED_ASSET"),
                nature("7", "SERVICE"),
                nature("8", "SERVICE"),
                nature("9", "SERVICE"),
                expense("1", "WAGES"),
                expense("2", "GOODS_AND_SERVICES"),
                expense("3", "INTEREST"),
                expense("4", "INSTITUTIONS"),
                expense("47", "ENTERPRISES"),
                expense("48", "HOUSEHOLDS"),
                expense("6", "CAPITAL"),
                expense("7", "CAPITAL"),
                expense("8", "OTHER"),
                expense("9", "OTHER"));
        return overlay(CITY, Stream.concat(codes, meanings));
    }

    private static Overlay overlay(String owner, Stream<Overlay.Change> changes) {
        return new Overlay(owner, "rules of " + owner, YEAR, FIRST_DAY, changes.collect(toImmutableList()));
    }

    private static Overlay.Change open(String path, Tree value) {
        return new Overlay.Change(path, value, OWN, false);
    }

    private static Overlay.Change locked(String path, Tree value) {
        return new Overlay.Change(path, value, LEVEL, true);
    }

    private static Stream<Overlay.Change> rows(Catalogue catalogue, String csv) {
        CodeCsv.Rows read = CodeCsv.rows(MadridData.text(csv));
        if (!read.refusals().isEmpty()) {
            throw new IllegalStateException(read.refusals().get(0).text());
        }
        return read.rows().stream()
                .map(row -> new Overlay.Change(
                        "masterdata/tables/" + catalogue.code() + "/rows/" + row.code(),
                        tree(row),
                        row.source(),
                        false));
    }

    private static Tree tree(CodeRow row) {
        return Tree.fields(Stream.of(
                        Stream.of(member("code", row.code()), member("name", row.name())),
                        row.parent().stream().map(parent -> member("parent", parent)),
                        Stream.of(
                                bare("level", row.level()),
                                bare("leaf", row.isLeaf()),
                                bare("validFrom", row.validFrom())),
                        row.kind().stream().map(kind -> member("kind", kind)),
                        Stream.of(source(row.source())))
                .flatMap(members -> members)
                .collect(toImmutableList()));
    }

    private static Tree division() {
        return Tree.fields(ImmutableList.of(
                member("code", CITY),
                member("name", "马德里"),
                member("parent", PROVINCE),
                bare("level", 2),
                bare("validFrom", YEAR),
                source(OWN)));
    }

    private static Tree declared(Element element) {
        return Tree.fields(ImmutableList.of(
                member("code", element.code()),
                member("name", element.code()),
                member("nameZh", element.nameZh()),
                new Tree.Member("requiredOn", texts(ImmutableList.of("budget-line", "allotment", "payment-request"))),
                bare("inherited", true),
                bare("controllable", true),
                member("dimension", element.slot().name()),
                source(OWN)));
    }

    private static Overlay.Change nature(String prefix, String meaning) {
        return meaning("payment/natures/M" + prefix, "M" + prefix, meaning);
    }

    private static Overlay.Change expense(String prefix, String meaning) {
        return meaning("payment/treasuryExpenses/M" + prefix, "M" + prefix, meaning);
    }

    private static Overlay.Change meaning(String path, String prefix, String meaning) {
        return open(
                path, Tree.fields(ImmutableList.of(member("prefix", prefix), member("meaning", meaning), source(OWN))));
    }

    private static Tree texts(ImmutableList<String> texts) {
        return Tree.items(texts.stream().map(Tree::text).collect(toImmutableList()));
    }

    private static Tree.Member member(String name, String text) {
        return new Tree.Member(name, Tree.text(text));
    }

    private static Tree.Member bare(String name, Object value) {
        return new Tree.Member(name, Tree.bare(value.toString()));
    }

    private static Tree.Member source(Source source) {
        Certainty certainty = source.certainty();
        return new Tree.Member(
                "source",
                Tree.fields(ImmutableList.of(
                        member("citation", source.citation()), member("certainty", certainty.name()))));
    }
}
