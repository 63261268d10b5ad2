package org.fiscalloop.register;

/** What is done with an entry of a register. */
public enum RegisterAction {
    /** 新增: enter it. */
    REGISTER,
    /** 变更: change what it says, never its code. */
    CHANGE,
    /** 停用: take it out of use. */
    DISABLE,
    /** 启用: take it into use again. */
    ENABLE
}
