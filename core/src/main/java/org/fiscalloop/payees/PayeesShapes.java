package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
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
import org.fiscalloop.payees.PayeeDetail.Beneficiary;
import org.fiscalloop.payees.PayeeDetail.Consumption;
import org.fiscalloop.payees.PayeeDetail.Origin;
import org.fiscalloop.payees.PayeesCommands.CreatePayeeList;
import org.fiscalloop.payees.PayeesCommands.RevisePayeeList;
import org.fiscalloop.payees.PayeesEvents.PayeeListFilledIn;
import org.fiscalloop.payees.PayeesRules.Identity;
import org.fiscalloop.payees.PayeesRules.Kind;
import org.joda.money.Money;

/** The forms of payee lists: terms, rules, commands and events, for the journal and for trees. */
public final class PayeesShapes {
    private static final int FIRST = 0x1A0;
    private static final int LAST = 0x1AF;

    private static final Type<Id<PayeeList>> ID = KernelTypes.id(PayeeList.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(PayeeList.KIND));
    private static final Type<Optional<String>> TEXT = Type.optional(Type.text());
    private static final Type<Optional<YearMonth>> MONTH =
            Type.optional(Type.mapped("a month such as 2024-03", Type.text(), YearMonth::parse, YearMonth::toString));

    /** What stands on a list. */
    public static final Shape<PayeeListTerms> TERMS = terms();

    /** The rules of lists. */
    public static final Shape<PayeesRules> RULES = rules();

    static final Shape<CreatePayeeList> CREATE = filling(
            FIRST + 2,
            "create-payee-list",
            CreatePayeeList.class,
            CreatePayeeList::document,
            CreatePayeeList::terms,
            CreatePayeeList::new);
    static final Shape<RevisePayeeList> REVISE = filling(
            FIRST + 3,
            "revise-payee-list",
            RevisePayeeList.class,
            RevisePayeeList::document,
            RevisePayeeList::terms,
            RevisePayeeList::new);
    static final Shape<PayeeList.Content> CONTENT = content();
    static final Shape<PayeeListFilledIn> FILLED_IN = filledIn();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY =
            ShapeFamily.of("payees", FIRST, LAST, TERMS, RULES, CREATE, REVISE, FILLED_IN);

    private PayeesShapes() {}

    private static Shape<PayeeListTerms> terms() {
        Field<PayeeListTerms, String> division = Field.of("division", Type.text(), PayeeListTerms::division);
        Field<PayeeListTerms, String> agency = Field.of("agency", Type.text(), PayeeListTerms::agency);
        Field<PayeeListTerms, Integer> year = Field.ofInt("fiscalYear", PayeeListTerms::fiscalYear);
        Field<PayeeListTerms, String> kind = Field.of("kind", Type.text(), PayeeListTerms::kind);
        Field<PayeeListTerms, String> title =
                Field.of("title", Type.text(), PayeeListTerms::title).orElse("");
        Field<PayeeListTerms, ImmutableList<PayeeDetail>> details =
                Field.of("details", Type.list(Type.nested(detail())), PayeeListTerms::details);
        Field<PayeeListTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, PayeeListTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.of(FIRST, "payee-list-terms", PayeeListTerms.class)
                .fields(division, agency, year, kind, title, details, attributes)
                .maker(v -> ImmutablePayeeListTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .kind(v.get(kind))
                        .title(v.get(title))
                        .details(v.get(details))
                        .attributes(v.get(attributes))
                        .build());
    }

    /** What of a list is signed with its voucher; it never changes: what is signed in another form has another name. */
    private static Shape<PayeeList.Content> content() {
        Field<PayeeList.Content, Id<PayeeList>> list = Field.of("list", ID, PayeeList.Content::list);
        Field<PayeeList.Content, ImmutableList<PayeeDetail>> details =
                Field.of("details", Type.list(Type.nested(detail())), PayeeList.Content::details);
        return Shape.<PayeeList.Content>nested("payee-list-details")
                .fields(list, details)
                .maker(v -> new PayeeList.Content(v.get(list), v.get(details)));
    }

    private static Shape<PayeeDetail> detail() {
        Field<PayeeDetail, String> name = Field.of("name", Type.text(), PayeeDetail::name);
        Field<PayeeDetail, String> account = Field.of("account", Type.text(), PayeeDetail::account);
        Field<PayeeDetail, String> bank = Field.of("bank", Type.text(), PayeeDetail::bank);
        Field<PayeeDetail, Money> amount = Field.of("amount", Type.money(), PayeeDetail::amount);
        Field<PayeeDetail, Optional<Beneficiary>> beneficiary =
                Field.of("beneficiary", Type.optional(Type.nested(beneficiary())), PayeeDetail::beneficiary);
        Field<PayeeDetail, Optional<YearMonth>> month = Field.of("payMonth", MONTH, PayeeDetail::payMonth);
        Field<PayeeDetail, Optional<String>> town = Field.of("town", TEXT, PayeeDetail::town);
        Field<PayeeDetail, Optional<String>> village = Field.of("village", TEXT, PayeeDetail::village);
        Field<PayeeDetail, Optional<String>> family = Field.of("family", TEXT, PayeeDetail::family);
        Field<PayeeDetail, Optional<Origin>> origin =
                Field.of("origin", Type.optional(Type.nested(origin())), PayeeDetail::origin);
        Field<PayeeDetail, Optional<Consumption>> consumption = Field.of(
                        "consumption", Type.optional(Type.nested(consumption())), PayeeDetail::consumption)
                .since(2, Optional.empty());
        return Shape.<PayeeDetail>nested("payee-detail")
                .fields(name, account, bank, amount, beneficiary, month, town, village)
                .fields(family, origin, consumption)
                .maker(v -> ImmutablePayeeDetail.builder()
                        .name(v.get(name))
                        .account(v.get(account))
                        .bank(v.get(bank))
                        .amount(v.get(amount))
                        .beneficiary(v.get(beneficiary))
                        .payMonth(v.get(month))
                        .town(v.get(town))
                        .village(v.get(village))
                        .family(v.get(family))
                        .consumption(v.get(consumption))
                        .origin(v.get(origin))
                        .build());
    }

