package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.flow.Input;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.TrialBalance;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.joda.money.Money;

/** What every set of books keeps after every step of any history. */
@Domain(Step.Histories.class)
class BooksProperties {
    private static final ImmutableList<Dimension> BALANCING =
            ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.FUND);

    private static final ImmutableSet<String> NOT_OF_BUDGET =
            ImmutableSet.of("AMOUNTS_PAYABLE_TO_THE_TREASURY", "OTHER_PAYABLES");

    @Property(tries = 40)
    void INV_01_every_entry_balances_in_one_ledger_division_year_and_fund(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> entries(walk).forEach(entry -> {
                    assertThat(entry.lines()).isNotEmpty();
                    assertThat(entry.lines())
                            .allMatch(line -> line.account().ledger().equals(entry.ledger()));
                    assertThat(entry.lines())
                            .allMatch(line -> Sums.account(line).basis() == entry.basis());
                    Map<Object, Long> net = new LinkedHashMap<>();
                    for (Line line : entry.lines()) {
                        net.merge(
                                line.segments().project(BALANCING),
                                new Sums(ImmutableList.of(line)).debit(),
                                Math::addExact);
                    }
                    assertThat(net.values()).containsOnly(0L);
                }));
    }

    @Property(tries = 40)
    void INV_02_the_trial_balance_of_every_ledger_balances_at_any_instant(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            TrialBalance trial = TrialBalance.of(Sums.BOOKS, walk.loop.balances(), BALANCING);
            for (LedgerId ledger : Ledgers.ALL) {
                for (Basis basis : Basis.values()) {
                    TrialBalance.Totals totals = trial.of(ledger, basis).closing();
                    assertThat(totals.debit()).as(ledger + " " + basis).isEqualTo(totals.credit());
                }
            }
        });
    }

    @Property(tries = 40)
    void INV_03_assets_less_liabilities_are_net_assets_and_income_less_expense_and_the_budget_side_likewise(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            assertThat(element(sums, "ASSET").debit()
                            - element(sums, "LIABILITY").credit())
                    .isEqualTo(element(sums, "NET_ASSET").credit()
                            + element(sums, "INCOME").credit()
                            - element(sums, "EXPENSE").debit());
            assertThat(sums.agency("8001").debit())
                    .isEqualTo(sums.agency("6").credit() - sums.agency("7").debit());
            assertThat(sums.treasury("8041").debit())
                    .isEqualTo(sums.treasury("6").credit() - sums.treasury("7").debit());
        });
    }

    private static Sums element(Sums sums, String element) {
        return sums.where(line -> Sums.account(line).element().equals(element));
    }

    @Property(tries = 40)
    void INV_04_an_input_that_comes_again_posts_nothing(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        State before = State.of(walk.loop);
        for (int i = 0; i < walk.inputs.size(); i++) {
            Input input = walk.inputs.get(i);
            Outcome first = walk.outcomes.get(i);
            if (first.position().isPresent()
                    && !first.isRepeat()
                    && first.input().equals(input.id())) {
                Outcome again = Walk.give(walk.loop, input);
                assertThat(again.isRepeat()).isTrue();
                assertThat(again.record()).isEqualTo(first.record());
            }
        }
        assertThat(State.of(walk.loop)).isEqualTo(before);
    }

    /** All that tells two states of a loop apart. */
    record State(long size, Bytes hash, Bytes digest) {
        static State of(FiscalLoop loop) {
            return new State(loop.size(), loop.hash(), loop.digest());
        }
    }

    @Property(tries = 40)
    void INV_04_what_is_returned_or_given_up_leaves_every_balance_as_it_was(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        for (NaiveAllotment allotment : Naive.all(walk.naive.allotments)) {
            long free = allotment.free();
            if (free > 0 && walk.naive.spare(allotment.line) >= free && allotment.available > 0) {
                Sums before = Sums.of(walk);
                if (!allotment.line.isMarked()) {
                    holdAndRelease(walk, allotment, free);
                }
                freezeAndUnfreeze(walk, allotment, Fen.money(free));
                assertThat(Sums.of(walk).lines()).isEqualTo(before.lines());
            }
        }
    }

    /** A request is handed in and returned, handed in again and given up with its voucher. */
    private static void holdAndRelease(Walk walk, NaiveAllotment allotment, long fen) {
        World world = walk.world;
        String clerk = "clerk" + allotment.agency;
        String head = "head" + allotment.agency;
        Id<PaymentRequest> request = World.request("given-up-" + allotment.id);
        World.done(world.ask(
                clerk, new CreatePayment(request, World.paymentTerms(allotment(allotment), allotment.elements, fen))));
        World.done(world.act(clerk, request, PaymentAction.SUBMIT));
        World.done(world.act(head, request, PaymentAction.RETURN));
        World.done(world.act(clerk, request, PaymentAction.SUBMIT));
        World.done(world.act(head, request, PaymentAction.APPROVE));
        var voucher = World.voucher("given-up-" + allotment.id);
        World.done(world.ask(clerk, new CreateVoucher(voucher, allotment.agency, ImmutableList.of(request))));
        World.done(world.act(clerk, voucher, VoucherAction.VOID));
    }

    private static void freezeAndUnfreeze(Walk walk, NaiveAllotment allotment, Money all) {
        World.done(walk.world.ask("chief", new FreezeAllotment(allotment(allotment), all)));
        World.done(walk.world.ask("chief", new UnfreezeAllotment(allotment(allotment), all)));
    }

    private static Id<Allotment> allotment(NaiveAllotment allotment) {
        return Allotment.id(allotment.id);
    }

    /** What an agency holds of the treasury's (应缴财政款) is no money of its own. */
    @Property(tries = 40)
    void INV_50_cash_moves_alike_on_the_financial_and_the_budgetary_side_of_every_agency(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> walk.records.forEach(record -> {
                    Sums sums = Sums.of(record.entries().stream()
                            .filter(entry -> !isBesideBudget(entry))
                            .toList());
                    for (String agency : ImmutableSet.of(World.ORGAN, World.INSTITUTION)) {
                        Sums own = sums.where(Dimensions.AGENCY, agency);
                        assertThat(own.agency("1001", "1002", "1011", "1021", "1201", "4001", "2103")
                                        .credit())
                                .isEqualTo(own.agency("8001", "6001").credit());
                    }
                }));
    }

    /** Money that an agency collects for the treasury is not of its budget, nor is what it got without one before it has come. */
    private static boolean isBesideBudget(Entry entry) {
        return entry.lines().stream()
                .anyMatch(line -> NOT_OF_BUDGET.contains(line.account().name()));
    }

    @Property(tries = 40)
    void INV_51_what_moves_no_cash_has_no_budgetary_entry(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            walk.records.stream()
                    .filter(record -> record.entries().stream().anyMatch(BooksProperties::isBudgetary))
                    .forEach(record -> assertThat(Sums.of(record.entries())
                                    .agency("1001", "1002", "1011", "1021", "1201", "4001")
                                    .lines())
                            .isNotEmpty());
            if (walk.did(AccrueWages.class) && !walk.outcome().isRepeat()) {
                assertThat(entries(walk)).isNotEmpty().allMatch(entry -> entry.basis() == Basis.FINANCIAL);
            }
        });
    }

    private static boolean isBudgetary(Entry entry) {
        return entry.ledger().equals(Ledgers.AGENCY) && entry.basis() == Basis.BUDGETARY;
    }

    @Property(tries = 40)
    void A_refused_command_leaves_everything_as_it_was(@ForAll List<Step> steps) {
        Walk.of(steps, new Walk.Watcher() {
            private State state = new State(0, Bytes.fromHex(""), Bytes.fromHex(""));
            private Balances balances = Balances.none();

            @Override
            public void before(Walk walk) {
                state = State.of(walk.loop);
                balances = walk.loop.balances();
            }

            @Override
            public void after(Walk walk) {
                if (walk.outcome().result() == JournalRecord.Outcome.REFUSED) {
                    assertThat(walk.loop.digest()).isEqualTo(state.digest());
                    assertThat(walk.loop.balances().kept()).isEqualTo(balances.kept());
                    assertThat(walk.loop.size()).isEqualTo(state.size() + (isKept(walk.outcome()) ? 1 : 0));
                }
            }

            /** A repeat and a conflict of ids leave no record of their own. */
            private boolean isKept(Outcome outcome) {
                return !outcome.isRepeat() && outcome.position().isPresent();
            }
        });
    }

    private static ImmutableList<Entry> entries(Walk walk) {
        return walk.records.stream()
                .flatMap(record -> record.entries().stream())
                .collect(ImmutableList.toImmutableList());
    }
}
