package hallmonitor.moderation.finding.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints every line of a file that the lexicon finds something in, such as Debian's word lists:
 * {@code mvn -pl moderation-service/judging -am test -Dtest=LexiconSweep
 * -Dsweep=/usr/share/dict/words}. After adding an entry, read the new lines.
 */
class LexiconSweep {
  @Test
  @EnabledIfSystemProperty(named = "sweep", matches = ".+")
  void printsWhatIsRaised() throws IOException {
    LexiconDetector detector = ShippedLexicon.detector();
    for (String line : Files.readAllLines(Path.of(System.getProperty("sweep")), UTF_8)) {
      Comment comment = Comment.of(line, "", "", Optional.empty(), "school");
      for (Finding finding : detector.detect(comment)) {
        if (finding.score() >= 0.3) {
          Span span = finding.spans().get(0);
          System.out.printf(
              "SWEEP %.2f %s|%s|%s%n",
              finding.score(),
              line.substring(span.from(), span.to()),
              finding.why().replaceFirst(".*word", ""),
              line);
        }
      }
    }
  }
}
