package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.MonitoringRules.Repeated;
import org.fiscalloop.monitoring.MonitoringRules.Split;
import org.fiscalloop.monitoring.PastPayments.Past;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;

/** The library's own three rules of monitoring. Each reads by key. */
final class BuiltInRules {
    private static final Source PLACES = Source.uncertain("动态监控预警规则: every place has its own list and numbers");

    private static final Reason PAYEE_IS_AGENCY = new Reason(
            "monitoring.payee-is-agency",
            "The payee is the agency that pays",
            "收款人为付款单位本身",
            "agency {agency} pays {payee}, account {account}, which is its own by {which}",
            "单位 {agency} 向 {payee} 账户 {account} 付款, 按{which}为本单位",
            PLACES);

    private static final Reason SPLIT = new Reason(
            "monitoring.split",
            "Payments below a threshold that together are not",
            "疑似拆分支付",
            "agency {agency} pays {payee} {asked}, with {payments} at least {together} within {days} days; each is below {threshold}",
            "单位 {agency} 向 {payee} 支付 {asked}, 连同 {payments} 在 {days} 日内合计至少 {together}; 每笔均低于 {threshold}",
            PLACES);

    private static final Reason REPEATED = new Reason(
            "monitoring.repeated",
            "The same amount to the same payee again",
            "疑似重复支付",
            "agency {agency} pays {payee} {asked} again within {days} days, after {payments}",
            "单位 {agency} 在 {days} 日内再次向 {payee} 支付 {asked}, 已有 {payments}",
            PLACES);

    static final Reasons REASONS = Reasons.of(PAYEE_IS_AGENCY, SPLIT, REPEATED);

    static final ImmutableSet<String> CODES = REASONS.byCode().keySet();

    /** More than this many others are not named one by one. */
    private static final int NAMED = 10;

    private final MonitoredPayment payment;
    private final Terms terms;
    private final MonitoringRules rules;
    private final Reads reads;

    private BuiltInRules(MonitoredPayment payment, Case c) {
        this.payment = payment;
        this.terms = payment.terms();
        this.rules = c.rules(MonitoringFlow.RULES);
        this.reads = c.reads();
    }

    /** What those that are on say of a payment, in their order. */
    static ImmutableList<Verdict> examine(MonitoredPayment payment, Case c) {
        BuiltInRules own = new BuiltInRules(payment, c);
        ImmutableList.Builder<Verdict> verdicts = ImmutableList.builder();
        own.payeeIsAgency().ifPresent(verdicts::add);
        if (payment.moment() == Moment.SUBMIT) {
            own.split().ifPresent(verdicts::add);
            own.repeated().ifPresent(verdicts::add);
        }
        return verdicts.build();
    }

    private Optional<Verdict> payeeIsAgency() {
        if (rules.payeeIsAgency() == Handling.PASS) {
            return Optional.empty();
        }
        boolean isOwnAccount = BankAccount.find(
                        terms.division(), payment.payee().account(), reads)
                .filter(account -> account.agency().equals(terms.agency()))
                .isPresent();
        boolean isOwnName = reads.find(Agency.id(terms.division(), terms.agency()))
                .filter(agency -> agency.terms()
                        .name()
                        .strip()
                        .equals(payment.payee().name().strip()))
                .isPresent();
        if (!isOwnAccount && !isOwnName) {
            return Optional.empty();
        }
        Fact which = isOwnAccount
                ? isOwnName ? Fact.text("account and name", "账号和户名") : Fact.text("account", "账号")
                : Fact.text("name", "户名");
        return verdict(
                rules.payeeIsAgency(),
                PAYEE_IS_AGENCY,
                who().and("account", Fact.text(payment.payee().account())).and("which", which));
    }

    private Optional<Verdict> split() {
        Split rule = rules.split();
        long threshold = Fen.of(rule.threshold());
        if (rule.handling() == Handling.PASS || payment.fen() >= threshold) {
            return Optional.empty();
        }
        long together = payment.fen();
        List<String> with = new ArrayList<>();
        Iterator<Past> others = near(rule.days(), 0, threshold);
        while (together < threshold && others.hasNext()) {
            Past other = others.next();
            together = Fen.add(together, other.fen());
            with.add(other.number());
        }
        return together < threshold
                ? Optional.empty()
                : verdict(
                        rule.handling(),
                        SPLIT,
                        who().and("asked", Fact.amount(payment.fen()))
                                .and("together", Fact.amount(together))
                                .and("threshold", Fact.amount(threshold))
                                .and("days", Fact.count(rule.days()))
                                .and("payments", named(with)));
    }

    private Optional<Verdict> repeated() {
        Repeated rule = rules.repeated();
        if (rule.handling() == Handling.PASS) {
            return Optional.empty();
        }
        List<String> same = new ArrayList<>();
        Iterator<Past> others = near(rule.days(), payment.fen(), payment.fen() + 1);
        while (same.size() <= NAMED && others.hasNext()) {
            same.add(others.next().number());
        }
        return same.isEmpty()
                ? Optional.empty()
                : verdict(
                        rule.handling(),
                        REPEATED,
                        who().and("asked", Fact.amount(payment.fen()))
                                .and("days", Fact.count(rule.days()))
                                .and("payments", named(same)));
    }

    /** The first of them, and a sign that there are more. */
    private static Fact named(List<String> numbers) {
        return Fact.texts(
                numbers.size() <= NAMED
                        ? numbers
                        : ImmutableList.<String>builder()
                                .addAll(numbers.subList(0, NAMED))
                                .add("…")
                                .build());
    }

    private Facts who() {
        return Facts.of("agency", Fact.text(terms.agency()))
                .and("payee", Fact.text(payment.payee().name()));
    }

    private static Optional<Verdict> verdict(Handling handling, Reason reason, Facts facts) {
        return Optional.of(new Verdict(handling, Refusal.of(reason, facts)));
    }

    /** The others that it looks back on; a rule that does so without anything to look at would see nothing, and stops. */
    private Iterator<Past> near(int days, long from, long below) {
        Id<?> own = payment.document();
        return reads.port(PastPayments.class)
                .orElseThrow(() -> new IllegalStateException(
                        "rules of monitoring that look back need past payments, which these reads do not offer"))
                .find(payment.near(days, from, below))
                .filter(other -> !other.number().equals(own.value()))
                .iterator();
    }
}
