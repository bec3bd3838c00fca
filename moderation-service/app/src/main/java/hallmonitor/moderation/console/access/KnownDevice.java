package hallmonitor.moderation.console.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A browser on which people signed in before.
 *
 * @param id random
 * @param people user names, the last one to sign in first; at most {@value #MOST_PEOPLE}
 */
record KnownDevice(UUID id, List<String> people) {
  static final int MOST_PEOPLE = 8;

  /** Tells it from the content of the other cookies under the same key. */
  private static final String KIND = "device";

  private static final String SEPARATOR = " ";

  KnownDevice {
    people = people.stream().limit(MOST_PEOPLE).toList();
  }

  static KnownDevice fresh(UUID id) {
    return new KnownDevice(id, List.of());
  }

  /** Parses {@link #text}; empty for anything else. */
  static Optional<KnownDevice> parse(String text) {
    List<String> words = List.of(text.split(SEPARATOR));
    if (words.size() < 2 || !words.get(0).equals(KIND)) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(words.get(1));
      return Optional.of(new KnownDevice(id, words.subList(2, words.size())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  KnownDevice with(String userName) {
    return new KnownDevice(
        id,
        Stream.concat(Stream.of(userName), people.stream().filter(p -> !p.equals(userName)))
            .toList());
  }

  boolean knows(String userName) {
    return people.contains(userName);
  }

  String text() {
    return String.join(
        SEPARATOR, Stream.concat(Stream.of(KIND, id.toString()), people.stream()).toList());
  }
}
