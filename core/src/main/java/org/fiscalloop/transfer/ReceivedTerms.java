package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What the level above has told of a transfer, and what has been made of it (BA_TR_BGT_REC 转移支付指标接收). */
@Value.Immutable
public interface ReceivedTerms extends Terms {
    /** The division that receives it (REC_DIV_CODE 接收方财政区划), 9 digits. */
    @Override
    String division();

    /** The fiscal year it is of. */
    @Override
    int fiscalYear();

    /** The division it comes from (ORI_DIV_CODE 来源方财政区划), 9 digits. */
    DivisionCode origin();

    /** The transfer it is there; unique in that division. */
    Id<Transfer> transfer();

    /** Number of the document by which it was issued there (SUP_BGT_DOC_NO 上级指标文号). */
    String documentNo();

    /** Title of that document (BGT_DOC_TITLE 指标文标题). */
    String title();

    /** Date of that document (DOC_DATE 指标文日期). */
    LocalDate documentDate();

    /** What kind of transfer it is. */
    TransferTerms.Kind kind();

    /** Whether it was issued before its fiscal year begins (是否提前下达). */
    boolean isEarly();

    /** The fund (FUND_TYPE_CODE 资金性质), which no level changes. */
    String fund();

    /** The function it is for (TP_FUNC_CODE 转移支付支出功能分类科目), which may be refined below. */
    String function();

    /** The project of the level above (CEN_TRA_PRO_CODE 上级转移支付项目代码). */
    ProjectCode project();

    /** Labels and other extra elements (扩展要素) of the level above, by name. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> labels();

    /** How much was issued, in yuan. */
    Money amount();

    /** What has been made of it here, in order; empty while nothing is received. The loop alone sets it. */
    ImmutableList<Part> parts();

    /** No agency: what comes from the level above comes to the finance department. */
    @Override
    default String agency() {
        return "";
    }

    /** It comes from another division, and is of something. */
    @Value.Check
    default void check() {
        if (origin().value().equals(division())) {
            throw new IllegalArgumentException("a transfer comes from another division than " + division());
        }
        if (Fen.of(amount()) <= 0) {
            throw new IllegalArgumentException("amount of a transfer must be above zero: " + amount());
        }
    }

    /**
     * A part of it that was received.
     *
     * @param line the budget line that was made
     * @param allotment the allotment to be distributed that was made
     */
    record Part(Id<BudgetLine> line, Id<Allotment> allotment) {}
}
