package org.fiscalloop.correction;

import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Case;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.BatchPayments;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.project.Project;

/**
 * What the controls of a correction look at.
 *
 * @param terms what stands on it after the command
 * @param facts the input and what may be read
 */
record CorrectionCase(CorrectionTerms terms, Case facts) {
    long fen() {
        return Fen.of(terms.amount());
    }

    Elements elements() {
        return terms.elements();
    }

    MasterdataRules masterdata() {
        return facts.rules(MasterdataRules.KEY);
    }

    /** The voucher of the same owner that it names; another's is not spoken of. */
    Optional<PaymentVoucher> voucher() {
        return facts.find(terms.voucher())
                .filter(voucher -> voucher.division().equals(terms.division())
                        && voucher.terms().agency().equals(terms.agency()));
    }

    /** That voucher where it pays the request, and what was paid has reached every book, so that it can be corrected in all. */
    Optional<PaymentVoucher> paid() {
        return voucher()
                .filter(voucher -> voucher.state() == VoucherState.CLEARED || voucher.state() == VoucherState.PAID_OUT)
                .filter(voucher -> voucher.terms().lines().stream()
                        .anyMatch(line -> line.request().equals(terms.request())));
    }

    Optional<PaymentRequest> request() {
        return paid().flatMap(voucher -> facts.find(terms.request()));
    }

    /** The place at which the payment stands wrongly. */
    Optional<VoucherTerms.Part> part() {
        String place = terms.earlier().map(Id::value).orElse("");
        return paid().stream()
                .flatMap(voucher -> voucher.terms().parts().stream())
                .filter(part -> part.line().request().equals(terms.request())
                        && part.correction().equals(place))
                .findFirst();
    }

    /** The coding block by which the payment stands there. */
    Optional<Elements> before() {
        return terms.earlier().isPresent()
                ? terms.earlier()
                        .flatMap(facts::find)
                        .map(earlier -> earlier.terms().elements())
                : request().map(request -> request.terms().elements());
    }

    Optional<Allotment> allotment() {
        return facts.find(terms.allotment());
    }

    /** The contract that the payment names. */
    Optional<Contract> contract() {
        return request()
                .flatMap(request -> request.terms().contract())
                .flatMap(number -> Id.of(Contract.KIND, number))
                .flatMap(facts::find);
    }

    /** What the payment says of its payee list, for the money that it belongs to. */
    Optional<BatchPayments.Use> payees() {
        return request()
                .map(request -> new BatchPayments.Use(
                        request.terms().payees(),
                        terms.elements(),
                        fen(),
                        request.terms().payee().bank(),
                        facts));
    }

    Optional<Project> project() {
        return facts.find(Project.id(terms.elements().project()));
    }

    /**
     * How it is booked where it belongs: by the same agency, out of the same fund, through the same channel, whatever has become
     * of the rules. Nothing where the rules name no expense of its economic class.
     */
    Optional<VoucherTerms.Booking> booking() {
        return part().flatMap(part -> project()
                .flatMap(project -> part.line()
                        .booking()
                        .under(terms.elements(), project.terms().category(), facts.rules())));
    }
}
