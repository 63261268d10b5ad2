package org.fiscalloop.evoucher;

import java.util.Arrays;
import java.util.Optional;

/** How far the answer to a voucher that was sent has come (回单状态). Source: a front end of the treasury; uncertain elsewhere. */
public enum ReceiptState {
    /** 0 未接收. */
    NOT_RECEIVED("0", "未接收", Progress.UNDER_WAY),
    /** 1 已接收. */
    RECEIVED("1", "已接收", Progress.UNDER_WAY),
    /** 2 接收失败. */
    RECEIVING_FAILED("2", "接收失败", Progress.FAILED),
    /** 3 签收成功. */
    ACCEPTED("3", "签收成功", Progress.ACCEPTED),
    /** 4 签收失败. */
    NOT_ACCEPTED("4", "签收失败", Progress.FAILED),
    /** 5 已回单. */
    ANSWERED("5", "已回单", Progress.DONE),
    /** 6 被退回. */
    RETURNED("6", "被退回", Progress.RETURNED);

    private final String code;
    private final String chinese;
    private final Progress progress;

    ReceiptState(String code, String chinese, Progress progress) {
        this.code = code;
        this.chinese = chinese;
        this.progress = progress;
    }

    /** The digit by which it is told. */
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

    /** The state with this digit, if there is one. */
    public static Optional<ReceiptState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
