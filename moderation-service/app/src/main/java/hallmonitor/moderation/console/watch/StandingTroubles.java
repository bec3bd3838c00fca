package hallmonitor.moderation.console.watch;

import hallmonitor.moderation.casework.watch.TroubleCause;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.watch.TroubleStore.Standing;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The troubles of the accounts that the viewer sees, for pages; read once per page. */
@RequestScoped
@Named("troubles")
public class StandingTroubles {
  /**
   * A trouble in words.
   *
   * @param told names of the people who were told, in order; empty for nobody
   */
  public record Line(String account, String name, TroubleCause cause, Instant since, String told) {
    public Sentence getWords() {
      return TroubleWords.of(cause);
    }

    public Sentence getTask() {
      return TroubleWords.task(cause);
    }

    /** Returns whether the account's state says the same. */
    public boolean isInItsState() {
      return cause == TroubleCause.SIGNED_OUT || cause == TroubleCause.UNREACHABLE;
    }

    public boolean isForReading() {
      return cause == TroubleCause.NOT_LOOKED_AT;
    }
  }

  private final TroubleStore store;
  private final WatchTime time;
  private final Viewer viewer;
  private @Nullable List<Line> now;

  StandingTroubles(TroubleStore store, WatchTime time, Viewer viewer) {
    this.store = store;
    this.time = time;
    this.viewer = viewer;
  }

  /** Returns all in scope, the oldest first. */
  public List<Line> getAll() {
    if (now == null) {
      District district = time.district();
      now =
          store.standing().stream()
              .flatMap(
                  standing ->
                      district.account(standing.account()).stream()
                          .filter(viewer.scope()::sees)
                          .map(account -> line(standing, account.name(), district)))
              .toList();
    }
    return now;
  }

  private static Line line(Standing standing, String name, District district) {
    return new Line(
        standing.account(),
        name,
        standing.trouble().cause(),
        standing.since(),
        standing.told().stream()
            .map(id -> district.person(id).map(Person::name).orElse(id))
            .collect(Collectors.joining(", ")));
  }

  public List<Line> of(String account) {
    return getAll().stream().filter(line -> line.account().equals(account)).toList();
  }
}
