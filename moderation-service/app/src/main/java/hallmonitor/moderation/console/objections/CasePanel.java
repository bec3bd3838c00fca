package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.wording.Sentence;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Finds where a form on the page of a case leads. */
final class CasePanel {
  private CasePanel() {}

  static Response back(UUID caseId, String panel) {
    return Response.seeOther(URI.create("/cases/" + caseId + "#" + panel)).build();
  }

  static Response refused(UUID caseId, Sentence sentence) {
    return StaleView.at("/cases/" + caseId, sentence);
  }

  static String words(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }
}
