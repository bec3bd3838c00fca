package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static hallmonitor.moderation.console.past.PastQueries.query;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.past.PastOrder;
import hallmonitor.moderation.casework.past.PastText;
import hallmonitor.moderation.casework.past.PastThread;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.pictures.PictureMark;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the words of what a page shows, and why the public did not see the rest. */
@ApplicationScoped
class PastWordsQueries {
  private static final String SAID =
      """
      select c.comment_id, case when r.disposal_id is null then c.author_name else '' end as author_name,
        coalesce(r.body, '') as body, coalesce(r.attachments, '{}') as attachments, r.claimed_at, %s,
        case when old.disposal_id is null then old.body end as before,
        gone.disposed_at, d.approval, r.disposal_id, rc.case_id
      from unnest(cast(:ids as text[]), cast(:texts as text[]), cast(:befores as text[])) as k(id, text, before)
      join comment c on c.account = :account and c.comment_id = k.id
      left join revision r on r.account = c.account and r.comment_id = c.comment_id and r.revision = k.text
      left join revision old on old.account = c.account and old.comment_id = c.comment_id and old.revision = k.before
      left join disposed_revision gone
        on gone.account = r.account and gone.comment_id = r.comment_id and gone.revision = r.revision
      left join disposal d on d.disposal_id = r.disposal_id
      left join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
      where c.post_id = :post
        and %s
      """
          .formatted(PictureMark.column("r.attachments", "r"), Scope.ofComments("c.account"));

  /**
   * Each order has an entry in its case's history, of the same actor and at nearly the same moment.
   * A person's has what they said with it, if they said anything. The policy's follows the verdict,
   * unless it hides again what others showed.
   */
  private static final String ORDERED =
      """
      select o.action_id, o.ordered_by, case when e.kind = 'hidden-again' then e.kind else o.action || '-ordered' end as kind,
        coalesce(case when o.ordered_by = 'policy' and e.kind <> 'hidden-again' then v.detail else e.detail end, '') as detail,
        coalesce(nullif(rc.decision_clause, ''), rc.clause) as clause
      from ordered_action o
      join review_case rc using (case_id)
      left join lateral (
        select e.id, e.kind, e.detail from case_event e
        where e.case_id = o.case_id and e.actor = o.ordered_by
          and (e.kind = o.action || '-ordered' or o.ordered_by = 'policy' and e.kind in ('hide-held', 'hidden-again'))
        order by abs(extract(epoch from e.at - o.ordered_at)), e.id limit 1) e on true
      left join lateral (
        select v.detail from case_event v
        where o.ordered_by = 'policy' and v.case_id = o.case_id and v.actor = 'policy' and v.id < e.id
          and v.detail like 'Clause %'
        order by v.id desc limit 1) v on true
      where o.action_id = any(:orders)
      """;

  /** As it was read whole, if it was. */
  private static final String POSTS =
      """
      select distinct on (version) version, observed_at, observed_at as read_at, title, body, pictures, permalink, listed
      from post_version
      where account = :account and post_id = :post and version = any(:versions)
      order by version, listed desc, observed_at
      """;

  private final ConsoleDatabase database;

  PastWordsQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Reads them.
   *
   * @param thread that has the post
   * @param shown the comments that are shown with their words
   */
  PastWords read(CommentKey post, PastThread thread, List<PastThread.Entry> shown, Sight sight) {
    List<String> ids = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<String> befores = new ArrayList<>();
    for (PastThread.Entry entry : shown) {
      ids.add(entry.comment().id());
      texts.add(entry.state().text().map(PastText::name).orElse(null));
      befores.add(entry.state().before().map(PastText::name).orElse(null));
    }
    List<UUID> orders =
        shown.stream()
            .flatMap(e -> e.state().spell().order().stream())
            .map(PastOrder::actionId)
            .toList();
    List<String> versions =
        Stream.concat(thread.post().stream(), thread.before().stream())
            .map(PastText::name)
            .toList();
    return database.read(
        h ->
            new PastWords(
                query(h, SAID, post, sight)
                    .bindArray("ids", String.class, ids)
                    .bindArray("texts", String.class, texts)
                    .bindArray("befores", String.class, befores)
                    .map(rows(PastWords.Said.class))
                    .list(),
                h.createQuery(ORDERED)
                    .bindArray("orders", UUID.class, orders)
                    .map(rows(PastWords.Ordered.class))
                    .list(),
                h.createQuery(POSTS)
                    .bind("account", post.account())
                    .bind("post", post.id())
                    .bindArray("versions", String.class, versions)
                    .map(rows(PastWords.PostSaid.class))
                    .list()));
  }
}
