package hallmonitor.moderation.store.answer;

import hallmonitor.contract.event.EvidenceOrder.SignRecords;
import hallmonitor.contract.event.EvidenceResult.RecordsSigned;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.store.BackgroundWork;
import hallmonitor.moderation.store.request.RequestDesk;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The way of a package: made a part at a time, opened again and searched, signed by the notifier,
 * packed. Each step is a transaction, so that a restart goes on where it was. A step that another
 * instance took changes nothing.
 */
public final class AnswerWork {
  private final Jdbi database;
  private final Clock clock;
  private final Runnable relay;

  /**
   * Creates it.
   *
   * @param relay called after a commit that must be published
   */
  public AnswerWork(Jdbi database, Clock clock, Runnable relay) {
    this.database = database;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * A piece of a file; those of one file follow each other by their place.
   *
   * @param drawnFrom SHA-256 of the bytes that a picture was drawn from; empty for other files
   */
  public record FilePiece(String file, long place, byte[] content, String drawnFrom) {
    public FilePiece(String file, long place, byte[] content) {
      this(file, place, content, "");
    }
  }

  /**
   * How far a step came.
   *
   * @param place the number of the item after which it goes on
   * @param done items so far
   * @param files PDF files so far
   * @param pictureBytes of all pictures so far
   * @param last whether all items are done
   */
  public record Reached(long place, long done, int files, long pictureBytes, boolean last) {}

  /**
   * Does something while no other instance does: two would make the same files.
   *
   * @return what it returns; false if another instance is at it
   */
  public boolean alone(BooleanSupplier step) {
    return BackgroundWork.alone(database, "records answers", step);
  }

  /** Returns the package that waits longest for its next step here. */
  public Optional<AnswerPackage> next() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select a.answer_id, a.request_id, q.year as number_year, q.position as number_position, q.language,
                      a.letter, a.asked_by, a.state, a.items, a.done, a.place, a.files, a.picture_bytes, a.list_sha256,
                      a.signature, a.signer
                    from records_answer a join records_request q using (request_id)
                    where a.state in ('making', 'checking', 'packing') and a.next_at <= clock_timestamp()
                    order by a.asked_at limit 1
                    """)
                .map(ConstructorMapper.of(AnswerPackage.class))
                .findOne());
  }

  /** Adds pieces of files. */
  public void add(AnswerPackage made, List<FilePiece> pieces, Reached reached) {
    step(
        made,
        t -> {
          AnswerPieces.add(t, made, pieces);
          t.execute(
              """
              update records_answer set place = ?, done = ?, files = ?, picture_bytes = ?, faults = 0,
                next_at = clock_timestamp(), state = ?
              where answer_id = ?
              """,
              reached.place(),
              reached.done(),
              reached.files(),
              reached.pictureBytes(),
              reached.last() ? "checking" : "making",
              made.answerId());
        });
  }

  /** Keeps a picture while a step runs. */
  public void keep(AnswerPackage made, FilePiece picture) {
    step(made, t -> AnswerPieces.add(t, made, List.of(picture)));
  }

  /** Ends a package with more pictures than it may have; none of its files stay. */
  public void tooLarge(AnswerPackage made) {
    step(made, t -> end(t, made, "too-large"));
  }

  /** Removes the pictures that a step kept which never ended: the archive may have others now. */
  public void again(AnswerPackage made) {
    step(made, t -> AnswerPieces.removeUnfinished(t, made));
  }

  /** Returns the places where people allowed words of an item, by the item's number. */
  public Map<Long, Set<String>> allowed(AnswerPackage made) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select i.number, p.place from records_answer_pass p join records_request_item i using (item_no)
                    where p.request_id = :request and p.looked = records_answer_looked(:id, p.item_no, p.place)
                    """)
                .bind("request", made.requestId())
                .bind("id", made.answerId())
                .<Map<Long, Set<String>>>reduceRows(
                    new HashMap<>(),
                    (allowed, row) -> {
                      allowed
                          .computeIfAbsent(
                              row.getColumn("number", Long.class), item -> new HashSet<>())
                          .add(row.getColumn("place", String.class));
                      return allowed;
                    }));
  }

  /**
   * Notes what was found in the opened package, and orders the signature if nothing was that nobody
   * passed.
   *
   * @param leaks places by the number of the item that the words belong to
   */
  public void checked(AnswerPackage made, String listSha256, Map<Long, Set<String>> leaks) {
    step(
        made,
        t -> {
          if (!AnswerOffice.isCurrent(t, made.answerId())
              || AnswerPieces.haveOtherPictures(t, made)) {
            end(t, made, "outdated");
            return;
          }
          leaks.forEach((item, places) -> AnswerLeaks.add(t, made, item, places));
          if (t.createQuery("select count(*) from records_answer_leak where answer_id = :id")
                  .bind("id", made.answerId())
                  .mapTo(Long.class)
                  .one()
              > 0) {
            end(t, made, "leaking");
            return;
          }
          t.execute(
              """
              update records_answer set state = 'signing', list_sha256 = ?, faults = 0, next_at = clock_timestamp()
              where answer_id = ?
              """,
              listSha256,
              made.answerId());
          SignRecords order =
              new SignRecords(
                  made.answerId(),
                  made.requestId(),
                  made.number().toString(),
                  listSha256,
                  made.askedBy(),
                  clock.instant());
          Outbox.add(t, Topic.EVIDENCE_ORDERS.topicName(), order.key(), order);
        });
    relay.run();
  }

  /** Notes the signature of the notifier; another one, or a late one, changes nothing. */
  public static void signed(Handle t, RecordsSigned signed) {
    t.execute(
        """
        update records_answer set state = 'packing', signature = ?, signer = ?
        where answer_id = ? and state = 'signing'
        """,
        signed.signature(),
        signed.publicKey(),
        signed.orderId());
  }

  /** Notes that the notifier could not sign. */
  public static void notSigned(Handle t, UUID orderId) {
    if (t.execute(
            """
            update records_answer set state = 'failed', ended_at = clock_timestamp()
            where answer_id = ? and state = 'signing'
            """,
            orderId)
        > 0) {
      removeFiles(t, orderId);
    }
  }

  /** Ends what was not signed within two days: Kafka no longer has the order. */
  public void forgetUnsigned() {
    database.useTransaction(
        t ->
            t.createQuery(
                    """
                    update records_answer set state = 'failed', ended_at = clock_timestamp()
                    where state = 'signing' and asked_at < clock_timestamp() - interval '2 days'
                    returning answer_id
                    """)
                .mapTo(UUID.class)
                .list()
                .forEach(id -> removeFiles(t, id)));
  }

  /** Ends a package that is packed. Its pieces are removed. */
  public void ready(AnswerPackage made, long bytes, String sha256) {
    step(
        made,
        t -> {
          t.execute("delete from records_answer_piece where answer_id = ?", made.answerId());
          Locked request = RequestDesk.lock(t, made.requestId());
          if (!AnswerOffice.isCurrent(t, made.answerId())) {
            end(t, made, "outdated");
            return;
          }
          t.execute(
              """
              update records_answer set state = 'ready', bytes = ?, sha256 = ?, ended_at = clock_timestamp()
              where answer_id = ?
              """,
              bytes,
              sha256,
              made.answerId());
          RequestDesk.tell(
              t, made.requestId(), request.number(), made.askedBy(), "answer-made", sha256);
        });
  }

  /**
   * Counts a step before it is taken, so that one that ends the program counts too. After {@value
   * BackgroundWork#MOST_TRIES} without success the package fails; the next try comes minutes later.
   * A package with items that were decided otherwise ends here.
   *
   * @return whether the step is to be taken
   */
  public boolean tries(AnswerPackage made) {
    AtomicBoolean goesOn = new AtomicBoolean();
    step(
        made,
        t -> {
          if (!AnswerOffice.isCurrent(t, made.answerId())) {
            end(t, made, "outdated");
            return;
          }
          int tries = BackgroundWork.tried(t, "records_answer", "answer_id", made.answerId());
          if (tries > BackgroundWork.MOST_TRIES) {
            end(t, made, "failed");
          } else {
            goesOn.set(true);
          }
        });
    return goesOn.get();
  }

  private static void end(Handle t, AnswerPackage made, String state) {
    end(t, made.answerId(), state);
  }

  /** Ends a package, and removes its files. */
  static void end(Handle t, UUID answerId, String state) {
    removeFiles(t, answerId);
    t.execute(
        """
        update records_answer set state = ?, bytes = 0, sha256 = '', ended_at = coalesce(ended_at, clock_timestamp())
        where answer_id = ?
        """,
        state,
        answerId);
  }

  private static void removeFiles(Handle t, UUID answerId) {
    t.execute("delete from records_answer_piece where answer_id = ?", answerId);
    t.execute("delete from records_answer_part where answer_id = ?", answerId);
  }

  private void step(AnswerPackage made, Consumer<Handle> change) {
    database.useTransaction(
        t -> {
          boolean still =
              t.createQuery(
                      """
                      select answer_id from records_answer
                      where answer_id = :id and state = :state and place = :place for update
                      """)
                  .bind("id", made.answerId())
                  .bind("state", made.state())
                  .bind("place", made.place())
                  .mapTo(UUID.class)
                  .findOne()
                  .isPresent();
          if (still) {
            change.accept(t);
          }
        });
  }
}
