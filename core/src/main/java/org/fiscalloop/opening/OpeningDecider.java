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
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.masterdata.Dimensions;

/** Whether an opening is committed: who answers for it, whether there is room for it, whether it holds together. */
final class OpeningDecider {
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
                    OpeningReasons.NOT_SIGNED,
                    Facts.of("division", text(body.opening().division())).and(Refusal.ALLOWED, texts(known))));
        }
        OpeningSignature signature = body.signature().get();
        ImmutableList<OpeningRules.Signer> keys = rules.keysOf(signature.signer());
        if (keys.isEmpty()) {
            return ImmutableList.of(Refusal.of(
                    OpeningReasons.UNKNOWN_SIGNER,
                    Facts.of("signer", text(signature.signer())).and(Refusal.ALLOWED, texts(known))));
        }
        return problem(signature, digest, keys).stream()
                .map(problem -> Refusal.of(
                        OpeningReasons.SIGNATURE_DOES_NOT_HOLD,
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
                    OpeningReasons.BEFORE_ITS_DAY,
                    Facts.of("day", day(opening.day())).and("on", day(c.on()))));
        }
        for (LedgerId ledger : Ledgers.ALL) {
            int balances = c.reads()
                    .balances(ledger, Dimensions.of(Dimensions.DIVISION, opening.division()))
                    .size();
            if (balances > 0) {
                refusals.add(Refusal.of(
                        OpeningReasons.BOOKS_NOT_EMPTY,
                        Facts.of("ledger", OpeningControls.ledger(ledger))
                                .and("division", text(opening.division()))
                                .and("balances", count(balances))));
            }
        }
        for (Restored whole : opening.documents()) {
            if (c.find(whole.id()).isPresent()) {
                refusals.add(Refusal.of(
                        OpeningReasons.DOCUMENT_EXISTS,
                        Facts.of("document", Identity.Name.of(whole.id()).fact())));
            }
        }
        return refusals.build();
    }
}
