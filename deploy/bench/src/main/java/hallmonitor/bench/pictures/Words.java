package hallmonitor.bench.pictures;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How many of the words that were drawn were read. */
final class Words {
  private int drawn;
  private int read;

  void compare(String says, String said) {
    List<String> found = words(said).toList();
    List<String> wanted = words(says).toList();
    drawn += wanted.size();
    read += (int) wanted.stream().filter(found::contains).count();
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty());
  }

  /** From 0 to 1. */
  double share() {
    return drawn == 0 ? 1 : (double) read / drawn;
  }
}
