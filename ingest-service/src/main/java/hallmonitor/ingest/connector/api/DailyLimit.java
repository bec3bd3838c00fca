package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.api.DeliveredRow.PostRow;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * How much one system may have stored in a day, which begins at midnight in UTC: a key that leaks
 * must not fill the disk. What is known already counts for nothing, so that sending again is free.
 *
 * @param rows comments in each version and state, and posts
 * @param bytes of them, as they are kept
 */
public record DailyLimit(long rows, long bytes, InstantSource clock) {
  public DailyLimit {
    if (rows < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "hallmonitor.ingest.push.account-rows-per-day and .account-megabytes-per-day must be at least 1");
    }
  }

  /** Thrown where a delivery is more than is left of the day. */
  static final class Reached extends Exception {
    private final String sentence;
    private final Duration over;

    private Reached(String sentence, Duration over) {
      super(sentence);
      this.sentence = sentence;
      this.over = over;
    }

    String sentence() {
      return sentence;
    }

    /** Returns how long until the next day. */
    Duration over() {
      return over;
    }
  }

  /** What was stored on a day. Public, as is what the mapper of rows fills. */
  public record Stored(long rows, long bytes) {}

  /**
   * Counts what this transaction has stored.
   *
   * @param first the first of its changes of comments
   * @param posts its new versions of posts
   */
  void count(Handle transaction, String account, OptionalLong first, List<PostRow> posts)
      throws Reached {
    if (first.isEmpty() && posts.isEmpty()) {
      return;
    }
    Stored today =
        transaction
            .createQuery(
                """
                with changes as (
                  select count(*) as rows, coalesce(sum(octet_length(raw)), 0) as bytes
                  from delivered_row where account = :account and sequence >= :first)
                insert into delivered_day (account, day, rows, bytes)
                select :account, :day, rows + :posts, bytes + :postBytes from changes
                on conflict (account, day) do update
                set rows = delivered_day.rows + excluded.rows, bytes = delivered_day.bytes + excluded.bytes
                returning rows, bytes
                """)
            .bind("account", account)
            .bind("first", first.orElse(Long.MAX_VALUE))
            .bind("posts", posts.size())
            .bind("postBytes", posts.stream().mapToLong(post -> size(post)).sum())
            .bind("day", today())
            .map(ConstructorMapper.of(Stored.class))
            .one();
    if (today.rows() > rows || today.bytes() > bytes) {
      throw new Reached(
          "Nothing of this was stored: with it, this account would have more than %,d rows or %,d bytes in a day. Send it again after midnight in UTC; the operator can raise the limit."
              .formatted(rows, bytes),
          untilTomorrow());
    }
  }

  private static int size(PostRow post) {
    return post.raw().getBytes(UTF_8).length;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Duration untilTomorrow() {
    return Duration.between(
        clock.instant(), today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
