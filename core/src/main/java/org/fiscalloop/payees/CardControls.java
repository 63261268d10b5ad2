package org.fiscalloop.payees;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.payees.PayeesCase.wrong;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeDetail.Consumption;

/** The controls of lists that repay what officials bought by card (公务卡还款). */
final class CardControls {
    private static final Source CARDS = Source.certain(
            "财库〔2007〕63号 中央预算单位公务卡管理: 公务卡 pays official expenses, which the agency examines and repays to the card");

    static final Control<PayeesCase> OUT_OF_PLACE = Control.statutory(
            new Reason(
                    "payees.consumption-out-of-place",
                    "The list is not one of official cards",
                    "清单类型不是公务卡还款",
                    "{count} details repay what was bought by card, which a list of kind {kind} does not: {details}",
                    "{count} 条明细填写了公务卡消费, 类型 {kind} 的清单不还款公务卡: {details}",
                    CARDS),
            c -> isOther(c)
                    ? wrong(
                            c.terms(),
                            detail -> detail.consumption().isPresent(),
                            Facts.of("kind", text(c.terms().kind())))
                    : holds());

    static final Control<PayeesCase> MISSING = Control.statutory(
            new Reason(
                    "payees.consumption-missing",
                    "It is not said what was bought by card",
                    "缺少公务卡消费信息",
                    "of {count} details card, day or serial number of the consumption is missing: {details}",
                    "{count} 条明细缺少公务卡号、消费日期或交易流水号: {details}",
                    CARDS),
            c -> isByCard(c)
                    ? wrong(
                            c.terms(),
                            detail -> detail.consumption()
                                    .filter(Consumption::isComplete)
                                    .isEmpty())
                    : holds());

    static final Control<PayeesCase> CARD_DIFFERS = Control.adjustable(
            new Reason(
                    "payees.card-differs",
                    "Another account than the card is repaid",
                    "还款账户不是消费所用公务卡",
                    "{count} details repay another account than the card that bought: {details}",
                    "{count} 条明细的还款账户不是消费所用公务卡: {details}",
                    CARDS),
            Severity.HARD,
            ofConsumptions((c, detail, bought) -> detail.origin().isEmpty()
                    && bought.isComplete()
                    && !detail.account().equals(bought.card())));

    static final Control<PayeesCase> LATER = Control.statutory(
            new Reason(
                    "payees.consumption-later",
                    "It was bought after the day",
                    "消费日期晚于报销日期",
                    "{count} details repay what was bought after {on}: {details}",
                    "{count} 条明细的消费日期晚于 {on}: {details}",
                    CARDS),
            c -> wrong(
                    c.terms(),
                    detail -> detail.consumption()
                            .filter(bought -> bought.on().isAfter(c.facts().on()))
                            .isPresent(),
                    Facts.of("on", Fact.day(c.facts().on()))));

    /** What was repaid in time and came back is not late. */
    static final Control<PayeesCase> LATE = Control.adjustable(
            new Reason(
                    "payees.consumption-late",
                    "What was bought is repaid late",
                    "公务卡消费逾期报销",
                    "{count} details repay what was bought more than {allowed} days before {on}: {details}",
                    "{count} 条明细的消费日期早于 {on} 超过 {allowed} 天: {details}",
                    Source.uncertain("公务卡 is repaid before interest is due; within how many days a place says itself")),
            Severity.WARN,
            c -> wrong(
                    c.terms(),
                    detail -> detail.origin().isEmpty()
                            && detail.consumption()
                                    .filter(bought -> bought.on()
                                            .plusDays(c.rules().consumptionDays())
                                            .isBefore(c.facts().on()))
                                    .isPresent(),
                    Facts.of("on", Fact.day(c.facts().on()))
                            .and(Refusal.ALLOWED, count(c.rules().consumptionDays()))));

    static final Control<PayeesCase> OVER = Control.statutory(
            new Reason(
                    "payees.over-consumption",
                    "More is repaid than was paid by card",
                    "报销金额大于消费金额",
                    "{count} details repay more than was paid by card: {details}",
                    "{count} 条明细的报销金额大于消费金额: {details}",
                    CARDS),
            ofConsumptions((c, detail, bought) -> detail.fen() > bought.fen()));

    static final Control<PayeesCase> TWICE = Control.statutory(
            new Reason(
                    "payees.consumption-twice",
                    "What was bought by card is repaid already",
                    "公务卡消费重复报销",
                    "{count} details repay what another detail repays: {details}",
                    "{count} 条明细的公务卡消费已由其他明细报销: {details}",
                    Source.own(
                            "what was bought by card is repaid once; what came back is repaid by a detail that says so")),
            CardControls::repaidOnce);

    static final Control<PayeesCase> OF_ANOTHER = Control.statutory(
            new Reason(
                    "payees.consumption-of-another",
                    "What came back is repaid for something else",
                    "再次还款的消费与原明细不一致",
                    "{count} details name another consumption than the detail that they pay again: {details}",
                    "{count} 条明细的公务卡消费与原支付明细不一致: {details}",
                    Source.own("what came back is repaid for what was bought; the account may be mended")),
            CardControls::originsAlike);

    /** What is asked when a list is handed in and when it is confirmed. */
    static final Controls<PayeesCase> HANDED_IN =
            Controls.of(MISSING, CARD_DIFFERS, LATER, LATE, OVER, TWICE, OF_ANOTHER);

    private CardControls() {}

    private static boolean isByCard(PayeesCase c) {
        return c.kind().filter(PayeesRules.Kind::isByCard).isPresent();
    }

    private static boolean isOther(PayeesCase c) {
        return c.kind().filter(kind -> !kind.isByCard()).isPresent();
    }

    /** Whether something is wrong with a detail and what it repays. */
    private interface IsWrong {
        boolean test(PayeesCase c, PayeeDetail detail, Consumption bought);
    }

    private static Check<PayeesCase> ofConsumptions(IsWrong isWrong) {
        return c -> wrong(c.terms(), of(c, isWrong));
    }

    private static Predicate<PayeeDetail> of(PayeesCase c, IsWrong isWrong) {
        return detail -> detail.consumption()
                .filter(bought -> isWrong.test(c, detail, bought))
                .isPresent();
    }

    /** Once among confirmed and paid lists; a detail that pays again may repay as much as came back and nobody else repaid. */
    private static ImmutableList<ImmutableMap<String, Fact>> repaidOnce(PayeesCase c) {
        PayeesCase.Origins origins = c.new Origins();
        Set<String> seen = new HashSet<>();
        return wrong(
                c.terms(),
                of(
                        c,
                        (of, detail, bought) -> bought.isComplete()
                                && (!seen.add(bought.key())
                                        || isRepaid(of, bought, detail.fen(), origins.first(detail)))));
    }

    private static boolean isRepaid(PayeesCase c, Consumption bought, long fen, Optional<PayeeDetail> first) {
        long repaid = c.facts()
                .balance(PayeesMeasure.REIMBURSED, PayeeList.segments(c.terms().division(), bought));
        return repaid > 0
                && first.map(detail -> Fen.add(repaid, fen) > detail.fen()).orElse(true);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> originsAlike(PayeesCase c) {
        PayeesCase.Origins origins = c.new Origins();
        return wrong(
                c.terms(),
                detail -> detail.origin()
                        .flatMap(origins::detail)
                        .filter(before -> !before.consumption().equals(detail.consumption()))
                        .isPresent());
    }
}
