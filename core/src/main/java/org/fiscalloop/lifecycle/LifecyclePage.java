package org.fiscalloop.lifecycle;

import static java.util.stream.Collectors.joining;

import java.util.Collection;

/** A table as people read it. */
final class LifecyclePage<S extends Enum<S>, A extends Enum<A>> {

    private static final String OUTSIDE = "[*]";

    private final Table<S, A> table;

    LifecyclePage(Table<S, A> table) {
        this.table = table;
    }

    String mermaid() {
        StringBuilder page = new StringBuilder("stateDiagram-v2\n");
        for (Row<S, A> row : table.rows()) {
            String from = row.from().map(Enum::name).orElse(OUTSIDE);
            for (S target : row.targets()) {
                arrow(page, from, target + ": " + row.action() + " (" + who(row, target) + ")");
            }
        }
        for (S end : table.ends()) {
            arrow(page, end.name(), OUTSIDE);
        }
        return page.toString();
    }

    private static void arrow(StringBuilder page, String from, String to) {
        page.append("    ").append(from).append(" --> ").append(to).append('\n');
    }

    /** The duty, or which post leads there. */
    private static <S extends Enum<S>, A extends Enum<A>> String who(Row<S, A> row, S target) {
        boolean stays = row.fromName().equals(target.name());
        return switch (row.kind()) {
            case CREATE, MOVE -> duty(row);
            case APPROVE -> stays ? "on to the next post" : "from the last post";
            case RETURN -> stays ? "back to the previous post" : "from the first post";
            case RETURN_TO_ENTRY -> "from any post";
            case WITHDRAW -> "one's own last act";
        };
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        line(page, "state", "action", "to", "duty", "rule");
        line(page, "---", "---", "---", "---", "---");
        for (Row<S, A> row : table.rows()) {
            String from = row.from().map(Enum::name).orElse("(new)");
            line(page, from, row.action().name(), names(row.targets()), duty(row), row.rule());
        }
        page.append('\n');
        if (!table.ends().isEmpty()) {
            item(page, "End (终态)", names(table.ends()));
        }
        if (!table.resting().isEmpty()) {
            item(page, "Resting (静止)", names(table.resting()));
        }
        if (!table.told().isEmpty()) {
            item(page, "By notice (通知)", names(table.told()));
        }
        table.separations()
                .asMap()
                .forEach((action, earlier) ->
                        item(page, "Four eyes (不相容岗位分离)", action + " not by who did " + names(earlier)));
        return page.toString();
    }

    private static void line(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }

    private static void item(StringBuilder page, String name, String value) {
        page.append("- ").append(name).append(": ").append(value).append('\n');
    }

    private static String duty(Row<?, ?> row) {
        return row.duty().map(Duty::code).orElse(row.kind() == Row.Kind.WITHDRAW ? "of the act undone" : "of the post");
    }

    private static String names(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).collect(joining(", "));
    }
}
