package org.fiscalloop.opening.tables;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;

/**
 * The tables in which a system that is replaced hands a division in (期初数据表): comma-separated text, its first line the
 * names of the columns, which are those of the national technical standard where it has one.
 *
 * <p>Amounts are yuan with at most two decimals, dates have eight digits such as 20240630, an empty cell is nothing or zero.
 */
public enum OpeningTable {
    /** 单位 (BAS_AGENCY_INFO). */
    AGENCIES(
            "agencies.csv",
            column("AGENCY_CODE", "单位代码", "code of the agency"),
            column("AGENCY_NAME", "单位名称", "its name"),
            column("AGENCY_TYPE_CODE", "单位类型", "its kind, a code of the table of the year"),
            optional("PARENT_AGENCY_CODE", "上级单位代码", "code of the agency above it; empty for a department")),
    /** 账户. */
    ACCOUNTS(
            "accounts.csv",
            column("ACCOUNT_NO", "账号", "number of the account"),
            column("ACCOUNT_NAME", "账户名称", "its holder"),
            column("ACCT_BANK_NAME", "开户银行", "the bank that keeps it"),
            column("ACC_TYPE_CODE", "账户类别", "its kind, a code of the table of the year"),
            optional("AGENCY_CODE", "单位代码", "whose it is; empty for the finance department")),
    /** 用户授权. */
    ACTORS(
            "actors.csv",
            column("ACTOR", "用户", "the id under which somebody acts"),
            column("ACTOR_NAME", "姓名", "the name shown to people"),
            column("DUTIES", "职责", "codes of the duties held, with blanks between"),
            optional("AGENCY_CODE", "单位代码", "the agency for which they are held; empty for the whole division")),
    /** 项目 (PM_PROJECT_INFO), with what earlier years have taken of it. */
    PROJECTS(
            "projects.csv",
            column("PRO_CODE", "项目代码", "code of the project, 21 characters"),
            column("PRO_NAME", "项目名称", "its name"),
            column("PRO_CAT_CODE", "项目类别", "its category"),
            column("AGENCY_CODE", "单位代码", "the agency that carries it out"),
            column("SETUP_YEAR", Form.YEAR, "设立年度", "the year in which it was set up"),
            column("PRO_PHASE", "项目阶段", "where it stands: RESERVED, BUDGETING, EXECUTING, FINISHED or TERMINATED"),
            column("PRO_TOTAL_AMT", Form.AMOUNT, "项目总额", "its total over all years"),
            optional("PRIOR_AMT", Form.AMOUNT, "以前年度安排数", "what earlier years have budgeted of it"),
            optional("LATER_AMT", Form.AMOUNT, "以后年度支出计划", "what is planned for END_YEAR"),
            optional("END_YEAR", Form.YEAR, "结束年度", "its last year, where something is planned for it")),
    /** 项目年度预算 (BGT_PM_ANNUAL), an amount for each source. */
    BUDGET_LINES(
            "budget-lines.csv",
            column("BGT_PMAN_ID", "预算主键", "number of the budget line"),
            column("PRO_CODE", "项目代码", "its project"),
            column("AGENCY_CODE", "单位代码", "the agency that spends"),
            column("EXP_FUNC_CODE", "支出功能分类科目代码", "function"),
            column("GOV_BGT_ECO_CODE", "政府支出经济分类代码", "government economic class"),
            column("DEP_BGT_ECO_CODE", "部门支出经济分类代码", "department economic class"),
            column("FUND_TYPE_CODE", "资金性质代码", "fund"),
            optional("IS_GOV_PUR", "是否政府采购", "1 where it is spent by government procurement"),
            column("REPLY_AMT", Form.AMOUNT, "年初批复数", "appropriated at the beginning of the year"),
            optional("ADJ_AMT", Form.SIGNED, "调整金额", "by which adjustments have changed it, with its sign"),
            optional("DIS_AMT", Form.SIGNED, "调剂金额", "by which virements have changed it, with its sign"),
            optional("TRANSFER_AMT", Form.SIGNED, "上级转移支付", "received from the level above in the course of the year"),
            optional("CARRY_AMT", Form.SIGNED, "上年结转", "carried over from the year before")),
    /** 预算指标 (BA_BGT_INFO). */
    ALLOTMENTS(
            "allotments.csv",
            column("BGT_ID", "指标主键", "number of the allotment"),
            column("BGT_PMAN_ID", "预算主键", "the budget line that it is issued from"),
            optional("ORI_BGT_ID", "源指标主键", "the allotment that it was split from"),
            optional("AGENCY_CODE", "单位代码", "the agency that spends; that of the line if empty"),
            optional("DEP_BGT_ECO_CODE", "部门支出经济分类代码", "a finer class than that of the line"),
            column("BGT_EXE_FLAG", "指标可执行标志", "1 can be paid from, 2 is to be split"),
            column("BGT_TYPE_CODE", "指标类型代码", "21 of the year's budget, 22 carried over"),
            column("COR_BGT_DOC_NO", "本级指标文号", "number of the document by which it was issued"),
            column("BGT_DOC_TITLE", "指标文标题", "title of that document"),
            column("DOC_DATE", Form.DATE, "指标文日期", "date of that document"),
            column("AMOUNT", Form.AMOUNT, "指标金额", "the amount that was issued"),
            optional("DIS_AMT", Form.AMOUNT, "调减金额", "what of it has gone back"),
            column("CUR_AMT", Form.SIGNED, "指标余额", "what is available, or still to be split"),
            optional("FROZEN_AMT", Form.SIGNED, "冻结金额", "what is frozen"),
            optional("PAY_APP_AMT", Form.SIGNED, "在途支付申请", "applied for and not yet paid"),
            optional("USE_AMT", Form.SIGNED, "已用额度", "paid and not come back"),
            optional("IS_DIR", "直达资金标识", "01 or 02 direct fund, 03 other, 09 none"),
            optional("IS_MAT", "地方配套", "1 matches a direct fund, 2 does not"),
            optional("IS_SUB", "补贴到人到企", "1 is paid to persons or enterprises, 2 is not"),
            optional("IS_SAL", "工资", "1 is paid as wages, 2 is not"),
            optional("THR_EXP", "三公经费", "1 is of the three public expenses, 2 is not"),
            optional("IS_ALLE", "扶贫", "1 relieves poverty, 2 does not"),
            optional("IS_FUN", "工会", "1 is of the trade union, 2 is not"),
            optional("IS_TRACK", "是否追踪", "1 is tracked, 2 is not"),
            optional("TRACK_PRO_CODE", "追踪项目代码", "the project of the level above by which it is tracked"),
            optional("COUNT_FUND_PRO_CODE", "对应配套安排的中央项目", "the project of a direct fund that it matches")),
    /** 支付申请 (PAY_VOUCHER): those in flight, and those of the vouchers below. */
    PAYMENT_REQUESTS(
            "payment-requests.csv",
            column("PAY_APP_ID", "支付申请主键", "number of the request"),
            column("BGT_ID", "指标主键", "the allotment it is paid from"),
            optional("PAY_CERT_ID", "支付凭证主键", "the voucher it stands on; empty where it waits for one"),
            optional("DEP_BGT_ECO_CODE", "部门支出经济分类代码", "a finer class than that of the allotment"),
            column("PAY_APP_AMT", Form.AMOUNT, "申请金额", "amount applied for"),
            column("PAY_ACCT_NO", "付款人账号", "the account paid from"),
            column("PAYEE_ACCT_NAME", "收款人名称", "who is paid"),
            column("PAYEE_ACCT_NO", "收款人账号", "number of the payee's account"),
            column("PAYEE_ACCT_BANK_NAME", "收款人开户银行", "the bank that keeps it"),
            column("USE_DES", "用途", "what for"),
            optional("PAY_TYPE_CODE", "支付方式", "kind of payment, 1 if it is empty")),
    /** 国库集中支付凭证 (PAY_VOUCHER_BILL): sent without receipt, paid and not cleared, or cleared and still refundable. */
    VOUCHERS(
            "vouchers.csv",
            column("PAY_CERT_ID", "支付凭证主键", "number of the voucher"),
            column("VOU_DATE", Form.DATE, "凭证日期", "the day on which it was made"),
            optional("AGENT_BUSINESS_NO", "银行交易流水号", "the bank's number of its receipt; empty before it"),
            optional("XPAY_DATE", Form.DATE, "实际支付日期", "the day on which the bank paid; empty before its receipt"),
            optional("LQD_CERT_NO", "划款凭证单号", "the batch in which it was cleared; empty before that"),
            optional("ACT_LQD_DATE", Form.DATE, "实际清算日期", "the day on which it was cleared; empty before that")),
    /** 采购合同: one whose supplier is told goes on and can be paid, of any other the rest is remembered. */
    CONTRACTS(
            "contracts.csv",
            column("CONTRACT_NO", "采购合同编号", "number of the contract"),
            column("PRO_CODE", "项目代码", "the project that pays it"),
            column("AGENCY_CODE", "单位代码", "the agency that signed it"),
            column("CONTRACT_AMT", Form.AMOUNT, "合同金额", "its amount"),
            optional("PAID_AMT", Form.AMOUNT, "已支付金额", "what of it has been paid"),
            optional("SUPPLIER_NAME", "供应商名称", "who delivers; where it is told the contract goes on"),
            optional("SUPPLIER_SIZE", "企业规模", "LARGE, MEDIUM, SMALL, MICRO or OTHER, which it is if empty"),
            optional("SUPPLIER_ACCT_NO", "供应商账号", "number of the account it is paid on"),
            optional("SUPPLIER_ACCT_BANK_NAME", "供应商开户银行", "the bank that keeps it"),
            optional("SIGN_DATE", Form.DATE, "签订日期", "the day on which it was signed; of one that goes on"),
            optional(
                    "BEFORE_ACC_AMT",
                    Form.AMOUNT,
                    "验收前可支付金额",
                    "what of it may be paid before all is accepted; at least what has been paid"),
            optional("ACCEPT_DATE", Form.DATE, "验收交付日期", "the day on which the last was delivered; empty before"),
            optional("BGT_ID", "指标主键", "the allotment that is kept for it, with how much"),
            optional("RESERVED_AMT", Form.AMOUNT, "占用指标金额", "how much of that")),
    /** 科目余额及发生额: the books of the treasury, and of each agency. */
    TRIAL_BALANCE(
            "trial-balance.csv",
            column("LEDGER", "账", "treasury or agency"),
            optional("AGENCY_CODE", "单位代码", "in whose books it stands, or on whom the treasury spent"),
            column("ACCOUNT_CODE", "会计科目代码", "code of the account, one that takes lines"),
            column("FUND_TYPE_CODE", "资金性质代码", "fund"),
            optional("PRO_CODE", "项目代码", "project"),
            optional("EXP_FUNC_CODE", "支出功能分类科目代码", "function"),
            optional("GOV_BGT_ECO_CODE", "政府支出经济分类代码", "government economic class"),
            optional("DEP_BGT_ECO_CODE", "部门支出经济分类代码", "department economic class"),
            optional("BEGIN_DEBIT", Form.SIGNED, "年初借方余额", "debit balance at the beginning of the year"),
            optional("BEGIN_CREDIT", Form.SIGNED, "年初贷方余额", "credit balance at the beginning of the year"),
            optional(
                    "DEBIT_AMT", Form.SIGNED, "本年借方发生额", "debit turnover since then; below zero it decreases its side"),
            optional(
                    "CREDIT_AMT",
                    Form.SIGNED,
                    "本年贷方发生额",
                    "credit turnover since then; below zero it decreases its side"));

