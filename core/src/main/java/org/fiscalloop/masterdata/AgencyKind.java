package org.fiscalloop.masterdata;

/**
 * The kind of an agency (单位类型), on which the economic classification of its spending depends.
 *
 * <p>The national codes of the kinds are not certain: they are rows of the table {@link Catalogue#AGENCY_KIND AGENCY_TYPE}.
 */
public enum AgencyKind {
    /** 行政单位: an administrative agency. */
    ADMINISTRATIVE("行政单位"),
    /** 参照公务员法管理的事业单位: an institution that is run like an administrative agency. */
    PARTICIPATING("参照公务员法管理的事业单位"),
    /** 事业单位: a public institution. */
    INSTITUTION("事业单位");

    private final String nameZh;

    AgencyKind(String nameZh) {
        this.nameZh = nameZh;
    }

    /** The name in 中文. */
    public String nameZh() {
        return nameZh;
    }
}
