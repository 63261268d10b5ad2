package org.fiscalloop.transfer;

import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a transfer that is issued (BA_TR_BGT_INFO 转移支付指标). */
@Value.Immutable
public interface TransferTerms extends CodedTerms {
    /**
     * The coding block at the level that issues it: that of the allotment it draws on. Its extra elements, the labels among
     * them, go along to the level below.
     */
    @Override
    Elements elements();

    /** The allotment to be distributed that it draws on (ORI_BGT_ID 源指标); one that was received itself may be. */
    Id<Allotment> source();

    /** The division that receives it (REC_DIV_CODE 接收方财政区划), 9 digits. */
    DivisionCode receiver();

    /** What kind of transfer it is. */
    Kind kind();

    /** Whether it is issued before its fiscal year begins (是否提前下达); not so where nothing is said. */
    @Value.Default
    default boolean isEarly() {
        return false;
    }

    /**
     * The function it is for at the level below (TP_FUNC_CODE 转移支付支出功能分类科目): a 类, 款 or 项, of which the functions of
     * what is made of it below are refinements.
     */
    String function();

    /** How much is issued (AMOUNT 指标金额), in yuan. */
    Money amount();

    /** Number of the document by which it is issued (COR_BGT_DOC_NO 本级指标文号). */
    String documentNo();

    /** Title of that document (BGT_DOC_TITLE 指标文标题). */
    String title();

    /** Date of that document (DOC_DATE 指标文日期). */
    LocalDate effectiveOn();

    /** No agency: a transfer is the finance department's own, whoever the money would be for. */
    @Override
    default String agency() {
        return "";
    }

    /** The document must be named; the amount must be yuan that fit, and not negative. */
    @Value.Check
    default void check() {
        if (documentNo().isBlank() || title().isBlank()) {
            throw new IllegalArgumentException(
                    "number and title of a transfer's document must not be blank: " + documentNo());
        }
        if (Fen.of(amount()) < 0) {
            throw new IllegalArgumentException("amount of a transfer must not be negative: " + amount());
        }
    }

    /**
     * What kind of transfer it is (TRA_TYPE 转移支付类型), which decides by when it must be issued.
     *
     * <p>Source: 《预算法》 art. 16, 52; 《预算法实施条例》 (2020) art. 9, 10.
     */
    enum Kind {
        /** 一般性转移支付, 共同财政事权转移支付 among them. */
        GENERAL,
        /** 专项转移支付. */
        SPECIAL,
        /** 救灾等应急转移支付: issued without delay. */
        DISASTER
    }
}
