package org.fiscalloop.asset;

import java.util.Optional;

/** On which account of the agency an asset stands, and with it what is depreciated. The name is the meaning of the account. */
public enum AssetClass {
    /** 固定资产, 1601 and 1602. */
    FIXED_ASSETS("ACCUMULATED_DEPRECIATION_OF_FIXED_ASSETS"),
    /** 无形资产, 1701 and 1702. */
    INTANGIBLE_ASSETS("ACCUMULATED_AMORTISATION_OF_INTANGIBLE_ASSETS"),
    /** 公共基础设施, 1801 and 1802. */
    PUBLIC_INFRASTRUCTURE("ACCUMULATED_DEPRECIATION_OF_PUBLIC_INFRASTRUCTURE"),
    /** 保障性住房, 1831 and 1832. */
    AFFORDABLE_HOUSING("ACCUMULATED_DEPRECIATION_OF_AFFORDABLE_HOUSING");

    private final String depreciation;

    AssetClass(String depreciation) {
        this.depreciation = depreciation;
    }

    /** The meaning of the account on which it stands. */
    public String account() {
        return name();
    }

    /** The meaning of the account on which its depreciation stands. */
    public String depreciation() {
        return depreciation;
    }

    /** The class that stands on the account with this meaning. */
    public static Optional<AssetClass> of(String account) {
        for (AssetClass known : values()) {
            if (known.account().equals(account)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
