/**
 * Yes, or no with reasons: how the library answers a question that a rule decides.
 *
 * <p>A {@link org.fiscalloop.decision.Decision} is {@code Accepted} with a value and perhaps warnings, or {@code Refused}
 * with every {@link org.fiscalloop.decision.Refusal} in declared order. A refusal is data, never an exception and never a
 * bare string: a {@link org.fiscalloop.decision.Reason} from a catalogue (stable code, English and 中文 title and text,
 * source) and the typed {@link org.fiscalloop.decision.Fact}s of the case, so that a host can show it, translate it, count
 * it or act on it.
 *
 * <p>A rule that a host may see and tune is a {@link org.fiscalloop.decision.Control}: a reason, a small pure {@link
 * org.fiscalloop.decision.Check}, the severity in force and the severities that are permitted (a statutory one is hard
 * only). {@link org.fiscalloop.decision.Controls} are a list of them; examining a case asks <em>all</em> of them and
 * gives the {@link org.fiscalloop.decision.Findings}, which then decide.
 *
 * <pre>{@code
 * Reason OVER = new Reason("payment.over-allotment", "Over the allotment", "超指标支付",
 *         "asked {asked}, available {available}", "申请 {asked}，可用 {available}", Source.certain("预算法 第13条"));
 * Controls<Asking> controls = new Controls<>(ImmutableList.of(Control.statutory(OVER, asking ->
 *         asking.asked() <= asking.available()
 *                 ? Check.holds()
 *                 : Check.violated(Facts.of("asked", Fact.amount(asking.asked()))
 *                         .and("available", Fact.amount(asking.available()))))));
 * Decision<Payment> decision = controls.examine(asking).decide(() -> pay(asking));
 * }</pre>
 *
 * <p>A {@link org.fiscalloop.decision.CaseTable} is a decision table: it answers every combination of closed enums exactly
 * once, which its constructor proves, a vendor's table too.
 *
 * <p>The texts are templates: {@code {asked}} stands for the fact of that name. Facts are kept with a refusal, texts are
 * not: they are rendered when somebody reads.
 */
@NullMarked
package org.fiscalloop.decision;

import org.jspecify.annotations.NullMarked;
