package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.bankcollection.AgreementTerms;
import org.fiscalloop.bankcollection.CollectedPayments;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.BatchPayments;
import org.fiscalloop.payment.PaymentCommands.Signing;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.kinds.KindControls;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.fiscalloop.procurement.ContractPayments;
import org.fiscalloop.project.Project;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.ElementCheck;
import org.fiscalloop.signature.SignatureControls;
import org.fiscalloop.signature.SigningCase;

/**
 * What the controls of a payment request look at.
 *
 * @param terms what stands on the request after the command
 * @param allotment the allotment it names, if there is one
 * @param rules the rules of payments in force
 * @param facts the input and what may be read
 */
record PaymentCase(PaymentTerms terms, Optional<Allotment> allotment, PaymentRules rules, Case facts) {
    static PaymentCase of(PaymentTerms terms, Case facts) {
        return new PaymentCase(terms, facts.find(terms.allotment()), facts.rules(PaymentFlow.RULES), facts);
    }

    long fen() {
        return Fen.of(terms.amount());
    }

    private boolean isAgencyEnabled() {
        Optional<Agency> agency = facts.find(Agency.id(terms.division(), terms.agency()));
        return agency.isPresent() && agency.orElseThrow().isEnabled();
    }

    Optional<Project> project() {
        return facts.find(Project.id(terms.elements().project()));
    }

    /** The account of the division's register with this number; none where the number is blank. */
    Optional<BankAccount> account(String number) {
        return BankAccount.find(terms.division(), number, facts.reads());
    }

    /** Whether the account paid from is an enabled one of a kind that the channel pays from, of the agency or of finance. */
    boolean isPaidFromAccountOfChannel() {
        return account(terms.payerAccount())
                .filter(account ->
                        account.agency().isEmpty() || account.agency().equals(terms.agency()))
                .filter(BankAccount::isEnabled)
                .filter(account -> payerKinds().contains(account.terms().kind()))
                .isPresent();
    }

    /** The kinds of account from which it may be paid: what the treasury clears, from zero-balance accounts only. */
    ImmutableSet<String> payerKinds() {
        PaymentChannel channel = rules.channel(terms);
        ImmutableSet<String> zeroBalance = masterdata().zeroBalanceKinds();
        return channel.isCleared()
                ? rules.kind(terms.payType())
                        .map(PaymentKind::payers)
                        .filter(named -> !named.isEmpty())
                        .map(named -> ImmutableSet.copyOf(Sets.intersection(named, zeroBalance)))
                        .orElse(zeroBalance)
                : rules.payerKinds().getOrDefault(channel.name(), ImmutableSet.of());
    }

    /** What it says of its kind of payment. */
    KindControls.Named kind() {
        return new KindControls.Named(ImmutableList.of(terms.payType()), rules.kinds());
    }

    /** What it says of its contract. */
    ContractPayments.Use contract() {
        return new ContractPayments.Use(
                terms.contract(),
                terms.isProcurement(),
                terms.elements(),
                terms.payee().account(),
                facts);
    }

    /** What it says of its payee list. */
    BatchPayments.Use payees() {
        return new BatchPayments.Use(
                terms.payees(), terms.elements(), fen(), terms.payee().bank(), facts);
    }

    /** What it says of the demand of a bank. */
    CollectedPayments.Use demand() {
        PaymentTerms.Payee payee = terms.payee();
        return new CollectedPayments.Use(
                terms.demand(),
                terms.elements(),
                fen(),
                terms.payerAccount(),
                new AgreementTerms.Account(payee.name(), payee.account(), payee.bank()),
                terms.payees(),
                terms.businessType(),
                facts);
    }

    MasterdataRules masterdata() {
        return facts.rules(MasterdataRules.KEY);
    }

    /** Whether the coding block is the allotment's own, which was examined when the allotment was made. */
    boolean hasElementsOfAllotment() {
        return allotment.isPresent()
                && allotment.orElseThrow().terms().elements().equals(terms.elements());
    }

    /** Its coding block and that of the allotment on which it draws. */
    ElementRules.Drawing drawing(Elements source) {
        return new ElementRules.Drawing(terms.elements(), PaymentRequest.KIND.code(), source, Allotment.KIND.code());
    }

