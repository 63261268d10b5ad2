package org.fiscalloop.decision;

import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/**
 * A catalogue entry: one reason for which the library refuses or warns (拒绝理由), the same for every case of it.
 *
 * <p>The texts are templates in which <code>{name}</code> stands for the fact of that name; both name the same facts.
 *
 * @param code stable for ever and never reused, kebab words with dots between: {@code payment.over-allotment}
 * @param title what is wrong, in a few English words
 * @param titleZh the same in 中文
 * @param text one English sentence about the case at hand, a template
 * @param textZh the same in 中文
 * @param source where the rule comes from
 */
public record Reason(String code, String title, String titleZh, String text, String textZh, Source source) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    public Reason {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("code must be like payment.over-allotment: " + code);
        }
        if (title.isBlank() || titleZh.isBlank() || text.isBlank() || textZh.isBlank()) {
            throw new IllegalArgumentException("titles and texts must not be blank: " + code);
        }
        if (!Template.placeholders(text).equals(Template.placeholders(textZh))) {
            throw new IllegalArgumentException("text and textZh must name the same facts: " + code + ", "
                    + Template.placeholders(text) + " and " + Template.placeholders(textZh));
        }
    }

    /** The names of the facts that the texts need, in the order of the English text. */
    public ImmutableSet<String> placeholders() {
        return Template.placeholders(text);
    }
}
