package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.reconciliation.DailyReconciliation;
import org.fiscalloop.reconciliation.Difference;
import org.fiscalloop.reconciliation.Difference.Kind;
import org.fiscalloop.reconciliation.Difference.Side;
import org.fiscalloop.reconciliation.ListedPayment;
import org.fiscalloop.reconciliation.VouchersOfDay;
import org.joda.money.Money;

/** What holds of the daily reconciliation of any history, against any list. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class ReconciliationProperties {
    private static ImmutableList<PaymentVoucher> vouchers(Walk walk) {
        return VouchersOfDay.of(walk.loop, World.DIVISION, 0);
    }

    private static ImmutableList<LocalDate> days(Walk walk) {
        return World.DAY.datesUntil(walk.world.day().plusDays(2)).collect(toImmutableList());
    }

    /** What an agent bank lists that has done what is booked here. */
    private static ImmutableList<ListedPayment> paid(ImmutableList<PaymentVoucher> vouchers, LocalDate on) {
        return vouchers.stream()
                .flatMap(voucher -> voucher.terms().receipt().stream()
                        .filter(receipt -> receipt.paidOn().equals(on))
                        .map(receipt -> new ListedPayment(
                                World.voucher(voucher.id().value()),
                                receipt.amount(),
                                receipt.payee().account(),
                                on,
                                receipt.serial())))
                .collect(toImmutableList());
    }

    private static ImmutableList<ListedPayment> cleared(ImmutableList<PaymentVoucher> vouchers, LocalDate on) {
        return vouchers.stream()
                .flatMap(voucher -> voucher.terms().clearing().stream()
                        .filter(clearing -> clearing.clearedOn().equals(on))
                        .map(clearing -> new ListedPayment(
                                World.voucher(voucher.id().value()),
                                Fen.money(voucher.terms().fen()),
                                "",
                                on,
                                clearing.batch())))
                .collect(toImmutableList());
    }

    private static Money sum(ImmutableList<Difference> differences) {
        return differences.stream()
                .map(difference -> difference.here().orElse(Fen.money(0)))
                .reduce(Fen.money(0), Money::plus);
    }

    /** Every day, by fund, with the term that stands between; at the end it is what the books keep. */
    @Property(tries = 40)
    void E12_what_is_cleared_is_what_was_paid_and_no_longer_waits(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        ImmutableList<PaymentVoucher> vouchers = vouchers(walk);
        Money waiting = Fen.money(0);
        for (LocalDate on : days(walk)) {
            ImmutableList<ListedPayment> clearedThere = cleared(vouchers, on);
            DailyReconciliation day =
                    DailyReconciliation.of(World.DIVISION, on, vouchers, paid(vouchers, on), clearedThere);

            assertThat(day.differences())
                    .extracting(Difference::kind)
                    .isSubsetOf(Kind.PAID_NOT_CLEARED, Kind.CLEARED_NOT_PAID);
            assertThat(day.bank().difference().isZero()).isTrue();
            assertThat(day.treasury().difference().isZero()).isTrue();
            Money before = total(day, DailyReconciliation.FundFlow::before);
            assertThat(before).as("before %s", on).isEqualTo(waiting);
            waiting = total(day, DailyReconciliation.FundFlow::after);
            assertThat(total(day, DailyReconciliation.FundFlow::cleared))
                    .isEqualTo(day.treasury().here());
            assertThat(total(day, DailyReconciliation.FundFlow::paid))
                    .isEqualTo(listed(paid(
                            vouchers.stream()
                                    .filter(voucher -> voucher.terms().channel().isCleared())
                                    .collect(toImmutableList()),
                            on)));
            assertThat(sum(day.of(Kind.PAID_NOT_CLEARED)).minus(sum(day.of(Kind.CLEARED_NOT_PAID))))
                    .isEqualTo(waiting);
        }
        assertThat(Fen.of(waiting)).isEqualTo(Sums.of(walk).memorandum("M21").debit());
        DailyReconciliation last = DailyReconciliation.of(
                World.DIVISION, walk.world.day(), vouchers, ImmutableList.of(), ImmutableList.of());
        last.funds()
                .forEach((fund, flow) -> assertThat(Fen.of(flow.after()))
                        .as(fund)
                        .isEqualTo(Sums.of(walk)
                                .where(Dimensions.FUND, fund)
                                .memorandum("M21")
                                .debit()));
    }

    private static Money total(DailyReconciliation day, Function<DailyReconciliation.FundFlow, Money> of) {
        return day.funds().values().stream().map(of).reduce(Fen.money(0), Money::plus);
    }

    /** Rows left out, added, doubled, of another amount, day or account: totals differ by what is said, and nothing changes. */
    @Property(tries = 60)
    void E12_whatever_the_other_sides_list_the_differences_add_up_and_nothing_is_changed(
            @ForAll List<Step> steps,
            @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> paidThere,
            @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> clearedThere) {
        Walk walk = Walk.of(steps, nobody -> {});
        Bytes digest = walk.loop.digest();
        ImmutableList<PaymentVoucher> vouchers = vouchers(walk);
        LocalDate on = World.DAY;
        ImmutableList<ListedPayment> bank = twisted(paid(vouchers, on), paidThere);
        ImmutableList<ListedPayment> treasury = twisted(cleared(vouchers, on), clearedThere);
        DailyReconciliation day = DailyReconciliation.of(World.DIVISION, on, vouchers, bank, treasury);

        assertThat(day.bank().there()).isEqualTo(listed(bank));
        assertThat(day.treasury().there()).isEqualTo(listed(treasury));
        assertThat(Fen.of(day.bank().difference())).isEqualTo(effect(day, Side.BANK));
        assertThat(Fen.of(day.treasury().difference())).isEqualTo(effect(day, Side.TREASURY));
        assertThat(day.differences())
                .allSatisfy(difference -> assertThat(difference.here().isPresent()
                                || difference.there().isPresent())
                        .isTrue());
        assertThat(walk.loop.digest()).isEqualTo(digest);
        ImmutableSet<Object> named = day.differences().stream()
                .filter(difference -> difference.side() == Side.BANK)
                .map(difference -> (Object) difference.voucher())
                .collect(ImmutableSet.toImmutableSet());
        assertThat(paid(vouchers, on))
                .allSatisfy(right -> assertThat(named.contains(right.voucher()) || bank.contains(right))
                        .as("nothing that was booked goes unsaid: %s", right)
                        .isTrue());
    }

    private static long effect(DailyReconciliation day, Side side) {
        return day.differences().stream()
                .filter(difference -> difference.side() == side)
                .mapToLong(Difference::effect)
                .sum();
    }

    private static Money listed(ImmutableList<ListedPayment> list) {
        return list.stream().map(ListedPayment::amount).reduce(Fen.money(0), Money::plus);
    }

    private static ImmutableList<ListedPayment> twisted(ImmutableList<ListedPayment> right, List<Integer> how) {
        List<ListedPayment> list = new ArrayList<>(right);
        for (int i = 0; i < how.size(); i++) {
            if (how.get(i) == 0) {
                list.add(new ListedPayment(World.voucher("V" + i), Fen.money(7 + i), "", World.DAY, "added"));
            } else if (!list.isEmpty()) {
                int at = i % list.size();
                ListedPayment row = list.get(at);
                twist(row, how.get(i)).ifPresentOrElse(other -> list.set(at, other), () -> list.remove(at));
                if (how.get(i) == 2) {
                    list.add(row);
                }
            }
        }
        return ImmutableList.copyOf(list);
    }

    private static Optional<ListedPayment> twist(ListedPayment row, int how) {
        return switch (how) {
            case 1 -> Optional.empty();
            case 3 ->
                Optional.of(new ListedPayment(
                        row.voucher(), row.amount().plusMinor(3), row.account(), row.on(), row.reference()));
            case 4 -> Optional.of(new ListedPayment(row.voucher(), row.amount(), "other", row.on(), row.reference()));
            case 5 ->
                Optional.of(new ListedPayment(
                        row.voucher(), row.amount(), row.account(), row.on().plusDays(1), row.reference()));
            default -> Optional.of(row);
        };
    }
}