    /** What is wrong with the agency or the coding block by the rules of the elements themselves. */
    Findings elements() {
        if (hasElementsOfAllotment() && isAgencyEnabled() && !lacksElement()) {
            return Findings.none();
        }
        return ElementCheck.examine(terms.elements(), PaymentRequest.KIND, facts);
    }

    /** Whether an element is missing that the allotment need not have but the request must. */
    private boolean lacksElement() {
        for (ElementRules.Declaration declaration : masterdata().elements().declarations()) {
            if (declaration.requiredOn().contains(PaymentRequest.KIND.code())
                    && terms.elements().value(declaration.code()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the controls of a voucher look at.
     *
     * @param fiscalYear the fiscal year of the voucher
     * @param requests the agency's requests it is made of, in order; none once it is made
     * @param facts the input and what may be read
     */
    record OfVoucher(int fiscalYear, ImmutableList<PaymentRequest> requests, Case facts) {
        /** The controls of their kinds of payment, and of what finance reviews. */
        static final Controls<OfVoucher> KINDS =
                Controls.of(KindControls.open(OfVoucher::kinds), KindControls.reviewed(OfVoucher::unreviewed));

        /** The controls of signing and stamping, and those of sending what may have been signed. */
        static final Controls<OfVoucher> SIGNING = SignatureControls.signing("payment", OfVoucher::signing);

        static final Controls<OfVoucher> SENDING = SignatureControls.sending("payment", OfVoucher::signing);

        /** What there is of signatures, of a voucher that is made already. */
        private SigningCase signing() {
            PaymentVoucher voucher = facts.document(PaymentVoucher.class);
            Body body = facts.input().body();
            VoucherTerms terms = voucher.terms();
            return new SigningCase(
                    facts.rules(PaymentFlow.RULES).signatures(),
                    voucher::content,
                    body instanceof Signing given ? Optional.of(given.evidence()) : Optional.empty(),
                    Stream.of(terms.signature(), terms.stamp())
                            .flatMap(Optional::stream)
                            .collect(ImmutableList.toImmutableList()),
                    (voucher.state() == VoucherState.CREATED ? VoucherShapes.SIGN : VoucherShapes.STAMP).name());
        }

        /** What they say of their kinds of payment. */
        KindControls.Named kinds() {
            return new KindControls.Named(
                    requests.stream()
                            .map(request -> request.terms().payType())
                            .collect(ImmutableList.toImmutableList()),
                    rules().kinds());
        }

        /** Those that finance reviews and has not reviewed. */
        ImmutableList<KindControls.Unreviewed> unreviewed() {
            return requests.stream()
                    .filter(request -> !request.state().isReviewed() && rules().isReviewedByFinance(request))
                    .map(request -> new KindControls.Unreviewed(
                            request.id().value(),
                            request.terms().payType(),
                            Fen.of(request.terms().amount()),
                            request.state().name(),
                            (request.isProxy() ? PaymentState.PROXY_REVIEWED : PaymentState.FINANCE_REVIEWED).name()))
                    .collect(ImmutableList.toImmutableList());
        }

        private PaymentRules rules() {
            return facts.rules(PaymentFlow.RULES);
        }

        /** What every request must have, by name: the year of the command, and what the first has of all else. */
        ImmutableMap<String, String> expected() {
            return ImmutableMap.<String, String>builder()
                    .putAll(facts(requests.get(0).terms(), facts))
                    .put("fiscal-year", Integer.toString(facts.input().fiscalYear()))
                    .buildKeepingLast();
        }

        /** What a request has of it. */
        static ImmutableMap<String, String> facts(PaymentTerms request, Case facts) {
            return ImmutableMap.<String, String>builder()
                    .put("fiscal-year", Integer.toString(request.fiscalYear()))
                    .put("fund", request.elements().fund())
                    .put(
                            "channel",
                            facts.rules(PaymentFlow.RULES).channel(request).name())
                    .put("pay-type", request.payType())
                    .put("payer", request.payerAccount())
                    .put("payee", name(request.payee()))
                    .buildOrThrow();
        }

        private static String name(PaymentTerms.Payee payee) {
            return payee.name() + " " + payee.account() + " " + payee.bank();
        }
    }
}
