package org.fiscalloop.opening.tables;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fiscalloop.access.AccessFlow;
import org.fiscalloop.access.Actor;
import org.fiscalloop.access.ActorAction;
import org.fiscalloop.access.ActorState;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentFlow;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetFlow;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.tables.TableRows.BadCell;
import org.fiscalloop.opening.tables.TableRows.Row;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.ImmutableVoucherTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.AgencyTerms;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterAction;
import org.fiscalloop.register.RegisterFlow;
import org.fiscalloop.register.RegisterState;
import org.joda.money.Money;

/** The documents that the tables of an opening stand for, and the rows of those whose amounts the books need. */
final class TableDocuments {
    private static final ImmutableList<String> PHASES =
            ImmutableList.of("RESERVED", "BUDGETING", "EXECUTING", "FINISHED", "TERMINATED");
    private static final ImmutableMap<String, YearBasis> TYPES =
            ImmutableMap.of("21", YearBasis.CURRENT, "22", YearBasis.CARRIED);

    private final OpeningTables.Setting setting;
    private final RuleSet rules;
    private final ShortestTrail way;
    private final ImmutableList.Builder<Restored> documents = ImmutableList.builder();
    private final Map<String, AgencyTerms> agencies = new LinkedHashMap<>();

    /** A document and the row that it was read from. */
    record Tabled<D>(D document, Row row) {}

    final Map<String, Tabled<Project>> projects = new LinkedHashMap<>();
    final Map<String, Tabled<BudgetLine>> lines = new LinkedHashMap<>();
    final Map<String, Tabled<Allotment>> allotments = new LinkedHashMap<>();
    final List<Tabled<PaymentVoucher>> vouchers = new ArrayList<>();

    private final Map<String, Row> voucherRows = new LinkedHashMap<>();
    private final Map<String, List<PaymentRequest>> onVoucher = new LinkedHashMap<>();

    TableDocuments(OpeningTables.Setting setting, RuleSet rules) {
        this.setting = setting;
        this.rules = rules;
        this.way = new ShortestTrail(setting.actor(), setting.day());
    }

    ImmutableList<Restored> documents() {
        return documents.build();
    }

    void read(TableRows tables) {
        tables.each(OpeningTable.AGENCIES, this::agency);
        tables.each(OpeningTable.ACCOUNTS, this::account);
        tables.each(OpeningTable.ACTORS, this::actor);
        tables.each(OpeningTable.PROJECTS, this::project);
        tables.each(OpeningTable.BUDGET_LINES, this::line);
        tables.each(OpeningTable.ALLOTMENTS, this::allotment);
        tables.each(OpeningTable.VOUCHERS, row -> voucherRows.put(row.text("PAY_CERT_ID"), row));
        tables.each(OpeningTable.PAYMENT_REQUESTS, this::request);
        tables.each(OpeningTable.VOUCHERS, row -> voucher(row, tables));
    }

    /** Adds a document that stands in a state, by the shortest way from its creation. */
    <D extends FlowDocument<T, S>, T extends Terms, S extends Enum<S>> D add(
            DocumentType<D, T, S> type, Id<?> id, T terms, Enum<?> creation, S state) {
        Trail trail = way.to(type.lifecycle().apply(rules), creation, state);
        Restored whole = new Restored(id, terms, trail);
        documents.add(whole);
        return type.restored(whole);
    }

    private Money money(Row row, String column) {
        return Fen.money(row.amount(column));
    }

    private void agency(Row row) {
        String code = row.text("AGENCY_CODE");
        AgencyTerms terms = ImmutableAgencyTerms.builder()
                .division(setting.division())
                .fiscalYear(setting.fiscalYear())
                .code(row.read("AGENCY_CODE", "不是单位代码", () -> new AgencyCode(code)))
                .name(row.text("AGENCY_NAME"))
                .kind(row.read(
                        "AGENCY_TYPE_CODE",
                        "不是本年度的单位类型",
                        () -> rules.of(MasterdataRules.KEY)
                                .tables()
                                .agencyKind(row.text("AGENCY_TYPE_CODE"), setting.fiscalYear())
                                .orElseThrow(() -> new IllegalArgumentException("is no kind of agency of the year"))))
                .parent(row.optional("PARENT_AGENCY_CODE")
                        .map(parent -> row.read("PARENT_AGENCY_CODE", "不是单位代码", () -> new AgencyCode(parent))))
                .build();
        agencies.put(code, terms);
        add(
                RegisterFlow.AGENCY,
                Agency.id(setting.division(), code),
                terms,
                RegisterAction.REGISTER,
                RegisterState.ENABLED);
    }

