package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * One element of a document.
 *
 * @param name its name as written
 * @param attributes its attributes by name, in order
 * @param children the elements in it, in order
 * @param text its characters; blank where it has elements
 * @param line the line on which it begins
 */
record XmlElement(
        String name,
        ImmutableMap<String, String> attributes,
        ImmutableList<XmlElement> children,
        String text,
        int line) {}
