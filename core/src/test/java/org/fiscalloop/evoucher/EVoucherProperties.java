package org.fiscalloop.evoucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.evoucher.EVoucherFixtures.READER;
import static org.fiscalloop.evoucher.EVoucherFixtures.value;
import static org.fiscalloop.evoucher.EVoucherFixtures.writer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.journal.Bytes;

/** What holds of any bytes and any texts. */
class EVoucherProperties {
    private static void read(byte[] message) {
        EVoucherReading reading = READER.read(Bytes.copyOf(ByteBuffer.wrap(message)));
        assertThat(reading.vouchers().isEmpty() && reading.refusals().isEmpty())
                .as("something is said of every message")
                .isFalse();
        reading.refusals().forEach(refusal -> {
            assertThat(refusal.text()).isNotBlank();
            assertThat(refusal.textZh()).isNotBlank();
        });
        reading.vouchers().forEach(received -> {
            EVoucherContent content = received.voucher().body().content();
            assertThat(content.date()).isNotNull();
            assertThat(EVoucherLayouts.NATIONAL.check(received.voucher())).isEmpty();
        });
    }

    @Property(tries = 2_000)
    void any_bytes_give_a_value_or_a_refusal(@ForAll byte[] message) {
        read(message);
    }

    @Property(tries = 2_000)
    void any_text_in_an_envelope_gives_a_value_or_a_refusal(@ForAll String content) {
        read(EVoucherFixtures.message(content).toByteArray());
        read(EVoucherFixtures.envelope(content).toByteArray());
    }

    /** A message of every type, of which some bytes are others, inside or outside of the content. */
    @Property(tries = 2_000)
    void any_damage_to_a_message_gives_a_value_or_a_refusal(
            @ForAll @IntRange(max = 11) int which,
            @ForAll boolean isInside,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 4_000) Integer> places,
            @ForAll byte other) {
        EVoucher voucher = EVoucherFixtures.everyType().get(which);
        byte[] message = value(writer(VoucherEncoding.GBK).write(ImmutableList.of(voucher)))
                .toByteArray();
        if (!isInside) {
            places.forEach(place -> message[place % message.length] = other);
            read(message);
            return;
        }
        byte[] content =
                value(writer(VoucherEncoding.GBK).content(voucher)).bytes().toByteArray();
        places.forEach(place -> content[place % content.length] = other);
        String text = new String(message, StandardCharsets.ISO_8859_1);
        read(text.replaceAll(
                        "<Voucher>[^<]*</Voucher>",
                        "<Voucher>" + Base64.getEncoder().encodeToString(content) + "</Voucher>")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.strings().withChars("&<>\"'; \t\r\n#x0amp").ofMaxLength(12),
                        Arbitraries.strings().withCharRange('\u4E00', '\u9FA5').ofMaxLength(12))
                .filter(text -> !text.isBlank());
    }

    /** Nothing is lost and nothing is replaced: what is written is read as it was, and what is not written is refused. */
    @Property(tries = 1_000)
    void what_is_written_is_read_as_it_was(
            @ForAll VoucherEncoding encoding, @ForAll("texts") String name, @ForAll("texts") String attach) {
        EVoucher order = EVoucherFixtures.order();
        EVoucher voucher = ImmutableEVoucher.copyOf(order)
                .withAttach(attach)
                .withBody(new EVoucherBody(
                        order.type(),
                        ImmutableMap.<String, String>builder()
                                .putAll(order.body().head())
                                .put("AgencyName", name)
                                .buildKeepingLast(),
                        order.body().details()));
        Decision<Bytes> written = writer(encoding).write(ImmutableList.of(voucher));
        if (written.isAccepted()) {
            EVoucherReading reading = READER.read(value(written));
            assertThat(reading.refusals()).isEmpty();
            assertThat(reading.vouchers().get(0).voucher()).isEqualTo(voucher);
            assertThat(value(writer(encoding).write(ImmutableList.of(voucher)))).isEqualTo(value(written));
        } else {
            assertThat(EVoucherFixtures.codes(written.refusals()))
                    .isSubsetOf("evoucher.character", "evoucher.escaped-twice");
        }
    }

    /** The encoders of the JDK and its decoders are of one mind about every character that GBK has. */
    @Property(tries = 1)
    void every_character_that_gbk_writes_it_reads_as_it_was() {
        for (int point = 0; point <= Character.MAX_VALUE; point++) {
            String character = Character.toString(point);
            if (VoucherEncoding.GBK.unwritable(character).isEmpty()) {
                Decision<String> read = VoucherEncoding.GBK.decode(
                        VoucherEncoding.GBK.encode(character).buffer(), EVoucherReasons.CONTENT);
                assertThat(value(read)).isEqualTo(character);
            }
        }
    }
}
