package org.fiscalloop.evoucher;

import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;

/** Why an electronic voucher is not read, not written, or not what the library knows. */
public final class EVoucherReasons {
    private static final Source FORM =
            Source.uncertain("国库集中支付电子化管理接口报文规范, as its implementations have it; DA/T 95—2022 table B.1");
    private static final Source STRICT = Source.own("what two programs might read differently is refused");
    private static final Source SAME = Source.own("an answer repeats what it answers");

    static final Fact ENVELOPE = Fact.text("the envelope", "报文");
    static final Fact CONTENT = Fact.text("the content", "凭证原文");

    static final Reason TOO_LARGE = new Reason(
            "evoucher.too-large",
            "The message is too large",
            "报文过大",
            "{part} has {given}; at most {allowed} are read",
            "{part}为 {given}; 上限 {allowed}",
            Source.own("a message is read in memory"));

    static final Reason ENCODING_UNKNOWN = new Reason(
            "evoucher.encoding-unknown",
            "The encoding is not known",
            "字符编码未知",
            "{part} says it is in {given}; known are {allowed}",
            "{part}声明编码为 {given}; 可用: {allowed}",
            FORM);

    static final Reason NOT_IN_ITS_ENCODING = new Reason(
            "evoucher.not-in-its-encoding",
            "The bytes are not in the encoding that they say",
            "内容与声明的字符编码不符",
            "byte {position} of {part} is none of {allowed}",
            "{part}第 {position} 字节不是 {allowed} 编码",
            STRICT);

    static final Reason NOT_XML = new Reason(
            "evoucher.not-xml",
            "It is not well-formed XML",
            "不是格式正确的 XML",
            "{part} is not well-formed at line {line}, column {column}",
            "{part}第 {line} 行第 {column} 列格式不正确",
            STRICT);

    static final Reason DOCUMENT_TYPE = new Reason(
            "evoucher.document-type",
            "It declares a document type, entities or instructions",
            "含有文档类型、实体或处理指令声明",
            "{part} has a declaration at line {line}; none is read",
            "{part}第 {line} 行含有声明; 一律不读取",
            Source.own("a declaration may make a reader open files or grow without bound"));

    static final Reason ESCAPED_TWICE = new Reason(
            "evoucher.escaped-twice",
            "It is escaped once more than it should be",
            "重复转义或重复编码",
            "{name} of {part} is {given}: escaped or encoded twice",
            "{part}的 {name} 为 {given}: 重复转义或编码",
            STRICT);

    static final Reason NOT_BASE64 = new Reason(
            "evoucher.not-base64",
            "It is not base64",
            "不是 base64 编码",
            "{name} of {part} is not base64",
            "{part}的 {name} 不是 base64 编码",
            FORM);

    static final Reason UNEXPECTED = new Reason(
            "evoucher.unexpected",
            "There is something that the type does not have",
            "含有未知元素",
            "{name} stands in {where} at line {line}; there may be {allowed}",
            "{where} 第 {line} 行含有 {name}; 可用: {allowed}",
            STRICT);

    static final Reason MISSING = new Reason(
            "evoucher.missing",
            "Something that the type must have is not there",
            "缺少必填元素",
            "{name} ({chinese}) is missing in {where}",
            "{where} 缺少 {name} ({chinese})",
            FORM);

    static final Reason TWICE = new Reason(
            "evoucher.twice",
            "Something is there twice",
            "元素重复",
            "{name} stands in {where} more than once",
            "{where} 的 {name} 重复",
            STRICT);

    static final Reason TYPE_UNKNOWN = new Reason(
            "evoucher.type-unknown",
            "The type of voucher is not known",
            "凭证类型未知",
            "voucher {voucher} is of type {given}; known are {allowed}",
            "凭证 {voucher} 的类型为 {given}; 可用: {allowed}",
            FORM);

    static final Reason VALUE = new Reason(
            "evoucher.value",
            "A text is not what its field holds",
            "元素取值不符合要求",
            "{name} in {where} is \"{given}\"; it must be {allowed}",
            "{where} 的 {name} 为“{given}”; 要求: {allowed}",
            FORM);

    static final Reason COUNT_DIFFERS = new Reason(
            "evoucher.count-differs",
            "There are more or fewer vouchers than said",
            "凭证数量不符",
            "the envelope says {given} vouchers; there are {allowed}",
            "报文声明 {given} 张凭证; 实有 {allowed} 张",
            FORM);

    static final Reason ENVELOPE_DIFFERS = new Reason(
            "evoucher.envelope-differs",
            "Envelope and content name another voucher",
            "报文头与凭证原文不一致",
            "{name} of voucher {voucher} is {given} in the content and {allowed} on the envelope",
            "凭证 {voucher} 的 {name} 在原文中为 {given}, 报文头为 {allowed}",
            FORM);

