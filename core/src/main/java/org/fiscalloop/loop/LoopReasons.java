package org.fiscalloop.loop;

import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;

/** Why the loop itself refuses, whatever is asked. */
public final class LoopReasons {
    private static final Source OWN = Source.own("the door of the loop");
    private static final Source IDEMPOTENCE = Source.own("the same input twice is one input");

    /** No rulebook is in force. */
    public static final Reason NO_RULEBOOK = new Reason(
            "loop.no-rulebook",
            "No rulebook is in force",
            "无适用规则手册",
            "division {division} has no rulebook for fiscal year {year} on {on}",
            "区划 {division} 在 {on} 没有 {year} 年度的规则手册",
            OWN);

    /** The tables know no such division. */
    public static final Reason UNKNOWN_DIVISION = new Reason(
            "loop.unknown-division",
            "There is no such division",
            "财政区划不存在",
            "the tables of {year} have no division {division}; an overlay of a division above it adds it",
            "{year} 年度的财政区划表中没有 {division}; 可由上级区划的地方规则增列",
            OWN);

    /** The rulebook in force has not been adopted. */
    public static final Reason NOT_ADOPTED = new Reason(
            "loop.rulebook-not-adopted",
            "The rulebook has not been adopted",
            "规则手册尚未启用",
            "division {division} has not adopted rulebook {fingerprint} for fiscal year {year}",
            "区划 {division} 尚未启用 {year} 年度规则手册 {fingerprint}",
            OWN);

    /** The rulebook that is adopted is not the one in force. */
    public static final Reason OTHER_RULEBOOK = new Reason(
            "loop.other-rulebook",
            "Another rulebook is in force",
            "规则手册不是当前适用的",
            "rulebook {fingerprint} is not in force for division {division} and fiscal year {year}; it is {allowed}",
            "规则手册 {fingerprint} 不适用于区划 {division} {year} 年度; 适用: {allowed}",
            OWN);

    /** The same id came with another content. */
    public static final Reason ID_CONFLICT = new Reason(
            "loop.id-conflict",
            "The id has been used for something else",
            "编号已用于其他内容",
            "{input} came before with another content",
            "{input} 已以不同内容提交过",
            IDEMPOTENCE);

    /** The document exists already. */
    public static final Reason EXISTS = new Reason(
            "loop.document-exists",
            "The document exists already",
            "单据已存在",
            "{document} exists already",
            "{document} 已存在",
            OWN);

    /** The document does not exist. */
    public static final Reason UNKNOWN = new Reason(
            "loop.document-unknown",
            "The document does not exist",
            "单据不存在",
            "{document} does not exist",
            "{document} 不存在",
            OWN);

    /** The document belongs to another division. */
    public static final Reason OTHER_DIVISION = new Reason(
            "loop.other-division",
            "The document belongs to another division",
            "单据属于其他区划",
            "{document} belongs to division {owner}, the input is for {division}",
            "{document} 属于区划 {owner}, 而提交的区划是 {division}",
            OWN);

    /** What is filled in, or the document, is of another division or fiscal year than the command. */
    public static final Reason ELSEWHERE = new Reason(
            "loop.filled-in-elsewhere",
            "The document belongs elsewhere",
            "单据不属于本区划或本年度",
            "{document} stands in {given}; the command is for {allowed}",
            "{document} 的区划/年度为 {given}; 本次操作的区划/年度为 {allowed}",
            OWN);

    /** The action is none of the document's. */
    public static final Reason NO_SUCH_ACTION = new Reason(
            "loop.no-such-action",
            "The document has no such action",
            "单据无此操作",
            "{document} has no action {action}; its actions are {allowed}",
            "{document} 没有操作 {action}; 可用: {allowed}",
            OWN);

    /** An act does not carry what its action needs. */
    public static final Reason CONTENT_MISSING = new Reason(
            "loop.content-missing",
            "The action needs content",
            "该操作须填写内容",
            "{action} of {document} cannot be asked by a bare act: it is the command {allowed}",
            "{document} 的 {action} 须以命令 {allowed} 提交",
            OWN);

    /** The content cannot be read as what it should be, or an amount of it does not fit. */
    public static final Reason CONTENT = new Reason(
            "loop.content-not-usable",
            "The content cannot be used",
            "内容无法处理",
            "{input} cannot be decided: {problem}",
            "{input} 的内容无法处理: {problem}",
            OWN);

    /** The books cannot take what a notice tells. */
    public static final Reason BOOKS = new Reason(
            "loop.books-refuse",
            "The books cannot take what the notice tells",
            "账簿无法记录该通知",
            "the books refuse {notice}: {problem}",
            "账簿拒绝 {notice}: {problem}",
            Source.own("a notice is never refused: what the books cannot take is listed"));

    /** All of them. */
    public static final Reasons ALL = Reasons.of(
            NO_RULEBOOK,
            UNKNOWN_DIVISION,
            NOT_ADOPTED,
            OTHER_RULEBOOK,
            ID_CONFLICT,
            EXISTS,
            UNKNOWN,
            OTHER_DIVISION,
            ELSEWHERE,
            NO_SUCH_ACTION,
            CONTENT_MISSING,
            CONTENT,
            BOOKS);

    private LoopReasons() {}
}
