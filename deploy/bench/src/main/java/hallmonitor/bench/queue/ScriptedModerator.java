package hallmonitor.bench.queue;

import hallmonitor.system.ConsoleClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * A moderator who decides one case after another, as the queue's keys do: the decision, then the
 * next case beside the list. Hides are confirmed, everything else has no violation.
 */
final class ScriptedModerator {
  private static final Pattern ROW =
      Pattern.compile(
          "<li id=\"case-([0-9a-f-]{36})\"[^>]*?data-version=\"(\\d+)\"[^>]*?data-choices=\"([^\"]*)\"",
          Pattern.DOTALL);

  /**
   * What was measured.
   *
   * @param decisions from the key until the server has decided, in milliseconds
   * @param withNext from the key until the next case has arrived as well
   */
  record Shift(List<Long> decisions, List<Long> withNext) {}

  private final ConsoleClient console;

  ScriptedModerator(ConsoleClient console) {
    this.console = console;
  }

  /**
   * Decides cases from the top of the queue, until so many are decided or it is empty.
   *
   * @throws IllegalStateException if a decision is refused or lost, or none could be made
   */
  Shift decide(int cases, Jdbi database, String userName) throws IOException, InterruptedException {
    long before = onRecord(database, userName);
    Shift shift = new Shift(new ArrayList<>(), new ArrayList<>());
    while (shift.decisions().size() < cases) {
      String page = console.get("/queue?state=open").body();
      List<MatchResult> rows = ROW.matcher(page).results().toList();
      if (rows.isEmpty()) {
        break;
      }
      String token = ConsoleClient.token(page);
      for (int i = 0; i < rows.size() && shift.decisions().size() < cases; i++) {
        MatchResult next = rows.get((i + 1) % rows.size());
        decide(rows.get(i), next.group(1), token, shift);
      }
    }
    long kept = onRecord(database, userName) - before;
    int decided = shift.decisions().size();
    if (kept != decided || decided == 0) {
      throw new IllegalStateException(decided + " cases were decided, " + kept + " are on record");
    }
    return shift;
  }

  private static long onRecord(Jdbi database, String userName) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from review_case where decided_by = :me and state <> 'open'")
                .bind("me", userName)
                .mapTo(Long.class)
                .one());
  }

  private void decide(MatchResult row, String next, String token, Shift shift)
      throws IOException, InterruptedException {
    String decision = row.group(3).contains(":confirm") ? "confirm" : "dismiss";
    long start = System.nanoTime();
    HttpResponse<String> answer =
        console.post(
            "/cases/" + row.group(1) + "/decision",
            token,
            Map.of("version", row.group(2), "decision", decision));
    shift.decisions().add((System.nanoTime() - start) / 1_000_000);
    if (answer.statusCode() != 200 || answer.body().contains("message problem")) {
      throw new IllegalStateException(
          "case %s was not decided: status %d".formatted(row.group(1), answer.statusCode()));
    }
    console.get("/cases/" + next + "/detail");
    shift.withNext().add((System.nanoTime() - start) / 1_000_000);
  }
}
