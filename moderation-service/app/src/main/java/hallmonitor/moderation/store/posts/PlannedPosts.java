package hallmonitor.moderation.store.posts;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.moderation.store.posts.PlannedPost.State;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * The table planned_post. Each change names the version that its person saw; if another change came
 * first, nothing is changed. Each is in the audit log.
 */
public final class PlannedPosts {
  /** What a person typed. */
  public record Content(String title, String body, String pictures, String checkedBy) {}

  private final Jdbi database;

  public PlannedPosts(Jdbi database) {
    this.database = database;
  }

  /**
   * Starts a post.
   *
   * @param building id of the account's building
   * @param author a user name
   */
  public UUID write(String account, String building, Content content, String author) {
    UUID id = UUID.randomUUID();
    database.useTransaction(
        t -> {
          with(
                  t.createUpdate(
                      """
                      insert into planned_post (id, account, building, title, body, pictures, checked_by, author)
                      values (:id, :account, :building, :title, :body, :pictures, :checked, :author)
                      """),
                  content)
              .bind("id", id)
              .bind("account", account)
              .bind("building", building)
              .bind("author", author)
              .execute();
          AuditLog.add(t, author, "planned-post-begun", "account " + account, "");
        });
    return id;
  }

  private static Update with(Update update, Content content) {
    return update
        .bind("title", content.title())
        .bind("body", content.body())
        .bind("pictures", content.pictures())
        .bind("checked", content.checkedBy());
  }

  /** Stores another text, which has no answer yet. */
  public boolean save(PlannedPost seen, Content content) {
    return database.inTransaction(
        t ->
            with(
                        t.createUpdate(
                            """
                            update planned_post
                            set title = :title, body = :body, pictures = :pictures, checked_by = :checked,
                              changed_at = clock_timestamp(), version = version + 1, answered_by = '', note = ''
                            where id = :id and version = :version and state = 'writing'
                            """),
                        content)
                    .bind("id", seen.id())
                    .bind("version", seen.version())
                    .execute()
                == 1);
  }

  /**
   * Brings a post into another state.
   *
   * @param tell who gets a mail of it: {@code approvers}, {@code author} or nobody, if empty
   * @param answer whether the actor answers a request, with the note
   * @throws hallmonitor.moderation.casework.Decisions.NotLegal if the actor cannot approve what
   *     this author wrote
   */
  public boolean move(
      PlannedPost seen, State to, String actor, String tell, boolean answer, String note) {
    return database.inTransaction(
        t -> {
          if (to == State.APPROVED) {
            String target = "account " + seen.account();
            TwoPersons.approve(t, seen.author(), actor, act(to, answer), target);
          }
          int moved =
              t.createUpdate(
                      """
                      update planned_post
                      set state = :to, version = version + 1, changed_at = clock_timestamp(), to_tell = :tell,
                        answered_by = case when :answer then :actor else answered_by end,
                        note = case when :answer then :note else note end
                      where id = :id and version = :version and state = :from
                      """)
                  .bind("to", EnumCodes.of(to))
                  .bind("tell", tell)
                  .bind("answer", answer)
                  .bind("actor", actor)
                  .bind("note", note)
                  .bind("id", seen.id())
                  .bind("version", seen.version())
                  .bind("from", seen.state())
                  .execute();
          if (moved == 1) {
            AuditLog.add(t, actor, act(to, answer), "account " + seen.account(), note);
          }
          return moved == 1;
        });
  }

  private static String act(State to, boolean answer) {
    return switch (to) {
      case WRITING -> answer ? "planned-post-returned" : "planned-post-reopened";
      case ASKED -> "planned-post-asked";
      case APPROVED -> "planned-post-approved";
      case PUBLISHED -> "planned-post-published";
      case DISCARDED -> "planned-post-discarded";
    };
  }
}
