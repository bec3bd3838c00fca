package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;
import static hallmonitor.moderation.console.access.Permission.AUDIT;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.request.RequestScopePages.RequestScope;
import hallmonitor.moderation.console.search.SearchInWords;
import hallmonitor.moderation.store.request.RequestDesk;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The register of requests: the list, and each request. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(AUDIT)
public class RequestPages {
  private static final int LONGEST_NOTE = 2_000;

  private static final Sentence NO_STATUTE =
      Sentence.of(
          "The rules of this request's state are no longer in requests.yaml. Put them back to extend"
              + " the deadline.");

  @CheckedTemplate(basePath = "console/request")
  static class Templates {
    static native TemplateInstance requests(RequestList list);

    static native TemplateInstance request(RequestDetails details);
  }

  private final RequestQueries queries;
  private final ReviewQueries review;
  private final SearchInWords inWords;
  private final RequestAnswerQueries answers;
  private final RequestDesk desk;
  private final RequestOffice office;
  private final RequestRecipients recipients;
  private final RequestAudit audit;
  private final Viewer viewer;

  RequestPages(
      RequestQueries queries,
      ReviewQueries review,
      SearchInWords inWords,
      RequestAnswerQueries answers,
      RequestDesk desk,
      RequestOffice office,
      RequestRecipients recipients,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.review = review;
    this.inWords = inWords;
    this.answers = answers;
    this.desk = desk;
    this.office = office;
    this.recipients = recipients;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Lists requests; see {@link RequestFilter}. */
  @GET
  public TemplateInstance list(
      @QueryParam("show") @Nullable String show,
      @QueryParam("mine") boolean mine,
      @QueryParam("q") @Nullable String words) {
    RequestFilter filter = RequestFilter.of(show, mine, words, office.today());
    List<RequestView> found = queries.list(filter, viewer.userName(), viewer.isKeepsRecords());
    audit.read(viewer.userName(), "requests-read", "");
    boolean more = found.size() > RequestQueries.MOST;
    return Templates.requests(
        new RequestList(
            more ? found.subList(0, RequestQueries.MOST) : found,
            filter,
            office.rules(),
            more,
            recipients.areThere()));
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/requests/" + id)).build();
  }

  @GET
  @Path("{id}")
  public TemplateInstance request(@PathParam("id") UUID id) {
    RequestView request = find(id);
    audit.read(viewer.userName(), "request-read", "request " + request.number());
    return page(request, Sentence.NONE, "");
  }

  private RequestView find(UUID id) {
    return queries.find(id, viewer.isKeepsRecords()).orElseThrow(NotFoundException::new);
  }

  private TemplateInstance page(RequestView request, Sentence problem, String note) {
    return Templates.request(
        new RequestDetails(
            request,
            queries.history(request.requestId()),
            scope(request.requestId()),
            answers.view(request.requestId(), office.asksSecond()),
            office.statute().filter(s -> s.id().equals(request.statute())).orElse(null),
            queries.workers(),
            office.today(),
            viewer.isKeepsRecords(),
            problem,
            note));
  }

  RequestScope scope(UUID id) {
    List<RequestSearch> searches = review.searches(id);
    return new RequestScope(
        id,
        searches,
        searches.stream()
            .collect(
                Collectors.toMap(
                    RequestSearch::searchId, s -> inWords.of(s.query(), viewer.scope()))),
        review.progress(id, viewer.scope()));
  }

  /** Moves a request to another state. */
  @POST
  @Path("{id}/state")
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response move(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("state") @Nullable String state,
      @FormParam("note") @Nullable String note) {
    RequestState next = state(state);
    Duration held = Duration.ofDays(office.rules().heldAfterClosing());
    return changed(
        id,
        note,
        words -> {
          if (next == RequestState.ANSWERED && office.asksSecond()) {
            throw new NotLegal(
                Sentence.of("Your district asks for a second person. Propose the answer."));
          }
          desk.move(id, version, next, held, words, viewer.userName());
        });
  }

  private static RequestState state(@Nullable String code) {
    try {
      return EnumCodes.read(RequestState.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  /** Says who works on a request. */
  @POST
  @Path("{id}/worker")
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response assign(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("worker") @Nullable String worker) {
    String name = worker == null ? "" : worker;
    return changed(
        id,
        "",
        words -> {
          if (!name.isEmpty() && !queries.workers().contains(name)) {
            throw new NotLegal(
                Sentence.of("Only records officers and administrators work on requests."));
          }
          desk.assign(id, version, name, viewer.userName());
        });
  }

  @POST
  @Path("{id}/note")
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response note(@PathParam("id") UUID id, @FormParam("note") @Nullable String note) {
    return changed(
        id,
        note,
        words -> {
          if (words.isEmpty()) {
            throw new NotLegal(Sentence.of("Write something, then save it."));
          }
          desk.note(id, words, viewer.userName());
        });
  }

  /**
   * Extends the deadline.
   *
   * @param reason id of a reason of the statute
   */
  @POST
  @Path("{id}/extension")
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response extend(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("reason") @Nullable String reason) {
    RequestView request = find(id);
    return changed(
        id,
        "",
        words -> {
          RequestStatute statute =
              office
                  .statute()
                  .filter(s -> s.id().equals(request.statute()))
                  .orElseThrow(() -> new NotLegal(NO_STATUTE));
          LegalGround ground =
              statute
                  .reason(String.valueOf(reason))
                  .orElseThrow(
                      () -> new NotLegal(Sentence.of("Choose a reason that the law names.")));
          desk.extend(
              id, version, statute, ground, office.today(), office.offices(), viewer.userName());
        });
  }

  /** Shows a request with the reason why something was not done. */
  Response refused(UUID id, Sentence problem) {
    return Response.status(409).entity(page(find(id), problem, "")).build();
  }

  Response changed(UUID id, @Nullable String typed, Consumer<String> act) {
    find(id);
    String words = typed == null ? "" : typed.replace("\0", "").strip();
    try {
      if (words.length() > LONGEST_NOTE) {
        throw new NotLegal(Sentence.of("The note is too long. Shorten it to 2,000 characters."));
      }
      act.accept(words);
      return back(id);
    } catch (NotLegal e) {
      return Response.status(409).entity(page(find(id), e.sentence(), words)).build();
    }
  }
}
