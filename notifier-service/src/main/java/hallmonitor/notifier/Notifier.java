package hallmonitor.notifier;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.OutboxRelay;
import hallmonitor.messaging.ReadPositions;
import hallmonitor.messaging.Worker;
import hallmonitor.notifier.alarm.AlarmCalls;
import hallmonitor.notifier.alarm.AlarmSender;
import hallmonitor.notifier.clock.AnswerService;
import hallmonitor.notifier.clock.ClockCounts;
import hallmonitor.notifier.clock.ClockState;
import hallmonitor.notifier.clock.EscalationClock;
import hallmonitor.notifier.clock.EscalationService;
import hallmonitor.notifier.evidence.desk.EvidenceOrderIntake;
import hallmonitor.notifier.intake.CaseEventIntake;
import hallmonitor.notifier.intake.EarlierEscalations;
import hallmonitor.notifier.intake.EscalationIntake;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.message.LinkLetters;
import hallmonitor.notifier.message.Messages;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.queue.MailRecord;
import hallmonitor.notifier.queue.NoticeBacklog;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.notifier.queue.Senders;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;

/** The service's parts wired together: escalations come in, mails and their outcomes go out. */
public final class Notifier implements AutoCloseable {
  /** The consumer group; a replayed dead letter names it. */
  public static final String GROUP = "notifier";

  /** A separate group, so that a fault in one topic does not block the other. */
  public static final String CASES_GROUP = "notifier-cases";

  /** What people ask of the evidence holds up neither of them. */
  static final String EVIDENCE_GROUP = "notifier-evidence";

  /** Longer than a complete call with several calls before it. */
  private static final Duration ALARM_LATE = Duration.ofMinutes(5);

  private static final int MOST_RECORDS_AT_ONCE = 10;

  /** Of escalations, which share their transaction. */
  private static final int MOST_ESCALATIONS_AT_ONCE = 100;

  /**
   * Dependencies and settings.
   *
   * @param kafka bootstrap servers and, for a cluster, security settings
   * @param district the current district.yaml
   * @param rules the current escalation.yaml
   * @param house the current settings for writing notices
   * @param secrets returns a secret by its name; empty if there is none
   * @param senders number of mails sent in parallel
   * @param clock the database's, which all instances share
   */
  public record Dependencies(
      Jdbi database,
      Map<String, Object> kafka,
      Supplier<District> district,
      Supplier<EscalationRules> rules,
      Supplier<NoticeSettings> house,
      Function<String, Optional<String>> secrets,
      MailServer mailServer,
      int senders,
      InstantSource clock,
      MeterRegistry meters) {}

  private final Jdbi database;
  private final MailRecord mailRecord;
  private final Senders senders;
  private final Producer<byte[], byte[]> producer;
  private final OutboxRelay relay;
  private final ReadPositions positions;
  private final BatchReader reader;
  private final BatchReader caseReader;
  private final BatchReader evidenceReader;
  private final EarlierEscalations earlier;
  private final EscalationClock ticker;
  private final AlarmSender alarms;
  private final Messages messages;
  private final AnswerService answering;
  private final Worker linkLetters;
  private volatile NoticeBacklog queue = NoticeBacklog.UNKNOWN;
  private volatile ClockState escalations = ClockState.UNKNOWN;
  private volatile double alarmLateSeconds;
  private volatile Runnable wakeSealer = () -> {};

  public Notifier(Dependencies in) {
    database = in.database();
    mailRecord = new MailRecord(in.meters());
    producer = KafkaClients.producer(in.kafka());
    positions = new ReadPositions(database, in.kafka());
    BooleanSupplier healthy = Database.health(database);
    relay = new OutboxRelay("outbox", database, producer).keeping(Topic.ESCALATION_EVENTS);
    EscalationService steps =
        new EscalationService(
            in.district(), in.rules(), in.house().get().consoleUrl(), new ClockCounts(in.meters()));
    answering = new AnswerService(in.district(), steps);
    earlier = new EarlierEscalations(database, steps, in.clock());
    ticker = new EscalationClock(database, in.clock(), steps, this::wake);
    alarms =
        new AlarmSender(database, () -> in.rules().get().secondChannel(), in.secrets(), in.clock());
    messages =
        new Messages(
            database,
            () -> in.rules().get().messages(),
            () -> in.rules().get().secondChannel(),
            in.district(),
            in.house(),
            in.secrets(),
            in.mailServer(),
            in.clock(),
            mailRecord::accepted,
            relay::wake);
    LinkLetters letters =
        new LinkLetters(
            database, in.mailServer().connection(), in.district(), in.house(), in.clock());
    linkLetters = new Worker("letters about links", letters::writeNext).atEnd(letters);
    senders =
        new Senders(
            database,
            in.mailServer(),
            in.district(),
            in.house(),
            in.senders(),
            in.clock(),
            mailRecord,
            steps,
            relay::wake);
    reader =
        new BatchReader(
                "escalations",
                KafkaClients.consumer(in.kafka(), GROUP, MOST_ESCALATIONS_AT_ONCE),
                List.of(Topic.ESCALATIONS.topicName()),
                new EscalationIntake(database, in.district(), steps, in.clock(), this::wake),
                new DeadLetters(producer, GROUP),
                healthy)
            .remembering(positions);
    caseReader =
        new BatchReader(
                "case events",
                KafkaClients.consumer(in.kafka(), CASES_GROUP, MOST_RECORDS_AT_ONCE),
                List.of(Topic.CASE_EVENTS.topicName()),
                new CaseEventIntake(database, answering, steps, in.clock(), this::wake),
                new DeadLetters(producer, CASES_GROUP),
                healthy)
            .remembering(positions);
    evidenceReader =
        new BatchReader(
                "evidence orders",
                KafkaClients.consumer(in.kafka(), EVIDENCE_GROUP, MOST_RECORDS_AT_ONCE),
                List.of(Topic.EVIDENCE_ORDERS.topicName()),
                new EvidenceOrderIntake(database),
                new DeadLetters(producer, EVIDENCE_GROUP),
                healthy)
            .remembering(positions);
    in.meters().gauge("hallmonitor.notices.queued", this, n -> n.queue.queued());
    in.meters()
        .gauge("hallmonitor.notices.oldest.unsent.seconds", this, n -> n.queue.oldestSeconds());
    in.meters().gauge("hallmonitor.escalations.nobody.told", this, n -> n.queue.nobodyTold());
    in.meters().gauge("hallmonitor.messages.troubles", this, n -> n.messageTroubles().size());
    in.meters().gauge("hallmonitor.escalations.lag", this, n -> n.reader.lag());
    in.meters().gauge("hallmonitor.case.events.lag", this, n -> n.caseReader.lag());
    in.meters().gauge("hallmonitor.escalations.open", this, n -> n.escalations.open());
    in.meters()
        .gauge(
            "hallmonitor.escalations.oldest.unanswered.seconds",
            this,
            n -> n.escalations.oldestUnansweredSeconds());
    in.meters()
        .gauge(
            "hallmonitor.escalation.clock.late.seconds", this, n -> n.escalations.overdueSeconds());
  }

