package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The shipped models find the same whether or not they remember the texts that they have read. */
class EqualTextsTest {
  private static final int ROWS = 150;

  @Test
  void findingsAreTheSameWithAndWithoutMemory() throws IOException {
    List<Comment> comments = withCopies(corpus());
    try (EncoderStage forgetful = EncoderStage.shipped(0).orElseThrow();
        EncoderStage mindful = EncoderStage.shipped(64).orElseThrow()) {
      List<List<Finding>> without = findings(forgetful, comments);
      List<List<Finding>> with = findings(mindful, comments);

      assertThat(with).isEqualTo(without);
      assertThat(mindful.looks())
          .as("a part was remembered")
          .allMatch(looks -> looks.remembered() > 0);
      assertThat(mindful.looks())
          .extracting(EncoderStage.Looks::all)
          .isEqualTo(forgetful.looks().stream().map(EncoderStage.Looks::read).toList());
    }
  }

  /** Rows of all files, spread evenly. */
  private static List<Comment> corpus() throws IOException {
    List<Corpus.Row> rows = Corpus.read(Path.of("corpus")).of(Split.TEST);
    return IntStream.range(0, ROWS)
        .mapToObj(i -> rows.get((int) ((long) i * rows.size() / ROWS)).comment())
        .toList();
  }

  /** Each comment, then the first of its forty again, some under another name or in capitals. */
  private static List<Comment> withCopies(List<Comment> comments) {
    List<Comment> all = new ArrayList<>();
    for (int i = 0; i < comments.size(); i++) {
      all.add(comments.get(i));
      Comment before = comments.get(Math.max(0, i - i % 40));
      String text = i % 3 == 0 ? before.text().toUpperCase(Locale.ROOT) : before.text();
      all.add(
          Comment.of(
              text,
              i % 2 == 0 ? "Principal Marsha Okafor" : before.author(),
              before.post(),
              before.parent(),
              "school"));
    }
    return all;
  }

  private static List<List<Finding>> findings(EncoderStage stage, List<Comment> comments) {
    Detectors detectors =
        StandardDetectors.of(LocalNames.NONE, StandardDetectors.model().followedBy(stage));
    return comments.stream().map(detectors::detect).toList();
  }
}
