package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.voucher;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.AlertAction;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreateProxyPayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;

/** What finance fills in for an agency, and what it reviews before a voucher is made. */
class FinanceReviewTest {
    private static final String FILLS_IN = "finance";
    private static final String REVIEWS = "chief";

    /** Somebody of finance who may do both. */
    private static final String BOTH = "deputy";

    private World world = World.open();
    private DoorFixtures.Room room = DoorFixtures.room(world);

    private void under(Overlay.Change... changes) {
        world = World.open(TwoYears.rules(changes), new InMemoryJournal());
        room = DoorFixtures.room(world);
    }

    private Outcome proxy(String actor, String id, long fen) {
        return world.ask(
                actor, new CreateProxyPayment(request(id), World.paymentTerms(room.allotment(), room.elements(), fen)));
    }

    private void approvedProxy(String id, long fen) {
        done(proxy(FILLS_IN, id, fen));
        done(world.act(FILLS_IN, request(id), PaymentAction.SUBMIT));
        done(world.act(REVIEWS, request(id), PaymentAction.APPROVE));
    }

    private PaymentState state(String id) {
        return world.loop().find(request(id)).orElseThrow().state();
    }

    private long available() {
        return world.loop()
                .balance(
                        AllotmentMeasure.AVAILABLE,
                        Dimensions.of(Dimensions.ALLOTMENT, room.allotment().value()),
                        world.loop().rules().all().get(0));
    }

    private static ImmutableList<String> rules(Outcome outcome) {
        return outcome.entries().stream().map(Entry::rule).collect(ImmutableList.toImmutableList());
    }

    // ---- filled in by finance ---------------------------------------------------------------------------------------

