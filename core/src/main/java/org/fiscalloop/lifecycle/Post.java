package org.fiscalloop.lifecycle;

/**
 * A post (岗): a desk that a document passes in review.
 *
 * @param code unique in its chain; 1 to 64 printable characters without spaces
 * @param name what people call it; not blank
 * @param duty what one needs to sit there
 */
public record Post(String code, String name, Duty duty) {

    public Post {
        Code.printable("code", code);
        Code.present("name", name);
    }
}