    private void account(Row row) {
        add(
                RegisterFlow.BANK_ACCOUNT,
                BankAccount.id(setting.division(), row.text("ACCOUNT_NO")),
                ImmutableBankAccountTerms.builder()
                        .division(setting.division())
                        .fiscalYear(setting.fiscalYear())
                        .agency(row.optional("AGENCY_CODE").orElse(""))
                        .number(row.text("ACCOUNT_NO"))
                        .name(row.text("ACCOUNT_NAME"))
                        .bank(row.text("ACCT_BANK_NAME"))
                        .kind(row.text("ACC_TYPE_CODE"))
                        .build(),
                RegisterAction.REGISTER,
                RegisterState.ENABLED);
    }

    private void actor(Row row) {
        String agency = row.optional("AGENCY_CODE").orElse("");
        add(
                AccessFlow.ACTOR,
                Actor.id(row.text("ACTOR")),
                ImmutableActorTerms.builder()
                        .division(setting.division())
                        .fiscalYear(setting.fiscalYear())
                        .agency(agency)
                        .actor(row.text("ACTOR"))
                        .name(row.text("ACTOR_NAME"))
                        .grants(Splitter.on(' ')
                                .omitEmptyStrings()
                                .splitToStream(row.text("DUTIES"))
                                .map(duty -> new Grant(
                                        row.read("DUTIES", "不是职责代码", () -> new Duty(duty)), setting.division(), agency))
                                .collect(toImmutableList()))
                        .build(),
                ActorAction.APPOINT,
                ActorState.ACTIVE);
    }

    /** What this year may take of a project is what no other year has taken or is to take. */
    private void project(Row row) {
        long total = row.amount("PRO_TOTAL_AMT");
        long prior = row.amount("PRIOR_AMT");
        long later = row.amount("LATER_AMT");
        ImmutableSortedMap.Builder<Integer, Money> slices = ImmutableSortedMap.naturalOrder();
        if (prior > 0) {
            slices.put(setting.fiscalYear() - 1, Fen.money(prior));
        }
        slices.put(setting.fiscalYear(), Fen.money(Fen.subtract(total, Fen.add(prior, later))));
        if (later > 0) {
            slices.put(row.year("END_YEAR"), Fen.money(later));
        }
        ProjectTerms terms = ImmutableProjectTerms.builder()
                .division(setting.division())
                .agency(row.named("AGENCY_CODE", OpeningTable.AGENCIES, agencies)
                        .agency())
                .fiscalYear(row.year("SETUP_YEAR"))
                .code(row.read("PRO_CODE", "不是项目代码", () -> new ProjectCode(row.text("PRO_CODE"))))
                .name(row.text("PRO_NAME"))
                .category(row.text("PRO_CAT_CODE"))
                .total(Fen.money(total))
                .slices(slices.buildOrThrow())
                .build();
        Project project = add(
                ProjectFlow.PROJECT,
                Project.id(terms.code()),
                terms,
                ProjectAction.CREATE,
                ProjectState.valueOf(row.oneOf("PRO_PHASE", PHASES)));
        projects.put(terms.code().value(), new Tabled<>(project, row));
    }

