package hallmonitor.moderation.console.authors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of an author's comments, each with the account that it belongs to.
 *
 * @param counts how many strikes count now, by author and account
 * @param strikes the newest
 * @param blocks the newest
 * @param appeals the newest
 * @param tips how often people reported a comment
 */
public record AuthorRecord(
    List<StrikeCount> counts,
    List<AuthorStrike> strikes,
    List<AuthorBlock> blocks,
    List<AuthorAppeal> appeals,
    long tips) {
  /** Longer lists are cut. */
  static final int MOST = 50;

  static final AuthorRecord NONE = new AuthorRecord(List.of(), List.of(), List.of(), List.of(), 0);

  public AuthorRecord {
    counts = List.copyOf(counts);
    strikes = List.copyOf(strikes);
    blocks = List.copyOf(blocks);
    appeals = List.copyOf(appeals);
  }

  /** Returns whether there may be more than are listed. */
  public boolean isCut() {
    return Math.max(strikes.size(), Math.max(blocks.size(), appeals.size())) >= MOST;
  }

  public int getMost() {
    return MOST;
  }

  /**
   * How many strikes of one author count on an account now, of how many there ever were.
   *
   * @param name of the author; empty if there was none
   */
  public record StrikeCount(String account, String name, long counting, long number) {}

  /**
   * A strike.
   *
   * @param counts whether it counts for a block now
   * @param voidedAt null unless its case was undone
   */
  public record AuthorStrike(
      UUID caseId,
      String account,
      String clause,
      String category,
      String state,
      Instant at,
      boolean counts,
      @Nullable Instant voidedAt) {}

  /**
   * A block.
   *
   * @param byHand whether someone made it by hand on the platform
   * @param caseId null for one that was made by hand
   * @param lastDay null if nobody set one
   */
  public record AuthorBlock(
      UUID blockId,
      boolean byHand,
      @Nullable UUID caseId,
      String account,
      String state,
      Instant since,
      @Nullable LocalDate lastDay) {
    public String getHref() {
      return "/blocks#" + (byHand ? "hand-block-" : "block-") + blockId;
    }
  }

  /**
   * An appeal.
   *
   * @param about {@code hide} or {@code block}
   * @param decidedAt null while it is open
   */
  public record AuthorAppeal(
      UUID appealId, String about, String state, Instant receivedAt, @Nullable Instant decidedAt) {
    public boolean isBlock() {
      return about.equals("block");
    }

    public boolean isOpen() {
      return state.equals("open");
    }
  }
}
