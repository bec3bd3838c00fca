package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.access.Right.READ;

import hallmonitor.contract.district.District;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.live.CaseFeed;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.Rules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** The queue of cases: what waits for a person, the most urgent and then the oldest first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class QueuePages {
  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance queue(
        QueueFilter filter,
        QueueQueries.Page page,
        QueueQueries.QueueCounts counts,
        District district,
        List<Category> categories,
        boolean first,
        long since,
        Outcome outcome);

    static native TemplateInstance queueList(
        QueueFilter filter,
        QueueQueries.Page page,
        QueueQueries.QueueCounts counts,
        boolean first,
        Outcome outcome);

    static native TemplateInstance queueCounts(QueueQueries.QueueCounts counts);
  }

  private final QueueQueries queries;
  private final Rules rules;
  private final CaseFeed feed;
  private final Viewer viewer;

  QueuePages(QueueQueries queries, Rules rules, CaseFeed feed, Viewer viewer) {
    this.feed = feed;
    this.viewer = viewer;
    this.queries = queries;
    this.rules = rules;
  }

  /** Where somebody begins: a principal with what waits in their building. */
  @GET
  public Response start() {
    String first = viewer.isBuildingAdministrator() ? "/my-building" : "/queue";
    return Response.seeOther(URI.create(first)).build();
  }

  /** The counts alone, for a page that heard of a change. */
  @GET
  @Path("queue/counts")
  public TemplateInstance counts(
      @QueryParam("building") String building,
      @QueryParam("account") String account,
      @QueryParam("category") String category) {
    return Templates.queueCounts(
        queries.counts(QueueFilter.of("open", building, account, category), viewer.scope()));
  }

  /** The whole page, or its list alone for the page that asks to refresh it. */
  @GET
  @Path("queue")
  public TemplateInstance queue(
      @QueryParam("state") String state,
      @QueryParam("building") String building,
      @QueryParam("account") String account,
      @QueryParam("category") String category,
      @QueryParam("after") String after,
      @HeaderParam("HX-Request") String partOfPage) {
    QueueFilter filter = QueueFilter.of(state, building, account, category);
    var cursor = Cursor.parse(after);
    long since = feed.newest();
    QueueQueries.Page page = queries.page(filter, cursor, viewer.scope());
    QueueQueries.QueueCounts counts = queries.counts(filter, viewer.scope());
    Outcome none = new Outcome("", "");
    return partOfPage != null
        ? Templates.queueList(filter, page, counts, cursor.isEmpty(), none)
        : Templates.queue(
            filter,
            page,
            counts,
            rules.district().current().value(),
            Arrays.asList(Category.values()),
            cursor.isEmpty(),
            since,
            none);
  }
}
