package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.moderation.policy.file.RepliesFile;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What {@code replies.yaml} says about appeals, blocks and replies; a change is taken up. */
public final class ObjectionRules {
  private final WatchedFile<ReplyTexts> file;

  /**
   * @throws hallmonitor.settings.yaml.InvalidFileException when the file is there and wrong
   */
  public ObjectionRules(Path folder) {
    this.file = WatchedFile.optional(folder.resolve(RepliesFile.NAME), RepliesFile::read);
  }

  public ReplyTexts current() {
    return file.current().value();
  }

  public void refresh() {
    file.refresh();
  }

  /** As it is in force, with the mistakes that keep a newer one from it. */
  public WatchedFile<ReplyTexts> file() {
    return file;
  }

  public Block.Limits blockLimits() {
    return new Block.Limits(current().blocks().longestDays(), current().blocks().leastStrikes());
  }

  /** The end of the school day by which an appeal that came then is to be decided. */
  public Instant appealDue(Instant came, ZoneId zone) {
    LocalDate day =
        new SchoolDays(current().appeals().closed())
            .after(LocalDate.ofInstant(came, zone), current().appeals().answerWithin());
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }
}
