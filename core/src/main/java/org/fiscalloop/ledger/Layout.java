package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MoreCollectors;
import com.google.common.collect.MultimapBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fiscalloop.decision.Severity;

/**
 * Which balances are kept, and where each line goes: worked out once from the definition of the books, so that posting
 * looks an account up and follows its feeds.
 */
final class Layout {

    /** Up to this many rows are put in order by insertion, which takes no memory. */
    private static final int FEW = 32;

    /**
     * The balances of one account, or of one limit, at one grain.
     *
     * @param rank its place in canonical order, by account and grain
     * @param normal the side on which the balances grow
     * @param limits those that rest on these balances and are not off
     * @param floor what a hard limit among them holds up
     */
    record Table(
            int rank,
            Meaning account,
            Balance.Grain grain,
            Side normal,
            ImmutableList<Limit> limits,
            OptionalLong floor) {

        /** Whether a limit rests on these balances that does not hold at every key. */
        boolean isConditional() {
            for (int i = 0; i < limits.size(); i++) {
                if (limits.get(i).where().isPresent()) {
                    return true;
                }
            }
            return false;
        }

        /** The same balances with those limits only that hold at a key. */
        Table holding(Predicate<Limit> holds) {
            ImmutableList<Limit> held = limits.stream().filter(holds).collect(ImmutableList.toImmutableList());
            return new Table(rank, account, grain, normal, held, floor(held));
        }

        private static OptionalLong floor(ImmutableList<Limit> limits) {
            return limits.stream().anyMatch(limit -> limit.severity() == Severity.HARD)
                    ? OptionalLong.of(0)
                    : OptionalLong.empty();
        }
    }

    /** A table that the lines of an account go into. */
    sealed interface Feed {

        Table table();

        /** Adds a line to the row that it goes into. */
        void add(Balances.Cells cells, int row, Line line);

        /** The account's own balances take the line as it is. */
        record Own(Table table) implements Feed {

            @Override
            public void add(Balances.Cells cells, int row, Line line) {
                cells.add(row, line.side(), line.fen());
            }
        }

        /** The balances of a limit are raised where the account grows on this side, and lowered otherwise. */
        record OfLimit(Table table, Side raising) implements Feed {

            @Override
            public void add(Balances.Cells cells, int row, Line line) {
                long raised = line.on(raising);
                cells.add(row, raised > 0 ? Side.DEBIT : Side.CREDIT, Math.abs(raised));
            }
        }
    }

    /**
     * A ledger as the gate asks it.
     *
     * @param balancing the balancing dimensions, one bit for each
     * @param period the bits that tell in which period an amount counts: the owner, if the ledger has owners, and the year
     */
    record Kept(Books.Keeping keeping, long balancing, long period, boolean byYear) {}

    /** An account that takes lines, its ledger, and where the lines go. */
    private record Posting(Account account, Kept kept, ImmutableList<Feed> feeds) {}

    /** A balance of its own that a limit rests on, of these books or of others: what is added to it, at which grain. */
    private record Sum(Meaning account, Balance.Grain grain, ImmutableList<Measure.Term> terms) {}

    private final Dimensions dimensions;
    private final ImmutableList<Limit> limits;
    private final ImmutableMap<LedgerId, Kept> kept;
    private final ImmutableMap<Meaning, Account> accounts;
    private final ImmutableList<Sum> sums;
    private final ImmutableList<Table> tables;
    private final ImmutableMap<Meaning, Posting> postings;

    Layout(Books books) {
        this.dimensions = books.dimensions();
        this.limits = books.limits();
        this.kept = kept(books.ledgers());
        this.accounts = accounts(books.ledgers());
        this.sums = sums(books);
        this.tables = tables(grains(books));
        this.postings = postings();
    }

    private ImmutableMap<LedgerId, Kept> kept(ImmutableList<Books.Keeping> ledgers) {
        ImmutableMap.Builder<LedgerId, Kept> all = ImmutableMap.builder();
        for (Books.Keeping keeping : ledgers) {
            LedgerId ledger = keeping.chart().ledger();
            if (ledger.name().equals(Limit.LEDGER)) {
                throw new IllegalArgumentException("name of a ledger is kept for the balances of limits: " + ledger);
            }
            Optional<Dimension> year = dimensions.year().filter(keeping.balancing()::contains);
            long period = dimensions.mask(Iterables.concat(
                    keeping.owner().stream().toList(), year.stream().toList()));
            all.put(ledger, new Kept(keeping, dimensions.mask(keeping.balancing()), period, year.isPresent()));
        }
        return all.buildOrThrow();
    }

