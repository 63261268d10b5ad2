package org.fiscalloop.transfer;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.register.YearControl;

/** The controls of a transfer that has arrived, each with its code, and the actions they guard. */
final class ReceivingControls {
    private static final Source LINEAGE =
            Source.certain("上下贯通: FUND_TYPE_CODE, TP_FUNC_CODE and the labels of the level above are inherited below");

    static final Reason AMOUNT = new Reason(
            "transfer.amount-not-positive",
            "The amount is not above zero",
            "金额须大于零",
            "a transfer moves an amount above zero, not {amount}",
            "转移支付金额须大于零: {amount}",
            Source.own("an act of nothing moves nothing"));

    /**
     * What the controls look at.
     *
     * @param transfer the transfer that has arrived
     * @param amount in fen, that the command is about
     * @param elements the coding block of what is made of it, where something is made
     * @param allotment the allotment that gives something back, where one does
     * @param facts the input and what may be read
     */
    record Receiving(
            ReceivedTransfer transfer,
            long amount,
            Optional<Elements> elements,
            Optional<Id<Allotment>> allotment,
            Case facts) {}

    static final Control<Receiving> YEAR_NOT_OVER = YearControl.notOver(
            "transfer", c -> c.facts().on(), c -> c.transfer().fiscalYear());

    static final Control<Receiving> AMOUNT_NOT_POSITIVE =
            Control.statutory(AMOUNT, c -> c.amount() > 0 ? holds() : TransferControls.none(c.amount()));

    static final Control<Receiving> FUND_DIFFERS = Control.statutory(
            new Reason(
                    "transfer.fund-differs",
                    "The fund is not that of the transfer",
                    "资金性质与上级指标不一致",
                    "the fund is {given}; transfer {document} is of {allowed}",
                    "资金性质为 {given}; 上级指标文 {document} 为 {allowed}",
                    LINEAGE),
            c -> c.elements()
                    .filter(own -> !own.fund().equals(c.transfer().terms().fund()))
                    .map(own -> violated(about(c).and("given", text(own.fund()))
                            .and("allowed", text(c.transfer().terms().fund()))))
                    .orElse(holds()));

    static final Control<Receiving> FUNCTION_OUTSIDE = Control.statutory(
            new Reason(
                    "transfer.function-outside",
                    "The function is no refinement of that of the transfer",
                    "支出功能分类科目不在转移支付科目范围内",
                    "the function is {given}; transfer {document} is for {allowed}",
                    "支出功能分类科目为 {given}; 上级指标文 {document} 为 {allowed}",
                    LINEAGE),
            c -> c.elements()
                    .filter(own ->
                            !own.function().startsWith(c.transfer().terms().function()))
                    .map(own -> violated(about(c).and("given", text(own.function()))
                            .and("allowed", text(c.transfer().terms().function()))))
                    .orElse(holds()));

    static final Control<Receiving> LABEL_DIFFERS = Control.statutory(
            new Reason(
                    "transfer.label-differs",
                    "A label is not that of the level above",
                    "标识与上级指标不一致",
                    "{element} is {given}; transfer {document} has {allowed}",
                    "{element} 为 {given}; 上级指标文 {document} 为 {allowed}",
                    LINEAGE),
            ReceivingControls::labelsKept);

    static final Control<Receiving> NOT_OF_TRANSFER = Control.statutory(
            new Reason(
                    "transfer.not-of-transfer",
                    "The allotment was not made of the transfer",
                    "指标不是由该转移支付接收生成",
                    "allotment {allotment} was not made of transfer {document}; made of it were {allowed}",
                    "指标 {allotment} 不是由上级指标文 {document} 接收生成; 接收生成的指标: {allowed}",
                    Source.certain("退回上级 leaves by the way it came: 逆向可溯")),
            ReceivingControls::ofTransfer);

    static final ControlTable<ReceivedAction, Receiving> NATIONAL = new ControlTable<>(ImmutableMap.of(
            ReceivedAction.RECEIVE,
            Controls.of(YEAR_NOT_OVER, AMOUNT_NOT_POSITIVE, FUND_DIFFERS, FUNCTION_OUTSIDE, LABEL_DIFFERS),
            ReceivedAction.GIVE_BACK,
            Controls.of(YEAR_NOT_OVER, AMOUNT_NOT_POSITIVE, NOT_OF_TRANSFER)));

    private ReceivingControls() {}

    private static Facts about(Receiving c) {
        return Facts.of("document", text(c.transfer().terms().documentNo()));
    }

    /** The elements that a document has otherwise than that on which it draws, by what is declared to be handed on. */
    static Stream<String> inherited(
            Elements own, Elements source, DocumentKind<?> kind, DocumentKind<?> sourceKind, Case c) {
        return c
                .rules(MasterdataRules.KEY)
                .elements()
                .differing(new ElementRules.Drawing(own, kind.code(), source, sourceKind.code()), String::equals)
                .stream();
    }

    /** The level above may have elements of its own that are not declared here: they stay on the transfer alone. */
    private static ImmutableList<ImmutableMap<String, Fact>> labelsKept(Receiving c) {
        ImmutableSortedMap<String, String> labels = c.transfer().terms().labels();
        return c.elements()
                .map(own -> inherited(
                                own,
                                ImmutableElements.builder()
                                        .from(own)
                                        .extra(labels)
                                        .build(),
                                Allotment.KIND,
                                ReceivedTransfer.KIND,
                                c.facts())
                        .map(code -> about(c).and("element", text(code))
                                .and("given", text(TransferControls.orNone(own.value(code))))
                                .and("allowed", text(TransferControls.orNone(labels.getOrDefault(code, ""))))
                                .map())
                        .collect(toImmutableList()))
                .orElse(holds());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> ofTransfer(Receiving c) {
        return c.allotment()
                .filter(allotment -> c.transfer().part(allotment).isEmpty())
                .map(allotment -> violated(about(c).and("allotment", text(allotment.value()))
                        .and(
                                "allowed",
                                texts(c.transfer().terms().parts().stream()
                                        .map(part -> part.allotment().value())
                                        .toList()))))
                .orElse(holds());
    }
}
