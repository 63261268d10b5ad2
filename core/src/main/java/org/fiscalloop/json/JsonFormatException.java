package org.fiscalloop.json;

import org.fiscalloop.journal.ShapeException;
import org.fiscalloop.journal.Tree;

/** Text that is not the JSON it is read as: not strict JSON at all, or a value with a field unknown, missing or ill-typed. */
public final class JsonFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final Tree.Location START = new Tree.Location(1, 1);

    private final int line;
    private final int column;
    private final String problem;

    /** A problem at a place; lines and columns count from 1. */
    public JsonFormatException(int line, int column, String problem) {
        super("line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    static JsonFormatException at(Tree.Location place, String problem) {
        return new JsonFormatException(place.line(), place.column(), problem);
    }

    /** The problem of a tree that was read from a text. */
    static JsonFormatException of(ShapeException problem) {
        String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
        JsonFormatException made = at(problem.location().orElse(START), path + problem.problem());
        made.initCause(problem);
        return made;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 1, in characters. */
    public int column() {
        return column;
    }

    /** What is wrong there, without the place. */
    public String problem() {
        return problem;
    }
}
