package hallmonitor.moderation.console.confirmations;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.QueueAside;
import hallmonitor.moderation.console.confirmations.Confirmations.Backlog;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** The automatic hides that a person has yet to confirm or restore. */
@Path("/confirmations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class ConfirmationPages {
  /**
   * The page's content.
   *
   * @param late those that have waited longer than {@code hours}, oldest first
   */
  public record Waiting(Backlog backlog, long hours, List<CaseView> late, List<CaseView> inTime) {
    /** Returns whether the lists are incomplete. */
    public boolean isCut() {
      return late.size() + inTime.size() < backlog.waiting();
    }
  }

  @CheckedTemplate(basePath = "console/confirmations")
  static class Templates {
    static native TemplateInstance confirmations(
        Waiting waiting, QueueAside beside, Outcome outcome);
  }

  private final Confirmations confirmations;
  private final DecisionSettings settings;

  ConfirmationPages(Confirmations confirmations, DecisionSettings settings) {
    this.confirmations = confirmations;
    this.settings = settings;
  }

  @GET
  public TemplateInstance page() {
    List<CaseView> all = confirmations.waiting();
    Instant due = confirmations.overdueBefore();
    return Templates.confirmations(
        new Waiting(
            confirmations.getNow(),
            settings.get().confirmWithin().toHours(),
            all.stream().filter(v -> v.openedAt().isBefore(due)).toList(),
            all.stream().filter(v -> !v.openedAt().isBefore(due)).toList()),
        // Each is decided separately here.
        QueueAside.NOTHING,
        new Outcome("", Sentence.NONE));
  }
}
