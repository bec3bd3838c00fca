package hallmonitor.moderation.store.answer;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.store.request.DecidedItems;
import hallmonitor.moderation.store.request.ItemNumbers;
import hallmonitor.moderation.store.request.RequestDesk;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What people do with packages: they ask for one, and allow what was found in it. */
public final class AnswerOffice {
  private static final String IN_WORK = "('making', 'checking', 'signing', 'packing')";

  static final Sentence OTHERWISE =
      Sentence.of("Items were decided otherwise after this package was made. Make it again.");

  private static final Sentence OTHER_PICTURE =
      Sentence.of(
          "Something became different after this package was searched, such as a picture, or what was"
              + " read in it. Make the package again, and look at what is found then.");

  private final Jdbi database;

  /** Creates it. */
  public AnswerOffice(Jdbi database) {
    this.database = database;
  }

  /**
   * Begins a package. Earlier ones that nobody sent are removed.
   *
   * @param letter its paragraphs, with empty lines between
   * @param decisions on which the letter rests
   * @throws NotLegal if one is in work, if the request is withdrawn or closed, if an item is
   *     undecided, or if one was decided otherwise after the letter was filled in
   */
  public UUID begin(UUID requestId, String letter, String decisions, String by) {
    return database.inTransaction(
        t -> {
          Locked request = RequestDesk.lock(t, requestId);
          if (request.current() == RequestState.WITHDRAWN
              || request.current() == RequestState.CLOSED) {
            throw new NotLegal(
                Sentence.of("This request was withdrawn or closed, so it gets no answer."));
          }
          DecidedItems.mustBeAnswerable(t, requestId);
          if (!decisions(t, requestId).equals(decisions)) {
            throw new NotLegal(OTHERWISE);
          }
          if (inWork(t, requestId)) {
            throw new NotLegal(
                Sentence.of("A package of this request is being made. Wait for it."));
          }
          t.execute(
              """
              delete from records_answer a where request_id = ?
                and not exists (select from records_delivery d where d.answer_id = a.answer_id)
              """,
              requestId);
          UUID id = UUID.randomUUID();
          t.createUpdate(
                  """
                  insert into records_answer (answer_id, request_id, letter, decisions, asked_by, items)
                  values (:id, :request, :letter, records_answer_basis(:request), :by,
                    (select count(*) from records_request_item where request_id = :request))
                  """)
              .bind("id", id)
              .bind("request", requestId)
              .bind("letter", letter)
              .bind("by", by)
              .execute();
          RequestDesk.tell(t, requestId, request.number(), by, "answer-begun", "");
          return id;
        });
  }

  /** Returns what stands for all decisions of a request now. */
  public String decisions(UUID requestId) {
    return database.withHandle(h -> decisions(h, requestId));
  }

  private static String decisions(Handle h, UUID requestId) {
    return h.createQuery("select records_answer_basis(:id)")
        .bind("id", requestId)
        .mapTo(String.class)
        .one();
  }

  private static boolean inWork(Handle t, UUID requestId) {
    return t.createQuery(
            "select exists (select from records_answer where request_id = :id and state in %s)"
                .formatted(IN_WORK))
        .bind("id", requestId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Returns whether nothing was decided otherwise since a package was begun. */
  static boolean isCurrent(Handle t, UUID answerId) {
    return t.createQuery(
            """
            select decisions = records_answer_basis(request_id) from records_answer where answer_id = :id
            """)
        .bind("id", answerId)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Says that the same words of an item may stand in some places, because a person looked.
   *
   * @param item its key
   * @throws NotLegal if an item was decided otherwise after the package was begun, or if a picture
   *     became another one, or was read again, after something was found in it
   */
  public void pass(
      UUID requestId, UUID answerId, long item, List<String> places, String note, String by) {
    database.useTransaction(
        t -> {
          Locked request = RequestDesk.lock(t, requestId);
          if (!isCurrent(t, answerId)) {
            throw new NotLegal(OTHERWISE);
          }
          Set<String> distinct = new TreeSet<>(places);
          int passed =
              t.createUpdate(
                      """
                      insert into records_answer_pass (request_id, item_no, place, looked, passed_by)
                      select :request, l.item_no, l.place, l.looked, :by
                      from records_answer_leak l
                      where l.answer_id = :answer and l.item_no = :item and l.place = any(:places)
                        and l.looked = records_answer_looked(l.answer_id, l.item_no, l.place)
                      on conflict (request_id, item_no, place) do update
                      set looked = excluded.looked, passed_by = excluded.passed_by, passed_at = clock_timestamp()
                      """)
                  .bind("request", requestId)
                  .bind("item", item)
                  .bind("answer", answerId)
                  .bind("by", by)
                  .bindArray("places", String.class, distinct.toArray())
                  .execute();
          if (passed < distinct.size()) {
            throw new NotLegal(OTHER_PICTURE);
          }
          RequestDesk.tell(
              t,
              requestId,
              request.number(),
              by,
              "leak-passed",
              "item "
                  + ItemNumbers.of(t, List.of(item))
                  + ", "
                  + String.join(", ", places)
                  + ": "
                  + note);
        });
  }
}
