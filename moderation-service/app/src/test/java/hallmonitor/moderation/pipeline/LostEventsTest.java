package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.PublishedAgain;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.pipeline.jobs.LostEventsJob;
import hallmonitor.moderation.store.cases.CaseStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LostEventsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stage stage = new Stage();
  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private long unread;
  private boolean sealsWait;
  private final LostEventsJob job =
      new LostEventsJob(
          stage.database.jdbi(),
          broker,
          (group, topic) -> unread,
          () -> sealsWait,
          PATIENCE,
          Stage.CLOCK,
          stage.metrics);

  private void run(String sql) {
    stage.database.jdbi().useHandle(h -> h.execute(sql));
  }

  /** The broker has taken all that waits, some minutes ago. */
  private void published(int minutesAgo) {
    run(
        """
        insert into outbox_published (id, topic, key, payload, traceparent, published_at)
        select id, topic, key, payload, traceparent, now() - interval '%d minutes' from outbox;
        delete from outbox
        """
            .formatted(minutesAgo));
  }

  private void aThreat() throws Exception {
    stage.receive(aComment("17").saying("I will shoot you"));
    // The clock of this stage stands still, years from the database's.
    run(
        "update escalation_state set raised_at = now() - interval '3 minutes';"
            + " update ordered_action set ordered_at = now() - interval '3 minutes'");
  }

  private List<ProducerRecord<byte[], byte[]>> sent(Topic topic) {
    return broker.history().stream().filter(r -> r.topic().equals(topic.topicName())).toList();
  }

  private static boolean isMarked(ProducerRecord<byte[], byte[]> record) {
    ConsumerRecord<byte[], byte[]> read =
        new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    record.headers().forEach(read.headers()::add);
    return PublishedAgain.isOne(read);
  }

  @Test
  void anEscalationWithoutASealIsPublishedAgainAsItWas() throws Exception {
    aThreat();
    CaseEscalated escalation = stage.escalations().get(0);
    published(3);

    assertThat(job.publish()).isEqualTo(1);

    ProducerRecord<byte[], byte[]> again = sent(Topic.ESCALATIONS).get(0);
    assertThat(EventJson.read(again.value(), CaseEscalated.class)).isEqualTo(escalation);
    assertThat(new String(again.key())).isEqualTo(escalation.key());
    assertThat(isMarked(again)).isTrue();
    assertThat(
            stage
                .meters
                .get("hallmonitor.events.published.again")
                .tag("topic", Topic.ESCALATIONS.topicName())
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(job.alarm().orElseThrow()).contains("Kafka lost 1 escalation(s) or their answers");
  }

  @Test
  void oneThatIsSealedIsNot() throws Exception {
    aThreat();
    stage.seal();
    run("update ordered_action set state = 'taken'");
    published(3);

    assertThat(job.publish()).isZero();
    assertThat(job.alarm()).isEmpty();
  }

  @Test
  void twoMinutesAreNotOver() throws Exception {
    aThreat();
    published(1);
    assertThat(job.publish()).isZero();
  }

  @Test
  void whatIsNotReadYetIsNotLost() throws Exception {
    aThreat();
    published(3);
    unread = 1;

    assertThat(job.publish()).isZero();
    assertThat(job.alarm()).isEmpty();
    unread = 0;
    assertThat(job.publish()).isEqualTo(1);
  }

  @Test
  void whileTheNotifierIsSilentOrBehindNothingIsLost() throws Exception {
    aThreat();
    published(3);
    sealsWait = true;

    assertThat(job.publish()).isZero();
    assertThat(job.alarm()).isEmpty();
  }

  @Test
  void eachAttemptIsFollowedByALongerWait() throws Exception {
    aThreat();
    published(60);
    assertThat(job.publish()).isEqualTo(1);

    run("update outbox_published set again_at = now() - interval '9 minutes'");
    assertThat(job.publish()).isZero();
    run("update outbox_published set again_at = now() - interval '11 minutes'");
    assertThat(job.publish()).isEqualTo(1);
  }

  @Test
  void anOrderWithoutAWordIsPublishedAgainAndAlarmsNobody() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    run("update ordered_action set ordered_at = now() - interval '3 minutes'");
    ActionOrdered order = stage.orders().get(0);
    published(3);

    assertThat(job.publish()).isEqualTo(1);
    assertThat(EventJson.read(sent(Topic.ACTIONS).get(0).value(), ActionOrdered.class))
        .isEqualTo(order);
    assertThat(job.alarm()).isEmpty();

    run(
        "update ordered_action set state = 'taken';"
            + " update outbox_published set again_at = now() - interval '1 hour'");
    assertThat(job.publish()).isZero();
  }

  @Test
  void aHideThatAPersonTookBackIsNotPublishedAgain() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    UUID id = stage.orders().get(0).caseId();
    new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {})
        .decide(new Decision(id, 0, Decision.Kind.RESTORE, "novak", ""));
    run("update ordered_action set ordered_at = now() - interval '3 minutes'");
    published(3);

    assertThat(job.publish()).isEqualTo(1);
    assertThat(EventJson.read(sent(Topic.ACTIONS).get(0).value(), ActionOrdered.class).action())
        .isEqualTo(PlatformAction.RESTORE);

    run(
        "update ordered_action set state = 'taken' where action = 'restore';"
            + " update outbox_published set again_at = now() - interval '1 hour'");
    assertThat(job.publish()).isZero();
  }

  @Test
  void aKindThatCannotBeLookedForStopsNoOther() throws Exception {
    aThreat();
    stage.receive(aComment("18").saying("you idiot"));
    run("update ordered_action set ordered_at = now() - interval '3 minutes'");
    published(3);
    LostEventsJob halfBlind =
        new LostEventsJob(
            stage.database.jdbi(),
            broker,
            (group, topic) -> {
              if (group.equals("notifier")) {
                throw new java.util.concurrent.TimeoutException();
              }
              return 0;
            },
            () -> false,
            PATIENCE,
            Stage.CLOCK,
            stage.metrics);

    assertThat(halfBlind.publish()).isEqualTo(1);
    assertThat(sent(Topic.ACTIONS)).hasSize(1);
    assertThat(halfBlind.fault().orElseThrow()).contains("cannot be looked for (TimeoutException)");
  }

  @Test
  void noRowIsLockedWhileTheBrokersAreAsked() throws Exception {
    aThreat();
    published(3);
    LostEventsJob slow =
        new LostEventsJob(
            stage.database.jdbi(),
            broker,
            (group, topic) -> {
              run("select id from outbox_published for update nowait");
              return 0;
            },
            () -> false,
            PATIENCE,
            Stage.CLOCK,
            stage.metrics);

    assertThat(slow.publish()).isEqualTo(1);
    assertThat(slow.fault()).isEmpty();
  }

  @Test
  void evidenceThatAPersonAskedForIsPublishedAgainUntilItIsSealed() throws Exception {
    aThreat();
    stage.seal();
    run("update ordered_action set state = 'taken'; delete from outbox");
    run(
        """
        insert into case_capture (event_id, case_id, asked_by, reason, at)
        select gen_random_uuid(), case_id, 'novak', 'A complaint.', now() - interval '3 minutes'
        from review_case;
        insert into outbox_published (id, topic, key, payload, published_at)
        select 1, 'hallmonitor.case-events.v1', case_id::text,
          convert_to(json_build_object('eventId', event_id)::text, 'UTF8'),
          now() - interval '3 minutes'
        from case_capture
        """);

    assertThat(job.publish()).isEqualTo(1);
    assertThat(sent(Topic.CASE_EVENTS)).hasSize(1);

    run(
        """
        insert into evidence_seal (capture_id, case_id, sequence, hash, at)
        select event_id, case_id, 9, 'ab', now() from case_capture;
        update outbox_published set again_at = now() - interval '1 hour'
        """);
    assertThat(job.publish()).isZero();
  }

  @Test
  void aBrokerThatDoesNotAnswerIsSaidAndTriedAgain() throws Exception {
    aThreat();
    published(3);
    LostEventsJob unlucky =
        new LostEventsJob(
            stage.database.jdbi(),
            broker,
            (group, topic) -> {
              throw new java.util.concurrent.TimeoutException();
            },
            () -> false,
            PATIENCE,
            Stage.CLOCK,
            stage.metrics);

    assertThat(unlucky.publish()).isZero();
    assertThat(unlucky.fault().orElseThrow()).contains("cannot be looked for (TimeoutException)");
  }
}
