package hallmonitor.messaging.beat;

import hallmonitor.contract.event.ServiceBeat.Drill;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.PlannedStop;
import hallmonitor.contract.event.ServiceBeat.Trouble;
import hallmonitor.contract.event.ServiceBeat.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a service sees of itself, as in {@link hallmonitor.contract.event.ServiceBeat}. */
public record SelfView(
    Optional<Instant> lastReadAt,
    List<Wait> waits,
    List<Fault> faults,
    List<Trouble> troubles,
    Optional<PlannedStop> planned,
    Optional<Drill> drill) {
  public SelfView {
    waits = List.copyOf(waits);
    faults = List.copyOf(faults);
    troubles = List.copyOf(troubles);
  }

  /** Returns one that knows only faults. */
  public static SelfView of(List<Fault> faults) {
    return of(Optional.empty(), List.of(), faults);
  }

  /** Returns one without troubles, a planned stop or a drill. */
  public static SelfView of(Optional<Instant> lastReadAt, List<Wait> waits, List<Fault> faults) {
    return new SelfView(lastReadAt, waits, faults, List.of(), Optional.empty(), Optional.empty());
  }

  /** Returns the same with other faults. */
  public SelfView withFaults(List<Fault> other) {
    return new SelfView(lastReadAt, waits, other, troubles, planned, drill);
  }

  /** Returns the same with other troubles. */
  public SelfView withTroubles(List<Trouble> other) {
    return new SelfView(lastReadAt, waits, faults, other, planned, drill);
  }

  /** Returns the same with a stop that a person announced, if there is one. */
  public SelfView withPlanned(Optional<PlannedStop> other) {
    return new SelfView(lastReadAt, waits, faults, troubles, other, drill);
  }

  /** Returns the same with the latest drill, if there was one. */
  public SelfView withDrill(Optional<Drill> other) {
    return new SelfView(lastReadAt, waits, faults, troubles, planned, other);
  }
}
