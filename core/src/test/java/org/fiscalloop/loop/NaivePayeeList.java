package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.payees.PayeeListState;

/** A payee list; {@code isNamed} says whether a request that holds its amount names it. */
final class NaivePayeeList extends Naive.Paper {
    final ImmutableList<Detail> details;
    PayeeListState state = PayeeListState.DRAFT;
    boolean isNamed;

    NaivePayeeList(String id, String agency, ImmutableList<Detail> details) {
        super(id, agency);
        this.details = details;
    }

    /** A detail; {@code left} is what of it was paid and has not come back, {@code repayable} what no other list pays again. */
    static final class Detail {
        final long fen;
        final Optional<Detail> origin;
        final boolean isOfAccountThatIsThere;

        /** What was bought by card, if it repays that; the amount of it, and whether it was bought after the list. */
        final Optional<Bought> bought;

        long left;
        long returned;
        long repayable;

        Detail(long fen, Optional<Detail> origin, boolean isOfAccountThatIsThere, Optional<Bought> bought) {
            this.fen = fen;
            this.origin = origin;
            this.isOfAccountThatIsThere = isOfAccountThatIsThere;
            this.bought = bought;
        }

        void comeBack(long back) {
            left -= back;
            returned += back;
            repayable += back;
            bought.ifPresent(of -> of.repaid -= back);
        }

        /** The detail that was paid first: itself, or what it pays again. */
        Detail first() {
            return origin.map(Detail::first).orElse(this);
        }

        /** Whether what was bought is bought already, is as much as is repaid, and is repaid by nobody else. */
        boolean isRepaidOnce(LocalDate today) {
            return bought.map(of -> !of.on.isAfter(today)
                            && fen <= of.fen
                            && (of.repaid == 0 || (origin.isPresent() && of.repaid + fen <= first().fen)))
                    .orElse(true);
        }
    }

    /** A consumption by card; {@code repaid} is what of it confirmed and paid lists repay. */
    static final class Bought {
        final String serial;
        final LocalDate on;
        final long fen;
        long repaid;

        Bought(String serial, LocalDate on, long fen) {
            this.serial = serial;
            this.on = on;
            this.fen = fen;
        }
    }

    long fen() {
        return details.stream().mapToLong(detail -> detail.fen).sum();
    }

    /** What of it was paid and has not come back. */
    long left() {
        return details.stream().mapToLong(detail -> detail.left).sum();
    }

    boolean isSound(LocalDate today) {
        ImmutableList<Bought> bought =
                details.stream().flatMap(detail -> detail.bought.stream()).collect(ImmutableList.toImmutableList());
        return details.stream().noneMatch(detail -> detail.isOfAccountThatIsThere && detail.bought.isEmpty())
                && details.stream().allMatch(detail -> detail.isRepaidOnce(today))
                && ImmutableSet.copyOf(bought).size() == bought.size();
    }

    /** Whether no more is paid again than came back, several details of one origin together. */
    boolean isRepayable() {
        return details.stream()
                .flatMap(detail -> detail.origin.stream())
                .allMatch(origin -> details.stream()
                                .filter(detail -> detail.origin.equals(Optional.of(origin)))
                                .mapToLong(detail -> detail.fen)
                                .sum()
                        <= origin.repayable);
    }

    /** It is confirmed, or is given up after that. */
    void payAgain(int sign) {
        details.forEach(detail -> {
            detail.origin.ifPresent(origin -> origin.repayable -= sign * detail.fen);
            detail.bought.ifPresent(bought -> bought.repaid += sign * detail.fen);
        });
    }

    void pay() {
        state = PayeeListState.PAID;
        isNamed = false;
        details.forEach(detail -> detail.left = detail.fen);
    }

    /** The detail of which money comes back: the one that is told, or the only one. */
    Optional<Detail> told(int detail) {
        int number = detail == 0 && details.size() == 1 ? 1 : detail;
        return number >= 1 && number <= details.size() ? Optional.of(details.get(number - 1)) : Optional.empty();
    }
}
