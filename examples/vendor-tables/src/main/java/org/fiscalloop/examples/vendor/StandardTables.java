package org.fiscalloop.examples.vendor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NoticeCase;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;

/** Which table keeps which kind of document: those of the national technical standard, and two of the vendor's own. */
final class StandardTables {
    /** 8 digits, as the standard stores a day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    static final DocumentTable<Agency> AGENCIES = new DocumentTable<>(
            Agency.class,
            "BAS_AGENCY_INFO",
            "AGENCY_ID",
            false,
            ImmutableList.of(
                    Column.text("AGENCY_NAME", agency -> agency.terms().name()),
                    Column.text(
                            "AGENCY_TYPE_CODE", agency -> agency.terms().kind().name())));

    static final DocumentTable<Project> PROJECTS = new DocumentTable<>(
            Project.class,
            "PM_PROJECT_INFO",
            "PRO_CODE",
            false,
            ImmutableList.of(
                    Column.text("PRO_NAME", project -> project.terms().name()),
                    Column.text("PRO_CAT_CODE", project -> project.terms().category()),
                    Column.text(
                            "PARENT_PRO_CODE",
                            project -> project.terms()
                                    .parent()
                                    .map(code -> code.value())
                                    .orElse("")),
                    Column.flag("IS_DIVIDE_PRO", project -> project.terms().isDivided()),
                    Column.yuan("PRO_TOTAL_AMT", project -> project.terms().total())));

    static final DocumentTable<BudgetLine> LINES = new DocumentTable<>(
            BudgetLine.class,
            "BGT_PM_ANNUAL",
            "BGT_PMAN_ID",
            false,
            ImmutableList.<Column<BudgetLine>>builder()
                    .addAll(StandardTables.elements())
                    .add(Column.yuan("REPLY_AMT", line -> line.terms().amount()))
                    .build());

    static final DocumentTable<Allotment> ALLOTMENTS = new DocumentTable<>(
            Allotment.class,
            "BA_BGT_INFO",
            "BGT_ID",
            false,
            ImmutableList.<Column<Allotment>>builder()
                    .addAll(StandardTables.elements())
                    .addAll(ImmutableList.of(
                            Column.text(
                                    "BGT_PMAN_ID",
                                    allotment -> allotment.terms().line().value()),
                            Column.text(
                                    "ORI_BGT_ID",
                                    allotment -> value(allotment.terms().parent())),
                            Column.flag(
                                    "BGT_EXE_FLAG",
                                    allotment -> allotment.terms().flag() == AllotmentFlag.EXECUTABLE),
                            Column.text(
                                    "COR_BGT_DOC_NO",
                                    allotment -> allotment.terms().documentNo()),
                            Column.text(
                                    "BGT_DOC_TITLE",
                                    allotment -> allotment.terms().title()),
                            Column.text(
                                    "DOC_DATE",
                                    allotment -> day(allotment.terms().effectiveOn())),
                            Column.yuan("AMOUNT", allotment -> allotment.terms().amount())))
                    .build());

    static final DocumentTable<PaymentRequest> REQUESTS = new DocumentTable<>(
            PaymentRequest.class,
            "PAY_VOUCHER",
            "PAY_APP_NO",
            false,
            ImmutableList.<Column<PaymentRequest>>builder()
                    .addAll(StandardTables.elements())
                    .addAll(ImmutableList.of(
                            Column.text(
                                    "BGT_ID",
                                    request -> request.terms().allotment().value()),
                            Column.yuan(
                                    "PAY_APP_AMT", request -> request.terms().amount()),
                            Column.text("USE_DES", request -> request.terms().purpose()),
                            Column.text(
                                    "SET_MODE_CODE", request -> request.terms().settlementMode()),
                            Column.text(
                                    "PAY_BUS_TYPE_CODE",
                                    request -> request.terms().businessType()),
                            Column.text(
                                    "PAYEE_ACCT_NAME",
                                    request -> request.terms().payee().name()),
                            Column.text(
                                    "PAYEE_ACCT_NO",
                                    request -> request.terms().payee().account())))
                    .build());

    static final DocumentTable<PaymentVoucher> VOUCHERS = new DocumentTable<>(
            PaymentVoucher.class,
            "PAY_VOUCHER_BILL",
            "PAY_CERT_NO",
            false,
            ImmutableList.of(
                    Column.text("FUND_TYPE_CODE", voucher -> voucher.terms().fund()),
                    Column.text("VOU_DATE", voucher -> day(voucher.terms().date())),
                    Column.yuan("PAY_AMT", voucher -> Fen.money(voucher.terms().fen())),
                    Column.text(
                            "PAYEE_ACCT_NAME",
                            voucher -> voucher.terms().payee().name()),
                    Column.text(
                            "PAYEE_ACCT_NO", voucher -> voucher.terms().payee().account()),
                    Column.text(
                            "AGENT_BUSINESS_NO",
                            voucher -> voucher.terms()
                                    .receipt()
                                    .map(VoucherTerms.Receipt::serial)
                                    .orElse("")),
                    Column.text(
                            "XPAY_DATE",
                            voucher -> voucher.terms()
                                    .receipt()
                                    .map(receipt -> day(receipt.paidOn()))
                                    .orElse("")),
                    Column.text(
                            "ACT_LQD_DATE",
                            voucher -> voucher.terms()
                                    .clearing()
                                    .map(clearing -> day(clearing.clearedOn()))
                                    .orElse(""))));

    /** What waits is found by the document it waits for. */
    static final DocumentTable<NoticeCase> CASES = new DocumentTable<>(
            NoticeCase.class,
            "NOTICE_CASE",
            "CASE_ID",
            false,
            ImmutableList.of(
                    Column.text("AWAITED", notice -> notice.terms().awaited().toString())));