    private void line(Row row) {
        Elements elements = ImmutableElements.builder()
                .division(new DivisionCode(setting.division()))
                .fiscalYear(setting.fiscalYear())
                .agency(row.named("AGENCY_CODE", OpeningTable.AGENCIES, agencies)
                        .code())
                .project(row.named("PRO_CODE", OpeningTable.PROJECTS, projects)
                        .document()
                        .terms()
                        .code())
                .function(row.text("EXP_FUNC_CODE"))
                .governmentEconomic(row.text("GOV_BGT_ECO_CODE"))
                .departmentEconomic(row.text("DEP_BGT_ECO_CODE"))
                .fund(row.text("FUND_TYPE_CODE"))
                .extra(row.optional("IS_GOV_PUR")
                        .map(mark -> ImmutableSortedMap.of(Labels.PROCUREMENT, mark))
                        .orElse(ImmutableSortedMap.of()))
                .build();
        BudgetTerms terms = ImmutableBudgetTerms.builder()
                .elements(elements)
                .amount(money(row, "REPLY_AMT"))
                .build();
        Id<BudgetLine> id = BudgetLine.id(row.text("BGT_PMAN_ID"));
        lines.put(
                id.value(),
                new Tabled<>(add(BudgetFlow.LINE, id, terms, BudgetAction.CREATE, BudgetState.APPROPRIATED), row));
    }

    private void allotment(Row row) {
        BudgetLine line =
                row.named("BGT_PMAN_ID", OpeningTable.BUDGET_LINES, lines).document();
        Elements block = line.terms().elements();
        Optional<Id<Allotment>> parent = row.optional("ORI_BGT_ID")
                .map(source -> Allotment.id(row.named("ORI_BGT_ID", OpeningTable.ALLOTMENTS, allotments)
                        .document()
                        .id()
                        .value()));
        AllotmentTerms terms = ImmutableAllotmentTerms.builder()
                .elements(ImmutableElements.builder()
                        .from(block)
                        .agency(row.optional("AGENCY_CODE")
                                .map(code -> row.named("AGENCY_CODE", OpeningTable.AGENCIES, agencies)
                                        .code())
                                .orElse(block.agency()))
                        .departmentEconomic(row.optional("DEP_BGT_ECO_CODE").orElse(block.departmentEconomic()))
                        .putAllExtra(row.labels())
                        .build())
                .line(BudgetLine.id(line.id().value()))
                .parent(parent)
                .flag(
                        row.oneOf("BGT_EXE_FLAG", ImmutableList.of("1", "2")).equals("1")
                                ? AllotmentFlag.EXECUTABLE
                                : AllotmentFlag.PENDING)
                .basis(Objects.requireNonNull(TYPES.get(row.oneOf("BGT_TYPE_CODE", TYPES.keySet()))))
                .documentNo(row.text("COR_BGT_DOC_NO"))
                .title(row.text("BGT_DOC_TITLE"))
                .effectiveOn(row.dateUntil("DOC_DATE", setting.day()))
                .amount(Fen.money(Fen.subtract(row.amount("AMOUNT"), row.amount("DIS_AMT"))))
                .build();
        Id<Allotment> id = Allotment.id(row.text("BGT_ID"));
        Enum<?> creation = parent.isPresent() ? AllotmentAction.SPLIT_OFF : AllotmentAction.CREATE;
        allotments.put(
                id.value(),
                new Tabled<>(add(AllotmentFlow.ALLOTMENT, id, terms, creation, AllotmentState.ISSUED), row));
    }

    private void request(Row row) {
        Allotment allotment =
                row.named("BGT_ID", OpeningTable.ALLOTMENTS, allotments).document();
        Elements block = allotment.terms().elements();
        PaymentTerms terms = ImmutablePaymentTerms.builder()
                .allotment(Allotment.id(allotment.id().value()))
                .elements(ImmutableElements.builder()
                        .from(block)
                        .departmentEconomic(row.optional("DEP_BGT_ECO_CODE").orElse(block.departmentEconomic()))
                        .build())
                .amount(money(row, "PAY_APP_AMT"))
                .payerAccount(row.text("PAY_ACCT_NO"))
                .payee(new PaymentTerms.Payee(
                        row.text("PAYEE_ACCT_NAME"), row.text("PAYEE_ACCT_NO"), row.text("PAYEE_ACCT_BANK_NAME")))
                .purpose(row.text("USE_DES"))
                .payType(row.oneOf("PAY_TYPE_CODE", rules.of(PaymentFlow.RULES).kindCodes(), PaymentKind.TREASURY))
                .build();
        PaymentState state = row.optional("PAY_CERT_ID")
                .map(voucher -> row.named("PAY_CERT_ID", OpeningTable.VOUCHERS, voucherRows)
                                .optional("XPAY_DATE")
                                .isPresent()
                        ? PaymentState.PAID
                        : PaymentState.VOUCHER_CREATED)
                .orElse(PaymentState.UNIT_APPROVED);
        PaymentRequest request =
                add(PaymentFlow.REQUEST, PaymentRequest.id(row.text("PAY_APP_ID")), terms, PaymentAction.CREATE, state);
        row.optional("PAY_CERT_ID")
                .ifPresent(voucher -> onVoucher
                        .computeIfAbsent(voucher, any -> new ArrayList<>())
                        .add(request));
    }

