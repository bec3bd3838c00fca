package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ACCOUNT_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.orders.ReplyDesk;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/**
 * Replies as the organization, from templates or in a person's own words, and only after a preview.
 * Administrators may reply; the district's file can permit moderators and account administrators
 * too.
 */
@Path("/cases/{id}/reply")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ACCOUNT_ADMINISTRATOR, ADMINISTRATOR})
public class ReplyPages {
  @CheckedTemplate(basePath = "console/objections")
  static class Templates {
    static native TemplateInstance reply(ReplyPreview preview);

    static native TemplateInstance replyWords(ReplyPreview preview, int longest);
  }

  private final ReplyPreviews previews;
  private final ReplyDesk desk;
  private final Viewer viewer;

  ReplyPages(ReplyPreviews previews, ReplyDesk desk, Viewer viewer) {
    this.previews = previews;
    this.desk = desk;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance preview(
      @PathParam("id") UUID id,
      @QueryParam("template") String template,
      @QueryParam("language") String language) {
    return Templates.reply(
        previews.fromTemplate(id, String.valueOf(template), String.valueOf(language)));
  }

  @GET
  @Path("words")
  public TemplateInstance write(@PathParam("id") UUID id) {
    return words(id, "en", "");
  }

  /** Judges a text and shows it as it would go out. Nothing is stored. */
  @POST
  @Path("words")
  public TemplateInstance check(
      @PathParam("id") UUID id,
      @FormParam("language") String language,
      @FormParam("text") String text) {
    return words(id, String.valueOf(language), written(text));
  }

  private TemplateInstance words(UUID id, String language, String text) {
    return Templates.replyWords(previews.inOwnWords(id, language, text), ReplyPreviews.LONGEST);
  }

  /**
   * Sends a reply, or proposes it to a second person.
   *
   * @param template its id; empty for own words
   * @param seen the text as the preview showed it
   * @param reason for the second person, if there must be one
   */
  @POST
  public Response send(
      @PathParam("id") UUID id,
      @FormParam("template") String template,
      @FormParam("language") String language,
      @FormParam("seen") String seen,
      @FormParam("reason") String reason) {
    String from = CasePanel.words(template);
    String text = written(seen);
    ReplyPreview now =
        from.isEmpty()
            ? previews.inOwnWords(id, String.valueOf(language), text)
            : previews.fromTemplate(id, from, String.valueOf(language));
    String why = CasePanel.words(reason);
    Optional<Sentence> refusal = refusal(now, text, why);
    if (refusal.isPresent()) {
      return CasePanel.refused(id, refusal.get());
    }
    try {
      if (now.second()) {
        desk.propose(now.draft(viewer.userName()), why);
      } else {
        desk.send(now.draft(viewer.userName()));
      }
      return CasePanel.back(id, "reply");
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return CasePanel.refused(id, e.sentence());
    }
  }

  private static Optional<Sentence> refusal(ReplyPreview now, String seen, String why) {
    if (!now.subject().can("reply")) {
      return Optional.of(
          Sentence.of(
              "You can't reply on this platform from here. Nothing was sent. Reply on the platform"
                  + " itself."));
    }
    if (!now.text().strip().equals(seen)) {
      return Optional.of(
          Sentence.of(
              "The template changed after you opened it. Nothing was sent. Review it again."));
    }
    if (seen.isEmpty() || seen.length() > ReplyPreviews.LONGEST && now.template().isEmpty()) {
      return Optional.of(
          Sentence.of(
              "Write a reply of at most {1} characters. Nothing was sent.", ReplyPreviews.LONGEST));
    }
    if (now.refused()) {
      return Optional.of(
          Sentence.of(
              "It can't go out (clause {1}): the policy would hide such a comment, or it names a"
                  + " student on the media-release list. Nothing was sent. Change the words.",
              String.join(", ", now.objectionIds())));
    }
    return now.second() && why.isEmpty()
        ? Optional.of(
            Sentence.of(
                "Say why it should go out. The second person reads this. Nothing was sent."))
        : Optional.empty();
  }

  /** Browsers change line ends. */
  private static String written(String text) {
    return CasePanel.words(text).replace("\r\n", "\n");
  }
}
