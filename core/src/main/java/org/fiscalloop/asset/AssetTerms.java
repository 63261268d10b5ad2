package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What stands on an asset card (BAS_ASSET 资产卡片). Amounts are yuan. The fiscal year is the one in which it was made; a card
 * runs on over the years.
 */
@Value.Immutable
public interface AssetTerms extends Terms {
    /** How an agency came by an asset (取得方式). */
    enum Acquisition {
        /** 购置: by a payment that has booked it. */
        PURCHASE,
        /** 接受捐赠. */
        GIFT,
        /** 无偿调入: given by an agency of the division, or of another one. */
        TRANSFER
    }

    /** What it is used for (用途), by which its depreciation is an expense. */
    enum Use {
        /** 业务活动: 5001. */
        OPERATION,
        /** 单位管理: 5101, of public institutions. */
        ADMINISTRATION,
        /** 经营活动: 5201, of public institutions. */
        BUSINESS
    }

    /** Name (ASSET_NAME 资产名称). */
    String name();

    /** Code of its category (FIXED_ASSET_TYPE 资产分类). */
    String category();

    /** On which account it stands: as the rules said of its category when the card was made. */
    AssetClass assetClass();

    /** How the agency came by it. */
    Acquisition acquisition();

    /**
     * What has booked it: the number of the payment request; or where an accountant gave the account, kind and number of the
     * document of which the accounting voucher is, such as {@code payment-voucher:PV-1}; none for what was not bought.
     */
    Optional<String> origin();

    /** What it is used for. */
    Use use();

    /** The day on which the agency got it (ACQU_DATE 取得日期); it is depreciated from its month on. */
    LocalDate acquiredOn();

    /** What it cost (INIT_ASSET_VAL 原值), not negative; 1 yuan where it is only named (名义金额). */
    Money cost();

    /** Whether its cost is only named (名义金额), so that it is not depreciated. */
    @Value.Default
    default boolean isNominal() {
        return false;
    }

    /** In how many months it is depreciated from its month on; 0 where it is not. */
    int months();

    /** The coding block (要素) of its purchase, under which all of it is booked; none where it has none. */
    Optional<Elements> elements();

    /** How it leaves the agency; none before. */
    Optional<Leaving> leaving();

    /** What its sale has brought and what of that went to the treasury, in the order in which it was told. */
    ImmutableList<Proceeds> proceeds();

    /** What its sale has brought and has not gone to the treasury (应缴财政款), in fen. */
    default long dueFen() {
        long due = 0;
        for (Proceeds told : proceeds()) {
            due = told.isRemitted() ? Fen.subtract(due, Fen.of(told.amount())) : Fen.add(due, Fen.of(told.amount()));
        }
        return due;
    }

    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** A card is of an agency and of something. */
    @Value.Check
    default void check() {
        if (agency().isBlank() || name().isBlank() || cost().isNegative() || months() < 0) {
            throw new IllegalArgumentException("a card must name agency and asset, cost and months not negative: \""
                    + agency() + "\", \"" + name() + "\", " + cost() + ", " + months());
        }
    }

    /**
     * Money of a sale.
     *
     * @param serial the bank's serial number
     * @param on the day on which it came or went
     * @param amount how much, in yuan, more than nothing
     * @param isRemitted whether it went to the treasury; else it came
     */
    record Proceeds(String serial, LocalDate on, Money amount, boolean isRemitted) {
        public Proceeds {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("what a sale brings must be positive: " + amount);
            }
        }
    }

    /**
     * How an asset leaves its agency.
     *
     * @param way sold, scrapped or given
     * @param on the day on which it leaves: it is not depreciated for its month
     * @param net what it was worth then in the books (账面净值), in yuan
     * @param documentNo number of the document by which it was approved (批准文号)
     */
    record Leaving(Way way, LocalDate on, Money net, String documentNo) {
        /** How an asset leaves (处置方式). */
        public enum Way {
            /** 出售. */
            SALE,
            /** 报废. */
            SCRAP,
            /** 无偿调拨. */
            GIVEN
        }
    }
}
