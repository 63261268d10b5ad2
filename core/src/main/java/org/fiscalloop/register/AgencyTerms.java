package org.fiscalloop.register;

import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.immutables.value.Value;

/** What is entered of an agency (BAS_AGENCY_INFO 单位信息). */
@Value.Immutable
public interface AgencyTerms extends Terms {
    /** Agency code (AGENCY_CODE 单位代码): three digits of the department and three a level below it, such as 101001. */
    AgencyCode code();

    /** Name (AGENCY_NAME 单位名称). */
    String name();

    /** Kind (AGENCY_TYPE_CODE 单位类型): which accounts it keeps and which economic classification it is mapped by. */
    AgencyKind kind();

    /** Code of the agency above it, absent for a department (部门). */
    Optional<AgencyCode> parent();

    @Override
    @Value.Derived
    default String agency() {
        return code().value();
    }

    /** A name must say something, and no agency is its own parent. */
    @Value.Check
    default void check() {
        if (name().isBlank()) {
            throw new IllegalArgumentException("name of agency " + code() + " must not be blank");
        }
        if (parent().equals(Optional.of(code()))) {
            throw new IllegalArgumentException("agency " + code() + " must not be its own parent");
        }
    }

    @Override
    default boolean isOfOneYear() {
        return false;
    }
}
