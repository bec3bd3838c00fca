package hallmonitor.moderation.console.people;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.InvitedPeople;
import hallmonitor.moderation.console.access.SingleSignOn;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The invitations. Each act adds a row to the audit log in its transaction. */
@ApplicationScoped
@Transactional
public class Invitations implements InvitedPeople {
  static final int MOST_A_DAY = 5;

  private static final String SELECT =
      """
      select i.*, u.display_name, coalesce(b.display_name, i.invited_by) as inviter
      from invitation i
      join console_user u using (user_name)
      left join console_user b on b.user_name = i.invited_by
      """;

  /** Thrown if an invitation cannot be sent now; the sentence says when. */
  public static final class TooMany extends Refusal {
    TooMany(Sentence sentence) {
      super(sentence);
    }
  }

  private final ConsoleDatabase database;
  private final RequestAudit audit;
  private final SingleSignOn singleSignOn;

  Invitations(ConsoleDatabase database, RequestAudit audit, SingleSignOn singleSignOn) {
    this.database = database;
    this.audit = audit;
    this.singleSignOn = singleSignOn;
  }

  /**
   * Sends an invitation; links of an earlier one stop working.
   *
   * @throws TooMany if the person got too many recently
   */
  void send(String userName, String email, String language, String by) {
    database.write(
        h -> {
          // Serialized, so that parallel requests cannot exceed the limit.
          h.execute("select 1 from console_user where user_name = ? for update", userName);
          refuseTooMany(h, userName);
          revokeOpen(h, userName);
          return h.execute(
              """
              insert into invitation
                (invitation_id, user_name, email, language, way, invited_by, expires_at)
              values (?, ?, ?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
              """,
              UUID.randomUUID(),
              userName,
              email,
              language,
              singleSignOn.isConfigured() ? Invitation.SINGLE_SIGN_ON : Invitation.PASSWORD,
              by,
              Invitation.LASTS.toSeconds());
        });
    audit.add(by, "person-invited", userName, "");
  }

  private static void refuseTooMany(Handle h, String userName) {
    int today =
        h.createQuery(
                """
                select count(*) from invitation
                where user_name = ? and invited_at > clock_timestamp() - interval '1 day'
                """)
            .bind(0, userName)
            .mapTo(int.class)
            .one();
    if (today >= MOST_A_DAY) {
      throw new TooMany(
          Sentence.of(
              "This person got {1} invitations in the last 24 hours. Check the address, or try"
                  + " again tomorrow.",
              MOST_A_DAY));
    }
  }

  private static int revokeOpen(Handle h, String userName) {
    return h.execute(
        """
        update invitation set revoked_at = clock_timestamp()
        where user_name = ? and accepted_at is null and revoked_at is null
        """,
        userName);
  }

  /** Revokes the open invitation, if there is one. */
  boolean revoke(String userName, String by) {
    boolean revoked = database.write(h -> revokeOpen(h, userName)) > 0;
    if (revoked) {
      audit.add(by, "invitation-revoked", userName, "");
    }
    return revoked;
  }

  /** Returns the newest invitation of each person. */
  Map<String, Invitation> newest() {
    return database
        .read(
            h ->
                h.createQuery(
                        """
                        select distinct on (user_name) * from (%s) all_of
                        order by user_name, invited_at desc
                        """
                            .formatted(SELECT))
                    .map(rows(Invitation.class))
                    .list())
        .stream()
        .collect(Collectors.toMap(Invitation::userName, Function.identity()));
  }

  Optional<Invitation> newest(String userName) {
    return Optional.ofNullable(newest().get(userName));
  }

  /** Returns the invitation that a link opens; empty if it opens none for any reason. */
  Optional<Invitation> openedBy(InvitationLink link) {
    return link.isWellFormed() ? database.read(h -> openedBy(h, link, "")) : Optional.empty();
  }

  private static Optional<Invitation> openedBy(Handle h, InvitationLink link, String lock) {
    return h.createQuery(
            SELECT
                + """
                join invitation_link l using (invitation_id)
                where l.hash = ? and i.accepted_at is null and i.revoked_at is null
                  and i.expires_at > clock_timestamp()
                  and u.locked_until is distinct from 'infinity'
                """
                + lock)
        .bind(0, link.hash())
        .map(rows(Invitation.class))
        .findOne();
  }

  /**
   * Accepts an invitation once and sets the password.
   *
   * @return the person; empty if it was accepted, revoked or expired meanwhile
   */
  Optional<String> accept(InvitationLink link, String passwordHash) {
    Optional<String> person =
        database.write(
            h -> {
              Optional<Invitation> invitation = openedBy(h, link, " for update of i");
              invitation.ifPresent(
                  i -> {
                    markAccepted(h, i.userName());
                    h.execute(
                        """
                        update console_user set password_hash = ?, must_change_password = false,
                          password_changed_at = clock_timestamp(), locked_until = null
                        where user_name = ?
                        """,
                        passwordHash,
                        i.userName());
                    h.execute("delete from console_session where user_name = ?", i.userName());
                    h.execute("delete from sign_in_try where user_name = ?", i.userName());
                  });
              return invitation.map(Invitation::userName);
            });
    person.ifPresent(name -> audit.add(name, "invitation-accepted", name, ""));
    return person;
  }

  @Override
  public void cameIn(String userName) {
    if (database.write(h -> markAccepted(h, userName)) > 0) {
      audit.add(userName, "invitation-accepted", userName, "");
    }
  }

  private static int markAccepted(Handle h, String userName) {
    return h.execute(
        """
        update invitation set accepted_at = clock_timestamp()
        where user_name = ? and accepted_at is null and revoked_at is null
        """,
        userName);
  }

  /** Returns one that is due to be sent, and postpones it in case this attempt is lost. */
  Optional<Invitation> take() {
    return database.write(
        h ->
            h.createQuery(
                    """
                    update invitation set attempts = attempts + 1,
                      next_attempt_at = clock_timestamp()
                        + interval '1 second' * least(600, 10 * power(3, least(attempts, 5)))
                    where invitation_id = (
                      select invitation_id from invitation
                      where mail = 'waiting' and accepted_at is null and revoked_at is null
                        and next_attempt_at <= clock_timestamp() and expires_at > clock_timestamp()
                      order by next_attempt_at limit 1 for update skip locked)
                    returning invitation_id
                    """)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(
                    id ->
                        h.createQuery(SELECT + "where i.invitation_id = ?")
                            .bind(0, id)
                            .map(rows(Invitation.class))
                            .findOne()));
  }

  /** Makes a link before it is sent, so that it works once it arrives. */
  InvitationLink makeLink(Invitation invitation) {
    InvitationLink link = InvitationLink.random();
    database.write(
        h ->
            h.execute(
                "insert into invitation_link (hash, invitation_id) values (?, ?)",
                link.hash(),
                invitation.invitationId()));
    return link;
  }

  /** Records what the mail server said; a temporary refusal is tried again. */
  void settle(Invitation invitation, MailOutcome outcome) {
    boolean sent = outcome == MailOutcome.SENT;
    database.write(
        h ->
            h.execute(
                """
                update invitation set mail = ?, trouble = ?,
                  sent_at = case when ? then clock_timestamp() else sent_at end
                where invitation_id = ?
                """,
                sent ? "sent" : outcome.isFinal() ? "refused" : "waiting",
                sent ? "" : EnumCodes.of(outcome),
                sent,
                invitation.invitationId()));
  }
}
