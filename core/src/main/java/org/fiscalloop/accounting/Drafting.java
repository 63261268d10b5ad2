package org.fiscalloop.accounting;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.accounting.AccountingEvents.VoucherWritten;
import org.fiscalloop.accounting.PostingPlan.Draft;
import org.fiscalloop.accounting.PostingPlan.DraftLine;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;

/** Drawing up the voucher of a posting whose facts do not tell an account. */
public final class Drafting {
    /** A payment or refund waits for the accountant. */
    static final PostingKey DRAFTED = PostingKey.of("voucher-drafted", AgencyVoucherTerms.Direction.class);

    /** The accountant has completed it. */
    static final PostingKey COMPLETED = PostingKey.of("voucher-completed", AgencyVoucherTerms.Direction.class);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(DRAFTED, COMPLETED);

    private Drafting() {}

    /**
     * The voucher of a draft.
     *
     * @param cause the move whose posting it is; its document and version give the voucher its id
     * @param ordinal the number of the draft among those of the same event, from 0 on
     */
    public static Happening draw(Move cause, int ordinal, Draft draft, Case facts) {
        Id<AgencyVoucher> id = id(cause, ordinal, facts);
        Move move = facts.create(id, AgencyVoucherAction.DRAW_UP).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a voucher is drawn up twice: " + id);
        });
        AgencyVoucherTerms.Direction direction = direction(draft);
        AgencyVoucherTerms terms = new AgencyVoucherTerms(
                draft.segments().value(Dimensions.DIVISION),
                draft.segments().value(Dimensions.AGENCY),
                Integer.parseInt(draft.segments().value(Dimensions.YEAR)),
                cause.document().toString(),
                direction,
                draft.segments(),
                draft.lines().stream().map(Drafting::line).collect(toImmutableList()));
        return Happening.of(
                new VoucherWritten(move, terms),
                Posting.of(DRAFTED, ImmutableList.of(direction), terms.openFen(), draft.segments()));
    }

    /** Named after its cause; by a digest of that name where it is too long for an id or another voucher has it. */
    private static Id<AgencyVoucher> id(Move cause, int ordinal, Case facts) {
        String name = cause.document().value() + "/" + cause.version() + (ordinal == 0 ? "" : "/" + ordinal);
        return Id.of(AgencyVoucher.KIND, name)
                .filter(id -> facts.find(id).isEmpty())
                .orElseGet(() ->
                        AgencyVoucher.id(new InputId(cause.document().kind().code(), name).digest()));
    }

    private static AgencyVoucherTerms.Line line(DraftLine line) {
        return new AgencyVoucherTerms.Line(
                line.rule().basis(),
                line.line().side(),
                line.account().map(Meaning::name).orElse(""),
                Fen.money(line.fen()));
    }

    /** What the agency lost is open on the debit side, what came back on the credit side. */
    private static AgencyVoucherTerms.Direction direction(Draft draft) {
        return draft.lines().stream()
                        .anyMatch(line -> line.line().isOpen() && line.line().side() == Side.DEBIT)
                ? AgencyVoucherTerms.Direction.PAYMENT
                : AgencyVoucherTerms.Direction.REFUND;
    }
}
