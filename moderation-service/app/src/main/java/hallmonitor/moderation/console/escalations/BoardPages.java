package hallmonitor.moderation.console.escalations;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;

import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.live.CaseFeed;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * A principal's page, made for a phone: what waits in their buildings, with the forms to answer
 * each case. The comment is not shown until somebody opens the case, because reading it may create
 * duties.
 */
@Path(BoardPages.PATH)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({BUILDING_ADMINISTRATOR, ADMINISTRATOR})
public class BoardPages {
  static final String PATH = "/my-building";
  private static final int MOST = 30;

  @CheckedTemplate(basePath = "console/escalations")
  static class Templates {
    static native TemplateInstance board(
        AttentionBoard board, List<String> buildings, EventPosition since);

    static native TemplateInstance boardList(AttentionBoard board);
  }

  private final EscalationQueries queries;
  private final EscalationPanels concerns;
  private final CaseFeed feed;
  private final LiveRules rules;
  private final Viewer viewer;

  BoardPages(
      EscalationQueries queries,
      EscalationPanels concerns,
      CaseFeed feed,
      LiveRules rules,
      Viewer viewer) {
    this.queries = queries;
    this.concerns = concerns;
    this.feed = feed;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    EventPosition since = feed.known();
    return Templates.board(board(), viewer.scope().buildings(), since);
  }

  /** Returns only the cases, for a page that received a change. */
  @GET
  @Path("list")
  public TemplateInstance list() {
    return Templates.boardList(board());
  }

  private AttentionBoard board() {
    List<AttentionBoard.Concerned> found = queries.concerned(viewer.scope(), MOST + 1);
    return new AttentionBoard(
        found.stream().limit(MOST).map(this::item).toList(), found.size() > MOST);
  }

  private AttentionBoard.Item item(AttentionBoard.Concerned found) {
    String clause = rules.clause(found.clause()).map(c -> c.title()).orElse("");
    return new AttentionBoard.Item(
        found, clause, concerns.toAnswer(found.caseId(), found.building(), PATH));
  }
}
