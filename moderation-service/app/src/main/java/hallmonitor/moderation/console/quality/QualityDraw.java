package hallmonitor.moderation.console.quality;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.settings.district.District.Account;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Draws each day's sample of allowed comments once the day is over. A day's seed is created at that
 * time, so that no one can know in advance what is checked. It is stored, so that anyone can repeat
 * the draw: the sample is the first of the day's allowed revisions by {@code sha256(seed || '/' ||
 * account || '/' || comment id || '/' || revision)}.
 */
@ApplicationScoped
public class QualityDraw {
  /** Days missed while the service was down are drawn later, at most this many back. */
  private static final int DAYS_BACK = 7;

  private static final SecureRandom RANDOM = new SecureRandom();

  public record Allowed(
      String account,
      String commentId,
      String revision,
      String policyVersion,
      String modelVersion) {}

  private final ConsoleDatabase database;
  private final DecisionSettings settings;
  private final LiveRules rules;

  QualityDraw(ConsoleDatabase database, DecisionSettings settings, LiveRules rules) {
    this.database = database;
    this.settings = settings;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void drawWhatIsMissing() {
    LocalDate today = LocalDate.ofInstant(Instant.now(), zone());
    for (int back = DAYS_BACK; back >= 1; back--) {
      draw(today.minusDays(back), seed());
    }
  }

  private static String seed() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private ZoneId zone() {
    return rules.district().current().value().timeZone();
  }

  /**
   * Draws a day once; an already drawn day stays unchanged.
   *
   * @return number of comments drawn now
   */
  public int draw(LocalDate day, String seed) {
    int size = settings.get().samplePerDay();
    if (size == 0) {
      return 0;
    }
    Instant from = day.atStartOfDay(zone()).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone()).toInstant();
    return database.write(h -> draw(h, day, seed, size, from, to));
  }

  private int draw(Handle h, LocalDate day, String seed, int size, Instant from, Instant to) {
    int added =
        h.execute(
            """
            insert into quality_day (day, seed, population)
            select ?, ?, count(*) from revision r
            where outcome = 'allow' and judged_at >= ? and judged_at < ? and %s
            on conflict (day) do nothing
            """
                .formatted(Archive.JUDGED),
            day,
            seed,
            from,
            to);
    if (added == 0) {
      return 0;
    }
    List<Allowed> drawn =
        h.createQuery(
                """
                select account, comment_id, revision, policy_version, model_version from revision r
                where outcome = 'allow' and judged_at >= :from and judged_at < :to and %s
                order by sha256(convert_to(:seed || '/' || account || '/' || comment_id || '/' || revision, 'UTF8'))
                limit :size
                """
                    .formatted(Archive.JUDGED))
            .bind("from", from)
            .bind("to", to)
            .bind("seed", seed)
            .bind("size", size)
            .map(ConsoleDatabase.rows(Allowed.class))
            .list();
    for (int i = 0; i < drawn.size(); i++) {
      Allowed one = drawn.get(i);
      h.execute(
          """
          insert into quality_sample (day, position, account, comment_id, revision, building,
            policy_version, model_version)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          day,
          i,
          one.account(),
          one.commentId(),
          one.revision(),
          building(one.account()),
          one.policyVersion(),
          one.modelVersion());
    }
    return drawn.size();
  }

  private String building(String account) {
    return rules.district().current().value().account(account).map(Account::building).orElse("");
  }
}
