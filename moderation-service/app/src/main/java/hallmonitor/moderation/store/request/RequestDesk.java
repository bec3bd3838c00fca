package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RequestDeadline;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What is done with requests for records, each in one transaction with its history and its entry in
 * the audit log. The audit log never names the requester: it outlives the request.
 */
public final class RequestDesk {
  /** The reason of a deadline to which the requester agreed; no statute has it. */
  public static final String AGREED = "agreed";

  private final Jdbi database;
  private final Clock clock;

  /** Creates the desk. */
  public RequestDesk(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A request that is locked until the transaction ends. */
  public record Locked(
      UUID requestId,
      @Nested("number") RequestNumber number,
      String state,
      int version,
      @Nested("deadline") RequestDeadline deadline) {
    public RequestState current() {
      return EnumCodes.read(RequestState.class, state);
    }
  }

  /** Takes a request in; one that is there already changes nothing. Returns its number. */
  public RequestNumber take(NewRequest asked) {
    return database.inTransaction(
        t -> {
          // Two copies of one form wait for each other here.
          t.execute(
              "select pg_advisory_xact_lock(hashtextextended('request ' || ?, 0))",
              asked.id().toString());
          Optional<RequestNumber> there = number(t, asked.id());
          return there.isPresent() ? there.get() : add(t, asked);
        });
  }

  private static Optional<RequestNumber> number(Handle t, UUID id) {
    return t.createQuery("select year, position from records_request where request_id = :id")
        .bind("id", id)
        .map(ConstructorMapper.of(RequestNumber.class))
        .findOne();
  }

  private static RequestNumber add(Handle t, NewRequest asked) {
    int year = asked.deadline().receivedOn().getYear();
    int position =
        t.createQuery(
                """
                insert into records_request_year as y (year, latest) values (:year, 1)
                on conflict (year) do update set latest = y.latest + 1 returning latest
                """)
            .bind("year", year)
            .mapTo(Integer.class)
            .one();
    t.createUpdate(
            """
            insert into records_request (request_id, year, position, code, status_hash, way, requester, contact, words,
              language, commercial, arrived_at, received_on, statute, first_due, due, fixed)
            values (:id, :year, :position, :code, :status, :way, :requester, :contact, :words, :language, :commercial,
              :arrived, :received, :statute, :first, :due, :fixed)
            """)
        .bind("id", asked.id())
        .bind("year", year)
        .bind("position", position)
        .bind("code", asked.code().signs())
        .bind("status", asked.statusHash().orElse(null))
        .bind("way", EnumCodes.of(asked.way()))
        .bind("requester", asked.requester())
        .bind("contact", asked.contact())
        .bind("words", asked.words())
        .bind("language", asked.language())
        .bind("commercial", asked.commercial())
        .bind("arrived", asked.arrivedAt())
        .bind("received", asked.deadline().receivedOn())
        .bind("statute", asked.statute())
        .bind("first", asked.deadline().firstDue())
        .bind("due", asked.deadline().due())
        .bind("fixed", asked.deadline().fixed())
        .execute();
    RequestNumber number = new RequestNumber(year, position);
    tell(t, asked.id(), number, asked.by(), "received", "");
    return number;
  }

  /** Adds to the history, and to the audit log without what was typed. */
  public static void tell(
      Handle t, UUID id, RequestNumber number, String by, String kind, String detail) {
    tell(t, id, number, by, kind, detail, "");
  }

  /**
   * Adds to the history and to the audit log.
   *
   * @param onRecord the detail in the audit log: nothing that may name the requester
   */
  private static void tell(
      Handle t,
      UUID id,
      RequestNumber number,
      String by,
      String kind,
      String detail,
      String onRecord) {
    t.execute(
        "insert into records_request_event (request_id, actor, kind, detail) values (?, ?, ?, ?)",
        id,
        by,
        kind,
        detail);
    String act = by.isEmpty() ? "public" : by;
    AuditLog.add(t, act, "request-" + kind, "request " + number, onRecord);
  }

  /**
   * Moves a request to another state.
   *
   * @param version as the person saw it
   * @param held how long what it found is held once it is closed
   * @throws NotLegal if the state may not follow, if someone else was first, or if it would count
   *     as answered although a search runs or an item of any school is undecided
   */
  public void move(UUID id, int version, RequestState next, Duration held, String note, String by) {
    database.useTransaction(
        t -> {
          Locked request = lock(t, id, version);
          move(t, request, next, held, note, by, clock.instant());
        });
  }

  /** Moves a locked request. */
  public static void move(
      Handle t,
      Locked request,
      RequestState next,
      Duration held,
      String note,
      String by,
      Instant now) {
    RequestState to = request.current().to(next);
    UUID id = request.requestId();
    if (to == RequestState.ANSWERED) {
      DecidedItems.mustBeAnswerable(t, id);
    } else if (request.current() == RequestState.ANSWERED && to == RequestState.CLOSED) {
      DecidedItems.mustBeDecided(t, id);
    }
    boolean closed = to == RequestState.CLOSED;
    t.createUpdate(
            """
            update records_request set state = :state, version = version + 1, changed_at = :now,
              answered_at = case when :state = 'answered' then :now when :state = 'in-review' then null
                else answered_at end,
              closed_at = :closed, held_until = :held
            where request_id = :id
            """)
        .bind("state", EnumCodes.of(to))
        .bind("now", now)
        .bindByType("closed", closed ? now : null, Instant.class)
        .bindByType("held", closed ? now.plus(held) : null, Instant.class)
        .bind("id", id)
        .execute();
    tell(t, id, request.number(), by, EnumCodes.of(to), note);
    if (request.current() == RequestState.ANSWERED && to == RequestState.IN_REVIEW) {
      endLinks(t, request, by, now);
    }
  }

  /** A link to an answer that is looked at again must not go on giving it out. */
  private static void endLinks(Handle t, Locked request, String by, Instant now) {
    int ended =
        t.execute(
            """
            update records_delivery d set revoked_at = ? from records_answer a
            where a.answer_id = d.answer_id and a.request_id = ? and d.revoked_at is null and d.expires_at > ?
            """,
            now,
            request.requestId(),
            now);
    if (ended > 0) {
      tell(t, request.requestId(), request.number(), by, "link-revoked", "");
    }
  }

  /**
   * Says who works on a request.
   *
   * @param worker a user name; empty for nobody
   * @throws NotLegal if someone else was first
   */
  public void assign(UUID id, int version, String worker, String by) {
    database.useTransaction(
        t -> {
          Locked request = lock(t, id, version);
          if (request.current() == RequestState.CLOSED) {
            throw new NotLegal(Sentence.of("This request is closed."));
          }
          t.execute(
              """
              update records_request set worker = ?, version = version + 1, changed_at = ? where request_id = ?
              """,
              worker,
              clock.instant(),
              id);
          tell(t, id, request.number(), by, "assigned", worker, worker);
        });
  }

  /** Adds a note; those of two people never collide. */
  public void note(UUID id, String note, String by) {
    database.useTransaction(t -> tell(t, id, lock(t, id).number(), by, "note", note));
  }

  /**
   * Extends the deadline.
   *
   * @throws NotLegal if the statute does not allow it now, or if someone else was first
   */
  public void extend(
      UUID id,
      int version,
      RequestStatute statute,
      LegalGround reason,
      LocalDate today,
      SchoolDays offices,
      String by) {
    database.useTransaction(
        t -> {
          Locked request = lock(t, id, version);
          if (!request.current().isRunning()) {
            throw new NotLegal(Sentence.of("Only an open request has a deadline to extend."));
          }
          RequestDeadline longer = request.deadline().extended(statute, today, offices);
          t.execute(
              """
              update records_request set due = ?, reason = ?, version = version + 1, changed_at = ? where request_id = ?
              """,
              longer.due(),
              reason.id(),
              clock.instant(),
              id);
          tell(t, id, request.number(), by, "extended", reason.id(), reason.id());
        });
  }

  /**
   * Records a later deadline to which the requester agreed in writing.
   *
   * @param note where the agreement is
   * @throws NotLegal if it is no later day, or if someone else was first
   */
  public void agree(UUID id, int version, LocalDate until, String note, String by) {
    database.useTransaction(
        t -> {
          Locked request = lock(t, id, version);
          if (!request.current().isRunning()) {
            throw new NotLegal(Sentence.of("Only an open request has a deadline to extend."));
          }
          t.execute(
              """
              update records_request set due = ?, reason = ?, version = version + 1, changed_at = ? where request_id = ?
              """,
              request.deadline().agreed(until).due(),
              AGREED,
              clock.instant(),
              id);
          tell(t, id, request.number(), by, AGREED, until + ". " + note);
        });
  }

  /**
   * Locks a request that nobody changed.
   *
   * @param version as the person saw it
   * @throws NotLegal if someone else was first, or if there is none
   */
  public static Locked lock(Handle t, UUID id, int version) {
    Locked request = lock(t, id);
    if (request.version() != version) {
      throw new NotLegal(
          Sentence.of(
              "Someone else changed this request after you opened it, so nothing was saved. Read"
                  + " what changed, then try again."));
    }
    return request;
  }

  /**
   * Locks a request until the transaction ends.
   *
   * @throws NotLegal if there is none
   */
  public static Locked lock(Handle t, UUID id) {
    return t.createQuery(
            """
            select request_id, year as number_year, position as number_position, state, version,
              received_on as deadline_received_on, first_due as deadline_first_due, due as deadline_due,
              fixed as deadline_fixed
            from records_request where request_id = :id and disposal_id is null for update
            """)
        .bind("id", id)
        .map(ConstructorMapper.of(Locked.class))
        .findOne()
        .orElseThrow(() -> new NotLegal(Sentence.of("That request does not exist.")));
  }
}
