package hallmonitor.moderation.finding.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.together.PileOn.Attack;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PileOnTest {
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  private static final Span NAME = new Span(0, 4);
  private final PileOn pileOn = new PileOn(4, Duration.ofMinutes(60));

  private static Attack attack(String author, int minute) {
    return on("jake", author, "by-" + author, 0.3, minute);
  }

  private static Attack on(String target, String author, String comment, double score, int minute) {
    return new Attack("news", target, comment, author, score, NOON.plusSeconds(minute * 60L));
  }

  private Optional<Finding> after(List<Attack> known, Attack present) {
    return pileOn.of(List.of(present), known, Map.of("jake", List.of(NAME)));
  }

  private static List<Attack> three() {
    return List.of(attack("a", 0), attack("b", 10), attack("c", 20));
  }

  @Test
  void theFourthAuthorMakesItAPileOn() {
    Finding found = after(three(), attack("d", 30)).orElseThrow();
    assertThat(found.category()).isEqualTo(Category.BULLYING);
    assertThat(found.score()).isCloseTo(1 - Math.pow(0.7, 4), within(1e-9));
    assertThat(found.spans()).containsExactly(NAME);
    assertThat(found.why()).contains("4 people").contains("60 minutes").contains("makes it");
  }

  @Test
  void threeAreNone() {
    assertThat(after(three().subList(0, 2), attack("d", 30))).isEmpty();
  }

  @Test
  void oneAuthorCountsOnce() {
    List<Attack> known = List.of(attack("a", 0), attack("b", 1), on("jake", "b", "again", 0.3, 2));
    assertThat(after(known, attack("d", 3))).isEmpty();
  }

  @Test
  void theSameCommentEditedCountsOnce() {
    List<Attack> known = new ArrayList<>(three().subList(0, 2));
    known.add(attack("d", 25));
    assertThat(after(known, attack("d", 30))).isEmpty();
  }

  @Test
  void attacksOnOthersAndOnOtherAccountsDoNotCount() {
    List<Attack> known =
        List.of(
            attack("a", 0),
            attack("b", 1),
            on("maria", "c", "other", 0.3, 2),
            new Attack("blog", "jake", "elsewhere", "e", 0.3, NOON));
    assertThat(after(known, attack("d", 3))).isEmpty();
  }

  @Test
  void whatIsLongerAgoDoesNotCount() {
    assertThat(after(three(), attack("d", 60))).isPresent();
    assertThat(after(three(), attack("d", 61))).isEmpty();
  }

  @Test
  void whatIsAddedToItIsLessSureSoThatNobodyIsToldAgain() throws IOException {
    List<Attack> known = new ArrayList<>(three());
    known.add(attack("d", 25));
    Finding more = after(known, attack("e", 30)).orElseThrow();
    Policy shipped = PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml")));
    assertThat(shipped.judge(List.of(more), "school").outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(more.why()).contains("5 people").contains("adds to");
    assertThat(after(known, on("jake", "d", "second", 0.3, 30)).orElseThrow().why())
        .contains("adds to");
  }

  @Test
  void itIsNeverSureEnoughToHideAlone() {
    List<Attack> known =
        List.of(
            on("jake", "a", "1", 0.95, 0),
            on("jake", "b", "2", 0.95, 0),
            on("jake", "c", "3", 1, 0));
    assertThat(after(known, on("jake", "d", "4", 1, 1)).orElseThrow().score()).isEqualTo(0.9);
  }

  @Test
  void onlyPersonalAttacksCount() {
    assertThat(PileOn.attack(List.of(finding(Category.BULLYING, 0.03)))).contains(0.03);
    assertThat(PileOn.attack(List.of(finding(Category.BULLYING, 0.02)))).isEmpty();
    assertThat(PileOn.attack(List.of(finding(Category.PROFANITY, 1)))).isEmpty();
  }

  private static Finding finding(Category category, double score) {
    return new Finding(category, score, "test", List.of(), "It says so.");
  }
}
