package org.fiscalloop.payees;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;
import static org.fiscalloop.payees.PayeesCase.wrong;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.Set;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.IdentityNumbers;
import org.fiscalloop.payees.PayeeDetail.Beneficiary;
import org.fiscalloop.payees.PayeesRules.Identity;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.YearControl;

/**
 * The controls of a payee list, each a small pure function with its code, and the actions they guard. What is wrong with details
 * is said once for all of them, by number and never by identity.
 */
final class PayeesControls {
    private static final Source DETAIL =
            Source.certain("财库〔2022〕5号; PAY_DETAIL 支付明细: each detail has payee and amount");
    private static final Source NAMED =
            Source.certain("惠企利民: PAY_DETAIL PER_NAME, IDEN_NO or CORP_NAME, UNIFSOC_CRED_CODE of each beneficiary");

    static final Control<PayeesCase> KIND_UNKNOWN = Control.statutory(
            new Reason(
                    "payees.kind-unknown",
                    "There is no such kind of list",
                    "清单类型不存在",
                    "the kind of list {given} is none of {allowed}",
                    "清单类型 {given} 不存在; 可用: {allowed}",
                    Source.own("a list is of a kind of the rulebook")),
            c -> c.kind().isPresent()
                    ? holds()
                    : violated(Facts.of("given", text(c.terms().kind()))
                            .and(
                                    Refusal.ALLOWED,
                                    texts(c.rules().kinds().stream()
                                            .map(PayeesRules.Kind::code)
                                            .toList()))));

    static final Control<PayeesCase> EMPTY = Control.statutory(
            new Reason("payees.empty", "The list has no details", "明细清单为空", "the list pays nobody", "明细清单没有明细", DETAIL),
            c -> c.terms().details().isEmpty() ? violated(Facts.none()) : holds());

