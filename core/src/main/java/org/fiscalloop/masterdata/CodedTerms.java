package org.fiscalloop.masterdata;

import org.fiscalloop.flow.Terms;

/** What is filled in on a document that carries a coding block (要素): the block says whose document it is. */
public interface CodedTerms extends Terms {
    /** The coding block. */
    Elements elements();

    @Override
    default String division() {
        return elements().division().value();
    }

    @Override
    default String agency() {
        return elements().agency().value();
    }

    @Override
    default int fiscalYear() {
        return elements().fiscalYear();
    }
}
