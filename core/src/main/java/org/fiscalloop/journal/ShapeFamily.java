package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;

/**
 * The tagged shapes of one package, and the range of tags that is its own for ever.
 *
 * @param name the package's name, such as {@code payment}
 * @param firstTag its first tag
 * @param lastTag its last tag, inclusive
 * @param shapes its shapes, each with a tag of the range
 */
public record ShapeFamily(String name, int firstTag, int lastTag, ImmutableList<Shape<?>> shapes) {

    /** Checks the range. */
    public ShapeFamily {
        for (Shape<?> shape : shapes) {
            if (shape.tag() < firstTag || shape.tag() > lastTag) {
                throw new IllegalArgumentException("tag " + shape.tag() + " of shape " + shape + " is not of " + name
                        + "'s range, " + firstTag + " to " + lastTag);
            }
        }
    }

    /** The family of these shapes. */
    public static ShapeFamily of(String name, int firstTag, int lastTag, Shape<?>... shapes) {
        return new ShapeFamily(name, firstTag, lastTag, ImmutableList.copyOf(shapes));
    }

    boolean overlaps(ShapeFamily other) {
        return firstTag <= other.lastTag && other.firstTag <= lastTag;
    }
}
