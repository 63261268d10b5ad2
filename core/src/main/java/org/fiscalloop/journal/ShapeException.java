package org.fiscalloop.journal;

import java.util.Optional;

/** A tree that is no value of the shape it is read as: a field unknown, missing, twice or ill-typed. */
public final class ShapeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;
    private final transient Optional<Tree.Location> location;

    private ShapeException(String path, String problem, Optional<Tree.Location> location) {
        super((path.isEmpty() ? "" : path + ": ")
                + problem
                + location.map(at -> " (" + at + ")").orElse(""));
        this.path = path;
        this.problem = problem;
        this.location = location;
    }

    static ShapeException at(Tree tree, String problem) {
        return new ShapeException("", problem, tree.at());
    }

    static ShapeException at(Tree tree, RuntimeException cause) {
        ShapeException made = at(tree, String.valueOf(cause.getMessage()));
        made.initCause(cause);
        return made;
    }

    /** The same problem seen from the value that holds this one under a field name, {@code [index]} or {@code [key]}. */
    ShapeException under(String step) {
        String rest = path.isEmpty() || path.startsWith("[") ? path : "." + path;
        ShapeException outer = new ShapeException(step + rest, problem, location);
        if (getCause() != null) {
            outer.initCause(getCause());
        }
        return outer;
    }

    /** Where in the value: {@code lines[2].amount}; empty for the value itself. */
    public String path() {
        return path;
    }

    /** What is wrong there, without the path and the place. */
    public String problem() {
        return problem;
    }

    /** Where in the text, if the tree came from one. */
    public Optional<Tree.Location> location() {
        return location;
    }
}
