package org.fiscalloop.procurement;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;

/** A procurement plan (采购计划, 实施计划): what an agency is going to buy for how much of one budget line. */
public final class ProcurementPlan extends FlowDocument<PlanTerms, ProcurementPlan.State> {
    /** The kind of document; the value of an id is the number under which it is filed (采购计划编号). */
    public static final DocumentKind<ProcurementPlan> KIND =
            new DocumentKind<>("procurement-plan", ProcurementPlan.class);

    ProcurementPlan(Id<ProcurementPlan> id, PlanTerms terms, Standing<ProcurementPlan.State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the plan with this number. */
    public static Id<ProcurementPlan> id(String number) {
        return new Id<>(KIND, number);
    }

    /** The coding block under which its amounts stand in the books. */
    public Segments segments() {
        return segments(id(id().value()), terms());
    }

    static Segments segments(Id<ProcurementPlan> id, PlanTerms terms) {
        return Dimensions.segments(terms.elements())
                .with(Dimensions.LINE, terms.line().value())
                .with(Dimensions.DOCUMENT, id.value());
    }

    /** Where a procurement plan stands (采购计划状态). */
    public enum State {
        /** 录入: being filled in. */
        DRAFT,
        /** 送审: finance reviews it for filing. */
        SUBMITTED,
        /** 已备案: filed; it has taken its amount of the budget line. */
        FILED,
        /** 采购中: suppliers are being looked for elsewhere. */
        IN_PROCUREMENT,
        /** 已签合同: at least one contract has been signed on it. */
        CONTRACTED,
        /** 废标: nobody could be awarded. */
        FAILED,
        /** 已办结: nothing more is signed on it; what was not used is free again. */
        CLOSED,
        /** 作废: void before it was filed. */
        VOIDED
    }

    /** What is done with a procurement plan. */
    public enum Action {
        /** 录入: filled in for an appropriated budget line. */
        CREATE,
        /** 修改: filled in again. */
        REVISE,
        /** 送审: handed in. */
        SUBMIT,
        /** 审核通过: the last post files it. */
        APPROVE,
        /** 退回上一岗. */
        RETURN,
        /** 退回录入岗. */
        RETURN_TO_ENTRY,
        /** 撤销: whoever did the last step undoes it. */
        WITHDRAW,
        /** 作废: given up before it is filed. */
        VOID,
        /** 开展采购: the procurement begins. */
        PROCURE,
        /** 中标、成交: the platform has told who is awarded. */
        AWARD,
        /** 废标: the platform has told that the procurement failed. */
        FAIL,
        /** 部分废标: the platform has told that what is not contracted yet failed. */
        FAIL_PART,
        /** 重新采购: after a failure it begins again. */
        RESTART,
        /** 签订合同: a contract is signed on it. */
        CONTRACT,
        /** 合同作废: one of several contracts is given up before it is filed. */
        RELINQUISH,
        /** 合同作废: its only contract is given up before it is filed. */
        REOPEN,
        /** 办结: what was not used is released. */
        WIND_UP
    }
}
