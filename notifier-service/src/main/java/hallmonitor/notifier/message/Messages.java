package hallmonitor.notifier.message;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.TroubleLetters;
import hallmonitor.notifier.trouble.TroubleTeller;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.Channel;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.escalation.MessageRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The threads that send messages, one for each kind of gateway, and tell of their troubles. */
public final class Messages implements AutoCloseable {
  /** Longer than several calls that get no answer. */
  private static final Duration LATE = Duration.ofMinutes(5);

  /** A call that has begun is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Jdbi database;
  private final Supplier<MessageRules> rules;
  private final Map<Gateway.Kind, Worker> senders;
  private final Worker letters;
  private final Worker trials;
  private volatile List<Trouble> troubles = List.of();
  private volatile double lateSeconds;

  /**
   * Creates the threads.
   *
   * @param secondChannel is told of an urgent trouble that no mail gets through about
   * @param secrets returns a secret by its name; empty if there is none
   * @param afterMail called when the mail server took a letter about a trouble
   * @param afterEach called after each message's result was committed
   */
  public Messages(
      Jdbi database,
      Supplier<MessageRules> rules,
      Supplier<List<Channel>> secondChannel,
      Supplier<District> district,
      Supplier<NoticeSettings> house,
      Function<String, Optional<String>> secrets,
      MailServer mail,
      InstantSource clock,
      Runnable afterMail,
      Runnable afterEach) {
    this.database = database;
    this.rules = rules;
    Gateways gateways = new Gateways(secrets);
    GatewayTrials trying = new GatewayTrials(database, gateways, rules, clock);
    this.trials = new Worker("gateway trials", trying::next).patience(PATIENCE);
    TroubleTeller teller =
        new TroubleTeller(mail.connection(), gateways, rules, district, house, afterMail);
    TroubleLetters writer = new TroubleLetters(database, teller, secondChannel, clock);
    this.letters = new Worker("letters about troubles", writer::writeNext).atEnd(writer);
    this.senders = new EnumMap<>(Gateway.Kind.class);
    for (Gateway.Kind kind : Gateway.Kind.values()) {
      MessageSender sender =
          new MessageSender(database, kind, gateways, rules, district, house, clock, afterEach);
      senders.put(kind, new Worker("message sender", sender::sendNext).patience(PATIENCE));
    }
  }

  public Messages start() {
    workers().forEach(Worker::start);
    trials.start();
    return this;
  }

  private Stream<Worker> workers() {
    return Stream.concat(senders.values().stream(), Stream.of(letters));
  }

  /**
   * Signals that something is due; without it the threads check every second. Those that no gateway
   * needs are left alone.
   */
  public void wake() {
    rules.get().gateways().stream()
        .map(Gateway::kind)
        .distinct()
        .map(senders::get)
        .forEach(Worker::wake);
  }

  /** Updates what {@link #faults} and {@link #troubles} return; to be called once a second. */
  public void measure() {
    lateSeconds = database.withHandle(MessageQueue::lateSeconds);
    troubles =
        database.withHandle(Troubles::standing).stream()
            .filter(trouble -> trouble.concerns(rules.get()))
            .toList();
  }

  /** Returns which gateways, numbers and rosters do not work, in words. */
  public List<String> troubles() {
    return troubles.stream().map(trouble -> trouble.subject() + ": " + trouble.why()).toList();
  }

  /** Returns what keeps messages from being sent at all; empty if nothing does. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!trials.alive() || !workers().allMatch(Worker::alive)) {
      faults.add("Messages are no longer sent; restart the notifier.");
    }
    if (lateSeconds > LATE.toSeconds()) {
      faults.add(
          "A message has been due for "
              + Math.round(lateSeconds)
              + " s and was not sent; restart the notifier.");
    }
    workers()
        .flatMap(worker -> worker.fault().stream())
        .findFirst()
        .ifPresent(fault -> faults.add("The queue of messages: " + fault));
    return faults;
  }

  /** Lets each thread finish its current message. */
  @Override
  public void close() {
    trials.askToEnd();
    workers().forEach(Worker::askToEnd);
    workers().forEach(Worker::close);
    trials.close();
  }
}
