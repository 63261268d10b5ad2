package org.fiscalloop.payment;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;
import static org.fiscalloop.payment.PaymentCase.OfVoucher.KINDS;
import static org.fiscalloop.payment.PaymentCase.OfVoucher.SENDING;
import static org.fiscalloop.payment.PaymentCase.OfVoucher.SIGNING;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.bankcollection.CollectedPayments;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.payees.BatchPayments;
import org.fiscalloop.payment.kinds.KindControls;
import org.fiscalloop.procurement.ContractPayments;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.YearControl;

/** The controls of requests and vouchers, each a small pure function with its code, and the actions they guard. */
final class PaymentControls {
    /** Digits of a 类 of the economic classifications. */
    private static final int CLASS_DIGITS = 3;

    private static final Source BUDGET_FIRST = Source.certain("《预算法》 art. 13; 财库〔2022〕5号 art. 4: 先有预算、后有支出");
    private static final Source PAYMENT_RULES = Source.certain("财库〔2022〕5号 《中央财政预算管理一体化资金支付管理办法（试行）》");
    private static final Source CHAIN = Source.own("a payment draws on one allotment of the same owner");

    static final Control<PaymentCase> NO_ALLOTMENT = Control.statutory(
            new Reason(
                    "payment.no-allotment",
                    "There is no such allotment in force",
                    "无有效指标",
                    "allotment {allotment} is {state}; a payment needs an issued one",
                    "指标 {allotment} 状态为 {state}; 支付须有已下达的指标",
                    BUDGET_FIRST),
            PaymentControls::allotmentIssued);

    static final Control<PaymentCase> NOT_EXECUTABLE = Control.statutory(
            new Reason(
                    "payment.allotment-not-executable",
                    "The allotment is still to be distributed",
                    "指标不可执行",
                    "allotment {allotment} is {flag}; split it into executable ones first",
                    "指标 {allotment} 为 {flag}; 须先拆分为可执行指标",
                    Source.certain("指标可执行标志 BGT_EXE_FLAG: only executable allotments are paid from")),
            PaymentControls::allotmentExecutable);

    static final Control<PaymentCase> BEFORE_ALLOTMENT = Control.statutory(
            new Reason(
                    "payment.before-allotment",
                    "The allotment is not in effect yet",
                    "指标尚未生效",
                    "allotment {allotment} takes effect on {allowed}; the request is of {on}",
                    "指标 {allotment} 自 {allowed} 起生效; 支付申请日期为 {on}",
                    BUDGET_FIRST),
            c -> c.allotment()
                    .filter(allotment ->
                            c.facts().on().isBefore(allotment.terms().effectiveOn()))
                    .map(allotment ->
                            violated(Facts.of("allotment", text(allotment.id().value()))
                                    .and("on", day(c.facts().on()))
                                    .and(Refusal.ALLOWED, day(allotment.terms().effectiveOn()))))
                    .orElse(holds()));

    static final Control<PaymentCase> OF_ANOTHER = Control.statutory(
            new Reason(
                    "payment.allotment-of-another",
                    "The allotment belongs to another owner",
                    "指标不属于本单位本年度",
                    "{element} of the request is {given}, that of allotment {allotment} is {allowed}",
                    "支付申请的 {element} 为 {given}, 指标 {allotment} 为 {allowed}",
                    CHAIN),
            PaymentControls::sameOwner);

    static final Control<PaymentCase> CODES_DIFFER = Control.statutory(
            new Reason(
                    "payment.codes-differ",
                    "The coding block differs from that of the allotment",
                    "要素与指标不一致",
                    "{element} of the request is {given}, that of allotment {allotment} is {allowed}",
                    "支付申请的 {element} 为 {given}, 指标 {allotment} 为 {allowed}",
                    Source.certain("财办〔2020〕13号: 支付要素取自预算指标; the department economic code may be refined")),
            PaymentControls::sameCodes);

    static final Control<PaymentCase> PROJECT_ENDED = Control.statutory(
            new Reason(
                    "payment.project-ended",
                    "The project has ended",
                    "项目已结束或终止",
                    "project {project} is finished or terminated; nothing more is paid for it",
                    "项目 {project} 已结束或终止, 不得再支付",
                    Source.uncertain("财办〔2020〕13号: no new payment of a project that has ended")),
            c -> c.project().filter(Project::hasEnded).isPresent()
                    ? violated(Facts.of(
                            "project", text(c.terms().elements().project().value())))
                    : holds());

