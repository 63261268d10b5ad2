package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueEvents.CashMoved;
import org.fiscalloop.revenue.RevenueEvents.RevenueReceived;
import org.fiscalloop.revenue.RevenueEvents.WagesAccrued;
import org.fiscalloop.revenue.RevenueNotices.CashPlaced;
import org.fiscalloop.revenue.RevenueNotices.CashReturned;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.joda.money.Money;

/** The forms of revenue and wages: their terms, rules, command, notices and events, for the journal and for trees. */
public final class RevenueShapes {
    private static final int FIRST = 0x70;
    private static final int LAST = 0x7B;

    private static final Type<Id<IncomeReceipt>> RECEIPT = KernelTypes.id(IncomeReceipt.KIND);
    private static final Type<Id<WageAccrual>> ACCRUAL = KernelTypes.id(WageAccrual.KIND);
    private static final Type<Move> MOVE =
            KernelTypes.move(KernelTypes.idOf(IncomeReceipt.KIND, WageAccrual.KIND, CashPlacement.KIND));
    private static final Type<Id<CashPlacement>> PLACEMENT = KernelTypes.id(CashPlacement.KIND);
    /** How the books took in a line. */
    public static final Shape<IncomeTerms.Booking> BOOKING = booking();

    private static final Type<IncomeTerms.Line> LINE = Type.nested(line());
    private static final Type<ImmutableList<IncomeTerms.Line>> LINES = Type.list(LINE);

    /** What has come in. */
    public static final Shape<IncomeTerms> INCOME_TERMS = incomeTerms();

    /** What is filled in on wages that are owed. */
    public static final Shape<AccrualTerms> ACCRUAL_TERMS = accrualTerms();

    /** What is told of a placement of the treasury's money. */
    public static final Shape<PlacementTerms> PLACEMENT_TERMS = placementTerms();

    /** The rules of revenue and wages. */
    public static final Shape<RevenueRules> RULES = rules();

    static final Shape<AccrueWages> ACCRUE = accrue();
    static final Shape<TreasuryDayReport> DAY_REPORT = dayReport();
    static final Shape<OtherIncomeReceived> OTHER_INCOME = otherIncome();
    static final Shape<RevenueReceived> RECEIVED = received();
    static final Shape<WagesAccrued> ACCRUED = accrued();

