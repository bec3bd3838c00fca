package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.search.SearchInWords;
import hallmonitor.moderation.console.search.SearchSweep;
import hallmonitor.moderation.store.request.RequestScopes;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scope of requests: searches that run in the background, and what they found. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class RequestScopePages {
  private final RequestPages requests;
  private final RequestQueries queries;
  private final RequestScopes scopes;
  private final ReviewQueries review;
  private final SearchSweep sweep;
  private final Viewer viewer;

  RequestScopePages(
      RequestPages requests,
      RequestQueries queries,
      RequestScopes scopes,
      ReviewQueries review,
      SearchSweep sweep,
      Viewer viewer) {
    this.requests = requests;
    this.queries = queries;
    this.scopes = scopes;
    this.review = review;
    this.sweep = sweep;
    this.viewer = viewer;
  }

  /**
   * What the request's page shows of its scope.
   *
   * @param words of each search by its id
   */
  public record RequestScope(
      UUID requestId,
      List<RequestSearch> searches,
      Map<UUID, List<SearchInWords.Part>> words,
      ReviewProgress progress) {
    public RequestScope {
      searches = List.copyOf(searches);
      words = Map.copyOf(words);
    }

    /** Returns what a search looks for. */
    public List<SearchInWords.Part> words(RequestSearch search) {
      return words.getOrDefault(search.searchId(), List.of());
    }

    public boolean isRunning() {
      return searches.stream().anyMatch(RequestSearch::isRunning);
    }
  }

  @CheckedTemplate(basePath = "console/request")
  static class Templates {
    static native TemplateInstance scope(RequestScope scope);
  }

  /** Adds the search of the address to a request. */
  @POST
  @Path("searches")
  public Response add(@Context UriInfo address, @FormParam("request") @Nullable UUID request) {
    if (request == null) {
      throw new NotFoundException();
    }
    String query = address.getRequestUri().getRawQuery();
    return run(request, query == null ? "" : query);
  }

  /** Runs a search again, which adds only what is new. */
  @POST
  @Path("{id}/searches/{search}")
  public Response again(@PathParam("id") UUID id, @PathParam("search") UUID search) {
    String query =
        review.searches(id).stream()
            .filter(s -> s.searchId().equals(search))
            .findFirst()
            .orElseThrow(NotFoundException::new)
            .query();
    return run(id, query);
  }

  private void mustExist(UUID id) {
    if (queries.find(id, true).isEmpty()) {
      throw new NotFoundException();
    }
  }

  private Response run(UUID id, String query) {
    mustExist(id);
    String usual = sweep.usual(query);
    try {
      if (usual.isEmpty()) {
        throw new NotLegal(Sentence.of("Search for something first, then add the search."));
      }
      scopes.run(id, usual, viewer.userName());
      return Response.seeOther(URI.create("/requests/" + id + "#scope")).build();
    } catch (NotLegal e) {
      return requests.refused(id, e.sentence());
    }
  }

  /** Returns the scope as a part of the request's page, which asks again while a search runs. */
  @GET
  @Path("{id}/scope")
  public TemplateInstance scope(@PathParam("id") UUID id) {
    mustExist(id);
    return Templates.scope(requests.scope(id));
  }
}
