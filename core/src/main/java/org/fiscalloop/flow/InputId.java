package org.fiscalloop.flow;

/**
 * The identity of an input, unique per sender: the same id with the same content is the same input.
 *
 * @param sender the system that numbers its inputs, such as a vendor's application or an agent bank
 * @param value the number the sender gave, for a notice its natural key (a bank's serial number, a batch number)
 */
public record InputId(String sender, String value) {
    public InputId {
        if (sender.isBlank() || sender.length() > 64) {
            throw new IllegalArgumentException("sender must have 1 to 64 characters: \"" + sender + "\"");
        }
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("input id must have 1 to 128 characters: \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return sender + "/" + value;
    }
}
