package org.fiscalloop.evoucher;

import java.util.Arrays;
import java.util.Optional;

/** Where a voucher stands at the treasury (人民银行国库凭证状态). Source: a front end of the treasury; uncertain elsewhere. */
public enum TreasuryState {
    /** 10 已读取. */
    READ("10", "已读取", Progress.UNDER_WAY),
    /** 15 签收成功. */
    ACCEPTED("15", "签收成功", Progress.ACCEPTED),
    /** 16 签收失败. */
    NOT_ACCEPTED("16", "签收失败", Progress.FAILED),
    /** 17 校验中. */
    IN_CHECK("17", "校验中", Progress.UNDER_WAY),
    /** 20 校验成功. */
    CHECKED("20", "校验成功", Progress.UNDER_WAY),
    /** 30 校验失败. */
    CHECK_FAILED("30", "校验失败", Progress.FAILED),
    /** 40 审核通过. */
    REVIEWED("40", "审核通过", Progress.UNDER_WAY),
    /** 45 审核失败. */
    REVIEW_FAILED("45", "审核失败", Progress.FAILED),
    /** 50 复核成功. */
    REVIEWED_AGAIN("50", "复核成功", Progress.UNDER_WAY),
    /** 55 监管. */
    SUPERVISED("55", "监管", Progress.UNDER_WAY),
    /** 56 监管. */
    SUPERVISED_SECOND("56", "监管", Progress.UNDER_WAY),
    /** 57 监管. */
    SUPERVISED_THIRD("57", "监管", Progress.UNDER_WAY),
    /** 60 已发送. */
    SENT("60", "已发送", Progress.UNDER_WAY),
    /** 61 已收妥. */
    RECEIVED("61", "已收妥", Progress.UNDER_WAY),
    /** 62 TIPS失败. */
    TIPS_FAILED("62", "TIPS失败", Progress.FAILED),
    /** 66 对账回单. */
    RECONCILED("66", "对账回单", Progress.UNDER_WAY),
    /** 71 处理成功. */
    PROCESSED("71", "处理成功", Progress.DONE),
    /** 72 TCBS失败. */
    TCBS_FAILED("72", "TCBS失败", Progress.FAILED),
    /** 73 签章成功. */
    STAMPED("73", "签章成功", Progress.DONE),
    /** 74 待补录. */
    TO_COMPLETE("74", "待补录", Progress.UNDER_WAY),
    /** 75 退票成功. */
    BOUNCED("75", "退票成功", Progress.RETURNED),
    /** 80 回单成功. */
    ANSWERED("80", "回单成功", Progress.DONE),
    /** 90 退回成功. */
    RETURNED("90", "退回成功", Progress.RETURNED);

    private final String code;
    private final String chinese;
    private final Progress progress;

    TreasuryState(String code, String chinese, Progress progress) {
        this.code = code;
        this.chinese = chinese;
        this.progress = progress;
    }

    /** The two digits by which it is told. */
    public String code() {
        return code;
    }

    /** Its name in 中文. */
    public String chinese() {
        return chinese;
    }

    /** What it means for the voucher. */
    public Progress progress() {
        return progress;
    }

    /** The state with these digits, if there is one. */
    public static Optional<TreasuryState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
