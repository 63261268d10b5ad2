package org.fiscalloop.ledger;

import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;

/** Why the ledger itself says no, whatever the limits that a rulebook declares. */
public final class LedgerReasons {

    /** A line on an account that no chart has, or on one of another ledger. */
    public static final Reason UNKNOWN_ACCOUNT = new Reason(
            "ledger.unknown-account",
            "No such account",
            "科目不存在",
            "account {account} is not in the chart of {ledger}",
            "科目 {account} 不在账 {ledger} 的科目表中",
            Source.certain("《预算指标核算管理办法（试行）》财办〔2022〕36号: entries use the accounts of the chart"));

    /** A line on an account that others are below. */
    public static final Reason HEADING_ACCOUNT = new Reason(
            "ledger.heading-account",
            "The account is a heading",
            "非末级科目",
            "account {account} of {ledger} has accounts below it, one of which must be posted to",
            "账 {ledger} 的科目 {account} 不是末级科目，应记入其下级科目",
            Source.own("what is posted to a heading could not be told apart from the sum of its accounts"));

    /** A line on an account of another basis. */
    public static final Reason MIXED_BASES = new Reason(
            "ledger.mixed-bases",
            "Two bases in one entry",
            "财务会计与预算会计科目混用",
            "account {account} is {account-basis}, the entry is {entry-basis}",
            "科目 {account} 属于 {account-basis}，分录属于 {entry-basis}",
            Source.certain("《政府会计制度》财会〔2017〕25号: parallel entries of financial and budgetary accounting"));

    /** Debits that differ from credits. */
    public static final Reason UNBALANCED = new Reason(
            "ledger.unbalanced",
            "Debits differ from credits",
            "借贷不平衡",
            "debits {debit} and credits {credit} differ by {difference} at \"{at}\"",
            "“{at}”借方 {debit} 与贷方 {credit} 相差 {difference}",
            Source.certain("《会计法》, double entry (复式记账): 有借必有贷，借贷必相等"));

    /** A month that is closed. */
    public static final Reason PERIOD_CLOSED = new Reason(
            "ledger.period-closed",
            "The month is closed",
            "会计期间已结账",
            "{month} of ledger {ledger} is closed; open from: {allowed}",
            "账 {ledger} 的 {month} 已结账；可用期间：{allowed}",
            Source.certain("《会计基础工作规范》: nothing is booked into a period after it is closed"));

    /** A month that is not opened yet. */
    public static final Reason PERIOD_NOT_OPENED = new Reason(
            "ledger.period-not-opened",
            "The month is not opened",
            "会计期间未启用",
            "{month} of ledger {ledger} is not opened; open from: {allowed}",
            "账 {ledger} 的 {month} 未启用；可用期间：{allowed}",
            Source.own("a date far in the future is most often a slip of the hand"));

    /** A month that is open already. */
    public static final Reason PERIOD_OPEN_ALREADY = new Reason(
            "ledger.period-open-already",
            "The month is open already",
            "会计期间已启用",
            "{month} of ledger {ledger} is open already",
            "账 {ledger} 的 {month} 已启用",
            Source.own("opening twice changes nothing, so that whoever asks meant another month"));

    /** A month that is not the next to be opened or closed. */
    public static final Reason PERIOD_NOT_NEXT = new Reason(
            "ledger.period-not-next",
            "Another month comes first",
            "会计期间应按顺序启用和结账",
            "{month} of ledger {ledger} is not next, which is {allowed}",
            "账 {ledger} 的 {month} 不是下一期间，应为 {allowed}",
            Source.certain("《会计基础工作规范》: periods are closed one after the other"));

    /** An entry that has been reversed. */
    public static final Reason REVERSED_ALREADY = new Reason(
            "ledger.reversed-already",
            "The entry is reversed already",
            "凭证已红字冲销",
            "entry {entry} has been reversed; an entry is reversed at most once",
            "凭证 {entry} 已冲销，每张凭证只能冲销一次",
            Source.certain("《会计基础工作规范》: a wrong entry is taken back by one red entry that quotes it"));

    /** A red entry, which is not reversed. */
    public static final Reason RED_ENTRY = new Reason(
            "ledger.red-entry",
            "A red entry is not reversed",
            "红字凭证不可冲销",
            "entry {entry} is a red entry; book anew what it took back",
            "凭证 {entry} 是红字凭证，应重新填制蓝字凭证",
            Source.certain("《会计基础工作规范》: after a red entry the right one is booked in blue"));

    private LedgerReasons() {}

    static Refusal reversedAlready(Entry.Id id) {
        return Refusal.of(REVERSED_ALREADY, Facts.of("entry", Fact.text(id.toString())));
    }

    /** All of them. */
    public static Reasons all() {
        return Reasons.of(
                UNKNOWN_ACCOUNT,
                HEADING_ACCOUNT,
                MIXED_BASES,
                UNBALANCED,
                PERIOD_CLOSED,
                PERIOD_NOT_OPENED,
                PERIOD_OPEN_ALREADY,
                PERIOD_NOT_NEXT,
                REVERSED_ALREADY,
                RED_ENTRY);
    }
}
