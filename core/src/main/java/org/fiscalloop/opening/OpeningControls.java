package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fiscalloop.accounting.AccountingFlow;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.debt.OnLending;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.register.Agency;
import org.fiscalloop.transfer.ReceivedTransfer;
import org.fiscalloop.transfer.Transfer;
import org.fiscalloop.transfer.TransferState;

/** What an opening must be before any of its identities can be asked: documents that can stand so, books that are books. */
final class OpeningControls {
    private static final Source OWN = Source.own("what is brought in must be able to go on");
    private static final Source DOUBLE_ENTRY = Source.certain("《会计法》 and INV-01, INV-02: debits equal credits");

    static final Control<Opened> ELSEWHERE = Control.statutory(
            new Reason(
                    "opening.elsewhere",
                    "Something belongs to another division",
                    "期初数据不属于本区划",
                    "{item} belongs to division {given}, the opening is of {division}",
                    "{item} 属于区划 {given}, 期初数据属于区划 {division}",
                    Source.own("the division is the partition")),
            OpeningControls::elsewhere);

    static final Control<Opened> DOCUMENT_TWICE = Control.statutory(
            new Reason(
                    "opening.document-twice",
                    "A document stands twice",
                    "期初单据重复",
                    "{document} stands twice",
                    "{document} 重复",
                    OWN),
            OpeningControls::twice);

    static final Control<Opened> STANDS_OTHERWISE = Control.statutory(
            new Reason(
                    "opening.stands-otherwise",
                    "A document cannot stand so",
                    "期初单据状态与流程不符",
                    "{document} cannot stand so: {problem}",
                    "{document} 不能处于该状态: {problem}",
                    Source.own("a document comes where it is by the table of its life")),
            OpeningControls::standsOtherwise);

    static final Control<Opened> UNKNOWN_ACCOUNT = Control.statutory(
            new Reason(
                    "opening.unknown-account",
                    "An account takes no lines",
                    "期初科目不存在或非末级",
                    "{account} is not among the accounts of {ledger} that take lines",
                    "{account} 不是账 {ledger} 的末级科目",
                    Source.own("a balance stands on an account of the charts in force")),
            OpeningControls::unknownAccounts);

    static final Control<Opened> UNBALANCED = Control.statutory(
            new Reason(
                    "opening.unbalanced",
                    "Debits differ from credits",
                    "期初借贷不平",
                    "in {ledger} ({basis}) at {at} debits are {left}, credits {right}; the difference is {difference}",
                    "账 {ledger} ({basis}) {at} 借方 {left}, 贷方 {right}, 差额 {difference}",
                    DOUBLE_ENTRY),
            OpeningControls::unbalanced);

    static final Control<Opened> EMPTY = Control.statutory(
            new Reason(
                    "opening.empty",
                    "The opening brings nothing in",
                    "期初数据为空",
                    "the opening of {division} on {day} holds no agency",
                    "区划 {division} {day} 的期初数据没有单位",
                    Source.own("a division is brought in once, and with what it is made of")),
            opened -> opened.documents(Agency.KIND).isEmpty()
                    ? Check.violated(Facts.of("division", text(opened.terms().division()))
                            .and("day", day(opened.terms().day())))
                    : Check.holds());

    /** What happens elsewhere may be told out of order: a rulebook may soften it. */
    static final Control<Opened> DATE_OUT_OF_ORDER = Control.adjustable(
            new Reason(
                    "opening.date-out-of-order",
                    "A date comes before what must precede it",
                    "日期先后不符",
                    "{item}: {later} {on} is before {earlier} {since}",
                    "{item}: {later} {on} 早于 {earlier} {since}",
                    Source.certain("《预算法》 art. 18: 预算年度自公历1月1日起, 至12月31日止; 财库〔2022〕5号: 支付、清算的先后")),
            Severity.HARD,
            OpeningControls::datesOutOfOrder);

