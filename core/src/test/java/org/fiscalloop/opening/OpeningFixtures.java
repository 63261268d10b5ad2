package org.fiscalloop.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.World;
import org.fiscalloop.opening.tables.OpeningTables;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/** A small division at the end of February, as the tables of the system that it leaves: an agency of each kind. */
final class OpeningFixtures {
    static final RuleTimeline TIMELINE = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
    static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    static final OpeningTables.Setting SETTING = new OpeningTables.Setting(World.DIVISION, World.YEAR, DAY, "admin");

    private static final String FINANCE = "project.finance budget.finance allotment.entry allotment.distribution"
            + " register.registrar accounting.closing";
    private static final String CLERK = "project.entry budget.entry payment.entry payment.voucher payment.sign";
    private static final String HEAD = "payment.review payment.stamp accounting.agency";

    private static final String AGENCIES = """
            AGENCY_CODE,AGENCY_NAME,AGENCY_TYPE_CODE,PARENT_AGENCY_CODE
            105,主管部门,1,
            105001,行政单位,1,105
            105002,事业单位,3,105
            """;

    private static final String ACCOUNTS = """
            ACCOUNT_NO,ACCOUNT_NAME,ACCT_BANK_NAME,ACC_TYPE_CODE,AGENCY_CODE
            Z105001,零余额账户,代理银行,21,105001
            Z105002,零余额账户,代理银行,21,105002
            """;

    private static final String ACTORS = """
            ACTOR,ACTOR_NAME,DUTIES,AGENCY_CODE
            finance,财政,%s,
            chief,处长,allotment.finance,
            clerk105001,经办,%s,105001
            head105001,审核,%s,105001
            clerk105002,经办,%s,105002
            head105002,审核,%s,105002
            """.formatted(FINANCE, CLERK, HEAD, CLERK, HEAD);

    /** Of 1,000 earlier years have budgeted 200, and 100 are planned for the next. */
    private static final String PROJECTS = """
            PRO_CODE,PRO_NAME,PRO_CAT_CODE,AGENCY_CODE,SETUP_YEAR,PRO_PHASE,PRO_TOTAL_AMT,PRIOR_AMT,LATER_AMT,END_YEAR
            31010724T000000000001,修缮,3,105001,2024,EXECUTING,1000.00,200.00,100.00,2025
            31010724T000000000002,培训,3,105002,2024,EXECUTING,500.00,,,
            """;

    private static final String LINES = """
            BGT_PMAN_ID,PRO_CODE,AGENCY_CODE,EXP_FUNC_CODE,GOV_BGT_ECO_CODE,DEP_BGT_ECO_CODE,FUND_TYPE_CODE,REPLY_AMT,ADJ_AMT,TRANSFER_AMT,CARRY_AMT
            L1,31010724T000000000001,105001,2010602,50201,30201,111,600.00,50.00,,
            L2,31010724T000000000002,105002,2010602,50502,30201,111,400.00,,20.00,30.00
            """;

    /** Of A1 50 were paid before all that is brought in; A2 was split off A0. */
    private static final String ALLOTMENTS = """
            BGT_ID,BGT_PMAN_ID,ORI_BGT_ID,BGT_EXE_FLAG,BGT_TYPE_CODE,COR_BGT_DOC_NO,BGT_DOC_TITLE,DOC_DATE,AMOUNT,DIS_AMT,CUR_AMT,FROZEN_AMT,PAY_APP_AMT,USE_AMT
            A0,L1,,2,21,财预〔2024〕1号,下达指标,20240115,100.00,,40.00,,,
            A1,L1,,1,21,财预〔2024〕2号,下达指标,20240115,500.00,20.00,280.00,50.00,50.00,100.00
            A2,L1,A0,1,21,财预〔2024〕3号,分解指标,20240120,60.00,,60.00,,,
            A3,L2,,1,21,财预〔2024〕4号,下达指标,20240115,400.00,,355.00,,25.00,20.00
            """;

