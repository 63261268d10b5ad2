package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.ClaimIncome;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.SettleIncome;
import org.fiscalloop.agencyincome.AgencyIncomeEvents.AgencyIncomeChanged;
import org.fiscalloop.agencyincome.AgencyIncomeNotices.IncomeArrived;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Claim;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Nature;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Purpose;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Treatment;
import org.fiscalloop.decision.Severity;
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
import org.joda.money.Money;

/** The forms of an agency's own income: its terms, rules, commands, notice and event, for the journal and for trees. */
public final class AgencyIncomeShapes {
    private static final int FIRST = 0x7C;
    private static final int LAST = 0x7F;

    private static final Type<Id<AgencyIncome>> ID = KernelTypes.id(AgencyIncome.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(AgencyIncome.KIND));
    private static final Type<ImmutableList<Claim>> CLAIMS = Type.list(Type.nested(claim()));

    /** What is told and said of an arrival. */
    public static final Shape<AgencyIncomeTerms> TERMS = terms();

    /** The rules of an agency's own income. */
    public static final Shape<AgencyIncomeRules> RULES = rules();

    static final Shape<ClaimIncome> CLAIM = claimIncome();
    static final Shape<SettleIncome> SETTLE = settleIncome();
    static final Shape<IncomeArrived> ARRIVED = arrived();
    static final Shape<AgencyIncomeChanged> CHANGED = changed();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY =
            ShapeFamily.of("agencyincome", FIRST, LAST, CLAIM, SETTLE, ARRIVED, CHANGED);

    private AgencyIncomeShapes() {}

    private static Shape<AgencyIncomeTerms> terms() {
        Field<AgencyIncomeTerms, String> division = Field.of("division", Type.text(), AgencyIncomeTerms::division);
        Field<AgencyIncomeTerms, String> agency = Field.of("agency", Type.text(), AgencyIncomeTerms::agency);
        Field<AgencyIncomeTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", AgencyIncomeTerms::fiscalYear);
        Field<AgencyIncomeTerms, String> account = Field.of("account", Type.text(), AgencyIncomeTerms::account);
        Field<AgencyIncomeTerms, String> payer = Field.of("payer", Type.text(), AgencyIncomeTerms::payer);
        Field<AgencyIncomeTerms, LocalDate> arrivedOn =
                Field.of("arrivedOn", Type.date(), AgencyIncomeTerms::arrivedOn);
        Field<AgencyIncomeTerms, Money> amount = Field.of("amount", Type.money(), AgencyIncomeTerms::amount);
        Field<AgencyIncomeTerms, String> remark = Field.of("remark", Type.text(), AgencyIncomeTerms::remark);
        Field<AgencyIncomeTerms, ImmutableList<Claim>> claims = Field.of("claims", CLAIMS, AgencyIncomeTerms::claims);
        return Shape.<AgencyIncomeTerms>nested("agency-income-terms")
                .fields(division, agency, fiscalYear, account, payer, arrivedOn, amount, remark, claims)
                .maker(v -> ImmutableAgencyIncomeTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .account(v.get(account))
                        .payer(v.get(payer))
                        .arrivedOn(v.get(arrivedOn))
                        .amount(v.get(amount))
                        .remark(v.get(remark))
                        .claims(v.get(claims))
                        .build());
    }

    private static Shape<Claim> claim() {
        Field<Claim, Treatment> treatment = Field.of("treatment", Type.enumOf(Treatment.class), Claim::treatment);
        Field<Claim, Nature> nature = Field.of("nature", Type.enumOf(Nature.class), Claim::nature);
        Field<Claim, Purpose> purpose = Field.of("purpose", Type.enumOf(Purpose.class), Claim::purpose);
        Field<Claim, String> fund = Field.of("fund", Type.text(), Claim::fund);
        Field<Claim, String> function =
                Field.of("function", Type.text(), Claim::function).orElse("");
        Field<Claim, Money> amount = Field.of("amount", Type.money(), Claim::amount);
        Field<Claim, Integer> taxRate = Field.ofInt("taxRate", Claim::taxRate);
        return Shape.<Claim>nested("agency-income-claim")
                .fields(treatment, nature, purpose, fund, function, amount, taxRate)
                .maker(v -> new Claim(
                        v.get(treatment),
                        v.get(nature),
                        v.get(purpose),
                        v.get(fund),
                        v.get(function),
                        v.get(amount),
                        v.get(taxRate)));
    }

