package org.fiscalloop.ledger;

import java.util.Optional;
import org.fiscalloop.decision.Source;

/**
 * An account (会计科目) of a chart: what it means and how this chart calls it.
 *
 * @param meaning what it is, with its ledger, whatever a chart calls it: {@code allotment/executable}
 * @param code as printed, unique in its chart
 * @param name the name in English
 * @param nameZh the name in 中文
 * @param basis what it measures
 * @param element the class of the chart that the account belongs to (会计要素), such as {@code ASSET}
 * @param normalSide the side on which its balance grows (余额方向)
 * @param parentCode code of the account above it, in the same chart
 * @param source where the account comes from
 */
public record Account(
        Meaning meaning,
        String code,
        String name,
        String nameZh,
        Basis basis,
        String element,
        Side normalSide,
        Optional<String> parentCode,
        Source source) {

    public Account {
        if (code.isBlank() || name.isBlank() || nameZh.isBlank() || element.isBlank()) {
            throw new IllegalArgumentException(
                    "code, name, nameZh and element of " + meaning + " must not be blank: " + code);
        }
    }
}
