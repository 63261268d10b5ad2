package org.fiscalloop.decision;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import java.time.LocalDate;
import java.util.function.Function;
import org.fiscalloop.money.Fen;

/** One typed fact of a case, such as the amount asked for: what a refusal explains itself with. */
public sealed interface Fact {

    /** The fact as English text. */
    String text();

    /** The fact as 中文 text. */
    default String textZh() {
        return text();
    }

    /** What the case that this fact is answers. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind of fact. */
    interface Cases<R> {
        R text(Text fact);

        R amount(Amount fact);

        R count(Count fact);

        R day(Day fact);

        R texts(Texts fact);

        R formula(Formula fact);
    }

    /** A name, a code or a state. */
    static Fact text(String value) {
        return new Text(value);
    }

    /** An amount in fen. */
    static Fact amount(long fen) {
        return new Amount(fen);
    }

    /** A number of things. */
    static Fact count(long value) {
        return new Count(value);
    }

    /** A date. */
    static Fact day(LocalDate value) {
        return new Day(value);
    }

    /** Several names, codes or states, in this order. */
    static Fact texts(Iterable<String> values) {
        return new Texts(ImmutableList.copyOf(values));
    }

    /** A text that is another one in 中文. */
    static Fact text(String english, String chinese) {
        return new Bilingual(new Text(english), new Text(chinese));
    }

    /** How an amount comes about. */
    static Fact formula(Iterable<Term> terms) {
        return new Formula(ImmutableList.copyOf(terms));
    }

    /**
     * A name, a code or a state, printed as it is, in 中文 by its {@link Glossary term} if it is one of the library's own.
     *
     * @param value the name, code or state; may be blank
     */
    record Text(String value) implements Fact {

        @Override
        public String text() {
            return value.isBlank() ? "(none)" : value;
        }

        @Override
        public String textZh() {
            return value.isBlank() ? "(无)" : Glossary.zh(value);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * An amount (金额) in fen, printed in yuan with two decimals.
     *
     * @param fen the amount in fen
     */
    record Amount(long fen) implements Fact {

        @Override
        public String text() {
            return Fen.text(fen);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.amount(this);
        }
    }

    /**
     * A number of things.
     *
     * @param value how many
     */
    record Count(long value) implements Fact {

        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.count(this);
        }
    }

    /**
     * A date, printed like 2024-12-31.
     *
     * @param value the date
     */
    record Day(LocalDate value) implements Fact {

        @Override
        public String text() {
            return value.toString();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.day(this);
        }
    }

    /**
     * Several names, codes or states, printed with commas between, or as none (无).
     *
     * @param values in this order
     */
    record Texts(ImmutableList<String> values) implements Fact {

        @Override
        public String text() {
            return values.isEmpty() ? "none" : String.join(", ", values);
        }

        @Override
        public String textZh() {
            return values.isEmpty() ? "无" : values.stream().map(Glossary::zh).collect(joining("、"));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.texts(this);
        }
    }

    /**
     * How an amount comes about, term by term, printed like {@code issued 10.00 - spent 3.00 = 7.00}.
     *
     * @param terms at least one, whose sum fits an amount
     */
    record Formula(ImmutableList<Term> terms) implements Fact {

        public Formula {
            if (terms.isEmpty()) {
                throw new IllegalArgumentException("terms must not be empty");
            }
            sum(terms);
        }

        /** The sum of the terms, in fen. */
        public long sum() {
            return sum(terms);
        }

        @Override
        public String text() {
            return text(Term::name);
        }

        @Override
        public String textZh() {
            return text(term -> Glossary.term(term.name()));
        }

        private String text(Function<Term, String> name) {
            String signed = terms.stream()
                    .map(term -> (term.sign() == 1 ? "+ " : "- ") + name.apply(term) + " " + Fen.text(term.amount()))
                    .collect(joining(" "));
            return (signed.startsWith("+ ") ? signed.substring(2) : signed) + " = " + Fen.text(sum());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.formula(this);
        }

        private static long sum(ImmutableList<Term> terms) {
            return Fen.sum(ImmutableLongArray.copyOf(terms.stream().mapToLong(Term::fen)));
        }
    }

    /**
     * A fact of which the 中文 is told apart: it is the English one to whoever asks what kind it is.
     *
     * @param english what is said in English, itself told in one language
     * @param chinese the same in 中文, itself told in one language
     */
    record Bilingual(Fact english, Fact chinese) implements Fact {

        public Bilingual {
            if (english instanceof Bilingual || chinese instanceof Bilingual) {
                throw new IllegalArgumentException("a fact is told in two languages once: " + english + ", " + chinese);
            }
        }

        @Override
        public String text() {
            return english.text();
        }

        @Override
        public String textZh() {
            return chinese.textZh();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return english.match(cases);
        }
    }
}
