package hallmonitor.system.faults;

import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.Folders;
import hallmonitor.local.LocalStack;
import hallmonitor.local.ServiceName;
import hallmonitor.local.StackSettings;
import hallmonitor.local.practice.CommentStore;
import hallmonitor.local.practice.InjectedFaults;
import hallmonitor.system.MoreProcesses;
import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceProcess;
import hallmonitor.system.faults.FaultyLink.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A whole stack; each part can be disturbed. */
final class FaultScene implements AutoCloseable {
  private final Endings endings = new Endings();
  private final FaultyParts parts = new FaultyParts();
  private final FaultSettings settings = new FaultSettings();
  private final List<OwnDisk> disks = new ArrayList<>();
  private final Map<ServiceName, MoreProcesses> second = new EnumMap<>(ServiceName.class);
  private final ScratchStack stack;
  private final FaultLoad load;
  private final PoisonRecords poison;
  private final List<String> endedByThemselves = new ArrayList<>();
  private int turn;

  /**
   * Starts it. If a part does not start, those that did are ended.
   *
   * @param order what may be done to it
   */
  FaultScene(FaultRun.Order order) {
    try {
      endings.add(parts);
      endings.add(settings);
      stack = endings.add(ScratchStack.start(asked -> prepared(asked, order), parts));
      poison = endings.add(new PoisonRecords(stack.stack().broker()));
      load = endings.add(new FaultLoad(stack, order.seed(), order.rate()));
    } catch (RuntimeException e) {
      try {
        endings.close();
      } catch (IllegalStateException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
  }

  /** Starts the second of each service, of the version that is built here. */
  void addSecond() {
    for (ServiceName service : ServiceName.values()) {
      second.put(service, endings.add(new MoreProcesses(stack, service, 1, ScratchStack.root())));
    }
    second.values().forEach(MoreProcesses::awaitReady);
  }

  /** Stops the first of each service for good. */
  void retireFirst() {
    for (ServiceName service : ServiceName.values()) {
      stack.stack().service(service).close();
    }
  }

  private StackSettings prepared(StackSettings asked, FaultRun.Order order) {
    Path run = Objects.requireNonNull(asked.data().getParent(), "a run has a folder of its own");
    // A disk's place can't be deleted while the disk is there.
    endings.add((AutoCloseable) () -> Folders.delete(run));
    if (order.ownDisks()) {
      for (String folder : List.of("database", "kafka")) {
        OwnDisk.at(asked.data().resolve(folder)).ifPresent(disk -> disks.add(endings.add(disk)));
      }
    }
    return settings.through(order.older().map(asked::withRoot).orElse(asked), order.twoOfEach());
  }

  ScratchStack stack() {
    return stack;
  }

  FaultLoad load() {
    return load;
  }

  InjectedFaults platform() {
    return parts.platform().faults();
  }

  /** Returns what can be written to without the network. */
  CommentStore comments() {
    return parts.platform().comments();
  }

  /** Returns the records that no reader can read. */
  PoisonRecords poison() {
    return poison;
  }

  /** Returns how many bytes were changed on their way to the broker. */
  long damaged() {
    return parts.brokerLink().damaged();
  }

  boolean hasOwnDisks() {
    return disks.size() == 2;
  }

  void poison(Topic topic) {
    poison.to(topic);
  }

  void overload(Duration length) {
    load.tenfold(length);
  }

  /** Each of two in turn, where there are two. */
  private Optional<ServiceProcess> other(ServiceName service) {
    turn++;
    return turn % 2 == 0
        ? Optional.ofNullable(second.get(service)).map(more -> more.get(0))
        : Optional.empty();
  }

  void kill(ServiceName service) {
    other(service)
        .ifPresentOrElse(
            process -> {
              process.kill();
              process.start();
            },
            () -> stack.stack().service(service).kill());
  }

  void freeze(ServiceName service, Duration length) {
    Optional<ServiceProcess> process = other(service);
    if (process.isPresent()) {
      during(length, one -> process.get().freeze(), one -> process.get().thaw());
    } else {
      long pid = stack.stack().service(service).pid();
      during(length, one -> Signal.STOP.to(pid), one -> Signal.CONT.to(pid));
    }
  }

  void killBroker() {
    parts.broker().kill();
    parts.broker().start();
  }

  void freezeBroker(Duration length) {
    during(length, one -> parts.broker().freeze(), one -> parts.broker().thaw());
  }

  void killDatabase() {
    // Its watcher may still be busy with the kill before.
    if (stack.stack().database().isRunning()) {
      ProcessHandle.of(stack.stack().database().pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  void killMailServer() {
    parts.mail().kill();
    parts.mail().start();
  }

  void disturb(LinkName name, State state, Duration length) {
    FaultyLink link =
        switch (name) {
          case BROKER -> parts.brokerLink();
          case PLATFORM -> parts.platformLink();
          default -> settings.link(name);
        };
    during(length, one -> link.set(state), one -> link.set(State.OPEN));
  }

  /**
   * Everything sent to and from the database is lost for longer than any limit of a connection, so
   * each service must get its threads back by itself.
   */
  void vanishDatabase(Duration length) {
    awaitReady();
    Map<ServiceName, Long> before = processes();
    disturb(LinkName.DATABASE, State.VANISHED, length);
    Map<ServiceName, Long> after = processes();
    for (ServiceName service : ServiceName.values()) {
      if (!Objects.equals(before.get(service), after.get(service))) {
        endedByThemselves.add(service + " ended when the network of the database was gone");
      }
    }
  }

  /** Returns one sentence for each service that a fault ended although it should only wait. */
  List<String> endedByThemselves() {
    return List.copyOf(endedByThemselves);
  }

  private Map<ServiceName, Long> processes() {
    Map<ServiceName, Long> all = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      all.put(service, stack.stack().service(service).pid());
    }
    return all;
  }

  void fillDatabaseDisk(Duration length) {
    during(length, one -> disks.get(0).fill(), one -> disks.get(0).makeRoom());
  }

  void fillBrokerDisk(Duration length) {
    during(length, one -> disks.get(1).fill(), one -> disks.get(1).makeRoom());
    parts.broker().keep();
  }

  private void during(Duration length, Consumer<FaultScene> begin, Consumer<FaultScene> end) {
    begin.accept(this);
    try {
      Pause.of(length);
    } finally {
      end.accept(this);
    }
  }

  /** Starts again what ended by itself, as a supervisor does. */
  void keep() {
    second.values().forEach(more -> more.get(0).keep());
    parts.broker().keep();
  }

  /** Waits until each service is ready. */
  void awaitReady() {
    LocalStack all = stack.stack();
    for (ServiceName service : ServiceName.values()) {
      all.service(service).awaitReady();
    }
    second.values().forEach(more -> more.get(0).keep());
    second.values().forEach(MoreProcesses::awaitReady);
  }

  @Override
  public void close() {
    endings.close();
  }

  /** Returns the platform's own journal. */
  Path platformJournal() {
    return stack.stack().settings().data().resolve("practice/comments.ndjson");
  }
}
