package org.fiscalloop.examples.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** The program as a caller sees it: how it ended, and what it wrote on its two streams. */
record Program(int code, String out, String err) {
    static Program run(String... args) {
        return run(Progress.NONE, args);
    }

    static Program run(Progress progress, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), progress)
                .run(ImmutableList.copyOf(args));
        return new Program(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
