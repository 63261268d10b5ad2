package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;

/** The forms of openings. Those that hold documents are made of the forms of every kind there is. */
public final class OpeningShapes {
    /** The first tag of the forms of openings. */
    public static final int FIRST = 0xC0;

    /** The last tag of the forms of openings. */
    public static final int LAST = 0xCF;

    private static final Type<Optional<OpeningSignature>> SIGNATURE = Type.optional(Type.nested(signature()));

    static final Shape<Opening.Seal> SEAL = seal();

    /** An opening that has been committed. */
    public static final Shape<OpeningCommitted> COMMITTED = committed();

    /** The form of the rules of openings. */
    public static final Shape<OpeningRules> RULES = rules();

    private OpeningShapes() {}

    private static Shape<OpeningSignature> signature() {
        Field<OpeningSignature, String> signer = Field.of("signer", Type.text(), OpeningSignature::signer);
        Field<OpeningSignature, String> algorithm = Field.of("algorithm", Type.text(), OpeningSignature::algorithm);
        Field<OpeningSignature, Bytes> value = Field.of("value", Type.bytes(), OpeningSignature::value);
        return Shape.<OpeningSignature>nested("opening-signature")
                .fields(signer, algorithm, value)
                .maker(v -> new OpeningSignature(v.get(signer), v.get(algorithm), v.get(value)));
    }

    private static Shape<Opening.Seal> seal() {
        Field<Opening.Seal, String> division = Field.of("division", Type.text(), Opening.Seal::division);
        Field<Opening.Seal, Integer> fiscalYear = Field.ofInt("fiscalYear", Opening.Seal::fiscalYear);
        Field<Opening.Seal, LocalDate> day = Field.of("day", Type.date(), Opening.Seal::day);
        Field<Opening.Seal, Bytes> digest = Field.of("digest", Type.bytes(), Opening.Seal::digest);
        Field<Opening.Seal, Integer> documents = Field.ofInt("documents", Opening.Seal::documents);
        Field<Opening.Seal, Integer> balances = Field.ofInt("balances", Opening.Seal::balances);
        Field<Opening.Seal, Optional<OpeningSignature>> signature =
                Field.of("signature", SIGNATURE, Opening.Seal::signature);
        return Shape.<Opening.Seal>nested("opening-seal")
                .fields(division, fiscalYear, day, digest, documents, balances, signature)
                .maker(v -> new Opening.Seal(
                        v.get(division),
                        v.get(fiscalYear),
                        v.get(day),
                        v.get(digest),
                        v.get(documents),
                        v.get(balances),
                        v.get(signature)));
    }

    private static Shape<OpeningCommitted> committed() {
        Field<OpeningCommitted, Move> move =
                Field.of("move", KernelTypes.move(KernelTypes.idOf(Opening.KIND)), OpeningCommitted::move);
        Field<OpeningCommitted, Opening.Seal> seal = Field.of("seal", Type.nested(SEAL), OpeningCommitted::seal);
        return Shape.of(FIRST + 1, "opening-committed", OpeningCommitted.class)
                .fields(move, seal)
                .maker(v -> new OpeningCommitted(v.get(move), v.get(seal)));
    }

    private static Shape<OpenedBalance> balance() {
        Type<YearMonth> monthLike =
                Type.mapped("month like 2024-03", Type.text(), YearMonth::parse, YearMonth::toString);
        Field<OpenedBalance, Meaning> account = Field.of("account", KernelTypes.meaning(), OpenedBalance::account);
        Field<OpenedBalance, Segments> segments =
                Field.of("segments", KernelTypes.segments(Dimensions.ALL), OpenedBalance::segments);
        Field<OpenedBalance, Long> debitIncrease =
                Field.ofFen("debitIncrease", balance -> balance.booked().debitIncrease());
        Field<OpenedBalance, Long> debitDecrease =
                Field.ofFen("debitDecrease", balance -> balance.booked().debitDecrease());
        Field<OpenedBalance, Long> creditIncrease =
                Field.ofFen("creditIncrease", balance -> balance.booked().creditIncrease());
        Field<OpenedBalance, Long> creditDecrease =
                Field.ofFen("creditDecrease", balance -> balance.booked().creditDecrease());
        Field<OpenedBalance, Optional<YearMonth>> month =
                Field.of("month", Type.optional(monthLike), OpenedBalance::month);
        return Shape.<OpenedBalance>nested("opened-balance")
                .fields(account, segments, debitIncrease, debitDecrease, creditIncrease, creditDecrease, month)
                .maker(v -> new OpenedBalance(
                        v.get(account),
                        v.get(segments),
                        new Balance(
                                v.get(debitIncrease),
                                v.get(debitDecrease),
                                v.get(creditIncrease),
                                v.get(creditDecrease)),
                        v.get(month)));
    }

