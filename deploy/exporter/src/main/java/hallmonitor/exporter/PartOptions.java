package hallmonitor.exporter;

import hallmonitor.settings.tool.ToolFailure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which part of the archive is written. */
final class PartOptions {
  @Option(
      names = "--account",
      paramLabel = "ID",
      description =
          "only this account, as district.yaml names it, and what belongs to it; may be repeated")
  private List<String> accounts = List.of();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description =
          "only comments that were first read on this day or later, such as 2026-08-01, with their versions, posts and"
              + " cases; those of an account's history count by the day on which they were written")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "only comments of this day or earlier")
  private @Nullable LocalDate to;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "the time zone of these days, such as America/Chicago; that of this machine unless you name one")
  private ZoneId zone = ZoneId.systemDefault();

  /**
   * Returns the part.
   *
   * @throws ToolFailure if the last day is before the first
   */
  ArchivePart part() {
    if (from != null && to != null && to.isBefore(from)) {
      throw new ToolFailure("--to is before --from. Name the first day, then the last.");
    }
    return new ArchivePart(
        List.copyOf(new TreeSet<>(accounts)),
        from == null ? null : from.atStartOfDay(zone).toInstant(),
        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
        null);
  }
}
