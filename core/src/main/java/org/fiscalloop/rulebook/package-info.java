/**
 * The rulebook (规则手册): every rule in force as one value, composed of the packages' own rules.
 *
 * <p>The nation's {@link org.fiscalloop.rulebook.Rulebook} of a fiscal year is overlaid by province, city and county: an
 * {@link org.fiscalloop.rulebook.Overlay} changes single items by their path, each with its source, and may lock them
 * against the levels below. {@link org.fiscalloop.rulebook.RuleTimeline} holds them all and gives the one in force for a
 * division, a fiscal year and a date. A rulebook has a fingerprint, goes to a tree and back, and can be compared with
 * another item by item.
 */
@NullMarked
package org.fiscalloop.rulebook;

import org.jspecify.annotations.NullMarked;
