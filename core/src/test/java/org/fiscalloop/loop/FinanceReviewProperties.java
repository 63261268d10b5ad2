package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.junit.jupiter.api.Test;

/** Whatever people do: what finance reviews is reviewed by somebody else before a voucher takes it up. */
@Domain(Step.Histories.class)
@Domain(DomainContext.Global.class)
class FinanceReviewProperties {
    @Property(tries = 60)
    void whoever_counts_by_hand_finds_the_same(@ForAll List<Step> steps) {
        Walk.reviewed(steps, walk -> {
            assertThat(walk.surprises).isEmpty();
            for (NaiveRequest request : all(walk.naive.requests)) {
                assertThat(walk.find(World.request(request.id)).state())
                        .as(request.id)
                        .isEqualTo(request.state);
            }
        });
    }

    @Property(tries = 60)
    void what_finance_reviews_comes_on_a_voucher_only_from_its_review(@ForAll List<Step> steps) {
        Walk walk = Walk.reviewed(steps, nobody -> {});
        for (PaymentRequest request : walk.loop.moving(PaymentRequest.KIND)) {
            comesFromReview(request);
        }
        all(walk.naive.requests).forEach(request -> comesFromReview(walk.find(World.request(request.id))));
    }

    private static void comesFromReview(PaymentRequest request) {
        boolean isReviewed = request.isProxy() || Fen.of(request.terms().amount()) >= FinanceReviews.FROM;
        for (TrailStep step : request.trail().steps()) {
            if (step.action().equals("VOUCHER") && isReviewed) {
                assertThat(PaymentState.valueOf(step.from()).isReviewed())
                        .as(request.id().value())
                        .isTrue();
            }
        }
    }

    /** By the trail alone: at each review, the approval before it and all that was done at entry are others'. */
    @Property(tries = 60)
    void E13_nobody_does_two_of_entry_approval_and_finances_review(@ForAll List<Step> steps) {
        Walk walk = Walk.reviewed(steps, nobody -> {});
        for (NaiveRequest naive : all(walk.naive.requests)) {
            Set<String> entered = new HashSet<>();
            String approver = "";
            for (TrailStep step : walk.find(World.request(naive.id)).trail().steps()) {
                switch (step.action()) {
                    case "CREATE", "CREATE_PROXY", "REVISE", "SUBMIT" -> entered.add(step.actor());
                    case "APPROVE" -> {
                        assertThat(entered).as(naive.id).doesNotContain(step.actor());
                        approver = step.actor();
                    }
                    case "REVIEW" -> {
                        assertThat(entered).as(naive.id).doesNotContain(step.actor());
                        assertThat(step.actor()).as(naive.id).isNotEqualTo(approver);
                    }
                    default -> assertThat(step.actor()).isNotBlank();
                }
            }
        }
    }

    /** Otherwise the properties would say nothing. */
    @Test
    void histories_reach_both_ways_and_every_state_and_act_of_them() {
        Map<String, Integer> states = new HashMap<>();
        Set<String> acts = new HashSet<>();
        for (long seed = 1; seed <= 150; seed++) {
            Walk walk = Walk.reviewed(Step.some(seed, 120), nobody -> {});
            for (NaiveRequest naive : all(walk.naive.requests)) {
                for (TrailStep step : walk.find(World.request(naive.id)).trail().steps()) {
                    states.merge((naive.isProxy ? "proxy " : "") + step.to(), 1, Integer::sum);
                    acts.add((naive.isProxy ? "proxy " : "") + step.action());
                }
            }
        }
        assertThat(states)
                .containsKeys(
                        "FINANCE_REVIEWED",
                        "PAID",
                        "proxy PROXY_DRAFT",
                        "proxy PROXY_SUBMITTED",
                        "proxy PROXY_APPROVED",
                        "proxy PROXY_REVIEWED",
                        "proxy VOUCHER_CREATED",
                        "proxy PAID",
                        "proxy VOIDED");
        assertThat(acts)
                .contains(
                        "REVIEW",
                        "CANCEL_REVIEW",
                        "WITHDRAW",
                        "proxy REVIEW",
                        "proxy CANCEL_REVIEW",
                        "proxy RETURN",
                        "proxy CANCEL_APPROVAL",
                        "proxy WITHDRAW");
    }
}
