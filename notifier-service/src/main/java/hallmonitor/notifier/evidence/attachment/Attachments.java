package hallmonitor.notifier.evidence.attachment;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.Worker;
import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.attachment.AttachmentQueue.Link;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.sealing.Ledger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Fetches queued links, a few at a time, stores their content, and queues a record about each for
 * sealing. A failed fetch is retried with growing waits and finally recorded with the reason. An
 * attempt is counted before it is made, and no transaction is open during it. A link that ends the
 * process {@value #MOST_DEATHS} times is not fetched again.
 */
public final class Attachments implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Attachments.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Each holds a whole attachment in memory. A slow server delays only one of them. */
  private static final int AT_ONCE = 2;

  static final int MOST_DEATHS = 3;

  /** For what follows a fetch, until another instance may try it. */
  private static final Duration TO_STORE = Duration.ofMinutes(1);

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(8),
          Duration.ofHours(24));

  /**
   * Dependencies and limits.
   *
   * @param site address of an account according to district.yaml
   * @param bytes size limit of one attachment
   * @param time time limit of one attempt
   * @param waits before the second and later attempts
   * @param quota limits of all attachments
   */
  record Setting(
      Function<String, Optional<URI>> site,
      SafeFetch.Names names,
      long bytes,
      Duration time,
      List<Duration> waits,
      AttachmentQuota quota) {}

  private final Jdbi database;
  private final Setting setting;
  private final SafeFetch fetch;
  private final InstantSource clock;
  private final Runnable wakeSealer;
  private final AtomicLong failures = new AtomicLong();
  private final List<Worker> workers =
      IntStream.rangeClosed(1, AT_ONCE)
          .mapToObj(n -> new Worker("evidence attachments " + n, this::fetchNext))
          .map(worker -> worker.patience(PATIENCE))
          .toList();
  private volatile boolean closing;
  private final AtomicLong deadly = new AtomicLong();

  public Attachments(
      Jdbi database,
      Function<String, Optional<URI>> site,
      long bytes,
      Duration time,
      AttachmentQuota quota,
      InstantSource clock,
      Runnable wakeSealer) {
    this(
        database,
        new Setting(site, InetAddress::getAllByName, bytes, time, WAITS, quota),
        clock,
        wakeSealer);
  }

  Attachments(Jdbi database, Setting setting, InstantSource clock, Runnable wakeSealer) {
    this.database = database;
    this.setting = setting;
    this.fetch =
        new SafeFetch(setting.names(), new SafeFetch.Caps(setting.bytes(), setting.time()));
    this.clock = clock;
    this.wakeSealer = wakeSealer;
  }

  public Attachments start() {
    deadly.set(database.withHandle(AttachmentQueue::deadly));
    workers.forEach(Worker::start);
    return this;
  }

  public void wake() {
    workers.forEach(Worker::wake);
  }

  /** Returns the failed attempts since the start. */
  public long failures() {
    return failures.get();
  }

  public boolean alive() {
    return workers.stream().allMatch(Worker::alive);
  }

  /** Returns how many links are given up because they ended this process. */
  public long deadly() {
    return deadly.get();
  }

  private Duration fetchNext() {
    if (!fetchOne()) {
      return Worker.IDLE;
    }
    wakeSealer.run();
    return Duration.ZERO;
  }

  /**
   * Fetches one link.
   *
   * @return whether one was due
   */
  boolean fetchOne() {
    Optional<Link> claimed =
        database.inTransaction(t -> AttachmentQueue.claim(t, setting.time().plus(TO_STORE)));
    if (claimed.isEmpty()) {
      return false;
    }
    Link link = claimed.get();
    FetchOutcome fetched = link.deaths() < MOST_DEATHS ? fetched(link) : deadly(link);
    if (closing) { // canceled, which says nothing about the link
      database.useTransaction(t -> AttachmentQueue.release(t, link));
      return false;
    }
    database.useTransaction(t -> note(t, link, withinQuota(t, link, fetched)));
    return true;
  }

  private FetchOutcome deadly(Link link) {
    LOG.log(
        System.Logger.Level.ERROR,
        "Attachment {0} of case {1} is not fetched again: this service ended {2} times while it"
            + " was fetched.",
        link.id(),
        link.caseId(),
        MOST_DEATHS);
    deadly.incrementAndGet();
    return new FetchOutcome.Nothing(
        FetchOutcome.Cause.SERVER,
        "This service ended " + MOST_DEATHS + " times while it was fetched.",
        false);
  }

  private FetchOutcome fetched(Link link) {
    return database
        .withHandle(h -> setting.quota().lacks(h, link, 1))
        .map(FetchOutcome.class::cast)
        .orElseGet(() -> fetch.fetch(link.url(), site(link)));
  }

  private FetchOutcome withinQuota(Handle transaction, Link link, FetchOutcome fetched) {
    if (!(fetched instanceof FetchOutcome.Body body)) {
      return fetched;
    }
    AttachmentQueue.lockSpace(transaction);
    return setting
        .quota()
        .lacks(transaction, link, body.content().length)
        .map(FetchOutcome.class::cast)
        .orElse(body);
  }

  private Optional<URI> site(Link link) {
    return setting.site().apply(link.account());
  }

  private void note(Handle transaction, Link link, FetchOutcome fetched) {
    Instant now = clock.instant();
    if (fetched instanceof FetchOutcome.Body body) {
      String sha256 = Hash.of(body.content());
      Ledger.keepBlob(transaction, sha256, body.content());
      seal(
          transaction,
          link,
          Attachment.KEPT,
          new Attachment.Kept(
              link.entry(),
              link.url(),
              body.redirects(),
              body.address(),
              body.mediaType(),
              body.content().length,
              sha256,
              now),
          now);
      AttachmentQueue.kept(transaction, link, body.content().length, sha256, body.mediaType());
      tellTheConsole(transaction, link, body.content(), now);
      return;
    }
    FetchOutcome.Nothing nothing = (FetchOutcome.Nothing) fetched;
    failures.incrementAndGet();
    if (nothing.again() && link.attempts() <= setting.waits().size()) {
      AttachmentQueue.later(transaction, link, setting.waits().get(link.attempts() - 1));
      return;
    }
    seal(
        transaction,
        link,
        Attachment.FAILED,
        new Attachment.Failed(link.entry(), link.url(), made(link), nothing.why(), now),
        now);
    AttachmentQueue.failed(transaction, link);
  }

  /** A deadly link was claimed again, and not fetched. */
  private static int made(Link link) {
    return link.deaths() < MOST_DEATHS ? link.attempts() : link.attempts() - 1;
  }

  /** Only the record of the attachment is sealed; this carries the same bytes. */
  private static void tellTheConsole(Handle transaction, Link link, byte[] content, Instant now) {
    if (content.length <= PictureKept.LARGEST && PictureType.of(content).isPresent()) {
      PictureKept kept = PictureKept.of(link.entry(), link.caseId(), link.url(), content, now);
      Outbox.add(transaction, Topic.ESCALATION_EVENTS.topicName(), kept.key(), kept);
    }
  }

  private static void seal(
      Handle transaction, Link link, String kind, Attachment content, Instant at) {
    // A random id and not one from the address, which may contain a name. The link's row ends in
    // the same transaction, so there is only one.
    Evidence.add(
        transaction,
        List.of(new EvidenceEntry(UUID.randomUUID(), link.caseId(), kind, content, at)));
  }

  @Override
  public void close() {
    // Set before the current attempt is aborted, because an abort says nothing about its link.
    closing = true;
    workers.forEach(Worker::askToEnd);
    fetch.close();
    workers.forEach(Worker::close);
  }
}
