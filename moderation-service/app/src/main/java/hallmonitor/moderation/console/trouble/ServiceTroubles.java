package hallmonitor.moderation.console.trouble;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SilenceLimits.Standing;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with Hall Monitor now, for pages; read once per page. */
@RequestScoped
@Named("serviceTroubles")
public class ServiceTroubles {
  /** A trouble in words. */
  public record Line(String subject, String why, boolean urgent, Instant since) {
    public Sentence getTitle() {
      return ServiceTroubleWords.title(subject);
    }

    public Sentence getTask() {
      return ServiceTroubleWords.task(subject);
    }
  }

  /**
   * A service and when it was last heard.
   *
   * @param code its name in beats
   * @param lives whether it gives signs of life
   * @param heardAt absent if it never was
   */
  public record Service(String code, boolean lives, @Nullable Instant heardAt) {
    public Sentence getName() {
      return switch (code) {
        case "ingest" -> Sentence.of("Reads accounts and carries out actions");
        case "moderation" -> Sentence.of("Judges comments and serves this console");
        default -> Sentence.of("Seals evidence and notifies people");
      };
    }
  }

  private final ServiceWatch watch;
  private final ServiceTroublePost post;
  private final Viewer viewer;
  private @Nullable List<Line> all;

  ServiceTroubles(ServiceWatch watch, ServiceTroublePost post, Viewer viewer) {
    this.watch = watch;
    this.post = post;
    this.viewer = viewer;
  }

  /**
   * Returns all that stand: what the notifier knows while it lives, and what this service knows.
   */
  public List<Line> getAll() {
    if (all == null) {
      Stream<Line> own =
          post.standing().stream()
              .filter(row -> !row.subject().equals(OwnTroubles.UNTOLD))
              .map(row -> new Line(row.subject(), row.why(), true, row.beganAt()));
      Stream<Line> told =
          watch
              .of("notifier")
              .filter(this::lives)
              .flatMap(Hearing::latest)
              .map(ServiceBeat::troubles)
              .orElse(List.of())
              .stream()
              .map(t -> new Line(t.subject(), t.why(), t.urgent(), t.since()));
      all = Stream.concat(own, told).toList();
    }
    return all;
  }

  /** Returns what belongs on every page: what is urgent, and to administrators everything. */
  public List<Line> getBand() {
    return getAll().stream().filter(line -> line.urgent() || viewer.isAdministrator()).toList();
  }

  /** Returns the stop that a person announced; null for none. */
  public ServiceBeat.@Nullable PlannedStop getPlanned() {
    return watch.planned().orElse(null);
  }

  /** Returns the latest drill, as the notifier last said; null if there was none. */
  public ServiceBeat.@Nullable Drill getDrill() {
    return watch.of("notifier").flatMap(Hearing::latest).flatMap(ServiceBeat::drill).orElse(null);
  }

  /** Returns when a person answered; null if they did not. */
  public @Nullable Instant answered(ServiceBeat.Answer answer) {
    return answer.at().orElse(null);
  }

  public List<Service> getServices() {
    return Stream.of("ingest", "moderation", "notifier").map(this::service).toList();
  }

  private Service service(String code) {
    Optional<Hearing> hearing = watch.of(code);
    return new Service(
        code,
        hearing.filter(this::lives).isPresent(),
        hearing.flatMap(Hearing::latest).map(ServiceBeat::at).orElse(null));
  }

  private boolean lives(Hearing hearing) {
    return watch.limits().of(hearing) == Standing.LIVES
        && hearing.silent().compareTo(Duration.ofMinutes(10)) < 0;
  }
}
