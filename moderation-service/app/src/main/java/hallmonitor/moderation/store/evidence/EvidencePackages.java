package hallmonitor.moderation.store.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceOrder.MakePackage;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.PackagePart;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.parcel.ParcelKey;
import hallmonitor.messaging.parcel.ParcelKey.Unopened;
import hallmonitor.messaging.parcel.ParcelSealing;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.evidence.OrderLimit.Ordered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Packages of evidence: ordered from the notifier, kept encrypted until their time is over. Each
 * change with its audit row and its event in one transaction.
 */
public final class EvidencePackages {
  /** Who asked for it. */
  public enum Purpose {
    POLICE,
    ATTORNEY,
    RECORDS_REQUEST,
    OTHER
  }

  /**
   * A package to make.
   *
   * @param id given with the form, so that sending it twice is one package
   * @param names of the students to leave out, one a line; absent for a full package
   * @param students how many they are
   * @param words the purpose's number, or what it is for; may be empty
   * @param by a user name
   * @param byName as shown to people
   */
  public record PackageWish(
      UUID id,
      UUID caseId,
      Optional<String> names,
      int students,
      Purpose purpose,
      String words,
      String by,
      String byName) {}

  private static final String OLD =
      """
      gone_at is null
        and coalesce(answered_at, asked_at) < clock_timestamp() - make_interval(secs => :kept)
      """;

  private final Jdbi database;
  private final EvidenceLedger ledger;
  private final Runnable relay;
  private final Duration kept;

  /**
   * Creates the table's access.
   *
   * @param relay called after a commit that must be published
   * @param kept how long a file can be downloaded
   */
  public EvidencePackages(Jdbi database, EvidenceLedger ledger, Runnable relay, Duration kept) {
    this.database = database;
    this.ledger = ledger;
    this.relay = relay;
    this.kept = kept;
  }

  /** Returns how long a file can be downloaded. */
  public Duration kept() {
    return kept;
  }

  /** Orders a package; the same id twice is one. One person waits for one of a case at a time. */
  public Ordered order(PackageWish wish) {
    Optional<String> reception = ledger.seen().map(EvidenceResult.LedgerSeen::reception);
    if (wish.names().isPresent() && reception.isEmpty()) {
      return Ordered.NOT_HEARD;
    }
    Optional<String> names =
        wish.names()
            .map(
                list ->
                    new ParcelSealing(reception.orElseThrow(), wish.id())
                        .seal(0, list.getBytes(UTF_8)));
    Ordered ordered = database.inTransaction(t -> order(t, wish, names));
    relay.run();
    return ordered;
  }

  private static Ordered order(Handle t, PackageWish wish, Optional<String> names) {
    OrderLimit.lock(t);
    if (isKnown(t, wish.id())) {
      return Ordered.SENT;
    }
    if (isWaiting(t, wish)) {
      return Ordered.WAITING;
    }
    if (OrderLimit.reached(t, "evidence_package", wish.by())) {
      return Ordered.TOO_MANY;
    }
    send(t, wish, names);
    return Ordered.SENT;
  }

  private static boolean isKnown(Handle t, UUID id) {
    return t.createQuery("select exists (select from evidence_package where order_id = :id)")
        .bind("id", id)
        .mapTo(boolean.class)
        .one();
  }

  private static boolean isWaiting(Handle t, PackageWish wish) {
    return t.createQuery(
            """
            select exists (
              select from evidence_package
              where case_id = :case and asked_by = :by and answer is null and gone_at is null)
            """)
        .bind("case", wish.caseId())
        .bind("by", wish.by())
        .mapTo(boolean.class)
        .one();
  }

  private static void send(Handle t, PackageWish wish, Optional<String> names) {
    String key = ParcelKey.create();
    t.execute(
        """
            insert into evidence_package (order_id, case_id, students, purpose, words, asked_by, key)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
        wish.id(),
        wish.caseId(),
        wish.names().isPresent() ? wish.students() : null,
        EnumCodes.of(wish.purpose()),
        wish.words(),
        wish.by(),
        key);
    String purpose =
        EnumCodes.of(wish.purpose()) + (wish.words().isEmpty() ? "" : ": " + wish.words());
    AuditLog.add(
        t,
        wish.by(),
        wish.names().isPresent() ? "redacted-package-asked" : "full-package-asked",
        "case " + wish.caseId(),
        // Not the words, which may name a student: the log is kept for good.
        EnumCodes.of(wish.purpose()));
    MakePackage order =
        new MakePackage(
            wish.id(),
            wish.caseId(),
            new ParcelKey(key).publicKey(),
            names,
            purpose,
            wish.byName() + " (" + wish.by() + ")",
            Instant.now());
    Outbox.add(t, Topic.EVIDENCE_ORDERS.topicName(), order.key(), order);
  }

  /** Keeps a part of a file; one of a package that is gone is passed over. */
  static void take(Handle t, PackagePart part) {
    t.execute(
        """
        insert into evidence_package_part (order_id, number, sealed)
        select order_id, ?, ? from evidence_package where order_id = ? and gone_at is null
        on conflict do nothing
        """,
        part.number(),
        part.sealed(),
        part.orderId());
  }

  /** Notes the answer to an order; the first one counts. */
  static void answer(Handle t, UUID orderId, EvidenceResult answer) {
    t.execute(
        """
        update evidence_package set answer = ?::jsonb, answered_at = clock_timestamp()
        where order_id = ? and answer is null
        """,
        new String(EventJson.write(answer), UTF_8),
        orderId);
  }

  /** Removes files that had their time, with the keys that open them. Returns how many. */
  public int forgetOld() {
    database.useHandle(EvidencePackages::forgetWords);
    return isAnyOld() ? database.inTransaction(this::forgetOld) : 0;
  }

  /** After a year, what it was for in a person's words; the sealed record keeps it. */
  private static void forgetWords(Handle h) {
    h.execute(
        """
        update evidence_package set words = ''
        where words <> '' and asked_at < clock_timestamp() - interval '1 year'
        """);
  }

  private boolean isAnyOld() {
    return database.withHandle(
        h ->
            h.createQuery("select exists (select from evidence_package where " + OLD + ")")
                .bind("kept", (double) kept.toSeconds())
                .mapTo(boolean.class)
                .one());
  }

  private int forgetOld(Handle t) {
    // No part of such a file may come in between.
    t.execute("lock table evidence_package_part in share row exclusive mode");
    int gone =
        t.createUpdate(
                "update evidence_package set gone_at = clock_timestamp(), key = null where " + OLD)
            .bind("kept", (double) kept.toSeconds())
            .execute();
    t.execute(
        """
        delete from evidence_package_part p using evidence_package e
        where e.order_id = p.order_id and e.gone_at is not null
        """);
    return gone;
  }

  /**
   * Returns a part of a file.
   *
   * @return empty if it is gone, or was damaged
   */
  public Optional<byte[]> part(UUID orderId, int number) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                        select e.key, p.sealed
                        from evidence_package e join evidence_package_part p using (order_id)
                        where e.order_id = :id and p.number = :number and e.key is not null
                          and e.answered_at >= clock_timestamp() - make_interval(secs => :kept)
                        """)
                .bind("id", orderId)
                .bind("number", number)
                .bind("kept", (double) kept.toSeconds())
                .map(
                    (row, context) ->
                        open(orderId, number, row.getString("key"), row.getString("sealed")))
                .findOne());
  }

  private static byte @Nullable [] open(UUID orderId, int number, String key, String sealed) {
    try {
      return new ParcelKey(key).open(orderId, number, sealed);
    } catch (Unopened e) {
      return null;
    }
  }
}
