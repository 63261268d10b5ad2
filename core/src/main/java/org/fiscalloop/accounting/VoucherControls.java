package org.fiscalloop.accounting;

import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Side;

/** The controls of an agency voucher, each a small pure function with its code. */
final class VoucherControls {
    private static final Source PARALLEL = Source.certain("财会〔2017〕25号 《政府会计制度》: 平行记账, 有借必有贷");

    static final Control<VoucherCase> ACCOUNTS_KNOWN = Control.statutory(
            new Reason(
                    "accounting.account-not-postable",
                    "The account cannot be posted to",
                    "科目不可记账",
                    "{account} is no account of the agency ledger that takes lines on the {basis} basis",
                    "{account} 不是单位会计 {basis} 可记账的末级科目",
                    PARALLEL),
            VoucherControls::accountsKnown);

    static final Control<VoucherCase> OPEN_LINES_FILLED = Control.statutory(
            new Reason(
                    "accounting.open-lines-not-filled",
                    "The lines given do not fill the open ones",
                    "补充分录与待完善金额不符",
                    "open on the {side} side of the {basis} basis is {open}, given is {given}",
                    "{basis} {side} 方待完善 {open}, 补充 {given}",
                    PARALLEL),
            VoucherControls::openLinesFilled);

    static final ControlTable<AgencyVoucherAction, VoucherCase> NATIONAL = new ControlTable<>(ImmutableMap.of(
            AgencyVoucherAction.COMPLETE, new Controls<>(ImmutableList.of(ACCOUNTS_KNOWN, OPEN_LINES_FILLED))));

    private VoucherControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> accountsKnown(VoucherCase c) {
        return c.given().stream()
                .filter(line -> !c.isPostable(line))
                .map(line -> Facts.of("account", text(line.account()))
                        .and("basis", text(line.basis().name()))
                        .map())
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> openLinesFilled(VoucherCase c) {
        ImmutableList.Builder<ImmutableMap<String, Fact>> violations = ImmutableList.builder();
        for (Basis basis : Basis.values()) {
            for (Side side : Side.values()) {
                if (c.open(basis, side) != c.given(basis, side)) {
                    violations.add(Facts.of("side", text(side.name()))
                            .and("basis", text(basis.name()))
                            .and("open", amount(c.open(basis, side)))
                            .and("given", amount(c.given(basis, side)))
                            .map());
                }
            }
        }
        return violations.build();
    }
}
