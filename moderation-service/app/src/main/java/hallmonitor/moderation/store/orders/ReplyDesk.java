package hallmonitor.moderation.store.orders;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.wording.Sentence;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Orders replies as the organization, one for each case and template. */
public final class ReplyDesk {
  private final CommandTransaction deeds;

  public ReplyDesk(Jdbi database, Runnable relay) {
    this.deeds = new CommandTransaction(database, relay);
  }

  /**
   * Sends a reply.
   *
   * @param template its id
   * @param text as the person saw it in the preview
   * @param by the person's user name
   * @throws NotLegal if the case has had a reply from this template
   */
  public void send(UUID caseId, String template, String language, String text, String by) {
    deeds.in(
        t -> {
          CaseCitation facts =
              CaseCitation.lock(t, caseId)
                  .orElseThrow(
                      () ->
                          new CaseChanged(
                              Sentence.of("That case does not exist. Reload the queue.")));
          UUID actionId = CaseIds.ofReply(caseId, template, failed(t, caseId, template));
          int added =
              t.execute(
                  """
                  insert into case_reply (action_id, case_id, template, language, text, ordered_by)
                  values (?, ?, ?, ?, ?, ?) on conflict do nothing
                  """,
                  actionId,
                  caseId,
                  template,
                  language,
                  text,
                  by);
          if (added == 0) {
            throw new NotLegal(
                Sentence.of(
                    "This template was already used to reply to this case. Each template is posted"
                        + " once, so nothing was sent."));
          }
          String reason = "From the template " + template + " (" + language + ").";
          CommandTransaction.note(t, caseId, by, "reply-ordered", reason, "reply/" + actionId);
          AuditLog.add(t, by, "reply", "case " + caseId, reason);
          CommandTransaction.publish(
              t,
              facts.order(
                  actionId,
                  PlatformAction.REPLY,
                  facts.clause(),
                  by,
                  reason,
                  CommandTransaction.now(t),
                  Optional.of(text)));
          return true;
        });
  }

  private static int failed(Handle t, UUID caseId, String template) {
    return t.createQuery(
            """
            select count(*) from case_reply where case_id = :case and template = :template and state = 'failed'
            """)
        .bind("case", caseId)
        .bind("template", template)
        .mapTo(Integer.class)
        .one();
  }
}
