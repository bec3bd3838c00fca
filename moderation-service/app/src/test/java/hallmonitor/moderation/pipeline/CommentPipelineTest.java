package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.messaging.Blame;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommentPipelineTest {
  private final Stage stage = new Stage();

  @Test
  void aHarmlessCommentIsArchivedWithItsVerdictAndOpensNoCase() throws Exception {
    stage.receive(aComment("17").saying("Go Mavericks!"));
    assertThat(stage.database.rows("select outcome, policy_version, model_version from revision"))
        .containsExactly(
            Map.of("outcome", "allow", "policy_version", "policy-1", "model_version", "model-1"));
    assertThat(stage.database.count("review_case")).isZero();
    assertThat(stage.orders()).isEmpty();
  }

  @Test
  void aThreatIsArchivedJudgedHiddenAndReportedInOneGo() throws Exception {
    stage.receive(aComment("17").by("R. Doe").saying("I will shoot you"));
    assertThat(stage.orders()).as("not before its evidence is sealed").isEmpty();
    stage.seal();

    assertThat(stage.database.one("select state from review_case", String.class)).isEqualTo("open");
    ActionOrdered order = stage.orders().get(0);
    assertThat(order.action()).isEqualTo(PlatformAction.HIDE);
    assertThat(order.clause()).isEqualTo("3.1");
    assertThat(order.policyVersion()).isEqualTo("policy-1");
    assertThat(order.orderedBy()).isEqualTo("policy");
    CaseEscalated escalation = stage.escalations().get(0);
    assertThat(escalation.caseId()).isEqualTo(order.caseId());
    assertThat(escalation.building()).isEqualTo("maple-high");
    assertThat(escalation.snapshot().text()).isEqualTo("I will shoot you");
    assertThat(escalation.snapshot().accountName()).isEqualTo("Maple Valley High School news");
    assertThat(escalation.snapshot().findings().get(0).quoted()).containsExactly("shoot");
    assertThat(stage.database.one("select author_key from strike", String.class))
        .isEqualTo("name:R. Doe");
  }

  @Test
  void onlyWhatAPersonMayLookAtIsAskedForItsLanguage() throws Exception {
    stage.receive(
        aComment("1").saying("La idiot"),
        aComment("2").saying("you idiot"),
        aComment("3").saying("La banda toca hoy"));
    assertThat(stage.database.rows("select comment_id, language from revision order by 1"))
        .containsExactly(
            Map.of("comment_id", "1", "language", "es"),
            Map.of("comment_id", "2", "language", "en"),
            Map.of("comment_id", "3", "language", ""));
  }

  @Test
  void theSameBatchAgainChangesNothing() throws Exception {
    SeenComment first = aComment("17").saying("you idiot");
    List<SeenComment> batch = List.of(first, first.editedTo("r2", "I will shoot you"));
    stage.receive(batch);
    var before = stage.everything();
    stage.receive(batch);
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void aCommentAndItsEditInOneBatchAreJudgedInOrder() throws Exception {
    SeenComment first = aComment("17").saying("Lovely game");
    stage.receive(first, first.editedTo("r2", "you idiot"));
    assertThat(stage.database.rows("select revision, outcome from revision order by 1"))
        .containsExactly(
            Map.of("revision", "r1", "outcome", "allow"),
            Map.of("revision", "r2", "outcome", "hide"));
    assertThat(stage.database.one("select latest_text from comment", String.class))
        .isEqualTo("you idiot");
    assertThat(stage.orders()).hasSize(1);
  }

  @Test
  void anInnocentCommentEditedToAbuseIsHidden() throws Exception {
    SeenComment first = aComment("17").saying("Lovely game");
    stage.receive(first);
    stage.receive(first.editedTo("r2", "you idiot"));
    assertThat(stage.orders()).hasSize(1);
    assertThat(stage.database.one("select revision from review_case", String.class))
        .isEqualTo("r2");
  }

  @Test
  void aRevisionThatIsReadLateIsArchivedAndDoesNotReplaceTheNewerText() throws Exception {
    SeenComment first = aComment("17").saying("Lovely game");
    SeenComment second = first.editedTo("r2", "Lovely team");
    SeenComment third = second.editedTo("r3", "Lovely school");
    stage.receive(first, third);
    stage.receive(second);
    assertThat(stage.database.count("revision")).isEqualTo(3);
    assertThat(stage.database.one("select latest_text from comment", String.class))
        .isEqualTo("Lovely school");
  }

  @Test
  void anEarlierTextThatStandsThereAgainIsTheLatestAndASecondDeliveryChangesNothing()
      throws Exception {
    SeenComment first = aComment("17").saying("you idiot");
    SeenComment again = first.readAs(Visibility.VISIBLE, 19);
    List<SeenComment> all =
        List.of(first, first.editedTo("r2", "Go team"), again, first.editedTo("r3", "you idiot"));
    for (SeenComment one : all) {
      stage.receive(one);
    }
    assertThat(stage.database.rows("select latest_revision, latest_text from comment"))
        .containsExactly(Map.of("latest_revision", "r1", "latest_text", "you idiot"));
    var before = stage.everything();
    stage.receive(all);
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void aCommentWhoseRevisionsWereNamedAnewIsNotJudgedAgain() throws Exception {
    SeenComment first = aComment("17").saying("you idiot");
    stage.receive(first);
    stage.receive(first.editedTo("named-anew", "you idiot"));
    assertThat(stage.database.count("revision")).isEqualTo(1);
  }

  @Test
  void aDeletedCommentIsNotedAndNotJudged() throws Exception {
    SeenComment first = aComment("17").saying("you idiot");
    stage.receive(first);
    stage.receive(first.deletedAs("r2"));
    assertThat(stage.database.rows("select kind, outcome from revision where revision = 'r2'"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("outcome", null));
    assertThat(
            stage.database.rows(
                "select visibility, latest_text, action_state from comment"
                    + " join review_case using (account, comment_id)"))
        .containsExactly(
            Map.of("visibility", "deleted", "latest_text", "you idiot", "action_state", "gone"));
    assertThat(stage.database.one(lastEvent(), String.class)).isEqualTo("deleted-on-platform");
  }

  @Test
  void aCommentThatSomebodyHidOnThePlatformIsNotedAndNotFought() throws Exception {
    SeenComment first = aComment("17").saying("damn");
    stage.receive(first);
    stage.receive(first.readAs(Visibility.HIDDEN, 5));
    assertThat(stage.database.one(lastEvent(), String.class)).isEqualTo("hidden-on-platform");
    stage.receive(first.readAs(Visibility.VISIBLE, 9));
    assertThat(stage.database.one(lastEvent(), String.class)).isEqualTo("restored-on-platform");
    assertThat(stage.orders()).isEmpty();
  }

  @Test
  void olderNewsOfVisibilityDoesNotOverrideNewer() throws Exception {
    SeenComment first = aComment("17").saying("damn");
    stage.receive(first, first.readAs(Visibility.HIDDEN, 9), first.readAs(Visibility.VISIBLE, 5));
    assertThat(stage.database.one("select visibility from comment", String.class))
        .isEqualTo("hidden");
  }

  @Test
  void anOldThreatFromTheHistoryWaitsForAPerson() throws Exception {
    stage.receive(
        aComment("17").saying("I will shoot you").fromHistory(NOON.minus(Duration.ofDays(31))));
    assertThat(stage.database.one("select outcome from review_case", String.class))
        .isEqualTo("review");
    assertThat(stage.database.one("select outcome from revision", String.class))
        .isEqualTo("escalate");
    assertThat(stage.orders()).isEmpty();
    assertThat(stage.escalations()).isEmpty();
  }

  @Test
  void aRecentThreatFromTheHistoryIsHandledLikeANewOne() throws Exception {
    stage.receive(
        aComment("17").saying("I will shoot you").fromHistory(NOON.minus(Duration.ofDays(29))));
    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void detectorsSeeTheCommentThatIsAnsweredFromTheBatchAndFromTheArchive() throws Exception {
    List<Optional<String>> parents = new ArrayList<>();
    CommentPipeline listening =
        stage.pipeline(
            new Detectors(
                List.of(
                    new Detector() {
                      @Override
                      public String name() {
                        return "listening";
                      }

                      @Override
                      public List<Finding> detect(Comment comment) {
                        parents.add(comment.parent());
                        return List.of();
                      }
                    })));
    listening.handle(
        List.of(
            aComment("1").by("A").saying("First").record(),
            aComment("2").by("B").saying("Second").answering("1").record()));
    listening.handle(List.of(aComment("3").by("C").saying("Third").answering("2").record()));
    assertThat(parents)
        .containsExactly(Optional.empty(), Optional.of("First"), Optional.of("Second"));
  }

  @Test
  void charactersThatTheDatabaseCannotHoldAreReplaced() throws Exception {
    stage.receive(aComment("17").saying("a\0b \uD83D c \uD83D\uDE00"));
    assertThat(stage.database.one("select body from revision", String.class))
        .isEqualTo("a\uFFFDb \uFFFD c \uD83D\uDE00");
  }

  @Test
  void aRecordWhoseKeyIsTooLongIsUnusable() {
    assertThatThrownBy(() -> stage.receive(aComment(incompressible(20_000))))
        .extracting(Blame::of)
        .isEqualTo(Blame.RECORD);
  }

  @Test
  void whenTheBatchFailsNothingOfItIsKept() {
    assertThatThrownBy(() -> stage.receive(aComment("1"), aComment(incompressible(20_000))));
    assertThat(stage.database.count("comment")).isZero();
  }

  @Test
  void aThousandCommentsAreOneTransaction() throws Exception {
    stage.receive(
        IntStream.range(0, 1000)
            .mapToObj(i -> aComment("c" + i).saying(i % 10 == 0 ? "you idiot" : "Hello " + i))
            .toList());
    assertThat(stage.database.count("revision")).isEqualTo(1000);
    assertThat(stage.database.count("review_case")).isEqualTo(100);
    assertThat(stage.database.one("select count(distinct xmin::text) from comment", Integer.class))
        .isEqualTo(1);
    assertThat(
            stage
                .meters
                .get("hallmonitor.comments.judged")
                .tag("outcome", "hide")
                .counter()
                .count())
        .isEqualTo(100);
  }

  private static String lastEvent() {
    return "select kind from case_event order by id desc limit 1";
  }

  /** Returns incompressible text, because PostgreSQL measures long values after compression. */
  private static String incompressible(int length) {
    return new java.util.Random(7)
        .ints(length, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
