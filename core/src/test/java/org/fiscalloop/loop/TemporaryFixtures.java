package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.temporary.ImmutableCeilingTerms;
import org.fiscalloop.temporary.ImmutableTemporaryTerms;
import org.fiscalloop.temporary.TemporaryAction;
import org.fiscalloop.temporary.TemporaryCeiling;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;
import org.fiscalloop.temporary.TemporaryCommands.CreateTemporary;
import org.fiscalloop.temporary.TemporaryCommands.SetTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryPaidOut;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryRepaid;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms;
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/** What tests of temporary payments have at hand: a world with a division, and how money goes out of its treasury and comes back. */
abstract class TemporaryFixtures {
    static final String CLERK = "clerk" + ORGAN;
    static final LocalDate DUE = LocalDate.of(YEAR, 6, 30);
    static final Id<TemporaryPayment> FLOOD = TemporaryPayment.id("Z1");
    static final Id<TemporaryPayment> Z2 = TemporaryPayment.id("Z2");
    static final Id<TemporaryCeiling> CEILING = TemporaryCeiling.id(DIVISION, YEAR);

    World world = World.open();
    private int told;

    static ImmutableTemporaryTerms terms(long fen) {
        return ImmutableTemporaryTerms.builder()
                .division(DIVISION)
                .agency(ORGAN)
                .fiscalYear(YEAR)
                .kind(Kind.APPROPRIATED_AHEAD)
                .fund("111")
                .amount(Fen.money(fen))
                .purpose("抢险救灾")
                .legalBasis("府办〔2024〕1号")
                .dueOn(DUE)
                .build();
    }

    static SetTemporaryCeiling ceiling(long general, long fund) {
        return new SetTemporaryCeiling(ceilingTerms(general, fund));
    }

    static ImmutableCeilingTerms ceilingTerms(long general, long fund) {
        return ImmutableCeilingTerms.builder()
                .division(DIVISION)
                .fiscalYear(YEAR)
                .generalExpenditure(Fen.money(general))
                .fundExpenditure(Fen.money(fund))
                .documentNo("财决〔2023〕1号")
                .build();
    }

    /** Room for 1,000.00. */
    void limited() {
        done(world.ask("finance", ceiling(1_500_000, 500_000)));
    }

    Id<TemporaryPayment> submitted(Id<TemporaryPayment> id, TemporaryTerms terms) {
        done(world.ask("clerk" + terms.agency(), new CreateTemporary(id, terms)));
        done(world.act("clerk" + terms.agency(), id, TemporaryAction.SUBMIT));
        return id;
    }

    Id<TemporaryPayment> approved(Id<TemporaryPayment> id, TemporaryTerms terms) {
        submitted(id, terms);
        done(world.act("chief", id, TemporaryAction.APPROVE));
        return id;
    }

    Outcome payOut(Id<TemporaryPayment> id, long fen) {
        return world.tell("out" + told++, new TemporaryPaidOut(id, "B-" + id.value(), world.day(), Fen.money(fen)));
    }

    Outcome repay(Id<TemporaryPayment> id, String serial, long fen) {
        return world.tell("back" + told++, new TemporaryRepaid(id, serial, world.day(), Fen.money(fen)));
    }

    Id<TemporaryPayment> out(Id<TemporaryPayment> id, TemporaryTerms terms) {
        approved(id, terms);
        done(payOut(id, Fen.of(terms.amount())));
        return id;
    }

    Outcome charge(Id<TemporaryPayment> id, Id<Allotment> allotment, long fen) {
        return world.ask("finance", new ChargeTemporary(id, allotment, Fen.money(fen), "财预〔2024〕9号"));
    }

    Id<Allotment> allotment(int number, String agency, long fen) {
        return allotment(number, World.elements(agency, world.project(number, agency, 1_000_000)), fen);
    }

    Id<Allotment> allotment(int number, Elements elements, long fen) {
        return world.allotment("A" + number, world.line("L" + number, elements, fen), elements, fen);
    }

    TemporaryPayment payment(Id<TemporaryPayment> id) {
        return world.loop().find(id).orElseThrow();
    }

    Sums sums() {
        return Sums.of(world.loop().balances());
    }

    Sums sums(int year) {
        return sums().where(Dimensions.YEAR, Integer.toString(year));
    }

    static void assertRefused(Outcome outcome, String code, String... parts) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.REFUSED);
        assertThat(codes(outcome)).containsExactly(code);
        assertSaid(outcome, parts);
    }

    static void assertListed(Outcome outcome, String code, String... parts) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(outcome)).containsExactly(code);
        assertSaid(outcome, parts);
    }

    static void assertSaid(Outcome outcome, String... parts) {
        Refusal refusal = outcome.refusals().get(0);
        assertThat(ImmutableList.copyOf(parts))
                .allSatisfy(part -> assertThat(refusal.text()).contains(part));
        assertThat(refusal.textZh()).isNotBlank();
    }
}
