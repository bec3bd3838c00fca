package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.local.PortName;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comment's way from the page to the principal's mailbox, through every real part. */
class JourneyIT {
  private static final int GAME_DAY = 1;

  /** Google's units allow two to ten looks at YouTube in a minute. */
  private static final Duration POLLED_SLOWLY = Duration.ofMinutes(2);

  static final String PRINCIPAL = "n.okafor@maplevalley12.example";
  private static SpanCollector collector;
  private static ScratchStack stack;

  @BeforeAll
  static void start() throws IOException {
    collector = new SpanCollector();
    stack = ScratchStack.start(settings -> TraceJourney.withTracesTo(settings, collector));
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
    collector.close();
  }

  @Nested
  class Trace extends TraceJourney {
    Trace() {
      super(stack, collector);
    }
  }

  @Nested
  class RealWordPress extends RealWordPressJourney {
    RealWordPress() {
      super(stack);
    }
  }

  @Test
  void aThreatIsHiddenStandsInTheQueueAndReachesThePrincipal() {
    int threat =
        stack
            .practice()
            .post(
                GAME_DAY,
                "no name",
                "I'm bringing my dad's gun to Maple Valley High tomorrow at lunch and shooting everyone");

    eventually(() -> assertThat(stack.practice().shows(threat)).isFalse());
    eventually(() -> assertThat(stack.archive().caseOf(threat)).contains("escalate:open/hidden"));
    eventually(() -> assertThat(stack.mail().to(PRINCIPAL)).isNotEmpty());
    JsonNode notice = stack.mail().open(stack.mail().to(PRINCIPAL).get(0));
    assertThat(notice.toString())
        .as("no quote and no author's name unless the district asks for them")
        .doesNotContain("dad's gun")
        .doesNotContain("no name");
    eventually(
        () ->
            assertThat(
                    stack.archive().texts("select kind from case_event where kind = 'notice-sent'"))
                .isNotEmpty());
    eventually(
        () ->
            assertThat(stack.practice().removed(GAME_DAY).toString())
                .containsPattern(
                    "Hidden under 3.1 Threats. The principal[a-z ]* (was|were) notified.")
                .contains(stack.address(PortName.CONSOLE) + "/cases/"));
  }

  @Test
  void harshLawfulCriticismStays() {
    int criticism =
        stack
            .practice()
            .post(
                GAME_DAY,
                "Marcus Bell",
                "This board is a disgrace, they wasted our money and every one of them should be voted out.");

    eventually(() -> assertThat(stack.archive().outcomeOf(criticism)).contains("allow"));
    assertThat(stack.practice().shows(criticism)).isTrue();
    assertThat(stack.archive().caseOf(criticism)).isEmpty();
  }

  @Test
  void profanityIsHiddenAndNobodyIsWokenForIt() {
    int profanity =
        stack.practice().post(GAME_DAY, "Rick T.", "what the fuck is wrong with you people");

    eventually(() -> assertThat(stack.practice().shows(profanity)).isFalse());
    assertThat(stack.archive().caseOf(profanity).orElseThrow()).startsWith("hide:open/");
  }

  @Test
  void aThreatInSpanishIsTreatedAsOneInEnglish() {
    int threat =
        stack
            .practice()
            .post(
                GAME_DAY,
                "sin nombre",
                "Mañana a la salida los voy a matar a todos, voy a llevar una pistola a la escuela");

    eventually(() -> assertThat(stack.practice().shows(threat)).isFalse());
    assertThat(stack.archive().caseOf(threat).orElseThrow()).startsWith("escalate:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"facebook", "youtube", "bluesky"})
  void aThreatOnAnotherPlatformIsHiddenThereByItsConnector(String platform) {
    String threat =
        stack
            .practice()
            .write(platform, "no name", "Friday after school I will shoot everybody in the gym");

    await()
        .atMost(POLLED_SLOWLY)
        .untilAsserted(
            () -> assertThat(stack.practice().shows(platform, threat)).as(platform).isFalse());
    eventually(() -> assertThat(stack.archive().caseOf(threat)).contains("escalate:open/hidden"));
    assertThat(
            stack
                .archive()
                .texts("select account from review_case where comment_id = '" + threat + "'"))
        .containsExactly("practice-" + platform);
    eventually(
        () ->
            assertThat(stack.practice().removed(platform).toString())
                .contains("Hidden under 3.1 Threats. The principal"));
  }

  private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
    await().untilAsserted(assertion);
  }
}
