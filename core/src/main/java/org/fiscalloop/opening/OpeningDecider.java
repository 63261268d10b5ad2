package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.masterdata.Dimensions;

/** Whether an opening is committed: who answers for it, whether there is room for it, whether it holds together. */
final class OpeningDecider {
    private static final Source OWN =
            Source.own("an opening is the first that is known of a division, and somebody answers for it");

    /** Nobody has signed it. */
    static final Reason NOT_SIGNED = new Reason(
            "opening.not-signed",
            "The opening is not signed",
            "期初数据未签名",
            "the opening of {division} has no signature; those that count are of {allowed}",
            "区划 {division} 的期初数据未签名; 有效签名人: {allowed}",
            OWN);

    /** The signer is none of those listed. */
    static final Reason UNKNOWN_SIGNER = new Reason(
            "opening.unknown-signer",
            "The signer is not listed",
            "签名人未登记",
            "{signer} signed the opening; those whose signatures count are {allowed}",
            "签名人 {signer} 未登记; 有效签名人: {allowed}",
            OWN);

    /** The signature is of something else, or not the signer's. */
    static final Reason SIGNATURE_DOES_NOT_HOLD = new Reason(
            "opening.signature-does-not-hold",
            "The signature does not hold",
            "签名无效",
            "the signature of {signer} by {algorithm} is not of digest {digest}: {problem}",
            "签名人 {signer} 以 {algorithm} 所作签名与摘要 {digest} 不符: {problem}",
            OWN);

    /** It is dated before the day at whose end it stood so. */
    static final Reason BEFORE_ITS_DAY = new Reason(
            "opening.before-its-day",
            "The day of the opening is not over",
            "期初日期未到",
            "the opening is of the end of {day}, it is committed on {on}",
            "期初数据截至 {day} 日终, 建账日期为 {on}",
            OWN);

    /** Something of the division is in the books already. */
    static final Reason BOOKS_NOT_EMPTY = new Reason(
            "opening.books-not-empty",
            "The division has books already",
            "区划已有账务",
            "the ledger {ledger} of {division} holds {balances} balances",
            "区划 {division} 的账 {ledger} 已有 {balances} 笔余额",
            OWN);

    /** One of its documents is there already. */
    static final Reason DOCUMENT_EXISTS = new Reason(
            "opening.document-exists",
            "A document of the opening exists already",
            "期初单据已存在",
            "{document} exists already",
            "{document} 已存在",
            OWN);

    static final Reasons ALL = Reasons.of(
            NOT_SIGNED, UNKNOWN_SIGNER, SIGNATURE_DOES_NOT_HOLD, BEFORE_ITS_DAY, BOOKS_NOT_EMPTY, DOCUMENT_EXISTS);

    private final OpeningFlow flow;

    OpeningDecider(OpeningFlow flow) {
        this.flow = flow;
    }

    Decision<ImmutableList<Happening>> commit(CommitOpening body, Case c) {
        OpeningTerms opening = body.opening();
        Bytes digest = flow.digest(opening);
        return new Findings(signature(body, digest, c), ImmutableList.of())
                .decide(() -> opening)
                .flatMap(signed -> new Findings(room(signed, c), ImmutableList.of()).decide(() -> signed))
                .flatMap(fitting -> flow.check(fitting, c.rules()).decide(() -> fitting))
                .map(sound -> ImmutableList.of(new Happening(
                        new OpeningCommitted(c.move(), seal(body, digest)),
                        ImmutableList.of(),
                        OpeningEntries.of(sound, c.rules()))));
    }

    private static Opening.Seal seal(CommitOpening body, Bytes digest) {
        OpeningTerms opening = body.opening();
        return new Opening.Seal(
                opening.division(),
                opening.fiscalYear(),
                opening.day(),
                digest,
                opening.documents().size(),
                opening.balances().size(),
                body.signature());
    }

    private static ImmutableList<Refusal> signature(CommitOpening body, Bytes digest, Case c) {
        OpeningRules rules = c.rules(OpeningFlow.RULES);
        if (rules.signers().isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList<String> known = rules.signers().stream()
                .map(OpeningRules.Signer::name)
                .distinct()
                .collect(toImmutableList());
        if (body.signature().isEmpty()) {
            return ImmutableList.of(Refusal.of(
                    NOT_SIGNED,
                    Facts.of("division", text(body.opening().division())).and(Refusal.ALLOWED, texts(known))));
        }
        OpeningSignature signature = body.signature().get();
        ImmutableList<OpeningRules.Signer> keys = rules.keysOf(signature.signer());
        if (keys.isEmpty()) {
            return ImmutableList.of(Refusal.of(
                    UNKNOWN_SIGNER, Facts.of("signer", text(signature.signer())).and(Refusal.ALLOWED, texts(known))));
        }
        return problem(signature, digest, keys).stream()
                .map(problem -> Refusal.of(
                        SIGNATURE_DOES_NOT_HOLD,
                        Facts.of("signer", text(signature.signer()))
                                .and("algorithm", text(signature.algorithm()))
                                .and("digest", text(digest.toString()))
                                .and("problem", problem)))
                .collect(toImmutableList());
    }

    private static Optional<Fact> problem(
            OpeningSignature signature, Bytes digest, ImmutableList<OpeningRules.Signer> keys) {
        try {
            return signature.holds(digest, keys)
                    ? Optional.empty()
                    : Optional.of(text("another opening or another key", "期初数据或密钥不同"));
        } catch (GeneralSecurityException unusable) {
            return Optional.of(text(String.valueOf(unusable.getMessage()), "算法或密钥不可用"));
        }
    }

    /** Its day is over, and of all that it brings nothing is there yet. */
    private static ImmutableList<Refusal> room(OpeningTerms opening, Case c) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        if (c.on().isBefore(opening.day())) {
            refusals.add(Refusal.of(
                    BEFORE_ITS_DAY, Facts.of("day", day(opening.day())).and("on", day(c.on()))));
        }
        for (LedgerId ledger : Ledgers.ALL) {
            int balances = c.reads()
                    .balances(ledger, Dimensions.of(Dimensions.DIVISION, opening.division()))
                    .size();
            if (balances > 0) {
                refusals.add(Refusal.of(
                        BOOKS_NOT_EMPTY,
                        Facts.of("ledger", OpeningControls.ledger(ledger))
                                .and("division", text(opening.division()))
                                .and("balances", count(balances))));
            }
        }
        for (Restored whole : opening.documents()) {
            if (c.find(whole.id()).isPresent()) {
                refusals.add(Refusal.of(
                        DOCUMENT_EXISTS,
                        Facts.of("document", Identity.Name.of(whole.id()).fact())));
            }
        }
        return refusals.build();
    }
}
