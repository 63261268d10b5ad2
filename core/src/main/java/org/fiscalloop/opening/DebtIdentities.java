package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.debt.Debt;
import org.fiscalloop.debt.DebtKind;
import org.fiscalloop.debt.DebtLimit;
import org.fiscalloop.debt.DebtPostings.DebtClass;
import org.fiscalloop.debt.DebtState;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.OnLending;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.Identity.Name;
import org.fiscalloop.opening.Opened.Booked;

/**
 * The identities between the debts, limits and on-lendings of an opening and its books. All that a limit of debt reads is held
 * to a document; that every debt on the treasury's accounts has one only warns.
 */
final class DebtIdentities {
    private static final Source OWN = Source.own("the memorandum ledger holds by key what documents say of debt");
    private static final Source DEBTS =
            Source.certain("《预算法》 art. 35, 《预算法实施条例》 (2020) art. 43: 债务余额 is what stands in the books");
    private static final Source REFINANCED =
            Source.uncertain("财政部 rules on 再融资债券: only to repay the principal of bonds that fall due");
    private static final Source LENDING =
            Source.certain("《预算法实施条例》 (2020) art. 45: 转贷 by the province to cities and counties");

    private static final ImmutableMap<DebtClass, String> LIABILITIES = ImmutableMap.of(
            DebtClass.SHORT_BOND, "SHORT_TERM_GOVERNMENT_BONDS_PAYABLE",
            DebtClass.LONG_BOND, "LONG_TERM_GOVERNMENT_BONDS_PAYABLE",
            DebtClass.ON_LENT, "LOCAL_GOVERNMENT_BOND_ON_LENDING_PAYABLE");

    private static final ImmutableMap<DebtKind, Name> KINDS = ImmutableMap.of(
            DebtKind.GENERAL, new Name("general debt", "一般债务"),
            DebtKind.SPECIAL, new Name("special debt", "专项债务"));

    private static final ImmutableMap<String, Name> OF_BONDS = ImmutableMap.of(
            "BOND_TO_LEND", new Name("not lent on", "未转贷"),
            "BOND_LENT", new Name("lent on", "已转贷"),
            "BOND_RETURNED", new Name("returned by borrowers", "已收回"));

    private static final Name OWED = new Name("owed", "债务余额");
    private static final Name TO_REPAY = new Name("to be refinanced", "待再融资");

    static final Control<Opened> OUTSTANDING = FlowIdentities.identity(
            "debt-outstanding",
            "Debts differ from what is kept as owed",
            "债务余额与单据不符",
            OWN,
            DebtIdentities::outstanding);

    static final Control<Opened> APPROVED = FlowIdentities.identity(
            "debt-approved",
            "Debts differ from what is kept as approved",
            "已批准未发行债务与单据不符",
            OWN,
            DebtIdentities::approved);

    static final Control<Opened> REFINANCING = FlowIdentities.identity(
            "debt-refinanced",
            "More of a debt is to be refinanced than bonds repay of it, or than is owed",
            "待再融资本金超过再融资债券对应本金或债务余额",
            REFINANCED,
            DebtIdentities::refinanced);

    static final Control<Opened> BONDS_LENT = FlowIdentities.identity(
            "bonds-lent", "A bond is not what was lent on of it", "债券转贷情况与单据不符", LENDING, DebtIdentities::bondsLent);

    static final Control<Opened> LIMIT = FlowIdentities.identity(
            "debt-limit", "Debt limits differ from what may be owed", "债务限额与单据不符", OWN, DebtIdentities::limits);

    static final Control<Opened> ACCOUNTS = FlowIdentities.warning(
            "debt-accounts",
            "Debts differ from the treasury's accounts",
            "债务余额与总会计不符",
            DEBTS,
            DebtIdentities::liabilities);

    static final Controls<Opened> ALL = Controls.of(OUTSTANDING, APPROVED, REFINANCING, BONDS_LENT, LIMIT, ACCOUNTS);

    private DebtIdentities() {}

    private static ImmutableMap<String, Long> sums(String account, Opened opened) {
        return opened.sums(Ledgers.MEMORANDUM, account, Dimensions.DOCUMENT);
    }

