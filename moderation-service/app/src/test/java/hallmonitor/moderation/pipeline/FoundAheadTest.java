package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.testparts.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the first look need not read again, because the look-ahead has read the same. */
class FoundAheadTest {
  /** A partition where the first look has not read anything. */
  private static final int FAR = 10_000;

  private final List<String> read = new CopyOnWriteArrayList<>();
  private final Detectors listening = new Detectors(List.of(new Listening()));
  private final Stage stage = new Stage();
  private final FirstLookPositions positions =
      new FirstLookPositions(
          Map.of("bootstrap.servers", Parts.shared().bootstrapServers()),
          "nobody-" + UUID.randomUUID());
  private final CommentPipeline pipeline = stage.pipeline(listening);
  private final LookAhead ahead =
      new LookAhead(stage.parts(listening), 1, pipeline::handleAhead, positions, new Precedence());

  /** Finds one word, and writes down what it read. */
  private final class Listening implements Detector {
    @Override
    public String name() {
      return "listening";
    }

    @Override
    public List<Finding> detect(Comment comment) {
      read.add(comment.text() + comment.parent().map(text -> " / " + text).orElse(""));
      if (comment.text().contains("fails once") && read.size() == 1) {
        throw new IllegalStateException("the first time");
      }
      return comment.text().contains("idiot")
          ? List.of(new Finding(Category.BULLYING, 0.95, name(), List.of(), "It says it."))
          : List.of();
    }
  }

  @AfterEach
  void close() {
    ahead.close();
    pipeline.close();
    positions.close();
  }

  @Test
  void wordsThatWereReadAheadAreNotReadAgainAndJudgedAlike() throws Exception {
    SeenComment[] all = {
      aComment("1").by("Kim").saying("What an idiot, this coach of yours, in every single game"),
      aComment("2").by("Lee").saying("Lovely game, and the band played so well tonight")
    };
    lookAhead(all);
    read.clear();

    pipeline.handle(records(all));

    assertThat(read).isEmpty();
    assertThat(cases(stage)).isNotEmpty().isEqualTo(alone(all));
  }

  /** Returns the cases of a stage where nothing was read ahead. */
  private List<Map<String, Object>> alone(SeenComment... all) throws Exception {
    Stage other = new Stage();
    try (CommentPipeline first = other.pipeline(listening)) {
      first.handle(records(all));
    }
    return cases(other);
  }

  private static List<Map<String, Object>> cases(Stage stage) {
    return stage.database.rows(
        "select comment_id, outcome, clause, urgency from review_case order by 1");
  }

  @Test
  void anAnswerIsReadAgainTogetherWithWhatItAnswers() throws Exception {
    pipeline.handle(records(aComment("1").by("Kim").saying("Who is to blame for that score?")));
    SeenComment answer =
        aComment("2").by("Lee").saying("Everyone in that office, I would say").answering("1");
    lookAhead(answer);
    read.clear();

    pipeline.handle(records(answer));

    assertThat(read)
        .containsExactly("Everyone in that office, I would say / Who is to blame for that score?");
  }

  @Test
  void anEditIsReadAgain() throws Exception {
    SeenComment comment = aComment("1").by("Kim").saying("Lovely game, and a lovely evening");
    lookAhead(comment);
    read.clear();

    pipeline.handle(records(comment.editedTo("r2", "What an idiot, this coach of yours")));

    assertThat(read).containsExactly("What an idiot, this coach of yours");
  }

  @Test
  void whatOtherDetectorsFoundIsReadAgain() throws Exception {
    SeenComment comment = aComment("1").by("Kim").saying("Lovely game, and a lovely evening");
    lookAhead(comment);
    read.clear();

    try (CommentPipeline changed = stage.pipeline(new Detectors(List.of(new Listening())))) {
      changed.handle(records(comment));
    }

    assertThat(read).containsExactly("Lovely game, and a lovely evening");
  }

  @Test
  void whatFailedAheadIsReadAgain() throws Exception {
    SeenComment comment = aComment("1").by("Kim").saying("This fails once, and then it works");
    lookAhead(comment);

    pipeline.handle(records(comment));

    assertThat(read).hasSize(2);
    assertThat(cases(stage)).isEmpty();
  }

  private void lookAhead(SeenComment... comments) throws Exception {
    ahead.handle(records(comments));
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(SeenComment... comments) {
    return Arrays.stream(comments)
        .map(c -> new ConsumerRecord<byte[], byte[]>("ahead", 0, FAR, null, c.record().value()))
        .toList();
  }
}
