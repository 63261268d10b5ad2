package org.fiscalloop.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.register.RegisterCommands.ChangeAgency;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agencies and their accounts (单位与账户). */
class RegisterTest {
    private final World world = World.open();

    private static ImmutableAgencyTerms agency(String code, String parent) {
        return ImmutableAgencyTerms.builder()
                .division(DIVISION)
                .fiscalYear(YEAR)
                .code(new AgencyCode(code))
                .name("单位" + code)
                .kind(AgencyKind.INSTITUTION)
                .parent(Optional.of(parent).filter(value -> !value.isEmpty()).map(AgencyCode::new))
                .build();
    }

    private static ImmutableBankAccountTerms account(String number, String kind) {
        return ImmutableBankAccountTerms.builder()
                .division(DIVISION)
                .agency(ORGAN)
                .fiscalYear(YEAR)
                .number(number)
                .name("账户" + number)
                .bank("代理银行")
                .kind(kind)
                .build();
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private Outcome register(String code, String parent) {
        return world.ask("finance", new RegisterAgency(agency(code, parent)));
    }

    @Test
    void an_agency_stands_below_one_that_is_enabled() {
        Outcome unknown = register("106001", "106");
        assertThat(codes(unknown)).containsExactly("register.parent-not-enabled");
        assertThat(unknown.refusals().get(0).text()).contains("106001").contains("106");
        done(register("106", ""));
        done(world.act("finance", Agency.id(DIVISION, "106"), RegisterAction.DISABLE));
        assertThat(codes(register("106001", "106"))).containsExactly("register.parent-not-enabled");
        done(world.act("finance", Agency.id(DIVISION, "106"), RegisterAction.ENABLE));
        done(register("106001", "106"));
    }

    @Test
    void an_agency_does_not_stand_below_itself() {
        done(register("106", ""));
        done(register("106001", "106"));
        done(register("106001001", "106001"));
        for (String below : ImmutableList.of("106001", "106001001")) {
            assertThat(codes(world.ask("finance", new ChangeAgency(agency("106", below)))))
                    .containsExactly("register.agency-cycle");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agency("106", "106"))
                .withMessageContaining("106");
        done(world.ask("finance", new ChangeAgency(agency("106", "105"))));
        assertThat(Agency.isWithin(DIVISION, "106001001", "105", new Found())).isTrue();
        assertThat(Agency.isWithin(DIVISION, "105", "106", new Found())).isFalse();
    }

    /** Reads of the loop's documents. */
    private final class Found implements org.fiscalloop.flow.Reads {
        @Override
        public <D extends org.fiscalloop.lifecycle.Document> Optional<D> find(org.fiscalloop.lifecycle.Id<D> id) {
            return world.loop().find(id);
        }

        @Override
        public long balance(org.fiscalloop.flow.Measure measure, org.fiscalloop.ledger.Segments at) {
            return 0;
        }

        @Override
        public com.google.common.collect.ImmutableList<org.fiscalloop.ledger.Balances.Kept> balances(
                org.fiscalloop.ledger.LedgerId ledger, org.fiscalloop.ledger.Segments at) {
            return com.google.common.collect.ImmutableList.of();
        }
    }

    @Test
    void an_agency_is_registered_once() {
        assertThat(codes(register(ORGAN, ""))).containsExactly("loop.document-exists");
        assertThat(codes(world.ask("finance", new ChangeAgency(agency("107", "")))))
                .containsExactly("loop.document-unknown");
    }

    @Test
    void an_agency_with_something_open_is_not_disabled() {
        world.project(1, ORGAN, 12_345);
        Outcome outcome = world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE);
        assertThat(codes(outcome)).containsExactly("register.agency-still-open");
        assertThat(outcome.refusals().get(0).text()).contains("agency.reserved 123.45");
        done(world.act("finance", Project.id(World.code(1)), ProjectAction.TERMINATE));
        done(world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE));
        assertThat(world.loop().find(Agency.id(DIVISION, ORGAN)).orElseThrow().isEnabled())
                .isFalse();
    }

    @Test
    void an_agency_that_only_waits_for_clearing_is_still_open() {
        var project = world.project(1, ORGAN, 100);
        var elements = World.elements(ORGAN, project);
        var line = world.line("L1", elements, 100);
        var allotment = world.allotment("A1", line, elements, 100);
        var voucher = world.sent("V1", ORGAN, ImmutableList.of(world.approved("P1", allotment, elements, 100)));
        Outcome flying = world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE);
        assertThat(flying.refusals().get(0).text()).contains("agency.in-flight 1.00");
        done(world.receipt(voucher, 100));
        Outcome paid = world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE);
        assertThat(paid.refusals().get(0).text()).contains("agency.not-cleared 1.00");
        done(world.clearing("B1", voucher, 100));
        done(world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE));
    }

    @Test
    void another_agency_s_open_things_are_not_its_own() {
        world.project(1, ORGAN, 100);
        done(world.act("finance", Agency.id(DIVISION, INSTITUTION), RegisterAction.DISABLE));
    }

    @Test
    void a_disabled_agency_sets_nothing_up() {
        done(world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE));
        assertThat(codes(world.ask("clerk" + ORGAN, new CreateProject(World.projectTerms(1, ORGAN, "3", 100)))))
                .containsExactly("project.agency-not-enabled");
        done(world.act("finance", Agency.id(DIVISION, ORGAN), RegisterAction.ENABLE));
        done(world.ask("clerk" + ORGAN, new CreateProject(World.projectTerms(1, ORGAN, "3", 100))));
    }

    @Test
    void only_the_registrar_registers() {
        assertThat(codes(world.ask("chief", new RegisterAgency(agency("106", "")))))
                .containsExactly("access.duty-missing");
        assertThat(codes(world.act("chief", Agency.id(DIVISION, ORGAN), RegisterAction.DISABLE)))
                .containsExactly("access.duty-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "XX"})
    void an_account_has_a_kind_of_the_year_s_table(String kind) {
        assertThat(codes(world.ask("finance", new RegisterAccount(account("6001", kind)))))
                .containsExactly("masterdata.code-unknown");
        done(world.ask("finance", new RegisterAccount(account("6001", "31"))));
    }

    @Test
    void an_account_without_a_kind_is_refused() {
        assertThat(codes(world.ask("finance", new RegisterAccount(account("6001", " ")))))
                .containsExactly("register.account-kind-blank");
    }

    @Test
    void an_account_is_disabled_and_enabled() {
        var id = BankAccount.id(DIVISION, "Z" + ORGAN);
        done(world.act("finance", id, RegisterAction.DISABLE));
        assertThat(world.loop().find(id).orElseThrow().isEnabled()).isFalse();
        assertThat(codes(world.act("finance", id, RegisterAction.DISABLE))).containsExactly("lifecycle.not-allowed");
        done(world.act("finance", id, RegisterAction.ENABLE));
        assertThat(world.loop().find(id).orElseThrow().isEnabled()).isTrue();
    }

    @Test
    void blank_terms_are_arguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> agency("106", "").withName(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> account(" ", "31"));
    }
}
