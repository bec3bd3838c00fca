package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the shipped rules, model and policy together on realistic comments. */
class ShippedJudgmentTest {
  private static Detectors detectors;
  private static Policy policy;

  @BeforeAll
  static void load() {
    detectors =
        Shipped.detectors(
            new LocalNames(List.of("Maple Valley", "Mavericks"), List.of("Ngozi Okafor")));
    policy = Shipped.policy();
  }

  private static Verdict judge(String text, String author) {
    Comment comment = Comment.of(text, author, "", Optional.empty(), "school");
    return policy.judge(detectors.detect(comment), "school");
  }

  private static Verdict judge(String text) {
    return judge(text, "Dana Reyes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This school board is a disgrace. Every one of them should resign, and I will vote them"
            + " out.",
        "The superintendent lied to us about the budget. Fire him.",
        "La junta escolar es una vergüenza, deberían renunciar todos."
      })
  void harshLawfulCriticismIsAllowed(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we are going to kill them on Friday night, go Mavericks",
        "She killed it at the game last night",
        "my mom is going to kill me when she sees this grade lol",
        "Anyone shooting hoops after practice?"
      })
  void sportAndIdiomAreAllowed(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm bringing a gun to Maple Valley High tomorrow at 8",
        "im bringing my g-u-n to school tmrw",
        "Mañana voy a llevar una pistola a la escuela",
        "los voy a matar a todos en la cafetería",
        "I will kill you after class"
      })
  void aThreatIsEscalatedAndHidden(String text) {
    Verdict verdict = judge(text);
    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(verdict.hides()).isTrue();
    assertThat(verdict.decisive().orElseThrow().clause().id()).isEqualTo("3.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " http://example.org/a.png",
        " <img src=\"http://example.org/a.png\">",
        " https://youtu.be/dQw4w9WgXcQ",
        " #fyp #foryou #school",
        " @everyone"
      })
  void nothingWrittenBesideAThreatTakesItBack(String beside) {
    assertThat(
            judge(
                    "I am bringing my dad's gun to Maple Valley High tomorrow and everybody in the"
                        + " gym is going to pay"
                        + beside)
                .hides())
        .isTrue();
    assertThat(judge("kill yourself nobody wants you here" + beside).outcome())
        .isEqualTo(PolicyOutcome.ESCALATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If my son gets hurt again I know where you live.",
        "Don't come to school tomorrow.",
        "snitches get stitches, watch your back"
      })
  void aVeiledOrConditionalThreatReachesThePrincipal(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ESCALATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is fucking stupid",
        "what a load of sh1t",
        "f u c k this",
        "ｆｕｃｋ",
        "b!tch please",
        "no mames, qué pinche tarea",
        "shiiiiit"
      })
  void profanityIsHiddenHoweverItIsDisguised(String text) {
    assertThat(judge(text).hides()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Congratulations to the Hancock, Cockburn and Dickson families!",
        "The bus from Essex via Scunthorpe is late",
        "My grass class assignment was a classic assessment",
        "Feliz año nuevo, disputa el título"
      })
  void namesAndInnocentWordsAreAllowed(String text) {
    assertThat(judge(text).outcome()).isEqualTo(PolicyOutcome.ALLOW);
  }

  @Test
  void aStudentsTelephoneNumberIsHidden() {
    Verdict verdict = judge("Ethan Marlowe in 7th grade, his number is 217-555-0142");
    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.HIDE);
    assertThat(verdict.decisive().orElseThrow().clause().id()).isEqualTo("4.1");
  }

  @Test
  void theOfficesTelephoneNumberIsAllowed() {
    assertThat(judge("Call the school office at 217-555-0100 with questions").outcome())
        .isEqualTo(PolicyOutcome.ALLOW);
  }

  @Test
  void aNumberThatItsOwnerGivesOutIsNotHidden() {
    assertThat(judge("Encontré un gato en el parque, llámenme al 217-555-0136").hides()).isFalse();
    assertThat(judge("Lost her jacket? Text me at 217-555-0136").hides()).isFalse();
  }

  @Test
  void anEntrySignedBySomeoneElseIsHidden() {
    Verdict verdict =
        judge("School is closed tomorrow. Sincerely, Principal Ngozi Okafor", "jay_07");
    assertThat(verdict.decisive().orElseThrow().clause().id()).isEqualTo("5.1");
    assertThat(verdict.hides()).isTrue();
  }

  @Test
  void anEntrySignedWithANicknameIsAllowed() {
    assertThat(judge("See you all on Monday! - Peggy", "Margaret Lund").outcome())
        .isEqualTo(PolicyOutcome.ALLOW);
  }

  private static Verdict judgeWhere(AuthorNames names, String author, String accountKind) {
    Comment comment =
        Comment.of("See you on Friday", author, "", Optional.empty(), accountKind).where(names);
    return policy.judge(detectors.detect(comment), accountKind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classroom", "school", "district", "school-based-group"})
  void anEntryOfNobodyIsHiddenOnEveryAccountWithFreeNames(String accountKind) {
    Verdict verdict = judgeWhere(AuthorNames.FREE, "Guest", accountKind);
    assertThat(verdict.hides()).isTrue();
    assertThat(verdict.decisive().orElseThrow().clause().id()).isEqualTo("5.3");
    assertThat(verdict.decisive().orElseThrow().clause().then().strike()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"classroom", "school", "district", "school-based-group"})
  void aHandleIsPutBeforeAPersonOnEveryAccountWithFreeNames(String accountKind) {
    Verdict verdict = judgeWhere(AuthorNames.FREE, "lamp_post_07", accountKind);
    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(verdict.decisive().orElseThrow().clause().id()).isEqualTo("5.4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Guest", "lamp_post_07", "", "Dana Reyes"})
  void whereThePlatformKnowsItsMembersNoNameIsAFault(String author) {
    for (AuthorNames names : List.of(AuthorNames.HANDLES, AuthorNames.SHOWN)) {
      assertThat(judgeWhere(names, author, "classroom").outcome()).isEqualTo(PolicyOutcome.ALLOW);
    }
  }

  @Test
  void eachLineOfUnsignedEntriesIsTurnedOffByItself() throws IOException {
    String hides = "{ category: unsigned, at-least: 0.92 }";
    String reviews = "{ category: unsigned, at-least: 0.6 }";
    assertThat(withOff(hides, "Guest")).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(withOff(hides, "lamp_post_07")).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(withOff(reviews, "Guest")).isEqualTo(PolicyOutcome.HIDE);
    assertThat(withOff(reviews, "lamp_post_07")).isEqualTo(PolicyOutcome.ALLOW);
  }

  private static PolicyOutcome withOff(String line, String author) throws IOException {
    String shipped = Files.readString(Path.of("../../deploy/config/policy.yaml"));
    assertThat(shipped).containsOnlyOnce(line);
    Policy changed = PolicyFile.read(shipped.replace(line, "{ category: unsigned, at-least: 1 }"));
    Comment comment =
        Comment.of("See you on Friday", author, "", Optional.empty(), "school")
            .where(AuthorNames.FREE);
    return changed.judge(detectors.detect(comment), "school").outcome();
  }

  @Test
  void worryAboutSelfHarmIsEscalated() {
    assertThat(judge("i don't want to live anymore").outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(judge("My daughter is talking about ending her life").outcome())
        .isEqualTo(PolicyOutcome.ESCALATE);
  }

  @Test
  void aDisclosureOfAbuseIsEscalated() {
    assertThat(judge("my stepdad hits me when mom is at work").outcome())
        .isEqualTo(PolicyOutcome.ESCALATE);
  }

  @Test
  void aWarningOfAnothersPlanIsAReportAndNotAThreat() {
    Verdict verdict =
        judge("A boy in my son's class said he is going to bring a gun to school tomorrow");
    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(verdict.hits().stream().flatMap(h -> h.findings().stream()).map(f -> f.category()))
        .contains(Category.THREAT_REPORT);
  }

  @Test
  void spamIsHidden() {
    assertThat(judge("Earn $5000 a week from home, click www.cash-win.example now").hides())
        .isTrue();
  }

  @Test
  void announcementsOfPreventionAreAllowed() {
    assertThat(judge("Suicide prevention week starts Monday, call or text 988 any time.").outcome())
        .isEqualTo(PolicyOutcome.ALLOW);
  }

  /** Each eighth row: all of them, which {@code deploy/evaluate} judges, take four minutes. */
  @Test
  void atMostOneHarmlessCommentInTwoHundredIsHidden() throws IOException {
    List<Corpus.Row> harmless =
        Corpus.read(Path.of("corpus")).rows().stream()
            .filter(row -> row.split() != Split.TEST && row.labels().isEmpty())
            .filter(row -> Math.floorMod(row.id().hashCode(), 8) == 0)
            .toList();
    List<String> hidden =
        harmless.parallelStream()
            .filter(row -> policy.judge(detectors.detect(row.comment()), "school").hides())
            .map(Corpus.Row::id)
            .toList();
    assertThat(hidden.size()).as("hidden: %s", hidden).isLessThanOrEqualTo(harmless.size() / 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i will ",
        "a ",
        "*",
        "f*",
        "1",
        "- A",
        "555-",
        "\uD83D\uDD2B",
        "sincerely, A ",
        "\"",
        "x@"
      })
  void noTextOfTenThousandSignsTakesLong(String part) {
    String text = part.repeat(10_000 / part.length());
    judge(text);
    Assertions.assertTimeout(Duration.ofSeconds(1), () -> judge(text));
  }
}
