package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.access.Right.READ;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.district.District;
import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.wire.EventJson;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.Rules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the connected accounts do. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class AccountPages {
  /** A connector reports at least this often; longer silence means that it has stopped. */
  private static final Duration SILENT = Duration.ofMinutes(2);

  /**
   * An account of the district, or one that reported and is no longer in the district's file.
   *
   * @param status absent before its first report
   */
  record Line(String id, String name, String building, Optional<AccountStatus> status) {
    public AccountStatus getNow() {
      return status.orElse(null);
    }

    public boolean isSilent() {
      return status.filter(s -> s.at().isBefore(Instant.now().minus(SILENT))).isPresent();
    }

    /** {@code good}, {@code warning} or {@code bad}, for a colour beside the words. */
    public String getTone() {
      if (isSilent()) {
        return "bad";
      }
      return switch (status.map(AccountStatus::state).orElse(AccountStatus.State.STARTING)) {
        case CONNECTED -> "good";
        case STARTING, THROTTLED -> "warning";
        case UNREACHABLE, SIGNED_OUT -> "bad";
      };
    }

    public String getStateInWords() {
      if (status.isEmpty()) {
        return "Has not reported yet";
      }
      return isSilent()
          ? "Silent: the ingest service has stopped reporting"
          : switch (status.get().state()) {
            case STARTING -> "Starting";
            case CONNECTED -> "Connected";
            case THROTTLED -> "Slowed down by the platform";
            case UNREACHABLE -> "Not reachable";
            case SIGNED_OUT -> "Signed out: its credential is not accepted";
          };
    }

    public String getFault() {
      return status.flatMap(AccountStatus::fault).orElse("");
    }

    public Instant getLastRead() {
      return status.flatMap(AccountStatus::lastPolledAt).orElse(null);
    }

    public Instant getLastComment() {
      return status.flatMap(AccountStatus::lastCommentAt).orElse(null);
    }

    public AccountStatus.Backfill getBackfill() {
      return status.flatMap(AccountStatus::backfill).orElse(null);
    }

    public Long getBackfillTotal() {
      return status.flatMap(AccountStatus::backfill).flatMap(b -> b.total()).orElse(null);
    }

    public Instant getReachedBack() {
      return status.flatMap(AccountStatus::backfill).flatMap(b -> b.reachedBack()).orElse(null);
    }
  }

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance accounts(List<Line> accounts);
  }

  private final ConsoleDatabase database;
  private final Rules rules;
  private final Viewer viewer;

  AccountPages(ConsoleDatabase database, Rules rules, Viewer viewer) {
    this.viewer = viewer;
    this.database = database;
    this.rules = rules;
  }

  @GET
  public TemplateInstance accounts() {
    Scope scope = viewer.scope();
    Map<String, AccountStatus> reported = reported();
    List<Line> lines = new ArrayList<>();
    for (District.Account account : rules.district().current().value().accounts()) {
      var status = Optional.ofNullable(reported.remove(account.id()));
      if (scope.sees(account.building())) {
        lines.add(new Line(account.id(), account.name(), account.building(), status));
      }
    }
    // Nobody knows to which building these belonged.
    if (scope.everywhere()) {
      reported.forEach(
          (id, status) -> lines.add(new Line(id, status.name(), "", Optional.of(status))));
    }
    return Templates.accounts(lines);
  }

  private Map<String, AccountStatus> reported() {
    return database.read(
        h ->
            h.createQuery(
                    "select account, status::text as status from account_status order by account")
                .reduceRows(
                    new HashMap<String, AccountStatus>(),
                    (all, row) -> {
                      byte[] json = row.getColumn("status", String.class).getBytes(UTF_8);
                      all.put(
                          row.getColumn("account", String.class),
                          EventJson.read(json, AccountStatus.class));
                      return all;
                    }));
  }
}
