package org.fiscalloop.loop;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.DoorFixtures.receipt;
import static org.fiscalloop.loop.DoorFixtures.voucher;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.AlertAction;
import org.fiscalloop.monitoring.AlertState;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.monitoring.MonitoredPayment;
import org.fiscalloop.monitoring.MonitoringDuty;
import org.fiscalloop.monitoring.MonitoringEvents.AlertRaised;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.ImmutableOpeningTerms;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.ImmutablePaymentRules;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.payment.PaymentEvents.PaymentMonitored;
import org.fiscalloop.payment.PaymentEvents.VoucherPaid;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.ImmutableRulebook;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a payment that monitoring has something to say about, and who has to look at it. */
class MonitoringTest {
    /** A world, and a room in it to pay from. */
    private record Place(World world, DoorFixtures.Room room) {
        static Place of(World world) {
            return new Place(world, DoorFixtures.room(world));
        }

        static Place of(Handling atSubmission) {
            return of(Monitors.open(Monitors.at(Moment.SUBMIT, atSubmission)));
        }

        static Place paidUnder(Handling atReceipt) {
            return of(Monitors.open(Monitors.at(Moment.RECEIPT, atReceipt)));
        }

        Outcome submit(String id, long fen) {
            done(world.ask(CLERK, payment(room, id, fen)));
            return world.act(CLERK, request(id), PaymentAction.SUBMIT);
        }

        PaymentRequest find(String id) {
            return world.loop().find(request(id)).orElseThrow();
        }

        ImmutableList<Alert> alerts(String id) {
            return world.loop().read(DoorFixtures.rules(world), find(id)::alerts);
        }

        Id<Alert> alert(String id) {
            return find(id).heldBy().orElseThrow();
        }

        Alert at(Id<Alert> alert) {
            return world.loop().find(alert).orElseThrow();
        }

        Outcome close(String actor, Id<Alert> alert, AlertAction action, String why) {
            return world.ask(actor, new Act(alert, action.name(), why, Optional.empty()));
        }

        long applied() {
            return Sums.of(world.loop().balances())
                    .where(Dimensions.ALLOTMENT, "A1")
                    .allotment("IA01")
                    .debit();
        }
    }

