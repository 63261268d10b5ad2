package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.LedgerReasons;

/** The row that registers vouchers and periods with the engine. */
public final class AccountingFlow {
    /** Where the rules of the books stand in a rulebook. */
    public static final RuleSet.Key<AccountingRules> RULES = new RuleSet.Key<>("accounting", AccountingRules.class);

    /** Agency vouchers as documents. */
    public static final DocumentType<AgencyVoucher, AgencyVoucherTerms, AgencyVoucherState> VOUCHER =
            new DocumentType<>(
                    AgencyVoucher.KIND,
                    AgencyVoucherState.class,
                    AccountingShapes.VOUCHER,
                    rules -> rules.of(RULES).voucherLifecycle(),
                    rules -> rules.of(RULES).reviews(),
                    AgencyVoucher::new);

    /** The months of sets of books as documents. */
    public static final DocumentType<PeriodBook, PeriodBook.Months, PeriodBook.State> PERIOD_BOOK = new DocumentType<>(
            PeriodBook.KIND,
            PeriodBook.State.class,
            AccountingShapes.MONTHS,
            rules -> rules.of(RULES).periodLifecycle(),
            rules -> rules.of(RULES).reviews(),
            PeriodBook::new);

    /** The books. */
    public static final Flow FLOW = new Flow(
            "accounting",
            ImmutableList.of(VOUCHER, PERIOD_BOOK),
            ImmutableList.of(
                    CommandType.changing(
                            AccountingShapes.COMPLETE,
                            AgencyVoucher.KIND,
                            AgencyVoucherAction.COMPLETE,
                            AccountingDecider::complete),
                    CommandType.making(
                            AccountingShapes.BEGIN,
                            PeriodBook.KIND,
                            PeriodBook.Action.BEGIN,
                            body -> body.owner(),
                            AccountingDecider::begin),
                    CommandType.changing(
                            AccountingShapes.OPEN, PeriodBook.KIND, PeriodBook.Action.OPEN, AccountingDecider::open),
                    CommandType.changing(
                            AccountingShapes.CLOSE,
                            PeriodBook.KIND,
                            PeriodBook.Action.CLOSE,
                            AccountingDecider::close)),
            ImmutableList.of(Flow.ActType.alongside(
                    PeriodBook.KIND, PeriodBook.Action.CLOSE_YEAR, AccountingDecider.NOT_BY_ITSELF)),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(AccountingShapes.WRITTEN, (event, move, before) -> event.terms()),
                    new EventType<>(AccountingShapes.MONTHS_SET, (event, move, before) -> event.months())),
            Drafting.ALL,
            ImmutableList.of(),
            Reasons.merge(ImmutableList.of(
                    AccountingControls.VOUCHERS.reasons(),
                    AccountingControls.PERIODS.reasons(),
                    Reasons.of(AccountingDecider.NOT_BY_ITSELF),
                    LedgerReasons.all())));

    private AccountingFlow() {}
}
