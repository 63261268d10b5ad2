package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapePartsTest {
    private record Code(String value) implements Comparable<Code> {
        @Override
        public int compareTo(Code other) {
            return value.compareTo(other.value);
        }
    }

    private static Shape<Code> shape(int tag, String name) {
        Field<Code, String> value = Field.of("value", Type.text(), Code::value);
        return Shape.of(tag, name, Code.class).fields(value).maker(v -> new Code(v.get(value)));
    }

    private record Whole(
            Code one,
            ImmutableList<Code> list,
            ImmutableSet<Code> set,
            ImmutableMap<String, Code> map,
            Optional<Code> optional,
            Code shared,
            Code chosen) {}

    @Test
    void the_shapes_that_a_shape_is_made_of_are_told_once_and_in_order() {
        Field<Whole, Code> one = Field.of("one", Type.nested(shape(1, "one")), Whole::one);
        Field<Whole, ImmutableList<Code>> list =
                Field.of("list", Type.list(Type.nested(shape(2, "in-list"))), Whole::list);
        Field<Whole, ImmutableSet<Code>> set = Field.of("set", Type.set(Type.nested(shape(3, "in-set"))), Whole::set);
        Field<Whole, ImmutableMap<String, Code>> map =
                Field.of("map", Type.map(Type.nested(shape(4, "in-map"))), Whole::map);
        Field<Whole, Optional<Code>> optional =
                Field.of("optional", Type.optional(Type.nested(shape(5, "in-optional"))), Whole::optional);
        Type<Code> mapped = Type.mapped(Type.nested(shape(6, "mapped")), code -> code, code -> code);
        Field<Whole, Code> shared = Field.of("shared", Type.shared(Code.class, mapped), Whole::shared);
        Field<Whole, Code> chosen = Field.of("chosen", Type.oneOf(Code.class, shape(7, "chosen")), Whole::chosen);
        Field<Whole, Code> again = Field.of("again", shared.type(), Whole::one);
        Shape<Whole> whole = Shape.<Whole>nested("whole")
                .fields(one, list, set, map, optional, shared, chosen, again)
                .maker(v -> new Whole(
                        v.get(one),
                        v.get(list),
                        v.get(set),
                        v.get(map),
                        v.get(optional),
                        v.get(shared),
                        v.get(chosen)));
        assertThat(whole.parts().stream().map(Shape::name))
                .containsExactly("one", "in-list", "in-set", "in-map", "in-optional", "mapped", "chosen");
        assertThat(shape(1, "one").parts()).isEmpty();
    }
}