    static final Control<Opened> ON_ITS_WAY = Control.statutory(
            new Reason(
                    "opening.message-on-its-way",
                    "A message to another division is not acknowledged",
                    "期初存在在途的上下级往来信息",
                    "something of {document} is on its way to another division: it is {state}",
                    "{document} 有发往其他区划的在途信息: {state}",
                    Source.own("an opening brings in documents and balances, and no message that is still to be sent")),
            OpeningControls::onTheirWay);

    static final Control<Opened> TRANSFER_AMOUNT = Control.adjustable(
            new Reason(
                    "opening.transfer-amount",
                    "More stands of a transfer than was issued",
                    "转移支付余额超过下达金额",
                    "{given} stands of {document}, which was issued for {allowed}",
                    "{document} 余额 {given}, 下达金额 {allowed}",
                    Source.certain("上下贯通: what stands of a transfer on either level is never more than was issued")),
            Severity.HARD,
            OpeningControls::transfers);

    /** What must be so before anything is added up. */
    static final Controls<Opened> FORMS =
            Controls.of(EMPTY, ELSEWHERE, DOCUMENT_TWICE, STANDS_OTHERWISE, UNKNOWN_ACCOUNT, ON_ITS_WAY);

    /** All that an opening is held to, in the order in which it is asked. */
    static final ControlTable<Opening.Action, Opened> NATIONAL = new ControlTable<>(ImmutableMap.of(
            Opening.Action.COMMIT,
            FORMS.and(Controls.of(DATE_OUT_OF_ORDER, UNBALANCED))
                    .and(ReferenceControls.ALL)
                    .and(FlowIdentities.ALL.and(BooksIdentities.ALL))
                    .and(HoldingIdentities.ALL.and(PayeeIdentities.ALL))
                    .and(DemandIdentities.ALL.and(LevelIdentities.ALL))
                    .and(Controls.of(TRANSFER_AMOUNT))));

    private OpeningControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> elsewhere(Opened opened) {
        String division = opened.terms().division();
        Stream<ImmutableMap<String, Fact>> documents = opened.terms().documents().stream()
                .filter(whole -> !whole.terms().division().equals(division))
                .map(whole -> elsewhere(Name.of(whole.id()), whole.terms().division(), division));
        Stream<ImmutableMap<String, Fact>> balances = opened.terms().balances().stream()
                .filter(balance ->
                        !balance.segments().value(Dimensions.DIVISION).equals(division))
                .map(balance -> elsewhere(
                        new Name(
                                balance.account() + " " + balance.segments(),
                                "科目余额 " + Name.of(balance.segments()).chinese()),
                        balance.segments().value(Dimensions.DIVISION),
                        division));
        return Stream.concat(documents, balances).collect(toImmutableList());
    }

