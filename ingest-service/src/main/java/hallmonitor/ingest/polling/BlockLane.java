package hallmonitor.ingest.polling;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads who is blocked by an account, a page at a time, so that blocks made by hand become known.
 */
final class BlockLane {
  private static final Duration AFTER_START = Duration.ofSeconds(90);
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(2);
  private static final Duration AFTER_REFUSAL = Duration.ofDays(1);

  /** Without this check, a platform that ignores its own cursor would be listed endlessly. */
  private static final int MOST_PAGES = 100;

  private final PolledAccount account;
  private final List<Author> found = new ArrayList<>();
  private Instant due;
  private Instant began;
  private String cursor = "";
  private int pages;

  BlockLane(PolledAccount account, Instant now) {
    this.account = account;
    this.due = now.plus(AFTER_START);
    this.began = now;
  }

  Instant due() {
    return due;
  }

  /** Reads a page. Returns the list to be published once it ends; empty before that. */
  Optional<BlocksSeen> read(BlockSource source, Instant now) throws PlatformException {
    if (pages == 0) {
      began = now;
    }
    BlockSource.BlockPage page = source.blocks(cursor);
    pages++;
    found.addAll(page.authors());
    boolean whole = page.next().isEmpty() && found.size() <= BlocksSeen.MOST;
    boolean more = !page.next().isEmpty() && !page.next().equals(cursor);
    if (more && pages < MOST_PAGES && found.size() < BlocksSeen.MOST) {
      cursor = page.next();
      due = now.plus(BETWEEN_PAGES);
      return Optional.empty();
    }
    List<Author> some = found.subList(0, Math.min(found.size(), BlocksSeen.MOST));
    return Optional.of(
        new BlocksSeen(account.platform(), account.id(), List.copyOf(some), whole, began));
  }

  /** Starts over after the list is published, or after it could not be read. */
  void over(Instant now, Duration wait) {
    due = now.plus(wait);
    cursor = "";
    pages = 0;
    found.clear();
  }

  /** Waits a day, because the platform does not let this account list its blocks. */
  void refused(Instant now) {
    over(now, AFTER_REFUSAL);
  }
}
