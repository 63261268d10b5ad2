package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;

/** The types of codes and coding blocks, for the shapes of the packages above. */
public final class MasterdataTypes {
    /** 财政区划. */
    public static final Type<DivisionCode> DIVISION =
            Type.mapped("division", Type.text(), DivisionCode::new, DivisionCode::value);

    /** 单位代码. */
    public static final Type<AgencyCode> AGENCY =
            Type.mapped("agency", Type.text(), AgencyCode::new, AgencyCode::value);

    /** 项目代码. */
    public static final Type<ProjectCode> PROJECT =
            Type.mapped("project", Type.text(), ProjectCode::new, ProjectCode::value);

    /** 要素: a coding block, stored once in a record however often the record holds it. */
    public static final Type<Elements> ELEMENTS = Type.shared(Elements.class, Type.nested(elements()));

    private MasterdataTypes() {}

    private static Shape<Elements> elements() {
        Field<Elements, DivisionCode> division = Field.of("division", DIVISION, Elements::division);
        Field<Elements, Integer> fiscalYear = Field.ofInt("fiscalYear", Elements::fiscalYear);
        Field<Elements, AgencyCode> agency = Field.of("agency", AGENCY, Elements::agency);
        Field<Elements, ProjectCode> project = Field.of("project", PROJECT, Elements::project);
        Field<Elements, String> function = Field.of("function", Type.text(), Elements::function);
        Field<Elements, String> government = Field.of("governmentEconomic", Type.text(), Elements::governmentEconomic);
        Field<Elements, String> department = Field.of("departmentEconomic", Type.text(), Elements::departmentEconomic);
        Field<Elements, String> fund = Field.of("fund", Type.text(), Elements::fund);
        Field<Elements, ImmutableSortedMap<String, String>> extra =
                Field.of("extra", RuleShapes.TEXTS, Elements::extra).orElse(ImmutableSortedMap.of());
        Field<Elements, ImmutableSortedMap<String, String>> attributes =
                Field.of("attributes", RuleShapes.TEXTS, Elements::attributes).orElse(ImmutableSortedMap.of());
        return Shape.<Elements>nested("elements")
                .fields(
                        division,
                        fiscalYear,
                        agency,
                        project,
                        function,
                        government,
                        department,
                        fund,
                        extra,
                        attributes)
                .maker(v -> ImmutableElements.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(fiscalYear))
                        .agency(v.get(agency))
                        .project(v.get(project))
                        .function(v.get(function))
                        .governmentEconomic(v.get(government))
                        .departmentEconomic(v.get(department))
                        .fund(v.get(fund))
                        .extra(v.get(extra))
                        .attributes(v.get(attributes))
                        .build());
    }
}