    private static ImmutableMap<String, Fact> elsewhere(Name item, String given, String division) {
        return Facts.of("item", item.fact())
                .and("given", text(given))
                .and("division", text(division))
                .map();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> onTheirWay(Opened opened) {
        return Stream.<Stream<? extends FlowDocument<?, ?>>>of(
                        opened.documents(Transfer.KIND).stream().filter(Transfer::isOnItsWay),
                        opened.documents(ReceivedTransfer.KIND).stream().filter(ReceivedTransfer::isOnItsWay),
                        opened.documents(OnLending.KIND).stream().filter(OnLending::isOnItsWay),
                        LevelIdentities.onTheirWay(opened))
                .flatMap(documents -> documents)
                .map(document -> Facts.of("document", Name.of(document.id()).fact())
                        .and("state", text(document.state().name()))
                        .map())
                .collect(toImmutableList());
    }

    /** What was given back is on the other level again: less may stand than was issued, never more. */
    private static ImmutableList<ImmutableMap<String, Fact>> transfers(Opened opened) {
        Map<Id<?>, Long> allowed = new HashMap<>();
        opened.documents(Transfer.KIND).stream()
                .filter(transfer -> transfer.state() == TransferState.DELIVERED)
                .forEach(transfer ->
                        allowed.put(transfer.id(), Fen.of(transfer.terms().amount())));
        opened.documents(ReceivedTransfer.KIND)
                .forEach(transfer ->
                        allowed.put(transfer.id(), Fen.of(transfer.terms().amount())));
        Map<Id<?>, Long> given = new LinkedHashMap<>();
        opened.sums(Ledgers.MEMORANDUM, "TRANSFERS_IN_FORCE", Dimensions.DOCUMENT)
                .forEach((id, fen) -> given.put(new Id<>(Transfer.KIND, id), fen));
        for (String account : ImmutableList.of("TRANSFERS_TO_RECEIVE", "TRANSFERS_RECEIVED")) {
            opened.sums(Ledgers.MEMORANDUM, account, Dimensions.DOCUMENT)
                    .forEach((id, fen) -> given.merge(new Id<>(ReceivedTransfer.KIND, id), fen, Fen::add));
        }
        return given.entrySet().stream()
                .filter(stands -> stands.getValue() > allowed.getOrDefault(stands.getKey(), 0L))
                .map(stands -> Facts.of("document", Name.of(stands.getKey()).fact())
                        .and("given", Fact.amount(stands.getValue()))
                        .and("allowed", Fact.amount(allowed.getOrDefault(stands.getKey(), 0L)))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> twice(Opened opened) {
        OpeningTerms terms = opened.terms();
        Set<Id<?>> seen = new HashSet<>(ImmutableSet.of(Opening.id(terms.division(), terms.day())));
        return opened.terms().documents().stream()
                .map(Restored::id)
                .filter(id -> !seen.add(id))
                .distinct()
                .map(id -> Facts.of("document", Name.of(id).fact()).map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> standsOtherwise(Opened opened) {
        return opened.terms().documents().stream()
                .flatMap(whole -> problem(whole, opened).stream()
                        .map(problem -> Facts.of("document", Name.of(whole.id()).fact())
                                .and("problem", text(problem, "单据内容或办理轨迹与流程表不符"))
                                .map()))
                .collect(toImmutableList());
    }

    private static Optional<String> problem(Restored whole, Opened opened) {
        try {
            opened.type(whole.id().kind())
                    .orElseThrow(() -> new IllegalArgumentException("there is no such kind of document"))
                    .verify(whole, opened.rules());
            return Optional.empty();
        } catch (IllegalArgumentException otherwise) {
            return Optional.of(String.valueOf(otherwise.getMessage()));
        }
    }

    private static ImmutableList<ImmutableMap<String, Fact>> unknownAccounts(Opened opened) {
        ImmutableList<Chart> charts = opened.rules().of(AccountingFlow.RULES).charts();
        return opened.terms().balances().stream()
                .map(OpenedBalance::account)
                .distinct()
                .filter(account -> charts.stream()
                        .noneMatch(chart ->
                                chart.account(account).filter(chart::isPostable).isPresent()))
                .map(account -> Facts.of(
                                "account",
                                text(
                                        account.toString(),
                                        ledger(account.ledger()).textZh() + " " + account.name()))
                        .and("ledger", ledger(account.ledger()))
                        .map())
                .collect(toImmutableList());
    }

    /**
     * A day in words.
     *
     * @param name what happened then
     * @param nameZh the same in 中文
     */
    private record Day(String name, String nameZh, LocalDate on) {}

    /**
     * The opening stands at the end of a day of its fiscal year, or of the last day before it; a voucher is made and paid in
     * its own fiscal year, and nothing of it comes after the day of the opening. A clearing may be told before its payment.
     */
    private static ImmutableList<ImmutableMap<String, Fact>> datesOutOfOrder(Opened opened) {
        ImmutableList.Builder<ImmutableMap<String, Fact>> violations = ImmutableList.builder();
        OpeningTerms terms = opened.terms();
        Day day = new Day("the day of the opening", "期初日期", terms.day());
        Day eve = new Day(
                "the eve of the fiscal year",
                "预算年度前一日",
                begin(terms.fiscalYear()).minusDays(1));
        Name opening = Name.of(Opening.id(terms.division(), terms.day()));
        inOrder(opening, violations, eve, day, lastDay(terms.fiscalYear()));
        for (PaymentVoucher voucher : opened.documents(PaymentVoucher.KIND)) {
            VoucherTerms own = voucher.terms();
            Name item = Name.of(voucher.id());
            Day first = new Day("the first day of its fiscal year", "预算年度首日", begin(voucher.fiscalYear()));
            Day made = new Day("its date", "凭证日期", own.date());
            inOrder(item, violations, first, made, lastDay(voucher.fiscalYear()));
            inOrder(item, violations, made, day);
            own.receipt()
                    .map(receipt -> new Day("its payment", "实际支付日期", receipt.paidOn()))
                    .ifPresent(paid -> {
                        inOrder(item, violations, made, paid, day);
                        inOrder(item, violations, paid, lastDay(voucher.fiscalYear()));
                    });
            own.clearing()
                    .map(clearing -> new Day("its clearing", "实际清算日期", clearing.clearedOn()))
                    .ifPresent(cleared -> inOrder(item, violations, cleared, day));
        }
        return violations.build();
    }

    /** A ledger, which in 中文 is called by its own name. */
    static Fact ledger(LedgerId ledger) {
        return text(
                ledger.name(),
                ImmutableMap.of(
                                Ledgers.ALLOTMENT, "预算指标账",
                                Ledgers.TREASURY, "财政总会计",
                                Ledgers.AGENCY, "单位会计",
                                Ledgers.MEMORANDUM, "备查账")
                        .getOrDefault(ledger, ledger.name()));
    }

    private static LocalDate begin(int year) {
        return LocalDate.of(year, Month.JANUARY, 1);
    }

    private static Day lastDay(int year) {
        return new Day("the last day of its fiscal year", "预算年度末日", LocalDate.of(year, Month.DECEMBER, 31));
    }

    /** Each day is no earlier than the one before it. */
    private static void inOrder(Name item, ImmutableList.Builder<ImmutableMap<String, Fact>> violations, Day... days) {
        for (int i = 1; i < days.length; i++) {
            if (days[i].on().isBefore(days[i - 1].on())) {
                violations.add(Facts.of("item", item.fact())
                        .and("later", text(days[i].name(), days[i].nameZh()))
                        .and("on", day(days[i].on()))
                        .and("earlier", text(days[i - 1].name(), days[i - 1].nameZh()))
                        .and("since", day(days[i - 1].on()))
                        .map());
            }
        }
    }

    /** Where debits differ from credits: what the entries could not be made of. */
    private static ImmutableList<ImmutableMap<String, Fact>> unbalanced(Opened opened) {
        Map<String, Place> places = new TreeMap<>();
        for (OpenedBalance balance : opened.terms().balances()) {
            opened.account(balance.account()).ifPresent(account -> {
                Place place = Place.of(balance, account);
                places.merge(place.key(), place, Place::plus);
            });
        }
        return places.values().stream()
                .filter(place -> place.debit() != place.credit())
                .map(place -> Facts.of("ledger", ledger(place.ledger()))
                        .and("basis", text(place.basis().name()))
                        .and("at", place.at().fact())
                        .and("left", amount(place.debit()))
                        .and("right", amount(place.credit()))
                        .and("difference", amount(Math.subtractExact(place.debit(), place.credit())))
                        .map())
                .collect(toImmutableList());
    }

    /** Both sides of what must balance alone. */
    private record Place(LedgerId ledger, Basis basis, Name at, long debit, long credit) {
        static Place of(OpenedBalance balance, Account account) {
            LedgerId ledger = account.meaning().ledger();
            Segments within = balance.segments().project(Ledgers.balancing(ledger));
            String month = balance.month().map(in -> " " + in).orElse("");
            long debit = balance.booked().net(Side.DEBIT) > 0 ? balance.booked().net(Side.DEBIT) : 0;
            long credit =
                    balance.booked().net(Side.CREDIT) > 0 ? balance.booked().net(Side.CREDIT) : 0;
            Name at = new Name(within + month, Name.of(within).chinese() + month);
            return new Place(ledger, account.basis(), at, debit, credit);
        }

        String key() {
            return ledger + " " + basis + " " + at.english();
        }

        Place plus(Place other) {
            return new Place(ledger, basis, at, Math.addExact(debit, other.debit), Math.addExact(credit, other.credit));
        }
    }
}
