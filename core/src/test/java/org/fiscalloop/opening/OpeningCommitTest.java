package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.opening.OpeningFixtures.commit;
import static org.fiscalloop.opening.OpeningFixtures.opening;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An opening is committed once, before all else, by somebody who answers for it. */
class OpeningCommitTest {
    private static final Bytes DIGEST = LoopFlow.OPENING.digest(opening());

    private static KeyPair keys(String algorithm) throws Exception {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    /** The nation's rules, and whose signature counts. */
    private static RuleTimeline signedBy(String name, String keyAlgorithm, KeyPair... keys) {
        ImmutableList<Tree> signers =
                Stream.of(keys).map(pair -> signer(name, keyAlgorithm, pair)).collect(ImmutableList.toImmutableList());
        return OpeningFixtures.TIMELINE
                .with(new Overlay(
                        World.DIVISION,
                        "期初签名人",
                        World.YEAR,
                        java.time.LocalDate.of(World.YEAR - 1, 1, 1),
                        ImmutableList.of(new Overlay.Change(
                                "opening/signers", Tree.items(signers), Source.own("of this test"), false))))
                .match(accepted -> accepted.value(), refused -> {
                    throw new AssertionError(refused.refusals().toString());
                });
    }

    private static Tree signer(String name, String keyAlgorithm, KeyPair keys) {
        return Tree.fields(ImmutableList.of(
                new Tree.Member("name", Tree.text(name)),
                new Tree.Member("keyAlgorithm", Tree.text(keyAlgorithm)),
                new Tree.Member(
                        "publicKey",
                        Tree.text(Bytes.copyOf(ByteBuffer.wrap(keys.getPublic().getEncoded()))
                                .toString()))));
    }

    private static Outcome committed(RuleTimeline rules, Optional<OpeningSignature> signature) {
        return OpeningFixtures.adopted(rules, new InMemoryJournal()).ask(commit(opening(), signature, World.DAY));
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, Ed25519", "RSA, SHA256withRSA", "EC, SHA256withECDSA"})
    void a_signature_that_holds_is_kept_with_the_digest(String keyAlgorithm, String algorithm) throws Exception {
        KeyPair keys = keys(keyAlgorithm);
        RuleTimeline rules = signedBy("财政局", keyAlgorithm, keys);
        OpeningSignature signature = OpeningSignature.sign(DIGEST, "财政局", algorithm, keys.getPrivate());
        FiscalLoop loop = OpeningFixtures.adopted(rules, new InMemoryJournal());
        World.done(loop.ask(commit(opening(), Optional.of(signature), World.DAY)));
        Opening.Seal seal = loop.find(Opening.id(World.DIVISION, OpeningFixtures.DAY))
                .orElseThrow()
                .terms();
        assertThat(seal.digest()).isEqualTo(DIGEST);
        assertThat(seal.signature()).contains(signature);
        assertThat(loop.verify()).isEmpty();
    }

    @Test
    void a_signer_may_sign_with_any_of_several_keys() throws Exception {
        KeyPair first = keys("Ed25519");
        KeyPair second = keys("Ed25519");
        RuleTimeline rules = signedBy("财政局", "Ed25519", first, second);
        for (KeyPair keys : ImmutableList.of(first, second)) {
            OpeningSignature signature = OpeningSignature.sign(DIGEST, "财政局", "Ed25519", keys.getPrivate());
            assertThat(committed(rules, Optional.of(signature)).isDone()).isTrue();
        }
    }

    @Test
    void a_signature_of_something_else_or_by_another_key_does_not_hold() throws Exception {
        KeyPair keys = keys("Ed25519");
        RuleTimeline rules = signedBy("财政局", "Ed25519", keys);
        OpeningSignature ofAnother = OpeningSignature.sign(Bytes.fromHex("00"), "财政局", "Ed25519", keys.getPrivate());
        OpeningSignature byAnother =
                OpeningSignature.sign(DIGEST, "财政局", "Ed25519", keys("Ed25519").getPrivate());
        OpeningSignature noSuchAlgorithm = new OpeningSignature("财政局", "SM3withNothing", Bytes.fromHex("00"));
        assertThat(Stream.of(ofAnother, byAnother, noSuchAlgorithm)
                        .map(signature -> codes(committed(rules, Optional.of(signature)))))
                .containsOnly(ImmutableList.of("opening.signature-does-not-hold"));
        assertThat(committed(rules, Optional.of(noSuchAlgorithm))
                        .refusals()
                        .get(0)
                        .text())
                .contains("SM3withNothing Signature not available");
    }

    @Test
    void an_unknown_signer_or_none_is_refused_where_signers_are_listed() throws Exception {
        KeyPair keys = keys("Ed25519");
        RuleTimeline rules = signedBy("财政局", "Ed25519", keys);
        OpeningSignature unknown = OpeningSignature.sign(DIGEST, "某人", "Ed25519", keys.getPrivate());
        assertThat(codes(committed(rules, Optional.of(unknown)))).containsExactly("opening.unknown-signer");
        assertThat(codes(committed(rules, Optional.empty()))).containsExactly("opening.not-signed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningSignature.sign(
                        DIGEST, "财政局", "Ed25519", keys("RSA").getPrivate()))
                .withMessageStartingWith("cannot sign with Ed25519");
    }

    @Test
    void only_an_administrator_commits_it() {
        FiscalLoop loop = OpeningFixtures.adopted(OpeningFixtures.TIMELINE, new InMemoryJournal());
        var command = commit(opening(), Optional.empty(), World.DAY);
        Outcome asked = loop.ask(new org.fiscalloop.flow.Command(
                command.id(), "finance", World.DIVISION, World.YEAR, World.DAY, command.body()));
        assertThat(codes(asked)).containsExactly("access.unknown-actor");
    }

    @Test
    void it_is_committed_when_its_day_is_over_and_once() {
        FiscalLoop loop = OpeningFixtures.adopted(OpeningFixtures.TIMELINE, new InMemoryJournal());
        assertThat(codes(loop.ask(commit(opening(), Optional.empty(), OpeningFixtures.DAY.minusDays(1)))))
                .containsExactly("opening.before-its-day");
        var command = commit(opening(), Optional.empty(), World.DAY);
        World.done(loop.ask(command));
        assertThat(loop.ask(command).isRepeat()).isTrue();
        assertThat(codes(loop.ask(commit(opening(), Optional.empty(), World.DAY.plusDays(1)))))
                .containsExactly("loop.document-exists");
        OpeningTerms later =
                ImmutableOpeningTerms.builder().from(opening()).day(World.DAY).build();
        assertThat(codes(loop.ask(commit(later, Optional.empty(), World.DAY.plusDays(2)))))
                .contains("opening.books-not-empty", "opening.document-exists");
    }

    @Test
    void a_dry_run_says_what_is_wrong_and_writes_nothing() {
        FiscalLoop loop = OpeningFixtures.adopted(OpeningFixtures.TIMELINE, new InMemoryJournal());
        var before = loop.digest();
        assertThat(loop.dryRun(commit(opening(), Optional.empty(), World.DAY)).isDone())
                .isTrue();
        assertThat(loop.digest()).isEqualTo(before);
    }

    @Test
    void it_is_one_record_with_an_entry_for_each_set_of_books() {
        FiscalLoop loop = OpeningFixtures.adopted(OpeningFixtures.TIMELINE, new InMemoryJournal());
        long before = loop.size();
        Outcome committed = World.done(loop.ask(commit(opening(), Optional.empty(), World.DAY)));
        assertThat(loop.size()).isEqualTo(before + 1);
        assertThat(committed.record().moves()).hasSize(opening().documents().size() + 1);
        assertThat(committed.entries()).hasSize(1 + 2 + 2 * 2 + 1).allSatisfy(entry -> {
            assertThat(entry.rule()).isEqualTo("opening");
            assertThat(entry.date()).isEqualTo(OpeningFixtures.DAY);
        });
        assertThat(loop.trace(World.voucher("V2")))
                .singleElement()
                .satisfies(traced -> assertThat(traced.position()).isEqualTo(before));
    }

    @Test
    void a_division_that_brings_its_adoption_along_needs_none_before() {
        FiscalLoop here = OpeningFixtures.adopted(OpeningFixtures.TIMELINE, new InMemoryJournal());
        World.done(here.ask(commit(opening(), Optional.empty(), World.DAY)));
        OpeningTerms exported = here.opening(World.DIVISION, World.YEAR, World.DAY);
        FiscalLoop there = FiscalLoop.open(new InMemoryJournal(), OpeningFixtures.TIMELINE);
        assertThat(codes(there.ask(commit(opening(), Optional.empty(), World.DAY.plusDays(1)))))
                .containsExactly("loop.rulebook-not-adopted");
        World.done(there.ask(commit(exported, Optional.empty(), World.DAY)));
        assertThat(there.balances().kept()).isEqualTo(here.balances().kept());
    }
}
