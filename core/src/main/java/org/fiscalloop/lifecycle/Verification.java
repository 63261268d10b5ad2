package org.fiscalloop.lifecycle;

/** Compares a trail with the table, step by step. */
final class Verification<S extends Enum<S>, A extends Enum<A>> {

    private final Table<S, A> table;
    private final Trail trail;
    private final Path path;

    Verification(Table<S, A> table, Trail trail) {
        this.table = table;
        this.trail = trail;
        this.path = table.path(trail);
    }

    /** Where the trail leads, if every step is by the table. */
    Standing<S> led() {
        for (int index = 0; index < trail.steps().size(); index++) {
            if (index == 0 ? !isCreation(trail.steps().get(0)) : !isByTable(index)) {
                throw new IllegalArgumentException(table.code() + ": step " + (index + 1) + " is not by the table: "
                        + trail.steps().get(index));
            }
        }
        TrailStep last = trail.last();
        return new Standing<>(table.state(last.to()), last.post(), trail.steps().size());
    }

    private boolean isCreation(TrailStep step) {
        return step.from().isEmpty() && isExit(step, table.row(step));
    }

    /** How long a chain was at the time is not known; so a return may have skipped the posts that a chain lost. */
    private boolean isByTable(int index) {
        TrailStep before = trail.steps().get(index - 1);
        TrailStep step = trail.steps().get(index);
        if (!step.from().equals(before.to())) {
            return false;
        }
        Row<S, A> row = table.row(step);
        boolean stays = step.to().equals(step.from());
        return switch (row.kind()) {
            case CREATE, RETURN_TO_ENTRY -> isExit(step, row);
            case MOVE -> stays ? isTo(step, row) && step.post() == before.post() : isExit(step, row);
            case APPROVE -> stays ? step.post() == before.post() + 1 : isExit(step, row);
            case RETURN -> stays ? step.post() < before.post() : isExit(step, row);
            case WITHDRAW -> isWithdrawal(step, row, path.lastBefore(index));
        };
    }

    private static <S extends Enum<S>, A extends Enum<A>> boolean isTo(TrailStep step, Row<S, A> row) {
        return step.to().equals(row.to().name());
    }

    private static <S extends Enum<S>, A extends Enum<A>> boolean isExit(TrailStep step, Row<S, A> row) {
        return isTo(step, row) && step.post() == 0;
    }

    private boolean isWithdrawal(TrailStep step, Row<S, A> row, int undone) {
        TrailStep act = trail.steps().get(undone);
        return table.isWithdrawable(row, undone, path, trail)
                && step.actor().equals(act.actor())
                && step.to().equals(act.from())
                && step.post() == trail.steps().get(undone - 1).post();
    }
}
