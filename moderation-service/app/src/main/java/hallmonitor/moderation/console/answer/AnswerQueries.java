package hallmonitor.moderation.console.answer;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the packages of requests, what was found in them, and the links to them. */
@ApplicationScoped
class AnswerQueries {
  /** So many places are listed; the others are found when these are done. */
  private static final int MOST_LEAKS = 100;

  private final ConsoleDatabase database;

  AnswerQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns the newest package of a request. */
  Optional<AnswerView> newest(UUID request) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select answer_id, state, items, done, asked_by, asked_at, bytes, sha256, signer, ended_at, picture_removed,
                      case when state in ('ready', 'leaking') then decisions = records_answer_basis(request_id)
                        else true end as current
                    from records_answer where request_id = :request order by asked_at desc limit 1
                    """)
                .bind("request", request)
                .map(rows(AnswerView.class))
                .findOne());
  }

  /** Returns what was found in a package and not allowed since. */
  List<LeakView> leaks(UUID answer) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select l.item_no, i.number, l.place, coalesce(o.item_no, 0) as other_no
                    from records_answer_leak l join records_answer a using (answer_id)
                    join records_request_item i using (item_no)
                    left join records_request_item o
                      on o.request_id = a.request_id
                        and o.number = cast(substring(l.place from '^(?:item |pictures/)([0-9]+)(?:-[0-9]+)?$') as bigint)
                    where l.answer_id = :answer and not exists (
                      select from records_answer_pass p
                      where p.request_id = a.request_id and p.item_no = l.item_no and p.place = l.place
                        and p.looked = records_answer_looked(l.answer_id, l.item_no, l.place))
                    order by i.number, l.place limit :most
                    """)
                .bind("answer", answer)
                .bind("most", MOST_LEAKS)
                .map(rows(LeakView.class))
                .list());
  }

  /** Returns the links to all packages of a request, the newest first. */
  List<DeliveryView> deliveries(UUID request) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select d.delivery_id, d.made_by, d.made_at, d.expires_at, d.revoked_at, d.downloads
                    from records_delivery d join records_answer a using (answer_id)
                    where a.request_id = :request order by d.made_at desc
                    """)
                .bind("request", request)
                .map(rows(DeliveryView.class))
                .list());
  }
}
