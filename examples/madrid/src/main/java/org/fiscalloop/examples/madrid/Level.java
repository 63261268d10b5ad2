package org.fiscalloop.examples.madrid;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The level at which what is available of the city's allotments is controlled (指标控制层级). */
enum Level {
    /** As the city has it: all lines of a centre and a chapter are spent together. */
    CENTRE_AND_CHAPTER(
            "centre+chapter",
            "centre {extra-7}, chapter {extra-8} has {available} available ({formula}); {asked} is asked, {short-by} too much",
            "中心 {extra-7} 章 {extra-8} 可用余额 {available} ({formula}); 申请 {asked}, 超出 {short-by}"),
    /** Each line of the budget by itself. */
    LINE(
            "line",
            "line {line} has {available} available ({formula}); {asked} is asked, {short-by} too much",
            "预算 {line} 可用余额 {available} ({formula}); 申请 {asked}, 超出 {short-by}");

    private final String word;
    private final String text;
    private final String textZh;

    Level(String word, String text, String textZh) {
        this.word = word;
        this.text = text;
        this.textZh = textZh;
    }

    /** The level of this name. */
    static Level parse(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return level;
            }
        }
        throw new IllegalArgumentException("level must be centre+chapter or line: \"" + word + "\"");
    }

    /** What it is called. */
    String word() {
        return word;
    }

    /** The dimensions of the limit. */
    ImmutableList<Dimension> dimensions() {
        return switch (this) {
            case CENTRE_AND_CHAPTER ->
                ImmutableList.of(
                        Dimensions.DIVISION,
                        Dimensions.YEAR,
                        Dimensions.FUND,
                        MadridRules.CENTRE.slot(),
                        MadridRules.CHAPTER.slot());
            case LINE -> ImmutableList.of(Dimensions.LINE);
        };
    }

    /** How a refusal explains itself. */
    String text() {
        return text;
    }

    /** The same in 中文. */
    String textZh() {
        return textZh;
    }
}
