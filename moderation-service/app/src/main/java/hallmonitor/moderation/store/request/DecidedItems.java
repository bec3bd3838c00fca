package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.wording.Sentence;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whether all items of a request are decided, those of every school, before it is answered. */
public final class DecidedItems {
  private DecidedItems() {}

  /**
   * Checks that a request can be answered.
   *
   * @throws NotLegal if a search runs, or if an item of any school is undecided, or not redacted
   */
  public static void mustBeAnswerable(Handle t, UUID id) {
    mustBeDecided(t, id);
    long unfinished =
        count(t, id, "records_request_item where state = 'redact' and redactions = 0");
    if (unfinished > 0) {
      throw new NotLegal(
          Sentence.of(
              "Nothing is redacted yet in these items that need it: {1} in all schools, also in those"
                  + " that you don't see. Redact them first.",
              unfinished));
    }
  }

  /**
   * Checks that everything is decided.
   *
   * @throws NotLegal if a search runs, or if an item of any school is undecided
   */
  static void mustBeDecided(Handle t, UUID id) {
    if (count(t, id, "records_request_search where state = 'waiting'") > 0) {
      throw new NotLegal(Sentence.of("A search of this request still runs. Wait until it ends."));
    }
    long undecided = count(t, id, "records_request_item where state in ('open', 'later')");
    if (undecided > 0) {
      throw new NotLegal(
          Sentence.of(
              "Nobody decided these items yet: {1} in all schools, also in those that you don't"
                  + " see. Decide them first.",
              undecided));
    }
  }

  private static long count(Handle t, UUID id, String which) {
    return t.createQuery("select count(*) from " + which + " and request_id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .one();
  }
}
