package org.fiscalloop.lifecycle;

/**
 * A duty (职责), which the access matrix gives to persons: entry, review, issue, sign.
 *
 * @param code 1 to 64 printable characters without spaces
 */
public record Duty(String code) {

    public Duty {
        Code.printable("code", code);
    }

    @Override
    public String toString() {
        return code;
    }
}
