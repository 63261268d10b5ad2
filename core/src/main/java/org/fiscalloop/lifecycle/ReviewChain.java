package org.fiscalloop.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * The posts (岗) that a document passes in one review phase, in order.
 *
 * @param posts at least one, each code once
 */
public record ReviewChain(ImmutableList<Post> posts) {

    /** The chain of a phase for which no other is listed: one post, whose duty is {@code review}. */
    public static final ReviewChain ONE_POST = of(new Post("review", "审核", new Duty("review")));

    public ReviewChain {
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("posts must not be empty");
        }
        ImmutableList<String> codes = codes(posts);
        if (ImmutableSet.copyOf(codes).size() < codes.size()) {
            throw new IllegalArgumentException("posts must have different codes: " + codes);
        }
    }

    /** The chain of these posts. */
    public static ReviewChain of(Post... posts) {
        return new ReviewChain(ImmutableList.copyOf(posts));
    }

    /**
     * The index of the post at which a document stands that is said to stand at this one. Where a chain has become
     * shorter meanwhile, whoever stands beyond its end is at its last post.
     */
    int at(int post) {
        return Math.min(post, posts.size() - 1);
    }

    /** The codes of the posts from this index on. */
    ImmutableList<String> codesFrom(int first) {
        return codes(posts.subList(first, posts.size()));
    }

    private static ImmutableList<String> codes(ImmutableList<Post> posts) {
        return posts.stream().map(Post::code).collect(ImmutableList.toImmutableList());
    }
}