    /** What is filled in on a document, and of which kind that is. */
    private record Filled(String kind, Terms terms) {}

    /** A document of one of these kinds. */
    private static Shape<Restored> restored(ImmutableList<DocumentType<?, ?, ?>> types) {
        ImmutableMap<String, Type<Filled>> forms = types.stream()
                .collect(ImmutableMap.toImmutableMap(
                        type -> type.kind().code(),
                        type -> type.filledIn(filledIn -> new Filled(type.kind().code(), filledIn), Filled::terms)));
        Type<Id<?>> anyId =
                KernelTypes.idOf(types.stream().map(DocumentType::kind).collect(toImmutableSet()));
        Field<Restored, Id<?>> id = Field.of("id", anyId, Restored::id);
        Field<Restored, Filled> terms = Field.of(
                "terms",
                Type.named("what is filled in on such a document, after its kind as type", Filled::kind, forms),
                whole -> new Filled(whole.id().kind().code(), whole.terms()));
        Field<Restored, Trail> trail = Field.of("trail", KernelTypes.trail(), Restored::trail);
        return Shape.<Restored>nested("restored").fields(id, terms, trail).maker(v -> {
            if (!v.get(terms).kind().equals(v.get(id).kind().code())) {
                throw new IllegalArgumentException("terms of " + v.get(id) + " must be of its kind, not of "
                        + v.get(terms).kind());
            }
            return new Restored(v.get(id), v.get(terms).terms(), v.get(trail));
        });
    }

    /** An opening that holds documents of these kinds. */
    static Shape<OpeningTerms> opening(ImmutableList<DocumentType<?, ?, ?>> types) {
        Type<Restored> document = Type.nested(restored(types));
        Field<OpeningTerms, String> division = Field.of("division", Type.text(), OpeningTerms::division);
        Field<OpeningTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", OpeningTerms::fiscalYear);
        Field<OpeningTerms, LocalDate> day = Field.of("day", Type.date(), OpeningTerms::day);
        Field<OpeningTerms, ImmutableList<Restored>> documents =
                Field.of("documents", Type.list(document), OpeningTerms::documents);
        Field<OpeningTerms, ImmutableList<OpenedBalance>> balances =
                Field.of("balances", Type.list(Type.nested(balance())), OpeningTerms::balances);
        return Shape.<OpeningTerms>nested("opening")
                .fields(division, fiscalYear, day, documents, balances)
                .maker(v -> ImmutableOpeningTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(fiscalYear))
                        .day(v.get(day))
                        .documents(v.get(documents))
                        .balances(v.get(balances))
                        .build());
    }

    static Shape<CommitOpening> commit(Shape<OpeningTerms> openingForm) {
        Field<CommitOpening, OpeningTerms> opening =
                Field.of("opening", Type.nested(openingForm), CommitOpening::opening);
        Field<CommitOpening, Optional<OpeningSignature>> signature =
                Field.of("signature", SIGNATURE, CommitOpening::signature);
        return Shape.of(FIRST, "commit-opening", CommitOpening.class)
                .fields(opening, signature)
                .maker(v -> new CommitOpening(v.get(opening), v.get(signature)));
    }

    private static Shape<OpeningRules.Signer> signer() {
        Field<OpeningRules.Signer, String> name = Field.of("name", Type.text(), OpeningRules.Signer::name);
        Field<OpeningRules.Signer, String> keyAlgorithm =
                Field.of("keyAlgorithm", Type.text(), OpeningRules.Signer::keyAlgorithm);
        Field<OpeningRules.Signer, Bytes> publicKey =
                Field.of("publicKey", Type.bytes(), OpeningRules.Signer::publicKey);
        return Shape.<OpeningRules.Signer>nested("opening-signer")
                .fields(name, keyAlgorithm, publicKey)
                .maker(v -> new OpeningRules.Signer(v.get(name), v.get(keyAlgorithm), v.get(publicKey)));
    }

    private static Shape<OpeningRules> rules() {
        Field<OpeningRules, Lifecycle<Opening.State, Opening.Action>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(Opening.State.class, Opening.Action.class), OpeningRules::lifecycle);
        Field<OpeningRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, OpeningRules::reviews);
        Field<OpeningRules, ImmutableList<OpeningRules.Signer>> signers =
                Field.of("signers", Type.list(Type.nested(signer())), OpeningRules::signers);
        Field<OpeningRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, OpeningRules::severities);
        return Shape.<OpeningRules>nested("opening-rules")
                .fields(lifecycle, reviews, signers, severities)
                .maker(v -> ImmutableOpeningRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .signers(v.get(signers))
                        .severities(v.get(severities))
                        .build());
    }
}