    private void voucher(Row row, TableRows tables) {
        String number = row.text("PAY_CERT_ID");
        if (tables.mayBeLeftOut(OpeningTable.PAYMENT_REQUESTS, "PAY_CERT_ID", number)) {
            throw TableRows.goesWithAnother();
        }
        List<PaymentRequest> requests = onVoucher.getOrDefault(number, List.of());
        if (requests.isEmpty()) {
            throw new BadCell(TableRows.WHOLE, "no request stands on voucher " + number, "凭证 " + number + " 上没有支付申请");
        }
        PaymentTerms first = requests.get(0).terms();
        ImmutableVoucherTerms.Builder terms = ImmutableVoucherTerms.builder()
                .division(setting.division())
                .agency(first.agency())
                .fiscalYear(first.fiscalYear())
                .fund(first.elements().fund())
                .payerAccount(first.payerAccount())
                .payee(first.payee())
                .payType(first.payType())
                .orderType(rules.of(PaymentFlow.RULES).order(first))
                .date(row.date("VOU_DATE"))
                .lines(requests.stream().map(this::voucherLine).collect(toImmutableList()));
        boolean isCleared = rules.of(PaymentFlow.RULES).channel(first).isCleared();
        VoucherState state = VoucherState.SENT;
        if (row.optional("XPAY_DATE").isPresent()) {
            Money sum = Fen.money(Fen.sum(
                    requests.stream().map(request -> request.terms().amount()).collect(toImmutableList())));
            LocalDate paidOn = row.date("XPAY_DATE");
            terms.receipt(new VoucherTerms.Receipt(row.text("AGENT_BUSINESS_NO"), paidOn, sum, first.payee()));
            state = isCleared ? VoucherState.PAID : VoucherState.PAID_OUT;
        }
        if (row.optional("ACT_LQD_DATE").isPresent()) {
            terms.clearing(
                    new VoucherTerms.Clearing(row.text("LQD_CERT_NO"), row.dateSince("ACT_LQD_DATE", "XPAY_DATE")));
            state = VoucherState.CLEARED;
        }
        vouchers.add(new Tabled<>(
                add(PaymentFlow.VOUCHER, PaymentVoucher.id(number), terms.build(), VoucherAction.CREATE, state), row));
    }

    private VoucherTerms.Line voucherLine(PaymentRequest request) {
        PaymentTerms terms = request.terms();
        Elements elements = terms.elements();
        AgencyTerms agency = Optional.ofNullable(agencies.get(terms.agency()))
                .orElseThrow(() -> new IllegalStateException("a request of an agency that is in no table: " + request));
        ProjectTerms project = Optional.ofNullable(
                        projects.get(elements.project().value()))
                .orElseThrow(() -> new IllegalStateException("a request of a project that is in no table: " + request))
                .document()
                .terms();
        return new VoucherTerms.Line(
                PaymentRequest.id(request.id().value()),
                terms.allotment(),
                terms.amount(),
                VoucherTerms.Booking.of(terms, agency.kind(), project.category(), rules)
                        .orElseThrow(() -> new BadCell(
                                TableRows.WHOLE,
                                "the treasury books no expense under " + elements.governmentEconomic()
                                        + ", the class of " + request.id(),
                                "支付申请 " + request.id().value() + " 的政府支出经济分类 " + elements.governmentEconomic()
                                        + " 无对应的总会计支出")));
    }
}