    private static ImmutableMap<Meaning, Account> accounts(ImmutableList<Books.Keeping> ledgers) {
        ImmutableMap.Builder<Meaning, Account> accounts = ImmutableMap.builder();
        for (Books.Keeping keeping : ledgers) {
            Chart chart = keeping.chart();
            chart.accounts().stream()
                    .filter(chart::isPostable)
                    .forEach(account -> accounts.put(account.meaning(), account));
        }
        return accounts.buildOrThrow();
    }

    private Map<Meaning, Set<Balance.Grain>> grains(Books books) {
        Map<Meaning, Set<Balance.Grain>> grains = new TreeMap<>();
        accounts.keySet().forEach(account -> keep(account, dimensions.full(), grains));
        for (Measure measure : Iterables.concat(books.measures(), books.sums())) {
            Balance.Grain grain = dimensions.grain(measure.dimensions(), measure.span());
            measure.terms().forEach(term -> keep(known(measure.name(), term.account()), grain, grains));
        }
        for (Sum sum : sums) {
            keep(sum.account(), sum.grain(), grains);
        }
        Set<String> codes = new HashSet<>();
        for (Limit limit : limits) {
            if (!codes.add(limit.code())) {
                throw new IllegalArgumentException("limit stands twice: " + limit.code());
            }
            Balance.Grain grain = dimensions.grain(limit.dimensions(), limit.span());
            limit.terms().forEach(term -> keep(known(limit.code(), term.account()), grain, grains));
            keep(limit.account(), grain, grains);
            limit.where().ifPresent(where -> keep(known(limit.code(), where), grain, grains));
        }
        return grains;
    }

    private Meaning known(String by, Meaning account) {
        if (!accounts.containsKey(account)) {
            throw new IllegalArgumentException(by + " names an account that takes no lines: " + account);
        }
        return account;
    }

    /** Each once, whatever its terms are called by the one limit and the other. */
    private ImmutableList<Sum> sums(Books books) {
        Map<Meaning, Sum> byAccount = new HashMap<>();
        ImmutableList.Builder<Sum> all = ImmutableList.builder();
        Set<Sum> kept = new HashSet<>();
        for (Sum sum : Iterables.concat(
                Iterables.transform(
                        books.limits(), limit -> sum(limit.code(), limit.terms(), limit.dimensions(), limit.span())),
                Iterables.transform(books.sums(), of -> sum(of.name(), of.terms(), of.dimensions(), of.span())))) {
            if (Limit.isOfOneAccount(sum.terms())) {
                continue;
            }
            Sum first = byAccount.computeIfAbsent(sum.account(), any -> sum);
            if (!added(first).equals(added(sum))) {
                throw new IllegalArgumentException("limits of one code add other terms: "
                        + sum.account().name() + " adds " + first.terms() + " and " + sum.terms());
            }
            if (kept.add(new Sum(sum.account(), sum.grain(), first.terms()))) {
                all.add(sum);
            }
        }
        return all.build();
    }

    private Sum sum(String code, ImmutableList<Measure.Term> terms, ImmutableList<Dimension> by, Span span) {
        return new Sum(Limit.own(code), dimensions.grain(by, span), terms);
    }

    /** What is added, whatever it is called and in whichever order. */
    private static ImmutableMap<Meaning, Integer> added(Sum sum) {
        return sum.terms().stream().collect(ImmutableMap.toImmutableMap(Measure.Term::account, Measure.Term::sign));
    }

    private static void keep(Meaning account, Balance.Grain grain, Map<Meaning, Set<Balance.Grain>> grains) {
        grains.computeIfAbsent(account, any -> new TreeSet<>()).add(grain);
    }

    private ImmutableList<Table> tables(Map<Meaning, Set<Balance.Grain>> grains) {
        ImmutableList.Builder<Table> all = ImmutableList.builder();
        int rank = 0;
        for (Map.Entry<Meaning, Set<Balance.Grain>> entry : grains.entrySet()) {
            for (Balance.Grain grain : entry.getValue()) {
                all.add(table(rank++, entry.getKey(), grain));
            }
        }
        return all.build();
    }

