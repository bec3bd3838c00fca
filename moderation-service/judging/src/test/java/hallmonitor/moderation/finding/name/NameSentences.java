package hallmonitor.moderation.finding.name;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Comment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Sentences of {@code src/test/resources/names}; none of them is in the corpus. */
public final class NameSentences {
  private NameSentences() {}

  public static List<Comment> signed(String file, String language) {
    return lines(file, language)
        .map(line -> line.split(" \\| ", 2))
        .map(parts -> comment(parts[0], parts[1]))
        .toList();
  }

  public static List<Comment> plain(String file, String language) {
    return lines(file, language).map(line -> comment("", line)).toList();
  }

  private static Comment comment(String author, String text) {
    return Comment.of(text.replace("\\n", "\n"), author, "", Optional.empty(), "school");
  }

  private static java.util.stream.Stream<String> lines(String file, String language) {
    try (InputStream in = NameSentences.class.getResourceAsStream("/names/" + file)) {
      String[] halves = new String(in.readAllBytes(), UTF_8).split("# --- [A-Za-z]+\n");
      return halves[language.equals("en") ? 1 : 2].lines().filter(line -> !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
