package hallmonitor.local.practice;

import static hallmonitor.local.practice.Site.comment;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.local.practice.RemovalReasons.Removal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalReasonsTest {
  private static final UUID CASE = UUID.fromString("5f0c1f1e-7a3b-5c55-9d53-0a6a3f3c2b11");
  private static final String LINK = "http://127.0.0.1:8080/cases/" + CASE;

  @TempDir Path folder;
  private Site site;
  private int id;

  @BeforeEach
  void aCommentIsHidden() throws IOException {
    site = new Site(folder);
    id = site.comment("words that nobody is to read again");
    site.asModerator("POST", comment(id), Map.of("status", "hold"));
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  private RemovalReasons reasons() {
    return Objects.requireNonNull(site.page.reasons().get(site.page.url()));
  }

  private void hidden(boolean byPolicy, String clause) {
    Removal removal = new Removal(false, byPolicy, clause, "3.1 Amenazas");
    reasons().removed(String.valueOf(id), CASE, Optional.of(removal), LINK);
  }

  private JsonNode removed() {
    return site.anonymously("GET", "/practice/feed?post=1&since=0", null).json().path("removed");
  }

  private String why() {
    assertThat(removed()).hasSize(1);
    return removed().at("/0/why").asText();
  }

  @Test
  void whatThePolicyHidSaysTheClauseAndThatAPersonReviewsIt() {
    hidden(true, "1.1 Profanity");

    assertThat(why()).isEqualTo("Hidden under 1.1 Profanity. A moderator reviews it.");
    assertThat(removed().at("/0/link").asText()).isEqualTo(LINK);
    assertThat(removed().toString()).doesNotContain("words that nobody");
  }

  @Test
  void anEscalatedOneSaysWhoIsNotifiedAndThenWhoWas() {
    hidden(true, "3.1 Threats");
    reasons().asked(String.valueOf(id), CASE, List.of("principal"));
    assertThat(why()).isEqualTo("Hidden under 3.1 Threats. The principal is being notified.");

    reasons().told(CASE, "principal");
    assertThat(why()).isEqualTo("Hidden under 3.1 Threats. The principal was notified.");

    reasons().told(CASE, "assistant-principal");
    assertThat(why()).endsWith("The assistant principal and the principal were notified.");
  }

  @Test
  void theOrderInWhichItIsToldDoesNotMatter() {
    reasons().told(CASE, "principal");
    reasons().asked(String.valueOf(id), CASE, List.of("principal"));
    hidden(true, "3.1 Threats");

    assertThat(why()).isEqualTo("Hidden under 3.1 Threats. The principal was notified.");
  }

  @Test
  void noticesOfCasesOfOtherAccountsPushNothingOfThePageAside() {
    hidden(true, "3.1 Threats");
    reasons().told(CASE, "principal");
    for (int other = 0; other < 3_000; other++) {
      reasons().told(UUID.randomUUID(), "principal");
    }

    assertThat(why()).isEqualTo("Hidden under 3.1 Threats. The principal was notified.");
  }

  @Test
  void aBrowserThatLikesSpanishIsToldInSpanish() {
    hidden(true, "3.1 Threats");
    reasons().asked(String.valueOf(id), CASE, List.of("principal", "counselor"));

    assertThat(whyInSpanish())
        .isEqualTo(
            "Oculto según la cláusula 3.1 Amenazas."
                + " Se está avisando a: consejero o consejera escolar, director o directora.");
    assertThat(why()).startsWith("Hidden under 3.1 Threats. The counselor and the principal are");
  }

  private String whyInSpanish() {
    return site.inSpanish("/practice/feed?post=1&since=0").json().at("/removed/0/why").asText();
  }

  @Test
  void whatAPersonHidIsSaidToBeAPersons() {
    hidden(false, "2.3 Possible personal attack");

    assertThat(why()).isEqualTo("Hidden by a person under 2.3 Possible personal attack.");
  }

  @Test
  void withoutNewsOfItItIsOnlySaidToBeHidden() {
    assertThat(why()).isEqualTo("Hidden by moderation.");
    assertThat(removed().at("/0/link").asText()).isEmpty();
  }

  @Test
  void whatIsPutBackIsNoLongerListed() {
    hidden(true, "1.1 Profanity");
    site.asModerator("POST", comment(id), Map.of("status", "approved"));

    assertThat(removed()).isEmpty();
  }

  @Test
  void theListOutlivesARestart() throws IOException {
    site.close();
    site.start();

    assertThat(why()).isEqualTo("Hidden by moderation.");
  }

  @Test
  void newsOfAHiddenCommentReachTheBrowsersThatWait() {
    String before =
        site.anonymously("GET", "/practice/feed?post=1&since=0", null)
            .json()
            .path("version")
            .asText();
    hidden(true, "1.1 Profanity");

    var after = site.anonymously("GET", "/practice/feed?post=1&since=" + before, null).json();
    assertThat(after.at("/removed/0/why").asText()).startsWith("Hidden under 1.1");
  }
}
