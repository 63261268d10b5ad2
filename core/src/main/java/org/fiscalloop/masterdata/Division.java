package org.fiscalloop.masterdata;

import java.util.Optional;

/**
 * A fiscal division (财政区划): a body with a budget of its own, from province to township.
 *
 * <p>Level and parent are attributes and not read off the code: a county may lie directly under a province, and a
 * development zone or an aggregate (998) has a code that looks like something else.
 *
 * @param level 1 province, 2 prefecture, 3 county, 4 township
 * @param parent the division above; none for a province
 */
public record Division(DivisionCode code, String name, int level, Optional<DivisionCode> parent) {

    public Division {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank: " + code);
        }
        if (level < 1) {
            throw new IllegalArgumentException("level must be 1 or more: " + level);
        }
    }

    /** The division that a row of the table of divisions describes. */
    static Division of(CodeRow row) {
        return new Division(
                new DivisionCode(row.code()),
                row.name(),
                row.level(),
                row.parent().map(DivisionCode::new));
    }

    /** The cross-check: whether the code looks like the level, and like lying within the parent. */
    public boolean shapeAgrees() {
        return code.shapeLevel() == level && parent.map(code::looksWithin).orElse(true);
    }
}
