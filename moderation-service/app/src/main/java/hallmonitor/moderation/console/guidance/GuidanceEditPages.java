package hallmonitor.moderation.console.guidance;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.guidance.GuidanceTexts;
import hallmonitor.moderation.store.guidance.GuidanceTexts.GuidanceVersion;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Edits the guidelines for staff: written in Markdown, previewed, and published as a version. */
@Path("/guidance/edit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class GuidanceEditPages {
  private static final int LONGEST = 20_000;

  /** What is being edited, with how it will look. */
  public record Edited(
      String english, String spanish, RawString inEnglish, RawString inSpanish, Sentence problem) {}

  @CheckedTemplate(basePath = "console/guidance")
  static class Templates {
    static native TemplateInstance guidanceEdit(Edited edited);
  }

  private final GuidanceTexts texts;
  private final Viewer viewer;

  GuidanceEditPages(GuidanceTexts texts, Viewer viewer) {
    this.texts = texts;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    GuidanceVersion now = texts.current();
    return page(now.english(), now.spanish(), Sentence.NONE);
  }

  private static TemplateInstance page(String english, String spanish, Sentence problem) {
    return Templates.guidanceEdit(
        new Edited(english, spanish, GuidanceHtml.of(english), GuidanceHtml.of(spanish), problem));
  }

  /**
   * Shows how a text will look, or publishes it.
   *
   * @param act {@code preview} or {@code publish}
   */
  @POST
  public Response edit(
      @FormParam("english") @DefaultValue("") String english,
      @FormParam("spanish") @DefaultValue("") String spanish,
      @FormParam("act") @DefaultValue("preview") String act) {
    String en = clean(english);
    String es = clean(spanish);
    Sentence problem = problem(en, es);
    if (!problem.isEmpty()) {
      return Response.status(422).entity(page(en, es, problem)).build();
    }
    if (!act.equals("publish")) {
      return Response.ok(page(en, es, Sentence.NONE)).build();
    }
    texts.publish(en, es, viewer.userName());
    return Response.seeOther(URI.create("/guidance")).build();
  }

  private static Sentence problem(String english, String spanish) {
    if (english.isEmpty() || spanish.isEmpty()) {
      return Sentence.of("Write the guidelines in both languages.");
    }
    return english.length() > LONGEST || spanish.length() > LONGEST
        ? Sentence.of("The text is too long. Shorten it to 20,000 characters.")
        : Sentence.NONE;
  }

  private static String clean(String text) {
    return text.replace("\0", "").replace("\r\n", "\n").strip();
  }
}
