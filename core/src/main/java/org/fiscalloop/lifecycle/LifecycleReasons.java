package org.fiscalloop.lifecycle;

import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;

/** Why a lifecycle refuses. */
public final class LifecycleReasons {

    /** No row of the table for this state and action. Facts: lifecycle, state ("" at creation), action, allowed. */
    public static final Reason NOT_ALLOWED = new Reason(
            "lifecycle.not-allowed",
            "Not allowed in this state",
            "当前状态不允许该操作",
            "{lifecycle} in state \"{state}\" does not allow {action}; allowed: {allowed}",
            "{lifecycle} 处于状态“{state}”，不允许 {action}；允许：{allowed}",
            Source.own("a document moves only by the table of its lifecycle"));

    /** Facts: lifecycle, state, action, allowed. */
    public static final Reason EVIDENCE_NOT_ASKED = new Reason(
            "lifecycle.evidence-not-asked",
            "Evidence of a review is given where none is",
            "该操作不需审核记录",
            "{action} of {lifecycle} in state \"{state}\" passes no review; evidence comes with {allowed}",
            "{lifecycle} 处于状态“{state}”, {action} 不经审核; 审核记录仅用于 {allowed}",
            Source.own("evidence tells of a review that ran elsewhere"));

    /** 不相容岗位分离. Facts: lifecycle, action, actor, earlier, on. */
    public static final Reason FOUR_EYES = new Reason(
            "lifecycle.four-eyes",
            "Done by the same person as an earlier act",
            "不相容岗位未分离",
            "{action} of {lifecycle} must not be by {actor}, who did {earlier} on {on}",
            "{actor} 已于 {on} 办理 {earlier}，不得再办理 {lifecycle} 的 {action}",
            Source.uncertain("《行政事业单位内部控制规范（试行）》（财会〔2012〕21号），不相容岗位相互分离; which acts are kept apart is "
                    + "said by the lifecycle"));

    /** Somebody else acted last. Facts: lifecycle, state, last, by. */
    public static final Reason NOT_YOURS_TO_WITHDRAW = new Reason(
            "lifecycle.not-yours-to-withdraw",
            "Another person's act cannot be withdrawn",
            "只能撤销本人最近一次操作",
            "the last act on {lifecycle} in state \"{state}\" was {last} by {by}; only that person may withdraw it",
            "{lifecycle} 处于状态“{state}”，最近一次操作为 {by} 的 {last}，只能由其本人撤销",
            Source.uncertain("systems in use: 撤销 by the last actor only"));

    /** The last act left nothing to go back to. Facts: lifecycle, state, last. */
    public static final Reason NOTHING_TO_WITHDRAW = new Reason(
            "lifecycle.nothing-to-withdraw",
            "The last act cannot be withdrawn",
            "最近一次操作不可撤销",
            "the last act on {lifecycle} in state \"{state}\" was {last}, which cannot be withdrawn",
            "{lifecycle} 处于状态“{state}”，最近一次操作为 {last}，不可撤销",
            Source.own("a withdrawal undoes an act of the review or the act that led into it, and never approves"));

    /** The evidence names other posts than the chain has ahead. Facts: lifecycle, state, expected, given. */
    public static final Reason EVIDENCE_POSTS = new Reason(
            "lifecycle.evidence-posts",
            "Evidence does not cover the review chain",
            "审核记录与审核岗位不符",
            "evidence for {lifecycle} in state \"{state}\" must name the posts {expected}, not {given}",
            "{lifecycle} 处于状态“{state}”，审核记录应依次为 {expected}，实为 {given}",
            Source.own("a review that ran elsewhere passes the same posts, in order"));

    /** The evidence names one person at two posts. Facts: lifecycle, state, actors. */
    public static final Reason EVIDENCE_ACTORS = new Reason(
            "lifecycle.evidence-actors",
            "Evidence names one person at two posts",
            "审核记录中同一人担任两个岗位",
            "evidence for {lifecycle} in state \"{state}\" must name different persons: {actors}",
            "{lifecycle} 处于状态“{state}”，审核记录中的人员应各不相同：{actors}",
            Source.own("posts that one person passes in one act are not several posts"));

    /** The evidence is dated before the last act, after the command, or out of order. Facts: lifecycle, state, from, to, given. */
    public static final Reason EVIDENCE_DATES = new Reason(
            "lifecycle.evidence-dates",
            "Evidence is dated out of order",
            "审核记录日期不符",
            "evidence for {lifecycle} in state \"{state}\" must be dated in order from {from} to {to}, not {given}",
            "{lifecycle} 处于状态“{state}”，审核记录日期应在 {from} 至 {to} 之间并依次排列，实为 {given}",
            Source.own("a review that ran elsewhere ran after the last act and before it is told"));

    /** An act is dated before what was done already. Facts: lifecycle, state, on, allowed (the first day). */
    public static final Reason BACKDATED = new Reason(
            "lifecycle.backdated",
            "Dated before the last act on the document",
            "日期早于单据最近一次操作",
            "{lifecycle} in state \"{state}\" cannot move on {on}: it moved last on {allowed}, which is the first day allowed",
            "{lifecycle} 处于状态“{state}”，不可在 {on} 操作：最近一次操作日期为 {allowed}，不得早于该日",
            Source.own("the dates of what people do on a document never run backwards"));

    private LifecycleReasons() {}

    /** All of them. */
    public static Reasons all() {
        return Reasons.of(
                NOT_ALLOWED,
                FOUR_EYES,
                NOT_YOURS_TO_WITHDRAW,
                NOTHING_TO_WITHDRAW,
                EVIDENCE_NOT_ASKED,
                EVIDENCE_POSTS,
                EVIDENCE_ACTORS,
                EVIDENCE_DATES,
                BACKDATED);
    }
}
