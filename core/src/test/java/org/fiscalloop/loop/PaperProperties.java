package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.Naive.NaiveProject;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.signature.ContentDigest;
import org.fiscalloop.signature.SignatureEvidence;

/** What holds of the documents themselves after every step of any history. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class PaperProperties {
    private static final ImmutableSet<ProjectState> IN_RESERVE = ImmutableSet.of(
            ProjectState.RESERVED, ProjectState.BUDGETING, ProjectState.EXECUTING, ProjectState.FINISHED);

    private static final ImmutableSet<String> APPROVALS = ImmutableSet.of("APPROVE", "CONFIRM");
    private static final ImmutableSet<String> MAKING = ImmutableSet.of("CREATE", "REVISE", "SUBMIT");

    private static Project project(Walk walk, NaiveProject naive) {
        return walk.find(Project.id(World.code(naive.number)));
    }

    @Property(tries = 40)
    void E11_what_a_voucher_says_never_changes_after_it_is_sent_and_its_number_is_its_own(@ForAll List<Step> steps) {
        Map<String, Object> sent = new LinkedHashMap<>();
        Walk.of(steps, walk -> {
            for (Naive.NaiveVoucher naive : all(walk.naive.vouchers)) {
                var voucher = walk.find(World.voucher(naive.id));
                if (voucher.trail().steps().stream()
                        .anyMatch(step -> step.action().equals("SEND"))) {
                    Object before = sent.putIfAbsent(naive.id, order(voucher.terms()));
                    assertThat(before == null || before.equals(order(voucher.terms())))
                            .as(naive.id)
                            .isTrue();
                }
            }
            assertThat(created(walk)).doesNotHaveDuplicates();
        });
        sent.clear();
    }

    @Property(tries = 40)
    void E11_every_signature_covers_what_its_voucher_says(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (Naive.NaiveVoucher naive : all(walk.naive.vouchers)) {
                var voucher = walk.find(World.voucher(naive.id));
                var terms = voucher.terms();
                Stream.of(terms.signature(), terms.stamp())
                        .flatMap(Optional::stream)
                        .forEach(evidence -> assertThat(evidence.match(voucher.content()))
                                .as(naive.id)
                                .isEqualTo(ContentDigest.Match.SAME));
                assertThat(terms.signature().map(SignatureEvidence::certificate))
                        .as(naive.id)
                        .matches(signer ->
                                signer.isEmpty() || !signer.equals(terms.stamp().map(SignatureEvidence::certificate)));
            }
        });
    }

    /** What the voucher orders, without what was told of it later. */
    private static Object order(VoucherTerms terms) {
        return ImmutableList.of(
                terms.division(),
                terms.agency(),
                terms.fiscalYear(),
                terms.fund(),
                terms.lines(),
                terms.payerAccount(),
                terms.payee(),
                terms.date());
    }

    /** The documents that came into being in the whole history. */
    private static List<Id<?>> created(Walk walk) {
        List<Id<?>> created = new ArrayList<>();
        try (RecordCursor records = walk.loop.records(0)) {
            records.forEachRemaining(traced -> traced.record().moves().stream()
                    .filter(moved -> moved.move().from().isEmpty())
                    .forEach(moved -> created.add(moved.move().document())));
        }
        return created;
    }

    @Property(tries = 40)
    void E13_nobody_approves_what_they_made_and_nobody_stamps_what_they_signed(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            all(walk.naive.projects).forEach(naive -> assertFourEyes(project(walk, naive)));
            all(walk.naive.lines).forEach(line -> assertFourEyes(walk.find(new Id<>(BudgetLine.KIND, line.id))));
            all(walk.naive.allotments).forEach(allotment -> assertFourEyes(walk.find(Allotment.id(allotment.id))));
            all(walk.naive.requests).forEach(request -> assertFourEyes(walk.find(World.request(request.id))));
            all(walk.naive.vouchers).forEach(voucher -> {
                var found = walk.find(World.voucher(voucher.id));
                assertThat(Sets.intersection(actors(found, "STAMP"), actors(found, "SIGN")))
                        .as(voucher.id)
                        .isEmpty();
            });
        });
    }

    /** Whoever approves has not made or handed in what they approve, as it came so far. */
    private static void assertFourEyes(Document document) {
        Set<String> makers = new HashSet<>();
        for (TrailStep step : document.trail().steps()) {
            if (APPROVALS.contains(step.action())) {
                assertThat(makers).as(document.id().toString()).doesNotContain(step.actor());
            } else if (MAKING.contains(step.action())) {
                makers.add(step.actor());
            }
        }
    }

    private static ImmutableSet<String> actors(Document document, String... actions) {
        return document.trail().steps().stream()
                .filter(step -> ImmutableSet.copyOf(actions).contains(step.action()))
                .map(TrailStep::actor)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Property(tries = 40)
    void P1_the_years_of_a_project_add_up_to_its_total(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> all(walk.naive.projects).forEach(naive -> {
                    ProjectTerms terms = project(walk, naive).terms();
                    assertThat(Fen.sum(terms.slices().values())).as(naive.id).isEqualTo(Fen.of(terms.total()));
                }));
    }

    @Property(tries = 40)
    void P2_no_more_is_budgeted_than_the_project_has_in_reserve(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveProject naive : all(walk.naive.projects)) {
                Project project = project(walk, naive);
                boolean isReserved = project.trail().steps().stream()
                        .anyMatch(step -> step.to().equals(ProjectState.RESERVED.name()));
                assertThat(budgeted(sums, naive))
                        .as(naive.id)
                        .isBetween(0L, isReserved ? Fen.of(project.terms().total()) : 0L);
            }
        });
    }

    /** What lines of a project propose, have not released and have released. */
    private static long budgeted(Sums sums, NaiveProject project) {
        return sums.memorandum("M02", "M03", "M04")
                .where(Dimensions.PROJECT, project.id)
                .debit();
    }

    @Property(tries = 40)
    void P3_no_more_is_paid_than_budgeted(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveProject naive : all(walk.naive.projects)) {
                Sums paid = sums.allotment("IP").where(Dimensions.PROJECT, naive.id);
                assertThat(paid.debit()).as(naive.id).isBetween(0L, budgeted(sums, naive));
            }
        });
    }

    @Property(tries = 40)
    void P4_a_reserved_project_passed_the_department_first_and_finance_then(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> all(walk.naive.projects).forEach(naive -> {
                    Project project = project(walk, naive);
                    List<String> passed = project.trail().steps().stream()
                            .filter(step -> step.action().equals("APPROVE")
                                    || step.action().equals("CONFIRM"))
                            .map(TrailStep::from)
                            .toList();
                    boolean isConfirmed = !actors(project, "CONFIRM").isEmpty();
                    boolean isPart = project.trail().steps().get(0).action().equals("SPLIT_OFF");
                    if (IN_RESERVE.contains(project.state()) && !isPart) {
                        assertThat(passed)
                                .as(naive.id)
                                .endsWith(
                                        ProjectState.DEPARTMENT_REVIEW.name(),
                                        isConfirmed
                                                ? ProjectState.DEPARTMENT_RESERVED.name()
                                                : ProjectState.FINANCE_REVIEW.name());
                        assertThat(isConfirmed && naive.category.equals("3"))
                                .as(naive.id)
                                .isFalse();
                    }
                }));
    }

    @Property(tries = 40)
    void P5_the_code_of_a_project_is_its_own_and_never_changes(@ForAll List<Step> steps) {
        Walk walk = Walk.of(
                steps,
                each -> all(each.naive.projects)
                        .forEach(naive ->
                                assertThat(project(each, naive).terms().code()).isEqualTo(World.code(naive.number))));
        assertThat(created(walk)).doesNotHaveDuplicates();
        for (NaiveProject naive : all(walk.naive.projects)) {
            Outcome again = walk.world.ask(
                    "clerk" + naive.agency,
                    new org.fiscalloop.project.ProjectCommands.CreateProject(
                            World.projectTerms(naive.number, naive.agency, "3", 1)));
            assertThat(again.result()).isEqualTo(JournalRecord.Outcome.REFUSED);
        }
    }

    @Property(tries = 40)
    void P6_only_the_parts_of_a_divided_project_are_budgeted_and_they_add_up_to_it(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> all(walk.naive.projects).stream()
                        .filter(naive -> project(walk, naive).terms().isDivided())
                        .forEach(naive -> {
                            assertThat(budgeted(Sums.of(walk), naive))
                                    .as(naive.id)
                                    .isZero();
                            assertThat(naive.parts.stream()
                                            .mapToLong(part -> Fen.of(
                                                    project(walk, part).terms().total()))
                                            .sum())
                                    .isEqualTo(
                                            Fen.of(project(walk, naive).terms().total()));
                        }));
    }

    @Property(tries = 40)
    void P8_nothing_but_refunds_and_corrections_happens_after_a_project_has_ended(@ForAll List<Step> steps) {
        Walk.of(steps, new Ended());
    }

    @Property(tries = 40)
    void P8_money_that_came_back_after_a_project_has_ended_is_not_paid_again(
            @ForAll @LongRange(min = 1, max = 1_000_000) long fen, @ForAll boolean isFinished) {
        World world = World.open(Walk.RULES, new InMemoryJournal());
        Id<Project> project = world.project(1, World.ORGAN, fen);
        Elements elements = World.elements(World.ORGAN, project);
        Id<BudgetLine> line = world.line("L", elements, fen);
        Id<Allotment> allotment = world.allotment("A", line, elements, fen);
        var voucher = world.pay("1", allotment, elements, fen);
        var request = World.request("late");
        World.done(world.ask(
                "clerk" + World.ORGAN, new CreatePayment(request, World.paymentTerms(allotment, elements, fen))));
        World.done(
                isFinished
                        ? world.act("clerk" + World.ORGAN, project, ProjectAction.FINISH)
                        : world.act("finance", project, ProjectAction.TERMINATE));
        World.done(world.refund("F", voucher, fen));
        assertThat(world.act("clerk" + World.ORGAN, request, PaymentAction.SUBMIT)
                        .isDone())
                .isFalse();
        assertThat(world.ask(
                                "clerk" + World.ORGAN,
                                new CreatePayment(World.request("later"), World.paymentTerms(allotment, elements, fen)))
                        .isDone())
                .isFalse();
        World.done(world.ask("chief", new ReduceAllotment(allotment, Fen.money(fen), "项目终止")));
        assertThat(world.ask(
                                "finance",
                                new CreateAllotment(
                                        Allotment.id("again"),
                                        World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, fen)))
                        .isDone())
                .isFalse();
    }

    /** Looks at what is asked for a project after it has ended. */
    private static final class Ended implements Walk.Watcher {
        private static final ImmutableSet<String> FORWARD = ImmutableSet.of(
                "CREATE", "REVISE", "SUBMIT", "APPROVE", "APPROPRIATE", "SPLIT", "SPLIT_OFF", "VOUCHER");
        private final Set<String> ended = new HashSet<>();

        @Override
        public void after(Walk walk) {
            if (walk.input() instanceof Command
                    && walk.outcome().isDone()
                    && !walk.outcome().isRepeat()) {
                walk.outcome().record().moves().stream()
                        .map(JournalRecord.LinkedMove::move)
                        .filter(move -> FORWARD.contains(move.action()))
                        .forEach(move -> assertThat(ended).doesNotContain(project(walk, move.document())));
            }
            all(walk.naive.projects).stream()
                    .filter(naive -> PaperProperties.project(walk, naive).state() == ProjectState.FINISHED
                            || PaperProperties.project(walk, naive).state() == ProjectState.TERMINATED)
                    .forEach(naive -> ended.add(naive.id));
        }

        private static String project(Walk walk, Id<?> id) {
            Terms terms = ((FlowDocument<?, ?>) walk.find(id)).terms();
            if (terms instanceof ProjectTerms project) {
                return project.code().value();
            }
            if (terms instanceof BudgetTerms line) {
                return line.elements().project().value();
            }
            if (terms instanceof AllotmentTerms allotment) {
                return allotment.elements().project().value();
            }
            return terms instanceof PaymentTerms payment
                    ? payment.elements().project().value()
                    : "";
        }
    }
}
