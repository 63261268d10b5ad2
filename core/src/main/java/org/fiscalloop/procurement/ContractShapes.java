package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.procurement.ContractTerms.Acceptance;
import org.fiscalloop.procurement.ContractTerms.Publication;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.fiscalloop.procurement.ProcurementCommands.AcceptContract;
import org.fiscalloop.procurement.ProcurementCommands.AcceptDelivery;
import org.fiscalloop.procurement.ProcurementCommands.PublishContract;
import org.fiscalloop.procurement.ProcurementCommands.ReserveAllotments;
import org.fiscalloop.procurement.ProcurementCommands.ReviseContract;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementCommands.SupplementContract;
import org.fiscalloop.procurement.ProcurementEvents.AllotmentsReserved;
import org.fiscalloop.procurement.ProcurementEvents.ContractAccepted;
import org.fiscalloop.procurement.ProcurementEvents.ContractPublished;
import org.fiscalloop.procurement.ProcurementEvents.ContractRevised;
import org.fiscalloop.procurement.ProcurementEvents.ContractSigned;
import org.fiscalloop.procurement.ProcurementEvents.ContractSupplemented;
import org.fiscalloop.procurement.ProcurementEvents.ContractVoided;
import org.joda.money.Money;

/** The forms of contracts: their terms, commands and events, for the journal and for trees. */
public final class ContractShapes {
    private static final int FIRST = 0x110;
    private static final int LAST = 0x11F;

    private static final Type<ImmutableList<Reservation>> RESERVATIONS = Type.list(Type.nested(reservation()));
    private static final Type<Supplement> SUPPLEMENT = Type.nested(supplement());
    private static final Type<Acceptance> ACCEPTANCE = Type.nested(acceptance());
    private static final Type<Publication> PUBLICATION = Type.nested(publication());

    /** What is filled in on a contract, and what has been agreed and accepted since. */
    public static final Shape<ContractTerms> TERMS = terms();

    static final Shape<SignContract> SIGN = sign();
    static final Shape<ReviseContract> REVISE = revise();
    static final Shape<SupplementContract> ADD = add();
    static final Shape<ReserveAllotments> RESERVE = reserve();
    static final Shape<AcceptDelivery> ACCEPT_PART = acceptPart();
    static final Shape<AcceptContract> ACCEPT = accept();
    static final Shape<ContractSigned> SIGNED = signed();
    static final Shape<ContractRevised> REVISED = revised();
    static final Shape<ContractVoided> VOIDED = voided();
    static final Shape<ContractSupplemented> SUPPLEMENTED = supplemented();
    static final Shape<AllotmentsReserved> RESERVED = reserved();
    static final Shape<ContractAccepted> ACCEPTED = accepted();
    static final Shape<PublishContract> PUBLISH = publish();
    static final Shape<ContractPublished> PUBLISHED = published();

