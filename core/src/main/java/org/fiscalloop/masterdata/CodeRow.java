package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Source;
import org.immutables.value.Value;

/**
 * A row of a code table (代码): one code under one name, for the years in which it is valid.
 *
 * <p>A code that changed its name has a row for each name, in years that do not overlap.
 *
 * <p>Source: the generic row of a code set in implementations of 技术标准 (ELE_CODE, ELE_NAME, PARENT_ID, LEVEL_NO, IS_LEAF,
 * START_DATE, END_DATE, IS_STANDARD, IS_ENABLED).
 */
@Value.Immutable
public interface CodeRow {

    /** The year to which a code is valid that has no end. */
    int OPEN = 9999;

    /** The code itself, at most 20 letters and digits. */
    String code();

    /** The name, 中文. */
    String name();

    /** The code above, in the same table; none at level 1. */
    Optional<String> parent();

    /** The level in the tree, from 1; the parent's is less. */
    int level();

    /** Whether a document may carry it, so far as this row says; local codes below it take that away. */
    @Value.Default
    default boolean isLeaf() {
        return true;
    }

    /** The first fiscal year in which it is known to be valid. */
    int validFrom();

    /** The last fiscal year in which it is known to be valid; {@link #OPEN 9999} without an end. */
    @Value.Default
    default int validTo() {
        return OPEN;
    }

    /** The codes that took its place; its own code where only the name changed. */
    ImmutableList<String> successors();

    /** Whether it is national (IS_STANDARD) and so cannot be altered by a division. */
    @Value.Default
    default boolean isNational() {
        return false;
    }

    /** Whether new documents may use it: a code is disabled (停用), never deleted. */
    @Value.Default
    default boolean isEnabled() {
        return true;
    }

    /** What it belongs to where its catalogue says so: the budget of a function or fund, the kind of an account. */
    Optional<String> kind();

    /** Where the row comes from and how certain it is. */
    Source source();

    /** Whether the code is valid in this fiscal year. */
    default boolean isValidIn(int year) {
        return validFrom() <= year && year <= validTo();
    }

    /** Code and name, as a refusal prints them. */
    default String title() {
        return code() + " " + name();
    }

    /** Refuses what is no row at all. */
    @Value.Check
    default void check() {
        if (!code().matches("[A-Za-z0-9]{1,20}")) {
            throw new IllegalArgumentException("code must be 1 to 20 letters and digits: \"" + code() + "\"");
        }
        if (name().isBlank()) {
            throw new IllegalArgumentException("name must not be blank: " + code());
        }
        if (level() < 1 || (level() > 1) != parent().isPresent()) {
            throw new IllegalArgumentException("level must be 1 without a parent and more with one: " + level());
        }
        if (validFrom() > validTo()) {
            throw new IllegalArgumentException("years must be in order: " + validFrom() + " to " + validTo());
        }
    }
}