    private static Shape<Beneficiary> beneficiary() {
        Field<Beneficiary, Beneficiary.Kind> kind =
                Field.of("kind", Type.enumOf(Beneficiary.Kind.class), Beneficiary::kind);
        Field<Beneficiary, String> name = Field.of("name", Type.text(), Beneficiary::name);
        Field<Beneficiary, String> identity = Field.of("identity", Type.text(), Beneficiary::identity);
        return Shape.<Beneficiary>nested("beneficiary")
                .fields(kind, name, identity)
                .maker(v -> new Beneficiary(v.get(kind), v.get(name), v.get(identity)));
    }

    private static Shape<Consumption> consumption() {
        Field<Consumption, String> card = Field.of("card", Type.text(), Consumption::card);
        Field<Consumption, LocalDate> on = Field.of("on", Type.date(), Consumption::on);
        Field<Consumption, String> serial = Field.of("serial", Type.text(), Consumption::serial);
        Field<Consumption, Money> amount = Field.of("amount", Type.money(), Consumption::amount);
        return Shape.<Consumption>nested("card-consumption")
                .fields(card, on, serial, amount)
                .maker(v -> new Consumption(v.get(card), v.get(on), v.get(serial), v.get(amount)));
    }

    private static Shape<Origin> origin() {
        Field<Origin, Id<PayeeList>> list = Field.of("list", ID, Origin::list);
        Field<Origin, Integer> detail = Field.ofInt("detail", Origin::detail);
        return Shape.<Origin>nested("payee-origin")
                .fields(list, detail)
                .maker(v -> new Origin(v.get(list), v.get(detail)));
    }

    private static Shape<PayeesRules> rules() {
        Field<PayeesRules, Lifecycle<PayeeListState, PayeeListAction>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(PayeeListState.class, PayeeListAction.class), PayeesRules::lifecycle);
        Field<PayeesRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, PayeesRules::reviews);
        Field<PayeesRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, PayeesRules::severities);
        Field<PayeesRules, ImmutableList<Kind>> kinds =
                Field.of("kinds", Type.list(Type.nested(kind())), PayeesRules::kinds);
        Field<PayeesRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, PayeesRules::limits);
        Field<PayeesRules, Integer> consumptionDays =
                Field.ofInt("consumptionDays", PayeesRules::consumptionDays).since(2, PayeesRules.CONSUMPTION_DAYS);
        return Shape.of(FIRST + 1, "payees-rules", PayeesRules.class)
                .fields(lifecycle, reviews, severities, kinds, limits, consumptionDays)
                .maker(v -> ImmutablePayeesRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .kinds(v.get(kinds))
                        .limits(v.get(limits))
                        .consumptionDays(v.get(consumptionDays))
                        .build());
    }

    private static Shape<Kind> kind() {
        Field<Kind, String> code = Field.of("code", Type.text(), Kind::code);
        Field<Kind, String> name = Field.of("name", Type.text(), Kind::name);
        Field<Kind, String> nameZh = Field.of("nameZh", Type.text(), Kind::nameZh);
        Field<Kind, Identity> identity = Field.of("identity", Type.enumOf(Identity.class), Kind::identity);
        Field<Kind, Boolean> repeating = Field.of("repeating", Type.bool(), Kind::isRepeating);
        Field<Kind, Boolean> card =
                Field.of("card", Type.bool(), Kind::isByCard).since(2, false);
        Field<Kind, Source> source = Field.of("source", KernelTypes.source(), Kind::source);
        return Shape.<Kind>nested("payee-list-kind")
                .fields(code, name, nameZh, identity, repeating, source, card)
                .maker(v -> new Kind(
                        v.get(code),
                        v.get(name),
                        v.get(nameZh),
                        v.get(identity),
                        v.get(repeating),
                        v.get(card),
                        v.get(source)));
    }

    private static <B> Shape<B> filling(
            int tag,
            String name,
            Class<B> type,
            Function<B, Id<PayeeList>> id,
            Function<B, PayeeListTerms> filledIn,
            BiFunction<Id<PayeeList>, PayeeListTerms, B> maker) {
        Field<B, Id<PayeeList>> document = Field.of("document", ID, id);
        Field<B, PayeeListTerms> terms = Field.of("terms", Type.nested(TERMS), filledIn);
        return Shape.of(tag, name, type).fields(document, terms).maker(v -> maker.apply(v.get(document), v.get(terms)));
    }

    private static Shape<PayeeListFilledIn> filledIn() {
        Field<PayeeListFilledIn, Move> move = Field.of("move", MOVE, PayeeListFilledIn::move);
        return Shape.of(FIRST + 4, "payee-list-filled-in", PayeeListFilledIn.class)
                .fields(move)
                .maker(v -> new PayeeListFilledIn(v.get(move)));
    }
}
