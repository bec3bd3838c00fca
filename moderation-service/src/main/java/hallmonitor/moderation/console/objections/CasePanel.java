package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Where a form on the page of a case leads. */
final class CasePanel {
  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance notDone(String back, Sentence sentence);
  }

  private CasePanel() {}

  static Response back(UUID caseId, String panel) {
    return Response.seeOther(URI.create("/cases/" + caseId + "#" + panel)).build();
  }

  static Response refused(UUID caseId, Sentence sentence) {
    return refused("/cases/" + caseId, sentence);
  }

  /**
   * @param back where the way back leads
   */
  static Response refused(String back, Sentence sentence) {
    return Response.status(409).entity(Templates.notDone(back, sentence)).build();
  }

  static String words(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }
}