    private static final String REQUESTS = """
            PAY_APP_ID,BGT_ID,PAY_CERT_ID,PAY_APP_AMT,PAY_ACCT_NO,PAYEE_ACCT_NAME,PAYEE_ACCT_NO,PAYEE_ACCT_BANK_NAME,USE_DES
            R1,A1,,20.00,Z105001,供应商,6222000011112222,商业银行,办公费
            R2,A1,V1,30.00,Z105001,供应商,6222000011112222,商业银行,办公费
            R3,A1,V2,40.00,Z105001,供应商,6222000011112222,商业银行,办公费
            R4,A1,V3,10.00,Z105001,供应商,6222000011112222,商业银行,办公费
            R5,A3,V4,25.00,Z105002,供应商,6222000011112222,商业银行,培训费
            R6,A3,V5,20.00,Z105002,供应商,6222000011112222,商业银行,培训费
            """;

    private static final String VOUCHERS = """
            PAY_CERT_ID,VOU_DATE,AGENT_BUSINESS_NO,XPAY_DATE,LQD_CERT_NO,ACT_LQD_DATE
            V1,20240228,,,,
            V2,20240227,SV2,20240228,,
            V3,20240226,SV3,20240227,B1,20240228
            V4,20240228,,,,
            V5,20240226,SV5,20240227,B1,20240228
            """;

    private static final String CONTRACTS = """
            CONTRACT_NO,PRO_CODE,AGENCY_CODE,CONTRACT_AMT,PAID_AMT,SUPPLIER_NAME,SIGN_DATE,BEFORE_ACC_AMT,ACCEPT_DATE,RESERVED_AMT
            HT-1,31010724T000000000001,105001,90.00,40.00,供应商,20240110,60.00,,
            HT-2,31010724T000000000002,105002,10.00,,,,,,
            """;

    private static final String TRIAL_BALANCE = """
            LEDGER,AGENCY_CODE,ACCOUNT_CODE,FUND_TYPE_CODE,EXP_FUNC_CODE,GOV_BGT_ECO_CODE,BEGIN_DEBIT,BEGIN_CREDIT,DEBIT_AMT,CREDIT_AMT
            treasury,,1001,111,,,5000.00,,300.00,80.00
            treasury,,300101,111,,,,5000.00,,
            treasury,,4001,111,,,,,,300.00
            treasury,105001,5001,111,2010602,50201,,,60.00,
            treasury,105002,5003,111,2010602,50502,,,20.00,
            treasury,,804101,111,,,5000.00,,300.00,80.00
            treasury,,8001,111,,,,5000.00,,
            treasury,,6001,111,,,,,,300.00
            treasury,105001,7001,111,2010602,50201,,,60.00,
            treasury,105002,7001,111,2010602,50502,,,20.00,
            agency,105001,1002,111,,,30.00,,,
            agency,105001,3001,111,,,,30.00,,
            agency,105001,5001,111,,,,,100.00,
            agency,105001,4001,111,,,,,,100.00
            agency,105001,800102,111,,,30.00,,,
            agency,105001,820105,111,,,,30.00,,
            agency,105001,710101,111,,,,,100.00,
            agency,105001,600102,111,,,,,,100.00
            agency,105002,5001,111,,,,,20.00,
            agency,105002,4001,111,,,,,,20.00
            agency,105002,720101,111,,,,,20.00,
            agency,105002,600102,111,,,,,,20.00
            """;

    private OpeningFixtures() {}

    static ImmutableMap<String, String> tables() {
        return ImmutableMap.<String, String>builder()
                .put("agencies.csv", AGENCIES)
                .put("accounts.csv", ACCOUNTS)
                .put("actors.csv", ACTORS)
                .put("projects.csv", PROJECTS)
                .put("budget-lines.csv", LINES)
                .put("allotments.csv", ALLOTMENTS)
                .put("payment-requests.csv", REQUESTS)
                .put("vouchers.csv", VOUCHERS)
                .put("contracts.csv", CONTRACTS)
                .put("trial-balance.csv", TRIAL_BALANCE)
                .buildOrThrow();
    }

    /** The tables with a text of one of them in the place of another, which must be there. */
    static ImmutableMap<String, String> tables(String table, String from, String to) {
        Map<String, String> edited = new LinkedHashMap<>(tables());
        edited.computeIfPresent(table, (name, text) -> {
            if (!text.contains(from)) {
                throw new AssertionError(name + " does not hold " + from);
            }
            return text.replace(from, to);
        });
        return ImmutableMap.copyOf(edited);
    }

