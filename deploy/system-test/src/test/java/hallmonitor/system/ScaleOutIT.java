package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.Topic;
import hallmonitor.local.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Checks that moderation services on one database and one broker share the work. */
class ScaleOutIT {
  private static final int COMMENTS = 1_000;
  private static final int ALL = Topic.COMMENTS.partitions();

  @Test
  void threeServicesShareTheCommentsAndTheOthersTakeOverWhenOneIsKilled() {
    try (ScratchStack stack = ScratchStack.start();
        MoreProcesses more = new MoreProcesses(stack, ServiceName.MODERATION, 2)) {
      more.awaitReady();
      await("six readers of three services have one partition each")
          .atMost(Duration.ofMinutes(1))
          .until(() -> List.of(1, 1, 1, 1, 1, 1).equals(shares(stack)));

      stack.practice().stream(
          Map.of("rate", 60, "count", COMMENTS, "seed", 11, "violating", 0.1, "edits", 0));
      await().atMost(Duration.ofMinutes(1)).until(() -> archived(stack) >= COMMENTS / 3);
      more.get(0).kill();
      int threat = stack.practice().post(1, "Rick T.", "I will kill you at school tomorrow");

      await("the others hide a threat")
          .atMost(Duration.ofMinutes(1))
          .until(() -> !stack.practice().shows(threat));
      await("the others have all partitions")
          .atMost(Duration.ofMinutes(1))
          .until(() -> List.of(1, 1, 2, 2).equals(shares(stack)));
      await("everything is judged and carried out")
          .atMost(Duration.ofMinutes(3))
          .untilAsserted(
              () -> {
                assertThat(archived(stack)).isEqualTo(COMMENTS + 1);
                assertThat(
                        stack
                            .archive()
                            .count(
                                """
                                select (select count(*) from second_look) + (select count(*) from outbox)
                                  + (select count(*) from ordered_action where state <> 'taken')
                                """))
                    .isZero();
              });
      assertThat(stack.archive().count("select count(*) from revision")).isEqualTo(COMMENTS + 1);
      assertThat(
              stack
                  .archive()
                  .count(
                      """
                      select (select count(*) - count(distinct comment_id) from review_case)
                        + (select count(*) - count(distinct case_id) from ordered_action where action = 'hide')
                        + (select count(*) from dead_letter)
                      """))
          .as("cases and hides that are there twice, and dead letters")
          .isZero();
    }
  }

  private static long archived(ScratchStack stack) {
    return stack.archive().count("select count(*) from comment");
  }

  /** Returns how many partitions of the comments each reader has, the fewest first. */
  private static List<Integer> shares(ScratchStack stack)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(stack.stack().broker())) {
      List<Integer> shares =
          admin
              .describeConsumerGroups(List.of("moderation-comments"))
              .all()
              .get()
              .get("moderation-comments")
              .members()
              .stream()
              .map(member -> partitions(member))
              .sorted()
              .toList();
      return shares.stream().mapToInt(Integer::intValue).sum() == ALL ? shares : List.of();
    }
  }

  private static int partitions(MemberDescription member) {
    return (int)
        member.assignment().topicPartitions().stream()
            .map(TopicPartition::topic)
            .filter(Topic.COMMENTS.topicName()::equals)
            .count();
  }
}
