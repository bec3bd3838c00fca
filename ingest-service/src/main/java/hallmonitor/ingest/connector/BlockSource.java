package hallmonitor.ingest.connector;

import hallmonitor.contract.event.CommentSeen.Author;
import java.time.Duration;
import java.util.List;

/** Lists who is blocked by one account. Called by the thread that reads its comments. */
@FunctionalInterface
public interface BlockSource {
  /**
   * A page of blocked authors.
   *
   * @param next cursor of the other ones; empty at the end
   */
  record BlockPage(List<Author> authors, String next) {
    public BlockPage {
      authors = List.copyOf(authors);
    }
  }

  /** Reads blocked authors, identified as the authors of comments are. The empty cursor starts. */
  BlockPage blocks(String cursor) throws PlatformException;

  /** Returns the time from one complete read to the next; longer if each name costs money. */
  default Duration every() {
    return Duration.ofHours(1);
  }
}
