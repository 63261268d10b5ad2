/** The command line: a case goes in as JSON, books and refusals come out. */
@NullMarked
package org.fiscalloop.examples.scenarios;

import org.jspecify.annotations.NullMarked;
