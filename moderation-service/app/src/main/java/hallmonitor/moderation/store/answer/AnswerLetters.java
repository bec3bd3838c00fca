package hallmonitor.moderation.store.answer;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.store.request.RequestDesk;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The letters of answers while they are written. */
public final class AnswerLetters {
  private final Jdbi database;
  private final Clock clock;

  /** Creates it. */
  public AnswerLetters(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A letter with its names in braces.
   *
   * @param version from 1; 0 for one that nobody saved
   */
  public record KeptLetter(String words, int version) {}

  /** Returns the saved letter of a request. */
  public Optional<KeptLetter> find(UUID requestId) {
    return database.withHandle(
        h ->
            h.createQuery("select words, version from records_answer_letter where request_id = :id")
                .bind("id", requestId)
                .map(ConstructorMapper.of(KeptLetter.class))
                .findOne());
  }

  /**
   * Saves a letter.
   *
   * @param version of the letter, as the person saw it
   * @throws NotLegal if someone else changed it in the meantime
   */
  public void save(UUID requestId, int version, String words, String by) {
    database.useTransaction(
        t -> {
          Locked request = RequestDesk.lock(t, requestId);
          int saved =
              t.createUpdate(
                      """
                      insert into records_answer_letter as l (request_id, words, changed_by, changed_at)
                      select :id, :words, :by, :now where :version = 0
                        or exists (select from records_answer_letter where request_id = :id)
                      on conflict (request_id) do update
                      set words = excluded.words, version = l.version + 1, changed_by = excluded.changed_by,
                        changed_at = excluded.changed_at
                      where l.version = :version
                      """)
                  .bind("id", requestId)
                  .bind("words", words)
                  .bind("by", by)
                  .bind("now", clock.instant())
                  .bind("version", version)
                  .execute();
          if (saved == 0) {
            throw new NotLegal(
                Sentence.of(
                    "Someone else changed the letter after you opened it, so nothing was saved. Copy"
                        + " your words, open the page again, and add them."));
          }
          RequestDesk.tell(t, requestId, request.number(), by, "letter-changed", "");
        });
  }

  /** Removes the saved letter, so that it is again as the district's file has it. */
  public void reset(UUID requestId, String by) {
    database.useTransaction(
        t -> {
          Locked request = RequestDesk.lock(t, requestId);
          if (t.execute("delete from records_answer_letter where request_id = ?", requestId) > 0) {
            RequestDesk.tell(t, requestId, request.number(), by, "letter-changed", "");
          }
        });
  }
}
