package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import org.immutables.value.Value;

/** One electronic voucher (电子凭证) with what its envelope says about it. */
@Value.Immutable
public interface EVoucher {
    /** The six digits of the division (AdmDivCode 行政区划代码): those of GB/T 2260, without the three that finance adds. */
    String division();

    /** The year of the business (StYear 业务年度). */
    int year();

    /** The number of the voucher (VoucherNo 凭证号), unique with type, year and division. */
    String number();

    /** Whether it is sent or answers. */
    EVoucherFlag flag();

    /** Why the other side gives it back (Return_Reason 退回原因); blank where it does not. */
    @Value.Default
    default String returnReason() {
        return "";
    }

    /** What the sender adds for itself (Attach 附加信息); mostly blank. */
    @Value.Default
    default String attach() {
        return "";
    }

    /** The content. */
    EVoucherBody body();

    /** Signatures over the content (SignatureList 签名), in order. */
    ImmutableList<EVoucherSeal> signatures();

    /** Stamps over the content (SignStampList 签章), in order. */
    ImmutableList<EVoucherSeal> stamps();

    /** The type (VtCode 凭证类型). */
    default EVoucherType type() {
        return body().type();
    }

    /** Whether it gives back what was sent, so that nothing was done. */
    default boolean isReturned() {
        return flag() == EVoucherFlag.RECEIPT && !returnReason().isBlank();
    }
}
