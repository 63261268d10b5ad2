package org.fiscalloop.examples.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long MILLISECOND = 1_000_000;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5);
    private final Progress progress = Progress.on(new PrintStream(terminal, true, UTF_8), clock::get);

    private String at(int done, long milliseconds) {
        terminal.reset();
        clock.set(5 + milliseconds * MILLISECOND);
        progress.at(done, 10);
        return terminal.toString(UTF_8);
    }

    @Test
    void a_run_that_is_over_soon_shows_no_line() {
        assertThat(at(1, 10)).isEmpty();
        assertThat(at(9, 999)).isEmpty();
        assertThat(at(10, 5000)).isEmpty();
    }

    @Test
    void a_longer_run_shows_one_line_now_and_then_and_clears_it() {
        assertThat(at(1, 999)).isEmpty();
        assertThat(at(2, 1000)).isEqualTo("\r\u001B[K2 of 10 steps");
        assertThat(at(3, 1199)).isEmpty();
        assertThat(at(4, 1200)).isEqualTo("\r\u001B[K4 of 10 steps");
        assertThat(at(10, 1201)).isEqualTo("\r\u001B[K");
    }

    @Test
    void a_scenario_tells_its_progress_step_by_step() {
        StringBuilder heard = new StringBuilder();
        Play.of(
                ScenarioReader.read("""
                        { "title": "t", "division": "310107000", "fiscalYear": 2024, "steps": [
                          { "type": "bank-acceptance", "id": "1", "on": "2024-04-01", "voucher": "PV-1" },
                          { "type": "bank-acceptance", "id": "2", "on": "2024-04-01", "voucher": "PV-1" } ] }
                        """),
                (done, of) -> heard.append(done).append('/').append(of).append(' '));
        assertThat(heard).hasToString("1/2 2/2 ");
    }
}
