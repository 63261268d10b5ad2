package org.fiscalloop.budget;

import java.util.Optional;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a budget line (BGT_PM_ANNUAL 项目年度预算). */
@Value.Immutable
public interface BudgetTerms extends CodedTerms {
    /** The coding block: project, function 项, both economic classifications 款 and fund. */
    @Override
    Elements elements();

    /** The amount asked for and then appropriated at the beginning of the year (REPLY_AMT 年初批复数), in yuan. */
    Money amount();

    /** The name of the source of the money (FOUND_TYPE_CODE 资金来源), such as 本级财力; it decides nothing. */
    Optional<String> sourceOfFunds();

    /** Where it comes from, if it takes in what was carried over (上年结转); the loop alone makes such a line. */
    Optional<Carried> carried();

    /**
     * Number of the document of the level above (SUP_BGT_DOC_NO 上级指标文号), if it takes in what was received from there; the
     * loop alone makes such a line.
     */
    Optional<String> upperDocumentNo();

    /** Which year's budget it is of, and its allotments with it. */
    default YearBasis basis() {
        return carried().map(Carried::basis).orElse(YearBasis.CURRENT);
    }

    /**
     * Where a line comes from that takes in what was carried over.
     *
     * @param line the line of the year before (ORI_BGT_ID)
     * @param basis who booked it at the end of that year
     */
    record Carried(Id<BudgetLine> line, YearBasis basis) {
        public Carried {
            if (!basis.isCarried()) {
                throw new IllegalArgumentException("what comes of " + line + " must be carried over, not " + basis);
            }
        }
    }

    /** The amount must be yuan that fit, and not negative. */
    @Value.Check
    default void check() {
        if (Fen.of(amount()) < 0) {
            throw new IllegalArgumentException("amount of a budget line must not be negative: " + amount());
        }
    }
}
