package hallmonitor.moderation.store.orders;

import hallmonitor.moderation.casework.CaseIds;
import java.util.List;
import java.util.UUID;

/**
 * A reply as the organization, before it is ordered.
 *
 * @param template its id; empty for a person's own words
 * @param text as the person saw it in the preview
 * @param objections numbers of the policy's clauses that hold for the text; empty for a template
 * @param by the person's user name
 */
public record ReplyDraft(
    UUID caseId,
    String template,
    String language,
    String text,
    List<String> objections,
    String by) {
  public ReplyDraft {
    objections = List.copyOf(objections);
  }

  UUID actionId(int failedBefore) {
    return template.isEmpty()
        ? CaseIds.ofOwnReply(caseId, text, failedBefore)
        : CaseIds.ofReply(caseId, template, failedBefore);
  }

  String reason() {
    return source() + ".";
  }

  String approvedReason() {
    return source() + ", proposed by " + by + ".";
  }

  private String source() {
    return template.isEmpty()
        ? "In own words"
        : "From the template " + template + " (" + language + ")";
  }
}
