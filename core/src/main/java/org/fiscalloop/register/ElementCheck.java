package org.fiscalloop.register;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;

/** The question whether a coding block may stand on a document, by the rules of the elements and the kind of its agency. */
public final class ElementCheck {
    static final Reason AGENCY_NOT_ENABLED = new Reason(
            "register.agency-not-enabled",
            "The agency may not stand on new documents",
            "单位未启用",
            "agency {agency} is not registered and enabled in division {division}",
            "单位 {agency} 未在区划 {division} 登记启用",
            Source.certain("财办〔2020〕13号 基础信息管理: 停用单位不得用于新单据"));

    private ElementCheck() {}

    /** All that is wrong with the coding block: its agency, or else its elements. */
    public static Findings examine(Elements elements, DocumentKind<?> kind, Case c) {
        MasterdataRules rules = c.rules(MasterdataRules.KEY);
        return c.find(Agency.id(elements.division().value(), elements.agency().value()))
                .filter(Agency::isEnabled)
                .map(agency -> rules.elements().examine(elements, agency.terms().kind(), kind.code(), rules.tables()))
                .orElseGet(() -> unknown(elements));
    }

    private static Findings unknown(Elements elements) {
        return new Findings(
                ImmutableList.of(Refusal.of(
                        AGENCY_NOT_ENABLED,
                        Facts.of("agency", Fact.text(elements.agency().value()))
                                .and("division", Fact.text(elements.division().value())))),
                ImmutableList.of());
    }
}
