package org.fiscalloop.register;

/** Whether an entry of a register may be used (是否启用). An entry is never deleted. */
public enum RegisterState {
    /** 启用: new documents may name it. */
    ENABLED,
    /** 停用: documents that name it stay as they are, new ones may not. */
    DISABLED
}