    static final Reason DETAILS_DIFFER = new Reason(
            "evoucher.details-differ",
            "The details do not add up to the head",
            "明细金额合计与主单金额不符",
            "{name} of the details of voucher {voucher} adds up to {given}; the head says {allowed}",
            "凭证 {voucher} 明细 {name} 合计 {given}; 主单金额 {allowed}",
            FORM);

    static final Reason CHARACTER = new Reason(
            "evoucher.character",
            "A character cannot be written",
            "字符无法写入",
            "{characters} in {part} cannot be written in {encoding}",
            "{part}中的 {characters} 无法用 {encoding} 编码",
            Source.own("a name is written as it is or not at all"));

    static final Reason NOT_SENT = new Reason(
            "evoucher.voucher-not-sent",
            "The voucher has not been sent",
            "支付凭证尚未发送",
            "voucher {voucher} is {state}; an order is made of one that is {allowed}",
            "凭证 {voucher} 状态为 {state}; 可生成电子凭证的状态: {allowed}",
            Source.own("what is not signed, stamped and sent is no order yet"));

    static final Reason CHANNEL = new Reason(
            "evoucher.channel",
            "There is no order of it to the treasury's bank",
            "该支付渠道无对应的国库集中支付电子凭证",
            "voucher {voucher} pays by {channel}; an order is made of one that pays by {allowed}",
            "凭证 {voucher} 的支付渠道为 {channel}; 可生成电子凭证的渠道: {allowed}",
            Source.uncertain(
                    "5214, 5201 and 8202 are paid from zero-balance accounts; what others use differs by place"));

    static final Reason NO_ORDER_TYPE = new Reason(
            "evoucher.no-order-type",
            "Its kind of payment has no electronic voucher",
            "该支付方式无对应的支付凭证类型",
            "voucher {voucher} of kind {kind} is ordered by {given}; orders to pay are {allowed}",
            "凭证 {voucher} (支付方式 {kind}) 的凭证类型为 {given}; 支付凭证类型: {allowed}",
            Source.own("the rules name the type of the electronic voucher of each kind of payment"));

    static final Reason PAYEE_LIST_CHANGED = new Reason(
            "evoucher.payee-list-changed",
            "The payee list is not what it was when the voucher was made",
            "明细清单与凭证生成时不一致",
            "payee list {list} of voucher {voucher} has the digest {given}; what is signed has {allowed}",
            "凭证 {voucher} 的明细清单 {list} 摘要为 {given}; 签名内容为 {allowed}",
            Source.own("signature covers content: what is sent to the bank is what was signed"));

    static final Reason NOTHING_TOLD = new Reason(
            "evoucher.nothing-told",
            "It tells nothing that the library books",
            "无可入账的内容",
            "voucher {voucher} is a {type} {flag}; notices are made of {allowed}",
            "凭证 {voucher} 为 {type} {flag}; 可生成通知的凭证: {allowed}",
            Source.own("an order that is sent tells nothing that has happened"));

    static final Reason ORDER_DIFFERS = new Reason(
            "evoucher.order-differs",
            "The receipt repeats another order than was sent",
            "回单与已发送的凭证不一致",
            "{name} of the receipt of voucher {voucher} is {given}; what was sent says {allowed}",
            "凭证 {voucher} 回单的 {name} 为 {given}; 已发送的凭证为 {allowed}",
            SAME);

    static final Reason OF_ANOTHER_DIVISION = new Reason(
            "evoucher.of-another-division",
            "The voucher is of another division",
            "不属本财政区划",
            "voucher {voucher} is of division {given}, not of {allowed}",
            "凭证 {voucher} 的行政区划为 {given}, 非 {allowed}",
            SAME);

    static final Reason NOT_ONE_SIGN = new Reason(
            "evoucher.amount-sign",
            "Amounts are of both signs, or nothing",
            "金额正负不一致或为零",
            "voucher {voucher} has {given} where all amounts must be {allowed}",
            "凭证 {voucher} 含金额 {given}; 要求: {allowed}",
            Source.own("a clearing or a return is of one direction"));

    /** All of them. */
    public static final Reasons ALL = Reasons.of(
            TOO_LARGE,
            ENCODING_UNKNOWN,
            NOT_IN_ITS_ENCODING,
            NOT_XML,
            DOCUMENT_TYPE,
            ESCAPED_TWICE,
            NOT_BASE64,
            UNEXPECTED,
            MISSING,
            TWICE,
            TYPE_UNKNOWN,
            VALUE,
            COUNT_DIFFERS,
            ENVELOPE_DIFFERS,
            DETAILS_DIFFER,
            CHARACTER,
            NOT_SENT,
            CHANNEL,
            NO_ORDER_TYPE,
            PAYEE_LIST_CHANGED,
            NOTHING_TOLD,
            ORDER_DIFFERS,
            OF_ANOTHER_DIVISION,
            NOT_ONE_SIGN);

    private EVoucherReasons() {}
}
