package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's own queries find in the standard's columns what the documents say. */
class StandardTablesTest {
    @ParameterizedTest
    @EnumSource
    void documents_stand_in_the_columns_of_the_standard(TestDatabase.Product product) {
        try (TestDatabase database = product.open()) {
            Town town = new Town();
            var allotment = town.allotment("A1", 150_000);
            var request = town.world().approved("R1", allotment, town.elements(), 80_050);
            var voucher = town.world().sent("V1", World.ORGAN, ImmutableList.of(request));
            World.done(
                    town.world().tell("S1", new BankReceipt(voucher, "S1", World.DAY, Fen.money(80_050), World.PAYEE)));
            town.into(new BudgetService(database.transactions(), RandomHistory.RULES, TestDatabase.BOOKS));

            assertThat(database.rows(
                            "select AGENCY_ID, AGENCY_CODE, AGENCY_NAME, DOC_STATE from BAS_AGENCY_INFO"
                                    + " where AGENCY_CODE = ?",
                            World.ORGAN))
                    .containsExactly("310107000/105001|105001|单位105001|ENABLED");
            assertThat(database.rows("select PRO_CODE, MOF_DIV_CODE, PRO_CAT_CODE, PARENT_PRO_CODE, IS_DIVIDE_PRO,"
                            + " PRO_TOTAL_AMT, DOC_STATE from PM_PROJECT_INFO"))
                    .containsExactly("31010724T000000000001|310107000|3||2|1000000.00|EXECUTING");
            assertThat(database.rows("select BGT_PMAN_ID, PRO_CODE, EXP_FUNC_CODE, GOV_BGT_ECO_CODE,"
                            + " DEP_BGT_ECO_CODE, FUND_TYPE_CODE, REPLY_AMT from BGT_PM_ANNUAL"))
                    .containsExactly("L1|31010724T000000000001|2010602|50201|30201|111|1000000.00");
            assertThat(database.rows("select BGT_ID, BGT_PMAN_ID, ORI_BGT_ID, BGT_EXE_FLAG, COR_BGT_DOC_NO,"
                            + " BGT_DOC_TITLE, DOC_DATE, AMOUNT from BA_BGT_INFO"))
                    .containsExactly("A1|L1||1|财预〔2024〕1号|下达指标|20240301|1500.00");
            assertThat(database.rows("select PAY_APP_NO, BGT_ID, PAY_APP_AMT, USE_DES, SET_MODE_CODE,"
                            + " PAY_BUS_TYPE_CODE, PAYEE_ACCT_NO, DOC_STATE from PAY_VOUCHER"))
                    .containsExactly("R1|A1|800.50|办公费|1|1|6222000011112222|PAID");
            assertThat(database.rows("select PAY_CERT_NO, FUND_TYPE_CODE, VOU_DATE, PAY_AMT, AGENT_BUSINESS_NO,"
                            + " XPAY_DATE, ACT_LQD_DATE, DOC_STATE from PAY_VOUCHER_BILL"))
                    .containsExactly("V1|111|20240301|800.50|S1|20240301||PAID");
            assertThat(database.rows(
                            "select NET from ACCOUNT_BALANCE where ACCOUNT = 'EXECUTABLE' and IS_FULL = '1'"
                                    + " and BGT_ID = ? and AGENCY_CODE = ?",
                            "A1",
                            World.ORGAN))
                    .containsExactly("69950");
        }
    }
}
