package hallmonitor.moderation.console.live;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Records who looks at which open case. A claim informs others and blocks no one. It ends three
 * minutes after the last sign of activity from its holder's page, or with the decision.
 */
@ApplicationScoped
public class Claims {
  /** By the database's clock. */
  private static final String UNTIL = "clock_timestamp() + interval '3 minutes'";

  private static final String TAKE =
      """
      insert into case_claim as held (case_id, user_name, picked, until)
      select rc.case_id, :me, :picked, %s from review_case rc where rc.case_id = :case and rc.state = 'open'
      on conflict (case_id) do update
      set user_name = excluded.user_name,
          picked = excluded.picked or held.picked and held.user_name = excluded.user_name,
          since = case when held.user_name = excluded.user_name then held.since else excluded.since end,
          until = excluded.until
      where held.user_name = excluded.user_name or held.until < clock_timestamp()
      """
          .formatted(UNTIL);

  /**
   * An active claim.
   *
   * @param displayName of the person
   */
  public record Claim(
      UUID caseId, String userName, String displayName, String building, String account) {}

  private final ConsoleDatabase database;

  Claims(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Records that someone opened a case, and releases their earlier case unless they claimed it
   * deliberately.
   */
  public void look(UUID caseId, String me) {
    database.write(
        h -> {
          leaveOthers(h, caseId, me);
          return take(h, caseId, me, false);
        });
  }

  /** Releases the cases that someone only looked at before this one. */
  public static void leaveOthers(Handle h, UUID caseId, String me) {
    h.execute(
        "delete from case_claim where user_name = ? and case_id <> ? and not picked", me, caseId);
  }

  /**
   * Claims a case in the caller's transaction.
   *
   * @return false if someone else has it, or it is not open
   */
  public static boolean take(Handle h, UUID caseId, String me, boolean picked) {
    return h.createUpdate(TAKE).bind("me", me).bind("picked", picked).bind("case", caseId).execute()
        > 0;
  }

  /**
   * Claims a case deliberately.
   *
   * @return false if someone else has it, or it is not open
   */
  public boolean pick(UUID caseId, String me) {
    return database.write(h -> take(h, caseId, me, true));
  }

  public void leave(UUID caseId, String me) {
    database.write(
        h -> h.execute("delete from case_claim where case_id = ? and user_name = ?", caseId, me));
  }

  /**
   * Extends the person's claims.
   *
   * @param onScreen the case on their page; its claim may have expired
   */
  public void active(Optional<UUID> onScreen, String me) {
    database.write(
        h -> {
          onScreen.ifPresent(id -> take(h, id, me, false));
          return h.execute(
              """
              update case_claim set until = %s
              where user_name = ? and until > clock_timestamp()
              """
                  .formatted(UNTIL),
              me);
        });
  }

  /** Returns all active claims in a fixed order. */
  public List<Claim> now() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select cl.case_id, cl.user_name, u.display_name, rc.building, rc.account
                    from case_claim cl join review_case rc using (case_id) join console_user u using (user_name)
                    where cl.until > clock_timestamp() order by cl.case_id
                    """)
                .map(rows(Claim.class))
                .list());
  }
}
