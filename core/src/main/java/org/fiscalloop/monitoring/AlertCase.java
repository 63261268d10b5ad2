package org.fiscalloop.monitoring;

/**
 * What the controls of an alert look at.
 *
 * @param alert the alert
 * @param note what whoever acts wrote beside it
 */
record AlertCase(Alert alert, String note) {}
