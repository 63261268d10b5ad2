/**
 * Who may do what (权限): people are appointed with grants, and every command is checked against them before anything is
 * said about a balance.
 *
 * <p>A {@link org.fiscalloop.access.Grant} is a duty in one division for one agency and those below it. The lifecycle of
 * a document says which duty an act asks for; {@link org.fiscalloop.access.AccessCheck} says whether the actor has it
 * there. A grant in the division above does not reach below: 越级 is refused. That two people see a document before it
 * moves (four eyes) is part of its lifecycle.
 *
 * <p>Appointments are documents like any other, moved by commands and kept in the journal. The rulebook names the
 * administrators who may make the first of them.
 */
@NullMarked
package org.fiscalloop.access;

import org.jspecify.annotations.NullMarked;
