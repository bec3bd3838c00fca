package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Accounts that a person paused, for the frame around every page. */
@RequestScoped
@Named("pausedAccounts")
public class PausedAccounts {
  /**
   * A pause.
   *
   * @param since when the ingest service applied it
   * @param alarm whether it has lasted too long
   */
  public record Pause(String account, String by, String reason, Instant since, boolean alarm) {}

  private final ConsoleDatabase database;
  private final ConsoleConfig config;
  private final LiveRules rules;
  private final Viewer viewer;

  PausedAccounts(ConsoleDatabase database, ConsoleConfig config, LiveRules rules, Viewer viewer) {
    this.database = database;
    this.config = config;
    this.rules = rules;
    this.viewer = viewer;
  }

  /** Returns the pauses, longest first. */
  public List<Pause> getNow() {
    Scope scope = viewer.scope();
    District district = rules.district().current().value();
    return database
        .read(
            h ->
                h.createQuery(
                        """
                        select account, coalesce(u.display_name, p.by) as by, p.reason, p.since,
                               p.since < clock_timestamp() - make_interval(secs => :after) as alarm
                        from account_status s,
                             jsonb_to_record(s.status -> 'paused') as p(by text, reason text, since timestamptz)
                             left join console_user u on u.user_name = p.by
                        where s.status -> 'paused' is not null order by p.since
                        """)
                    .bind("after", config.pausedAlarmAfter().toSeconds())
                    .map(rows(Pause.class))
                    .list())
        .stream()
        .filter(pause -> district.account(pause.account()).map(scope::sees).orElse(false))
        .toList();
  }
}
