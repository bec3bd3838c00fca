package hallmonitor.notifier.evidence.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The package's texts, with {@code {name}} in place of facts. They name their sources themselves.
 */
final class PackageTexts {
  private PackageTexts() {}

  static String shipped(String name) {
    try (InputStream file = PackageTexts.class.getResourceAsStream("/evidence/" + name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing in the build");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills in facts in a single pass. */
  static String filled(String template, Map<String, String> facts) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (true) {
      int open = template.indexOf('{', at);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        return text.append(template.substring(at)).toString();
      }
      String name = template.substring(open + 1, close);
      text.append(template, at, open).append(facts.getOrDefault(name, "______________________"));
      at = close + 1;
    }
  }
}
