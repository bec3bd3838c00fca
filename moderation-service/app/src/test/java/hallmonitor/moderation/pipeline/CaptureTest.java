package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests the evidence sent with an escalation. */
class CaptureTest {
  private final Stage stage = new Stage();

  @Test
  void itHoldsTheCommentAsItWasReceivedAndWhatCausedIt() throws Exception {
    SeenComment comment = aComment("17").by("R. Doe").saying("I will shoot you");
    stage.receive(comment);
    Capture capture = capture();
    assertThat(capture.seen()).isEqualTo(comment.event());
    assertThat(capture.clause()).isEqualTo("3.1");
    assertThat(capture.policyVersion()).isEqualTo("policy-1");
    assertThat(capture.modelVersion()).isEqualTo("model-1");
    assertThat(capture.cause()).isEqualTo("policy");
    assertThat(capture.capturedAt()).isEqualTo(Stage.CLOCK.instant());
    assertThat(capture.archivedAt())
        .contains(stage.database.one("select judged_at from revision", Instant.class));
    assertThat(capture.earlier()).isEmpty();
    assertThat(capture.thread()).isEmpty();
    assertThat(capture.threadCutShort()).isFalse();
  }

  @Test
  void itHoldsWhatNamesThereWereAsTheEventSaidIt() throws Exception {
    stage.receive(aComment("17").where(Names.HANDLES).saying("I will shoot you"));
    assertThat(capture().seen().names()).contains(Names.HANDLES);
  }

