package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.PrivateFiles;
import hallmonitor.local.PortName;
import hallmonitor.local.ServiceName;
import hallmonitor.local.StackSettings;
import hallmonitor.system.faults.EvidenceProgram;
import hallmonitor.system.faults.ThreeBrokers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One broker of three is killed, and then the primary database; its standby takes its place. The
 * services know only the addresses of all of them.
 */
class FailoverIT {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
  private static final int COMMENTS = 900;

  private final ThreeBrokers brokers = new ThreeBrokers();
  private final int standbyPort = FreePorts.one();
  private final List<Integer> threats = new ArrayList<>();
  private @Nullable EmbeddedDatabase standby;

  @AfterEach
  void stopTheStandby() {
    if (standby != null) {
      standby.close();
    }
  }

  @Test
  void nothingIsLostAndNothingHappensTwice() throws Exception {
    try (ScratchStack stack = ScratchStack.start(this::withStandby, brokers)) {
      Map<ServiceName, Long> running = processes(stack);
      ServiceTables archive = archive();
      stack.changeEscalations(text -> text.replace("follow-up-every: 5m", "follow-up-every: 5s"));
      stack.practice().stream(
          Map.of("rate", 10, "count", COMMENTS, "seed", 23, "violating", 0.1, "edits", 0));
      awaitHidden(stack, "with everything up", threatens(stack, "Ann"));
      await()
          .atMost(LONG_ENOUGH)
          .until(() -> archive.count("select count(*) from comment") >= COMMENTS / 6);

      int killed = brokers.killLeader(stack.stack().broker());
      awaitHidden(
          stack, "after broker " + killed + " was killed", threatens(stack, "Bob", "Cy", "Di"));

      loseThePrimary(stack);
      List<Integer> written = threatens(stack, "Eve", "Fay");
      promoteTheStandby();
      awaitHidden(stack, "after the primary was killed", written);
      awaitHidden(stack, "on the new primary", threatens(stack, "Gus"));

      awaitEverythingDone(archive);
      assertNothingTwice(archive);
      assertThat(threats).noneMatch(stack.practice()::shows);
      assertThat(threats)
          .allSatisfy(threat -> assertThat(archive.caseOf(threat).orElse("")).endsWith("/hidden"));
      assertThat(processes(stack)).as("no service was started again").isEqualTo(running);
      assertThat(
              EvidenceProgram.objectionTo(
                  "jdbc:postgresql://127.0.0.1:" + standbyPort + "/" + EmbeddedDatabase.DATABASE,
                  stack.stack().settings().data()))
          .isEmpty();
    }
  }

  /**
   * Has the database followed by a standby from its first commit on. The services are told of both,
   * the standby first.
   */
  private StackSettings withStandby(StackSettings settings) {
    int primary = settings.ports().of(PortName.DATABASE);
    Path data = settings.data();
    Path files = data.resolveSibling("standby");
    PrivateFiles.folder(data);
    PrivateFiles.folder(data.resolve("secrets"));
    DatabasePasswords passwords = DatabasePasswords.random();
    PrivateFiles.write(data.resolve("secrets/database-postgres"), passwords.superuser());
    for (DatabaseRole role : DatabaseRole.values()) {
      PrivateFiles.write(data.resolve("secrets/database-" + role.sqlName()), passwords.of(role));
    }
    EmbeddedDatabase.createFollowed(data.resolve("database"), files, passwords);
    standby = EmbeddedDatabase.follow(files, standbyPort, passwords, primary);
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s"
            .formatted(standbyPort, primary, EmbeddedDatabase.DATABASE));
    environment.put(
        "KAFKA_BOOTSTRAP_SERVERS", brokers.bootstrapServers(settings.ports().of(PortName.KAFKA)));
    return settings.withEnvironment(environment);
  }

  private ServiceTables archive() {
    return new ServiceTables(Jdbi.create(standby().dataSource(DatabaseRole.MODERATION)));
  }

  private EmbeddedDatabase standby() {
    return Objects.requireNonNull(standby);
  }

  private static Map<ServiceName, Long> processes(ScratchStack stack) {
    return Stream.of(ServiceName.values())
        .collect(Collectors.toMap(Function.identity(), name -> stack.stack().service(name).pid()));
  }

  private List<Integer> threatens(ScratchStack stack, String... authors) {
    List<Integer> written =
        Stream.of(authors)
            .map(
                author ->
                    stack
                        .practice()
                        .post(1, author, author + " will bring a gun to school on Friday"))
            .toList();
    threats.addAll(written);
    return written;
  }

  private static void awaitHidden(ScratchStack stack, String when, List<Integer> comments) {
    long start = System.nanoTime();
    await("hidden " + when)
        .atMost(LONG_ENOUGH)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> stack.practice().shown(comments).isEmpty());
    System.out.printf(
        "Hidden %s: %d threats after %d ms%n",
        when, comments.size(), Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  /** The machine and its disk are gone at once, so that nothing starts it again. */
  private static void loseThePrimary(ScratchStack stack) throws IOException {
    ProcessHandle server = ProcessHandle.of(stack.stack().database().pid()).orElseThrow();
    Path data = stack.stack().settings().data();
    List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server)).toList();
    Files.move(data.resolve("database"), data.resolveSibling("lost"));
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(LONG_ENOUGH).until(() -> !server.isAlive());
  }

  private void promoteTheStandby() throws Exception {
    try (Connection owner = standby().ownersDataSource().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("select pg_promote()");
    }
  }

  private void awaitEverythingDone(ServiceTables archive) {
    await("every comment is judged and every order carried out")
        .atMost(LONG_ENOUGH)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              assertThat(archive.count("select count(*) from comment"))
                  .isEqualTo(COMMENTS + threats.size());
              assertThat(
                      archive.count(
                          """
                          select (select count(*) from revision where outcome is null)
                            + (select count(*) from second_look) + (select count(*) from outbox)
                            + (select count(*) from ordered_action where state not in ('taken', 'cancelled'))
                          """))
                  .isZero();
              assertThat(
                      archive.texts(
                          """
                          select c.comment_id from review_case c
                          where c.outcome = 'escalate' and c.urgency = 'immediate' and (
                            not exists (select 1 from evidence_seal s where s.case_id = c.case_id)
                            or not exists (
                              select 1 from case_event e
                              where e.case_id = c.case_id and e.kind = 'notice-sent'))
                          """))
                  .as("threats without a seal or a notice")
                  .isEmpty();
            });
  }

  private void assertNothingTwice(ServiceTables archive) {
    assertThat(archive.count("select count(*) from revision")).isEqualTo(COMMENTS + threats.size());
    assertThat(
            archive.count(
                """
                select (select count(*) - count(distinct comment_id) from review_case)
                  + (select count(*) - count(distinct case_id) from evidence_seal)
                  + (select count(*) - count(distinct case_id) from ordered_action where action = 'hide')
                  + (select count(*) from dead_letter)
                """))
        .as("cases, seals and hides that are there twice, and dead letters")
        .isZero();
    assertThat(
            archive.texts(
                """
                select comment_id from case_event join review_case using (case_id)
                where kind = 'hidden' group by case_id, comment_id having count(*) > 1
                """))
        .as("comments hidden twice")
        .isEmpty();
  }
}
