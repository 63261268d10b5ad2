package org.fiscalloop.register;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeRow;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.RegisterCommands.ChangeAgency;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.register.RegisterEvents.AccountEntered;
import org.fiscalloop.register.RegisterEvents.AgencyEntered;

/** What happens in the registers when something is asked of them, or why it does not. */
final class RegisterDecider {
    private static final Source STANDARD = Source.certain("财办〔2020〕13号 《预算管理一体化规范（试行）》 基础信息管理");

    private record Entering(AgencyTerms terms, Case facts) {}

    private static final Control<Entering> PARENT_ENABLED = Control.statutory(
            new Reason(
                    "register.parent-not-enabled",
                    "The agency above is not enabled",
                    "上级单位未启用",
                    "agency {agency} stands below {parent}, which is not registered and enabled",
                    "单位 {agency} 的上级单位 {parent} 未登记启用",
                    STANDARD),
            RegisterDecider::parentEnabled);

    private static final Control<Entering> TREE = Control.statutory(
            new Reason(
                    "register.agency-cycle",
                    "The agency would stand below itself",
                    "单位层级成环",
                    "agency {agency} cannot stand below {parent}, which stands below it",
                    "单位 {agency} 不能置于其下级 {parent} 之下",
                    STANDARD),
            RegisterDecider::tree);

    private static final Control<BankAccountTerms> KIND_KNOWN_FORM = Control.statutory(
            new Reason(
                    "register.account-kind-blank",
                    "The account has no kind",
                    "账户类别缺失",
                    "account {account} names no kind of account",
                    "账户 {account} 未填账户类别",
                    STANDARD),
            terms -> terms.kind().isBlank() ? violated(Facts.of("account", text(terms.number()))) : holds());

    private static final Control<Case> NOTHING_OPEN = Control.statutory(
            new Reason(
                    "register.agency-still-open",
                    "Something of the agency is still open",
                    "单位仍有未了事项",
                    "{agency} still has open: {open}",
                    "{agency} 仍有未了事项: {open}",
                    STANDARD),
            RegisterDecider::nothingOpen);

    private static final Controls<Entering> AGENCY = new Controls<>(ImmutableList.of(PARENT_ENABLED, TREE));
    private static final Controls<BankAccountTerms> ACCOUNT = new Controls<>(ImmutableList.of(KIND_KNOWN_FORM));
    private static final Controls<Case> DISABLING = new Controls<>(ImmutableList.of(NOTHING_OPEN));

    static final ImmutableList<Reason> REASONS = ImmutableList.of(
            PARENT_ENABLED.reason(),
            TREE.reason(),
            KIND_KNOWN_FORM.reason(),
            NOTHING_OPEN.reason(),
            ElementCheck.AGENCY_NOT_ENABLED);

    private RegisterDecider() {}

    static Decision<ImmutableList<Happening>> register(RegisterAgency body, Case c) {
        return entered(body.terms(), c);
    }

    static Decision<ImmutableList<Happening>> change(ChangeAgency body, Case c) {
        return entered(body.terms(), c);
    }

    static Decision<ImmutableList<Happening>> register(RegisterAccount body, Case c) {
        MasterdataRules rules = c.rules(MasterdataRules.KEY);
        Decision<CodeRow> kind = rules.tables()
                .leaf(Catalogue.ACCOUNT_KIND, body.terms().kind(), body.terms().fiscalYear());
        return ACCOUNT.examine(body.terms())
                .decide(body::terms)
                .flatMap(terms -> kind)
                .map(row -> ImmutableList.of(Happening.of(new AccountEntered(c.move(), body.terms()))));
    }

    static Decision<ImmutableList<Happening>> disable(Act act, Case c) {
        return DISABLING.examine(c).decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    private static Decision<ImmutableList<Happening>> entered(AgencyTerms terms, Case c) {
        return AGENCY.examine(new Entering(terms, c))
                .decide(() -> ImmutableList.of(Happening.of(new AgencyEntered(c.move(), terms))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> parentEnabled(Entering e) {
        return e.terms()
                .parent()
                .filter(parent -> e.facts()
                        .find(Agency.id(e.terms().division(), parent.value()))
                        .filter(Agency::isEnabled)
                        .isEmpty())
                .map(parent ->
                        violated(Facts.of("agency", text(e.terms().agency())).and("parent", text(parent.value()))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> tree(Entering e) {
        AgencyTerms terms = e.terms();
        return terms.parent()
                .filter(parent -> Agency.isWithin(
                        terms.division(),
                        parent.value(),
                        terms.agency(),
                        e.facts().reads()))
                .map(parent -> violated(Facts.of("agency", text(terms.agency())).and("parent", text(parent.value()))))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> nothingOpen(Case c) {
        Agency agency = c.document(Agency.class);
        var at = Dimensions.of(Dimensions.DIVISION, agency.division()).with(Dimensions.AGENCY, agency.agency());
        ImmutableList<String> open = Arrays.stream(AgencyMeasure.values())
                .filter(measure -> c.balance(measure, at) != 0)
                .map(measure -> measure.code() + " " + Fen.text(c.balance(measure, at)))
                .collect(ImmutableList.toImmutableList());
        return open.isEmpty()
                ? holds()
                : violated(Facts.of("agency", text(agency.agency())).and("open", texts(open)));
    }
}
