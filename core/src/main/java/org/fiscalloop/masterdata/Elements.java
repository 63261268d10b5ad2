package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import org.immutables.value.Value;

/**
 * The elements (要素): the one coding block that budget line, allotment and payment share, by which money is followed from
 * project to payee.
 *
 * <p>Codes are kept as they are written; {@link ElementRules} judge them against the tables of the year.
 */
@Value.Immutable
public interface Elements {

    /** The name of {@link #division}. */
    String DIVISION = "division";

    /** The name of {@link #fiscalYear}. */
    String YEAR = "year";

    /** The name of {@link #agency}. */
    String AGENCY = "agency";

    /** The name of {@link #project}. */
    String PROJECT = "project";

    /** The name of {@link #function}. */
    String FUNCTION = "function";

    /** The name of {@link #governmentEconomic}. */
    String GOVERNMENT_ECONOMIC = "government-economic";

    /** The name of {@link #departmentEconomic}. */
    String DEPARTMENT_ECONOMIC = "department-economic";

    /** The name of {@link #fund}. */
    String FUND = "fund";

    /** The names of the elements that every block has, in their order. */
    ImmutableSet<String> STANDARD =
            ImmutableSet.of(DIVISION, YEAR, AGENCY, PROJECT, FUNCTION, GOVERNMENT_ECONOMIC, DEPARTMENT_ECONOMIC, FUND);

    /** 财政区划: the division whose money it is, 9 digits. */
    DivisionCode division();

    /** 预算年度: the fiscal year. */
    int fiscalYear();

    /** 单位: the code of the agency that spends. */
    AgencyCode agency();

    /** 项目: the code of the project that carries the expenditure, 21 characters. */
    ProjectCode project();

    /** 支出功能分类科目: the function, a 项 such as 2010602 (VD10004). */
    String function();

    /** 政府预算支出经济分类科目: a 款 such as 50201 (VD10005). */
    String governmentEconomic();

    /** 部门预算支出经济分类科目: a 款 such as 30201 (VD10006). */
    String departmentEconomic();

    /** 资金性质: the fund, such as 111 (VD10001). */
    String fund();

    /** 扩展要素: values of the extra elements that the division has declared, by name; an absent one has no value. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> extra();

    /** What a host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** The value of an element by name, standard or extra; empty where it has none. */
    default String value(String element) {
        return switch (element) {
            case DIVISION -> division().value();
            case YEAR -> Integer.toString(fiscalYear());
            case AGENCY -> agency().value();
            case PROJECT -> project().value();
            case FUNCTION -> function();
            case GOVERNMENT_ECONOMIC -> governmentEconomic();
            case DEPARTMENT_ECONOMIC -> departmentEconomic();
            case FUND -> fund();
            default -> extra().getOrDefault(element, "");
        };
    }

    /** Refuses what is no block at all. */
    @Value.Check
    default void check() {
        if (fiscalYear() < 1949 || fiscalYear() > 9998) {
            throw new IllegalArgumentException("fiscal year must be 1949 to 9998: " + fiscalYear());
        }
        for (String element : STANDARD) {
            if (value(element).isBlank()) {
                throw new IllegalArgumentException(element + " must not be blank");
            }
        }
        extra().forEach((element, value) -> {
            if (STANDARD.contains(element) || value.isBlank()) {
                throw new IllegalArgumentException(
                        "an extra element must have a name of its own and a value: " + element + "=" + value);
            }
        });
    }
}
