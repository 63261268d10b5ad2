package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.project.Project;
import org.fiscalloop.temporary.TemporaryTerms;

/** What the loop says and keeps is what a model of plain sums says and keeps. */
@Domain(Step.Histories.class)
class LifeProperties {
    @Property(tries = 60)
    void a_naive_model_foretells_every_outcome(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> assertThat(walk.surprises).isEmpty());
    }

    @Property(tries = 40)
    void a_naive_model_foretells_where_every_document_stands(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            all(walk.naive.projects)
                    .forEach(project -> assertThat(walk.find(Project.id(World.code(project.number)))
                                    .state())
                            .as(project.id)
                            .isEqualTo(project.state));
            all(walk.naive.lines)
                    .forEach(line -> assertThat(walk.find(new Id<>(BudgetLine.KIND, line.id))
                                    .state())
                            .as(line.id)
                            .isEqualTo(line.state));
            all(walk.naive.allotments)
                    .forEach(allotment -> assertThat(
                                    walk.find(Allotment.id(allotment.id)).state())
                            .as(allotment.id)
                            .isEqualTo(allotment.state));
            all(walk.naive.requests)
                    .forEach(request -> assertThat(
                                    walk.find(World.request(request.id)).state())
                            .as(request.id)
                            .isEqualTo(request.state));
            all(walk.naive.corrections)
                    .forEach(correction -> assertThat(
                                    walk.find(Correction.id(correction.id)).state())
                            .as(correction.id)
                            .isEqualTo(correction.state));
            all(walk.naive.vouchers)
                    .forEach(voucher -> assertThat(
                                    walk.find(World.voucher(voucher.id)).state())
                            .as(voucher.id)
                            .isEqualTo(voucher.state));
        });
    }

    @Property(tries = 40)
    void a_naive_model_foretells_every_balance(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            all(walk.naive.projects)
                    .forEach(project -> assertThat(sums.memorandum("M01")
                                    .where(Dimensions.PROJECT, project.id)
                                    .debit())
                            .as(project.id)
                            .isEqualTo(project.open));
            all(walk.naive.lines)
                    .forEach(line -> assertThat(sums.memorandum("M03")
                                    .where(Dimensions.LINE, line.id)
                                    .debit())
                            .as(line.id)
                            .isEqualTo(line.unreleased));
            all(walk.naive.allotments)
                    .forEach(a -> assertThat(new long[] {
                                held(sums, "IE04", a),
                                held(sums, "IE06", a),
                                held(sums, "IE03", a),
                                held(sums, "IA01", a),
                                held(sums, "IP01", a),
                                held(sums, "IP05", a)
                            })
                            .as(a.id)
                            .containsExactly(a.available, a.frozen, a.pending, a.applied, a.paid, a.charged));
            all(walk.naive.requests)
                    .forEach(request -> assertThat(sums.memorandum("M11")
                                    .where(Dimensions.PAYMENT, request.id)
                                    .debit())
                            .as(request.id)
                            .isEqualTo(request.refundable));
            assertThat(sums.treasury("1001").debit()).isEqualTo(walk.naive.treasuryCash());
            assertThat(sums.agency("1002").debit())
                    .isEqualTo(walk.naive.otherIncome
                            + walk.naive.income.arrived()
                            + walk.naive.holdings.sold()
                            + walk.naive.temporaries.out(kind -> kind != TemporaryTerms.Kind.LOWER_LEVEL));
        });
    }

    private static long held(Sums sums, String account, Naive.NaiveAllotment allotment) {
        return sums.allotment(account).where(Dimensions.ALLOTMENT, allotment.id).debit();
    }
}
