package hallmonitor.system.faults;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.PortName;
import hallmonitor.system.ConsoleClient;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * People who decide, undo, acknowledge, appeal, and decide appeals while things fail. What does not
 * work at that moment they leave, as people do.
 */
final class PeopleAtWork implements AutoCloseable {
  private static final Duration BETWEEN_ACTS = Duration.ofMillis(700);
  private static final Duration FILLS_IN = Duration.ofMillis(1_200);
  private static final String CASES =
      """
      select case_id::text as id, version::text from review_case where <which>
      order by random() limit 1
      """;

  private static final Pattern REFERENCE = Pattern.compile("class=\"reference\">([^<]+)<");
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  public record Found(String id, String version) {}

  private final Jdbi database;
  private final ConsoleClient first;
  private final ConsoleClient second;
  private final Random chance;
  private final AtomicInteger done = new AtomicInteger();
  private final Thread thread = new Thread(this::work, "people at work");
  private volatile boolean closed;
  private volatile String trouble = "none";

  /** Signs two people in, who begin at once. */
  PeopleAtWork(ScratchStack stack, long seed) throws IOException, InterruptedException {
    String console = stack.address(PortName.CONSOLE);
    chance = new Random(seed);
    database = Jdbi.create(stack.stack().database().dataSource(DatabaseRole.MODERATION));
    first = ConsoleClient.signedIn(console, database, "first", "moderator");
    second = ConsoleClient.signedIn(console, database, "second", "moderator");
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    while (!closed) {
      try {
        Pause.of(BETWEEN_ACTS);
        act();
      } catch (IOException | RuntimeException e) {
        trouble = e.toString(); // something is down at this moment
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void act() throws IOException, InterruptedException {
    switch (chance.nextInt(8)) {
      case 0 -> acknowledge();
      case 1 -> appeal();
      case 2 -> decideAppeal();
      case 3 -> decide("state <> 'open'", "undo");
      case 4 -> decide("state = 'open' and action_state = 'hidden'", "confirm");
      case 5 -> decide("state = 'open' and action_state in ('hidden', 'hide-held')", "restore");
      case 6 -> decide("state = 'open' and action_state = 'none'", "hide");
      default -> decide("state = 'open' and action_state = 'none'", "dismiss");
    }
  }

  private void decide(String which, String decision) throws IOException, InterruptedException {
    Optional<Found> found = one(CASES, which);
    if (found.isPresent()) {
      note(
          first.post(
              "/cases/" + found.get().id() + "/decision",
              token(first),
              Map.of("version", found.get().version(), "decision", decision)));
    }
  }

  private void acknowledge() throws IOException, InterruptedException {
    Optional<Found> found =
        one(
            """
            select case_id::text as id, '0' as version from escalation_state where <which>
            order by random() limit 1
            """,
            "state = 'open'");
    if (found.isPresent()) {
      note(
          first.post(
              "/cases/" + found.get().id() + "/answer",
              token(first),
              Map.of("form", UUID.randomUUID().toString(), "answer", "acknowledge")));
    }
  }

  private void appeal() throws IOException, InterruptedException {
    Optional<Found> found = one(CASES, "action_state = 'hidden' and state <> 'restored'");
    if (found.isEmpty()) {
      return;
    }
    Matcher reference = REFERENCE.matcher(first.get("/cases/" + found.get().id()).body());
    Matcher form = FORM.matcher(first.get("/appeal?lang=en").body());
    if (reference.find() && form.find()) {
      Pause.of(FILLS_IN);
      note(
          first.post(
              "/appeal",
              "",
              Map.of(
                  "form",
                  form.group(1),
                  "reference",
                  reference.group(1).strip(),
                  "who",
                  "Gus Lindqvist",
                  "why",
                  "It was a joke.")));
    }
  }

  private void decideAppeal() throws IOException, InterruptedException {
    Optional<Found> found =
        one(
            """
            select appeal_id::text as id, version::text from appeal join review_case using (case_id)
            where <which> order by random() limit 1
            """,
            "appeal.state = 'open'");
    if (found.isPresent()) {
      note(
          second.post(
              "/appeals/" + found.get().id() + "/decision",
              token(second),
              Map.of(
                  "version",
                  found.get().version(),
                  "ruling",
                  chance.nextBoolean() ? "overturn" : "uphold",
                  "reason",
                  "We read it again.")));
    }
  }

  private static String token(ConsoleClient who) throws IOException, InterruptedException {
    return ConsoleClient.token(who.get("/queue?state=open").body());
  }

  private Optional<Found> one(String query, String which) {
    return database.withHandle(
        h ->
            h.createQuery(query)
                .define("which", which)
                .map(ConstructorMapper.of(Found.class))
                .findOne());
  }

  private void note(HttpResponse<String> answer) {
    if (answer.statusCode() < 400) {
      done.incrementAndGet();
    }
  }

  /** Returns how many acts went through. */
  int done() {
    return done.get();
  }

  /** Returns what last kept them from an act, for a person who looks for the cause. */
  String trouble() {
    return trouble;
  }

  @Override
  public void close() {
    goHome();
  }

  /** Ends once the act in progress has ended. */
  void goHome() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(20).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
