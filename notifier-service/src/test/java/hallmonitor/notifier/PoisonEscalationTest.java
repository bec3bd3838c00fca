package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.testparts.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One escalation that always fails, for a cause that no one foresaw, among others. */
class PoisonEscalationTest extends MailroomTests {
  private final Consumer<byte[], byte[]> letters =
      KafkaClients.consumer(
          Map.of("bootstrap.servers", Parts.shared().bootstrapServers()),
          "test-" + UUID.randomUUID(),
          100);
  private final List<byte[]> setAside = new ArrayList<>();

  @AfterEach
  void mend() {
    letters.close();
    room.database.useHandle(
        h -> {
          h.execute("drop trigger if exists poison on escalation");
          h.execute("drop function if exists poison()");
        });
  }

  @Test
  void anEscalationThatAlwaysFailsIsSetAsideAndAllOthersAreTold() {
    CaseEscalated poison = anEscalation().event();
    List<CaseEscalated> others = Stream.generate(() -> anEscalation().event()).limit(4).toList();
    poison(poison);
    letters.subscribe(List.of(Topic.ESCALATIONS.deadLetters()));

    try (Notifier notifier = room.notifier(cedarFalls())) {
      others.subList(0, 2).forEach(room::escalate);
      room.escalate(poison);
      others.subList(2, 4).forEach(room::escalate);
      notifier.start();

      others.forEach(
          other -> await().until(() -> !room.published(NoticeSent.class, other).isEmpty()));
      await().until(() -> isSetAside(poison));
      assertThat(room.published(NoticeSent.class, poison)).isEmpty();
      await().until(() -> notifier.faults().isEmpty());
    }
  }

  private void poison(CaseEscalated escalation) {
    room.database.useHandle(
        h -> {
          h.execute(
              """
              create function poison() returns trigger language plpgsql as $$
              begin
                if new.escalation_id = '%s' then
                  raise exception 'a fault in our own code';
                end if;
                return new;
              end $$\
              """
                  .formatted(escalation.escalationId()));
          h.execute(
              "create trigger poison before insert on escalation for each row execute function"
                  + " poison()");
        });
  }

  private boolean isSetAside(CaseEscalated escalation) {
    letters.poll(Duration.ofMillis(100)).forEach(letter -> setAside.add(letter.value()));
    byte[] sent = EventJson.write(escalation);
    return setAside.stream().anyMatch(letter -> Arrays.equals(letter, sent));
  }
}
