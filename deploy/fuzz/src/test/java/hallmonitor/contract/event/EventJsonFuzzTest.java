package hallmonitor.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.contract.event.EventJson.UnreadableEvent;
import hallmonitor.fuzz.Stranger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records on topics; the first byte chooses what is expected there. */
class EventJsonFuzzTest {
  private static final List<Class<?>> EVENTS =
      List.of(
          CommentSeen.class,
          PostSeen.class,
          BlocksSeen.class,
          ProfileRead.class,
          ActionOrdered.class,
          ActionResult.class,
          CaseEscalated.class,
          CaseEvent.class,
          EscalationEvent.class,
          AccountStatus.class,
          AccountCommand.class,
          CredentialOrder.class,
          CredentialResult.class,
          CredentialReception.class,
          EvidenceOrder.class,
          EvidenceResult.class);

  static Stream<Arguments> seeds() {
    return Stranger.choices(
        IntStream.range(0, EVENTS.size()),
        "CommentSeen.json",
        "CaseEscalated.json",
        "EscalationEvent.json",
        "AccountStatus.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void aRecordIsReadAsItIsWrittenAgainOrCannotBeUsed(byte[] input) throws Exception {
    Class<?> type = EVENTS.get(Stranger.choice(input, EVENTS.size()));
    Stranger.meets(
        () -> {
          Object event = EventJson.read(Stranger.rest(input), type);
          assertThat(EventJson.read(EventJson.write(event), type)).isEqualTo(event);
        },
        UnreadableEvent.class);
  }
}
