package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that debts are about. */
public enum DebtMeasure implements Measure {
    /** How much general debt a division may owe (一般债务限额). */
    GENERAL_LIMIT("debt.general-limit"),
    /** How much special debt a division may owe (专项债务限额). */
    SPECIAL_LIMIT("debt.special-limit"),
    /** General debt that is approved and not yet received. */
    GENERAL_APPROVED("debt.general-approved"),
    /** Special debt that is approved and not yet received. */
    SPECIAL_APPROVED("debt.special-approved"),
    /** General debt that is owed (一般债务余额). */
    GENERAL_OUTSTANDING("debt.general-outstanding"),
    /** Special debt that is owed (专项债务余额). */
    SPECIAL_OUTSTANDING("debt.special-outstanding"),
    /** General debt that an approved or received bond will repay (再融资). */
    GENERAL_REFINANCED("debt.general-refinanced"),
    /** Special debt that an approved or received bond will repay (再融资). */
    SPECIAL_REFINANCED("debt.special-refinanced"),
    /** Of one debt: what an approved or received bond will repay of it. */
    REFINANCED("debt.refinanced"),
    /** Of one bond: what is owed of it that was not lent on and has not come back of that. */
    TO_LEND("debt.to-lend"),
    /** Of one bond: what was lent on of it and has not come back. */
    LENT("debt.lent"),
    /** Of one bond: what borrowers have repaid of it and its holders have not yet got. */
    RETURNED("debt.returned");

    private final String code;

    DebtMeasure(String code) {
        this.code = code;
    }

    /** What may be owed of a kind. */
    static DebtMeasure limit(DebtKind kind) {
        return kind == DebtKind.GENERAL ? GENERAL_LIMIT : SPECIAL_LIMIT;
    }

    static DebtMeasure approved(DebtKind kind) {
        return kind == DebtKind.GENERAL ? GENERAL_APPROVED : SPECIAL_APPROVED;
    }

    static DebtMeasure outstanding(DebtKind kind) {
        return kind == DebtKind.GENERAL ? GENERAL_OUTSTANDING : SPECIAL_OUTSTANDING;
    }

    static DebtMeasure refinanced(DebtKind kind) {
        return kind == DebtKind.GENERAL ? GENERAL_REFINANCED : SPECIAL_REFINANCED;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return switch (this) {
            case REFINANCED, TO_LEND, LENT, RETURNED -> ImmutableList.of(Dimensions.DOCUMENT);
            default -> ImmutableList.of(Dimensions.DIVISION);
        };
    }
}