    static final Shape<CashPlaced> CASH_PLACED = cashPlaced();
    static final Shape<CashReturned> CASH_RETURNED = cashReturned();
    static final Shape<CashMoved> CASH_MOVED = cashMoved();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "revenue",
            FIRST,
            LAST,
            INCOME_TERMS,
            ACCRUAL_TERMS,
            RULES,
            ACCRUE,
            DAY_REPORT,
            OTHER_INCOME,
            RECEIVED,
            ACCRUED,
            PLACEMENT_TERMS,
            CASH_PLACED,
            CASH_RETURNED,
            CASH_MOVED);

    private RevenueShapes() {}

    private static Shape<IncomeTerms.Line> line() {
        Field<IncomeTerms.Line, String> income = Field.of("income", Type.text(), IncomeTerms.Line::income);
        Field<IncomeTerms.Line, String> fund = Field.of("fund", Type.text(), IncomeTerms.Line::fund);
        Field<IncomeTerms.Line, String> function =
                Field.of("function", Type.text(), IncomeTerms.Line::function).orElse("");
        Field<IncomeTerms.Line, Money> amount = Field.of("amount", Type.money(), IncomeTerms.Line::amount);
        Field<IncomeTerms.Line, String> level =
                Field.of("level", Type.text(), IncomeTerms.Line::level).orElse("");
        Field<IncomeTerms.Line, ImmutableList<IncomeTerms.Share>> shares = Field.of(
                        "shares", Type.list(Type.nested(share())), IncomeTerms.Line::shares)
                .orElse(ImmutableList.of());
        Field<IncomeTerms.Line, Optional<IncomeTerms.Booking>> booking =
                Field.of("booking", Type.optional(Type.nested(BOOKING)), IncomeTerms.Line::booking);
        return Shape.<IncomeTerms.Line>nested("income-line")
                .fields(income, fund, function, amount, level, shares, booking)
                .maker(v -> new IncomeTerms.Line(
                        v.get(income),
                        v.get(fund),
                        v.get(function),
                        v.get(amount),
                        v.get(level),
                        v.get(shares),
                        v.get(booking)));
    }

    private static Shape<IncomeTerms.Share> share() {
        Field<IncomeTerms.Share, String> level = Field.of("level", Type.text(), IncomeTerms.Share::level);
        Field<IncomeTerms.Share, Money> amount = Field.of("amount", Type.money(), IncomeTerms.Share::amount);
        return Shape.<IncomeTerms.Share>nested("income-share")
                .fields(level, amount)
                .maker(v -> new IncomeTerms.Share(v.get(level), v.get(amount)));
    }

    private static Shape<IncomeTerms.Booking> booking() {
        Field<IncomeTerms.Booking, RevenueKind> kind =
                Field.of("kind", Type.enumOf(RevenueKind.class), IncomeTerms.Booking::kind);
        Field<IncomeTerms.Booking, FundBook> book =
                Field.of("book", Type.enumOf(FundBook.class), IncomeTerms.Booking::book);
        Field<IncomeTerms.Booking, Money> amount = Field.of("amount", Type.money(), IncomeTerms.Booking::amount);
        return Shape.<IncomeTerms.Booking>nested("income-booking")
                .fields(kind, book, amount)
                .maker(v -> new IncomeTerms.Booking(v.get(kind), v.get(book), v.get(amount)));
    }

    private static Shape<IncomeTerms.Earlier> earlier() {
        Field<IncomeTerms.Earlier, String> report = Field.of("report", Type.text(), IncomeTerms.Earlier::report);
        Field<IncomeTerms.Earlier, ImmutableList<IncomeTerms.Line>> lines =
                Field.of("lines", LINES, IncomeTerms.Earlier::lines);
        return Shape.<IncomeTerms.Earlier>nested("income-earlier")
                .fields(report, lines)
                .maker(v -> new IncomeTerms.Earlier(v.get(report), v.get(lines)));
    }

    private static Shape<IncomeTerms> incomeTerms() {
        Field<IncomeTerms, String> division = Field.of("division", Type.text(), IncomeTerms::division);
        Field<IncomeTerms, String> agency = Field.of("agency", Type.text(), IncomeTerms::agency);
        Field<IncomeTerms, Integer> year = Field.ofInt("fiscalYear", IncomeTerms::fiscalYear);
        Field<IncomeTerms, LocalDate> receivedOn = Field.of("receivedOn", Type.date(), IncomeTerms::receivedOn);
        Field<IncomeTerms, Optional<String>> account =
                Field.of("account", Type.optional(Type.text()), IncomeTerms::account);
        Field<IncomeTerms, Optional<String>> report =
                Field.of("report", Type.optional(Type.text()), IncomeTerms::report);
        Field<IncomeTerms, ImmutableList<IncomeTerms.Line>> lines = Field.of("lines", LINES, IncomeTerms::lines);
        Field<IncomeTerms, ImmutableList<IncomeTerms.Earlier>> earlier = Field.of(
                        "earlier", Type.list(Type.nested(earlier())), IncomeTerms::earlier)
                .orElse(ImmutableList.of());
        return Shape.of(FIRST, "income-terms", IncomeTerms.class)
                .fields(division, agency, year, receivedOn, account, report, lines, earlier)
                .maker(v -> ImmutableIncomeTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .receivedOn(v.get(receivedOn))
                        .account(v.get(account))
                        .report(v.get(report))
                        .lines(v.get(lines))
                        .earlier(v.get(earlier))
                        .build());
    }

    private static Shape<AccrualTerms> accrualTerms() {
        Field<AccrualTerms, Elements> elements = Field.of("elements", MasterdataTypes.ELEMENTS, AccrualTerms::elements);
        Field<AccrualTerms, Money> amount = Field.of("amount", Type.money(), AccrualTerms::amount);
        Field<AccrualTerms, String> purpose = Field.of("purpose", Type.text(), AccrualTerms::purpose);
        Field<AccrualTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, AccrualTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.of(FIRST + 1, "accrual-terms", AccrualTerms.class)
                .fields(elements, amount, purpose, attributes)
                .maker(v -> ImmutableAccrualTerms.builder()
                        .elements(v.get(elements))
                        .amount(v.get(amount))
                        .purpose(v.get(purpose))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<RevenueRules> rules() {
        Field<RevenueRules, Lifecycle<RevenueState, RevenueAction>> income = Field.of(
                "incomeLifecycle",
                RuleShapes.lifecycle(RevenueState.class, RevenueAction.class),
                RevenueRules::incomeLifecycle);
        Field<RevenueRules, Lifecycle<RevenueState, RevenueAction>> accrual = Field.of(
                "accrualLifecycle",
                RuleShapes.lifecycle(RevenueState.class, RevenueAction.class),
                RevenueRules::accrualLifecycle);
        Field<RevenueRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, RevenueRules::reviews);
        Field<RevenueRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, RevenueRules::severities);
        Field<RevenueRules, ByPrefix<RevenueKind>> kinds =
                Field.of("kinds", PaymentShapes.byPrefix(RevenueKind.class), RevenueRules::kinds);
        Field<RevenueRules, Lifecycle<CashPlacement.State, CashPlacement.Action>> placement = Field.of(
                "placementLifecycle",
                RuleShapes.lifecycle(CashPlacement.State.class, CashPlacement.Action.class),
                RevenueRules::placementLifecycle);
        Field<RevenueRules, ImmutableList<Sharing>> shares =
                Field.of("shares", Type.list(Type.nested(sharing())), RevenueRules::shares);
        return Shape.of(FIRST + 2, "revenue-rules", RevenueRules.class)
                .fields(income, accrual, placement, reviews, severities, kinds, shares)
                .maker(v -> ImmutableRevenueRules.builder()
                        .incomeLifecycle(v.get(income))
                        .accrualLifecycle(v.get(accrual))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .kinds(v.get(kinds))
                        .placementLifecycle(v.get(placement))
                        .shares(v.get(shares))
                        .build());
    }

    private static Shape<Sharing> sharing() {
        Field<Sharing, String> code = Field.of("code", Type.text(), Sharing::code);
        Field<Sharing, ImmutableList<Sharing.Portion>> portions =
                Field.of("portions", Type.list(Type.nested(portion())), Sharing::portions);
        Field<Sharing, String> remainder = Field.of("remainder", Type.text(), Sharing::remainder);
        Field<Sharing, Source> source = Field.of("source", KernelTypes.source(), Sharing::source);
        return Shape.<Sharing>nested("sharing")
                .fields(code, portions, remainder, source)
                .maker(v -> new Sharing(v.get(code), v.get(portions), v.get(remainder), v.get(source)));
    }

    private static Shape<Sharing.Portion> portion() {
        Field<Sharing.Portion, String> level = Field.of("level", Type.text(), Sharing.Portion::level);
        Field<Sharing.Portion, Integer> part = Field.ofInt("perTenThousand", Sharing.Portion::perTenThousand);
        return Shape.<Sharing.Portion>nested("portion")
                .fields(level, part)
                .maker(v -> new Sharing.Portion(v.get(level), v.get(part)));
    }

    private static Shape<AccrueWages> accrue() {
        Field<AccrueWages, Id<WageAccrual>> accrual = Field.of("accrual", ACCRUAL, AccrueWages::accrual);
        Field<AccrueWages, AccrualTerms> terms = Field.of("terms", Type.nested(ACCRUAL_TERMS), AccrueWages::terms);
        return Shape.of(FIRST + 3, "accrue-wages", AccrueWages.class)
                .fields(accrual, terms)
                .maker(v -> new AccrueWages(v.get(accrual), v.get(terms)));
    }

    private static Shape<TreasuryDayReport> dayReport() {
        Field<TreasuryDayReport, Id<IncomeReceipt>> report = Field.of("report", RECEIPT, TreasuryDayReport::report);
        Field<TreasuryDayReport, LocalDate> receivedOn =
                Field.of("receivedOn", Type.date(), TreasuryDayReport::receivedOn);
        Field<TreasuryDayReport, ImmutableList<IncomeTerms.Line>> lines =
                Field.of("lines", LINES, TreasuryDayReport::lines);
        Field<TreasuryDayReport, Optional<Money>> total =
                Field.of("total", Type.optional(Type.money()), TreasuryDayReport::total);
        Field<TreasuryDayReport, Optional<Id<IncomeReceipt>>> corrects =
                Field.of("corrects", Type.optional(RECEIPT), TreasuryDayReport::corrects);
        return Shape.of(FIRST + 4, "treasury-day-report", TreasuryDayReport.class)
                .fields(report, receivedOn, lines, total, corrects)
                .maker(v -> new TreasuryDayReport(
                        v.get(report), v.get(receivedOn), v.get(lines), v.get(total), v.get(corrects)));
    }

    private static Shape<OtherIncomeReceived> otherIncome() {
        Field<OtherIncomeReceived, Id<IncomeReceipt>> receipt =
                Field.of("receipt", RECEIPT, OtherIncomeReceived::receipt);
        Field<OtherIncomeReceived, String> agency = Field.of("agency", Type.text(), OtherIncomeReceived::agency);
        Field<OtherIncomeReceived, String> account = Field.of("account", Type.text(), OtherIncomeReceived::account);
        Field<OtherIncomeReceived, LocalDate> receivedOn =
                Field.of("receivedOn", Type.date(), OtherIncomeReceived::receivedOn);
        Field<OtherIncomeReceived, Money> amount = Field.of("amount", Type.money(), OtherIncomeReceived::amount);
        Field<OtherIncomeReceived, Optional<String>> income =
                Field.of("income", Type.optional(Type.text()), OtherIncomeReceived::income);
        Field<OtherIncomeReceived, Optional<String>> function =
                Field.of("function", Type.optional(Type.text()), OtherIncomeReceived::function);
        return Shape.of(FIRST + 5, "other-income-received", OtherIncomeReceived.class)
                .fields(receipt, agency, account, receivedOn, amount, income, function)
                .maker(v -> new OtherIncomeReceived(
                        v.get(receipt),
                        v.get(agency),
                        v.get(account),
                        v.get(receivedOn),
                        v.get(amount),
                        v.get(income),
                        v.get(function)));
    }

    private static Shape<RevenueReceived> received() {
        Field<RevenueReceived, Move> move = Field.of("move", MOVE, RevenueReceived::move);
        Field<RevenueReceived, IncomeTerms> terms =
                Field.of("terms", Type.nested(INCOME_TERMS), RevenueReceived::terms);
        return Shape.of(FIRST + 6, "revenue-received", RevenueReceived.class)
                .fields(move, terms)
                .maker(v -> new RevenueReceived(v.get(move), v.get(terms)));
    }

    private static Shape<WagesAccrued> accrued() {
        Field<WagesAccrued, Move> move = Field.of("move", MOVE, WagesAccrued::move);
        Field<WagesAccrued, AccrualTerms> terms = Field.of("terms", Type.nested(ACCRUAL_TERMS), WagesAccrued::terms);
        return Shape.of(FIRST + 7, "wages-accrued", WagesAccrued.class)
                .fields(move, terms)
                .maker(v -> new WagesAccrued(v.get(move), v.get(terms)));
    }

    private static Shape<PlacementTerms> placementTerms() {
        Field<PlacementTerms, String> division = Field.of("division", Type.text(), PlacementTerms::division);
        Field<PlacementTerms, String> agency = Field.of("agency", Type.text(), PlacementTerms::agency);
        Field<PlacementTerms, Integer> year = Field.ofInt("fiscalYear", PlacementTerms::fiscalYear);
        Field<PlacementTerms, String> bank = Field.of("bank", Type.text(), PlacementTerms::bank);
        Field<PlacementTerms, String> fund = Field.of("fund", Type.text(), PlacementTerms::fund);
        Field<PlacementTerms, Money> principal = Field.of("principal", Type.money(), PlacementTerms::principal);
        Field<PlacementTerms, LocalDate> placedOn = Field.of("placedOn", Type.date(), PlacementTerms::placedOn);
        Field<PlacementTerms, LocalDate> dueOn = Field.of("dueOn", Type.date(), PlacementTerms::dueOn);
        Field<PlacementTerms, Optional<PlacementTerms.Returned>> back =
                Field.of("returned", Type.optional(Type.nested(cameBack())), PlacementTerms::returned);
        return Shape.of(FIRST + 8, "placement-terms", PlacementTerms.class)
                .fields(division, agency, year, bank, fund, principal, placedOn, dueOn, back)
                .maker(v -> ImmutablePlacementTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .bank(v.get(bank))
                        .fund(v.get(fund))
                        .principal(v.get(principal))
                        .placedOn(v.get(placedOn))
                        .dueOn(v.get(dueOn))
                        .returned(v.get(back))
                        .build());
    }

    private static Shape<PlacementTerms.Returned> cameBack() {
        Field<PlacementTerms.Returned, String> serial =
                Field.of("serial", Type.text(), PlacementTerms.Returned::serial);
        Field<PlacementTerms.Returned, LocalDate> on =
                Field.of("returnedOn", Type.date(), PlacementTerms.Returned::returnedOn);
        Field<PlacementTerms.Returned, Optional<IncomeTerms.Line>> income =
                Field.of("income", Type.optional(LINE), PlacementTerms.Returned::income);
        return Shape.<PlacementTerms.Returned>nested("placement-returned")
                .fields(serial, on, income)
                .maker(v -> new PlacementTerms.Returned(v.get(serial), v.get(on), v.get(income)));
    }

    private static Shape<CashPlaced> cashPlaced() {
        Field<CashPlaced, Id<CashPlacement>> placement = Field.of("placement", PLACEMENT, CashPlaced::placement);
        Field<CashPlaced, String> bank = Field.of("bank", Type.text(), CashPlaced::bank);
        Field<CashPlaced, String> fund = Field.of("fund", Type.text(), CashPlaced::fund);
        Field<CashPlaced, Money> principal = Field.of("principal", Type.money(), CashPlaced::principal);
        Field<CashPlaced, LocalDate> placedOn = Field.of("placedOn", Type.date(), CashPlaced::placedOn);
        Field<CashPlaced, LocalDate> dueOn = Field.of("dueOn", Type.date(), CashPlaced::dueOn);
        return Shape.of(FIRST + 9, "cash-placed", CashPlaced.class)
                .fields(placement, bank, fund, principal, placedOn, dueOn)
                .maker(v -> new CashPlaced(
                        v.get(placement), v.get(bank), v.get(fund), v.get(principal), v.get(placedOn), v.get(dueOn)));
    }

    private static Shape<CashReturned> cashReturned() {
        Field<CashReturned, Id<CashPlacement>> placement = Field.of("placement", PLACEMENT, CashReturned::placement);
        Field<CashReturned, String> serial = Field.of("serial", Type.text(), CashReturned::serial);
        Field<CashReturned, LocalDate> on = Field.of("returnedOn", Type.date(), CashReturned::returnedOn);
        Field<CashReturned, Money> principal = Field.of("principal", Type.money(), CashReturned::principal);
        Field<CashReturned, Optional<IncomeTerms.Line>> income =
                Field.of("income", Type.optional(LINE), CashReturned::income);
        return Shape.of(FIRST + 10, "cash-returned", CashReturned.class)
                .fields(placement, serial, on, principal, income)
                .maker(v ->
                        new CashReturned(v.get(placement), v.get(serial), v.get(on), v.get(principal), v.get(income)));
    }

    private static Shape<CashMoved> cashMoved() {
        Field<CashMoved, Move> move = Field.of("move", MOVE, CashMoved::move);
        Field<CashMoved, PlacementTerms> terms = Field.of("terms", Type.nested(PLACEMENT_TERMS), CashMoved::terms);
        return Shape.of(FIRST + 11, "cash-moved", CashMoved.class)
                .fields(move, terms)
                .maker(v -> new CashMoved(v.get(move), v.get(terms)));
    }
}
