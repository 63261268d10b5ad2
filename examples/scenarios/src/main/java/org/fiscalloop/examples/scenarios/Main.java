package org.fiscalloop.examples.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.examples.scenarios.Play.Failure;
import org.fiscalloop.json.JsonFormatException;
import org.fiscalloop.money.Fen;

/**
 * The program: {@code run FILE.json --out DIR}, {@code list}, {@code explain CODE}.
 *
 * <p>It ends with 0 when every expectation held, with 1 when one did not, and with 2 when it could not read what it was
 * given.
 */
public final class Main {
    static final int HELD = 0;
    static final int NOT_HELD = 1;
    static final int UNREADABLE = 2;

    private static final String USAGE = """
            usage: fiscal-scenarios run FILE.json --out DIR   play a case and write what came of it
                   fiscal-scenarios list                      every command, notice and act with its fields
                   fiscal-scenarios explain CODE              why something is refused, and where the rule comes from
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    Main(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    /** Runs the program on the process's own streams, which it writes as UTF-8 wherever it runs. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        Progress progress = isTerminal() ? Progress.on(err, System::nanoTime) : Progress.NONE;
        int code = new Main(out, err, progress).run(ImmutableList.copyOf(args));
        out.flush();
        System.exit(code);
    }

    /** From Java 22 on there always is a console, which says itself whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    int run(ImmutableList<String> args) {
        if (args.size() == 4 && args.get(0).equals("run") && args.get(2).equals("--out")) {
            return run(args.get(1), args.get(3));
        }
        if (args.size() == 1 && args.get(0).equals("list")) {
            out.print(new Reference().list());
            return HELD;
        }
        if (args.size() == 2 && args.get(0).equals("explain")) {
            return explain(args.get(1));
        }
        err.print(USAGE);
        return UNREADABLE;
    }

    private int run(String file, String directory) {
        try {
            Play play = Play.of(ScenarioReader.read(Files.readString(Path.of(file), UTF_8)), progress);
            Export.write(play, Path.of(directory));
            return tell(file, play);
        } catch (JsonFormatException problem) {
            err.println(file + ":" + problem.line() + ":" + problem.column() + ": " + problem.problem());
        } catch (NoSuchFileException missing) {
            err.println(missing.getFile() + ": there is no such file");
        } catch (CharacterCodingException notText) {
            err.println(file + ": is not UTF-8");
        } catch (IOException | InvalidPathException problem) {
            err.println("cannot read or write: " + problem);
        }
        return UNREADABLE;
    }

    private int tell(String file, Play play) {
        ImmutableList<Failure> failures = play.failures();
        for (Failure failure : failures) {
            err.println(file + ":" + failure.step().at().line() + ": step " + failure.index() + " ("
                    + failure.step().deed().id() + "): expected "
                    + failure.step().expect().orElse("") + ", was "
                    + failure.result().named());
            for (Refusal refusal : failure.result().refusals()) {
                err.println("    " + refusal.text());
                err.println("    " + refusal.textZh());
            }
            failure.result().differing().forEach((cell, fen) -> err.println("    " + cell + " is " + Fen.text(fen)));
        }
        long expected = play.scenario().steps().stream()
                .filter(step -> step.expect().isPresent())
                .count();
        out.println(play.scenario().title() + ": " + play.results().size() + " steps, " + (expected - failures.size())
                + " of " + expected + " expectations held");
        return failures.isEmpty() ? HELD : NOT_HELD;
    }

    private int explain(String code) {
        Reference reference = new Reference();
        Optional<String> explained = reference.explain(code);
        if (explained.isPresent()) {
            out.print(explained.get());
            return HELD;
        }
        err.println(reference.unknown(code));
        return UNREADABLE;
    }
}
