package hallmonitor.moderation.console.request;

import hallmonitor.moderation.console.WorkRounds;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.search.SearchSweep;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.request.RequestScopes;
import hallmonitor.moderation.store.request.RequestScopes.FoundItem;
import hallmonitor.moderation.store.request.RequestScopes.Waiting;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Runs the searches of requests: a part in each transaction, so that a restart goes on where it
 * was. A search finds what the person who asked for it may see now.
 */
@ApplicationScoped
public class RequestSearchJob {
  private static final System.Logger LOG = System.getLogger(RequestSearchJob.class.getName());
  private static final int AT_ONCE = 500;

  private final RequestScopes scopes;
  private final SearchSweep sweep;
  private final ConsoleUsers people;
  private final RequestQueries requests;
  private final WorkRounds rounds = new WorkRounds(RequestSearchJob.class, "searches for requests");

  RequestSearchJob(
      RequestScopes scopes, SearchSweep sweep, ConsoleUsers people, RequestQueries requests) {
    this.scopes = scopes;
    this.sweep = sweep;
    this.people = people;
    this.requests = requests;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.requests.search-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    rounds.round(() -> step(AT_ONCE));
  }

  /** Finds a part of one search; false if none waits. */
  public boolean step(int atOnce) {
    Optional<Waiting> waiting = scopes.next();
    waiting.ifPresent(
        search -> {
          try {
            step(search, atOnce);
          } catch (RuntimeException e) {
            // It must not hold up the others, and most faults pass.
            LOG.log(System.Logger.Level.ERROR, "a search for a request had a fault", e);
            scopes.fault(search);
          }
        });
    return waiting.isPresent();
  }

  private void step(Waiting search, int atOnce) {
    Optional<ConsoleUser> person =
        people.named(search.runBy()).filter(p -> requests.workers().contains(p.userName()));
    if (person.isEmpty()) {
      scopes.refuse(search);
      return;
    }
    SearchSweep.Part part =
        sweep.next(search.query(), search.place(), person.get().scope(), atOnce);
    scopes.add(
        search,
        part.items().stream()
            .map(i -> new FoundItem(i.at(), i.account(), i.itemId(), i.kind(), i.revision()))
            .toList(),
        part.next());
  }
}
