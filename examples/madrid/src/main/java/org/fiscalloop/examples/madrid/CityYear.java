package org.fiscalloop.examples.madrid;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentMeasure;

/**
 * A year of the city that was played: the loop in which it stands, and what was refused.
 *
 * @param data what was played
 * @param city the city with its loop
 * @param refused the payments that were refused, in order
 * @param watch how long it took
 */
record CityYear(MadridData data, City city, ImmutableList<CityTreasury.Refused> refused, Watch watch) {

    /** Plays the year under control at this level. */
    static CityYear play(MadridData data, Level level, Journal journal) {
        Watch watch = new Watch();
        FiscalLoop loop = FiscalLoop.open(journal, MadridRules.at(level));
        watch.lap("rules");
        City city = City.found(loop, data.lines());
        CityBudget budget = CityBudget.allot(city, data);
        watch.lap("budget");
        var refused = CityTreasury.pay(city, budget, data.payments());
        watch.lap("payments");
        return new CityYear(data, city, refused, watch);
    }

    /** What the allotment ledger says was paid of a line, in fen. */
    long paidFen(CreditLine line) {
        return balance(PaymentMeasure.PAID, line);
    }

    /** What it says is available of a line alone, in fen: less than nothing where others of its level gave it room. */
    long availableFen(CreditLine line) {
        return balance(AllotmentMeasure.AVAILABLE, line);
    }

    /** What is paid of a line and not cleared with the treasury, in fen. */
    long notClearedFen(CreditLine line) {
        return balance(AllotmentMeasure.NOT_CLEARED, line);
    }

    private long balance(org.fiscalloop.flow.Measure measure, CreditLine line) {
        return city.loop()
                .balance(
                        measure,
                        Dimensions.of(
                                Dimensions.ALLOTMENT,
                                CityBudget.allotment(line.key()).value()),
                        city.rules());
    }

    /** What the refusals of each line say could not be paid of it, in fen. */
    Map<String, Long> shortFen() {
        Map<String, Long> byLine = new TreeMap<>();
        refused.forEach(each -> byLine.merge(each.payment().line(), each.shortFen(), Fen::add));
        return byLine;
    }
}
