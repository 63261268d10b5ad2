package org.fiscalloop.masterdata;

import java.util.Optional;

/**
 * A fiscal division (财政区划): a body with a budget of its own, from province to township.
 *
 * <p>Whether it issues bonds itself is an attribute too: provinces do, and the cities under separate plan (计划单列市); all
 * others are lent on by the division above. Source: 《预算法》 art. 35; that a city under separate plan issues is 自发自还 by
 * rules of 财政部.
 *
 * <p>Level and parent are attributes and not read off the code: a county may lie directly under a province, and a
 * development zone or an aggregate (998) has a code that looks like something else.
 *
 * @param level 1 province, 2 prefecture, 3 county, 4 township
 * @param parent the division above; none for a province
 * @param issuesBonds whether it issues government bonds itself (自行发行政府债券); its row is of kind {@value #ISSUER}
 */
public record Division(DivisionCode code, String name, int level, Optional<DivisionCode> parent, boolean issuesBonds) {
    /** The kind of the rows of divisions that issue bonds. */
    static final String ISSUER = "issuer";

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
                row.parent().map(DivisionCode::new),
                row.kind().filter(ISSUER::equals).isPresent());
    }

    /** The cross-check: whether the code looks like the level, and like lying within the parent. */
    public boolean shapeAgrees() {
        return code.shapeLevel() == level && parent.map(code::looksWithin).orElse(true);
    }
}
