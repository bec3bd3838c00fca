package hallmonitor.moderation.console.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.access.Scope;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneId;
import org.jdbi.v3.core.statement.Query;

/**
 * The question of a report.
 *
 * @param building an id; empty for all
 * @param account an id; empty for all
 */
record ReportQuery(ReportPeriod span, String building, String account, ZoneId zone, Scope scope) {
  /** Conditions for rows of {@code rc}, by building and account. */
  static final String NARROWED =
      """
       and (:building = '' or rc.building = :building)
        and (:account = '' or rc.account = :account) and <in_scope>
      """;

  ReportQuery {
    building = plain(building);
    account = plain(account);
  }

  private static String plain(String id) {
    return id == null ? "" : id.replace("\0", "");
  }

  Query bind(Query query) {
    return scope.bind(
        query
            .bind("from", span.from())
            .bind("to", span.to())
            .bind("since", since())
            .bind("until", until())
            .bind("building", building)
            .bind("account", account));
  }

  /** Returns the same question about as many days just before. */
  ReportQuery before() {
    return new ReportQuery(span.before(), building, account, zone, scope);
  }

  Instant since() {
    return span.from().atStartOfDay(zone).toInstant();
  }

  /** Returns the exclusive end. */
  Instant until() {
    return span.to().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Returns the address of the same report. */
  public String getAddress() {
    return "span="
        + span.choice()
        + "&from="
        + span.from()
        + "&to="
        + span.to()
        + "&building="
        + URLEncoder.encode(building, UTF_8)
        + "&account="
        + URLEncoder.encode(account, UTF_8);
  }
}
