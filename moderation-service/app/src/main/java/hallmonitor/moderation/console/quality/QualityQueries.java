package hallmonitor.moderation.console.quality;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.statistics.Proportion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Reads the samples of allowed comments: what waits for a judgment, and the results. */
@ApplicationScoped
public class QualityQueries {
  /** Condition for rows of {@code quality_sample s} that are in scope. */
  private static final String SEEN = Scope.of("s.building", "s.account");

  public record Counts(long judged, long wrong, long waiting) {}

  /** An allowed comment to be judged by a person. */
  public record Sample(
      UUID sampleId,
      LocalDate day,
      String account,
      String commentId,
      String building,
      String authorName,
      String postTitle,
      String parentText,
      String body,
      String language,
      Instant judgedAt) {}

  public record Missed(String category, long times) {}

  /**
   * The results of a period.
   *
   * @param wrong how many should not have been allowed, of all that were judged
   */
  public record Figures(int days, Proportion wrong, long waiting, List<Missed> missed) {}

  private final ConsoleDatabase database;
  private final RequestAudit audit;

  QualityQueries(ConsoleDatabase database, RequestAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Returns the oldest waiting sample. */
  Optional<Sample> next(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select s.sample_id, s.day, s.account, s.comment_id, s.building, c.author_name, p.title as post_title,
                          parent.latest_text as parent_text, r.body, r.language, r.judged_at
                        from quality_sample s
                        join revision r using (account, comment_id, revision)
                        join comment c on c.account = s.account and c.comment_id = s.comment_id
                        left join post p on p.account = c.account and p.post_id = c.post_id
                        left join comment parent
                          on parent.account = c.account and parent.comment_id = c.parent_id
                        where s.judged_by is null and %s
                        order by s.day, s.position limit 1
                        """
                            .formatted(SEEN)))
                .map(rows(Sample.class))
                .findOne());
  }

  /** Returns whether there is such a sample in scope, answered or not. */
  boolean isThere(UUID id, Scope scope) {
    return database.read(
        h ->
            scope
                    .bind(
                        h.createQuery(
                            """
                            select count(*) from quality_sample s
                            where s.sample_id = :id and %s
                            """
                                .formatted(SEEN)))
                    .bind("id", id)
                    .mapTo(int.class)
                    .one()
                > 0);
  }

  /**
   * Stores a judgment.
   *
   * @param category label of what was missed; empty if allowing it was right
   * @return whether it waited and is in scope
   */
  boolean judge(UUID id, boolean right, String category, String note, String by, Scope scope) {
    return database.write(
        h -> {
          int changed =
              scope
                  .bind(
                      h.createUpdate(
                          """
                          update quality_sample s set judged_by = :by, judged_at = now(), allowed_right = :right,
                            category = :category, note = :note
                          where s.sample_id = :id and s.judged_by is null and %s
                          """
                              .formatted(SEEN)))
                  .bind("by", by)
                  .bind("right", right)
                  .bind("category", category)
                  .bind("note", note)
                  .bind("id", id)
                  .execute();
          if (changed > 0) {
            String said = right ? "rightly allowed" : "missed: " + category;
            audit.add(h, by, "quality-check", "sample " + id, (said + ". " + note).strip());
          }
          return changed > 0;
        });
  }

  /**
   * Returns figures.
   *
   * @param days of samples, counted back from today
   */
  Figures figures(int days, Scope scope) {
    return database.read(
        h -> {
          String period =
              """
              from quality_sample s
              where s.day > current_date - (:days::int + 1) and %s
              """
                  .formatted(SEEN);
          Counts counts =
              bound(
                      h.createQuery(
                          """
                          select count(s.judged_by) as judged,
                                 count(*) filter (where not s.allowed_right) as wrong,
                                 count(*) filter (where s.judged_by is null) as waiting
                          """
                              + period),
                      days,
                      scope)
                  .map(rows(Counts.class))
                  .one();
          List<Missed> missed =
              bound(
                      h.createQuery(
                          """
                          select s.category, count(*) as times
                          %s
                            and not s.allowed_right
                          group by s.category order by times desc, s.category
                          """
                              .formatted(period)),
                      days,
                      scope)
                  .map(rows(Missed.class))
                  .list();
          return new Figures(
              days, new Proportion(counts.wrong(), counts.judged()), counts.waiting(), missed);
        });
  }

  private static Query bound(Query query, int days, Scope scope) {
    return scope.bind(query).bind("days", days);
  }
}
