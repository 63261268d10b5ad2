/**
 * The year 2020 of the city of Madrid, as the city published it, run through the loop: 7,184 lines of the budget become
 * project, line and allotment; 32,246 payments become request, voucher, receipt and clearing.
 *
 * <p>It is played twice, under rules that differ in one item: at which {@linkplain org.fiscalloop.examples.madrid.Level
 * level} what is available of the allotments is controlled. Euros are taken as yuan.
 */
@NullMarked
package org.fiscalloop.examples.madrid;

import org.jspecify.annotations.NullMarked;
