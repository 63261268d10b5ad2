package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * The content of a voucher by its family: what the table makes certain as typed values, all else by the names of its fields.
 * Amounts are yuan. A content is a view of a body that {@link EVoucherLayouts#check} has found nothing wrong with.
 */
public sealed interface EVoucherContent {
    /** All its fields. */
    EVoucherBody body();

    /** The day of the voucher (VouDate 凭证日期). */
    default LocalDate date() {
        return body().day("VouDate");
    }

    /** The number of the voucher (VoucherNo 凭证号). */
    default String number() {
        return body().text("VoucherNo");
    }

    /**
     * Name, number and bank of an account, each blank where it is not told.
     *
     * @param name name of the holder (户名)
     * @param account number of the account (账号)
     * @param bank the bank that keeps it (开户行)
     */
    record Account(String name, String account, String bank) {
        static Account of(EVoucherBody body, String prefix) {
            return new Account(
                    body.text(prefix + "AcctName"), body.text(prefix + "AcctNo"), body.text(prefix + "AcctBankName"));
        }
    }

    /**
     * One detail with its amount.
     *
     * @param id its own number (Id)
     * @param voucher number of the payment voucher that it is about; blank where a type names none
     * @param amount its amount in yuan
     * @param fields all its fields
     */
    record Detail(String id, String voucher, Money amount, ImmutableMap<String, String> fields) {
        static Detail of(ImmutableMap<String, String> fields, String amount) {
            return new Detail(
                    fields.getOrDefault("Id", ""),
                    fields.getOrDefault("VoucherNo", ""),
                    Fen.money(Fen.parse(fields.getOrDefault(amount, "0"))),
                    fields);
        }
    }

    /** An order to pay or its receipt (支付凭证, 回单). */
    record PaymentOrder(EVoucherBody body) implements EVoucherContent {
        /** What is to be paid (PayAmt). */
        public Money amount() {
            return Fen.money(body.fen("PayAmt"));
        }

        /** Code of the agency (AgencyCode). */
        public String agency() {
            return body.text("AgencyCode");
        }

        /** The account paid from (付款人). */
        public Account payer() {
            return Account.of(body, "Pay");
        }

        /** The account to be paid (收款人); blank where details name the payees. */
        public Account payee() {
            return Account.of(body, "Payee");
        }

        /** What is paid for, in order. */
        public ImmutableList<Detail> details() {
            return body.each(detail -> Detail.of(detail, "PayAmt"));
        }

        /** What the bank did, where it is a receipt that says so. */
        public Optional<Done> done() {
            return body.find("XPayDate")
                    .flatMap(day -> body.find("XAgentBusinessNo")
                            .map(serial -> new Done(
                                    serial,
                                    EVoucherField.day(day),
                                    Fen.money(Fen.parse(body.head().getOrDefault("XPayAmt", "0"))),
                                    Account.of(body, "XPayee"))));
        }

        /**
         * What the bank did (实际支付).
         *
         * @param serial the bank's number of it (XAgentBusinessNo)
         * @param on the day it paid (XPayDate)
         * @param amount what it paid (XPayAmt)
         * @param payee whom it paid (XPayee)
         */
        public record Done(String serial, LocalDate on, Money amount, Account payee) {}
    }

    /** An order to the treasury to hand money over (实拨拨款凭证). */
    record Allocation(EVoucherBody body) implements EVoucherContent {
        /** What is to be handed over (PayAmt). */
        public Money amount() {
            return Fen.money(body.fen("PayAmt"));
        }

        /** The account to be paid (收款人). */
        public Account payee() {
            return Account.of(body, "Payee");
        }

        /** What it is for, in order. */
        public ImmutableList<Detail> details() {
            return body.each(detail -> Detail.of(detail, "PayAmt"));
        }
    }

    /** Up to which amount the treasury clears (清算额度通知单). */
    record Quota(EVoucherBody body) implements EVoucherContent {
        /** The whole amount (PayAmt). */
        public Money amount() {
            return Fen.money(body.fen("PayAmt"));
        }

        /** By agency and function, in order. */
        public ImmutableList<Detail> details() {
            return body.each(detail -> Detail.of(detail, "PayAmt"));
        }
    }

    /** What the agent bank asks of the treasury or gives it back, by payment voucher (申请划款, 申请退款). */
    record Clearing(EVoucherBody body) implements EVoucherContent {
        /** The whole amount (PayAmt); what comes back may be told as a negative amount. */
        public Money amount() {
            return Fen.money(body.fen("PayAmt"));
        }

        /** The day on which it was cleared (XClearDate), in a receipt. */
        public Optional<LocalDate> clearedOn() {
            return body.find("XClearDate").map(EVoucherField::day);
        }

        /** The payments, in order, each by the number of its voucher. */
        public ImmutableList<Detail> details() {
            return body.each(detail -> Detail.of(detail, "PayAmt"));
        }
    }

    /** That money came back of a voucher (退款通知). */
    record Return(EVoucherBody body) implements EVoucherContent {
        /** Number of the voucher by which it was paid (OriBillNo). */
        public String original() {
            return body.text("OriBillNo");
        }

        /** What came back (PayAmt), which may be told as a negative amount. */
        public Money amount() {
            return Fen.money(body.fen("PayAmt"));
        }

        /** What it came back for, in order. */
        public ImmutableList<Detail> details() {
            String amount = body.type() == EVoucherType.ALLOCATION_RETURN ? "Amt" : "PayAmt";
            return body.each(detail -> Detail.of(detail, amount));
        }
    }

    /** What the treasury received on a day (收入日报). */
    record RevenueReport(EVoucherBody body) implements EVoucherContent {
        /** The day (ReportDate). */
        public LocalDate on() {
            return body.day("ReportDate");
        }

        /** All of it (SumMoney). */
        public Money amount() {
            return Fen.money(body.fen("SumMoney"));
        }

        /** By income code, in order. */
        public ImmutableList<Line> lines() {
            return body.each(detail -> new Line(
                    detail.getOrDefault("BudgetSubjectCode", ""),
                    detail.getOrDefault("FundTypeCode", body.text("FundTypeCode")),
                    detail.getOrDefault("BudgetLevelCode", body.text("BudgetLevelCode")),
                    Fen.money(Fen.parse(detail.getOrDefault("DayAmt", "0")))));
        }

        /**
         * What came in under one code.
         *
         * @param income income code (BudgetSubjectCode)
         * @param fund fund (FundTypeCode) of the line, or of the report; blank if neither tells one
         * @param level whose it is (BudgetLevelCode) by the line, or by the report; blank if neither tells one
         * @param amount what came in on the day (DayAmt)
         */
        public record Line(String income, String fund, String level, Money amount) {}
    }

    /** What stood in the treasury's accounts (库存日报). */
    record StockReport(EVoucherBody body) implements EVoucherContent {
        /** The day (AcctDate). */
        public LocalDate on() {
            return body.day("AcctDate");
        }

        /** By account, in order. */
        public ImmutableList<Stock> accounts() {
            Function<String, Function<ImmutableMap<String, String>, Money>> of =
                    name -> detail -> Fen.money(Fen.parse(detail.getOrDefault(name, "0")));
            return body.each(detail -> new Stock(
                    detail.getOrDefault("AcctCode", ""),
                    of.apply("YesterdayBalance").apply(detail),
                    of.apply("TodayReceipt").apply(detail),
                    of.apply("TodayPay").apply(detail),
                    of.apply("TodayBalance").apply(detail)));
        }

        /**
         * One account on the day.
         *
         * @param account its code (AcctCode)
         * @param before what stood there the day before (YesterdayBalance)
         * @param received what came in (TodayReceipt)
         * @param paid what went out (TodayPay)
         * @param left what stands there now (TodayBalance)
         */
        public record Stock(String account, Money before, Money received, Money paid, Money left) {}
    }
}
