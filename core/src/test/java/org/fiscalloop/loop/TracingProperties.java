package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.tracing.ProjectTrace;
import org.fiscalloop.tracing.Trace;

/** Whatever is paid, corrected, charged and comes back, money is followed to where the books have it. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class TracingProperties {
    @Property(tries = 40)
    void what_is_followed_down_to_an_allotment_is_what_was_paid_of_it(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        Map<Id<?>, Long> paid = new HashMap<>();
        for (var whole :
                walk.loop.opening(World.DIVISION, World.YEAR, walk.world.day()).documents()) {
            if (whole.terms() instanceof ProjectTerms terms && terms.parent().isEmpty()) {
                Id<Project> project = new Id<>(Project.KIND, whole.id().value());
                for (ProjectTrace.Line line :
                        Trace.down(walk.loop, project).orElseThrow().lines()) {
                    line.allotments().forEach(allotted -> look(walk, allotted));
                    line.allotments().stream()
                            .flatMap(allotted -> allotted.payments().stream())
                            .forEach(payment -> paid.merge(payment.id(), Fen.of(payment.paid()), Math::addExact));
                }
            }
        }
        paid.values().removeIf(fen -> fen == 0);
        paid.forEach((id, fen) -> assertThat(up(walk, PaymentRequest.id(id.value())))
                .as("%s up and down", id)
                .isEqualTo(fen));
    }

    private static void look(Walk walk, ProjectTrace.Allotted allotted) {
        long followed = Fen.sum(
                allotted.charges().stream().map(ProjectTrace.Charge::amount).toList());
        for (ProjectTrace.Payment payment : allotted.payments()) {
            followed = Fen.add(followed, Fen.of(payment.paid().minus(payment.refunded())));
        }
        Id<Allotment> id = allotted.id();
        assertThat(followed)
                .as("paid of %s", id)
                .isEqualTo(TwoYears.balance(walk.world, PaymentMeasure.PAID, Dimensions.ALLOTMENT, id.value()));
    }

    /** What of a payment stands on all allotments. */
    private static long up(Walk walk, Id<PaymentRequest> payment) {
        return Fen.sum(Trace.up(walk.loop, payment).orElseThrow().ways().stream()
                .map(way -> way.amount())
                .toList());
    }
}
