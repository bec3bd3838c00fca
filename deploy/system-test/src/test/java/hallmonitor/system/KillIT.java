package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.ServiceName;
import hallmonitor.settings.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks what must hold when each service is killed with -9 while comments stream in. */
class KillIT {
  private static final int COMMENTS = 2_000;

  @Test
  void nothingIsLostNorDoneTwiceWhenEachServiceIsKilledWhileCommentsStreamIn() {
    try (ScratchStack stack = ScratchStack.start()) {
      // Comments under one post fold into one conversation; mails about more of them are rare.
      stack.changeEscalations(t -> t.replace("follow-up-every: 5m", "follow-up-every: 5s"));
      stack.practice().stream(
          Map.of("rate", 60, "count", COMMENTS, "seed", 7, "violating", 0.1, "edits", 0));

      killWhen(stack, ServiceName.MODERATION, 300);
      killWhen(stack, ServiceName.INGEST, 700);
      killWhen(stack, ServiceName.NOTIFIER, 1_100);
      killWhen(stack, ServiceName.MODERATION, 1_400);
      killWhen(stack, ServiceName.INGEST, 1_700);

      ServiceTables archive = stack.archive();
      await("every comment is archived")
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                assertThat(written(stack)).isEqualTo(COMMENTS);
                assertThat(archive.count("select count(*) from comment")).isEqualTo(COMMENTS);
              });
      await("every comment had its second look")
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> archive.count("select count(*) from second_look") == 0);
      // Notices that can wait are held in quiet hours, no matter when this test runs.
      await("every order is carried out and every notice of danger is sent")
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                assertThat(archive.count("select count(*) from outbox")).isZero();
                assertThat(
                        archive.count("select count(*) from ordered_action where state <> 'taken'"))
                    .isZero();
                assertThat(
                        archive.texts(
                            """
                            select c.clause || ' ' || string_agg(e.kind, ', ' order by e.id)
                            from review_case c join case_event e using (case_id)
                            where c.urgency = 'immediate' and c.outcome = 'escalate'
                            group by c.case_id, c.clause
                            having count(*) filter (where e.kind = 'notice-sent') = 0"""))
                    .as("cases of danger of which nobody was told, with their history")
                    .isEmpty();
              });

      assertThat(archive.count("select count(*) from revision")).isEqualTo(COMMENTS);
      assertThat(archive.count("select count(*) - count(distinct comment_id) from review_case"))
          .as("comments with two cases")
          .isZero();
      assertThat(
              archive.count(
                  """
                  select count(*) from revision r where clauses && '{%s}'::text[] and not exists
                    (select 1 from review_case c where c.comment_id = r.comment_id and c.action_state = 'hidden')"""
                      .formatted(String.join(",", clausesThatHide()))))
          .as("violating comments that are not hidden")
          .isZero();
      assertThat(
              archive.count(
                  "select count(*) from (select case_id from ordered_action where action = 'hide' group by case_id having count(*) > 1) twice"))
          .as("cases with two hides ordered")
          .isZero();
      assertThat(
              archive.count(
                  "select count(*) from (select case_id from case_event where kind = 'hidden' group by case_id having count(*) > 1) twice"))
          .as("cases hidden twice")
          .isZero();
      assertThat(archive.texts("select comment_id from review_case where action_state = 'hidden'"))
          .as("hidden comments that the page still shows")
          .noneMatch(id -> stack.practice().shows(Integer.parseInt(id)))
          .isNotEmpty();
      assertThat(archive.count("select count(*) from dead_letter")).isZero();
    }
  }

  private static void killWhen(ScratchStack stack, ServiceName service, int written) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> written(stack) >= written);
    stack.stack().service(service).kill();
  }

  /** Reads the stack's policy; the test covers all its hiding clauses, whichever they are. */
  private static List<String> clausesThatHide() {
    try {
      String policy = Files.readString(ScratchStack.root().resolve("deploy/config/policy.yaml"));
      List<String> ids =
          YamlFile.read(
              "policy.yaml",
              policy,
              root ->
                  root.list(
                      "clauses",
                      clause ->
                          clause
                                  .mapping("then")
                                  .filter(then -> then.flag("hide", false))
                                  .isPresent()
                              ? clause.text("id")
                              : ""));
      return ids.stream().filter(id -> !id.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int written(ScratchStack stack) {
    return stack.practice().streamProgress().path("posted").asInt();
  }
}
