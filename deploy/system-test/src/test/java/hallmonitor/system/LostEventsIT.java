package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.Folders;
import hallmonitor.local.Service;
import hallmonitor.local.ServiceName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The broker loses an escalation that it had taken: people are notified all the same. */
class LostEventsIT {
  private static final Duration SOON = Duration.ofMinutes(2);

  @Test
  void anEscalationThatTheBrokerLostIsSealedAndToldAllTheSame() throws Exception {
    try (ScratchStack stack =
        ScratchStack.start(
            settings -> {
              Map<String, String> environment = new HashMap<>(settings.environment());
              environment.put("HALLMONITOR_PIPELINE_LOST_AFTER", "5s");
              return settings.withEnvironment(environment);
            })) {
      Service notifier = stack.stack().service(ServiceName.NOTIFIER);
      signal("-STOP", notifier.pid());
      stack.practice().post(1, "Rick T.", "I will kill you at school tomorrow");
      await()
          .atMost(SOON)
          .until(
              () ->
                  stack.archive().count("select count(*) from escalation_state") == 1
                      && stack.archive().count("select count(*) from outbox") == 0);

      loseEverythingIn(Topic.ESCALATIONS, stack);
      notifier.kill();

      await("its evidence is sealed")
          .atMost(SOON)
          .until(() -> stack.archive().count("select count(*) from evidence_seal") == 1);
      await("people are notified")
          .atMost(SOON)
          .until(() -> stack.archive().count("select count(*) from escalation_told") > 0);
      assertThat(stack.archive().count("select count(*) from outbox_published where again = 1"))
          .isEqualTo(1);
    }
  }

  @Test
  void aBrokerThatLostEverythingIsReadFromItsBeginningAndNothingIsDoneTwice() {
    try (ScratchStack stack = ScratchStack.start()) {
      int before = stack.practice().post(1, "Rick T.", "I will kill you at school tomorrow");
      await().atMost(SOON).until(() -> !stack.practice().shows(before));
      await("positions are noted")
          .atMost(SOON)
          .until(
              () ->
                  stack
                          .archive()
                          .count(
                              "select count(*) from read_position where reader = 'moderation-comments' and next > 0")
                      > 0);

      stack.stop();
      Folders.delete(stack.stack().settings().data().resolve("kafka"));
      stack.startAgain();
      int after = stack.practice().post(1, "Rick U.", "I will kill you at school on Friday");

      await("what is new is judged and hidden")
          .atMost(SOON)
          .until(() -> !stack.practice().shows(after));
      await("every account is read again")
          .atMost(SOON)
          .until(
              () ->
                  stack
                          .tables(DatabaseRole.INGEST)
                          .count(
                              "select count(*) from account_command where asked_by = 'ingest' and act = 'START_BACKFILL'")
                      > 0);
      await("what was known is known")
          .atMost(SOON)
          .until(
              () ->
                  stack
                          .archive()
                          .count("select count(*) from ordered_action where state <> 'taken'")
                      == 0);
      assertThat(stack.archive().count("select count(*) from ordered_action where action = 'hide'"))
          .isEqualTo(2);
      assertThat(stack.archive().count("select count(*) from comment")).isEqualTo(2);
      assertThat(stack.archive().count("select count(*) from dead_letter")).isZero();
    }
  }

  private static void loseEverythingIn(Topic topic, ScratchStack stack) throws Exception {
    try (Admin admin = Admin.create(stack.stack().broker())) {
      admin
          .deleteRecords(
              IntStream.range(0, topic.partitions())
                  .mapToObj(n -> new TopicPartition(topic.topicName(), n))
                  .collect(Collectors.toMap(p -> p, p -> RecordsToDelete.beforeOffset(-1))))
          .all()
          .get();
    }
  }

  private static void signal(String name, long process) throws Exception {
    assertThat(new ProcessBuilder("kill", name, Long.toString(process)).start().waitFor()).isZero();
  }
}
