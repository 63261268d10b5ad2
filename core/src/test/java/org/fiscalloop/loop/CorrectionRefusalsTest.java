package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Map;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.correction.CorrectionAction;
import org.fiscalloop.correction.CorrectionTerms;
import org.fiscalloop.correction.ImmutableCorrectionTerms;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.junit.jupiter.api.Test;

/** What is no correction, and why. */
class CorrectionRefusalsTest {
    private final World world = World.open();
    private final Corrections corrections = new Corrections(world, ORGAN);
    private final Id<Project> project = world.project(1, ORGAN, 1_000_000);
    private final Elements services = World.elements(ORGAN, project);
    private final Elements printing = ImmutableElements.builder()
            .from(services)
            .departmentEconomic("30202")
            .build();
    private final Id<Allotment> office = corrections.issue("A-1", services, 100_000);
    private final Id<Allotment> prints = corrections.issue("A-2", printing, 50_000);
    private final Id<PaymentVoucher> paid = world.pay("1", office, services, 40_000);

    private ImmutableList<String> refused(CorrectionTerms terms) {
        ImmutableList<String> codes = codes(corrections.create("G0", terms));
        assertThat(world.loop().find(Correction.id("G0"))).isEmpty();
        return codes;
    }

    private ImmutableCorrectionTerms right() {
        return corrections.terms("1", prints, 10_000);
    }

    @Test
    void a_payment_that_is_not_there_or_not_paid_or_not_cleared_is_not_corrected() {
        assertThat(refused(right().withVoucher(World.voucher("V0")))).containsExactly("correction.no-payment");
        assertThat(refused(right().withRequest(World.request("R0")))).containsExactly("correction.no-payment");

        Id<PaymentVoucher> sent =
                world.sent("V2", ORGAN, ImmutableList.of(world.approved("R2", office, services, 5_000)));
        assertThat(refused(corrections.terms("2", prints, 5_000))).containsExactly("correction.no-payment");
        done(world.receipt(sent, 5_000));
        Outcome notCleared = corrections.create("G0", corrections.terms("2", prints, 5_000));
        assertThat(codes(notCleared)).containsExactly("correction.no-payment");
        assertThat(notCleared.refusals().get(0).text()).contains("PAID").contains("CLEARED, PAID_OUT");
        done(world.clearing("2", sent, 5_000));
        corrections.correct("G2", corrections.terms("2", prints, 5_000));
    }

    @Test
    void nobody_corrects_a_voucher_by_itself_and_what_has_come_back_is_corrected_no_more() {
        assertThat(codes(world.act("clerk" + ORGAN, paid, VoucherAction.CORRECT)))
                .containsExactly("payment.not-by-itself");
        done(world.refund("F", paid, 40_000));
        assertThat(refused(right())).containsExactly("correction.no-payment");
    }

    @Test
    void another_agency_s_payment_is_not_spoken_of() {
        String other = "105003";
        world.found(other, org.fiscalloop.masterdata.AgencyKind.ADMINISTRATIVE);
        Elements theirs = World.elements(other, world.project(2, other, 100_000));
        Id<Allotment> own = new Corrections(world, other).issue("B-1", theirs, 100_000);
        assertThat(codes(new Corrections(world, other)
                        .create("G0", new Corrections(world, other).terms("1", own, 10_000))))
                .containsExactly("correction.no-payment");
        assertThat(codes(corrections.create("G0", corrections.terms("1", own, 10_000))))
                .doesNotContain("correction.no-payment");
    }

    @Test
    void fund_and_year_stay() {
        Elements bonds = ImmutableElements.builder()
                .from(services)
                .fund("112")
                .governmentEconomic("50306")
                .departmentEconomic("31002")
                .build();
        Id<Allotment> borrowed = world.allotment("A-4", world.line("LA-4", bonds, 10_000), bonds, 10_000);
        assertThat(refused(corrections.terms("1", borrowed, 10_000))).containsExactly("correction.payment-differs");
    }

