package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.CodeTables.EconomicMapping;

/** The forms of code tables and of the rules of elements. */
public final class MasterdataShapes {
    private static final Type<Catalogue> CATALOGUE = Type.nested(catalogue());

    /** The form of the rules of master data. */
    public static final Shape<MasterdataRules> RULES = rules();

    private MasterdataShapes() {}

    /**
     * Rules of elements as they are written.
     *
     * @param declarations the elements that a coding block may have
     * @param severities how severe each control of elements is, by its code
     */
    private record Written(
            ImmutableList<ElementRules.Declaration> declarations, ImmutableMap<String, Severity> severities) {
        static Written of(ElementRules rules) {
            ImmutableMap.Builder<String, Severity> severities = ImmutableMap.builder();
            for (Control<ElementRules.Use> control : rules.controls().controls()) {
                severities.put(control.code(), control.severity());
            }
            return new Written(rules.declarations(), severities.buildOrThrow());
        }

        ElementRules read() {
            return new ElementRules(declarations, ElementRules.national().controls()).withSeverities(severities);
        }
    }

    private static Shape<Catalogue> catalogue() {
        Field<Catalogue, String> code = Field.of("code", Type.text(), Catalogue::code);
        Field<Catalogue, String> name = Field.of("name", Type.text(), Catalogue::name);
        Field<Catalogue, String> nameZh = Field.of("nameZh", Type.text(), Catalogue::nameZh);
        Field<Catalogue, Integer> leafLevel = Field.ofInt("leafLevel", Catalogue::leafLevel);
        Field<Catalogue, Source> source = Field.of("source", KernelTypes.source(), Catalogue::source);
        return Shape.<Catalogue>nested("catalogue")
                .fields(code, name, nameZh, leafLevel, source)
                .maker(v -> new Catalogue(v.get(code), v.get(name), v.get(nameZh), v.get(leafLevel), v.get(source)));
    }

    private static Shape<CodeRow> row() {
        Field<CodeRow, String> code = Field.of("code", Type.text(), CodeRow::code);
        Field<CodeRow, String> name = Field.of("name", Type.text(), CodeRow::name);
        Field<CodeRow, Optional<String>> parent = Field.of("parent", Type.optional(Type.text()), CodeRow::parent);
        Field<CodeRow, Integer> level = Field.ofInt("level", CodeRow::level);
        Field<CodeRow, Boolean> leaf =
                Field.of("leaf", Type.bool(), CodeRow::isLeaf).orElse(true);
        Field<CodeRow, Integer> from = Field.ofInt("validFrom", CodeRow::validFrom);
        Field<CodeRow, Integer> to = Field.ofInt("validTo", CodeRow::validTo).orElse(CodeRow.OPEN);
        Field<CodeRow, ImmutableList<String>> successors = Field.of(
                        "successors", Type.list(Type.text()), CodeRow::successors)
                .orElse(ImmutableList.of());
        Field<CodeRow, Boolean> national =
                Field.of("national", Type.bool(), CodeRow::isNational).orElse(false);
        Field<CodeRow, Boolean> enabled =
                Field.of("enabled", Type.bool(), CodeRow::isEnabled).orElse(true);
        Field<CodeRow, Optional<String>> kind = Field.of("kind", Type.optional(Type.text()), CodeRow::kind);
        Field<CodeRow, Source> source = Field.of("source", KernelTypes.source(), CodeRow::source);
        return Shape.<CodeRow>nested("code-row")
                .fields(code, name, parent, level, leaf, from, to, successors, national, enabled, kind, source)
                .maker(v -> ImmutableCodeRow.builder()
                        .code(v.get(code))
                        .name(v.get(name))
                        .parent(v.get(parent))
                        .level(v.get(level))
                        .isLeaf(v.get(leaf))
                        .validFrom(v.get(from))
                        .validTo(v.get(to))
                        .successors(v.get(successors))
                        .isNational(v.get(national))
                        .isEnabled(v.get(enabled))
                        .kind(v.get(kind))
                        .source(v.get(source))
                        .build());
    }

    /** A table whose rows do not fit is no table. */
    private static Type<CodeTable> table() {
        Field<CodeTable, Catalogue> catalogue =
                Field.of("catalogue", CATALOGUE, table -> table.scope().catalogue());
        Field<CodeTable, String> code =
                Field.of("code", Type.text(), table -> table.scope().catalogue().code());
        Field<CodeTable, DivisionCode> owner = Field.of(
                "owner", MasterdataTypes.DIVISION, table -> table.scope().owner());
        Field<CodeTable, Integer> first =
                Field.ofInt("firstYear", table -> table.scope().firstYear());
        Field<CodeTable, Integer> last =
                Field.ofInt("lastYear", table -> table.scope().lastYear());
        Field<CodeTable, ImmutableList<CodeRow>> rows =
                Field.of("rows", Type.list(Type.nested(row())), CodeTable::rows);
        return Type.nested(Shape.<CodeTable>nested("code-table")
                .fields(code, catalogue, owner, first, last, rows)
                .maker(v -> CodeTable.of(
                                new CodeTable.Scope(v.get(catalogue), v.get(owner), v.get(first), v.get(last)),
                                v.get(rows))
                        .match(accepted -> accepted.value(), refused -> {
                            throw new IllegalArgumentException(
                                    refused.refusals().get(0).text());
                        })));
    }

