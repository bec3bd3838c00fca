package hallmonitor.moderation.store.answer;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.store.request.RequestDesk;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Links by which requesters get their answers. Only the hash of a link is kept; it ends by itself,
 * and a person can end it before.
 */
public final class AnswerDeliveries {
  private final Jdbi database;
  private final Clock clock;

  /** Creates it. */
  public AnswerDeliveries(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a link leads to.
   *
   * @param revokedAt null unless a person ended it
   */
  public record Delivery(
      UUID deliveryId,
      UUID answerId,
      @Nested("number") RequestNumber number,
      UUID requestId,
      String language,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      long bytes,
      String sha256) {
    /** Returns whether it still leads to the answer. */
    public boolean isOpen(Instant now) {
      return revokedAt == null && now.isBefore(expiresAt);
    }
  }

  /**
   * Makes a link to a package that is ready. A request with a deadline that runs is answered with
   * it.
   *
   * @param version of the request, as the person saw it
   * @param byTwo whether a second person must have approved this very package
   * @param tokenHash the stored form of its token
   * @throws NotLegal if the request can't be answered, if the package is not the one of its
   *     decisions, or if someone else changed the request
   */
  public void make(
      UUID deliveryId,
      UUID requestId,
      int version,
      UUID answerId,
      boolean byTwo,
      String tokenHash,
      Duration kept,
      String by) {
    database.useTransaction(
        t -> {
          Locked request = RequestDesk.lock(t, requestId, version);
          Instant now = clock.instant();
          if (request.current().isRunning()) {
            RequestDesk.move(t, request, RequestState.ANSWERED, Duration.ZERO, "", by, now);
          } else if (request.current() != RequestState.ANSWERED) {
            throw new NotLegal(Sentence.of("Only an answered request has a link to its answer."));
          }
          int made =
              t.createUpdate(
                      """
                      insert into records_delivery (delivery_id, answer_id, token_hash, made_by, made_at, expires_at)
                      select :id, answer_id, :hash, :by, :now, :until from records_answer
                      where answer_id = :answer and request_id = :request and state = 'ready'
                      """)
                  .bind("id", deliveryId)
                  .bind("hash", tokenHash)
                  .bind("by", by)
                  .bind("now", now)
                  .bind("until", now.plus(kept))
                  .bind("answer", answerId)
                  .bind("request", requestId)
                  .execute();
          if (made == 0 || !AnswerOffice.isCurrent(t, answerId)) {
            throw new NotLegal(AnswerOffice.OTHERWISE);
          }
          if (byTwo && !isApproved(t, answerId)) {
            throw new NotLegal(
                Sentence.of(
                    "No second person approved this package. Start the review again, and propose the"
                        + " answer with it."));
          }
          RequestDesk.tell(t, requestId, request.number(), by, "link-made", "" + kept.toDays());
        });
  }

  private static boolean isApproved(Handle t, UUID answerId) {
    return t.createQuery(
            """
            select exists (
              select from records_answer a join proposal p on p.subject = a.request_id::text
              where a.answer_id = :id and p.kind = 'release-records' and p.state = 'approved'
                and p.terms ->> 'package' = a.sha256)
            """)
        .bind("id", answerId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Finds what a link leads to, also if it ended. */
  public Optional<Delivery> find(String tokenHash) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select d.delivery_id, d.answer_id, q.year as number_year, q.position as number_position, q.request_id,
                      q.language, d.made_at, d.expires_at, d.revoked_at, a.bytes, a.sha256
                    from records_delivery d join records_answer a using (answer_id)
                    join records_request q using (request_id)
                    where d.token_hash = :hash and q.disposal_id is null
                    """)
                .bind("hash", tokenHash)
                .map(ConstructorMapper.of(Delivery.class))
                .findOne());
  }

  /** Counts a download, before its first byte. */
  public void downloaded(Delivery delivery) {
    database.useTransaction(
        t -> {
          t.execute(
              "update records_delivery set downloads = downloads + 1 where delivery_id = ?",
              delivery.deliveryId());
          RequestDesk.tell(t, delivery.requestId(), delivery.number(), "", "downloaded", "");
        });
  }

  /** Ends a link. One that ended already stays as it is. */
  public void revoke(UUID requestId, UUID deliveryId, String by) {
    database.useTransaction(
        t -> {
          Locked request = RequestDesk.lock(t, requestId);
          int revoked =
              t.execute(
                  """
                  update records_delivery d set revoked_at = ? from records_answer a
                  where d.delivery_id = ? and a.answer_id = d.answer_id and a.request_id = ? and d.revoked_at is null
                  """,
                  clock.instant(),
                  deliveryId,
                  requestId);
          if (revoked > 0) {
            RequestDesk.tell(t, requestId, request.number(), by, "link-revoked", "");
          }
        });
  }
}
