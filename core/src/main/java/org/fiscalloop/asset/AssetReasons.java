package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.LimitRule.Term;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** Why what is told of an asset waits or is listed, and the limits. */
final class AssetReasons {
    /** By which dimensions is kept what was bought and has no card. */
    static final ImmutableList<Dimension> BY_ORIGIN =
            ImmutableList.of(Dimensions.DIVISION, Dimensions.AGENCY, Dimensions.PAYMENT);

    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason WAITING = listing(
            "asset.waiting",
            "The notice waits for its card",
            "通知等待资产卡片",
            "card {card} is {state}; the notice is booked when it is {allowed}",
            "资产卡片 {card} 处于 {state}; 待其为 {allowed} 时记账");

    static final Reason NOT_SOLD = listing(
            "asset.not-sold",
            "The asset was given away and not sold",
            "资产已调出, 未出售",
            "asset {card} was given away; {given} is told of its sale",
            "资产 {card} 已无偿调出; 处置收入 {given}");

    static final Reason TOLD_OTHERWISE = listing(
            "asset.told-otherwise",
            "The number is recorded already, with other content",
            "编号已登记, 内容不同",
            "card {card}: notice {serial} says {given}, recorded is {allowed}",
            "资产卡片 {card} 通知 {serial} 内容 {given}, 已登记 {allowed}");

    static final Reason OTHER_ACCOUNT = listing(
            "asset.other-account",
            "The account is not one of the agency",
            "账户不属于该单位",
            "{given} of the sale of {card} is told to have arrived on {account}, which is no account of agency {agency}",
            "资产 {card} 处置收入 {given} 到账账户 {account} 不属于单位 {agency}");

    static final Reason OVER_SALE = listing(
            "asset.over-sale",
            "More goes to the treasury than the sale has brought",
            "上缴金额大于处置收入",
            "of the sale of {card} {given} is told to have gone to the treasury; due is {allowed}",
            "资产 {card} 上缴 {given}; 应缴 {allowed}");

    static final Reason NOT_BY_ITSELF = new Reason(
            "asset.not-by-itself",
            "It happens by notice or with another card",
            "由通知或其他卡片办理",
            "{action} of {document} is told by notice or happens with another card; nobody asks for it",
            "{document} 的 {action} 由通知或其他卡片办理, 不得直接操作",
            Source.own("what has happened elsewhere comes by notice"));

    static final Reasons ALL = Reasons.of(WAITING, NOT_SOLD, TOLD_OTHERWISE, OTHER_ACCOUNT, OVER_SALE, NOT_BY_ITSELF);

    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(
            limit(
                    new Reason(
                            "asset.over-bought",
                            "More gets a card than was bought",
                            "建卡金额超过购置金额",
                            "of {payment} of agency {agency} {available} is bought and has no card ({formula}); asked is {asked},"
                                    + " short by {short-by}",
                            "单位 {agency} {payment} 未建卡金额 {available} ({formula}); 建卡 {asked}, 超出 {short-by}",
                            Source.own("a yuan that has bought an asset stands on one card")),
                    BY_ORIGIN,
                    new Term(1, "asset.fixed-assets-to-card"),
                    new Term(1, "asset.intangible-assets-to-card"),
                    new Term(1, "asset.public-infrastructure-to-card"),
                    new Term(1, "asset.affordable-housing-to-card"),
                    new Term(1, "asset.money-back")),
            limit(
                    new Reason(
                            "asset.over-depreciated",
                            "More is depreciated than the asset cost",
                            "累计折旧超过原值",
                            "card {document} is worth {available} ({formula}); {asked} is {short-by} too much",
                            "资产卡片 {document} 净值 {available} ({formula}); {asked} 超出 {short-by}",
                            Source.certain("《政府会计准则第3号——固定资产》: an asset is depreciated by no more than its cost")),
                    ImmutableList.of(Dimensions.DOCUMENT),
                    new Term(1, "asset.cost"),
                    new Term(-1, "asset.depreciated")));

    private AssetReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }

    private static LimitRule limit(Reason reason, ImmutableList<Dimension> by, Term... terms) {
        return new LimitRule(
                reason,
                ImmutableList.copyOf(terms),
                by,
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }
}
