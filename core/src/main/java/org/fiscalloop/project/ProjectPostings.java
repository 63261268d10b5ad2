package org.fiscalloop.project;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that a project makes. */
public final class ProjectPostings {
    /** The project enters the reserve, or its total grows. */
    public static final PostingKey RESERVED = PostingKey.of("project-reserved");

    /** What is left of the reserve goes: the total shrinks, or the project ends. */
    public static final PostingKey RELEASED = PostingKey.of("project-released");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(RESERVED, RELEASED);

    private ProjectPostings() {}
}
