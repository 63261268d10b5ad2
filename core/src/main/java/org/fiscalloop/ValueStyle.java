package org.fiscalloop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one style of all generated values.
 *
 * <p>It stands on the root package and holds in every package below it. A value {@code Terms} is generated as {@code
 * ImmutableTerms}, as visible as {@code Terms} itself; its attributes are named as their methods are, without {@code
 * get}; its collections are Guava's immutable ones; and a missing or null attribute fails when the value is built.
 * Generated code carries no annotation of the generator, so that who compiles against this library needs no more than
 * its jar.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        allowedClasspathAnnotations = Override.class,
        typeImmutable = "Immutable*",
        get = "*",
        jdkOnly = false,
        visibility = Value.Style.ImplementationVisibility.SAME)
public @interface ValueStyle {}
