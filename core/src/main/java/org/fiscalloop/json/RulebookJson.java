package org.fiscalloop.json;

import org.fiscalloop.rulebook.Rulebook;
import org.fiscalloop.rulebook.RulebookShapes;

/** A rulebook (规则手册) as JSON: every rule of a fiscal year, to be read, kept under version control and brought back. */
public final class RulebookJson {
    private RulebookJson() {}

    /** The rulebook as pretty text. */
    public static String write(Rulebook rulebook) {
        return Json.pretty(RulebookShapes.RULEBOOK.toTree(rulebook));
    }

    /**
     * The rulebook of a text; equal to the one that was written, so that its fingerprint is the same.
     *
     * @throws JsonFormatException if the text is not strict JSON, or makes no valid rulebook
     */
    public static Rulebook read(String text) {
        return Json.read(text, RulebookShapes.RULEBOOK);
    }
}