    @Test
    void finance_fills_in_for_an_agency_reviews_it_and_it_is_paid_like_any_other() {
        done(proxy(FILLS_IN, "1", 30_000));
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_DRAFT);
        assertThat(rules(done(world.act(FILLS_IN, request("1"), PaymentAction.SUBMIT))))
                .containsExactly("IND-11");
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_SUBMITTED);
        done(world.act(REVIEWS, request("1"), PaymentAction.APPROVE));
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_APPROVED);
        assertThat(rules(done(world.act(BOTH, request("1"), PaymentAction.REVIEW))))
                .isEmpty();
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_REVIEWED);
        assertThat(available()).isEqualTo(70_000);

        done(world.receipt(world.sent("V1", ORGAN, ImmutableList.of(request("1"))), 30_000));
        PaymentRequest paid = world.loop().find(request("1")).orElseThrow();
        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.isProxy()).isTrue();
    }

    @Test
    void no_agency_fills_in_hands_in_or_gives_up_for_finance_and_finance_not_for_it() {
        assertThat(codes(proxy(CLERK, "1", 100))).containsExactly("access.duty-missing");
        done(proxy(FILLS_IN, "2", 100));
        assertThat(codes(world.act(CLERK, request("2"), PaymentAction.SUBMIT))).containsExactly("access.duty-missing");
        assertThat(codes(world.act(CLERK, request("2"), PaymentAction.VOID))).containsExactly("access.duty-missing");
        assertThat(codes(world.ask(
                        CLERK,
                        new RevisePayment(request("2"), World.paymentTerms(room.allotment(), room.elements(), 200)))))
                .containsExactly("access.duty-missing");
        done(world.ask(CLERK, DoorFixtures.payment(room, "3", 100)));
        assertThat(codes(world.act(FILLS_IN, request("3"), PaymentAction.SUBMIT)))
                .containsExactly("access.duty-missing");
    }

    @Test
    void what_finance_fills_in_is_held_to_the_same_controls_and_limits() {
        assertThat(codes(proxy(FILLS_IN, "1", 0))).containsExactly("payment.amount-not-positive");
        done(proxy(FILLS_IN, "2", 100_001));
        assertThat(codes(world.act(FILLS_IN, request("2"), PaymentAction.SUBMIT)))
                .containsExactly("payment.over-allotment");
        done(world.ask(
                FILLS_IN,
                new RevisePayment(request("2"), World.paymentTerms(room.allotment(), room.elements(), 100_000))));
        done(world.act(FILLS_IN, request("2"), PaymentAction.SUBMIT));
        assertThat(available()).isZero();
    }

    @Test
    void no_voucher_is_made_of_what_finance_has_filled_in_and_not_reviewed() {
        approvedProxy("1", 30_000);

        Outcome refused = world.ask(CLERK, voucher("V1", "1"));

        assertThat(codes(refused)).containsExactly("payment.finance-review-missing");
        Refusal refusal = refused.refusals().get(0);
        assertThat(refusal.facts())
                .containsEntry("request", Fact.text("1"))
                .containsEntry("kind", Fact.text("1"))
                .containsEntry("asked", Fact.amount(30_000))
                .containsEntry("state", Fact.text("PROXY_APPROVED"))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("PROXY_REVIEWED")));
        assertThat(refusal.textZh()).contains("代编审核通过").contains("代编复核通过");
        done(world.act(BOTH, request("1"), PaymentAction.REVIEW));
        done(world.ask(CLERK, voucher("V1", "1")));
    }

    @Test
    void a_place_may_do_without_finances_review_of_what_it_fills_in() {
        under(CityRules.change("payment/financeReview/proxy/reviewed", Tree.bare("false")));
        approvedProxy("1", 30_000);

        done(world.ask(CLERK, voucher("V1", "1")));
    }

    @Test
    void what_finance_saves_is_held_at_once_where_saving_holds() {
        under(CityRules.change("payment/occupation", Tree.text("SAVE")));
        assertThat(rules(done(proxy(FILLS_IN, "1", 30_000)))).containsExactly("IND-11");
        assertThat(rules(done(world.act(FILLS_IN, request("1"), PaymentAction.SUBMIT))))
                .isEmpty();
        assertThat(rules(done(world.act(REVIEWS, request("1"), PaymentAction.RETURN))))
                .isEmpty();
        assertThat(rules(done(world.act(FILLS_IN, request("1"), PaymentAction.VOID))))
                .containsExactly("IND-12");
        assertThat(available()).isEqualTo(100_000);
    }

    // ---- four eyes --------------------------------------------------------------------------------------------------

    @Test
    void E13_who_filled_in_for_an_agency_neither_approves_nor_reviews() {
        done(proxy(BOTH, "1", 100));
        done(world.act(FILLS_IN, request("1"), PaymentAction.SUBMIT));
        assertThat(codes(world.act(BOTH, request("1"), PaymentAction.APPROVE))).containsExactly("lifecycle.four-eyes");
        done(world.act(REVIEWS, request("1"), PaymentAction.APPROVE));
        assertThat(codes(world.act(BOTH, request("1"), PaymentAction.REVIEW))).containsExactly("lifecycle.four-eyes");
    }

    @Test
    void E13_who_approved_does_not_review_for_finance() {
        approvedProxy("1", 100);

        Outcome refused = world.act(REVIEWS, request("1"), PaymentAction.REVIEW);

        assertThat(codes(refused)).containsExactly("lifecycle.four-eyes");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("action", Fact.text("REVIEW"))
                .containsEntry("earlier", Fact.text("APPROVE"));
    }

    // ---- large items ------------------------------------------------------------------------------------------------

    @Test
    void nationally_no_amount_of_an_agency_is_reviewed_by_finance_and_may_be() {
        world.approved("1", room.allotment(), room.elements(), 60_000);
        done(world.ask(CLERK, voucher("V1", "1")));
        world.approved("2", room.allotment(), room.elements(), 40_000);
        done(world.act(REVIEWS, request("2"), PaymentAction.REVIEW));
        assertThat(state("2")).isEqualTo(PaymentState.FINANCE_REVIEWED);
        done(world.ask(CLERK, voucher("V2", "2")));
    }

    @Test
    void a_large_request_is_reviewed_by_finance_where_a_place_says_from_when() {
        under(FinanceReviews.large(50_000));
        world.approved("1", room.allotment(), room.elements(), 49_999);
        done(world.ask(CLERK, voucher("V1", "1")));
        world.approved("2", room.allotment(), room.elements(), 50_000);

        Outcome refused = world.ask(CLERK, voucher("V2", "2"));

        assertThat(codes(refused)).containsExactly("payment.finance-review-missing");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("state", Fact.text("UNIT_APPROVED"))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("FINANCE_REVIEWED")));
        done(world.act(REVIEWS, request("2"), PaymentAction.REVIEW));
        done(world.ask(CLERK, voucher("V2", "2")));
    }

    @Test
    void E7_what_finance_returns_withdraws_or_cancels_holds_what_it_held_and_releases_it_once() {
        world.approved("1", room.allotment(), room.elements(), 60_000);
        assertThat(rules(done(world.act(REVIEWS, request("1"), PaymentAction.REVIEW))))
                .isEmpty();
        assertThat(rules(done(world.act(REVIEWS, request("1"), PaymentAction.CANCEL_REVIEW))))
                .isEmpty();
        assertThat(state("1")).isEqualTo(PaymentState.UNIT_APPROVED);
        assertThat(available()).isEqualTo(40_000);
        assertThat(rules(done(world.act(HEAD, request("1"), PaymentAction.CANCEL_APPROVAL))))
                .isEmpty();
        done(world.act(HEAD, request("1"), PaymentAction.APPROVE));
        assertThat(rules(done(world.act(HEAD, request("1"), PaymentAction.WITHDRAW))))
                .isEmpty();
        assertThat(state("1")).isEqualTo(PaymentState.SUBMITTED);
        done(world.act(HEAD, request("1"), PaymentAction.APPROVE));
        assertThat(rules(done(world.act(REVIEWS, request("1"), PaymentAction.RETURN))))
                .containsExactly("IND-12");
        assertThat(state("1")).isEqualTo(PaymentState.DRAFT);
        assertThat(available()).isEqualTo(100_000);

        done(world.act(CLERK, request("1"), PaymentAction.SUBMIT));
        done(world.act(HEAD, request("1"), PaymentAction.APPROVE));
        done(world.act(REVIEWS, request("1"), PaymentAction.REVIEW));
        assertThat(rules(done(world.act(CLERK, request("1"), PaymentAction.VOID))))
                .containsExactly("IND-12");
        assertThat(codes(world.act(CLERK, request("1"), PaymentAction.VOID))).containsExactly("lifecycle.not-allowed");
        assertThat(available()).isEqualTo(100_000);
    }

    @Test
    void what_finance_returns_of_its_own_goes_back_to_finance() {
        approvedProxy("1", 60_000);
        done(world.act(BOTH, request("1"), PaymentAction.RETURN_TO_ENTRY));
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_DRAFT);
        assertThat(available()).isEqualTo(100_000);
        done(world.act(FILLS_IN, request("1"), PaymentAction.SUBMIT));
        done(world.act(REVIEWS, request("1"), PaymentAction.APPROVE));
        done(world.act(BOTH, request("1"), PaymentAction.REVIEW));
        done(world.act(BOTH, request("1"), PaymentAction.CANCEL_REVIEW));
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_APPROVED);
    }

    @Test
    void a_voucher_that_is_given_up_releases_what_finance_had_reviewed() {
        approvedProxy("1", 60_000);
        done(world.act(BOTH, request("1"), PaymentAction.REVIEW));
        done(world.ask(CLERK, voucher("V1", "1")));
        assertThat(rules(done(world.act(CLERK, World.voucher("V1"), VoucherAction.VOID))))
                .containsExactly("IND-12");
        assertThat(state("1")).isEqualTo(PaymentState.VOIDED);
        assertThat(available()).isEqualTo(100_000);
    }

    // ---- monitoring -------------------------------------------------------------------------------------------------

    @Test
    void monitoring_is_asked_when_finance_hands_in_and_holds_it_apart() {
        world = Monitors.open(Monitors.at(Moment.SUBMIT, Handling.HOLD));
        room = DoorFixtures.room(world);
        done(proxy(FILLS_IN, "1", 60_000));
        done(world.act(FILLS_IN, request("1"), PaymentAction.SUBMIT));
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_HELD);
        assertThat(available()).isEqualTo(40_000);

        close(AlertAction.SEND_BACK);
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_DRAFT);
        assertThat(available()).isEqualTo(100_000);
        done(world.act(FILLS_IN, request("1"), PaymentAction.SUBMIT));
        close(AlertAction.LET_PASS);
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_SUBMITTED);
        done(world.act(REVIEWS, request("1"), PaymentAction.WITHDRAW));
        assertThat(state("1")).isEqualTo(PaymentState.PROXY_HELD);
        close(AlertAction.LET_PASS);
        done(world.act(REVIEWS, request("1"), PaymentAction.APPROVE));
    }

    private void close(AlertAction action) {
        Id<Alert> alert = world.loop().find(request("1")).orElseThrow().heldBy().orElseThrow();
        done(world.ask(REVIEWS, new Act(alert, action.name(), "已核实", Optional.empty())));
    }
}