    /** Kinds for which the vendor has no table of its own, by whole id. */
    static final DocumentTable<Document> OTHERS = new DocumentTable<>(
            Document.class,
            "OTHER_DOCUMENT",
            "DOC_ID",
            true,
            ImmutableList.of(
                    Column.text("DOC_KIND", document -> document.id().kind().code())));

    /** Every table once. */
    static final ImmutableList<DocumentTable<?>> ALL =
            ImmutableList.of(AGENCIES, PROJECTS, LINES, ALLOTMENTS, REQUESTS, VOUCHERS, CASES, OTHERS);

    private static final ImmutableMap<DocumentKind<?>, DocumentTable<?>> BY_KIND =
            ImmutableMap.<DocumentKind<?>, DocumentTable<?>>builder()
                    .put(Agency.KIND, AGENCIES)
                    .put(Project.KIND, PROJECTS)
                    .put(BudgetLine.KIND, LINES)
                    .put(Allotment.KIND, ALLOTMENTS)
                    .put(PaymentRequest.KIND, REQUESTS)
                    .put(PaymentVoucher.KIND, VOUCHERS)
                    .put(NoticeCase.KIND, CASES)
                    .buildOrThrow();

    private StandardTables() {}

    /** The table of a kind of document. */
    static DocumentTable<?> of(DocumentKind<?> kind) {
        DocumentTable<?> own = BY_KIND.get(kind);
        return own == null ? OTHERS : own;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String value(Optional<? extends Id<?>> id) {
        return id.map(Id::value).orElse("");
    }

    /** The elements that line, allotment and request share. */
    private static <D extends FlowDocument<? extends CodedTerms, ?>> ImmutableList<Column<D>> elements() {
        return ImmutableList.of(
                element("PRO_CODE", elements -> elements.project().value()),
                element("EXP_FUNC_CODE", Elements::function),
                element("GOV_BGT_ECO_CODE", Elements::governmentEconomic),
                element("DEP_BGT_ECO_CODE", Elements::departmentEconomic),
                element("FUND_TYPE_CODE", Elements::fund));
    }

    private static <D extends FlowDocument<? extends CodedTerms, ?>> Column<D> element(
            String name, Function<Elements, String> value) {
        return Column.text(name, document -> value.apply(document.terms().elements()));
    }
}
