package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.flow.Input;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.loop.Naive.NaiveVoucher;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.AlertState;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.VoucherState;
import org.junit.jupiter.api.Test;

/** What holds after every step of any history of payments that are monitored, by rules and by a vendor. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class MonitoringProperties {
    private static final MonitoringPort SILENT = (payment, reads) -> {
        throw new AssertionError("nobody is asked: " + payment);
    };

    private static ImmutableList<Alert> alerts(Walk walk, PaymentRequest request) {
        return walk.loop.read(walk.loop.rules().all().get(0), request::alerts);
    }

    private static List<JournalRecord> records(FiscalLoop loop) {
        List<JournalRecord> records = new ArrayList<>();
        try (RecordCursor cursor = loop.records(0)) {
            cursor.forEachRemaining(traced -> records.add(traced.record()));
        }
        return records;
    }

    @Property(tries = 60)
    void whoever_looks_at_every_payment_finds_what_monitoring_finds(@ForAll List<Step> steps) {
        Walk.monitored(steps, walk -> {
            assertThat(walk.surprises).isEmpty();
            for (NaiveRequest request : all(walk.naive.requests)) {
                assertThat(walk.find(World.request(request.id)).state())
                        .as(request.id)
                        .isEqualTo(request.state);
            }
        });
    }

    @Property(tries = 60)
    void a_held_request_is_never_on_a_voucher_until_somebody_has_let_it_pass(@ForAll List<Step> steps) {
        Walk.monitored(steps, walk -> {
            for (NaiveVoucher voucher : all(walk.naive.vouchers)) {
                if (voucher.state != VoucherState.VOIDED) {
                    walk.find(World.voucher(voucher.id))
                            .terms()
                            .lines()
                            .forEach(
                                    line -> assertThat(walk.find(line.request()).state())
                                            .isIn(PaymentState.VOUCHER_CREATED, PaymentState.PAID));
                }
            }
            for (NaiveRequest request : all(walk.naive.requests)) {
                List<TrailStep> trail =
                        walk.find(World.request(request.id)).trail().steps();
                for (int i = 0; i + 1 < trail.size(); i++) {
                    if (PaymentState.valueOf(trail.get(i).to()).isHeld()) {
                        assertThat(trail.get(i + 1).action()).isIn("RELEASE_HOLD", "SEND_BACK");
                    }
                }
            }
        });
    }

    @Property(tries = 60)
    void a_request_waits_exactly_while_one_alert_holds_it_and_whoever_closed_the_others_said_why(
            @ForAll List<Step> steps) {
        Walk.monitored(steps, walk -> {
            for (NaiveRequest naive : all(walk.naive.requests)) {
                PaymentRequest request = walk.find(World.request(naive.id));
                ImmutableList<Alert> alerts = alerts(walk, request);
                assertThat(alerts.stream().filter(Alert::isOpen))
                        .as(naive.id)
                        .hasSize(request.state().isHeld() ? 1 : 0);
                alerts.stream()
                        .filter(alert -> !alert.isOpen())
                        .forEach(alert ->
                                assertThat(alert.explanation()).get().asString().isNotBlank());
            }
        });
    }

    @Property(tries = 40)
    void verdicts_that_let_go_on_change_no_entry_and_no_balance(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        FiscalLoop warned = World.open(
                        Walk.RULES,
                        new InMemoryJournal(),
                        (payment, reads) -> ImmutableList.of(Monitors.verdict(Handling.WARN, payment)))
                .loop();
        for (Input input : walk.inputs) {
            Walk.give(warned, input);
        }
        List<JournalRecord> plain = records(walk.loop);
        List<JournalRecord> monitored = records(warned);
        assertThat(monitored).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(monitored.get(i).entries()).isEqualTo(plain.get(i).entries());
            assertThat(monitored.get(i).header()).isEqualTo(plain.get(i).header());
        }
        assertThat(warned.balances().kept()).isEqualTo(walk.loop.balances().kept());
    }

    @Property(tries = 40)
    void replay_and_verification_ask_nobody(@ForAll List<Step> steps) {
        Walk walk = Walk.monitored(steps, nobody -> {});
        FiscalLoop again = FiscalLoop.open(walk.journal, Monitors.RULES, SILENT);
        assertThat(again.digest()).isEqualTo(walk.loop.digest());
        assertThat(again.verify()).isEmpty();
        assertThat(FiscalLoop.open(walk.journal, Monitors.RULES).verify()).isEmpty();
    }

    @Property(tries = 20)
    void a_loop_that_is_opened_again_at_any_point_looks_back_on_the_same_payments(@ForAll List<Step> steps) {
        Walk walk = Walk.monitored(steps, nobody -> {});
        var journal = new InMemoryJournal();
        FiscalLoop loop = World.open(Monitors.RULES, journal, Monitors.PORT).loop();
        for (int i = 0; i < walk.inputs.size(); i++) {
            if (i % 5 == 0) {
                loop = FiscalLoop.open(journal, Monitors.RULES, Monitors.PORT);
            }
            assertThat(Walk.give(loop, walk.inputs.get(i)).record())
                    .isEqualTo(walk.outcomes.get(i).record());
        }
        assertThat(loop.hash()).isEqualTo(walk.loop.hash());
    }

    @Property(tries = 40)
    void rules_that_are_switched_off_rewrite_no_verdict_of_the_past(@ForAll List<Step> steps) {
        Walk walk = Walk.monitored(steps, nobody -> {});
        FiscalLoop off = FiscalLoop.open(walk.journal, Walk.RULES);
        assertThat(off.digest()).isEqualTo(walk.loop.digest());
        assertThat(records(off)).isEqualTo(records(walk.loop));
        for (NaiveRequest request : all(walk.naive.requests)) {
            PaymentRequest now = off.find(World.request(request.id)).orElseThrow();
            assertThat(off.read(off.rules().all().get(0), now::alerts))
                    .isEqualTo(alerts(walk, walk.find(World.request(request.id))));
        }
    }

    /** Otherwise the properties over histories would say nothing about it. */
    @Test
    void histories_hold_let_pass_send_back_and_question() {
        Set<Object> seen = new HashSet<>();
        for (long seed = 1; seed <= 60; seed++) {
            Walk walk = Walk.monitored(Step.some(seed, 260), nobody -> {});
            for (JournalRecord record : records(walk.loop)) {
                record.moves().forEach(move -> {
                    if (move.move().document().kind().equals(Alert.KIND)) {
                        seen.add(AlertState.valueOf(move.move().to()));
                        seen.add(move.move().action());
                    }
                });
                record.refusals().forEach(refusal -> seen.add(refusal.code()));
                record.warnings().forEach(warning -> seen.add(warning.code()));
            }
        }
        assertThat(seen)
                .contains((Object[]) AlertState.values())
                .contains(
                        "HOLD_AGAIN",
                        "monitoring.split",
                        "monitoring.repeated",
                        "monitoring.vendor-forbid",
                        "monitoring.vendor-hold",
                        "monitoring.vendor-warn",
                        "monitoring.not-explained");
    }
}
