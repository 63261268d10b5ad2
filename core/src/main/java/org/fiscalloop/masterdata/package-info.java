/**
 * Who and with which codes: divisions, agencies, code tables by year, and the coding block that every document carries.
 *
 * <p>A {@link org.fiscalloop.masterdata.CodeTable} (代码集) holds the codes of one {@link
 * org.fiscalloop.masterdata.Catalogue}, such as the functions of expenditure 类款项, and says which fiscal years it
 * covers. A code is looked up <em>for a year</em>: only an enabled leaf that is valid then may stand on a document; one
 * that is not is refused, and the refusal names its successors or the codes next to it. {@link
 * org.fiscalloop.masterdata.CodeTables} are all tables of one division, with the mapping from department to government
 * economic classification by kind of agency. The national ones come with the library and are honest about their
 * certainty, row by row; a province extends them below the national codes and never alters one; and whoever has a
 * complete list loads it with {@link org.fiscalloop.masterdata.CodeCsv}.
 *
 * <p>{@link org.fiscalloop.masterdata.Elements} (要素) are the coding block that budget line, allotment and payment
 * share: division, year, agency, project, function, both economic classifications and fund, with the extra elements a
 * province declares. {@link org.fiscalloop.masterdata.ElementRules} check one against the tables and find everything
 * that is wrong with it in one go, and compare a child document's elements with its parent's.
 *
 * <pre>{@code
 * CodeTables tables = CodeTables.national();
 * tables.leaf(Catalogue.FUNCTION, "2010602", 2024);          // accepted: 一般行政管理事务
 * tables.leaf(Catalogue.DEPARTMENT_ECONOMIC, "39906", 2024); // refused: valid 2018 to 2020, now 39909 and 39910
 * ElementRules.national().examine(elements, AgencyKind.ADMINISTRATIVE, "allotment", tables);
 * }</pre>
 *
 * <p>Division, agency and project codes are checked values of their own. What a code says about its level or its parent
 * is a cross-check; the tables say what is so.
 */
@NullMarked
package org.fiscalloop.masterdata;

import org.jspecify.annotations.NullMarked;
