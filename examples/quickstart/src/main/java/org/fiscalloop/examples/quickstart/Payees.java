package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.project.SpendingKind;

/** Whom the agency pays. The document names no payee: these are invented, one for each sort of spending. */
final class Payees {
    private static final Payee STAFF = new Payee("在职人员工资代发户", "6200000000000001", "代理银行");
    private static final Payee RETIRED = new Payee("退休人员费用代发户", "6200000000000002", "代理银行");
    private static final Payee SUPPLIER = new Payee("办公用品与服务供应商", "6200000000000003", "商业银行");

    private static final ImmutableMap<String, Payee> BY_ECONOMIC = ImmutableMap.<String, Payee>builder()
            .put("30108", new Payee("社会保险费征缴专户", "6200000000000011", "国家金库"))
            .put("30109", new Payee("职业年金归集户", "6200000000000012", "托管银行"))
            .put("30110", new Payee("医疗保险费征缴专户", "6200000000000013", "国家金库"))
            .put("30112", new Payee("医疗保险费征缴专户", "6200000000000013", "国家金库"))
            .put("30113", new Payee("住房公积金专户", "6200000000000014", "受托银行"))
            .put("30228", new Payee("机关工会", "6200000000000015", "商业银行"))
            .put("31002", new Payee("办公设备供应商", "6200000000000016", "商业银行"))
            .buildOrThrow();

    private static final Payee OPERATOR = new Payee("信息系统运维商", "6200000000000021", "商业银行");
    private static final Payee APPRAISER = new Payee("财政评审机构", "6200000000000022", "商业银行");
    private static final Payee AUDITOR = new Payee("会计师事务所", "6200000000000023", "商业银行");
    private static final int MIDYEAR = 6;

    private Payees() {}

    /** The payee of what is spent on a line in a month. */
    static Payee of(Plan.Line line, int month) {
        if (line.kind() == SpendingKind.PROJECT) {
            return switch (line.function()) {
                case "2010607" -> OPERATOR;
                case "2010608" -> month <= MIDYEAR ? APPRAISER : AUDITOR;
                default -> SUPPLIER;
            };
        }
        Payee usual =
                line.economic().startsWith("301") ? STAFF : line.economic().startsWith("303") ? RETIRED : SUPPLIER;
        return BY_ECONOMIC.getOrDefault(line.economic(), usual);
    }
}
