package org.fiscalloop.budget;

import java.util.Optional;
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

    /** The amount must be yuan that fit, and not negative. */
    @Value.Check
    default void check() {
        if (Fen.of(amount()) < 0) {
            throw new IllegalArgumentException("amount of a budget line must not be negative: " + amount());
        }
    }
}
