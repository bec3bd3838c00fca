package hallmonitor.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of archived segments: 8 hexadecimal digits of the timeline, 8 of a number, 8 of a part of
 * it. With segments of 16 MiB a number has 256 parts.
 */
final class WalSegments {
  private static final int NAME = 24;
  private static final int TIMELINE = 8;
  private static final long PARTS = 256;
  private static final String PACKED = ".gz";

  private WalSegments() {}

  /** Returns the names of all complete segments in the folder, in order. */
  static List<String> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9A-F]{24}\\.gz"))
          .map(name -> name.substring(0, NAME))
          .sorted()
          .toList();
    }
  }

  static Path file(Path folder, String segment) {
    return folder.resolve(segment + PACKED);
  }

  static long timeline(String segment) {
    return Long.parseLong(segment.substring(0, TIMELINE), 16);
  }

  /** Returns the place in the log, whatever the timeline. */
  static long position(String segment) {
    return Long.parseLong(segment.substring(TIMELINE, 16), 16) * PARTS
        + Long.parseLong(segment.substring(16, NAME), 16);
  }

  /**
   * Returns the first place without a segment between two that are there or needed.
   *
   * @param present names, in any order, of a timeline and those that it comes from
   * @param from the first needed segment
   * @return a position; empty if nothing is missing
   */
  static Optional<Long> firstGap(List<String> present, String from) {
    List<Long> places =
        present.stream()
            .map(WalSegments::position)
            .filter(place -> place >= position(from))
            .distinct()
            .sorted()
            .toList();
    long expected = position(from);
    for (long place : places) {
      if (place != expected) {
        return Optional.of(expected);
      }
      expected++;
    }
    return places.isEmpty() ? Optional.of(expected) : Optional.empty();
  }

  /**
   * Deletes segments that no copy needs. Files that tell how timelines branch are small and stay.
   *
   * @param first the first segment that the oldest copy needs
   */
  static void deleteBefore(Path folder, long first) throws IOException {
    for (String segment : in(folder)) {
      if (position(segment) < first) {
        Files.deleteIfExists(file(folder, segment));
      }
    }
  }
}