    private static Shape<AgencyIncomeRules> rules() {
        Field<AgencyIncomeRules, Lifecycle<AgencyIncomeState, AgencyIncomeAction>> lifecycle = Field.of(
                "lifecycle",
                RuleShapes.lifecycle(AgencyIncomeState.class, AgencyIncomeAction.class),
                AgencyIncomeRules::lifecycle);
        Field<AgencyIncomeRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, AgencyIncomeRules::reviews);
        Field<AgencyIncomeRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, AgencyIncomeRules::severities);
        Field<AgencyIncomeRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, AgencyIncomeRules::limits);
        Field<AgencyIncomeRules, ImmutableSet<String>> taxRates =
                Field.of("taxRates", Type.set(Type.text()), AgencyIncomeRules::taxRates);
        return Shape.<AgencyIncomeRules>nested("agency-income-rules")
                .fields(lifecycle, reviews, severities, limits, taxRates)
                .maker(v -> ImmutableAgencyIncomeRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .taxRates(v.get(taxRates))
                        .build());
    }

    private static Shape<ClaimIncome> claimIncome() {
        Field<ClaimIncome, Id<AgencyIncome>> income = Field.of("income", ID, ClaimIncome::income);
        Field<ClaimIncome, ImmutableList<Claim>> claims = Field.of("claims", CLAIMS, ClaimIncome::claims);
        return Shape.of(FIRST, "claim-income", ClaimIncome.class)
                .fields(income, claims)
                .maker(v -> new ClaimIncome(v.get(income), v.get(claims)));
    }

    private static Shape<SettleIncome> settleIncome() {
        Field<SettleIncome, Id<AgencyIncome>> income = Field.of("income", ID, SettleIncome::income);
        Field<SettleIncome, Integer> claim = Field.ofInt("claim", SettleIncome::claim);
        Field<SettleIncome, Money> amount = Field.of("amount", Type.money(), SettleIncome::amount);
        return Shape.of(FIRST + 1, "settle-income", SettleIncome.class)
                .fields(income, claim, amount)
                .maker(v -> new SettleIncome(v.get(income), v.get(claim), v.get(amount)));
    }

    private static Shape<IncomeArrived> arrived() {
        Field<IncomeArrived, Id<AgencyIncome>> income = Field.of("income", ID, IncomeArrived::income);
        Field<IncomeArrived, String> agency = Field.of("agency", Type.text(), IncomeArrived::agency);
        Field<IncomeArrived, String> account = Field.of("account", Type.text(), IncomeArrived::account);
        Field<IncomeArrived, String> payer = Field.of("payer", Type.text(), IncomeArrived::payer);
        Field<IncomeArrived, LocalDate> arrivedOn = Field.of("arrivedOn", Type.date(), IncomeArrived::arrivedOn);
        Field<IncomeArrived, Money> amount = Field.of("amount", Type.money(), IncomeArrived::amount);
        Field<IncomeArrived, String> remark = Field.of("remark", Type.text(), IncomeArrived::remark);
        return Shape.of(FIRST + 2, "income-arrived", IncomeArrived.class)
                .fields(income, agency, account, payer, arrivedOn, amount, remark)
                .maker(v -> new IncomeArrived(
                        v.get(income),
                        v.get(agency),
                        v.get(account),
                        v.get(payer),
                        v.get(arrivedOn),
                        v.get(amount),
                        v.get(remark)));
    }

    private static Shape<AgencyIncomeChanged> changed() {
        Field<AgencyIncomeChanged, Move> move = Field.of("move", MOVE, AgencyIncomeChanged::move);
        Field<AgencyIncomeChanged, AgencyIncomeTerms> terms =
                Field.of("terms", Type.nested(TERMS), AgencyIncomeChanged::terms);
        return Shape.of(FIRST + 3, "agency-income-changed", AgencyIncomeChanged.class)
                .fields(move, terms)
                .maker(v -> new AgencyIncomeChanged(v.get(move), v.get(terms)));
    }
}
