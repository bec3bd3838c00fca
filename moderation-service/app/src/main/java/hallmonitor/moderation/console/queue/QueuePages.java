package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.live.CaseFeed;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue of cases that wait for a person, most urgent and then oldest first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class QueuePages {
  @CheckedTemplate(basePath = "console/queue")
  static class Templates {
    static native TemplateInstance queue(
        QueueFilter filter,
        QueueQueries.Page page,
        QueueCounts counts,
        List<QueueOptions.Choices> choices,
        List<SavedView> views,
        boolean first,
        EventPosition since,
        Sentence notice,
        Outcome outcome);

    static native TemplateInstance queueList(
        QueueFilter filter, QueueQueries.Page page, boolean first, Outcome outcome);

    static native TemplateInstance queueCounts(
        QueueFilter filter, QueueCounts counts, List<QueueOptions.Choices> choices);
  }

  private static final Outcome NONE = new Outcome("", Sentence.NONE);
  private static final Sentence NONE_LEFT =
      Sentence.of("Every case in this list is already being reviewed.");

  private final QueueQueries queries;
  private final QueueOptions options;
  private final SavedViews views;
  private final NextCase next;
  private final CaseFeed feed;
  private final Viewer viewer;

  QueuePages(
      QueueQueries queries,
      QueueOptions options,
      SavedViews views,
      NextCase next,
      CaseFeed feed,
      Viewer viewer) {
    this.queries = queries;
    this.options = options;
    this.views = views;
    this.next = next;
    this.feed = feed;
    this.viewer = viewer;
  }

  /** Returns only the lists and filters with their counts, for a page that received a change. */
  @GET
  @Path("queue/counts")
  public TemplateInstance counts(@Context UriInfo address) {
    QueueFilter filter = filter(address);
    QueueCounts counts = queries.counts(filter, viewer.scope(), viewer.userName());
    return Templates.queueCounts(filter, counts, choices(filter, counts));
  }

  private QueueFilter filter(UriInfo address) {
    QueueFilter filter = QueueFilter.of(address.getQueryParameters());
    return filter.naming(options.accountsNamed(filter.getWords()));
  }

  private List<QueueOptions.Choices> choices(QueueFilter filter, QueueCounts counts) {
    if (isNone(filter, counts)) {
      return options.chosen(filter, viewer.scope());
    }
    return options.of(
        filter, queries.values(filter, counts, viewer.scope(), viewer.userName()), viewer.scope());
  }

  /**
   * Returns the whole page, or only its list for a refresh. An address without filters leads to the
   * viewer's start view.
   */
  @GET
  @Path("queue")
  public Response queue(
      @Context UriInfo address,
      @QueryParam("after") String after,
      @QueryParam("none-left") String noneLeft,
      @HeaderParam("HX-Request") String partOfPage) {
    Optional<String> start =
        address.getQueryParameters().isEmpty() ? views.first(viewer.userName()) : Optional.empty();
    if (start.isPresent()) {
      return Response.seeOther(URI.create("/queue?" + start.get())).build();
    }
    QueueFilter filter = filter(address);
    return Response.ok(
            partOfPage != null
                ? list(filter, Cursor.parse(after))
                : page(filter, Cursor.parse(after), noneLeft == null ? Sentence.NONE : NONE_LEFT))
        .build();
  }

  private TemplateInstance list(QueueFilter filter, Optional<Cursor> after) {
    QueueQueries.Page page = queries.page(filter, after, viewer.scope(), viewer.userName());
    return Templates.queueList(filter, page, after.isEmpty(), NONE);
  }

  /** A search reads all cases to find none, so it does that once. */
  private QueueQueries.Page found(QueueFilter filter, QueueCounts counts, Optional<Cursor> after) {
    return filter.isSearch() && isNone(filter, counts)
        ? QueueQueries.Page.NONE
        : queries.page(filter, after, viewer.scope(), viewer.userName());
  }

  private static boolean isNone(QueueFilter filter, QueueCounts counts) {
    return counts.of(filter.getState()).equals("0");
  }

  private TemplateInstance page(QueueFilter filter, Optional<Cursor> after, Sentence notice) {
    String me = viewer.userName();
    EventPosition since = feed.known();
    QueueCounts counts = queries.counts(filter, viewer.scope(), me);
    return Templates.queue(
        filter,
        found(filter, counts, after),
        counts,
        choices(filter, counts),
        views.of(me),
        after.isEmpty(),
        since,
        notice,
        NONE);
  }

  /**
   * Claims the next unclaimed case, never one that someone else gets at the same moment.
   *
   * @param after the current case
   */
  @POST
  @RolesAllowed(ACT)
  @Path("queue/next")
  public Response next(@Context UriInfo address, @FormParam("after") UUID after) {
    QueueFilter filter = filter(address);
    Optional<UUID> found =
        next.take(filter, Optional.ofNullable(after), viewer.scope(), viewer.userName());
    return Response.seeOther(
            URI.create(
                found
                    .map(id -> "/cases/" + id)
                    .orElse("/queue?" + filter.getQuery() + "&none-left=yes")))
        .build();
  }
}
