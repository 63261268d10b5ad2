package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;

/** A history is its journal: whoever reads that has all that was, under any rules, in any machine. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class ReplayProperties {
    /** The nation's rules, save that a request holds its amount from the moment it is saved. */
    private static final RuleTimeline CHANGED = Walk.RULES
            .with(new Overlay(
                    World.DIVISION,
                    "保存即占用",
                    World.YEAR,
                    LocalDate.of(World.YEAR, 1, 1),
                    ImmutableList.of(new Overlay.Change(
                            "payment/occupation", Tree.text("SAVE"), Source.own("of this test"), false))))
            .match(accepted -> accepted.value(), refused -> {
                throw new AssertionError(refused.refusals().toString());
            });

    @Property(tries = 40)
    void replay_gives_the_same_digest_hash_balances_and_documents(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        assertSame(walk, FiscalLoop.open(walk.journal, Walk.RULES));
    }

    @Property(tries = 40)
    void replay_under_a_changed_rulebook_gives_the_same_books(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        assertSame(walk, FiscalLoop.open(walk.journal, CHANGED));
    }

    private static void assertSame(Walk walk, FiscalLoop again) {
        assertThat(again.size()).isEqualTo(walk.loop.size());
        assertThat(again.hash()).isEqualTo(walk.loop.hash());
        assertThat(again.balances().kept()).isEqualTo(walk.loop.balances().kept());
        for (Id<?> id : moved(walk.loop)) {
            assertThat(text(again, id)).isEqualTo(text(walk.loop, id));
        }
        assertThat(again.digest()).isEqualTo(walk.loop.digest());
    }

    private static String text(FiscalLoop loop, Id<?> id) {
        Document document = loop.find(id).orElseThrow();
        return document.standing() + " " + document.trail() + " " + ((FlowDocument<?, ?>) document).terms();
    }

    private static ImmutableList<Id<?>> moved(FiscalLoop loop) {
        ImmutableList.Builder<Id<?>> moved = ImmutableList.builder();
        try (RecordCursor records = loop.records(0)) {
            records.forEachRemaining(traced -> traced.record()
                    .moves()
                    .forEach(move -> moved.add(move.move().document())));
        }
        return moved.build().stream().distinct().collect(toImmutableList());
    }

    @Property(tries = 40)
    void a_loop_that_is_opened_again_at_any_point_goes_on_as_if_it_had_not_stopped(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) {
        Walk walk = Walk.of(steps, nobody -> {});
        int stop = where % walk.inputs.size();
        Journal journal = new InMemoryJournal();
        FiscalLoop loop = World.open(Walk.RULES, journal).loop();
        for (int i = 0; i < walk.inputs.size(); i++) {
            if (i == stop) {
                loop = FiscalLoop.open(journal, Walk.RULES);
            }
            Walk.give(loop, walk.inputs.get(i));
        }
        assertThat(loop.hash()).isEqualTo(walk.loop.hash());
        assertThat(loop.digest()).isEqualTo(walk.loop.digest());
    }

    @Property(tries = 3)
    void the_same_history_in_another_machine_gives_the_same_hash_and_digest(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Duser.language=tr",
                        "-Duser.timezone=Pacific/Auckland",
                        "-Dfile.encoding=US-ASCII",
                        OtherMachine.class.getName(),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .start();
        String told = new String(other.getInputStream().readAllBytes(), UTF_8);
        assertThat(other.waitFor()).as(told).isZero();
        assertThat(told.strip()).isEqualTo(OtherMachine.history(seed));
    }

    /** What another machine runs. */
    static final class OtherMachine {
        private OtherMachine() {}

        /** Prints hash and digest of the history of a seed. */
        public static void main(String[] seeds) {
            System.out.println(history(Long.parseLong(seeds[0])));
        }

        static String history(long seed) {
            FiscalLoop loop = Walk.of(Step.some(seed, 120), nobody -> {}).loop;
            return loop.size() + " " + loop.hash() + " " + loop.digest();
        }
    }

    @Property(tries = 10)
    void E14_callers_who_interleave_never_take_more_than_an_allotment_has(
            @ForAll @LongRange(min = 1, max = 5_000) long fen, @ForAll @IntRange(min = 2, max = 6) int callers)
            throws Exception {
        World world = World.open(Walk.RULES, new InMemoryJournal());
        var project = world.project(1, World.ORGAN, 10_000);
        var elements = World.elements(World.ORGAN, project);
        var line = world.line("L", elements, 10_000);
        var allotment = world.allotment("A", line, elements, 10_000);
        List<Callable<Long>> all = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int who = caller;
            all.add(() -> {
                long taken = 0;
                for (int i = 0; i < 10; i++) {
                    var request = World.request("R" + who + "-" + i);
                    String id = who + "-" + i;
                    ask(
                            world,
                            id + "c",
                            "clerk" + World.ORGAN,
                            new CreatePayment(request, World.paymentTerms(allotment, elements, fen)));
                    boolean isHeld = ask(world, id + "s", "clerk" + World.ORGAN, Act.of(request, PaymentAction.SUBMIT));
                    boolean isFrozen = ask(world, id + "f", "chief", new FreezeAllotment(allotment, Fen.money(fen)));
                    taken += (isHeld ? fen : 0) + (isFrozen ? fen : 0);
                }
                return taken;
            });
        }
        long taken = 0;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            for (var future : threads.invokeAll(all)) {
                taken += future.get();
            }
        } finally {
            threads.shutdown();
        }
        Sums of = Sums.of(world.loop().balances()).where(Dimensions.ALLOTMENT, "A");
        long available = of.allotment("IE04").debit();
        assertThat(of.allotment("IA01", "IE06").debit()).isEqualTo(taken).isBetween(0L, 10_000L);
        assertThat(available).isEqualTo(10_000 - taken).isNotNegative();
        assertThat(available < fen || taken == 20L * callers * fen).isTrue();
    }

    private static boolean ask(World world, String id, String actor, Body body) {
        return world.loop()
                .ask(new Command(new InputId("caller", id), actor, World.DIVISION, World.YEAR, World.DAY, body))
                .isDone();
    }
}
