/** The way from the tables of a system that is replaced to the opening of a division (期初数据表). */
@NullMarked
package org.fiscalloop.opening.tables;

import org.jspecify.annotations.NullMarked;