    private Table table(int rank, Meaning account, Balance.Grain grain) {
        ImmutableList<Limit> resting = limits.stream()
                .filter(limit -> limit.severity() != Severity.OFF && restsOn(limit, account, grain))
                .collect(ImmutableList.toImmutableList());
        return new Table(rank, account, grain, normalSide(account), resting, Table.floor(resting));
    }

    private boolean restsOn(Limit limit, Meaning account, Balance.Grain grain) {
        return limit.account().equals(account)
                && dimensions.grain(limit.dimensions(), limit.span()).equals(grain);
    }

    /** What a line on each account changes: the balances of the account itself first, then those of limits. */
    private ImmutableMap<Meaning, Posting> postings() {
        ListMultimap<Meaning, Feed> feeds =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        tables.forEach(table -> feeds.put(table.account(), new Feed.Own(table)));
        for (Sum sum : sums) {
            Table table = tables.stream()
                    .filter(any ->
                            any.account().equals(sum.account()) && any.grain().equals(sum.grain()))
                    .collect(MoreCollectors.onlyElement());
            sum.terms()
                    .forEach(term -> feeds.put(
                            term.account(), new Feed.OfLimit(table, raising(account(term.account()), term.sign()))));
        }
        ImmutableMap.Builder<Meaning, Posting> all = ImmutableMap.builder();
        accounts.forEach((meaning, account) -> all.put(
                meaning, new Posting(account, kept(meaning.ledger()), ImmutableList.copyOf(feeds.get(meaning)))));
        return all.buildOrThrow();
    }

    private static Side raising(Account account, int sign) {
        return sign > 0 ? account.normalSide() : account.normalSide().opposite();
    }

    /** The account with this meaning that takes lines. */
    Account account(Meaning meaning) {
        Account account = accounts.get(meaning);
        if (account == null) {
            throw new IllegalArgumentException("account must take lines: " + meaning);
        }
        return account;
    }

    /** The side on which the balances of an account grow; those of a limit grow on the debit side. */
    Side normalSide(Meaning account) {
        Account known = accounts.get(account);
        return known == null ? Side.DEBIT : known.normalSide();
    }

    /** A ledger of the books. */
    Kept kept(LedgerId ledger) {
        Kept found = kept.get(ledger);
        if (found == null) {
            throw new IllegalArgumentException("ledger must be one of " + kept.keySet() + ": " + ledger);
        }
        return found;
    }

    Table table(int rank) {
        return tables.get(rank);
    }

    /** Where the lines of an account go; an account that is not known is kept by its full segments alone. */
    ImmutableList<Feed> feeds(Meaning account) {
        Posting posting = postings.get(account);
        return posting != null
                ? posting.feeds()
                : ImmutableList.of(new Feed.Own(new Table(
                        -1, account, dimensions.full(), Side.DEBIT, ImmutableList.of(), OptionalLong.empty())));
    }

    /** Adds an entry to the net change; false where it is not one: the books' check tells why. */
    boolean add(Entry entry, Balances.Cells net) {
        ImmutableList<Line> lines = entry.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Posting posting = postings.get(line.account());
            if (posting == null
                    || posting.account.basis() != entry.basis()
                    || !line.account().ledger().equals(entry.ledger())
                    || !line.segments().dimensions().equals(dimensions)
                    || (i == 0 && !entry.isBalanced(posting.kept.balancing))) {
                return false;
            }
            add(entry, line, posting.feeds, net);
        }
        return true;
    }

    private static void add(Entry entry, Line line, ImmutableList<Feed> feeds, Balances.Cells net) {
        for (int i = 0; i < feeds.size(); i++) {
            Feed feed = feeds.get(i);
            Balance.Grain grain = feed.table().grain();
            int bucket = grain.span().bucket(entry.date(), line.segments());
            int row = net.row(feed.table().rank(), bucket, line.segments().project(grain.mask()));
            feed.add(net, row, line);
        }
    }

    /** The rows of a net change in canonical order: by account, grain, segments and bucket. */
    int[] canonical(Balances.Cells net) {
        int[] rows = new int[net.size()];
        if (rows.length > FEW) {
            return IntStream.range(0, rows.length)
                    .boxed()
                    .sorted(net::compare)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        for (int i = 0; i < rows.length; i++) {
            int at = i;
            for (; at > 0 && net.compare(rows[at - 1], i) > 0; at--) {
                rows[at] = rows[at - 1];
            }
            rows[at] = i;
        }
        return rows;
    }
}
