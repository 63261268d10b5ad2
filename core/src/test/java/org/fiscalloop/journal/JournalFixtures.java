package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.JournalRecord.Header;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Dimensions;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;

/** A small payment, as the packages above will declare theirs. */
final class JournalFixtures {

    /** What a person asks for. */
    record Pay(Id<Document> request, String payee, long fen, LocalDate on, ImmutableMap<String, String> extra) {

        static final Field<Pay, Id<Document>> REQUEST =
                Field.of("request", KernelTypes.id(JournalFixtures.REQUEST), Pay::request);
        static final Field<Pay, String> PAYEE = Field.of("payee", Type.text(), Pay::payee);
        static final Field<Pay, Long> AMOUNT = Field.ofFen("amount", Pay::fen);
        static final Field<Pay, LocalDate> ON = Field.of("on", Type.date(), Pay::on);
        static final Field<Pay, ImmutableMap<String, String>> EXTRA =
                Field.of("extra", Type.map(Type.text()), Pay::extra).orElse(ImmutableMap.of());

        static final Shape<Pay> SHAPE = Shape.of(1, "pay", Pay.class)
                .fields(REQUEST, PAYEE, AMOUNT, ON, EXTRA)
                .maker(v -> new Pay(v.get(REQUEST), v.get(PAYEE), v.get(AMOUNT), v.get(ON), v.get(EXTRA)));
    }

    /** What happened to a document. */
    record Moved(Move move) {

        static final Field<Moved, Move> MOVE = Field.of(
                "move",
                KernelTypes.move(KernelTypes.idOf(JournalFixtures.REQUEST, JournalFixtures.VOUCHER)),
                Moved::move);

        static final Shape<Moved> SHAPE =
                Shape.of(2, "moved", Moved.class).fields(MOVE).maker(v -> new Moved(v.get(MOVE)));
    }

    /** What was paid. */
    record Paid(Id<Document> voucher, long fen) {

        static final Field<Paid, Id<Document>> VOUCHER_ID =
                Field.of("voucher", KernelTypes.id(JournalFixtures.VOUCHER), Paid::voucher);
        static final Field<Paid, Long> AMOUNT = Field.ofFen("amount", Paid::fen);

        static final Shape<Paid> SHAPE = Shape.of(3, "paid", Paid.class)
                .fields(VOUCHER_ID, AMOUNT)
                .maker(v -> new Paid(v.get(VOUCHER_ID), v.get(AMOUNT)));
    }

    static final DocumentKind<Document> REQUEST = new DocumentKind<>("payment-request", Document.class);
    static final DocumentKind<Document> VOUCHER = new DocumentKind<>("payment-voucher", Document.class);
    static final Dimension AGENCY = new Dimension("agency");
    static final Dimension PROJECT = new Dimension("project");
    static final Dimension FUNCTION = new Dimension("function");
    static final Dimension FUND = new Dimension("fund");
    static final Dimension YEAR = new Dimension("year");
    static final Dimensions DIMENSIONS =
            Dimensions.of(AGENCY, PROJECT, FUNCTION, FUND, YEAR).withYear(YEAR);
    static final LedgerId ALLOTMENT = new LedgerId("allotment");
    static final LedgerId AGENCY_BOOKS = new LedgerId("agency");
    static final LocalDate ON = LocalDate.of(2024, 3, 31);
    static final Bytes FINGERPRINT = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");

    static final Reason OVER_ALLOTMENT = new Reason(
            "payment.over-allotment",
            "Over the allotment",
            "超指标",
            "asked {asked}",
            "申请 {asked}",
            Source.certain("预算管理一体化规范"));

    private JournalFixtures() {}

    static ShapeRegistry registry() {
        return ShapeRegistry.of(ImmutableList.of(ShapeFamily.of("sample", 1, 99, Pay.SHAPE, Moved.SHAPE, Paid.SHAPE)));
    }

    static RecordCodec codec() {
        return new RecordCodec(registry(), ImmutableSet.of(REQUEST, VOUCHER), DIMENSIONS);
    }

    static Header header(String id, Outcome outcome) {
        return new Header("host", id, "zhang", "310107000", 2024, ON, FINGERPRINT, outcome);
    }

    static Pay pay(String id) {
        return new Pay(new Id<>(REQUEST, id), "上海文具店", 123_456, ON, ImmutableMap.of());
    }

    static Segments segments(String project) {
        return DIMENSIONS.segments(
                ImmutableMap.of(AGENCY, "105001", PROJECT, project, FUNCTION, "2010601", FUND, "111", YEAR, "2024"));
    }

    /** Three events, two moves, three entries of two lines each over one and the same segments. */
    static JournalRecord record(String id) {
        Move request = new Move(new Id<>(REQUEST, id), "SIGN", "APPROVED", "SIGNED", 0, 4);
        Move voucher = new Move(new Id<>(VOUCHER, id + "-V"), "CREATE", "", "SENT", 0, 1);
        Segments segments = segments("310107-P-17");
        return new JournalRecord(
                header(id, Outcome.ACCEPTED),
                pay(id),
                ImmutableList.of(
                        new Moved(request), new Moved(voucher), new Paid(new Id<>(VOUCHER, id + "-V"), 123_456)),
                ImmutableList.of(
                        new LinkedMove(request, OptionalLong.of(1_000_000)),
                        new LinkedMove(voucher, OptionalLong.empty())),
                ImmutableList.of(
                        entry(ALLOTMENT, Basis.CONTROL, "IND-13", segments, "executed", "executable"),
                        entry(AGENCY_BOOKS, Basis.FINANCIAL, "U-08/f", segments, "expense", "appropriation"),
                        entry(AGENCY_BOOKS, Basis.BUDGETARY, "U-08/b", segments, "spending", "budget-income")),
                ImmutableList.of(),
                ImmutableList.of());
    }

    static Entry entry(LedgerId ledger, Basis basis, String rule, Segments segments, String debit, String credit) {
        return new Entry(
                ledger,
                basis,
                rule,
                ON,
                ON,
                ImmutableList.of(
                        Line.debit(new Meaning(ledger, debit), 123_456, segments),
                        Line.credit(new Meaning(ledger, credit), 123_456, segments)),
                "",
                Optional.empty());
    }

    static JournalRecord refused(String id) {
        return new JournalRecord(
                header(id, Outcome.REFUSED),
                pay(id),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(new Refusal(OVER_ALLOTMENT, ImmutableMap.of("asked", Fact.amount(123_456)))),
                ImmutableList.of());
    }
}