    /** All forms of contracts with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "contract",
            FIRST,
            LAST,
            TERMS,
            SIGN,
            REVISE,
            ADD,
            RESERVE,
            ACCEPT_PART,
            ACCEPT,
            SIGNED,
            REVISED,
            VOIDED,
            SUPPLEMENTED,
            RESERVED,
            ACCEPTED,
            PUBLISH,
            PUBLISHED);

    private ContractShapes() {}

    private static Shape<Reservation> reservation() {
        Field<Reservation, Id<Allotment>> allotment =
                Field.of("allotment", KernelTypes.id(Allotment.KIND), Reservation::allotment);
        Field<Reservation, Money> amount = Field.of("amount", Type.money(), Reservation::amount);
        return Shape.<Reservation>nested("reservation")
                .fields(allotment, amount)
                .maker(v -> new Reservation(v.get(allotment), v.get(amount)));
    }

    private static Shape<Supplement> supplement() {
        Field<Supplement, String> number = Field.of("number", Type.text(), Supplement::number);
        Field<Supplement, LocalDate> signedOn = Field.of("signedOn", Type.date(), Supplement::signedOn);
        Field<Supplement, Money> amount = Field.of("amount", Type.money(), Supplement::amount);
        Field<Supplement, Money> beforeAcceptance =
                Field.of("beforeAcceptance", Type.money(), Supplement::beforeAcceptance);
        return Shape.<Supplement>nested("supplement")
                .fields(number, signedOn, amount, beforeAcceptance)
                .maker(v -> new Supplement(v.get(number), v.get(signedOn), v.get(amount), v.get(beforeAcceptance)));
    }

    private static Shape<Acceptance> acceptance() {
        Field<Acceptance, String> number = Field.of("number", Type.text(), Acceptance::number);
        Field<Acceptance, LocalDate> deliveredOn = Field.of("deliveredOn", Type.date(), Acceptance::deliveredOn);
        Field<Acceptance, Money> payable = Field.of("payable", Type.money(), Acceptance::payable);
        Field<Acceptance, Boolean> last = Field.of("last", Type.bool(), Acceptance::last);
        return Shape.<Acceptance>nested("acceptance")
                .fields(number, deliveredOn, payable, last)
                .maker(v -> new Acceptance(v.get(number), v.get(deliveredOn), v.get(payable), v.get(last)));
    }

    private static Shape<Publication> publication() {
        Field<Publication, LocalDate> publishedOn = Field.of("publishedOn", Type.date(), Publication::publishedOn);
        Field<Publication, String> medium = Field.of("medium", Type.text(), Publication::medium);
        Field<Publication, String> number = Field.of("number", Type.text(), Publication::number);
        return Shape.<Publication>nested("publication")
                .fields(publishedOn, medium, number)
                .maker(v -> new Publication(v.get(publishedOn), v.get(medium), v.get(number)));
    }

    private static Shape<ContractTerms> terms() {
        Field<ContractTerms, String> division = Field.of("division", Type.text(), ContractTerms::division);
        Field<ContractTerms, String> agency = Field.of("agency", Type.text(), ContractTerms::agency);
        Field<ContractTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", ContractTerms::fiscalYear);
        Field<ContractTerms, ProjectCode> project =
                Field.of("project", MasterdataTypes.PROJECT, ContractTerms::project);
        Field<ContractTerms, Optional<Id<ProcurementPlan>>> plan =
                Field.of("plan", Type.optional(ProcurementShapes.PLAN), ContractTerms::plan);
        Field<ContractTerms, Optional<String>> award =
                Field.of("award", Type.optional(Type.text()), ContractTerms::award);
        Field<ContractTerms, Supplier> supplier =
                Field.of("supplier", ProcurementShapes.SUPPLIER, ContractTerms::supplier);
        Field<ContractTerms, Money> amount = Field.of("amount", Type.money(), ContractTerms::amount);
        Field<ContractTerms, LocalDate> signedOn = Field.of("signedOn", Type.date(), ContractTerms::signedOn);
        Field<ContractTerms, Money> performanceBond =
                Field.of("performanceBond", Type.money(), ContractTerms::performanceBond);
        Field<ContractTerms, Money> beforeAcceptance =
                Field.of("beforeAcceptance", Type.money(), ContractTerms::beforeAcceptance);
        Field<ContractTerms, Optional<Integer>> dueDays =
                Field.of("dueDays", Type.optional(Type.int32()), ContractTerms::dueDays);
        Field<ContractTerms, ImmutableList<Reservation>> reservations =
                Field.of("reservations", RESERVATIONS, ContractTerms::reservations);
        Field<ContractTerms, ImmutableList<Supplement>> supplements = Field.of(
                        "supplements", Type.list(SUPPLEMENT), ContractTerms::supplements)
                .orElse(ImmutableList.of());
        Field<ContractTerms, ImmutableList<Acceptance>> acceptances = Field.of(
                        "acceptances", Type.list(ACCEPTANCE), ContractTerms::acceptances)
                .orElse(ImmutableList.of());
        Field<ContractTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, ContractTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        Field<ContractTerms, Optional<Publication>> publication = Field.of(
                        "publication", Type.optional(PUBLICATION), ContractTerms::publication)
                .since(2, Optional.empty());
        return Shape.of(FIRST, "contract-terms", ContractTerms.class)
                .fields(division, agency, fiscalYear, project, plan, award, supplier, amount)
                .fields(
                        signedOn,
                        performanceBond,
                        beforeAcceptance,
                        dueDays,
                        reservations,
                        supplements,
                        acceptances,
                        attributes)
                .fields(publication)
                .maker(v -> ImmutableContractTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .project(v.get(project))
                        .plan(v.get(plan))
                        .award(v.get(award))
                        .supplier(v.get(supplier))
                        .amount(v.get(amount))
                        .signedOn(v.get(signedOn))
                        .performanceBond(v.get(performanceBond))
                        .beforeAcceptance(v.get(beforeAcceptance))
                        .dueDays(v.get(dueDays))
                        .reservations(v.get(reservations))
                        .supplements(v.get(supplements))
                        .acceptances(v.get(acceptances))
                        .attributes(v.get(attributes))
                        .publication(v.get(publication))
                        .build());
    }

    private static Shape<SignContract> sign() {
        Field<SignContract, Id<Contract>> contract =
                Field.of("contract", ProcurementShapes.CONTRACT, SignContract::contract);
        Field<SignContract, ContractTerms> terms = Field.of("terms", Type.nested(TERMS), SignContract::terms);
        return Shape.of(FIRST + 1, "sign-contract", SignContract.class)
                .fields(contract, terms)
                .maker(v -> new SignContract(v.get(contract), v.get(terms)));
    }

    private static Shape<ReviseContract> revise() {
        Field<ReviseContract, Id<Contract>> contract =
                Field.of("contract", ProcurementShapes.CONTRACT, ReviseContract::contract);
        Field<ReviseContract, ContractTerms> terms = Field.of("terms", Type.nested(TERMS), ReviseContract::terms);
        return Shape.of(FIRST + 2, "revise-contract", ReviseContract.class)
                .fields(contract, terms)
                .maker(v -> new ReviseContract(v.get(contract), v.get(terms)));
    }

    private static Shape<SupplementContract> add() {
        Field<SupplementContract, Id<Contract>> contract =
                Field.of("contract", ProcurementShapes.CONTRACT, SupplementContract::contract);
        Field<SupplementContract, Supplement> supplement =
                Field.of("supplement", SUPPLEMENT, SupplementContract::supplement);
        Field<SupplementContract, ImmutableList<Reservation>> reservations =
                Field.of("reservations", RESERVATIONS, SupplementContract::reservations);
        return Shape.of(FIRST + 3, "supplement-contract", SupplementContract.class)
                .fields(contract, supplement, reservations)
                .maker(v -> new SupplementContract(v.get(contract), v.get(supplement), v.get(reservations)));
    }

    private static Shape<ReserveAllotments> reserve() {
        Field<ReserveAllotments, Id<Contract>> contract =
                Field.of("contract", ProcurementShapes.CONTRACT, ReserveAllotments::contract);
        Field<ReserveAllotments, ImmutableList<Reservation>> reservations =
                Field.of("reservations", RESERVATIONS, ReserveAllotments::reservations);
        return Shape.of(FIRST + 4, "reserve-allotments", ReserveAllotments.class)
                .fields(contract, reservations)
                .maker(v -> new ReserveAllotments(v.get(contract), v.get(reservations)));
    }

    private static Shape<AcceptDelivery> acceptPart() {
        Field<AcceptDelivery, Id<Contract>> contract =
                Field.of("contract", ProcurementShapes.CONTRACT, AcceptDelivery::contract);
        Field<AcceptDelivery, String> report = Field.of("report", Type.text(), AcceptDelivery::report);
        Field<AcceptDelivery, LocalDate> deliveredOn =
                Field.of("deliveredOn", Type.date(), AcceptDelivery::deliveredOn);
        Field<AcceptDelivery, Money> payable = Field.of("payable", Type.money(), AcceptDelivery::payable);
        return Shape.of(FIRST + 5, "accept-delivery", AcceptDelivery.class)
                .fields(contract, report, deliveredOn, payable)
                .maker(v -> new AcceptDelivery(v.get(contract), v.get(report), v.get(deliveredOn), v.get(payable)));
    }

    private static Shape<AcceptContract> accept() {
        Field<AcceptContract, Id<Contract>> contract =
                Field.of("contract", ProcurementShapes.CONTRACT, AcceptContract::contract);
        Field<AcceptContract, String> report = Field.of("report", Type.text(), AcceptContract::report);
        Field<AcceptContract, LocalDate> deliveredOn =
                Field.of("deliveredOn", Type.date(), AcceptContract::deliveredOn);
        return Shape.of(FIRST + 6, "accept-contract", AcceptContract.class)
                .fields(contract, report, deliveredOn)
                .maker(v -> new AcceptContract(v.get(contract), v.get(report), v.get(deliveredOn)));
    }

    private static Shape<ContractSigned> signed() {
        Field<ContractSigned, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(ProcurementShapes.MOVE), ContractSigned::moves);
        Field<ContractSigned, ContractTerms> terms = Field.of("terms", Type.nested(TERMS), ContractSigned::terms);
        return Shape.of(FIRST + 7, "contract-signed", ContractSigned.class)
                .fields(moves, terms)
                .maker(v -> new ContractSigned(v.get(moves), v.get(terms)));
    }

    private static Shape<ContractRevised> revised() {
        Field<ContractRevised, Move> move = Field.of("move", ProcurementShapes.MOVE, ContractRevised::move);
        Field<ContractRevised, ContractTerms> terms = Field.of("terms", Type.nested(TERMS), ContractRevised::terms);
        return Shape.of(FIRST + 8, "contract-revised", ContractRevised.class)
                .fields(move, terms)
                .maker(v -> new ContractRevised(v.get(move), v.get(terms)));
    }

    private static Shape<ContractVoided> voided() {
        Field<ContractVoided, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(ProcurementShapes.MOVE), ContractVoided::moves);
        return Shape.of(FIRST + 9, "contract-voided", ContractVoided.class)
                .fields(moves)
                .maker(v -> new ContractVoided(v.get(moves)));
    }

    private static Shape<ContractSupplemented> supplemented() {
        Field<ContractSupplemented, Move> move = Field.of("move", ProcurementShapes.MOVE, ContractSupplemented::move);
        Field<ContractSupplemented, Supplement> supplement =
                Field.of("supplement", SUPPLEMENT, ContractSupplemented::supplement);
        Field<ContractSupplemented, ImmutableList<Reservation>> reservations =
                Field.of("reservations", RESERVATIONS, ContractSupplemented::reservations);
        return Shape.of(FIRST + 10, "contract-supplemented", ContractSupplemented.class)
                .fields(move, supplement, reservations)
                .maker(v -> new ContractSupplemented(v.get(move), v.get(supplement), v.get(reservations)));
    }

    private static Shape<AllotmentsReserved> reserved() {
        Field<AllotmentsReserved, Move> move = Field.of("move", ProcurementShapes.MOVE, AllotmentsReserved::move);
        Field<AllotmentsReserved, ImmutableList<Reservation>> reservations =
                Field.of("reservations", RESERVATIONS, AllotmentsReserved::reservations);
        return Shape.of(FIRST + 11, "allotments-reserved", AllotmentsReserved.class)
                .fields(move, reservations)
                .maker(v -> new AllotmentsReserved(v.get(move), v.get(reservations)));
    }

    private static Shape<ContractAccepted> accepted() {
        Field<ContractAccepted, Move> move = Field.of("move", ProcurementShapes.MOVE, ContractAccepted::move);
        Field<ContractAccepted, Acceptance> acceptance =
                Field.of("acceptance", ACCEPTANCE, ContractAccepted::acceptance);
        return Shape.of(FIRST + 12, "contract-accepted", ContractAccepted.class)
                .fields(move, acceptance)
                .maker(v -> new ContractAccepted(v.get(move), v.get(acceptance)));
    }

    private static Shape<PublishContract> publish() {
        Field<PublishContract, Id<Contract>> contract =
                Field.of("contract", ProcurementShapes.CONTRACT, PublishContract::contract);
        Field<PublishContract, Publication> publication =
                Field.of("publication", PUBLICATION, PublishContract::publication);
        return Shape.of(FIRST + 13, "publish-contract", PublishContract.class)
                .fields(contract, publication)
                .maker(v -> new PublishContract(v.get(contract), v.get(publication)));
    }

    private static Shape<ContractPublished> published() {
        Field<ContractPublished, Move> move = Field.of("move", ProcurementShapes.MOVE, ContractPublished::move);
        Field<ContractPublished, Publication> publication =
                Field.of("publication", PUBLICATION, ContractPublished::publication);
        return Shape.of(FIRST + 14, "contract-published", ContractPublished.class)
                .fields(move, publication)
                .maker(v -> new ContractPublished(v.get(move), v.get(publication)));
    }
}
