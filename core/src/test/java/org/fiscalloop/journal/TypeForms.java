package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the tests of types ask of each: its bytes, which are pinned, and its tree. */
final class TypeForms {
    enum Size {
        SMALL,
        LARGE
    }

    record Code(String value) {
        Code {
            if (value.length() != 2) {
                throw new IllegalArgumentException("code \"" + value + "\" has not two letters");
            }
        }
    }

    static final Type<Code> CODE = Type.mapped("code", Type.text(), Code::new, Code::value);

    private TypeForms() {}

    static String hex(Output out) {
        return out.toBytes().toString();
    }

    static <V> String written(Type<V> type, V value) {
        Output out = new Output();
        type.write(value, out);
        return hex(out);
    }

    static <V> V read(Type<V> type, String hex) {
        Input in = Bytes.fromHex(hex).input(new Input.Pool(16));
        V value = type.read(in);
        in.finish();
        return value;
    }

    static <V> void assertForm(Type<V> type, V value, String hex, Tree tree) {
        assertThat(written(type, value)).isEqualTo(hex);
        assertThat(read(type, hex)).isEqualTo(value);
        assertThat(type.toTree(value)).isEqualTo(tree);
        assertThat(type.fromTree(tree)).isEqualTo(value);
    }

    static void assertNoForm(Type<?> type, String hex, String message) {
        assertThatThrownBy(() -> read(type, hex))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage(message);
    }

    static void assertNoTree(Type<?> type, Tree tree, String message) {
        assertThatThrownBy(() -> type.fromTree(tree))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }
}
