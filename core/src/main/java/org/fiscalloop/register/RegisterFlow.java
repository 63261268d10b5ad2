package org.fiscalloop.register;

import static org.fiscalloop.register.RegisterAction.*;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.masterdata.MasterdataReasons;

/** The row that registers agencies and accounts with the engine. */
public final class RegisterFlow {
    /** Where the rules of the registers stand in a rulebook. */
    public static final RuleSet.Key<RegisterRules> RULES = new RuleSet.Key<>("register", RegisterRules.class);

    /** Agencies as documents. */
    public static final DocumentType<Agency, AgencyTerms, RegisterState> AGENCY = new DocumentType<>(
            Agency.KIND,
            RegisterState.class,
            RegisterShapes.AGENCY,
            rules -> rules.of(RULES).agencyLifecycle(),
            rules -> rules.of(RULES).reviews(),
            Agency::new);

    /** Bank accounts as documents. */
    public static final DocumentType<BankAccount, BankAccountTerms, RegisterState> BANK_ACCOUNT = new DocumentType<>(
            BankAccount.KIND,
            RegisterState.class,
            RegisterShapes.ACCOUNT,
            rules -> rules.of(RULES).accountLifecycle(),
            rules -> rules.of(RULES).reviews(),
            BankAccount::new);

    /** The registers. */
    public static final Flow FLOW = new Flow(
            "register",
            ImmutableList.of(AGENCY, BANK_ACCOUNT),
            ImmutableList.of(
                    CommandType.filling(
                            RegisterShapes.REGISTER_AGENCY,
                            Agency.KIND,
                            REGISTER,
                            body -> body.terms(),
                            RegisterDecider::register),
                    CommandType.filling(
                            RegisterShapes.CHANGE_AGENCY,
                            Agency.KIND,
                            CHANGE,
                            body -> body.terms(),
                            RegisterDecider::change),
                    CommandType.filling(
                            RegisterShapes.REGISTER_ACCOUNT,
                            BankAccount.KIND,
                            REGISTER,
                            body -> body.terms(),
                            RegisterDecider::register)),
            ImmutableList.of(new Flow.ActType(Agency.KIND, DISABLE, RegisterDecider::disable)),
            ImmutableList.of(),
            ImmutableList.of(
                    new EventType<>(RegisterShapes.AGENCY_ENTERED, (event, move, before) -> event.terms()),
                    new EventType<>(RegisterShapes.ACCOUNT_ENTERED, (event, move, before) -> event.terms())),
            ImmutableList.of(),
            ImmutableList.copyOf(AgencyMeasure.values()),
            Reasons.merge(ImmutableList.of(Reasons.of(RegisterDecider.REASONS), MasterdataReasons.ALL)));

    private RegisterFlow() {}
}
