package hallmonitor.moderation.console.reports;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RecentValues;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads what the public may know. Few periods can be asked for, so each is read seldom. */
@ApplicationScoped
public class TransparencyQueries {
  private static final String APPEALS =
      """
      select count(*) as received, count(decided_at) as decided,
             count(*) filter (where state = 'overturned') as granted,
             percentile_cont(0.5) within group (
               order by extract(epoch from decided_at - received_at) / 86400) as median
      from appeal where received_at >= :since and received_at < :until
      """;

  private static final String BLOCKS =
      """
      select count(distinct block_id) from block_order
      where act = 'block' and at >= :since and at < :until
      """;

  private final ConsoleDatabase database;
  private final LiveRules rules;
  private final ConsoleConfig config;
  private final RecentValues<PublicFigures> recent = new RecentValues<>(20, Duration.ofMinutes(10));

  TransparencyQueries(ConsoleDatabase database, LiveRules rules, ConsoleConfig config) {
    this.database = database;
    this.rules = rules;
    this.config = config;
  }

  /** Returns the periods that can be asked for; none before the first month is over. */
  List<PublicPeriod> periods() {
    LocalDate today = LocalDate.ofInstant(Instant.now(), zone());
    return database
        .read(
            h -> h.createQuery("select min(day) from judged_day").mapTo(LocalDate.class).findOne())
        .map(first -> PublicPeriod.upTo(today, first, config.schoolYearFrom()))
        .orElse(List.of());
  }

  PublicFigures ask(PublicPeriod period) {
    return recent
        .get(key(period))
        .orElseGet(
            () -> {
              PublicFigures figures = database.read(h -> read(h, period));
              recent.put(key(period), figures);
              return figures;
            });
  }

  private static String key(PublicPeriod period) {
    return period.from() + " " + period.to();
  }

  private PublicFigures read(Handle h, PublicPeriod period) {
    ReportQuery question = new ReportQuery(period.span(), "", "", zone(), Scope.EVERYWHERE);
    return new PublicFigures(
        FigureQueries.ask(h, question),
        h.createQuery(APPEALS)
            .bind("since", question.since())
            .bind("until", question.until())
            .map(rows(PublicFigures.Appeals.class))
            .one(),
        h.createQuery(BLOCKS)
            .bind("since", question.since())
            .bind("until", question.until())
            .mapTo(Long.class)
            .one(),
        Instant.now());
  }

  private ZoneId zone() {
    return rules.district().current().value().timeZone();
  }
}
