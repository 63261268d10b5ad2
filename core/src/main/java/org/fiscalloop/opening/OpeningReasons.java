package org.fiscalloop.opening;

import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;

/** Why an opening is not committed, whatever it holds; its identities give reasons of their own. */
final class OpeningReasons {
    private static final Source OWN =
            Source.own("an opening is the first that is known of a division, and somebody answers for it");

    /** Nobody has signed it. */
    static final Reason NOT_SIGNED = new Reason(
            "opening.not-signed",
            "The opening is not signed",
            "期初数据未签名",
            "the opening of {division} has no signature; those that count are of {allowed}",
            "区划 {division} 的期初数据未签名; 有效签名人: {allowed}",
            OWN);

    /** The signer is none of those listed. */
    static final Reason UNKNOWN_SIGNER = new Reason(
            "opening.unknown-signer",
            "The signer is not listed",
            "签名人未登记",
            "{signer} signed the opening; those whose signatures count are {allowed}",
            "签名人 {signer} 未登记; 有效签名人: {allowed}",
            OWN);

    /** The signature is of something else, or not the signer's. */
    static final Reason SIGNATURE_DOES_NOT_HOLD = new Reason(
            "opening.signature-does-not-hold",
            "The signature does not hold",
            "签名无效",
            "the signature of {signer} by {algorithm} is not of digest {digest}: {problem}",
            "签名人 {signer} 以 {algorithm} 所作签名与摘要 {digest} 不符: {problem}",
            OWN);

    /** It is dated before the day at whose end it stood so. */
    static final Reason BEFORE_ITS_DAY = new Reason(
            "opening.before-its-day",
            "The day of the opening is not over",
            "期初日期未到",
            "the opening is of the end of {day}, it is committed on {on}",
            "期初数据截至 {day} 日终, 建账日期为 {on}",
            OWN);

    /** Something of the division is in the books already. */
    static final Reason BOOKS_NOT_EMPTY = new Reason(
            "opening.books-not-empty",
            "The division has books already",
            "区划已有账务",
            "the ledger {ledger} of {division} holds {balances} balances",
            "区划 {division} 的账 {ledger} 已有 {balances} 笔余额",
            OWN);

    /** One of its documents is there already. */
    static final Reason DOCUMENT_EXISTS = new Reason(
            "opening.document-exists",
            "A document of the opening exists already",
            "期初单据已存在",
            "{document} exists already",
            "{document} 已存在",
            OWN);

    static final Reasons ALL = Reasons.of(
            NOT_SIGNED, UNKNOWN_SIGNER, SIGNATURE_DOES_NOT_HOLD, BEFORE_ITS_DAY, BOOKS_NOT_EMPTY, DOCUMENT_EXISTS);

    private OpeningReasons() {}
}
