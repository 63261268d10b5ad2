package org.fiscalloop.signature;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiscalloop.decision.Check;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.signature.ContentDigest.Match;

/** The controls of documents that are signed and stamped, for the package whose document it is. */
public final class SignatureControls {
    private static final Source UNCHANGED = Source.certain("《电子签名法》 art. 13: 签署后对数据电文内容和形式的任何改动能够被发现");
    private static final Source ELECTRONIC =
            Source.uncertain("财库〔2022〕5号 art. 3: 资金支付电子化管理; who signs where differs by place");
    private static final Source TWO = Source.own("signer and stamper are two people with a certificate each");

    private static final Fact DIFFERS = text("not its digest", "摘要不一致");
    private static final Fact NOT_OFFERED = text("no provider offers its digest", "摘要算法不可用");

    private SignatureControls() {}

    /**
     * What is asked when a document is signed or stamped: that evidence is given where it must be, that it is of this content,
     * by a certificate that has not signed it yet, and that what was signed before still stands.
     *
     * @param prefix the package's part of the codes, such as {@code payment} of {@code payment.signature-missing}
     * @param of what the case has of signatures
     */
    public static <C> Controls<C> signing(String prefix, Function<C, SigningCase> of) {
        return Controls.of(
                missing(prefix, of), otherContent(prefix, of), sameCertificate(prefix, of), changed(prefix, of));
    }

    /**
     * What is asked when a document that may have been signed goes on: that what was signed still stands.
     *
     * @param prefix the package's part of the codes, such as {@code payment} of {@code payment.signed-content-changed}
     * @param of what the case has of signatures
     */
    public static <C> Controls<C> sending(String prefix, Function<C, SigningCase> of) {
        return Controls.of(changed(prefix, of));
    }

    private static <C> Control<C> missing(String prefix, Function<C, SigningCase> of) {
        return Control.statutory(
                new Reason(
                        prefix + ".signature-missing",
                        "The signature is not there",
                        "缺少电子签名",
                        "evidence of the signature must be given; ask by {allowed}",
                        "须提供电子签名 (签章) 信息; 请使用 {allowed}",
                        ELECTRONIC),
                on(
                        of,
                        c -> c.policy() == SignaturePolicy.REQUIRED && c.given().isEmpty()
                                ? violated(Facts.of(Refusal.ALLOWED, texts(ImmutableList.of(c.allowed()))))
                                : holds()));
    }

    private static <C> Control<C> otherContent(String prefix, Function<C, SigningCase> of) {
        return Control.statutory(
                new Reason(
                        prefix + ".signature-of-other-content",
                        "The signature is of another content",
                        "签名内容与单据不符",
                        "the signature by certificate {certificate} is of {given} ({match}); the document is {allowed}",
                        "证书 {certificate} 的签名内容为 {given} ({match}); 单据内容为 {allowed}",
                        UNCHANGED),
                on(
                        of,
                        c -> c.given().stream()
                                .flatMap(given -> differing(given, c.content().get()))
                                .collect(toImmutableList())));
    }

    private static <C> Control<C> sameCertificate(String prefix, Function<C, SigningCase> of) {
        return new Control<>(
                new Reason(
                        prefix + ".signature-by-same-certificate",
                        "The same certificate has signed already",
                        "同一证书不得既签名又签章",
                        "certificate {certificate} has signed this document already; another one stamps it",
                        "证书 {certificate} 已对本单据签名; 须由另一证书签章",
                        TWO),
                ImmutableSet.of(Severity.WARN, Severity.HARD),
                Severity.HARD,
                on(
                        of,
                        c -> c.given()
                                .filter(given -> c.recorded().stream()
                                        .anyMatch(before -> before.certificate().equals(given.certificate())))
                                .map(given -> violated(Facts.of("certificate", text(given.certificate()))))
                                .orElse(holds())));
    }

    private static <C> Control<C> changed(String prefix, Function<C, SigningCase> of) {
        return Control.statutory(
                new Reason(
                        prefix + ".signed-content-changed",
                        "The document is not what was signed",
                        "单据内容与已签名内容不符",
                        "certificate {certificate} signed {given} ({match}); the document is {allowed}",
                        "证书 {certificate} 已签名的内容为 {given} ({match}); 单据内容为 {allowed}",
                        UNCHANGED),
                on(
                        of,
                        c -> c.recorded().stream()
                                .flatMap(before -> differing(before, c.content().get()))
                                .collect(toImmutableList())));
    }

    private static <C> Check<C> on(Function<C, SigningCase> of, Check<SigningCase> check) {
        return c -> check.violations(of.apply(c));
    }

    private static Stream<ImmutableMap<String, Fact>> differing(SignatureEvidence evidence, SignedContent content) {
        Match match = evidence.match(content);
        if (match == Match.SAME) {
            return Stream.empty();
        }
        String algorithm = evidence.digest().algorithm();
        String allowed = match == Match.NOT_OFFERED
                ? content.form()
                : content.form() + " " + ContentDigest.of(algorithm, content.bytes());
        return Stream.of(Facts.of("certificate", text(evidence.certificate()))
                .and("given", text(evidence.form() + " " + evidence.digest()))
                .and("match", match == Match.OTHER ? DIFFERS : NOT_OFFERED)
                .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed)))
                .map());
    }
}