    @Test
    void the_allotment_must_be_issued_executable_and_in_effect() {
        assertThat(refused(right().withAllotment(Allotment.id("A-0")))).containsExactly("correction.no-allotment");
        Id<Allotment> pending = world.issue(
                "A-5",
                World.allotmentTerms(world.line("LA-5", printing, 9_000), printing, AllotmentFlag.PENDING, 9_000));
        assertThat(refused(corrections.terms("1", pending, 10_000))).containsExactly("correction.no-allotment");
        Id<Allotment> later = world.issue(
                "A-6",
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(
                                world.line("LA-6", printing, 9_000), printing, AllotmentFlag.EXECUTABLE, 9_000))
                        .effectiveOn(World.DAY.plusDays(1))
                        .build());
        assertThat(refused(corrections.terms("1", later, 10_000))).containsExactly("correction.before-allotment");
    }

    @Test
    void codes_of_another_class_or_function_are_refused() {
        Elements wages = ImmutableElements.builder()
                .from(printing)
                .departmentEconomic("30101")
                .build();
        assertThat(refused(right().withElements(wages))).contains("correction.codes-differ");
        Elements research =
                ImmutableElements.builder().from(printing).function("2010601").build();
        Outcome refused = corrections.create("G0", right().withElements(research));
        assertThat(codes(refused)).containsExactly("correction.codes-differ");
        assertThat(refused.refusals().get(0).text()).contains("2010601").contains("2010602");
    }

    @Test
    void what_no_agency_pays_is_no_place_for_a_payment() {
        Elements equity = ImmutableElements.builder()
                .from(services)
                .governmentEconomic("50803")
                .departmentEconomic("31201")
                .build();
        Id<Allotment> shares = corrections.issue("A-7", equity, 10_000);

        Outcome refused = corrections.create("G0", corrections.terms("1", shares, 10_000));

        assertThat(codes(refused)).containsExactly("correction.class-not-payable");
        assertThat(refused.refusals().get(0).facts()).containsEntry("code", Fact.text("50803"));
        assertThat(refused.refusals().get(0).allowed()).contains("501", "502").doesNotContain("508");
    }

    @Test
    void nothing_is_moved_to_a_project_that_has_ended_and_within_one_it_is() {
        Id<Project> other = world.project(2, ORGAN, 100_000);
        Elements spent = World.elements(ORGAN, other);
        Id<Allotment> elsewhere = corrections.issue("A-8", spent, 50_000);
        Id<PaymentVoucher> last = world.pay("2", elsewhere, spent, 50_000);
        corrections.reviewed("G1", corrections.terms("1", elsewhere, 10_000));
        done(world.act("clerk" + ORGAN, other, ProjectAction.FINISH));
        done(world.refund("F", last, 20_000));

        Outcome refused = world.act("finance", Correction.id("G1"), CorrectionAction.APPROVE);
        assertThat(codes(refused)).containsExactly("correction.project-ended");
        assertThat(refused.refusals().get(0).facts()).containsExactly(Map.entry("project", Fact.text(other.value())));
        assertThat(refused(corrections.terms("1", elsewhere, 10_000))).containsExactly("correction.project-ended");

        corrections.correct(
                "G2",
                corrections
                        .terms("2", elsewhere, 30_000)
                        .withElements(ImmutableElements.builder()
                                .from(spent)
                                .departmentEconomic("30202")
                                .build()));
    }

    @Test
    void what_is_for_persons_or_enterprises_was_paid_by_a_list_that_names_them() {
        Elements marked = ImmutableElements.builder()
                .from(services)
                .putExtra(Labels.TO_BENEFICIARY, Labels.YES)
                .build();
        Id<Allotment> subsidies = corrections.issue("A-9", marked, 50_000);
        DoorFixtures.Room room = new DoorFixtures.Room(office, services);
        assertThat(refused(corrections.terms("1", subsidies, 10_000))).containsExactly("payment.payee-list-missing");

        Id<PaymentVoucher> unnamed =
                Batches.paid(world, room, "2", Batches.confirmed(world, "PL-2", Batches.wages(ORGAN, 2_000, 3_000)));
        done(world.clearing("2", unnamed, 5_000));
        Outcome refused = corrections.create("G0", corrections.terms("2", subsidies, 4_000));
        assertThat(codes(refused)).containsExactly("payment.payee-list-identity");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("list", Fact.text("PL-2"))
                .containsEntry("count", Fact.count(2))
                .containsEntry("details", Fact.texts(ImmutableList.of("1", "2")));

        Id<PaymentVoucher> named = Batches.paid(
                world,
                room,
                "3",
                Batches.confirmed(
                        world,
                        "PL-3",
                        Batches.list(
                                ORGAN,
                                Batches.TO_PERSONS,
                                ImmutableList.of(Batches.detail(3, 5_000).withBeneficiary(Batches.PERSON)))));
        done(world.clearing("3", named, 5_000));
        corrections.correct("G3", corrections.terms("3", subsidies, 4_000));
        assertThat(refused(corrections.terms("0", subsidies, 10_000))).containsExactly("correction.no-payment");
    }

    @Test
    void something_is_corrected_and_by_more_than_nothing() {
        assertThat(refused(corrections.terms("1", office, 10_000))).containsExactly("correction.nothing-changes");
        assertThat(refused(right().withAmount(Fen.money(0)))).containsExactly("correction.amount-not-positive");
        assertThat(refused(right().withAmount(Fen.money(-1)))).containsExactly("correction.amount-not-positive");
        assertThatIllegalArgumentException().isThrownBy(() -> right().withReason(" "));
    }

    @Test
    void an_earlier_correction_is_one_of_this_payment_that_is_booked() {
        Correction.id("G1");
        corrections.reviewed("G1", right());
        assertThat(refused(right().withEarlier(Correction.id("G1")))).containsExactly("correction.no-such-place");
        done(world.act("finance", Correction.id("G1"), CorrectionAction.APPROVE));
        assertThat(refused(right().withEarlier(Correction.id("G1")))).containsExactly("correction.nothing-changes");
        world.pay("2", office, services, 5_000);
        Outcome refused =
                corrections.create("G0", corrections.terms("2", prints, 1).withEarlier(Correction.id("G1")));
        assertThat(codes(refused)).containsExactly("correction.no-such-place");
    }

    @Test
    void a_correction_is_of_the_year_of_its_payment() {
        corrections.reviewed("G1", right());
        world.adopt(World.YEAR + 1);
        world.turn(World.YEAR, LocalDate.of(World.YEAR + 1, 1, 2));
        assertThat(codes(world.act("finance", Correction.id("G1"), CorrectionAction.APPROVE)))
                .containsExactly("correction.outside-year");
        assertThat(codes(corrections.create("G0", right()))).containsExactly("correction.outside-year");
    }

    @Test
    void what_was_in_order_when_it_was_handed_in_is_asked_again_when_it_is_approved() {
        corrections.reviewed("G1", right());
        done(world.refund("F", paid, 40_000));
        assertThat(codes(world.act("finance", Correction.id("G1"), CorrectionAction.APPROVE)))
                .containsExactly("correction.no-payment");
        assertThat(corrections.available(prints)).isEqualTo(50_000);
    }

    @Test
    void E13_who_has_filled_it_in_does_not_approve_it_and_only_finance_books_it() {
        Id<Correction> correction = Correction.id("G1");
        done(world.ask(
                "both" + ORGAN,
                new org.fiscalloop.correction.CorrectionCommands.CreateCorrection(correction, right())));
        done(world.act("both" + ORGAN, correction, CorrectionAction.SUBMIT));
        assertThat(world.act("both" + ORGAN, correction, CorrectionAction.APPROVE)
                        .isDone())
                .isFalse();
        done(world.act("head" + ORGAN, correction, CorrectionAction.APPROVE));
        assertThat(codes(world.act("head" + ORGAN, correction, CorrectionAction.APPROVE)))
                .containsExactly("access.duty-missing");
        done(world.act("finance", correction, CorrectionAction.APPROVE));
    }

    @Test
    void one_that_is_given_up_returned_or_filled_in_again_moves_nothing() {
        Id<Correction> correction = corrections.reviewed("G1", right());
        done(world.act("finance", correction, CorrectionAction.RETURN_TO_ENTRY));
        done(world.ask(
                "clerk" + ORGAN,
                new org.fiscalloop.correction.CorrectionCommands.ReviseCorrection(
                        correction, right().withAmount(Fen.money(5_000)))));
        done(world.act("clerk" + ORGAN, correction, CorrectionAction.VOID));
        assertThat(corrections.available(office)).isEqualTo(60_000);
        assertThat(corrections.available(prints)).isEqualTo(50_000);
        assertThat(codes(world.act("clerk" + ORGAN, correction, CorrectionAction.SUBMIT)))
                .containsExactly("lifecycle.not-allowed");
    }
}