    static final Control<PayeesCase> OUTSIDE_YEAR =
            YearControl.within("payees", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<PayeesCase> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "payees.amount-not-positive",
                    "A detail is not above zero",
                    "明细金额须大于零",
                    "{count} details are not above zero: {details}",
                    "{count} 条明细金额不大于零: {details}",
                    DETAIL),
            c -> wrong(c.terms(), detail -> !detail.amount().isPositive()));

    static final Control<PayeesCase> PAYEE_INCOMPLETE = Control.statutory(
            new Reason(
                    "payees.payee-incomplete",
                    "A payee is not complete",
                    "明细收款人信息不完整",
                    "of {count} details name, account or bank is missing: {details}",
                    "{count} 条明细缺少收款人名称、账号或开户行: {details}",
                    DETAIL),
            c -> wrong(c.terms(), detail -> !detail.isComplete()));

    static final Control<PayeesCase> ACCOUNT_TWICE = Control.statutory(
            new Reason(
                    "payees.account-twice",
                    "An account stands on the list twice",
                    "明细账号重复",
                    "{count} details have an account that an earlier one has: {details}; a list of kind {kind} has each once",
                    "{count} 条明细账号与前面的重复: {details}; 类型 {kind} 的清单不允许重复",
                    Source.own("who is paid twice by one list is paid by mistake, unless its kind says otherwise")),
            PayeesControls::accountsOnce);

    static final Control<PayeesCase> IDENTITY_MISSING = Control.statutory(
            new Reason(
                    "payees.identity-missing",
                    "A beneficiary is not identified",
                    "缺少受益对象身份信息",
                    "{count} details do not name whom a list of kind {kind} must name ({allowed}): {details}",
                    "{count} 条明细缺少受益对象; 类型 {kind} 的清单须填写 {allowed}: {details}",
                    NAMED),
            PayeesControls::identified);

    static final Control<PayeesCase> IDENTITY_INVALID = Control.statutory(
            new Reason(
                    "payees.identity-invalid",
                    "An identity number cannot be right",
                    "身份号码或统一社会信用代码有误",
                    "{count} details have a number of no person or enterprise: {details}",
                    "{count} 条明细的身份号码或统一社会信用代码校验不通过: {details}",
                    Source.certain("GB 11643-1999 公民身份号码; GB 32100-2015 统一社会信用代码: check characters")),
            c -> wrong(
                    c.terms(),
                    detail -> detail.beneficiary()
                            .filter(PayeesControls::isInvalid)
                            .isPresent()));

    static final Control<PayeesCase> OWN_ACCOUNT = Control.adjustable(
            new Reason(
                    "payees.own-account",
                    "A payee is the agency's own account",
                    "明细向本单位账户划款",
                    "{count} details pay an account of agency {agency} itself: {details}",
                    "{count} 条明细收款账户为单位 {agency} 自有账户: {details}",
                    Source.certain("财库〔2022〕5号; 动态监控: 违规向实有资金账户划转资金")),
            Severity.HARD,
            c -> wrong(
                    c.terms(),
                    detail -> BankAccount.find(
                                    c.terms().division(),
                                    detail.account(),
                                    c.facts().reads())
                            .filter(account -> account.agency().equals(c.terms().agency()))
                            .isPresent(),
                    Facts.of("agency", text(c.terms().agency()))));

    static final Control<PayeesCase> ORIGIN_UNKNOWN = Control.statutory(
            new Reason(
                    "payees.origin-unknown",
                    "There is no such detail to pay again",
                    "原支付明细不存在",
                    "{count} details pay again what is no detail of a paid list of the agency: {details}",
                    "{count} 条明细的原支付明细不存在或未支付: {details}",
                    Source.own("a detail that came back is paid again by the agency that paid it")),
            PayeesControls::originsKnown);

    static final Control<PayeesCase> ORIGIN_OF_ANOTHER = Control.adjustable(
            new Reason(
                    "payees.origin-of-another",
                    "What came back is paid again to somebody else",
                    "再次支付的受益对象与原明细不一致",
                    "{count} details name another beneficiary than the detail that they pay again: {details}",
                    "{count} 条明细的受益对象与原支付明细不一致: {details}",
                    NAMED),
            Severity.HARD,
            PayeesControls::originsAlike);

    private static final Controls<PayeesCase> TO_FILL_IN = Controls.of(
            KIND_UNKNOWN, EMPTY, OUTSIDE_YEAR, AMOUNT_NOT_POSITIVE, IDENTITY_INVALID, CardControls.OUT_OF_PLACE);

    private static final Controls<PayeesCase> TO_HAND_IN = TO_FILL_IN
            .and(Controls.of(
                    PAYEE_INCOMPLETE, ACCOUNT_TWICE, IDENTITY_MISSING, OWN_ACCOUNT, ORIGIN_UNKNOWN, ORIGIN_OF_ANOTHER))
            .and(CardControls.HANDED_IN);

    static final ControlTable<PayeeListAction, PayeesCase> NATIONAL = new ControlTable<>(ImmutableMap.of(
            PayeeListAction.CREATE, TO_FILL_IN,
            PayeeListAction.REVISE, TO_FILL_IN,
            PayeeListAction.SUBMIT, TO_HAND_IN,
            PayeeListAction.APPROVE, TO_HAND_IN));

    private PayeesControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> accountsOnce(PayeesCase c) {
        if (c.kind().isEmpty() || c.kind().orElseThrow().isRepeating()) {
            return holds();
        }
        Set<String> seen = new HashSet<>();
        return wrong(
                c.terms(),
                detail -> !detail.account().isBlank() && !seen.add(detail.account()),
                Facts.of("kind", text(c.terms().kind())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> identified(PayeesCase c) {
        Identity identity = c.kind().map(PayeesRules.Kind::identity).orElse(Identity.NONE);
        return wrong(
                c.terms(),
                detail -> !isIdentified(detail, identity),
                Facts.of("kind", text(c.terms().kind())).and(Refusal.ALLOWED, text(identity.name())));
    }

    /** Whether a detail says for whom it is as far as it must. */
    static boolean isIdentified(PayeeDetail detail, Identity identity) {
        return switch (identity) {
            case NONE -> true;
            case PERSON -> isFor(detail, Beneficiary.Kind.PERSON);
            case ENTERPRISE -> isFor(detail, Beneficiary.Kind.ENTERPRISE);
            case EITHER -> isFor(detail, Beneficiary.Kind.PERSON) || isFor(detail, Beneficiary.Kind.ENTERPRISE);
        };
    }

    private static boolean isFor(PayeeDetail detail, Beneficiary.Kind kind) {
        return detail.beneficiary()
                .filter(beneficiary ->
                        beneficiary.kind() == kind && !beneficiary.name().isBlank())
                .isPresent();
    }

    private static boolean isInvalid(Beneficiary beneficiary) {
        return switch (beneficiary.kind()) {
            case PERSON -> !IdentityNumbers.isPerson(beneficiary.identity());
            case ENTERPRISE -> !IdentityNumbers.isCreditCode(beneficiary.identity());
        };
    }

    private static ImmutableList<ImmutableMap<String, Fact>> originsKnown(PayeesCase c) {
        PayeesCase.Origins origins = c.new Origins();
        return wrong(
                c.terms(),
                detail -> detail.origin()
                        .filter(origin -> origins.detail(origin).isEmpty())
                        .isPresent());
    }

    /** Whom a detail was for, if that was said, is for whom it is paid again; the account and its name may be mended. */
    private static ImmutableList<ImmutableMap<String, Fact>> originsAlike(PayeesCase c) {
        PayeesCase.Origins origins = c.new Origins();
        return wrong(
                c.terms(),
                detail -> detail.origin()
                        .flatMap(origins::detail)
                        .filter(before -> before.beneficiary().isPresent()
                                && !identity(before).equals(identity(detail)))
                        .isPresent());
    }

    private static String identity(PayeeDetail detail) {
        return detail.beneficiary()
                .map(beneficiary -> beneficiary.kind() + " " + beneficiary.identity())
                .orElse("");
    }
}
