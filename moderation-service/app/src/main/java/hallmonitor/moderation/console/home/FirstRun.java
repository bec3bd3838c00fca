package hallmonitor.moderation.console.home;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The checklist of an installation, until it is done or an administrator dismisses it. */
@ApplicationScoped
public class FirstRun {
  private final ConsoleDatabase database;
  private final ConsoleConfig config;
  private final LiveRules rules;
  private final RequestAudit audit;

  FirstRun(ConsoleDatabase database, ConsoleConfig config, LiveRules rules, RequestAudit audit) {
    this.database = database;
    this.config = config;
    this.rules = rules;
    this.audit = audit;
  }

  /** Returns the checklist; empty once everything is done or it was dismissed. */
  public Optional<Checklist> open() {
    return database
        .read(h -> isDismissed(h) ? Optional.<SetupFacts>empty() : Optional.of(facts(h)))
        .map(facts -> Checklist.of(facts, config.practice(), config.mailbox()))
        .filter(list -> !list.isFinished());
  }

  void dismiss(String userName) {
    database.write(
        h -> {
          h.execute(
              "insert into first_run_dismissal (dismissed_by) values (?) on conflict do nothing",
              userName);
          return audit.add(h, userName, "first-run-dismissed", "", "");
        });
  }

  private static boolean isDismissed(Handle h) {
    return h.createQuery("select exists (select from first_run_dismissal)")
        .mapTo(Boolean.class)
        .one();
  }

  private SetupFacts facts(Handle h) {
    List<String> connected =
        h.createQuery("select account from account_status where status ->> 'state' = 'CONNECTED'")
            .mapTo(String.class)
            .list();
    return new SetupFacts(
        rules.district().current().value(),
        connected,
        holds(h, "select exists (select from escalation_told)"),
        holds(h, "select exists (select from comment)"),
        h.createQuery(
                "select count(*) from console_user where locked_until is distinct from 'infinity'")
            .mapTo(Long.class)
            .one());
  }

  private static boolean holds(Handle h, String question) {
    return h.createQuery(question).mapTo(Boolean.class).one();
  }
}
