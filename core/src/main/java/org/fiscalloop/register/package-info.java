/**
 * The registers (基础信息): agencies and bank accounts as documents that are entered, changed and taken out of use, never
 * deleted.
 *
 * <p>An {@link org.fiscalloop.register.Agency} stands in a tree by its parent, and whoever holds a duty for it holds it for
 * those below. It is taken out of use only when nothing of it is open in the books.
 */
@NullMarked
package org.fiscalloop.register;

import org.jspecify.annotations.NullMarked;
