package hallmonitor.messaging;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where reading of a partition begins, by what the database noted and by what the broker has. All
 * offsets are those of the next record to read.
 *
 * @param from where to go; empty to go on where the broker says
 * @param loss what the broker lost, as the end of a sentence; empty if it lost nothing
 */
record ReadStart(OptionalLong from, Optional<String> loss) {
  private static final ReadStart AS_THE_BROKER_SAYS =
      new ReadStart(OptionalLong.empty(), Optional.empty());

  /**
   * What a database noted of a partition.
   *
   * @param topicId of the topic that was read
   */
  record Noted(String topicId, long next) {}

  /**
   * What the broker has of a partition.
   *
   * @param first offset of its oldest record
   * @param end offset after its newest record
   * @param committed how far its group has read; empty if it does not know the group
   */
  record Log(String topicId, long first, long end, OptionalLong committed) {}

  /** Decides it. Reading twice does no harm, so in doubt it begins with the oldest record. */
  static ReadStart of(Optional<Noted> noted, Log log) {
    if (noted.isEmpty()) {
      return AS_THE_BROKER_SAYS;
    }
    long next = noted.get().next();
    if (!noted.get().topicId().equals(log.topicId())) {
      return from(log.first(), "was created again, with other records");
    }
    if (Math.max(next, log.committed().orElse(0)) > log.end()) {
      return from(log.first(), "has fewer records than were read");
    }
    if (next < log.first() && log.committed().orElse(0) < log.first()) {
      return from(log.first(), "dropped records before they were read");
    }
    // Without a position, the broker begins with the oldest record.
    return log.committed().orElse(log.first()) >= next
        ? AS_THE_BROKER_SAYS
        : from(next, "forgot how far it was read");
  }

  private static ReadStart from(long offset, String loss) {
    return new ReadStart(OptionalLong.of(offset), Optional.of(loss));
  }
}