    /** The tables with another text in a cell of a row, which is counted from zero; a column that is not there is added. */
    static ImmutableMap<String, String> cell(String table, int row, String column, String text) {
        List<List<String>> lines = Objects.requireNonNull(tables().get(table), table)
                .lines()
                .map(line -> (List<String>) new ArrayList<>(Splitter.on(',').splitToList(line)))
                .toList();
        if (!lines.get(0).contains(column)) {
            lines.forEach(line -> line.add(line.equals(lines.get(0)) ? column : ""));
        }
        lines.get(row + 1).set(lines.get(0).indexOf(column), text);
        Map<String, String> edited = new LinkedHashMap<>(tables());
        edited.put(
                table,
                lines.stream().map(line -> String.join(",", line)).collect(java.util.stream.Collectors.joining("\n")));
        return ImmutableMap.copyOf(edited);
    }

    static RulesInForce rules() {
        return TIMELINE.at(World.DIVISION, World.YEAR, World.DAY).orElseThrow();
    }

    static OpeningTables.Reading read(ImmutableMap<String, String> tables) {
        return OpeningTables.read(tables, SETTING, rules());
    }

    static OpeningTerms opening() {
        return read(tables()).opening();
    }

    /** The opening with these balances more. */
    static OpeningTerms with(OpenedBalance... more) {
        OpeningTerms opening = opening();
        return ImmutableOpeningTerms.builder().from(opening).addBalances(more).build();
    }

    /** A trail of actions, each with the state that it led to. */
    static Trail trail(String... steps) {
        ImmutableList.Builder<TrailStep> trail = ImmutableList.builder();
        String from = "";
        for (String step : steps) {
            List<String> words = Splitter.on(' ').splitToList(step);
            trail.add(new TrailStep(words.get(0), from, words.get(1), 0, "admin", DAY, ""));
            from = words.get(1);
        }
        return new Trail(trail.build());
    }

    /** A loop whose rulebook has been adopted, and nothing else. */
    static FiscalLoop adopted(RuleTimeline rules, Journal journal) {
        FiscalLoop loop = FiscalLoop.open(journal, rules);
        var found = rules.at(World.DIVISION, World.YEAR, World.DAY).orElseThrow();
        World.done(loop.ask(new Command(
                new InputId("admin", "adopt"),
                "admin",
                World.DIVISION,
                World.YEAR,
                World.DAY,
                new AdoptRulebook(World.DIVISION, World.YEAR, found.fingerprint()))));
        return loop;
    }

    static Command commit(OpeningTerms opening, Optional<OpeningSignature> signature, LocalDate on) {
        return new Command(
                new InputId("admin", "opening-" + on),
                "admin",
                opening.division(),
                opening.fiscalYear(),
                on,
                new CommitOpening(opening, signature));
    }

    /** What becomes of an opening in a loop that has adopted the nation's rules. */
    static Outcome committed(OpeningTerms opening) {
        LocalDate on = opening.day().isAfter(World.DAY) ? opening.day() : World.DAY;
        return adopted(TIMELINE, new InMemoryJournal()).ask(commit(opening, Optional.empty(), on));
    }

    /** The division of the tables, opened: a world over a journal that is read again after the opening. */
    static World world(Journal journal) {
        World.done(adopted(TIMELINE, journal).ask(commit(opening(), Optional.empty(), World.DAY)));
        return World.open(TIMELINE, journal);
    }

    static ImmutableList<String> codes(OpeningTerms opening) {
        return LoopFlow.OPENING.check(opening, rules()).refusals().stream()
                .peek(OpeningFixtures::assertChinese)
                .map(refusal -> refusal.code())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** The 中文 of a refusal holds no Latin words but codes, ids, names of files and columns, and what a cell says. */
    static void assertChinese(Refusal refusal) {
        String bare = refusal.textZh()
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("[a-z-]+\\.[a-z-]+|chief|clerk|head|[A-Z]+(_[A-Z]+)*\\b", "")
                .replaceAll("[A-Z]*-?[A-Z]?[0-9][0-9A-Z/-]*", "");
        assertThat(bare).doesNotContainPattern("[A-Za-z]{2}");
    }

    /** All that is wrong with an opening. */
    static ImmutableList<String> texts(OpeningTerms opening) {
        return LoopFlow.OPENING.check(opening, rules()).refusals().stream()
                .peek(OpeningFixtures::assertChinese)
                .map(Refusal::text)
                .collect(ImmutableList.toImmutableList());
    }
}
