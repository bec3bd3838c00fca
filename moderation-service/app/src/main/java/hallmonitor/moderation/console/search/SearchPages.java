package hallmonitor.moderation.console.search;

import static hallmonitor.moderation.console.access.Permission.AUDIT;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.search.SearchIndex.Trail;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Searches everything that was ever seen. Who searches for what is on record. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(AUDIT)
public class SearchPages {
  @CheckedTemplate(basePath = "console/search")
  static class Templates {
    static native TemplateInstance search(
        SearchFilter filter,
        SearchResult result,
        List<SearchOptions.Choices> choices,
        List<SavedSearch> saved,
        Sentence behind,
        boolean first,
        Sentence problem);
  }

  /** A shorter wait is nothing to tell of. */
  private static final Duration BEHIND = Duration.ofMinutes(1);

  private final SearchDesk desk;
  private final SearchOptions options;
  private final SavedSearches saved;
  private final RequestAudit audit;
  private final Viewer viewer;

  SearchPages(
      SearchDesk desk,
      SearchOptions options,
      SavedSearches saved,
      RequestAudit audit,
      Viewer viewer) {
    this.desk = desk;
    this.options = options;
    this.saved = saved;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Shows the form, and what was found if something is searched for.
   *
   * @param after where the page begins
   */
  @GET
  public Response page(
      @Context UriInfo address, @QueryParam("after") @DefaultValue("") String after) {
    SearchFilter filter = SearchFilter.of(address.getQueryParameters());
    if (!filter.isUsable() || !filter.isAsked()) {
      return Response.status(filter.isUsable() ? 200 : 422)
          .entity(page(filter, SearchResult.NOTHING, after.isEmpty(), Sentence.NONE))
          .build();
    }
    Optional<SearchResult> found = find(filter, after);
    return Response.status(found.isPresent() ? 200 : 503)
        .entity(
            page(
                filter,
                found.orElse(SearchResult.NOTHING),
                after.isEmpty(),
                found.isPresent()
                    ? Sentence.NONE
                    : Sentence.of("Others are searching. Try again in some seconds.")))
        .build();
  }

  /** Stands in the audit log before anything is read. */
  private Optional<SearchResult> find(SearchFilter filter, String after) {
    audit.add(viewer.userName(), "searched", "search", SearchWordsOnRecord.of(filter, after));
    return desk.find(filter, after, viewer.scope());
  }

  private TemplateInstance page(
      SearchFilter filter, SearchResult result, boolean first, Sentence problem) {
    return Templates.search(
        filter,
        result,
        options.of(filter, viewer.scope()),
        saved.of(viewer.userName()),
        behind(desk.trail(), Instant.now()),
        first,
        problem);
  }

  static Sentence behind(Trail trail, Instant now) {
    Sentence recent =
        trail.oldest() == null || trail.oldest().plus(BEHIND).isAfter(now)
            ? Sentence.NONE
            : Sentence.of(
                "The search is behind: what was read in the last {1} minutes may be missing.",
                Duration.between(trail.oldest(), now).toMinutes() + 1);
    Sentence failed =
        trail.failed()
            ? Sentence.of(
                "Some comments or posts cannot be added to the search. The service's log names"
                    + " them.")
            : Sentence.NONE;
    return recent
        .and(failed)
        .and(
            trail.history()
                ? Sentence.of(
                    "Older comments are still being added, the newest first. Until that is done,"
                        + " some are missing.")
                : Sentence.NONE);
  }

  /** Saves the search of the address under a name. */
  @POST
  @Path("saved")
  public Response save(@Context UriInfo address, @FormParam("name") String name) {
    SearchFilter filter = SearchFilter.of(address.getQueryParameters());
    String plain = name == null ? "" : name.replace("\0", "").strip();
    if (plain.isEmpty() || plain.length() > SavedSearches.LONGEST_NAME) {
      return refused(
          filter, Sentence.of("Enter a name of 1 to {1} characters.", SavedSearches.LONGEST_NAME));
    }
    if (!filter.isAsked() || !filter.isUsable()) {
      return refused(filter, Sentence.of("Search for something, then save it."));
    }
    if (!saved.save(viewer.userName(), plain, filter.getQuery())) {
      return refused(
          filter,
          Sentence.of(
              "You already have {1} saved searches. Delete one, then save this one.",
              SavedSearches.MOST));
    }
    return back(filter);
  }

  private static Response back(SearchFilter filter) {
    String query = filter.getQuery();
    return Response.seeOther(URI.create(query.isEmpty() ? "/search" : "/search?" + query)).build();
  }

  /**
   * Deletes a saved search, and goes on with the search of the address; nothing happens if there is
   * none of that name.
   */
  @POST
  @Path("saved/delete")
  public Response delete(@Context UriInfo address, @FormParam("name") String name) {
    saved.delete(viewer.userName(), String.valueOf(name).replace("\0", ""));
    return back(SearchFilter.of(address.getQueryParameters()));
  }

  private Response refused(SearchFilter filter, Sentence problem) {
    return Response.status(409).entity(page(filter, SearchResult.NOTHING, true, problem)).build();
  }
}
