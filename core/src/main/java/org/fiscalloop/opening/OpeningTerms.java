package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;

/** All of a division on a day (期初数据): its documents as they stand, and its books. */
@Value.Immutable
public interface OpeningTerms extends Terms {
    /** The finance department brings its division in. */
    @Override
    default String agency() {
        return "";
    }

    /** The day at whose end it all stood so; what comes afterwards is told to the loop that it is brought into. */
    LocalDate day();

    /**
     * Every document with its terms and its trail, which says where it stands; in the order in which they were made, so
     * that notices wait in the order in which they came.
     */
    ImmutableList<Restored> documents();

    /** What stands on each account under each coding block; zero balances may be left out. */
    ImmutableList<OpenedBalance> balances();
}
