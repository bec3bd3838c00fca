package hallmonitor.moderation.console.answer;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.request.RequestOffice;
import hallmonitor.moderation.console.request.RequestQueries;
import hallmonitor.moderation.console.request.RequestView;
import hallmonitor.moderation.console.request.RequestsConfig;
import hallmonitor.moderation.store.answer.AnswerDeliveries;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers a request with a link to its package, and ends links. */
@Path("/requests/{id}/answer")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class DeliveryPages {
  private final RequestQueries requests;
  private final AnswerQueries answers;
  private final AnswerDesk page;
  private final AnswerDeliveries deliveries;
  private final RequestOffice office;
  private final RequestsConfig config;
  private final AppealSeal seal;
  private final ConsoleConfig console;
  private final Viewer viewer;

  DeliveryPages(
      RequestQueries requests,
      AnswerQueries answers,
      AnswerDesk page,
      AnswerDeliveries deliveries,
      RequestOffice office,
      RequestsConfig config,
      AppealSeal seal,
      ConsoleConfig console,
      Viewer viewer) {
    this.requests = requests;
    this.answers = answers;
    this.page = page;
    this.deliveries = deliveries;
    this.office = office;
    this.config = config;
    this.seal = seal;
    this.console = console;
    this.viewer = viewer;
  }

  private RequestView find(UUID id) {
    return requests.find(id, true).orElseThrow(NotFoundException::new);
  }

  /**
   * Makes a link to the package, and marks the request as answered unless it is. The link is shown
   * once.
   *
   * @param version of the request, as the person saw it
   */
  @POST
  @Path("links")
  public Response send(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("answer") @Nullable UUID answer) {
    RequestView request = find(id);
    try {
      if (answer == null
          || answers.newest(id).filter(a -> a.answerId().equals(answer) && a.current()).isEmpty()) {
        throw new NotLegal(AnswerFilePages.GONE);
      }
      if (request.isRunning() && office.asksSecond()) {
        throw new NotLegal(
            Sentence.of("Your district asks for a second person. Propose the answer."));
      }
      UUID delivery = UUID.randomUUID();
      String token = seal.token(PublicAnswer.PURPOSE, delivery);
      deliveries.make(
          delivery,
          id,
          version,
          answer,
          office.asksSecond(),
          seal.hash(token),
          Duration.ofDays(config.linkDays()),
          viewer.userName());
      // The page speaks the language of the letter, whatever the requester's browser prefers.
      String door = PublicAnswer.PATH + token + "?lang=" + request.language();
      String link = console.url().resolve(door).toString();
      return Response.ok(page.sent(find(id), link)).build();
    } catch (NotLegal e) {
      return Response.status(409).entity(page.page(find(id), e.sentence())).build();
    }
  }

  /** Ends a link before its time. */
  @POST
  @Path("links/{link}/end")
  public Response end(@PathParam("id") UUID id, @PathParam("link") UUID link) {
    find(id);
    deliveries.revoke(id, link, viewer.userName());
    return Response.seeOther(URI.create("/requests/" + id + "/answer#links")).build();
  }
}
