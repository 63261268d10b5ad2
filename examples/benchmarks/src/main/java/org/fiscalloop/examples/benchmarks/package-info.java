/** How long the library takes, measured with JMH. */
@NullMarked
package org.fiscalloop.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
