/**
 * The life of a document (单据): which act leads from which state to which, who may do it, and through which desks it
 * passes in review.
 *
 * <p>A {@link org.fiscalloop.lifecycle.Lifecycle} is a table over two closed enums, one row for each state and action
 * that go together. It is written once, checked when it is built, asked by the engine, and printed into the reference
 * documentation:
 *
 * <pre>{@code
 * Lifecycle<State, Action> LIFECYCLE = Lifecycle.of("payment-request", State.class, Action.class)
 *         .create(CREATE, DRAFT, ENTRY, "an agency enters a request")
 *         .move(DRAFT, SUBMIT, SUBMITTED, ENTRY, "送审")
 *         .move(DRAFT, VOID, VOIDED, ENTRY, "作废")
 *         .review(SUBMITTED, DRAFT, APPROVED, new ReviewActions<>(APPROVE, RETURN, REJECT, WITHDRAW), "审核")
 *         .move(APPROVED, CANCEL, SUBMITTED, FINANCE, "取消终审, while nothing downstream uses it")
 *         .move(APPROVED, PAY, PAID, BANK, "回单")
 *         .separate(APPROVE, CREATE, SUBMIT)
 *         .end(VOIDED, PAID)
 *         .build();
 * }</pre>
 *
 * <p>States and actions are closed; what differs by county is the review. A review phase is one state that a document
 * passes through a {@link org.fiscalloop.lifecycle.ReviewChain} of posts (岗), which the rulebook lists in {@link
 * org.fiscalloop.lifecycle.ReviewChains}. Approving advances to the next post and from the last one leaves the phase;
 * returning goes to the previous post and from the first one to entry (退回上一岗); a return to entry (退回录入岗) and the
 * withdrawal of one's own last act (撤销) stay where the table says. Where the host's own workflow engine ran the review,
 * one act with {@link org.fiscalloop.lifecycle.Evidence} passes all posts at once.
 *
 * <p>A {@link org.fiscalloop.lifecycle.Document} holds no verbs. Its {@link org.fiscalloop.lifecycle.Standing} (state,
 * post, version) says where it is and its {@link org.fiscalloop.lifecycle.Trail} how it came there. A {@link
 * org.fiscalloop.lifecycle.Step} that the table accepts becomes a {@link org.fiscalloop.lifecycle.Move} in an event, and
 * the event sets the standing and the trail. A host that brings a document back from its own tables has the two
 * verified against the table.
 *
 * <p>The table knows nothing of amounts. A condition on an act, such as that nothing downstream uses an approval that is
 * cancelled, is a control of the package whose document it is.
 */
@NullMarked
package org.fiscalloop.lifecycle;

import org.jspecify.annotations.NullMarked;
