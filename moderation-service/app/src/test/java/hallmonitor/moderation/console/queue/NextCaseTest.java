package hallmonitor.moderation.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests in a browser that the pane follows at once, however slow the server is. */
@ConsoleTest
class NextCaseTest extends NovakAtWork {
  private static final String SHOWN = "return document.querySelector('#detail').innerText";
  private static final String OPEN =
      "return document.querySelector('#detail [data-detail]')?.dataset.detail === arguments[0]";

  /** Answers with the case of a pane wait until {@code release()}. */
  private static final String SLOW_PANE =
      """
      const real = fetch;
      const held = new Promise(done => { window.release = done; });
      window.fetch = (url, options) =>
        String(url).endsWith("/detail") ? held.then(() => real(url, options)) : real(url, options);
      """;

  /** Decisions are sent after {@code release()}; {@code asked} collects the cases asked for. */
  private static final String SLOW_DECISION =
      """
      const real = fetch;
      window.asked = [];
      window.fetch = (url, options) => {
        asked.push(String(url));
        return real(url, options);
      };
      const held = new Promise(done => { window.release = done; });
      const open = XMLHttpRequest.prototype.open;
      const send = XMLHttpRequest.prototype.send;
      XMLHttpRequest.prototype.open = function (verb, url, ...more) {
        this.decides = url.endsWith("/decision");
        return open.call(this, verb, url, ...more);
      };
      XMLHttpRequest.prototype.send = function (body) {
        if (this.decides) held.then(() => send.call(this, body));
        else send.call(this, body);
      };
      """;

  private ConsoleScreen screen;
  private UUID first;
  private UUID second;

  @BeforeEach
  void twoCases() {
    screen = ConsoleScreen.orSkip();
    first = seed.aCase("1").urgency("immediate").saying("See you at the game").there();
    second = seed.aCase("2").urgency("soon").by("Dana Reyes").saying("The band was late").there();
    screen.size(1440, 900, false);
    screen.signIn("novak");
    screen.open("/queue?state=open");
    screen.until(OPEN, first.toString());
  }

  @AfterEach
  void close() {
    if (screen != null) {
      screen.close();
    }
  }

  @Test
  void whileACaseIsOnItsWayThePaneSaysWhatItsRowSaysAndOffersNothing() {
    screen.read(SLOW_PANE);
    screen.press("j");

    screen.until("return document.querySelector('#detail [aria-busy]') !== null");
    assertThat(screen.read(SHOWN).toString())
        .contains("The band was late", "Dana Reyes")
        .doesNotContain("See you at the game");
    assertThat(screen.read("return document.querySelectorAll('#detail :is(button, input)').length"))
        .isEqualTo(0L);
    screen.picture("queue-coming");

    screen.read("release()");
    screen.until(OPEN, second.toString());
    assertThat(screen.read("return document.querySelector('#detail [aria-busy]')")).isNull();
  }

  @Test
  void theNextCaseIsAskedForWhileTheDecisionIsBeingSaved() {
    screen.read(SLOW_DECISION);
    screen.press("c");

    screen.until("return asked.includes(arguments[0])", "/cases/" + second + "/detail");
    assertThat(screen.read(OPEN, first.toString())).as("until it is saved").isEqualTo(true);

    screen.read("release()");
    screen.until(OPEN, second.toString());
    assertThat(screen.read("return asked.filter(url => url.endsWith('/detail')).length"))
        .as("and asked for once")
        .isEqualTo(1L);
  }

  @Test
  void theTabKeepsTheFiltersAndNoWordsThatWereSearched() {
    screen.open("/queue?state=open&q=Dana+Reyes");

    screen.until("return sessionStorage.getItem('queue') === 'state=open'");
    assertThat(
            screen.read("return JSON.stringify({...sessionStorage, ...localStorage})").toString())
        .doesNotContain("Reyes");
  }

  @Test
  void anAnswerAboutACaseThatWasLeftReplacesNothing() {
    screen.read(
        """
        const real = fetch;
        const held = new Promise(done => { window.release = done; });
        window.fetch = (url, options) => {
          if (!String(url).endsWith(arguments[0] + "/detail")) return real(url, options);
          window.asked = true;
          return held.then(() => real(url, options)).finally(() => { window.came = true; });
        };
        """
            .replace("arguments[0]", "'" + first + "'"));
    novak.postPart("/cases/" + first + "/decision", Map.of("decision", "restore", "version", "0"));
    screen.until("return window.asked === true");
    screen.press("j");
    screen.until(OPEN, second.toString());

    screen.read("release()");
    screen.until("return window.came === true");
    assertThat(screen.read(OPEN, second.toString())).isEqualTo(true);
  }
}
