package hallmonitor.moderation.console.page;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** The answer to a form that could not be carried out as sent. */
public final class StaleView {
  @CheckedTemplate(basePath = "console/page")
  static class Templates {
    static native TemplateInstance notDone(String back, Sentence sentence);
  }

  private StaleView() {}

  /**
   * Creates the answer.
   *
   * @param back where the link back leads
   * @param sentence why
   */
  public static Response at(String back, Sentence sentence) {
    return Response.status(409).entity(Templates.notDone(back, sentence)).build();
  }
}