  /** Starts sending what was already queued, and accepts new escalations meanwhile. */
  public Notifier start() {
    earlier.adopt();
    relay.start();
    senders.start();
    alarms.start();
    messages.start();
    linkLetters.start();
    ticker.start();
    reader.start();
    caseReader.start();
    evidenceReader.start();
    return this;
  }

  /** Sets what else to wake after each commit that may have queued evidence for sealing. */
  public void whenEvidenceWaits(Runnable wake) {
    wakeSealer = wake;
  }

  /** Signals that the sealer committed events. */
  public void wakeRelay() {
    relay.wake();
  }

  /** Signals that something may have been queued. */
  public void wake() {
    wakeSealer.run();
    senders.wake();
    linkLetters.wake();
    messages.wake();
    relay.wake();
  }

  /** Updates the queue metrics; to be called once a second. */
  public void measure() {
    queue = database.withHandle(NoticeQueue::state);
    escalations = database.withHandle(ClockState::measure);
    alarmLateSeconds = database.withHandle(AlarmCalls::lateSeconds);
    messages.measure();
  }

  /** Returns the service for people's answers. The caller wakes the notifier after its commit. */
  public AnswerService answering() {
    return answering;
  }

  public NoticeBacklog queue() {
    return queue;
  }

  /**
   * Returns why the mail server currently accepts no mail, in words. This does not make the service
   * unready.
   */
  public Optional<String> mailTrouble() {
    return mailRecord.trouble();
  }

  /** Returns why the second channel currently accepts no alarms, in words. */
  public Optional<String> alarmTrouble() {
    return alarms.trouble();
  }

  /** Returns which gateways, numbers and rosters do not work, in words. */
  public List<String> messageTroubles() {
    return messages.troubles();
  }

  /** Returns what the broker lost in the last minutes, in one sentence; empty if nothing. */
  public Optional<String> brokerLoss() {
    return positions.alarm();
  }

  /** Returns what keeps this service from working; empty if nothing does. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!reader.alive()) {
      faults.add("Escalations are no longer read; restart the notifier.");
    }
    if (!senders.alive()) {
      faults.add("Notices are no longer sent; restart the notifier.");
    }
    if (!relay.alive()) {
      faults.add("Outcomes are no longer published; restart the notifier.");
    }
    if (!caseReader.alive()) {
      faults.add("Case events and answers are no longer read; restart the notifier.");
    }
    if (!evidenceReader.alive()) {
      faults.add("Orders about the evidence are no longer read; restart the notifier.");
    }
    if (!ticker.alive()) {
      faults.add("The clock of escalations has stopped; restart the notifier.");
    }
    if (!alarms.alive()) {
      faults.add("Alarms are no longer sent to the second channel; restart the notifier.");
    }
    if (alarmLateSeconds > ALARM_LATE.toSeconds()) {
      faults.add(
          "A call to the second channel has been due for "
              + Math.round(alarmLateSeconds)
              + " s and was not made; restart the notifier.");
    }
    if (!linkLetters.alive()) {
      faults.add("Uses of forwarded links are no longer told; restart the notifier.");
    }
    faults.addAll(messages.faults());
    linkLetters.fault().ifPresent(f -> faults.add("The letters about links: " + f));
    alarms.fault().ifPresent(f -> faults.add("The queue of alarms: " + f));
    ticker.fault().ifPresent(f -> faults.add("The clock of escalations: " + f));
    caseReader.fault().ifPresent(f -> faults.add("Reading case events: " + f));
    evidenceReader.fault().ifPresent(f -> faults.add("Reading orders about the evidence: " + f));
    reader.fault().ifPresent(f -> faults.add("Reading escalations: " + f));
    relay.fault().ifPresent(f -> faults.add("Publishing outcomes: " + f));
    senders.fault().ifPresent(f -> faults.add("Reading the queue of notices: " + f));
    return faults;
  }

  /** Finishes current work; queued work stays queued. */
  @Override
  public void close() {
    reader.close();
    caseReader.close();
    evidenceReader.close();
    ticker.close();
    alarms.close();
    messages.close();
    linkLetters.close();
    senders.close();
    relay.close();
    producer.close();
  }
}
