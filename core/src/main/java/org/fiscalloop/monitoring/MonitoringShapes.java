package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.monitoring.MonitoringEvents.AlertClosed;
import org.fiscalloop.monitoring.MonitoringEvents.AlertRaised;
import org.fiscalloop.monitoring.MonitoringRules.Repeated;
import org.fiscalloop.monitoring.MonitoringRules.Split;
import org.joda.money.Money;

/** The forms of monitoring: rules, verdicts, terms and events, for the journal and for trees. */
public final class MonitoringShapes {
    private static final int FIRST = 0x140;
    private static final int LAST = 0x14F;

    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(Alert.KIND));
    private static final Type<Handling> HANDLING = Type.enumOf(Handling.class);
    private static final Type<ImmutableList<Verdict>> VERDICTS = Type.list(Type.nested(verdict()));

    /** All that monitoring said of a payment. */
    public static final Type<Examined> EXAMINED = Type.nested(examined());

    /** What an alert is about. */
    public static final Shape<AlertTerms> TERMS = terms();

    /** The rules of monitoring. */
    public static final Shape<MonitoringRules> RULES = rules();

    static final Shape<AlertRaised> RAISED = raised();
    static final Shape<AlertClosed> CLOSED = closed();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of("monitoring", FIRST, LAST, TERMS, RULES, RAISED, CLOSED);

    private MonitoringShapes() {}

    private static Shape<Verdict> verdict() {
        Field<Verdict, Handling> handling = Field.of("handling", HANDLING, Verdict::handling);
        Field<Verdict, Refusal> found = Field.of("found", KernelTypes.refusal(), Verdict::found);
        return Shape.<Verdict>nested("verdict")
                .fields(handling, found)
                .maker(v -> new Verdict(v.get(handling), v.get(found)));
    }

    private static Shape<Examined> examined() {
        Field<Examined, ImmutableList<Verdict>> verdicts = Field.of("verdicts", VERDICTS, Examined::verdicts);
        return Shape.<Examined>nested("examined").fields(verdicts).maker(v -> new Examined(v.get(verdicts)));
    }

    private static Shape<AlertTerms> terms() {
        Field<AlertTerms, String> division = Field.of("division", Type.text(), AlertTerms::division);
        Field<AlertTerms, String> agency = Field.of("agency", Type.text(), AlertTerms::agency);
        Field<AlertTerms, Integer> year = Field.ofInt("fiscalYear", AlertTerms::fiscalYear);
        Field<AlertTerms, Moment> moment = Field.of("moment", Type.enumOf(Moment.class), AlertTerms::moment);
        Field<AlertTerms, String> number = Field.of("number", Type.text(), AlertTerms::number);
        Field<AlertTerms, LocalDate> on = Field.of("on", Type.date(), AlertTerms::on);
        Field<AlertTerms, ImmutableList<Verdict>> verdicts = Field.of("verdicts", VERDICTS, AlertTerms::verdicts);
        Field<AlertTerms, Optional<String>> explanation =
                Field.of("explanation", Type.optional(Type.text()), AlertTerms::explanation);
        return Shape.of(FIRST, "monitoring-alert-terms", AlertTerms.class)
                .fields(division, agency, year, moment, number, on, verdicts, explanation)
                .maker(v -> new AlertTerms(
                        v.get(division),
                        v.get(agency),
                        v.get(year),
                        v.get(moment),
                        v.get(number),
                        v.get(on),
                        v.get(verdicts),
                        v.get(explanation)));
    }

    private static Shape<MonitoringRules> rules() {
        Field<MonitoringRules, Handling> payeeIsAgency =
                Field.of("payeeIsAgency", HANDLING, MonitoringRules::payeeIsAgency);
        Field<MonitoringRules, Split> split = Field.of("split", Type.nested(split()), MonitoringRules::split);
        Field<MonitoringRules, Repeated> repeated =
                Field.of("repeated", Type.nested(repeated()), MonitoringRules::repeated);
        Field<MonitoringRules, Lifecycle<AlertState, AlertAction>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(AlertState.class, AlertAction.class), MonitoringRules::lifecycle);
        return Shape.of(FIRST + 1, "monitoring-rules", MonitoringRules.class)
                .fields(payeeIsAgency, split, repeated, lifecycle)
                .maker(v -> ImmutableMonitoringRules.builder()
                        .payeeIsAgency(v.get(payeeIsAgency))
                        .split(v.get(split))
                        .repeated(v.get(repeated))
                        .lifecycle(v.get(lifecycle))
                        .build());
    }

    private static Shape<Split> split() {
        Field<Split, Handling> handling = Field.of("handling", HANDLING, Split::handling);
        Field<Split, Money> threshold = Field.of("threshold", Type.money(), Split::threshold);
        Field<Split, Integer> days = Field.ofInt("days", Split::days);
        return Shape.<Split>nested("split-rule")
                .fields(handling, threshold, days)
                .maker(v -> new Split(v.get(handling), v.get(threshold), v.get(days)));
    }

    private static Shape<Repeated> repeated() {
        Field<Repeated, Handling> handling = Field.of("handling", HANDLING, Repeated::handling);
        Field<Repeated, Integer> days = Field.ofInt("days", Repeated::days);
        return Shape.<Repeated>nested("repeated-rule")
                .fields(handling, days)
                .maker(v -> new Repeated(v.get(handling), v.get(days)));
    }

    private static Shape<AlertRaised> raised() {
        Field<AlertRaised, Move> move = Field.of("move", MOVE, AlertRaised::move);
        Field<AlertRaised, AlertTerms> terms = Field.of("terms", Type.nested(TERMS), AlertRaised::terms);
        return Shape.of(FIRST + 2, "monitoring-alert-raised", AlertRaised.class)
                .fields(move, terms)
                .maker(v -> new AlertRaised(v.get(move), v.get(terms)));
    }

    private static Shape<AlertClosed> closed() {
        Field<AlertClosed, Move> move = Field.of("move", MOVE, AlertClosed::move);
        Field<AlertClosed, String> explanation = Field.of("explanation", Type.text(), AlertClosed::explanation);
        return Shape.of(FIRST + 3, "monitoring-alert-closed", AlertClosed.class)
                .fields(move, explanation)
                .maker(v -> new AlertClosed(v.get(move), v.get(explanation)));
    }
}
