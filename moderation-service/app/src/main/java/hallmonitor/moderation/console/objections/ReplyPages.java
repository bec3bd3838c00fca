package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.moderation.store.objections.AppealDesk;
import hallmonitor.moderation.store.orders.ReplyDesk;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Replies as the organization, only from templates and only after a preview. Administrators may
 * reply; the district's file can permit moderators too.
 */
@Path("/cases/{id}/reply")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ADMINISTRATOR})
public class ReplyPages {
  /** The preview of a reply. */
  record Preview(
      ObjectionSubject subject, ReplyTexts.Template template, String language, String text) {}

  @CheckedTemplate(basePath = "console/objections")
  static class Templates {
    static native TemplateInstance reply(Preview preview);
  }

  private final SubjectQueries subjects;
  private final ReplyDesk desk;
  private final AppealDesk appeals;
  private final ObjectionRules objections;
  private final LiveRules rules;
  private final Viewer viewer;

  ReplyPages(
      SubjectQueries subjects,
      ReplyDesk desk,
      AppealDesk appeals,
      ObjectionRules objections,
      LiveRules rules,
      Viewer viewer) {
    this.subjects = subjects;
    this.desk = desk;
    this.appeals = appeals;
    this.objections = objections;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance preview(
      @PathParam("id") UUID id,
      @QueryParam("template") String template,
      @QueryParam("language") String language) {
    return Templates.reply(made(id, template, language));
  }

  /**
   * Sends a reply.
   *
   * @param seen the text as the preview showed it
   */
  @POST
  public Response send(
      @PathParam("id") UUID id,
      @FormParam("template") String template,
      @FormParam("language") String language,
      @FormParam("seen") String seen) {
    Preview now = made(id, template, language);
    if (!now.subject().can("reply")) {
      return CasePanel.refused(
          id,
          Sentence.of(
              "You can't reply on this platform from here. Nothing was sent. Reply on the platform"
                  + " itself."));
    }
    // Browsers change line ends.
    if (!now.text().equals(String.valueOf(seen).replace("\r\n", "\n"))) {
      return CasePanel.refused(
          id,
          Sentence.of(
              "The template changed after you opened it. Nothing was sent. Review it again."));
    }
    try {
      desk.send(id, now.template().id(), now.language(), now.text(), viewer.userName());
      return CasePanel.back(id, "reply");
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return CasePanel.refused(id, e.sentence());
    }
  }

  private Preview made(UUID id, String templateId, String language) {
    ReplyTexts current = objections.current();
    if (!viewer.isAdministrator() && !current.answers().byModerators()) {
      throw new ForbiddenException();
    }
    ObjectionSubject subject =
        subjects.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
    ReplyTexts.Template template =
        current.answers().template(String.valueOf(templateId)).orElseThrow(NotFoundException::new);
    String asked = String.valueOf(language);
    String chosen = template.texts().containsKey(asked) ? asked : "en";
    String text =
        Objects.requireNonNull(template.texts().get(chosen), "every template has English");
    return new Preview(subject, template, chosen, filled(text, chosen, subject, current));
  }

  private String filled(
      String text, String language, ObjectionSubject subject, ReplyTexts current) {
    String reference =
        appeals.referenceOfHide(subject.caseId()).map(ShortCode::toString).orElse("");
    return ReplyTexts.fill(
        text,
        Map.of(
            "clause",
            subject.clause(),
            "title",
            rules.clause(subject.clause()).map(c -> ClauseTexts.title(c, language)).orElse(""),
            "wording",
            rules.clause(subject.clause()).map(c -> ClauseTexts.wording(c, language)).orElse(""),
            "appeal",
            reference.isEmpty() ? "" : current.appeals().howTo(reference)));
  }
}
