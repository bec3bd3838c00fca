package hallmonitor.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A timeline of the log and those that it comes from. Each restore begins a new one where it ended.
 * PostgreSQL cannot follow one that branches off before the copy that is restored.
 *
 * @param ends the position of the segment in which each timeline before this one was left
 */
record LogTimeline(long number, Map<Long, Long> ends) {
  private static final String HISTORY = "[0-9A-F]{8}\\.history\\.gz";
  private static final int HEX = 16;

  /** An address in the log has its segment in front of these hexadecimal digits. */
  private static final int IN_SEGMENT = 24;

  LogTimeline {
    ends = Map.copyOf(ends);
  }

  /** Returns the newest one that a copy leads to. */
  static LogTimeline newestAfter(Path wal, BackupManifest copy) throws IOException {
    String last = copy.lastSegment().or(copy::firstSegment).orElseThrow();
    long own = WalSegments.timeline(last);
    LogTimeline newest = new LogTimeline(own, Map.of());
    for (LogTimeline each : in(wal)) {
      boolean follows = each.ends.getOrDefault(own, -1L) > WalSegments.position(last);
      if (each.number == own || follows) {
        newest = each;
      }
    }
    return newest;
  }

  /** Returns those with an archived history, the oldest first. */
  private static List<LogTimeline> in(Path wal) throws IOException {
    if (!Files.isDirectory(wal)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(wal)) {
      List<Path> histories =
          files.filter(file -> file.getFileName().toString().matches(HISTORY)).sorted().toList();
      List<LogTimeline> read = new ArrayList<>();
      for (Path history : histories) {
        read.add(read(history));
      }
      return read;
    }
  }

  /** Each line has a timeline and the address where it was left, such as {@code 0/5000110}. */
  private static LogTimeline read(Path history) throws IOException {
    Map<Long, Long> ends = new HashMap<>();
    try (GZIPInputStream packed = new GZIPInputStream(Files.newInputStream(history))) {
      for (String line : new String(packed.readAllBytes(), UTF_8).lines().toList()) {
        String[] words = line.strip().split("\\s+");
        if (words.length > 1 && words[0].matches("[0-9]+")) {
          ends.put(Long.valueOf(words[0]), segment(words[1]));
        }
      }
    }
    String name = String.valueOf(history.getFileName());
    return new LogTimeline(Long.parseLong(name.substring(0, name.indexOf('.')), HEX), ends);
  }

  private static long segment(String address) {
    String[] halves = address.split("/");
    long whole = (Long.parseLong(halves[0], HEX) << Integer.SIZE) + Long.parseLong(halves[1], HEX);
    return whole >> IN_SEGMENT;
  }

  /** Returns the segments that are on it, not those that an older timeline went on with. */
  List<String> of(List<String> segments) {
    return segments.stream().filter(this::has).toList();
  }

  private boolean has(String segment) {
    long timeline = WalSegments.timeline(segment);
    return timeline == number || ends.getOrDefault(timeline, -1L) >= WalSegments.position(segment);
  }
}