    private static Name place(DebtKind kind, String debt) {
        return KINDS.getOrDefault(kind, OWED).of(Name.of(Debt.id(debt)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> outstanding(Opened opened) {
        return ofDebts(
                "OUTSTANDING",
                OWED,
                new Name("received and not repaid", "已到账未还"),
                opened,
                debt -> debt.terms().outstandingFen());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> approved(Opened opened) {
        return ofDebts(
                "APPROVED",
                new Name("kept as approved", "已批准备查"),
                new Name("approved and not received", "已批准未发行"),
                opened,
                debt -> debt.state() == DebtState.APPROVED ? Fen.of(debt.terms().principal()) : 0);
    }

    /** Debt by debt and kind by kind: what is kept of it = what it says. */
    private static ImmutableList<ImmutableMap<String, Fact>> ofDebts(
            String what, Name kept, Name said, Opened opened, ToLongFunction<Debt> fen) {
        Identity identity = new Identity();
        for (DebtKind kind : DebtKind.values()) {
            sums(kind + "_DEBT_" + what, opened).forEach((debt, sum) -> identity.left(place(kind, debt), kept, sum));
        }
        for (Debt debt : opened.documents(Debt.KIND)) {
            identity.right(place(debt.terms().kind(), debt.id().value()), said, fen.applyAsLong(debt));
        }
        return identity.violations();
    }

    /** It makes room above the limit: no more than bonds that were approved will repay of a debt that is owed. */
    private static ImmutableList<ImmutableMap<String, Fact>> refinanced(Opened opened) {
        Map<Name, Long> byBonds = new HashMap<>();
        Map<Name, Long> owed = new HashMap<>();
        for (Debt debt : opened.documents(Debt.KIND)) {
            DebtKind kind = debt.terms().kind();
            owed.put(place(kind, debt.id().value()), debt.terms().outstandingFen());
            if (isApproved(debt.state())) {
                for (Refinanced part : debt.terms().refinances()) {
                    byBonds.merge(place(kind, part.debt().value()), Fen.of(part.amount()), Fen::add);
                }
            }
        }
        Identity identity = new Identity();
        for (DebtKind kind : DebtKind.values()) {
            sums(kind + "_DEBT_REFINANCED", opened).forEach((debt, fen) -> {
                Name at = place(kind, debt);
                identity.atMost(at, TO_REPAY, fen, new Name("bonds repay", "再融资债券对应本金"), byBonds.getOrDefault(at, 0L));
                identity.atMost(TO_REPAY.of(at), TO_REPAY, fen, OWED, owed.getOrDefault(at, 0L));
            });
        }
        return identity.violations();
    }

    private static boolean isApproved(DebtState state) {
        return switch (state) {
            case APPROVED, OUTSTANDING, PAID_OFF -> true;
            case DRAFT, SUBMITTED, VOIDED -> false;
        };
    }

    /** What is owed of a bond of its own is with the division, with borrowers, or has come back from them. */
    private static ImmutableList<ImmutableMap<String, Fact>> bondsLent(Opened opened) {
        Identity identity = new Identity();
        OF_BONDS.forEach((account, name) ->
                sums(account, opened).forEach((bond, fen) -> identity.left(Name.of(Debt.id(bond)), name, fen)));
        for (Debt debt : opened.documents(Debt.KIND)) {
            identity.right(
                    Name.of(debt.id()),
                    OWED,
                    debt.terms().lender().isPresent() ? 0 : debt.terms().outstandingFen());
        }
        Name lent = new Name("lendings", "转贷余额");
        sums("BOND_LENT", opened)
                .forEach((bond, fen) ->
                        identity.left(lent.of(Name.of(Debt.id(bond))), OF_BONDS.getOrDefault("BOND_LENT", lent), fen));
        for (OnLending lending : opened.documents(OnLending.KIND)) {
            Id<Debt> bond = lending.terms().bond();
            identity.right(
                    lent.of(Name.of(bond)),
                    Name.of(lending.id()),
                    lending.terms().outstandingFen());
        }
        return identity.violations();
    }

    /** What may be owed is what the limit of the latest year says. */
    private static ImmutableList<ImmutableMap<String, Fact>> limits(Opened opened) {
        Identity identity = new Identity();
        Map<DebtKind, DebtLimit> latest = new EnumMap<>(DebtKind.class);
        for (DebtLimit limit : opened.documents(DebtLimit.KIND)) {
            latest.merge(
                    limit.terms().kind(), limit, (one, other) -> one.fiscalYear() > other.fiscalYear() ? one : other);
        }
        for (DebtKind kind : DebtKind.values()) {
            Name at = new Name(kind + " debt limit", kind == DebtKind.GENERAL ? "一般债务限额" : "专项债务限额");
            String account = kind + "_DEBT_LIMIT";
            for (Booked booked : opened.booked(Ledgers.MEMORANDUM, booked -> booked.is(account))) {
                identity.left(at, Name.of(booked.account()), booked.net());
            }
            DebtLimit limit = latest.get(kind);
            if (limit != null) {
                identity.right(at, Name.of(limit.id()), Fen.of(limit.terms().amount()));
            }
        }
        return identity.violations();
    }

    private static ImmutableList<ImmutableMap<String, Fact>> liabilities(Opened opened) {
        Identity identity = new Identity();
        for (Booked booked : opened.booked(Ledgers.TREASURY, Booked::isBeforeClosing)) {
            if (LIABILITIES.containsValue(booked.account().meaning().name())) {
                identity.left(Name.of(booked.account()), new Name("balance", "余额"), booked.net());
            }
        }
        for (Debt debt : opened.documents(Debt.KIND)) {
            Optional.ofNullable(LIABILITIES.get(debt.terms().debtClass()))
                    .flatMap(name -> opened.account(new Meaning(Ledgers.TREASURY, name)))
                    .ifPresent(account ->
                            identity.right(Name.of(account), OWED, debt.terms().outstandingFen()));
        }
        return identity.violations();
    }
}
