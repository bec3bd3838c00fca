package hallmonitor.contract.event;

import hallmonitor.contract.event.ServiceBeat.Answer;
import hallmonitor.contract.event.ServiceBeat.Drill;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.PlannedStop;
import hallmonitor.contract.event.ServiceBeat.Trouble;
import hallmonitor.contract.event.ServiceBeat.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An example of a sign of life that says everything, as in its golden file. */
final class BeatExamples {
  private static final Instant AT = EventExamples.AT;

  private BeatExamples() {}

  static ServiceBeat serviceBeat() {
    return new ServiceBeat(
        "moderation",
        UUID.fromString("6b7c8d9e-0f1a-5b2c-8d3e-4f5a6b7c8d99"),
        AT.minusSeconds(3_600),
        AT,
        false,
        Optional.of(AT.minusSeconds(20)),
        List.of(new Wait("second-look", 12, AT.minusSeconds(700))),
        List.of(new Fault("service", "posts: the database does not answer")),
        List.of(
            new Trouble(
                "silent/notifier",
                "The notifier has said nothing for 1 minute.",
                true,
                AT.minusSeconds(60),
                true)),
        Optional.of(new PlannedStop(AT.plusSeconds(1_800), "dana")),
        Optional.of(
            new Drill(
                AT.minusSeconds(7_200),
                AT.plusSeconds(21_600),
                List.of(
                    new Answer("okafor", Optional.of(AT.minusSeconds(7_000))),
                    new Answer("novak", Optional.empty())))));
  }
}