    private final String file;
    private final ImmutableList<Column> columns;

    OpeningTable(String file, Column... columns) {
        this.file = file;
        this.columns = ImmutableList.copyOf(columns);
    }

    /** The name under which a host keeps it, such as {@code allotments.csv}. */
    public String file() {
        return file;
    }

    /** Its columns in the order in which they are printed; a table may have them in any order. */
    public ImmutableList<Column> columns() {
        return columns;
    }

    /** The column by which the rows of others name a row: its first. */
    String key() {
        return columns.get(0).name();
    }

    boolean has(String column) {
        return columns.stream().anyMatch(own -> own.name().equals(column));
    }

    /** What a cell holds. */
    public enum Form {
        /** A name, a code or a word. */
        TEXT,
        /** An amount of yuan that is not below zero; empty is zero. */
        AMOUNT,
        /** An amount of yuan with its sign; empty is zero. */
        SIGNED,
        /** A day of eight digits, such as 20240627. */
        DATE,
        /** A year. */
        YEAR
    }

    /**
     * A column of a table.
     *
     * @param name its name in the first line, that of the national technical standard where it has one
     * @param form what its cells hold
     * @param nameZh its name in 中文
     * @param meaning what stands in it
     * @param isRequired whether a table must have it and each row fill it in
     */
    @Immutable
    public record Column(String name, Form form, String nameZh, String meaning, boolean isRequired) {}

    private static Column column(String name, String nameZh, String meaning) {
        return column(name, Form.TEXT, nameZh, meaning);
    }

    private static Column column(String name, Form form, String nameZh, String meaning) {
        return new Column(name, form, nameZh, meaning, true);
    }

    private static Column optional(String name, String nameZh, String meaning) {
        return optional(name, Form.TEXT, nameZh, meaning);
    }

    private static Column optional(String name, Form form, String nameZh, String meaning) {
        return new Column(name, form, nameZh, meaning, false);
    }
}
