package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PileOnsTest {
  private static final Policy POLICY =
      new Policy(
          "Pile-ons",
          List.of(
              clause(
                  "2.2",
                  0.7,
                  new Consequence(
                      PolicyOutcome.ESCALATE,
                      false,
                      List.of("assistant-principal"),
                      Urgency.SOON,
                      false)),
              clause(
                  "2.3",
                  0.4,
                  new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, false))));

  private final Stage stage = new Stage();
  private CommentPipeline pipeline = started();

  private static Clause clause(String id, double atLeast, Consequence then) {
    return new Clause(
        id, id, id, List.of(new Condition(Category.BULLYING, atLeast, Set.of())), then);
  }

  private CommentPipeline started() {
    RuleSnapshot rules = stage.rules();
    return stage.pipeline(
        new RuleSnapshot(
            rules.district(),
            POLICY,
            "policy-1",
            new Detectors(List.of(new WordsDetector("lame", Category.BULLYING, 0.3))),
            "model-1"),
        ContextSettings.DEFAULT);
  }

  private static SeenComment attack(String author, String text) {
    return aComment("by-" + author).by(author).saying(text);
  }

  private void receive(SeenComment... comments) throws Exception {
    pipeline.handle(Arrays.stream(comments).map(SeenComment::record).toList());
  }

  private List<String> cases() {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select comment_id || ' ' || outcome || ' ' || clause from review_case order by 1")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void theFourthMildAttackOnOnePersonIsReported() throws Exception {
    receive(attack("a", "jake is lame"), attack("b", "so lame, Jake"), attack("c", "lame jake"));
    assertThat(cases()).isEmpty();
    receive(attack("d", "Jake you are lame"));
    assertThat(cases()).containsExactly("by-d escalate 2.2");
    assertThat(stage.escalations().get(0).snapshot().findings())
        .anySatisfy(
            f -> {
              assertThat(f.detector()).isEqualTo("pile-on");
              assertThat(f.quoted()).containsExactly("Jake");
              assertThat(f.why()).contains("4 people");
            });
  }

  @Test
  void thoseAfterItAreAddedWithoutTellingAgain() throws Exception {
    receive(attack("a", "jake is lame"), attack("b", "jake is lame"), attack("c", "jake is lame"));
    receive(attack("d", "jake is lame"), attack("e", "jake is lame"));
    receive(attack("f", "jake is lame"));
    assertThat(cases()).containsExactly("by-d escalate 2.2", "by-e review 2.3", "by-f review 2.3");
  }

  @Test
  void itIsCountedAcrossARestartAndARedeliveryChangesNothing() throws Exception {
    receive(attack("a", "jake is lame"), attack("b", "jake is lame"));
    receive(attack("a", "jake is lame"), attack("b", "jake is lame"), attack("c", "jake is lame"));
    pipeline.close();
    pipeline = started();
    receive(attack("d", "jake is lame"));
    var before = stage.everything();
    assertThat(cases()).containsExactly("by-d escalate 2.2");
    receive(attack("d", "jake is lame"), attack("a", "jake is lame"));
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void repliesThatNameNobodyAttackWhomTheyAnswer() throws Exception {
    receive(aComment("1").by("Jake Miller").saying("Great game"));
    for (String author : List.of("a", "b", "c", "d")) {
      receive(attack(author, "you are lame").answering("1"));
    }
    assertThat(cases()).containsExactly("by-d escalate 2.2");
  }

  @Test
  void hardWordsAboutAnOfficialAreNoPileOn() throws Exception {
    for (String author : List.of("a", "b", "c", "d", "e", "f")) {
      receive(attack(author, "Superintendent Haddad is lame, and so is the Board"));
    }
    assertThat(cases()).isEmpty();
  }

  @Test
  void readersOfTwoPartitionsAtOnceSeeEachOthersAttacks() throws Exception {
    int rounds = 10;
    for (int round = 0; round < rounds; round++) {
      String victim = "jake";
      String account = "account-" + round;
      CyclicBarrier together = new CyclicBarrier(2);
      Thread[] readers = new Thread[2];
      for (int r = 0; r < 2; r++) {
        int partition = r;
        readers[r] =
            new Thread(
                () -> {
                  try {
                    List<ConsumerRecord<byte[], byte[]>> batch =
                        List.of(
                            on(partition, attack("a" + partition, victim + " is lame").on(account)),
                            on(
                                partition,
                                attack("b" + partition, victim + " is lame").on(account)));
                    together.await();
                    pipeline.handle(batch);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
        readers[r].start();
      }
      for (Thread reader : readers) {
        reader.join();
      }
    }
    assertThat(stage.database.count("attack")).isEqualTo(4 * rounds);
    assertThat(
            stage.database.one(
                "select count(*) from review_case where outcome = 'escalate'", Integer.class))
        .isEqualTo(rounds);
  }

  private static ConsumerRecord<byte[], byte[]> on(int partition, SeenComment comment) {
    ConsumerRecord<byte[], byte[]> record = comment.record();
    return new ConsumerRecord<>(record.topic(), partition, 0, record.key(), record.value());
  }
}
