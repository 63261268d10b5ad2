package org.fiscalloop.examples.scenarios;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.fiscalloop.flow.Command;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpeningSignature;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.opening.tables.OpeningTables;
import org.fiscalloop.rulebook.RulesInForce;

/** Brings a division in from the tables of a case (期初建账). */
final class TablesOpening {
    private TablesOpening() {}

    /**
     * What comes of it. Tables that cannot be read are refused, row by row, and nothing is asked.
     *
     * @throws IllegalArgumentException if no rulebook is in force on the day, a table has a name that is none, or nothing can
     *     be signed so
     */
    static Result bring(Deed.Opening deed, String division, FiscalLoop loop) {
        RulesInForce rules = loop.rules()
                .at(division, deed.fiscalYear(), deed.on())
                .orElseThrow(() -> new IllegalArgumentException("no rulebook is in force on " + deed.on()));
        OpeningTables.Reading reading = OpeningTables.read(
                deed.tables(),
                new OpeningTables.Setting(division, deed.fiscalYear(), deed.until(), deed.actor()),
                rules);
        if (!reading.problems().isEmpty()) {
            return Result.refused(reading.problems());
        }
        OpeningTerms opening = reading.opening();
        return Result.of(loop.ask(new Command(
                deed.input(),
                deed.actor(),
                division,
                deed.fiscalYear(),
                deed.on(),
                new CommitOpening(opening, deed.signing().map(signing -> signature(opening, signing))))));
    }

    private static OpeningSignature signature(OpeningTerms opening, Deed.Signing signing) {
        return OpeningSignature.sign(
                LoopFlow.OPENING.digest(opening), signing.signer(), signing.algorithm(), key(signing));
    }

    private static PrivateKey key(Deed.Signing signing) {
        try {
            return KeyFactory.getInstance(signing.keyAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(signing.key().toByteArray()));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("no key of " + signing.keyAlgorithm() + ": " + unusable.getMessage());
        }
    }
}