    private static Type<EconomicMapping> mapping() {
        Field<EconomicMapping.Row, String> department =
                Field.of("department", Type.text(), EconomicMapping.Row::department);
        Field<EconomicMapping.Row, String> government =
                Field.of("government", Type.text(), EconomicMapping.Row::government);
        Field<EconomicMapping.Row, ImmutableSet<AgencyKind>> kinds =
                Field.of("kinds", Type.set(Type.enumOf(AgencyKind.class)), EconomicMapping.Row::kinds);
        Field<EconomicMapping.Row, Source> source =
                Field.of("source", KernelTypes.source(), EconomicMapping.Row::source);
        Shape<EconomicMapping.Row> row = Shape.<EconomicMapping.Row>nested("mapping-row")
                .fields(department, government, kinds, source)
                .maker(v -> new EconomicMapping.Row(v.get(department), v.get(government), v.get(kinds), v.get(source)));
        Field<EconomicMapping, Integer> first = Field.ofInt("firstYear", EconomicMapping::firstYear);
        Field<EconomicMapping, Integer> last = Field.ofInt("lastYear", EconomicMapping::lastYear);
        Field<EconomicMapping, ImmutableList<EconomicMapping.Row>> rows = Field.of(
                "rows",
                Type.list(Type.nested(row)),
                mapping -> mapping.byDepartment().values().asList());
        return Type.nested(Shape.<EconomicMapping>nested("economic-mapping")
                .fields(first, last, rows)
                .maker(v -> EconomicMapping.of(v.get(first), v.get(last), v.get(rows))));
    }

    private static Type<ElementRules> elements() {
        Field<Written, ImmutableList<ElementRules.Declaration>> declarations =
                Field.of("declarations", Type.list(Type.nested(declaration())), Written::declarations);
        Field<Written, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, Written::severities);
        Shape<Written> written = Shape.<Written>nested("element-rules")
                .fields(declarations, severities)
                .maker(v -> new Written(v.get(declarations), v.get(severities)));
        return Type.mapped("element rules", Type.nested(written), Written::read, Written::of);
    }

    private static Shape<ElementRules.Declaration> declaration() {
        Type<Dimension> form = Type.mapped("dimension", Type.text(), Dimension::new, Dimension::name);
        Field<ElementRules.Declaration, String> code = Field.of("code", Type.text(), ElementRules.Declaration::code);
        Field<ElementRules.Declaration, String> name = Field.of("name", Type.text(), ElementRules.Declaration::name);
        Field<ElementRules.Declaration, String> nameZh =
                Field.of("nameZh", Type.text(), ElementRules.Declaration::nameZh);
        Field<ElementRules.Declaration, Optional<Catalogue>> codeSet =
                Field.of("codeSet", Type.optional(CATALOGUE), ElementRules.Declaration::codeSet);
        Field<ElementRules.Declaration, ImmutableSet<String>> requiredOn =
                Field.of("requiredOn", Type.set(Type.text()), ElementRules.Declaration::requiredOn);
        Field<ElementRules.Declaration, Boolean> inherited =
                Field.of("inherited", Type.bool(), ElementRules.Declaration::inherited);
        Field<ElementRules.Declaration, ImmutableSet<String>> setOn = Field.of(
                        "setOn", Type.set(Type.text()), ElementRules.Declaration::setOn)
                .orElse(ImmutableSet.of());
        Field<ElementRules.Declaration, Boolean> controllable =
                Field.of("controllable", Type.bool(), ElementRules.Declaration::controllable);
        Field<ElementRules.Declaration, Optional<Dimension>> dimension =
                Field.of("dimension", Type.optional(form), ElementRules.Declaration::dimension);
        Field<ElementRules.Declaration, Source> source =
                Field.of("source", KernelTypes.source(), ElementRules.Declaration::source);
        return Shape.<ElementRules.Declaration>nested("element-declaration")
                .fields(code, name, nameZh, codeSet, requiredOn, inherited, setOn, controllable, dimension, source)
                .maker(v -> new ElementRules.Declaration(
                        v.get(code),
                        v.get(name),
                        v.get(nameZh),
                        v.get(codeSet),
                        v.get(requiredOn),
                        v.get(inherited),
                        v.get(setOn),
                        v.get(controllable),
                        v.get(dimension),
                        v.get(source)));
    }

    private static Shape<MasterdataRules> rules() {
        Field<MasterdataRules, ImmutableList<CodeTable>> tables =
                Field.of("tables", Type.list(table()), rules -> rules.tables().tables());
        Field<MasterdataRules, ImmutableList<EconomicMapping>> mappings = Field.of(
                "mappings", Type.list(mapping()), rules -> rules.tables().mappings());
        Field<MasterdataRules, ElementRules> elements = Field.of("elements", elements(), MasterdataRules::elements);
        Field<MasterdataRules, ImmutableSet<String>> zeroBalance =
                Field.of("zeroBalanceKinds", Type.set(Type.text()), MasterdataRules::zeroBalanceKinds);
        return Shape.<MasterdataRules>nested("masterdata-rules")
                .fields(tables, mappings, elements, zeroBalance)
                .maker(v -> new MasterdataRules(
                        new CodeTables(v.get(tables), v.get(mappings)), v.get(elements), v.get(zeroBalance)));
    }
}
