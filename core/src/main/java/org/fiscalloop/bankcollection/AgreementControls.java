package org.fiscalloop.bankcollection;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.BankAccount;

/** The controls of agreements, and of the refusal of a demand. */
final class AgreementControls {
    /**
     * What the controls of an agreement look at.
     *
     * @param terms what stands on it
     * @param facts the input and what may be read
     */
    record Agreeing(AgreementTerms terms, Case facts) {
        BankCollectionRules rules() {
            return facts.rules(BankCollectionFlow.RULES);
        }
    }

    /** The last day that is asked for stands in for that of an agreement which runs on. */
    private static final String OPEN = "-";

    static final Control<Agreeing> KIND_UNKNOWN = Control.statutory(
            new Reason(
                    "bank-collection.kind-unknown",
                    "There is no such kind of collection",
                    "收费种类不存在",
                    "the kind of collection {given} is none of {allowed}",
                    "收费种类 {given} 不存在; 可用: {allowed}",
                    Source.own("an agreement is of a kind of the rulebook")),
            a -> a.rules().kind(a.terms().kind()).isPresent()
                    ? holds()
                    : violated(Facts.of("given", text(a.terms().kind()))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(a.rules().kinds().stream()
                                            .map(BankCollectionRules.Kind::code)
                                            .toList()))));

    static final Control<Agreeing> ENDS_BEFORE = Control.statutory(
            new Reason(
                    "bank-collection.ends-before",
                    "The agreement ends before it begins",
                    "协议终止日早于起始日",
                    "the agreement ends on {given} and begins on {from}",
                    "协议终止日 {given}, 起始日 {from}",
                    BankCollectionReasons.AGREED),
            a -> a.terms()
                    .lastDay()
                    .filter(last -> last.isBefore(a.terms().firstDay()))
                    .map(last -> violated(Facts.of("given", Fact.day(last))
                            .and("from", Fact.day(a.terms().firstDay()))))
                    .orElse(holds()));

    static final Control<Agreeing> CEILING_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "bank-collection.ceiling-not-positive",
                    "The ceiling is not above zero",
                    "单笔限额须大于零",
                    "at most {given} may be raised at once",
                    "单笔限额为 {given}",
                    BankCollectionReasons.AGREED),
            a -> a.terms()
                    .ceiling()
                    .filter(ceiling -> !ceiling.isPositive())
                    .map(ceiling -> violated(Facts.of("given", Fact.amount(Fen.of(ceiling)))))
                    .orElse(holds()));

    static final Control<Agreeing> INCOMPLETE = Control.statutory(
            new Reason(
                    "bank-collection.incomplete",
                    "Payee or bank is not complete",
                    "收款单位或收款银行不完整",
                    "name, account or bank of the payee, or the bank that collects, is missing",
                    "缺少收款单位名称、账号、开户行或收款银行",
                    BankCollectionReasons.AGREED),
            a -> a.terms().payee().isComplete() && !a.terms().bank().isBlank() ? holds() : violated(Facts.none()));

    static final Control<Agreeing> PAYER_ACCOUNT = Control.statutory(
            new Reason(
                    "bank-collection.payer-account",
                    "The account that pays is not one of the agency",
                    "付款账户不是本单位可用账户",
                    "account {given} is not in use, or not one from which agency {agency} pays",
                    "付款账户 {given} 未启用或不属于单位 {agency}",
                    BankCollectionReasons.AGREED),
            AgreementControls::paysFromOwn);

    static final Control<Ending> ENDS_OUTSIDE = Control.statutory(
            new Reason(
                    "bank-collection.ends-outside",
                    "The last day is not within the agreement",
                    "终止日不在协议期内",
                    "the last day is {given}; the agreement is from {from} to {to}",
                    "终止日 {given}; 协议期自 {from} 至 {to}",
                    BankCollectionReasons.AGREED),
            e -> e.terms().covers(e.lastDay())
                    ? holds()
                    : violated(Facts.of("given", Fact.day(e.lastDay()))
                            .and("from", Fact.day(e.terms().firstDay()))
                            .and("to", to(e.terms()))));

    static final Control<String> REASON_MISSING = Control.adjustable(
            new Reason(
                    "bank-collection.reason-missing",
                    "It is not said why the demand is refused",
                    "未填拒付理由",
                    "the demand is refused for no reason",
                    "拒付未填写理由",
                    BankCollectionReasons.AGREED),
            Severity.HARD,
            reason -> reason.isBlank() ? violated(Facts.none()) : holds());

    /**
     * What the control of an end looks at.
     *
     * @param terms what stands on the agreement
     * @param lastDay its last day
     */
    record Ending(AgreementTerms terms, LocalDate lastDay) {}

    private static final Controls<Agreeing> TO_FILL_IN = Controls.of(KIND_UNKNOWN, ENDS_BEFORE, CEILING_NOT_POSITIVE);

    private static final Controls<Agreeing> TO_HAND_IN = TO_FILL_IN.and(Controls.of(INCOMPLETE, PAYER_ACCOUNT));

    static final ControlTable<AgreementAction, Agreeing> NATIONAL = new ControlTable<>(ImmutableMap.of(
            AgreementAction.CREATE, TO_FILL_IN,
            AgreementAction.REVISE, TO_FILL_IN,
            AgreementAction.SUBMIT, TO_HAND_IN,
            AgreementAction.APPROVE, TO_HAND_IN));

    static final ControlTable<AgreementAction, Ending> ENDINGS =
            new ControlTable<>(ImmutableMap.of(AgreementAction.END, Controls.of(ENDS_OUTSIDE)));

    static final ControlTable<DemandAction, String> DEMANDS =
            new ControlTable<>(ImmutableMap.of(DemandAction.REFUSE, Controls.of(REASON_MISSING)));

    private AgreementControls() {}

    static Fact to(AgreementTerms terms) {
        return text(terms.lastDay().map(LocalDate::toString).orElse(OPEN));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> paysFromOwn(Agreeing a) {
        return BankAccount.find(
                                a.terms().division(),
                                a.terms().payerAccount(),
                                a.facts().reads())
                        .filter(BankAccount::isEnabled)
                        .filter(account -> account.agency().isEmpty()
                                || account.agency().equals(a.terms().agency()))
                        .isPresent()
                ? holds()
                : violated(Facts.of("given", text(a.terms().payerAccount()))
                        .and("agency", text(a.terms().agency())));
    }
}
