package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes all findings of the first stage, to the last digit, for every comment of the corpus,
 * hostile texts and slightly altered comments. To check an optimization, compare the files from
 * before and after; the texts are the same in every run. The developer's guide to training has the
 * command.
 */
class FindingsSweep {
  private static final int HOSTILE = 4_000;
  private static final int CHANGED = 24_000;
  private static final String SIGNS =
      ".,-'\"*!?@#$%0123456789 \n:;()/&~aeioustñ\u2019\u201c\u201d\u2014";
  private static final LocalNames NAMES =
      new LocalNames(
          List.of("Maple Valley"),
          List.of("Ngozi Okafor", "Tom Lindgren", "Marisol Reyes"),
          List.of("Maddie Jones", "Evan Park", "Hope Miller"));

  private final Detectors detectors = StandardDetectors.of(NAMES);
  private final Random chance = new Random(5);

  @Test
  @EnabledIfSystemProperty(named = "findings", matches = ".+")
  void writesWhatIsFound() throws IOException {
    List<Comment> corpus =
        Corpus.read(Path.of("corpus")).rows().stream().map(row -> row.comment()).toList();
    HostileTexts hostile = new HostileTexts(4711, corpus.stream().map(Comment::text).toList());
    Path file = Path.of(System.getProperty("findings"));
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, UTF_8))) {
      corpus.forEach(comment -> write(out, comment));
      for (int i = 0; i < HOSTILE; i++) {
        write(out, beside(any(corpus), any(corpus), hostile.next()));
      }
      for (int i = 0; i < CHANGED; i++) {
        Comment comment = any(corpus);
        write(out, beside(comment, any(corpus), changed(comment.text())));
      }
    }
  }

  private Comment any(List<Comment> corpus) {
    return corpus.get(chance.nextInt(corpus.size()));
  }

  /** Combines two comments: a text by one comment's author, or signed by the other's. */
  private Comment beside(Comment one, Comment other, String text) {
    String signed = chance.nextInt(4) == 0 ? text + "\n- " + other.author() : text;
    Optional<String> parent = chance.nextInt(3) == 0 ? Optional.of(other.text()) : Optional.empty();
    return Comment.of(signed, one.author(), other.text(), parent, "school");
  }

  private String changed(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int edits = chance.nextInt(5); edits >= 0 && changed.length() > 1; edits--) {
      int at = chance.nextInt(changed.length());
      char sign = SIGNS.charAt(chance.nextInt(SIGNS.length()));
      switch (chance.nextInt(4)) {
        case 0 -> changed.insert(at, sign);
        case 1 -> changed.setCharAt(at, sign);
        case 2 -> changed.deleteCharAt(at);
        default -> changed.setCharAt(at, Character.toUpperCase(changed.charAt(at)));
      }
    }
    return changed.toString();
  }

  private void write(PrintWriter out, Comment comment) {
    out.print(comment.normalized().text().hashCode());
    for (Finding f : detectors.detect(comment)) {
      out.print(" | " + f.category().label() + " " + f.score() + " " + f.detector());
      f.spans().forEach(span -> out.print(" " + span.from() + "-" + span.to()));
      out.print(" " + f.why());
    }
    out.println();
  }
}
