package org.fiscalloop.register;

import java.util.Optional;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.register.RegisterCommands.ChangeAgency;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.register.RegisterEvents.AccountEntered;
import org.fiscalloop.register.RegisterEvents.AgencyEntered;

/** The forms of the registers. */
public final class RegisterShapes {
    private static final int FIRST = 0x18;
    private static final int LAST = 0x1F;
    private static final Type<AgencyCode> CODE =
            Type.mapped("agency code", Type.text(), AgencyCode::new, AgencyCode::value);

    static final Shape<AgencyTerms> AGENCY = agency();
    static final Shape<BankAccountTerms> ACCOUNT = account();
    static final Shape<RegisterAgency> REGISTER_AGENCY = registerAgency();
    static final Shape<ChangeAgency> CHANGE_AGENCY = changeAgency();
    static final Shape<RegisterAccount> REGISTER_ACCOUNT = registerAccount();
    static final Shape<AgencyEntered> AGENCY_ENTERED = agencyEntered();
    static final Shape<AccountEntered> ACCOUNT_ENTERED = accountEntered();

    /** The form of the rules of the registers. */
    public static final Shape<RegisterRules> RULES = rules();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "register", FIRST, LAST, REGISTER_AGENCY, CHANGE_AGENCY, REGISTER_ACCOUNT, AGENCY_ENTERED, ACCOUNT_ENTERED);

    private RegisterShapes() {}

    private static Shape<AgencyTerms> agency() {
        Field<AgencyTerms, String> division = Field.of("division", Type.text(), AgencyTerms::division);
        Field<AgencyTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", AgencyTerms::fiscalYear);
        Field<AgencyTerms, AgencyCode> code = Field.of("code", CODE, AgencyTerms::code);
        Field<AgencyTerms, String> name = Field.of("name", Type.text(), AgencyTerms::name);
        Field<AgencyTerms, AgencyKind> kind = Field.of("kind", Type.enumOf(AgencyKind.class), AgencyTerms::kind);
        Field<AgencyTerms, Optional<AgencyCode>> parent = Field.of("parent", Type.optional(CODE), AgencyTerms::parent);
        return Shape.<AgencyTerms>nested("agency")
                .fields(division, fiscalYear, code, name, kind, parent)
                .maker(v -> ImmutableAgencyTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(fiscalYear))
                        .code(v.get(code))
                        .name(v.get(name))
                        .kind(v.get(kind))
                        .parent(v.get(parent))
                        .build());
    }

    private static Shape<BankAccountTerms> account() {
        Field<BankAccountTerms, String> division = Field.of("division", Type.text(), BankAccountTerms::division);
        Field<BankAccountTerms, String> agency = Field.of("agency", Type.text(), BankAccountTerms::agency);
        Field<BankAccountTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", BankAccountTerms::fiscalYear);
        Field<BankAccountTerms, String> number = Field.of("number", Type.text(), BankAccountTerms::number);
        Field<BankAccountTerms, String> name = Field.of("name", Type.text(), BankAccountTerms::name);
        Field<BankAccountTerms, String> bank = Field.of("bank", Type.text(), BankAccountTerms::bank);
        Field<BankAccountTerms, String> kind = Field.of("kind", Type.text(), BankAccountTerms::kind);
        return Shape.<BankAccountTerms>nested("bank-account")
                .fields(division, agency, fiscalYear, number, name, bank, kind)
                .maker(v -> ImmutableBankAccountTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .number(v.get(number))
                        .name(v.get(name))
                        .bank(v.get(bank))
                        .kind(v.get(kind))
                        .build());
    }

    private static Shape<RegisterAgency> registerAgency() {
        Field<RegisterAgency, AgencyTerms> terms = Field.of("terms", Type.nested(AGENCY), RegisterAgency::terms);
        return Shape.of(FIRST, "register-agency", RegisterAgency.class)
                .fields(terms)
                .maker(v -> new RegisterAgency(v.get(terms)));
    }

    private static Shape<ChangeAgency> changeAgency() {
        Field<ChangeAgency, AgencyTerms> terms = Field.of("terms", Type.nested(AGENCY), ChangeAgency::terms);
        return Shape.of(FIRST + 1, "change-agency", ChangeAgency.class)
                .fields(terms)
                .maker(v -> new ChangeAgency(v.get(terms)));
    }

    private static Shape<RegisterAccount> registerAccount() {
        Field<RegisterAccount, BankAccountTerms> terms =
                Field.of("terms", Type.nested(ACCOUNT), RegisterAccount::terms);
        return Shape.of(FIRST + 2, "register-account", RegisterAccount.class)
                .fields(terms)
                .maker(v -> new RegisterAccount(v.get(terms)));
    }

    private static Shape<AgencyEntered> agencyEntered() {
        Field<AgencyEntered, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(Agency.KIND)), AgencyEntered::move);
        Field<AgencyEntered, AgencyTerms> terms = Field.of("terms", Type.nested(AGENCY), AgencyEntered::terms);
        return Shape.of(FIRST + 3, "agency-entered", AgencyEntered.class)
                .fields(move, terms)
                .maker(v -> new AgencyEntered(v.get(move), v.get(terms)));
    }

    private static Shape<AccountEntered> accountEntered() {
        Field<AccountEntered, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(BankAccount.KIND)), AccountEntered::move);
        Field<AccountEntered, BankAccountTerms> terms = Field.of("terms", Type.nested(ACCOUNT), AccountEntered::terms);
        return Shape.of(FIRST + 4, "account-entered", AccountEntered.class)
                .fields(move, terms)
                .maker(v -> new AccountEntered(v.get(move), v.get(terms)));
    }

    private static Shape<RegisterRules> rules() {
        Field<RegisterRules, Lifecycle<RegisterState, RegisterAction>> agencies = Field.of(
                "agencyLifecycle",
                RuleShapes.lifecycle(RegisterState.class, RegisterAction.class),
                RegisterRules::agencyLifecycle);
        Field<RegisterRules, Lifecycle<RegisterState, RegisterAction>> accounts = Field.of(
                "accountLifecycle",
                RuleShapes.lifecycle(RegisterState.class, RegisterAction.class),
                RegisterRules::accountLifecycle);
        Field<RegisterRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, RegisterRules::reviews);
        return Shape.<RegisterRules>nested("register-rules")
                .fields(agencies, accounts, reviews)
                .maker(v -> ImmutableRegisterRules.builder()
                        .agencyLifecycle(v.get(agencies))
                        .accountLifecycle(v.get(accounts))
                        .reviews(v.get(reviews))
                        .build());
    }
}
