package org.fiscalloop.asset;

import org.fiscalloop.decision.Source;

/**
 * A category of assets (资产分类), with what the rules say of it.
 *
 * @param code letters and digits; a card names one
 * @param name in English
 * @param nameZh in 中文
 * @param assetClass on which account its assets stand
 * @param method whether they are depreciated
 * @param months the useful life (折旧年限) in months where they are, at least one; 0 where not
 * @param source where that comes from, and how certain it is
 */
public record AssetCategory(
        String code, String name, String nameZh, AssetClass assetClass, Method method, int months, Source source) {
    /** How an asset is depreciated (折旧方法). */
    public enum Method {
        /** 年限平均法. */
        STRAIGHT_LINE,
        /** 不计提折旧. */
        NONE
    }

    public AssetCategory {
        if (code.isBlank() || (method == Method.NONE ? months != 0 : months < 1)) {
            throw new IllegalArgumentException(
                    "a category must have a code, and months exactly where it is depreciated: " + code + ", " + months);
        }
    }
}