    static final Control<PaymentCase> FUND_WITHOUT_CHANNEL = Control.statutory(
            new Reason(
                    "payment.fund-without-channel",
                    "No account pays this fund",
                    "资金性质无支付渠道",
                    "fund {fund} is paid through no channel; allowed begin with {allowed}",
                    "资金性质 {fund} 无支付渠道; 可用: {allowed}",
                    Source.uncertain(
                            "资金性质 VD10001: 11, 12 and 13 are kept in the treasury, 2 in 财政专户, 3 by the agency")),
            PaymentControls::fundHasChannel);

    static final Control<PaymentCase> CLASS_NOT_PAYABLE = Control.statutory(
            new Reason(
                    "payment.class-not-payable",
                    "The economic class is not paid by an agency",
                    "政府支出经济分类不属单位支付范围",
                    "government economic code {code} has no expense of treasury payment; allowed begin with {allowed}",
                    "政府支出经济分类 {code} 无对应的拨款费用; 可用: {allowed}",
                    Source.own("principal, transfers, reserves and equity are booked by events of their own")),
            PaymentControls::classPayable);

    static final Control<PaymentCase> OUTSIDE_YEAR =
            YearControl.within("payment", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<PaymentCase> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "payment.amount-not-positive",
                    "The amount is not above zero",
                    "支付金额须大于零",
                    "amount {asked} is not above zero",
                    "支付金额 {asked} 须大于零",
                    PAYMENT_RULES),
            c -> c.fen() > 0 ? holds() : violated(Facts.of("asked", amount(c.fen()))));

    static final Control<PaymentCase> PAYEE_INCOMPLETE = Control.statutory(
            new Reason(
                    "payment.payee-incomplete",
                    "The payee is not complete",
                    "收款人信息不完整",
                    "of the payee is missing: {missing}",
                    "收款人信息缺少: {missing}",
                    PAYMENT_RULES),
            PaymentControls::payeeComplete);

    static final Control<PaymentCase> OWN_ACCOUNT = Control.adjustable(
            new Reason(
                    "payment.own-account",
                    "The payee is the agency's own account",
                    "零余额账户向本单位实有资金账户划款",
                    "account {account} is agency {agency}'s own, of kind {kind}",
                    "账户 {account} 为单位 {agency} 自有账户, 类别 {kind}",
                    Source.certain("财库〔2022〕5号; 动态监控: 违规向实有资金账户划转资金")),
            Severity.HARD,
            PaymentControls::notOwnAccount);

    static final Control<PaymentCase> PAYER_ACCOUNT = Control.statutory(
            new Reason(
                    "payment.payer-account",
                    "The account is none from which such a payment is made",
                    "付款账户不符",
                    "account {account} is no enabled account of agency {agency} of the kinds {allowed}, which pay {channel}",
                    "账户 {account} 不是单位 {agency} 启用的 {channel} 付款账户, 可用类别 {allowed}",
                    PAYMENT_RULES),
            PaymentControls::payerAccount);

    static final Control<PaymentCase> PURPOSE_MISSING = Control.statutory(
            new Reason(
                    "payment.purpose-missing",
                    "The purpose is missing",
                    "未填用途",
                    "the request does not say what is paid for",
                    "支付申请未填用途",
                    PAYMENT_RULES),
            c -> c.terms().purpose().isBlank() ? violated(Facts.none()) : holds());

    static final Control<PaymentCase.OfVoucher> REQUESTS_DIFFER = Control.statutory(
            new Reason(
                    "payment.requests-differ",
                    "The requests do not go together on one voucher",
                    "支付申请不能合并生成凭证",
                    "{element} of request {request} is {given}, that of the voucher is {allowed}",
                    "支付申请 {request} 的 {element} 为 {given}, 凭证为 {allowed}",
                    Source.certain("国库集中支付凭证: one payer, one payee, one fund")),
            PaymentControls::requestsAlike);

    static final Control<PaymentCase.OfVoucher> VOUCHER_OUTSIDE_YEAR =
            YearControl.within("payment", v -> v.facts().on(), v -> v.fiscalYear());

    static final Control<PaymentCase.OfVoucher> VOUCHER_NOT_PAYABLE =
            Control.statutory(CLASS_NOT_PAYABLE.reason(), PaymentControls::classesPayable);

    private static final ImmutableList<Control<PaymentCase>> TO_ENTER = ImmutableList.<Control<PaymentCase>>builder()
            .addAll(ImmutableList.of(NO_ALLOTMENT, NOT_EXECUTABLE, BEFORE_ALLOTMENT, OF_ANOTHER, CODES_DIFFER))
            .addAll(ImmutableList.of(PROJECT_ENDED, FUND_WITHOUT_CHANNEL, CLASS_NOT_PAYABLE, OUTSIDE_YEAR))
            .addAll(ImmutableList.of(AMOUNT_NOT_POSITIVE, KindControls.open(PaymentCase::kind)))
            .addAll(ContractPayments.filledIn(PaymentCase::contract))
            .addAll(BatchPayments.filledIn(PaymentCase::payees))
            .addAll(CollectedPayments.filledIn(PaymentCase::demand))
            .build();

    private static final ImmutableList<Control<PaymentCase>> TO_SUBMIT = ImmutableList.<Control<PaymentCase>>builder()
            .addAll(TO_ENTER)
            .addAll(ImmutableList.of(PAYEE_INCOMPLETE, OWN_ACCOUNT, PAYER_ACCOUNT, PURPOSE_MISSING))
            .addAll(ContractPayments.handedIn(PaymentCase::contract))
            .addAll(BatchPayments.handedIn(PaymentCase::payees))
            .addAll(CollectedPayments.handedIn(PaymentCase::demand))
            .build();

    static final ControlTable<PaymentAction, PaymentCase> REQUEST = new ControlTable<>(ImmutableMap.of(
            PaymentAction.CREATE, new Controls<>(TO_ENTER),
            PaymentAction.CREATE_PROXY, new Controls<>(TO_ENTER),
            PaymentAction.REVISE, new Controls<>(TO_ENTER),
            PaymentAction.SUBMIT, new Controls<>(TO_SUBMIT)));

    static final ControlTable<VoucherAction, PaymentCase.OfVoucher> VOUCHER = new ControlTable<>(ImmutableMap.of(
            VoucherAction.CREATE,
                    Controls.of(REQUESTS_DIFFER, VOUCHER_OUTSIDE_YEAR, VOUCHER_NOT_PAYABLE)
                            .and(KINDS),
            VoucherAction.SIGN, Controls.of(VOUCHER_OUTSIDE_YEAR).and(SIGNING),
            VoucherAction.STAMP, Controls.of(VOUCHER_OUTSIDE_YEAR).and(SIGNING),
            VoucherAction.SEND, Controls.of(VOUCHER_OUTSIDE_YEAR).and(SENDING),
            VoucherAction.RESEND, Controls.of(VOUCHER_OUTSIDE_YEAR).and(SENDING)));

    static final Reasons REASONS = Reasons.merge(ImmutableList.of(REQUEST.reasons(), VOUCHER.reasons()));

    private PaymentControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> allotmentIssued(PaymentCase c) {
        Optional<Allotment> allotment = c.allotment();
        if (allotment.isPresent() && allotment.orElseThrow().state() == AllotmentState.ISSUED) {
            return holds();
        }
        return violated(Facts.of("allotment", text(c.terms().allotment().value()))
                .and("state", text(allotment.map(found -> found.state().name()).orElse("UNKNOWN"))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> allotmentExecutable(PaymentCase c) {
        Optional<Allotment> allotment = c.allotment();
        if (allotment.isEmpty() || allotment.orElseThrow().terms().flag() == AllotmentFlag.EXECUTABLE) {
            return holds();
        }
        return violated(Facts.of("allotment", text(c.terms().allotment().value()))
                .and("flag", text(allotment.orElseThrow().terms().flag().name())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> sameOwner(PaymentCase c) {
        if (c.allotment().isEmpty() || c.hasElementsOfAllotment()) {
            return holds();
        }
        Elements own = c.terms().elements();
        ImmutableList.Builder<ImmutableMap<String, Fact>> violations = ImmutableList.builder();
        for (String element : ImmutableList.of(Elements.DIVISION, Elements.YEAR, Elements.AGENCY)) {
            String allowed = c.allotment().orElseThrow().terms().elements().value(element);
            if (!allowed.equals(own.value(element))) {
                violations.add(differs(c, element, own.value(element), allowed));
            }
        }
        return violations.build();
    }

    /** Inherited elements are the allotment's; the department economic code stays in its 类. */
    private static ImmutableList<ImmutableMap<String, Fact>> sameCodes(PaymentCase c) {
        if (c.allotment().isEmpty() || c.hasElementsOfAllotment()) {
            return holds();
        }
        Elements own = c.terms().elements();
        Elements source = c.allotment().orElseThrow().terms().elements();
        return c.masterdata().elements().differing(c.drawing(source), PaymentControls::isOfClass).stream()
                .map(element -> differs(c, element, own.value(element), source.value(element)))
                .collect(toImmutableList());
    }

    private static boolean isOfClass(String given, String allowed) {
        return economicClass(given).equals(economicClass(allowed));
    }

    private static String economicClass(String code) {
        return code.substring(0, Math.min(CLASS_DIGITS, code.length()));
    }

    private static ImmutableMap<String, Fact> differs(PaymentCase c, String element, String given, String allowed) {
        return Facts.of("element", text(element))
                .and("given", text(given))
                .and("allotment", text(c.terms().allotment().value()))
                .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed)))
                .map();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> fundHasChannel(PaymentCase c) {
        String fund = c.terms().elements().fund();
        return c.rules().book(fund) != FundBook.OTHER
                ? holds()
                : violated(Facts.of("fund", text(fund))
                        .and(
                                Refusal.ALLOWED,
                                texts(c.rules().fundBooks().byPrefix().keySet())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> classPayable(PaymentCase c) {
        return notPayable(c.terms(), c.rules())
                .map(refusal -> ImmutableList.of(refusal.facts()))
                .orElse(holds());
    }

    /** The rules may have changed since a request was handed in. */
    private static ImmutableList<ImmutableMap<String, Fact>> classesPayable(PaymentCase.OfVoucher v) {
        PaymentRules rules = v.facts().rules(PaymentFlow.RULES);
        return v.requests().stream()
                .flatMap(request -> notPayable(request.terms(), rules).stream())
                .map(Refusal::facts)
                .collect(toImmutableList());
    }

    /** Why a government economic code is no expense of the treasury; empty if it is one. */
    private static Optional<Refusal> notPayable(PaymentTerms terms, PaymentRules rules) {
        return rules.expense(terms).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        CLASS_NOT_PAYABLE.reason(),
                        Facts.of("code", text(terms.elements().governmentEconomic()))
                                .and(
                                        Refusal.ALLOWED,
                                        texts(rules.treasuryExpenses()
                                                .byPrefix()
                                                .keySet()))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> payeeComplete(PaymentCase c) {
        PaymentTerms.Payee payee = c.terms().payee();
        ImmutableList.Builder<String> blank = ImmutableList.builder();
        ImmutableMap.of("name", payee.name(), "account", payee.account(), "bank", payee.bank())
                .forEach((name, value) -> {
                    if (value.isBlank()) {
                        blank.add(name);
                    }
                });
        ImmutableList<String> missing = blank.build();
        return missing.isEmpty() ? holds() : violated(Facts.of("missing", texts(missing)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> notOwnAccount(PaymentCase c) {
        String number = c.terms().payee().account();
        Optional<BankAccount> account = c.account(number);
        if (account.isEmpty()
                || !account.orElseThrow().agency().equals(c.terms().agency())) {
            return holds();
        }
        return violated(Facts.of("account", text(number))
                .and("agency", text(c.terms().agency()))
                .and("kind", text(account.orElseThrow().terms().kind())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> payerAccount(PaymentCase c) {
        return c.isPaidFromAccountOfChannel()
                ? holds()
                : violated(Facts.of("account", text(c.terms().payerAccount()))
                        .and("agency", text(c.terms().agency()))
                        .and("channel", text(c.rules().channel(c.terms()).name()))
                        .and(Refusal.ALLOWED, texts(c.payerKinds())));
    }

    /** The voucher is filled in from its first request. */
    private static ImmutableList<ImmutableMap<String, Fact>> requestsAlike(PaymentCase.OfVoucher v) {
        ImmutableMap<String, String> expected = v.expected();
        ImmutableList.Builder<ImmutableMap<String, Fact>> violations = ImmutableList.builder();
        for (PaymentRequest request : v.requests()) {
            PaymentCase.OfVoucher.facts(request.terms(), v.facts()).forEach((element, given) -> {
                String allowed = expected.getOrDefault(element, "");
                if (!given.equals(allowed)) {
                    violations.add(Facts.of("element", text(element))
                            .and("request", text(request.id().value()))
                            .and("given", text(given))
                            .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed)))
                            .map());
                }
            });
        }
        return violations.build();
    }
}