  @Test
  void itHoldsTheEarlierRevisionsOldestFirst() throws Exception {
    SeenComment first = aComment("17").saying("Lovely game");
    SeenComment second = first.editedTo("r2", "Go team");
    stage.receive(first);
    stage.receive(second, second.editedTo("r3", "I will shoot you"));
    assertThat(capture().seen().revision()).isEqualTo("r3");
    assertThat(capture().earlier())
        .extracting(Capture.Revision::text, Capture.Revision::raw)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Lovely game", "{\"id\":\"17\"}"),
            org.assertj.core.groups.Tuple.tuple("Go team", "{\"id\":\"17\"}"));
  }

  @Test
  void itHoldsTheChainOfAnswersAndTheNeighborsOldestFirst() throws Exception {
    stage.receive(
        at(aComment("1").by("A"), 1),
        at(aComment("2").by("B").answering("1"), 2),
        at(aComment("3").by("C"), 3),
        at(aComment("17").answering("2").saying("I will shoot you"), 4),
        at(aComment("5").by("D"), 5));
    Capture capture = capture();
    assertThat(capture.thread())
        .extracting(Capture.ThreadComment::id)
        .containsExactly("1", "2", "3", "5");
    assertThat(capture.thread().get(1).parent()).contains("1");
    assertThat(capture.threadCutShort()).isFalse();
  }

  @Test
  void ofALongThreadItHoldsTheNearestAndWhatItAnswersAndSaysThatItIsCut() throws Exception {
    List<SeenComment> thread = new ArrayList<>();
    IntStream.range(0, 200).forEach(i -> thread.add(at(aComment("c" + i).by("A" + i), i)));
    thread.add(at(aComment("17").answering("c0").saying("I will shoot you"), 150));
    stage.receive(thread);
    Capture capture = capture();
    assertThat(capture.threadCutShort()).isTrue();
    assertThat(capture.thread()).hasSize(Capture.MOST_OF_THREAD);
    assertThat(capture.thread())
        .extracting(Capture.ThreadComment::id)
        .startsWith("c0")
        .contains("c149", "c151")
        .doesNotContain("c1", "c199");
  }

  @Test
  void otherPostsAreNoNeighbors() throws Exception {
    stage.receive(aComment("1").on("elsewhere"), aComment("17").saying("I will shoot you"));
    assertThat(capture().thread()).isEmpty();
  }

  @Test
  void theWholeFitsIntoOneEventHoweverMuchThereIs() throws Exception {
    // Quotation marks take two bytes each in JSON.
    String large = "\"".repeat(1_000_000);
    for (int i = 0; i < 8; i++) {
      receive(withRaw("r" + i, "Lovely game " + i, large, i));
    }
    receive(withRaw("r9", "I will shoot you", large, 9));

    byte[] event =
        stage.database.one(
            "select payload from outbox where topic = '" + Topic.ESCALATIONS.topicName() + "'",
            byte[].class);
    assertThat(event.length).isLessThan(KafkaClients.LARGEST_EVENT);
    assertThat(capture().seen().raw()).isEqualTo(large);
    assertThat(capture().earlier()).hasSize(8);
    assertThat(capture().earlier())
        .extracting(Capture.Revision::raw)
        .allSatisfy(
            raw ->
                assertThat(raw)
                    .matches("\\[left out: 1000000 bytes, SHA-256 [0-9a-f]{64}; the archive .*"));
  }

  @Test
  void aRawAnswerThatIsTooLargeByItselfIsNamedByItsHash() throws Exception {
    receive(withRaw("r1", "I will shoot you", "\n".repeat(1_200_000), 1));
    assertThat(capture().seen().raw()).startsWith("[left out: 1200000 bytes, SHA-256 ");
    assertThat(stage.database.one("select length(raw) from revision", Integer.class))
        .as("the archive holds it")
        .isEqualTo(1_200_000);
  }

  @Test
  void moreRevisionsThanAnybodyReadsAreCounted() throws Exception {
    List<CommentSeen> edits = new ArrayList<>();
    IntStream.range(0, 510).forEach(i -> edits.add(withRaw("r" + i, "Lovely " + i, "{}", i)));
    receive(edits.toArray(CommentSeen[]::new));
    receive(withRaw("last", "I will shoot you", "{}", 600));
    assertThat(capture().earlier()).hasSize(501);
    assertThat(capture().earlier().get(0).text())
        .isEqualTo("[10 earlier revision(s) do not fit; the archive holds them]");
    assertThat(capture().earlier().get(500).text()).isEqualTo("Lovely 509");
  }

  @Test
  void aFloodOfEscalationsSharesTheRoom() throws Exception {
    CommentSeen[] flood =
        IntStream.range(0, 40)
            .mapToObj(i -> about("c" + i, "r1", "I will shoot you", "x".repeat(1_500_000), i))
            .toArray(CommentSeen[]::new);
    receive(flood);
    assertThat(
            stage.database.one(
                "select sum(length(payload)) from outbox where topic = '"
                    + Topic.ESCALATIONS.topicName()
                    + "'",
                Long.class))
        .isLessThan(70_000_000);
  }

  private Capture capture() {
    List<hallmonitor.contract.event.CaseEscalated> all = stage.escalations();
    return all.get(all.size() - 1).capture().orElseThrow();
  }

  private static SeenComment at(SeenComment comment, int second) {
    return comment.copy(
        comment.account(),
        comment.revision(),
        comment.kind(),
        comment.author(),
        comment.text(),
        comment.parent(),
        comment.visibility(),
        NOON.plusSeconds(second),
        Optional.empty(),
        comment.lane());
  }

  private static CommentSeen withRaw(String revision, String text, String raw, int second) {
    return about("17", revision, text, raw, second);
  }

  private static CommentSeen about(
      String id, String revision, String text, String raw, int second) {
    return new CommentSeen(
        new CommentRef("wordpress", "practice", id),
        revision,
        Kind.CREATED,
        new Post("5", "Homecoming", "", Optional.empty()),
        Optional.empty(),
        new Author(Optional.empty(), "Dana Reyes"),
        text,
        Visibility.VISIBLE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        NOON.plusSeconds(second),
        Lane.LIVE,
        raw,
        Optional.empty());
  }

  private void receive(CommentSeen... comments) throws Exception {
    stage.pipeline.handle(
        java.util.Arrays.stream(comments)
            .map(
                c ->
                    new ConsumerRecord<byte[], byte[]>(
                        Topic.COMMENTS.topicName(),
                        0,
                        0,
                        c.key().getBytes(StandardCharsets.UTF_8),
                        EventJson.write(c)))
            .toList());
  }
}
