package hallmonitor.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Instances that share accounts, in a real database. */
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("instances")
class OwnershipTest {
  /** One instance and what it owns. */
  private final class Instance implements Owner {
    private final OwnerCalls calls = new OwnerCalls(database);
    private final Queue<OwnerCall> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger takenOver = new AtomicInteger();
    private volatile Collection<Tenure> owned = List.of();
    private volatile Map<String, PlatformRest> rests = Map.of();
    private final Ownership ownership;

    Instance() {
      ownership =
          new Ownership(database, calls, this, System::nanoTime, takenOver::incrementAndGet)
              .start();
      running.add(this);
    }

    @Override
    public Set<String> units() {
      return new HashSet<>(accounts);
    }

    @Override
    public void own(Collection<Tenure> now) {
      owned = List.copyOf(now);
      changes.incrementAndGet();
    }

    @Override
    public Map<String, PlatformRest> rests() {
      return rests;
    }

    @Override
    public void hear(OwnerCall call) {
      heard.add(call);
    }

    PlatformRest rest(String unit) {
      return owned.stream()
          .filter(tenure -> tenure.unit().equals(unit))
          .map(Tenure::rest)
          .findFirst()
          .orElseThrow();
    }

    Set<String> owns() {
      return owned.stream().map(Tenure::unit).collect(Collectors.toSet());
    }

    void close() {
      running.remove(this);
      ownership.close();
    }
  }

  private final List<Instance> running = new ArrayList<>();
  private volatile Set<String> accounts =
      IntStream.range(0, 7).mapToObj(i -> "site-" + i).collect(Collectors.toSet());
  private Jdbi database;

  @BeforeEach
  void prepare() {
    var source = Parts.shared().dataSource(DatabaseRole.MODERATION);
    Flyway.configure().dataSource(source).defaultSchema("moderation").load().migrate();
    database = Database.of(source);
    database.useHandle(h -> h.execute("delete from instance"));
  }

  @AfterEach
  void stop() {
    List.copyOf(running).forEach(Instance::close);
  }

  private void untilShared(Instance... among) {
    await()
        .until(
            () -> {
              List<String> all = new ArrayList<>();
              int most = 0;
              int least = Integer.MAX_VALUE;
              for (Instance one : among) {
                all.addAll(one.owns());
                most = Math.max(most, one.owns().size());
                least = Math.min(least, one.owns().size());
              }
              return all.size() == accounts.size()
                  && new TreeSet<>(all).equals(new TreeSet<>(accounts))
                  && most - least <= 1;
            });
  }

  @Test
  void oneInstanceOwnsEverything() {
    untilShared(new Instance());
  }

  @Test
  void thoseThatComeGetAnEqualShareAndWhatOneLeavesGoesToTheOthers() {
    Instance first = new Instance();
    untilShared(first);
    Instance second = new Instance();
    untilShared(first, second);
    Instance third = new Instance();
    untilShared(first, second, third);
    second.close();
    untilShared(first, third);
    first.close();
    untilShared(third);
    assertThat(third.takenOver).as("all of them left by themselves").hasValue(0);
  }

  @Test
  void sharesStayAsTheyAreWhileNobodyComesOrGoes() {
    Instance first = new Instance();
    untilShared(first);
    Instance second = new Instance();
    untilShared(first, second);
    int changes = first.changes.get() + second.changes.get();
    first.ownership.wake();
    second.ownership.wake();
    second.calls.call(OwnerCall.Kind.ORDERS, "site-1");
    await().until(() -> !first.heard.isEmpty());
    assertThat(first.changes.get() + second.changes.get()).isEqualTo(changes);
  }

  @Test
  void theNextOwnerKnowsWhichPlatformWantsToBeLeftAlone() {
    Instance first = new Instance();
    untilShared(first);
    Duration month = Duration.ofDays(30);
    first.rests =
        Map.of(
            "site-1", new PlatformRest(Duration.ofMinutes(10), Duration.ZERO),
            "site-2", new PlatformRest(month, Duration.ofMinutes(10)));
    await().until(() -> restOf("site-1") + restOf("site-2") == 2);
    first.close();
    Instance next = new Instance();
    untilShared(next);
    assertThat(next.rest("site-1").reads()).isGreaterThan(Duration.ofMinutes(8));
    assertThat(next.rest("site-1").acts()).as("acts go on").isZero();
    assertThat(next.rest("site-2").reads())
        .as("a month is an allowance that a person may have raised")
        .isZero();
    assertThat(next.rest("site-2").acts()).isGreaterThan(Duration.ofMinutes(8));
    assertThat(next.rest("site-3")).isEqualTo(PlatformRest.NONE);
  }

  private int restOf(String unit) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from account_owner where unit = ? and greatest(rests_until, acts_rest_until) > now()")
                .bind(0, unit)
                .mapTo(Integer.class)
                .one());
  }

  @Test
  void anAccountThatIsNoLongerInTheFileIsLetGo() {
    Instance only = new Instance();
    untilShared(only);
    accounts = Set.of("site-1", "new");
    only.ownership.wake();
    untilShared(only);
  }

  @Test
  void whatAnEndedProcessOfThisMachineOwnedIsTakenAtOnce() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    ProcessPlace place = ProcessPlace.of(other.pid());
    TestInstance dead = new TestInstance(database, place);
    Tenure lost = dead.owning("site-1");
    Instance living = new Instance();
    await().until(() -> living.owns().size() == 3);
    assertThat(living.owns()).doesNotContain("site-1");

    other.destroyForcibly().waitFor();
    untilShared(living);
    assertThat(living.takenOver).hasValue(1);
    Tenure next =
        living.owned.stream().filter(t -> t.unit().equals("site-1")).findFirst().orElseThrow();
    assertThat(next.token()).isGreaterThan(lost.token());
    database.useTransaction(
        t -> {
          assertThat(lost.holdsIn(t)).isFalse();
          assertThat(next.holdsIn(t)).isTrue();
        });
  }

  @Test
  void whatASilentInstanceElsewhereOwnedIsTakenWhenItsLeaseHasEnded() {
    new TestInstance(database).owning("site-1");
    Instance living = new Instance();
    untilShared(living);
    assertThat(living.takenOver).hasValue(1);
  }

  @Test
  void anInstanceFromWhichAllWasTakenLetsGoAndJoinsAgain() {
    Instance only = new Instance();
    untilShared(only);
    Tenure before = only.owned.iterator().next();
    database.useHandle(h -> h.execute("delete from instance"));
    await().until(() -> only.owned.stream().anyMatch(t -> t.token() > before.token()));
    untilShared(only);
    assertThat(before.holds()).isFalse();
    assertThat(only.owned).allMatch(Tenure::holds);
  }
}
