package org.fiscalloop.allotment;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on an allotment (BA_BGT_INFO 预算指标). */
@Value.Immutable
public interface AllotmentTerms extends CodedTerms {
    /** The coding block, the same as that of its budget line but for the agency and a finer economic class. */
    @Override
    Elements elements();

    /** The budget line that it is issued from (BGT_PMAN_ID). */
    Id<BudgetLine> line();

    /** The allotment that it was split from (ORI_BGT_ID 源指标). */
    Optional<Id<Allotment>> parent();

    /** The allotment of the year before that was carried over into it (ORI_BGT_ID 源指标); the loop alone sets it. */
    Optional<Id<Allotment>> carriedFrom();

    /** The allotment from which its money comes: that it was split from, or that was carried over into it. */
    default Optional<Id<Allotment>> origin() {
        return parent().or(this::carriedFrom);
    }

    /** Whether it can be paid from, or only split (BGT_EXE_FLAG 指标可执行标志). */
    AllotmentFlag flag();

    /** What it is (指标类型); formal where nothing else is said. */
    @Value.Default
    default AllotmentFamily family() {
        return AllotmentFamily.FORMAL;
    }

    /** Why a temporary one cannot wait for the budget; on no other. */
    Optional<Ground> ground();

    /** The name of the body for which an allotment for a non-budget body is (接收单位名称), not blank; on no other. */
    Optional<String> recipient();

    /**
     * Why something is spent before the budget is approved (预下达依据).
     *
     * <p>Source: 《预算法》 art. 54.
     */
    enum Ground {
        /** 参照上一年同期: basic, project and transfer spending that goes on as in the same period of the year before. */
        SAME_PERIOD,
        /** 法定支付义务: what the law obliges to be paid. */
        OBLIGATION,
        /** 自然灾害等突发事件: for disasters and other emergencies. */
        DISASTER
    }

    /** Which year's budget it is of (BGT_TYPE 指标类型); that of its own year where nothing else is said. */
    @Value.Default
    default YearBasis basis() {
        return YearBasis.CURRENT;
    }

    /** The amount that is issued (AMOUNT 指标金额), in yuan. */
    Money amount();

    /** Number of the document by which it is issued (COR_BGT_DOC_NO 本级指标文号). */
    String documentNo();

    /**
     * Number of the document of the level above (SUP_BGT_DOC_NO 上级指标文号) by which its money was received; as on its line,
     * and on all that is split off it or carried over of it.
     */
    Optional<String> upperDocumentNo();

    /** Title of that document (BGT_DOC_TITLE 指标文标题). */
    String title();

    /** Date of that document (DOC_DATE 指标文日期). */
    LocalDate effectiveOn();

    /** The document must be named, and the recipient if there is one; the amount must be yuan that fit, and not negative. */
    @Value.Check
    default void check() {
        if (documentNo().isBlank() || title().isBlank()) {
            throw new IllegalArgumentException(
                    "number and title of an allotment's document must not be blank: " + documentNo());
        }
        if (recipient().filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("the recipient of an allotment must not be blank: " + documentNo());
        }
        if (Fen.of(amount()) < 0) {
            throw new IllegalArgumentException("amount of an allotment must not be negative: " + amount());
        }
    }
}