    private static ImmutableList<Class<?>> events(Outcome outcome) {
        return outcome.events().stream().map(Event::getClass).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> warnings(Outcome outcome) {
        return outcome.warnings().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    @Test
    void where_nobody_monitors_nothing_is_recorded_of_it() {
        Place place = Place.of(World.open());

        assertThat(events(done(place.submit("1", 100)))).containsExactly(Moved.class);
    }

    @Test
    void that_a_vendor_was_asked_and_had_nothing_to_say_is_recorded() {
        Place place = Place.of(Monitors.open((payment, reads) -> ImmutableList.of()));

        Outcome outcome = done(place.submit("1", 100));

        PaymentMonitored said = (PaymentMonitored) outcome.events().stream().collect(onlyElement());
        assertThat(said.monitoring().worst()).isEqualTo(Handling.PASS);
        assertThat(said.monitoring().verdicts()).isEmpty();
        assertThat(place.find("1").state()).isEqualTo(PaymentState.SUBMITTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Handling.class,
            names = {"PASS", "WARN"})
    void what_passes_or_only_warns_goes_on_and_is_recorded_with_rule_and_reason(Handling handling) {
        Place place = Place.of(handling);

        Outcome outcome = done(place.submit("1", 100));

        PaymentMonitored said = (PaymentMonitored) outcome.events().stream().collect(onlyElement());
        assertThat(said.monitoring().worst()).isEqualTo(handling);
        assertThat(said.monitoring().verdicts().get(0).found().text()).isEqualTo("1.00 to 供应商 is looked at");
        assertThat(warnings(outcome))
                .isEqualTo(handling == Handling.WARN ? ImmutableList.of("monitoring.vendor-warn") : ImmutableList.of());
        assertThat(place.find("1").state()).isEqualTo(PaymentState.SUBMITTED);
        assertThat(place.alerts("1")).isEmpty();
        done(place.world().act(HEAD, request("1"), PaymentAction.APPROVE));
    }

    @Test
    void what_is_forbidden_is_refused_by_the_rule_that_forbids_it() {
        Place place = Place.of(Handling.FORBID);

        Outcome refused = place.submit("1", 100);

        assertThat(codes(refused)).containsExactly("monitoring.vendor-forbid");
        assertThat(refused.refusals().get(0).textZh()).isEqualTo("核查向 供应商 支付的 1.00");
        assertThat(place.find("1").state()).isEqualTo(PaymentState.DRAFT);
        assertThat(place.applied()).isZero();
        assertThat(place.world().loop().verify()).isEmpty();
    }

    @Test
    void what_is_held_keeps_its_amount_and_goes_nowhere() {
        Place place = Place.of(Handling.HOLD);

        Outcome held = done(place.submit("1", 100));

        assertThat(events(held)).containsExactly(PaymentMonitored.class, AlertRaised.class);
        assertThat(warnings(held)).containsExactly("monitoring.vendor-hold");
        assertThat(place.find("1").state()).isEqualTo(PaymentState.HELD);
        assertThat(place.applied()).isEqualTo(100);
        for (PaymentAction action :
                ImmutableList.of(PaymentAction.APPROVE, PaymentAction.WITHDRAW, PaymentAction.RETURN)) {
            assertThat(codes(place.world().act(HEAD, request("1"), action))).containsExactly("lifecycle.not-allowed");
        }
        assertThat(codes(place.world().act("chief", request("1"), PaymentAction.RELEASE_HOLD)))
                .containsExactly("payment.not-by-itself");
        assertThat(codes(place.world().ask(CLERK, voucher("V1", "1")))).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void the_entries_of_a_request_that_is_held_are_those_of_one_that_is_not() {
        assertThat(done(Place.of(Handling.HOLD).submit("1", 100)).entries())
                .isEqualTo(done(Place.of(World.open()).submit("1", 100)).entries());
    }

    @Test
    void whoever_supervises_lets_it_pass_and_says_why() {
        Place place = Place.of(Handling.HOLD);
        done(place.submit("1", 100));
        Id<Alert> alert = place.alert("1");

        assertThat(place.world().loop().allowed(alert, "chief", DoorFixtures.rules(place.world())))
                .extracting(FiscalLoop.Allowed::action)
                .containsExactly("LET_PASS", "SEND_BACK");
        Outcome released = done(place.close("chief", alert, AlertAction.LET_PASS, "合同已核实"));

        assertThat(released.entries()).isEmpty();
        assertThat(place.find("1").state()).isEqualTo(PaymentState.SUBMITTED);
        assertThat(place.find("1").trail().steps())
                .extracting(TrailStep::action)
                .containsExactly("CREATE", "HOLD", "RELEASE_HOLD");
        assertThat(place.at(alert).state()).isEqualTo(AlertState.RELEASED);
        assertThat(place.at(alert).explanation()).contains("合同已核实");
        assertThat(place.at(alert).trail().last().actor()).isEqualTo("chief");
        done(place.world().act(HEAD, request("1"), PaymentAction.APPROVE));
        done(place.world().ask(CLERK, voucher("V1", "1")));
    }

    @Test
    void nobody_closes_an_alert_without_the_duty_or_without_a_reason() {
        Place place = Place.of(Handling.HOLD);
        done(place.submit("1", 100));

        assertThat(codes(place.close(CLERK, place.alert("1"), AlertAction.LET_PASS, "合同已核实")))
                .containsExactly("access.duty-missing");
        assertThat(codes(place.close("chief", place.alert("1"), AlertAction.LET_PASS, " ")))
                .containsExactly("monitoring.not-explained");
        assertThat(codes(place.close("chief", place.alert("1"), AlertAction.FIND_VIOLATION, "合同已核实")))
                .containsExactly("lifecycle.not-allowed");
        assertThat(codes(place.close("chief", place.alert("1"), AlertAction.HOLD_AGAIN, "合同已核实")))
                .containsExactly("lifecycle.not-allowed");
        assertThat(place.find("1").state()).isEqualTo(PaymentState.HELD);
    }

    @Test
    void nobody_lets_pass_what_he_or_she_has_handed_in() {
        Place place = Place.of(Handling.HOLD);
        done(place.world()
                .ask(
                        "admin",
                        new AppointActor(ImmutableActorTerms.builder()
                                .actor("alone")
                                .name("alone")
                                .division(DIVISION)
                                .agency("")
                                .fiscalYear(YEAR)
                                .addGrants(
                                        new Grant(PaymentDuty.ENTRY, DIVISION, ""),
                                        new Grant(MonitoringDuty.SUPERVISION, DIVISION, ""))
                                .build())));
        done(place.world().ask("alone", payment(place.room(), "1", 100)));
        done(place.world().act("alone", request("1"), PaymentAction.SUBMIT));

        assertThat(codes(place.close("alone", place.alert("1"), AlertAction.LET_PASS, "合同已核实")))
                .containsExactly("lifecycle.four-eyes");
    }

    @Test
    void what_is_sent_back_gives_up_its_amount_and_may_be_handed_in_again() {
        Place place = Place.of(Handling.HOLD);
        done(place.submit("1", 100));
        Id<Alert> first = place.alert("1");

        done(place.close("chief", first, AlertAction.SEND_BACK, "用途不清"));

        assertThat(place.find("1").state()).isEqualTo(PaymentState.DRAFT);
        assertThat(place.applied()).isZero();
        assertThat(place.at(first).state()).isEqualTo(AlertState.SENT_BACK);
        assertThat(codes(place.close("chief", first, AlertAction.LET_PASS, "再看")))
                .containsExactly("lifecycle.not-allowed");
        done(place.world().act(CLERK, request("1"), PaymentAction.SUBMIT));
        assertThat(place.alerts("1"))
                .extracting(Alert::state)
                .containsExactly(AlertState.SENT_BACK, AlertState.HOLDING);
        assertThat(place.world().loop().moving(Alert.KIND)).containsExactly(place.at(place.alert("1")));
    }

    @Test
    void whoever_let_it_pass_takes_that_back_and_it_waits_again() {
        Place place = Place.of(Handling.HOLD);
        done(place.submit("1", 100));
        Id<Alert> alert = place.alert("1");
        done(place.close("chief", alert, AlertAction.LET_PASS, "合同已核实"));

        done(place.world().act("chief", request("1"), PaymentAction.WITHDRAW));

        assertThat(place.find("1").state()).isEqualTo(PaymentState.HELD);
        assertThat(place.applied()).isEqualTo(100);
        assertThat(place.at(alert).state()).isEqualTo(AlertState.HOLDING);
        done(place.close("chief", alert, AlertAction.SEND_BACK, "合同不符"));
        assertThat(place.find("1").state()).isEqualTo(PaymentState.DRAFT);
        assertThat(place.world().loop().verify()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Handling.class,
            names = {"WARN", "HOLD", "FORBID"})
    void what_the_bank_has_paid_is_booked_and_what_is_found_is_to_be_explained(Handling handling) {
        Place place = Place.paidUnder(handling);
        Id<PaymentVoucher> voucher = DoorFixtures.sent(place.world(), place.room(), "1", 100);

        Outcome booked = place.world().tell("1", receipt(voucher, "S1", 100));

        assertThat(booked.result()).isEqualTo(org.fiscalloop.journal.JournalRecord.Outcome.BOOKED);
        assertThat(events(booked)).containsExactly(VoucherPaid.class, AlertRaised.class);
        assertThat(DoorFixtures.stateOf(place.world(), voucher)).isEqualTo(VoucherState.PAID);
        Alert found = place.world().loop().moving(Alert.KIND).stream().collect(onlyElement());
        assertThat(found.state()).isEqualTo(AlertState.QUESTIONED);
        assertThat(found.terms().number()).isEqualTo("V1");
        assertThat(found.terms().verdicts().get(0).handling()).isEqualTo(handling);
        PaymentVoucher paid = place.world().loop().find(voucher).orElseThrow();
        assertThat(place.world().loop().read(DoorFixtures.rules(place.world()), paid::alerts))
                .containsExactly(found);
        Id<Alert> id = new Id<>(Alert.KIND, found.id().value());
        assertThat(codes(place.close("chief", id, AlertAction.SEND_BACK, "已付")))
                .containsExactly("lifecycle.not-allowed");
        done(place.close(
                "chief", id, handling == Handling.WARN ? AlertAction.LET_PASS : AlertAction.FIND_VIOLATION, "已核实"));
        assertThat(place.at(id).state())
                .isEqualTo(handling == Handling.WARN ? AlertState.RELEASED : AlertState.VIOLATION);
        assertThat(place.world().loop().moving(Alert.KIND)).isEmpty();
        assertThat(place.world().loop().verify()).isEmpty();
    }

    @Test
    void a_payment_that_passes_at_the_receipt_raises_no_alert() {
        Place place = Place.paidUnder(Handling.PASS);
        Id<PaymentVoucher> voucher = DoorFixtures.sent(place.world(), place.room(), "1", 100);

        Outcome booked = place.world().tell("1", receipt(voucher, "S1", 100));

        VoucherPaid paid = (VoucherPaid) booked.events().stream().collect(onlyElement());
        assertThat(paid.monitoring().orElseThrow().verdicts())
                .extracting(verdict -> verdict.rule())
                .containsExactly("monitoring.vendor-pass");
    }

    @Test
    void monitoring_is_asked_of_the_whole_document_and_may_look_around() {
        List<MonitoredPayment> asked = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Place place = Place.of(Monitors.open((payment, reads) -> {
            asked.add(payment);
            reads.find(request("0")).ifPresent(other -> seen.add(other.id().value()));
            return ImmutableList.of();
        }));
        done(place.world().ask(CLERK, payment(place.room(), "0", 5)));

        done(place.submit("1", 100));

        MonitoredPayment payment = asked.stream().collect(onlyElement());
        assertThat(payment.document()).isEqualTo(request("1"));
        assertThat(payment.terms()).isEqualTo(place.find("1").terms());
        assertThat(payment.payee())
                .isEqualTo(new MonitoredPayment.Payee(World.PAYEE.name(), World.PAYEE.account(), World.PAYEE.bank()));
        assertThat(payment.on()).isEqualTo(World.DAY);
        assertThat(seen).containsExactly("0");
    }

    @Test
    void what_was_asked_before_gets_its_first_outcome_and_asks_nobody_again() {
        List<MonitoredPayment> asked = new ArrayList<>();
        Place place = Place.of(Monitors.open((payment, reads) -> {
            asked.add(payment);
            return ImmutableList.of(Monitors.verdict(Handling.FORBID, payment));
        }));
        done(place.world().ask(CLERK, payment(place.room(), "1", 100)));
        var submit = place.world().command(CLERK, Act.of(request("1"), PaymentAction.SUBMIT));

        Outcome first = place.world().loop().ask(submit);
        Outcome again = place.world().loop().ask(submit);

        assertThat(again.record()).isEqualTo(first.record());
        assertThat(again.isRepeat()).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void monitoring_that_fails_stops_the_input_and_nothing_of_it_is_recorded() {
        Place place = Place.of(Monitors.open((payment, reads) -> {
            throw new IllegalArgumentException("the vendor's table is broken");
        }));
        done(place.world().ask(CLERK, payment(place.room(), "1", 100)));
        long size = place.world().loop().size();

        assertThatThrownBy(() -> place.world().act(CLERK, request("1"), PaymentAction.SUBMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("monitoring failed at payment-request:1")
                .hasRootCauseMessage("the vendor's table is broken");

        assertThat(place.world().loop().size()).isEqualTo(size);
        assertThat(place.find("1").state()).isEqualTo(PaymentState.DRAFT);
        done(place.world().ask(CLERK, payment(place.room(), "2", 100)));
    }

    @Test
    void monitoring_that_fails_at_a_receipt_that_has_waited_leaves_it_waiting_and_the_rest_done() {
        InMemoryJournal journal = new InMemoryJournal();
        MonitoringPort failing = (payment, reads) -> {
            if (payment.moment() == Moment.RECEIPT) {
                throw new IllegalStateException("down");
            }
            return ImmutableList.of();
        };
        Place place = Place.of(World.open(Walk.RULES, journal, failing));
        Id<PaymentRequest> request = place.world()
                .approved("1", place.room().allotment(), place.room().elements(), 100);
        Id<PaymentVoucher> voucher = World.voucher("V1");
        done(place.world().ask(CLERK, voucher("V1", request.value())));
        done(place.world().act(CLERK, voucher, VoucherAction.SIGN));
        done(place.world().act(HEAD, voucher, VoucherAction.STAMP));
        place.world().tell("early", receipt(voucher, "S1", 100));
        var send = place.world().command(CLERK, Act.of(voucher, VoucherAction.SEND));

        assertThatThrownBy(() -> place.world().loop().ask(send)).hasRootCauseMessage("down");

        assertThat(place.world().loop().ask(send).isDone()).isTrue();
        assertThat(DoorFixtures.stateOf(place.world(), voucher)).isEqualTo(VoucherState.SENT);
        assertThat(place.world().loop().moving(NoticeCase.KIND)).hasSize(1);
        FiscalLoop mended = FiscalLoop.open(journal, Walk.RULES, Monitors.at(Moment.RECEIPT, Handling.PASS));
        assertThat(mended.find(voucher).orElseThrow().state()).isEqualTo(VoucherState.PAID);
        assertThat(mended.moving(NoticeCase.KIND)).isEmpty();
    }

    @Test
    void a_vendor_does_not_speak_for_a_rule_of_the_library() {
        Place place = Place.of(Monitors.open(Monitors.repeated(Handling.HOLD, 3)));
        done(place.submit("1", 100));
        done(place.submit("2", 100));
        var verdict = place.alerts("2").get(0).terms().verdicts().get(0);
        Place other = Place.of(Monitors.open((payment, reads) -> ImmutableList.of(verdict)));

        assertThatThrownBy(() -> other.submit("1", 100))
                .hasMessage("monitoring speaks for a rule of the library: monitoring.repeated");
    }

    @Test
    void a_rule_that_is_turned_off_and_on_again_is_visible_and_rewrites_no_past_verdict() {
        LocalDate off = LocalDate.of(YEAR, 3, 10);
        LocalDate on = LocalDate.of(YEAR, 3, 20);
        RuleTimeline rules = CityRules.with(
                CityRules.overlay(DIVISION, Monitors.repeated(Handling.FORBID, 60)),
                CityRules.overlay(DIVISION, off, Monitors.repeated(Handling.PASS, 60)),
                CityRules.overlay(DIVISION, on, Monitors.repeated(Handling.FORBID, 60)));
        InMemoryJournal journal = new InMemoryJournal();
        Place place = Place.of(World.open(rules, journal));
        done(place.submit("1", 100));

        Outcome before = place.submit("2", 100);
        place.world().turn(YEAR, off).adopt(YEAR);
        Outcome meanwhile = place.submit("3", 100);
        place.world().turn(YEAR, on).adopt(YEAR);
        Outcome after = place.submit("4", 100);

        assertThat(codes(before)).containsExactly("monitoring.repeated");
        assertThat(events(done(meanwhile))).containsExactly(Moved.class);
        assertThat(codes(after)).containsExactly("monitoring.repeated");
        assertThat(after.refusals().get(0).text())
                .isEqualTo("agency 105001 pays 供应商 1.00 again within 60 days, after 1, 3");
        assertThat(ImmutableSet.of(
                        before.record().header().fingerprint(),
                        meanwhile.record().header().fingerprint(),
                        after.record().header().fingerprint()))
                .hasSize(3);
        assertThat(FiscalLoop.open(journal, rules).digest())
                .isEqualTo(place.world().loop().digest());
        assertThat(place.world().loop().verify()).isEmpty();
    }

    @Test
    void an_opening_brings_what_is_held_with_its_alert_and_what_was_handed_in_before() {
        RuleTimeline rules = TwoYears.rules(Monitors.repeated(Handling.HOLD, 3));
        Place place = Place.of(World.open(rules, new InMemoryJournal()));
        done(place.submit("1", 100));
        done(place.submit("2", 100));
        OpeningTerms whole = place.world().loop().opening(DIVISION, YEAR, World.DAY);
        OpeningTerms without = ImmutableOpeningTerms.builder()
                .from(whole)
                .documents(whole.documents().stream()
                        .filter(document -> !document.id().kind().equals(Alert.KIND))
                        .toList())
                .build();
        FiscalLoop elsewhere = FiscalLoop.open(new InMemoryJournal(), rules);

        assertThat(codes(elsewhere.ask(
                        DoorFixtures.command("without", "admin", new CommitOpening(without, Optional.empty())))))
                .containsExactly("opening.names-nothing");
        done(elsewhere.ask(DoorFixtures.command("whole", "admin", new CommitOpening(whole, Optional.empty()))));

        done(elsewhere.ask(DoorFixtures.command(
                "release",
                "chief",
                new Act(place.alert("2"), AlertAction.LET_PASS.name(), "合同已核实", Optional.empty()))));
        assertThat(elsewhere.find(request("2")).orElseThrow().state()).isEqualTo(PaymentState.SUBMITTED);
        done(elsewhere.ask(DoorFixtures.command("create", CLERK, payment(place.room(), "3", 100))));
        Outcome third =
                done(elsewhere.ask(DoorFixtures.command("submit", CLERK, Act.of(request("3"), PaymentAction.SUBMIT))));
        assertThat(third.warnings().get(0).text()).endsWith("after 1, 2");
    }

    @Test
    void an_alert_is_opened_again_with_the_release_of_its_request_and_not_by_itself() {
        Place place = Place.of(Handling.HOLD);
        done(place.submit("1", 100));
        Id<Alert> alert = place.alert("1");
        done(place.close("chief", alert, AlertAction.LET_PASS, "合同已核实"));

        Outcome again = place.close("chief", alert, AlertAction.HOLD_AGAIN, "再核实");

        assertThat(codes(again)).containsExactly("monitoring.not-by-itself");
        assertThat(again.refusals().get(0).text())
                .isEqualTo("HOLD_AGAIN of " + alert + " happens only with its payment");
    }

    @Test
    void a_place_whose_requests_are_not_held_when_they_are_handed_in_refuses_what_would_be() {
        Lifecycle<PaymentState, PaymentAction> table = Lifecycle.of(
                        PaymentRequest.KIND.code(), PaymentState.class, PaymentAction.class)
                .create(PaymentAction.CREATE, PaymentState.DRAFT, PaymentDuty.ENTRY, "filled in")
                .move(PaymentState.DRAFT, PaymentAction.SUBMIT, PaymentState.SUBMITTED, PaymentDuty.ENTRY, "handed in")
                .review(
                        PaymentState.SUBMITTED,
                        PaymentState.DRAFT,
                        PaymentState.UNIT_APPROVED,
                        new ReviewActions<>(
                                PaymentAction.APPROVE,
                                PaymentAction.RETURN,
                                PaymentAction.RETURN_TO_ENTRY,
                                PaymentAction.WITHDRAW),
                        "reviewed")
                .move(PaymentState.UNIT_APPROVED, PaymentAction.HOLD, PaymentState.HELD, PaymentDuty.REVIEW, "later")
                .move(PaymentState.HELD, PaymentAction.VOID, PaymentState.VOIDED, PaymentDuty.ENTRY, "given up")
                .move(
                        PaymentState.UNIT_APPROVED,
                        PaymentAction.VOUCHER,
                        PaymentState.VOUCHER_CREATED,
                        PaymentDuty.VOUCHER,
                        "taken up")
                .move(PaymentState.VOUCHER_CREATED, PaymentAction.PAY, PaymentState.PAID, PaymentDuty.BANK, "told")
                .move(
                        PaymentState.UNIT_APPROVED,
                        PaymentAction.REVIEW,
                        PaymentState.FINANCE_REVIEWED,
                        PaymentDuty.FINANCE_REVIEW,
                        "reviewed")
                .move(
                        PaymentState.FINANCE_REVIEWED,
                        PaymentAction.VOID,
                        PaymentState.VOIDED,
                        PaymentDuty.ENTRY,
                        "given up")
                .create(PaymentAction.CREATE_PROXY, PaymentState.PROXY_DRAFT, PaymentDuty.FINANCE_ENTRY, "filled in")
                .move(
                        PaymentState.PROXY_DRAFT,
                        PaymentAction.SUBMIT,
                        PaymentState.PROXY_SUBMITTED,
                        PaymentDuty.FINANCE_ENTRY,
                        "handed in")
                .move(
                        PaymentState.PROXY_SUBMITTED,
                        PaymentAction.APPROVE,
                        PaymentState.PROXY_APPROVED,
                        PaymentDuty.PROXY_REVIEW,
                        "reviewed")
                .move(
                        PaymentState.PROXY_APPROVED,
                        PaymentAction.HOLD,
                        PaymentState.PROXY_HELD,
                        PaymentDuty.PROXY_REVIEW,
                        "later")
                .move(
                        PaymentState.PROXY_HELD,
                        PaymentAction.VOID,
                        PaymentState.VOIDED,
                        PaymentDuty.FINANCE_ENTRY,
                        "given up")
                .move(
                        PaymentState.PROXY_APPROVED,
                        PaymentAction.REVIEW,
                        PaymentState.PROXY_REVIEWED,
                        PaymentDuty.FINANCE_REVIEW,
                        "reviewed")
                .move(
                        PaymentState.PROXY_REVIEWED,
                        PaymentAction.VOID,
                        PaymentState.VOIDED,
                        PaymentDuty.FINANCE_ENTRY,
                        "given up")
                .end(PaymentState.PAID, PaymentState.VOIDED)
                .build();
        ImmutableList<Rulebook> own = NationalRulebook.all().stream()
                .map(rulebook -> ImmutableRulebook.builder()
                        .from(rulebook)
                        .payment(ImmutablePaymentRules.builder()
                                .from(rulebook.payment())
                                .requestLifecycle(table)
                                .reviews(new ReviewChains(ImmutableMap.of()))
                                .build())
                        .build())
                .collect(ImmutableList.toImmutableList());
        Place place = Place.of(World.open(
                RuleTimeline.of(LoopFlow.ALL, own), new InMemoryJournal(), Monitors.at(Moment.SUBMIT, Handling.HOLD)));

        assertThat(codes(place.submit("1", 100))).containsExactly("lifecycle.not-allowed");
        assertThat(place.find("1").state()).isEqualTo(PaymentState.DRAFT);
        assertThat(place.applied()).isZero();
    }
}
