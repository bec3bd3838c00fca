package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.moderation.policy.file.RepliesFile;
import hallmonitor.moderation.store.objections.BlockRules;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The rules of {@code replies.yaml} for appeals, blocks and replies; reloaded on change. */
public final class ObjectionRules {
  private final WatchedFile<ReplyTexts> file;

  /**
   * Reads the file.
   *
   * @throws hallmonitor.settings.yaml.InvalidFileException if it exists and is wrong
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

  /** Returns the current file, with the mistakes of a rejected newer version. */
  public WatchedFile<ReplyTexts> file() {
    return file;
  }

  public Block.Limits blockLimits() {
    ReplyTexts.Blocks blocks = current().blocks();
    return new Block.Limits(
        blocks.longestDays(), blocks.leastStrikes(), blocks.strikeDays(), blocks.clauses());
  }

  /**
   * Returns the rules for blocks with their version, as a block cites them.
   *
   * @param zone the district's
   */
  public BlockRules blockRules(ZoneId zone) {
    return new BlockRules(blockLimits(), file.current().version(), zone);
  }

  /** Returns the deadline of an appeal received at this time: the end of a school day. */
  public Instant appealDue(Instant came, ZoneId zone) {
    LocalDate day =
        new SchoolDays(current().appeals().closed())
            .after(LocalDate.ofInstant(came, zone), current().appeals().answerWithin());
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }
}
