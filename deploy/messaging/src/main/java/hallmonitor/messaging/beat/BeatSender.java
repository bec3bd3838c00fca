package hallmonitor.messaging.beat;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends a service's signs of life every ten seconds, and a last one when the service is stopped in
 * order. Those that the broker does not take within seconds are dropped: a late one would say that
 * a dead service lives.
 */
public final class BeatSender implements AutoCloseable {
  /** How often a service says that it lives. */
  public static final Duration EVERY = Duration.ofSeconds(10);

  private static final Duration DROPPED_AFTER = Duration.ofSeconds(8);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

  private final String service;
  private final UUID process = UUID.randomUUID();
  private final Supplier<SelfView> self;
  private final InstantSource clock;
  private final Instant startedAt;
  private final ClockJump jump;
  private final CertificateEnd certificate;
  private final Producer<byte[], byte[]> producer;
  private final Worker worker;

  /**
   * Creates a sender.
   *
   * @param kafka connection to the brokers
   * @param service its name in {@link ServiceBeat}
   * @param self asked before each beat; if it fails, the beat says that the database is in trouble
   */
  public BeatSender(
      Map<String, Object> kafka, String service, Supplier<SelfView> self, InstantSource clock) {
    this.service = service;
    this.self = self;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.jump = new ClockJump(clock.instant(), System.nanoTime());
    this.certificate = CertificateEnd.of(kafka);
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) LONGEST_CALL.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LONGEST_CALL.toMillis());
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DROPPED_AFTER.toMillis());
    this.producer = KafkaClients.producer(config);
    this.worker =
        new Worker("beat", this::beat)
            .retryAfter(EVERY, EVERY)
            .patience(DROPPED_AFTER)
            .atEnd(this::sayGoodbye);
  }

  public BeatSender start() {
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  private Duration beat() {
    send(look(), false);
    return EVERY;
  }

  private SelfView look() {
    Instant now = clock.instant();
    jump.look(now, System.nanoTime());
    List<Fault> own =
        Stream.concat(
                jump.latest().map(why -> new Fault("clock", why)).stream(),
                certificate.faults(service, now).stream())
            .toList();
    try {
      SelfView seen = self.get();
      List<Fault> faults = new ArrayList<>(seen.faults());
      faults.addAll(own);
      return seen.withFaults(faults);
    } catch (RuntimeException e) {
      List<Fault> faults = new ArrayList<>(own);
      faults.add(new Fault("database", "The database cannot be read: " + words(e) + "."));
      return SelfView.of(faults);
    }
  }

  /** Only its class: a database's message may quote what people wrote. */
  private static String words(RuntimeException e) {
    return e.getClass().getSimpleName();
  }

  private void send(SelfView seen, boolean stopping) {
    ServiceBeat beat =
        new ServiceBeat(
            service,
            process,
            startedAt,
            clock.instant(),
            stopping,
            seen.lastReadAt(),
            seen.waits(),
            seen.faults(),
            seen.troubles(),
            seen.planned(),
            seen.drill());
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topic.SERVICE_BEATS.topicName(), service.getBytes(UTF_8), EventJson.write(beat)));
  }

  private void sayGoodbye() {
    try {
      send(SelfView.of(List.of()).withPlanned(planned()), true);
    } finally {
      producer.close(DROPPED_AFTER);
    }
  }

  /** An announced stop must outlive the service that knows of it. */
  private Optional<ServiceBeat.PlannedStop> planned() {
    try {
      return self.get().planned();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Says goodbye. */
  @Override
  public void close() {
    worker.close();
  }
}
