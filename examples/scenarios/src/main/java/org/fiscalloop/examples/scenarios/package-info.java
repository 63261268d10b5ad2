/**
 * The command line for acceptance tests: a case goes in as JSON, books and refusals come out.
 *
 * <p>A {@link org.fiscalloop.examples.scenarios.Scenario} is a title, a division, a fiscal year, possibly an overlay of the
 * nation's rulebook, and steps: the commands and notices of the library, each with what is expected of it. It is
 * {@link org.fiscalloop.examples.scenarios.Play played} through the one door of a loop in memory, and what came of it is
 * written by {@link org.fiscalloop.examples.scenarios.Export}: the outcomes, every entry, every balance, and all entries
 * once more as plain-text accounting for two independent programs to check.
 */
@NullMarked
package org.fiscalloop.examples.scenarios;

import org.jspecify.annotations.NullMarked;
