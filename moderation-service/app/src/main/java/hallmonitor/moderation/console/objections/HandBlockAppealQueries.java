package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads appeals against blocks that were not ordered here, of accounts in the viewer's scope. */
@ApplicationScoped
public class HandBlockAppealQueries {
  private static final String APPEALS =
      """
      select a.appeal_id, a.reference, a.by_name, a.account, coalesce(s.status ->> 'platform', '') as platform,
             a.author_name, k.hand_block_id, k.gone_at is not null as gone, coalesce(k.reason, '') as block_reason,
             (select b.case_id from author_block b where b.account = a.account
               and lower(b.author_name) = lower(ltrim(a.author_name, '@')) and b.state in ('approved', 'active', 'ending')
               order by b.proposed_at desc limit 1) as case_id,
             a.appellant, a.contact, a.why, a.received_at, a.due_at,
             a.state = 'open' and a.due_at <= clock_timestamp() as overdue, a.state,
             coalesce(u.display_name, a.decided_by) as decider_name, a.decided_at, a.reason,
             array_remove(array[k.noted_by], null) as behind
      from hand_block_appeal a
      left join hand_block k on k.hand_block_id = coalesce(a.hand_block_id,
        case a.state when 'open' then hand_block_named(a.account, a.author_name) end)
      left join register_entry e on e.account = a.account
      left join account_status s on s.account = a.account
      left join console_user u on u.user_name = a.decided_by
      where
      """
          + Scope.of("coalesce(e.building, '')", "a.account");

  private final ConsoleDatabase database;

  HandBlockAppealQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns open or decided ones; at most 200. */
  List<HandBlockAppealView> list(boolean decided, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        APPEALS
                            + """
                             and (a.state <> 'open') = :decided
                            order by a.decided_at desc, a.due_at, a.appeal_id limit 200
                            """))
                .bind("decided", decided)
                .map(rows(HandBlockAppealView.class))
                .list());
  }

  Optional<HandBlockAppealView> find(UUID appealId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(APPEALS + " and a.appeal_id = :appeal"))
                .bind("appeal", appealId)
                .map(rows(HandBlockAppealView.class))
                .findOne());
  }
}
