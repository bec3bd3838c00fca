package hallmonitor.moderation.console.escalations;

import static hallmonitor.moderation.console.access.Person.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Person.BUILDING_ADMINISTRATOR;

import hallmonitor.moderation.console.KnownNews;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.live.CaseFeed;
import hallmonitor.moderation.pipeline.Rules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * A principal's page, made for a phone: what waits in their buildings, each case with the forms to
 * answer it. What was said is not shown before somebody opens the case: whoever reads it may have
 * duties of their own from then on.
 */
@Path(BoardPages.PATH)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({BUILDING_ADMINISTRATOR, ADMINISTRATOR})
public class BoardPages {
  static final String PATH = "/my-building";
  private static final int MOST = 30;

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance board(Board board, List<String> buildings, KnownNews since);

    static native TemplateInstance boardList(Board board);
  }

  private final EscalationQueries queries;
  private final Concerns concerns;
  private final CaseFeed feed;
  private final Rules rules;
  private final Viewer viewer;

  BoardPages(
      EscalationQueries queries, Concerns concerns, CaseFeed feed, Rules rules, Viewer viewer) {
    this.queries = queries;
    this.concerns = concerns;
    this.feed = feed;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    KnownNews since = feed.known();
    return Templates.board(board(), viewer.scope().buildings(), since);
  }

  /** The cases alone, for a page that heard of a change. */
  @GET
  @Path("list")
  public TemplateInstance list() {
    return Templates.boardList(board());
  }

  private Board board() {
    List<Board.Concerned> found = queries.concerned(viewer.scope(), MOST + 1);
    return new Board(found.stream().limit(MOST).map(this::item).toList(), found.size() > MOST);
  }

  private Board.Item item(Board.Concerned found) {
    String clause = rules.clause(found.clause()).map(c -> c.title()).orElse("");
    return new Board.Item(found, clause, concerns.toAnswer(found.caseId(), found.building(), PATH));
  }
}
